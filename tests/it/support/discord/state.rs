//! The model: everything this Discord knows, in one place.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use axum::http::Method;
use serde_json::Value;
use tokio::time::Instant;

use super::guilds::{GuildRecord, Presence};
use super::members::Membership;
use super::ownership::Owner;
use super::session::Session;
use super::trouble::PlannedFailure;

/// A snowflake.
pub type Id = u64;

/// What a test may choose when it starts the fake.
#[derive(Clone, Debug)]
pub struct Settings {
    pub token: String,
    pub heartbeat: Duration,
    pub identify_limit: usize,
    /// `GET /gateway` answers 503.
    pub gateway_down: bool,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: Id,
    pub name: String,
    pub bot: bool,
    /// What they may do in a guild that says nothing else.
    pub permissions: u64,
    /// What single guilds say of them.
    pub memberships: BTreeMap<Id, Membership>,
    /// They have installed the application for themselves.
    pub has_installed: bool,
    /// Writing to them directly is refused.
    pub is_closed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    GuildText,
    GuildVoice,
    GuildNews,
    /// Between one person and the bot.
    Direct {
        with: Id,
    },
    /// Between people, without the bot.
    Private {
        between: [Id; 2],
    },
    Thread {
        parent: Id,
        owner: Id,
        archived_after_minutes: u64,
    },
}

#[derive(Clone, Debug)]
pub struct ChannelRecord {
    pub id: Id,
    pub name: String,
    pub kind: ChannelKind,
    /// None for direct and private channels.
    pub guild: Option<Id>,
    /// The permissions that the bot is denied here, whatever it has in the guild.
    pub denied: u64,
}

impl ChannelRecord {
    pub fn is_direct(&self) -> bool {
        matches!(self.kind, ChannelKind::Direct { .. })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct AttachmentRecord {
    pub id: Id,
    pub filename: String,
    pub description: Option<String>,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug)]
pub struct MessageRecord {
    pub id: Id,
    pub channel: Id,
    pub author: Id,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub attachments: Vec<AttachmentRecord>,
    pub flags: u64,
    /// The message that this one answers.
    pub reference: Option<Id>,
    pub mentions: Vec<Id>,
    pub nonce: Option<Value>,
    /// The only person who sees it, if it is ephemeral.
    pub visible_to: Option<Id>,
    pub interaction: Option<Id>,
    pub deleted: bool,
    /// A test has looked at it in its present form.
    pub read: bool,
    pub edited: bool,
    /// When it was changed, counted from the start of this Discord.
    pub edits: Vec<Duration>,
    /// Stands at the head of a thread, for the message that the thread hangs on.
    pub starts_thread: bool,
    /// Its place among the messages of a thread.
    pub position: Option<u64>,
}

/// How far an interaction's answer has come.
#[derive(Clone, Debug)]
pub struct Callback {
    pub kind: u64,
    pub data: Value,
}

#[derive(Clone, Debug)]
pub struct InteractionRecord {
    pub id: Id,
    pub token: String,
    pub kind: u64,
    pub user: Id,
    pub channel: Id,
    pub dispatched: Instant,
    /// Time that a test has let pass, on top of the real one.
    pub aged: Duration,
    /// What INTERACTION_CREATE carried, so that it can be delivered twice.
    pub payload: Value,
    /// The message whose button or menu was used.
    pub source: Option<Id>,
    /// The interaction whose answer was the modal that was sent off here.
    pub opener: Option<Id>,
    /// Its user alone has installed the application, not the place.
    pub is_only_user_installed: bool,
    pub follow_ups: usize,
    /// The type of the option being completed.
    pub completing: Option<u64>,
    pub callback: Option<Callback>,
    /// What `@original` stands for.
    pub original: Option<Id>,
    /// The user sees an answer, not "thinking…".
    pub complete: bool,
}

/// A use of a command, a button, a menu or a modal, as the test holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interaction {
    pub id: Id,
    pub token: String,
}

/// A request the bot made, failed ones included.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub method: Method,
    /// Without `/api/v10`, with the query.
    pub path: String,
    pub body: Value,
}

pub struct State {
    pub settings: Settings,
    pub gateway_url: String,
    last_id: Id,
    pub bot: Id,
    pub application: Id,
    /// The guild that every Discord begins with.
    pub guild: Id,
    pub guilds: BTreeMap<Id, GuildRecord>,
    /// Whom the application belongs to.
    pub owner: Owner,
    pub people: BTreeMap<Id, Person>,
    pub channels: BTreeMap<Id, ChannelRecord>,
    pub messages: BTreeMap<Id, MessageRecord>,
    /// Files that people have given to commands.
    pub given_files: BTreeMap<Id, AttachmentRecord>,
    /// The most bytes that the bot may upload at once.
    pub upload_limit: usize,
    /// Where attachments can be fetched.
    pub files_url: String,
    pub interactions: BTreeMap<Id, InteractionRecord>,
    /// Global commands and the guild's, as Discord gives them back.
    pub commands: Vec<Value>,
    pub registrations: usize,
    /// Commands that the guild's admin has opened to everyone.
    pub opened_commands: BTreeSet<String>,
    pub sessions: Vec<Session>,
    pub identifies: usize,
    pub resumes: usize,
    /// When this Discord began, and how much time tests have let pass on top of the real one.
    pub started: Instant,
    pub passed: Duration,
    pub requests: Vec<Recorded>,
    pub failures: Vec<PlannedFailure>,
    pub violations: Vec<String>,
    /// A Close frame from the client gets no answer.
    pub mute_close: bool,
    /// The test has made trouble, so an unanswered question is not necessarily the bot's fault.
    pub troubled: bool,
}

