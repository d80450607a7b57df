//! Plain text: not a byte changed; headings, paragraphs and numbered provisions are told by their lines.

mod pages;

use super::Readable;
use super::lines::{Marker, heading, is_above_contents, is_in_capitals, leads_to_a_page, marker, rule, title_of_a_part};
use crate::corpus::document::{Block, BlockKind};
use crate::text::Span;

pub(super) use pages::{Repeated, is_page_furniture};

/// The first line of a text is its title when it is no longer than this and stands alone.
const MOST_WORDS_OF_A_TITLE: usize = 14;

/// A line is in the middle of its page when it is set in so far.
const CENTRED: usize = 10;

/// A text is set in under its headings by so much.
const SET_IN: usize = 2;

/// A title stands above all but so many blocks: who wrote it, and when.
const EDGE_OF_THE_TEXT: usize = 5;

/// Reads plain text.
pub(super) fn read(content: &str) -> Readable {
    let blocks = blocks(content);
    let headed = || blocks.iter().take(3).find(|block| matches!(block.kind, BlockKind::Heading(_)))?.span.of(content);
    let title = title_page(content, &blocks).or_else(headed).map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
    Readable { title, text: content.to_owned(), blocks, ..Readable::default() }
}

/// The first of a few short lines in the middle of the page that a text begins with: its title, above its version and its date.
fn title_page<'t>(content: &'t str, blocks: &[Block]) -> Option<&'t str> {
    let first = blocks.first().filter(|block| block.kind == BlockKind::Paragraph)?;
    let indent = first.span.start - content.get(..first.span.start)?.rfind('\n').map_or(0, |end| end + 1);
    let lines: Vec<&str> = first.span.of(content)?.lines().collect();
    let short = lines.iter().all(|line| line.split_whitespace().count() <= MOST_WORDS_OF_A_TITLE);
    let centred = lines.iter().skip(1).all(|line| line.len() - line.trim_start().len() >= CENTRED);
    let title = lines.first()?.trim();
    (indent >= CENTRED && lines.len() <= EDGE_OF_THE_TEXT && short && centred && !title.ends_with('.')).then_some(title)
}

/// A line of the text.
struct Line<'t> {
    span: Span,
    words: &'t str,
    /// How far it is set in.
    indent: usize,
}

/// The blocks of a text.
pub(super) fn blocks(content: &str) -> Vec<Block> {
    let mut reader = Reader { content, blocks: Vec::new(), open: None, last: None, next_indent: 0, longest: 0 };
    let paragraphs = paragraphs(content);
    for (place, paragraph) in paragraphs.iter().enumerate() {
        reader.next_indent = paragraphs.get(place + 1).and_then(|next| next.first()).map_or(0, |line| line.indent);
        reader.paragraph(paragraph);
        reader.close();
    }
    reader.blocks
}

/// Lines that stand together, without what belongs to the page.
fn paragraphs(content: &str) -> Vec<Vec<Line<'_>>> {
    let furniture = pages::furniture(content);
    let (mut found, mut open) = (Vec::new(), Vec::new());
    let mut offset = 0;
    for (number, line) in content.split_inclusive('\n').enumerate() {
        let span = Span::new(offset, offset + line.len());
        offset = span.end;
        let words = line.trim();
        if words.is_empty() || furniture.contains(&number) || leads_to_a_page(words) || is_above_contents(words) {
            if !open.is_empty() {
                found.push(std::mem::take(&mut open));
            }
        } else {
            let span = span.trimmed(content);
            open.push(Line { span, words, indent: line.len() - line.trim_start().len() });
        }
    }
    if !open.is_empty() {
        found.push(open);
    }
    found
}

struct Reader<'t> {
    content: &'t str,
    blocks: Vec<Block>,
    open: Option<Block>,
    /// The line that was taken last, and how far it is set in.
    last: Option<(Span, usize)>,
    /// How far the next paragraph is set in.
    next_indent: usize,
    /// How long the longest of the lines is that stand together.
    longest: usize,
}

