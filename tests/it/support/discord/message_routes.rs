//! The routes on a channel's messages: writing them, changing them, taking them back.

use serde_json::Value;

use super::channel_routes::find_in;
use super::embed_rules::items;
use super::limits::permission;
use super::message_objects::Sight;
use super::message_rules::{Place, number};
use super::refusal::{self, Refusal};
use super::rest::{Answer, Call, Reply, no_route};
use super::state::{ChannelKind, Id, MessageRecord, State};

/// `channel` is one that the bot can see; `rest` is what the path says below its messages.
pub fn route(state: &mut State, call: &Call, channel: Id, rest: &[&str]) -> Answer {
    match (call.method.as_str(), rest) {
        ("POST", []) => create(state, call, channel),
        ("GET", [message]) => {
            if state.bot_permissions(channel) & permission::READ_MESSAGE_HISTORY == 0 {
                return Err(refusal::MISSING_ACCESS);
            }
            let message = find_in(state, call, channel, message)?;
            Ok(Reply::Ok(state.message_object(message, Sight::WithoutIntent)))
        }
        ("PATCH", [message]) => {
            let message = find_in(state, call, channel, message)?;
            edit(state, call, message)
        }
        ("DELETE", [message]) => {
            let message = find_in(state, call, channel, message)?;
            delete(state, call, message)
        }
        _ => no_route(state, call),
    }
}

fn create(state: &mut State, call: &Call, channel: Id) -> Answer {
    let rules = (Place::ChannelMessage, "/channels/{channel_id}/messages");
    state.check_message(call, rules, &call.body, None)?;
    may_write(state, call, channel)?;
    if let Some(first) = sent_before(state, call, channel) {
        return Ok(Reply::Ok(state.message_object(first, Sight::Whole)));
    }
    let reference = answered_message(state, call, channel)?;
    let nonce = call.body.get("nonce").filter(|nonce| !nonce.is_null()).cloned();
    let blank = MessageRecord { reference, nonce, ..state.blank_message(channel) };
    let id = state.post(call, &call.body, &blank);
    Ok(Reply::Ok(state.message_object(id, Sight::Whole)))
}

/// What the bot may write here is up to the guild, so that being refused breaks no rule.
fn may_write(state: &State, call: &Call, channel: Id) -> Result<(), Refusal> {
    match state.channel(channel).kind {
        ChannelKind::Direct { with } if state.person(with).is_closed => return Err(refusal::CLOSED_TO_DIRECT),
        ChannelKind::Direct { .. } => return Ok(()),
        _ => {}
    }
    let is_thread = matches!(state.channel(channel).kind, ChannelKind::Thread { .. });
    let mut needed = if is_thread { permission::SEND_MESSAGES_IN_THREADS } else { permission::SEND_MESSAGES };
    if !items(&call.body["embeds"]).is_empty() {
        needed |= permission::EMBED_LINKS;
    }
    if !call.files.is_empty() {
        needed |= permission::ATTACH_FILES;
    }
    let held = state.bot_permissions(channel);
    if held & needed != needed {
        return Err(refusal::MISSING_PERMISSIONS);
    }
    let replies = !call.body["message_reference"].is_null();
    if replies && held & permission::READ_MESSAGE_HISTORY == 0 { Err(refusal::NO_HISTORY) } else { Ok(()) }
}

/// With `enforce_nonce`, the same nonce again gives the first message again.
fn sent_before(state: &State, call: &Call, channel: Id) -> Option<Id> {
    let nonce = call.body.get("nonce").filter(|_| call.body["enforce_nonce"] == true)?;
    let mine = |message: &&MessageRecord| message.author == state.bot && message.channel == channel;
    let same = state.messages.values().filter(mine).find(|message| message.nonce.as_ref() == Some(nonce));
    same.map(|message| message.id)
}

/// The message being replied to. A deleted one is only refused if the bot did not say that it may be.
fn answered_message(state: &mut State, call: &Call, channel: Id) -> Result<Option<Id>, Refusal> {
    let reference: &Value = &call.body["message_reference"];
    if reference.is_null() {
        return Ok(None);
    }
    let elsewhere = number(&reference["channel_id"]).is_some_and(|named| named != channel);
    let answered = number(&reference["message_id"]).filter(|id| !elsewhere && state.live_message(channel, *id).is_some());
    if answered.is_none() && reference["fail_if_not_exists"] != false {
        let sentence = format!(
            "`message_reference` {reference} names no message of this channel, \
             and fail_if_not_exists is not false"
        );
        state.refuse_form(call, vec![sentence])?;
    }
    Ok(answered)
}

fn edit(state: &mut State, call: &Call, message: Id) -> Answer {
    if state.message(message).author != state.bot {
        state.breach(call, "the message is somebody else's");
        return Err(refusal::NOT_THE_AUTHOR);
    }
    let rules = (Place::Edit, "/channels/{channel_id}/messages/{message_id}");
    state.check_message(call, rules, &call.body, Some(message))?;
    state.rewrite(call, &call.body, message);
    Ok(Reply::Ok(state.message_object(message, Sight::Whole)))
}

fn delete(state: &mut State, call: &Call, message: Id) -> Answer {
    let record = state.message(message);
    let manages = state.bot_permissions(record.channel) & permission::MANAGE_MESSAGES != 0;
    if record.author != state.bot && !manages {
        state.breach(call, "the message is somebody else's, and the bot may not manage messages");
        return Err(refusal::MISSING_PERMISSIONS);
    }
    state.delete_message(message);
    Ok(Reply::NoContent)
}
