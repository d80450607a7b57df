//! Whether a host wants a page fetched by programs, and how often (RFC 9309).

use std::time::Duration;

use reqwest::Url;
use texting_robots::Robot;

use super::Reason;
use super::guard::host;

/// What the program is called in a robots.txt.
pub(super) const PRODUCT: &str = "Accord";
/// How much of a robots.txt is read; RFC 9309 asks for as much at least.
pub(super) const MOST: u64 = 512_000;
/// The longest pause between two requests that is kept because a robots.txt asks for it.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// What a host's robots.txt says.
pub(super) enum Robots {
    /// Nothing: there is none.
    Silent,
    /// These rules.
    Rules(Box<Robot>),
    /// It could not be had, for this reason: nothing may be fetched.
    Unknown(Reason),
}

impl Robots {
    /// Where the robots.txt of a page's host is.
    pub(super) fn address(page: &Url) -> Url {
        let mut url = page.clone();
        url.set_path("/robots.txt");
        url.set_query(None);
        url.set_fragment(None);
        url
    }

    /// Reads one; what cannot be read forbids nothing.
    pub(super) fn read(text: &[u8]) -> Self {
        Robot::new(PRODUCT, text).map_or(Self::Silent, |rules| Self::Rules(Box::new(rules)))
    }

    /// What it means that there was none to be had.
    pub(super) fn missing(url: &Url, reason: Reason) -> Self {
        match reason {
            // Too many requests is the one refusal that says something of the whole host.
            Reason::Status { status: status @ (429 | 500..) } => Self::Unknown(Reason::NoRobots { host: host(url), status }),
            Reason::Status { .. } | Reason::RedirectLoop | Reason::TooManyRedirects { .. } => Self::Silent,
            reason => Self::Unknown(reason),
        }
    }

    /// Whether `url` may be fetched.
    pub(super) fn admit(&self, url: &Url) -> Result<(), Reason> {
        match self {
            Self::Silent => Ok(()),
            Self::Rules(rules) if rules.allowed(url.as_str()) => Ok(()),
            Self::Rules(_) => Err(Reason::Robots { host: host(url) }),
            Self::Unknown(reason) => Err(reason.clone()),
        }
    }

    /// How long the host is to be left alone between two requests, as far as it says.
    pub(super) fn pause(&self) -> Duration {
        let Self::Rules(rules) = self else { return Duration::ZERO };
        let seconds = rules.delay.and_then(|delay| Duration::try_from_secs_f32(delay).ok());
        seconds.unwrap_or_default().min(LONGEST_PAUSE)
    }
}
