//! What the integration tests stand on.

pub mod discord;
pub mod program;
pub mod world;
