//! The receipts of answers: kept without the words of the question, and given to whoever wants to check an answer.

use serenity::model::Timestamp;

use super::asker::Asker;
use super::reply::Said;
use super::room::Room;
use crate::answer::{Answer, AnswerError, Answerer, Outcome, Receipt};
use crate::store;

/// An answer's receipt, ready to be kept once it is known where the answer stands.
#[derive(Debug)]
pub(super) struct Kept(Option<String>);

impl Kept {
    /// The receipt of an answer that quotes something. The question's words stay out of it.
    pub(super) fn of(answer: &Answer, answerer: &Answerer) -> Result<Self, AnswerError> {
        if !matches!(answer.outcome, Outcome::Found(_)) {
            return Ok(Self(None));
        }
        let receipt = Receipt::of(answer, answerer, now().unsigned_abs())?.without_question();
        Ok(Self(serde_json::to_string(&receipt).ok()))
    }
}

/// The time, in seconds since 1970.
pub(super) fn now() -> i64 {
    Timestamp::now().unix_timestamp()
}

/// Keeps the receipt of an answer, by the id of its message. A private answer cannot be read again later, so it is not said
/// where it stands. An answer is not held up by a store that fails.
pub(super) async fn keep(room: &Room, asker: &Asker, said: Said, private: bool, kept: Kept) {
    let Kept(Some(json)) = kept else { return };
    let receipt = store::Receipt {
        id: said.id.to_string(),
        at: now(),
        guild: asker.home(),
        channel: asker.channel.get(),
        user: asker.user.get(),
        message: (!private).then_some(said.id.get()),
        json,
    };
    if let Err(failure) = room.with_store(move |store| store.keep_receipt(&receipt)).await {
        tracing::error!(cause = %failure, "a receipt could not be kept");
    }
}
