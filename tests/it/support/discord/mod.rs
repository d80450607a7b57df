//! A Discord that lives in the test's own process: stateful, and strict.
//!
//! One model ([`state`]) stands behind thin REST routes ([`rest`]) and a gateway ([`gateway`]).
//! A test speaks in people's verbs ("Alice asks", "the bot's answer"); the bot under test is an
//! ordinary client that knows nothing of all this. Whatever Discord would refuse is refused here the
//! way Discord does it, and also remembered as a violation: dropping [`FakeDiscord`] fails the test
//! that had one, or that left a message of the bot unread.
//!
//! Where to look:
//! - verbs: [`server`] (start, look, wait), [`people`] (talk), [`asking`] (commands), [`pressing`] (buttons, menus),
//!   [`modals`], [`reading`] (answers, edits), [`threads`], [`guilds`] (servers, channels), [`members`] (roles,
//!   permissions), [`installs`] (the application in a person's pocket), [`ownership`], [`resolving`] (files for
//!   commands), [`trouble`] (failures, time), [`forging`] (what no client would send)
//! - what a client offers: [`offering`]
//! - rules: [`limits`] (numbers), [`message_rules`], [`embed_rules`], [`component_rules`], [`select_rules`],
//!   [`modal_rules`], [`command_rules`], [`option_rules`], [`openapi`] (Discord's own description of request bodies)
//! - wire: [`rest`], [`channel_routes`], [`message_routes`], [`interaction_routes`], [`command_routes`], [`gateway`],
//!   [`tls`]; objects: [`objects`], [`message_objects`]
//!
//! Rules that are this project's and not Discord's: every message says that it pings nobody, every button's label has a
//! letter in it, a deferred answer is filled by an edit, and no message of the bot stays unread by the test.
//! A refusal that depends on what a server allows (403 and 160004) is no violation: the bot cannot know beforehand.

mod asking;
mod channel_routes;
mod command_routes;
mod command_rules;
mod component_rules;
mod embed_rules;
mod forging;
mod gateway;
mod guilds;
mod installs;
mod interaction_routes;
mod limits;
mod members;
mod message;
mod message_objects;
mod message_routes;
mod message_rules;
mod modal_rules;
mod modals;
mod multipart;
mod objects;
mod offering;
mod openapi;
mod option_rules;
mod ownership;
mod people;
mod posting;
mod pressing;
mod reading;
mod refusal;
mod resolving;
mod rest;
mod select_rules;
mod server;
mod session;
mod state;
mod threads;
mod tls;
mod trouble;

pub use asking::Choice;
pub use limits::permission;
pub use members::Role;
pub use message::{Attachment, Message};
pub use modals::Modal;
pub use openapi::has_api_description;
pub use people::{Channel, Guild, User};
pub use reading::Acknowledgement;
pub use server::FakeDiscord;
pub use state::{Id, Interaction, Recorded};
pub use trouble::Failure;
