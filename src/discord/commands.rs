//! The whole registration, as data.

use serde_json::{Value, json};

use super::limits::CHOICE;
use crate::words;

/// The most letters of a question. Discord would allow 6000; no question in plain words is that long.
pub(super) const QUESTION: usize = 1000;

/// Everywhere: servers, direct messages with the bot, and private channels between people.
const CONTEXTS: [u8; 3] = [0, 1, 2];
/// Installed in a server, or by a person for themselves.
const INSTALLED: [u8; 2] = [0, 1];
const SLASH: u8 = 1;
const STRING: u8 = 3;
const BOOLEAN: u8 = 5;

/// The body that registers every command, in one server or everywhere. Names are permanent: whatever permissions an
/// admin has set are lost when a command is renamed.
#[must_use]
pub fn registration(in_one_server: bool) -> Value {
    let mut commands = [
        json!({
            "type": SLASH,
            "name": "ask",
            "description": words::ASK,
            "options": [
                { "type": STRING, "name": "question", "description": words::ASK_QUESTION, "required": true, "max_length": QUESTION },
                { "type": BOOLEAN, "name": "private", "description": words::ASK_PRIVATE },
            ],
        }),
        json!({
            "type": SLASH,
            "name": "clause",
            "description": words::CLAUSE,
            "options": [
                { "type": STRING, "name": "which", "description": words::CLAUSE_WHICH, "required": true, "autocomplete": true, "max_length": CHOICE },
            ],
        }),
        json!({ "type": SLASH, "name": "help", "description": words::HELP }),
    ];
    if !in_one_server {
        // Only commands that are registered everywhere have these.
        for command in &mut commands {
            command["contexts"] = json!(CONTEXTS);
            command["integration_types"] = json!(INSTALLED);
        }
    }
    json!(commands)
}

/// A registration reduced to what this program says of it, so that what Discord gives back can be compared.
#[must_use]
pub(super) fn normalised(commands: &Value) -> Value {
    let mut known: Vec<Value> = commands.as_array().into_iter().flatten().map(normalised_item).collect();
    known.sort_by_key(|command| command["name"].as_str().unwrap_or_default().to_owned());
    json!(known)
}

/// What Discord adds to a command or fills in by itself.
const ADDED: [&str; 7] = ["id", "application_id", "guild_id", "version", "default_permission", "dm_permission", "handler"];

fn normalised_item(item: &Value) -> Value {
    let mut kept = item.clone();
    let Some(fields) = kept.as_object_mut() else { return kept };
    fields.retain(|name, value| {
        let says_nothing = value.is_null() || *value == json!(false) || value.as_array().is_some_and(Vec::is_empty);
        !ADDED.contains(&name.as_str()) && !says_nothing
    });
    // The order of options counts, that of these does not; a server's commands may come back with the defaults filled in.
    for name in ["contexts", "integration_types"] {
        if let Some(Value::Array(list)) = fields.get_mut(name) {
            list.sort_by_key(Value::as_u64);
        }
    }
    for name in ["options", "choices"] {
        if let Some(Value::Array(list)) = fields.get_mut(name) {
            *list = list.iter().map(normalised_item).collect();
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_fills_in_is_no_difference() {
        let ours = registration(false);
        let mut theirs = ours.clone();
        for command in theirs.as_array_mut().unwrap() {
            for (name, value) in [
                ("id", json!("1")),
                ("version", json!("2")),
                ("application_id", json!("3")),
                ("nsfw", json!(false)),
                ("default_member_permissions", Value::Null),
                ("dm_permission", json!(true)),
                ("contexts", json!([2, 0, 1])),
                ("name_localizations", Value::Null),
            ] {
                command[name] = value;
            }
        }
        theirs.as_array_mut().unwrap().reverse();
        assert_eq!(normalised(&ours), normalised(&theirs));
    }

    #[test]
    fn what_was_changed_is_a_difference() {
        let ours = registration(false);
        for (command, place, value) in
            [(0, "/description", json!("x")), (0, "/options/0/max_length", json!(5)), (1, "/contexts", json!([0]))]
        {
            let mut theirs = ours.clone();
            *theirs[command].pointer_mut(place).unwrap() = value;
            assert_ne!(normalised(&ours), normalised(&theirs), "{place}");
        }
    }
}
