//! What people said of an answer.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Row, params};

use super::{Store, StoreError, id, kept, list, optional_id, rows, unlisted};

/// How many passages a summary names: what a curator looks at in one sitting.
const NAMED: u32 = 10;

/// What somebody thinks of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It helped.
    Useful,
    /// What was quoted does not answer the question.
    WrongPassage,
    /// The answer is in a source that the corpus does not have.
    MissingSource,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Useful, Self::WrongPassage, Self::MissingSource];

    fn name(self) -> &'static str {
        match self {
            Self::Useful => "useful",
            Self::WrongPassage => "wrong passage",
            Self::MissingSource => "missing source",
        }
    }
}

impl ToSql for Verdict {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}

impl FromSql for Verdict {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|verdict| verdict.name() == name).ok_or(FromSqlError::InvalidType)
    }
}

/// Somebody's verdict on an answer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Feedback {
    /// When it was given, in Unix seconds.
    pub at: i64,
    /// The server, unless it was given in a direct message.
    pub guild: Option<u64>,
    /// The channel.
    pub channel: u64,
    /// Who gave it.
    pub user: u64,
    /// The message that holds the answer.
    pub message: u64,
    /// What they think of it.
    pub verdict: Verdict,
    /// The question, if they let it be kept.
    pub question: Option<String>,
    /// What they wrote beside it.
    pub note: Option<String>,
    /// The id of the index's content that the answer came from.
    pub snapshot: String,
    /// The passages that were quoted.
    pub passages: Vec<String>,
}

/// All verdicts, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct FeedbackSummary {
    /// How many found an answer useful.
    pub useful: u64,
    /// How many say that the wrong passage was quoted.
    pub wrong_passage: u64,
    /// How many miss a source.
    pub missing_source: u64,
    /// The passages that were most often called wrong, worst first, ten at the most.
    pub wrong: Vec<WrongPassage>,
}

/// A passage that was quoted in answers that were called wrong.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct WrongPassage {
    /// Its id.
    pub passage: String,
    /// In how many such answers.
    pub times: u64,
}

impl Store {
    /// Keeps a verdict in place of an earlier one by the same person on the same message.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn add_feedback(&self, feedback: &Feedback) -> Result<(), StoreError> {
        self.with(|connection| {
            let sql = "INSERT OR REPLACE INTO feedback
                       (at, guild, channel, user, message, verdict, question, note, snapshot, passages)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
            let values = params![
                feedback.at,
                feedback.guild.map(kept),
                kept(feedback.channel),
                kept(feedback.user),
                kept(feedback.message),
                feedback.verdict,
                feedback.question,
                feedback.note,
                feedback.snapshot,
                list(&feedback.passages)?,
            ];
            connection.prepare_cached(sql)?.execute(values).map(drop)
        })
    }

    /// What people think of the answers: in one server, or (`None`) everywhere.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn feedback_summary(&self, guild: Option<u64>) -> Result<FeedbackSummary, StoreError> {
        self.with(|connection| {
            let moment = connection.transaction()?;
            let guild = guild.map(kept);
            let count = |verdict: Verdict| {
                let sql = "SELECT count(*) FROM feedback WHERE verdict = ?1 AND (?2 IS NULL OR guild = ?2)";
                moment.prepare_cached(sql)?.query_row(params![verdict, guild], rows)
            };
            let sql = "SELECT count(*), passage.value AS passage FROM feedback, json_each(feedback.passages) AS passage
                       WHERE verdict = ?1 AND (?2 IS NULL OR guild = ?2)
                       GROUP BY passage.value ORDER BY count(*) DESC, passage.value LIMIT ?3";
            let mut worst = moment.prepare_cached(sql)?;
            let wrong = |row: &Row<'_>| Ok(WrongPassage { passage: row.get("passage")?, times: rows(row)? });
            Ok(FeedbackSummary {
                useful: count(Verdict::Useful)?,
                wrong_passage: count(Verdict::WrongPassage)?,
                missing_source: count(Verdict::MissingSource)?,
                wrong: worst.query_map(params![Verdict::WrongPassage, guild, NAMED], wrong)?.collect::<Result<_, _>>()?,
            })
        })
    }
}

/// Reads a row with all columns.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Feedback> {
    Ok(Feedback {
        at: row.get("at")?,
        guild: optional_id(row, "guild")?,
        channel: id(row, "channel")?,
        user: id(row, "user")?,
        message: id(row, "message")?,
        verdict: row.get("verdict")?,
        question: row.get("question")?,
        note: row.get("note")?,
        snapshot: row.get("snapshot")?,
        passages: unlisted(&row.get::<_, String>("passages")?)?,
    })
}
