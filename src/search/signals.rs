//! The signals that confidence is judged by. Each means the same on every corpus.

use std::collections::BTreeMap;

use super::evidence::{Evidence, WeighedTerm};
use super::judge::{SentenceFinds, near_pairs, share};
use super::rank::{Feature, Hit};
use crate::text::Kind;

/// One of the things that confidence is judged by. Where none says otherwise, "the best sentence" is that of the best
/// passage, and only its own words count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Share of the question's idf mass that the best sentence holds.
    SentenceCoverage,
    /// Share that the three best passages hold together.
    TopThree,
    /// The rarest term that the best passage lacks, against the rarest of all.
    Missing,
    /// Share of the names and numbers that the best passage holds; 1 when there are none.
    Exact,
    /// How far ahead of the others the best passage is.
    Margin,
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
    /// Share of the names and numbers that the best sentence holds; 1 when there are none.
    SentenceExact,
    /// Share of the best five passages that are filed under the same as the best one: a topic that is there.
    Topic,
    /// Neighbours of the question that are neighbours in the best passage.
    Adjacent,
    /// Share of the question that the best passage's title and headings hold.
    Title,
    /// BM25 of the best passage, by the question's idf mass.
    Passage,
    /// BM25 of its best sentence, by the question's idf mass.
    Sentence,
    /// Share of the question's words, by idf, that the best passage holds as they were typed.
    AsWritten,
    /// Share of the question that it holds in related words only.
    Related,
    /// Mean idf of the terms.
    Rareness,
    /// Share that the best sentence and the one before it hold together.
    Pair,
    /// Share of the words that are no names that the best sentence holds; 1 when there are none.
    Plain,
    /// Share of the words for the thing asked for that the best sentence holds; 1 when there are none.
    Focus,
    /// The number of terms, saturating.
    Terms,
    /// How alike the question and the likest one anticipated for the best passage are that asks for the same kind of thing.
    AnticipatedKind,
    /// How alike the question and the likest one anticipated for the best passage are, by the words that are no names.
    AnticipatedPlain,
    /// Share that the best sentence holds with the questions anticipated for it.
    Raised,
    /// Share of the words that are no names that it holds with them.
    RaisedPlain,
    /// Share of the names and numbers that it holds with them.
    RaisedExact,
    /// Whether that sentence holds the kind of thing asked for; 1 for kinds that words do not show.
    Fits,
    /// How alike the question and the likest one anticipated for the next four passages are.
    AnticipatedNext,
    /// How much more the question is like the likest known gap than like [`Signal::AnticipatedKind`].
    Gap,
    /// How much more it is like one by the words that are no names than like [`Signal::AnticipatedPlain`].
    GapPlain,
    /// How far [`Signal::Raised`] falls short of what an answer holds.
    Uncovered,
    /// How far [`Signal::AnticipatedKind`] falls short of what a question that is answered is like.
    Unforeseen,
}

/// The idf at which evidence counts half.
const EVIDENCE_HALF: f32 = 10.0;
/// The number of terms from which more say no more.
const MANY_TERMS: f32 = 8.0;
/// Answers hardly ever hold less than this share of the question, anticipated questions included.
const COVERED: f32 = 0.45;
/// Questions that are answered are hardly ever less like an anticipated one than this.
const FORESEEN: f32 = 0.4;
/// An idf that brings [`Signal::Rareness`] into the range of the others.
const RARE: f32 = 5.0;
/// Kinds of thing that a sentence's words show.
const TELLING: [Kind; 5] = [Kind::Who, Kind::When, Kind::Where, Kind::HowMany, Kind::HowOften];

impl Signal {
    /// Every signal, in the order of [`Signals`].
    pub const ALL: [Self; 34] = [
        Self::SentenceCoverage,
        Self::TopThree,
        Self::Missing,
        Self::Exact,
        Self::Margin,
        Self::Near,
        Self::KnownCoverage,
        Self::Evidence,
        Self::UnknownExact,
        Self::Kind,
        Self::SentenceExact,
        Self::Topic,
        Self::Adjacent,
        Self::Title,
        Self::Passage,
        Self::Sentence,
        Self::AsWritten,
        Self::Related,
        Self::Rareness,
        Self::Pair,
        Self::Plain,
        Self::Focus,
        Self::Terms,
        Self::AnticipatedKind,
        Self::AnticipatedPlain,
        Self::Raised,
        Self::RaisedPlain,
        Self::RaisedExact,
        Self::Fits,
        Self::AnticipatedNext,
        Self::Gap,
        Self::GapPlain,
        Self::Uncovered,
        Self::Unforeseen,
    ];

