//! The troubles that a bot meets: failing requests, a gateway that breaks, events that come twice.

use std::time::Duration;

use axum::http::Method;
use serde_json::json;

use super::limits::{TOKEN_LIFE, intent};
use super::message::Message;
use super::people::BOT_MENTION;
use super::rest::Call;
use super::server::FakeDiscord;
use super::session::{Order, ends_session};
use super::state::{Interaction, State};

/// What happens to a request instead of being served (or, for a delay, before it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    Status(u16),
    RateLimited { retry_after: Duration },
    DropConnection,
    Delay(Duration),
}

#[derive(Clone, Debug)]
pub struct PlannedFailure {
    method: Method,
    path_contains: String,
    failure: Failure,
    times: usize,
}

impl State {
    /// The failure planned for such a request, used up by one.
    pub fn take_failure(&mut self, call: &Call) -> Option<Failure> {
        let planned = self
            .failures
            .iter_mut()
            .find(|planned| planned.times > 0 && planned.method == call.method && call.path.contains(&planned.path_contains))?;
        planned.times -= 1;
        Some(planned.failure.clone())
    }
}

impl FakeDiscord {
    fn trouble(&self, make: impl FnOnce(&mut State)) {
        self.shared.with(|state| {
            state.troubled = true;
            make(state);
        });
    }

    /// The next requests of this kind fail, that many times.
    pub fn fail_next(&self, method: Method, path_contains: &str, failure: Failure, times: usize) {
        let path_contains = path_contains.to_owned();
        let planned = PlannedFailure { method, path_contains, failure, times };
        self.trouble(|state| state.failures.push(planned));
    }

    /// The bot was killed: whoever was waiting for it has seen what there was to see, and waits no longer.
    pub fn bot_was_killed(&self) {
        self.trouble(|state| state.messages.values_mut().for_each(|message| message.read = true));
    }

    /// `GET /gateway` fails from now on, or works again.
    pub fn set_gateway_down(&self, down: bool) {
        self.trouble(|state| state.settings.gateway_down = down);
    }

    /// Op 7: the client is to reconnect and resume.
    pub fn reconnect(&self) {
        let order = Order::Send(json!({ "op": 7, "d": null, "s": null, "t": null }));
        self.trouble(|state| state.order_all(&order));
    }

    /// Op 9: the session is invalid, and may or may not be resumed.
    pub fn invalidate_session(&self, resumable: bool) {
        let order = Order::Send(json!({ "op": 9, "d": resumable, "s": null, "t": null }));
        self.trouble(|state| {
            state.order_all(&order);
            if !resumable {
                state.end_sessions();
            }
        });
    }

    /// The gateway closes the connection with this code.
    pub fn close(&self, code: u16) {
        self.trouble(|state| {
            state.order_all(&Order::Close(code));
            if ends_session(code) {
                state.end_sessions();
            }
        });
    }

    /// The connection breaks, without a Close frame.
    pub fn drop_connection(&self) {
        self.trouble(|state| state.order_all(&Order::Drop));
    }

    /// From now on the gateway never answers a Close frame.
    pub fn mute_close(&self) {
        self.trouble(|state| state.mute_close = true);
    }

    /// The same INTERACTION_CREATE once more.
    pub fn redeliver(&self, interaction: &Interaction) {
        self.trouble(|state| {
            let payload = state.interaction(interaction.id).payload.clone();
            state.dispatch(intent::NONE, "INTERACTION_CREATE", &payload);
        });
    }

    /// The same MESSAGE_CREATE once more.
    pub fn redeliver_message(&self, message: &Message) {
        self.trouble(|state| {
            let (wanted, event) = (state.messages_intent(message.channel), state.message_event(message.id));
            state.dispatch(wanted, "MESSAGE_CREATE", &event);
        });
    }

    /// Its author changes the words of a message.
    pub fn edit_by_author(&self, message: &Message, text: &str) {
        self.trouble(|state| {
            let content = text.replace(BOT_MENTION, &format!("<@{}>", state.bot));
            let record = state.message_mut(message.id);
            record.content = content;
            record.edited = true;
            let (wanted, event) = (state.messages_intent(message.channel), state.message_event(message.id));
            state.dispatch(wanted, "MESSAGE_UPDATE", &event);
        });
    }

    /// For this interaction, so much time passes at once.
    pub fn age(&self, interaction: &Interaction, by: Duration) {
        self.shared.with(|state| state.interaction_mut(interaction.id).aged += by);
    }

    /// So much time passes at once for every interaction so far, and for what is changed from now on.
    pub fn pass(&self, time: Duration) {
        self.shared.with(|state| {
            state.passed += time;
            for interaction in state.interactions.values_mut() {
                interaction.aged += time;
            }
        });
    }

    /// The most bytes that the bot may upload at once, which every interaction says.
    pub fn limit_uploads(&self, bytes: usize) {
        self.shared.with(|state| state.upload_limit = bytes);
    }

    /// The interaction's token stops working.
    pub fn expire(&self, interaction: &Interaction) {
        self.trouble(|_| ());
        self.age(interaction, TOKEN_LIFE);
    }
}

impl State {
    fn end_sessions(&mut self) {
        for session in &mut self.sessions {
            session.ended = true;
        }
    }
}
