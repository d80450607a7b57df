//! Servers and their channels: where the bot is a member, where it is not, and how that changes.

use serde_json::{Value, json};

use super::limits::{intent, permission};
use super::members::{Role, member, role_object};
use super::objects::{MOMENT, user};
use super::people::{Channel, Guild, User};
use super::server::FakeDiscord;
use super::state::{ChannelKind, Id, OWNER, State};

/// Whether the bot is in a guild.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Member,
    /// It is, but the guild cannot be reached at the moment.
    Outage,
    /// It never was, or has been removed.
    Absent,
}

#[derive(Clone, Debug)]
pub struct GuildRecord {
    pub id: Id,
    pub name: String,
    pub locale: String,
    pub presence: Presence,
    pub roles: Vec<Role>,
}

impl FakeDiscord {
    /// Another guild that the bot is in. A bot that is connected hears of it at once.
    pub fn guild_named(&self, name: &str) -> Guild {
        self.shared.with(|state| {
            let known = state.guild_of_name(name);
            let id = known.unwrap_or_else(|| {
                let id = state.add_guild(name, Presence::Member);
                state.announce_guild(id);
                id
            });
            Guild { id }
        })
    }

    /// A guild that the bot is not in: only who has installed the application for themselves uses it there.
    pub fn guild_without_bot(&self, name: &str) -> Guild {
        self.shared.with(|state| Guild { id: state.guild_of_name(name).unwrap_or_else(|| state.add_guild(name, Presence::Absent)) })
    }

    /// The text channel of this name in this guild.
    pub fn channel_in(&self, guild: &Guild, name: &str) -> Channel {
        self.shared.with(|state| Channel { id: state.channel_named(guild.id, name, ChannelKind::GuildText) })
    }

    /// The announcement channel of this name in this guild; threads can hang on its messages.
    pub fn news_channel_in(&self, guild: &Guild, name: &str) -> Channel {
        self.shared.with(|state| Channel { id: state.channel_named(guild.id, name, ChannelKind::GuildNews) })
    }

    /// The voice channel of this name in this guild; people write in it, but it has no threads.
    pub fn voice_channel_in(&self, guild: &Guild, name: &str) -> Channel {
        self.shared.with(|state| Channel { id: state.channel_named(guild.id, name, ChannelKind::GuildVoice) })
    }

    /// A channel between two people, which the bot does not see.
    pub fn private_channel(&self, one: &User, other: &User) -> Channel {
        self.shared.with(|state| {
            let mut between = [one.id, other.id];
            between.sort_unstable();
            let kind = ChannelKind::Private { between };
            let known = state.channels.values().find(|channel| channel.kind == kind).map(|channel| channel.id);
            Channel { id: known.unwrap_or_else(|| state.add_channel("", kind, None)) }
        })
    }

    /// The guild's language.
    pub fn set_guild_locale(&self, guild: &Guild, locale: &str) {
        self.shared.with(|state| locale.clone_into(&mut state.guild_mut(guild.id).locale));
    }

    /// The bot is removed from this guild.
    pub fn removed_from(&self, guild: &Guild) {
        self.shared.with(|state| {
            state.guild_mut(guild.id).presence = Presence::Absent;
            state.dispatch(intent::GUILDS, "GUILD_DELETE", &json!({ "id": guild.id.to_string() }));
        });
    }

    /// This guild cannot be reached for now; the bot is still in it.
    pub fn outage_of(&self, guild: &Guild) {
        self.shared.with(|state| {
            state.guild_mut(guild.id).presence = Presence::Outage;
            state.dispatch(intent::GUILDS, "GUILD_DELETE", &json!({ "id": guild.id.to_string(), "unavailable": true }));
        });
    }

    /// This guild can be reached again, or has taken the bot in (again).
    pub fn back(&self, guild: &Guild) {
        self.shared.with(|state| {
            state.guild_mut(guild.id).presence = Presence::Member;
            state.announce_guild(guild.id);
        });
    }
}

