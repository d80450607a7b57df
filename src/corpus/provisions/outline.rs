//! From labels in a row to a tree: which provision stands in which, told from the sequences that their numbers make.

use std::collections::{HashMap, HashSet};

use super::labels::{Candidate, Candidates};
use crate::corpus::Document;
use crate::text::{Mark, ProvisionKind, Setting, Span, letter, roman};

/// So many numbers of a sequence may be missing, as where an excerpt leaves some out.
const NUMBERS_MISSING: u32 = 5;
/// So many letters may be.
const LETTERS_MISSING: u32 = 1;
/// A numbering without a noun begins no later than with this.
const LATEST_FIRST: u32 = 2;
/// Bare numbers are a numbering from so many in a row on.
const BARE_IN_A_ROW: usize = 3;

/// The system that a part of a label counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum System {
    Arabic,
    SmallLetters,
    Letters,
    SmallRoman,
    Roman,
}

/// What tells one sequence from another: "(a)" and "(i)" count in different ones.
type Series = (Option<ProvisionKind>, Setting, System);

/// A provision in the tree.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) series: Series,
    /// Its place in the sequence; letters after a number ("12A") make it a place after it.
    ordinal: (u32, u32),
    /// Its own part of the number, in small letters; a Roman numeral after a noun as a number.
    pub(super) token: String,
    /// The same as printed.
    pub(super) printed: String,
    /// The whole number, where the label gives all of it: "4.2".
    pub(super) explicit: Option<Vec<String>>,
    /// The number that labels below it may begin with: "4" of "4.2".
    full: Option<Vec<String>>,
    pub(super) title: Option<Span>,
    pub(super) span: Span,
    heading: Option<u8>,
    indent: usize,
    has_title: bool,
    label_end: usize,
    within: bool,
}

impl Node {
    /// How much a label looks like this one's: where two sequences could go on with the same number, the look tells.
    fn looks_like(&self, candidate: &Candidate) -> usize {
        let same = [
            self.heading.is_some() == candidate.heading.is_some(),
            self.indent == candidate.indent,
            self.has_title == candidate.title.is_some(),
        ];
        same.into_iter().filter(|same| *same).count()
    }

    pub(super) fn kind(&self) -> Option<ProvisionKind> {
        self.series.0
    }
}

/// The tree of a document, its nodes in the order of the text.
#[derive(Debug)]
pub(super) struct Outline<'d> {
    pub(super) text: &'d str,
    pub(super) nodes: Vec<Node>,
}

/// The tree that the labels make up; nothing when more of them contradict each other than fit.
pub(super) fn outline<'d>(document: &'d Document, found: &Candidates) -> Option<Outline<'d>> {
    let mut builder = Builder::default();
    for (place, candidate) in found.labels.iter().enumerate() {
        let next = found.labels.get(place + 1);
        if !builder.place(candidate, next) {
            builder.rejected += 1;
        }
    }
    if builder.rejected > builder.nodes.len() {
        return None;
    }
    let mut outline = Outline { text: &document.text, nodes: builder.nodes };
    outline.drop_lone();
    outline.span(document, found);
    outline.counts().then_some(outline)
}

/// So many of the outermost provisions have a number or a noun; letters alone number the parts of something else.
const FEWEST_OUTERMOST: usize = 2;

#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    /// The open provisions, outermost first.
    open: Vec<usize>,
    /// The last place of each sequence that was closed and may go on in the next chapter.
    closed: HashMap<Series, (u32, u32)>,
    /// Which noun was seen to stand in which.
    within: HashSet<(ProvisionKind, ProvisionKind)>,
    rejected: usize,
}

/// Where a part of a label goes: the open provision that it stands in is the last of so many.
struct Place {
    depth: usize,
    series: Series,
    ordinal: (u32, u32),
}

impl Builder {
    fn node(&self, depth: usize) -> Option<&Node> {
        self.open.get(depth).and_then(|at| self.nodes.get(*at))
    }

