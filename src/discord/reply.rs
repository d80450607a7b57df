//! The one place that says something in Discord.

use std::sync::atomic::{AtomicBool, Ordering};

use serde::Deserialize;
use serde_json::{Map, Value, json};
use serenity::builder::CreateAttachment;
use serenity::http::{Http, LightMethod, Multipart, MultipartUpload, Request, Route};
use serenity::model::application::{CommandInteraction, ComponentInteraction, ModalInteraction};
use serenity::model::channel::Message;
use serenity::model::id::{ApplicationId, ChannelId, InteractionId, MessageId};

use super::body::{Body, EPHEMERAL, File};
use super::http::{AT_ONCE, IN_TIME, Patience, Undelivered, call};
use super::limits::{CHOICE, CHOICES, length};
use super::render::fit::plain;
use crate::answer::Choice;

/// Interaction callback types (interactions/receiving-and-responding).
const MESSAGE: u8 = 4;
const DEFERRED_MESSAGE: u8 = 5;
const DEFERRED_UPDATE: u8 = 6;
const SUGGESTIONS: u8 = 8;
const FORM: u8 = 9;

/// The answer to one use of a command, a button, a menu or a form.
pub(super) struct InteractionReply<'i> {
    http: &'i Http,
    id: InteractionId,
    application: ApplicationId,
    token: &'i str,
    acknowledged: AtomicBool,
    /// What is being answered is a button, and the message that it stands on is what will change.
    updating: AtomicBool,
}

/// Where a message of ours came to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) struct Said {
    pub(super) id: MessageId,
    pub(super) channel_id: ChannelId,
}

impl<'i> InteractionReply<'i> {
    fn new(http: &'i Http, id: InteractionId, application: ApplicationId, token: &'i str) -> Self {
        Self { http, id, application, token, acknowledged: AtomicBool::new(false), updating: AtomicBool::new(false) }
    }

    /// The answer to a command, or to what is being typed into one.
    pub(super) fn to(http: &'i Http, command: &'i CommandInteraction) -> Self {
        Self::new(http, command.id, command.application_id, &command.token)
    }

    /// The answer to a button or a menu.
    pub(super) fn to_press(http: &'i Http, press: &'i ComponentInteraction) -> Self {
        Self::new(http, press.id, press.application_id, &press.token)
    }

    /// The answer to a form.
    pub(super) fn to_form(http: &'i Http, form: &'i ModalInteraction) -> Self {
        Self::new(http, form.id, form.application_id, &form.token)
    }

    /// A number that is this use's alone.
    pub(super) fn id(&self) -> u64 {
        self.id.get()
    }

    /// Says that an answer is coming; whether all may see it is decided now.
    pub(super) async fn defer(&self, private: bool) -> Result<(), Undelivered> {
        let data = if private { json!({ "flags": EPHEMERAL }) } else { json!({}) };
        self.first(json!({ "type": DEFERRED_MESSAGE, "data": data }), None).await
    }

    /// Says that the message whose button was pressed will change.
    pub(super) async fn defer_update(&self) -> Result<(), Undelivered> {
        self.updating.store(true, Ordering::Relaxed);
        self.first(json!({ "type": DEFERRED_UPDATE }), None).await
    }

    /// Answers at once, to the asker alone.
    pub(super) async fn privately(&self, body: &Body) -> Result<(), Undelivered> {
        self.first(json!({ "type": MESSAGE, "data": body.json(EPHEMERAL) }), body.file.as_ref()).await
    }

    /// Answers with a form to fill in.
    pub(super) async fn form(&self, form: &Value) -> Result<(), Undelivered> {
        self.first(json!({ "type": FORM, "data": form }), None).await
    }

    /// Gives the answer that was announced, or changes one that was given.
    pub(super) async fn fill(&self, body: &Body) -> Result<Said, Undelivered> {
        let route = Route::WebhookOriginalInteractionResponse { application_id: self.application, token: self.token };
        said(self.http, Request::new(route, LightMethod::Patch), body.json(0), body.file.as_ref()).await
    }

    /// Says something more, to all who can see the place.
    pub(super) async fn add_openly(&self, body: &Body) -> Result<Said, Undelivered> {
        let route = Route::WebhookFollowupMessages { application_id: self.application, token: self.token };
        said(self.http, Request::new(route, LightMethod::Post), body.json(0), body.file.as_ref()).await
    }

