//! A message as data, before it is sent.

use serde_json::{Map, Value, json};

use super::custom_id::Press;
use super::limits::{BUTTONS, MENU_OPTIONS};

/// Show no embeds for links (resources/message, message flags).
const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// Only the asker sees it.
pub(super) const EPHEMERAL: u64 = 1 << 6;

/// Component types (components/reference).
const ROW: u8 = 1;
const BUTTON: u8 = 2;
const STRING_MENU: u8 = 3;
const CHANNEL_MENU: u8 = 8;
/// The style of a button that leads to an address.
const LINK: u8 = 5;
/// Kinds of channel that people write in: text, announcements, and the text of a voice channel or stage.
const WRITTEN_IN: [u8; 4] = [0, 2, 5, 13];

/// What a message says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) content: String,
    pub(super) embeds: Vec<Embed>,
    pub(super) rows: Vec<Row>,
    /// serenity can number only one attachment by itself (0.12.5, `CreateAttachment`), and no message needs two.
    pub(super) file: Option<File>,
}

/// A card of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Embed {
    pub(super) title: String,
    pub(super) description: String,
    /// Side by side, where there is room.
    pub(super) fields: Vec<(String, String)>,
    /// The name of an attached file that is shown as its picture.
    pub(super) picture: Option<String>,
}

/// A row of controls below a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// Up to five buttons.
    Buttons(Vec<Button>),
    /// A menu of things to choose from.
    Menu(Menu),
    /// A menu of the server's channels, with those that are chosen now.
    Channels {
        /// What is done with the choice.
        press: Press,
        /// What stands in it while nothing is chosen.
        placeholder: String,
        /// The channels chosen now.
        chosen: Vec<u64>,
    },
}

/// A button. It always has words: neither a colour nor a picture says what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Button {
    pub(super) label: String,
    pub(super) does: Does,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Does {
    /// It leads to a page.
    Link(String),
    /// It asks the bot for something.
    Press(Press, Style),
}

/// How a button looks (components/reference, button styles).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// What most will want.
    Primary = 1,
    /// Everything else.
    Secondary = 2,
    /// What cannot be undone.
    Danger = 4,
}

/// A menu of things to choose one from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Menu {
    pub(super) press: Press,
    pub(super) placeholder: String,
    pub(super) items: Vec<Item>,
}

/// A thing that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) label: String,
    pub(super) description: String,
    pub(super) value: String,
    pub(super) chosen: bool,
}

/// A file that goes with the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    pub(super) name: String,
    /// What is in it, for those who cannot see it.
    pub(super) description: String,
    pub(super) bytes: Vec<u8>,
}

impl Button {
    /// A button that leads to a page.
    pub(super) fn link(label: String, url: String) -> Self {
        Self { label, does: Does::Link(url) }
    }

    /// A button that asks the bot for something.
    pub(super) fn press(label: String, press: Press) -> Self {
        Self { label, does: Does::Press(press, Style::Secondary) }
    }

    /// The same, for what most will want or what cannot be undone.
    pub(super) fn styled(self, style: Style) -> Self {
        match self.does {
            Does::Press(press, _) => Self { does: Does::Press(press, style), ..self },
            Does::Link(_) => self,
        }
    }

    fn json(&self) -> Value {
        match &self.does {
            Does::Link(url) => json!({ "type": BUTTON, "style": LINK, "label": self.label, "url": url }),
            Does::Press(press, style) => {
                json!({ "type": BUTTON, "style": *style as u8, "label": self.label, "custom_id": press.custom_id() })
            }
        }
    }
}

impl Row {
    /// Buttons in as many rows as they take.
    pub(super) fn of_buttons(buttons: Vec<Button>) -> impl Iterator<Item = Self> {
        let rows: Vec<Self> = buttons.chunks(BUTTONS).map(|row| Self::Buttons(row.to_vec())).collect();
        rows.into_iter()
    }

