//! Logging: one line an event, to standard error, with what must never be logged held back whatever the filter says.

use std::io::IsTerminal;

use thiserror::Error;
use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::filter::{EnvFilter, FilterExt, ParseError, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Filter, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{fmt, registry};

use crate::config::LogConfig;

/// What these write below the given level may hold tokens or people's words: addresses with interaction tokens in them,
/// bodies, whole payloads. A filter can make them quieter, not louder.
const LOUDEST: [(&str, LevelFilter); 7] = [
    ("serenity::gateway::ws", LevelFilter::ERROR),
    ("serenity", LevelFilter::WARN),
    ("hyper", LevelFilter::WARN),
    ("reqwest", LevelFilter::WARN),
    ("tungstenite", LevelFilter::WARN),
    ("tokio_tungstenite", LevelFilter::WARN),
    ("rustls", LevelFilter::WARN),
];

/// Logging could not be started.
#[derive(Debug, Error)]
pub enum TelemetryError {
    /// The filter is not one.
    #[error("ACCORD_LOG cannot be used: {0}. Leave it out, or write it like info,accord=debug.")]
    Filter(#[from] ParseError),
    /// Something else logs already.
    #[error("logging has been started before: {0}")]
    Started(#[from] TryInitError),
}

/// Starts logging for the whole process.
///
/// # Errors
/// A filter that cannot be read, or logging that was started before.
pub fn start(config: &LogConfig) -> Result<(), TelemetryError> {
    subscriber(config, std::io::stderr)?.try_init()?;
    Ok(())
}

/// What takes the events in and writes them.
///
/// # Errors
/// A filter that cannot be read.
pub fn subscriber<W>(config: &LogConfig, writer: W) -> Result<impl Subscriber + Send + Sync + use<W>, ParseError>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let colours = std::io::stderr().is_terminal();
    let layer = fmt::layer().with_writer(writer).with_ansi(colours).with_filter(filter(&config.filter)?);
    Ok(registry().with(layer))
}

fn filter<S>(directives: &str) -> Result<impl Filter<S> + use<S>, ParseError>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    Ok(EnvFilter::try_new(directives)?.and(filter_fn(may_be_seen)))
}

fn may_be_seen(metadata: &Metadata<'_>) -> bool {
    is_quiet_enough(metadata.target(), *metadata.level())
}

fn is_quiet_enough(target: &str, level: Level) -> bool {
    let within = |name: &str| target.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
    LOUDEST.iter().find(|(name, _)| within(name)).is_none_or(|(_, loudest)| level <= *loudest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::DEFAULT_LOG;

    /// Whether serenity's INFO, its gateway's WARN, and our own INFO are seen under this filter.
    fn seen(directives: &str) -> (bool, bool, bool) {
        let layer = fmt::layer().with_writer(std::io::sink).with_filter(filter(directives).unwrap());
        tracing::subscriber::with_default(registry().with(layer), || {
            (
                tracing::enabled!(target: "serenity::http::client", Level::INFO),
                tracing::enabled!(target: "serenity::gateway::ws", Level::WARN),
                tracing::enabled!(target: "accord::discord", Level::INFO),
            )
        })
    }

    #[test]
    fn serenity_is_never_heard_at_info() {
        assert_eq!(seen(DEFAULT_LOG), (false, false, true));
        assert_eq!(seen("trace"), (false, false, true));
        assert_eq!(seen("serenity=trace,accord=info"), (false, false, true));
    }

    #[test]
    fn the_default_alone_keeps_serenity_quiet() {
        let layer = fmt::layer().with_writer(std::io::sink).with_filter(EnvFilter::new(DEFAULT_LOG));
        tracing::subscriber::with_default(registry().with(layer), || {
            assert!(!tracing::enabled!(target: "serenity::http", Level::INFO));
            assert!(!tracing::enabled!(target: "serenity::gateway::ws", Level::WARN));
        });
    }
}
