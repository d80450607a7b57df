//! Measuring answers: the share that is found, quoted and rightly withheld, on any question set.

mod curve;
mod leave_out;
mod metrics;
mod peer;
mod report;
mod set;
mod significance;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use thiserror::Error;

pub use self::leave_out::LeaveOut;
use self::metrics::judge;
pub use self::peer::{Peer, PeerDocument, run_peer};
pub use self::report::{Change, Report, compare};
use self::set::{Set, SetQuestion};
use crate::answer::{Answer, AnswerError, Answerer, WireAnswer};
use crate::app::{self, OpenError, Places};

/// What is measured, beside the usual.
#[derive(Debug, Default)]
pub struct Options<'o> {
    /// Where to write what each question came to.
    pub details: Option<&'o Path>,
    /// Where to write the ranking, in TREC's run format.
    pub run: Option<&'o Path>,
    /// Where to draw the risk–coverage curve, as SVG.
    pub plot: Option<&'o Path>,
    /// What to take out of the corpus first.
    pub leave_out: Option<LeaveOut>,
    /// Which half is taken out: each number draws another one.
    pub draw: u32,
}

/// How many ranked passages are judged: all that were ranked. Figures "at 10" look at the first ten of them.
const DEPTH: usize = 50;

/// Why nothing could be measured.
#[derive(Debug, Error)]
pub enum EvalError {
    /// The question set cannot be read.
    #[error("{file}: {message}")]
    Set {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// The corpus or the index.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// An answer could not be made.
    #[error(transparent)]
    Answer(#[from] AnswerError),
}

impl EvalError {
    fn set(file: &Path, message: impl ToString) -> Self {
        Self::Set { file: file.to_owned(), message: message.to_string() }
    }
}

/// Asks every question of the set in `dir`, of its own corpus or of the one at `places`.
///
/// # Errors
/// What is wrong with the set, the corpus or the index.
pub fn run(dir: &Path, places: &Places, options: &Options<'_>) -> Result<Report, EvalError> {
    let mut set = Set::read(dir)?;
    let scratch = tempfile::tempdir().map_err(|error| EvalError::set(dir, error))?;
    if let Some(what) = options.leave_out {
        set.corpus = Some(leave_out::leave_out(&mut set, what, options.draw, scratch.path())?);
    }
    let began = Instant::now();
    let answerer = match &set.corpus {
        Some(corpus) => {
            let own = Places { corpus: link_corpus(corpus, scratch.path())?, index: scratch.path().join("index") };
            app::open_whole(&own)?
        }
        None => app::open_whole(&Places { corpus: places.corpus.clone(), index: scratch.path().join("index") })?,
    };
    let index_time = began.elapsed();
    let create = |file: &Path| File::create(file).map(BufWriter::new).map_err(|error| EvalError::set(file, error));
    let mut details = options.details.map(create).transpose()?;
    let mut run = options.run.map(create).transpose()?;
    let mut judged = Vec::with_capacity(set.questions.len());
    for question in &set.questions {
        let (answer, wire, took) = ask(&answerer, question)?;
        let verdict = judge(question, &set, &wire, &answerer, took)?;
        if let Some(out) = &mut details {
            let signals = answer.ranking.as_ref().map(|ranking| ranking.confidence.signals.named());
            let features: Vec<_> =
                answer.ranking.iter().flat_map(|ranking| &ranking.hits).map(|hit| (&hit.stored.passage.source, hit.features)).collect();
            let line =
                serde_json::json!({ "question": question, "verdict": verdict, "answer": wire, "signals": signals, "features": features });
            writeln!(out, "{line}").map_err(|error| EvalError::set(dir, error))?;
        }
        if let Some(out) = &mut run {
            trec(out, &question.id, &wire, set.corpus.is_some()).map_err(|error| EvalError::set(dir, error))?;
        }
        judged.push(verdict);
    }
    for out in [&mut details, &mut run].into_iter().flatten() {
        out.flush().map_err(|error| EvalError::set(dir, error))?;
    }
    let manifest = answerer.generation().manifest();
    let report = Report::new(dir, &judged, &manifest.snapshot, manifest.passages, index_time);
    if let Some(file) = options.plot {
        fs::write(file, curve::svg(&report.set, &judged)).map_err(|error| EvalError::set(file, error))?;
    }
    Ok(report)
}

/// The ranking of one question in TREC's run format: question, `Q0`, document, rank, score, run. Where documents are judged
/// each stands once, at its best passage; in our own set passages are.
fn trec(out: &mut impl Write, question: &str, answer: &WireAnswer, documents: bool) -> std::io::Result<()> {
    let mut seen: Vec<&str> = Vec::new();
    for hit in &answer.hits {
        let id = if documents { hit.document.as_str() } else { hit.passage.as_str() };
        if !seen.contains(&id) {
            seen.push(id);
            writeln!(out, "{question} Q0 {id} {} {} accord", seen.len(), hit.score)?;
        }
    }
    Ok(())
}

/// The answer and the time that it took, in microseconds.
fn ask(answerer: &Answerer, question: &SetQuestion) -> Result<(Answer, WireAnswer, u64), EvalError> {
    let mut before = None;
    for text in &question.metadata.after {
        let earlier = answerer.question(text, before.as_ref());
        before = answerer.answer(&earlier)?.context.or(before);
    }
    let began = Instant::now();
    let answer = answerer.answer(&answerer.question(&question.text, before.as_ref()))?;
    let wire = WireAnswer::prove(&answer, answerer, DEPTH)?;
    Ok((answer, wire, u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX)))
}

/// A folder that holds nothing but the set's corpus: its queries are not documents.
fn link_corpus(corpus: &Path, scratch: &Path) -> Result<PathBuf, EvalError> {
    let dir = scratch.join("corpus");
    let copy = || -> std::io::Result<()> {
        std::fs::create_dir(&dir)?;
        std::fs::copy(corpus, dir.join("corpus.jsonl")).map(|_| ())
    };
    copy().map_err(|error| EvalError::set(corpus, error))?;
    Ok(dir)
}
