//! What a generation holds of a document and of a passage.

use serde::{Deserialize, Serialize};

use crate::corpus::{Document, Lane, Link, Passage, Print, Source, Voice};
use crate::text::{FormId, Kind, Kinds, Marks, TermId};

/// A document as a generation holds it.
#[derive(Debug, Clone)]
pub struct StoredDocument {
    /// What the document is.
    pub source: Source,
    /// Its exact text.
    pub text: String,
    /// BLAKE3 of the text.
    pub hash: [u8; 32],
    /// Its links.
    pub links: Vec<Link>,
    /// Stretches that are somebody else's words.
    pub voices: Vec<Voice>,
    /// The number of its first passage; the others follow.
    pub first_passage: usize,
    /// How many passages it has.
    pub passage_count: usize,
}

impl StoredDocument {
    pub(super) fn new(entry: Entry, body: Body) -> Self {
        let Entry { source, first_passage, passage_count, voices, .. } = entry;
        let Body { text, hash, links } = body;
        Self { source, text, hash, links, voices, first_passage, passage_count }
    }
}

/// What is looked up, listed and compared of a document, without its text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// What the document is.
    pub source: Source,
    /// The number of its first passage; the others follow.
    pub first_passage: usize,
    /// How many passages it has.
    pub passage_count: usize,
    /// Stretches that are somebody else's words.
    pub voices: Vec<Voice>,
    /// Identity of what it was read from, where that alone makes the document.
    pub print: Option<Print>,
    /// BLAKE3 of all that is stored of the document and its passages: where two are equal, nothing differs.
    pub content: [u8; 32],
    /// How many questions are anticipated for its passages, known gaps among them.
    pub asked: usize,
}

/// A document's text, and what nobody asks for without it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Body {
    pub(super) text: String,
    pub(super) hash: [u8; 32],
    pub(super) links: Vec<Link>,
}

impl Body {
    pub(super) fn of(document: &Document) -> Self {
        Self { text: document.text.clone(), hash: *blake3::hash(document.text.as_bytes()).as_bytes(), links: document.links.clone() }
    }
}

/// A passage as a generation holds it: what is needed to rank it without cutting its text into words again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredPassage {
    /// The passage.
    pub passage: Passage,
    /// Its terms in order, stop words left out.
    #[serde(with = "super::packed")]
    pub terms: Vec<TermId>,
    /// The roots of those terms; 0 for a term too short to have one.
    #[serde(with = "super::packed")]
    pub roots: Vec<TermId>,
    /// In which form each of those terms is written.
    pub forms: Vec<FormId>,
    /// What each of those terms may be the answer to.
    pub marks: Vec<Marks>,
    /// What kinds of thing each sentence holds that its single words do not show.
    pub kinds: Vec<Kinds>,
    /// The lane of each sentence, where one of them is somebody else's than the passage's; otherwise empty.
    pub voices: Vec<Lane>,
    /// For each sentence, how many of `terms` come before its end.
    pub sentence_ends: Vec<u32>,
    /// The terms that it is filed under.
    #[serde(with = "super::packed")]
    pub title: Vec<TermId>,
    /// The questions anticipated for it.
    pub asked: Vec<AskedQuestion>,
}

/// A question anticipated for a passage, as far as finding needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedQuestion {
    /// The sentence of the passage that answers it or comes closest, counted from 0.
    pub sentence: usize,
    /// Whether the corpus answers it; otherwise it is a known gap.
    pub answered: bool,
    /// The kind of thing that it asks for.
    pub kind: Kind,
    /// Its terms, each once, in the order of their identities.
    #[serde(with = "super::packed")]
    pub terms: Vec<TermId>,
}

impl StoredPassage {
    /// The terms of the sentence at `place`, counted from 0.
    #[must_use]
    pub fn sentence(&self, place: usize) -> &[TermId] {
        let end = |place: usize| self.sentence_ends.get(place).map_or(0, |end| *end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.terms.get(start..end(place)).unwrap_or_default()
    }

    /// The lanes that its sentences are said in, each once.
    pub(super) fn lanes(&self) -> Vec<Lane> {
        let mut lanes = if self.voices.is_empty() { vec![self.passage.lane] } else { self.voices.clone() };
        lanes.sort_unstable();
        lanes.dedup();
        lanes
    }

    /// The passage without the sentences that are not said in `lane`; nothing when none is.
    #[must_use]
    pub fn within(self, lane: Lane) -> Option<Self> {
        if self.voices.is_empty() {
            return (self.passage.lane == lane).then_some(self);
        }
        let mut kept = Self {
            terms: Vec::new(),
            roots: Vec::new(),
            forms: Vec::new(),
            marks: Vec::new(),
            kinds: Vec::new(),
            voices: Vec::new(),
            sentence_ends: Vec::new(),
            title: self.title,
            asked: Vec::new(),
            passage: Passage { sentences: Vec::new(), lane, ..self.passage.clone() },
        };
        let mut start = 0;
        for (place, (sentence, end)) in self.passage.sentences.iter().zip(&self.sentence_ends).enumerate() {
            let end = *end as usize;
            if self.voices.get(place) == Some(&lane) {
                let number = kept.passage.sentences.len();
                kept.passage.sentences.push(*sentence);
                kept.terms.extend(self.terms.get(start..end).unwrap_or_default());
                kept.roots.extend(self.roots.get(start..end).unwrap_or_default());
                kept.forms.extend(self.forms.get(start..end).unwrap_or_default());
                kept.marks.extend(self.marks.get(start..end).unwrap_or_default());
                kept.kinds.extend(self.kinds.get(place));
                kept.sentence_ends.push(u32::try_from(kept.terms.len()).unwrap_or(u32::MAX));
                let asked = self.asked.iter().filter(|question| question.sentence == place);
                kept.asked.extend(asked.map(|question| AskedQuestion { sentence: number, ..question.clone() }));
            }
            start = end;
        }
        (!kept.passage.sentences.is_empty()).then_some(kept)
    }
}
