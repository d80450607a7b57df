//! Commands, as people use them: only what is registered, with the options it has.

use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::Instant;

use super::command_rules::{BOOLEAN, INTEGER, MESSAGE, NUMBER, SLASH, STRING, SUB_COMMAND, SUB_COMMAND_GROUP, USER, kind};
use super::embed_rules::{items, length};
use super::interaction_routes::{AUTOCOMPLETE, COMMAND};
use super::limits::{intent, permission};
use super::message::Message;
use super::objects::{Sight, user};
use super::people::{Channel, User};
use super::server::FakeDiscord;
use super::state::{Id, Interaction, InteractionRecord, State};

/// A suggestion shown while somebody types.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub name: String,
    pub value: Value,
}

/// What Discord's own client would not let a person do.
type Impossible = String;

impl FakeDiscord {
    /// Somebody uses a slash command; subcommands follow its name after a space. Panics where
    /// Discord's client would not let them: an unknown command or option, a value of the wrong type.
    pub async fn slash(&self, by: &User, channel: &Channel, name: &str, options: Value) -> Interaction {
        self.attended().await;
        self.registered().await;
        let begun = self.shared.with(|state| {
            let data = state.slash_data(by, channel, name, &options, None)?;
            Ok(state.begin(COMMAND, by, channel.id, data))
        });
        begun.unwrap_or_else(|problem: Impossible| panic!("/{name}: {problem}"))
    }

    /// What is suggested to somebody who has typed this into an option.
    pub async fn autocomplete(&self, by: &User, channel: &Channel, name: &str, option: &str, typed: &str) -> Vec<Choice> {
        self.attended().await;
        self.registered().await;
        let begun = self.shared.with(|state| {
            let given = json!({ option: typed });
            let data = state.slash_data(by, channel, name, &given, Some(option))?;
            let completing = focused_type(&data["options"]);
            let interaction = state.begin(AUTOCOMPLETE, by, channel.id, data);
            state.interaction_mut(interaction.id).completing = completing;
            Ok(interaction)
        });
        let interaction = begun.unwrap_or_else(|problem: Impossible| panic!("/{name} {option}: {problem}"));
        let answered = |state: &mut State| state.interaction(interaction.id).callback.clone();
        let callback = self.shared.until("the suggestions", answered).await;
        let choice =
            |choice: &Value| Choice { name: choice["name"].as_str().unwrap_or_default().to_owned(), value: choice["value"].clone() };
        items(&callback.data["choices"]).iter().map(choice).collect()
    }

    /// Somebody picks a command from a message's context menu.
    pub async fn message_command(&self, by: &User, message: &Message, name: &str) -> Interaction {
        self.attended().await;
        self.registered().await;
        let begun = self.shared.with(|state| {
            let channel = Channel { id: message.channel };
            let command = state.offered_command(by, &channel, MESSAGE, name)?;
            let target = message.id.to_string();
            let mut data = command_data(&command);
            data["target_id"] = json!(target);
            data["resolved"] = json!({ "messages": { target: state.message_object(message.id, Sight::Whole) } });
            Ok(state.begin(COMMAND, by, channel.id, data))
        });
        begun.unwrap_or_else(|problem: Impossible| panic!("`{name}`: {problem}"))
    }
}

fn command_data(command: &Value) -> Value {
    let mut data = json!({ "id": command["id"], "name": command["name"], "type": command["type"] });
    if !command["guild_id"].is_null() {
        data["guild_id"] = command["guild_id"].clone();
    }
    data
}

impl State {
    /// Sends INTERACTION_CREATE and keeps the book on it.
    pub(super) fn begin(&mut self, kind: u64, by: &User, channel: Id, data: Value) -> Interaction {
        self.begin_on(None, kind, by, channel, data)
    }

    pub(super) fn begin_on(&mut self, source: Option<Id>, kind: u64, by: &User, channel: Id, data: Value) -> Interaction {
        let id = self.new_id();
        let token = format!("aW50ZXJhY3Rpb246{id}");
        let mut payload = self.interaction_outline(self.person(by.id), &by.locale, channel);
        payload["id"] = json!(id.to_string());
        payload["token"] = json!(token);
        payload["type"] = json!(kind);
        payload["data"] = data;
        if let Some(source) = source {
            payload["message"] = self.message_object(source, Sight::Whole);
        }
        self.dispatch(intent::NONE, "INTERACTION_CREATE", &payload);
        let record = InteractionRecord {
            id,
            token: token.clone(),
            kind,
            user: by.id,
            channel,
            dispatched: Instant::now(),
            aged: Duration::ZERO,
            payload,
            source,
            completing: None,
            callback: None,
            original: None,
            complete: false,
        };
        self.interactions.insert(id, record);
        Interaction { id, token }
    }