    /// Says something more, to the asker alone.
    async fn add_privately(&self, body: &Body) -> Result<Said, Undelivered> {
        let route = Route::WebhookFollowupMessages { application_id: self.application, token: self.token };
        said(self.http, Request::new(route, LightMethod::Post), body.json(EPHEMERAL), body.file.as_ref()).await
    }

    /// Takes the message whose button was pressed away. Only after [`InteractionReply::defer_update`].
    pub(super) async fn take_away(&self) -> Result<(), Undelivered> {
        let route = Route::WebhookOriginalInteractionResponse { application_id: self.application, token: self.token };
        call(self.http, Request::new(route, LightMethod::Delete), IN_TIME).await.map(drop)
    }

    /// Suggests values for the option that is being typed into.
    pub(super) async fn suggest(&self, choices: &[Choice]) -> Result<(), Undelivered> {
        let fitting = choices.iter().filter(|choice| (1..=CHOICE).contains(&length(&choice.ask))).take(CHOICES);
        let choices: Vec<Value> = fitting.map(|choice| json!({ "name": plain(&choice.label, CHOICE), "value": choice.ask })).collect();
        self.first(json!({ "type": SUGGESTIONS, "data": { "choices": choices } }), None).await
    }

    /// Tells the asker what went wrong, in place of the answer that was announced. What stands on a message already stays.
    pub(super) async fn apologise(&self, sentence: String) {
        let body = Body::text(sentence);
        let told = match (self.acknowledged.load(Ordering::Relaxed), self.updating.load(Ordering::Relaxed)) {
            (false, _) => self.privately(&body).await,
            (true, false) => self.fill(&body).await.map(drop),
            (true, true) => self.add_privately(&body).await.map(drop),
        };
        if let Err(undelivered) = told {
            tracing::warn!(cause = %undelivered, "an apology did not get through");
        }
    }

    async fn first(&self, answer: Value, file: Option<&File>) -> Result<(), Undelivered> {
        let route = Route::InteractionResponse { interaction_id: self.id, token: self.token };
        match send(self.http, Request::new(route, LightMethod::Post), &answer, file, AT_ONCE).await {
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
pub(super) async fn reply(http: &Http, to: &Message, body: &Body) -> Result<Said, Undelivered> {
    let mut json = body.json(0);
    let reference = json!({ "message_id": to.id.to_string(), "channel_id": to.channel_id.to_string(), "fail_if_not_exists": false });
    json.insert("message_reference".to_owned(), reference);
    post(http, to.channel_id, to.id.get(), json, body.file.as_ref()).await
}

/// Says something in a channel. `nonce` is a number that is this message's alone, so that another try makes no second one.
pub(super) async fn say(http: &Http, channel: ChannelId, nonce: u64, body: &Body) -> Result<Said, Undelivered> {
    post(http, channel, nonce, body.json(0), body.file.as_ref()).await
}

/// Changes what was said in a channel.
pub(super) async fn edit(http: &Http, message: Said, body: &Body) -> Result<(), Undelivered> {
    let route = Route::ChannelMessage { channel_id: message.channel_id, message_id: message.id };
    said(http, Request::new(route, LightMethod::Patch), body.json(0), body.file.as_ref()).await.map(drop)
}

async fn post(
    http: &Http,
    channel_id: ChannelId,
    nonce: u64,
    mut json: Map<String, Value>,
    file: Option<&File>,
) -> Result<Said, Undelivered> {
    json.insert("nonce".to_owned(), json!(nonce.to_string()));
    json.insert("enforce_nonce".to_owned(), json!(true));
    said(http, Request::new(Route::ChannelMessages { channel_id }, LightMethod::Post), json, file).await
}

/// Sends a message, and learns where it stands.
async fn said(http: &Http, request: Request<'_>, json: Map<String, Value>, file: Option<&File>) -> Result<Said, Undelivered> {
    let response = send(http, request, &Value::Object(json), file, IN_TIME).await?;
    let body = response.bytes().await.map_err(serenity::Error::from)?;
    Ok(serde_json::from_slice(&body).map_err(serenity::Error::from)?)
}

async fn send(
    http: &Http,
    request: Request<'_>,
    json: &Value,
    file: Option<&File>,
    patience: Patience,
) -> Result<reqwest::Response, Undelivered> {
    let request = match file {
        None => request.body(Some(json.to_string().into_bytes())),
        Some(file) => {
            let upload = MultipartUpload::Attachments(vec![CreateAttachment::bytes(file.bytes.clone(), file.name.clone())]);
            request.multipart(Some(Multipart { upload, fields: Vec::new(), payload_json: Some(json.to_string()) }))
        }
    };
    call(http, request, patience).await
}
