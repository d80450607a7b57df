//! The figures of a question set, for people and for comparing.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::EvalError;
use super::metrics::{Judged, answered_share, auroc, ndcg};
use crate::index::Manifest;

/// A figure may be this much worse than the baseline before it counts: less is rounding.
const TOLERANCE: f64 = 0.0005;

/// The figures of a question set. Shares are between 0 and 1; what does not apply is left out.
#[derive(Debug, Serialize, Deserialize)]
pub struct Report {
    /// The set's folder.
    pub set: String,
    /// The content that was asked.
    pub snapshot: String,
    /// How many passages it has.
    pub passages: u64,
    /// How many questions the corpus answers.
    pub answerable: usize,
    /// How many it does not.
    pub unanswerable: usize,
    /// Share of answerable questions whose first ranked document is relevant.
    pub hit_at_1: f64,
    /// Share with a relevant document among the first five.
    pub hit_at_5: f64,
    /// Mean reciprocal rank of the first relevant document, among ten.
    pub mrr_at_10: f64,
    /// Mean normalised discounted cumulative gain at ten.
    pub ndcg_at_10: f64,
    /// Mean share of the relevant documents that are among the first ten.
    pub recall_at_10: f64,
    /// Share of answerable questions whose quotes hold an answer's words.
    pub quoted: Option<f64>,
    /// Share whose first quote does.
    pub quoted_first: Option<f64>,
    /// Share whose quotes do, in order, as far as they fit in 60 words.
    pub quoted_in_60_words: Option<f64>,
    /// Quotes that are not the slice of their source that they claim.
    pub inexact_quotes: usize,
    /// Quotes in the text lane that are not the agreement's own words.
    pub wrong_lane_quotes: usize,
    /// Share of unanswerable questions that were answered.
    pub false_answers: Option<f64>,
    /// Share of answerable questions that were not.
    pub false_refusals: f64,
    /// Area under the ROC curve of confidence.
    pub auroc: Option<f64>,
    /// Share of answerable questions answered while at most 5 % of the others are.
    pub answered_at_5_percent: Option<f64>,
    /// Share of answerable questions answered while at most 10 % of the others are.
    pub answered_at_10_percent: Option<f64>,
    /// Median time of a question, in microseconds.
    pub p50_us: u64,
    /// The time that 99 of 100 questions stay under, in microseconds.
    pub p99_us: u64,
    /// Time to read the corpus and build the index, in milliseconds.
    pub index_ms: u64,
}

impl Report {
    pub(super) fn new(dir: &Path, judged: &[Judged], manifest: &Manifest, index_time: Duration) -> Self {
        let answerable: Vec<&Judged> = judged.iter().filter(|judged| judged.answerable).collect();
        let unanswerable: Vec<&Judged> = judged.iter().filter(|judged| !judged.answerable).collect();
        // Questions without a relevant document cannot show how well documents are found.
        let ranked: Vec<&Judged> = answerable.iter().copied().filter(|judged| !judged.ideal.is_empty()).collect();
        let worded: Vec<&Judged> = answerable.iter().copied().filter(|judged| judged.has_words).collect();
        let first_relevant = |judged: &Judged| judged.gains.iter().position(|gain| *gain > 0);
        let within = |depth: usize| mean(&ranked, |judged| flag(first_relevant(judged).is_some_and(|place| place < depth)));
        let quoted = |of: fn(&Judged) -> bool| (!worded.is_empty()).then(|| mean(&worded, |judged| flag(judged.answered && of(judged))));
        let mut times: Vec<u64> = judged.iter().map(|judged| judged.took_us).collect();
        times.sort_unstable();
        Self {
            set: dir.file_name().map_or_else(|| dir.display().to_string(), |name| name.to_string_lossy().into_owned()),
            snapshot: manifest.snapshot.clone(),
            passages: manifest.passages,
            answerable: answerable.len(),
            unanswerable: unanswerable.len(),
            hit_at_1: within(1),
            hit_at_5: within(5),
            mrr_at_10: mean(&ranked, |judged| first_relevant(judged).filter(|place| *place < 10).map_or(0.0, reciprocal)),
            ndcg_at_10: mean(&ranked, ndcg),
            recall_at_10: mean(&ranked, recall),
            quoted: quoted(|judged| judged.quoted),
            quoted_first: quoted(|judged| judged.quoted_first),
            quoted_in_60_words: (!worded.is_empty()).then(|| mean(&worded, |judged| flag(judged.quoted_early))),
            inexact_quotes: judged.iter().map(|judged| judged.inexact).sum(),
            wrong_lane_quotes: judged.iter().map(|judged| judged.misplaced).sum(),
            false_answers: (!unanswerable.is_empty()).then(|| mean(&unanswerable, |judged| flag(judged.answered))),
            false_refusals: mean(&answerable, |judged| flag(!judged.answered)),
            auroc: auroc(judged),
            answered_at_5_percent: answered_share(judged, 0.05),
            answered_at_10_percent: answered_share(judged, 0.10),
            p50_us: percentile(&times, 50),
            p99_us: percentile(&times, 99),
            index_ms: u64::try_from(index_time.as_millis()).unwrap_or(u64::MAX),
        }
    }

