//! From labels in a row to a tree: which provision stands in which, told from the sequences that their numbers make.

mod builder;
mod sequence;

use std::collections::HashMap;

use self::builder::Builder;
use self::sequence::{Ordinal, Series, System};
use super::labels::{Candidate, Candidates};
use crate::corpus::Document;
use crate::text::{ProvisionKind, Setting, Span};

/// So many labels do not fit together by accident: appendices that count anew, and lists, may then be more than they are.
const NO_ACCIDENT: usize = 50;
/// Bare numbers are a numbering from so many in a row on.
const BARE_IN_A_ROW: usize = 3;
/// So many of the outermost provisions have a number or a noun; letters alone number the parts of something else.
const FEWEST_OUTERMOST: usize = 2;

/// A provision in the tree.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) series: Series,
    /// Its place in the sequence; letters after a number ("12A") make it a place after it.
    ordinal: Ordinal,
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
    let fitting = builder.nodes.len();
    if builder.rejected > if fitting >= NO_ACCIDENT { fitting * 2 } else { fitting } {
        return None;
    }
    let mut outline = Outline { text: &document.text, nodes: builder.nodes };
    outline.drop_lone();
    outline.span(document, found);
    outline.counts().then_some(outline)
}
impl Outline<'_> {
    /// Whether the outermost provisions are numbered, and not only lettered.
    fn counts(&self) -> bool {
        let outermost = |node: &&Node| node.parent.is_none();
        let numbered =
            |node: &&Node| node.kind().is_some() || node.explicit.is_some() || matches!(node.series.2, System::Arabic | System::Roman);
        // "A." may head what is numbered below it.
        let heads = |at: usize, node: &Node| node.series.2 == System::Letters && self.nodes.iter().any(|below| below.parent == Some(at));
        let heading = self.nodes.iter().enumerate().filter(|(at, node)| node.parent.is_none() && heads(*at, node)).count();
        self.nodes.iter().filter(outermost).filter(numbered).count() + heading >= FEWEST_OUTERMOST
    }

    /// Drops what is no sequence, such as a single "(a)" or two bare numbers in a row, and what stands in prose.
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
            // What a sentence of no provision enumerates cannot be cited.
            let in_prose = node.parent.is_none() && node.within;
            dropped.push(lone || above || in_prose);
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
