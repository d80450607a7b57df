//! How the bot's bodies become messages.

use serde_json::{Value, json};

use super::embed_rules::items;
use super::limits::flag;
use super::message_rules::{Place, message_breaches, number};
use super::openapi;
use super::refusal::{self, Refusal};
use super::rest::Call;
use super::state::{AttachmentRecord, Id, MessageRecord, State};

/// The flags that a body may set and unset later.
const EDITABLE_FLAGS: u64 = flag::SUPPRESS_EMBEDS | flag::IS_COMPONENTS_V2;

impl State {
    /// Refuses a body that breaks a rule. `changed` is the message being changed, if it is no new one.
    pub fn check_message(
        &mut self,
        call: &Call,
        (place, template): (Place, &str),
        body: &Value,
        changed: Option<Id>,
    ) -> Result<(), Refusal> {
        let changed = changed.map(|id| self.message(id));
        let mut breaches = message_breaches(place, body, &call.files, changed);
        let blank = self.blank_message(0);
        let result = rewritten(changed.unwrap_or(&blank), body, Vec::new());
        let is_empty = result.content.trim().is_empty()
            && result.embeds.is_empty()
            && result.components.is_empty()
            && result.attachments.is_empty()
            && call.files.is_empty();
        if breaches.is_empty() {
            breaches = openapi::breaches(call.method.as_str(), template, &call.body);
        }
        self.refuse_form(call, breaches)?;
        let bytes: usize = call.files.iter().map(|file| file.bytes.len()).sum();
        if bytes > self.upload_limit {
            self.breach(call, &format!("files of {bytes} bytes; at most {} are allowed", self.upload_limit));
            return Err(refusal::TOO_LARGE);
        }
        if is_empty {
            self.breach(call, "the message is empty");
            return Err(refusal::EMPTY_MESSAGE);
        }
        Ok(())
    }

    /// A message of the bot with nothing in it yet.
    pub fn blank_message(&self, channel: Id) -> MessageRecord {
        MessageRecord {
            id: 0,
            channel,
            author: self.bot,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            attachments: Vec::new(),
            flags: 0,
            reference: None,
            mentions: Vec::new(),
            nonce: None,
            visible_to: None,
            interaction: None,
            deleted: false,
            read: false,
            edited: false,
            edits: Vec::new(),
            starts_thread: false,
            position: None,
        }
    }

    /// Fills a blank message from a body and posts it.
    pub fn post(&mut self, call: &Call, body: &Value, blank: &MessageRecord) -> Id {
        let uploads = self.uploads(call, body);
        let mut message = rewritten(blank, body, uploads);
        message.flags = blank.flags | body["flags"].as_u64().unwrap_or(0);
        message.edited = false;
        self.publish(message)
    }

    /// Gives a message its id and tells whoever listens.
    pub fn publish(&mut self, mut message: MessageRecord) -> Id {
        let id = self.new_id();
        message.id = id;
        message.position = self.next_position(message.channel).filter(|_| message.visible_to.is_none());
        let wanted = self.messages_intent(message.channel);
        let is_public = message.visible_to.is_none() && self.hears(message.channel);
        self.messages.insert(id, message);
        if is_public {
            let event = self.message_event(id);
            self.dispatch(wanted, "MESSAGE_CREATE", &event);
        }
        id
    }

    /// Changes a message as the body says; it counts as unread again.
    pub fn rewrite(&mut self, call: &Call, body: &Value, id: Id) {
        let uploads = self.uploads(call, body);
        let mut message = rewritten(self.message(id), body, uploads);
        message.edits.push(call.arrived.saturating_duration_since(self.started) + self.passed);
        let is_public = message.visible_to.is_none() && self.hears(message.channel);
        let wanted = self.messages_intent(message.channel);
        self.messages.insert(id, message);
        if is_public {
            let event = self.message_event(id);
            self.dispatch(wanted, "MESSAGE_UPDATE", &event);
        }
    }

    pub fn delete_message(&mut self, id: Id) {
        let message = self.message_mut(id);
        message.deleted = true;
        let (channel, is_public) = (message.channel, message.visible_to.is_none());
        if is_public && self.hears(channel) {
            let mut event = json!({ "id": id.to_string(), "channel_id": channel.to_string() });
            if let Some(guild) = self.channel(channel).guild {
                event["guild_id"] = json!(guild.to_string());
            }
            self.dispatch(self.messages_intent(channel), "MESSAGE_DELETE", &event);
        }
    }

    /// The files of a request, with what its `attachments` say about them.
    fn uploads(&mut self, call: &Call, body: &Value) -> Vec<AttachmentRecord> {
        let about = |index: u64| items(&body["attachments"]).iter().find(move |listed| number(&listed["id"]) == Some(index));
        let mut uploads = Vec::new();
        for file in &call.files {
            let said = |part: &str| Some(about(file.index)?[part].as_str()?.to_owned());
            uploads.push(AttachmentRecord {
                id: self.new_id(),
                filename: said("filename").unwrap_or_else(|| file.filename.clone()),
                description: said("description"),
                bytes: file.bytes.clone(),
            });
        }
        uploads
    }
}

/// A message after a body has been applied: what the body leaves out stays.
fn rewritten(before: &MessageRecord, body: &Value, uploads: Vec<AttachmentRecord>) -> MessageRecord {
    let mut after = MessageRecord { edited: true, read: false, ..before.clone() };
    if let Some(content) = body.get("content") {
        content.as_str().unwrap_or_default().clone_into(&mut after.content);
    }
    if let Some(embeds) = body.get("embeds") {
        after.embeds = items(embeds).iter().map(stored_embed).collect();
    }
    if let Some(components) = body.get("components") {
        after.components = items(components).to_vec();
    }
    if let Some(attachments) = body.get("attachments") {
        let listed: Vec<u64> = items(attachments).iter().filter_map(|one| number(&one["id"])).collect();
        after.attachments.retain(|attachment| listed.contains(&attachment.id));
    }
    after.attachments.extend(uploads);
    if let Some(flags) = body["flags"].as_u64() {
        after.flags = (before.flags & !EDITABLE_FLAGS) | (flags & EDITABLE_FLAGS);
    }
    after.flags &= !flag::LOADING;
    after
}

fn stored_embed(embed: &Value) -> Value {
    let mut stored = embed.clone();
    stored["type"] = json!("rich");
    stored
}
