//! What one candidate passage holds of a question: in its own words, and in the questions that its curators anticipated.

use crate::index::{AskedQuestion, StoredPassage};

use super::evidence::{Evidence, WeighedTerm};
use super::stretch::{Found, Stretch, Wanted};

/// What a term counts for in a sentence when only a question that was anticipated for the sentence holds it.
const ANTICIPATED: f32 = 0.8;
/// What the likeness to a question that asks for another kind of thing counts for.
const OTHER_KIND: f32 = 0.7;

/// What one sentence of a passage holds of the question. What each term counts for is 0 when it is missing.
#[derive(Debug, Clone)]
pub struct SentenceFinds {
    /// What each term of the question counts for in the sentence's own words.
    pub own: Vec<f32>,
    /// The same when the questions that were anticipated for it count too.
    pub held: Vec<f32>,
    /// Whether it holds the kind of thing asked for.
    pub fits: bool,
    /// How alike the question and the likest one that was anticipated for it are, 0 to 1.
    pub likeness: f32,
}

/// How a question resembles those that were anticipated for a passage, 0 to 1 each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Foresight {
    /// The likest one that may ask for the same kind of thing.
    pub of_kind: f32,
    /// The likest one, no more than it holds of the words that are no names: everything is asked of the same few names.
    pub plain: f32,
    /// The likest known gap.
    pub gap: f32,
    /// The likest known gap, no more than it holds of the words that are no names.
    pub gap_plain: f32,
}

/// What a passage holds of a question.
pub(super) struct Finds<'e> {
    /// The passage's own words.
    pub(super) passage: Stretch<'e>,
    /// What each term counts for in the passage, with its anticipated questions.
    pub(super) held: Vec<f32>,
    /// BM25 of the terms that the passage holds as they were typed, and their idf mass.
    pub(super) as_written: (f32, f32),
    /// The idf mass of neighbours that are neighbours in the passage.
    pub(super) adjacent: f32,
    /// The idf mass that the passage holds in related words only.
    pub(super) in_related_words: f32,
    /// The best sentence's BM25.
    pub(super) sentence_bm25: f32,
    pub(super) sentences: Vec<SentenceFinds>,
    pub(super) foresight: Foresight,
}

/// Finds the question in a passage.
pub(super) fn find<'e>(evidence: &'e Evidence, wanted: &Wanted<'e>, stored: &StoredPassage) -> Finds<'e> {
    let count = stored.passage.sentences.len();
    let mut asked = Asked { likeness: vec![0.0; count], held: vec![Vec::new(); count], foresight: Foresight::default() };
    for question in &stored.asked {
        asked.hear(evidence, wanted, question);
    }
    let found = wanted.find(&stored.terms);
    let passage = wanted.stretch(&found, stored.terms.len(), &stored.roots);
    let as_written = wanted.as_written(&found, &stored.forms, stored.terms.len(), evidence.mean_passage);
    let adjacent = wanted.adjacent(&found);
    let in_related_words = wanted.in_related_words(&stored.terms, &passage.held);
    let mut held = passage.held.clone();
    let mut sentence_bm25 = 0.0_f32;
    let mut sentences = Vec::with_capacity(count);
    let mut start = 0;
    let ends = stored.sentence_ends.iter().map(|end| *end as usize);
    for (((end, kinds), anticipated), likeness) in ends.zip(&stored.kinds).zip(&asked.held).zip(&asked.likeness) {
        let part = Stretch::part(&found, start, end);
        let mut sentence = wanted.stretch(part, end - start, stored.roots.get(start..end).unwrap_or_default());
        let own = sentence.held.clone();
        raise(&mut sentence.held, anticipated, ANTICIPATED);
        raise(&mut held, anticipated, ANTICIPATED);
        sentence_bm25 = sentence_bm25.max(sentence.bm25(evidence.mean_sentence));
        let fits = kinds.hold(evidence.kind) || brings_an_answer(evidence, stored, part, start..end);
        sentences.push(SentenceFinds { own, held: sentence.held, fits, likeness: *likeness });
        start = end;
    }
    Finds { passage, held, as_written, adjacent, in_related_words, sentence_bm25, sentences, foresight: asked.foresight }
}

/// The near pairs of the sentence that holds the most of them, by the question's idf mass.
pub(super) fn near_pairs(evidence: &Evidence, stored: &StoredPassage) -> f32 {
    let wanted = Wanted::of(&evidence.terms);
    let pairs = (0..stored.passage.sentences.len()).map(|place| wanted.near(&wanted.find(stored.sentence(place))));
    pairs.fold(0.0, f32::max) / evidence.mass().max(f32::EPSILON)
}

/// Whether a word of the sentence may be what is asked for. A name that the question itself brings is not.
fn brings_an_answer(evidence: &Evidence, stored: &StoredPassage, asked: &[Found], sentence: std::ops::Range<usize>) -> bool {
    let marks = sentence.clone().zip(stored.marks.get(sentence).unwrap_or_default());
    marks.filter(|(_, marks)| marks.answer(evidence.kind)).any(|(place, _)| !asked.iter().any(|found| found.place() == place))
}

/// What the anticipated questions of a passage hold of the question, for each of its sentences.
struct Asked {
    likeness: Vec<f32>,
    held: Vec<Vec<f32>>,
    foresight: Foresight,
}

impl Asked {
    fn hear(&mut self, evidence: &Evidence, wanted: &Wanted<'_>, question: &AskedQuestion) {
        let found = wanted.find(&question.terms);
        if found.is_empty() {
            return;
        }
        let stretch = wanted.stretch(&found, question.terms.len(), &[]);
        let alike = stretch.likeness(evidence.mass().max(f32::EPSILON), found.len());
        let plain = alike.min(share(&evidence.terms, &stretch.held, |term| !term.named));
        if !question.answered {
            self.foresight.gap = self.foresight.gap.max(alike);
            self.foresight.gap_plain = self.foresight.gap_plain.max(plain);
            return;
        }
        let of_kind = evidence.kind.may_ask_for(question.kind);
        self.foresight.plain = self.foresight.plain.max(plain);
        if of_kind {
            self.foresight.of_kind = self.foresight.of_kind.max(alike);
        }
        if let (Some(likeness), Some(held)) = (self.likeness.get_mut(question.sentence), self.held.get_mut(question.sentence)) {
            *likeness = likeness.max(if of_kind { alike } else { alike * OTHER_KIND });
            raise(held, &stretch.held, 1.0);
        }
    }
}

/// Raises what each term counts for to `by` times what it counts for in `others`.
fn raise(held: &mut Vec<f32>, others: &[f32], by: f32) {
    held.resize(held.len().max(others.len()), 0.0);
    for (held, other) in held.iter_mut().zip(others) {
        *held = held.max(by * other);
    }
}

/// The share of the idf mass of certain terms that is held; 1 when the question has none of them.
pub(super) fn share(terms: &[WeighedTerm], held: &[f32], of: impl Fn(&WeighedTerm) -> bool) -> f32 {
    let (mut here, mut all) = (0.0, 0.0);
    for (term, held) in terms.iter().zip(held).filter(|(term, _)| of(term)) {
        here += term.idf * held;
        all += term.idf;
    }
    if all > 0.0 { here / all } else { 1.0 }
}
