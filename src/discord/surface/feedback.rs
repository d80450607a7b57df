//! What somebody thinks of an answer. Only with it is a question's text stored, and then it is said so.

use serde_json::{Value, json};
use serenity::model::application::ModalInteraction;
use serenity::model::channel::Message;

use super::{Use, on_answer};
use crate::answer::QuoteRef;
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::custom_id::Press;
use crate::discord::failure::Failure;
use crate::discord::receipts::now;
use crate::store::{self, Verdict};
use crate::words::Words;

/// The one field of the form, and the most letters that it takes.
const FIELD: &str = "source";
const MOST: u16 = 300;
/// Component types, and the style of a field of several lines (components/reference).
const ROW: u8 = 1;
const TEXT_FIELD: u8 = 4;
const PARAGRAPH: u8 = 2;

/// Takes a verdict; of a missing source it is first asked which.
pub(in crate::discord) async fn given(used: &Use<'_>, verdict: Verdict, quotes: String, answer: &Message) -> Result<(), Failure> {
    if verdict == Verdict::MissingSource {
        return Ok(used.reply.form(&form(&Press::Feedback { verdict, quotes }, used.asker.voice())).await?);
    }
    kept(used, verdict, quotes, Some(answer), None).await
}

/// Takes what was written into the form.
pub(in crate::discord) async fn written(used: &Use<'_>, verdict: Verdict, quotes: String, form: &ModalInteraction) -> Result<(), Failure> {
    let field = |value: &Value| (value["custom_id"] == FIELD).then(|| value["value"].as_str().map(str::to_owned)).flatten();
    let rows = serde_json::to_value(&form.data.components).unwrap_or_default();
    let fields = rows.as_array().into_iter().flatten().flat_map(|row| row["components"].as_array().into_iter().flatten());
    let note: Option<String> = fields.filter_map(field).next().map(|note| note.chars().take(usize::from(MOST)).collect());
    kept(used, verdict, quotes, form.message.as_deref(), note).await
}

async fn kept(used: &Use<'_>, verdict: Verdict, quotes: String, answer: Option<&Message>, note: Option<String>) -> Result<(), Failure> {
    let Some(answer) = answer else { return on_answer::too_old(used).await };
    used.reply.defer(true).await?;
    let asked = Asked::read(&answer.content);
    let work = used.room.think(move |answerer| {
        let found = answerer.quotes_at(&QuoteRef::read_all(&quotes).unwrap_or_default())?;
        let passages = found.into_iter().flatten().map(|quote| quote.passage().to_owned()).collect();
        Ok((answerer.generation().manifest().snapshot.clone(), passages))
    });
    let (snapshot, passages) = work.await?;
    let feedback = store::Feedback {
        at: now(),
        guild: used.asker.guild.map(|guild| guild.get()),
        channel: used.asker.channel.get(),
        user: used.asker.user.get(),
        message: answer.id.get(),
        verdict,
        question: asked.map(|asked| asked.conversation()),
        note: note.filter(|note| !note.trim().is_empty()),
        snapshot,
        passages,
    };
    used.room.with_store(move |store| store.add_feedback(&feedback)).await?;
    used.reply.fill(&Body::text(used.asker.voice().feedback_kept())).await?;
    Ok(())
}

/// The form that asks which source is missing.
fn form(press: &Press, voice: &Words) -> Value {
    let field = json!({
        "type": TEXT_FIELD, "custom_id": FIELD, "style": PARAGRAPH, "label": voice.which_source(),
        "max_length": MOST, "required": true,
    });
    json!({ "custom_id": press.custom_id(), "title": voice.missing_source(), "components": [{ "type": ROW, "components": [field] }] })
}
