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
mod repair;
mod signals;
mod smooth;
mod stretch;
mod translate;
mod verbatim;

pub use confidence::{CONFIDENT, Confidence};
pub use evidence::Evidence;
pub use judge::{Foresight, SentenceFinds};
pub use names::Names;
pub use question::{ORDINARY_WEIGHT, Question, QuestionTerm};
pub use rank::{Feature, Hit};
pub use signals::{Signal, Signals};
pub use translate::{Translation, Translator, is_plain_english};
pub use verbatim::passages_holding;

use crate::index::{Generation, IndexError};

/// How many of tantivy's candidates are ranked anew. Past 50 the right passage is hardly ever found (docs/evaluation.md).
const POOL: usize = 50;

/// The passages that speak to a question, best first, and how sure it is that they do.
#[derive(Debug)]
pub struct Ranking {
    /// The question's terms as they were weighed against this corpus.
    pub terms: Vec<evidence::WeighedTerm>,
    /// Passages, best first.
    pub hits: Vec<Hit>,
    /// How sure it is that the best passages answer.
    pub confidence: Confidence,
}

impl Ranking {
    /// How alike the question and the likest one that was anticipated for the best passage are, 0 to 1.
    #[must_use]
    pub fn anticipated(&self) -> f32 {
        self.hits.first().map_or(0.0, Hit::anticipated)
    }
}

/// Finds and ranks the passages that speak to `question`.
///
/// # Errors
/// The index's.
pub fn search(generation: &Generation, question: &Question) -> Result<Ranking, IndexError> {
    let evidence = Evidence::gather(generation, question)?;
    let query = compile::compile(&evidence, generation.fields());
    let candidates = match query {
        Some(query) => generation.candidates(query.as_ref(), POOL)?,
        None => Vec::new(),
    };
    let passages =
        candidates.into_iter().map(|(ordinal, _)| Ok((ordinal, generation.passage(ordinal)?))).collect::<Result<Vec<_>, IndexError>>()?;
    let hits = rank::rank(&evidence, passages);
    let confidence = confidence::confidence(&evidence, &hits);
    Ok(Ranking { terms: evidence.terms, hits, confidence })
}
