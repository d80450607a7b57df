//! The numbered provisions of a document, found in its own numbering: what "section 4.2" or "article 5(1)(f)" is there.

mod labels;
mod numbers;
mod outline;
mod titles;

use serde::{Deserialize, Serialize};

use super::{Document, Lane};
use crate::text::{ProvisionKind, Span};

/// Fewer numbered stretches than these are no numbering, but numbers.
const FEWEST: usize = 3;
/// A text in one piece and shorter than this, in bytes, is a passage of something, such as a record of a set. Nobody looks it up
/// by the numbers within it.
const SHORTEST_PIECE: usize = 3000;

/// A numbered provision of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// Its number as a path in small letters, by which it is found: `12.3.b`.
    pub number: String,
    /// What the number begins with: the schedule of "Schedule 2, paragraph 3". None where the document only counts.
    pub kind: Option<ProvisionKind>,
    /// How it is cited: "§ 12.3(b)", "Article 5(1)".
    pub citation: String,
    /// Its own heading, as far as it has one; may be empty.
    pub heading: String,
    /// From its label to before the next provision of its level or a higher one.
    pub span: Span,
    /// How many provisions it stands in.
    pub depth: usize,
}

impl Provision {
    /// How it is called in a list: its citation and its heading.
    #[must_use]
    pub fn name(&self) -> String {
        if self.heading.is_empty() { self.citation.clone() } else { format!("{} {}", self.citation, self.heading) }
    }
}

/// The numbered provisions of `document`, in order; those of one lie within it. None where it is not a text with a numbering of
/// its own: news and views are not looked up by number, and what curators have numbered stays as they have it.
#[must_use]
pub(super) fn provisions(document: &Document) -> Vec<Provision> {
    if document.source.indexed_lane() != Lane::Text || document.voices.iter().any(|voice| voice.clause.is_some()) {
        return Vec::new();
    }
    if document.blocks.len() < 2 && document.text.len() < SHORTEST_PIECE {
        return Vec::new();
    }
    let found = labels::candidates(document);
    if found.len() < FEWEST {
        return Vec::new();
    }
    let Some(outline) = outline::outline(document, &found) else { return Vec::new() };
    let provisions = numbers::numbered(outline);
    if provisions.len() < FEWEST { Vec::new() } else { provisions }
}
