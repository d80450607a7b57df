//! `/corpus`: what is being served, and what changes it. Changing it is for the application's owner and for those whom the
//! operator named: the corpus is shared by all servers.

use super::{Options, Use, corpus_sources};
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
    match name {
        "reindex" if options.switch("dry_run").unwrap_or(false) => return changing(used, Change::Plan, false).await,
        "reindex" => return changing(used, Change::Reindex, false).await,
        "rollback" => return changing(used, Change::Rollback, false).await,
        "fetch" => return corpus_sources::fetch(used, &options).await,
        "add" => return corpus_sources::add(used, &options).await,
        "remove" => return corpus_sources::remove(used, &options).await,
        _ => {}
    }
    if !used.asker.manages_server() && !may_change_corpus(used.room, used.asker) {
        return Ok(used.reply.privately(&Body::text(used.asker.voice().for_server_managers())).await?);
    }
    match name {
        "diff" => diff(used).await,
        "sources" => sources(used).await,
        _ => status(used).await,
    }
}

/// Does what a button says. Whoever presses is looked at anew: a button shows nothing of who may press it.
pub(in crate::discord) async fn pressed(used: &Use<'_>, what: CorpusPress) -> Result<(), Failure> {
    let change = match what {
        CorpusPress::Reindex => Change::Reindex,
        CorpusPress::Rollback => Change::Rollback,
        CorpusPress::RollbackFrom(generation) => Change::RollbackFrom(generation),
        CorpusPress::Cancel => Change::Cancel,
    };
    changing(used, change, true).await
}

/// What is to be changed.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// Only say what a re-index would change.
    Plan,
    Reindex,
    /// Ask whether to go back is meant.
    Rollback,
    /// Go back from this generation.
    RollbackFrom(String),
    Cancel,
}

impl Change {
    /// What it is called in the audit log.
    fn name(&self) -> &'static str {
        match self {
            Self::Plan => "reindex dry_run",
            Self::Reindex => "reindex",
            Self::Rollback => "rollback asked",
            Self::RollbackFrom(_) => "rollback",
            Self::Cancel => "cancel",
        }
    }
}

async fn changing(used: &Use<'_>, change: Change, by_button: bool) -> Result<(), Failure> {
    if !admits(used, change.name()).await? {
        return Ok(());
    }
    let voice = used.asker.voice();
    match change {
        Change::Rollback => ask_back(used).await,
        Change::RollbackFrom(generation) => go_back(used, generation).await,
        Change::Cancel => {
            let was_running = used.room.keeper.cancel();
            audit(used, change.name(), if was_running { "told to stop" } else { "nothing was running" }).await?;
            let said = if was_running { voice.reindex_stopping() } else { voice.reindex_not_running() };
            Ok(used.reply.privately(&Body::text(said)).await?)
        }
        Change::Plan | Change::Reindex => reindex(used, &change, by_button).await,
    }
}

/// Whether the asker may change the corpus. Who may not is told so.
pub(super) async fn admits(used: &Use<'_>, action: &str) -> Result<bool, Failure> {
    let may = may_change_corpus(used.room, used.asker);
    if !may {
        audit(used, action, "refused").await?;
        used.reply.privately(&Body::text(used.asker.voice().for_corpus_admins())).await?;
    }
    Ok(may)
}

/// Asks whether to go back is meant, and says from what to what.
async fn ask_back(used: &Use<'_>) -> Result<(), Failure> {
    used.reply.defer(true).await?;
    let keeper = std::sync::Arc::clone(&used.room.keeper);
    let way = crate::discord::room::elsewhere(move || keeper.way_back()).await?;
    used.reply.fill(&render::rollback_sure(&way, used.asker.voice())).await?;
    Ok(())
}

async fn go_back(used: &Use<'_>, from: String) -> Result<(), Failure> {
    used.reply.defer_update().await?;
    let keeper = std::sync::Arc::clone(&used.room.keeper);
    let outcome = crate::discord::room::elsewhere(move || keeper.rollback(&from)).await?;
    let told = match &outcome {
        Ok(Some(back)) => format!("{} to {}", back.from, back.to),
        Ok(None) => "something else was being served by then".to_owned(),
        Err(error) => error.to_string(),
    };
    audit(used, "rollback", &told).await?;
    used.reply.fill(&render::rolled_back(&outcome, used.asker.voice())).await?;
    Ok(())
}

/// Reads the corpus anew, or says what that would change. What was begun is noted before it begins, and what came of it before
/// anybody is told: neither is lost with the channel, or with the process.
async fn reindex(used: &Use<'_>, change: &Change, by_button: bool) -> Result<(), Failure> {
    let Some(running) = used.room.keeper.begin() else {
        audit(used, change.name(), "another one was running").await?;
        return Ok(used.reply.privately(&Body::text(used.asker.voice().reindex_busy())).await?);
    };
    let dry_run = *change == Change::Plan;
    // Where the bot is not to speak to all, this is no exception.
    let private = dry_run || !used.speaks_here().await?;
    if by_button {
        used.reply.defer_update().await?;
    } else {
        used.reply.defer(private).await?;
    }
    if !dry_run {
        audit(used, change.name(), "begun").await?;
    }
    match reindexing::run(used, running, Asked { dry_run, private }).await {
        Ok(ended) => {
            audit(used, change.name(), &ended.outcome).await?;
            Ok(ended.show().await?)
        }
        Err(failure) => {
            audit(used, change.name(), "broke off").await?;
            Err(failure)
        }
    }
}

/// Writes down who did what, and what came of it.
pub(super) async fn audit(used: &Use<'_>, action: &str, outcome: &str) -> Result<(), Failure> {
    let entry = Audit {
        at: now(),
        guild: used.asker.guild.map(|guild| guild.get()),
        user: used.asker.user.get(),
        action: format!("corpus {action}"),
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
    used.reply.fill(&render::status(&status, used.room.keeper.corpus(), &summary, may_change, used.asker.voice())).await?;
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
