//! `/about`: what the bot is, what it answers from, and how its quotations are proven.

use super::Use;
use crate::discord::failure::Failure;
use crate::discord::render;

/// The command's name.
pub(in crate::discord) const NAME: &str = "about";

/// Tells the one who asked.
pub(in crate::discord) async fn answer(used: &Use<'_>) -> Result<(), Failure> {
    let body = render::about(used.room.answerer().generation(), used.asker.voice());
    Ok(used.reply.privately(&body).await?)
}