/// Ids look like Discord's: 18 or 19 digits, growing, one millisecond apart. Fixed, so that snapshots
/// of texts that contain ids stay the same.
const FIRST_ID: Id = 1_100_000_000_000_000_000;
const ONE_MILLISECOND: Id = 1 << 22;
/// The person who has made the application and the first guild.
pub const OWNER: Id = FIRST_ID - ONE_MILLISECOND;

impl State {
    pub fn new(settings: Settings) -> Self {
        let mut state = Self {
            settings,
            gateway_url: String::new(),
            last_id: FIRST_ID,
            bot: 0,
            application: 0,
            guild: 0,
            guilds: BTreeMap::new(),
            owner: Owner::Person(0),
            people: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            given_files: BTreeMap::new(),
            upload_limit: super::limits::UPLOAD_BYTES,
            files_url: String::new(),
            interactions: BTreeMap::new(),
            commands: Vec::new(),
            registrations: 0,
            opened_commands: BTreeSet::new(),
            sessions: Vec::new(),
            identifies: 0,
            resumes: 0,
            started: Instant::now(),
            passed: Duration::ZERO,
            requests: Vec::new(),
            failures: Vec::new(),
            violations: Vec::new(),
            mute_close: false,
            troubled: false,
        };
        // The application and its bot user differ, as with older applications: a bot that confuses the
        // two works by luck on newer ones.
        state.application = state.new_id();
        state.guild = state.add_guild("guild", Presence::Member);
        state.bot = state.add_person("accord", true);
        state.settle(OWNER, "owner", false);
        state.owner = Owner::Person(OWNER);
        state
    }

    pub fn new_id(&mut self) -> Id {
        self.last_id += ONE_MILLISECOND;
        self.last_id
    }

    pub fn add_person(&mut self, name: &str, bot: bool) -> Id {
        let id = self.new_id();
        self.settle(id, name, bot);
        id
    }

    fn settle(&mut self, id: Id, name: &str, bot: bool) {
        let permissions = super::limits::permission::EVERYONE;
        let memberships = BTreeMap::new();
        let person = Person { id, name: name.to_owned(), bot, permissions, memberships, has_installed: false, is_closed: false };
        self.people.insert(id, person);
    }

    pub fn add_channel(&mut self, name: &str, kind: ChannelKind, guild: Option<Id>) -> Id {
        let id = self.new_id();
        self.channels.insert(id, ChannelRecord { id, name: name.to_owned(), kind, guild, denied: 0 });
        id
    }

    /// The one direct-message channel between this person and the bot.
    pub fn direct_channel(&mut self, person: Id) -> Id {
        let kind = ChannelKind::Direct { with: person };
        let existing = self.channels.values().find(|channel| channel.kind == kind);
        match existing {
            Some(channel) => channel.id,
            None => self.add_channel("", kind, None),
        }
    }

    pub fn person(&self, id: Id) -> &Person {
        self.people.get(&id).expect("a person of this Discord")
    }

    pub fn person_mut(&mut self, id: Id) -> &mut Person {
        self.people.get_mut(&id).expect("a person of this Discord")
    }

    pub fn channel(&self, id: Id) -> &ChannelRecord {
        self.channels.get(&id).expect("a channel of this Discord")
    }

    pub fn message(&self, id: Id) -> &MessageRecord {
        self.messages.get(&id).expect("a message of this Discord")
    }

    pub fn message_mut(&mut self, id: Id) -> &mut MessageRecord {
        self.messages.get_mut(&id).expect("a message of this Discord")
    }

    pub fn interaction(&self, id: Id) -> &InteractionRecord {
        self.interactions.get(&id).expect("an interaction of this Discord")
    }

    pub fn interaction_mut(&mut self, id: Id) -> &mut InteractionRecord {
        self.interactions.get_mut(&id).expect("an interaction of this Discord")
    }

    /// A message that still exists in this channel.
    pub fn live_message(&self, channel: Id, id: Id) -> Option<&MessageRecord> {
        self.messages.get(&id).filter(|message| message.channel == channel && !message.deleted)
    }

    pub fn violate(&mut self, sentence: impl Into<String>) {
        self.violations.push(sentence.into());
    }

    /// Messages of the bot that no test verb has looked at.
    pub fn unread(&self) -> impl Iterator<Item = &MessageRecord> {
        self.messages.values().filter(|message| message.author == self.bot && !message.read && !message.deleted && !message.is_loading())
    }

    /// Interactions whose user is left with nothing: no first answer in time, or "thinking…" for ever.
    pub fn unanswered(&self) -> impl Iterator<Item = &InteractionRecord> {
        let blameless = self.troubled;
        self.interactions.values().filter(move |interaction| {
            let late = interaction.age_at(Instant::now()) > super::limits::FIRST_ANSWER;
            let thinking = interaction.callback.as_ref().is_some_and(|callback| callback.kind == 5);
            let silent = interaction.callback.is_none() && late;
            let deleted = interaction.original.is_some_and(|id| self.message(id).deleted);
            let unfilled = thinking && !interaction.complete && !deleted;
            !blameless && (silent || unfilled)
        })
    }
}

impl InteractionRecord {
    pub fn age_at(&self, moment: Instant) -> Duration {
        moment.duration_since(self.dispatched) + self.aged
    }
}

impl MessageRecord {
    /// Only "… is thinking": there is nothing to read yet.
    pub fn is_loading(&self) -> bool {
        self.flags & super::limits::flag::LOADING != 0
    }
}
