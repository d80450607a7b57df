//! What the bot notes for itself, so that a restart does not do again what was done.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError};

/// A note, of which there is one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// When sources were last looked at where they are published, in Unix seconds.
    DriftChecked,
    /// Which of them the admins were told are not what they were.
    DriftTold,
}

impl Note {
    fn name(self) -> &'static str {
        match self {
            Self::DriftChecked => "drift checked",
            Self::DriftTold => "drift told",
        }
    }
}

impl Store {
    /// What was noted last.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn noted(&self, note: Note) -> Result<Option<String>, StoreError> {
        self.with(|connection| {
            let mut noted = connection.prepare_cached("SELECT text FROM notes WHERE name = ?1")?;
            noted.query_row([note.name()], |row| row.get(0)).optional()
        })
    }

    /// Notes this in place of what was noted before.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn note(&self, note: Note, text: &str) -> Result<(), StoreError> {
        self.with(|connection| {
            let mut noting = connection.prepare_cached("INSERT OR REPLACE INTO notes (name, text) VALUES (?1, ?2)")?;
            noting.execute(params![note.name(), text]).map(drop)
        })
    }
}
