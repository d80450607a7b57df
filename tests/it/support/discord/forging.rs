//! What Discord's own client never sends but others can: commands that are hidden, buttons that are not there. A bot must
//! check for itself.

use serde_json::{Map, Value, json};

use super::asking::command_data;
use super::command_rules::{SLASH, kind};
use super::component_rules::{BUTTON, TEXT_INPUT};
use super::embed_rules::items;
use super::interaction_routes::{COMMAND, COMPONENT, MODAL_SUBMIT};
use super::message::Message;
use super::offering::named_in;
use super::option_rules::{BOOLEAN, CHANNEL, INTEGER, NUMBER, STRING, SUB_COMMAND, SUB_COMMAND_GROUP};
use super::people::{Channel, User};
use super::select_rules::{CHANNEL_SELECT, STRING_SELECT};
use super::server::FakeDiscord;
use super::state::{Interaction, State};

impl FakeDiscord {
    /// A slash command arrives, whether or not it is offered to this person here, registered at all, or takes
    /// such options.
    pub async fn slash_forged(&self, by: &User, channel: &Channel, name: &str, options: Value) -> Interaction {
        self.attended().await;
        self.shared.with(|state| {
            let data = state.forged_data(by, channel, name, &options);
            state.begin(COMMAND, by, channel.id, data)
        })
    }

    /// A press arrives with this custom_id, which may stand on no button, from somebody who may not see the message.
    pub async fn press_forged(&self, by: &User, message: &Message, custom_id: &str) -> Interaction {
        self.forge(by, message, json!({ "custom_id": custom_id, "component_type": BUTTON })).await
    }

    /// A selection arrives with this custom_id and these values, which no menu may offer.
    pub async fn select_forged(&self, by: &User, message: &Message, custom_id: &str, values: &[&str]) -> Interaction {
        self.forge(by, message, json!({ "custom_id": custom_id, "component_type": STRING_SELECT, "values": values })).await
    }

    /// The same for a menu of channels.
    pub async fn select_channels_forged(&self, by: &User, message: &Message, custom_id: &str, channels: &[&Channel]) -> Interaction {
        let values: Vec<String> = channels.iter().map(|channel| channel.id.to_string()).collect();
        let named: Vec<(u64, Value)> = values.iter().map(|value| (CHANNEL, json!(value))).collect();
        let resolved = self.shared.with(|state| state.resolved(&named, by, message.channel));
        let data = json!({ "custom_id": custom_id, "component_type": CHANNEL_SELECT, "values": values, "resolved": resolved });
        self.forge(by, message, data).await
    }

    async fn forge(&self, by: &User, message: &Message, data: Value) -> Interaction {
        self.attended().await;
        self.shared.with(|state| state.begin_on(Some(message.id), COMPONENT, by, message.channel, data))
    }

    /// A modal arrives that nobody has opened, with these texts by custom_id.
    pub async fn submit_forged(&self, by: &User, channel: &Channel, custom_id: &str, fields: Value) -> Interaction {
        self.attended().await;
        let row =
            |(id, text): (&String, &Value)| json!({ "type": 1, "components": [{ "type": TEXT_INPUT, "custom_id": id, "value": text }] });
        let rows: Vec<Value> = fields.as_object().into_iter().flatten().map(row).collect();
        let data = json!({ "custom_id": custom_id, "components": rows });
        self.shared.with(|state| state.begin(MODAL_SUBMIT, by, channel.id, data))
    }
}

impl State {
    fn forged_data(&mut self, by: &User, channel: &Channel, path: &str, given: &Value) -> Value {
        let words: Vec<&str> = path.split(' ').collect();
        let name = words.first().copied().unwrap_or_default();
        let known = self.commands.iter().find(|command| kind(command) == SLASH && command["name"] == name).cloned();
        let command = known.unwrap_or_else(|| json!({ "id": self.new_id().to_string(), "name": name, "type": SLASH }));
        let mut data = command_data(&command);
        data["options"] = forged_options(items(&command["options"]), words.get(1..).unwrap_or_default(), given.as_object());
        data["resolved"] = self.resolved(&named_in(&data["options"]), by, channel.id);
        data
    }
}

fn forged_options(offered: &[Value], words: &[&str], given: Option<&Map<String, Value>>) -> Value {
    let spec = |name: &str| offered.iter().find(|option| option["name"] == name);
    if let [word, rest @ ..] = words {
        let found = spec(word);
        let kind = if rest.is_empty() { SUB_COMMAND } else { SUB_COMMAND_GROUP };
        let inner = forged_options(found.map_or(&[], |found| items(&found["options"])), rest, given);
        return json!([{ "name": word, "type": kind, "options": inner }]);
    }
    let option = |(name, value): (&String, &Value)| {
        let known = spec(name).and_then(|spec| spec["type"].as_u64());
        json!({ "name": name, "type": known.unwrap_or(type_of(value)), "value": value })
    };
    given.into_iter().flatten().map(option).collect()
}

fn type_of(value: &Value) -> u64 {
    match value {
        Value::Bool(_) => BOOLEAN,
        Value::Number(number) if number.is_i64() => INTEGER,
        Value::Number(_) => NUMBER,
        _ => STRING,
    }
}
