//! Who may do what: roles, members' permissions, and those of the bot itself.

use serde_json::{Map, Value, json};

use super::limits::permission;
use super::objects::{MOMENT, user};
use super::people::{Channel, Guild, User};
use super::server::FakeDiscord;
use super::state::{ChannelKind, Id, Person, State};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub id: Id,
    pub name: String,
}

/// What one guild says of a person.
#[derive(Clone, Debug, Default)]
pub struct Membership {
    pub roles: Vec<Id>,
    pub permissions: u64,
}

impl FakeDiscord {
    /// The guild's role of this name.
    pub fn role(&self, guild: &Guild, name: &str) -> Role {
        self.shared.with(|state| {
            let known = state.guild_record(guild.id).roles.iter().find(|role| role.name == name).cloned();
            known.unwrap_or_else(|| {
                let role = Role { id: state.new_id(), name: name.to_owned() };
                state.guild_mut(guild.id).roles.push(role.clone());
                role
            })
        })
    }

    /// From now on this person has these roles in this guild, and exactly these permissions.
    pub fn member(&self, who: &User, guild: &Guild, roles: &[&Role], permissions: u64) {
        self.shared.with(|state| {
            let known = &state.guild_record(guild.id).roles;
            assert!(roles.iter().all(|role| known.contains(role)), "{roles:?} are not all roles of this guild");
            let membership = Membership { roles: roles.iter().map(|role| role.id).collect(), permissions };
            state.person_mut(who.id).memberships.insert(guild.id, membership);
        });
    }

    /// The bot lacks these permissions in this channel and its threads; 0 gives all back.
    pub fn deny_bot(&self, channel: &Channel, permissions: u64) {
        self.shared.with(|state| state.channels.get_mut(&channel.id).expect("a channel of this Discord").denied = permissions);
    }

    /// The bot has exactly these permissions in this guild, before channels deny it some.
    pub fn permit_bot(&self, guild: &Guild, permissions: u64) {
        self.shared.with(|state| {
            let membership = Membership { roles: Vec::new(), permissions };
            let bot = state.bot;
            state.person_mut(bot).memberships.insert(guild.id, membership);
        });
    }

    /// This person takes no direct messages from the bot: what it writes to them is refused.
    pub fn closes_direct(&self, who: &User) {
        self.shared.with(|state| state.person_mut(who.id).is_closed = true);
    }
}

impl State {
    /// What a person may do in this channel.
    pub fn permissions_in(&self, person: &Person, channel: Id) -> u64 {
        let membership = self.channel(channel).guild.and_then(|guild| person.memberships.get(&guild));
        let held = membership.map_or(person.permissions, |membership| membership.permissions);
        if held & permission::ADMINISTRATOR == 0 { held } else { permission::ALL }
    }

    /// What the bot may do in this channel.
    pub fn bot_permissions(&self, channel: Id) -> u64 {
        let record = self.channel(channel);
        let parent = match record.kind {
            ChannelKind::Direct { .. } => return permission::DIRECT,
            ChannelKind::Private { .. } => return permission::PRIVATE,
            ChannelKind::Thread { parent, .. } => self.channel(parent).denied,
            _ => 0,
        };
        self.permissions_in(self.person(self.bot), channel) & !record.denied & !parent
    }

    /// A person as a guild knows them, with the user inside.
    pub fn member_object(&self, who: &Person, guild: Id, permissions: Option<u64>) -> Value {
        let roles = who.memberships.get(&guild).map_or(&[][..], |membership| &membership.roles);
        let mut object = member(roles, permissions);
        object.insert("user".to_owned(), user(who));
        Value::Object(object)
    }
}

/// A member without the user, as messages carry it.
pub fn member(roles: &[Id], permissions: Option<u64>) -> Map<String, Value> {
    let mut member = Map::new();
    let roles: Vec<String> = roles.iter().map(Id::to_string).collect();
    for (key, value) in [
        ("nick", Value::Null),
        ("avatar", Value::Null),
        ("roles", json!(roles)),
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

pub fn role_object(role: &Role, permissions: u64) -> Value {
    json!({
        "id": role.id.to_string(), "name": role.name, "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false, "position": u8::from(role.name != "@everyone"), "permissions": permissions.to_string(),
        "managed": false, "mentionable": false, "flags": 0,
    })
}
