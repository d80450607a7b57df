//! What came of fetching a source: one of a few outcomes, why, and every address that was asked.

use std::collections::BTreeMap;

use reqwest::Url;
use serde::Serialize;

use crate::corpus::Origin;

/// What came of fetching a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Its text was fetched from its own address.
    Fetched,
    /// It is as it was when its copy was made.
    Unchanged,
    /// A capture of the Web Archive was fetched.
    ArchivedCopy,
    /// Something was fetched, and the reader is not sure that it is the text.
    Unsure,
    /// What is there is no text, or none that can be read.
    NotText,
    /// What is there is more than is taken.
    TooLarge,
    /// It may not be fetched: its server says so, or it is not a public one.
    Blocked,
    /// Nothing is there any more, or nobody answers.
    Dead,
    /// The link that led to it is damaged: there is no address to ask.
    DamagedLink,
    /// The corpus knows no address of it.
    NoAddress,
}

impl Outcome {
    /// Every outcome, in the order in which they are counted.
    pub const ALL: [Self; 10] = [
        Self::Fetched,
        Self::Unchanged,
        Self::ArchivedCopy,
        Self::Unsure,
        Self::NotText,
        Self::TooLarge,
        Self::Blocked,
        Self::Dead,
        Self::DamagedLink,
        Self::NoAddress,
    ];

    /// Whether there is a copy of the source now that is as good as its server's.
    #[must_use]
    pub fn is_good(self) -> bool {
        matches!(self, Self::Fetched | Self::Unchanged | Self::ArchivedCopy)
    }
}

/// Why an address gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// The server answered with a status that is not a success.
    Status {
        /// The status.
        status: u16,
    },
    /// Nobody knows the host's name.
    NoHost {
        /// The host.
        host: String,
    },
    /// The host's name could not be looked up just now.
    NoNameService {
        /// The host.
        host: String,
    },
    /// No connection to the host came about.
    NoConnection {
        /// The host.
        host: String,
    },
    /// The connection broke, or what came over it was not HTTP.
    Broken {
        /// The host.
        host: String,
    },
    /// The host took too long.
    TimedOut {
        /// The host.
        host: String,
    },
    /// The host's robots.txt does not want the page fetched by programs.
    Robots {
        /// The host.
        host: String,
    },
    /// The host's robots.txt could not be asked for: its server is in trouble, and is left alone.
    NoRobots {
        /// The host.
        host: String,
        /// The status it answered with.
        status: u16,
    },
    /// The host is not on the public internet.
    NotPublic {
        /// The host.
        host: String,
    },
    /// The port is not one of the web's.
    Port {
        /// The port.
        port: u16,
    },
    /// The address is not one of the web's.
    Scheme {
        /// What it begins with.
        scheme: String,
    },
    /// The address holds a name and a password.
    Credentials,
    /// It is not an address at all.
    NotAnAddress {
        /// What stands there.
        given: String,
    },
    /// The redirects lead back to where they began.
    RedirectLoop,
    /// There are more redirects than are followed.
    TooManyRedirects {
        /// How many are followed.
        most: usize,
    },
    /// More bytes than are taken.
    TooLarge {
        /// How many are taken.
        most: u64,
    },
    /// Its media type is none that can be read.
    MediaType {
        /// The type, as the server says.
        media_type: String,
    },
    /// It is packed in a way that was not asked for.
    Packed {
        /// The way.
        encoding: String,
    },
    /// The reader can make nothing of it.
    Unreadable {
        /// Why, as the end of a sentence that begins with the file's name, in English.
        problem: String,
    },
    /// There is not a word in it.
    NoWords,
    /// The reader doubts that this is the text.
    Doubt {
        /// Why, in an English sentence.
        doubt: String,
    },
    /// The page's address leads to the site's front page.
    FrontPage,
    /// The Web Archive has no capture of it.
    NoCapture,
    /// What the Web Archive says of its captures cannot be read.
    NoArchive,
}

