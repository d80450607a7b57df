//! `accord serve`: from the settings to a bot that answers until it is told to stop.

use std::path::Path;

use tokio::runtime::Runtime;

use super::{CliError, FOUND};
use crate::app::{self, Places};
use crate::config::{Environment, LogConfig, ServeConfig, WatchConfig};
use crate::reindex::Keeper;
use crate::serve::{ServeError, serve, stop_signal};
use crate::telemetry;

/// Serves until a signal says to stop. The signal is listened for before anything else is done, so that a stop while the
/// index is being built is heeded too.
pub(super) fn run(places: &Places, watch: bool) -> Result<u8, CliError> {
    let environment = Environment::load(Path::new(".")).map_err(ServeError::from)?;
    telemetry::start(&LogConfig::read(&environment))?;
    let mut config = ServeConfig::read(&environment).map_err(ServeError::from)?;
    config.watch = watch.then(WatchConfig::default);
    let runtime = Runtime::new()?;
    let places = places.clone();
    let served = runtime.block_on(async {
        let mut stop = tokio::spawn(stop_signal());
        let opening = tokio::task::spawn_blocking(move || {
            app::open(&places, &mut |told| tracing::info!("{told}")).map(|answerer| Keeper::new(places, answerer))
        });
        let opened = tokio::select! {
            _ = &mut stop => return Ok(()),
            opened = opening => opened,
        };
        let keeper = opened.map_err(|error| CliError::Usage(format!("the index could not be opened: {error}")))??;
        serve(config, keeper, async {
            // A listener that is gone can say nothing any more: the second signal ends the process.
            let _ = stop.await;
        })
        .await?;
        Ok(())
    });
    // What still runs in the background (an index that is being built) is left where it is: it is published whole or not
    // at all.
    runtime.shutdown_background();
    served.map(|()| FOUND)
}
