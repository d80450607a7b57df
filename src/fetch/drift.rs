//! What became of sources since their copies were made: whether they say the same, something else, or nothing any more.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::client::{Client, Received};
use super::job::{chosen, wishes};
use super::obtain::{Job, condition, read_surely};
use super::rounds::{Source, Task, each};
use super::shelving::{Held, Shelving};
use super::{FetchError, Progress, Reason, Wanted, now};
use crate::corpus::{Drift, Now, Origin, Provenance, Readable};
use crate::reindex::CancelFlag;
use crate::text::{Change, Stretch, around_changes, word_diff};
use crate::words::CUT;

/// How many words are shown on each side of a change.
const AROUND: usize = 8;

/// What a source is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "now", rename_all = "snake_case")]
pub enum Checked {
    /// It says the same.
    Unchanged,
    /// It says something else.
    Changed {
        /// What, a list of stretches for each paragraph that is another; what is the same is cut down to a few words.
        paragraphs: Vec<Vec<Stretch>>,
    },
    /// It is there no more.
    Gone {
        /// How that is known.
        reason: Reason,
    },
    /// That cannot be told now.
    Unknown {
        /// Why.
        reason: Reason,
    },
    /// Its copy is a capture or was handed in: it does not change.
    Settled,
}

/// What a source was found to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriftRow {
    /// The source's id.
    pub source: String,
    /// Its title.
    pub title: String,
    /// The address that gave its copy, and was asked now.
    pub url: Option<String>,
    /// What it is now.
    #[serde(flatten)]
    pub checked: Checked,
    /// Whether an earlier check did not find that yet.
    pub new: bool,
}

/// What all of them were found to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DriftReport {
    /// A row for each copy.
    pub rows: Vec<DriftRow>,
    /// Whether it was told to stop before the last one.
    pub stopped: bool,
}

impl DriftReport {
    /// The sources that are found to have changed or gone, and were not before.
    pub fn news(&self) -> impl Iterator<Item = &DriftRow> {
        self.rows.iter().filter(|row| row.new)
    }
}

impl Source for Held {
    fn id(&self) -> &str {
        &self.provenance.source
    }

    fn address(&self) -> Option<&str> {
        self.provenance.url.as_deref()
    }
}

pub(super) async fn check(
    client: &Client,
    corpus: &Path,
    wanted: &Wanted,
    progress: &(dyn Fn(Progress) + Sync),
    cancel: &CancelFlag,
) -> Result<DriftReport, FetchError> {
    let shelving = Shelving::begin(corpus)?;
    let known = shelving.all()?;
    let titles = wishes(corpus, &known)?.into_iter().map(|wish| (wish.id, wish.title)).collect();
    let held = chosen(known.iter().filter_map(|known| shelving.held(&known.source)).collect(), wanted)?;
    let client = client.anew();
    let checking = Checking { job: Job { client: &client, shelving: &shelving }, titles };
    let (rows, stopped) = each(&held, &checking, progress, cancel).await?;
    Ok(DriftReport { rows, stopped })
}

struct Checking<'c> {
    job: Job<'c>,
    titles: BTreeMap<String, String>,
}

impl Task<Held> for Checking<'_> {
    type Result = DriftRow;

    async fn work(&self, held: &Held, received: Received<'_>) -> Result<DriftRow, FetchError> {
        let checked = self.job.see(held, received).await;
        let Provenance { source, url, drift: before, .. } = &held.provenance;
        let now_found = match &checked {
            Checked::Changed { .. } => Some(Now::Changed),
            Checked::Gone { .. } => Some(Now::Gone),
            Checked::Unchanged => None,
            // What is not known changes nothing of what was.
            Checked::Unknown { .. } | Checked::Settled => before.as_ref().map(|drift| drift.now),
        };
        let new = now_found != before.as_ref().map(|drift| drift.now);
        if new {
            let drift = now_found.map(|now_found| Drift { now: now_found, seen_at: now() });
            self.job.shelving.note(&Provenance { drift, ..held.provenance.clone() })?;
        }
        let title = self.titles.get(source).unwrap_or(source).clone();
        Ok(DriftRow { source: source.clone(), title, url: url.clone(), checked, new: new && now_found.is_some() })
    }
}

impl Job<'_> {
    /// Asks the address that gave the copy, and holds what it gives against the copy.
    async fn see(&self, held: &Held, received: Received<'_>) -> Checked {
        let address = match (held.provenance.origin, &held.provenance.url) {
            (Origin::Printed | Origin::Current, Some(address)) => address,
            _ => return Checked::Settled,
        };
        match self.text(address, condition(held).as_ref(), received).await {
            Ok(None) => Checked::Unchanged,
            Ok(Some(text)) => {
                // The copy is read by the same readers, so that only the source can make a difference.
                let charset = held.provenance.charset().map(str::to_owned);
                match read_surely(held.format, charset, held.bytes.clone()).await.1 {
                    Ok(before) if before.text == text.readable.text => Checked::Unchanged,
                    Ok(before) => Checked::Changed { paragraphs: paragraphs(&before, &text.readable) },
                    Err(reason) => Checked::Unknown { reason },
                }
            }
            Err(reason) if reason.is_gone() => Checked::Gone { reason },
            Err(reason) => Checked::Unknown { reason },
        }
    }
}

/// What differs between two readings of a source, paragraph by paragraph.
fn paragraphs(before: &Readable, after: &Readable) -> Vec<Vec<Stretch>> {
    let (old, new) = (blocks(before), blocks(after));
    let mut changed = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let mut before = old.get(op.old_range()).unwrap_or_default().iter();
        let mut after = new.get(op.new_range()).unwrap_or_default().iter();
        loop {
            let pair = (before.next(), after.next());
            if pair == (None, None) {
                break;
            }
            let stretches = word_diff(pair.0.map_or("", String::as_str), pair.1.map_or("", String::as_str));
            changed.push(around_changes(&stretches, AROUND, CUT));
        }
    }
    // A text may differ between its paragraphs alone.
    changed.retain(|stretches| stretches.iter().any(|stretch| stretch.change != Change::Same));
    changed
}

/// The words of a text's blocks, with single spaces between them.
fn blocks(readable: &Readable) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    readable.blocks.iter().filter_map(|block| block.span.of(&readable.text)).map(words).collect()
}
