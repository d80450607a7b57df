//! The routes on application commands: what is registered, and how Discord gives it back.

use serde_json::{Value, json};

use super::command_rules::{SLASH, command_breaches, kind, registration_breaches};
use super::embed_rules::items;
use super::openapi;
use super::refusal::{self, Refusal};
use super::rest::{Answer, Call, Reply, parse_id};
use super::state::{Id, State};

/// Whose commands a route is about: everybody's, or one guild's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Global,
    Guild(Id),
}

impl Scope {
    /// Checks the ids in the path.
    pub fn from_path(state: &mut State, call: &Call, application: &str, guild: Option<&str>) -> Result<Self, Refusal> {
        if parse_id(application) != Some(state.application) {
            state.breach(call, &format!("`{application}` is not this application's id"));
            return Err(refusal::MISSING_ACCESS);
        }
        let Some(guild) = guild else {
            return Ok(Self::Global);
        };
        let known = parse_id(guild).filter(|id| state.is_member_of(*id));
        known.map(Self::Guild).ok_or(refusal::UNKNOWN_GUILD)
    }

    fn holds(self, command: &Value) -> bool {
        match self {
            Self::Global => command["guild_id"].is_null(),
            Self::Guild(id) => command["guild_id"] == json!(id.to_string()),
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Global => "/applications/{application_id}/commands",
            Self::Guild(_) => "/applications/{application_id}/guilds/{guild_id}/commands",
        }
    }
}

/// GET. Discord promises no order, so the order of registration is not kept.
pub fn list(state: &State, call: &Call, scope: Scope) -> Reply {
    let with_localizations = call.query.contains("with_localizations=true");
    let mut commands: Vec<Value> = state.commands.iter().filter(|command| scope.holds(command)).rev().cloned().collect();
    if !with_localizations {
        commands.iter_mut().for_each(forget_localisations);
    }
    Reply::Ok(json!(commands))
}

fn forget_localisations(item: &mut Value) {
    if let Some(fields) = item.as_object_mut() {
        fields.remove("name_localizations");
        fields.remove("description_localizations");
        for nested in ["options", "choices"] {
            let nested = fields.get_mut(nested).and_then(Value::as_array_mut);
            nested.into_iter().flatten().for_each(forget_localisations);
        }
    }
}

/// PUT: the whole set, replacing what was there.
pub fn overwrite(state: &mut State, call: &Call, scope: Scope) -> Answer {
    let mut breaches = registration_breaches(items(&call.body));
    if breaches.is_empty() {
        breaches = openapi::breaches("put", scope.template(), &call.body);
    }
    state.refuse_form(call, breaches)?;
    let stored: Vec<Value> = items(&call.body).iter().map(|command| normalised(state, command, scope)).collect();
    state.commands.retain(|command| !scope.holds(command));
    state.commands.extend(stored.iter().cloned());
    state.registrations += 1;
    Ok(Reply::Ok(json!(stored)))
}

/// POST: one command, replacing the one of the same name and type.
pub fn upsert(state: &mut State, call: &Call, scope: Scope) -> Answer {
    let mut breaches = command_breaches(&call.body);
    if breaches.is_empty() {
        breaches = openapi::breaches("post", scope.template(), &call.body);
    }
    state.refuse_form(call, breaches)?;
    let stored = normalised(state, &call.body, scope);
    state.registrations += 1;
    if let Some(known) = state.commands.iter_mut().find(|command| command["id"] == stored["id"]) {
        *known = stored.clone();
        return Ok(Reply::Ok(stored));
    }
    state.commands.push(stored.clone());
    Ok(Reply::Created(stored))
}

/// A command as Discord keeps it: with ids and defaults filled in. A name keeps its id; every change
/// gets a new version.
fn normalised(state: &mut State, command: &Value, scope: Scope) -> Value {
    let same = |known: &&Value| scope.holds(known) && kind(known) == kind(command) && known["name"] == command["name"];
    let known = state.commands.iter().find(same).cloned();
    let id = known.as_ref().map_or_else(|| json!(state.new_id().to_string()), |known| known["id"].clone());
    let mut stored = json!({
        "id": id, "application_id": state.application.to_string(), "version": null,
        "type": kind(command), "name": command["name"], "description": command["description"],
        "name_localizations": command["name_localizations"],
        "description_localizations": command["description_localizations"],
        "default_permission": true,
        "default_member_permissions": command["default_member_permissions"],
        "nsfw": command["nsfw"].as_bool().unwrap_or(false),
    });
    if kind(command) != SLASH {
        stored["description"] = json!("");
    }
    match scope {
        Scope::Global => {
            let contexts = &command["contexts"];
            let types = &command["integration_types"];
            stored["contexts"] = contexts.clone();
            stored["integration_types"] = if types.is_null() { json!([0]) } else { types.clone() };
            stored["dm_permission"] = json!(contexts.is_null() || items(contexts).contains(&json!(1)));
        }
        Scope::Guild(guild) => stored["guild_id"] = json!(guild.to_string()),
    }
    if !items(&command["options"]).is_empty() {
        stored["options"] = items(&command["options"]).iter().map(normalised_option).collect();
    }
    let version = known.as_ref().map(|known| known["version"].clone());
    stored["version"] = version.unwrap_or_else(|| json!(state.new_id().to_string()));
    if known.is_some_and(|known| known != stored) {
        stored["version"] = json!(state.new_id().to_string());
    }
    stored
}

/// Discord leaves out what is false or empty, and spells out absent localisations.
fn normalised_option(option: &Value) -> Value {
    let mut stored = option.clone();
    if let Some(fields) = stored.as_object_mut() {
        fields.retain(|_, value| !value.is_null() && *value != false && *value != json!([]));
        fields.entry("name_localizations").or_insert(Value::Null);
        let is_choice = fields.contains_key("value");
        if !is_choice {
            fields.entry("description_localizations").or_insert(Value::Null);
        }
        for nested in ["options", "choices"] {
            if let Some(Value::Array(list)) = fields.get_mut(nested) {
                *list = list.iter().map(normalised_option).collect();
            }
        }
    }
    stored
}