    /// The signal's name, for explanations.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SentenceCoverage => "best sentence coverage",
            Self::TopThree => "coverage of the best three",
            Self::Missing => "rarest missing term",
            Self::Exact => "names and numbers held",
            Self::Margin => "margin",
            Self::Near => "near pairs",
            Self::KnownCoverage => "coverage of known terms",
            Self::Evidence => "weight of evidence",
            Self::UnknownExact => "unknown names and numbers",
            Self::Kind => "kind of thing asked for",
            Self::SentenceExact => "names and numbers in the best sentence",
            Self::Topic => "topic that is there",
            Self::Adjacent => "neighbours",
            Self::Title => "title coverage",
            Self::Passage => "passage BM25",
            Self::Sentence => "best sentence BM25",
            Self::AsWritten => "words as they were typed",
            Self::Related => "related words",
            Self::Rareness => "rareness of the terms",
            Self::Pair => "coverage with the sentence before",
            Self::Plain => "words that are no names",
            Self::Focus => "words for the thing asked for",
            Self::Terms => "number of terms",
            Self::AnticipatedKind => "anticipated question of this kind",
            Self::AnticipatedPlain => "anticipated question, names aside",
            Self::Raised => "coverage with anticipated questions",
            Self::RaisedPlain => "words that are no names with them",
            Self::RaisedExact => "names and numbers with them",
            Self::Fits => "kind in the anticipated sentence",
            Self::AnticipatedNext => "anticipated elsewhere",
            Self::Gap => "known gap",
            Self::GapPlain => "known gap, names aside",
            Self::Uncovered => "short of coverage",
            Self::Unforeseen => "short of what was anticipated",
        }
    }
}

/// The values of the signals, in the order of [`Signal::ALL`].
#[derive(Debug, Clone, Copy)]
pub struct Signals([f32; Signal::ALL.len()]);

impl Default for Signals {
    fn default() -> Self {
        Self([0.0; Signal::ALL.len()])
    }
}

impl Signals {
    /// The value of one of them.
    #[must_use]
    pub fn get(&self, wanted: Signal) -> f32 {
        Signal::ALL.iter().zip(self.0).find(|(signal, _)| **signal == wanted).map_or(0.0, |(_, value)| value)
    }

    /// All of them, by the names of their variants: for fitting the curves.
    #[must_use]
    pub fn named(&self) -> BTreeMap<String, f32> {
        Signal::ALL.iter().map(|signal| format!("{signal:?}")).zip(self.0).collect()
    }

