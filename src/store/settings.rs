//! What a server's admins have chosen.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, StoreError, kept, list, optional_id, unlisted};

/// A server's choices. The default is what holds where nobody has chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct GuildSettings {
    /// The channels that Accord answers in; none means all, and an empty list means nowhere.
    pub channels: Option<Vec<u64>>,
    /// Whether answers are shown to the asker alone.
    pub private: bool,
    /// The language that Accord speaks in, as a tag such as `de` or `pt-BR`; none means that of the asker.
    pub language: Option<String>,
    /// Where admins are told what concerns them.
    pub admin_channel: Option<u64>,
}

impl Store {
    /// A server's choices.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn settings(&self, guild: u64) -> Result<GuildSettings, StoreError> {
        let chosen = self.with(|connection| {
            let sql = "SELECT channels, private, language, admin_channel FROM settings WHERE guild = ?1";
            connection.prepare_cached(sql)?.query_row([kept(guild)], read).optional()
        });
        Ok(chosen?.unwrap_or_default())
    }

    /// Keeps a server's choices in place of earlier ones.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn set_settings(&self, guild: u64, settings: &GuildSettings, now: i64) -> Result<(), StoreError> {
        self.with(|connection| {
            let channels = settings.channels.as_deref().map(list).transpose()?;
            let sql = "INSERT OR REPLACE INTO settings (guild, channels, private, language, admin_channel, changed)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let admin_channel = settings.admin_channel.map(kept);
            let values = params![kept(guild), channels, settings.private, settings.language, admin_channel, now];
            connection.prepare_cached(sql)?.execute(values).map(drop)
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<GuildSettings> {
    let channels = row.get::<_, Option<String>>("channels")?;
    Ok(GuildSettings {
        channels: channels.as_deref().map(unlisted).transpose()?,
        private: row.get("private")?,
        language: row.get("language")?,
        admin_channel: optional_id(row, "admin_channel")?,
    })
}
