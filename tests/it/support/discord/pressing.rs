//! Buttons and menus, as people use them.

use serde_json::{Value, json};

use super::component_rules::flattened;
use super::embed_rules::items;
use super::interaction_routes::COMPONENT;
use super::message::Message;
use super::people::User;
use super::server::FakeDiscord;
use super::state::{Interaction, State};

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
        self.attended().await;
        let begun = self.shared.with(|state| state.touch(by, message, menu, Some(values)));
        begun.unwrap_or_else(|problem| panic!("{} cannot select from `{menu}`: {problem}", by.name))
    }
}

impl State {
    fn touch(&mut self, by: &User, message: &Message, name: &str, values: Option<&[&str]>) -> Result<Interaction, String> {
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
        let mut data = json!({ "custom_id": custom_id, "component_type": component["type"] });
        if let Some(values) = values {
            let offered = |value: &&str| items(&component["options"]).iter().any(|option| option["value"] == **value);
            if let Some(stranger) = values.iter().find(|value| !offered(value)) {
                return Err(format!("`{stranger}` is not offered"));
            }
            data["values"] = json!(values);
        }
        Ok(self.begin_on(Some(message.id), COMPONENT, by, message.channel, data))
    }
}
