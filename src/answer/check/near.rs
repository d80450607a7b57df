//! The stretch of the corpus that the given words were most likely altered from.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::documents::ReadDocument;
use super::exact::span_of;
use super::fit::fit;
use super::given::Given;
use super::spelling;
use crate::text::{Change, Span, Stretch, Token, is_stop_word};

/// From this likeness on, words are an alteration of the stretch. Measured on the shipped corpus (tests/it/quoting/altered.rs): a
/// word exchanged in three is at two thirds, paraphrases are below a half.
const ALIKE: f32 = 0.55;
/// From this share of words on that are copied in runs, from wherever, they are a splice.
const COPIED: f32 = 0.6;
/// From this share of words on that stand within the length of the given words, they are those words in another order.
const SHUFFLED: f32 = 0.8;
/// Words in a row that were hardly chosen twice by chance.
const RUN: usize = 3;
/// Stretches that are aligned word by word.
const MOST_ALIGNED: usize = 8;
/// Places that are looked through for copied runs.
const MOST_SURVEYED: usize = 40;
/// Different words with a topic that are enough to find a place by.
const ENOUGH_TELLING: usize = 8;
/// Cells of an alignment that are worth filling, in all: about a tenth of a second.
const MOST_CELLS: usize = 40_000_000;
/// A word at the edge that was exchanged belongs to the stretch, up to so many.
const MOST_AT_EDGE: usize = 2;

/// The stretch, and how the given words differ from it.
pub(super) struct Near {
    pub(super) document: Arc<ReadDocument>,
    pub(super) span: Span,
    pub(super) diff: Vec<Stretch>,
    pub(super) similarity: f32,
}

/// A place where much of the given stands.
struct Window {
    document: usize,
    start: usize,
    shared: usize,
}

/// The stretch of `documents` that the given words are an alteration of, if they are one of any.
pub(super) fn nearest(documents: &[Arc<ReadDocument>], given: &Given) -> Option<Near> {
    let wanted: Vec<u32> = given.tokens.iter().filter(|token| token.word).map(|token| token.key).collect();
    let mut survey = Survey::new(&wanted, given);
    // Each region holds the window with room for the given words on either side.
    let length = wanted.len() * 3 + 8;
    let mut regions = Vec::new();
    for window in windows(documents, given, &wanted) {
        let Some(document) = documents.get(window.document) else { continue };
        let from = window.start.saturating_sub(wanted.len() + 2);
        let part = document.words.get(from..document.words.len().min(from + length)).unwrap_or_default();
        let keys: Vec<u32> = part.iter().filter_map(|place| Some(document.tokens.get(*place)?.key)).collect();
        regions.push((survey.look_through(&keys), window.document, part, keys));
    }
    regions.sort_by_key(|(like, document, part, _)| (std::cmp::Reverse(*like), *document, part.first().copied()));
    regions.truncate((MOST_CELLS / (wanted.len() * length).max(1)).clamp(1, MOST_ALIGNED));
    let mut least = u32::MAX;
    let mut best: Vec<(usize, Range<usize>)> = Vec::new();
    for (_, document, part, keys) in regions {
        let (cost, stretch) = fit(&wanted, &keys);
        let edges = part.get(stretch.start).zip(stretch.end.checked_sub(1).and_then(|last| part.get(last)));
        let Some((first, last)) = edges.filter(|_| cost <= least) else { continue };
        if cost < least {
            best.clear();
        }
        least = cost;
        best.push((document, *first..last + 1));
    }
    // Of stretches with the same words, the one whose letters and marks are the likest, then the first one of the corpus.
    best.sort_by_key(|(document, range)| (*document, range.start));
    let told = best.into_iter().filter_map(|(document, range)| told(Arc::clone(documents.get(document)?), range, given));
    let near = told.reduce(|best, next| if next.similarity > best.similarity { next } else { best })?;
    let altered = near.similarity >= ALIKE || survey.copied() >= COPIED || survey.shuffled() >= SHUFFLED;
    altered.then(|| with_edges(near, given))
}

