//! The network room: sources of the corpus are fetched, politely and from public hosts alone, and put on the shelf.
//!
//! Nobody else here speaks with strangers' servers. [`Fetcher::run`] fetches what the corpus links to, [`Fetcher::add`] takes a
//! source of the operator's own, [`Fetcher::check`] sees what became of what was fetched, and [`remove`] takes a copy away. Each
//! holds the shelf's lock while it works, so that two never write at once.

mod addition;
mod archive;
mod client;
mod drift;
mod guard;
mod job;
mod obtain;
mod outcome;
mod robots;
mod rounds;
mod shelving;
mod sniff;

pub use addition::{Addition, What};
pub use drift::{Checked, DriftReport, DriftRow};
pub use outcome::{Attempt, Outcome, Progress, Reason, Report, Row};
pub use shelving::{Removed, remove, shelved};

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use thiserror::Error;

use self::client::Client;
use crate::config::FetchConfig;
use crate::corpus::{CorpusError, Format};
use crate::reindex::CancelFlag;

/// How often a job looks whether it was told to stop.
const HEED: Duration = Duration::from_millis(50);

/// Which sources are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Every source that the corpus knows.
    All,
    /// Those with these ids.
    These(Vec<String>),
}

/// Why nothing was fetched. What is wrong with one source is an [`Outcome`].
#[derive(Debug, Error)]
pub enum FetchError {
    /// There is no corpus folder.
    #[error("{0}: there is no such folder; name the folder that holds the documents with --corpus DIR")]
    NoCorpus(PathBuf),
    /// `corpus.toml` cannot be read.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// Another job, of this process or another, is at it.
    #[error("{0}: sources are being fetched already; wait until that is done")]
    Busy(PathBuf),
    /// The disk's, with the file.
    #[error("{file}: {error}")]
    Io {
        /// The file or folder.
        file: PathBuf,
        /// What is wrong with it.
        error: std::io::Error,
    },
    /// No source is called that.
    #[error("there is no source called \"{id}\"{}", nearest.as_ref().map_or_else(String::new, |near| format!("; the nearest is \"{near}\"")))]
    NoSource {
        /// What was asked for.
        id: String,
        /// The id that is nearest to it.
        nearest: Option<String>,
    },
    /// The id that was chosen for a source is another's.
    #[error("there is already a source called \"{0}\"; choose another with --id")]
    Taken(String),
    /// The id that was chosen for a source cannot be one.
    #[error("\"{0}\" cannot be an id: up to 64 lower-case letters, digits, hyphens and underscores make one")]
    BadId(String),
    /// The corpus links to the address already.
    #[error("the source \"{0}\" has this address already; `accord fetch {0}` fetches it")]
    Listed(String),
    /// The name of a file that was handed in says nothing of what is in it.
    #[error("{0} is not a file that can be read; hand in one whose name ends in .html, .pdf, .txt or .md")]
    NotReadable(String),
    /// The HTTP client could not be made.
    #[error("sources cannot be fetched: {0}")]
    Client(String),
    /// It was told to stop.
    #[error("stopped")]
    Stopped,
}

/// Fetches sources. Cheap to clone: clones share connections and what is known of hosts.
#[derive(Clone)]
pub struct Fetcher {
    client: std::sync::Arc<Client>,
}

impl Fetcher {
    /// With these settings.
    ///
    /// # Errors
    /// That the HTTP client cannot be made.
    pub fn new(config: &FetchConfig) -> Result<Self, FetchError> {
        Ok(Self { client: std::sync::Arc::new(Client::new(config)?) })
    }

    /// The most bytes of a file in this format that are taken.
    #[must_use]
    pub fn most(&self, format: Option<Format>) -> u64 {
        let config = self.client.config();
        if format == Some(Format::Pdf) { config.most_pdf } else { config.most_text }
    }

    /// Fetches the sources wanted of the corpus in `corpus` and puts them on its shelf, a few hosts at a time.
    ///
    /// # Errors
    /// Why nothing could be fetched at all.
    pub async fn run(
        &self,
        corpus: &Path,
        wanted: &Wanted,
        progress: &(dyn Fn(Progress) + Sync),
        cancel: &CancelFlag,
    ) -> Result<Report, FetchError> {
        job::run(&self.client, corpus, wanted, progress, cancel).await
    }

    /// Takes up a source of the operator's own: fetches it, or takes what was handed in, and puts it on the shelf.
    ///
    /// # Errors
    /// Why it cannot be taken up. That its address gives nothing is an outcome, and nothing is on the shelf then.
    pub async fn add(
        &self,
        corpus: &Path,
        addition: Addition,
        progress: &(dyn Fn(Progress) + Sync),
        cancel: &CancelFlag,
    ) -> Result<Row, FetchError> {
        addition::add(&self.client, corpus, addition, progress, cancel).await
    }

    /// Sees what became of the sources since their copies were made, and notes it beside the copies; these stay as they are.
    ///
    /// # Errors
    /// Why nothing could be checked at all.
    pub async fn check(
        &self,
        corpus: &Path,
        wanted: &Wanted,
        progress: &(dyn Fn(Progress) + Sync),
        cancel: &CancelFlag,
    ) -> Result<DriftReport, FetchError> {
        drift::check(&self.client, corpus, wanted, progress, cancel).await
    }
}

/// Comes back when the job was told to stop.
async fn told_to_stop(cancel: &CancelFlag) {
    while !cancel.is_cancelled() {
        tokio::time::sleep(HEED).await;
    }
}

/// Seconds since 1970 (UTC).
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
