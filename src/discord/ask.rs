//! `/ask`: a question in plain words.

use serenity::model::application::{ResolvedOption, ResolvedValue};

use super::failure::Failure;
use super::render;
use super::reply::InteractionReply;
use super::room::Room;

/// The command's name.
pub(super) const NAME: &str = "ask";

/// Answers the question, to all or to the asker alone.
pub(super) async fn answer(room: &Room, reply: &InteractionReply<'_>, options: &[ResolvedOption<'_>]) -> Result<(), Failure> {
    let private = options.iter().any(|option| option.name == "private" && matches!(option.value, ResolvedValue::Boolean(true)));
    let question = text(options, "question").to_owned();
    reply.defer(private).await?;
    let thought = room.think(move |answerer| {
        let answer = answerer.answer(&answerer.question(&question, None))?;
        // Discord shows that somebody used /ask, not what they asked.
        render::answer(answerer, &answer, Some(&question))
    });
    Ok(reply.fill(&thought.await?).await?)
}

/// What was typed into an option.
pub(super) fn text<'o>(options: &'o [ResolvedOption<'o>], name: &str) -> &'o str {
    let typed = options.iter().filter(|option| option.name == name).find_map(|option| match option.value {
        ResolvedValue::String(text) => Some(text),
        _ => None,
    });
    typed.unwrap_or_default()
}