/// The places of `documents` with the most of the given words, the rare ones counting more. Words that carry no topic are everywhere;
/// they only count where little else was given.
fn windows(documents: &[Arc<ReadDocument>], given: &Given, wanted: &[u32]) -> Vec<Window> {
    let words = given.tokens.iter().filter(|token| token.word);
    let mut telling: Vec<u32> = words.filter(|token| !is_stop_word(&token.form.to_lowercase())).map(|token| token.key).collect();
    if telling.len() < ENOUGH_TELLING {
        telling = wanted.to_vec();
    }
    telling.sort_unstable();
    telling.dedup();
    let all: usize = documents.iter().map(|document| document.words.len()).sum();
    let weights: Vec<usize> = telling
        .iter()
        .map(|key| {
            let holding: usize = documents.iter().map(|document| document.places(*key).len()).sum();
            usize::try_from((all / holding.max(1) + 1).ilog2() + 1).unwrap_or(1)
        })
        .collect();
    let width = wanted.len() + wanted.len() / 8 + 1;
    let mut found = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let mut matches: Vec<(usize, usize)> = Vec::new();
        for (key, kind) in telling.iter().zip(0..) {
            // The place among the words, not among all tokens.
            matches.extend(document.places(*key).iter().filter_map(|place| Some((document.words.binary_search(place).ok()?, kind))));
        }
        matches.sort_unstable();
        found.extend(best_of(number, &matches, &weights, width));
    }
    found.sort_by_key(|window| (std::cmp::Reverse(window.shared), window.document, window.start));
    found.truncate(MOST_SURVEYED);
    found
}

/// The two windows of a document that hold the most, apart from each other.
fn best_of(document: usize, matches: &[(usize, usize)], weights: &[usize], width: usize) -> impl Iterator<Item = Window> {
    let mut held = vec![0_usize; weights.len()];
    let (mut shared, mut from) = (0, 0);
    let mut scored: Vec<(usize, usize)> = Vec::with_capacity(matches.len());
    for (place, kind) in matches {
        while let Some((_, left)) = matches.get(from).filter(|(gone, _)| gone + width <= *place) {
            if let Some(count) = held.get_mut(*left) {
                *count -= 1;
                shared -= if *count == 0 { weights.get(*left).copied().unwrap_or(0) } else { 0 };
            }
            from += 1;
        }
        if let Some(count) = held.get_mut(*kind) {
            shared += if *count == 0 { weights.get(*kind).copied().unwrap_or(0) } else { 0 };
            *count += 1;
        }
        scored.push((shared, matches.get(from).map_or(*place, |(first, _)| *first)));
    }
    let best = |scored: &mut dyn Iterator<Item = &(usize, usize)>| {
        scored.max_by_key(|(shared, start)| (*shared, std::cmp::Reverse(*start))).copied()
    };
    let first = best(&mut scored.iter());
    let second = first.and_then(|(_, first)| best(&mut scored.iter().filter(|(_, start)| start.abs_diff(first) > width)));
    first.into_iter().chain(second).map(move |(shared, start)| Window { document, start, shared })
}

fn told(document: Arc<ReadDocument>, range: Range<usize>, given: &Given) -> Option<Near> {
    let range = with_marks(&document.tokens, range, &given.tokens);
    let stretch = document.tokens.get(range.clone())?;
    let diff = spelling::diff((stretch, &document.stored.text), (&given.tokens, &given.text));
    let span = span_of(&document.tokens, &range)?;
    Some(Near { span, similarity: spelling::similarity(&diff), diff, document })
}

/// The range with the marks around it, where the given words have marks there too.
fn with_marks(source: &[Token], range: Range<usize>, given: &[Token]) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let is_mark = |at: usize| source.get(at).is_some_and(|token| !token.word);
    if given.first().is_some_and(|token| !token.word) && start.checked_sub(1).is_some_and(is_mark) {
        start -= 1;
    }
    while given.last().is_some_and(|token| !token.word) && is_mark(end) && source.get(end).is_some_and(|token| !token.spaced) {
        end += 1;
    }
    start..end
}

/// The stretch with the words of the source that stand where words of the given were added at its edges: they were exchanged.
fn with_edges(near: Near, given: &Given) -> Near {
    let added = |stretch: Option<&Stretch>| {
        let added = stretch.filter(|stretch| stretch.change == Change::Added);
        added.map_or(0, |stretch| stretch.text.split_whitespace().count())
    };
    let (before, after) = (added(near.diff.first()), added(near.diff.last()));
    let tokens = &near.document.tokens;
    let first = tokens.iter().position(|token| token.span.start >= near.span.start);
    let end = tokens.iter().rposition(|token| token.span.end <= near.span.end).map(|last| last + 1);
    let (Some(mut start), Some(mut end)) = (first, end) else { return near };
    let is_same_sentence = |token: &Token| token.word || matches!(token.form.as_str(), "'" | "-");
    if before <= MOST_AT_EDGE {
        let mut left = before;
        while left > 0 && !tokens.get(start).is_none_or(|token| token.starts_line) {
            let Some(token) = start.checked_sub(1).and_then(|at| tokens.get(at)).filter(|token| is_same_sentence(token)) else { break };
            left -= usize::from(token.word);
            start -= 1;
        }
    }
    if after <= MOST_AT_EDGE {
        let mut left = after;
        while let Some(token) = tokens.get(end).filter(|token| left > 0 && is_same_sentence(token) && !token.starts_line) {
            left -= usize::from(token.word);
            end += 1;
        }
    }
    told(Arc::clone(&near.document), start..end, given).unwrap_or(near)
}

