//! What Discord's own client offers to a person: the commands they may use, and the options that it takes.

use serde_json::{Map, Value, json};

use super::asking::{Impossible, command_data};
use super::command_rules::{SLASH, kind};
use super::embed_rules::{items, length};
use super::installs::IN_GUILD;
use super::limits::permission;
use super::option_rules::{BOOLEAN, CHANNEL, INTEGER, NUMBER, STRING, SUB_COMMAND, SUB_COMMAND_GROUP};
use super::people::{Channel, User};
use super::state::{Id, State};

impl State {
    /// A registered command that this person is offered in this channel.
    pub fn offered_command(&self, by: &User, channel: &Channel, wanted: u64, name: &str) -> Result<Value, Impossible> {
        let is_it = |command: &&Value| kind(command) == wanted && command["name"] == name;
        let Some(command) = self.commands.iter().find(is_it) else {
            let names: Vec<&Value> = self.commands.iter().map(|command| &command["name"]).collect();
            return Err(format!("no such command is registered; registered are {names:?}"));
        };
        let context = self.context_of(channel.id);
        let contexts = &command["contexts"];
        let home = command["guild_id"].as_str().and_then(|id| id.parse::<Id>().ok());
        let is_elsewhere = home.is_some() && home != self.channel(channel.id).guild;
        if is_elsewhere || (!contexts.is_null() && !items(contexts).contains(&json!(context))) {
            return Err("the command is not offered in this kind of channel".to_owned());
        }
        if !self.is_installed_for(command, by.id, channel.id) {
            return Err("the application is installed neither here nor by this person, or the command is not for that".to_owned());
        }
        let needed = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
        let held = self.permissions_in(self.person(by.id), channel.id);
        let is_allowed = match needed {
            None => true,
            Some(_) if context != IN_GUILD || self.opened_commands.contains(name) => true,
            // "0" is for administrators alone.
            Some(0) => held & permission::ADMINISTRATOR != 0,
            Some(needed) => held & needed == needed,
        };
        if is_allowed { Ok(command.clone()) } else { Err(format!("{} lacks the permission for it", by.name)) }
    }

    /// The `data` of a slash command; `focused` is the option being typed into, if it is.
    pub fn slash_data(&self, by: &User, channel: &Channel, path: &str, given: &Value, focused: Option<&str>) -> Result<Value, Impossible> {
        let mut words = path.split(' ');
        let name = words.next().unwrap_or_default();
        let command = self.offered_command(by, channel, SLASH, name)?;
        let words: Vec<&str> = words.collect();
        let given = given.as_object().ok_or("options are given as an object")?;
        let mut data = command_data(&command);
        data["options"] = json!(self.options(items(&command["options"]), &words, given, focused, channel.id)?);
        data["resolved"] = self.resolved(&named_in(&data["options"]), by, channel.id);
        Ok(data)
    }

    fn options(
        &self,
        offered: &[Value],
        words: &[&str],
        given: &Map<String, Value>,
        focused: Option<&str>,
        channel: Id,
    ) -> Result<Vec<Value>, Impossible> {
        let nested = |option: &&Value| matches!(option["type"].as_u64(), Some(SUB_COMMAND | SUB_COMMAND_GROUP));
        if let [word, rest @ ..] = words {
            let found = offered.iter().filter(nested).find(|option| option["name"] == *word);
            let found = found.ok_or_else(|| format!("there is no subcommand `{word}`"))?;
            let inner = self.options(items(&found["options"]), rest, given, focused, channel)?;
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
        given.iter().map(|(name, value)| self.option(offered, name, value, focused == Some(name), channel)).collect()
    }

    fn option(&self, offered: &[Value], name: &str, value: &Value, is_focused: bool, channel: Id) -> Result<Value, Impossible> {
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
            Some(CHANNEL) => self.names_something(CHANNEL, value, channel) && self.is_of_type(value, &spec["channel_types"]),
            Some(other) => self.names_something(other, value, channel),
            None => false,
        };
        if fits && offered_value && within_range(value, spec) {
            Ok(json!({ "name": name, "type": spec["type"], "value": value }))
        } else {
            Err(format!("the option `{name}` does not take {value}; it is {spec}"))
        }
    }
}

/// Every option, those of subcommands included.
pub fn flattened(options: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for option in items(options) {
        found.push(option);
        found.extend(flattened(&option["options"]));
    }
    found
}

/// What the options name: ids of people, roles, channels and files, each with its option's type.
pub fn named_in(options: &Value) -> Vec<(u64, Value)> {
    let named = flattened(options).into_iter().filter(|option| option["focused"] != true);
    named.filter_map(|option| Some((option["type"].as_u64()?, option.get("value")?.clone()))).collect()
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
pub fn focused_type(options: &Value) -> Option<u64> {
    let all = flattened(options);
    all.iter().find(|option| option["focused"] == true)?["type"].as_u64()
}
