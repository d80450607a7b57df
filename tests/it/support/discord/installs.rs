//! How the application came to where it is used: through the guild, or in a person's own pocket.

use serde_json::{Value, json};

use super::embed_rules::items;
use super::people::User;
use super::server::FakeDiscord;
use super::state::{ChannelKind, Id, State};

const TO_GUILD: u64 = 0;
const TO_USER: u64 = 1;

/// Discord's interaction contexts.
pub const IN_GUILD: u64 = 0;
pub const WITH_BOT: u64 = 1;
pub const BETWEEN_PEOPLE: u64 = 2;

impl FakeDiscord {
    /// This person installs the application for themselves, and has its commands wherever they go.
    pub fn install(&self, who: &User) {
        self.shared.with(|state| state.person_mut(who.id).has_installed = true);
    }
}

impl State {
    pub fn context_of(&self, channel: Id) -> u64 {
        match self.channel(channel).kind {
            ChannelKind::Direct { .. } => WITH_BOT,
            ChannelKind::Private { .. } => BETWEEN_PEOPLE,
            _ => IN_GUILD,
        }
    }

    /// The place itself has the application: a guild that the bot is in, or the bot's own direct channel.
    fn has_application(&self, channel: Id) -> bool {
        match self.context_of(channel) {
            IN_GUILD => self.channel(channel).guild.is_some_and(|guild| self.is_member_of(guild)),
            context => context == WITH_BOT,
        }
    }

    pub fn is_only_user_installed(&self, channel: Id) -> bool {
        !self.has_application(channel)
    }

    /// A command is within this person's reach in this channel, by the way in which it was installed.
    pub fn is_installed_for(&self, command: &Value, who: Id, channel: Id) -> bool {
        let types = &command["integration_types"];
        // A guild's own commands have no installation types, and older ones are for guilds.
        let can_be = |kind: u64| if types.is_null() { kind == TO_GUILD } else { items(types).contains(&json!(kind)) };
        (can_be(TO_GUILD) && self.has_application(channel)) || (can_be(TO_USER) && self.person(who).has_installed)
    }

    /// `authorizing_integration_owners`: who has let the application in here.
    pub fn owners_of(&self, who: Id, channel: Id) -> Value {
        let mut owners = json!({});
        if self.has_application(channel) {
            owners["0"] = json!(self.channel(channel).guild.map_or("0".to_owned(), |guild| guild.to_string()));
        }
        if self.person(who).has_installed {
            owners["1"] = json!(who.to_string());
        }
        owners
    }
}
