//! Where labels of provisions stand in a document: at the beginning of blocks and lines, and within a line where it
//! enumerates.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::titles;
use crate::corpus::{BlockKind, Document};
use crate::text::{Label, Mark, ProvisionKind, Setting, Span, label, labels_within};

/// A label that may be a provision's.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Where the label stands.
    pub(super) at: Span,
    pub(super) label: Label,
    pub(super) title: Option<Span>,
    /// The level of the heading that it stands in, if it stands in one.
    pub(super) heading: Option<u8>,
    /// How far from the margin it stands, in bytes.
    pub(super) indent: usize,
    /// Whether it stands within a line.
    pub(super) within: bool,
    /// Whether a heading without a label stands between it and the one before.
    pub(super) after_heading: bool,
}

/// A heading that has no label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unlabelled {
    pub(super) at: usize,
    pub(super) level: u8,
}

/// The labels of a document, and the headings without one.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    pub(super) labels: Vec<Candidate>,
    pub(super) headings: Vec<Unlabelled>,
}

impl Candidates {
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }
}

/// A line of a table of contents takes up no more than this many bytes more than its title.
const ENTRY: usize = 40;
/// So many entries in a row are a table of contents, however each is laid out, …
const ENTRIES: usize = 8;
/// … when each takes up no more than this many bytes more than its title, which may go on in the next line, …
const WRAPPED_ENTRY: usize = 160;
/// … and so many in a hundred stand again further down.
const STAND_AGAIN: usize = 80;
/// A title that stands behind so many bare numbers is that of a page.
const PAGES: usize = 3;
/// How much of a title is compared.
const COMPARED: usize = 40;

/// Every label that may be a provision's, without those of a table of contents.
pub(super) fn candidates(document: &Document) -> Candidates {
    let mut reader = Reader { text: &document.text, found: Candidates::default(), after_heading: false, title_of: None };
    for block in &document.blocks {
        let level = match block.kind {
            BlockKind::Heading(level) => Some(level),
            BlockKind::Paragraph | BlockKind::Item => None,
        };
        reader.block(block.span, level);
    }
    let mut found = reader.found;
    drop_contents(&document.text, &mut found.labels);
    drop_single_kinds(&mut found.labels);
    found
}

struct Reader<'d> {
    text: &'d str,
    found: Candidates,
    after_heading: bool,
    /// The label that the next line may be the title of.
    title_of: Option<usize>,
}

