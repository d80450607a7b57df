//! The shapes in which lists, comparisons and sources are given to machines.

use serde::Serialize;

use super::wire::{WireClause, WireQuote, WireScope, WireSource, clause};
use super::{AnswerError, Answerer, Comparison, Found, LaneSilence, Quote, Side, SourceCard};
use crate::corpus::{Critique, Lane};

/// A page of a list of passages as JSON.
#[derive(Debug, Serialize)]
pub struct WireFound {
    /// The words that were searched for.
    pub words: String,
    /// How many passages hold any of the words.
    pub total: u64,
    /// How many of them are listed, on all pages.
    pub listed: usize,
    /// The page, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// The passages of the page, the likeliest first.
    pub passages: Vec<WireFoundPassage>,
    /// The part of the corpus that was searched, when it was not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<WireScope>,
    /// How words in another language were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_as: Option<String>,
    /// The content that was searched.
    pub snapshot: String,
}

/// A passage of a list as JSON.
#[derive(Debug, Serialize)]
pub struct WireFoundPassage {
    /// The proven snippet; `n` is its place in the whole list.
    #[serde(flatten)]
    pub snippet: WireQuote,
    /// Whether the snippet begins within a sentence.
    pub cut_before: bool,
    /// Whether it ends within one.
    pub cut_after: bool,
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
    /// What it was ranked by; comparable within one list.
    pub score: f32,
}

/// A comparison as JSON.
#[derive(Debug, Serialize)]
pub struct WireComparison {
    /// The point as it was typed.
    pub point: String,
    /// `found` or `not_found`.
    pub outcome: &'static str,
    /// Why nothing could be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// The clause, when the point is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<WireClause>,
    /// Every lane, in a fixed order.
    pub lanes: Vec<WireSide>,
    /// How a point in another language was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_as: Option<String>,
    /// The content that was searched.
    pub snapshot: String,
}

/// What one lane says to a point, as JSON.
#[derive(Debug, Serialize)]
pub struct WireSide {
    /// The lane.
    pub lane: Lane,
    /// Its proven quotes, numbered through all lanes.
    pub quotes: Vec<WireQuote>,
    /// How sure it is that the lane speaks to the point.
    pub confidence: f32,
    /// How many critiques of the clause stand in this lane beside those.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<usize>,
    /// Why the lane is silent: `empty_lane` or `not_said`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
}

/// All that is known of a source, as JSON.
#[derive(Debug, Serialize)]
pub struct WireSourceCard {
    /// The source.
    #[serde(flatten)]
    pub source: WireSource,
    /// How many passages of it the corpus holds.
    pub passages: usize,
    /// The id of the document that stands beside it: the note on it, or the page that it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_beside: Option<String>,
    /// The critiques that stand in it.
    pub critiques: Vec<WireCritique>,
    /// Its opening words, proven.
    pub opening: Option<WireQuote>,
}

/// A critique without its words, as JSON.
#[derive(Debug, Serialize)]
pub struct WireCritique {
    /// Its id.
    pub id: String,
    /// Who says it.
    pub by: String,
    /// The clauses that it is about; none means the agreement as a whole.
    pub clauses: Vec<u32>,
    /// supportive, sceptical, mixed or reporting.
    pub stance: String,
    /// What it is about.
    pub topic: String,
}

impl WireFound {
    /// Proves the snippets of one page of `found`, counted from 1 and `of` passages long.
    ///
    /// # Errors
    /// A snippet that cannot be proven, or the index's.
    pub fn prove(found: &Found, answerer: &Answerer, page: usize, of: usize) -> Result<Self, AnswerError> {
        let mut passages = Vec::new();
        for passage in found.page(page, of) {
            passages.push(WireFoundPassage {
                snippet: proven(&passage.snippet, answerer)?,
                cut_before: passage.cut_before,
                cut_after: passage.cut_after,
                headings: passage.headings.clone(),
                score: passage.score,
            });
        }
        Ok(Self {
            words: found.words.clone(),
            total: found.total,
            listed: found.passages.len(),
            page,
            pages: found.pages(of),
            passages,
            scope: WireScope::of(&found.scope),
            read_as: found.translation.as_ref().map(|translation| translation.english.clone()),
            snapshot: found.snapshot.clone(),
        })
    }
}

impl WireComparison {
    /// Proves every quote of `comparison` and gives it for machines.
    ///
    /// # Errors
    /// A quote that cannot be proven, or the index's.
    pub fn prove(comparison: &Comparison, answerer: &Answerer) -> Result<Self, AnswerError> {
        let lanes = comparison.sides.iter().map(|side| WireSide::prove(side, comparison.clause.is_some(), answerer));
        Ok(Self {
            point: comparison.point.clone(),
            outcome: if comparison.is_found() { "found" } else { "not_found" },
            reason: comparison.silence.as_ref().map(super::Silence::reason),
            clause: comparison.clause.as_ref().map(|found| clause(found, answerer)).transpose()?,
            lanes: lanes.collect::<Result<_, _>>()?,
            read_as: comparison.translation.as_ref().map(|translation| translation.english.clone()),
            snapshot: comparison.snapshot.clone(),
        })
    }
}

impl WireSide {
    fn prove(side: &Side, of_clause: bool, answerer: &Answerer) -> Result<Self, AnswerError> {
        let mut quotes = Vec::new();
        for (quote, critique) in side.quotes.iter().zip(&side.critiques) {
            let mut wire = proven(quote, answerer)?;
            wire.stance = critique.as_ref().map(|critique| critique.stance.clone());
            wire.topic = critique.as_ref().map(|critique| critique.topic.clone());
            quotes.push(wire);
        }
        let reason = side.silence.as_ref().map(|silence| match silence {
            LaneSilence::Empty => "empty_lane",
            LaneSilence::NotSaid { .. } => "not_said",
        });
        Ok(Self { lane: side.lane, quotes, confidence: side.confidence, more: of_clause.then_some(side.more), reason })
    }
}

impl WireSourceCard {
    /// Proves the opening words of a source and gives its card for machines.
    ///
    /// # Errors
    /// That the words cannot be proven, or the index's.
    pub fn prove(card: SourceCard, answerer: &Answerer) -> Result<Self, AnswerError> {
        let opening = card.opening.as_ref().map(|opening| proven(opening, answerer)).transpose()?;
        let critiques = card.critiques.into_iter().map(WireCritique::from).collect();
        let has_beside = card.beside.map(|beside| beside.id);
        Ok(Self { source: card.source.into(), passages: card.passages, has_beside, critiques, opening })
    }
}

impl From<Critique> for WireCritique {
    fn from(critique: Critique) -> Self {
        let Critique { id, by, clauses, stance, topic, anchor: _ } = critique;
        Self { id, by, clauses, stance, topic }
    }
}

fn proven(quote: &Quote, answerer: &Answerer) -> Result<WireQuote, AnswerError> {
    Ok(WireQuote::from(&quote.prove(answerer.generation())?))
}
