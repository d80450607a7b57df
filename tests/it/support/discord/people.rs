//! The people of this Discord, and what they say.

use super::limits::{LOCALES, permission};
use super::message::Message;
use super::server::FakeDiscord;
use super::state::{ChannelKind, Id, MessageRecord, State};

/// What stands for the bot's mention in a text.
pub(super) const BOT_MENTION: &str = "<@BOT>";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub id: Id,
    pub name: String,
    pub locale: String,
}

impl User {
    /// The same person, whose Discord is set to another language.
    pub fn speaking(&self, locale: &str) -> Self {
        Self { locale: locale.to_owned(), ..self.clone() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guild {
    pub id: Id,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub id: Id,
}

impl FakeDiscord {
    /// The person of this name.
    pub fn user(&self, name: &str) -> User {
        let id = self.shared.with(|state| state.person_named(name));
        User { id, name: name.to_owned(), locale: "en-US".to_owned() }
    }

    /// The person of this name, whose Discord is set to a language.
    pub fn user_with_locale(&self, name: &str, locale: &str) -> User {
        assert!(LOCALES.contains(&locale), "Discord has no language `{locale}`");
        self.user(name).speaking(locale)
    }

    /// The person of this name, who manages the guild.
    pub fn admin(&self, name: &str) -> User {
        let admin = self.user(name);
        let all = permission::EVERYONE | permission::ADMINISTRATOR | permission::MANAGE_GUILD;
        self.shared.with(|state| {
            state.people.get_mut(&admin.id).expect("a person just added").permissions = all;
        });
        admin
    }

    pub fn guild(&self) -> Guild {
        Guild { id: self.shared.look(|state| state.guild) }
    }

    /// The guild's channel of this name.
    pub fn channel(&self, name: &str) -> Channel {
        Channel { id: self.shared.with(|state| state.channel_named(state.guild, name, ChannelKind::GuildText)) }
    }

    /// The direct-message channel between this person and the bot.
    pub fn direct_channel(&self, with: &User) -> Channel {
        Channel { id: self.shared.with(|state| state.direct_channel(with.id)) }
    }

    /// Somebody says something. `<@BOT>` stands for the bot's mention.
    pub async fn say(&self, by: &User, channel: &Channel, text: &str) -> Message {
        self.attended().await;
        self.shared.with(|state| state.say(by.id, channel.id, text, None))
    }

    /// Somebody addresses the bot by name.
    pub async fn mention(&self, by: &User, channel: &Channel, text: &str) -> Message {
        self.say(by, channel, &format!("{BOT_MENTION} {text}")).await
    }

    /// Somebody replies to a message, with or without pinging its author.
    pub async fn reply_to(&self, by: &User, message: &Message, text: &str, ping: bool) -> Message {
        self.attended().await;
        let answered = Some((message.id, ping));
        self.shared.with(|state| state.say(by.id, message.channel, text, answered))
    }

    /// Somebody writes to the bot alone.
    pub async fn direct_message(&self, by: &User, text: &str) -> Message {
        let channel = self.direct_channel(by);
        self.say(by, &channel, text).await
    }

    /// A person takes a message back.
    pub fn delete_original(&self, message: &Message) {
        self.shared.with(|state| state.delete_message(message.id));
    }

    /// The bot is removed from the guild, or (`unavailable`) the guild has an outage.
    pub fn leave_guild(&self, unavailable: bool) {
        let guild = self.guild();
        if unavailable { self.outage_of(&guild) } else { self.removed_from(&guild) }
    }

    /// The guild's admin lets everybody use a command, whatever its registration says.
    pub fn open_command(&self, name: &str) {
        self.shared.with(|state| state.opened_commands.insert(name.to_owned()));
    }

    /// Nobody can be heard before the bot has a session.
    pub(super) async fn attended(&self) {
        self.shared.until("the bot to connect", |state| state.is_attended().then_some(())).await;
    }
}

impl State {
    fn person_named(&mut self, name: &str) -> Id {
        let known = self.people.values().find(|person| person.name == name && !person.bot);
        let known = known.map(|person| person.id);
        known.unwrap_or_else(|| self.add_person(name, false))
    }

    fn say(&mut self, by: Id, channel: Id, text: &str, answered: Option<(Id, bool)>) -> Message {
        let content = text.replace(BOT_MENTION, &format!("<@{}>", self.bot));
        let mut mentions = self.mentioned_in(&content);
        if let Some((message, true)) = answered {
            let author = self.message(message).author;
            if !mentions.contains(&author) {
                mentions.push(author);
            }
        }
        let reference = answered.map(|(message, _)| message);
        let blank = self.blank_message(channel);
        let id = self.publish(MessageRecord { author: by, content, mentions, reference, ..blank });
        Message::of(self, id)
    }

    fn mentioned_in(&self, content: &str) -> Vec<Id> {
        let is_named = |id: &&Id| [format!("<@{id}>"), format!("<@!{id}>")].iter().any(|tag| content.contains(tag));
        self.people.keys().filter(is_named).copied().collect()
    }
}
