//! The one integration binary.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    unreachable_pub,
    reason = "a test fails by panicking, and a test binary is reached from nowhere"
)]

/// What the tests stand on: the built program and the fake Discord.
mod support;

/// The fake Discord catches what Discord would refuse, and serves a real serenity client.
mod fake_discord;

/// The real bot, driven through the fake Discord: what people read, and what happens when things break.
mod discord;

/// The program in a terminal or a script: what it prints, what it reads, how it ends.
mod cli;

/// A corpus as its curator knows it: what may be wrong with it, and what comes of its files.
mod corpus;

/// The index through damage, loss, change and rivals: it still answers, or says why not.
mod generations;

/// A corpus that changes: what is said of it, what is published, what is rolled back.
mod reindex;

/// Fetching sources from a web that is full of traps: what comes of it, what is kept, what is never asked.
mod fetching;

/// What the bot remembers: through restarts, damage, rivals and the wish to be forgotten.
mod store;

/// Documents with a numbering of their own, looked up by it.
mod provisions;

/// What every answer holds to, over the whole evaluation set.
mod answers;

/// Quotations that are checked: exact, altered, under another name, not there.
mod quoting;

/// Receipts: written beside an answer, verified later and elsewhere, and never after a change.
mod receipts;

/// `accord eval`: its figures, and the files that it writes for others.
mod measuring;

/// What other surfaces lean on: short names of quotes, context, choices, cards.
mod references;

/// The rules of the house: who may use whom.
mod layout;
