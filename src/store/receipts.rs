//! Receipts: how an answer came about, so that it can be looked up and checked later.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, StoreError, id, kept, optional_id};

/// How an answer came about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Receipt {
    /// Its own id.
    pub id: String,
    /// When the answer was given, in Unix seconds.
    pub at: i64,
    /// The server, if the bot is a member of it. In a server that it is no member of, where somebody brought it along for
    /// themselves, this is `None`: rows of servers that the bot is not in are forgotten.
    pub guild: Option<u64>,
    /// The channel.
    pub channel: u64,
    /// Who asked.
    pub user: u64,
    /// The message that holds the answer, if it is known.
    pub message: Option<u64>,
    /// The receipt itself. It never holds the question's words; whoever writes it sees to that.
    pub json: String,
}

impl Store {
    /// Keeps a receipt, in place of an earlier one of the same id.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn keep_receipt(&self, receipt: &Receipt) -> Result<(), StoreError> {
        self.with(|connection| {
            let sql = "INSERT OR REPLACE INTO receipts (id, at, guild, channel, user, message, json)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let Receipt { id, at, guild, channel, user, message, json } = receipt;
            let values = params![id, at, guild.map(kept), kept(*channel), kept(*user), message.map(kept), json];
            connection.prepare_cached(sql)?.execute(values).map(drop)
        })
    }

    /// The receipt of this id.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn receipt(&self, id: &str) -> Result<Option<Receipt>, StoreError> {
        self.with(|connection| connection.prepare_cached("SELECT * FROM receipts WHERE id = ?1")?.query_row([id], read).optional())
    }

    /// The receipt of the last answer that this person got in this channel.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn last_receipt(&self, user: u64, channel: u64) -> Result<Option<Receipt>, StoreError> {
        self.with(|connection| {
            let sql = "SELECT * FROM receipts WHERE user = ?1 AND channel = ?2 ORDER BY at DESC, rowid DESC LIMIT 1";
            connection.prepare_cached(sql)?.query_row([kept(user), kept(channel)], read).optional()
        })
    }
}

/// Reads a row with all columns.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Receipt> {
    Ok(Receipt {
        id: row.get("id")?,
        at: row.get("at")?,
        guild: optional_id(row, "guild")?,
        channel: id(row, "channel")?,
        user: id(row, "user")?,
        message: optional_id(row, "message")?,
        json: row.get("json")?,
    })
}
