//! How often people, channels and servers may ask: `ACCORD_LIMITS`.

use std::num::NonZeroU32;

use super::{ConfigError, LIMITS};

/// How often may be asked, for each of whom it is counted; `None` is without a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaceConfig {
    /// By one person, wherever they ask.
    pub user: Option<Rate>,
    /// In one channel, by all together.
    pub channel: Option<Rate>,
    /// In one server, by all together.
    pub server: Option<Rate>,
}

/// So many questions at once, and so many a minute from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many at once, after a while without any.
    pub burst: NonZeroU32,
    /// How many a minute in the long run.
    pub per_minute: NonZeroU32,
}

/// A person who reads the answers cannot ask more than these.
const USER: Rate = Rate { burst: number(5), per_minute: number(12) };
/// A lively channel, in which the answers can still be told apart.
const CHANNEL: Rate = Rate { burst: number(20), per_minute: number(40) };
/// What leaves most of a small machine to other servers: an answer takes some ten milliseconds of a core.
const SERVER: Rate = Rate { burst: number(60), per_minute: number(120) };

const OFF: &str = "off";

/// A number of questions; 0 is read as 1.
const fn number(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

impl Default for PaceConfig {
    fn default() -> Self {
        Self { user: Some(USER), channel: Some(CHANNEL), server: Some(SERVER) }
    }
}

impl PaceConfig {
    /// Without any limit.
    pub const OFF: Self = Self { user: None, channel: None, server: None };

    /// Reads `user=12,channel=40,server=120` (a minute each; what is left out keeps its default; `off` for one without a
    /// limit), or `off` alone.
    pub(super) fn read(given: Option<&str>) -> Result<Self, ConfigError> {
        let Some(given) = given else { return Ok(Self::default()) };
        if given.eq_ignore_ascii_case(OFF) {
            return Ok(Self::OFF);
        }
        let mut limits = Self::default();
        let mut named = Vec::new();
        for part in given.split(',').map(str::trim) {
            let (name, value) = part.split_once('=').ok_or_else(|| wrong(format!("`{part}` is not a name, = and a number")))?;
            let (name, value) = (name.trim(), value.trim());
            let (limit, usual) = match name {
                "user" => (&mut limits.user, USER),
                "channel" => (&mut limits.channel, CHANNEL),
                "server" => (&mut limits.server, SERVER),
                _ => return Err(wrong(format!("`{name}` is none of user, channel and server"))),
            };
            if named.contains(&name) {
                return Err(wrong(format!("`{name}` is there twice")));
            }
            named.push(name);
            *limit = rate(value, usual).ok_or_else(|| wrong(format!("`{value}` for {name} is not a whole number from 1 on, nor {OFF}")))?;
        }
        Ok(limits)
    }
}

/// So many a minute, and never more than that at once.
fn rate(value: &str, usual: Rate) -> Option<Option<Rate>> {
    if value.eq_ignore_ascii_case(OFF) {
        return Some(None);
    }
    let per_minute: NonZeroU32 = value.parse().ok()?;
    Some(Some(Rate { burst: usual.burst.min(per_minute), per_minute }))
}

fn wrong(why: String) -> ConfigError {
    ConfigError::Value {
        variable: LIMITS,
        why,
        next: "Write how many questions a minute are answered, as in user=12,channel=40,server=120, or off for no limits at all.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(burst: u32, per_minute: u32) -> Option<Rate> {
        Some(Rate { burst: number(burst), per_minute: number(per_minute) })
    }

    #[test]
    fn what_is_left_out_keeps_its_default() {
        assert_eq!(PaceConfig::read(None).unwrap(), PaceConfig { user: rate(5, 12), channel: rate(20, 40), server: rate(60, 120) });
        let read = |given| PaceConfig::read(Some(given)).unwrap();
        assert_eq!(read("user=12,channel=40,server=120"), PaceConfig::default());
        assert_eq!(read(" server = 6 , user=off"), PaceConfig { user: None, channel: rate(20, 40), server: rate(6, 6) });
        assert_eq!((read("off"), read("OFF")), (PaceConfig::OFF, PaceConfig::OFF));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (given, named) in [
            ("user=0", "`0` for user"),
            ("user=12;channel=40", "`12;channel=40` for user"),
            ("guild=4", "`guild`"),
            ("user=1,user=2", "`user` is there twice"),
            ("fast", "`fast`"),
            ("user=1,", "`` is not"),
            ("channel=-3", "`-3` for channel"),
        ] {
            let said = PaceConfig::read(Some(given)).unwrap_err().to_string();
            assert!(said.starts_with("ACCORD_LIMITS cannot be used: ") && said.contains(named), "{said}");
            assert!(said.ends_with("or off for no limits at all."), "{said}");
        }
    }
}