    /// Puts a label in the tree; `next` is the one after it. Whether it fits.
    fn place(&mut self, candidate: &Candidate, next: Option<&Candidate>) -> bool {
        let marks = &candidate.label.marks;
        let leading = marks.iter().take_while(|mark| matches!(mark.setting, Setting::Named | Setting::Path)).count();
        let (path, rest) = marks.split_at(leading);
        if !candidate.within {
            self.close_within(marks.first());
        }
        if !path.is_empty() && !self.place_path(candidate, path, rest.is_empty()) {
            return false;
        }
        for (index, mark) in rest.iter().enumerate() {
            let after = if index + 1 < rest.len() { None } else { next };
            let Some(place) = self.find(mark, candidate, after) else { return false };
            self.open_at(candidate, mark, place, None, index + 1 == rest.len());
        }
        true
    }

    /// What was enumerated within a line ends with it, unless the label on the next one goes on from there.
    fn close_within(&mut self, mark: Option<&Mark>) {
        let within = |depth: &usize| self.node(*depth).is_some_and(|node| node.within);
        let Some(first) = (0..self.open.len()).find(within) else { return };
        let goes_on = mark.is_some_and(|mark| {
            readings(mark).into_iter().any(|(system, ordinal)| {
                (first..self.open.len()).any(|depth| {
                    self.node(depth).is_some_and(|node| node.series == (None, mark.setting, system) && follows(ordinal, node.ordinal))
                })
            })
        });
        if !goes_on {
            self.open.truncate(first);
        }
    }

    /// The label's path of numbers: "Article 5", "Section 4.2", "4.2".
    fn place_path(&mut self, candidate: &Candidate, path: &[Mark], is_last: bool) -> bool {
        let kind = candidate.label.kind;
        if path.len() == 1
            && let (Some(kind), Some(mark)) = (kind, path.first())
        {
            return self.place_noun(candidate, kind, mark, is_last);
        }
        let tokens: Vec<String> = path.iter().map(Mark::token).collect();
        let Some(mark) = path.last() else { return false };
        let series = (kind, if kind.is_some() { Setting::Named } else { Setting::Path }, System::Arabic);
        let Some(ordinal) = arabic(&mark.token()).or_else(|| letter(&mark.token()).map(|place| (place, 0))) else { return false };
        let floor = self.floor();
        // It stands in the provision whose number it begins with.
        let above = (1..tokens.len()).rev().find_map(|length| {
            let prefix = tokens.get(..length)?;
            (floor..self.open.len()).rev().find(|depth| self.node(*depth).is_some_and(|node| node.full.as_deref() == Some(prefix)))
        });
        let depth = match above {
            Some(above) => above + 1,
            None => self.base(kind),
        };
        // Again the number that is open: "12.3(a)" and then "12.3(b)".
        if let Some(same) = (floor..self.open.len()).find(|depth| self.node(*depth).is_some_and(|node| node.full.as_ref() == Some(&tokens)))
        {
            if is_last {
                return false;
            }
            self.open.truncate(same + 1);
            return true;
        }
        let before = self.open.get(depth).and_then(|at| self.nodes.get(*at)).and_then(|node| node.explicit.as_ref());
        let ascends = before.is_none_or(|before| is_after(&tokens, before));
        let begins = before.is_some() || above.is_some() || kind.is_some() || self.begins_well(&tokens);
        if !ascends || !begins {
            return false;
        }
        self.push(candidate, mark, Place { depth, series, ordinal }, Some(tokens), is_last);
        true
    }

    /// Whether a path that nothing goes before may begin a numbering: not the 21.5 of an amount.
    fn begins_well(&self, tokens: &[String]) -> bool {
        let known = self.nodes.iter().rev().find_map(|node| node.explicit.as_ref());
        match known {
            Some(known) => is_after(tokens, known) || self.floor() > 0,
            None => tokens.first().and_then(|first| arabic(first)).is_none_or(|first| first.0 <= LATEST_FIRST + NUMBERS_MISSING),
        }
    }

