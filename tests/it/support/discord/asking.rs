//! Commands, as people use them: only what is registered, with the options it has.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::command_rules::{MESSAGE, USER};
use super::embed_rules::items;
use super::interaction_routes::{AUTOCOMPLETE, COMMAND};
use super::limits::intent;
use super::message::Message;
use super::message_objects::Sight;
use super::offering::focused_type;
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
pub type Impossible = String;

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
        self.autocomplete_with(by, channel, name, json!({ option: typed }), option).await
    }

    /// The same where other options have been filled in already; `option` is the one being typed into.
    pub async fn autocomplete_with(&self, by: &User, channel: &Channel, name: &str, given: Value, option: &str) -> Vec<Choice> {
        self.attended().await;
        self.registered().await;
        let begun = self.shared.with(|state| {
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
            let current = state.live_message(message.channel, message.id).ok_or("the message is gone")?;
            if current.visible_to.is_some_and(|reader| reader != by.id) {
                return Err("the message is somebody else's to see".to_owned());
            }
            let command = state.offered_command(by, &channel, MESSAGE, name)?;
            let target = message.id.to_string();
            let mut data = command_data(&command);
            data["target_id"] = json!(target);
            data["resolved"] = json!({ "messages": { target: state.message_object(message.id, Sight::Whole) } });
            Ok(state.begin(COMMAND, by, channel.id, data))
        });
        begun.unwrap_or_else(|problem: Impossible| panic!("`{name}`: {problem}"))
    }

    /// Somebody picks a command from a person's context menu.
    pub async fn user_command(&self, by: &User, channel: &Channel, target: &User, name: &str) -> Interaction {
        self.attended().await;
        self.registered().await;
        let begun = self.shared.with(|state| {
            let command = state.offered_command(by, channel, USER, name)?;
            let mut data = command_data(&command);
            data["target_id"] = json!(target.id.to_string());
            data["resolved"] = json!({});
            state.resolve_person(&mut data["resolved"], target.id, channel.id);
            Ok(state.begin(COMMAND, by, channel.id, data))
        });
        begun.unwrap_or_else(|problem: Impossible| panic!("`{name}`: {problem}"))
    }
}

pub fn command_data(command: &Value) -> Value {
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
        let is_only_user_installed = self.is_only_user_installed(channel);
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
            opener: None,
            is_only_user_installed,
            follow_ups: 0,
            completing: None,
            callback: None,
            original: None,
            complete: false,
        };
        self.interactions.insert(id, record);
        Interaction { id, token }
    }
}
