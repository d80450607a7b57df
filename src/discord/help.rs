//! `/help`: what the bot knows, and how to ask it.

use super::body::Body;
use super::failure::Failure;
use super::render;
use super::reply::InteractionReply;
use super::room::Room;

/// The command's name.
pub(super) const NAME: &str = "help";

/// Helps the one who asked for it, without filling the channel. There is nothing to look up, so nothing to announce.
pub(super) async fn answer(room: &Room, reply: &InteractionReply<'_>) -> Result<(), Failure> {
    Ok(reply.privately(&text(room)).await?)
}

/// The help itself.
pub(super) fn text(room: &Room) -> Body {
    render::help(room.answers.current().generation())
}
