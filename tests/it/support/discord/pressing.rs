//! Buttons and menus, as people use them.

use serde_json::{Value, json};

use super::component_rules::{BUTTON, flattened};
use super::embed_rules::items;
use super::interaction_routes::COMPONENT;
use super::members::Role;
use super::message::Message;
use super::option_rules::{CHANNEL, MENTIONABLE, ROLE, USER};
use super::people::{Channel, User};
use super::select_rules::{CHANNEL_SELECT, MENTIONABLE_SELECT, ROLE_SELECT, STRING_SELECT, USER_SELECT, values_wanted};
use super::server::FakeDiscord;
use super::state::{Id, Interaction, State};

impl FakeDiscord {
    /// Somebody presses the button of this label or custom_id, as the message is now. Panics where
    /// there is none, where it is switched off, and where the person cannot see the message.
    pub async fn press(&self, by: &User, message: &Message, button: &str) -> Interaction {
        self.attended().await;
        let begun = self.shared.with(|state| state.touch(by, message, button, None));
        begun.unwrap_or_else(|problem| panic!("{} cannot press `{button}`: {problem}", by.name))
    }

    /// Somebody picks values from the menu of this placeholder or custom_id.
    pub async fn select(&self, by: &User, message: &Message, menu: &str, values: &[&str]) -> Interaction {
        self.pick(by, message, menu, STRING_SELECT, values.iter().map(|value| (*value).to_owned()).collect()).await
    }

    /// Somebody picks channels from a menu of channels.
    pub async fn select_channels(&self, by: &User, message: &Message, menu: &str, channels: &[&Channel]) -> Interaction {
        self.pick(by, message, menu, CHANNEL_SELECT, texts(channels.iter().map(|channel| channel.id))).await
    }

    /// Somebody picks roles from a menu of roles.
    pub async fn select_roles(&self, by: &User, message: &Message, menu: &str, roles: &[&Role]) -> Interaction {
        self.pick(by, message, menu, ROLE_SELECT, texts(roles.iter().map(|role| role.id))).await
    }

    /// Somebody picks people from a menu of people.
    pub async fn select_users(&self, by: &User, message: &Message, menu: &str, users: &[&User]) -> Interaction {
        self.pick(by, message, menu, USER_SELECT, texts(users.iter().map(|user| user.id))).await
    }

    async fn pick(&self, by: &User, message: &Message, menu: &str, kind: u64, values: Vec<String>) -> Interaction {
        self.attended().await;
        let begun = self.shared.with(|state| state.touch(by, message, menu, Some((kind, &values))));
        begun.unwrap_or_else(|problem| panic!("{} cannot select from `{menu}`: {problem}", by.name))
    }
}

fn texts(ids: impl Iterator<Item = Id>) -> Vec<String> {
    ids.map(|id| id.to_string()).collect()
}

impl State {
    /// `picked` is what a menu is to give, with the menu's type; a button is pressed without.
    fn touch(&mut self, by: &User, message: &Message, name: &str, picked: Option<(u64, &[String])>) -> Result<Interaction, String> {
        let current = self.live_message(message.channel, message.id).ok_or("the message is gone")?;
        if current.visible_to.is_some_and(|reader| reader != by.id) {
            return Err("the message is somebody else's to see".to_owned());
        }
        let components = json!(current.components);
        let is_named = |component: &&&Value| ["label", "placeholder", "custom_id"].iter().any(|part| component[*part] == name);
        let all = flattened(&components);
        let component = all.iter().find(is_named).ok_or_else(|| format!("it is not there: {components}"))?;
        if component["disabled"] == true {
            return Err("it is switched off".to_owned());
        }
        let custom_id = component["custom_id"].as_str().ok_or("it is a link, which the bot never hears of")?;
        let wanted = picked.map_or(BUTTON, |(kind, _)| kind);
        if component["type"] != wanted {
            return Err(format!("it is a component of type {}, not {wanted}", component["type"]));
        }
        let mut data = json!({ "custom_id": custom_id, "component_type": wanted });
        if let Some((_, values)) = picked {
            self.check_picked(component, values, message.channel)?;
            data["values"] = json!(values);
            if let Some(kind) = option_type(wanted) {
                let named: Vec<(u64, Value)> = values.iter().map(|value| (kind, json!(value))).collect();
                data["resolved"] = self.resolved(&named, by, message.channel);
            }
        }
        Ok(self.begin_on(Some(message.id), COMPONENT, by, message.channel, data))
    }

    /// What Discord's client would not let a person pick from a menu.
    pub fn check_picked(&self, menu: &Value, values: &[String], channel: Id) -> Result<(), String> {
        let (least, most) = values_wanted(menu);
        if !(least..=most).contains(&(values.len() as u64)) {
            return Err(format!("it takes {least} to {most} values, not {}", values.len()));
        }
        let kind = menu["type"].as_u64().unwrap_or(0);
        let is_offered = |value: &Value| match option_type(kind) {
            None => items(&menu["options"]).iter().any(|option| option["value"] == *value),
            Some(CHANNEL) => self.names_something(CHANNEL, value, channel) && self.is_of_type(value, &menu["channel_types"]),
            Some(other) => self.names_something(other, value, channel),
        };
        match values.iter().find(|value| !is_offered(&json!(value))) {
            Some(stranger) => Err(format!("`{stranger}` is not offered")),
            None => Ok(()),
        }
    }
}

/// The type of an option that names what such a menu names; none for a menu of texts.
fn option_type(select: u64) -> Option<u64> {
    match select {
        USER_SELECT => Some(USER),
        ROLE_SELECT => Some(ROLE),
        MENTIONABLE_SELECT => Some(MENTIONABLE),
        CHANNEL_SELECT => Some(CHANNEL),
        _ => None,
    }
}
