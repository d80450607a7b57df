//! Which sentences of the ranked passages are quoted.

use std::collections::HashSet;

use super::quote::Quote;
use super::{AnswerError, MOST_QUOTES};
use crate::corpus::Lane;
use crate::index::{Generation, IndexError, StoredDocument};
use crate::search::{Hit, Ranking};
use crate::text::{Kind, Span, terms};

/// What a sentence gets for holding the kind of thing asked for, beside its share of the question's terms.
const KIND_BONUS: f32 = 0.2;
/// What a term counts for that stands in the sentence before: "It will meet twice a year" is about what was just named.
const BEFORE: f32 = 0.4;
/// A passage is quoted too when it scores at least this share of the best one's score.
const WORTH_QUOTING: f32 = 0.6;
/// How many passages are looked at for quotes.
const LOOKED_AT: usize = 8;
/// The best passage's second sentence is quoted too as long as both together have at most this many words …
const ROOM_FOR_TWO: usize = 60;
/// … or when it says at least this share of what the best one says.
const NEARLY_AS_GOOD: f32 = 0.9;
/// Among the first few passages the one whose best sentence answers best is quoted first: what the sentence is worth
/// beside the passage's own score.
const SENTENCE_FIRST: f32 = 0.7;
/// How many passages that is decided among.
const FIRST_FEW: usize = 3;
/// Two sentences that share this much of their words say the same.
const SAME: f32 = 0.8;

/// A sentence and what it is worth.
struct Scored {
    span: Span,
    score: f32,
    place: usize,
}

/// The quotes that answer: from the best passage the best sentence or two, from others that are nearly as good the best
/// one. At most [`MOST_QUOTES`], those of one lane together, the lane of the best first.
pub(super) fn select(generation: &Generation, ranking: &Ranking, kind: Kind) -> Result<Vec<Quote>, AnswerError> {
    add(generation, ranking, kind, Vec::new())
}

/// The same, after quotes that were chosen otherwise.
pub(super) fn add(generation: &Generation, ranking: &Ranking, kind: Kind, mut chosen: Vec<Quote>) -> Result<Vec<Quote>, AnswerError> {
    let mut said: Vec<HashSet<String>> = Vec::new();
    for quote in &chosen {
        said.push(stems(quote.prove(generation)?.words()));
    }
    let best_score = ranking.hits.first().map_or(0.0, |hit| hit.score).max(f32::EPSILON);
    let worth = ranking.hits.iter().take(LOOKED_AT).take_while(|hit| hit.score >= best_score * WORTH_QUOTING);
    let mut looked_at: Vec<(&Hit, Vec<Scored>)> = worth.map(|hit| (hit, score_sentences(ranking, hit, kind))).collect();
    let standing =
        |(hit, scored): &(&Hit, Vec<Scored>)| hit.score / best_score + SENTENCE_FIRST * scored.first().map_or(0.0, |best| best.score);
    let first = looked_at.len().min(FIRST_FEW);
    if let Some(first) = looked_at.get_mut(..first) {
        first.sort_by(|a, b| standing(b).total_cmp(&standing(a)));
    }
    for (rank, (hit, scored)) in looked_at.into_iter().enumerate() {
        if chosen.len() >= MOST_QUOTES {
            break;
        }
        let document = document(generation, hit)?;
        let spans = if rank == 0 { best_two(&scored, &document.text) } else { scored.iter().take(1).map(|best| best.span).collect() };
        for span in spans.into_iter().take(MOST_QUOTES - chosen.len()) {
            let stems = stems(span.of(&document.text).unwrap_or_default());
            let quoted = chosen.iter().any(|quote| quote.source() == document.source.id && quote.span().overlaps(&span));
            if quoted || said.iter().any(|other| likeness(other, &stems) >= SAME) {
                continue;
            }
            said.push(stems);
            chosen.push(Quote::claim(&document, &hit.stored.passage, span)?);
        }
    }
    Ok(Quote::numbered(in_lanes(chosen)))
}

