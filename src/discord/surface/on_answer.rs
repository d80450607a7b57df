//! The buttons on an answer that show it in other ways: *In context*, *Share*, *Delete*.

use serenity::model::channel::{Message, MessageFlags};

use super::{Use, ask, look_up};
use crate::answer::QuoteRef;
use crate::discord::body::Body;
use crate::discord::conversation::Asked;
use crate::discord::custom_id::{Critiques, LookUp, Press};
use crate::discord::failure::Failure;
use crate::discord::past;
use crate::discord::receipts::{Kept, keep};
use crate::discord::render::{self, View};
use crate::text::clause_refs;

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
    if !may_share(used).await? {
        return Ok(());
    }
    used.reply.defer_update().await?;
    let (asker, threads) = (used.asker.clone(), used.asker.threads);
    let open = View { asker, asked: Some(asked), private: false, shares: false, threads, critiques: None };
    // Once is enough: what was shared is not offered to be shared any more.
    let left = View { private: true, threads: false, ..open.clone() };
    let thought = used.room.think(move |answerer| {
        let scope = render::scope_of(answerer, &scope).unwrap_or_default();
        let answer = ask::answered(answerer, open.asked.as_ref(), &scope)?;
        let (shared, left) = (render::answer(answerer, &answer, &open)?, render::answer(answerer, &answer, &left)?);
        Ok((shared, left, Kept::of(&answer, answerer)?))
    });
    let (shared, left, kept) = thought.await?;
    let said = used.reply.add_openly(&shared).await?;
    keep(used.room, used.asker, said, false, kept).await;
    used.reply.fill(&left).await?;
    Ok(())
}

/// Whether something may be shown to all in this channel; where it may not, it is said why.
async fn may_share(used: &Use<'_>) -> Result<bool, Failure> {
    let speaks = used.speaks_here().await?;
    if !speaks {
        used.reply.privately(&Body::text(used.asker.voice().silent_here())).await?;
    }
    Ok(speaks)
}

/// Takes an answer away, for whoever asked and for those who may manage messages. Who asked is read from the message: what
/// was pressed could be anybody's claim.
pub(in crate::discord) async fn delete(used: &Use<'_>, answer: &Message) -> Result<(), Failure> {
    let is_ours = used.room.me() == Some(answer.author.id);
    let allowed = is_ours && (used.asker.manages_messages() || past::asker_of(answer) == Some(used.asker.user));
    if !allowed {
        return Ok(used.reply.privately(&Body::text(used.asker.voice().not_yours_to_delete())).await?);
    }
    used.reply.defer_update().await?;
    Ok(used.reply.take_away().await?)
}

/// A look-up that was picked: in place of the menu for whoever was asked, and privately for anybody else.
pub(in crate::discord) async fn picked(used: &Use<'_>, up: LookUp, what: String, menu: &Message) -> Result<(), Failure> {
    let view = View::of_look_up(used.asker, defer_turn(used, menu).await?);
    let body = used.room.think(move |answerer| look_up::picked(answerer, up, &what, &view)).await?;
    used.reply.fill(&body).await?;
    Ok(())
}

/// Says that what is shown will change: in place for whoever asked for it, and in a private message of their own for anybody
/// else, who is not to turn the pages of others. Answers whether the reader alone sees it.
pub(in crate::discord) async fn defer_turn(used: &Use<'_>, shown: &Message) -> Result<bool, Failure> {
    let private = is_private(shown);
    if private || past::asker_of(shown).is_none_or(|asker| asker == used.asker.user) {
        used.reply.defer_update().await?;
        return Ok(private);
    }
    used.reply.defer(true).await?;
    Ok(true)
}

/// A page of what is said, for whoever presses; `chosen` is what was chosen from a menu of clauses.
pub(in crate::discord) async fn critiques(
    used: &Use<'_>,
    turn: bool,
    of: Critiques,
    chosen: Option<String>,
    shown: &Message,
) -> Result<(), Failure> {
    let private = if turn {
        defer_turn(used, shown).await?
    } else {
        used.reply.defer(true).await?;
        true
    };
    let asker = used.asker.clone();
    let body = used.room.think(move |answerer| {
        let count = answerer.generation().knowledge().clause_count();
        let chosen = chosen.and_then(|chosen| clause_refs(&chosen).refs.first().map(|clause| clause.number(count)));
        let of = Critiques { clause: chosen.or(of.clause), ..of };
        look_up::critiques_page(answerer, &View::of_critiques(&asker, private, of))
    });
    used.reply.fill(&body.await?).await?;
    Ok(())
}

/// Shows to all what was looked up privately: it is looked up anew.
pub(in crate::discord) async fn open(used: &Use<'_>, press: Press) -> Result<(), Failure> {
    if !may_share(used).await? {
        return Ok(());
    }
    used.reply.defer_update().await?;
    let asker = used.asker.clone();
    let body = used.room.think(move |answerer| match press {
        Press::Look { up, what } => look_up::picked(answerer, up, &what, &View::of_look_up(&asker, false)),
        Press::Critiques { of, .. } => look_up::critiques_page(answerer, &View::of_critiques(&asker, false, of)),
        _ => Ok(Body::text(asker.voice().pressed_too_late())),
    });
    used.reply.add_openly(&body.await?).await?;
    Ok(())
}