    /// "Article 5", "Schedule 2", "Part III", "Annex A".
    fn place_noun(&mut self, candidate: &Candidate, kind: ProvisionKind, mark: &Mark, is_last: bool) -> bool {
        let same = (0..self.open.len()).find(|depth| self.node(*depth).is_some_and(|node| node.kind() == Some(kind)));
        let before = same.and_then(|depth| self.node(depth));
        let Some((system, ordinal)) = self.counted(mark, kind, before) else { return false };
        if before.is_some_and(|before| before.explicit.is_none() && ordinal <= before.ordinal && before.series.2 == system) {
            return false;
        }
        let depth = same.unwrap_or_else(|| self.base(Some(kind)));
        let token = match system {
            System::Roman | System::SmallRoman => ordinal.0.to_string(),
            _ => mark.token(),
        };
        let named = Mark { printed: mark.printed.clone(), setting: Setting::Named };
        self.push_as(candidate, &named, token, Place { depth, series: (Some(kind), Setting::Named, system), ordinal }, None, is_last);
        if let Some(above) = depth.checked_sub(1).and_then(|above| self.node(above)).and_then(Node::kind) {
            self.within.insert((kind, above));
        }
        true
    }

    /// How a number after a noun counts: "V" as a Roman numeral or as a letter, as it goes on from the one before.
    fn counted(&self, mark: &Mark, kind: ProvisionKind, before: Option<&Node>) -> Option<(System, (u32, u32))> {
        let token = &mark.printed;
        if let Some(number) = arabic(&mark.token()) {
            return Some((System::Arabic, number));
        }
        let as_roman = roman(token).map(|number| (System::Roman, (number, 0)));
        let as_letter = letter(token).map(|place| (System::Letters, (place, 0)));
        let goes_on = |reading: &(System, (u32, u32))| {
            before.is_some_and(|before| before.series.2 == reading.0 && reading.1.0 == before.ordinal.0 + 1)
        };
        let likely = if kind.is_attachment() && token != "I" && token.len() == 1 { as_letter.or(as_roman) } else { as_roman.or(as_letter) };
        as_roman.filter(goes_on).or(as_letter.filter(goes_on)).or(likely)
    }

    /// How many of the open provisions stay open when a noun comes that none of them has: those that may hold it.
    fn base(&self, kind: Option<ProvisionKind>) -> usize {
        let Some(kind) = kind else { return self.container() };
        if kind.is_attachment() || kind == ProvisionKind::Recital {
            return 0;
        }
        let holds = |node: &Node| {
            let Some(above) = node.kind() else { return false };
            if self.within.contains(&(above, kind)) || above == kind || above == ProvisionKind::Recital {
                return false;
            }
            above.is_attachment() || if kind.is_container() { above.is_container() && above > kind } else { true }
        };
        (0..self.open.len()).take_while(|depth| self.node(*depth).is_some_and(holds)).count()
    }

    /// How many of the open provisions are attachments or containers, which hold numberings of their own.
    fn container(&self) -> usize {
        let holds = |node: &Node| node.kind().is_some_and(|kind| kind.is_container() || kind.is_attachment());
        (0..self.open.len()).take_while(|depth| self.node(*depth).is_some_and(holds)).count()
    }

    /// The first of the open provisions that a sequence may go on in: none goes on across a schedule's beginning.
    fn floor(&self) -> usize {
        let attached = |depth: &usize| self.node(*depth).and_then(Node::kind).is_some_and(ProvisionKind::is_attachment);
        (0..self.open.len())
            .rev()
            .find(attached)
            .map_or(0, |depth| depth + 1)
            .min(self.open.len())
            .saturating_sub(usize::from(self.floor_is_named()))
    }

    /// Whether the attachment itself may be what a path begins with: "A.1" in appendix A.
    fn floor_is_named(&self) -> bool {
        (0..self.open.len()).any(|depth| self.node(depth).and_then(Node::kind).is_some_and(ProvisionKind::is_attachment))
    }

