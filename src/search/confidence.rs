//! How sure it is that the corpus answers at all: a logistic curve over signals that mean the same on every corpus, and a
//! second one on top of it for corpora whose curators anticipated questions. Both were fitted (docs/evaluation.md).

use super::evidence::Evidence;
use super::rank::Hit;
use super::signals::{Signal, Signals};

/// The first curve: where it crosses one half when every signal is 0.
const INTERCEPT: f32 = -4.974;
/// The first curve: what each signal counts for.
const WEIGHTS: [(Signal, f32); 20] = [
    (Signal::SentenceCoverage, -0.894),
    (Signal::TopThree, 0.216),
    (Signal::Missing, 0.555),
    (Signal::Exact, 1.502),
    (Signal::Margin, 0.875),
    (Signal::Near, 1.720),
    (Signal::KnownCoverage, 1.450),
    (Signal::Evidence, 0.715),
    (Signal::UnknownExact, -1.970),
    (Signal::Kind, 0.343),
    (Signal::SentenceExact, -1.000),
    (Signal::Topic, 1.745),
    (Signal::Adjacent, 1.806),
    (Signal::Title, 1.873),
    (Signal::Passage, 0.909),
    (Signal::Sentence, 0.712),
    (Signal::Rareness, -4.066),
    (Signal::Pair, 1.591),
    (Signal::Plain, -0.095),
    (Signal::Focus, -0.342),
];
/// The first curve: what two signals together count for, beside each alone.
const TOGETHER: [(Signal, Signal, f32); 10] = [
    (Signal::Title, Signal::Passage, -4.000),
    (Signal::Kind, Signal::Rareness, 1.564),
    (Signal::Passage, Signal::Rareness, 2.200),
    (Signal::Evidence, Signal::Plain, 1.638),
    (Signal::Kind, Signal::Plain, -0.472),
    (Signal::SentenceCoverage, Signal::Topic, -0.777),
    (Signal::Margin, Signal::Rareness, -0.317),
    (Signal::TopThree, Signal::Evidence, 1.649),
    (Signal::TopThree, Signal::Missing, 0.595),
    (Signal::Evidence, Signal::UnknownExact, 0.378),
];

/// The second curve: where it crosses one half when every signal is 0.
const FORESIGHT_INTERCEPT: f32 = -8.369;
/// The second curve: what the first one counts for.
const FORESIGHT_FIRST: f32 = 0.054;
/// The second curve: what each signal counts for.
const FORESIGHT: [(Signal, f32); 19] = [
    (Signal::AnticipatedKind, -0.686),
    (Signal::AnticipatedPlain, 0.140),
    (Signal::Raised, 2.959),
    (Signal::RaisedPlain, 0.575),
    (Signal::RaisedExact, 2.892),
    (Signal::Fits, 2.329),
    (Signal::AnticipatedNext, 1.483),
    (Signal::Gap, -7.395),
    (Signal::GapPlain, -5.713),
    (Signal::Uncovered, -2.416),
    (Signal::Unforeseen, -3.707),
    (Signal::TopThree, 0.681),
    (Signal::Terms, 1.444),
    (Signal::Near, -2.162),
    (Signal::KnownCoverage, 0.967),
    (Signal::Evidence, -3.415),
    (Signal::Adjacent, 0.430),
    (Signal::Sentence, 2.025),
    (Signal::Focus, 1.281),
];
/// Beyond this the first curve has said all that it can.
const MOST_LOGITS: f32 = 6.0;

/// Words pasted from the corpus are found whatever the curves, which know questions, make of so many at once: from this many
/// terms on …
const PASTED_TERMS: usize = 8;
/// … of which this share stand next to each other as they do in the passage, …
const PASTED_NEIGHBOURS: f32 = 0.8;
/// … it is this sure, at the least.
const PASTED: f32 = 0.95;

/// How sure it is that the best passages answer, and why.
#[derive(Debug, Clone, Copy)]
pub struct Confidence {
    /// Between 0 and 1.
    pub value: f32,
    /// What it was judged by.
    pub signals: Signals,
}

/// Judges the ranking of a part of the corpus; `all` are the hits in the whole. A known gap is one wherever it is filed.
pub(super) fn confidence(evidence: &Evidence, hits: &[Hit], all: &[Hit]) -> Confidence {
    let Some(best) = hits.first() else {
        return Confidence { value: 0.0, signals: Signals::default() };
    };
    let signals = Signals::of(evidence, hits, best, all);
    let weighed = |weights: &[(Signal, f32)]| -> f32 { weights.iter().map(|(signal, weight)| weight * signals.get(*signal)).sum() };
    let together: f32 = TOGETHER.iter().map(|(one, other, weight)| weight * signals.get(*one) * signals.get(*other)).sum();
    let first = INTERCEPT + weighed(&WEIGHTS) + together;
    let logits = if evidence.anticipates {
        FORESIGHT_INTERCEPT + FORESIGHT_FIRST * first.clamp(-MOST_LOGITS, MOST_LOGITS) + weighed(&FORESIGHT)
    } else {
        first
    };
    let value = 1.0 / (1.0 + (-logits).exp());
    let pasted = evidence.terms.len() >= PASTED_TERMS && signals.get(Signal::Adjacent) >= PASTED_NEIGHBOURS;
    Confidence { value: if pasted { value.max(PASTED) } else { value }, signals }
}