impl Reader<'_> {
    fn block(&mut self, span: Span, level: Option<u8>) {
        let lines = lines(self.text, span);
        let width = lines.iter().map(Span::len).max().unwrap_or(0);
        let (mut labelled, mut enumerating) = (false, false);
        for (place, line) in lines.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| lines.get(before));
            let start = if line.start == span.start { self.marker(span.start) } else { line.start };
            let line = Span::new(start, line.end);
            let begins = before.is_none_or(|before| breaks(self.text, *before, line, width));
            // "(2)" at the beginning of a line goes on with an enumeration that began within one.
            let enumerates = before.is_some() && enumerating && line.of(self.text).is_some_and(|words| words.starts_with('('));
            let next = lines.get(place + 1).and_then(|next| next.of(self.text));
            let alone = next.is_none_or(|next| label(next).is_some());
            let is_label = begins && self.line(line, alone, level, enumerates);
            labelled |= is_label && !enumerates;
            if !is_label && let Some(label) = self.title_of.take() {
                let title = titles::below(self.text, line, level.is_some());
                labelled |= title.is_some();
                if let Some(candidate) = self.found.labels.get_mut(label) {
                    candidate.title = title;
                }
            }
            enumerating |= self.within(line, is_label);
        }
        if let Some(level) = level.filter(|_| !labelled) {
            self.found.headings.push(Unlabelled { at: span.start, level });
            self.after_heading = true;
        }
    }

    /// Where the block's line begins, when what stands before the block there is the number of its list item.
    fn marker(&self, start: usize) -> usize {
        let before = self.text.get(..start).unwrap_or_default();
        let begin = before.rfind('\n').map_or(0, |end| end + 1);
        let begin = begin + before.get(begin..).map_or(0, |marker| marker.len() - marker.trim_start().len());
        let marker = before.get(begin..).unwrap_or_default().trim_end();
        let numbered = marker.strip_suffix(['.', ')']).is_some_and(|number| number.parse::<u16>().is_ok());
        if numbered { begin } else { start }
    }

    /// Takes the label at the beginning of a line, if there is one.
    fn line(&mut self, line: Span, alone: bool, level: Option<u8>, enumerates: bool) -> bool {
        let Some(words) = line.of(self.text) else { return false };
        let Some(label) = label(words).filter(|_| !is_entry(words)) else { return false };
        let rest = Span::new(line.start + label.length, line.end);
        let title = titles::in_line(self.text, rest, alone, level.is_some());
        let after = rest.of(self.text).unwrap_or_default();
        if label.marks.iter().any(|mark| mark.setting == Setting::Bare) {
            let apart = after.starts_with('\t') || after.starts_with("  ");
            let fits = level.is_some() || ((alone || apart) && title.is_some());
            if !fits {
                return false;
            }
        }
        if after.trim().is_empty() {
            self.title_of = Some(self.found.labels.len());
        } else {
            self.title_of = None;
        }
        self.push(Span::new(line.start, rest.start), label, title, level, enumerates);
        true
    }

    /// Takes the labels that stand within a line, and tells whether there are any.
    fn within(&mut self, line: Span, labelled: bool) -> bool {
        let Some(words) = line.of(self.text) else { return false };
        let skipped = if labelled { self.found.labels.last().map_or(0, |last| last.at.end - line.start) } else { 0 };
        let before = self.found.labels.len();
        for (at, label) in labels_within(words) {
            if at >= skipped {
                let start = line.start + at;
                self.push(Span::new(start, start + label.length), label, None, None, true);
            }
        }
        self.found.labels.len() > before
    }

    fn push(&mut self, at: Span, label: Label, title: Option<Span>, heading: Option<u8>, within: bool) {
        let after_heading = std::mem::take(&mut self.after_heading);
        let before = self.text.get(..at.start).unwrap_or_default();
        let indent = at.start - before.rfind('\n').map_or(0, |end| end + 1);
        self.found.labels.push(Candidate { at, label, title, heading, indent, within, after_heading });
    }
}

/// The lines of a block, without the white space around them and without the frame of a box; rules and empty ones are left out.
fn lines(text: &str, block: Span) -> Vec<Span> {
    let mut at = block.start;
    let mut found = Vec::new();
    for line in block.of(text).unwrap_or_default().split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        let words = span.of(text).unwrap_or_default();
        let framed = words.trim_start_matches(['*', '|', '#', '>', '\u{2022}', ' ', '\t']);
        if framed.chars().any(char::is_alphanumeric) {
            found.push(Span::new(span.end - framed.len(), span.end));
        }
    }
    found
}

/// Whether a line was begun on purpose: the one before ends a sentence or a part of one, or had room for the label. Otherwise
/// "section" may stand at the end of one line and "4.2" at the beginning of the next.
fn breaks(text: &str, before: Span, line: Span, width: usize) -> bool {
    let ended = before.of(text).unwrap_or_default();
    let joins =
        ended.ends_with([',', ';', ':', '.', '?', '!', '\u{2014}', '\u{201d}', '"']) || ended.ends_with(" and") || ended.ends_with(" or");
    let first = line.of(text).unwrap_or_default().split_whitespace().next().map_or(0, str::len);
    joins || before.len() + first < width
}

/// Whether a line is an entry of a table of contents: dots lead to a page, or a gap does.
fn is_entry(line: &str) -> bool {
    let line = line.trim_end();
    let digits = line.len() - line.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = line.get(..line.len() - digits).unwrap_or_default();
    let leads = ["...", ". . .", "\u{2026}", "\u{b7}\u{b7}\u{b7}"].iter().any(|dots| line.contains(dots));
    let gap = before.ends_with("   ") || before.ends_with('\t');
    (leads && (digits > 0 || line.ends_with('.'))) || (gap && (1..=4).contains(&digits) && !before.trim().is_empty())
}