    /// Where a part without a noun goes, told by what it goes on from.
    fn find(&self, mark: &Mark, candidate: &Candidate, next: Option<&Candidate>) -> Option<Place> {
        let readings = readings(mark);
        let floor = self.floor();
        let setting = mark.setting;
        if candidate.after_heading
            && let Some(restart) = self.restart(&readings, setting, floor)
        {
            return Some(restart);
        }
        let successor = |system: System, ordinal: (u32, u32)| {
            let follows = |node: &Node| node.series == (None, setting, system) && follows(ordinal, node.ordinal);
            let fitting = (floor..self.open.len()).filter(|depth| self.node(*depth).is_some_and(follows));
            let depth = fitting.max_by_key(|depth| (self.node(*depth).map_or(0, |node| node.looks_like(candidate)), *depth))?;
            Some(Place { depth, series: (None, setting, system), ordinal })
        };
        let first = |system: System, ordinal: (u32, u32)| {
            (is_first(ordinal)).then_some(Place { depth: self.open.len(), series: (None, setting, system), ordinal })
        };
        // Of "(h)" and "(i)" the second may begin a sequence of Roman numerals: what comes then tells.
        let second = next.and_then(|next| next.label.marks.first()).is_some_and(|mark| mark.token() == "ii" && mark.setting == setting);
        if second && mark.token() == "i" {
            let found = readings.iter().find(|(system, _)| matches!(system, System::Roman | System::SmallRoman));
            if let Some(place) = found.and_then(|(system, ordinal)| first(*system, *ordinal)) {
                return Some(place);
            }
        }
        let best = readings.iter().filter_map(|(system, ordinal)| successor(*system, *ordinal)).max_by_key(|place| place.depth);
        let begun = || readings.iter().find_map(|(system, ordinal)| first(*system, *ordinal));
        best.or_else(begun).or_else(|| self.gone_on(&readings, setting)).or_else(|| self.with_a_gap(&readings, setting, floor))
    }

    /// A first number after a heading without a label begins its sequence again.
    fn restart(&self, readings: &[(System, (u32, u32))], setting: Setting, floor: usize) -> Option<Place> {
        readings.iter().filter(|(_, ordinal)| is_first(*ordinal)).find_map(|(system, ordinal)| {
            let series = (None, setting, *system);
            let depth = (floor..self.open.len()).find(|depth| self.node(*depth).is_some_and(|node| node.series == series))?;
            Some(Place { depth, series, ordinal: *ordinal })
        })
    }

    /// A sequence that goes on from the chapter before.
    fn gone_on(&self, readings: &[(System, (u32, u32))], setting: Setting) -> Option<Place> {
        let depth = self.container();
        readings.iter().find_map(|(system, ordinal)| {
            let series = (None, setting, *system);
            let last = self.closed.get(&series)?;
            let near = ordinal.0 > last.0 && ordinal.0 - last.0 <= NUMBERS_MISSING;
            near.then_some(Place { depth, series, ordinal: *ordinal })
        })
    }

    /// A sequence with a few of its numbers missing; or, where there is none yet, one that begins a little late.
    fn with_a_gap(&self, readings: &[(System, (u32, u32))], setting: Setting, floor: usize) -> Option<Place> {
        readings.iter().find_map(|(system, ordinal)| {
            let series = (None, setting, *system);
            let missing = if *system == System::Arabic { NUMBERS_MISSING } else { LETTERS_MISSING };
            let near = |node: &Node| node.series == series && *ordinal > node.ordinal && ordinal.0 - node.ordinal.0 <= missing + 1;
            if let Some(depth) = (floor..self.open.len()).rev().find(|depth| self.node(*depth).is_some_and(near)) {
                return Some(Place { depth, series, ordinal: *ordinal });
            }
            let begins = *system == System::Arabic
                && setting != Setting::Bare
                && ordinal.0 <= LATEST_FIRST
                && !self.nodes.iter().any(|node| node.series == series);
            begins.then(|| Place { depth: self.container(), series, ordinal: *ordinal })
        })
    }