/// One sentence from each of the best passages, for saying what comes closest.
pub(super) fn closest(generation: &Generation, ranking: &Ranking, kind: Kind, limit: usize) -> Result<Vec<Quote>, AnswerError> {
    let mut quotes = Vec::new();
    for hit in ranking.hits.iter().take(limit) {
        let document = document(generation, hit)?;
        if let Some(best) = score_sentences(ranking, hit, kind).first() {
            quotes.push(Quote::claim(&document, &hit.stored.passage, best.span)?);
        }
    }
    Ok(Quote::numbered(quotes))
}

fn document(generation: &Generation, hit: &Hit) -> Result<StoredDocument, AnswerError> {
    let source = &hit.stored.passage.source;
    let found = generation.document(source)?;
    Ok(found.ok_or_else(|| IndexError::Inconsistent(format!("passage {} has no document", hit.stored.passage.id)))?)
}

/// The passage's sentences, best first.
fn score_sentences(ranking: &Ranking, hit: &Hit, kind: Kind) -> Vec<Scored> {
    let mass: f32 = ranking.terms.iter().map(|term| term.idf).sum::<f32>().max(f32::EPSILON);
    let share = |held: &[f32]| ranking.terms.iter().zip(held).map(|(term, held)| term.idf * held).sum::<f32>() / mass;
    let mut before: Option<&Vec<f32>> = None;
    let mut scored: Vec<Scored> = Vec::new();
    let sentences = hit.stored.passage.sentences.iter().zip(&hit.stored.kinds).zip(&hit.sentences);
    for (place, ((span, kinds), held)) in sentences.enumerate() {
        let carried: Vec<f32> = match before {
            Some(before) => held.iter().zip(before).map(|(here, there)| if *here > 0.0 { 0.0 } else { BEFORE * there }).collect(),
            None => Vec::new(),
        };
        let mut score = share(held) + share(&carried);
        if kinds.hold(kind) {
            score += KIND_BONUS;
        }
        scored.push(Scored { span: *span, score, place });
        before = Some(held);
    }
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    scored
}

/// The best sentence, and the second best where there is room for it or it is nearly as good. Two that stand together are
/// one quote when there is room for both, so that a short answer is read with what it leans on.
fn best_two(scored: &[Scored], text: &str) -> Vec<Span> {
    let Some(best) = scored.first() else { return Vec::new() };
    let words = |span: Span| span.of(text).unwrap_or_default().split_whitespace().count();
    let room = |second: &Scored| words(best.span) + words(second.span) <= ROOM_FOR_TWO;
    match scored.get(1).filter(|second| second.score > 0.0) {
        Some(second) if room(second) && adjoin(best.span, second.span, text) => vec![best.span.joined(&second.span)],
        Some(second) if room(second) || second.score >= best.score * NEARLY_AS_GOOD => vec![best.span, second.span],
        _ => vec![best.span],
    }
}

/// Whether nothing but white space stands between two sentences: no list mark, no heading, no third sentence.
fn adjoin(a: Span, b: Span, text: &str) -> bool {
    let between = Span::new(a.end.min(b.end), a.start.max(b.start));
    between.of(text).is_some_and(|gap| gap.trim().is_empty() && !gap.contains("\n\n"))
}

/// Quotes of one lane stand together; the lanes come in the order of their best quote.
fn in_lanes(quotes: Vec<Quote>) -> Vec<Quote> {
    let mut lanes: Vec<Lane> = Vec::new();
    for quote in &quotes {
        if !lanes.contains(&quote.lane()) {
            lanes.push(quote.lane());
        }
    }
    let mut ordered = quotes;
    ordered.sort_by_key(|quote| lanes.iter().position(|lane| *lane == quote.lane()));
    ordered
}

fn stems(words: &str) -> HashSet<String> {
    terms(words).into_iter().map(|term| term.stem).collect()
}

/// Jaccard's: shared words over all words.
#[expect(clippy::cast_precision_loss, reason = "counts of words in two sentences")]
fn likeness(a: &HashSet<String>, b: &HashSet<String>) -> f32 {
    let shared = a.intersection(b).count() as f32;
    shared / (a.len() as f32 + b.len() as f32 - shared).max(1.0)
}
