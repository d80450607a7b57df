//! A build makes way for questions: while somebody is being answered it rests for a moment, so that it costs them little on a
//! machine with few cores.

use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::answer::Serving;

/// How long it rests before it looks again whether somebody is being answered: a fraction of what most questions take.
const GLANCE: Duration = Duration::from_millis(1);
/// How long it rests at most before it goes on for as long: a bot that is always being asked is indexed anew too, at half the
/// pace.
const TURN: Duration = Duration::from_millis(50);

/// A build's courtesy to those who are being answered.
pub(super) struct Courtesy<'s> {
    serving: &'s Serving,
    /// Since when it works after it has rested as long as it may.
    worked_since: Mutex<Option<Instant>>,
}

impl<'s> Courtesy<'s> {
    pub(super) fn to(serving: &'s Serving) -> Self {
        Self { serving, worked_since: Mutex::default() }
    }

    /// Rests while somebody is being answered, for a turn at most.
    pub(super) fn make_way(&self) {
        let mut worked_since = self.worked_since.lock().unwrap_or_else(PoisonError::into_inner);
        if worked_since.is_some_and(|since| since.elapsed() < TURN) {
            return;
        }
        *worked_since = None;
        let began = Instant::now();
        while self.serving.is_asked() {
            if began.elapsed() >= TURN {
                *worked_since = Some(Instant::now());
                return;
            }
            sleep(GLANCE);
        }
    }
}
