//! Whether words that somebody quotes stand in the corpus: exactly, altered, under another name, or not at all.

mod attribution;
mod documents;
mod exact;
mod fit;
mod given;
mod names;
mod near;
mod spelling;
mod wire;

pub use wire::{WireQuoteCheck, WireSearched};

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use self::documents::{Documents, ReadDocument};
use self::exact::Place;
use self::given::Given;
use self::names::NameTable;
use super::quote::Quote;
use super::{AnswerError, Answerer};
use crate::corpus::Passage;
use crate::index::Generation;
use crate::text::{Span, Stretch};

/// What became of a quotation that was checked. It never says that words are false: only whether the corpus has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteOutcome {
    /// The words stand in a source, in one piece or with the omissions that they mark, and are said by whom they are put to.
    Exact,
    /// Words much like them stand in a source.
    Altered,
    /// The words stand in a source, but somebody else says them.
    Misattributed,
    /// Nothing near enough to them is in the corpus.
    NotFound,
}

/// What is known of a quotation that was checked.
#[derive(Debug)]
pub struct QuoteCheck {
    /// What became of it.
    pub outcome: QuoteOutcome,
    /// Whom the words were put to: as named beside them, or within the text.
    pub by: Option<String>,
    /// The corpus's own words: those that were given, those they were altered from, or those that come closest.
    pub closest: Option<Quote>,
    /// How what was given differs from the corpus's words; empty when no word differs, and when nothing was found.
    pub diff: Vec<Stretch>,
    /// Between 0 and 1: twice the words that both have, over the words of either.
    pub similarity: f32,
    /// Whether the words given leave some of the corpus's out, and mark where.
    pub omission: bool,
}

/// What checking quotations needs beside the generation; made when the first one is checked.
#[derive(Default)]
pub(super) struct Checker {
    documents: Documents,
    names: OnceLock<NameTable>,
}

impl Checker {
    fn names(&self, generation: &Generation) -> Result<&NameTable, AnswerError> {
        if let Some(names) = self.names.get() {
            return Ok(names);
        }
        let names = NameTable::of(generation)?;
        Ok(self.names.get_or_init(|| names))
    }
}

impl Answerer {
    /// Whether the corpus says `text`, and whether `by` says it there. Without `by`, a speaker who is named in the text itself
    /// (`"…," said Healey`, `Healey: "…"`) and known to the corpus is taken.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn check_quote(&self, text: &str, by: Option<&str>) -> Result<QuoteCheck, AnswerError> {
        let by = by.map(str::trim).filter(|by| !by.is_empty());
        let whole = self.check_words(text, by)?;
        if matches!(whole.outcome, QuoteOutcome::Exact | QuoteOutcome::Misattributed) {
            return Ok(whole);
        }
        for attributed in attribution::readings(text) {
            let known = by.is_some() || self.checker.names(&self.generation)?.knows(&attributed.name);
            if !known {
                continue;
            }
            let inner = self.check_words(attributed.words, by.or(Some(&attributed.name)))?;
            let better = match inner.outcome {
                QuoteOutcome::Exact | QuoteOutcome::Misattributed => true,
                QuoteOutcome::Altered => whole.outcome == QuoteOutcome::NotFound || inner.similarity > whole.similarity,
                QuoteOutcome::NotFound => false,
            };
            if better {
                return Ok(inner);
            }
        }
        Ok(whole)
    }

    /// Checks words that hold no attribution of their own.
    fn check_words(&self, text: &str, by: Option<&str>) -> Result<QuoteCheck, AnswerError> {
        let readings = Given::readings(text);
        let mut nearby = Vec::new();
        for given in &readings {
            nearby = self.checker.documents.nearby(&self.generation, given)?;
            let mut places = exact::places(&nearby, given);
            if places.is_empty() {
                places = self.checker.documents.elsewhere(&self.generation, given, &nearby)?;
            }
            if let Some(check) = self.standing(&places, by)? {
                return Ok(check);
            }
        }
        let Some(given) = readings.last() else { return self.not_found(text, by) };
        match near::nearest(&nearby, given) {
            Some(near) => Ok(QuoteCheck {
                outcome: QuoteOutcome::Altered,
                by: by.map(str::to_owned),
                closest: Some(claim(&self.generation, &near.document, near.span)?),
                similarity: near.similarity,
                diff: near.diff,
                omission: false,
            }),
            None => self.not_found(text, by),
        }
    }

    /// What is to be said of words that stand at these places, if there are any: any of them that `by` says will do.
    fn standing(&self, places: &[Place], by: Option<&str>) -> Result<Option<QuoteCheck>, AnswerError> {
        let Some(first) = places.first() else { return Ok(None) };
        let mut said = Some(first);
        if let Some(by) = by {
            let names = self.checker.names(&self.generation)?;
            said = None;
            for place in places {
                if names.says(&self.generation, &place.document.stored, place.span, by)? {
                    said = Some(place);
                    break;
                }
            }
        }
        let outcome = if said.is_some() { QuoteOutcome::Exact } else { QuoteOutcome::Misattributed };
        let place = said.unwrap_or(first);
        let closest = Some(claim(&self.generation, &place.document, place.span)?);
        let by = by.map(str::to_owned);
        Ok(Some(QuoteCheck { outcome, by, closest, diff: Vec::new(), similarity: 1.0, omission: place.omission }))
    }

    /// That the corpus has nothing near enough, with the words that a search for them finds first.
    fn not_found(&self, text: &str, by: Option<&str>) -> Result<QuoteCheck, AnswerError> {
        /// Words searched for: more of them make the search slower and no better.
        const MOST_WORDS: usize = 60;
        let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
        let question = self.question(&words.join(" "), None);
        let closest = self.answer(&question)?.quotes().first().cloned();
        let mut similarity = 0.0;
        if let Some(quote) = &closest {
            similarity = spelling::likeness(quote.prove(&self.generation)?.words(), text);
        }
        Ok(QuoteCheck {
            outcome: QuoteOutcome::NotFound,
            by: by.map(str::to_owned),
            closest: closest.map(Quote::alone),
            diff: Vec::new(),
            similarity,
            omission: false,
        })
    }
}

/// Claims words that may reach over several passages, or stand in none: a heading, a line in capitals, a clause that is a passage
/// of another source. Words in no passage go by the id of their source alone.
fn claim(generation: &Generation, document: &Arc<ReadDocument>, span: Span) -> Result<Quote, AnswerError> {
    let stored = &document.stored;
    let mut touched: Option<Passage> = None;
    for passage in document.passages(generation)? {
        if passage.span.contains(&span) {
            touched = Some(passage.clone());
            break;
        }
        if touched.is_none() && passage.span.overlaps(&span) {
            touched = Some(Passage { clause: None, ..passage.clone() });
        }
    }
    let voice = stored.voices.iter().find(|voice| voice.span.contains(&span));
    let passage = touched.unwrap_or_else(|| Passage {
        id: stored.source.id.clone(),
        source: stored.source.id.clone(),
        span,
        sentences: Vec::new(),
        headings: Vec::new(),
        topics: Vec::new(),
        lane: stored.source.indexed_lane(),
        speaker: stored.source.speaker.clone(),
        clause: voice.and_then(|voice| voice.clause),
        under: Vec::new(),
        provisions: Vec::new(),
    });
    Ok(Quote::claim(stored, &passage, span)?.alone())
}
