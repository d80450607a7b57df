//! A message, as a test looks at it.

use std::fmt::Write;

use serde_json::{Value, json};

use super::component_rules::{BUTTON, flattened};
use super::embed_rules::items;
use super::state::{Id, State};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub filename: String,
    pub description: Option<String>,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub id: Id,
    pub channel: Id,
    pub author_is_bot: bool,
    pub content: String,
    pub embeds: Value,
    pub components: Value,
    pub attachments: Vec<Attachment>,
    pub flags: u64,
    /// The message that this one replies to.
    pub references: Option<Id>,
    /// Only one person sees it.
    pub ephemeral: bool,
}

impl Message {
    pub(super) fn of(state: &State, id: Id) -> Self {
        let record = state.message(id);
        let attachments = record.attachments.iter().map(|attachment| Attachment {
            filename: attachment.filename.clone(),
            description: attachment.description.clone(),
            bytes: attachment.bytes.clone(),
        });
        Self {
            id,
            channel: record.channel,
            author_is_bot: record.author == state.bot,
            content: record.content.clone(),
            embeds: json!(record.embeds),
            components: json!(record.components),
            attachments: attachments.collect(),
            flags: record.flags,
            references: record.reference,
            ephemeral: record.visible_to.is_some(),
        }
    }

    /// The attached file of this name. Panics if there is none.
    pub fn attachment(&self, filename: &str) -> &Attachment {
        let found = self.attachments.iter().find(|attachment| attachment.filename == filename);
        found.unwrap_or_else(|| panic!("`{filename}` is not attached; attached are {:?}", self.filenames()))
    }

    /// What a reader who cannot see the attached file of this name is told of it. Panics if there is no such file.
    pub fn alt_text(&self, filename: &str) -> Option<&str> {
        self.attachment(filename).description.as_deref()
    }

    pub fn filenames(&self) -> Vec<&str> {
        self.attachments.iter().map(|attachment| attachment.filename.as_str()).collect()
    }

    /// The labels of the buttons that can be pressed.
    pub fn buttons(&self) -> Vec<&str> {
        let all = flattened(&self.components).into_iter();
        let live = all.filter(|component| component["type"] == BUTTON && component["disabled"] != true);
        live.filter_map(|button| button["label"].as_str()).collect()
    }

    /// The custom_id of the button or menu of this label or placeholder.
    pub fn custom_id(&self, name: &str) -> Option<&str> {
        let all = flattened(&self.components).into_iter();
        let mut named = all.filter(|component| component["label"] == name || component["placeholder"] == name);
        named.find_map(|component| component["custom_id"].as_str())
    }

    /// The message in plain text, in the order in which a person reads it: what stands between the
    /// lines of a snapshot is what stands on the screen.
    pub fn rendered(&self) -> String {
        let mut parts = Vec::new();
        if self.ephemeral {
            parts.push("(only you can see this)".to_owned());
        }
        if !self.content.is_empty() {
            parts.push(self.content.clone());
        }
        parts.extend(items(&self.embeds).iter().map(rendered_embed));
        parts.extend(items(&self.components).iter().map(rendered_component));
        parts.extend(self.attachments.iter().map(rendered_attachment));
        parts.join("\n\n")
    }
}

/// An embed is set off by a bar, as Discord does.
fn rendered_embed(embed: &Value) -> String {
    let mut text = String::new();
    let mut line = |line: &str| writeln!(text, "{line}").expect("writing to memory");
    if let Some(author) = embed["author"]["name"].as_str() {
        line(&linked(author, &embed["author"]["url"]));
    }
    if let Some(title) = embed["title"].as_str() {
        line(&format!("# {}", linked(title, &embed["url"])));
    }
    if let Some(description) = embed["description"].as_str() {
        line(description);
    }
    for field in items(&embed["fields"]) {
        line(&format!("## {}", field["name"].as_str().unwrap_or_default()));
        line(field["value"].as_str().unwrap_or_default());
    }
    for part in ["image", "thumbnail"] {
        if let Some(url) = embed[part]["url"].as_str() {
            line(&format!("{part}: {}", url.trim_start_matches("attachment://")));
        }
    }
    if let Some(footer) = embed["footer"]["text"].as_str() {
        line(&format!("_{footer}_"));
    }
    let barred: Vec<String> = text.lines().map(|line| format!("│ {line}").trim_end().to_owned()).collect();
    barred.join("\n")
}

fn linked(text: &str, url: &Value) -> String {
    url.as_str().map_or_else(|| text.to_owned(), |url| format!("[{text}]({url})"))
}

/// A row is a line; what is not a row (Components V2) is drawn with its parts below it.
fn rendered_component(component: &Value) -> String {
    let inside = items(&component["components"]).iter();
    match component["type"].as_u64() {
        Some(1) => inside.map(rendered_component).collect::<Vec<_>>().join(" "),
        Some(2) => rendered_button(component),
        Some(3) => {
            let labels = items(&component["options"]).iter().filter_map(|option| option["label"].as_str());
            let placeholder = component["placeholder"].as_str().unwrap_or("select");
            format!("<{placeholder}: {}>", labels.collect::<Vec<_>>().join(" | "))
        }
        Some(kind @ 5..=8) => {
            let named = ["people", "roles", "people and roles", "channels"][usize::try_from(kind - 5).expect("a small number")];
            format!("<{}: {named}>", component["placeholder"].as_str().unwrap_or("select"))
        }
        Some(10) => component["content"].as_str().unwrap_or_default().to_owned(),
        Some(14) => "───".to_owned(),
        _ => {
            let accessory = Some(&component["accessory"]).filter(|accessory| accessory.is_object());
            inside.chain(accessory).map(rendered_component).collect::<Vec<_>>().join("\n")
        }
    }
}

fn rendered_button(button: &Value) -> String {
    let label = button["label"].as_str().unwrap_or_default();
    let drawn = button["url"].as_str().map_or_else(|| format!("[{label}]"), |url| format!("[{label}]({url})"));
    if button["disabled"] == true { format!("{drawn} (off)") } else { drawn }
}

fn rendered_attachment(attachment: &Attachment) -> String {
    let described = attachment.description.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
    format!("attached: {}{described}", attachment.filename)
}
