//! A stretch of a text, in bytes.

use serde::{Deserialize, Serialize};

/// A byte range of some text: `start` inclusive, `end` exclusive.
///
/// A span is only a claim until it is cut out with [`Span::of`], which answers `None` rather than panic
/// when the claim does not fit the text or would split a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte of the stretch.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words that this span names in `text`, if it lies within `text` on character boundaries.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.start..self.end)
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Whether `inner` lies wholly within this span.
    #[must_use]
    pub fn contains(&self, inner: &Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span, `offset` bytes further on.
    #[must_use]
    pub fn shifted(&self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn joined(&self, other: &Span) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without the white space at either end of the words it names.
    #[must_use]
    pub fn trimmed(&self, text: &str) -> Self {
        let Some(words) = self.of(text) else { return *self };
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}
