//! How fast is asked: of each person, channel and server only so many questions are taken, so that nobody takes the bot
//! from the others.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::state::keyed::{DashMapStateStore, ShrinkableKeyedStateStore};
use governor::{Quota, RateLimiter};

use crate::config::{PaceConfig, Rate};
use crate::words::Words;

/// The pace of all who ask.
pub(super) struct Pace<C: Clock = MonotonicClock> {
    user: Option<Limiter<C>>,
    channel: Option<Limiter<C>>,
    server: Option<Limiter<C>>,
    /// Until when each person was told to wait. Held while a question is weighed, so that it is weighed by itself.
    told: Mutex<HashMap<u64, i64>>,
}

/// One kind of limit, for each who is counted.
type Limiter<C> = RateLimiter<Attempt, Attempts, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// That a question cannot be taken yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    /// From this moment on it can be, in Unix seconds.
    pub(super) until: i64,
    /// Whose limit has been reached.
    pub(super) whose: Whose,
}

/// Whom a limit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// One person.
    User,
    /// All in a channel.
    Channel,
    /// All in a server.
    Server,
}

impl Wait {
    /// What is said to whoever asked.
    pub(super) fn sentence(self, voice: &Words) -> String {
        match self.whose {
            Whose::User => voice.you_ask_fast(self.until),
            Whose::Channel => voice.channel_asks_fast(self.until),
            Whose::Server => voice.server_asks_fast(self.until),
        }
    }
}

impl Pace {
    /// With these limits.
    pub(super) fn new(config: &PaceConfig) -> Self {
        Self::with_clock(config, &MonotonicClock)
    }
}

impl<C: Clock + Clone> Pace<C> {
    fn with_clock(config: &PaceConfig, clock: &C) -> Self {
        let limiter = |rate: Rate| {
            let quota = Quota::per_minute(rate.per_minute).allow_burst(rate.burst);
            RateLimiter::new(quota, Attempts::default(), clock.clone())
        };
        let told = Mutex::default();
        Self { user: config.user.map(limiter), channel: config.channel.map(limiter), server: config.server.map(limiter), told }
    }

    /// Takes a question, or says until when it cannot be taken; `now` is in Unix seconds. One that is not taken is counted
    /// nowhere: whoever is refused because of a full channel may ask elsewhere at once.
    pub(super) fn check(&self, user: u64, channel: u64, guild: Option<u64>, now: i64) -> Result<(), Wait> {
        let _alone = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let counted =
            [(Whose::User, &self.user, Some(user)), (Whose::Channel, &self.channel, Some(channel)), (Whose::Server, &self.server, guild)];
        let counted = counted.iter().filter_map(|(whose, limiter, id)| Some((*whose, limiter.as_ref()?, (*id)?)));
        let waits = counted.clone().filter_map(|(whose, limiter, id)| {
            let refused = limiter.check_key(&Attempt { id, take: false }).err()?;
            Some((refused.wait_time_from(limiter.clock().now()), whose))
        });
        if let Some((wait, whose)) = waits.max_by_key(|(wait, _)| *wait) {
            return Err(Wait { until: now.saturating_add(whole_seconds(wait)), whose });
        }
        for (_, limiter, id) in counted {
            // A moment ago there was room, and since then time can only have made more.
            let _taken = limiter.check_key(&Attempt { id, take: true });
        }
        Ok(())
    }

    /// Whether this person is to be told of the wait. They are told once: who goes on writing is not answered each time.
    pub(super) fn may_tell(&self, user: u64, wait: Wait, now: i64) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let is_news = told.get(&user).is_none_or(|until| *until <= now);
        if is_news {
            told.insert(user, wait.until);
        }
        is_news
    }

    /// Forgets those who have not asked for so long that they are like new.
    pub(super) fn prune(&self, now: i64) {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, until| *until > now);
        for limiter in [&self.user, &self.channel, &self.server].into_iter().flatten() {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// A wait in seconds, in which it is over for certain: `now` may be at the end of its second already.
fn whole_seconds(wait: Duration) -> i64 {
    let begun = u64::from(wait.subsec_nanos() > 0);
    i64::try_from(wait.as_secs().saturating_add(begun).saturating_add(1)).unwrap_or(i64::MAX)
}

/// A question of one who is counted: only looked at, or taken.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Attempt {
    id: u64,
    take: bool,
}

/// What governor knows of each who is counted. An attempt that is not taken is weighed as any other, and leaves no trace.
#[derive(Default)]
struct Attempts(DashMapStateStore<u64>);

impl StateStore for Attempts {
    type Key = Attempt;

    fn measure_and_replace<T, F, E>(&self, attempt: &Attempt, f: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        if attempt.take {
            return self.0.measure_and_replace(&attempt.id, f);
        }
        // governor keeps nothing of an attempt that fails.
        let looked = self.0.measure_and_replace(&attempt.id, |before| match f(before) {
            Ok((allowed, _)) => Err(Ok(allowed)),
            Err(refused) => Err::<(T, Nanos), _>(Err(refused)),
        });
        match looked {
            Ok(allowed) => Ok(allowed),
            Err(outcome) => outcome,
        }
    }
}

impl ShrinkableKeyedStateStore<Attempt> for Attempts {
    fn retain_recent(&self, drop_below: Nanos) {
        self.0.retain_recent(drop_below);
    }

    fn shrink_to_fit(&self) {
        ShrinkableKeyedStateStore::shrink_to_fit(&self.0);
    }

    fn len(&self) -> usize {
        ShrinkableKeyedStateStore::len(&self.0)
    }