/// Drops the labels of a table of contents: those that stand again, with the same title and with a text. Of page numbers with
/// the same words behind them, none is a label.
fn drop_contents(text: &str, labels: &mut Vec<Candidate>) {
    let ends: Vec<usize> = labels.iter().skip(1).map(|next| next.at.start).chain([text.len()]).collect();
    let own: Vec<usize> = labels
        .iter()
        .zip(&ends)
        .map(|(label, end)| end.saturating_sub(label.title.map_or(label.at.end, |title| title.end.max(label.at.end))))
        .collect();
    let mut places: HashMap<(Option<ProvisionKind>, String, String), Vec<usize>> = HashMap::new();
    let mut pages: HashMap<String, usize> = HashMap::new();
    for (place, candidate) in labels.iter().enumerate() {
        let Some(title) = candidate.title.map(|title| key(title.of(text).unwrap_or_default())).filter(|title| !title.is_empty()) else {
            continue;
        };
        if is_bare(candidate) {
            *pages.entry(title.clone()).or_default() += 1;
        }
        let number: Vec<String> = candidate.label.marks.iter().map(Mark::token).collect();
        places.entry((candidate.label.kind, number.join("."), title)).or_default().push(place);
    }
    let mut dropped = vec![false; labels.len()];
    for places in places.values().filter(|places| places.len() > 1) {
        let most = places.iter().filter_map(|place| own.get(*place)).max().copied().unwrap_or(0);
        for place in places {
            let length = own.get(*place).copied().unwrap_or(0);
            // An entry may be followed by a subtitle or a page number, but not by a text.
            if length < most
                && length <= ENTRY
                && let Some(dropped) = dropped.get_mut(*place)
            {
                *dropped = true;
            }
        }
    }
    if let Some(run) = contents(labels, &own) {
        for dropped in dropped.get_mut(run).unwrap_or_default() {
            *dropped = true;
        }
    }
    let mut dropped = dropped.into_iter();
    labels.retain(|candidate| {
        let of_page = is_bare(candidate)
            && candidate
                .title
                .is_some_and(|title| pages.get(&key(title.of(text).unwrap_or_default())).is_some_and(|times| *times >= PAGES));
        !dropped.next().unwrap_or(false) && !of_page
    });
}

/// The first run of labels with next to no text of their own, if most of their numbers stand again behind it: the entries of a
/// table of contents whose titles are laid out in another way than in the text. `own` is the length of each label's text.
fn contents(labels: &[Candidate], own: &[usize]) -> Option<Range<usize>> {
    let number = |candidate: &Candidate| {
        let marks: Vec<String> = candidate.label.marks.iter().map(Mark::token).collect();
        (candidate.label.kind, marks.join("."))
    };
    let is_short = |place: usize| own.get(place).is_some_and(|length| *length <= WRAPPED_ENTRY);
    let start = (0..labels.len()).find(|place| (*place..place + ENTRIES).all(is_short))?;
    // The last entry is followed by the text, however long that is until the first label.
    let end = (start..labels.len()).find(|place| !is_short(*place)).map_or(labels.len(), |last| last + 1);
    let again: HashSet<_> = labels.get(end..)?.iter().map(number).collect();
    let entries = labels.get(start..end)?;
    let stand_again = entries.iter().filter(|entry| again.contains(&number(entry))).count();
    (stand_again * 100 >= entries.len() * STAND_AGAIN).then_some(start..end)
}

fn is_bare(candidate: &Candidate) -> bool {
    candidate.label.marks.iter().any(|mark| mark.setting == Setting::Bare)
}

/// A title as it is compared with another.
fn key(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(COMPARED).collect()
}

/// A noun that numbers one provision only is no numbering: a line that begins with "Article 28 GDPR". What is attached to a
/// document may be one.
fn drop_single_kinds(labels: &mut Vec<Candidate>) {
    let mut counts: HashMap<ProvisionKind, usize> = HashMap::new();
    for kind in labels.iter().filter_map(|candidate| candidate.label.kind) {
        *counts.entry(kind).or_default() += 1;
    }
    labels.retain(|candidate| match candidate.label.kind {
        Some(kind) => candidate.heading.is_some() || kind.is_attachment() || counts.get(&kind).is_some_and(|count| *count > 1),
        None => true,
    });
}
