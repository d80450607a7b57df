//! What is known of a provision that was looked up, beside its words.

use crate::corpus::{Provision, Source};

/// A provision that was looked up.
#[derive(Debug, Clone)]
pub struct ProvisionCard {
    /// The provision.
    pub provision: Provision,
    /// The document that it stands in.
    pub source: Source,
    /// What to ask in order to have it again.
    pub ask: String,
    /// The provision before it at its level: how it is cited, and what to ask for it.
    pub previous: Option<(String, String)>,
    /// The one after it.
    pub next: Option<(String, String)>,
    /// Whether it is too long to be shown whole: then its own words and the beginning of each of its parts are.
    pub is_cut: bool,
}
