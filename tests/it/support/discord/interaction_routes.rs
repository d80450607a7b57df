//! The routes of interactions: the first answer, and what follows it by the interaction's token.

use serde_json::{Value, json};

use super::embed_rules::items;
use super::limits::{AUTOCOMPLETE_CHOICES, FIRST_ANSWER, TOKEN_LIFE, USER_INSTALLED_FOLLOW_UPS, flag};
use super::message_objects::Sight;
use super::message_rules::Place;
use super::modal_rules::modal_breaches;
use super::openapi;
use super::option_rules::choice_breaches;
use super::refusal::{self, Refusal};
use super::rest::{Answer, Call, Reply, no_route, parse_id};
use super::state::{Callback, Id, InteractionRecord, MessageRecord, State};

pub const COMMAND: u64 = 2;
pub const COMPONENT: u64 = 3;
pub const AUTOCOMPLETE: u64 = 4;
pub const MODAL_SUBMIT: u64 = 5;

const MESSAGE: u64 = 4;
const DEFERRED_MESSAGE: u64 = 5;
const DEFERRED_UPDATE: u64 = 6;
const UPDATE: u64 = 7;
const CHOICES: u64 = 8;
pub const MODAL: u64 = 9;

const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";
const FOLLOW_UP: &str = "/webhooks/{webhook_id}/{webhook_token}";
const EDIT: &str = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";

pub fn route(state: &mut State, call: &Call, segments: &[&str]) -> Answer {
    match (call.method.as_str(), segments) {
        ("POST", ["interactions", id, token, "callback"]) => {
            let id = first_answer_to(state, call, id, token)?;
            callback(state, call, id)
        }
        ("POST", ["webhooks", application, token]) => {
            let id = answered(state, call, application, token)?;
            follow_up(state, call, id)
        }
        ("GET", ["webhooks", application, token, "messages", which]) => {
            let id = answered(state, call, application, token)?;
            let message = addressed(state, call, id, which)?;
            Ok(Reply::Ok(state.message_object(message, Sight::Whole)))
        }
        ("PATCH", ["webhooks", application, token, "messages", which]) => {
            let id = answered(state, call, application, token)?;
            let message = addressed(state, call, id, which)?;
            edit(state, call, id, message)
        }
        ("DELETE", ["webhooks", application, token, "messages", which]) => {
            let id = answered(state, call, application, token)?;
            let message = addressed(state, call, id, which)?;
            state.delete_message(message);
            Ok(Reply::NoContent)
        }
        _ => no_route(state, call),
    }
}

/// The interaction, if it still waits for its first answer.
fn first_answer_to(state: &mut State, call: &Call, id: &str, token: &str) -> Result<Id, Refusal> {
    let known = parse_id(id).and_then(|id| state.interactions.get(&id)).filter(|known| known.token == token);
    let Some(interaction) = known.cloned() else {
        state.breach(call, "there is no such interaction");
        return Err(refusal::UNKNOWN_INTERACTION);
    };
    let taken = interaction.age_at(call.arrived);
    if interaction.callback.is_some() {
        state.breach(call, "the interaction has been answered already");
        return Err(refusal::ALREADY_ACKNOWLEDGED);
    }
    if taken > FIRST_ANSWER {
        state.breach(call, &format!("the first answer came after {taken:.1?}; {FIRST_ANSWER:?} are allowed"));
        return Err(refusal::UNKNOWN_INTERACTION);
    }
    Ok(interaction.id)
}

