//! What was said before: read from Discord when it is needed, never kept in memory, so that a conversation goes on after a
//! restart.

use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::application::MessageInteractionMetadata;
use serenity::model::channel::{Message, PartialChannel};
use serenity::model::id::{ChannelId, MessageId, UserId};

use super::conversation::Asked;
use super::http::{IN_TIME, Undelivered, call};
use super::room::Room;

/// How many messages of a thread or of direct messages are looked through for what the bot said last.
const LOOKED_THROUGH: u8 = 20;

/// The question that a message carries on, if it carries one on: of the answer that it replies to; in a thread or in direct
/// messages, of the last answer there.
pub(super) async fn carried_on(room: &Room, http: &Http, message: &Message) -> Option<Asked> {
    let me = room.me()?;
    if let Some(earlier) = &message.referenced_message {
        // A reply to somebody else begins anew.
        return (earlier.author.id == me).then(|| Asked::read(&earlier.content)).flatten();
    }
    // Only messages in threads have a place in them.
    let in_thread = message.position.is_some();
    if !in_thread && message.guild_id.is_some() {
        return None;
    }
    match last_answer(http, message, me).await {
        Ok(asked) => asked,
        // Without the history the question still stands for itself.
        Err(undelivered) => {
            tracing::debug!(cause = %undelivered, "what was said before cannot be read");
            None
        }
    }
}

async fn last_answer(http: &Http, message: &Message, me: UserId) -> Result<Option<Asked>, Undelivered> {
    let params = vec![("before", message.id.to_string()), ("limit", LOOKED_THROUGH.to_string())];
    let route = Route::ChannelMessages { channel_id: message.channel_id };
    let earlier: Vec<Message> = fetch(http, Request::new(route, LightMethod::Get).params(Some(params))).await?;
    // Newest first. A thread's first message stands in for the one that it was opened on.
    let said = earlier.iter().flat_map(|message| [Some(message), message.referenced_message.as_deref()]).flatten();
    Ok(said.filter(|message| message.author.id == me).find_map(|message| Asked::read(&message.content)))
}

/// A message as it is now.
pub(super) async fn message(http: &Http, channel_id: ChannelId, message_id: MessageId) -> Result<Message, Undelivered> {
    fetch(http, Request::new(Route::ChannelMessage { channel_id, message_id }, LightMethod::Get)).await
}

/// The channel that a thread belongs to, if that can be told.
pub(super) async fn parent_of(http: &Http, channel_id: ChannelId) -> Option<ChannelId> {
    let thread: PartialChannel = fetch(http, Request::new(Route::Channel { channel_id }, LightMethod::Get)).await.ok()?;
    thread.parent_id
}

async fn fetch<T: serde::de::DeserializeOwned>(http: &Http, request: Request<'_>) -> Result<T, Undelivered> {
    let body = call(http, request, IN_TIME).await?.bytes().await.map_err(serenity::Error::from)?;
    Ok(serde_json::from_slice(&body).map_err(serenity::Error::from)?)
}

/// Who asked for an answer of ours, as the message itself tells: whoever used the command, or wrote what it replies to.
/// Nobody when that cannot be told.
pub(super) async fn asker_of(http: &Http, answer: &Message) -> Option<UserId> {
    if let Some(used) = &answer.interaction_metadata {
        return match used.as_ref() {
            MessageInteractionMetadata::Command(used) => Some(used.user.id),
            MessageInteractionMetadata::Component(used) => Some(used.user.id),
            MessageInteractionMetadata::ModalSubmit(used) => Some(used.user.id),
            _ => None,
        };
    }
    if let Some(question) = &answer.referenced_message {
        return Some(question.author.id);
    }
    let reference = answer.message_reference.as_ref()?;
    message(http, reference.channel_id, reference.message_id?).await.ok().map(|question| question.author.id)
}
