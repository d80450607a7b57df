//! The fake Discord, tested: each rule must catch its breach, or the tests that rely on it prove nothing.

/// A bot with no manners, driven by hand.
mod crude;

/// Commands as people use them, suggestions while they type, troubles on the way.
mod asking;
/// Messages in their channels: replies, files, threads, whose is whose.
mod channels;
/// Which commands may be registered, and how they come back.
mod commands;
/// Sessions, heartbeats, limits of the websocket.
mod gateway;
/// First answers, deferrals, follow-ups, tokens.
mod interactions;
/// Bodies that make or change messages.
mod messages;
/// What people see and what a test reads.
mod people;
/// An ordinary serenity client is served well.
mod real_client;
