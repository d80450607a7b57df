//! The fields of the inverted index. tantivy never sees text: it is handed our own terms, so that passages, questions
//! and the ranking that follows all mean the same thing by a word.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};

use super::StoredPassage;
use crate::text::{Term, terms};

/// Changes whenever the same text would be cut into other terms, sentences or passages: an index of another version
/// is built anew.
pub(super) const ANALYZER_VERSION: u32 = 3;

/// The fields of the inverted index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// The passage's number in the passage file.
    pub(super) ordinal: Field,
    /// The passage's own terms, with their positions among the terms that are not stop words.
    pub(crate) body: Field,
    /// The terms of the questions anticipated for the passage.
    pub(crate) asked: Field,
    /// The words of the passage and of its anticipated questions as people would type them: a dictionary for typing errors.
    pub(super) words: Field,
    /// The terms of the document's title, the headings above the passage and its topics.
    pub(crate) title: Field,
    /// The id of the passage's source, as it is.
    pub(crate) source: Field,
    /// The name of every lane that a sentence of the passage is said in.
    pub(crate) lane: Field,
    /// What the passage is called in short: see [`passage_reference`].
    pub(super) reference: Field,
    /// The numbers of the provisions that begin in the passage.
    pub(super) provision: Field,
    /// The terms of those provisions' headings.
    pub(super) heading: Field,
}

/// How many bits of the hash of a passage's id call it in short. Of a million passages hardly two are called the same.
pub const REFERENCE_BITS: u32 = 48;

/// What the passage with this id is called in short: the first [`REFERENCE_BITS`] bits of its id's BLAKE3.
#[must_use]
pub fn passage_reference(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    hash.as_bytes().iter().take(REFERENCE_BITS as usize / 8).fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

impl Fields {
    /// The schema, and its fields.
    pub(super) fn schema() -> (Schema, Self) {
        let text = |record| TextOptions::default().set_indexing_options(TextFieldIndexing::default().set_index_option(record));
        let mut schema = Schema::builder();
        let fields = Self {
            ordinal: schema.add_u64_field("ordinal", FAST),
            body: schema.add_text_field("body", text(IndexRecordOption::WithFreqsAndPositions)),
            asked: schema.add_text_field("asked", text(IndexRecordOption::Basic)),
            words: schema.add_text_field("words", text(IndexRecordOption::Basic)),
            title: schema.add_text_field("title", text(IndexRecordOption::WithFreqs)),
            source: schema.add_text_field("source", STRING),
            lane: schema.add_text_field("lane", STRING),
            reference: schema.add_u64_field("reference", INDEXED),
            provision: schema.add_text_field("provision", STRING),
            heading: schema.add_text_field("heading", text(IndexRecordOption::Basic)),
        };
        (schema.build(), fields)
    }

    /// A passage as tantivy takes it: what is known of `stored`, and the terms that find it.
    pub(super) fn document(self, ordinal: u64, stored: &StoredPassage, body: &[Term], title: &[Term], asked: &[Term]) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.source, &stored.passage.source);
        for lane in stored.lanes() {
            document.add_text(self.lane, lane.name());
        }
        document.add_u64(self.reference, passage_reference(&stored.passage.id));
        for provision in &stored.passage.provisions {
            document.add_text(self.provision, &provision.number);
            let heading: Vec<Term> = terms(&provision.heading).into_iter().filter(|term| !term.stop).collect();
            document.add_pre_tokenized_text(self.heading, pre_tokenized(&heading, |term| &term.stem));
        }
        document.add_u64(self.ordinal, ordinal);
        document.add_pre_tokenized_text(self.body, pre_tokenized(body, |term| &term.stem));
        document.add_pre_tokenized_text(self.asked, pre_tokenized(asked, |term| &term.stem));
        for known in [body, asked] {
            document.add_pre_tokenized_text(self.words, pre_tokenized(known, |term| &term.word));
        }
        document.add_pre_tokenized_text(self.title, pre_tokenized(title, |term| &term.stem));
        document
    }
}

/// Terms as tantivy takes them. Positions count only the terms that are kept, so that "theft of property" holds the
/// neighbours "theft" and "property".
fn pre_tokenized(terms: &[Term], form: fn(&Term) -> &String) -> PreTokenizedString {
    let tokens = terms
        .iter()
        .enumerate()
        .map(|(position, term)| Token {
            offset_from: term.span.start,
            offset_to: term.span.end,
            position,
            text: form(term).clone(),
            position_length: 1,
        })
        .collect();
    PreTokenizedString { text: String::new(), tokens }
}
