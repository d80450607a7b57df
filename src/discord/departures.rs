//! Forgets the servers that the bot is not in any more.

use std::collections::HashSet;

use serenity::model::gateway::Ready;
use serenity::model::guild::UnavailableGuild;

use super::failure::Failure;
use super::room::Room;
use crate::store::{Store, StoreError};

/// A server is gone: the bot was removed from it, or it was deleted. In an outage it is only out of reach, and comes back.
pub(super) async fn gone(room: &Room, guild: UnavailableGuild) {
    if guild.unavailable {
        return;
    }
    let guild = guild.id.get();
    logged(room.with_store(move |store| forget(store, guild)).await);
}

/// At the begin of a session: which servers the bot was removed from while it was away. READY names all that it is in, those
/// with an outage too; but only one session's share of them when there are more.
pub(super) async fn gone_meanwhile(room: &Room, ready: &Ready) {
    if ready.shard.is_some_and(|shard| shard.total > 1) {
        return;
    }
    let present: HashSet<u64> = ready.guilds.iter().map(|guild| guild.id.get()).collect();
    let work = move |store: &Store| {
        let known = store.guilds()?;
        known.into_iter().filter(|guild| !present.contains(guild)).try_for_each(|guild| forget(store, guild))
    };
    logged(room.with_store(work).await);
}

fn forget(store: &Store, guild: u64) -> Result<(), StoreError> {
    let forgotten = store.forget_guild(guild)?;
    tracing::info!(guild, ?forgotten, "the bot is not in this server any more, and has forgotten it");
    Ok(())
}

/// Nobody asked for it, so only the operator is told. At the next start it is tried again.
fn logged(result: Result<(), Failure>) {
    if let Err(failure) = result {
        tracing::error!(cause = %failure, "a server that the bot is not in any more could not be forgotten");
    }
}
