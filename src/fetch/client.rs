//! The one HTTP client for strangers' servers: every hop is checked before it is made, and every answer is bounded.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use reqwest::header::{
    ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LOCATION, RETRY_AFTER,
};
use reqwest::redirect::Policy;
use reqwest::{Response, Url};
use tokio::sync::OnceCell;
use tokio::time::Instant;

use super::guard::{self, Names, NotFound, NotPublic};
use super::robots::{self, Robots};
use super::{FetchError, Reason, sniff};
use crate::config::FetchConfig;
use crate::corpus::Format;

/// How the program introduces itself.
const USER_AGENT: &str = concat!("Accord/", env!("CARGO_PKG_VERSION"), " (self-hosted knowledge bot)");
/// What can be read, best first.
const ACCEPTED: &str = "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown;q=0.9,*/*;q=0.1";
/// How many redirects are followed, as RFC 9309 asks for with robots.txt.
const MOST_REDIRECTS: usize = 5;
/// The most bytes of what the Web Archive says of its captures.
const MOST_CAPTURES: u64 = 1_000_000;
/// After how many bytes it is told again how many came in.
const TELL_EVERY: u64 = 100_000;
/// The headers of an answer that matter later.
const KEPT: [&str; 5] = ["content-type", "content-language", "date", "etag", "last-modified"];

/// Asks servers, a host at a time, and remembers what hosts said of programs.
pub(super) struct Client {
    config: FetchConfig,
    /// Connects to public addresses alone.
    public: reqwest::Client,
    /// Connects to whatever a name leads to: for hosts that the operator allowed.
    allowed: reqwest::Client,
    hosts: Mutex<HashMap<String, Arc<Host>>>,
}

/// What is known of a host.
#[derive(Default)]
struct Host {
    /// When it was last asked. Whoever holds it is the one who asks.
    turn: tokio::sync::Mutex<Option<Instant>>,
    robots: OnceCell<Robots>,
}

/// What an answer is wanted for, which says how much of it is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Source,
    Robots,
    Captures,
}

/// What a copy that is there already was given with.
#[derive(Debug, Clone, Default)]
pub(super) struct Condition {
    /// The address that gave it.
    pub(super) url: String,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

/// What an address gave.
pub(super) enum Given {
    /// It is as it was.
    NotModified,
    /// This.
    Page(Page),
}

/// An answer, unpacked.
pub(super) struct Page {
    /// The address that answered.
    pub(super) url: Url,
    /// The headers that are kept, names in lower case.
    pub(super) headers: BTreeMap<String, String>,
    pub(super) format: Format,
    pub(super) bytes: Vec<u8>,
}

/// What came of one request.
enum Reply {
    Redirect(Url),
    NotModified,
    Page(Page),
}

/// Why a request failed, and whether it may do better.
struct Trouble {
    reason: Reason,
    again: bool,
    /// How long the server asks to be left alone.
    after: Option<Duration>,
}

impl From<Reason> for Trouble {
    fn from(reason: Reason) -> Self {
        Self { reason, again: false, after: None }
    }
}

/// Told how many bytes came in.
pub(super) type Received<'a> = &'a (dyn Fn(u64) + Sync);

impl Client {
    pub(super) fn new(config: &FetchConfig) -> Result<Self, FetchError> {
        let built = |names: Names| {
            let builder = reqwest::Client::builder()
                .user_agent(USER_AGENT)
                // A proxy would connect for us, to whatever a name leads to there.
                .no_proxy()
                .redirect(Policy::none())
                .dns_resolver(Arc::new(names))
                .connect_timeout(config.connect_timeout)
                .read_timeout(config.silence_timeout)
                .timeout(config.answer_timeout);
            builder.build().map_err(|error| FetchError::Client(error.to_string()))
        };
        Ok(Self { config: config.clone(), public: built(Names::public())?, allowed: built(Names::any())?, hosts: Mutex::default() })
    }

    /// The same, for a new run: what hosts said is asked again.
    pub(super) fn anew(&self) -> Self {
        Self { config: self.config.clone(), public: self.public.clone(), allowed: self.allowed.clone(), hosts: Mutex::default() }
    }

    pub(super) fn config(&self) -> &FetchConfig {
        &self.config
    }

    /// Fetches the page at `address`. With a condition, only if it is another than then.
    pub(super) async fn page(&self, address: &str, condition: Option<&Condition>, received: Received<'_>) -> Result<Given, Reason> {
        let url = Url::parse(address.trim()).map_err(|_| Reason::NotAnAddress { given: address.to_owned() })?;
        self.follow(url, Use::Source, condition, received).await
    }

    /// What the Web Archive says at `address` of its captures.
    pub(super) async fn captures(&self, address: &str) -> Result<Vec<u8>, Reason> {
        let url = Url::parse(address).map_err(|_| Reason::NotAnAddress { given: address.to_owned() })?;
        match self.follow(url, Use::Captures, None, &|_| {}).await? {
            Given::Page(page) => Ok(page.bytes),
            Given::NotModified => Err(Reason::NoArchive),
        }
    }

