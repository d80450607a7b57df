//! The routes on channels: opening them, hanging threads on messages, reading what was said.

use serde_json::{Value, json};

use super::limits::{AUTO_ARCHIVE_MINUTES, HISTORY, HISTORY_DEFAULT, THREAD_NAME, permission};
use super::message_objects::Sight;
use super::message_routes;
use super::message_rules::number;
use super::openapi;
use super::refusal::{self, Refusal};
use super::rest::{Answer, Call, Reply, no_route, parse_id};
use super::state::{Id, MessageRecord, State};
use super::threads::ARCHIVED_AFTER_MINUTES;

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
        ("GET", ["channels", channel, "messages"]) => {
            let channel = reach(state, call, channel)?;
            history(state, call, channel)
        }
        ("POST", ["channels", channel, "messages", message, "threads"]) => {
            let message = find(state, call, channel, message)?;
            start_thread(state, call, message)
        }
        (_, ["channels", channel, "messages", rest @ ..]) if rest.len() < 2 => {
            let channel = reach(state, call, channel)?;
            message_routes::route(state, call, channel, rest)
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
    if state.is_in_outage(id) {
        return Err(refusal::UNAVAILABLE);
    }
    if state.hears(id) { Ok(id) } else { Err(refusal::MISSING_ACCESS) }
}

/// A message that can be addressed by its channel. One that was deleted is nobody's fault; one that
/// never was there, or that only its reader sees, is the bot's.
pub fn find(state: &mut State, call: &Call, channel: &str, message: &str) -> Result<Id, Refusal> {
    let channel = reach(state, call, channel)?;
    find_in(state, call, channel, message)
}

pub fn find_in(state: &mut State, call: &Call, channel: Id, message: &str) -> Result<Id, Refusal> {
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

/// What was said last, or before or after a message; the newest comes first.
fn history(state: &mut State, call: &Call, channel: Id) -> Answer {
    let mut limit = HISTORY_DEFAULT;
    let (mut before, mut after) = (Id::MAX, 0);
    let mut breaches = Vec::new();
    let mut bounds = 0;
    for pair in call.query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        match (name, value.parse::<Id>()) {
            ("limit", Ok(wanted)) => limit = usize::try_from(wanted).unwrap_or(usize::MAX),
            ("before", Ok(id)) => (before, bounds) = (id, bounds + 1),
            ("after", Ok(id)) => (after, bounds) = (id, bounds + 1),
            _ => breaches.push(format!("`{pair}` is nothing that a list of messages can be asked for")),
        }
    }
    if !HISTORY.contains(&limit) {
        breaches.push(format!("`limit` is {limit}; {} to {} are allowed", HISTORY.start(), HISTORY.end()));
    }
    if bounds > 1 {
        breaches.push("`before` and `after` exclude each other".to_owned());
    }
    state.refuse_form(call, breaches)?;
    // Direct messages have no permissions: both can read all of them.
    if !state.channel(channel).is_direct() && state.bot_permissions(channel) & permission::READ_MESSAGE_HISTORY == 0 {
        return Ok(Reply::Ok(json!([])));
    }
    let there = |message: &&MessageRecord| {
        message.channel == channel && message.visible_to.is_none() && !message.deleted && message.id > after && message.id < before
    };
    let found: Vec<Id> = state.messages.values().filter(there).map(|message| message.id).collect();
    // After a message come those next to it; otherwise those that are nearest to now.
    let skipped = if after > 0 { 0 } else { found.len().saturating_sub(limit) };
    let listed: Vec<Value> =
        found.iter().skip(skipped).take(limit).rev().map(|id| state.message_object(*id, Sight::WithoutIntent)).collect();
    Ok(Reply::Ok(json!(listed)))
}

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
    let channel = state.message(message).channel;
    if !state.takes_threads(channel) {
        state.breach(call, "a thread hangs on messages of text and announcement channels alone");
        return Err(refusal::WRONG_CHANNEL_TYPE);
    }
    if state.bot_permissions(channel) & permission::CREATE_PUBLIC_THREADS == 0 {
        return Err(refusal::MISSING_PERMISSIONS);
    }
    if state.channels.contains_key(&message) {
        return Err(refusal::THREAD_EXISTS);
    }
    let thread = state.open_thread(message, state.bot, &name, minutes.as_u64().unwrap_or(ARCHIVED_AFTER_MINUTES));
    Ok(Reply::Created(state.channel_object(thread)))
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
