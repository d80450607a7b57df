//! A re-index as it is watched in Discord: one message that changes as it goes on, and that outlives the interaction it began
//! with.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval};

use super::body::Body;
use super::failure::Failure;
use super::http::Undelivered;
use super::render;
use super::reply::{Said, edit, say};
use super::room::elsewhere;
use super::surface::Use;
use crate::reindex::{Options, Progress};

/// Discord takes edits of one message slowly; nobody reads faster.
const BETWEEN_EDITS: Duration = Duration::from_secs(2);
/// An interaction can be answered for 15 minutes (interactions/receiving-and-responding); before that the message moves.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60);

/// How a job was asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// Only say what would change.
    pub(super) dry_run: bool,
    /// Whether only the asker sees it.
    pub(super) private: bool,
}

/// Where the progress is shown.
struct Board<'b> {
    used: &'b Use<'b>,
    began: Instant,
    /// What only the asker sees does not move to where all see it.
    stays: bool,
    /// The message in the channel that took over.
    moved: Option<Said>,
}

impl Board<'_> {
    /// Shows this instead of what was shown before. A message that cannot be changed any more is followed by one in the
    /// channel.
    async fn show(&mut self, body: &Body) -> Result<(), Undelivered> {
        if let Some(moved) = self.moved {
            return edit(self.used.http, moved, body).await;
        }
        if self.stays || self.began.elapsed() < TOKEN_LIFE {
            match self.used.reply.fill(body).await {
                // The token is dead, or the message was deleted.
                Err(undelivered) if !self.stays && matches!(undelivered.status, Some(401 | 404)) => {}
                shown => return shown.map(drop),
            }
        }
        let nonce = self.used.reply.id();
        self.moved = Some(say(self.used.http, self.used.asker.channel, nonce, body).await?);
        Ok(())
    }
}

/// Runs the job and shows how it goes, then what came of it. The result in a few words is for the audit log.
pub(super) async fn run(used: &Use<'_>, asked: Asked) -> Result<String, Failure> {
    let voice = used.asker.voice();
    let mut board = Board { used, began: Instant::now(), stays: asked.private, moved: None };
    let Some(running) = used.room.keeper.begin() else {
        board.show(&Body::text(voice.reindex_busy())).await?;
        return Ok("another one was running".to_owned());
    };
    let cancel = running.cancel_flag();
    let (tell, mut told) = watch::channel(None::<Progress>);
    let options = Options { dry_run: asked.dry_run, ..Options::default() };
    let job = elsewhere(move || {
        running.run(&options, &|progress| {
            tell.send_replace(Some(progress));
        })
    });
    tokio::pin!(job);
    let mut ticks = interval(BETWEEN_EDITS);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let outcome = loop {
        tokio::select! {
            biased;
            done = &mut job => break done?,
            () = used.room.left.cancelled(), if !cancel.is_cancelled() => cancel.cancel(),
            _ = ticks.tick() => {
                let news = told.has_changed().unwrap_or(false).then(|| *told.borrow_and_update()).flatten();
                if let Some(progress) = news
                    && let Err(undelivered) = board.show(&render::progress(progress, !asked.dry_run, voice)).await
                {
                    // The job goes on; only nobody sees it.
                    tracing::warn!(cause = %undelivered, "the progress of a re-index could not be shown");
                }
            }
        }
    };
    // The last edit keeps its distance from the one before as well.
    ticks.tick().await;
    let (body, told) = render::outcome(&outcome, asked.dry_run, voice);
    board.show(&body).await?;
    Ok(told)
}
