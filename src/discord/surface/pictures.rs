//! `/map` and `/timeline`: pictures drawn from the corpus, with words for those who cannot see them.

use super::{Options, Use};
use crate::discord::failure::Failure;
use crate::discord::render;

/// The commands' names.
pub(in crate::discord) const MAP: &str = "map";
pub(in crate::discord) const TIMELINE: &str = "timeline";

/// Clauses, parties and critiques.
pub(in crate::discord) async fn map(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let voice = used.asker.voice();
    used.reply.defer(private).await?;
    let drawn = used.room.think(move |answerer| Ok(render::map(answerer, voice))).await?;
    used.reply.fill(&drawn?).await?;
    Ok(())
}

/// The dates that the corpus names, in order: a picture, and each date with its words.
pub(in crate::discord) async fn timeline(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let voice = used.asker.voice();
    used.reply.defer(private).await?;
    let drawn = used.room.think(move |answerer| Ok(render::timeline(&answerer.timeline()?.prove(answerer)?, voice))).await?;
    used.reply.fill(&drawn?).await?;
    Ok(())
}
