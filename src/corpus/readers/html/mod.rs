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

/// A page whose elements are nested more deeply is made to exhaust whoever reads it; pages for people stay below a hundred.
const DEEPEST: usize = 500;

/// Elements that are left open only by mistake, so that their number says how deeply a page is nested before it is read.
const CLOSED: &[&str] =
    &["div", "span", "section", "article", "table", "ul", "ol", "b", "i", "em", "strong", "a", "blockquote", "center", "small"];

/// So many of them may be left open by mistake.
const LEFT_OPEN: usize = 4000;

/// Reads a web page.
pub(super) fn read(charset: Option<&str>, bytes: &[u8]) -> Result<Readable, Unreadable> {
    let said = said_by_the_page(bytes);
    let Decoded { text, doubt: damage } = encoding::decode(bytes, &[charset, said.as_deref()])?;
    if left_open(&text) > LEFT_OPEN {
        return Err(too_deep());
    }
    let page = Document::from(text.as_str());
    if depth(&page) > DEEPEST {
        return Err(too_deep());
    }
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

fn too_deep() -> Unreadable {
    Unreadable::new(format!("is a web page whose elements are nested more than {DEEPEST} deep"))
}

/// How many elements that need closing stay open at most.
fn left_open(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for tag in text.split('<').skip(1) {
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let name: String = name.chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        if CLOSED.contains(&name.to_ascii_lowercase().as_str()) {
            open = if closes { open.saturating_sub(1) } else { open + 1 };
            most = most.max(open);
        }
    }
    most
}

/// How deeply the elements of a page are nested.
fn depth(page: &Document) -> usize {
    let mut nodes = vec![(page.root(), 0)];
    let mut deepest = 0;
    while let Some((node, depth)) = nodes.pop() {
        deepest = deepest.max(depth);
        nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    deepest
}

/// The readable text of a piece of HTML that stands in another text.
pub(super) fn fragment(html: &str) -> Readable {
    if left_open(html) > LEFT_OPEN {
        return Readable::default();
    }
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
