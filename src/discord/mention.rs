//! Questions in messages: ones that mention the bot, and direct ones.

use serenity::http::Http;
use serenity::model::channel::{Message, MessageType};
use serenity::model::id::UserId;

use super::body::Body;
use super::failure::Failure;
use super::reply::reply;
use super::room::Room;
use super::{help, render};
use crate::words;

/// What a message asks the bot, if it speaks to the bot at all: it is a direct message, or it mentions the bot by name.
/// A reply that only pings, and a ping of everyone, do not. Bots are not spoken with.
pub(super) fn question(message: &Message, me: UserId) -> Option<String> {
    let by_person = !message.author.bot && message.webhook_id.is_none() && message.author.id != me;
    let is_speech = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let direct = message.guild_id.is_none();
    let named = [format!("<@{me}>"), format!("<@!{me}>")].iter().any(|mention| message.content.contains(mention));
    (by_person && is_speech && (direct || named)).then(|| strip(&message.content))
}

/// The words of a message, without what Discord has for mentions, channels, emoji, commands and times.
fn strip(content: &str) -> String {
    let mut words = String::new();
    let mut rest = content;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        match after.split_once('>').filter(|(inside, _)| is_markup(inside)) {
            Some((_, behind)) => {
                words.push(' ');
                rest = behind;
            }
            None => {
                words.push('<');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    words.replace("@everyone", " ").replace("@here", " ").trim().to_owned()
}

/// `@id`, `@!id`, `@&id`, `#id`, `:name:id`, `a:name:id`, `/name:id`, `t:time`.
fn is_markup(inside: &str) -> bool {
    let begins = inside.starts_with(['@', '#', ':', '/']) || inside.starts_with("a:") || inside.starts_with("t:");
    begins && inside.contains(|c: char| c.is_ascii_digit()) && !inside.contains(char::is_whitespace)
}

/// Replies to the message.
pub(super) async fn answer(room: &Room, http: &Http, message: &Message, question: String) -> Result<(), Failure> {
    let body = if room.is_leaving() {
        Body::text(words::leaving())
    } else if question.is_empty() {
        help::text(room)
    } else {
        let thought = room.think(move |answerer| render::answer(answerer, &answerer.answer(&answerer.question(&question, None))?, None));
        thought.await?
    };
    Ok(reply(http, message, &body).await?)
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn only_words_are_left() {
        assert_eq!(strip("<@1> who co-chairs <@!2> <@&3> <#4> <:a:5> <a:b:6> </ask:7> <t:8:R> it?"), "who co-chairs               it?");
        assert_eq!(strip("@everyone hello @here"), "hello");
        assert_eq!(strip("is 1 < 2 > 0 or <b> or <@1"), "is 1 < 2 > 0 or <b> or <@1");
        assert_eq!(strip("<@1>"), "");
    }
}
