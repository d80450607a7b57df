//! `/receipt` and the *Receipt* button: what was asked, what was quoted from where, and the hashes to check it by.

use serenity::model::channel::Message;
use serenity::model::id::MessageId;

use super::Use;
use crate::answer::{AnswerError, Answerer, QuoteRef, Receipt};
use crate::discord::body::{Body, File};
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::past;
use crate::discord::receipts::now;
use crate::words::Words;

/// The command's name.
pub(in crate::discord) const NAME: &str = "receipt";

/// The receipt of the asker's last answer in this channel.
pub(in crate::discord) async fn answer(used: &Use<'_>) -> Result<(), Failure> {
    used.reply.defer(true).await?;
    let (user, channel) = (used.asker.user.get(), used.asker.channel.get());
    let kept = used.room.with_store(move |store| store.last_receipt(user, channel)).await?;
    let body = match kept {
        None => Body::text(used.asker.voice().no_receipt()),
        Some(kept) => {
            // The question is not stored; it stands in the answer, if that can still be read.
            let answer = match kept.message.filter(|id| *id != 0 && used.asker.installed) {
                Some(id) => past::message(used.http, used.asker.channel, MessageId::new(id)).await.ok(),
                None => None,
            };
            given(serde_json::from_str(&kept.json).ok(), answer.as_ref(), used.asker.voice())
        }
    };
    used.reply.fill(&body).await?;
    Ok(())
}

/// The receipt of the answer whose button was pressed: as it was kept, or, when it is no longer kept, made anew from the
/// quotes that the button names.
pub(in crate::discord) async fn of(used: &Use<'_>, answer: &Message, quotes: &str) -> Result<(), Failure> {
    used.reply.defer(true).await?;
    let id = answer.id.to_string();
    let kept = used.room.with_store(move |store| store.receipt(&id)).await?;
    let receipt = match kept.and_then(|kept| serde_json::from_str(&kept.json).ok()) {
        Some(receipt) => Some(receipt),
        None => {
            let (names, asked) = (quotes.to_owned(), Asked::read(&answer.content).filter(Asked::is_whole));
            used.room.think(move |answerer| made_anew(answerer, &names, asked.as_ref())).await?
        }
    };
    used.reply.fill(&given(receipt, Some(answer), used.asker.voice())).await?;
    Ok(())
}

/// A receipt of quotes by their names; nothing when one of them is no more. A question that does not stand on the answer, or not
/// whole, is not known.
fn made_anew(answerer: &Answerer, names: &str, asked: Option<&Asked>) -> Result<Option<Receipt>, AnswerError> {
    let Ok(names) = QuoteRef::read_all(names) else { return Ok(None) };
    let quotes: Option<Vec<_>> = answerer.quotes_at(&names)?.into_iter().collect();
    let Some(quotes) = quotes.filter(|quotes| !quotes.is_empty()) else { return Ok(None) };
    let question = asked.map_or("", |asked| asked.question.as_str());
    let receipt = Receipt::of(&answerer.given_before(question, quotes), answerer, now().unsigned_abs())?;
    Ok(Some(if asked.is_some() { receipt } else { receipt.of_no_known_question() }))
}

fn given(receipt: Option<Receipt>, answer: Option<&Message>, voice: &Words) -> Body {
    let Some(receipt) = receipt else { return Body::text(voice.receipt_gone()) };
    // The question goes back in when it is the one that the receipt has the hash of.
    let asked = answer.and_then(|answer| Asked::read(&answer.content));
    let receipt = match asked {
        Some(asked) => receipt.with_question(&asked.question),
        None => receipt,
    };
    let bytes = serde_json::to_vec_pretty(&receipt).unwrap_or_default();
    let file = File { name: "receipt.json".to_owned(), description: voice.receipt_file(), bytes };
    Body { file: Some(file), ..Body::text(voice.receipt_how()) }
}
