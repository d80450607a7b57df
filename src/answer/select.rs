//! Which sentences of the ranked passages are quoted.

use std::collections::HashSet;
use std::rc::Rc;

use super::quote::Quote;
use super::{AnswerError, MOST_QUOTES};
use crate::corpus::Lane;
use crate::index::{Generation, IndexError, StoredDocument};
use crate::search::{Feature, Hit, Ranking};
use crate::text::{Span, Term, TermId, terms};

/// What a sentence gets for holding the kind of thing asked for, beside its share of the question's terms.
const KIND_BONUS: f32 = 0.2;
/// What a sentence gets when a question like this one was anticipated for it.
const LIKENESS: f32 = 1.2;
/// What a term counts for that stands in the sentence before: "It will meet twice a year" is about what was just named.
const BEFORE: f32 = 0.4;
/// How many passages are looked at for quotes.
const LOOKED_AT: usize = 8;
/// A passage is quoted too when it scores at least this share of the best one's score.
const WORTH_QUOTING: f32 = 0.7;
/// How much likelier a passage is for each point of score: the scale at which the ranking's weights were fitted as a softmax.
const PASSAGE_SCALE: f32 = 5.5;
/// How much likelier a sentence is for each point of its own score.
const SENTENCE_SCALE: f32 = 6.0;
/// Words that a hurried reader takes in: as long as there is room, the likeliest sentences are quoted, wherever they stand …
const ROOM: usize = 60;
/// … and at least this likely to be the one that answers.
const LIKELY: f32 = 0.05;
/// Where there is no room left, a second sentence of a passage is quoted too when it is this likely.
const AS_LIKELY: f32 = 0.12;
/// Two sentences that share this much of their words say the same.
const SAME: f32 = 0.8;

/// A sentence and what it is worth.
struct Scored {
    span: Span,
    score: f32,
    place: usize,
}

/// A sentence that may be quoted.
struct Candidate<'r> {
    hit: &'r Hit,
    rank: usize,
    document: Rc<StoredDocument>,
    span: Span,
    words: usize,
    /// Its terms, each once, sorted.
    terms: Vec<TermId>,
    /// How likely it is to be the sentence that answers, were it one of those looked at.
    likely: f32,
}

impl Candidate<'_> {
    fn source(&self) -> &str {
        &self.hit.stored.passage.source
    }

    /// The source that it is a note on, where the corpus holds that source itself too.
    fn note_on(&self) -> Option<&str> {
        note_on(&self.document)
    }
}

fn note_on(document: &StoredDocument) -> Option<&str> {
    document.source.beside.as_deref().filter(|_| document.source.indexed_lane() == Lane::Note)
}

/// The quotes that answer: the likeliest sentences of the best passages as far as they fit in [`ROOM`] words, then the best
/// one of each passage that is nearly as good. At most [`MOST_QUOTES`], those of one lane together, the lane of the best
/// first. One of them is from the best passage.
pub(super) fn select(generation: &Generation, ranking: &Ranking) -> Result<Vec<Quote>, AnswerError> {
    add(generation, ranking, Vec::new())
}

/// The same, after quotes that were chosen otherwise.
pub(super) fn add(generation: &Generation, ranking: &Ranking, before: Vec<Quote>) -> Result<Vec<Quote>, AnswerError> {
    let mut said: Vec<Vec<TermId>> = Vec::new();
    for quote in &before {
        said.push(kept(terms(quote.prove(generation)?.words()).iter().filter(|term| !term.stop).map(Term::id)));
    }
    let mut candidates = candidates(generation, ranking)?;
    let quoted = |candidate: &Candidate<'_>| {
        before.iter().any(|quote| quote.source() == candidate.source() && quote.span().overlaps(&candidate.span))
    };
    candidates.retain(|candidate| !quoted(candidate));
    let (mut chosen, mut speaking) = choose(&candidates, said.clone());
    speaking.extend(before.iter().map(|quote| quote.source().to_owned()));
    let steps_back = |candidate: &Candidate<'_>| candidate.note_on().is_some_and(|source| speaking.contains(source));
    if chosen.iter().any(|candidate| steps_back(candidate)) {
        // A note steps back where the source itself speaks, and leaves its room to others.
        candidates.retain(|candidate| !steps_back(candidate));
        chosen = choose(&candidates, said).0;
    }
    let quotes = joined(&chosen, MOST_QUOTES.saturating_sub(before.len()))?;
    Ok(Quote::numbered(in_lanes(before.into_iter().chain(quotes).collect())))
}

