//! A re-index as it is watched in Discord: one message that changes as it goes on, and that outlives the interaction it began
//! with.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::body::Body;
use super::failure::Failure;
use super::http::Undelivered;
use super::render;
use super::reply::{Said, edit, say};
use super::room::elsewhere;
use super::surface::Use;
use crate::reindex::{Options, Progress, Running};

/// Discord takes edits of one message slowly; nobody reads faster.
const BETWEEN_EDITS: Duration = Duration::from_secs(2);
/// A job that is done sooner is told of once, when it is done.
const SOON: Duration = Duration::from_millis(500);
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
    /// From when on something new may be shown.
    free: Instant,
}

impl Board<'_> {
    /// Shows this instead of what was shown before, once that has stood for long enough.
    async fn show(&mut self, body: &Body) -> Result<(), Undelivered> {
        sleep_until(self.free).await;
        let shown = self.put(body).await;
        // Counted from when Discord had answered: however long each edit is on its way, they arrive that far apart.
        self.free = Instant::now() + BETWEEN_EDITS;
        shown
    }

    /// A message that cannot be changed any more is followed by one in the channel.
    async fn put(&mut self, body: &Body) -> Result<(), Undelivered> {
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

/// A job that has ended.
pub(super) struct Ended<'b> {
    /// What came of it in a few words, for the audit log.
    pub(super) outcome: String,
    body: Body,
    board: Board<'b>,
}

impl Ended<'_> {
    /// Says what came of it.
    pub(super) async fn show(mut self) -> Result<(), Undelivered> {
        self.board.show(&self.body).await
    }
}

/// Runs the job and shows how it goes.
pub(super) async fn run<'b>(used: &'b Use<'b>, running: Running, asked: Asked) -> Result<Ended<'b>, Failure> {
    let voice = used.asker.voice();
    let began = Instant::now();
    let mut board = Board { used, began, stays: asked.private, moved: None, free: began };
    let cancel = running.cancel_flag();
    let (tell, mut told) = watch::channel(None::<Progress>);
    let options = Options { dry_run: asked.dry_run, ..Options::default() };
    let job = elsewhere(move || {
        running.run(&options, &|progress| {
            tell.send_replace(Some(progress));
        })
    });
    tokio::pin!(job);
    let outcome = loop {
        let free = board.free.max(began + SOON);
        tokio::select! {
            biased;
            done = &mut job => break done?,
            () = used.room.left.cancelled(), if !cancel.is_cancelled() => cancel.cancel(),
            progress = news(free, &mut told) => {
                if let Err(undelivered) = board.show(&render::progress(progress, !asked.dry_run, voice)).await {
                    // The job goes on; only nobody sees it.
                    tracing::warn!(cause = %undelivered, "the progress of a re-index could not be shown");
                }
            }
        }
    };
    let (body, outcome) = render::outcome(&outcome, used.room.keeper.corpus(), asked.dry_run, voice);
    Ok(Ended { outcome, body, board })
}

/// How far the job has come, when that is news and the time has come to show it.
async fn news(free: Instant, told: &mut watch::Receiver<Option<Progress>>) -> Progress {
    sleep_until(free).await;
    loop {
        if told.changed().await.is_err() {
            // The job is over, and says so itself.
            std::future::pending().await
        }
        if let Some(progress) = *told.borrow_and_update() {
            return progress;
        }
    }
}
