//! The part of a corpus that is searched: all of it, one source, one lane, or both.

use crate::corpus::Lane;

/// What a search is narrowed to; by default nothing is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Scope {
    /// Only the source with this id.
    pub source: Option<String>,
    /// Only what is said in this lane.
    pub lane: Option<Lane>,
}

impl Scope {
    /// One source.
    #[must_use]
    pub fn source(id: &str) -> Self {
        Self { source: Some(id.to_owned()), lane: None }
    }

    /// One lane.
    #[must_use]
    pub fn lane(lane: Lane) -> Self {
        Self { source: None, lane: Some(lane) }
    }

    /// Whether nothing is left out.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.source.is_none() && self.lane.is_none()
    }

    /// Whether words of `lane` in `source` lie within.
    #[must_use]
    pub fn holds(&self, source: &str, lane: Lane) -> bool {
        self.source.as_deref().is_none_or(|only| only == source) && self.lane.is_none_or(|only| only == lane)
    }
}
