//! The routes on channels and their messages.

use serde_json::json;

use super::limits::{AUTO_ARCHIVE_MINUTES, THREAD_NAME};
use super::message_rules::{Place, number};
use super::objects::Sight;
use super::openapi;
use super::refusal::{self, Refusal};
use super::rest::{Answer, Call, Reply, no_route, parse_id};
use super::state::{ChannelKind, ChannelRecord, Id, MessageRecord, State};

pub fn route(state: &mut State, call: &Call, segments: &[&str]) -> Answer {
    match (call.method.as_str(), segments) {
        ("POST", ["users", "@me", "channels"]) => open_direct(state, call),
        ("GET", ["channels", channel]) => {
            let channel = reach(state, call, channel)?;
            Ok(Reply::Ok(state.channel_object(channel)))
        }
        ("POST", ["channels", channel, "typing"]) => {
            reach(state, call, channel)?;
            Ok(Reply::NoContent)
        }
        ("POST", ["channels", channel, "messages"]) => {
            let channel = reach(state, call, channel)?;
            create(state, call, channel)
        }
        ("GET", ["channels", channel, "messages", message]) => {
            let message = find(state, call, channel, message)?;
            Ok(Reply::Ok(state.message_object(message, Sight::WithoutIntent)))
        }
        ("PATCH", ["channels", channel, "messages", message]) => {
            let message = find(state, call, channel, message)?;
            edit(state, call, message)
        }
        ("DELETE", ["channels", channel, "messages", message]) => {
            let message = find(state, call, channel, message)?;
            delete(state, call, message)
        }
        ("POST", ["channels", channel, "messages", message, "threads"]) => {
            let message = find(state, call, channel, message)?;
            start_thread(state, call, message)
        }
        _ => no_route(state, call),
    }
}

/// A channel that the bot can see.
fn reach(state: &mut State, call: &Call, channel: &str) -> Result<Id, Refusal> {
    let Some(id) = parse_id(channel).filter(|id| state.channels.contains_key(id)) else {
        state.breach(call, "there is no such channel");
        return Err(refusal::UNKNOWN_CHANNEL);
    };
    let is_visible = state.in_guild || state.channel(id).is_direct();
    if is_visible { Ok(id) } else { Err(refusal::MISSING_ACCESS) }
}

/// A message that can be addressed by its channel. One that was deleted is nobody's fault; one that
/// never was there, or that only its reader sees, is the bot's.
fn find(state: &mut State, call: &Call, channel: &str, message: &str) -> Result<Id, Refusal> {
    let channel = reach(state, call, channel)?;
    let there = |message: &&MessageRecord| message.channel == channel && message.visible_to.is_none();
    let found = parse_id(message).and_then(|id| state.messages.get(&id)).filter(there);
    match found.map(|message| (message.id, message.deleted)) {
        Some((id, false)) => Ok(id),
        Some((_, true)) => Err(refusal::UNKNOWN_MESSAGE),
        None => {
            state.breach(call, "there is no such message in this channel, or it is ephemeral");
            Err(refusal::UNKNOWN_MESSAGE)
        }
    }
}

fn create(state: &mut State, call: &Call, channel: Id) -> Answer {
    let rules = (Place::ChannelMessage, "/channels/{channel_id}/messages");
    state.check_message(call, rules, &call.body, None)?;
    if let Some(first) = sent_before(state, call, channel) {
        return Ok(Reply::Ok(state.message_object(first, Sight::Whole)));
    }
    let reference = answered_message(state, call, channel)?;
    let nonce = call.body.get("nonce").filter(|nonce| !nonce.is_null()).cloned();
    let blank = MessageRecord { reference, nonce, ..state.blank_message(channel) };
    let id = state.post(call, &call.body, &blank);
    Ok(Reply::Ok(state.message_object(id, Sight::Whole)))
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
    let reference = &call.body["message_reference"];
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
    if state.message(message).author != state.bot {
        state.breach(call, "the message is somebody else's, and the bot may not manage messages");
        return Err(refusal::MISSING_PERMISSIONS);
    }
    state.delete_message(message);
    Ok(Reply::NoContent)
}

/// A thread has the id of the message it hangs on.
fn start_thread(state: &mut State, call: &Call, message: Id) -> Answer {
    let name = call.body["name"].as_str().unwrap_or_default().to_owned();
    let mut breaches = Vec::new();
    if !(1..=THREAD_NAME).contains(&name.chars().count()) {
        breaches.push(format!("the thread name `{name}` must have 1 to {THREAD_NAME} characters"));
    }
    let minutes = &call.body["auto_archive_duration"];
    if !minutes.is_null() && !minutes.as_u64().is_some_and(|minutes| AUTO_ARCHIVE_MINUTES.contains(&minutes)) {
        breaches.push(format!("`auto_archive_duration` is {minutes}; {AUTO_ARCHIVE_MINUTES:?} are allowed"));
    }
    if breaches.is_empty() {
        let template = "/channels/{channel_id}/messages/{message_id}/threads";
        breaches = openapi::breaches("post", template, &call.body);
    }
    state.refuse_form(call, breaches)?;
    if state.channels.contains_key(&message) {
        return Err(refusal::THREAD_EXISTS);
    }
    let kind = ChannelKind::Thread { parent: state.message(message).channel };
    state.channels.insert(message, ChannelRecord { id: message, name, kind });
    state.announce_thread(message);
    Ok(Reply::Created(state.channel_object(message)))
}

fn open_direct(state: &mut State, call: &Call) -> Answer {
    let recipient = number(&call.body["recipient_id"]).filter(|id| state.people.contains_key(id));
    let Some(recipient) = recipient else {
        state.breach(call, &format!("`recipient_id` is {}, which is nobody", json!(call.body["recipient_id"])));
        return Err(refusal::UNKNOWN_USER);
    };
    let channel = state.direct_channel(recipient);
    Ok(Reply::Ok(state.channel_object(channel)))
}
