//! A question's terms, weighed against a corpus: how rare each is, and what else would count as it.

use crate::index::{Generation, IndexError};
use crate::text::{FormId, Kind, TermId, form_id, root_id, term_id};

use super::Question;
use super::rank::Hit;
use super::related::related;
use super::repair::repair;

/// A term of the question with what the corpus says of it.
#[derive(Debug, Clone)]
pub struct WeighedTerm {
    /// The stem that is looked for.
    pub stem: String,
    /// Its identity in the passage file.
    pub id: TermId,
    /// BM25's inverse document frequency, times the term's weight in the question.
    pub idf: f32,
    /// How many passages hold it.
    pub passages: u64,
    /// Which of the words with this stem was typed.
    pub form: FormId,
    /// The inverse document frequency of the word as it was typed, times its weight in the question.
    pub form_idf: f32,
    /// Whether it is a name or a number.
    pub exact: bool,
    /// Whether it is a name or a number, or part of a party's name.
    pub named: bool,
    /// Whether it names the thing that is asked for.
    pub focus: bool,
    /// The word as it was typed, when it was read as another one.
    pub repaired: Option<String>,
    /// Identity of its first letters, for words of the same root.
    pub root: Option<TermId>,
    /// The terms related to it, and how much, 0 to 1.
    pub related: Vec<(TermId, f32)>,
    /// Other words that count as it: runs of stems, with their identities.
    pub others: Vec<Vec<(String, TermId)>>,
}

/// A question weighed against a corpus.
#[derive(Debug)]
pub struct Evidence {
    /// The terms, in the question's order.
    pub terms: Vec<WeighedTerm>,
    /// The kind of thing that is asked for.
    pub kind: Kind,
    /// Whether the corpus anticipates questions.
    pub anticipates: bool,
    /// Mean number of terms of a passage.
    pub mean_passage: f32,
    /// Mean number of terms of a sentence.
    pub mean_sentence: f32,
}

impl Evidence {
    /// Looks every term of the question up in the corpus's vocabulary.
    pub(super) fn gather(generation: &Generation, question: &Question) -> Result<Self, IndexError> {
        let manifest = generation.manifest();
        let passages = manifest.passages;
        let mut weighed: Vec<WeighedTerm> = Vec::new();
        for asked in &question.terms {
            let (mut word, mut stem) = (asked.term.word.clone(), asked.term.stem.clone());
            let mut holding = generation.document_frequency(&stem)?;
            let mut repaired = None;
            if holding == 0
                && asked.others.is_empty()
                && let Some(known) = repair(generation, &asked.term.word, asked.exact)?
            {
                stem = crate::text::stem(&known);
                repaired = Some(std::mem::replace(&mut word, known));
                holding = generation.document_frequency(&stem)?;
            }
            if weighed.iter().any(|other| other.stem == stem) {
                continue;
            }
            let others = asked.others.iter().map(|name| name.iter().map(|stem| (stem.clone(), term_id(stem))).collect()).collect();
            weighed.push(WeighedTerm {
                id: term_id(&stem),
                root: root_id(&stem),
                related: related(&stem).map(|(other, share)| (term_id(other), share)).collect(),
                idf: inverse_document_frequency(holding, passages) * asked.weight,
                stem,
                passages: holding,
                form: form_id(&word),
                form_idf: inverse_document_frequency(generation.word_frequency(&word)?, passages) * asked.weight,
                exact: asked.exact,
                focus: asked.focus,
                named: asked.named,
                repaired,
                others,
            });
        }
        Ok(Self {
            terms: weighed,
            kind: question.kind,
            anticipates: manifest.anticipated > 0,
            mean_passage: mean(manifest.terms, passages),
            mean_sentence: mean(manifest.terms, manifest.sentences),
        })
    }

    /// The evidence as these hits are to be judged by: a text that nobody anticipated questions for, such as a copy that was
    /// fetched, is judged as all are where none are anticipated.
    pub(super) fn judged_for(self, generation: &Generation, hits: &[Hit]) -> Result<Self, IndexError> {
        let Some(best) = hits.first().filter(|_| self.anticipates) else { return Ok(self) };
        let entry = generation.entry(&best.stored.passage.source)?;
        Ok(Self { anticipates: entry.is_none_or(|entry| entry.asked > 0), ..self })
    }

    /// The share of the question's idf mass that is held.
    pub(super) fn covered(&self, held: &[f32]) -> f32 {
        self.terms.iter().zip(held).map(|(term, held)| term.idf * held).sum::<f32>() / self.mass().max(f32::EPSILON)
    }

    /// The same for the words as they were typed.
    pub(super) fn form_mass(&self) -> f32 {
        self.terms.iter().map(|term| term.form_idf).sum()
    }

    /// The sum of the terms' inverse document frequencies: the most that coverage can reach.
    #[must_use]
    pub fn mass(&self) -> f32 {
        self.terms.iter().map(|term| term.idf).sum()
    }
}

/// BM25's idf: `ln(1 + (N - n + 0.5) / (n + 0.5))`.
#[expect(clippy::cast_precision_loss, reason = "counts of passages are far below 2^24 where it would matter")]
fn inverse_document_frequency(holding: u64, passages: u64) -> f32 {
    let (n, all) = (holding as f32, passages as f32);
    (1.0 + ((all - n).max(0.0) + 0.5) / (n + 0.5)).ln()
}

#[expect(clippy::cast_precision_loss, reason = "a mean length needs no more than 24 bits")]
fn mean(terms: u64, of: u64) -> f32 {
    (terms as f32 / of.max(1) as f32).max(1.0)
}
