//! How far a build is, and how long it still takes, from how long it took so far.

use std::time::Duration;

/// Nothing is foretold before a build has taken this long: the first passages say little about the rest.
const FIRST: Duration = Duration::from_secs(1);

/// How long the rest takes when it goes as the part that is done has gone; none while too little is done to tell.
pub(super) fn remaining(elapsed: Duration, done: usize, total: usize) -> Option<Duration> {
    if elapsed < FIRST || done == 0 {
        return None;
    }
    let rest = total.saturating_sub(done) as f64 / done as f64;
    Duration::try_from_secs_f64(elapsed.as_secs_f64() * rest).ok()
}

/// How much is done, in whole percent.
#[must_use]
pub fn percent(done: usize, total: usize) -> usize {
    done.saturating_mul(100) / total.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_goes_as_the_part_that_is_done() {
        let seconds = Duration::from_secs;
        assert_eq!(remaining(seconds(10), 25, 100), Some(seconds(30)));
        assert_eq!(remaining(seconds(10), 100, 100), Some(seconds(0)));
        assert_eq!(remaining(seconds(10), 0, 100), None, "nothing is done yet");
        assert_eq!(remaining(Duration::from_millis(900), 50, 100), None, "too early to tell");
        assert_eq!(remaining(seconds(1), 1, 1_000_000_000).map(|left| left > seconds(1)), Some(true), "no overflow");
    }
}
