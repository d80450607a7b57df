//! One generation of the index, verified and open for questions.

use std::fs;
use std::path::{Path, PathBuf};

use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::columnar::Column;
use tantivy::query::{Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Index, ReloadPolicy, Searcher, Term};

use super::records::Records;
use super::schema::Fields;
use super::stored::{Body, Entry};
use super::table::{Table, key};
use super::{IndexError, Manifest, StoredDocument, StoredPassage};
use crate::corpus::{Knowledge, Passage, Print, Source};
use crate::text::Span;

pub(super) const SOURCES: &str = "sources.bin";
pub(super) const IDS: &str = "ids.bin";
pub(super) const PRINTS: &str = "prints.bin";
pub(super) const DOCUMENTS: &str = "documents.bin";
pub(super) const PASSAGES: &str = "passages.bin";
pub(super) const KNOWLEDGE: &str = "knowledge.json";
pub(super) const INVERTED: &str = "tantivy";

/// An open generation. Its files never change; a question keeps the one that it began with.
pub struct Generation {
    dir: PathBuf,
    manifest: Manifest,
    knowledge: Knowledge,
    sources: Records<Entry>,
    ids: Table,
    documents: Records<Body>,
    passages: Records<StoredPassage>,
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
        let sources = Records::open(&dir.join(SOURCES))?;
        let ids = Table::open(&dir.join(IDS))?;
        let documents: Records<Body> = Records::open(&dir.join(DOCUMENTS))?;
        let passages: Records<StoredPassage> = Records::open(&dir.join(PASSAGES))?;

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
        Ok(Self { dir: dir.to_owned(), manifest, knowledge, sources, ids, documents, passages, searcher, ordinals, fields })
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
        let Some((number, entry)) = self.found(id)? else { return Ok(None) };
        Ok(Some(StoredDocument::new(entry, self.documents.get(number)?)))
    }

    /// Every source, in the order of the corpus.
    ///
    /// # Errors
    /// The disk's.
    pub fn sources(&self) -> Result<Vec<Source>, IndexError> {
        self.entries().map(|entry| Ok(entry?.source)).collect()
    }

    /// The id of every source, in the order of the corpus, read one by one.
    ///
    /// # Errors
    /// The disk's, for each.
    pub fn source_ids(&self) -> impl Iterator<Item = Result<String, IndexError>> {
        self.entries().map(|entry| Ok(entry?.source.id))
    }

    /// Every document, in the order of the corpus, read one by one.
    ///
    /// # Errors
    /// The disk's, for each.
    pub fn documents(&self) -> impl Iterator<Item = Result<StoredDocument, IndexError>> {
        self.sources.iter().zip(self.documents.iter()).map(|(entry, body)| Ok(StoredDocument::new(entry?, body?)))
    }

    /// The entry of every document, in the order of the corpus, read one by one.
    ///
    /// # Errors
    /// The disk's, for each.
    pub fn entries(&self) -> impl Iterator<Item = Result<Entry, IndexError>> {
        self.sources.iter()
    }

    /// The entry of the document of the source called `id`, if there is one.
    ///
    /// # Errors
    /// The disk's.
    pub fn entry(&self, id: &str) -> Result<Option<Entry>, IndexError> {
        Ok(self.found(id)?.map(|(_, entry)| entry))
    }

    /// The number and the entry of the source called `id`.
    fn found(&self, id: &str) -> Result<Option<(usize, Entry)>, IndexError> {
        for number in self.ids.numbers(key(blake3::hash(id.as_bytes()).as_bytes())) {
            let entry = self.sources.get(number)?;
            if entry.source.id == id {
                return Ok(Some((number, entry)));
            }
        }
        Ok(None)
    }

    /// The entry and the text of the document with this number.
    pub(super) fn numbered(&self, number: usize) -> Result<(Entry, Body), IndexError> {
        Ok((self.sources.get(number)?, self.documents.get(number)?))
    }

    /// The documents by what they were read from, for a build that takes over what is as it was.
    pub(super) fn prints(&self) -> Result<Prints<'_>, IndexError> {
        Ok(Prints { generation: self, table: Table::open(&self.dir.join(PRINTS))? })
    }

    /// How many documents there are.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.sources.len()
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
        // Passages stand in order and none overlaps another: it is the last one that begins no later, or none.
        let (mut from, mut to) = (document.first_passage, document.first_passage + document.passage_count);
        let mut found = None;
        while from < to {
            let middle = from.midpoint(to);
            let passage = self.passage(middle)?.passage;
            if passage.span.start <= span.start {
                found = Some((middle, passage));
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        Ok(found.filter(|(_, passage)| passage.span.contains(&span)))
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

    /// How many passages hold this word as it is written, folded but not stemmed, or have it in a question anticipated for them.
    ///
    /// # Errors
    /// tantivy's.
    pub fn word_frequency(&self, word: &str) -> Result<u64, IndexError> {
        Ok(self.searcher.doc_freq(&Term::from_field_text(self.fields.words, word))?)
    }

    /// Shows `look` every word of the corpus that begins with `prefix`, folded but not stemmed, with the number of passages that
    /// hold it.
    ///
    /// # Errors
    /// The disk's.
    pub fn vocabulary(&self, prefix: &str, look: &mut dyn FnMut(&str, u64)) -> Result<(), IndexError> {
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.words)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream().map_err(tantivy::TantivyError::from)?;
            while stream.advance() {
                match std::str::from_utf8(stream.key()) {
                    Ok(word) if word.starts_with(prefix) => look(word, u64::from(stream.value().doc_freq)),
                    _ => break,
                }
            }
        }
        Ok(())
    }

    /// The terms of a field that begin with `prefix`, in their order; at most `limit`.
    pub(super) fn keys(&self, field: Field, prefix: &str, limit: usize) -> Result<Vec<String>, IndexError> {
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            let mut stream = inverted.terms().range().ge(prefix).into_stream().map_err(tantivy::TantivyError::from)?;
            while found.len() < limit && stream.advance() {
                match std::str::from_utf8(stream.key()) {
                    Ok(key) if key.starts_with(prefix) => found.push(key.to_owned()),
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

/// The documents of a generation by what they were read from.
pub(super) struct Prints<'g> {
    generation: &'g Generation,
    table: Table,
}

impl Prints<'_> {
    /// The number and the id of the document that was read from this. What cannot be looked up now is not known.
    pub(super) fn find(&self, print: &Print) -> Option<(usize, String)> {
        let entry = |number: usize| Some((number, self.generation.sources.get(number).ok()?));
        let mut entries = self.table.numbers(key(print)).filter_map(entry);
        entries.find(|(_, entry)| entry.print.as_ref() == Some(print)).map(|(number, entry)| (number, entry.source.id))
    }
}
