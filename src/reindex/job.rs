//! The job: reads the corpus, says what it changes, and publishes a new generation. One core for every surface.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use std::ops::ControlFlow;

use serde::{Serialize, Serializer};
use thiserror::Error;

use super::changes::Changed;
use super::diff::Diff;
use super::estimate::remaining;
use crate::app::Places;
use crate::corpus::{Corpus, CorpusError, Problem};
use crate::index::{Draft, Generation, Generations, IndexError, Opened, Step, Writing};
use crate::words::terminal;

/// How a re-index is done.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Only say what would change.
    pub dry_run: bool,
    /// Build a new generation also when nothing has changed.
    pub force: bool,
    /// How many generations are kept, the new one among them, [`crate::index::FEWEST_KEPT`] at least; as many as before when
    /// nothing is said.
    pub keep: Option<usize>,
    /// Publish nothing when a file of a plain folder cannot be read.
    pub strict: bool,
    /// Nobody has asked for it. Then nothing is published when something cannot be read and something that was answered from
    /// is gone: that is likely to be the same thing.
    pub unasked: bool,
}

/// Tells a job to stop. Every clone tells the same job.
#[derive(Debug, Clone, Default)]
pub struct CancelFlag(Arc<AtomicBool>);

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Progress {
    /// The corpus files are read.
    Reading,
    /// The new generation's files are written.
    Indexing {
        /// Bytes of the corpus done.
        done: usize,
        /// Bytes in all.
        total: usize,
        /// How long it takes to the last passage at the pace so far; null while it is too early to tell. Writing out and
        /// checking come after that and are not in it.
        #[serde(rename = "remaining_seconds", serialize_with = "seconds")]
        remaining: Option<Duration>,
    },
    /// They are read back and checked.
    Verifying,
    /// The new generation is compared with what is answered from.
    Comparing {
        /// Sources done.
        done: usize,
        /// Sources in all.
        total: usize,
    },
    /// The new generation becomes the current one. From here on the job cannot be stopped any more.
    Publishing,
}

/// What a job did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// A new generation is current.
    Published,
    /// The corpus is as it was indexed, and no new generation was built.
    Unchanged,
    /// It was only said what would change.
    Planned,
}

/// What came of a job.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// What was done.
    pub outcome: Done,
    /// Identity of the content: of what is current now, or of what would be.
    pub snapshot: String,
    /// The name of the current generation; none after a plan.
    pub generation: Option<String>,
    /// How many documents it holds, or would hold.
    pub documents: u64,
    /// How many passages.
    pub passages: u64,
    /// How many of the documents were taken over from there unread.
    pub reused: u64,
    /// What was answered from before; none when there was no index that could be used.
    pub before: Option<Before>,
    /// What was wrong with the index that was there.
    pub damaged: Option<String>,
    /// What the corpus changes against what was answered from before.
    pub diff: Diff,
    /// What could not be read and was left out.
    #[serde(serialize_with = "sentences")]
    pub left_out: Vec<Problem>,
}

/// A generation that was answered from before a job.
#[derive(Debug, Clone, Serialize)]
pub struct Before {
    /// Its name.
    pub generation: String,
    /// Its content.
    pub snapshot: String,
    /// Whether it was current because somebody had rolled back.
    pub rolled_back: bool,
}

/// Why a job did not do what it was to do. The index is as it was.
#[derive(Debug, Error)]
pub enum ReindexError {
    /// Another job, of this process or another one, is at the same index folder.
    #[error("another accord is building an index in {0}: wait for it to end")]
    Busy(PathBuf),
    /// It was told to stop.
    #[error("the re-index was stopped: the index is as it was before")]
    Cancelled,
    /// What is wrong with the corpus as a whole.
    #[error(transparent)]
    Corpus(CorpusError),
    /// What cannot be read, when nothing may be left out.
    #[error("{}", terminal::reindex::refused(.0))]
    LeftOut(CorpusError),
    /// The index's.
    #[error(transparent)]
    Index(IndexError),
}

impl CancelFlag {
    /// Tells the job to stop at its next checkpoint. Nothing of it is left behind then.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was told to.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl From<IndexError> for ReindexError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Busy(root) => Self::Busy(root),
            IndexError::Cancelled => Self::Cancelled,
            IndexError::Corpus(error) => Self::Corpus(error),
            error => Self::Index(error),
        }
    }
}

