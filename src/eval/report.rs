//! The figures of a question set, for people and for comparing.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::EvalError;
use super::metrics::{Judged, answered_share, auroc, ndcg};
use super::significance::p_value;

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
    /// What each question came to, by its id: what pairs two runs for a test of significance.
    #[serde(default)]
    pub questions: BTreeMap<String, Outcome>,
}

/// What one question came to: the values whose means are the figures, in the order of [`Outcome::FIGURES`]. Those that do not
/// apply to the question are left out of its means.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outcome(Vec<Option<f64>>);

impl Outcome {
    /// The figures that are means over questions.
    const FIGURES: [&'static str; 10] = [
        "hit@1",
        "hit@5",
        "MRR@10",
        "nDCG@10",
        "recall@10",
        "answer in the quotes",
        "answer in the first quote",
        "answer in the first 60 words",
        "false answers",
        "false refusals",
    ];

    fn of(judged: &Judged) -> Self {
        let ranked = judged.answerable && !judged.ideal.is_empty();
        let worded = judged.answerable && judged.has_words;
        let if_ranked = |value: f64| ranked.then_some(rounded(value));
        let if_worded = |holds: bool| worded.then_some(flag(judged.answered && holds));
        let within = |depth: usize| flag(first_relevant(judged).is_some_and(|place| place < depth));
        Self(vec![
            if_ranked(within(1)),
            if_ranked(within(5)),
            if_ranked(first_relevant(judged).filter(|place| *place < 10).map_or(0.0, reciprocal)),
            if_ranked(ndcg(judged)),
            if_ranked(recall(judged)),
            if_worded(judged.quoted),
            if_worded(judged.quoted_first),
            if_worded(judged.quoted_early),
            (!judged.answerable).then_some(flag(judged.answered)),
            judged.answerable.then_some(flag(!judged.answered)),
        ])
    }

    fn get(&self, figure: &str) -> Option<f64> {
        let place = Self::FIGURES.iter().position(|name| *name == figure)?;
        self.0.get(place).copied().flatten()
    }
}

/// Four decimals tell questions apart and keep a baseline small.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

fn first_relevant(judged: &Judged) -> Option<usize> {
    judged.gains.iter().position(|gain| *gain > 0)
}

/// A figure that two runs differ in.
#[derive(Debug)]
pub struct Change {
    /// The figure's name.
    pub name: &'static str,
    /// What it was.
    pub before: f64,
    /// What it is.
    pub now: f64,
    /// Whether it is worse than it was, by more than rounding.
    pub worse: bool,
    /// The chance that so large a difference comes about with nothing behind it, for figures that are means over questions.
    pub p: Option<f64>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {:.4}, it was {:.4}", self.name, self.now, self.before)?;
        match self.p {
            Some(p) => write!(f, " (p = {p:.3}, paired randomisation test)"),
            None => Ok(()),
        }
    }
}

impl Report {
    pub(super) fn new(dir: &Path, judged: &[Judged], snapshot: &str, passages: u64, index_time: Duration) -> Self {
        let answerable: Vec<&Judged> = judged.iter().filter(|judged| judged.answerable).collect();
        let unanswerable: Vec<&Judged> = judged.iter().filter(|judged| !judged.answerable).collect();
        // Questions without a relevant document cannot show how well documents are found.
        let ranked: Vec<&Judged> = answerable.iter().copied().filter(|judged| !judged.ideal.is_empty()).collect();
        let worded: Vec<&Judged> = answerable.iter().copied().filter(|judged| judged.has_words).collect();
        let within = |depth: usize| mean(&ranked, |judged| flag(first_relevant(judged).is_some_and(|place| place < depth)));
        let quoted = |of: fn(&Judged) -> bool| (!worded.is_empty()).then(|| mean(&worded, |judged| flag(judged.answered && of(judged))));
        let mut times: Vec<u64> = judged.iter().map(|judged| judged.took_us).collect();
        times.sort_unstable();
        Self {
            set: dir.file_name().map_or_else(|| dir.display().to_string(), |name| name.to_string_lossy().into_owned()),
            snapshot: snapshot.to_owned(),
            passages,
            answerable: answerable.len(),
            unanswerable: unanswerable.len(),
            hit_at_1: within(1),
            hit_at_5: within(5),
            mrr_at_10: mean(&ranked, |judged| first_relevant(judged).filter(|place| *place < 10).map_or(0.0, reciprocal)),
            ndcg_at_10: mean(&ranked, ndcg),
            recall_at_10: mean(&ranked, recall),
            quoted: quoted(|judged| judged.quoted),
            quoted_first: quoted(|judged| judged.quoted_first),
            quoted_in_60_words: (!worded.is_empty()).then(|| mean(&worded, |judged| flag(judged.answered && judged.quoted_early))),
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
            questions: judged.iter().map(|judged| (judged.id.clone(), Outcome::of(judged))).collect(),
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

/// What became of the figures since the baseline in `file`: those that changed by more than rounding.
///
/// # Errors
/// The baseline cannot be read, or is of another question set.
pub fn compare(report: &Report, file: &Path) -> Result<Vec<Change>, EvalError> {
    let text = fs::read_to_string(file).map_err(|error| EvalError::set(file, error))?;
    let baseline: Report = serde_json::from_str(&text).map_err(|error| EvalError::set(file, error))?;
    if (baseline.answerable, baseline.unanswerable) != (report.answerable, report.unanswerable) {
        return Err(EvalError::set(file, "is of another question set: write it anew with `accord eval DIR --json`"));
    }
    let pairs = report.held().into_iter().zip(baseline.held());
    let changes = pairs.filter_map(|((name, more_is_better, now), (_, _, before))| {
        let (now, before) = (now?, before?);
        let loss = if more_is_better { before - now } else { now - before };
        (loss.abs() > TOLERANCE).then(|| Change { name, before, now, worse: loss > 0.0, p: p_value(&differences(report, &baseline, name)) })
    });
    Ok(changes.collect())
}

/// For each question that both runs asked, by how much the runs differ in a figure.
fn differences(report: &Report, baseline: &Report, figure: &str) -> Vec<f64> {
    let now = report.questions.iter();
    now.filter_map(|(id, outcome)| Some(outcome.get(figure)? - baseline.questions.get(id)?.get(figure)?)).collect()
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