/// What the corpus has of the given words, whatever their order.
struct Survey {
    /// Each different word's number.
    numbers: HashMap<u32, usize>,
    /// By number: where it was given.
    given: Vec<Vec<usize>>,
    /// Which of the given words stand in a run that the corpus holds.
    in_run: Vec<bool>,
    /// Which of them are too common to make a run of their own.
    stop: Vec<bool>,
    /// The most of them that stood within about the given's length.
    most_shared: usize,
}

impl Survey {
    fn new(wanted: &[u32], given: &Given) -> Self {
        let mut numbers: HashMap<u32, usize> = HashMap::new();
        let mut places: Vec<Vec<usize>> = Vec::new();
        for (place, key) in wanted.iter().enumerate() {
            let number = *numbers.entry(*key).or_insert(places.len());
            match places.get_mut(number) {
                Some(known) => known.push(place),
                None => places.push(vec![place]),
            }
        }
        let words = given.tokens.iter().filter(|token| token.word);
        let stop = words.map(|token| is_stop_word(&token.form.to_lowercase())).collect();
        Self { numbers, given: places, in_run: vec![false; wanted.len()], stop, most_shared: 0 }
    }

    /// Takes account of a region, and says how like the given words it is: the words of its longest run, and all that it shares
    /// within about their length.
    fn look_through(&mut self, keys: &[u32]) -> usize {
        let numbered: Vec<Option<usize>> = keys.iter().map(|key| self.numbers.get(key).copied()).collect();
        let longest = self.follow_runs(&numbered);
        let shared = self.slide(&numbered);
        self.most_shared = self.most_shared.max(shared);
        longest + shared
    }

    /// Marks the given words that stand in a run, and says how long the longest is.
    fn follow_runs(&mut self, numbered: &[Option<usize>]) -> usize {
        let mut longest = 0;
        let mut before: Vec<(usize, usize)> = Vec::new();
        for number in numbered {
            let known = number.and_then(|number| self.given.get(number)).map(Vec::as_slice).unwrap_or_default();
            let length = |at: usize| before.iter().find(|(end, _)| end + 1 == at).map_or(1, |(_, length)| length + 1);
            let here: Vec<(usize, usize)> = known.iter().map(|at| (*at, length(*at))).collect();
            for (at, length) in &here {
                longest = longest.max(*length);
                if *length < RUN {
                    continue;
                }
                let run = at + 1 - length..at + 1;
                if self.stop.get(run.clone()).is_some_and(|stop| !stop.iter().all(|stop| *stop)) {
                    self.in_run.get_mut(run).unwrap_or_default().fill(true);
                }
            }
            before = here;
        }
        longest
    }

    /// Slides a window of about the given's length over the words, and says how many of the given words it holds at most.
    fn slide(&self, numbered: &[Option<usize>]) -> usize {
        let width = self.in_run.len() + self.in_run.len() / 8 + 1;
        let mut held = vec![0_usize; self.given.len()];
        let (mut shared, mut most) = (0, 0);
        for (end, number) in numbered.iter().enumerate() {
            if let Some((held, given)) = number.and_then(|number| held.get_mut(number).zip(self.given.get(number))) {
                *held += 1;
                shared += usize::from(*held <= given.len());
            }
            let gone = end.checked_sub(width).and_then(|gone| numbered.get(gone).copied().flatten());
            if let Some((held, given)) = gone.and_then(|number| held.get_mut(number).zip(self.given.get(number))) {
                shared -= usize::from(*held <= given.len());
                *held -= 1;
            }
            most = most.max(shared);
        }
        most
    }

    /// The share of the given words that stand in runs.
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    fn copied(&self) -> f32 {
        self.in_run.iter().filter(|held| **held).count() as f32 / self.in_run.len().max(1) as f32
    }

    /// The largest share of the given words that stand in one window, whatever their order.
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    fn shuffled(&self) -> f32 {
        let enough = self.in_run.len() >= RUN;
        if enough { self.most_shared as f32 / self.in_run.len() as f32 } else { 0.0 }
    }
}
