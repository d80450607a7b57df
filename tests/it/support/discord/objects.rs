//! Discord's JSON objects, drawn from the model.

use serde_json::{Map, Value, json};

use super::limits::{UPLOAD_BYTES, permission};
use super::state::{AttachmentRecord, ChannelKind, Id, MessageRecord, Person, State};

/// One moment serves for everything: nothing here depends on the clock, so snapshots keep still.
const MOMENT: &str = "2026-11-20T09:00:00.000000+00:00";

/// How much of a message a reader gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of it: the bot's own answer, or the target of a context-menu command.
    Whole,
    /// What an application without the message-content intent sees: nothing of what people say to each
    /// other, only what is addressed to the bot, direct, or its own.
    WithoutIntent,
}

pub fn user(person: &Person) -> Value {
    json!({
        "id": person.id.to_string(), "username": person.name, "discriminator": "0",
        "global_name": person.name, "avatar": null, "bot": person.bot, "public_flags": 0,
    })
}

fn member(permissions: Option<u64>) -> Map<String, Value> {
    let mut member = Map::new();
    for (key, value) in [
        ("nick", Value::Null),
        ("avatar", Value::Null),
        ("roles", json!([])),
        ("joined_at", json!(MOMENT)),
        ("premium_since", Value::Null),
        ("deaf", json!(false)),
        ("mute", json!(false)),
        ("flags", json!(0)),
        ("pending", json!(false)),
    ] {
        member.insert(key.to_owned(), value);
    }
    if let Some(permissions) = permissions {
        member.insert("permissions".to_owned(), json!(permissions.to_string()));
    }
    member
}

/// A member as interactions carry it: with the user inside, and what they may do.
pub fn acting_member(person: &Person) -> Value {
    let mut member = member(Some(person.permissions));
    member.insert("user".to_owned(), user(person));
    Value::Object(member)
}

fn attachment(attachment: &AttachmentRecord) -> Value {
    let url = format!("https://cdn.discordapp.com/attachments/{}/{}", attachment.id, attachment.filename);
    json!({
        "id": attachment.id.to_string(), "filename": attachment.filename,
        "description": attachment.description, "size": attachment.bytes.len(),
        "url": url, "proxy_url": url, "content_type": "application/octet-stream",
    })
}

impl State {
    pub fn bot_user(&self) -> Value {
        let mut bot = user(self.person(self.bot));
        bot["verified"] = json!(true);
        bot["mfa_enabled"] = json!(false);
        bot
    }

    pub fn application_object(&self) -> Value {
        json!({
            "id": self.application.to_string(), "name": "accord", "icon": null, "description": "",
            "bot_public": true, "bot_require_code_grant": false, "verify_key": "0".repeat(64),
            "flags": 0, "team": null, "integration_types_config": { "0": {}, "1": {} },
        })
    }

    pub fn channel_object(&self, id: Id) -> Value {
        let channel = self.channel(id);
        let mut object = match channel.kind {
            ChannelKind::GuildText => json!({
                "type": 0, "name": channel.name, "guild_id": self.guild.to_string(), "position": 0,
                "permission_overwrites": [], "nsfw": false, "topic": null, "parent_id": null,
            }),
            ChannelKind::Direct { with } => {
                json!({ "type": 1, "recipients": [user(self.person(with))] })
            }
            ChannelKind::Thread { parent } => json!({
                "type": 11, "name": channel.name, "guild_id": self.guild.to_string(),
                "parent_id": parent.to_string(), "owner_id": self.bot.to_string(),
                "message_count": 0, "member_count": 1,
                "thread_metadata": {
                    "archived": false, "auto_archive_duration": 1440,
                    "archive_timestamp": MOMENT, "locked": false,
                },
            }),
        };
        object["id"] = json!(id.to_string());
        object["last_message_id"] = Value::Null;
        object["flags"] = json!(0);
        object
    }