    /// Asks hop after hop, each as carefully as the first.
    async fn follow(&self, first: Url, wanted: Use, condition: Option<&Condition>, received: Received<'_>) -> Result<Given, Reason> {
        let mut trail = Trail::beginning(first);
        let mut waited = Duration::ZERO;
        loop {
            let url = trail.here.clone();
            guard::admit(&url, self.config.allows(&url))?;
            self.robots(&url).await.robots.get().map_or(Ok(()), |robots| robots.admit(&url))?;
            match self.persistently(&url, wanted, condition, received, &mut waited).await? {
                Reply::Redirect(next) => trail.follow(next)?,
                Reply::NotModified => return Ok(Given::NotModified),
                Reply::Page(page) => return Ok(Given::Page(page)),
            }
        }
    }

    /// The host of `url`, after it was asked what it wants of programs.
    async fn robots(&self, url: &Url) -> Arc<Host> {
        let host = self.host(url);
        host.robots.get_or_init(|| self.ask_robots(url)).await;
        host
    }

    async fn ask_robots(&self, page: &Url) -> Robots {
        let mut trail = Trail::beginning(Robots::address(page));
        let mut waited = Duration::ZERO;
        loop {
            let url = trail.here.clone();
            let reply = match guard::admit(&url, self.config.allows(&url)) {
                Ok(()) => self.persistently(&url, Use::Robots, None, &|_| {}, &mut waited).await,
                Err(reason) => Err(reason),
            };
            let next = match reply {
                Ok(Reply::Page(page)) => return Robots::read(&page.bytes),
                Ok(Reply::NotModified) => return Robots::Silent,
                Ok(Reply::Redirect(next)) => next,
                Err(reason) => return Robots::missing(&url, reason),
            };
            if let Err(reason) = trail.follow(next) {
                return Robots::missing(&url, reason);
            }
        }
    }

    fn host(&self, url: &Url) -> Arc<Host> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(hosts.entry(url.origin().ascii_serialization()).or_default())
    }

    /// Asks again, later and later, while the server is busy or the connection breaks. `waited` is how long was waited for the
    /// same address already.
    async fn persistently(
        &self,
        url: &Url,
        wanted: Use,
        condition: Option<&Condition>,
        received: Received<'_>,
        waited: &mut Duration,
    ) -> Result<Reply, Reason> {
        let most = self.config.most_wait;
        let backoff = ExponentialBuilder::default()
            .with_factor(2.0)
            .with_min_delay(self.config.first_wait)
            .with_max_delay(most)
            .with_max_times(self.config.attempts.saturating_sub(1));
        let asked = || self.in_turn(url, wanted, condition, received);
        let patient = asked.retry(backoff).when(|trouble: &Trouble| trouble.again).adjust(|trouble, wait| {
            let wait = wait?.max(trouble.after.unwrap_or_default());
            *waited += wait;
            (*waited <= most).then_some(wait)
        });
        patient.await.map_err(|trouble| trouble.reason)
    }

    /// Asks when it is the host's turn, and leaves the host alone for a while afterwards.
    async fn in_turn(&self, url: &Url, wanted: Use, condition: Option<&Condition>, received: Received<'_>) -> Result<Reply, Trouble> {
        let host = self.host(url);
        let mut turn = host.turn.lock().await;
        if let Some(last) = *turn {
            let own = if self.config.allows(url) { Duration::ZERO } else { self.config.pause };
            let pause = host.robots.get().map_or(own, |robots| robots.pause().max(own));
            tokio::time::sleep_until(last + pause).await;
        }
        let reply = self.ask(url, wanted, condition, received).await;
        *turn = Some(Instant::now());
        reply
    }

