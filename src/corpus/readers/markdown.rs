//! Markdown: the words stay, the markup is lifted out; links are kept as records of the words they hang on.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Readable;
use crate::corpus::document::{Block, BlockKind, Link};
use crate::text::Span;

/// Reads Markdown.
pub(super) fn read(content: &str) -> Readable {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    for event in Parser::new_ext(content, options) {
        writer.take(event);
    }
    writer.close_block();
    if !writer.out.text.is_empty() {
        writer.out.text.push('\n');
    }
    writer.out
}

/// Writes the readable text while it follows the parser's events.
#[derive(Default)]
struct Writer {
    out: Readable,
    /// Start and kind of the block that is being written.
    open: Option<(usize, BlockKind)>,
    /// Start and address of the links that are open, outermost first.
    links: Vec<(usize, String)>,
    /// How many list items are open, so that a paragraph within one is an item.
    items: usize,
    /// Within a stretch that is not text, such as front matter.
    skipping: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.skipping = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.skipping = false,
            // What is struck out is not said.
            Event::Start(Tag::Strikethrough) => self.skipping = true,
            Event::End(TagEnd::Strikethrough) => self.skipping = false,
            _ if self.skipping => {}
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.write(&words),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            Event::Rule => self.close_block(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.open_block(BlockKind::Heading(level_number(level))),
            Tag::Paragraph => self.open_block(if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph }),
            Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow => self.open_block(BlockKind::Item),
            Tag::TableCell if self.open.is_some_and(|(start, _)| start < self.out.text.len()) => self.write(" | "),
            Tag::Item => {
                self.items += 1;
                self.open_block(BlockKind::Item);
            }
            Tag::Link { dest_url, .. } => self.links.push((self.out.text.len(), dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => self.close_block(),
            TagEnd::Item => {
                self.close_block();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Link => {
                if let Some((start, url)) = self.links.pop() {
                    let words = Span::new(start, self.out.text.len());
                    if !words.is_empty() {
                        self.out.links.push(Link { words, url });
                    }
                }
            }
            _ => {}
        }
    }

    fn open_block(&mut self, kind: BlockKind) {
        // A paragraph that opens within an item whose words have not begun is that item.
        if kind == BlockKind::Item && self.open.is_some_and(|(start, kind)| kind == BlockKind::Item && start == self.out.text.len()) {
            return;
        }
        self.close_block();
        let separator = match (self.out.blocks.last().map(|block| block.kind), kind) {
            (None, BlockKind::Item) => "- ",
            (None, _) => "",
            (Some(BlockKind::Item), BlockKind::Item) => "\n- ",
            (Some(_), BlockKind::Item) => "\n\n- ",
            (Some(_), _) => "\n\n",
        };
        self.out.text.push_str(separator);
        self.open = Some((self.out.text.len(), kind));
    }

    fn write(&mut self, words: &str) {
        if self.open.is_none() {
            self.open_block(if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph });
        }
        self.out.text.push_str(words);
    }

    fn close_block(&mut self) {
        let Some((start, kind)) = self.open.take() else { return };
        let span = Span::new(start, self.out.text.len()).trimmed(&self.out.text);
        if span.is_empty() {
            // Nothing was written: take the separator back with it.
            let kept = self.out.blocks.last().map_or(0, |block| block.span.end);
            self.out.text.truncate(kept);
            return;
        }
        self.out.text.truncate(span.end);
        if self.out.title.is_none() && matches!(kind, BlockKind::Heading(1)) {
            self.out.title = span.of(&self.out.text).map(str::to_owned);
        }
        self.out.blocks.push(Block { span, kind });
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_lifted_out_and_remember_their_words() {
        let read =
            read("# Title\n\nNow it [has been **made** public](https://a.example/x) at last.\n\n- one\n- two\n  lines\n\nEnd \\[cut\\].\n");
        assert_eq!(read.text, "Title\n\nNow it has been made public at last.\n\n- one\n- two lines\n\nEnd [cut].\n");
        assert_eq!(read.title.as_deref(), Some("Title"));
        let words: Vec<&str> = read.blocks.iter().map(|block| block.span.of(&read.text).unwrap()).collect();
        assert_eq!(words, ["Title", "Now it has been made public at last.", "one", "two lines", "End [cut]."]);
        let link = read.links.first().unwrap();
        assert_eq!(link.words.of(&read.text), Some("has been made public"));
        assert_eq!(link.url, "https://a.example/x");
    }

    #[test]
    fn tables_and_loose_lists_keep_their_words() {
        let read = read("| a | b |\n|---|---|\n| 1 | 2 |\n\n- first\n\n- second\n\n  more\n");
        let words: Vec<&str> = read.blocks.iter().map(|block| block.span.of(&read.text).unwrap()).collect();
        assert_eq!(words, ["a | b", "1 | 2", "first", "second", "more"]);
    }
}
