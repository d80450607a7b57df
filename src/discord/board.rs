//! A long job as it is watched in Discord: one message that changes as it goes on, and that outlives the interaction it began
//! with.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::body::Body;
use super::http::Undelivered;
use super::reply::{Said, edit, say};
use super::surface::Use;
use crate::reindex::CancelFlag;

/// Discord takes edits of one message slowly; nobody reads faster.
const BETWEEN_EDITS: Duration = Duration::from_secs(2);
/// A job that is done sooner is told of once, when it is done.
const SOON: Duration = Duration::from_millis(500);
/// An interaction can be answered for 15 minutes (interactions/receiving-and-responding); before that the message moves.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60);

/// Where the progress is shown.
pub(super) struct Board<'b> {
    used: &'b Use<'b>,
    began: Instant,
    /// What only the asker sees does not move to where all see it.
    stays: bool,
    /// The message in the channel that took over.
    moved: Option<Said>,
    /// From when on something new may be shown.
    free: Instant,
}

impl<'b> Board<'b> {
    /// The message that answers this use; with `stays` only the asker sees it.
    pub(super) fn new(used: &'b Use<'b>, stays: bool) -> Self {
        let began = Instant::now();
        Self { used, began, stays, moved: None, free: began }
    }

    /// Does a job, and shows what it tells of itself. It is told to stop when the bot leaves.
    pub(super) async fn watch<P: Clone, T>(
        &mut self,
        cancel: &CancelFlag,
        mut told: watch::Receiver<Option<P>>,
        job: impl Future<Output = T>,
        show: impl Fn(P) -> Body,
    ) -> T {
        tokio::pin!(job);
        loop {
            let free = self.free.max(self.began + SOON);
            tokio::select! {
                biased;
                done = &mut job => return done,
                () = self.used.room.left.cancelled(), if !cancel.is_cancelled() => cancel.cancel(),
                progress = news(free, &mut told) => {
                    if let Err(undelivered) = self.show(&show(progress)).await {
                        // The job goes on; only nobody sees it.
                        tracing::warn!(cause = %undelivered, "the progress of a job could not be shown");
                    }
                }
            }
        }
    }

    /// Shows this instead of what was shown before, once that has stood for long enough.
    pub(super) async fn show(&mut self, body: &Body) -> Result<(), Undelivered> {
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

/// How far the job has come, when that is news and the time has come to show it.
async fn news<P: Clone>(free: Instant, told: &mut watch::Receiver<Option<P>>) -> P {
    sleep_until(free).await;
    loop {
        if told.changed().await.is_err() {
            // The job is over, and says so itself.
            std::future::pending().await
        }
        let progress = told.borrow_and_update().clone();
        if let Some(progress) = progress {
            return progress;
        }
    }
}
