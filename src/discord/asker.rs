//! Who speaks to the bot, from where, and in what language they are answered.

use serenity::model::Permissions;
use serenity::model::application::{AuthorizingIntegrationOwner, AuthorizingIntegrationOwners};
use serenity::model::channel::{ChannelType, PartialChannel};
use serenity::model::guild::Member;
use serenity::model::id::{ChannelId, GuildId, RoleId, UserId};

use crate::words::{Language, Words};

/// Who speaks to the bot, and from where.
#[derive(Debug, Clone)]
pub(super) struct Asker {
    pub(super) user: UserId,
    pub(super) channel: ChannelId,
    pub(super) guild: Option<GuildId>,
    /// The channel that a thread belongs to, where it is known.
    pub(super) parent: Option<ChannelId>,
    /// Whether a thread can be opened there, as far as Discord tells.
    pub(super) threads: bool,
    /// The language that they are answered in: their own, as far as Accord speaks it.
    pub(super) language: Language,
    /// Whether the bot is in that place itself, and not only in the pocket of somebody who installed it for themselves.
    pub(super) installed: bool,
    /// What they may do in the channel, as Discord says of those who use a command or a button.
    permissions: Permissions,
    roles: Vec<RoleId>,
}

impl Asker {
    /// Somebody who uses a command, a button or a form. Of a form Discord does not tell how the bot came to be there.
    pub(super) fn of(
        user: UserId,
        (channel, described): (ChannelId, Option<&PartialChannel>),
        guild: Option<GuildId>,
        locale: &str,
        member: Option<&Member>,
        owners: Option<&AuthorizingIntegrationOwners>,
    ) -> Self {
        let in_place = |owner: &AuthorizingIntegrationOwner| match owner {
            AuthorizingIntegrationOwner::GuildInstall(installed) => guild.is_none() || *installed == guild,
            _ => false,
        };
        let installed = owners.is_some_and(|owners| owners.0.iter().any(in_place));
        Self {
            user,
            channel,
            guild,
            parent: described.and_then(|channel| channel.parent_id),
            threads: installed && guild.is_some() && described.is_some_and(|channel| takes_threads(channel.kind)),
            language: Language::for_locale(locale),
            installed,
            permissions: member.and_then(|member| member.permissions).unwrap_or_default(),
            roles: member.map(|member| member.roles.clone()).unwrap_or_default(),
        }
    }

    /// Somebody who wrote a message, of which Discord tells neither language nor rights. The bot is there: it was heard.
    pub(super) fn writing(user: UserId, channel: ChannelId, guild: Option<GuildId>, language: Language) -> Self {
        let (permissions, roles) = (Permissions::empty(), Vec::new());
        Self { user, channel, guild, parent: None, threads: false, language, installed: true, permissions, roles }
    }

    /// The server, if the bot is in it: what is kept about one that it is not in would be forgotten at once.
    pub(super) fn home(&self) -> Option<u64> {
        self.guild.filter(|_| self.installed).map(|guild| guild.get())
    }

    /// Accord's voice for them.
    pub(super) fn voice(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// Whether they may take other people's messages away.
    pub(super) fn manages_messages(&self) -> bool {
        self.permissions.intersects(Permissions::MANAGE_MESSAGES | Permissions::ADMINISTRATOR)
    }

    /// Whether they may change how the bot behaves in their server.
    pub(super) fn manages_server(&self) -> bool {
        self.guild.is_some() && self.permissions.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR)
    }

    /// Whether one of these ids is theirs, or a role's of theirs.
    pub(super) fn is_among(&self, ids: &[u64]) -> bool {
        ids.contains(&self.user.get()) || self.roles.iter().any(|role| ids.contains(&role.get()))
    }
}

/// Kinds of channel in which a message can become a thread.
pub(super) fn takes_threads(kind: ChannelType) -> bool {
    matches!(kind, ChannelType::Text | ChannelType::News)
}
