//! A web page: its main text, without what stands around it, and what it says of itself.

mod doubt;
mod facts;
mod furniture;
mod list;
mod main_text;
mod walk;

use dom_query::Document;

use super::encoding::{self, Decoded};
use super::{Readable, Unreadable};

/// How far into a page its encoding may be said; browsers look as far.
const ENCODING_WITHIN: usize = 4096;

/// A page of more elements is no text for people, and takes the readers minutes.
const MOST_ELEMENTS: usize = 200_000;

/// Reads a web page.
pub(super) fn read(charset: Option<&str>, bytes: &[u8]) -> Result<Readable, Unreadable> {
    let said = said_by_the_page(bytes);
    let Decoded { text, doubt: damage } = encoding::decode(bytes, &[charset, said.as_deref()])?;
    let page = Document::from(text.as_str());
    if page.root().descendants_it().filter(dom_query::NodeRef::is_element).count() > MOST_ELEMENTS {
        return Err(Unreadable::new(format!("is a web page of more than {MOST_ELEMENTS} elements")));
    }
    let facts = facts::of(&page);
    let signs = doubt::Signs::of(&page);
    let mut readable = main_text::of(&page, facts.title.as_deref());
    if readable.blocks.is_empty() {
        return Err(Unreadable::new("is a web page that holds no text"));
    }
    readable.doubt = signs.doubt(facts.title.as_deref(), &readable).or(damage);
    readable.title = facts.title.or(readable.title);
    readable.authors = facts.authors;
    readable.published = facts.published;
    readable.canonical = facts.canonical;
    Ok(readable)
}

/// The readable text of a piece of HTML that stands in another text.
pub(super) fn fragment(html: &str) -> Readable {
    let page = Document::from(html);
    walk::readable(page.body())
}

/// The encoding that the page says it is in: `<meta charset=…>`, the longer form of it, or an XML declaration.
fn said_by_the_page(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(ENCODING_WITHIN).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let after = |mark: &str| head.split_once(mark).map(|(_, rest)| rest);
    let declared = if head.starts_with("<?xml") { after("encoding=") } else { None };
    let value = declared.or_else(|| after("charset="))?;
    let value: String =
        value.trim_start_matches(['"', '\'', ' ']).chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c)).collect();
    (!value.is_empty()).then_some(value)
}

/// The characters of a text that are seen: soft hyphens and marks without width are not.
pub(super) fn shown(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}')).collect()
}
