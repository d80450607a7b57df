//! Calls to Discord: one client, a time limit on each call, and a few more tries when a call may yet succeed.

use std::time::Duration;

use reqwest::{Certificate, Client, Response};
use serenity::http::{Http, HttpBuilder, HttpError, Request};
use thiserror::Error;
use tokio::time::{Instant, sleep, timeout};

use super::connection::ConnectionError;
use crate::config::{DiscordConfig, Endpoint};

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(5);
/// How long one request may take. serenity itself would wait for ever.
const REQUEST: Duration = Duration::from_secs(10);

/// Discord's code for an interaction that was answered already (topics/opcodes-and-status-codes).
const ALREADY_ACKNOWLEDGED: isize = 40060;

/// How long, and how often, a call is tried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// What is waited before the second try, and so on: generic, because serenity does not pass on what Discord asks for.
    waits: [Duration; 2],
    /// After this nothing is tried any more.
    limit: Duration,
}

/// The first answer to an interaction: Discord gives up after 3 seconds.
pub(super) const AT_ONCE: Patience =
    Patience { waits: [Duration::from_millis(100), Duration::from_millis(400)], limit: Duration::from_millis(2500) };
/// Everything else. Long enough for serenity's own limiter to wait for a bucket.
pub(super) const IN_TIME: Patience =
    Patience { waits: [Duration::from_millis(500), Duration::from_millis(1500)], limit: Duration::from_secs(20) };

/// A call that did not get through. Addresses are left out: they hold interaction tokens.
#[derive(Debug, Error)]
#[error("{what}")]
pub(super) struct Undelivered {
    /// Discord's HTTP status, if it answered.
    pub(super) status: Option<u16>,
    code: Option<isize>,
    what: String,
    /// It was not the first try.
    repeated: bool,
}

impl Undelivered {
    /// Discord's own code for what is wrong, if it said one.
    pub(super) fn code(&self) -> Option<isize> {
        self.code
    }

    /// Nothing would change by trying again. What Discord refuses is never tried twice: it bans addresses that insist.
    fn is_final(&self) -> bool {
        self.status.is_some_and(|status| status != 429 && status < 500)
    }

    /// There is nobody left to tell: the interaction, the channel or the permission is gone, or somebody else answered.
    pub(super) fn nobody_listens(&self) -> bool {
        matches!(self.status, Some(401 | 403 | 404)) || self.code == Some(ALREADY_ACKNOWLEDGED)
    }

    /// An earlier try of ours got through after all, though its answer was lost.
    pub(super) fn was_delivered(&self) -> bool {
        self.repeated && self.code == Some(ALREADY_ACKNOWLEDGED)
    }

    fn late() -> Self {
        Self { status: None, code: None, what: "Discord did not answer in time".to_owned(), repeated: false }
    }
}

impl From<serenity::Error> for Undelivered {
    fn from(error: serenity::Error) -> Self {
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(refused)) => {
                let (status, said) = (refused.status_code, refused.error);
                let details: Vec<String> = said.errors.iter().map(|one| format!("{}: {}", one.path, one.message)).collect();
                let what = format!("Discord answered {status}: {} (code {}) {}", said.message, said.code, details.join("; "));
                Self { status: Some(status.as_u16()), code: Some(said.code), what: what.trim_end().to_owned(), repeated: false }
            }
            serenity::Error::Http(HttpError::Request(error)) => {
                Self { status: None, code: None, what: chain(&error.without_url()), repeated: false }
            }
            other => Self { status: None, code: None, what: chain(&other), repeated: false },
        }
    }
}

/// An error with its causes.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said.push_str(": ");
        said.push_str(&error.to_string());
        cause = error.source();
    }
    said
}

/// Makes a call, up to three times. The same request again must do no harm: first answers are refused the second time,
/// edits change nothing, and new messages carry a nonce.
pub(super) async fn call(http: &Http, request: Request<'_>, patience: Patience) -> Result<Response, Undelivered> {
    let deadline = Instant::now() + patience.limit;
    let mut waits = patience.waits.into_iter();
    let mut repeated = false;
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let failed = match timeout(left, http.request(request.clone())).await {
            Ok(Ok(response)) => return Ok(response),
            Ok(Err(error)) => Undelivered { repeated, ..error.into() },
            Err(_) => Undelivered { repeated, ..Undelivered::late() },
        };
        let next = waits.next().filter(|wait| !failed.is_final() && Instant::now() + *wait < deadline);
        let Some(wait) = next else { return Err(failed) };
        sleep(wait).await;
        repeated = true;
    }
}

/// serenity's HTTP side, pointed at where Discord is found.
pub(super) fn build(config: &DiscordConfig) -> Result<Http, ConnectionError> {
    let client = Client::builder().use_rustls_tls().connect_timeout(CONNECT).timeout(REQUEST);
    let builder = HttpBuilder::new(config.token.expose());
    let (client, builder) = match &config.endpoint {
        Endpoint::Discord => (client, builder),
        // serenity ignores the base address while its limiter is on, and would talk to discord.com
        // (serenity-rs/serenity#1739): both are needed.
        Endpoint::Loopback(base) => (client.no_proxy(), builder.proxy(base).ratelimiter_disabled(true)),
        Endpoint::Tls { addr, ca } => {
            let unusable = |why: String| ConnectionError::Certificate { file: ca.clone(), why };
            let pem = std::fs::read(ca).map_err(|error| unusable(error.to_string()))?;
            let certificate = Certificate::from_pem(&pem).map_err(|error| unusable(chain(&error)))?;
            (client.no_proxy().add_root_certificate(certificate).resolve("discord.com", *addr), builder)
        }
    };
    let client = client.build().map_err(|error| match &config.endpoint {
        Endpoint::Tls { ca, .. } => ConnectionError::Certificate { file: ca.clone(), why: chain(&error) },
        _ => ConnectionError::Ended(chain(&error)),
    })?;
    Ok(builder.client(client).build())
}
