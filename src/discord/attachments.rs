//! Files that people hand to a command: had from Discord alone, and no more of them than was said.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use serenity::model::channel::Attachment;
use thiserror::Error;

use super::connection::ConnectionError;
use super::http::chain;
use crate::config::Endpoint;

/// Where Discord keeps what people upload.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];
/// How long a file may take: what is uploaded to Discord is some megabytes at the most.
const IN_TIME: Duration = Duration::from_secs(60);

/// Has files from Discord.
pub(super) struct Attachments {
    client: Client,
    /// A Discord on this machine.
    loopback: Option<Url>,
}

/// Why a file could not be had.
#[derive(Debug, Error)]
pub(super) enum Lost {
    /// It is more than is taken.
    #[error("it has {size} bytes, and {most} are the most")]
    TooLarge { size: u64, most: u64 },
    /// It lies somewhere else than at Discord.
    #[error("it does not lie at Discord")]
    Elsewhere,
    /// There is more or less of it than Discord said.
    #[error("it is not as long as Discord said")]
    AnotherLength,
    /// The network's. The address is left out: it opens the file to whoever has it.
    #[error("{0}")]
    Network(String),
}

impl Attachments {
    pub(super) fn of(endpoint: &Endpoint) -> Result<Self, ConnectionError> {
        let client = Client::builder().redirect(Policy::none()).timeout(IN_TIME).build();
        let client = client.map_err(|error| ConnectionError::Ended(chain(&error)))?;
        let loopback = match endpoint {
            Endpoint::Loopback(base) => Url::parse(base).ok(),
            Endpoint::Discord | Endpoint::Tls { .. } => None,
        };
        Ok(Self { client, loopback })
    }

    /// What is in a file, if it is no more than `most` bytes.
    pub(super) async fn bytes(&self, file: &Attachment, most: u64) -> Result<Vec<u8>, Lost> {
        let size = u64::from(file.size);
        if size > most {
            return Err(Lost::TooLarge { size, most });
        }
        let url = Url::parse(&file.url).ok().filter(|url| self.is_discords(url)).ok_or(Lost::Elsewhere)?;
        let network = |error: reqwest::Error| Lost::Network(chain(&error.without_url()));
        let mut answer = self.client.get(url).send().await.and_then(Response::error_for_status).map_err(network)?;
        if !answer.status().is_success() {
            return Err(Lost::Elsewhere);
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(network)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > size {
                return Err(Lost::AnotherLength);
            }
        }
        if bytes.len() as u64 == size { Ok(bytes) } else { Err(Lost::AnotherLength) }
    }

    fn is_discords(&self, url: &Url) -> bool {
        let at_discord = url.scheme() == "https" && url.port().is_none() && url.host_str().is_some_and(|host| HOSTS.contains(&host));
        at_discord || self.loopback.as_ref().is_some_and(|base| base.origin() == url.origin())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_had_from_discord_alone() {
        let real = Attachments::of(&Endpoint::Discord).unwrap();
        let fake = Attachments::of(&Endpoint::Loopback("http://127.0.0.1:8080".to_owned())).unwrap();
        for (url, from_real, from_fake) in [
            ("https://cdn.discordapp.com/ephemeral-attachments/1/2/lease.txt?ex=1&is=2&hm=3", true, true),
            ("https://media.discordapp.net/attachments/1/2/lease.txt", true, true),
            ("http://cdn.discordapp.com/attachments/1/2/lease.txt", false, false),
            ("https://cdn.discordapp.com:8443/attachments/1/2/lease.txt", false, false),
            ("https://cdn.discordapp.com.evil.example/attachments/1/2/lease.txt", false, false),
            ("https://cdn.discordapp.com@evil.example/lease.txt", false, false),
            ("http://127.0.0.1:8080/attachments/1/lease.txt", false, true),
            ("http://127.0.0.1:8081/attachments/1/lease.txt", false, false),
            ("http://169.254.169.254/latest/meta-data", false, false),
        ] {
            let url = Url::parse(url).unwrap();
            assert_eq!((real.is_discords(&url), fake.is_discords(&url)), (from_real, from_fake), "{url}");
        }
    }
}
