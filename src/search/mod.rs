//! From a question to ranked passages: what is asked, tantivy's candidates, a pure and deterministic ranking of them,
//! and how sure it is.

mod compile;
mod confidence;
mod evidence;
mod judge;
mod names;
mod ordinary;
mod question;
mod rank;
mod related;
mod repair;
mod scope;
mod signals;
mod smooth;
mod stretch;
mod translate;
mod verbatim;

pub use confidence::Confidence;
pub use evidence::Evidence;
pub use judge::{Foresight, SentenceFinds};
pub use names::Names;
pub use question::{ORDINARY_WEIGHT, Question, QuestionTerm};
pub use rank::{Feature, Hit};
pub use scope::Scope;
pub use signals::{Signal, Signals};
pub use translate::{Translation, Translator, is_plain_english};
pub use verbatim::passages_holding;

use self::compile::Compiled;
use crate::index::{Generation, IndexError, StoredPassage};

/// How many of tantivy's candidates are ranked anew. Past 50 the right passage is hardly ever found (docs/evaluation.md).
const POOL: usize = 50;

/// The most passages that a search lists, and how many candidates it ranks: what is listed first must not depend on how much
/// of the list is asked for.
pub const MOST_LISTED: usize = 100;

/// The passages that speak to a question, best first, and how sure it is that they do.
#[derive(Debug)]
pub struct Ranking {
    /// The question's terms as they were weighed against this corpus.
    pub terms: Vec<evidence::WeighedTerm>,
    /// Passages, best first.
    pub hits: Vec<Hit>,
    /// How sure it is that the best passages answer.
    pub confidence: Confidence,
    /// From which confidence on it is answered from: the generation's.
    pub threshold: f32,
    /// What the best passage is worth beside the best one of the whole corpus: 1 when it is that one.
    pub beside_best: f32,
}

impl Ranking {
    /// Whether the best passages answer, when they must be worth at least `least` beside the best one anywhere.
    #[must_use]
    pub fn is_sure(&self, least: f32) -> bool {
        self.confidence.value >= self.threshold && self.beside_best >= least && !self.hits.is_empty()
    }

    /// How alike the question and the likest one that was anticipated for the best passage are, 0 to 1.
    #[must_use]
    pub fn anticipated(&self) -> f32 {
        self.hits.first().map_or(0.0, Hit::anticipated)
    }
}

/// Finds and ranks the passages within `scope` that speak to `question`. How rare a word is stays a matter of the whole
/// corpus, so that it is judged alike wherever it is asked for.
///
/// # Errors
/// The index's.
pub fn search(generation: &Generation, question: &Question, scope: &Scope) -> Result<Ranking, IndexError> {
    let evidence = Evidence::gather(generation, question)?;
    let found = |scope: &Scope| match compile::compile(&evidence, scope, generation.fields()) {
        Some(query) => passages(generation, scope, query.as_ref(), POOL),
        None => Ok(Vec::new()),
    };
    let all = found(&Scope::default())?;
    let mixed = rank::is_mixed(&all);
    let all = rank::rank(&evidence, all, mixed);
    if scope.is_everything() {
        let evidence = evidence.judged_for(generation, &all)?;
        let confidence = confidence::confidence(&evidence, &all, &all);
        return Ok(Ranking { terms: evidence.terms, hits: all, confidence, threshold: generation.manifest().threshold, beside_best: 1.0 });
    }
    // What is within is weighed as it would be among all the others, so that the two can be compared.
    let hits = rank::rank(&evidence, found(scope)?, mixed);
    let evidence = evidence.judged_for(generation, &hits)?;
    let confidence = confidence::confidence(&evidence, &hits, &all);
    let worth = |hits: &[Hit]| hits.first().map_or(0.0, |best| best.score);
    let beside_best = worth(&hits) / worth(&all).max(f32::EPSILON);
    Ok(Ranking { terms: evidence.terms, hits, confidence, threshold: generation.manifest().threshold, beside_best })
}

/// Ranks the best [`MOST_LISTED`] passages for somebody who wants to look through them, and counts all that hold any of the
/// words.
///
/// # Errors
/// The index's.
pub fn list(generation: &Generation, question: &Question, scope: &Scope) -> Result<(Ranking, u64), IndexError> {
    let evidence = Evidence::gather(generation, question)?;
    let (found, total) = match compile::compile(&evidence, scope, generation.fields()) {
        Some(query) => (passages(generation, scope, query.as_ref(), MOST_LISTED)?, generation.count(query.as_ref())?),
        None => (Vec::new(), 0),
    };
    let mixed = rank::is_mixed(&found);
    let hits = rank::rank(&evidence, found, mixed);
    let confidence = confidence::confidence(&evidence, &hits, &hits);
    Ok((Ranking { terms: evidence.terms, hits, confidence, threshold: generation.manifest().threshold, beside_best: 1.0 }, total))
}

/// How many passages a scope holds.
///
/// # Errors
/// The index's.
pub fn passages_within(generation: &Generation, scope: &Scope) -> Result<u64, IndexError> {
    generation.count(compile::within(scope, generation.fields()).as_ref())
}

/// The `pool` passages of a scope that tantivy scores highest, with their numbers.
fn passages(generation: &Generation, scope: &Scope, query: &Compiled, pool: usize) -> Result<Vec<(usize, StoredPassage)>, IndexError> {
    let mut passages = Vec::new();
    for (ordinal, _) in generation.candidates(query, pool)? {
        let stored = generation.passage(ordinal)?;
        // A passage of several voices is judged by what is said in the lane alone.
        let held = match scope.lane {
            Some(lane) => stored.within(lane),
            None => Some(stored),
        };
        passages.extend(held.map(|held| (ordinal, held)));
    }
    Ok(passages)
}
