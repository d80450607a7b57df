//! The buttons on an answer that show it in other ways: *In context*, *Share*, *Delete*.

use serenity::model::channel::{Message, MessageFlags};

use super::{Use, ask};
use crate::answer::QuoteRef;
use crate::discord::access::speaks_in;
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::failure::Failure;
use crate::discord::past;
use crate::discord::receipts::keep;
use crate::discord::render::{self, View};

/// Whether only the one who pressed sees the message.
pub(in crate::discord) fn is_private(message: &Message) -> bool {
    message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// Says that what was pressed is from another version, or from an answer that cannot be read any more.
pub(in crate::discord) async fn too_old(used: &Use<'_>) -> Result<(), Failure> {
    Ok(used.reply.privately(&Body::text(used.asker.voice().pressed_too_late())).await?)
}

/// A quote's passage among its neighbours, for whoever presses. `turn` shows it in place of another one.
pub(in crate::discord) async fn in_context(used: &Use<'_>, at: usize, turn: bool, quotes: String) -> Result<(), Failure> {
    if turn {
        used.reply.defer_update().await?;
    } else {
        used.reply.defer(true).await?;
    }
    let voice = used.asker.voice();
    let body = used.room.think(move |answerer| {
        let names = QuoteRef::read_all(&quotes).unwrap_or_default();
        let found = answerer.quotes_at(&names)?;
        match found.get(at).and_then(Option::as_ref) {
            Some(quote) => {
                let context = answerer.context_of(quote.source(), quote.span())?;
                render::in_context(answerer, &context, at, &quotes, names.len(), voice)
            }
            None => Ok(Body::text(voice.quote_gone())),
        }
    });
    used.reply.fill(&body.await?).await?;
    Ok(())
}

/// Shows a private answer to all: it is answered anew, so that what all see is proven as of now.
pub(in crate::discord) async fn share(used: &Use<'_>, scope: String, answer: &Message) -> Result<(), Failure> {
    let Some(asked) = Asked::read(&answer.content) else { return too_old(used).await };
    if !speaks_in(&used.room.settings(used.asker.guild).await?, used.asker) {
        return Ok(used.reply.privately(&Body::text(used.asker.voice().silent_here())).await?);
    }
    used.reply.defer_update().await?;
    let scope = used.room.think(move |answerer| Ok(render::scope_of(answerer, &scope).unwrap_or_default())).await?;
    let (body, kept) = ask::think(used.room, used.asker, asked, scope, false, used.asker.threads, false).await?;
    let said = used.reply.add_openly(&body).await?;
    keep(used.room, used.asker, said, kept).await;
    Ok(())
}

/// Takes an answer away, for whoever asked and for those who may manage messages. Who asked is read from the message:
/// what the button says could be anybody's claim.
pub(in crate::discord) async fn delete(used: &Use<'_>, answer: &Message) -> Result<(), Failure> {
    let is_ours = used.room.me() == Some(answer.author.id);
    let allowed = is_ours && (used.asker.manages_messages() || past::asker_of(used.http, answer).await == Some(used.asker.user));
    if !allowed {
        return Ok(used.reply.privately(&Body::text(used.asker.voice().not_yours_to_delete())).await?);
    }
    used.reply.defer_update().await?;
    Ok(used.reply.take_away().await?)
}

/// A look-up that was picked: in place of the menu for whoever was asked, and privately for anybody else.
pub(in crate::discord) async fn picked(
    used: &Use<'_>,
    up: crate::discord::custom_id::LookUp,
    what: String,
    menu: &Message,
) -> Result<(), Failure> {
    let private = is_private(menu);
    let in_place = private || past::asker_of(used.http, menu).await == Some(used.asker.user);
    if in_place {
        used.reply.defer_update().await?;
    } else {
        used.reply.defer(true).await?;
    }
    let view = View::of_look_up(used.asker, private || !in_place);
    let body = used.room.think(move |answerer| super::look_up::picked(answerer, up, &what, &view)).await?;
    used.reply.fill(&body).await?;
    Ok(())
}

/// What is said about a clause, for whoever presses.
pub(in crate::discord) async fn critiques(used: &Use<'_>, clause: u32) -> Result<(), Failure> {
    let view = View::of_look_up(used.asker, true);
    used.answer(true, move |answerer| render::answer(answerer, &answerer.critiques(Some(clause), None)?, &view)).await
}
