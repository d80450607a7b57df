//! Writes readable text block by block, and remembers where each block and each link is.

use super::Readable;
use crate::corpus::document::{Block, BlockKind, Link};
use crate::text::Span;

/// A block that is being written.
struct Open {
    /// Where it begins.
    start: usize,
    /// Where its words begin: behind the number of an item.
    words: usize,
    kind: BlockKind,
}

/// Writes blocks, one after the other.
#[derive(Default)]
pub(super) struct Writer {
    out: Readable,
    open: Option<Open>,
    /// Start and address of the links that are open, outermost first.
    links: Vec<(usize, String)>,
}

impl Writer {
    /// Begins a block. An item that begins within one whose words have not begun is that item.
    pub(super) fn open(&mut self, kind: BlockKind) {
        if kind == BlockKind::Item && self.is_at_the_start_of_an_item() {
            return;
        }
        self.begin(kind, kind == BlockKind::Item, None);
    }

    /// Begins an item that has a number of its own, such as "3." or "(a)", which are words of it.
    pub(super) fn open_numbered(&mut self, number: &str) {
        self.begin(BlockKind::Item, false, Some(number));
    }

    fn begin(&mut self, kind: BlockKind, bullet: bool, number: Option<&str>) {
        self.close();
        let separator = match (self.out.blocks.last().map(|block| block.kind), kind) {
            (None, _) => "",
            (Some(BlockKind::Item), BlockKind::Item) => "\n",
            (Some(_), _) => "\n\n",
        };
        self.out.text.push_str(separator);
        if bullet {
            self.out.text.push_str("- ");
        }
        let start = self.out.text.len();
        if let Some(number) = number {
            self.out.text.push_str(number);
            self.out.text.push(' ');
        }
        self.open = Some(Open { start, words: self.out.text.len(), kind });
    }

    /// The kind of the block that is being written.
    pub(super) fn kind(&self) -> Option<BlockKind> {
        self.open.as_ref().map(|open| open.kind)
    }

    /// Whether an item is open in which nothing was written yet.
    pub(super) fn is_at_the_start_of_an_item(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.kind == BlockKind::Item && open.words == self.out.text.len())
    }

    /// Whether the block that is being written has words.
    pub(super) fn has_words(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.words < self.out.text.len())
    }

    /// Whether what was written last ends in white space.
    pub(super) fn ends_in_space(&self) -> bool {
        self.out.text.ends_with(char::is_whitespace)
    }

    /// Whether what was written last ends a line.
    pub(super) fn ends_a_line(&self) -> bool {
        self.out.text.ends_with('\n')
    }

    /// Writes words as they are.
    pub(super) fn write(&mut self, words: &str) {
        self.out.text.push_str(words);
    }

    /// Begins a link.
    pub(super) fn open_link(&mut self, url: String) {
        self.links.push((self.out.text.len(), url));
    }

    /// Ends the link that began last.
    pub(super) fn close_link(&mut self) {
        let Some((start, url)) = self.links.pop() else { return };
        let words = Span::new(start, self.out.text.len()).trimmed(&self.out.text);
        if !words.is_empty() {
            self.out.links.push(Link { words, url });
        }
    }

    /// Ends the block, if one is open.
    pub(super) fn close(&mut self) {
        let Some(Open { start, words, kind }) = self.open.take() else { return };
        let written = Span::new(words, self.out.text.len()).trimmed(&self.out.text);
        if written.is_empty() {
            // Nothing was written: take the separator back with it.
            let kept = self.out.blocks.last().map_or(0, |block| block.span.end);
            self.out.text.truncate(kept);
            return;
        }
        let span = Span::new(start, written.end).trimmed(&self.out.text);
        self.out.text.truncate(span.end);
        if self.out.title.is_none() && matches!(kind, BlockKind::Heading(1)) {
            self.out.title = span.of(&self.out.text).map(str::to_owned);
        }
        self.out.blocks.push(Block { span, kind });
    }

    /// Writes a block of another text as it stands there, with its links.
    pub(super) fn copy(&mut self, from: &Readable, block: &Block) {
        let Some(words) = block.span.of(&from.text) else { return };
        let bulleted = from.text.get(..block.span.start).is_some_and(|before| before.ends_with("- "));
        self.begin(block.kind, bulleted && block.kind == BlockKind::Item, None);
        let start = self.out.text.len();
        self.write(words);
        let links = from.links.iter().filter(|link| block.span.contains(&link.words));
        self.out.links.extend(links.filter_map(|link| {
            let words =
                Span::new(link.words.start.checked_sub(block.span.start)?, link.words.end.checked_sub(block.span.start)?).shifted(start);
            Some(Link { words, url: link.url.clone() })
        }));
        self.close();
    }

    /// What was written. Links whose words were taken back are none.
    pub(super) fn finish(mut self) -> Readable {
        self.close();
        let end = self.out.text.len();
        self.out.links.retain(|link| link.words.end <= end);
        if !self.out.text.is_empty() {
            self.out.text.push('\n');
        }
        self.out
    }
}
