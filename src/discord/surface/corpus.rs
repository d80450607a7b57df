//! `/corpus`: what is being served, and what changes it. Changing it is for the application's owner and for those whom the
//! operator named: the corpus is shared by all servers.

use super::{Options, Use};
use crate::discord::access::may_change_corpus;
use crate::discord::body::Body;
use crate::discord::custom_id::CorpusPress;
use crate::discord::failure::Failure;
use crate::discord::receipts::now;
use crate::discord::reindexing::{self, Asked};
use crate::discord::render::{self, View};
use crate::store::Audit;

/// The command's name.
pub(in crate::discord) const NAME: &str = "corpus";

/// Does what the subcommand says.
pub(in crate::discord) async fn answer(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let (name, options) = options.subcommand().unwrap_or(("status", Options(&[])));
    if !used.asker.manages_server() && !may_change_corpus(used.room, used.asker) {
        return Ok(used.reply.privately(&Body::text(used.asker.voice().for_server_managers())).await?);
    }
    match name {
        "reindex" if options.switch("dry_run").unwrap_or(false) => changing(used, Change::Plan, false).await,
        "reindex" => changing(used, Change::Reindex, false).await,
        "rollback" => changing(used, Change::Rollback, false).await,
        "diff" => diff(used).await,
        "sources" => sources(used).await,
        _ => status(used).await,
    }
}

/// Does what a button says. Whoever presses is looked at anew: a button shows nothing of who may press it.
pub(in crate::discord) async fn pressed(used: &Use<'_>, what: CorpusPress) -> Result<(), Failure> {
    match what {
        CorpusPress::Reindex => changing(used, Change::Reindex, true).await,
        CorpusPress::Rollback => changing(used, Change::RollbackSurely, true).await,
        CorpusPress::Cancel => changing(used, Change::Cancel, true).await,
    }
}

/// What is to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// Only say what a re-index would change.
    Plan,
    Reindex,
    /// Ask whether to go back is meant.
    Rollback,
    RollbackSurely,
    Cancel,
}

impl Change {
    fn name(self) -> &'static str {
        match self {
            Self::Plan => "reindex dry_run",
            Self::Reindex => "reindex",
            Self::Rollback => "rollback asked",
            Self::RollbackSurely => "rollback",
            Self::Cancel => "cancel",
        }
    }
}

async fn changing(used: &Use<'_>, change: Change, by_button: bool) -> Result<(), Failure> {
    let voice = used.asker.voice();
    if !may_change_corpus(used.room, used.asker) {
        audit(used, change, "refused").await?;
        return Ok(used.reply.privately(&Body::text(voice.for_corpus_admins())).await?);
    }
    match change {
        Change::Rollback => {
            return Ok(used.reply.privately(&render::rollback_sure(voice)).await?);
        }
        Change::Cancel => {
            let was_running = used.room.keeper.cancel();
            audit(used, change, if was_running { "told to stop" } else { "nothing was running" }).await?;
            let said = if was_running { voice.reindex_stopping() } else { voice.reindex_not_running() };
            return Ok(used.reply.privately(&Body::text(said)).await?);
        }
        Change::Plan | Change::Reindex | Change::RollbackSurely => {}
    }
    if by_button {
        used.reply.defer_update().await?;
    } else {
        used.reply.defer(change == Change::Plan).await?;
    }
    if change == Change::RollbackSurely {
        let keeper = std::sync::Arc::clone(&used.room.keeper);
        let outcome = crate::discord::room::elsewhere(move || keeper.rollback()).await?;
        audit(used, change, &outcome.as_ref().map_or_else(|error| error.to_string(), |back| format!("{} to {}", back.from, back.to)))
            .await?;
        used.reply.fill(&render::rolled_back(&outcome, voice)).await?;
        return Ok(());
    }
    let asked = Asked { dry_run: change == Change::Plan, private: change == Change::Plan };
    let outcome = reindexing::run(used, asked).await?;
    audit(used, change, &outcome).await
}

/// Writes down who did what, and what came of it.
async fn audit(used: &Use<'_>, change: Change, outcome: &str) -> Result<(), Failure> {
    let entry = Audit {
        at: now(),
        guild: used.asker.guild.map(|guild| guild.get()),
        user: used.asker.user.get(),
        action: format!("corpus {}", change.name()),
        detail: outcome.to_owned(),
    };
    tracing::info!(user = entry.user, action = %entry.action, outcome, "an admin's action");
    used.room.with_store(move |store| store.log(&entry)).await
}

/// What is being served, since when, and what could be gone back to.
async fn status(used: &Use<'_>) -> Result<(), Failure> {
    used.reply.defer(true).await?;
    let keeper = std::sync::Arc::clone(&used.room.keeper);
    let status = crate::discord::room::elsewhere(move || keeper.status()).await?;
    let summary = used.room.with_store(|store| store.feedback_summary(None)).await?;
    let may_change = may_change_corpus(used.room, used.asker);
    used.reply.fill(&render::status(&status, &summary, may_change, used.asker.voice())).await?;
    Ok(())
}

/// What the last re-index changed.
async fn diff(used: &Use<'_>) -> Result<(), Failure> {
    used.reply.defer(true).await?;
    let keeper = std::sync::Arc::clone(&used.room.keeper);
    let diff = crate::discord::room::elsewhere(move || keeper.last_diff()).await?;
    used.reply.fill(&render::last_diff(&diff, used.asker.voice())).await?;
    Ok(())
}

async fn sources(used: &Use<'_>) -> Result<(), Failure> {
    let view = View::of_look_up(used.asker, true);
    used.answer(true, move |answerer| Ok(render::sources(&answerer.source_cards()?, 0, &view))).await
}
