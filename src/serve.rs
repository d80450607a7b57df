//! `accord serve`: the order in which the bot comes up, and how it goes down.

use std::pin::pin;

use thiserror::Error;

use crate::answer::Serving;
use crate::config::{ConfigError, ServeConfig};
use crate::discord::{Connection, ConnectionError};

/// The exit code of a process that was told to stop twice: 128 and the number of SIGINT, as shells have it.
const STOPPED_TWICE: i32 = 130;

/// Why the bot does not run.
#[derive(Debug, Error)]
pub enum ServeError {
    /// A setting.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Discord.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
}

/// Answers in Discord until `stop`. A stop is heeded at any moment, also before there is a connection.
///
/// # Errors
/// Why the bot could not come up, or what ended it.
pub async fn serve(
    config: ServeConfig,
    answers: impl Into<Serving>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let mut stop = pin!(stop);
    let connection = tokio::select! {
        biased;
        () = &mut stop => return Ok(()),
        opened = Connection::open(&config.discord, answers) => opened?,
    };
    Ok(connection.serve(stop).await?)
}

/// Waits until the process is told to stop (SIGTERM or Ctrl-C). A second time it ends at once.
pub async fn stop_signal() {
    signalled().await;
    tracing::info!("stopping; once more to stop at once");
    tokio::spawn(async {
        signalled().await;
        std::process::exit(STOPPED_TWICE);
    });
}

#[cfg(unix)]
async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).ok();
    let terminated = async {
        match &mut terminate {
            Some(terminate) => terminate.recv().await.unwrap_or(()),
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => {}
        () = interrupted() => {}
    }
}

#[cfg(not(unix))]
async fn signalled() {
    interrupted().await;
}

/// Ctrl-C; never, where it cannot be listened for.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
