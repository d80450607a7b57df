//! `/clause`: a clause in full, by number, heading, topic or words.

use serenity::model::application::ResolvedOption;

use super::ask::text;
use super::failure::Failure;
use super::render;
use super::reply::InteractionReply;
use super::room::Room;

/// The command's name.
pub(super) const NAME: &str = "clause";

/// Answers with the clause, or with those that may be meant.
pub(super) async fn answer(room: &Room, reply: &InteractionReply<'_>, options: &[ResolvedOption<'_>]) -> Result<(), Failure> {
    let which = text(options, "which").to_owned();
    reply.defer(false).await?;
    let thought = room.think(move |answerer| render::answer(answerer, &answerer.clause(&which)?, None));
    Ok(reply.fill(&thought.await?).await?)
}

/// Suggests clauses while somebody types. All of it is in memory, so nothing is waited for.
pub(super) async fn suggest(room: &Room, reply: &InteractionReply<'_>, typed: &str) -> Result<(), Failure> {
    Ok(reply.suggest(&room.answers.current().clause_choices(typed)).await?)
}