    async fn ask(&self, url: &Url, wanted: Use, condition: Option<&Condition>, received: Received<'_>) -> Result<Reply, Trouble> {
        let client = if self.config.allows(url) { &self.allowed } else { &self.public };
        let mut request = client.get(url.clone()).header(ACCEPT, if wanted == Use::Source { ACCEPTED } else { "*/*" });
        if let Some(condition) = condition.filter(|condition| condition.url == url.as_str()) {
            let headers: [(HeaderName, _); 2] = [(IF_NONE_MATCH, &condition.etag), (IF_MODIFIED_SINCE, &condition.last_modified)];
            for (name, value) in headers {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
        }
        let response = request.send().await.map_err(|error| trouble(&error, url))?;
        let status = response.status().as_u16();
        let location = response.headers().get(LOCATION).map(|location| String::from_utf8_lossy(location.as_bytes()).into_owned());
        match (status, location) {
            (200 | 203, _) => self.take(response, url, wanted, received).await.map(Reply::Page),
            (304, _) if condition.is_some() => Ok(Reply::NotModified),
            (301 | 302 | 303 | 307 | 308, Some(location)) => {
                let mut next = url.join(&location).map_err(|_| Reason::NotAnAddress { given: location })?;
                next.set_fragment(None);
                Ok(Reply::Redirect(next))
            }
            (status, _) => {
                let after = header(response.headers(), RETRY_AFTER).and_then(|seconds| seconds.parse().ok());
                let again = matches!(status, 429 | 500 | 502 | 503 | 504);
                Err(Trouble { reason: Reason::Status { status }, again, after: after.map(Duration::from_secs) })
            }
        }
    }

    /// Receives an answer, and stops where there is more than is taken. What is counted is what it unpacks to.
    async fn take(&self, mut response: Response, url: &Url, wanted: Use, received: Received<'_>) -> Result<Page, Trouble> {
        if let Some(encoding) = header(response.headers(), CONTENT_ENCODING).filter(|encoding| encoding != "identity") {
            return Err(Reason::Packed { encoding }.into());
        }
        let media_type = header(response.headers(), CONTENT_TYPE);
        let announced = response.content_length().unwrap_or_default();
        let most = self.config.most_pdf.max(self.config.most_text);
        if wanted == Use::Source && announced > most {
            return Err(Reason::TooLarge { most }.into());
        }
        let mut bytes: Vec<u8> = Vec::new();
        let mut told = 0;
        let mut measure = None;
        loop {
            let chunk = response.chunk().await.map_err(|error| trouble(&error, url))?;
            let is_end = chunk.is_none();
            bytes.extend_from_slice(&chunk.unwrap_or_default());
            if measure.is_none() && (is_end || bytes.len() >= sniff::SNIFFED) {
                measure = Some(self.measure(wanted, media_type.as_deref(), &bytes)?);
            }
            let so_far = bytes.len() as u64;
            if let Some((format, most)) = measure {
                if wanted == Use::Robots && so_far > most {
                    bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
                    return Ok(Page { url: url.clone(), headers: BTreeMap::new(), format, bytes });
                }
                if so_far > most || (announced > most && wanted != Use::Robots) {
                    return Err(Reason::TooLarge { most }.into());
                }
                if is_end {
                    return Ok(Page { url: url.clone(), headers: kept(response.headers()), format, bytes });
                }
            }
            if so_far >= told + TELL_EVERY {
                told = so_far;
                received(so_far);
            }
        }
    }

    /// What an answer that begins like this is, and how much of it is taken.
    fn measure(&self, wanted: Use, media_type: Option<&str>, beginning: &[u8]) -> Result<(Format, u64), Reason> {
        match wanted {
            Use::Robots => Ok((Format::Plain, robots::MOST)),
            Use::Captures => Ok((Format::Plain, MOST_CAPTURES)),
            Use::Source => {
                let beginning = beginning.get(..sniff::SNIFFED).unwrap_or(beginning);
                let format = sniff::format(media_type, beginning)?;
                Ok((format, if format == Format::Pdf { self.config.most_pdf } else { self.config.most_text }))
            }
        }
    }
}

/// The way from an address over its redirects.
struct Trail {
    here: Url,
    before: Vec<Url>,
}

impl Trail {
    fn beginning(mut here: Url) -> Self {
        here.set_fragment(None);
        Self { here, before: Vec::new() }
    }

    fn follow(&mut self, next: Url) -> Result<(), Reason> {
        self.before.push(std::mem::replace(&mut self.here, next));
        if self.before.contains(&self.here) {
            return Err(Reason::RedirectLoop);
        }
        if self.before.len() > MOST_REDIRECTS {
            return Err(Reason::TooManyRedirects { most: MOST_REDIRECTS });
        }
        Ok(())
    }
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.trim().to_owned())
}

fn kept(headers: &HeaderMap) -> BTreeMap<String, String> {
    let value = |name: &str| Some((name.to_owned(), headers.get(name)?.to_str().ok()?.to_owned()));
    KEPT.iter().filter_map(|name| value(name)).collect()
}

/// What an error of the client means. It is found by its causes, since its words may hold more of an address than is wanted.
fn trouble(error: &reqwest::Error, url: &Url) -> Trouble {
    let host = guard::host(url);
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(here) = cause {
        if here.is::<NotPublic>() {
            return Reason::NotPublic { host }.into();
        }
        if let Some(NotFound { for_now }) = here.downcast_ref() {
            return if *for_now { Reason::NoNameService { host }.into() } else { Reason::NoHost { host }.into() };
        }
        cause = here.source();
    }
    if error.is_timeout() {
        Reason::TimedOut { host }.into()
    } else if error.is_connect() {
        Reason::NoConnection { host }.into()
    } else {
        Trouble { reason: Reason::Broken { host }, again: true, after: None }
    }
}