    fn json(&self) -> Value {
        let inside: Vec<Value> = match self {
            Self::Buttons(buttons) => buttons.iter().map(Button::json).collect(),
            Self::Menu(menu) => vec![menu.json()],
            Self::Channels { press, placeholder, chosen } => {
                let chosen: Vec<Value> = chosen.iter().map(|id| json!({ "id": id.to_string(), "type": "channel" })).collect();
                vec![json!({
                    "type": CHANNEL_MENU, "custom_id": press.custom_id(), "placeholder": placeholder,
                    "channel_types": WRITTEN_IN, "min_values": 0, "max_values": MENU_OPTIONS, "default_values": chosen,
                })]
            }
        };
        json!({ "type": ROW, "components": inside })
    }
}

impl Menu {
    fn json(&self) -> Value {
        let option = |item: &Item| {
            let mut option = Map::from_iter([
                ("label".to_owned(), json!(item.label)),
                ("value".to_owned(), json!(item.value)),
                ("default".to_owned(), json!(item.chosen)),
            ]);
            if !item.description.is_empty() {
                option.insert("description".to_owned(), json!(item.description));
            }
            Value::Object(option)
        };
        let options: Vec<Value> = self.items.iter().take(MENU_OPTIONS).map(option).collect();
        json!({ "type": STRING_MENU, "custom_id": self.press.custom_id(), "placeholder": self.placeholder, "options": options })
    }
}

impl Embed {
    fn json(&self) -> Value {
        let mut embed = Map::new();
        let mut put = |name: &str, value: Value| embed.insert(name.to_owned(), value);
        if !self.title.is_empty() {
            put("title", json!(self.title));
        }
        if !self.description.is_empty() {
            put("description", json!(self.description));
        }
        if !self.fields.is_empty() {
            let field = |(name, value): &(String, String)| json!({ "name": name, "value": value, "inline": true });
            put("fields", self.fields.iter().map(field).collect());
        }
        if let Some(picture) = &self.picture {
            put("image", json!({ "url": format!("attachment://{picture}") }));
        }
        Value::Object(embed)
    }
}

