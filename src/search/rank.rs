//! Ranking the candidates: a pure function of the question's weighed terms and the passages' own terms. The same
//! question over the same passages gives the same order on every machine.

use std::collections::HashMap;

use crate::index::StoredPassage;
use crate::text::TermId;

use super::evidence::{Evidence, WeighedTerm};
use crate::corpus::Lane;

/// BM25's saturation of repeated terms, and its norm for a passage's length: the literature's and Lucene's defaults.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What another name for a thing counts for beside the one that was typed.
const OTHER_NAME: f32 = 0.8;
/// What a term that was read as another one counts for.
const REPAIRED: f32 = 0.9;
/// What a word of the same root counts for.
const SAME_ROOT: f32 = 0.5;
/// Two words of the question that stand within this many terms of each other are together.
const NEAR: usize = 8;

/// One of the things that a passage is judged by. Each is divided by the question's idf mass, so that it means the same
/// for every question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// BM25 of the passage.
    Passage,
    /// BM25 of its best sentence.
    Sentence,
    /// Share of the question's idf mass that its best sentence holds.
    SentenceCoverage,
    /// Share of the question's idf mass that the passage holds.
    Coverage,
    /// Neighbours in the question that are neighbours in the passage.
    Adjacent,
    /// Pairs of the question's words that stand near each other within a sentence.
    Near,
    /// Share of the question's idf mass that its title and headings hold.
    Title,
    /// Share that its best sentence among those holds which hold the kind of thing asked for.
    Kind,
    /// The agreement's own words, where there are other voices too.
    OwnWords,
}

impl Feature {
    /// Every feature, in the order of [`Hit::features`].
    pub const ALL: [Self; 9] = [
        Self::Passage,
        Self::Sentence,
        Self::SentenceCoverage,
        Self::Coverage,
        Self::Adjacent,
        Self::Near,
        Self::Title,
        Self::Kind,
        Self::OwnWords,
    ];

    /// What the feature counts for. One set for every corpus (docs/evaluation.md says how it was found).
    #[must_use]
    pub fn weight(self) -> f32 {
        match self {
            Self::Passage => 1.0,
            Self::Sentence => 0.67,
            Self::SentenceCoverage => 0.68,
            Self::Coverage => 0.75,
            Self::Adjacent => 0.85,
            Self::Near => 0.2,
            Self::Title => 1.0,
            Self::Kind => 0.25,
            Self::OwnWords => 0.6,
        }
    }

    /// The feature's name, for explanations.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passage => "passage BM25",
            Self::Sentence => "best sentence BM25",
            Self::SentenceCoverage => "best sentence coverage",
            Self::Coverage => "passage coverage",
            Self::Adjacent => "neighbours",
            Self::Near => "near pairs",
            Self::Title => "title coverage",
            Self::Kind => "kind of thing asked for",
            Self::OwnWords => "own words",
        }
    }
}

/// A ranked passage.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The passage's number in its generation.
    pub ordinal: usize,
    /// The passage.
    pub stored: StoredPassage,
    /// What it was ranked by: the weighted sum of its features.
    pub score: f32,
    /// The features, in the order of [`Feature::ALL`].
    pub features: [f32; Feature::ALL.len()],
    /// For each term of the question, what it counts for in the passage: 0 when it is missing.
    pub held: Vec<f32>,
    /// The same for each sentence.
    pub sentences: Vec<Vec<f32>>,
}

/// Ranks the candidates, best first; ties go to the passage that stands first in the corpus.
pub(super) fn rank(evidence: &Evidence, passages: Vec<(usize, StoredPassage)>) -> Vec<Hit> {
    let mixed = passages.iter().any(|(_, stored)| stored.passage.lane != Lane::Text);
    let mut hits: Vec<Hit> = passages.into_iter().map(|(ordinal, stored)| judge(evidence, ordinal, stored, mixed)).collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.ordinal.cmp(&b.ordinal)));
    hits
}