    fn open_at(&mut self, candidate: &Candidate, mark: &Mark, place: Place, explicit: Option<Vec<String>>, is_last: bool) {
        self.push(candidate, mark, place, explicit, is_last);
    }

    fn push(&mut self, candidate: &Candidate, mark: &Mark, place: Place, explicit: Option<Vec<String>>, is_last: bool) {
        let is_root = self.container() >= place.depth;
        let token = match place.series.2 {
            // "IV." at the outermost level is 4, as people say it.
            System::Roman if is_root && explicit.is_none() => place.ordinal.0.to_string(),
            _ => mark.token(),
        };
        self.push_as(candidate, mark, token, place, explicit, is_last);
    }

    fn push_as(&mut self, candidate: &Candidate, mark: &Mark, token: String, place: Place, explicit: Option<Vec<String>>, is_last: bool) {
        let counts = self.container() >= place.depth;
        for at in self.open.drain(place.depth.min(self.open.len())..) {
            if let Some(node) = self.nodes.get(at).filter(|node| node.series.0.is_none() && counts_on(node)) {
                self.closed.insert(node.series, node.ordinal);
            }
        }
        if place.series.0.is_some_and(ProvisionKind::is_attachment) {
            self.closed.clear();
        }
        let kind = place.series.0;
        let numbers = kind.is_some() || (counts && place.series.2 == System::Arabic && mark.setting != Setting::Bracketed);
        let full = explicit.clone().or_else(|| numbers.then(|| vec![token.clone()]));
        self.open.push(self.nodes.len());
        let depth = self.open.len();
        let parent = depth.checked_sub(2).and_then(|above| self.open.get(above)).copied();
        self.nodes.push(Node {
            parent,
            series: place.series,
            ordinal: place.ordinal,
            token,
            printed: mark.printed.clone(),
            explicit,
            full,
            // The title is that of the innermost part of a label.
            title: candidate.title.filter(|_| is_last),
            span: candidate.at,
            heading: candidate.heading,
            indent: candidate.indent,
            has_title: candidate.title.is_some(),
            label_end: candidate.title.map_or(candidate.at.end, |title| title.end.max(candidate.at.end)),
            within: candidate.within,
        });
    }
}

/// Whether a sequence may go on in the next chapter.
fn counts_on(node: &Node) -> bool {
    node.series.2 == System::Arabic && node.explicit.is_none()
}

/// Every way to read a part of a label.
fn readings(mark: &Mark) -> Vec<(System, (u32, u32))> {
    let mut found = Vec::new();
    if let Some(number) = arabic(&mark.token()) {
        found.push((System::Arabic, number));
    }
    let small = mark.printed.starts_with(|c: char| c.is_ascii_lowercase());
    if let Some(place) = letter(&mark.printed) {
        found.push((if small { System::SmallLetters } else { System::Letters }, (place, 0)));
    }
    if let Some(number) = roman(&mark.printed) {
        found.push((if small { System::SmallRoman } else { System::Roman }, (number, 0)));
    }
    found
}

/// A number, and the place of the letters after it: "12A" is the first after 12.
fn arabic(token: &str) -> Option<(u32, u32)> {
    let digits = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number = digits.parse().ok()?;
    let letters = token.get(digits.len()..)?;
    Some((number, if letters.is_empty() { 0 } else { letter(letters)? }))
}

/// Whether a sequence begins so. Some count from 0.
fn is_first(ordinal: (u32, u32)) -> bool {
    ordinal.0 <= 1 && ordinal.1 == 0
}

/// Whether one place of a sequence comes right after another.
fn follows(ordinal: (u32, u32), before: (u32, u32)) -> bool {
    let next = ordinal.1 == 0 && ordinal.0 == before.0 + 1;
    let inserted = ordinal.0 == before.0 && ordinal.1 == before.1 + 1;
    next || inserted
}

