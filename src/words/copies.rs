//! What is said of a copied text: where it is from, what became of the source since, and what stands beside it.

use super::Words;
use crate::corpus::{Copied, Lane, Now, Source};

impl Words {
    /// When a copy was made and where it is from; `shown` makes the address fit to be shown.
    #[must_use]
    pub fn copied(&self, copied: &Copied, shown: impl Fn(&str) -> String) -> String {
        let day = copied.day().to_string();
        match (copied.from.as_deref(), copied.captured) {
            (Some(address), Some(captured)) => self.copy_archived(&captured.to_string(), &day, &shown(address)),
            (Some(address), None) => self.copy_fetched(&day, &shown(address)),
            (None, _) => self.copy_handed_in(&day),
        }
    }

    /// That a source is not any more what was copied; nothing while it is.
    #[must_use]
    pub fn drifted(&self, source: &Source) -> Option<String> {
        let drift = source.copied.as_ref()?.drift.as_ref()?;
        Some(match drift.now {
            Now::Changed => self.changed_since(),
            Now::Gone => self.gone_since(),
        })
    }

    /// What stands beside a source; `shown` makes its id fit to be shown.
    #[must_use]
    pub fn stands_beside(&self, beside: &Source, shown: impl Fn(&str) -> String) -> String {
        let id = shown(&beside.id);
        if beside.indexed_lane() == Lane::Note { self.note_beside(&id) } else { self.page_beside(&id) }
    }
}
