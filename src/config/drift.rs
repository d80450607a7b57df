//! Whether sources are looked after where they are published, and who is told when they change.

use std::time::Duration;

use super::ConfigError;

pub(super) const ADMIN_CHANNEL: &str = "ACCORD_ADMIN_CHANNEL";

/// How often sources are looked at: pages change in days, and nobody's server is to notice.
const EVERY: Duration = Duration::from_secs(24 * 60 * 60);
/// The longest that is waited after a start. A moment within it is drawn, so that bots that are started together do not ask
/// together.
const SETTLED: Duration = Duration::from_secs(10 * 60);

/// How sources are looked after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DriftConfig {
    /// `ACCORD_ADMIN_CHANNEL` (default: none, and nothing is looked at): the id of the channel where it is told.
    pub channel: u64,
    /// How often they are looked at (default: once a day).
    pub every: Duration,
    /// The longest that is waited after a start (default: 10 minutes).
    pub settled: Duration,
}

impl DriftConfig {
    /// Tells this channel, as often as is usual.
    #[must_use]
    pub fn to(channel: u64) -> Self {
        Self { channel, every: EVERY, settled: SETTLED }
    }

    pub(super) fn read(given: &str) -> Result<Self, ConfigError> {
        let channel = given.parse().ok().filter(|id| *id != 0).ok_or_else(|| ConfigError::Value {
            variable: ADMIN_CHANNEL,
            why: format!("`{given}` is not the id of a channel"),
            next: "Turn on Developer Mode in Discord, right-click the channel, choose Copy Channel ID, and put the digits there.",
        })?;
        Ok(Self::to(channel))
    }
}
