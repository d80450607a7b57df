//! The objects behind the ids that people hand to commands and menus: `resolved` in the payload.

use serde_json::{Value, json};

use super::limits::permission;
use super::members::role_object;
use super::objects::user;
use super::option_rules::{ATTACHMENT, CHANNEL, MENTIONABLE, ROLE, USER};
use super::people::{Channel, User};
use super::server::FakeDiscord;
use super::state::{AttachmentRecord, ChannelKind, Id, State};

impl FakeDiscord {
    /// A file that somebody gives to a command; the answer is the value of an option that takes one.
    pub fn file(&self, filename: &str, bytes: &[u8]) -> String {
        self.shared.with(|state| {
            let id = state.new_id();
            let record = AttachmentRecord { id, filename: filename.to_owned(), description: None, bytes: bytes.to_vec() };
            state.given_files.insert(id, record);
            id.to_string()
        })
    }
}

impl State {
    /// Whether there is such a thing where this channel is; `kind` is the type of an option.
    pub fn names_something(&self, kind: u64, value: &Value, channel: Id) -> bool {
        let Some(id) = value.as_str().and_then(|id| id.parse::<Id>().ok()) else {
            return false;
        };
        let guild = self.channel(channel).guild;
        let is_role = || guild.is_some_and(|guild| self.guild_record(guild).roles.iter().any(|role| role.id == id));
        match kind {
            USER => self.people.contains_key(&id),
            ROLE => is_role(),
            MENTIONABLE => self.people.contains_key(&id) || is_role(),
            CHANNEL => self.channels.get(&id).is_some_and(|named| guild.is_some() && named.guild == guild),
            ATTACHMENT => self.given_files.contains_key(&id),
            _ => false,
        }
    }

    /// A channel's type is one of those asked for; all will do if none is asked for.
    pub fn is_of_type(&self, channel: &Value, types: &Value) -> bool {
        let id = channel.as_str().and_then(|id| id.parse().ok()).unwrap_or(0);
        let kind = self.channel_object(id)["type"].clone();
        types.as_array().is_none_or(|types| types.is_empty() || types.contains(&kind))
    }

    /// What stands behind these ids, each with the type of an option, as one person in one channel sees it.
    pub fn resolved(&self, ids: &[(u64, Value)], by: &User, channel: Id) -> Value {
        let mut resolved = json!({});
        for (kind, value) in ids {
            let text = value.as_str().unwrap_or_default();
            let Ok(id) = text.parse::<Id>() else { continue };
            match *kind {
                USER | MENTIONABLE if self.people.contains_key(&id) => self.resolve_person(&mut resolved, id, channel),
                ROLE | MENTIONABLE => {
                    let guild = self.channel(channel).guild.map(|guild| self.guild_record(guild));
                    if let Some(role) = guild.and_then(|guild| guild.roles.iter().find(|role| role.id == id)) {
                        resolved["roles"][text] = role_object(role, permission::EVERYONE);
                    }
                }
                CHANNEL if self.channels.contains_key(&id) => {
                    resolved["channels"][text] = self.partial_channel(&Channel { id }, by);
                }
                ATTACHMENT => {
                    if let Some(file) = self.given_files.get(&id) {
                        let mut object = self.attachment_object(file);
                        object["ephemeral"] = json!(true);
                        resolved["attachments"][text] = object;
                    }
                }
                _ => {}
            }
        }
        resolved
    }

    /// A person, and how the guild knows them, without the user inside.
    pub fn resolve_person(&self, resolved: &mut Value, id: Id, channel: Id) {
        let person = self.person(id);
        let text = id.to_string();
        resolved["users"][&text] = user(person);
        if let Some(guild) = self.channel(channel).guild {
            let mut member = self.member_object(person, guild, Some(self.permissions_in(person, channel)));
            if let Some(fields) = member.as_object_mut() {
                for part in ["user", "deaf", "mute"] {
                    fields.remove(part);
                }
            }
            resolved["members"][&text] = member;
        }
    }

    fn partial_channel(&self, channel: &Channel, by: &User) -> Value {
        let mut object = self.channel_object(channel.id);
        object["permissions"] = json!(self.permissions_in(self.person(by.id), channel.id).to_string());
        if let Some(fields) = object.as_object_mut() {
            let is_thread = matches!(self.channel(channel.id).kind, ChannelKind::Thread { .. });
            let kept = |name: &str| ["id", "type", "name", "permissions", "flags", "guild_id", "position", "nsfw", "topic"].contains(&name);
            fields.retain(|name, _| kept(name) || name == "parent_id" || (is_thread && name == "thread_metadata"));
        }
        object
    }
}
