//! Discord, and all that is peculiar to it: what people type becomes a question, and an answer becomes a message.
//!
//! Where to look: [`commands`] is what is registered; `handler` takes events in; `ask`, `clause`, `help` and `mention`
//! are the surfaces; `render` and its neighbours (`inert`, `fit`, `sources`) make messages out of proven quotes; `reply`
//! is the one place that sends; `connection` comes and goes; `pace` is how fast is asked, `departures` and `upkeep` forget.

mod ask;
mod body;
mod clause;
pub mod commands;
mod connection;
mod departures;
mod failure;
mod fit;
mod handler;
mod help;
mod http;
mod inert;
mod limits;
mod mention;
mod pace;
mod quotes;
mod recent;
mod registration;
mod render;
mod reply;
mod room;
mod sources;
mod upkeep;
mod watchdog;

pub use connection::{Connection, ConnectionError};
