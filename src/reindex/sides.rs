//! The two sides of a comparison: a generation, a corpus that is to be indexed, or nothing at all.

use std::collections::HashMap;
use std::ops::Range;

use crate::corpus::{Corpus, Document, Knowledge, Link, Passage, Source, Voice};
use crate::index::{AskedQuestion, Generation, IndexError, snapshot};

/// A document with its passages, as either side has it.
pub(super) struct SideDocument {
    pub(super) source: Source,
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    pub(super) voices: Vec<Voice>,
    /// In order, each with the questions anticipated for it.
    pub(super) passages: Vec<(Passage, Vec<AskedQuestion>)>,
}

/// What the corpus says of itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct About {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) questions: Vec<String>,
    pub(super) documents: u64,
}

/// One side of a comparison.
pub(super) trait Side {
    /// The id of every source, in the order of the corpus where it is known.
    fn ids(&self) -> Result<Vec<String>, IndexError>;
    /// The document of a source.
    fn document(&self, id: &str) -> Result<Option<SideDocument>, IndexError>;
    fn knowledge(&self) -> &Knowledge;
    fn snapshot(&self) -> &str;
    fn about(&self) -> Option<About>;
}

impl Side for Generation {
    fn ids(&self) -> Result<Vec<String>, IndexError> {
        Ok(self.sources()?.into_iter().map(|source| source.id).collect())
    }

    fn document(&self, id: &str) -> Result<Option<SideDocument>, IndexError> {
        let Some(stored) = self.document(id)? else { return Ok(None) };
        let numbers = stored.first_passage..stored.first_passage + stored.passage_count;
        let passage = |number| self.passage(number).map(|stored| (stored.passage, stored.asked));
        Ok(Some(SideDocument {
            source: stored.source,
            text: stored.text,
            links: stored.links,
            voices: stored.voices,
            passages: numbers.map(passage).collect::<Result<_, _>>()?,
        }))
    }

    fn knowledge(&self) -> &Knowledge {
        self.knowledge()
    }

    fn snapshot(&self) -> &str {
        &self.manifest().snapshot
    }

    fn about(&self) -> Option<About> {
        let manifest = self.manifest();
        Some(About {
            title: manifest.title.clone(),
            about: manifest.about.clone(),
            questions: manifest.questions.clone(),
            documents: manifest.documents,
        })
    }
}

/// A corpus as an index of it would be.
pub(super) struct Proposed<'c> {
    corpus: &'c Corpus,
    passages: Vec<Passage>,
    documents: HashMap<&'c str, (&'c Document, Range<usize>)>,
    snapshot: String,
}

impl<'c> Proposed<'c> {
    pub(super) fn new(corpus: &'c Corpus) -> Result<Self, IndexError> {
        let passages = corpus.passages();
        let mut documents = HashMap::new();
        let mut first = 0;
        for document in &corpus.documents {
            let id = document.source.id.as_str();
            let count = passages.iter().skip(first).take_while(|passage| passage.source == id).count();
            documents.insert(id, (document, first..first + count));
            first += count;
        }
        let snapshot = snapshot(corpus, &passages)?;
        Ok(Self { corpus, passages, documents, snapshot })
    }

    /// How many passages there would be.
    pub(super) fn passage_count(&self) -> usize {
        self.passages.len()
    }
}

impl Side for Proposed<'_> {
    fn ids(&self) -> Result<Vec<String>, IndexError> {
        Ok(self.corpus.documents.iter().map(|document| document.source.id.clone()).collect())
    }

    fn document(&self, id: &str) -> Result<Option<SideDocument>, IndexError> {
        let Some((document, numbers)) = self.documents.get(id) else { return Ok(None) };
        let asked = |passage| self.corpus.anticipated_for(passage).map(|question| AskedQuestion::new(&question)).collect();
        let passages = self.passages.get(numbers.clone()).unwrap_or_default();
        Ok(Some(SideDocument {
            source: document.source.clone(),
            text: document.text.clone(),
            links: document.links.clone(),
            voices: document.voices.clone(),
            passages: passages.iter().map(|passage| (passage.clone(), asked(passage))).collect(),
        }))
    }

    fn knowledge(&self) -> &Knowledge {
        &self.corpus.knowledge
    }

    fn snapshot(&self) -> &str {
        &self.snapshot
    }

    fn about(&self) -> Option<About> {
        Some(About {
            title: self.corpus.title.clone(),
            about: self.corpus.about.clone(),
            questions: self.corpus.questions.clone(),
            documents: self.corpus.documents.len() as u64,
        })
    }
}

/// What there is before the first index.
#[derive(Default)]
pub(super) struct Nothing(Knowledge);

impl Side for Nothing {
    fn ids(&self) -> Result<Vec<String>, IndexError> {
        Ok(Vec::new())
    }

    fn document(&self, _: &str) -> Result<Option<SideDocument>, IndexError> {
        Ok(None)
    }

    fn knowledge(&self) -> &Knowledge {
        &self.0
    }

    fn snapshot(&self) -> &'static str {
        ""
    }

    fn about(&self) -> Option<About> {
        None
    }
}
