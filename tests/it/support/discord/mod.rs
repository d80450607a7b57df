//! A Discord that lives in the test's own process: stateful, and strict.
//!
//! One model ([`state`]) stands behind thin REST routes ([`rest`]) and a gateway ([`gateway`]).
//! A test speaks in people's verbs ("Alice asks", "the bot's answer"); the bot under test is an
//! ordinary client that knows nothing of all this. Whatever Discord would refuse is refused here the
//! way Discord does it, and also remembered as a violation: dropping [`FakeDiscord`] fails the test
//! that had one, or that left a message of the bot unread.
//!
//! Where to look:
//! - verbs: [`server`] (start, look, wait), [`people`], [`asking`], [`pressing`], [`reading`], [`trouble`]
//! - rules: [`limits`] (numbers), [`message_rules`], [`embed_rules`], [`component_rules`],
//!   [`command_rules`], [`openapi`] (Discord's own description of request bodies)
//! - wire: [`rest`], [`channel_routes`], [`interaction_routes`], [`command_routes`], [`gateway`], [`tls`]

mod asking;
mod channel_routes;
mod command_routes;
mod command_rules;
mod component_rules;
mod embed_rules;
mod gateway;
mod interaction_routes;
mod limits;
mod message;
mod message_rules;
mod multipart;
mod objects;
mod openapi;
mod people;
mod posting;
mod pressing;
mod reading;
mod refusal;
mod rest;
mod server;
mod session;
mod state;
mod tls;
mod trouble;

pub use asking::Choice;
pub use message::Message;
pub use openapi::has_api_description;
pub use people::{Channel, Guild, User};
pub use reading::Acknowledgement;
pub use server::FakeDiscord;
pub use state::{Id, Interaction, Recorded};
pub use trouble::Failure;
