//! What the integration tests stand on.

pub mod discord;
pub mod gate;
pub mod house;
pub mod log;
pub mod program;
pub mod shelf;
pub mod web;
pub mod world;
