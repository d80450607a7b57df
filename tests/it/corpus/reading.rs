//! What is made of files: the text of pages, papers and plain files, and what they say of themselves.

mod bytes;
mod pages;
pub mod paper;
mod papers;
mod plain;

use accord::corpus::{Block, BlockKind, Format, Readable, read};

/// What is read out of bytes that can be read.
fn reading(format: Format, bytes: impl AsRef<[u8]>) -> Readable {
    read(format, None, bytes.as_ref()).unwrap_or_else(|error| panic!("cannot be read: {error}"))
}

/// The words of a block, white space counted once.
fn words(readable: &Readable, block: &Block) -> String {
    let words = block.span.of(&readable.text).expect("a block lies within the text");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks as a list that reads well: `#` a heading, `-` an item.
fn outline(readable: &Readable) -> Vec<String> {
    let line = |block: &Block| match block.kind {
        BlockKind::Heading(_) => format!("# {}", words(readable, block)),
        BlockKind::Item => format!("- {}", words(readable, block)),
        BlockKind::Paragraph => words(readable, block),
    };
    readable.blocks.iter().map(line).collect()
}
