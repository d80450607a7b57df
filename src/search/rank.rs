//! Ranking the candidates: a pure function of the question's weighed terms and the passages' own terms. The same
//! question over the same passages gives the same order on every machine.

use crate::corpus::Lane;
use crate::index::StoredPassage;

use super::evidence::Evidence;
use super::judge::{Foresight, SentenceFinds, find};
use super::smooth::smooth;
use super::stretch::{Stretch, Wanted};

/// One of the things that a passage is judged by. Each is divided by the question's idf mass, so that it means the same
/// for every question; the likeness is a share already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// BM25 of the passage.
    Passage,
    /// BM25 of the words that stand in it as they were typed, unstemmed.
    AsWritten,
    /// BM25 of its best sentence.
    Sentence,
    /// Share of the question's idf mass that its best sentence holds.
    SentenceCoverage,
    /// Share of the question's idf mass that the passage holds.
    Coverage,
    /// Share of the question's idf mass that the passage holds in related words only.
    Related,
    /// Neighbours in the question that are neighbours in the passage.
    Adjacent,
    /// Share of the question's idf mass that its title and headings hold.
    Title,
    /// The agreement's own words, where there are other voices too.
    OwnWords,
    /// How alike the question and the likest one that was anticipated for the passage are.
    Anticipated,
}

impl Hit {
    /// How alike the question and the likest one that was anticipated for the passage are, 0 to 1.
    #[must_use]
    pub fn anticipated(&self) -> f32 {
        self.sentences.iter().map(|sentence| sentence.likeness).fold(0.0, f32::max)
    }
}

impl Feature {
    /// Every feature, in the order of [`Hit::features`].
    pub const ALL: [Self; 10] = [
        Self::Passage,
        Self::AsWritten,
        Self::Sentence,
        Self::SentenceCoverage,
        Self::Coverage,
        Self::Related,
        Self::Adjacent,
        Self::Title,
        Self::OwnWords,
        Self::Anticipated,
    ];

    /// What the feature counts for. One set for every corpus (docs/evaluation.md says how it was found).
    #[must_use]
    pub fn weight(self) -> f32 {
        match self {
            Self::Passage => 0.75,
            Self::AsWritten => 0.85,
            Self::Sentence => 0.6,
            Self::SentenceCoverage => 0.65,
            Self::Coverage => 0.8,
            Self::Related => 0.45,
            Self::Adjacent => 0.8,
            Self::Title => 1.15,
            Self::OwnWords => 0.5,
            Self::Anticipated => 3.0,
        }
    }

    /// The feature's name, for explanations.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passage => "passage BM25",
            Self::AsWritten => "BM25 as written",
            Self::Sentence => "best sentence BM25",
            Self::SentenceCoverage => "best sentence coverage",
            Self::Coverage => "passage coverage",
            Self::Related => "related words",
            Self::Adjacent => "neighbours",
            Self::Title => "title coverage",
            Self::OwnWords => "own words",
            Self::Anticipated => "anticipated question",
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
    /// What it is worth by itself: the weighted sum of its features.
    pub score: f32,
    /// What it was ranked by: its score, and for a part those of the candidates likest to it.
    pub standing: f32,
    /// The features, in the order of [`Feature::ALL`].
    pub features: [f32; Feature::ALL.len()],
    /// What each term of the question counts for in the passage's own words: 0 when it is missing.
    pub own: Vec<f32>,
    /// The share of the question's words, by idf, that stand in it as they were typed.
    pub as_written: f32,
    /// What each sentence holds.
    pub sentences: Vec<SentenceFinds>,
    /// How the question resembles those that were anticipated for the passage.
    pub foresight: Foresight,
}

/// Whether other voices than the agreement's are among the candidates.
pub(super) fn is_mixed(passages: &[(usize, StoredPassage)]) -> bool {
    passages.iter().any(|(_, stored)| stored.passage.lane != Lane::Text)
}

/// Ranks the candidates, best first; ties go to the passage that stands first in the corpus.
///
/// Where voices are `mixed`, the agreement's own words count for more.
pub(super) fn rank(evidence: &Evidence, passages: Vec<(usize, StoredPassage)>, mixed: bool) -> Vec<Hit> {
    let wanted = Wanted::of(&evidence.terms);
    let mut hits: Vec<Hit> = passages.into_iter().map(|(ordinal, stored)| judge(evidence, &wanted, ordinal, stored, mixed)).collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.ordinal.cmp(&b.ordinal)));
    smooth(&mut hits);
    hits
}

fn judge(evidence: &Evidence, wanted: &Wanted<'_>, ordinal: usize, stored: StoredPassage, mixed: bool) -> Hit {
    let mass = evidence.mass().max(f32::EPSILON);
    let finds = find(evidence, wanted, &stored);
    let (written_bm25, written_mass) = finds.as_written;
    let covered = |held: &[f32]| evidence.covered(held);
    let most = |values: &mut dyn Iterator<Item = f32>| values.fold(0.0, f32::max);
    let coverage = covered(&finds.held);
    let own = finds.passage.held.clone();
    let passage = Stretch { held: finds.held, ..finds.passage };
    let features = [
        passage.bm25(evidence.mean_passage) / mass,
        written_bm25 / evidence.form_mass().max(f32::EPSILON),
        finds.sentence_bm25 / mass,
        most(&mut finds.sentences.iter().map(|sentence| covered(&sentence.held))),
        coverage,
        finds.in_related_words / mass,
        finds.adjacent / mass,
        wanted.plain(&stored.title).coverage() / mass,
        if mixed && stored.passage.lane == Lane::Text { coverage } else { 0.0 },
        most(&mut finds.sentences.iter().map(|sentence| sentence.likeness)),
    ];
    let score = Feature::ALL.iter().zip(features).map(|(feature, value)| feature.weight() * value).sum();
    Hit {
        ordinal,
        stored,
        score,
        standing: score,
        features,
        own,
        as_written: written_mass / mass,
        sentences: finds.sentences,
        foresight: finds.foresight,
    }
}
