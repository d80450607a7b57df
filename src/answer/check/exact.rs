//! Where the given words stand, one after the other, or with the omissions that they mark.

use std::ops::Range;
use std::sync::Arc;

use super::documents::ReadDocument;
use super::given::Given;
use crate::text::{DASH, Span, Token};

/// Words at most that a marked omission may leave out when it reaches over the end of a line: what stands farther apart was not
/// said together.
const MOST_OMITTED: usize = 100;

/// Words that must not be left out: without them the rest may say the opposite.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "without", "cannot", "t", "hardly", "scarcely",
    "barely", "unless", "except", "unlikely", "fail", "fails", "failed", "refuse", "refuses", "refused", "deny", "denies", "denied",
];

/// Where the given words stand.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) document: Arc<ReadDocument>,
    /// From the first to the last of them.
    pub(super) span: Span,
    /// Whether words between are left out, and marked as left out.
    pub(super) omission: bool,
}

/// Every place of `documents` where the given words stand. Omissions are only looked for when nothing holds the words in one piece.
pub(super) fn places(documents: &[Arc<ReadDocument>], given: &Given) -> Vec<Place> {
    let whole: Vec<Place> = documents.iter().flat_map(|document| in_one_piece(document, &given.tokens)).collect();
    if !whole.is_empty() || given.parts.len() < 2 || given.words() < 2 * given.parts.len() {
        return whole;
    }
    documents.iter().flat_map(|document| with_omissions(document, given)).collect()
}

/// A word that every place of the given words must hold, letter by letter, for a quick look at a document.
pub(super) fn sign(given: &Given) -> &str {
    let firsts: Vec<usize> = given.parts.iter().map(|part| part.start).collect();
    let sure = |(at, token): &(usize, &Token)| {
        // A word that was broken at the end of a line stands in one piece elsewhere, and a first letter may be of other case.
        let broken = |at: usize| given.tokens.get(at).is_some_and(|token| token.form == DASH && token.ends_line);
        let breaks = broken(at + 1) || at.checked_sub(1).is_some_and(broken);
        token.word && token.form.is_ascii() && !firsts.contains(at) && !breaks
    };
    let longest = given.tokens.iter().enumerate().filter(sure).max_by_key(|(_, token)| token.form.len());
    longest.map_or("", |(_, token)| token.form.as_str())
}

/// Whether a text may hold a word, or hides letters in a way that only reading it tells.
pub(super) fn may_hold(text: &str, sign: &str) -> bool {
    text.contains(sign) || text.contains(['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}']) || text.contains("-\n")
}

fn in_one_piece(document: &Arc<ReadDocument>, wanted: &[Token]) -> Vec<Place> {
    let found = document.starts(wanted).into_iter().filter_map(|start| Some(start..end_of_match(wanted, &document.tokens, start)?));
    found
        .filter_map(|range| Some(Place { document: Arc::clone(document), span: span_of(&document.tokens, &range)?, omission: false }))
        .collect()
}

/// The parts in their order, near each other, with nothing between them that turns their meaning.
fn with_omissions(document: &Arc<ReadDocument>, given: &Given) -> Vec<Place> {
    let source = &document.tokens;
    let mut found = Vec::new();
    let Some((first, others)) = given.parts.split_first() else { return found };
    for start in document.starts(given.part(first)) {
        let Some(mut end) = end_of_match(given.part(first), source, start) else { continue };
        let joins = others.iter().all(|part| {
            let wanted = given.part(part);
            let mut starts = document.starts(wanted);
            starts.retain(|from| *from >= end);
            starts.sort_unstable();
            let next = starts.into_iter().find_map(|from| Some(from..end_of_match(wanted, source, from)?));
            let Some(next) = next.filter(|next| may_be_left_out(document, end..next.start)) else { return false };
            end = next.end;
            true
        });
        let span = span_of(source, &(start..end)).filter(|span| joins && in_one_voice(document, *span));
        found.extend(span.map(|span| Place { document: Arc::clone(document), span, omission: true }));
    }
    found
}

fn may_be_left_out(document: &ReadDocument, gap: Range<usize>) -> bool {
    let left_out = document.tokens.get(gap).unwrap_or_default();
    let words: Vec<&Token> = left_out.iter().filter(|token| token.word).collect();
    let one_line = !left_out.iter().any(|token| token.starts_line);
    let near = words.len() <= MOST_OMITTED || one_line;
    near && !words.iter().any(|word| NEGATIONS.contains(&word.form.to_lowercase().as_str()))
}

/// Whether all of `span` is one voice's: words of two clauses, or of two people, are not one quotation.
fn in_one_voice(document: &ReadDocument, span: Span) -> bool {
    document.stored.voices.iter().all(|voice| voice.span.contains(&span) || !voice.span.overlaps(&span))
}

pub(super) fn span_of(source: &[Token], range: &Range<usize>) -> Option<Span> {
    let tokens = source.get(range.clone())?;
    Some(tokens.first()?.span.joined(&tokens.last()?.span))
}

/// Where the wanted tokens end in `source` if they stand there from `start` on. Bullets may come and go at the start of a line,
/// and a word that was broken at the end of one is whole again.
fn end_of_match(wanted: &[Token], source: &[Token], start: usize) -> Option<usize> {
    let first_word = wanted.iter().position(|token| token.word)?;
    let (mut at, mut place) = (0, start);
    while let Some(token) = wanted.get(at) {
        let here = source.get(place)?;
        if token.form == here.form || (at == first_word && token.same_but_first_case(here)) {
            (at, place) = (at + 1, place + 1);
        } else if at > 0 && here.is_bullet() && here.starts_line {
            (at, place) = (at + usize::from(token.is_bullet()), place + 1);
        } else if at > 0 && token.is_bullet() && here.starts_line {
            at += 1;
        } else if let Some(end) = broken(wanted.get(at..)?, &here.form) {
            (at, place) = (at + end, place + 1);
        } else if let Some(end) = broken(source.get(place..)?, &token.form) {
            (at, place) = (at + 1, place + end);
        } else {
            return None;
        }
    }
    Some(place)
}

/// How many tokens are `word`, broken at the end of a line.
fn broken(tokens: &[Token], word: &str) -> Option<usize> {
    let [before, dash, after, ..] = tokens else { return None };
    let breaks = dash.form == DASH && dash.ends_line && word.strip_prefix(&before.form) == Some(&after.form);
    breaks.then_some(3)
}
