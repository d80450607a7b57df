//! `/help`: what the bot knows, and how to ask it.

use super::{Use, ask, on_answer};
use crate::answer::Scope;
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::render;
use crate::discord::room::Room;
use crate::words::Words;

/// The command's name.
pub(in crate::discord) const NAME: &str = "help";

/// Helps the one who asked for it, without filling the channel. There is nothing to look up, so nothing to announce.
pub(in crate::discord) async fn answer(used: &Use<'_>) -> Result<(), Failure> {
    Ok(used.reply.privately(&text(used.room, used.asker.voice())).await?)
}

/// The help itself.
pub(in crate::discord) fn text(room: &Room, voice: &Words) -> Body {
    render::help(room.answerer().generation(), voice)
}

/// Answers one of the examples, for whoever presses.
pub(in crate::discord) async fn example(used: &Use<'_>, number: usize) -> Result<(), Failure> {
    let question = used.room.answerer().generation().manifest().questions.get(number).cloned();
    match question {
        Some(question) => ask::announced(used, Asked::alone(&question), Scope::default(), true).await,
        None => on_answer::too_old(used).await,
    }
}
