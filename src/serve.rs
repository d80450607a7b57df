//! `accord serve`: the order in which the bot comes up, and how it goes down.

use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use thiserror::Error;

use crate::config::{ConfigError, ServeConfig};
use crate::discord::{Connection, ConnectionError};
use crate::reindex::Keeper;
use crate::store::{Store, StoreError};
use crate::watch::Watch;

/// The exit code of a process that was told to stop twice: 128 and the number of SIGINT, as shells have it.
const STOPPED_TWICE: i32 = 130;

/// How long a re-index that was begun by a change in the corpus folder is waited for on a stop: within what is left of the 10
/// seconds after which supervisors kill.
const WATCHED: Duration = Duration::from_millis(500);

/// Why the bot does not run.
#[derive(Debug, Error)]
pub enum ServeError {
    /// A setting.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// What the bot remembers cannot be opened.
    #[error("what the bot remembers cannot be opened: {0}")]
    Store(#[from] StoreError),
    /// Opening it broke off.
    #[error("what the bot remembers could not be opened: {0}. This is a mistake of accord's; please report it.")]
    Broken(String),
    /// Discord.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
}

/// Answers in Discord until `stop`. A stop is heeded at any moment, also before there is a connection.
///
/// # Errors
/// Why the bot could not come up, or what ended it.
pub async fn serve(config: ServeConfig, keeper: Arc<Keeper>, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), ServeError> {
    let mut stop = pin!(stop);
    let opening = async {
        let store = open_store(config.data.clone()).await?;
        Ok::<_, ServeError>(Connection::open(&config, Arc::clone(&keeper), Arc::new(store)).await?)
    };
    let connection = tokio::select! {
        biased;
        () = &mut stop => return Ok(()),
        opened = opening => opened?,
    };
    let watching = config.watch.map(|how| {
        let (watch, leash) = Watch::new(keeper, how);
        (tokio::task::spawn_blocking(|| watch.run()), leash)
    });
    let served = connection.serve(stop).await;
    if let Some((watching, leash)) = watching {
        drop(leash);
        // A re-index that does not end in time is left behind: it is published whole or not at all.
        if tokio::time::timeout(WATCHED, watching).await.is_err() {
            tracing::warn!("left while the corpus was being indexed");
        }
    }
    Ok(served?)
}

/// Opens the store in this folder, and deletes what is too old: a bot that is started anew every day is to do so too.
async fn open_store(folder: PathBuf) -> Result<Store, ServeError> {
    let work = move || {
        let store = Store::open(&folder)?;
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let swept = store.sweep(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))?;
        tracing::info!(folder = %folder.display(), ?swept, "the store is open");
        Ok(store)
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| ServeError::Broken(error.to_string()))?
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
