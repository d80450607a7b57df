//! Questions in messages: ones that mention the bot, direct ones, and replies to what the bot said.

use serenity::http::Http;
use serenity::model::channel::{Message, MessageType};
use serenity::model::id::UserId;

use super::{ask, help};
use crate::answer::Scope;
use crate::discord::asker::Asker;
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::past;
use crate::discord::receipts::keep;
use crate::discord::render::View;
use crate::discord::reply::reply;
use crate::discord::room::Room;

/// Words of courtesy, in Accord's languages. A reply of nothing else asks nothing.
const COURTESIES: &[&str] = &[
    "thanks", "thank", "you", "thx", "ty", "ok", "okay", "cool", "great", "nice", "perfect", "danke", "schön", "vielen", "dank", "merci",
    "beaucoup", "gracias", "muchas", "谢谢", "多谢", "好的",
];

/// What a message asks the bot, if it speaks to the bot at all: it is a direct message, it mentions the bot by name, or it
/// replies to the bot with a ping. A ping of everyone does not speak to it, nor does a reply of thanks. Bots are not spoken
/// with.
pub(in crate::discord) fn question(message: &Message, me: UserId) -> Option<String> {
    let by_person = !message.author.bot && message.webhook_id.is_none() && message.author.id != me;
    let is_speech = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let direct = message.guild_id.is_none();
    let named = [format!("<@{me}>"), format!("<@!{me}>")].iter().any(|mention| message.content.contains(mention));
    let question = strip(&message.content);
    // Without the message-content intent the words of a reply are only there when it pings.
    let replied = !question.is_empty() && message.referenced_message.as_ref().is_some_and(|earlier| earlier.author.id == me);
    let speaks = named || (direct || replied) && !is_courtesy(&question);
    (by_person && is_speech && speaks).then_some(question)
}

fn is_courtesy(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| COURTESIES.contains(&word))
}

/// The words of a message, without what Discord has for mentions, channels, emoji, commands and times.
pub(in crate::discord) fn strip(content: &str) -> String {
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
pub(in crate::discord) async fn answer(
    room: &Room,
    http: &Http,
    asker: &Asker,
    message: &Message,
    question: String,
) -> Result<(), Failure> {
    let voice = asker.voice();
    if room.is_leaving() || question.is_empty() {
        let body = if room.is_leaving() { Body::text(voice.leaving()) } else { help::text(room, voice) };
        reply(http, message, &body).await?;
        return Ok(());
    }
    let asked = match past::carried_on(room, http, asker, message).await {
        Some(earlier) => earlier.then(&question),
        None => Asked::alone(&question),
    };
    let any_language = room.settings(asker.guild).await?.language.is_none();
    let view = View { asker: asker.clone(), asked: Some(asked), private: false, shares: false, threads: asker.threads, critiques: None };
    let (body, kept) = ask::think(room, view, Scope::default(), any_language).await?;
    let said = reply(http, message, &body).await?;
    keep(room, asker, said, false, kept).await;
    Ok(())
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