/// Chooses among the candidates, the likeliest first, what does not repeat what was `said`. The second part of what comes back
/// are the sources whose words were chosen, or would have been if another had not said the same.
fn choose<'c, 'r>(candidates: &'c [Candidate<'r>], mut said: Vec<Vec<TermId>>) -> (Vec<&'c Candidate<'r>>, HashSet<String>) {
    let mut room = ROOM;
    let mut chosen: Vec<&Candidate<'_>> = Vec::new();
    let mut rest: Vec<&Candidate<'_>> = Vec::new();
    let mut speaking = HashSet::new();
    for candidate in candidates {
        if said.iter().any(|other| likeness(other, &candidate.terms) >= SAME) {
            speaking.insert(candidate.source().to_owned());
        } else if chosen.is_empty() || (candidate.words <= room && candidate.likely >= LIKELY) {
            room = room.saturating_sub(candidate.words);
            said.push(candidate.terms.clone());
            chosen.push(candidate);
        } else {
            rest.push(candidate);
        }
    }
    rest.sort_by_key(|candidate| candidate.rank);
    for candidate in rest {
        let quoted = chosen.iter().any(|other| other.rank == candidate.rank);
        if (!quoted || candidate.likely >= AS_LIKELY) && !said.iter().any(|other| likeness(other, &candidate.terms) >= SAME) {
            said.push(candidate.terms.clone());
            chosen.push(candidate);
        }
    }
    speaking.extend(chosen.iter().map(|candidate| candidate.source().to_owned()));
    (chosen, speaking)
}

/// A passage that is looked at.
struct LookedAt<'r> {
    rank: usize,
    hit: &'r Hit,
    document: Rc<StoredDocument>,
    /// What it is worth.
    score: f32,
}

/// The passages that are nearly as good as the best one.
fn looked_at<'r>(generation: &Generation, ranking: &'r Ranking) -> Result<Vec<LookedAt<'r>>, AnswerError> {
    let best_score = ranking.hits.first().map_or(0.0, |hit| hit.score).max(f32::EPSILON);
    let mut found: Vec<LookedAt<'_>> = Vec::new();
    // A document is read once, however many of its passages are looked at.
    let read = |found: &[LookedAt<'_>], hit: &Hit| -> Result<Rc<StoredDocument>, AnswerError> {
        match found.iter().find(|other| other.hit.stored.passage.source == hit.stored.passage.source) {
            Some(other) => Ok(Rc::clone(&other.document)),
            None => Ok(Rc::new(document(generation, hit)?)),
        }
    };
    let worth = ranking.hits.iter().take(LOOKED_AT).enumerate().filter(|(_, hit)| hit.score >= best_score * WORTH_QUOTING);
    for (rank, hit) in worth {
        found.push(LookedAt { rank, hit, document: read(&found, hit)?, score: hit.score });
    }
    // Nobody has anticipated questions for a copy, as for the note on its source. Where it holds as much of this one in its own
    // words, it is worth as much.
    let notes: Vec<(String, &Hit)> = found.iter().filter_map(|note| Some((note_on(&note.document)?.to_owned(), note.hit))).collect();
    for (rank, hit) in ranking.hits.iter().enumerate() {
        let as_good = notes.iter().filter(|(source, note)| *source == hit.stored.passage.source && unaided(hit) >= unaided(note));
        let Some(score) = as_good.map(|(_, note)| note.score).reduce(f32::max) else { continue };
        match found.iter_mut().find(|other| other.rank == rank) {
            Some(other) => other.score = other.score.max(score),
            None => found.push(LookedAt { rank, hit, document: read(&found, hit)?, score }),
        }
    }
    Ok(found)
}

/// What a passage is worth without the questions that were anticipated for it.
fn unaided(hit: &Hit) -> f32 {
    hit.score - Feature::Anticipated.weight() * hit.anticipated()
}

/// Every sentence of the passages that are looked at, the likeliest first.
fn candidates<'r>(generation: &Generation, ranking: &'r Ranking) -> Result<Vec<Candidate<'r>>, AnswerError> {
    let best_score = ranking.hits.first().map_or(0.0, |hit| hit.score).max(f32::EPSILON);
    let mut found: Vec<Candidate<'_>> = Vec::new();
    for LookedAt { rank, hit, document, score } in looked_at(generation, ranking)? {
        let passage = (PASSAGE_SCALE * (score - best_score)).exp();
        let scored = score_sentences(ranking, hit);
        let odds = |scored: &Scored| (SENTENCE_SCALE * scored.score).exp();
        let all: f32 = scored.iter().map(odds).sum();
        for sentence in &scored {
            let words = sentence.span.of(&document.text).unwrap_or_default();
            found.push(Candidate {
                hit,
                rank,
                document: Rc::clone(&document),
                span: sentence.span,
                words: words.split_whitespace().count(),
                terms: kept(hit.stored.sentence(sentence.place).iter().copied()),
                likely: passage * odds(sentence) / all,
            });
        }
    }
    found.sort_by(|a, b| b.likely.total_cmp(&a.likely));
    Ok(found)
}