    /// The signals of a ranking whose best passage is `best`; known gaps are looked for among `all` that was found.
    #[expect(clippy::cast_precision_loss, reason = "counts of a question's terms")]
    pub(super) fn of(evidence: &Evidence, hits: &[Hit], best: &Hit, all: &[Hit]) -> Self {
        let terms = &evidence.terms;
        let mass = evidence.mass().max(f32::EPSILON);
        let covered = |held: &[f32]| evidence.covered(held);
        let plain = |held: &[f32]| share(terms, held, |term| !term.named);
        let feature = |wanted: Feature| {
            Feature::ALL.iter().zip(best.features).find(|(feature, _)| **feature == wanted).map_or(0.0, |(_, value)| value)
        };

        let none = Vec::new();
        let own = most(&best.sentences, |sentence| covered(&sentence.own));
        let sentence = best.sentences.get(own).map_or(&none, |sentence| &sentence.own);
        let before = own.checked_sub(1).and_then(|place| best.sentences.get(place)).map_or(&none, |sentence| &sentence.own);
        let foreseen = best.sentences.get(most(&best.sentences, |sentence| covered(&sentence.held) + sentence.likeness));
        let raised = foreseen.map_or(&none, |sentence| &sentence.held);

        let in_sentence = covered(sentence) * mass;
        let is_unknown = |term: &&WeighedTerm| term.passages == 0 && term.others.is_empty();
        let known_mass: f32 = terms.iter().filter(|term| !is_unknown(term)).map(|term| term.idf).sum();
        let exact = terms.iter().filter(|term| term.exact);
        let unknown_exact = exact.clone().filter(is_unknown).count() as f32 / exact.count().max(1) as f32;
        let rarest = terms.iter().map(|term| term.idf).fold(f32::EPSILON, f32::max);
        let lacking = terms.iter().zip(&best.own).filter(|(_, held)| **held == 0.0).map(|(term, _)| term.idf).fold(0.0, f32::max);
        let telling = TELLING.contains(&evidence.kind);
        let fitting = best.sentences.iter().filter(|sentence| sentence.fits).map(|sentence| covered(&sentence.own)).fold(0.0, f32::max);
        let among_five = hits.iter().take(5).filter(|hit| hit.stored.title == best.stored.title).count();
        let if_foreseen = |value: f32| if evidence.anticipates { value } else { 0.0 };
        let flag = |holds: bool| f32::from(u8::from(holds));

        Self([
            covered(sentence),
            covered(&together(hits.iter().take(3).map(|hit| &hit.own))),
            lacking / rarest,
            exact_share(terms, &best.own),
            best.score - hits.iter().skip(1).map(|hit| hit.score).fold(0.0, f32::max),
            near_pairs(evidence, &best.stored),
            in_sentence / known_mass.max(f32::EPSILON).max(in_sentence),
            in_sentence / (in_sentence + EVIDENCE_HALF),
            unknown_exact,
            flag(!telling || fitting > covered(sentence) * 0.7),
            exact_share(terms, sentence),
            among_five as f32 / hits.len().clamp(1, 5) as f32,
            feature(Feature::Adjacent),
            feature(Feature::Title),
            feature(Feature::Passage),
            feature(Feature::Sentence),
            best.as_written,
            feature(Feature::Related),
            mass / terms.len().max(1) as f32 / RARE,
            covered(&together([sentence, before].into_iter())),
            plain(sentence),
            share(terms, sentence, |term| term.focus),
            (terms.len() as f32 / MANY_TERMS).min(1.0),
            if_foreseen(best.foresight.of_kind),
            if_foreseen(best.foresight.plain),
            if_foreseen(covered(raised)),
            if_foreseen(plain(raised)),
            if_foreseen(exact_share(terms, raised)),
            if_foreseen(flag(!telling || foreseen.is_some_and(|sentence| sentence.fits))),
            if_foreseen(hits.iter().skip(1).take(4).map(Hit::anticipated).fold(0.0, f32::max)),
            if_foreseen((all.iter().map(|hit| hit.foresight.gap).fold(0.0, f32::max) - best.foresight.of_kind).max(0.0)),
            if_foreseen((all.iter().map(|hit| hit.foresight.gap_plain).fold(0.0, f32::max) - best.foresight.plain).max(0.0)),
            if_foreseen((COVERED - covered(raised)).max(0.0)),
            if_foreseen((FORESEEN - best.foresight.of_kind).max(0.0)),
        ])
    }
}

/// The place of the sentence that is worth the most, the first of equals.
fn most(sentences: &[SentenceFinds], worth: impl Fn(&SentenceFinds) -> f32) -> usize {
    sentences.iter().map(worth).enumerate().fold((0, f32::MIN), |most, this| if this.1 > most.1 { this } else { most }).0
}

/// What each term counts for in any of several stretches.
fn together<'h>(stretches: impl Iterator<Item = &'h Vec<f32>>) -> Vec<f32> {
    let mut all: Vec<f32> = Vec::new();
    for held in stretches {
        all.resize(all.len().max(held.len()), 0.0);
        for (most, here) in all.iter_mut().zip(held) {
            *most = most.max(*here);
        }
    }
    all
}

/// The share of the names and numbers that is held, each counting the same; 1 when there are none.
#[expect(clippy::cast_precision_loss, reason = "counts of a question's terms")]
fn exact_share(terms: &[WeighedTerm], held: &[f32]) -> f32 {
    let exact: Vec<f32> = terms.iter().zip(held).filter(|(term, _)| term.exact).map(|(_, held)| *held).collect();
    if exact.is_empty() { 1.0 } else { exact.iter().sum::<f32>() / exact.len() as f32 }
}
