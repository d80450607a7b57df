//! How sure it is that the corpus answers at all: a logistic curve over signals that mean the same on every corpus, and a
//! second one on top of it for corpora whose curators anticipated questions. Both were fitted (docs/evaluation.md).

use super::evidence::Evidence;
use super::rank::Hit;
use super::signals::{Signal, Signals};

/// The first curve: where it crosses one half when every signal is 0.
const INTERCEPT: f32 = -3.230;
/// The first curve: what each signal counts for.
const WEIGHTS: [(Signal, f32); 16] = [
    (Signal::SentenceCoverage, -1.107),
    (Signal::Exact, 1.504),
    (Signal::Margin, 0.670),
    (Signal::Near, 3.059),
    (Signal::KnownCoverage, 0.847),
    (Signal::Evidence, 1.425),
    (Signal::SentenceExact, -1.105),
    (Signal::Topic, 1.417),
    (Signal::Adjacent, 1.330),
    (Signal::Title, 0.620),
    (Signal::Sentence, 1.071),
    (Signal::Rareness, -4.277),
    (Signal::Pair, 1.070),
    (Signal::Focus, -0.351),
    (Signal::AsWritten, 1.591),
    (Signal::Related, 15.209),
];
/// The first curve: what two signals together count for, beside each alone.
const TOGETHER: [(Signal, Signal, f32); 13] = [
    (Signal::Title, Signal::Passage, -2.608),
    (Signal::Kind, Signal::Rareness, 1.879),
    (Signal::Passage, Signal::Rareness, 1.726),
    (Signal::Evidence, Signal::Plain, 2.72),
    (Signal::Kind, Signal::Plain, -0.618),
    (Signal::SentenceCoverage, Signal::Topic, -0.910),
    (Signal::Evidence, Signal::UnknownExact, -10.848),
    (Signal::Margin, Signal::Plain, -0.205),
    (Signal::Near, Signal::UnknownExact, 26.486),
    (Signal::Topic, Signal::Related, -6.320),
    (Signal::Margin, Signal::SentenceExact, 0.586),
    (Signal::Margin, Signal::Sentence, -0.602),
    (Signal::Missing, Signal::Related, -3.590),
];

/// The second curve: where it crosses one half when every signal is 0.
const FORESIGHT_INTERCEPT: f32 = -10.147;
/// The second curve: what the first one counts for.
const FORESIGHT_FIRST: f32 = 0.020;
/// The second curve: what each signal counts for.
const FORESIGHT: [(Signal, f32); 19] = [
    (Signal::AnticipatedKind, 0.309),
    (Signal::AnticipatedPlain, 0.270),
    (Signal::Raised, 2.282),
    (Signal::RaisedPlain, 0.933),
    (Signal::RaisedExact, 3.355),
    (Signal::Fits, 2.300),
    (Signal::AnticipatedNext, 1.571),
    (Signal::Gap, -9.773),
    (Signal::GapPlain, -6.833),
    (Signal::Uncovered, 1.443),
    (Signal::Unforeseen, -7.909),
    (Signal::TopThree, 0.400),
    (Signal::Terms, 1.518),
    (Signal::Near, -2.093),
    (Signal::KnownCoverage, 1.238),
    (Signal::Evidence, -2.654),
    (Signal::Adjacent, 0.441),
    (Signal::Sentence, 1.980),
    (Signal::Focus, 0.979),
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
