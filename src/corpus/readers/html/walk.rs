//! From a tree of elements to blocks: the words as a browser shows them, with headings, lists, numbers, tables and links.

use dom_query::NodeRef;

use super::list::{List, is_marker};
use crate::corpus::document::BlockKind;
use crate::corpus::readers::writer::Writer;
use crate::corpus::readers::{Readable, plain};

/// What holds no words of the text.
const SILENT: &[&str] = &[
    "head", "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video", "map",
    "button", "select", "textarea", "input", "datalist", "dialog", "rp", "rt", "del", "s", "strike",
];

/// What stands within a line. All else begins a block of its own.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
    "nobr", "output", "q", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "o:p",
    "picture", "source",
];

/// A preformatted text of more lines than this is a document of its own, as RFCs are, and is read as plain text.
const MOST_LINES_OF_CODE: usize = 12;

/// A line in bold type that is longer than this is emphasis.
const MOST_WORDS_OF_A_BOLD_LINE: usize = 12;

/// What is done next on the way through the tree.
enum Step<'d> {
    Enter(NodeRef<'d>),
    /// Ends the block that is open.
    CloseBlock,
    CloseItem,
    CloseList,
    CloseLink,
    CloseRow,
    Write(&'static str),
}

/// Walks through trees without recursion, since pages are nested as deeply as whoever made them liked.
#[derive(Default)]
pub(super) struct Walk<'d> {
    writer: Writer,
    steps: Vec<Step<'d>>,
    lists: Vec<List>,
    /// How many list items are open, so that a paragraph within one is an item.
    items: usize,
    /// Within a row of a table that is written in one line.
    in_row: bool,
}

/// The readable text below these nodes.
pub(super) fn readable<'d>(nodes: impl IntoIterator<Item = NodeRef<'d>>) -> Readable {
    let mut walk = Walk::default();
    for node in nodes {
        walk.through(node);
        walk.writer.close();
    }
    walk.writer.finish()
}

