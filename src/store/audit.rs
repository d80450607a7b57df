//! What admins did. It can be read, and not changed.

use rusqlite::{Row, params};

use super::{Store, StoreError, id, kept, optional_id};

/// Something that an admin did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Audit {
    /// When, in Unix seconds.
    pub at: i64,
    /// In which server, if in one that the bot is still in.
    pub guild: Option<u64>,
    /// Who.
    pub user: u64,
    /// What, in a word or two: `settings`, `reindex`.
    pub action: String,
    /// The particulars. Never anybody's question.
    pub detail: String,
}

impl Store {
    /// Notes what an admin did.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn log(&self, entry: &Audit) -> Result<(), StoreError> {
        self.with(|connection| {
            let sql = "INSERT INTO audit (at, guild, user, action, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
            let values = params![entry.at, entry.guild.map(kept), kept(entry.user), entry.action, entry.detail];
            connection.prepare_cached(sql)?.execute(values).map(drop)
        })
    }

    /// The last things that admins did, the newest first.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn audit(&self, limit: u32) -> Result<Vec<Audit>, StoreError> {
        self.with(|connection| {
            let mut newest = connection.prepare_cached("SELECT * FROM audit ORDER BY at DESC, id DESC LIMIT ?1")?;
            newest.query_map([limit], read)?.collect()
        })
    }
}

/// Reads a row with all columns.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Audit> {
    Ok(Audit {
        at: row.get("at")?,
        guild: optional_id(row, "guild")?,
        user: id(row, "user")?,
        action: row.get("action")?,
        detail: row.get("detail")?,
    })
}