fn callback(state: &mut State, call: &Call, id: Id) -> Answer {
    let interaction = state.interaction(id).clone();
    let kind = call.body["type"].as_u64().unwrap_or(0);
    let fitting: &[u64] = match interaction.kind {
        COMMAND => &[MESSAGE, DEFERRED_MESSAGE, MODAL],
        COMPONENT => &[MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL],
        AUTOCOMPLETE => &[CHOICES],
        // Only where the modal was opened from a message is there one to change.
        MODAL_SUBMIT if interaction.source.is_some() => &[MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE],
        MODAL_SUBMIT => &[MESSAGE, DEFERRED_MESSAGE],
        other => unreachable!("this Discord sends no interaction of type {other}"),
    };
    if !fitting.contains(&kind) {
        let sentence = format!("an answer of type {kind} does not fit an interaction of type {}", interaction.kind);
        state.refuse_form(call, vec![sentence])?;
    }
    let data = &call.body["data"];
    let (original, complete) = match kind {
        MESSAGE => (Some(answer(state, call, &interaction)?), true),
        UPDATE => {
            let source = interaction.source.expect("a pressed component stands on a message");
            state.check_message(call, (Place::Update, CALLBACK), data, Some(source))?;
            state.rewrite(call, data, source);
            (Some(source), true)
        }
        _ => {
            let mut breaches = quiet_breaches(kind, data, &interaction);
            if breaches.is_empty() {
                breaches = openapi::breaches("post", CALLBACK, &call.body);
            }
            state.refuse_form(call, breaches)?;
            let original = match kind {
                DEFERRED_MESSAGE => Some(thinking(state, data, &interaction)),
                DEFERRED_UPDATE => interaction.source,
                _ => None,
            };
            (original, kind == CHOICES || kind == MODAL)
        }
    };
    let record = state.interaction_mut(id);
    record.callback = Some(Callback { kind, data: data.clone() });
    record.original = original;
    record.complete = complete;
    Ok(acknowledged(state, call, id))
}

/// 204, or the interaction and its message for a caller that asked for them.
fn acknowledged(state: &State, call: &Call, id: Id) -> Reply {
    if !call.query.contains("with_response=true") {
        return Reply::NoContent;
    }
    let interaction = state.interaction(id);
    let mut body = json!({
        "interaction": { "id": id.to_string(), "type": interaction.kind },
        "resource": { "type": call.body["type"] },
    });
    if let Some(message) = interaction.original {
        body["interaction"]["response_message_id"] = json!(message.to_string());
        body["resource"]["message"] = state.message_object(message, Sight::Whole);
    }
    Reply::Ok(body)
}

fn is_ephemeral(data: &Value) -> bool {
    data["flags"].as_u64().is_some_and(|flags| flags & flag::EPHEMERAL != 0)
}

fn blank_answer(state: &State, data: &Value, interaction: &InteractionRecord) -> MessageRecord {
    // What a button brings hangs on the button's message, and what comes later on the first answer.
    let reference = interaction.original.or(interaction.source);
    MessageRecord {
        visible_to: is_ephemeral(data).then_some(interaction.user),
        interaction: Some(interaction.id),
        reference,
        ..state.blank_message(interaction.channel)
    }
}

fn answer(state: &mut State, call: &Call, interaction: &InteractionRecord) -> Result<Id, Refusal> {
    let data = &call.body["data"];
    state.check_message(call, (Place::Answer, CALLBACK), data, None)?;
    let blank = blank_answer(state, data, interaction);
    Ok(state.post(call, data, &blank))
}

/// "… is thinking": a message without words, to be filled by editing `@original`.
fn thinking(state: &mut State, data: &Value, interaction: &InteractionRecord) -> Id {
    let flags = flag::LOADING | data["flags"].as_u64().unwrap_or(0);
    let blank = MessageRecord { flags, ..blank_answer(state, data, interaction) };
    state.publish(blank)
}