    /// The guild as GUILD_CREATE carries it.
    pub fn guild_object(&self) -> Value {
        let everyone = json!({
            "id": self.guild.to_string(), "name": "@everyone", "color": 0,
            "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
            "hoist": false, "position": 0, "permissions": permission::EVERYONE.to_string(),
            "managed": false, "mentionable": false, "flags": 0,
        });
        let channels: Vec<Value> = self
            .channels
            .values()
            .filter(|channel| channel.kind == ChannelKind::GuildText)
            .map(|channel| self.channel_object(channel.id))
            .collect();
        json!({
            "id": self.guild.to_string(), "name": "guild", "icon": null, "splash": null,
            "discovery_splash": null, "owner_id": "1", "afk_channel_id": null, "afk_timeout": 300,
            "verification_level": 1, "default_message_notifications": 0,
            "explicit_content_filter": 0, "roles": [everyone], "emojis": [], "features": [],
            "mfa_level": 0, "application_id": null, "system_channel_id": null,
            "system_channel_flags": 0, "rules_channel_id": null, "max_members": 1000,
            "vanity_url_code": null, "description": null, "banner": null, "premium_tier": 0,
            "preferred_locale": "en-US", "public_updates_channel_id": null, "nsfw_level": 0,
            "stickers": [], "premium_progress_bar_enabled": false, "joined_at": MOMENT,
            "large": false, "unavailable": false, "member_count": self.people.len(),
            "voice_states": [], "members": [], "channels": channels, "threads": [],
            "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        })
    }

    fn is_visible_without_intent(&self, message: &MessageRecord) -> bool {
        message.author == self.bot || message.mentions.contains(&self.bot) || self.channel(message.channel).is_direct()
    }

    pub fn message_object(&self, id: Id, sight: Sight) -> Value {
        let message = self.message(id);
        let mut object = self.outline(message);
        if sight == Sight::Whole || self.is_visible_without_intent(message) {
            object["content"] = json!(message.content);
            object["embeds"] = json!(message.embeds);
            object["components"] = json!(message.components);
            let attachments: Vec<Value> = message.attachments.iter().map(attachment).collect();
            object["attachments"] = json!(attachments);
        }
        if let Some(reference) = message.reference {
            object["message_reference"] = json!({
                "type": 0, "channel_id": message.channel.to_string(),
                "message_id": reference.to_string(),
            });
            let referenced = self.live_message(message.channel, reference);
            object["referenced_message"] = referenced.map_or(Value::Null, |answered| {
                let mut answered_object = self.message_object(answered.id, sight);
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
        let kind = match (message.reference, message.interaction) {
            (Some(_), _) => 19,
            (None, Some(_)) => 20,
            (None, None) => 0,
        };
        let mut outline = json!({
            "id": message.id.to_string(), "channel_id": message.channel.to_string(),
            "author": user(self.person(message.author)), "content": "", "timestamp": MOMENT,
            "edited_timestamp": message.edited.then_some(MOMENT), "tts": false,
            "mention_everyone": false, "mentions": mentions, "mention_roles": [],
            "attachments": [], "embeds": [], "components": [], "pinned": false, "type": kind,
            "flags": message.flags,
        });
        if let Some(nonce) = &message.nonce {
            outline["nonce"] = nonce.clone();
        }
        if message.interaction.is_some() {
            outline["application_id"] = json!(self.application.to_string());
            outline["webhook_id"] = json!(self.application.to_string());
        }
        outline
    }

    /// A message as the gateway carries it: with the guild and the author's membership.
    pub fn message_event(&self, id: Id) -> Value {
        let message = self.message(id);
        let mut event = self.message_object(id, Sight::WithoutIntent);
        if !self.channel(message.channel).is_direct() {
            event["guild_id"] = json!(self.guild.to_string());
            event["member"] = Value::Object(member(None));
            for mention in event["mentions"].as_array_mut().into_iter().flatten() {
                mention["member"] = Value::Object(member(None));
            }
        }
        event
    }

    /// What every INTERACTION_CREATE has, whatever was used.
    pub fn interaction_outline(&self, by: &Person, locale: &str, channel: Id) -> Value {
        let mut object = json!({
            "application_id": self.application.to_string(), "version": 1, "locale": locale,
            "channel_id": channel.to_string(), "channel": self.channel_object(channel),
            "entitlements": [], "attachment_size_limit": UPLOAD_BYTES,
            "app_permissions": permission::EVERYONE.to_string(),
        });
        object["channel"]["permissions"] = json!(by.permissions.to_string());
        if self.channel(channel).is_direct() {
            object["user"] = user(by);
            object["context"] = json!(1);
            object["authorizing_integration_owners"] = json!({ "0": "0" });
        } else {
            object["member"] = acting_member(by);
            object["guild_id"] = json!(self.guild.to_string());
            object["guild"] = json!({ "id": self.guild.to_string(), "locale": "en-US", "features": [] });
            object["guild_locale"] = json!("en-US");
            object["context"] = json!(0);
            object["authorizing_integration_owners"] = json!({ "0": self.guild.to_string() });
        }
        object
    }
}