    fn is_empty(&self) -> bool {
        ShrinkableKeyedStateStore::is_empty(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;
    use proptest::prelude::*;
    use std::num::NonZeroU32;

    fn rate(burst: u32, per_minute: u32) -> Option<Rate> {
        Some(Rate { burst: NonZeroU32::new(burst)?, per_minute: NonZeroU32::new(per_minute)? })
    }

    fn pace(user: Option<Rate>, channel: Option<Rate>, server: Option<Rate>) -> (Pace<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (Pace::with_clock(&PaceConfig { user, channel, server }, &clock), clock)
    }

    #[test]
    fn a_person_may_ask_five_at_once_and_twelve_a_minute() {
        let clock = FakeRelativeClock::default();
        let pace = Pace::with_clock(&PaceConfig::default(), &clock);
        let ask = |channel| pace.check(1, channel, Some(9), 1000);
        assert_eq!([1, 2, 3, 4, 5].map(ask), [Ok(()); 5]);
        let wait = Wait { until: 1006, whose: Whose::User };
        assert_eq!((ask(6), ask(7)), (Err(wait), Err(wait)));
        assert_eq!(pace.check(2, 1, Some(9), 1000), Ok(()));
        clock.advance(Duration::from_secs(5));
        assert_eq!(ask(6), Ok(()));
        ask(6).unwrap_err();
        clock.advance(Duration::from_secs(60));
        assert_eq!([1, 2, 3, 4, 5].map(ask), [Ok(()); 5]);
        ask(6).unwrap_err();
    }

    #[test]
    fn who_is_refused_by_a_full_channel_may_ask_elsewhere() {
        let (pace, _) = pace(rate(2, 1), rate(2, 1), rate(100, 100));
        assert_eq!((pace.check(1, 7, Some(9), 0), pace.check(2, 7, Some(9), 0)), (Ok(()), Ok(())));
        for _ in 0..10 {
            assert_eq!(pace.check(3, 7, Some(9), 0), Err(Wait { until: 61, whose: Whose::Channel }));
        }
        assert_eq!((pace.check(3, 8, Some(9), 0), pace.check(3, 8, Some(9), 0)), (Ok(()), Ok(())));
    }

    #[test]
    fn a_servers_limit_does_not_reach_into_direct_messages() {
        let (pace, _) = pace(rate(9, 9), rate(9, 9), rate(1, 1));
        assert_eq!(pace.check(1, 7, Some(9), 0), Ok(()));
        assert_eq!(pace.check(1, 8, Some(9), 0).map_err(|wait| wait.whose), Err(Whose::Server));
        assert_eq!(pace.check(1, 8, Some(10), 0), Ok(()));
        assert_eq!(pace.check(1, 6, None, 0), Ok(()));
    }

    #[test]
    fn of_two_limits_the_longer_wait_is_told() {
        let (pace, _) = pace(rate(1, 60), rate(1, 1), None);
        assert_eq!(pace.check(1, 7, None, 0), Ok(()));
        assert_eq!(pace.check(1, 7, None, 0), Err(Wait { until: 61, whose: Whose::Channel }));
        assert_eq!(pace.check(1, 8, None, 0), Err(Wait { until: 2, whose: Whose::User }));
    }

    #[test]
    fn without_limits_nobody_waits() {
        let (pace, _) = pace(None, None, None);
        assert!((0..1000).all(|_| pace.check(1, 1, Some(1), 0).is_ok()));
    }

    #[test]
    fn a_wait_is_told_once() {
        let (pace, _) = pace(rate(1, 1), None, None);
        let wait = |until| Wait { until, whose: Whose::User };
        assert!(pace.may_tell(1, wait(60), 0));
        assert!(!pace.may_tell(1, wait(60), 59));
        assert!(pace.may_tell(2, wait(60), 59));
        assert!(pace.may_tell(1, wait(120), 60));
    }

    #[test]
    fn those_who_are_gone_are_forgotten() {
        let (pace, clock) = pace(rate(2, 60), rate(2, 60), rate(2, 60));
        let known =
            |pace: &Pace<FakeRelativeClock>| [&pace.user, &pace.channel, &pace.server].map(|limiter| limiter.as_ref().unwrap().len());
        for id in 0..500 {
            pace.check(id, id, Some(id), 0).unwrap();
            pace.may_tell(id, Wait { until: 5, whose: Whose::User }, 0);
        }
        pace.prune(0);
        assert_eq!(known(&pace), [500; 3]);
        clock.advance(Duration::from_secs(10));
        pace.check(1, 1, Some(1), 10).unwrap();
        pace.prune(10);
        assert_eq!((known(&pace), pace.told.lock().unwrap().len()), ([1; 3], 0));
    }

    proptest! {
        /// A person who only asks when they are told to is never refused twice in a row, and nobody gets more than the
        /// burst and the rate allow.
        #[test]
        fn whoever_waits_as_told_is_served(burst in 1u32..20, per_minute in 1u32..200, pauses in prop::collection::vec(0u64..20, 1..60)) {
            let (pace, clock) = pace(rate(burst, per_minute), None, None);
            let (mut now, mut served) = (0u64, 0u64);
            for pause in pauses {
                clock.advance(Duration::from_secs(pause));
                now += pause;
                let asked = i64::try_from(now).unwrap();
                if let Err(wait) = pace.check(1, 1, None, asked) {
                    prop_assert!(wait.until > asked);
                    let pause = u64::try_from(wait.until - asked).unwrap();
                    clock.advance(Duration::from_secs(pause));
                    now += pause;
                    prop_assert_eq!(pace.check(1, 1, None, wait.until), Ok(()));
                }
                served += 1;
                prop_assert!(served <= u64::from(burst) + now * u64::from(per_minute) / 60);
            }
        }
    }
}
