//! `/search`, *More passages* and *Find sources for this*: passages to look through, page by page in one message.

use serenity::model::channel::Message;

use super::{Options, Use};
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::render::{self, View};

/// The command's name, and that of the command on a message.
pub(in crate::discord) const NAME: &str = "search";
pub(in crate::discord) const FIND_SOURCES: &str = "Find sources for this";

/// How many passages are looked through at the most: twenty pages.
const MOST: usize = 100;

/// The first page.
pub(in crate::discord) async fn answer(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let (words, scope) = (options.text("words").unwrap_or_default().to_owned(), options.scope());
    let view = View::of_look_up(used.asker, private);
    used.answer(private, move |answerer| {
        let found = answerer.search(&words, &scope, MOST)?;
        render::listing(answerer, &found, 0, true, &view)
    })
    .await
}

/// A page of passages for words that stand above it, or that its button carries.
pub(in crate::discord) async fn page(used: &Use<'_>, page: usize, scope: String, words: String, list: &Message) -> Result<(), Failure> {
    super::on_answer::defer_turn(used, list).await?;
    let asked = Asked::read(&list.content);
    let mut view = View::of_look_up(used.asker, true);
    let body = used.room.think(move |answerer| {
        // Words in the button are a search's; a question stands in the message, and is no part of the button.
        let by_button = !words.is_empty();
        let asked = if by_button { Asked::alone(&words) } else { asked.unwrap_or_default() };
        let scope = render::scope_of(answerer, &scope).unwrap_or_default();
        let found = answerer.search_after(&asked.question, asked.context().as_ref(), &scope, MOST)?;
        view.asked = (!by_button).then_some(asked);
        render::listing(answerer, &found, page, by_button, &view)
    });
    used.reply.fill(&body.await?).await?;
    Ok(())
}

/// More passages on the question of an answer, for whoever presses.
pub(in crate::discord) async fn more(used: &Use<'_>, scope: String, answer: &str) -> Result<(), Failure> {
    let Some(asked) = Asked::read(answer) else { return super::on_answer::too_old(used).await };
    listed(used, asked, scope).await
}

/// Passages for the words of somebody's message, for whoever asks.
pub(in crate::discord) async fn for_message(used: &Use<'_>, content: &str) -> Result<(), Failure> {
    let words = super::mention::strip(content);
    if !words.contains(char::is_alphanumeric) {
        return Ok(used.reply.privately(&crate::discord::body::Body::text(used.asker.voice().message_without_words())).await?);
    }
    listed(used, Asked::alone(&words), String::new()).await
}

async fn listed(used: &Use<'_>, asked: Asked, scope: String) -> Result<(), Failure> {
    let mut view = View::of_look_up(used.asker, true);
    used.answer(true, move |answerer| {
        let scope = render::scope_of(answerer, &scope).unwrap_or_default();
        let found = answerer.search_after(&asked.question, asked.context().as_ref(), &scope, MOST)?;
        view.asked = Some(asked);
        render::listing(answerer, &found, 0, false, &view)
    })
    .await
}
