//! `/ask`: a question in plain words. Mentions, replies and buttons ask through here too.

use super::{Options, Use};
use crate::answer::{Answer, AnswerError, Answerer, Context, Scope};
use crate::discord::asker::Asker;
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
    // Nobody can carry on what they alone see, nor in a place that the bot cannot write in.
    let threads = used.asker.threads && !private;
    let (body, kept) = think(used.room, used.asker, asked, scope, private, threads, false).await?;
    let said = used.reply.fill(&body).await?;
    keep(used.room, used.asker, said, kept).await;
    Ok(())
}

/// Thinks of an answer. `any_language` answers in the language of the question, where the asker's own is not known.
pub(in crate::discord) async fn think(
    room: &Room,
    asker: &Asker,
    asked: Asked,
    scope: Scope,
    private: bool,
    threads: bool,
    any_language: bool,
) -> Result<(Body, Kept), Failure> {
    let mut view = View { asker: asker.clone(), asked: Some(asked), private, threads, critiques: None };
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
    let (question, before) = asked.map_or(("", &[][..]), |asked| (asked.question.as_str(), asked.before.as_slice()));
    let before = (!before.is_empty()).then(|| Context { questions: before.to_vec() });
    answerer.answer_within(&answerer.question(question, before.as_ref()), scope)
}
