//! The one place that says something in Discord.

use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Map, Value, json};
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::application::CommandInteraction;
use serenity::model::channel::Message;
use serenity::model::id::{ApplicationId, InteractionId};

use super::body::{Body, EPHEMERAL};
use super::fit::plain;
use super::http::{AT_ONCE, IN_TIME, Undelivered, call};
use super::limits::{CHOICE, CHOICES, length};
use crate::answer::Choice;

/// Interaction callback types (interactions/receiving-and-responding).
const MESSAGE: u8 = 4;
const DEFERRED_MESSAGE: u8 = 5;
const SUGGESTIONS: u8 = 8;

/// The answer to one use of a command.
pub(super) struct InteractionReply<'i> {
    http: &'i Http,
    id: InteractionId,
    application: ApplicationId,
    token: &'i str,
    acknowledged: AtomicBool,
}

impl<'i> InteractionReply<'i> {
    /// The answer to a command, or to what is being typed into one.
    pub(super) fn to(http: &'i Http, command: &'i CommandInteraction) -> Self {
        Self { http, id: command.id, application: command.application_id, token: &command.token, acknowledged: AtomicBool::new(false) }
    }

    /// Says that an answer is coming; whether all may see it is decided now.
    pub(super) async fn defer(&self, private: bool) -> Result<(), Undelivered> {
        let data = if private { json!({ "flags": EPHEMERAL }) } else { json!({}) };
        self.first(json!({ "type": DEFERRED_MESSAGE, "data": data })).await
    }

    /// Answers at once, to the asker alone.
    pub(super) async fn privately(&self, body: &Body) -> Result<(), Undelivered> {
        self.first(json!({ "type": MESSAGE, "data": body.json(EPHEMERAL) })).await
    }

    /// Gives the answer that was announced.
    pub(super) async fn fill(&self, body: &Body) -> Result<(), Undelivered> {
        let route = Route::WebhookOriginalInteractionResponse { application_id: self.application, token: self.token };
        let request = Request::new(route, LightMethod::Patch).body(bytes(&body.json(0)));
        call(self.http, request, IN_TIME).await.map(drop)
    }

    /// Suggests values for the option that is being typed into.
    pub(super) async fn suggest(&self, choices: &[Choice]) -> Result<(), Undelivered> {
        let fitting = choices.iter().filter(|choice| (1..=CHOICE).contains(&length(&choice.ask))).take(CHOICES);
        let choices: Vec<Value> = fitting.map(|choice| json!({ "name": plain(&choice.label, CHOICE), "value": choice.ask })).collect();
        self.first(json!({ "type": SUGGESTIONS, "data": { "choices": choices } })).await
    }

    /// Tells the asker what went wrong, in place of the answer.
    pub(super) async fn apologise(&self, sentence: String) {
        let body = Body::text(sentence);
        let told = if self.acknowledged.load(Ordering::Relaxed) { self.fill(&body).await } else { self.privately(&body).await };
        if let Err(undelivered) = told {
            tracing::warn!(cause = %undelivered, "an apology did not get through");
        }
    }

    async fn first(&self, answer: Value) -> Result<(), Undelivered> {
        let route = Route::InteractionResponse { interaction_id: self.id, token: self.token };
        let request = Request::new(route, LightMethod::Post).body(Some(answer.to_string().into_bytes()));
        match call(self.http, request, AT_ONCE).await {
            Err(undelivered) if !undelivered.was_delivered() => Err(undelivered),
            _ => {
                self.acknowledged.store(true, Ordering::Relaxed);
                Ok(())
            }
        }
    }
}

/// Replies to a message. The message's id is the nonce, so that neither another try nor an event that came twice can
/// make a second reply.
pub(super) async fn reply(http: &Http, to: &Message, body: &Body) -> Result<(), Undelivered> {
    let mut json = body.json(0);
    let reference = json!({ "message_id": to.id.to_string(), "channel_id": to.channel_id.to_string(), "fail_if_not_exists": false });
    json.insert("message_reference".to_owned(), reference);
    json.insert("nonce".to_owned(), json!(to.id.to_string()));
    json.insert("enforce_nonce".to_owned(), json!(true));
    let request = Request::new(Route::ChannelMessages { channel_id: to.channel_id }, LightMethod::Post).body(bytes(&json));
    call(http, request, IN_TIME).await.map(drop)
}

fn bytes(json: &Map<String, Value>) -> Option<Vec<u8>> {
    // Text and numbers only: this cannot fail.
    serde_json::to_vec(json).ok()
}
