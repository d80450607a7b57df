//! Wires the rooms together: from a corpus folder and an index folder to something that answers.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::answer::Answerer;
use crate::corpus::{Corpus, CorpusError, fingerprint};
use crate::index::{Generation, Generations, IndexError};
use crate::words::{Words, terminal};

/// Where the corpus and its index are.
#[derive(Debug, Clone)]
pub struct Places {
    /// The folder of documents.
    pub corpus: PathBuf,
    /// The folder of generations.
    pub index: PathBuf,
}

/// The corpus folder when none is named.
pub const DEFAULT_CORPUS: &str = "corpus";
/// The index folder when none is named.
pub const DEFAULT_INDEX: &str = "index";

impl Places {
    /// The places named, or the usual ones. Another corpus than the usual one gets an index of its own below the usual
    /// index folder, so that neither has to be rebuilt for the other.
    #[must_use]
    pub fn new(corpus: Option<PathBuf>, index: Option<PathBuf>) -> Self {
        let index = index.unwrap_or_else(|| match &corpus {
            Some(dir) if dir != Path::new(DEFAULT_CORPUS) => Path::new(DEFAULT_INDEX).join(own_name(dir)),
            _ => PathBuf::from(DEFAULT_INDEX),
        });
        Self { corpus: corpus.unwrap_or_else(|| PathBuf::from(DEFAULT_CORPUS)), index }
    }
}

/// A name that tells one corpus folder from another: its own, and a few digits of its path's hash.
fn own_name(dir: &Path) -> String {
    let path = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    let name = path.file_name().map_or_else(|| "corpus".to_owned(), |name| name.to_string_lossy().into_owned());
    let hash = blake3::hash(path.to_string_lossy().as_bytes()).to_hex();
    let digits: String = hash.chars().take(8).collect();
    format!("{name}-{digits}")
}

/// Why nothing can be answered.
#[derive(Debug, Error)]
pub enum OpenError {
    /// There is no usable index, and the corpus it would be built from cannot be read.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// The index cannot be read or written.
    #[error(transparent)]
    Index(IndexError),
}

impl From<IndexError> for OpenError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Corpus(error) => Self::Corpus(error),
            error => Self::Index(error),
        }
    }
}

/// Opens the index, building it first when there is none, when none is usable, or when the corpus has changed since; after a
/// roll-back it stays as it is. `tell` is given a sentence about whatever was done beside opening.
///
/// # Errors
/// What is wrong with the corpus or the index.
pub fn open(places: &Places, tell: &mut dyn FnMut(&str)) -> Result<Answerer, OpenError> {
    let generations = Generations::at(&places.index);
    let opened = match generations.open() {
        Ok(opened) => opened,
        Err(error) => {
            match error {
                IndexError::None(_) => tell("There is no index yet: building it."),
                error => tell(&format!("{error}. Building a new one.")),
            }
            return Ok(Answerer::new(rebuild(places, &generations, None, tell)?));
        }
    };
    if let Some(reason) = opened.fell_back {
        tell(&format!("The newest index cannot be used: {reason}. `accord index` builds a new one."));
    }
    // Without the corpus folder the index still speaks: it holds the documents' text.
    let changed =
        places.corpus.is_dir() && fingerprint(&places.corpus).map_err(CorpusError::single)? != opened.generation.manifest().corpus;
    if !changed {
        return Ok(Answerer::new(opened.generation));
    }
    if opened.rolled_back_from.is_some() {
        tell(&terminal::reindex::stays_rolled_back(&opened.name));
        return Ok(Answerer::new(opened.generation));
    }
    tell("The corpus has changed since it was indexed: building the index anew.");
    match rebuild(places, &generations, Some(&opened.generation), tell) {
        Ok(generation) => Ok(Answerer::new(generation)),
        // A slip in a file must not silence what was sound before.
        Err(OpenError::Corpus(error)) => {
            tell(&format!("The corpus cannot be indexed as it stands now; answering from the index of before.\n{error}"));
            Ok(Answerer::new(opened.generation))
        }
        Err(error) => Err(error),
    }
}

/// Builds an index of the whole corpus, and opens it: what cannot be read is an error. For measuring, which must not leave
/// anything out.
///
/// # Errors
/// What is wrong with the corpus or the index.
pub fn open_whole(places: &Places) -> Result<Answerer, OpenError> {
    let corpus = Corpus::load(&places.corpus)?;
    let generations = Generations::at(&places.index);
    generations.publish(&corpus, &mut |_, _| {})?;
    Ok(Answerer::new(generations.open()?.generation))
}

fn rebuild(
    places: &Places,
    generations: &Generations,
    before: Option<&Generation>,
    tell: &mut dyn FnMut(&str),
) -> Result<Generation, OpenError> {
    match build(places, generations, before, tell) {
        Ok(()) => {}
        // Somebody else is at it: what they build will do, and if they are ended before they are done, it is our turn.
        Err(OpenError::Index(IndexError::Busy(_))) => {
            generations.wait()?;
            if let Ok(opened) = generations.open() {
                return Ok(opened.generation);
            }
            build(places, generations, before, tell)?;
        }
        Err(error) => return Err(error),
    }
    Ok(generations.open()?.generation)
}

/// Reads what can be read of the corpus and publishes a new generation of it. When something cannot be read and something
/// that was answered from is gone, that is likely to be the same thing, and nothing is published: nobody has asked for it.
fn build(places: &Places, generations: &Generations, before: Option<&Generation>, tell: &mut dyn FnMut(&str)) -> Result<(), OpenError> {
    let corpus = Corpus::load(&places.corpus)?;
    let writing = generations.write()?;
    let mut watch = |_| ControlFlow::Continue(());
    let draft = writing.draft(&corpus, before, None, &mut watch)?;
    let problems = draft.left_out().to_vec();
    if !problems.is_empty() && before.map_or(Ok(false), |before| is_missed(before, draft.generation()))? {
        return Err(CorpusError { problems }.into());
    }
    let manifest = writing.publish(draft, &mut watch)?.manifest;
    if !problems.is_empty() {
        tell(&terminal::reindex::left_out(&CorpusError { problems }));
    }
    tell(&Words::english().indexed(manifest.documents, manifest.passages));
    Ok(())
}

/// Whether a source that one generation has is not in the other.
fn is_missed(before: &Generation, after: &Generation) -> Result<bool, IndexError> {
    for id in before.source_ids() {
        let id = id?;
        // What stood beside a copy goes with it, and nothing is lost by that: the source is still there.
        if after.entry(&id)?.is_none() && before.document(&id)?.is_some_and(|document| document.source.beside.is_none()) {
            return Ok(true);
        }
    }
    Ok(false)
}