    /// A registered command that this person is offered in this channel.
    fn offered_command(&self, by: &User, channel: &Channel, wanted: u64, name: &str) -> Result<Value, Impossible> {
        let is_direct = self.channel(channel.id).is_direct();
        let is_it = |command: &&Value| kind(command) == wanted && command["name"] == name;
        let Some(command) = self.commands.iter().find(is_it) else {
            let names: Vec<&Value> = self.commands.iter().map(|command| &command["name"]).collect();
            return Err(format!("no such command is registered; registered are {names:?}"));
        };
        let context = json!(u64::from(is_direct));
        let contexts = &command["contexts"];
        let guild_only = !command["guild_id"].is_null();
        if (is_direct && guild_only) || (!contexts.is_null() && !items(contexts).contains(&context)) {
            return Err("the command is not offered in this kind of channel".to_owned());
        }
        let needed = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
        let held = self.person(by.id).permissions;
        let is_allowed = match needed {
            None => true,
            Some(_) if is_direct || self.opened_commands.contains(name) => true,
            // "0" is for administrators alone.
            Some(0) => held & permission::ADMINISTRATOR != 0,
            Some(needed) => held & permission::ADMINISTRATOR != 0 || held & needed == needed,
        };
        if is_allowed { Ok(command.clone()) } else { Err(format!("{} lacks the permission for it", by.name)) }
    }

    /// The `data` of a slash command; `focused` is the option being typed into, if it is.
    fn slash_data(&self, by: &User, channel: &Channel, path: &str, given: &Value, focused: Option<&str>) -> Result<Value, Impossible> {
        let mut words = path.split(' ');
        let name = words.next().unwrap_or_default();
        let command = self.offered_command(by, channel, SLASH, name)?;
        let words: Vec<&str> = words.collect();
        let given = given.as_object().ok_or("options are given as an object")?;
        let mut data = command_data(&command);
        data["options"] = json!(self.options(items(&command["options"]), &words, given, focused)?);
        data["resolved"] = self.resolved(&data["options"]);
        Ok(data)
    }

    fn options(
        &self,
        offered: &[Value],
        words: &[&str],
        given: &Map<String, Value>,
        focused: Option<&str>,
    ) -> Result<Vec<Value>, Impossible> {
        let nested = |option: &&Value| matches!(option["type"].as_u64(), Some(SUB_COMMAND | SUB_COMMAND_GROUP));
        if let [word, rest @ ..] = words {
            let found = offered.iter().filter(nested).find(|option| option["name"] == *word);
            let found = found.ok_or_else(|| format!("there is no subcommand `{word}`"))?;
            let inner = self.options(items(&found["options"]), rest, given, focused)?;
            return Ok(vec![json!({ "name": word, "type": found["type"], "options": inner })]);
        }
        if offered.iter().any(|option| nested(&option)) {
            return Err("a subcommand must be chosen".to_owned());
        }
        let missing = offered
            .iter()
            .find(|option| option["required"] == true && !option["name"].as_str().is_some_and(|name| given.contains_key(name)));
        if let (Some(missing), None) = (missing, focused) {
            return Err(format!("the required option {} is missing", missing["name"]));
        }
        given.iter().map(|(name, value)| self.option(offered, name, value, focused == Some(name))).collect()
    }

    fn option(&self, offered: &[Value], name: &str, value: &Value, is_focused: bool) -> Result<Value, Impossible> {
        let spec = offered.iter().find(|option| option["name"] == name);
        let spec = spec.ok_or_else(|| format!("there is no option `{name}`"))?;
        if is_focused {
            let completes = spec["autocomplete"] == true;
            return if completes {
                Ok(json!({ "name": name, "type": spec["type"], "value": value, "focused": true }))
            } else {
                Err(format!("the option `{name}` has no autocomplete"))
            };
        }
        let choices = items(&spec["choices"]);
        let offered_value = choices.is_empty() || choices.iter().any(|choice| choice["value"] == *value);
        let fits = match spec["type"].as_u64() {
            Some(STRING) => value.is_string() && within(length(value), &spec["min_length"], &spec["max_length"]),
            Some(INTEGER) => value.is_i64(),
            Some(BOOLEAN) => value.is_boolean(),
            Some(NUMBER) => value.is_number(),
            Some(USER) => value.as_str().and_then(|id| id.parse().ok()).is_some_and(|id: Id| self.people.contains_key(&id)),
            _ => false,
        };
        if fits && offered_value && within_range(value, spec) {
            Ok(json!({ "name": name, "type": spec["type"], "value": value }))
        } else {
            Err(format!("the option `{name}` does not take {value}; it is {spec}"))
        }
    }

    /// The people named by options of type user.
    fn resolved(&self, options: &Value) -> Value {
        let named = flattened(options).into_iter().filter(|option| option["type"] == USER);
        let person = |id: &str| self.people.get(&id.parse().ok()?);
        let users: Map<String, Value> =
            named.filter_map(|option| option["value"].as_str()).filter_map(|id| Some((id.to_owned(), user(person(id)?)))).collect();
        json!({ "users": users })
    }
}

/// Every option, those of subcommands included.
fn flattened(options: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for option in items(options) {
        found.push(option);
        found.extend(flattened(&option["options"]));
    }
    found
}

fn within(found: usize, least: &Value, most: &Value) -> bool {
    let found = found as u64;
    least.as_u64().is_none_or(|least| found >= least) && most.as_u64().is_none_or(|most| found <= most)
}

fn within_range(value: &Value, spec: &Value) -> bool {
    let Some(found) = value.as_f64() else {
        return true;
    };
    spec["min_value"].as_f64().is_none_or(|least| found >= least) && spec["max_value"].as_f64().is_none_or(|most| found <= most)
}

/// The type of the option being typed into, however deep it lies.
fn focused_type(options: &Value) -> Option<u64> {
    let all = flattened(options);
    all.iter().find(|option| option["focused"] == true)?["type"].as_u64()
}
