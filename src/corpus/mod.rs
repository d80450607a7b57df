//! Files become documents, documents become passages with provenance, and the curated knowledge is checked against both.

mod curated;
mod document;
mod fetched;
mod fingerprint;
mod folder;
mod knowledge;
mod passage;
mod problem;
mod readers;
mod source;

use std::path::Path;

use crate::text::{Span, terms};

pub use document::{Block, BlockKind, Document, Link, Voice};
pub use fetched::{Added, Drift, FETCHED, Now, Origin, Provenance, Shelf};
pub use fingerprint::{Fingerprint, fingerprint};
pub use folder::about as about_a_folder;
pub use knowledge::{Anchor, Anticipated, Clause, ClauseDate, Critique, Duty, Glossary, Knowledge, Lexicon, LexiconTerm, Party};
pub use passage::Passage;
use passage::passages;
pub use problem::{CorpusError, Problem};
pub use readers::{Format, READERS, Readable, Unreadable, read};
pub use source::{Lane, Source, Status};

/// The file that makes a folder a curated corpus.
pub const CORPUS_FILE: &str = "corpus.toml";

/// Everything that a corpus folder holds, read and checked.
#[derive(Debug)]
pub struct Corpus {
    /// What the corpus is called.
    pub title: String,
    /// What it holds, in a sentence or two.
    pub about: String,
    /// Example questions for help texts.
    pub questions: Vec<String>,
    /// The documents, each with the source it stands for, in the order of the corpus file or of their paths.
    pub documents: Vec<Document>,
    /// Clauses, parties and critiques; empty for a plain folder.
    pub knowledge: Knowledge,
    /// Questions that people may ask; none for a plain folder.
    pub anticipated: Vec<Anticipated>,
    /// Hash of every file that was read.
    pub fingerprint: Fingerprint,
}

/// A question that was anticipated for a passage.
#[derive(Debug, Clone, Copy)]
pub struct AnticipatedQuestion<'c> {
    /// The question, as people put it.
    pub text: &'c str,
    /// Whether the corpus answers it.
    pub answered: bool,
    /// The sentence of the passage that answers it or comes closest, counted from 0.
    pub sentence: usize,
}

impl Corpus {
    /// Reads the corpus in `dir`: a curated one when it has a `corpus.toml`, else every document in the folder.
    ///
    /// # Errors
    /// All that is wrong with the corpus, each problem with its file, its line and the next step.
    pub fn load(dir: &Path) -> Result<Self, CorpusError> {
        let (corpus, problems) = Self::load_readable(dir)?;
        if problems.is_empty() { Ok(corpus) } else { Err(CorpusError { problems }) }
    }

    /// Reads what can be read of the corpus in `dir`: the files and records of a plain folder that cannot be read are left
    /// out and named. A curated corpus is read whole or not at all, since its files refer to each other.
    ///
    /// # Errors
    /// All that is wrong with a curated corpus; for a plain folder, that nothing of it can be read.
    pub fn load_readable(dir: &Path) -> Result<(Self, Vec<Problem>), CorpusError> {
        if !dir.is_dir() {
            return Err(CorpusError::single(
                Problem::new(dir, "there is no such folder").hint("name the folder that holds the documents with --corpus DIR"),
            ));
        }
        let fingerprint = fingerprint(dir).map_err(CorpusError::single)?;
        if dir.join(CORPUS_FILE).is_file() { Ok((curated::load(dir, fingerprint)?, Vec::new())) } else { folder::load(dir, fingerprint) }
    }

    /// Every passage of every document, in order. A clause that another source quotes word for word is not a passage
    /// of its own: what is found and quoted is the agreement itself.
    #[must_use]
    pub fn passages(&self) -> Vec<Passage> {
        let mut found: Vec<Passage> = self.documents.iter().flat_map(passages).collect();
        found.retain(|passage| !self.repeats_a_clause(passage));
        for passage in &mut found {
            if let Some(clause) = passage.clause.and_then(|number| self.knowledge.clause(number)) {
                passage.headings.push(clause.heading.clone());
                passage.topics.clone_from(&clause.topics);
            }
        }
        found
    }

    /// The questions anticipated for a passage.
    pub fn anticipated_for<'c>(&'c self, passage: &'c Passage) -> impl Iterator<Item = AnticipatedQuestion<'c>> {
        let here = self.anticipated.iter().filter(|asked| asked.anchor.source == passage.source);
        here.flat_map(|asked| {
            let sentence = passage.sentences.iter().position(|sentence| sentence.overlaps(&asked.anchor.span));
            let answered = asked.answered;
            asked.asked.iter().filter_map(move |text| Some(AnticipatedQuestion { text, answered, sentence: sentence? }))
        })
    }

    fn repeats_a_clause(&self, passage: &Passage) -> bool {
        let Some(clause) = passage.clause.and_then(|number| self.knowledge.clause(number)) else { return false };
        let words = |source: &str, span: &Span| -> Vec<String> {
            let text = self.document(source).and_then(|document| span.of(&document.text)).unwrap_or_default();
            terms(text).into_iter().map(|term| term.stem).collect()
        };
        passage.source != clause.anchor.source && words(&passage.source, &passage.span) == words(&clause.anchor.source, &clause.anchor.span)
    }

    /// The document of the source called `id`.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.source.id == id)
    }
}
