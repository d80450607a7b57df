//! The shape in which a timeline is given to machines.

use serde::Serialize;

use super::timeline::{ProvenDated, ProvenTimeline, When};
use super::wire::{WireQuote, WireSource};

/// A timeline as JSON.
#[derive(Debug, Serialize)]
pub struct WireTimeline {
    /// The dates, earliest first.
    pub entries: Vec<WireDated>,
    /// Whether the corpus holds more than is listed.
    pub is_cut: bool,
    /// The content that was read.
    pub snapshot: String,
}

/// A date as JSON.
#[derive(Debug, Serialize)]
pub struct WireDated {
    /// `2015`, `2015-09` or `2015-09-25`.
    pub date: String,
    /// The last day or month of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// `clause`, `published` or `said`.
    pub when: &'static str,
    /// The clause that sets the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<u32>,
    /// What the clause dates, the curator's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// How often it comes again from that date on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurs: Option<String>,
    /// The source that was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<WireSource>,
    /// The sentence that names the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<WireQuote>,
}

impl WireTimeline {
    /// Gives a timeline of this content for machines.
    #[must_use]
    pub fn of(timeline: &ProvenTimeline<'_>, snapshot: &str) -> Self {
        Self { entries: timeline.entries.iter().map(WireDated::from).collect(), is_cut: timeline.is_cut, snapshot: snapshot.to_owned() }
    }
}

impl From<&ProvenDated<'_>> for WireDated {
    fn from(proven: &ProvenDated<'_>) -> Self {
        let (clause, what, recurs, source, when) = match &proven.dated.what {
            When::Clause { number, what, recurs } => (Some(*number), Some(what.clone()), recurs.clone(), None, "clause"),
            When::Published { source } => (None, None, None, Some(WireSource::from((**source).clone())), "published"),
            When::Said => (None, None, None, None, "said"),
        };
        Self {
            date: proven.dated.date.to_string(),
            until: proven.dated.until.map(|until| until.to_string()),
            when,
            clause,
            what,
            recurs,
            source,
            quote: proven.quote.as_ref().map(WireQuote::from),
        }
    }
}
