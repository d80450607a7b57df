//! What can be wrong with the store, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why the store cannot be used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder cannot be made, or the file in it cannot.
    #[error("{path} cannot be made: {source}. Look at the permissions there, or name another folder with ACCORD_DATA.")]
    Unmade {
        /// The folder or the file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not what it was when it was written.
    #[error(
        "{file} is damaged: {why}. Put a backup in its place; or move it away, and the files beside it whose names begin with \
         its name: accord then begins an empty one, without the servers' settings, receipts and feedback."
    )]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        why: String,
    },
    /// A later accord has changed the tables.
    #[error(
        "{file} was written by a newer accord: its tables are of version {found}, and this accord knows them up to {known}. \
         Start the newer accord again, or put back the backup from before the update."
    )]
    Newer {
        /// The file.
        file: PathBuf,
        /// The version in the file.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The file is a database, but not ours.
    #[error("{file} is the database of another program. Name another folder with ACCORD_DATA.")]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// SQLite cannot do what was asked.
    #[error("{file} cannot be read or written: {source}. Look at the free space and at the permissions of its folder.")]
    Sqlite {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// What SQLite says of this file, told apart: damage needs another step than a full disk.
    pub(super) fn of(file: &Path, source: rusqlite::Error) -> Self {
        let file = file.to_owned();
        let damaged = match &source {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => true,
            other => matches!(other.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)),
        };
        if damaged { Self::Damaged { file, why: source.to_string() } } else { Self::Sqlite { file, source } }
    }
}
