//! The shape in which it is told to machines where a copied text is from; receipts hold it too.

use serde::{Deserialize, Serialize};

use crate::corpus::{Copied, Now, Origin};
use crate::text::Date;

/// Where a copy is from, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireCopy {
    /// `printed`, `current`, `archive` or `handed_in`.
    pub origin: Origin,
    /// The address that answered; none for a file that was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The day on which it was fetched or handed in (UTC), `YYYY-MM-DD`.
    pub fetched: String,
    /// The day on which the Web Archive captured it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured: Option<String>,
    /// What the source is now, when it is not any more what was copied: `changed` or `gone`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drift: Option<Now>,
    /// The day on which that was seen (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drift_seen: Option<String>,
}

impl From<&Copied> for WireCopy {
    fn from(copied: &Copied) -> Self {
        let drift = copied.drift.as_ref();
        Self {
            origin: copied.origin,
            from: copied.from.clone(),
            fetched: copied.day().to_string(),
            captured: copied.captured.map(|day| day.to_string()),
            drift: drift.map(|drift| drift.now),
            drift_seen: drift.map(|drift| Date::of_seconds(drift.seen_at).to_string()),
        }
    }
}