/// Reads the corpus into a new generation, compares that with the one that is answered from, and publishes it when there is
/// something new. `progress` is told of every passage and source; `cancel` is looked at just as often.
///
/// # Errors
/// Why nothing was published; then the index is as it was.
pub fn run(places: &Places, options: &Options, progress: &dyn Fn(Progress), cancel: &CancelFlag) -> Result<Outcome, ReindexError> {
    let generations = Generations::at(&places.index);
    let there = places.corpus.is_dir();
    // The folder is read by who may write, so that nobody publishes an older reading over a newer one. Where there is no
    // corpus, no index folder is made for it.
    let writing = (there && !options.dry_run).then(|| generations.write()).transpose()?;
    if there {
        progress(Progress::Reading);
    }
    let corpus = Corpus::load(&places.corpus).map_err(ReindexError::Corpus)?;
    if cancel.is_cancelled() {
        return Err(ReindexError::Cancelled);
    }
    let (opened, mut damaged) = match generations.open() {
        Ok(opened) => (Some(opened), None),
        Err(IndexError::None(_)) => (None, None),
        Err(error @ IndexError::NoneUsable { .. }) => (None, Some(error.to_string())),
        Err(error) => return Err(error.into()),
    };
    if let Some(opened) = &opened {
        damaged.clone_from(&opened.fell_back);
    }
    let as_it_was = opened.as_ref().filter(|opened| damaged.is_none() && !options.force && is_of(&opened.generation, &corpus));
    if let Some(opened) = as_it_was {
        return unchanged(opened, &corpus, options, writing.as_ref(), &mut |done, total| {
            progress(Progress::Comparing { done, total });
            cancel.go_on()
        });
    }

    let before = opened.as_ref().map(|opened| &opened.generation);
    let mut began = None;
    let mut watch = |step| {
        let elapsed = began.get_or_insert_with(Instant::now).elapsed();
        progress(match step {
            Step::Indexing { done, total } => Progress::Indexing { done, total, remaining: remaining(elapsed, done, total) },
            Step::Verifying => Progress::Verifying,
            Step::Publishing => Progress::Publishing,
        });
        cancel.go_on()
    };
    let draft = match &writing {
        Some(writing) => writing.draft(&corpus, before, options.keep, &mut watch)?,
        None => Draft::apart(&corpus, before, &mut watch)?,
    };
    let left_out = draft.left_out().to_vec();
    refuse(options, &left_out)?;
    let diff = Diff::watched(before, draft.generation(), &mut |done, total| {
        progress(Progress::Comparing { done, total });
        cancel.go_on()
    })?;
    if options.unasked && !left_out.is_empty() && diff.sources_that(Changed::Removed) > 0 {
        return Err(ReindexError::LeftOut(CorpusError { problems: left_out }));
    }
    let manifest = draft.generation().manifest();
    let outcome = Outcome {
        outcome: Done::Planned,
        snapshot: manifest.snapshot.clone(),
        generation: None,
        documents: manifest.documents,
        passages: manifest.passages,
        reused: draft.reused(),
        before: opened.as_ref().map(Before::of),
        damaged,
        diff,
        left_out,
    };
    let Some(writing) = writing else { return Ok(outcome) };
    drop(opened);
    let published = writing.publish(draft, &mut watch)?;
    Ok(Outcome { outcome: Done::Published, generation: Some(published.name), ..outcome })
}

/// What comes of a job when the files are the ones that were indexed.
fn unchanged(
    opened: &Opened,
    corpus: &Corpus,
    options: &Options,
    writing: Option<&Writing<'_>>,
    watch: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Outcome, ReindexError> {
    let manifest = opened.generation.manifest();
    let left_out: Vec<Problem> = manifest.left_out.iter().map(|problem| problem.within(corpus.folder())).collect();
    refuse(options, &left_out)?;
    let outcome = Outcome {
        outcome: Done::Unchanged,
        snapshot: manifest.snapshot.clone(),
        generation: writing.map(|_| opened.name.clone()),
        documents: manifest.documents,
        passages: manifest.passages,
        reused: manifest.documents,
        before: Some(Before::of(opened)),
        damaged: None,
        diff: Diff::watched(Some(&opened.generation), &opened.generation, watch)?,
        left_out,
    };
    if let Some(writing) = writing {
        writing.settle()?;
    }
    Ok(outcome)
}

/// Refuses to leave anything out, when nothing may be.
fn refuse(options: &Options, left_out: &[Problem]) -> Result<(), ReindexError> {
    if options.strict && !left_out.is_empty() {
        return Err(ReindexError::LeftOut(CorpusError { problems: left_out.to_vec() }));
    }
    Ok(())
}

/// Whether a generation was built from these very files.
fn is_of(generation: &Generation, corpus: &Corpus) -> bool {
    generation.manifest().corpus == corpus.fingerprint
}

impl Before {
    fn of(opened: &Opened) -> Self {
        Self {
            generation: opened.name.clone(),
            snapshot: opened.generation.manifest().snapshot.clone(),
            rolled_back: opened.rolled_back_from.is_some(),
        }
    }
}

fn seconds<S: Serializer>(remaining: &Option<Duration>, serializer: S) -> Result<S::Ok, S::Error> {
    remaining.map(|remaining| remaining.as_secs()).serialize(serializer)
}

fn sentences<S: Serializer>(problems: &[Problem], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(problems.iter().map(ToString::to_string))
}
