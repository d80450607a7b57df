//! Markdown: the words stay, the markup is lifted out; links are kept as records of the words they hang on.

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::front_matter::{self, Style};
use super::writer::Writer;
use super::{Readable, html};
use crate::corpus::document::BlockKind;

/// Reads Markdown.
pub(super) fn read(content: &str) -> Readable {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in Parser::new_ext(content, options) {
        reader.take(event);
    }
    let said = reader.said;
    let read = reader.writer.finish();
    Readable { title: said.title.or(read.title), text: read.text, blocks: read.blocks, links: read.links, ..said }
}

/// Writes the readable text while it follows the parser's events.
#[derive(Default)]
struct Reader {
    writer: Writer,
    /// What the file says of itself.
    said: Readable,
    /// The next number of each list that is open, outermost first; none for bullets.
    lists: Vec<Option<u64>>,
    /// How many list items are open, so that a paragraph within one is an item.
    items: usize,
    /// Within a stretch that is not said.
    struck_out: bool,
    /// The front matter that is being read.
    front_matter: Option<(Style, String)>,
    /// The HTML that is being read.
    html: String,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::MetadataBlock(kind)) => self.front_matter = Some((style(kind), String::new())),
            Event::End(TagEnd::MetadataBlock(_)) => {
                if let Some((style, words)) = self.front_matter.take() {
                    front_matter::take(style, &words, &mut self.said);
                }
            }
            Event::Text(words) if self.front_matter.is_some() => {
                if let Some((_, written)) = &mut self.front_matter {
                    written.push_str(&words);
                }
            }
            // What is struck out is not said.
            Event::Start(Tag::Strikethrough) => self.struck_out = true,
            Event::End(TagEnd::Strikethrough) => self.struck_out = false,
            _ if self.struck_out => {}
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) if tag.to_lowercase().starts_with("<br") => self.write("\n"),
            Event::Text(words) | Event::Code(words) => self.write(&words),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            Event::Rule => self.writer.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.writer.open(BlockKind::Heading(level_number(level))),
            Tag::Paragraph => self.open_for_words(),
            Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow => self.writer.open(BlockKind::Item),
            Tag::TableCell if self.writer.has_words() => self.writer.write(" | "),
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                self.items += 1;
                match self.lists.last_mut() {
                    Some(Some(number)) => {
                        self.writer.open_numbered(&format!("{number}."));
                        *number += 1;
                    }
                    _ => self.writer.open(BlockKind::Item),
                }
            }
            Tag::Link { dest_url, .. } => self.writer.open_link(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => self.writer.close(),
            TagEnd::Item => {
                self.writer.close();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => self.writer.close_link(),
            TagEnd::HtmlBlock => {
                let read = html::fragment(&std::mem::take(&mut self.html));
                for block in &read.blocks {
                    self.writer.copy(&read, block);
                }
            }
            _ => {}
        }
    }

    fn open_for_words(&mut self) {
        self.writer.open(if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph });
    }

    fn write(&mut self, words: &str) {
        if self.writer.kind().is_none() {
            self.open_for_words();
        }
        self.writer.write(words);
    }
}

fn style(kind: MetadataBlockKind) -> Style {
    match kind {
        MetadataBlockKind::YamlStyle => Style::Yaml,
        MetadataBlockKind::PlusesStyle => Style::Toml,
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
        let read = read(
            "1. one\n2. two\n\n   more\n\n<!-- no -->\n<div>an <b>inset</b></div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- first\n\n- second\n\n  more\n",
        );
        let words: Vec<&str> = read.blocks.iter().map(|block| block.span.of(&read.text).unwrap()).collect();
        assert_eq!(words, ["1. one", "2. two", "more", "an inset", "a | b", "1 | 2", "first", "second", "more"]);
    }
}
