//! How long things are kept.

use super::privacy::empty_log;
use super::{Store, StoreError};

/// How long a receipt is kept, in days: as long as somebody may still come back to an answer and ask where it is from.
pub const RECEIPT_DAYS: i64 = 90;
/// How long feedback is kept, in days: curators read it when they revise a corpus, which is done at least once a year.
pub const FEEDBACK_DAYS: i64 = 365;
/// How long it is kept what admins did, in days: a year in which it happened and a year in which it can be looked into.
pub const AUDIT_DAYS: i64 = 730;

const DAY: i64 = 24 * 60 * 60;

/// How much was too old.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Receipts.
    pub receipts: u64,
    /// Verdicts.
    pub feedback: u64,
    /// Notes of what admins did.
    pub audit: u64,
}

impl Store {
    /// Deletes what is older than it may be, at this moment in Unix seconds. Settings have no age: they go with their
    /// server.
    ///
    /// # Errors
    /// A file that cannot be written. Then nothing was deleted.
    pub fn sweep(&self, now: i64) -> Result<Swept, StoreError> {
        self.with(|connection| {
            let step = connection.transaction()?;
            let older = |sql: &str, days: i64| {
                let before = now.saturating_sub(days * DAY);
                // A count of rows always fits.
                step.execute(sql, [before]).map(|gone| u64::try_from(gone).unwrap_or(u64::MAX))
            };
            let swept = Swept {
                receipts: older("DELETE FROM receipts WHERE at < ?1", RECEIPT_DAYS)?,
                feedback: older("DELETE FROM feedback WHERE at < ?1", FEEDBACK_DAYS)?,
                audit: older("DELETE FROM audit WHERE at < ?1", AUDIT_DAYS)?,
            };
            step.commit()?;
            if swept != Swept::default() {
                empty_log(connection)?;
            }
            Ok(swept)
        })
    }
}
