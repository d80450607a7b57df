//! Discord's numbers, one name each. Text is counted in Unicode code points, as Discord's API does.

use std::time::Duration;

/// The first answer to an interaction must arrive within this time.
pub const FIRST_ANSWER: Duration = Duration::from_secs(3);
/// An interaction's token works for this long.
pub const TOKEN_LIFE: Duration = Duration::from_secs(15 * 60);

/// `content` of a message.
pub const CONTENT: usize = 2000;
pub const EMBEDS: usize = 10;
/// All texts of all embeds of one message together.
pub const EMBED_TOTAL: usize = 6000;
pub const EMBED_TITLE: usize = 256;
pub const EMBED_DESCRIPTION: usize = 4096;
pub const EMBED_FIELDS: usize = 25;
pub const EMBED_FIELD_NAME: usize = 256;
pub const EMBED_FIELD_VALUE: usize = 1024;
pub const EMBED_FOOTER: usize = 2048;
pub const EMBED_AUTHOR: usize = 256;

pub const ROWS: usize = 5;
pub const BUTTONS_IN_ROW: usize = 5;
pub const BUTTON_LABEL: usize = 80;
pub const BUTTON_URL: usize = 512;
pub const CUSTOM_ID: usize = 100;
pub const SELECT_OPTIONS: usize = 25;
pub const SELECT_TEXT: usize = 100;
pub const SELECT_PLACEHOLDER: usize = 150;
/// The most that a menu may let people pick, and the most that may be picked beforehand.
pub const SELECT_VALUES: u64 = 25;
pub const MODAL_TITLE: usize = 45;
pub const MODAL_COMPONENTS: usize = 5;
pub const INPUT_LABEL: usize = 45;
/// What stands below the label of a modal's Label component.
pub const INPUT_DESCRIPTION: usize = 100;
pub const INPUT_PLACEHOLDER: usize = 100;
pub const INPUT_TEXT: u64 = 4000;
/// Components V2: every component of a message, nested ones included.
pub const V2_COMPONENTS: usize = 40;
/// Components V2: all Text Displays together.
pub const V2_TEXT: usize = 4000;

pub const UPLOAD_BYTES: usize = 10 * 1024 * 1024;
pub const ATTACHMENT_DESCRIPTION: usize = 1024;
pub const NONCE: usize = 25;
pub const THREAD_NAME: usize = 100;
pub const AUTO_ARCHIVE_MINUTES: [u64; 4] = [60, 1440, 4320, 10080];
/// How many messages are given at once, and how many if nobody says.
pub const HISTORY: std::ops::RangeInclusive<usize> = 1..=100;
pub const HISTORY_DEFAULT: usize = 50;
/// What an interaction may have if only its user has installed the application.
pub const USER_INSTALLED_FOLLOW_UPS: usize = 5;

pub const AUTOCOMPLETE_CHOICES: usize = 25;
pub const CHOICE_NAME: usize = 100;
pub const CHOICE_VALUE: usize = 100;

pub const COMMAND_NAME: usize = 32;
pub const COMMAND_DESCRIPTION: usize = 100;
pub const COMMAND_OPTIONS: usize = 25;
pub const COMMAND_CHOICES: usize = 25;
/// What a command may say about the length of an option's text.
pub const OPTION_TEXT: u64 = 6000;
/// The greatest number that an option takes, either way from zero.
pub const OPTION_NUMBER: f64 = 9_007_199_254_740_992.0;
/// Names, descriptions and choice values of one command; of localised texts the longest counts.
pub const COMMAND_TOTAL: usize = 8000;
/// How many commands of each type (slash, user, message) an application may have.
pub const COMMANDS_BY_TYPE: [(u64, usize); 3] = [(1, 100), (2, 15), (3, 15)];
/// The locales that Discord knows; a localisation under another key is refused.
pub const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE",
    "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
];

/// One payload that a client sends to the gateway.
pub const GATEWAY_PAYLOAD_BYTES: usize = 4096;
pub const GATEWAY_SENDS: usize = 120;
pub const GATEWAY_SENDS_WINDOW: Duration = Duration::from_secs(60);
/// Frames above this size are compressed for a client that asked for it.
pub const COMPRESSED_ABOVE_BYTES: usize = 512;
/// A heartbeat may be late by half an interval before the session counts as dead.
pub const HEARTBEAT_GRACE: f64 = 1.5;

pub mod flag {
    pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
    /// Set by Discord on a message that a thread hangs on.
    pub const HAS_THREAD: u64 = 1 << 5;
    pub const EPHEMERAL: u64 = 1 << 6;
    /// Set by Discord on a deferred response ("… is thinking").
    pub const LOADING: u64 = 1 << 7;
    pub const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
    pub const IS_COMPONENTS_V2: u64 = 1 << 15;
}

pub mod intent {
    pub const GUILDS: u64 = 1;
    pub const GUILD_MEMBERS: u64 = 1 << 1;
    pub const GUILD_PRESENCES: u64 = 1 << 8;
    pub const GUILD_MESSAGES: u64 = 1 << 9;
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    pub const MESSAGE_CONTENT: u64 = 1 << 15;
    /// These need Discord's approval; the bot is meant to live without them.
    pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
    /// Delivered to every session, whatever it asked for (interactions, for one).
    pub const NONE: u64 = 0;
}

pub mod permission {
    pub const ADMINISTRATOR: u64 = 1 << 3;
    pub const MANAGE_GUILD: u64 = 1 << 5;
    pub const VIEW_CHANNEL: u64 = 1 << 10;
    pub const SEND_MESSAGES: u64 = 1 << 11;
    pub const MANAGE_MESSAGES: u64 = 1 << 13;
    pub const EMBED_LINKS: u64 = 1 << 14;
    pub const ATTACH_FILES: u64 = 1 << 15;
    pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
    pub const MENTION_EVERYONE: u64 = 1 << 17;
    pub const USE_EXTERNAL_EMOJIS: u64 = 1 << 18;
    pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
    pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
    pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
    /// What everybody in the guild has.
    pub const EVERYONE: u64 = VIEW_CHANNEL
        | SEND_MESSAGES
        | EMBED_LINKS
        | ATTACH_FILES
        | READ_MESSAGE_HISTORY
        | USE_APPLICATION_COMMANDS
        | CREATE_PUBLIC_THREADS
        | SEND_MESSAGES_IN_THREADS;
    /// What an administrator has: every permission that there is.
    pub const ALL: u64 = (1 << 53) - 1;
    /// What an application has where nobody gives permissions: in channels between people.
    pub const PRIVATE: u64 = EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE;
    /// The same where it writes with one person.
    pub const DIRECT: u64 = PRIVATE | USE_EXTERNAL_EMOJIS;
}
