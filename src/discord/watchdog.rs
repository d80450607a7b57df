//! Notices a connection that is dead without knowing it, so that a supervisor can start the bot anew.

use std::sync::Arc;
use std::time::Duration;

use serenity::gateway::{ConnectionStage, ShardManager};
use tokio::time::{Instant, sleep};

/// How often the connection is looked at.
const LOOK: Duration = Duration::from_secs(15);
/// A connection without a sign of life for this long is dead. Discord's heartbeat is some 41 s, and serenity reconnects
/// by itself; a failed reconnection can leave a shard dead for ever (serenity-rs/serenity#3369).
pub(super) const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// What can be seen of a connection: its latency is measured anew with every heartbeat that Discord answers.
type Pulse = Option<Duration>;

/// When the connection last gave a sign of life.
struct Watchdog {
    last_sign: Instant,
    pulse: Pulse,
}

impl Watchdog {
    fn new(now: Instant) -> Self {
        Self { last_sign: now, pulse: None }
    }

    /// Whether the connection counts as dead, after having looked at it. Nothing to see is no sign of life.
    fn is_dead(&mut self, now: Instant, pulse: Pulse) -> bool {
        if pulse.is_some() && pulse != self.pulse {
            self.last_sign = now;
            self.pulse = pulse;
        }
        now.duration_since(self.last_sign) > PATIENCE
    }
}

/// Returns when the connection is dead.
pub(super) async fn watch(shards: Arc<ShardManager>) {
    let mut watchdog = Watchdog::new(Instant::now());
    loop {
        sleep(LOOK).await;
        let runners = shards.runners.lock().await;
        let pulse = runners.values().find(|shard| shard.stage == ConnectionStage::Connected).and_then(|shard| shard.latency);
        drop(runners);
        if watchdog.is_dead(Instant::now(), pulse) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_is_dead_when_its_heart_has_not_beaten_for_long() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let beat = |millis| Some(Duration::from_millis(millis));
        let mut watchdog = Watchdog::new(start);
        assert!(!watchdog.is_dead(after(60), beat(20)));
        assert!(!watchdog.is_dead(after(350), beat(20)));
        assert!(!watchdog.is_dead(after(355), beat(21)));
        assert!(!watchdog.is_dead(after(600), None));
        assert!(watchdog.is_dead(after(656), None));
    }
}
