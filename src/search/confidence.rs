//! How sure it is that the corpus answers at all: a logistic curve over signals that mean the same on every corpus.

use super::evidence::{Evidence, WeighedTerm};
use super::rank::{Feature, Hit};
use crate::text::Kind;

/// From this confidence on a question is answered. Chosen on development questions (docs/evaluation.md).
pub const CONFIDENT: f32 = 0.48;

/// One of the things that confidence is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The best passage's score; it is already divided by the question's idf mass.
    Score,
    /// Share of the question's idf mass that the best passage holds.
    Coverage,
    /// Share that the best sentence of the best passage holds.
    SentenceCoverage,
    /// Share that the three best passages hold together.
    TopThree,
    /// The rarest term that the best passage lacks, against the rarest of all.
    Missing,
    /// Share of the names and numbers that the best passage holds; 1 when there are none.
    Exact,
    /// Share of the terms that the corpus does not know at all.
    Unknown,
    /// How far ahead of the second the best passage is.
    Margin,
    /// The number of terms, saturating.
    Terms,
    /// Near pairs in the best passage.
    Near,
    /// Share of the terms that the corpus knows, by idf, that the best sentence holds.
    KnownCoverage,
    /// How much idf the best sentence holds, saturating: three rare words together are no accident.
    Evidence,
    /// Share of the names and numbers that the corpus does not know.
    UnknownExact,
    /// Whether the best sentence holds the kind of thing asked for; 1 for kinds that words do not show.
    Kind,
}

impl Signal {
    /// Every signal, in the order of [`Confidence::signals`].
    pub const ALL: [Self; 14] = [
        Self::Score,
        Self::Coverage,
        Self::SentenceCoverage,
        Self::TopThree,
        Self::Missing,
        Self::Exact,
        Self::Unknown,
        Self::Margin,
        Self::Terms,
        Self::Near,
        Self::KnownCoverage,
        Self::Evidence,
        Self::UnknownExact,
        Self::Kind,
    ];

    fn weight(self) -> f32 {
        match self {
            Self::Score => 0.26,
            Self::Coverage => 2.7,
            Self::SentenceCoverage => 2.31,
            Self::TopThree => 0.46,
            Self::Missing => -0.35,
            Self::Exact => 1.05,
            Self::Unknown => -1.69,
            Self::Margin => 0.37,
            Self::Terms => 0.65,
            Self::Near => 0.47,
            Self::KnownCoverage => 0.02,
            Self::Evidence => 0.24,
            Self::UnknownExact => -0.3,
            Self::Kind => 0.64,
        }
    }

    /// The signal's name, for explanations.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Coverage => "coverage",
            Self::SentenceCoverage => "best sentence coverage",
            Self::TopThree => "coverage of the best three",
            Self::Missing => "rarest missing term",
            Self::Exact => "names and numbers held",
            Self::Unknown => "unknown terms",
            Self::Margin => "margin",
            Self::Terms => "number of terms",
            Self::Near => "near pairs",
            Self::KnownCoverage => "coverage of known terms",
            Self::Evidence => "weight of evidence",
            Self::UnknownExact => "unknown names and numbers",
            Self::Kind => "kind of thing asked for",
        }
    }
}

/// The idf at which evidence counts half.
const EVIDENCE_HALF: f32 = 10.0;
/// Kinds of thing that a sentence's words show.
const TELLING: [Kind; 5] = [Kind::Who, Kind::When, Kind::Where, Kind::HowMany, Kind::HowOften];

/// Where the curve crosses one half when every signal is 0.
const INTERCEPT: f32 = -5.73;

/// How sure it is that the best passages answer, and why.
#[derive(Debug, Clone, Copy)]
pub struct Confidence {
    /// Between 0 and 1.
    pub value: f32,
    /// The signals, in the order of [`Signal::ALL`].
    pub signals: [f32; Signal::ALL.len()],
}

/// Judges a ranking.
pub(super) fn confidence(evidence: &Evidence, hits: &[Hit]) -> Confidence {
    let Some(best) = hits.first() else {
        return Confidence { value: 0.0, signals: [0.0; Signal::ALL.len()] };
    };
    let signals = signals(evidence, hits, best);
    let sum: f32 = INTERCEPT + Signal::ALL.iter().zip(signals).map(|(signal, value)| signal.weight() * value).sum::<f32>();
    Confidence { value: 1.0 / (1.0 + (-sum).exp()), signals }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a question's terms")]
fn signals(evidence: &Evidence, hits: &[Hit], best: &Hit) -> [f32; Signal::ALL.len()] {
    let terms = &evidence.terms;
    let mass = evidence.mass().max(f32::EPSILON);
    let rarest = terms.iter().map(|term| term.idf).fold(f32::EPSILON, f32::max);
    let lacking = |held: &[f32]| terms.iter().zip(held).filter(|(_, held)| **held == 0.0).map(|(term, _)| term.idf).fold(0.0, f32::max);
    let together: f32 = terms
        .iter()
        .enumerate()
        .map(|(index, term)| {
            let most = hits.iter().take(3).filter_map(|hit| hit.held.get(index)).fold(0.0_f32, |most, held| most.max(*held));
            term.idf * most
        })
        .sum();
    let exact: Vec<f32> = terms.iter().zip(&best.held).filter(|(term, _)| term.exact).map(|(_, held)| *held).collect();
    let feature =
        |wanted: Feature| Feature::ALL.iter().zip(best.features).find(|(feature, _)| **feature == wanted).map_or(0.0, |(_, value)| value);
    let is_unknown = |term: &&WeighedTerm| term.passages == 0 && term.others.is_empty();
    let unknown = terms.iter().filter(is_unknown).count();
    let known_mass: f32 = terms.iter().filter(|term| !is_unknown(term)).map(|term| term.idf).sum();
    let in_sentence = feature(Feature::SentenceCoverage) * mass;
    let exact_unknown = terms.iter().filter(|term| term.exact && is_unknown(term)).count();
    [
        best.score,
        feature(Feature::Coverage),
        feature(Feature::SentenceCoverage),
        together / mass,
        lacking(&best.held) / rarest,
        if exact.is_empty() { 1.0 } else { exact.iter().sum::<f32>() / exact.len() as f32 },
        unknown as f32 / terms.len().max(1) as f32,
        hits.get(1).map_or(best.score, |second| best.score - second.score),
        (terms.len() as f32 / 8.0).min(1.0),
        feature(Feature::Near),
        in_sentence / known_mass.max(f32::EPSILON).max(in_sentence),
        in_sentence / (in_sentence + EVIDENCE_HALF),
        exact_unknown as f32 / exact.len().max(1) as f32,
        if TELLING.contains(&evidence.kind) {
            f32::from(u8::from(feature(Feature::Kind) > feature(Feature::SentenceCoverage) * 0.7))
        } else {
            1.0
        },
    ]
}
