//! Messages as JSON: who sees how much of them, and what they say of where they come from.

use serde_json::{Map, Value, json};

use super::interaction_routes::{COMMAND, COMPONENT, MODAL_SUBMIT};
use super::limits::flag;
use super::members::member;
use super::objects::{MOMENT, user};
use super::state::{Id, InteractionRecord, MessageRecord, State};

/// Discord's message types.
const REPLY: u64 = 19;
const SLASH_ANSWER: u64 = 20;
const THREAD_STARTER: u64 = 21;
const CONTEXT_MENU_ANSWER: u64 = 23;

/// How much of a message a reader gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of it: the bot's own answer, or the target of a context-menu command. What it answers in its
    /// turn is still seen without the intent.
    Whole,
    /// What an application without the message-content intent sees: nothing of what people say to each
    /// other, only what is addressed to the bot, direct, or its own.
    WithoutIntent,
}

impl State {
    fn is_visible_without_intent(&self, message: &MessageRecord) -> bool {
        message.author == self.bot || message.mentions.contains(&self.bot) || self.channel(message.channel).is_direct()
    }

    pub fn message_object(&self, id: Id, sight: Sight) -> Value {
        let message = self.message(id);
        let mut object = self.outline(message);
        if sight == Sight::Whole || self.is_visible_without_intent(message) {
            object["content"] = json!(message.content);
            object["embeds"] = message.embeds.iter().map(|embed| self.served_embed(message, embed)).collect();
            object["components"] = json!(message.components);
            object["attachments"] = message.attachments.iter().map(|attachment| self.attachment_object(attachment)).collect();
        }
        if let Some(reference) = message.reference {
            let channel = if message.starts_thread { self.message(reference).channel } else { message.channel };
            let mut pointer = json!({ "type": 0, "channel_id": channel.to_string(), "message_id": reference.to_string() });
            if let Some(guild) = self.channel(channel).guild {
                pointer["guild_id"] = json!(guild.to_string());
            }
            object["message_reference"] = pointer;
            let referenced = self.live_message(channel, reference);
            object["referenced_message"] = referenced.map_or(Value::Null, |answered| {
                let mut answered_object = self.message_object(answered.id, Sight::WithoutIntent);
                // Discord shows one level of a conversation, not the whole of it.
                if let Some(fields) = answered_object.as_object_mut() {
                    fields.remove("referenced_message");
                }
                answered_object
            });
        }
        object
    }

    /// What everybody sees of a message, with its words left out.
    fn outline(&self, message: &MessageRecord) -> Value {
        let mentions: Vec<Value> = message.mentions.iter().map(|person| user(self.person(*person))).collect();
        let mut outline = json!({
            "id": message.id.to_string(), "channel_id": message.channel.to_string(),
            "author": user(self.person(message.author)), "content": "", "timestamp": MOMENT,
            "edited_timestamp": message.edited.then_some(MOMENT), "tts": false,
            "mention_everyone": false, "mentions": mentions, "mention_roles": [],
            "attachments": [], "embeds": [], "components": [], "pinned": false, "type": self.message_type(message),
            "flags": message.flags,
        });
        if let Some(nonce) = &message.nonce {
            outline["nonce"] = nonce.clone();
        }
        if let Some(position) = message.position {
            outline["position"] = json!(position);
        }
        if message.flags & flag::HAS_THREAD != 0 {
            outline["thread"] = self.channel_object(message.id);
        }
        if let Some(interaction) = message.interaction {
            outline["application_id"] = json!(self.application.to_string());
            outline["webhook_id"] = json!(self.application.to_string());
            self.add_origin(&mut outline, message, self.interaction(interaction));
        }
        outline
    }

    fn message_type(&self, message: &MessageRecord) -> u64 {
        let interaction = message.interaction.map(|id| self.interaction(id));
        match (message.reference, interaction) {
            (Some(_), _) if message.starts_thread => THREAD_STARTER,
            (Some(_), _) => REPLY,
            (None, Some(interaction)) if interaction.kind == COMMAND => {
                if interaction.payload["data"]["type"] == 1 {
                    SLASH_ANSWER
                } else {
                    CONTEXT_MENU_ANSWER
                }
            }
            (None, _) => 0,
        }
    }

    /// Which interaction a message comes from, in both of Discord's forms.
    fn add_origin(&self, outline: &mut Value, message: &MessageRecord, interaction: &InteractionRecord) {
        let mut metadata = self.interaction_metadata(interaction);
        if let Some(original) = interaction.original.filter(|original| *original != message.id) {
            metadata["original_response_message_id"] = json!(original.to_string());
        }
        outline["interaction_metadata"] = metadata;
        if interaction.kind == COMMAND {
            outline["interaction"] = json!({
                "id": interaction.id.to_string(), "type": COMMAND, "name": interaction.payload["data"]["name"],
                "user": user(self.person(interaction.user)),
            });
        }
    }

    fn interaction_metadata(&self, interaction: &InteractionRecord) -> Value {
        let mut metadata = json!({
            "id": interaction.id.to_string(), "type": interaction.kind, "user": user(self.person(interaction.user)),
            "authorizing_integration_owners": interaction.payload["authorizing_integration_owners"],
        });
        let data = &interaction.payload["data"];
        match (interaction.kind, interaction.source, interaction.opener) {
            (COMPONENT, Some(source), _) => metadata["interacted_message_id"] = json!(source.to_string()),
            (MODAL_SUBMIT, _, Some(opener)) => {
                metadata["triggering_interaction_metadata"] = self.interaction_metadata(self.interaction(opener));
            }
            (COMMAND, ..) if data["type"] == 2 => {
                metadata["target_user"] = data["resolved"]["users"][data["target_id"].as_str().unwrap_or_default()].clone();
            }
            (COMMAND, ..) if data["type"] == 3 => metadata["target_message_id"] = data["target_id"].clone(),
            _ => {}
        }
        metadata
    }

    /// An embed as Discord gives it back: pictures that were attached have an address.
    fn served_embed(&self, message: &MessageRecord, embed: &Value) -> Value {
        let mut served = embed.clone();
        for part in ["image", "thumbnail"] {
            let name = embed[part]["url"].as_str().and_then(|url| url.strip_prefix("attachment://"));
            let attached = name.and_then(|name| message.attachments.iter().find(|attachment| attachment.filename == name));
            if let Some(attachment) = attached {
                served[part]["url"] = json!(self.file_url(attachment));
            }
        }
        served
    }

    /// A message as the gateway carries it: with the guild and the author's membership.
    pub fn message_event(&self, id: Id) -> Value {
        let message = self.message(id);
        let mut event = self.message_object(id, Sight::WithoutIntent);
        if let Some(guild) = self.channel(message.channel).guild {
            let named = message.mentions.iter().map(|person| self.bare_member(*person, guild));
            let named: Vec<Value> = named.collect();
            event["guild_id"] = json!(guild.to_string());
            event["member"] = self.bare_member(message.author, guild);
            for (mention, member) in event["mentions"].as_array_mut().into_iter().flatten().zip(named) {
                mention["member"] = member;
            }
        }
        event
    }

    fn bare_member(&self, person: Id, guild: Id) -> Value {
        let roles = self.person(person).memberships.get(&guild).map_or(&[][..], |membership| &membership.roles);
        let bare: Map<String, Value> = member(roles, None);
        Value::Object(bare)
    }
}
