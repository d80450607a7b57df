//! Which part of a page is its text: Readability finds it, and where it keeps too little, the page is read whole.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::{furniture, walk};
use crate::corpus::document::{Block, BlockKind};
use crate::corpus::readers::Readable;

/// When Readability keeps less than this of the words that stand in sentences, it has taken a part for the whole, as it does
/// with regulations and hand-made pages.
const KEPT_AT_LEAST: f64 = 0.5;

/// The main text of a page, with links and blocks, furniture taken out.
pub(super) fn of(page: &Document, title: Option<&str>) -> Readable {
    furniture::take_hidden(page);
    furniture::take_named(page);
    let found = found_by_readability(page).map(|found| furniture::without_lines(&found, title));
    furniture::take_surroundings(page);
    let whole = furniture::without_lines(&walk::readable(page.body()), title);
    match found {
        Some(found) if prose(&found) >= KEPT_AT_LEAST * prose(&whole) => found,
        _ => whole,
    }
}

fn found_by_readability(page: &Document) -> Option<Readable> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    readability.parse().ok()?;
    let found = readability.doc.select_single("#readability-page-1");
    Some(walk::readable(found.nodes().iter().copied()))
}

/// How many words stand in blocks that read like sentences.
fn prose(readable: &Readable) -> f64 {
    // What is offered to be read next stands in bulleted lists, with a sentence of it.
    let bulleted = |block: &Block| readable.text.get(..block.span.start).is_some_and(|before| before.ends_with("- "));
    let blocks = readable.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Heading(_)) && !bulleted(block));
    let words = blocks.map(|block| {
        let words = block.span.of(&readable.text).unwrap_or_default().split_whitespace().count();
        if words >= 12 && furniture::share_of_links(readable, block) < 0.5 { words } else { 0 }
    });
    let words = u32::try_from(words.sum::<usize>()).unwrap_or(u32::MAX);
    f64::from(words)
}
