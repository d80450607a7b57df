//! A re-index as it is run and watched in Discord.

use tokio::sync::watch;

use super::board::Board;
use super::body::Body;
use super::failure::Failure;
use super::http::Undelivered;
use super::render;
use super::room::elsewhere;
use super::surface::Use;
use crate::reindex::{Options, Progress, Running};

/// How a job was asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// Only say what would change.
    pub(super) dry_run: bool,
    /// Whether only the asker sees it.
    pub(super) private: bool,
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
    let mut board = Board::new(used, asked.private);
    let cancel = running.cancel_flag();
    let (tell, told) = watch::channel(None::<Progress>);
    let options = Options { dry_run: asked.dry_run, ..Options::default() };
    let job = elsewhere(move || {
        running.run(&options, &|progress| {
            tell.send_replace(Some(progress));
        })
    });
    let outcome = board.watch(&cancel, told, job, |progress| render::progress(progress, !asked.dry_run, voice)).await?;
    let (body, outcome) = render::outcome(&outcome, used.room.keeper.corpus(), asked.dry_run, voice);
    Ok(Ended { outcome, body, board })
}
