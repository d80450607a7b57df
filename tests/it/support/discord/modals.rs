//! Modals, as people see them, fill them in and send them off.

use serde_json::{Map, Value, json};

use super::asking::Impossible;
use super::component_rules::{ROW, TEXT_INPUT};
use super::embed_rules::items;
use super::interaction_routes::{MODAL, MODAL_SUBMIT};
use super::modal_rules::{LABEL, fields, lengths};
use super::people::User;
use super::server::FakeDiscord;
use super::state::{Interaction, State};

/// A form that has opened before a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Modal {
    pub custom_id: String,
    pub title: String,
    pub components: Value,
}

impl Modal {
    /// The form in plain text: its title, and each field with what stands in it.
    pub fn rendered(&self) -> String {
        let mut lines = vec![format!("# {}", self.title)];
        for component in items(&self.components) {
            if let Some(text) = component["content"].as_str() {
                lines.push(text.to_owned());
            }
            let whole = json!({ "components": [component] });
            for (label, field) in fields(&whole) {
                lines.push(rendered_field(label, &component["description"], field));
            }
        }
        lines.join("\n")
    }
}

fn rendered_field(label: &str, description: &Value, field: &Value) -> String {
    let optional = if field["required"] == false { " (optional)" } else { "" };
    let description = description.as_str().map(|text| format!(" – {text}")).unwrap_or_default();
    let shown = match (field["value"].as_str(), field["placeholder"].as_str()) {
        (Some(value), _) if !value.is_empty() => value.to_owned(),
        (_, Some(placeholder)) => format!("({placeholder})"),
        _ => String::new(),
    };
    let options: Vec<&str> = items(&field["options"]).iter().filter_map(|option| option["label"].as_str()).collect();
    let shown = if options.is_empty() { shown } else { options.join(" | ") };
    format!("{label}{optional}{description}: [{shown}]")
}

impl FakeDiscord {
    /// Waits until the modal opens that answers this interaction. Panics if it is answered otherwise.
    pub async fn modal(&self, of: &Interaction) -> Modal {
        let callback = self.shared.until("a modal", |state| state.interaction(of.id).callback.clone()).await;
        assert_eq!(callback.kind, MODAL, "the answer is no modal but {}", callback.data);
        let text = |part: &str| callback.data[part].as_str().unwrap_or_default().to_owned();
        Modal { custom_id: text("custom_id"), title: text("title"), components: callback.data["components"].clone() }
    }

    /// Somebody fills in the modal that this interaction has opened, and sends it off. `fields` gives text, or
    /// values for a menu, by custom_id or label; what is left out stays as it was filled beforehand. Panics
    /// where Discord's client would not let them: an unknown field, a required one empty, a text too long.
    pub async fn submit(&self, by: &User, to: &Interaction, fields: Value) -> Interaction {
        let modal = self.modal(to).await;
        self.attended().await;
        let begun = self.shared.with(|state| {
            let opener = state.interaction(to.id).clone();
            if opener.user != by.id {
                return Err("the modal has opened before somebody else".to_owned());
            }
            let given = fields.as_object().ok_or("fields are given as an object")?;
            let mut data = json!({ "custom_id": modal.custom_id });
            data["components"] = state.filled(&modal, given, opener.channel)?;
            let sent = state.begin_on(opener.source, MODAL_SUBMIT, by, opener.channel, data);
            state.interaction_mut(sent.id).opener = Some(to.id);
            Ok(sent)
        });
        begun.unwrap_or_else(|problem: Impossible| panic!("{} cannot send `{}` off: {problem}", by.name, modal.title))
    }
}

impl State {
    fn filled(&self, modal: &Modal, given: &Map<String, Value>, channel: u64) -> Result<Value, Impossible> {
        let whole = json!({ "components": modal.components });
        let known = |name: &String| fields(&whole).iter().any(|(label, field)| label == name || field["custom_id"] == *name);
        if let Some(stranger) = given.keys().find(|name| !known(name)) {
            return Err(format!("there is no field `{stranger}`"));
        }
        let mut filled = Vec::new();
        for component in items(&modal.components) {
            let one = json!({ "components": [component] });
            let kind = &component["type"];
            let Some((label, field)) = fields(&one).first().copied() else { continue };
            let value = given.get(label).or_else(|| given.get(field["custom_id"].as_str().unwrap_or_default()));
            let answer = self.filled_field(label, field, value, channel)?;
            filled.push(if *kind == LABEL {
                json!({ "type": LABEL, "component": answer })
            } else {
                json!({ "type": ROW, "components": [answer] })
            });
        }
        Ok(json!(filled))
    }

    fn filled_field(&self, label: &str, field: &Value, given: Option<&Value>, channel: u64) -> Result<Value, Impossible> {
        let mut answer = json!({ "type": field["type"], "custom_id": field["custom_id"] });
        let is_required = field["required"] != false;
        if field["type"] != TEXT_INPUT {
            let values: Vec<String> = given.map_or(&[][..], items).iter().filter_map(|value| Some(value.as_str()?.to_owned())).collect();
            if is_required || !values.is_empty() {
                self.check_picked(field, &values, channel).map_err(|problem| format!("`{label}`: {problem}"))?;
            }
            answer["values"] = json!(values);
            return Ok(answer);
        }
        let text = given.or(Some(&field["value"])).and_then(Value::as_str).unwrap_or_default();
        let (least, most) = lengths(field);
        let long = text.chars().count() as u64;
        if is_required && text.is_empty() {
            return Err(format!("the field `{label}` must be filled in"));
        }
        if !text.is_empty() && !(least..=most).contains(&long) {
            return Err(format!("the field `{label}` takes {least} to {most} characters, not {long}"));
        }
        answer["value"] = json!(text);
        Ok(answer)
    }
}