impl State {
    pub fn add_guild(&mut self, name: &str, presence: Presence) -> Id {
        let id = self.new_id();
        let record = GuildRecord { id, name: name.to_owned(), locale: "en-US".to_owned(), presence, roles: Vec::new() };
        self.guilds.insert(id, record);
        id
    }

    fn guild_of_name(&self, name: &str) -> Option<Id> {
        self.guilds.values().find(|guild| guild.name == name).map(|guild| guild.id)
    }

    pub fn channel_named(&mut self, guild: Id, name: &str, kind: ChannelKind) -> Id {
        let known = self.channels.values().find(|channel| channel.guild == Some(guild) && channel.name == name && channel.kind == kind);
        let known = known.map(|channel| channel.id);
        known.unwrap_or_else(|| self.add_channel(name, kind, Some(guild)))
    }

    pub fn guild_record(&self, id: Id) -> &GuildRecord {
        self.guilds.get(&id).expect("a guild of this Discord")
    }

    pub fn guild_mut(&mut self, id: Id) -> &mut GuildRecord {
        self.guilds.get_mut(&id).expect("a guild of this Discord")
    }

    /// The bot is in this guild, whether it can be reached at the moment or not.
    pub fn is_member_of(&self, guild: Id) -> bool {
        self.guilds.get(&guild).is_some_and(|guild| guild.presence != Presence::Absent)
    }

    /// The bot hears what is said in this channel, and can read and write there as far as it may.
    pub fn hears(&self, channel: Id) -> bool {
        let record = self.channel(channel);
        match (record.kind, record.guild) {
            (ChannelKind::Direct { .. }, _) => true,
            (_, Some(guild)) => {
                let is_there = self.guild_record(guild).presence == Presence::Member;
                is_there && self.bot_permissions(channel) & permission::VIEW_CHANNEL != 0
            }
            _ => false,
        }
    }

    pub fn is_in_outage(&self, channel: Id) -> bool {
        self.channel(channel).guild.is_some_and(|guild| self.guild_record(guild).presence == Presence::Outage)
    }

    fn announce_guild(&mut self, id: Id) {
        let event = self.guild_object(id);
        self.dispatch(intent::GUILDS, "GUILD_CREATE", &event);
    }

    /// The guild as GUILD_CREATE carries it.
    pub fn guild_object(&self, id: Id) -> Value {
        let guild = self.guild_record(id);
        let everyone = Role { id, name: "@everyone".to_owned() };
        let roles: Vec<Value> =
            std::iter::once(&everyone).chain(&guild.roles).map(|role| role_object(role, permission::EVERYONE)).collect();
        let of_guild = || self.channels.values().filter(move |channel| channel.guild == Some(id));
        let is_thread = |kind: ChannelKind| matches!(kind, ChannelKind::Thread { .. });
        let channels: Vec<Value> =
            of_guild().filter(|channel| !is_thread(channel.kind)).map(|channel| self.channel_object(channel.id)).collect();
        let threads: Vec<Value> =
            of_guild().filter(|channel| is_thread(channel.kind)).map(|channel| self.channel_object(channel.id)).collect();
        let mut own = Value::Object(member(&[], None));
        own["user"] = user(self.person(self.bot));
        json!({
            "id": id.to_string(), "name": guild.name, "icon": null, "splash": null,
            "discovery_splash": null, "owner_id": OWNER.to_string(), "afk_channel_id": null, "afk_timeout": 300,
            "verification_level": 1, "default_message_notifications": 0,
            "explicit_content_filter": 0, "roles": roles, "emojis": [], "features": [],
            "mfa_level": 0, "application_id": null, "system_channel_id": null,
            "system_channel_flags": 0, "rules_channel_id": null, "max_members": 1000,
            "vanity_url_code": null, "description": null, "banner": null, "premium_tier": 0,
            "preferred_locale": guild.locale, "public_updates_channel_id": null, "nsfw_level": 0,
            "stickers": [], "premium_progress_bar_enabled": false, "joined_at": MOMENT,
            "large": false, "unavailable": false, "member_count": self.people.len(),
            "voice_states": [], "members": [own], "channels": channels, "threads": threads,
            "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        })
    }
}