impl<'d> Walk<'d> {
    fn through(&mut self, node: NodeRef<'d>) {
        self.steps.push(Step::Enter(node));
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Enter(node) => self.enter(node),
                Step::CloseBlock => self.close_block(),
                Step::CloseItem => {
                    self.close_block();
                    self.items = self.items.saturating_sub(1);
                }
                Step::CloseList => {
                    self.lists.pop();
                }
                Step::CloseLink => self.writer.close_link(),
                Step::CloseRow => {
                    self.in_row = false;
                    self.writer.close();
                }
                Step::Write(words) => self.write(words),
            }
        }
    }

    fn enter(&mut self, node: NodeRef<'d>) {
        if node.is_text() {
            let text = node.text();
            self.words(&text);
            return;
        }
        let Some(name) = node.node_name() else {
            self.children(node);
            return;
        };
        match &*name {
            name if SILENT.contains(&name) => {}
            "br" => self.line_break(),
            "hr" => self.close_block(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(node, &name),
            "ul" | "menu" | "ol" => self.list(node, &name),
            "li" => self.item(node),
            "dd" => self.within_item(node),
            "pre" if !self.in_row => self.preformatted(node),
            "tr" if !self.in_row => self.row(node),
            "p" if self.items == 0 && !self.in_row && is_all_bold(&node) => self.heading(node, "h6"),
            "a" => self.link(node),
            "sup" if is_a_note_mark(&node) => self.note_mark(&node),
            "q" => {
                self.write("\u{201c}");
                self.steps.push(Step::Write("\u{201d}"));
                self.children(node);
            }
            name if INLINE.contains(&name) => self.children(node),
            _ => {
                self.close_block();
                self.steps.push(Step::CloseBlock);
                self.children(node);
            }
        }
    }

    fn children(&mut self, node: NodeRef<'d>) {
        self.steps.extend(node.children_it(true).map(Step::Enter));
    }

    /// Ends a block; within a row, or where an item's words have not begun, what begins next belongs to the same one.
    fn close_block(&mut self) {
        if self.in_row || matches!(self.writer.kind(), Some(BlockKind::Heading(_))) && !self.writer.has_words() {
            self.write(" ");
        } else if !self.writer.is_at_the_start_of_an_item() {
            self.writer.close();
        }
    }

    fn heading(&mut self, node: NodeRef<'d>, name: &str) {
        if self.in_row || self.writer.is_at_the_start_of_an_item() {
            self.children(node);
            return;
        }
        let level = name.chars().last().and_then(|digit| digit.to_digit(10)).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(6);
        self.writer.open(BlockKind::Heading(level));
        self.steps.push(Step::CloseBlock);
        self.children(node);
    }

    fn list(&mut self, node: NodeRef<'d>, name: &str) {
        self.close_block();
        self.lists.push(if name == "ol" { List::numbered(&node) } else { List::default() });
        self.steps.push(Step::CloseList);
        self.steps.push(Step::CloseBlock);
        self.children(node);
    }

    fn item(&mut self, node: NodeRef<'d>) {
        if self.in_row {
            self.write(" ");
            self.children(node);
            return;
        }
        self.writer.close();
        self.items += 1;
        match self.lists.last_mut().and_then(|list| list.next(&node)) {
            Some(number) => self.writer.open_numbered(&number),
            None => self.writer.open(BlockKind::Item),
        }
        self.steps.push(Step::CloseItem);
        self.children(node);
    }

    fn within_item(&mut self, node: NodeRef<'d>) {
        self.close_block();
        self.items += 1;
        self.steps.push(Step::CloseItem);
        self.children(node);
    }

    fn preformatted(&mut self, node: NodeRef<'d>) {
        self.close_block();
        let text = super::shown(&node.text()).replace('\u{a0}', " ");
        if text.lines().count() <= MOST_LINES_OF_CODE {
            self.writer.open(BlockKind::Item);
            self.writer.write(text.trim_matches('\n'));
            self.writer.close();
            return;
        }
        let plain = plain::read(&text);
        for block in &plain.blocks {
            self.writer.copy(&plain, block);
        }
    }

    /// A row of a table of data becomes one line. A row that only places text on the page is read cell by cell; when its first
    /// cell is a number, as in regulations, what follows is the item of that number.
    fn row(&mut self, node: NodeRef<'d>) {
        self.close_block();
        let cells: Vec<NodeRef<'d>> = node
            .children_it(false)
            .filter(|cell| cell.has_name("td") || cell.has_name("th"))
            .filter(|cell| !cell.text().trim().is_empty())
            .collect();
        let numbered = cells.first().map(|cell| super::shown(&cell.text()).trim().to_owned()).filter(|text| is_marker(text));
        if let (Some(number), [_, rest @ ..]) = (numbered, cells.as_slice())
            && !rest.is_empty()
            && (rest.len() == 1 || rest.iter().any(is_laid_out))
        {
            self.items += 1;
            if number.chars().any(char::is_alphanumeric) {
                self.writer.open_numbered(&number)
            } else {
                self.writer.open(BlockKind::Item)
            }
            self.steps.push(Step::CloseItem);
            self.steps.extend(rest.iter().rev().copied().map(Step::Enter));
        } else if cells.len() < 2 || cells.iter().any(is_laid_out) {
            self.steps.push(Step::CloseBlock);
            self.steps.extend(cells.iter().rev().copied().map(Step::Enter));
        } else {
            self.writer.open(BlockKind::Item);
            self.in_row = true;
            self.steps.push(Step::CloseRow);
            for (place, cell) in cells.iter().enumerate().rev() {
                self.steps.extend(cell.children_it(true).map(Step::Enter));
                if place > 0 {
                    self.steps.push(Step::Write(" | "));
                }
            }
        }
    }

    fn link(&mut self, node: NodeRef<'d>) {
        let url = node.attr("href").map(|url| url.trim().to_owned()).filter(|url| leads_elsewhere(url));
        if let Some(url) = url {
            if !self.writer.has_words() && !self.writer.is_at_the_start_of_an_item() && self.writer.kind().is_none() {
                self.open_for_words();
            }
            self.writer.open_link(url);
            self.steps.push(Step::CloseLink);
        }
        self.children(node);
    }

    /// The mark of a footnote is set apart from the word that it hangs on, as it is by its small print.
    fn note_mark(&mut self, node: &NodeRef<'d>) {
        let mark = super::shown(&node.text());
        let mark = mark.trim();
        if mark.starts_with(['[', '(']) { self.write(mark) } else { self.write(&format!("[{mark}]")) }
    }

    fn line_break(&mut self) {
        if self.in_row || matches!(self.writer.kind(), Some(BlockKind::Heading(_))) {
            self.write(" ");
        } else if self.writer.ends_a_line() {
            self.close_block();
        } else if self.writer.has_words() {
            self.writer.write("\n");
        }
    }

    fn open_for_words(&mut self) {
        self.writer.open(if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph });
    }

    /// Writes the words of a text node: white space counts once.
    fn words(&mut self, text: &str) {
        for (place, words) in super::shown(text).split(|c: char| c.is_whitespace()).enumerate() {
            if place > 0 {
                self.write(" ");
            }
            self.write(words);
        }
    }

    fn write(&mut self, words: &str) {
        if words.starts_with(' ') && (self.writer.ends_in_space() || !self.writer.has_words()) {
            let words = words.trim_start();
            if !words.is_empty() && self.writer.has_words() {
                self.writer.write(words);
            }
            return;
        }
        if words.is_empty() {
            return;
        }
        if self.writer.kind().is_none() {
            self.open_for_words();
        }
        self.writer.write(words);
    }
}

/// Whether a cell of a table holds more than a line: it is there for the page's layout.
fn is_laid_out(cell: &NodeRef<'_>) -> bool {
    let mut paragraphs = 0;
    for inner in cell.descendants_it() {
        match inner.node_name().as_deref() {
            Some("table" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "blockquote" | "pre") => return true,
            Some("p") => paragraphs += 1,
            _ => {}
        }
    }
    paragraphs > 1 || cell.text().split_whitespace().count() > 60
}

/// Whether a paragraph is a short line in bold type, which heads what follows on pages without headings.
fn is_all_bold(node: &NodeRef<'_>) -> bool {
    let mut inner = node.children_it(false).filter(|child| !(child.is_text() && child.text().trim().is_empty()));
    let bold = inner.next().is_some_and(|child| child.has_name("b") || child.has_name("strong")) && inner.next().is_none();
    let text = node.text();
    let text = text.trim();
    bold && !text.is_empty()
        && text.split_whitespace().count() <= MOST_WORDS_OF_A_BOLD_LINE
        && !text.ends_with(['.', ',', ';', '!', '”', '"'])
        && !node.descendants_it().any(|inner| inner.has_name("a") || inner.has_name("br") || inner.has_name("img"))
}

/// A small number that leads to a note on the same page.
fn is_a_note_mark(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim().trim_matches(['[', ']', '(', ')']);
    let short = !text.is_empty() && text.chars().count() <= 3 && !text.contains(char::is_whitespace);
    short && node.descendants_it().any(|inner| inner.has_name("a") && inner.attr("href").is_some_and(|url| url.contains('#')))
}

fn leads_elsewhere(url: &str) -> bool {
    let scheme = url.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    !url.is_empty() && !url.starts_with('#') && (!scheme.contains(':') || scheme.starts_with("http:") || scheme.starts_with("https:"))
}
