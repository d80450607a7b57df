//! From the lines of pages to text: paragraphs joined over lines and pages, words joined over hyphens, pages' furniture left out.

use std::collections::HashSet;

use crate::corpus::document::BlockKind;
use crate::corpus::readers::Readable;
use crate::corpus::readers::html;
use crate::corpus::readers::lines::{heading, leads_to_a_page, marker};
use crate::corpus::readers::plain::{self, Repeated, is_page_furniture};
use crate::corpus::readers::writer::Writer;

/// As many lines at either end of a page may be its head and its foot.
const EDGE: usize = 3;

/// When more than this share of the gaps between lines are blank lines, blank lines mean nothing.
const BLANK_MEANS_NOTHING: (usize, usize) = (2, 3);

/// A line shorter than this share of the longest ones ends a paragraph, when it ends a sentence.
const ENDS_EARLY: (usize, usize) = (3, 4);

/// The readable text of pages.
pub(super) fn readable(pages: &[&str]) -> Readable {
    let lines = lines(pages);
    let whole: HashSet<String> = lines.iter().flat_map(|line| line.split_whitespace()).map(bare).collect();
    let text = lines.join("\n");
    let mut writer = Writer::default();
    for block in plain::blocks(&text) {
        let words = block.span.of(&text).unwrap_or_default();
        let joined = joined(words, &whole);
        let bulleted = text.get(..block.span.start).is_some_and(|before| before.trim_end_matches(' ').ends_with(is_bullet));
        match (block.kind, bulleted) {
            (BlockKind::Item, false) => match joined.split_once(' ') {
                Some((number, rest)) => {
                    writer.open_numbered(number);
                    writer.write(rest);
                }
                None => writer.open(BlockKind::Item),
            },
            (kind, _) => {
                writer.open(kind);
                writer.write(&joined);
            }
        }
        writer.close();
    }
    let readable = writer.finish();
    let title = readable.blocks.iter().take(3).find(|block| matches!(block.kind, BlockKind::Heading(_)));
    let title = title.and_then(|block| block.span.of(&readable.text)).map(str::to_owned);
    Readable { title, ..readable }
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '+' | '•' | '▪' | '◦' | '‣' | '●' | '·' | '–' | 'o' | '\u{f0b7}')
}

/// The lines of all pages, a blank one where a paragraph ends.
fn lines(pages: &[&str]) -> Vec<String> {
    let pages: Vec<Vec<String>> = pages.iter().map(|page| page.lines().map(normal).collect()).collect();
    let at_edges = pages.iter().map(|page| edges(page).map(|place| page.get(place).map_or("", String::as_str)).collect::<Vec<_>>());
    let repeated = Repeated::of(at_edges.map(Vec::into_iter));
    let mut lines: Vec<String> = Vec::new();
    for page in &pages {
        let edge: HashSet<usize> = edges(page).collect();
        let kept = page.iter().enumerate().filter(|(place, line)| !(edge.contains(place) && is_page_furniture(line, &repeated)));
        let kept: Vec<&String> = kept.map(|(_, line)| line).collect();
        let page = if blank_means_nothing(&kept) { paragraphs(&kept) } else { kept.into_iter().cloned().collect() };
        let mut page = page.as_slice();
        while let [first, rest @ ..] = page
            && first.is_empty()
        {
            page = rest;
        }
        // A sentence that a page's end cuts goes on with the next page.
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        let goes_on = page.first().is_some_and(|next| next.chars().next().is_some_and(char::is_lowercase) && marker(next).is_none());
        let cut = lines.last().is_some_and(|last| !last.ends_with(['.', ':', ';', '!', '?']));
        if !(goes_on
            || cut
                && page.first().is_some_and(|next| marker(next).is_none() && heading(next).is_none() && !next.is_empty())
                && lines.last().is_some_and(|last| heading(last).is_none()))
        {
            lines.push(String::new());
        }
        lines.extend(page.iter().cloned());
    }
    lines
}

/// The places of the lines with words at either end of a page.
fn edges(page: &[String]) -> impl Iterator<Item = usize> {
    let written: Vec<usize> = page.iter().enumerate().filter(|(_, line)| !line.is_empty()).map(|(place, _)| place).collect();
    let last = written.len().saturating_sub(EDGE).max(EDGE.min(written.len()));
    let ends: Vec<usize> = written.iter().take(EDGE).chain(written.iter().skip(last)).copied().collect();
    ends.into_iter()
}

fn blank_means_nothing(lines: &[&String]) -> bool {
    let written = lines.iter().filter(|line| !line.is_empty()).count();
    let after_a_blank = lines.windows(2).filter(|pair| matches!(pair, [first, second] if first.is_empty() && !second.is_empty())).count();
    written > 5 && after_a_blank * BLANK_MEANS_NOTHING.1 > written * BLANK_MEANS_NOTHING.0
}

/// Sets blank lines anew where every line is followed by one: behind lines that end a sentence early, and around headings.
fn paragraphs(lines: &[&String]) -> Vec<String> {
    let written: Vec<&String> = lines.iter().copied().filter(|line| !line.is_empty()).collect();
    let mut lengths: Vec<usize> = written.iter().map(|line| line.chars().count()).collect();
    lengths.sort_unstable();
    let long = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for line in written {
        let early = found.last().is_some_and(|last| last.chars().count() * ENDS_EARLY.1 < long * ENDS_EARLY.0);
        let ended = found.last().is_some_and(|last| last.ends_with(['.', ':', ';', '!', '?']) || heading(last).is_some());
        if ended && (early || heading(line).is_some()) {
            found.push(String::new());
        }
        found.push(line.clone());
    }
    found
}

/// A line with its white space counted once and its ligatures taken apart.
fn normal(line: &str) -> String {
    let mut words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    for (ligature, letters) in [("\u{fb00}", "ff"), ("\u{fb01}", "fi"), ("\u{fb02}", "fl"), ("\u{fb03}", "ffi"), ("\u{fb04}", "ffl")] {
        words = words.replace(ligature, letters);
    }
    html::shown(&words).replace('\u{2010}', "-")
}

/// The lines of a block in one. A hyphen at a line's end is taken out, unless the word stands elsewhere with it.
fn joined(words: &str, whole: &HashSet<String>) -> String {
    let mut text = String::new();
    for line in words.lines().map(str::trim).filter(|line| !leads_to_a_page(line)) {
        let next = line.split_whitespace().next().unwrap_or_default();
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default().to_owned();
        match last.strip_suffix('-') {
            Some(half) if half.ends_with(char::is_alphabetic) && next.starts_with(char::is_lowercase) => {
                let hyphenated = bare(&format!("{half}-{next}"));
                if !whole.contains(&hyphenated) {
                    text.pop();
                }
            }
            Some(half) if half.ends_with(char::is_alphanumeric) => {}
            _ if text.is_empty() => {}
            _ => text.push(' '),
        }
        text.push_str(line);
    }
    text
}

/// A word without the marks around it, in lower case.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