/// The chosen sentences as at most `most` quotes, in the order of their choice; those that stand together in one passage are
/// one quote, so that a short answer is read with what it leans on.
fn joined(chosen: &[&Candidate<'_>], most: usize) -> Result<Vec<Quote>, AnswerError> {
    let mut quoted: Vec<(&Candidate<'_>, Span)> = Vec::new();
    for candidate in chosen {
        let text = &candidate.document.text;
        match quoted.iter_mut().find(|(other, span)| other.rank == candidate.rank && adjoin(*span, candidate.span, text)) {
            Some((_, span)) => *span = span.joined(&candidate.span),
            None => quoted.push((candidate, candidate.span)),
        }
    }
    // The best passage is always among them.
    if let Some(best) = quoted.iter().position(|(candidate, _)| candidate.rank == 0).filter(|best| *best >= most && most > 0) {
        quoted.swap(best, most - 1);
    }
    quoted.truncate(most);
    let claim = |(candidate, span): (&Candidate<'_>, Span)| Ok(Quote::claim(&candidate.document, &candidate.hit.stored.passage, span)?);
    quoted.into_iter().map(claim).collect()
}

/// One sentence from each of the best passages, for saying what comes closest.
pub(super) fn closest(generation: &Generation, ranking: &Ranking, limit: usize) -> Result<Vec<Quote>, AnswerError> {
    let mut quotes = Vec::new();
    for hit in ranking.hits.iter().take(limit) {
        let document = document(generation, hit)?;
        if let Some(best) = likeliest(ranking, hit) {
            quotes.push(Quote::claim(&document, &hit.stored.passage, best)?);
        }
    }
    Ok(Quote::numbered(quotes))
}

/// The sentence of a passage that holds the most of the question.
pub(super) fn likeliest(ranking: &Ranking, hit: &Hit) -> Option<Span> {
    score_sentences(ranking, hit).first().map(|best| best.span)
}

/// The document that a passage stands in.
pub(super) fn document(generation: &Generation, hit: &Hit) -> Result<StoredDocument, AnswerError> {
    let source = &hit.stored.passage.source;
    let found = generation.document(source)?;
    Ok(found.ok_or_else(|| IndexError::Inconsistent(format!("passage {} has no document", hit.stored.passage.id)))?)
}

/// The passage's sentences, best first.
fn score_sentences(ranking: &Ranking, hit: &Hit) -> Vec<Scored> {
    let mass: f32 = ranking.terms.iter().map(|term| term.idf).sum::<f32>().max(f32::EPSILON);
    let share = |held: &[f32]| ranking.terms.iter().zip(held).map(|(term, held)| term.idf * held).sum::<f32>() / mass;
    let mut before: Option<&Vec<f32>> = None;
    let mut scored: Vec<Scored> = Vec::new();
    for (place, (span, finds)) in hit.stored.passage.sentences.iter().zip(&hit.sentences).enumerate() {
        let held = &finds.held;
        let carried: Vec<f32> = match before {
            Some(before) => held.iter().zip(before).map(|(here, there)| if *here > 0.0 { 0.0 } else { BEFORE * there }).collect(),
            None => Vec::new(),
        };
        let kind = if finds.fits { KIND_BONUS } else { 0.0 };
        scored.push(Scored { span: *span, score: share(held) + share(&carried) + kind + LIKENESS * finds.likeness, place });
        before = Some(held);
    }
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    scored
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

/// Terms, each once, sorted.
fn kept(terms: impl Iterator<Item = TermId>) -> Vec<TermId> {
    let mut kept: Vec<TermId> = terms.collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// Jaccard's: shared terms over all terms.
#[expect(clippy::cast_precision_loss, reason = "counts of words in two sentences")]
fn likeness(a: &[TermId], b: &[TermId]) -> f32 {
    let shared = a.iter().filter(|term| b.binary_search(term).is_ok()).count() as f32;
    shared / (a.len() as f32 + b.len() as f32 - shared).max(1.0)
}
