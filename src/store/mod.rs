//! What the bot remembers between two starts: servers' settings, feedback, receipts and what admins did, in one SQLite file.
//!
//! All of it is synchronous; the bot calls it on a thread where waiting blocks nobody. Times are Unix seconds and come from
//! the caller. Ids are Discord's, and any `u64` is kept as it is.

mod audit;
mod error;
mod feedback;
mod migrations;
mod notes;
mod privacy;
mod receipts;
mod retention;
mod settings;

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::types::Type;
use rusqlite::{Connection, Row};

pub use audit::Audit;
pub use error::StoreError;
pub use feedback::{Feedback, FeedbackSummary, Verdict, WrongPassage};
pub use notes::Note;
pub use privacy::{Forgotten, ForgottenGuild, UserData};
pub use receipts::Receipt;
pub use retention::{AUDIT_DAYS, FEEDBACK_DAYS, RECEIPT_DAYS, Swept};
pub use settings::GuildSettings;

/// The file's name in its folder. SQLite keeps two more beside it while it is open, `-wal` and `-shm`.
const FILE: &str = "accord.db";
/// How long one handle waits for another's write. Writes take milliseconds; a backup may hold the file for longer.
const BUSY: Duration = Duration::from_secs(5);

/// The open file. One handle serves all threads, one after the other.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
    file: PathBuf,
}

impl Store {
    /// Opens the store in this folder. Folder and file are made when they are not there, for the user who runs accord
    /// alone; the tables are brought up to date.
    ///
    /// # Errors
    /// A folder that cannot be made or written to, and a file that is damaged, another program's, or a newer accord's.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder).map_err(|source| StoreError::Unmade { path: folder.to_owned(), source })?;
        let file = Self::file(folder);
        make_file(&file).map_err(|source| StoreError::Unmade { path: file.clone(), source })?;
        let failed = |error| StoreError::of(&file, error);
        let mut connection = connect(&file).map_err(failed)?;
        let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
        if found != "ok" {
            return Err(StoreError::Damaged { file, why: found });
        }
        migrations::migrate(&mut connection, &file)?;
        Ok(Self { connection: Mutex::new(connection), file })
    }

    /// Where the store in this folder is.
    #[must_use]
    pub fn file(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }

    /// Does some work on the connection, and names the file if it fails.
    fn with<T>(&self, work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        // Work that panicked left no half-done transaction: SQLite rolls back what was not committed.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut connection).map_err(|error| StoreError::of(&self.file, error))
    }
}

/// Makes the folder, for its owner alone. One that is there keeps the permissions that the operator gave it.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes the file, for its owner alone. SQLite gives the files beside it the same permissions.
fn make_file(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

fn connect(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.busy_timeout(BUSY)?;
    // Readers and a writer do not wait for each other. Where the file system cannot do it, SQLite says so by keeping the
    // old mode, which works as well.
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // Safe against a crash of the program; a power cut may cost the last moments, and never the file.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten: forgetting somebody is to leave nothing of them in the file.
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    Ok(connection)
}

/// SQLite counts with a sign, Discord without: the same 64 bits.
fn kept(id: u64) -> i64 {
    id.cast_signed()
}

/// An id, as [`kept`] wrote it.
fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::cast_unsigned)
}

/// An id that may be missing.
fn optional_id(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<u64>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(i64::cast_unsigned))
}

/// How many rows `count(*)` found, or a change touched.
fn rows(row: &Row<'_>) -> rusqlite::Result<u64> {
    row.get::<_, i64>(0).map(i64::cast_unsigned)
}

/// A list, as it is kept in one column.
fn list<T: serde::Serialize>(items: &[T]) -> rusqlite::Result<String> {
    serde_json::to_string(items).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// A list, as [`list`] wrote it.
fn unlisted<T: serde::de::DeserializeOwned>(json: &str) -> rusqlite::Result<Vec<T>> {
    // serde_json's messages name a place, and not what stands there.
    serde_json::from_str(json).map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into()))
}
