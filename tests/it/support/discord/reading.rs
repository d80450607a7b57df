//! Reading what the bot says. Whatever a verb here returns counts as read.

use std::time::Duration;

use super::limits::flag;
use super::message::Message;
use super::people::Channel;
use super::server::FakeDiscord;
use super::state::{Id, Interaction, MessageRecord, State};

/// How an interaction was first answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Discord's callback type: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal.
    pub kind: u64,
    pub ephemeral: bool,
}

impl FakeDiscord {
    /// Waits for the bot's next unread message that answers this one: a reply to it, something in the
    /// thread that hangs on it, or, in a direct channel, anything said after it.
    pub async fn reply(&self, to: &Message) -> Message {
        let what = format!("a reply to {:?}", to.content);
        self.shared.until(&what, |state| state.read_first(|state, message| state.answers(message, to))).await
    }

    /// Waits until the user of this interaction sees its answer, and reads it.
    pub async fn response(&self, to: &Interaction) -> Message {
        let finished = |state: &mut State| {
            let record = state.interaction(to.id);
            let original = record.original.filter(|_| record.complete)?;
            Some(state.read(original))
        };
        let data = self.shared.look(|state| state.interaction(to.id).payload["data"].clone());
        self.shared.until(&format!("the response to {data}"), finished).await
    }

    /// Waits for the next unread follow-up of this interaction.
    pub async fn follow_up(&self, to: &Interaction) -> Message {
        let probe = |state: &mut State| {
            let original = state.interaction(to.id).original;
            state.read_first(|_, message| message.interaction == Some(to.id) && Some(message.id) != original)
        };
        self.shared.until("a follow-up", probe).await
    }

    /// Waits until the bot has first answered this interaction, and tells how.
    pub async fn acknowledgement(&self, of: &Interaction) -> Acknowledgement {
        let probe = |state: &mut State| {
            let callback = state.interaction(of.id).callback.as_ref()?;
            let flags = callback.data["flags"].as_u64().unwrap_or(0);
            Some(Acknowledgement { kind: callback.kind, ephemeral: flags & flag::EPHEMERAL != 0 })
        };
        self.shared.until("an acknowledgement", probe).await
    }

    /// Waits for the bot's next unread message in this channel, whatever it answers.
    pub async fn message_in(&self, channel: &Channel) -> Message {
        let probe = |state: &mut State| state.read_first(|_, message| message.channel == channel.id);
        self.shared.until("a message in the channel", probe).await
    }

    /// Waits until a message, as it is now, is what the test expects, and reads it.
    pub async fn until_shown(&self, message: &Message, expected: impl Fn(&Message) -> bool) -> Message {
        let probe = |state: &mut State| {
            let now = Message::of(state, message.id);
            expected(&now).then(|| state.read(message.id))
        };
        self.shared.until(&format!("a change of {:?}", message.content), probe).await
    }

    /// Waits until a message has been deleted.
    pub async fn deleted(&self, message: &Message) {
        let probe = |state: &mut State| state.message(message.id).deleted.then_some(());
        self.shared.until("the message to be deleted", probe).await;
    }

    /// When the bot changed this message (deferred answers that were filled included), each counted from the start of
    /// this Discord. Bots must not change one message too often: see [`Self::assert_edits_apart`].
    pub fn edits(&self, message: &Message) -> Vec<Duration> {
        self.shared.look(|state| state.message(message.id).edits.clone())
    }

    /// A rule of this project: between two changes of one message lies at least so much time. Fails the test otherwise.
    pub fn assert_edits_apart(&self, message: &Message, least: Duration) {
        let edits = self.edits(message);
        let hasty = edits.windows(2).find(|pair| pair[1].saturating_sub(pair[0]) < least);
        assert!(hasty.is_none(), "the message was changed twice within {least:?}: {edits:?}");
    }

    /// A message as it is now. Looking does not count as reading.
    pub fn current(&self, message: &Message) -> Message {
        self.shared.look(|state| Message::of(state, message.id))
    }

    /// The bot's messages that no test verb has looked at.
    pub fn unread(&self) -> Vec<Message> {
        self.shared.look(|state| state.unread().map(|message| Message::of(state, message.id)).collect())
    }
}

impl State {
    fn answers(&self, message: &MessageRecord, question: &Message) -> bool {
        let follows_in_direct =
            message.channel == question.channel && message.id > question.id && self.channel(question.channel).is_direct();
        message.reference == Some(question.id) || message.channel == question.id || follows_in_direct
    }

    fn read_first(&mut self, is_it: impl Fn(&Self, &MessageRecord) -> bool) -> Option<Message> {
        let found = self.unread().find(|message| is_it(self, message)).map(|message| message.id)?;
        Some(self.read(found))
    }

    fn read(&mut self, id: Id) -> Message {
        self.message_mut(id).read = true;
        Message::of(self, id)
    }
}
