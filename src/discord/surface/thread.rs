//! *Continue in thread*: a thread named after the question, in which the conversation goes on.

use serde::Deserialize;
use serde_json::json;
use serenity::http::{LightMethod, Request, Route};
use serenity::model::channel::Message;
use serenity::model::id::ChannelId;

use super::{Use, on_answer};
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::http::{IN_TIME, call};
use crate::discord::limits::THREAD_NAME;
use crate::discord::render::fit::plain;

/// A thread nobody writes in is put away after a day (resources/channel, auto_archive_duration, in minutes).
const PUT_AWAY: u16 = 1440;
/// Discord's code for a message that has its thread already (topics/opcodes-and-status-codes).
const HAS_A_THREAD: isize = 160_004;

#[derive(Deserialize)]
struct Opened {
    id: ChannelId,
}

/// Opens the thread, or says where it is.
pub(in crate::discord) async fn open(used: &Use<'_>, answer: &Message) -> Result<(), Failure> {
    let voice = used.asker.voice();
    let asked = Asked::read(&answer.content).filter(|_| used.asker.threads && !on_answer::is_private(answer));
    let Some(asked) = asked else { return on_answer::too_old(used).await };
    used.reply.defer(true).await?;
    let name = Some(plain(&asked.question, THREAD_NAME)).filter(|name| !name.is_empty()).unwrap_or_else(|| voice.continue_in_thread());
    let body = json!({ "name": name, "auto_archive_duration": PUT_AWAY });
    let route = Route::ChannelMessageThreads { channel_id: answer.channel_id, message_id: answer.id };
    let request = Request::new(route, LightMethod::Post).body(Some(body.to_string().into_bytes()));
    let said = match call(used.http, request, IN_TIME).await {
        Ok(response) => {
            let body = response.bytes().await.map_err(serenity::Error::from).map_err(crate::discord::http::Undelivered::from)?;
            let opened: Option<Opened> = serde_json::from_slice(&body).ok();
            voice.thread_opened(&mention(opened.map_or_else(|| ChannelId::new(answer.id.get()), |opened| opened.id)))
        }
        // A thread has the id of the message that it was opened on.
        Err(refused) if refused.code() == Some(HAS_A_THREAD) => voice.thread_opened(&mention(ChannelId::new(answer.id.get()))),
        Err(refused) if matches!(refused.status, Some(400 | 403 | 404)) => voice.thread_refused(),
        Err(failed) => return Err(failed.into()),
    };
    used.reply.fill(&Body::text(said)).await?;
    Ok(())
}

fn mention(channel: ChannelId) -> String {
    format!("<#{channel}>")
}
