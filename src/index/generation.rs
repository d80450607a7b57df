//! One generation of the index, verified and open for questions.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::columnar::Column;
use tantivy::query::{Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, ReloadPolicy, Searcher, Term};

use super::records::Records;
use super::schema::Fields;
use super::{IndexError, Manifest};
use crate::corpus::{Document, Knowledge, Lane, Link, Passage, Source, Voice};
use crate::text::{Kind, Kinds, Marks, Span, TermId};

pub(super) const DOCUMENTS: &str = "documents.bin";
pub(super) const PASSAGES: &str = "passages.bin";
pub(super) const KNOWLEDGE: &str = "knowledge.json";
pub(super) const INVERTED: &str = "tantivy";

/// A document as a generation holds it.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    pub(super) fn new(document: &Document, first_passage: usize, passage_count: usize) -> Self {
        Self {
            source: document.source.clone(),
            text: document.text.clone(),
            hash: *blake3::hash(document.text.as_bytes()).as_bytes(),
            links: document.links.clone(),
            voices: document.voices.clone(),
            first_passage,
            passage_count,
        }
    }
}

/// A passage as a generation holds it: what is needed to rank it without cutting its text into words again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredPassage {
    /// The passage.
    pub passage: Passage,
    /// Its terms in order, stop words left out.
    pub terms: Vec<TermId>,
    /// The roots of those terms; 0 for a term too short to have one.
    pub roots: Vec<TermId>,
    /// What each of those terms may be the answer to.
    pub marks: Vec<Marks>,
    /// What kinds of thing each sentence holds that its single words do not show.
    pub kinds: Vec<Kinds>,
    /// The lane of each sentence, where one of them is somebody else's than the passage's; otherwise empty.
    pub voices: Vec<Lane>,
    /// For each sentence, how many of `terms` come before its end.
    pub sentence_ends: Vec<u32>,
    /// The terms that it is filed under.
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

/// An open generation. Its files never change; a question keeps the one that it began with.
pub struct Generation {
    manifest: Manifest,
    knowledge: Knowledge,
    documents: Records<StoredDocument>,
    passages: Records<StoredPassage>,
    document_numbers: HashMap<String, usize>,
    searcher: Searcher,
    ordinals: Option<Column<u64>>,
    fields: Fields,
}

impl Generation {
    /// Opens the generation in `dir` after holding each of its files against the manifest.
    ///
    /// # Errors
    /// The file that is missing or damaged, or the version that does not fit.
    pub fn open(dir: &Path) -> Result<Self, IndexError> {
        let manifest = Manifest::open(dir)?;
        let knowledge_file = dir.join(KNOWLEDGE);
        let knowledge = fs::read(&knowledge_file).map_err(IndexError::io(&knowledge_file))?;
        let knowledge = serde_json::from_slice(&knowledge).map_err(|error| IndexError::damaged(&knowledge_file, error.to_string()))?;
        let documents: Records<StoredDocument> = Records::open(&dir.join(DOCUMENTS))?;
        let passages: Records<StoredPassage> = Records::open(&dir.join(PASSAGES))?;
        let document_numbers =
            (0..documents.len()).map(|number| Ok((documents.get(number)?.source.id, number))).collect::<Result<_, IndexError>>()?;

        let index = Index::open_in_dir(dir.join(INVERTED))?;
        let (_, fields) = Fields::schema();
        let searcher = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?.searcher();
        let held = searcher.num_docs();
        if held != manifest.passages || passages.len() as u64 != manifest.passages {
            let what = format!("{held} passages are indexed and {} stored, the manifest says {}", passages.len(), manifest.passages);
            return Err(IndexError::Inconsistent(what));
        }
        let ordinals = match searcher.segment_readers() {
            [] => None,
            [segment] => Some(segment.fast_fields().u64("ordinal")?),
            many => return Err(IndexError::Inconsistent(format!("{} segments where one is expected", many.len()))),
        };
        Ok(Self { manifest, knowledge, documents, passages, document_numbers, searcher, ordinals, fields })
    }

    /// What the generation says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The curated knowledge.
    #[must_use]
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// The document of the source called `id`, if there is one.
    ///
    /// # Errors
    /// The disk's.
    pub fn document(&self, id: &str) -> Result<Option<StoredDocument>, IndexError> {
        self.document_numbers.get(id).map(|number| self.documents.get(*number)).transpose()
    }

