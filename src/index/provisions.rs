//! Numbered provisions as the index finds them: by number, by heading, by the beginning of a number.

use tantivy::Term;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::{Generation, IndexError, StoredDocument};
use crate::corpus::Provision;

/// A provision and where it stands.
#[derive(Debug, Clone)]
pub struct StoredProvision {
    /// The id of its source.
    pub source: String,
    /// The provision.
    pub provision: Provision,
}

impl Generation {
    /// Whether any document has numbered provisions.
    ///
    /// # Errors
    /// The disk's.
    pub fn has_provisions(&self) -> Result<bool, IndexError> {
        Ok(!self.provision_numbers("", 1)?.is_empty())
    }

    /// Provisions with this number, in the source with this id or in any; those of documents first whose titles and headings
    /// hold the most of `named`, a list of stems. At most `limit`.
    ///
    /// # Errors
    /// The index's.
    pub fn provisions_numbered(
        &self,
        number: &str,
        source: Option<&str>,
        named: &[String],
        limit: usize,
    ) -> Result<Vec<StoredProvision>, IndexError> {
        let fields = self.fields();
        let mut parts = vec![(Occur::Must, term(fields.provision, number))];
        parts.extend(source.map(|source| (Occur::Must, term(fields.source, source))));
        parts.extend(named.iter().map(|stem| (Occur::Should, term(fields.title, stem))));
        let mut found = self.provisions_found(&BooleanQuery::new(parts), limit)?;
        found.retain(|found| found.provision.number == number);
        Ok(found)
    }

    /// Provisions whose heading holds all of `stems`, in the source with this id or in any. At most those of `limit` passages.
    ///
    /// # Errors
    /// The index's.
    pub fn provisions_headed(&self, stems: &[String], source: Option<&str>, limit: usize) -> Result<Vec<StoredProvision>, IndexError> {
        if stems.is_empty() {
            return Ok(Vec::new());
        }
        let fields = self.fields();
        let mut parts: Vec<(Occur, Box<dyn Query>)> = stems.iter().map(|stem| (Occur::Must, term(fields.heading, stem))).collect();
        parts.extend(source.map(|source| (Occur::Must, term(fields.source, source))));
        self.provisions_found(&BooleanQuery::new(parts), limit)
    }

    /// The numbers of provisions that begin with `prefix`, in the order of their letters; at most `limit`.
    ///
    /// # Errors
    /// The disk's.
    pub fn provision_numbers(&self, prefix: &str, limit: usize) -> Result<Vec<String>, IndexError> {
        self.keys(self.fields().provision, prefix, limit)
    }

    /// The stems in the headings of provisions that begin with `prefix`; at most `limit`.
    ///
    /// # Errors
    /// The disk's.
    pub fn provision_words(&self, prefix: &str, limit: usize) -> Result<Vec<String>, IndexError> {
        self.keys(self.fields().heading, prefix, limit)
    }

    /// The provisions of a document, in order.
    ///
    /// # Errors
    /// The disk's.
    pub fn provisions_of(&self, document: &StoredDocument) -> Result<Vec<Provision>, IndexError> {
        let mut found = Vec::new();
        for ordinal in document.first_passage..document.first_passage + document.passage_count {
            found.extend(self.passage(ordinal)?.passage.provisions);
        }
        Ok(found)
    }

    /// The provisions that begin in the passages that a query finds.
    fn provisions_found(&self, query: &dyn Query, limit: usize) -> Result<Vec<StoredProvision>, IndexError> {
        let mut found = Vec::new();
        for (ordinal, _) in self.candidates(query, limit)? {
            let passage = self.passage(ordinal)?.passage;
            let source = passage.source;
            found.extend(passage.provisions.into_iter().map(|provision| StoredProvision { source: source.clone(), provision }));
        }
        Ok(found)
    }
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}