fn judge(evidence: &Evidence, ordinal: usize, stored: StoredPassage, mixed: bool) -> Hit {
    let mass = evidence.mass().max(f32::EPSILON);
    let passage = Stretch::of(&stored.terms, &stored.roots, &evidence.terms);
    let title = Stretch::of(&stored.title, &[], &evidence.terms);
    let mut best = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut of_kind = 0.0_f32;
    let mut sentences = Vec::with_capacity(stored.sentence_ends.len());
    for ((terms, roots), kinds) in stored.sentence_terms().zip(&stored.kinds) {
        let sentence = Stretch::of(terms, roots, &evidence.terms);
        if kinds.hold(evidence.kind) {
            of_kind = of_kind.max(sentence.coverage(&evidence.terms));
        }
        best.0 = best.0.max(sentence.bm25(&evidence.terms, evidence.mean_sentence));
        best.1 = best.1.max(sentence.coverage(&evidence.terms));
        best.2 = best.2.max(sentence.near(&evidence.terms));
        sentences.push(sentence.held);
    }
    let own_words = if mixed && stored.passage.lane == Lane::Text { passage.coverage(&evidence.terms) } else { 0.0 };
    let features = [
        passage.bm25(&evidence.terms, evidence.mean_passage),
        best.0,
        best.1,
        passage.coverage(&evidence.terms),
        passage.adjacent(&evidence.terms),
        best.2,
        title.coverage(&evidence.terms),
        of_kind,
        own_words,
    ]
    .map(|feature| feature / mass);
    let score = Feature::ALL.iter().zip(features).map(|(feature, value)| feature.weight() * value).sum();
    Hit { ordinal, stored, score, features, held: passage.held, sentences }
}

/// A run of terms (a passage, a sentence, a title), with the places where each term of the question stands.
struct Stretch {
    length: usize,
    places: Vec<Vec<usize>>,
    held: Vec<f32>,
}

impl Stretch {
    fn of(terms: &[TermId], roots: &[TermId], asked: &[WeighedTerm]) -> Self {
        let mut wanted: HashMap<TermId, Vec<usize>> = HashMap::new();
        for id in asked.iter().flat_map(|term| std::iter::once(term.id).chain(term.others.iter().flatten().map(|(_, id)| *id))) {
            wanted.entry(id).or_default();
        }
        for (place, id) in terms.iter().enumerate() {
            if let Some(places) = wanted.get_mut(id) {
                places.push(place);
            }
        }
        let places: Vec<Vec<usize>> = asked.iter().map(|term| wanted.get(&term.id).cloned().unwrap_or_default()).collect();
        let stands = |name: &[(String, TermId)]| {
            !name.is_empty() && name.iter().all(|(_, id)| wanted.get(id).is_some_and(|places| !places.is_empty()))
        };
        let held = asked
            .iter()
            .zip(&places)
            .map(|(term, places)| match places.is_empty() {
                false if term.repaired.is_some() => REPAIRED,
                false => 1.0,
                true if term.others.iter().any(|name| stands(name)) => OTHER_NAME,
                true if term.root.is_some_and(|root| roots.contains(&root)) => SAME_ROOT,
                true => 0.0,
            })
            .collect();
        Self { length: terms.len(), places, held }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of terms in a passage")]
    fn bm25(&self, asked: &[WeighedTerm], mean: f32) -> f32 {
        let norm = K1 * (1.0 - B + B * self.length as f32 / mean);
        asked
            .iter()
            .zip(self.places.iter().zip(&self.held))
            .map(|(term, (places, held))| {
                let frequency = (places.len() as f32).max(1.0);
                held * term.idf * frequency * (K1 + 1.0) / (frequency + norm)
            })
            .sum()
    }

    fn coverage(&self, asked: &[WeighedTerm]) -> f32 {
        asked.iter().zip(&self.held).map(|(term, held)| term.idf * held).sum()
    }

    /// Neighbouring terms of the question that stand, in order, next to each other or with one term between.
    fn adjacent(&self, asked: &[WeighedTerm]) -> f32 {
        let pairs = asked.iter().zip(&self.places).zip(asked.iter().zip(&self.places).skip(1));
        pairs
            .map(|((first, firsts), (second, seconds))| {
                let together = firsts.iter().any(|a| seconds.iter().any(|b| b > a && b - a <= 2));
                if together { f32::midpoint(first.idf, second.idf) } else { 0.0 }
            })
            .sum()
    }

    /// Pairs of the question's terms, in any order, that stand near each other.
    fn near(&self, asked: &[WeighedTerm]) -> f32 {
        let known: Vec<(&WeighedTerm, &Vec<usize>)> = asked.iter().zip(&self.places).filter(|(_, places)| !places.is_empty()).collect();
        let mut sum = 0.0;
        for (index, (first, firsts)) in known.iter().enumerate() {
            for (second, seconds) in known.iter().skip(index + 1) {
                if firsts.iter().any(|a| seconds.iter().any(|b| a.abs_diff(*b) <= NEAR)) {
                    sum += first.idf.min(second.idf);
                }
            }
        }
        // A question of n terms has n(n-1)/2 pairs: divided by what n-1 of them would give, it grows like the others.
        #[expect(clippy::cast_precision_loss, reason = "a handful of terms")]
        let pairs = (asked.len().max(2) as f32) / 2.0;
        sum / pairs
    }
}