    /// The figures that a change must not lower, each with whether more is better. Times are not among them: they
    /// belong to the machine.
    fn held(&self) -> Vec<(&'static str, bool, Option<f64>)> {
        #[expect(clippy::cast_precision_loss, reason = "counts of quotes")]
        let count = |number: usize| Some(number as f64);
        vec![
            ("hit@1", true, Some(self.hit_at_1)),
            ("hit@5", true, Some(self.hit_at_5)),
            ("MRR@10", true, Some(self.mrr_at_10)),
            ("nDCG@10", true, Some(self.ndcg_at_10)),
            ("recall@10", true, Some(self.recall_at_10)),
            ("answer in the quotes", true, self.quoted),
            ("answer in the first quote", true, self.quoted_first),
            ("answer in the first 60 words", true, self.quoted_in_60_words),
            ("inexact quotes", false, count(self.inexact_quotes)),
            ("quotes in the wrong lane", false, count(self.wrong_lane_quotes)),
            ("false answers", false, self.false_answers),
            ("false refusals", false, Some(self.false_refusals)),
            ("AUROC of confidence", true, self.auroc),
            ("answered at 5 % false answers", true, self.answered_at_5_percent),
            ("answered at 10 % false answers", true, self.answered_at_10_percent),
        ]
    }
}

/// The figures of `report` that are worse than those of the baseline in `file`.
///
/// # Errors
/// The baseline cannot be read.
pub fn compare(report: &Report, file: &Path) -> Result<Vec<String>, EvalError> {
    let text = fs::read_to_string(file).map_err(|error| EvalError::set(file, error))?;
    let baseline: Report = serde_json::from_str(&text).map_err(|error| EvalError::set(file, error))?;
    if (baseline.answerable, baseline.unanswerable) != (report.answerable, report.unanswerable) {
        return Err(EvalError::set(file, "is of another question set: write it anew with `accord eval DIR --json`"));
    }
    let pairs = report.held().into_iter().zip(baseline.held());
    Ok(pairs
        .filter_map(|((name, more_is_better, now), (_, _, before))| {
            let (now, before) = (now?, before?);
            let loss = if more_is_better { before - now } else { now - before };
            (loss > TOLERANCE).then(|| format!("{name} is {now:.4}, it was {before:.4}"))
        })
        .collect())
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}: {} answerable and {} unanswerable questions, {} passages",
            self.set, self.answerable, self.unanswerable, self.passages
        )?;
        for (name, _, value) in self.held() {
            if let Some(value) = value {
                writeln!(f, "  {name:<32} {value:.4}")?;
            }
        }
        writeln!(f, "  {:<32} {} / {}", "p50 / p99 per question (us)", self.p50_us, self.p99_us)?;
        writeln!(f, "  {:<32} {}", "index time (ms)", self.index_ms)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
fn mean(of: &[&Judged], value: impl Fn(&Judged) -> f64) -> f64 {
    of.iter().map(|judged| value(judged)).sum::<f64>() / of.len().max(1) as f64
}

fn flag(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

#[expect(clippy::cast_precision_loss, reason = "a place among ten")]
fn reciprocal(place: usize) -> f64 {
    1.0 / (place + 1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts of documents")]
fn recall(judged: &Judged) -> f64 {
    judged.gains.iter().take(10).filter(|gain| **gain > 0).count() as f64 / judged.ideal.len().max(1) as f64
}

fn percentile(sorted: &[u64], percent: usize) -> u64 {
    let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(place).copied().unwrap_or(0)
}
