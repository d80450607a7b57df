//! What is kept about somebody: showing it, and forgetting it.

use rusqlite::{Connection, Row};

use super::{Audit, Feedback, Receipt, Store, StoreError, audit, feedback, kept, receipts, rows};

/// All that is kept about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct UserData {
    /// Their receipts, oldest first.
    pub receipts: Vec<Receipt>,
    /// Their feedback, oldest first.
    pub feedback: Vec<Feedback>,
    /// What they did as admins, oldest first.
    pub audit: Vec<Audit>,
}

/// What was forgotten of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// How many receipts.
    pub receipts: u64,
    /// How many verdicts.
    pub feedback: u64,
    /// How many of their deeds as an admin are still noted: admins stay accountable until the notes are too old.
    pub audit_kept: u64,
}

/// What was forgotten of a server.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ForgottenGuild {
    /// How many rows of settings: one or none.
    pub settings: u64,
    /// How many receipts.
    pub receipts: u64,
    /// How many verdicts.
    pub feedback: u64,
    /// How many notes of what admins did no longer say in which server it was.
    pub audit_kept: u64,
}

impl Store {
    /// All that is kept about a person, for them to see.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn data_of(&self, user: u64) -> Result<UserData, StoreError> {
        self.with(|connection| {
            let moment = connection.transaction()?;
            Ok(UserData {
                receipts: all(&moment, "SELECT * FROM receipts WHERE user = ?1 ORDER BY at, rowid", user, receipts::read)?,
                feedback: all(&moment, "SELECT * FROM feedback WHERE user = ?1 ORDER BY at, message", user, feedback::read)?,
                audit: all(&moment, "SELECT * FROM audit WHERE user = ?1 ORDER BY at, id", user, audit::read)?,
            })
        })
    }

    /// Forgets a person: their receipts and their feedback are deleted, and overwritten in the file. What they did as an
    /// admin stays noted, so that admins cannot clear their own traces; [`Self::data_of`] still shows it to them.
    ///
    /// # Errors
    /// A file that cannot be written. Then nothing was forgotten.
    pub fn forget(&self, user: u64) -> Result<Forgotten, StoreError> {
        self.with(|connection| {
            let step = connection.transaction()?;
            let forgotten = Forgotten {
                receipts: change(&step, "DELETE FROM receipts WHERE user = ?1", user)?,
                feedback: change(&step, "DELETE FROM feedback WHERE user = ?1", user)?,
                audit_kept: step.query_row("SELECT count(*) FROM audit WHERE user = ?1", [kept(user)], rows)?,
            };
            step.commit()?;
            empty_log(connection)?;
            Ok(forgotten)
        })
    }

    /// Forgets a server that the bot is not in any more: its settings, receipts and feedback are deleted. What its admins
    /// did stays noted, without the server: removing the bot is no way to clear traces either.
    ///
    /// # Errors
    /// A file that cannot be written. Then nothing was forgotten.
    pub fn forget_guild(&self, guild: u64) -> Result<ForgottenGuild, StoreError> {
        self.with(|connection| {
            let step = connection.transaction()?;
            let forgotten = ForgottenGuild {
                settings: change(&step, "DELETE FROM settings WHERE guild = ?1", guild)?,
                receipts: change(&step, "DELETE FROM receipts WHERE guild = ?1", guild)?,
                feedback: change(&step, "DELETE FROM feedback WHERE guild = ?1", guild)?,
                audit_kept: change(&step, "UPDATE audit SET guild = NULL WHERE guild = ?1", guild)?,
            };
            step.commit()?;
            empty_log(connection)?;
            Ok(forgotten)
        })
    }

    /// The servers that anything is kept about.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn guilds(&self) -> Result<Vec<u64>, StoreError> {
        self.with(|connection| {
            let sql = "SELECT guild FROM settings UNION SELECT guild FROM receipts UNION SELECT guild FROM feedback
                       UNION SELECT guild FROM audit";
            let mut known = connection.prepare_cached(sql)?;
            let guilds = known.query_map([], |row| row.get::<_, Option<i64>>(0))?;
            guilds.filter_map(|guild| guild.map(|guild| guild.map(i64::cast_unsigned)).transpose()).collect()
        })
    }
}

fn all<T>(connection: &Connection, sql: &str, user: u64, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map([kept(user)], read)?.collect()
}

fn change(connection: &Connection, sql: &str, whose: u64) -> rusqlite::Result<u64> {
    // A count of rows always fits.
    connection.prepare_cached(sql)?.execute([kept(whose)]).map(|changed| u64::try_from(changed).unwrap_or(u64::MAX))
}

/// Moves what stands in the write-ahead log into the file, and empties it: old pages in it still hold what was deleted.
/// While another handle reads, SQLite leaves the log for later, and says so without an error.
pub(super) fn empty_log(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}