/// What is wrong with an answer that shows no message.
fn quiet_breaches(kind: u64, data: &Value, interaction: &InteractionRecord) -> Vec<String> {
    match kind {
        DEFERRED_MESSAGE | DEFERRED_UPDATE => {
            let flags = data["flags"].as_u64().unwrap_or(0);
            let allowed = if kind == DEFERRED_MESSAGE { flag::EPHEMERAL } else { 0 };
            let fits = flags & !allowed == 0;
            let sentence = format!("a deferral has the flags {flags}; only EPHEMERAL is honoured, on a new message");
            if fits { Vec::new() } else { vec![sentence] }
        }
        CHOICES => {
            let choices = items(&data["choices"]);
            let each = choices.iter().flat_map(|choice| choice_breaches("a choice", interaction.completing, choice));
            let mut breaches: Vec<String> = each.collect();
            if choices.len() > AUTOCOMPLETE_CHOICES {
                breaches.push(format!("{} choices; at most {AUTOCOMPLETE_CHOICES} are allowed", choices.len()));
            }
            breaches
        }
        MODAL => modal_breaches(data),
        _ => Vec::new(),
    }
}

/// The interaction behind a token, if the token still works and the first answer has been given.
fn answered(state: &mut State, call: &Call, application: &str, token: &str) -> Result<Id, Refusal> {
    let known = state.interactions.values().find(|known| known.token == token).cloned();
    let (Some(interaction), true) = (known, parse_id(application) == Some(state.application)) else {
        state.breach(call, "there is no such application or no such token");
        return Err(refusal::UNKNOWN_WEBHOOK);
    };
    if interaction.age_at(call.arrived) > TOKEN_LIFE {
        return Err(refusal::INVALID_WEBHOOK_TOKEN);
    }
    if interaction.callback.is_none() || interaction.kind == AUTOCOMPLETE {
        state.breach(call, "the interaction's token was used before its first answer, or for autocomplete");
        return Err(refusal::UNKNOWN_WEBHOOK);
    }
    Ok(interaction.id)
}

/// `@original`, or a follow-up by its id.
fn addressed(state: &mut State, call: &Call, id: Id, which: &str) -> Result<Id, Refusal> {
    let original = state.interaction(id).original;
    let message = if which == "@original" { original } else { parse_id(which) };
    let found = message.and_then(|message| state.messages.get(&message));
    let own = found.filter(|found| found.interaction == Some(id) || original == Some(found.id));
    match own.map(|own| (own.id, own.deleted)) {
        Some((message, false)) => Ok(message),
        Some((_, true)) => Err(refusal::UNKNOWN_MESSAGE),
        None => {
            state.breach(call, "the interaction has no such message");
            Err(refusal::UNKNOWN_MESSAGE)
        }
    }
}

fn edit(state: &mut State, call: &Call, id: Id, message: Id) -> Answer {
    state.check_message(call, (Place::Edit, EDIT), &call.body, Some(message))?;
    state.rewrite(call, &call.body, message);
    let record = state.interaction_mut(id);
    record.complete |= record.original == Some(message);
    Ok(Reply::Ok(state.message_object(message, Sight::Whole)))
}

fn follow_up(state: &mut State, call: &Call, id: Id) -> Answer {
    state.check_message(call, (Place::FollowUp, FOLLOW_UP), &call.body, None)?;
    let interaction = state.interaction(id).clone();
    let deferred = interaction.callback.as_ref().is_some_and(|callback| callback.kind == DEFERRED_MESSAGE);
    if deferred && !interaction.complete {
        // Discord fills the deferred message instead, and calls that deprecated.
        state.breach(call, "a deferred answer is filled by editing @original, not by a follow-up");
        let original = interaction.original.expect("a deferral made a message");
        state.rewrite(call, &call.body, original);
        state.interaction_mut(id).complete = true;
        return Ok(Reply::Ok(state.message_object(original, Sight::Whole)));
    }
    if interaction.is_only_user_installed && interaction.follow_ups >= USER_INSTALLED_FOLLOW_UPS {
        let sentence = format!("more than {USER_INSTALLED_FOLLOW_UPS} follow-ups, where only the user has installed the application");
        state.breach(call, &sentence);
        return Err(refusal::TOO_MANY_FOLLOW_UPS);
    }
    state.interaction_mut(id).follow_ups += 1;
    let blank = blank_answer(state, &call.body, &interaction);
    let message = state.post(call, &call.body, &blank);
    Ok(Reply::Ok(state.message_object(message, Sight::Whole)))
}