impl Reason {
    /// The outcome that it means.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Status { status: 401 | 402 | 403 | 407 | 429 | 451 } => Outcome::Blocked,
            Self::Robots { .. }
            | Self::NoRobots { .. }
            | Self::NotPublic { .. }
            | Self::Port { .. }
            | Self::Scheme { .. }
            | Self::Credentials
            | Self::RedirectLoop
            | Self::TooManyRedirects { .. } => Outcome::Blocked,
            Self::Status { .. }
            | Self::NoHost { .. }
            | Self::NoNameService { .. }
            | Self::NoConnection { .. }
            | Self::Broken { .. }
            | Self::TimedOut { .. }
            | Self::NotAnAddress { .. }
            | Self::NoCapture
            | Self::NoArchive => Outcome::Dead,
            Self::TooLarge { .. } => Outcome::TooLarge,
            Self::MediaType { .. } | Self::Packed { .. } | Self::Unreadable { .. } | Self::NoWords => Outcome::NotText,
            Self::Doubt { .. } | Self::FrontPage => Outcome::Unsure,
        }
    }

    /// Whether it says for certain that what was at the address is there no more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Status { status: 404 | 410 } | Self::NoHost { .. })
    }
}

/// An address that was asked, and gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// Which of the source's addresses it is.
    pub origin: Origin,
    /// The address, without a name or a password.
    pub address: String,
    /// The outcome, had it been the only one.
    pub outcome: Outcome,
    /// Why.
    pub reason: Reason,
}

impl Attempt {
    pub(super) fn new(origin: Origin, address: &str, reason: Reason) -> Self {
        Self { origin, address: without_credentials(address), outcome: reason.outcome(), reason }
    }
}

/// An address as it may be shown: a name and a password in it are nobody's business.
pub(super) fn without_credentials(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
    if url.username().is_empty() && url.password().is_none() {
        return address.to_owned();
    }
    // A URL with a host takes both.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.to_string()
}

/// What came of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The source's id.
    pub source: String,
    /// Its title.
    pub title: String,
    /// What came of it. Where several addresses failed, that of the one that led farthest.
    pub outcome: Outcome,
    /// Whether the corpus has the source's own words now: a copy, this one or an earlier one, or a file of its own.
    pub held: bool,
    /// Where the copy that there is now comes from.
    pub origin: Option<Origin>,
    /// The address that gave it, after every redirect.
    pub url: Option<String>,
    /// When the Web Archive captured it, as `YYYYMMDDhhmmss` (UTC).
    pub captured_at: Option<String>,
    /// How many words it has; null when it was not read now.
    pub words: Option<usize>,
    /// The addresses that gave nothing, in the order in which they were asked.
    pub attempts: Vec<Attempt>,
}

impl Row {
    pub(super) fn without_copy(source: String, title: String, outcome: Outcome) -> Self {
        Self { source, title, outcome, held: false, origin: None, url: None, captured_at: None, words: None, attempts: Vec::new() }
    }

    /// The attempt that led farthest; none when there is a copy from now.
    #[must_use]
    pub fn telling(&self) -> Option<&Attempt> {
        // The first of equals: the address as printed goes before the others.
        let farthest = |attempt: &&Attempt| (attempt.outcome, attempt.reason == Reason::NoCapture);
        if self.outcome.is_good() { None } else { self.attempts.iter().min_by_key(farthest) }
    }
}

/// What came of all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// A row for each source, in the corpus's order.
    pub rows: Vec<Row>,
    /// Whether it was told to stop before the last one.
    pub stopped: bool,
}

impl Report {
    /// How many sources each outcome came of.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Outcome, usize> {
        let mut counts = BTreeMap::new();
        for row in &self.rows {
            *counts.entry(row.outcome).or_default() += 1;
        }
        counts
    }

    /// How many copies are new or other than before: whether there is something to index.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.outcome, Outcome::Fetched | Outcome::ArchivedCopy)).count()
    }
}

/// How far a job has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Progress {
    /// A source is asked for.
    Asking {
        /// Sources done.
        done: usize,
        /// Sources in all.
        total: usize,
        /// The source's id.
        source: String,
    },
    /// It is being received.
    Receiving {
        /// The source's id.
        source: String,
        /// Bytes so far, unpacked.
        bytes: u64,
    },
    /// A source is done.
    Done {
        /// Sources done, this one among them.
        done: usize,
        /// Sources in all.
        total: usize,
        /// The source's id.
        source: String,
    },
}