impl Reader<'_> {
    fn paragraph(&mut self, lines: &[Line<'_>]) {
        self.longest = lines.iter().map(|line| line.words.len()).max().unwrap_or_default();
        let mut rest = lines;
        while let [line, after @ ..] = rest {
            rest = after;
            if rule(line.words).is_some() {
                self.close();
                continue;
            }
            let underlined = after.first().and_then(|next| rule(next.words)).filter(|_| self.open.is_none());
            let kind = match underlined {
                Some(level) => Some(level),
                None if self.open.is_none() && (after.is_empty() || self.is_titled(line, after)) => {
                    self.heading_alone(line, lines.len() == 1, after.is_empty())
                }
                // The last line of a paragraph may head the next one, where papers set no gap above their headings.
                None if after.is_empty() && self.ends_a_sentence_of_prose() => {
                    heading(line.words).filter(|_| marker(line.words).is_some() && line.span.end < self.content.trim_end().len())
                }
                None => None,
            };
            if let Some(level) = kind {
                self.close();
                self.push(line, BlockKind::Heading(level));
                self.close();
                continue;
            }
            match marker(line.words) {
                Some(Marker::Bullet(length)) if self.begins_an_item(line) => {
                    let span = Span::new(line.span.start + length, line.span.end);
                    self.close();
                    self.open = Some(Block { span, kind: BlockKind::Item });
                    self.last = Some((line.span, line.indent));
                }
                Some(Marker::Number { .. } | Marker::Part { .. }) if self.begins_an_item(line) => {
                    self.close();
                    self.push(line, BlockKind::Item);
                }
                _ => self.push(line, BlockKind::Paragraph),
            }
        }
    }

    /// Whether the paragraph that is open has come to the end of a sentence.
    fn ends_a_sentence_of_prose(&self) -> bool {
        let prose = self.open.as_ref().is_some_and(|open| open.kind == BlockKind::Paragraph);
        prose
            && self
                .last
                .and_then(|(last, _)| last.of(self.content))
                .is_some_and(|last| last.trim_end().ends_with(['.', '!', '?', '”', '"']))
    }

    /// Whether a line heads the lines right below it: the name of a part, whose title or first provision follows.
    fn is_titled(&self, line: &Line<'_>, after: &[Line<'_>]) -> bool {
        let follows = |next: &Line<'_>| {
            marker(next.words).is_some() || heading(next.words).is_some() || next.words.chars().next().is_some_and(char::is_uppercase)
        };
        let short = line.words.split_whitespace().count() <= 8 && !line.words.ends_with('.');
        match marker(line.words) {
            Some(Marker::Part { .. }) => short && after.first().is_some_and(follows),
            None => is_in_capitals(line.words) && after.first().is_some_and(|next| !is_in_capitals(next.words) && follows(next)),
            _ => false,
        }
    }

    /// The level of a line that heads what follows: one that stands `alone`, or that `ends` the lines that stand together.
    fn heading_alone(&self, line: &Line<'_>, alone: bool, ends: bool) -> Option<u8> {
        let is_first = self.blocks.is_empty();
        let words = line.words.split_whitespace().count();
        let follows = line.span.end < self.content.trim_end().len();
        let title = is_first
            && alone
            && follows
            && words <= MOST_WORDS_OF_A_TITLE
            && marker(line.words).is_none()
            && !line.words.ends_with(['.', ':', ',', ';', '!', '?']);
        if title || (alone && follows && words <= MOST_WORDS_OF_A_TITLE && self.is_centred_title(line)) {
            return Some(1);
        }
        if alone && self.hangs_over_the_text(line) {
            return Some(5);
        }
        let numbered = matches!(marker(line.words), Some(Marker::Number { .. }));
        // A numbered line that is set in is an item of a list; sections begin at the margin.
        heading(line.words).filter(|_| follows && !(numbered && line.indent > 2)).or_else(|| self.title_of_a_part(line).filter(|_| ends))
    }

    /// A line in the middle of the page before anything else is headed is the title, as RFCs have it.
    fn is_centred_title(&self, line: &Line<'_>) -> bool {
        let headed = self.blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading(_)));
        line.indent >= CENTRED
            && !headed
            && self.blocks.len() <= EDGE_OF_THE_TEXT
            && marker(line.words).is_none()
            && !line.words.ends_with('.')
    }

    /// A short line at the margin above a text that is set in is its heading: "Abstract", "Acknowledgements".
    fn hangs_over_the_text(&self, line: &Line<'_>) -> bool {
        line.indent == 0
            && self.next_indent >= SET_IN
            && line.words.split_whitespace().count() <= 6
            && line.words.starts_with(char::is_uppercase)
            && marker(line.words).is_none()
            && !line.words.ends_with(['.', ':', ',', ';', '!', '?'])
    }

    /// A short line right behind the name of a part is the part's title.
    fn title_of_a_part(&self, line: &Line<'_>) -> Option<u8> {
        let before = self.blocks.last()?;
        let BlockKind::Heading(level) = before.kind else { return None };
        title_of_a_part(before.span.of(self.content)?, level, line.words)
    }

    /// A line within a paragraph begins an item only where the line before it ends a sentence or a part of one, or where it is
    /// set in otherwise: "pursuant to\nSection 5 of the Act" is one sentence.
    fn begins_an_item(&self, line: &Line<'_>) -> bool {
        let (Some(open), Some((last, indent))) = (&self.open, self.last) else { return true };
        let before = last.of(self.content).unwrap_or_default().trim_end();
        let ended = before.ends_with(['.', ';', ':', '!', '?']) || before.ends_with(" and") || before.ends_with(" or");
        // A line that is broken early was broken on purpose.
        let broken = before.len() * 3 < self.longest * 2 && matches!(marker(line.words), Some(Marker::Number { .. }));
        let listed = open.kind == BlockKind::Item && before.ends_with(',');
        let is_part = matches!(marker(line.words), Some(Marker::Part { .. }));
        let is_bullet = matches!(marker(line.words), Some(Marker::Bullet(_)));
        ended
            || broken
            || listed
            || (is_bullet && open.kind == BlockKind::Item && line.indent <= indent)
            || (!is_part && line.indent != indent && (line.indent > 0 || is_bullet))
    }

    fn push(&mut self, line: &Line<'_>, kind: BlockKind) {
        self.open = Some(match self.open.take() {
            Some(open) => Block { span: open.span.joined(&line.span), kind: open.kind },
            None => Block { span: line.span, kind },
        });
        self.last = Some((line.span, line.indent));
    }

    fn close(&mut self) {
        self.blocks.extend(self.open.take());
        self.last = None;
    }
}
