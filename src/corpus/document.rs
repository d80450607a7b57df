//! A document: its exact readable text, and what is known of stretches of it.

use serde::{Deserialize, Serialize};

use super::{Lane, Source};
use crate::text::Span;

/// A source's readable text. Every offset in the product counts bytes of `text`, which `accord text SOURCE` prints.
#[derive(Debug, Clone)]
pub struct Document {
    /// What the document is and where it comes from.
    pub source: Source,
    /// The readable text, markup lifted out.
    pub text: String,
    /// Headings, paragraphs and list items, in order, none overlapping another.
    pub blocks: Vec<Block>,
    /// Links, each with the words it hangs on.
    pub links: Vec<Link>,
    /// Stretches that are somebody else's words.
    pub voices: Vec<Voice>,
}

/// What kind of block a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; the number is its level, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, a row of a table or a line of code.
    Item,
}

/// A heading, a paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The block's words, without marks of its own such as a bullet.
    pub span: Span,
    /// What the block is.
    pub kind: BlockKind,
}

/// A link that was lifted out of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The words that the link hangs on.
    pub words: Span,
    /// Its address, as printed.
    pub url: String,
}

/// A stretch of a document that is somebody else's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The words.
    pub span: Span,
    /// Whose they are.
    pub speaker: String,
    /// The lane they belong to.
    pub lane: Lane,
    /// The clause of the agreement that they are, if they are one.
    pub clause: Option<u32>,
}
