//! `/ask`: a question in plain words. Mentions, replies and buttons ask through here too.

use super::{Options, Use};
use crate::answer::{Answer, AnswerError, Answerer, Scope};
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::receipts::{Kept, keep};
use crate::discord::render::{self, View};
use crate::discord::room::Room;
use crate::words::Language;

/// The command's name.
pub(in crate::discord) const NAME: &str = "ask";

/// Answers the question, to all or to the asker alone.
pub(in crate::discord) async fn answer(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let asked = Asked::alone(options.text("question").unwrap_or_default());
    announced(used, asked, options.scope(), private).await
}

/// Announces an answer and gives it; what it was made of is kept as its receipt.
pub(in crate::discord) async fn announced(used: &Use<'_>, asked: Asked, scope: Scope, private: bool) -> Result<(), Failure> {
    used.reply.defer(private).await?;
    let shares = private && used.speaks_here().await?;
    // Nobody can carry on what they alone see, nor in a place that the bot cannot write in.
    let threads = used.asker.threads && !private;
    let view = View { asker: used.asker.clone(), asked: Some(asked), private, shares, threads, critiques: None };
    let (body, kept) = think(used.room, view, scope, false).await?;
    let said = used.reply.fill(&body).await?;
    keep(used.room, used.asker, said, private, kept).await;
    Ok(())
}

/// Thinks of an answer. `any_language` answers in the language of the question, where the asker's own is not known.
pub(in crate::discord) async fn think(room: &Room, mut view: View, scope: Scope, any_language: bool) -> Result<(Body, Kept), Failure> {
    room.think(move |answerer| {
        let answer = answered(answerer, view.asked.as_ref(), &scope)?;
        if any_language && let Some(read) = &answer.translation {
            view.asker.language = Language::for_locale(&read.language);
        }
        Ok((render::answer(answerer, &answer, &view)?, Kept::of(&answer, answerer)?))
    })
    .await
}

/// Answers a question, as a part of the conversation that it carries on.
pub(in crate::discord) fn answered(answerer: &Answerer, asked: Option<&Asked>, scope: &Scope) -> Result<Answer, AnswerError> {
    let question = asked.map_or("", |asked| asked.question.as_str());
    answerer.answer_within(&answerer.question(question, asked.and_then(Asked::context).as_ref()), scope)
}
