//! `/quote` and *Check this quote*: whether words stand in the corpus as they are quoted.

use super::{Options, Use};
use crate::discord::body::Body;
use crate::discord::failure::Failure;
use crate::discord::render;

/// The command's name, and that of the command on a message.
pub(in crate::discord) const NAME: &str = "quote";
pub(in crate::discord) const ON_MESSAGE: &str = "Check this quote";

/// Checks what was typed.
pub(in crate::discord) async fn answer(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let (text, by) = (options.text("text").unwrap_or_default().to_owned(), options.text("by").map(str::to_owned));
    checked(used, private, text, by).await
}

/// Checks the words of somebody's message, for whoever asks.
pub(in crate::discord) async fn of_message(used: &Use<'_>, content: &str) -> Result<(), Failure> {
    let text = super::mention::strip(content);
    if !text.contains(char::is_alphanumeric) {
        return Ok(used.reply.privately(&Body::text(used.asker.voice().message_without_words())).await?);
    }
    checked(used, true, text, None).await
}

async fn checked(used: &Use<'_>, private: bool, text: String, by: Option<String>) -> Result<(), Failure> {
    let voice = used.asker.voice();
    used.answer(private, move |answerer| render::checked(answerer, &text, &answerer.check_quote(&text, by.as_deref())?, voice)).await
}
