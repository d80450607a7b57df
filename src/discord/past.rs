//! What was said before: read from Discord when it is needed, never kept in memory, so that a conversation goes on after a
//! restart.

use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::application::{ActionRowComponent, ButtonKind, MessageInteractionMetadata};
use serenity::model::channel::{ChannelType, Message, PartialChannel};
use serenity::model::id::{ChannelId, MessageId, UserId};

use super::asker::{Asker, takes_threads};
use super::conversation::Asked;
use super::custom_id::{Press, Read};
use super::http::{IN_TIME, Undelivered, call};
use super::render::inert::seen;
use super::room::Room;
use crate::answer::Outcome;

/// How many messages of a thread or of direct messages are looked through for what the bot said last.
const LOOKED_THROUGH: u8 = 20;

/// The question that a message carries on, if it carries one on: of the answer that it replies to; in a thread or in direct
/// messages, of the last answer there.
pub(super) async fn carried_on(room: &Room, http: &Http, asker: &Asker, message: &Message) -> Option<Asked> {
    let me = room.me()?;
    if let Some(earlier) = &message.referenced_message {
        // A reply to somebody else begins anew.
        if earlier.author.id != me {
            return None;
        }
        return match Asked::read(&earlier.content) {
            Some(asked) => Some(asked),
            None => looked_up(room, asker, earlier).await,
        };
    }
    if asker.parent.is_none() && message.guild_id.is_some() {
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

/// What was looked up, as a question for it: a clause, by the button that only its card has; a party, by the name above its card.
async fn looked_up(room: &Room, asker: &Asker, card: &Message) -> Option<Asked> {
    let clause = presses(card).find_map(|press| match press {
        Press::Critiques { of, .. } => of.clause,
        _ => None,
    });
    if let Some(clause) = clause {
        return Some(Asked::alone(&asker.voice().of_clause(clause)));
    }
    let name = seen(card.content.lines().next()?.strip_prefix("**")?.strip_suffix("**")?);
    let asked = Asked::alone(&name);
    let known = room.think(move |answerer| Ok(matches!(answerer.party(&name)?.outcome, Outcome::Found(_)))).await;
    known.unwrap_or_default().then_some(asked)
}

/// A channel of a server, as far as it matters to what is asked there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// The channel that it belongs to, if it is a thread.
    pub(super) parent: Option<ChannelId>,
    /// Whether a thread can be opened on a message of it.
    pub(super) threads: bool,
}

/// The channel that a message stands in. Messages do not tell reliably (discord-api-docs#7788), so Discord is asked, once
/// for each channel; while it does not answer, nothing is known of the place.
pub(super) async fn place_of(room: &Room, http: &Http, channel_id: ChannelId) -> Place {
    if let Some(known) = room.place(channel_id) {
        return known;
    }
    let channel: PartialChannel = match fetch(http, Request::new(Route::Channel { channel_id }, LightMethod::Get)).await {
        Ok(channel) => channel,
        Err(undelivered) => {
            tracing::debug!(cause = %undelivered, "what kind of channel it is cannot be told");
            return Place::default();
        }
    };
    // The parent of any other channel is the category that it is sorted under.
    let place = Place { parent: channel.parent_id.filter(|_| is_thread(channel.kind)), threads: takes_threads(channel.kind) };
    room.remember_place(channel_id, place);
    place
}

fn is_thread(kind: ChannelType) -> bool {
    matches!(kind, ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread)
}

async fn fetch<T: serde::de::DeserializeOwned>(http: &Http, request: Request<'_>) -> Result<T, Undelivered> {
    let body = call(http, request, IN_TIME).await?.bytes().await.map_err(serenity::Error::from)?;
    Ok(serde_json::from_slice(&body).map_err(serenity::Error::from)?)
}

/// Who asked for an answer of ours, as the message itself tells: whoever used the command, or wrote what it replies to; when
/// that is gone, whoever the button names that we put on it. Nobody when that cannot be told.
pub(super) fn asker_of(answer: &Message) -> Option<UserId> {
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
    presses(answer).find_map(|press| match press {
        Press::Delete { asker } => Some(asker),
        _ => None,
    })
}

/// What can be pressed on a message of ours.
fn presses(message: &Message) -> impl Iterator<Item = Press> {
    let inside = message.components.iter().flat_map(|row| &row.components);
    let ids = inside.filter_map(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => Some(custom_id),
            _ => None,
        },
        _ => None,
    });
    ids.filter_map(|custom_id| match Press::read(custom_id) {
        Read::Known(press) => Some(press),
        Read::Unknown => None,
    })
}
