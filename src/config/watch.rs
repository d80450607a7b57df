//! How a bot that watches its corpus folder does so.

use std::time::Duration;

/// How long nothing more may happen in the folder before it is looked at: whoever saves a file, or copies several, is given
/// the time to finish.
const QUIET: Duration = Duration::from_secs(1);
/// How often the folder is looked at when the system tells of no changes in it. Reading a small corpus takes milliseconds,
/// and nobody waits for longer than it takes to ask again.
const LOOK: Duration = Duration::from_secs(10);
/// How often it is looked at when the system does tell: some changes it does not see, such as those that another machine
/// makes on a network drive.
const LOOK_ALL_THE_SAME: Duration = Duration::from_secs(5 * 60);

/// How a corpus folder is watched (`accord serve --watch`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WatchConfig {
    /// How long nothing more may happen before the folder is looked at (default: 1 second).
    pub quiet: Duration,
    /// How often it is looked at when the system tells of no changes (default: 10 seconds).
    pub look: Duration,
    /// How often it is looked at when the system does tell (default: 5 minutes).
    pub look_all_the_same: Duration,
}

impl Default for WatchConfig {
    fn default() -> Self {
        Self { quiet: QUIET, look: LOOK, look_all_the_same: LOOK_ALL_THE_SAME }
    }
}
