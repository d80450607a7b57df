//! Files become documents, documents become passages with provenance, and the curated knowledge is checked against both.

mod copies;
mod curated;
mod document;
mod fetched;
mod fingerprint;
mod folder;
mod knowledge;
mod passage;
mod problem;
mod provisions;
mod readers;
mod source;
mod supply;

use std::path::{Path, PathBuf};

use crate::text::{Span, terms};

use copies::on_the_shelf;
pub use curated::{Linked, linked};
pub use document::{Block, BlockKind, Document, Link, Voice};
pub use fetched::{Added, Copied, Drift, FETCHED, Now, Origin, Provenance, Shelf, charset};
pub use fingerprint::{Fingerprint, Print, fingerprint};
use fingerprint::{Listing, corpus_files, fingerprint_of, hashed, shelved};
pub use folder::about as about_a_folder;
use folder::{Folder, FolderReader};
pub use knowledge::{Anchor, Anticipated, Clause, ClauseDate, Critique, Duty, Glossary, Knowledge, Lexicon, LexiconTerm, Party};
pub use passage::Passage;
use passage::passages;
pub use problem::{CorpusError, Problem};
pub use provisions::Provision;
pub use readers::{Format, READERS, Readable, Unreadable, answer_with_pages, read, read_pdfs_with};
pub use source::{Lane, Source, Status};
pub use supply::{Documents, Known, Supplied, Supply};

/// The file that makes a folder a curated corpus.
pub const CORPUS_FILE: &str = "corpus.toml";

/// What a corpus folder holds. A curated corpus is small, is read whole and checked; of a plain folder only the list of its
/// files is held, and its documents are read one at a time.
#[derive(Debug)]
pub struct Corpus {
    /// What the corpus is called.
    pub title: String,
    /// What it holds, in a sentence or two; none for a plain folder, of which [`about_a_folder`] is said.
    pub about: Option<String>,
    /// Example questions for help texts.
    pub questions: Vec<String>,
    /// Clauses, parties and critiques; empty for a plain folder.
    pub knowledge: Knowledge,
    /// Questions that people may ask; none for a plain folder.
    pub anticipated: Vec<Anticipated>,
    /// Hash of every file.
    pub fingerprint: Fingerprint,
    dir: PathBuf,
    store: Store,
}

/// Where the documents of a corpus are.
#[derive(Debug)]
enum Store {
    /// Each with the source it stands for, in the order of the corpus file; and the copies of sources that cannot be used.
    Held { documents: Vec<Document>, left_out: Vec<Problem> },
    /// In files, in the order of their paths.
    Folder(Folder),
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
    /// Reads and checks the corpus in `dir` when it is a curated one, with a `corpus.toml`; else looks through the folder.
    ///
    /// # Errors
    /// All that is wrong with a curated corpus, which is read whole or not at all, since its files refer to each other: each
    /// problem with its file, its line and the next step. For a plain folder, that there is none.
    pub fn load(dir: &Path) -> Result<Self, CorpusError> {
        if !dir.is_dir() {
            return Err(CorpusError::single(
                Problem::new(dir, "there is no such folder").hint("name the folder that holds the documents with --corpus DIR"),
            ));
        }
        let Listing { files, mut unread } = corpus_files(dir).map_err(CorpusError::single)?;
        let (files, shelved) = (hashed(files), hashed(shelved(dir).map_err(CorpusError::single)?));
        let fingerprint = fingerprint_of(dir, &files, &shelved, &unread);
        if dir.join(CORPUS_FILE).is_file() {
            return curated::load(dir, fingerprint);
        }
        let copies = on_the_shelf(dir, &mut unread).into_iter().map(|copy| {
            let hash = shelved.iter().find(|file| file.path == copy.bytes).and_then(|file| file.hash);
            (copy, hash)
        });
        let folder = Folder { dir: dir.to_owned(), files, copies: copies.collect(), unread };
        Ok(Self {
            title: folder.title(),
            about: None,
            questions: Vec::new(),
            knowledge: Knowledge::default(),
            anticipated: Vec::new(),
            fingerprint,
            dir: dir.to_owned(),
            store: Store::Folder(folder),
        })
    }

    /// The documents one after another, each read when it is asked for, and between them the files and records of a plain
    /// folder, and the copies of sources, that cannot be read. What is `known` is not read again.
    #[must_use]
    pub fn documents<'c>(&'c self, known: Known<'c>) -> Documents<'c> {
        match &self.store {
            Store::Held { documents, left_out } => Documents::held(documents, left_out),
            Store::Folder(folder) => Documents::of_folder(FolderReader::new(folder, known)),
        }
    }

    /// The folder that it was read from.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.dir
    }

    /// How many bytes there are to read, for telling how far it has come.
    #[must_use]
    pub fn size(&self) -> u64 {
        match &self.store {
            Store::Held { documents, .. } => documents.iter().map(|document| document.text.len() as u64).sum(),
            Store::Folder(folder) => folder.size(),
        }
    }

    /// Reads everything, and counts the sources and their passages. What stands beside a source is not another one.
    ///
    /// # Errors
    /// All that cannot be read.
    pub fn count(&self) -> Result<(usize, usize), CorpusError> {
        let (mut sources, mut passages, mut problems) = (0, 0, Vec::new());
        for supply in self.documents(&|_| None) {
            match supply {
                Ok(Supply { supplied: Supplied::Read(document), .. }) => {
                    sources += usize::from(document.source.beside.is_none());
                    passages += self.passages(&document).len();
                }
                Ok(_) => {}
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok((sources, passages)) } else { Err(CorpusError { problems }) }
    }

    /// The passages of one of its documents, in order. A clause that another source quotes word for word is not a passage
    /// of its own: what is found and quoted is the agreement itself.
    #[must_use]
    pub fn passages(&self, document: &Document) -> Vec<Passage> {
        let mut found = passages(document);
        found.retain(|passage| !self.repeats_a_clause(document, passage));
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

    fn repeats_a_clause(&self, document: &Document, passage: &Passage) -> bool {
        let Some(clause) = passage.clause.and_then(|number| self.knowledge.clause(number)) else { return false };
        let Store::Held { documents, .. } = &self.store else { return false };
        let Some(agreement) = documents.iter().find(|document| document.source.id == clause.anchor.source) else { return false };
        let words = |document: &Document, span: &Span| -> Vec<String> {
            terms(span.of(&document.text).unwrap_or_default()).into_iter().map(|term| term.stem).collect()
        };
        passage.source != clause.anchor.source && words(document, &passage.span) == words(agreement, &clause.anchor.span)
    }
}
