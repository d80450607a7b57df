//! Discord, and all that is peculiar to it: what people type and press becomes a question, and an answer becomes a message.
//!
//! Where to look: [`commands`] is what is registered; `handler` takes events in and `dispatch` gives each to its `surface`,
//! of which there is one for each thing that people can use; `render` makes messages out of proven quotes; `custom_id` and
//! `conversation` are what a message carries so that it can be pressed and carried on after a restart; `reply` is the one
//! place that sends; `access` says who may do what, `pace` how fast; `connection` comes and goes, `departures` and `upkeep`
//! forget.

mod access;
mod asker;
mod attachments;
mod board;
mod body;
pub mod commands;
mod connection;
mod conversation;
mod custom_id;
mod departures;
mod dispatch;
mod drift;
mod failure;
mod handler;
mod http;
mod limits;
mod pace;
mod past;
mod receipts;
mod recent;
mod registration;
mod reindexing;
mod render;
mod reply;
mod room;
mod surface;
mod upkeep;
mod watchdog;

pub use connection::{Connection, ConnectionError};
