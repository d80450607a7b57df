//! The shape in which a checked quotation is given to machines.

use serde::Serialize;

use super::{QuoteCheck, QuoteOutcome};
use crate::answer::{AnswerError, Answerer, WireQuote};
use crate::text::Stretch;

/// A checked quotation as JSON.
#[derive(Debug, Serialize)]
pub struct WireQuoteCheck {
    /// `exact`, `altered`, `misattributed` or `not_found`.
    pub outcome: QuoteOutcome,
    /// Whom the words were put to, if anybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The corpus's own words, proven: those that were given, those they were altered from, or those that come closest.
    pub closest: Option<WireQuote>,
    /// How what was given differs from the corpus's words; empty when no word differs, and when nothing was found.
    pub diff: Vec<Stretch>,
    /// Between 0 and 1: twice the words that both have, over the words of either.
    pub similarity: f32,
    /// Whether the words given leave some out, and mark where.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub omission: bool,
    /// What was searched.
    pub searched: WireSearched,
    /// The content that was searched.
    pub snapshot: String,
}

/// What was searched, as JSON.
#[derive(Debug, Serialize)]
pub struct WireSearched {
    /// How many documents there are.
    pub documents: u64,
    /// How many passages there are.
    pub passages: u64,
}

impl WireQuoteCheck {
    /// Proves the corpus's words and gives the check for machines.
    ///
    /// # Errors
    /// A quote that cannot be proven, or the index's.
    pub fn prove(check: &QuoteCheck, answerer: &Answerer) -> Result<Self, AnswerError> {
        let manifest = answerer.generation().manifest();
        let proven = check.closest.as_ref().map(|quote| quote.prove(answerer.generation())).transpose()?;
        Ok(Self {
            outcome: check.outcome,
            by: check.by.clone(),
            closest: proven.as_ref().map(WireQuote::from),
            diff: check.diff.clone(),
            similarity: check.similarity,
            omission: check.omission,
            searched: WireSearched { documents: manifest.documents, passages: manifest.passages },
            snapshot: manifest.snapshot.clone(),
        })
    }
}
