//! What can go wrong with an index, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::corpus::CorpusError;

/// An index that cannot be read, written or trusted.
#[derive(Debug, Error)]
pub enum IndexError {
    /// There is no generation at all.
    #[error("there is no index in {0}: build one with `accord index`")]
    None(PathBuf),
    /// There are generations, and none can be used.
    #[error("no generation in {root} can be used ({reasons}): build a new one with `accord index`")]
    NoneUsable {
        /// The index folder.
        root: PathBuf,
        /// What is wrong with each.
        reasons: String,
    },
    /// A generation's file is missing or its bytes have changed.
    #[error("{file} is damaged: {what}")]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What was found.
        what: String,
    },
    /// The generation was written by another version.
    #[error("{file} was written for {found}, this version of accord reads {expected}")]
    OtherVersion {
        /// The manifest.
        file: PathBuf,
        /// The versions that it names.
        found: String,
        /// The versions that this build reads.
        expected: String,
    },
    /// Another process is building.
    #[error("another accord is building an index in {0}: wait for it to end")]
    Busy(PathBuf),
    /// Nothing of the corpus can be read.
    #[error(transparent)]
    Corpus(CorpusError),
    /// It was told to stop before it was done.
    #[error("the build was stopped: the index is as it was before")]
    Cancelled,
    /// There is nothing to roll back to.
    #[error("there is no sound generation before {current}{reasons}: `accord index --list` shows what is there")]
    NoneBefore {
        /// The current generation.
        current: String,
        /// What is wrong with those that are there, in brackets; empty when there is none.
        reasons: String,
    },
    /// The disk said no.
    #[error("{file}: {error}")]
    Io {
        /// The file or folder.
        file: PathBuf,
        /// What the disk said.
        error: io::Error,
    },
    /// tantivy said no.
    #[error("the inverted index cannot be used: {0}")]
    Tantivy(#[from] tantivy::TantivyError),
    /// Something that cannot happen with a verified generation did.
    #[error("the index contradicts itself: {0}")]
    Inconsistent(String),
}

impl IndexError {
    /// For `map_err`: an I/O error with the file that it is about.
    pub(super) fn io(file: &Path) -> impl FnOnce(io::Error) -> Self {
        let file = file.to_owned();
        move |error| Self::Io { file, error }
    }

    pub(super) fn damaged(file: &Path, what: impl Into<String>) -> Self {
        Self::Damaged { file: file.to_owned(), what: what.into() }
    }
}
