//! Threads that hang on a message: opened by the bot or by people, written in by both.

use serde_json::json;

use super::limits::{THREAD_NAME, flag, intent};
use super::message::Message;
use super::people::{Channel, User};
use super::server::FakeDiscord;
use super::state::{ChannelKind, ChannelRecord, Id, MessageRecord, State};

/// What Discord archives after, if nobody says.
pub const ARCHIVED_AFTER_MINUTES: u64 = 1440;

impl FakeDiscord {
    /// Waits until a thread hangs on this message. People talk in it as in any channel.
    pub async fn thread_on(&self, message: &Message) -> Channel {
        let opened = |state: &mut State| state.channels.contains_key(&message.id).then_some(Channel { id: message.id });
        self.shared.until(&format!("a thread on {:?}", message.content), opened).await
    }

    /// A person opens a thread on a message.
    pub async fn open_thread(&self, by: &User, message: &Message, name: &str) -> Channel {
        self.attended().await;
        self.shared.with(|state| {
            assert!((1..=THREAD_NAME).contains(&name.chars().count()), "a thread's name has 1 to {THREAD_NAME} characters");
            assert!(state.takes_threads(message.channel), "no thread can hang on a message of this channel");
            assert!(!state.channels.contains_key(&message.id), "a thread hangs on this message already");
            Channel { id: state.open_thread(message.id, by.id, name, ARCHIVED_AFTER_MINUTES) }
        })
    }

    /// What a channel or thread is called.
    pub fn channel_name(&self, channel: &Channel) -> String {
        self.shared.look(|state| state.channel(channel.id).name.clone())
    }
}

impl State {
    pub fn takes_threads(&self, channel: Id) -> bool {
        matches!(self.channel(channel).kind, ChannelKind::GuildText | ChannelKind::GuildNews)
    }

    /// A thread has the id of the message it hangs on.
    pub fn open_thread(&mut self, message: Id, owner: Id, name: &str, archived_after_minutes: u64) -> Id {
        let parent = self.message(message).channel;
        let kind = ChannelKind::Thread { parent, owner, archived_after_minutes };
        let guild = self.channel(parent).guild;
        self.channels.insert(message, ChannelRecord { id: message, name: name.to_owned(), kind, guild, denied: 0 });
        self.message_mut(message).flags |= flag::HAS_THREAD;
        if self.hears(parent) {
            let mut event = self.channel_object(message);
            event["newly_created"] = json!(true);
            self.dispatch(intent::GUILDS, "THREAD_CREATE", &event);
            let event = self.message_event(message);
            self.dispatch(self.messages_intent(parent), "MESSAGE_UPDATE", &event);
        }
        let author = self.message(message).author;
        let blank = self.blank_message(message);
        // Nobody wrote it, so nobody has to read it.
        let starter = self.publish(MessageRecord { author, reference: Some(message), starts_thread: true, ..blank });
        self.message_mut(starter).read = true;
        message
    }

    /// The place of the next message in this channel, if it is a thread.
    pub fn next_position(&self, channel: Id) -> Option<u64> {
        let is_thread = matches!(self.channels.get(&channel)?.kind, ChannelKind::Thread { .. });
        is_thread
            .then(|| self.messages.values().filter(|message| message.channel == channel && message.visible_to.is_none()).count() as u64)
    }

    /// How many messages were written in a thread; what stands at its head is not one.
    pub fn thread_length(&self, thread: Id) -> usize {
        let written = |message: &&MessageRecord| message.channel == thread && message.visible_to.is_none() && !message.starts_thread;
        self.messages.values().filter(written).count()
    }
}
