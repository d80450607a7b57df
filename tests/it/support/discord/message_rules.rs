//! What Discord, and this project, demand of a body that makes or changes a message.

use std::collections::BTreeSet;

use serde_json::Value;

use super::component_rules::component_breaches;
use super::embed_rules::{addresses, embed_breaches, items, length, too_long};
use super::limits::{ATTACHMENT_DESCRIPTION, CONTENT, NONCE, flag};
use super::multipart::File;
use super::state::{AttachmentRecord, MessageRecord};

/// Where a body is sent; flags differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An interaction's first answer, as a new message.
    Answer,
    /// An interaction's first answer, as a change of the message whose button was pressed.
    Update,
    FollowUp,
    ChannelMessage,
    Edit,
}

impl Place {
    fn allowed_flags(self) -> u64 {
        let any = flag::SUPPRESS_EMBEDS | flag::IS_COMPONENTS_V2;
        match self {
            Self::Answer | Self::FollowUp => any | flag::EPHEMERAL | flag::SUPPRESS_NOTIFICATIONS,
            Self::ChannelMessage => any | flag::SUPPRESS_NOTIFICATIONS,
            Self::Update | Self::Edit => any,
        }
    }
}

/// Everything that is wrong with a body. `changed` is the message being changed, if it is no new one.
pub fn message_breaches(place: Place, body: &Value, files: &[File], changed: Option<&MessageRecord>) -> Vec<String> {
    let flags = body["flags"].as_u64().unwrap_or(0) | changed.map_or(0, |message| message.flags);
    let is_v2 = flags & flag::IS_COMPONENTS_V2 != 0;
    let kept = changed.map_or(&[][..], |message| &message.attachments);
    let mut breaches = mention_breaches(&body["allowed_mentions"]);
    breaches.extend(too_long("content", &body["content"], CONTENT));
    breaches.extend(embed_breaches(&body["embeds"]));
    breaches.extend(component_breaches(&body["components"], is_v2));
    breaches.extend(flag_breach(place, &body["flags"]));
    breaches.extend(attachment_breaches(body, files, kept));
    breaches.extend(nonce_breach(&body["nonce"]));
    if is_v2 && (length(&body["content"]) > 0 || !items(&body["embeds"]).is_empty()) {
        breaches.push("IS_COMPONENTS_V2 goes with neither content nor embeds".to_owned());
    }
    breaches
}

/// The bot pings nobody, ever, so each message says so itself: the defaults are to ping.
fn mention_breaches(allowed: &Value) -> Vec<String> {
    if !allowed.is_object() {
        return vec!["`allowed_mentions` is missing: whoever is named would be pinged".to_owned()];
    }
    let mut breaches = Vec::new();
    if allowed["parse"].as_array().is_none_or(|kinds| !kinds.is_empty()) {
        breaches.push(format!("`allowed_mentions.parse` is {}, not []", allowed["parse"]));
    }
    for whom in ["users", "roles"] {
        if !items(&allowed[whom]).is_empty() {
            breaches.push(format!("`allowed_mentions.{whom}` is {}, not empty", allowed[whom]));
        }
    }
    if allowed["replied_user"] == true {
        breaches.push("`allowed_mentions.replied_user` is true: the asker would be pinged".to_owned());
    }
    breaches
}

fn flag_breach(place: Place, flags: &Value) -> Option<String> {
    let forbidden = flags.as_u64()? & !place.allowed_flags();
    (forbidden != 0).then(|| format!("the flags {flags} include {forbidden}, which cannot be set here"))
}

fn nonce_breach(nonce: &Value) -> Option<String> {
    too_long("nonce", nonce, NONCE)
}

fn attachment_breaches(body: &Value, files: &[File], kept: &[AttachmentRecord]) -> Vec<String> {
    let mut breaches = Vec::new();
    for listed in items(&body["attachments"]) {
        let id = number(&listed["id"]);
        let is_file = files.iter().any(|file| Some(file.index) == id);
        let is_kept = kept.iter().any(|attachment| Some(attachment.id) == id);
        if !is_file && !is_kept {
            breaches.push(format!("the attachment {} exists neither as a file nor on the message", listed["id"]));
        }
        breaches.extend(too_long("attachment description", &listed["description"], ATTACHMENT_DESCRIPTION));
    }
    let indices: BTreeSet<u64> = files.iter().map(|file| file.index).collect();
    if indices.len() < files.len() {
        breaches.push("two files have the same index".to_owned());
    }
    let names = attached_names(body, files, kept);
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.".contains(sign);
    for odd in names.iter().filter(|name| name.is_empty() || !name.chars().all(plain)) {
        breaches.push(format!("the file name `{odd}` would be changed by Discord; letters, digits, `-`, `_` and `.` stay"));
    }
    for (part, address) in items(&body["embeds"]).iter().flat_map(addresses) {
        if let Some(name) = address.strip_prefix("attachment://")
            && !names.iter().any(|attached| attached == name)
        {
            breaches.push(format!("an embed's {part} shows `{name}`, which is not attached"));
        }
    }
    breaches
}

/// What the files of a message are called once this body has been applied.
fn attached_names(body: &Value, files: &[File], kept: &[AttachmentRecord]) -> Vec<String> {
    let listed = |id: u64| items(&body["attachments"]).iter().find(move |one| number(&one["id"]) == Some(id));
    let stays = |attachment: &&AttachmentRecord| body.get("attachments").is_none() || listed(attachment.id).is_some();
    let renamed = |file: &File| Some(listed(file.index)?["filename"].as_str()?.to_owned());
    let new = files.iter().map(|file| renamed(file).unwrap_or_else(|| file.filename.clone()));
    kept.iter().filter(stays).map(|attachment| attachment.filename.clone()).chain(new).collect()
}

/// A snowflake or an index, sent as text or as a number.
pub fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}
