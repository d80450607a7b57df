//! The fake Discord, tested: each rule must catch its breach, or the tests that rely on it prove nothing.

/// A bot with no manners, driven by hand.
mod crude;

/// Commands as people use them, suggestions while they type, troubles on the way.
mod asking;
/// Files and pictures: names, sizes, what stands for them.
mod attachments;
/// Messages in their channels: replies, files, threads, whose is whose.
mod channels;
/// Which commands may be registered, and how they come back.
mod commands;
/// What no client would send.
mod forging;
/// Sessions, heartbeats, limits of the websocket.
mod gateway;
/// The application in a person's own pocket, where the bot is not.
mod installs;
/// First answers, deferrals, follow-ups, tokens.
mod interactions;
/// Roles, permissions, hidden commands, and whom the application belongs to.
mod members;
/// Menus of people, roles, channels, and what they bring.
mod menus;
/// Bodies that make or change messages.
mod messages;
/// Forms that open, are filled in and come back.
mod modals;
/// What people see and what a test reads.
mod people;
/// An ordinary serenity client is served well.
mod real_client;
/// Servers that come, go and have outages.
mod servers;
/// Threads, and what was said in them.
mod threads;