impl Body {
    /// A message of one sentence or more, without anything else.
    pub(super) fn text(content: impl Into<String>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// The same with these buttons below.
    pub(super) fn with_buttons(mut self, buttons: Vec<Button>) -> Self {
        self.rows.extend(Row::of_buttons(buttons));
        self
    }

    /// The message as Discord takes it, with `flags` beside its own. Nobody is ever pinged.
    pub(super) fn json(&self, flags: u64) -> Map<String, Value> {
        let mut body = Map::new();
        body.insert("content".to_owned(), json!(self.content));
        body.insert("embeds".to_owned(), self.embeds.iter().map(Embed::json).collect());
        body.insert("components".to_owned(), self.rows.iter().map(Row::json).collect());
        body.insert("allowed_mentions".to_owned(), json!({ "parse": [], "replied_user": false }));
        // An edit that names no files takes away those that were there, which belong to what was said before.
        let file = |file: &File| json!({ "id": "0", "filename": file.name, "description": file.description });
        body.insert("attachments".to_owned(), self.file.iter().map(file).collect());
        let flags = flags | self.own_flags();
        if flags != 0 {
            body.insert("flags".to_owned(), json!(flags));
        }
        body
    }

    /// Links in the text would unfold below the message. The flag would hide our own embeds too, so it is only set where
    /// there are none; a link that stands in an embed does not unfold.
    fn own_flags(&self) -> u64 {
        if self.embeds.is_empty() && self.content.contains("://") { SUPPRESS_EMBEDS } else { 0 }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::discord::limits::{
        BUTTON_LABEL, BUTTON_URL, CONTENT, CUSTOM_ID, EMBED_DESCRIPTION, EMBEDS_TOTAL, FIELD_NAME, FIELD_VALUE, FILE_DESCRIPTION,
        MENU_OPTION, length,
    };

    /// What Discord would refuse a message for; nothing when it would take it.
    pub(in crate::discord) fn refused(body: &Body) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut check = |holds: bool, what: &str| {
            if !holds {
                wrong.push(what.to_owned());
            }
        };
        let embed_text = |embed: &Embed| -> usize {
            let fields = embed.fields.iter().map(|(name, value)| length(name) + length(value)).sum::<usize>();
            length(&embed.title) + length(&embed.description) + fields
        };
        check(length(&body.content) <= CONTENT, "the content is too long");
        check(!(body.content.trim().is_empty() && body.embeds.is_empty() && body.file.is_none()), "there is nothing in it");
        check(body.embeds.len() <= 10, "too many embeds");
        check(body.embeds.iter().map(embed_text).sum::<usize>() <= EMBEDS_TOTAL, "the embeds are too long together");
        for embed in &body.embeds {
            check(length(&embed.title) <= 256, "a title is too long");
            check(length(&embed.description) <= EMBED_DESCRIPTION, "a description is too long");
            check(embed_text(embed) > 0 || embed.picture.is_some(), "an embed is empty");
            let field = |(name, value): &(String, String)| {
                (1..=FIELD_NAME).contains(&length(name)) && (1..=FIELD_VALUE).contains(&length(value)) && !value.trim().is_empty()
            };
            check(embed.fields.iter().all(field), "a field is empty or too long");
            let named = embed.picture.as_ref().is_none_or(|picture| body.file.as_ref().is_some_and(|file| file.name == *picture));
            check(named, "a picture is not attached");
        }
        check(body.rows.len() <= 5, "too many rows");
        let mut ids: Vec<String> = Vec::new();
        for row in &body.rows {
            match row {
                Row::Buttons(buttons) => {
                    check((1..=BUTTONS).contains(&buttons.len()), "a row is empty or too long");
                    for button in buttons {
                        check((1..=BUTTON_LABEL).contains(&length(&button.label)), "a button's label is empty or too long");
                        check(button.label.chars().any(char::is_alphabetic), "a button has no words");
                        match &button.does {
                            Does::Link(url) => check(length(url) <= BUTTON_URL, "a link is too long"),
                            Does::Press(press, _) => ids.push(press.custom_id()),
                        }
                    }
                }
                Row::Menu(menu) => {
                    ids.push(menu.press.custom_id());
                    check((1..=MENU_OPTIONS).contains(&menu.items.len()), "a menu is empty or too long");
                    check(length(&menu.placeholder) <= 150, "a placeholder is too long");
                    for item in &menu.items {
                        check((1..=MENU_OPTION).contains(&length(&item.label)), "an option's label is empty or too long");
                        check(length(&item.description) <= MENU_OPTION, "an option's description is too long");
                        check((1..=MENU_OPTION).contains(&length(&item.value)), "an option's value is empty or too long");
                    }
                    let mut values: Vec<&String> = menu.items.iter().map(|item| &item.value).collect();
                    values.sort();
                    values.dedup();
                    check(values.len() == menu.items.len(), "two options have one value");
                }
                Row::Channels { press, .. } => ids.push(press.custom_id()),
            }
        }
        check(ids.iter().all(|id| length(id) <= CUSTOM_ID), "a custom_id is too long");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        check(ids.len() == count, "two controls have one custom_id");
        check(body.file.as_ref().is_none_or(|file| length(&file.description) <= FILE_DESCRIPTION), "a file's description is too long");
        wrong
    }

    #[test]
    fn nobody_is_pinged_and_links_do_not_unfold() {
        let body = Body::text("see <https://a.example>");
        let json = body.json(EPHEMERAL);
        assert_eq!(json["allowed_mentions"], json!({ "parse": [], "replied_user": false }));
        assert_eq!(json["flags"], EPHEMERAL | SUPPRESS_EMBEDS);
    }

    #[test]
    fn our_own_embeds_are_not_suppressed() {
        let embed = Embed { title: "t".to_owned(), description: "d".to_owned(), ..Embed::default() };
        let body = Body { embeds: vec![embed], ..Body::text("https://a.example") };
        assert_eq!(body.json(0).get("flags"), None);
    }
}
