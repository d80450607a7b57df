//! Discord's JSON objects, drawn from the model: users, files, channels, and what every interaction has.

use serde_json::{Value, json};

use super::installs::IN_GUILD;
use super::state::{AttachmentRecord, ChannelKind, Id, Person, State};

/// One moment serves for everything: nothing here depends on the clock, so snapshots keep still.
pub const MOMENT: &str = "2026-11-20T09:00:00.000000+00:00";

pub fn user(person: &Person) -> Value {
    json!({
        "id": person.id.to_string(), "username": person.name, "discriminator": "0",
        "global_name": person.name, "avatar": null, "bot": person.bot, "public_flags": 0,
    })
}

/// A file's type, by its ending, as Discord tells it.
pub fn content_type(filename: &str) -> &'static str {
    match filename.rsplit_once('.').map(|(_, ending)| ending) {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("md") => "text/markdown; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Width and height of a PNG, which stand at the head of it.
fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |from: usize| Some(u32::from_be_bytes(head.get(from..from + 4)?.try_into().ok()?));
    Some((number(8)?, number(12)?))
}

impl State {
    pub fn file_url(&self, attachment: &AttachmentRecord) -> String {
        format!("{}/attachments/{}/{}", self.files_url, attachment.id, attachment.filename)
    }

    pub fn attachment_object(&self, attachment: &AttachmentRecord) -> Value {
        let url = self.file_url(attachment);
        let mut object = json!({
            "id": attachment.id.to_string(), "filename": attachment.filename, "size": attachment.bytes.len(),
            "url": url, "proxy_url": url, "content_type": content_type(&attachment.filename),
        });
        if let Some(description) = &attachment.description {
            object["description"] = json!(description);
        }
        if let Some((width, height)) = picture_size(&attachment.bytes) {
            object["width"] = json!(width);
            object["height"] = json!(height);
        }
        object
    }

    pub fn bot_user(&self) -> Value {
        let mut bot = user(self.person(self.bot));
        bot["verified"] = json!(true);
        bot["mfa_enabled"] = json!(false);
        bot
    }

    pub fn channel_object(&self, id: Id) -> Value {
        let channel = self.channel(id);
        let in_guild = |kind: u64| {
            json!({
                "type": kind, "name": channel.name, "position": 0,
                "permission_overwrites": [], "nsfw": false, "topic": null, "parent_id": null,
            })
        };
        let mut object = match channel.kind {
            ChannelKind::GuildText => in_guild(0),
            ChannelKind::GuildVoice => in_guild(2),
            ChannelKind::GuildNews => in_guild(5),
            ChannelKind::Direct { with } => json!({ "type": 1, "recipients": [user(self.person(with))] }),
            ChannelKind::Private { between } => {
                json!({ "type": 1, "recipients": between.map(|one| user(self.person(one))) })
            }
            ChannelKind::Thread { parent, owner, archived_after_minutes } => json!({
                "type": if self.channel(parent).kind == ChannelKind::GuildNews { 10 } else { 11 },
                "name": channel.name, "parent_id": parent.to_string(), "owner_id": owner.to_string(),
                "message_count": self.thread_length(id), "total_message_sent": self.thread_length(id), "member_count": 1,
                "thread_metadata": {
                    "archived": false, "auto_archive_duration": archived_after_minutes,
                    "archive_timestamp": MOMENT, "locked": false, "create_timestamp": MOMENT,
                },
            }),
        };
        if let Some(guild) = channel.guild {
            object["guild_id"] = json!(guild.to_string());
        }
        let last = self.messages.values().filter(|message| message.channel == id && message.visible_to.is_none()).map(|message| message.id);
        object["id"] = json!(id.to_string());
        object["last_message_id"] = json!(last.max().map(|last| last.to_string()));
        object["flags"] = json!(0);
        object
    }

    /// What every INTERACTION_CREATE has, whatever was used.
    pub fn interaction_outline(&self, by: &Person, locale: &str, channel: Id) -> Value {
        let held = self.permissions_in(by, channel);
        let context = self.context_of(channel);
        let mut object = json!({
            "application_id": self.application.to_string(), "version": 1, "locale": locale,
            "channel_id": channel.to_string(), "channel": self.channel_object(channel),
            "entitlements": [], "attachment_size_limit": self.upload_limit, "context": context,
            "app_permissions": self.bot_permissions(channel).to_string(),
            "authorizing_integration_owners": self.owners_of(by.id, channel),
        });
        object["channel"]["permissions"] = json!(held.to_string());
        match self.channel(channel).guild {
            Some(guild) if context == IN_GUILD => {
                let locale = &self.guild_record(guild).locale;
                object["member"] = self.member_object(by, guild, Some(held));
                object["guild_id"] = json!(guild.to_string());
                object["guild"] = json!({ "id": guild.to_string(), "locale": locale, "features": [] });
                object["guild_locale"] = json!(locale);
            }
            _ => object["user"] = user(by),
        }
        object
    }
}
