//! A message as data, before it is sent.

use serde_json::{Map, Value, json};

/// Show no embeds for links (resources/message, message flags).
const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// Only the asker sees it.
pub(super) const EPHEMERAL: u64 = 1 << 6;

/// What a message says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) content: String,
    pub(super) embeds: Vec<Embed>,
    pub(super) links: Vec<LinkButton>,
}

/// A card of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Embed {
    pub(super) title: String,
    pub(super) description: String,
}

/// A button that leads to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinkButton {
    pub(super) label: String,
    pub(super) url: String,
}

impl Body {
    /// A message of one sentence or more, without anything else.
    pub(super) fn text(content: impl Into<String>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// The message as Discord takes it, with `flags` beside its own. Nobody is ever pinged.
    pub(super) fn json(&self, flags: u64) -> Map<String, Value> {
        let embeds: Vec<Value> =
            self.embeds.iter().map(|embed| json!({ "title": embed.title, "description": embed.description })).collect();
        let mut body = Map::new();
        body.insert("content".to_owned(), json!(self.content));
        body.insert("embeds".to_owned(), json!(embeds));
        body.insert("components".to_owned(), json!(self.rows()));
        body.insert("allowed_mentions".to_owned(), json!({ "parse": [], "replied_user": false }));
        let flags = flags | self.own_flags();
        if flags != 0 {
            body.insert("flags".to_owned(), json!(flags));
        }
        body
    }

    fn rows(&self) -> Vec<Value> {
        if self.links.is_empty() {
            return Vec::new();
        }
        let button = |link: &LinkButton| json!({ "type": 2, "style": 5, "label": link.label, "url": link.url });
        vec![json!({ "type": 1, "components": self.links.iter().map(button).collect::<Vec<_>>() })]
    }

    /// Links in the text would unfold below the message. The flag would hide our own embeds too, so it is only set where
    /// there are none; a link that stands in an embed does not unfold.
    fn own_flags(&self) -> u64 {
        if self.embeds.is_empty() && self.content.contains("://") { SUPPRESS_EMBEDS } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_pinged_and_links_do_not_unfold() {
        let body = Body::text("see <https://a.example>");
        let json = body.json(EPHEMERAL);
        assert_eq!(json["allowed_mentions"], json!({ "parse": [], "replied_user": false }));
        assert_eq!(json["flags"], EPHEMERAL | SUPPRESS_EMBEDS);
    }

    #[test]
    fn our_own_embeds_are_not_suppressed() {
        let embed = Embed { title: "t".to_owned(), description: "d".to_owned() };
        let body = Body { embeds: vec![embed], ..Body::text("https://a.example") };
        assert_eq!(body.json(0).get("flags"), None);
    }
}