    /// Every source, in the order of the corpus.
    ///
    /// # Errors
    /// The disk's.
    pub fn sources(&self) -> Result<Vec<Source>, IndexError> {
        (0..self.documents.len()).map(|number| Ok(self.documents.get(number)?.source)).collect()
    }

    /// Every document, in the order of the corpus, read one by one.
    ///
    /// # Errors
    /// The disk's, for each.
    pub fn documents(&self) -> impl Iterator<Item = Result<StoredDocument, IndexError>> {
        (0..self.documents.len()).map(|number| self.documents.get(number))
    }

    /// The id of every source, in no particular order.
    pub fn source_ids(&self) -> impl Iterator<Item = &str> {
        self.document_numbers.keys().map(String::as_str)
    }

    /// How many passages there are.
    #[must_use]
    pub fn passage_count(&self) -> usize {
        self.passages.len()
    }

    /// The passage with this number.
    ///
    /// # Errors
    /// The disk's, or that there is no such passage.
    pub fn passage(&self, ordinal: usize) -> Result<StoredPassage, IndexError> {
        self.passages.get(ordinal)
    }

    /// The passage of `document` that holds all of `span`, if one does.
    ///
    /// # Errors
    /// The disk's.
    pub fn passage_at(&self, document: &StoredDocument, span: Span) -> Result<Option<Passage>, IndexError> {
        Ok(self.numbered_passage_at(document, span)?.map(|(_, passage)| passage))
    }

    /// The same, with the passage's number.
    ///
    /// # Errors
    /// The disk's.
    pub fn numbered_passage_at(&self, document: &StoredDocument, span: Span) -> Result<Option<(usize, Passage)>, IndexError> {
        for ordinal in document.first_passage..document.first_passage + document.passage_count {
            let passage = self.passage(ordinal)?.passage;
            if passage.span.contains(&span) {
                return Ok(Some((ordinal, passage)));
            }
        }
        Ok(None)
    }

    /// The numbers of the passages that are called `reference` in short ([`passage_reference`](super::passage_reference)):
    /// one, or none when there is no such passage any more. The index holds the names, so that nothing is kept in memory.
    ///
    /// # Errors
    /// tantivy's.
    pub fn passages_called(&self, reference: u64) -> Result<Vec<usize>, IndexError> {
        let Some(ordinals) = &self.ordinals else { return Ok(Vec::new()) };
        let query = TermQuery::new(Term::from_field_u64(self.fields.reference, reference), IndexRecordOption::Basic);
        let found = self.searcher.search(&query, &DocSetCollector)?;
        let mut numbers: Vec<usize> =
            found.into_iter().filter_map(|address| usize::try_from(ordinals.first(address.doc_id)?).ok()).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// How many passages hold this stem, or have it in a question anticipated for them, whichever is more.
    ///
    /// # Errors
    /// tantivy's.
    pub fn document_frequency(&self, stem: &str) -> Result<u64, IndexError> {
        let of = |field| self.searcher.doc_freq(&Term::from_field_text(field, stem));
        Ok(of(self.fields.body)?.max(of(self.fields.asked)?))
    }

    /// Every word of the corpus that begins with `prefix`, folded but not stemmed, with the number of passages that hold it.
    ///
    /// # Errors
    /// The disk's.
    pub fn vocabulary(&self, prefix: &str) -> Result<Vec<(String, u64)>, IndexError> {
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.words)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream().map_err(tantivy::TantivyError::from)?;
            while stream.advance() {
                match std::str::from_utf8(stream.key()) {
                    Ok(word) if word.starts_with(prefix) => found.push((word.to_owned(), u64::from(stream.value().doc_freq))),
                    _ => break,
                }
            }
        }
        Ok(found)
    }

    /// How many passages a query finds.
    pub(crate) fn count(&self, query: &dyn Query) -> Result<u64, IndexError> {
        Ok(self.searcher.search(query, &Count)? as u64)
    }

    pub(crate) fn fields(&self) -> Fields {
        self.fields
    }

    /// The numbers of the `limit` passages that a query scores highest, best first, with tantivy's score.
    pub(crate) fn candidates(&self, query: &dyn Query, limit: usize) -> Result<Vec<(usize, f32)>, IndexError> {
        let Some(ordinals) = self.ordinals.as_ref().filter(|_| limit > 0) else { return Ok(Vec::new()) };
        let found = self.searcher.search(query, &TopDocs::with_limit(limit).order_by_score())?;
        Ok(found.into_iter().filter_map(|(score, address)| Some((usize::try_from(ordinals.first(address.doc_id)?).ok()?, score))).collect())
    }
}