/// Whether one path comes after another, part by part.
fn is_after(path: &[String], before: &[String]) -> bool {
    let place = |token: &String| arabic(token).or_else(|| letter(token).map(|place| (place, 0))).unwrap_or_default();
    path.iter().map(place).gt(before.iter().map(place))
}

impl Outline<'_> {
    /// Whether the outermost provisions are numbered, and not only lettered.
    fn counts(&self) -> bool {
        let numbered = |node: &&Node| {
            node.parent.is_none()
                && (node.kind().is_some() || node.explicit.is_some() || matches!(node.series.2, System::Arabic | System::Roman))
        };
        self.nodes.iter().filter(numbered).count() >= FEWEST_OUTERMOST
    }

    /// Drops what is no sequence: a single "(a)", two bare numbers in a row.
    fn drop_lone(&mut self) {
        let mut counts: HashMap<(Option<usize>, Series), usize> = HashMap::new();
        for node in &self.nodes {
            *counts.entry((node.parent, node.series)).or_default() += 1;
        }
        let mut dropped: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let count = counts.get(&(node.parent, node.series)).copied().unwrap_or(0);
            let lone = match node.series {
                (Some(_), _, _) | (None, Setting::Path, _) => false,
                (None, Setting::Bare, _) => node.heading.is_none() && count < BARE_IN_A_ROW,
                // A heading with a number is a provision even where it is the only one.
                _ => count < 2 && (node.heading.is_none() || node.within),
            };
            let above = node.parent.and_then(|parent| dropped.get(parent)).copied().unwrap_or(false);
            dropped.push(lone || above);
        }
        let mut places: Vec<usize> = Vec::with_capacity(self.nodes.len());
        let mut kept = 0;
        for dropped in &dropped {
            places.push(kept);
            kept += usize::from(!dropped);
        }
        let mut dropped = dropped.into_iter();
        self.nodes.retain(|_| !dropped.next().unwrap_or(false));
        for node in &mut self.nodes {
            node.parent = node.parent.and_then(|parent| places.get(parent)).copied();
        }
    }

    /// Gives each provision its span: up to the next that does not stand in it, or to a heading of its level or a higher one.
    fn span(&mut self, document: &Document, found: &Candidates) {
        let text = &document.text;
        let ends: Vec<usize> = document.blocks.iter().map(|block| block.span.end).collect();
        // Up to the end of the last block before a place; what stands between blocks is no provision's.
        let before = |at: usize| {
            let blocks = ends.partition_point(|end| *end <= at);
            let end = blocks.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
            let next = document
                .blocks
                .get(blocks)
                .is_none_or(|block| block.span.start >= at || text.get(block.span.start..at).is_some_and(|gap| gap.trim().is_empty()));
            if next { end } else { at }
        };
        let mut open: Vec<usize> = Vec::new();
        let mut close: Vec<usize> = vec![before(text.len()); self.nodes.len()];
        for at in 0..self.nodes.len() {
            let Some((parent, start)) = self.nodes.get(at).map(|node| (node.parent, node.span.start)) else { continue };
            while let Some(last) = open.last().copied().filter(|last| Some(*last) != parent) {
                if let Some(close) = close.get_mut(last) {
                    *close = before(start);
                }
                open.pop();
            }
            open.push(at);
        }
        let mut limits = vec![usize::MAX; self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate() {
            let above = node.parent.and_then(|parent| limits.get(parent)).copied().unwrap_or(usize::MAX);
            let own = node.heading.and_then(|level| {
                let after = found.headings.partition_point(|heading| heading.at < node.label_end);
                found.headings.iter().skip(after).find(|heading| heading.level <= level).map(|heading| before(heading.at))
            });
            if let Some(limit) = limits.get_mut(at) {
                *limit = own.unwrap_or(usize::MAX).min(above);
            }
        }
        for ((node, close), limit) in self.nodes.iter_mut().zip(close).zip(limits) {
            let end = close.min(limit).max(node.label_end);
            node.span = Span::new(node.span.start, end).trimmed(text);
        }
    }
}
