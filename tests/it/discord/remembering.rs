//! What the bot remembers of servers that it was removed from, and what it says when it cannot remember.

use std::path::Path;

use accord::store::{GuildSettings, Receipt, Store};
use tempfile::TempDir;

use super::{CO_CHAIRS, quotes_clause_4};
use crate::support::discord::FakeDiscord;
use crate::support::world::{Bot, World, config};

/// A server that the bot is in no more.
const FORMER: u64 = 999;

/// A folder in which the bot remembers something of these servers.
fn remembering(guilds: &[u64]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Store::open(folder.path()).expect("a store");
    for guild in guilds {
        store.set_settings(*guild, &GuildSettings { private: true, ..GuildSettings::default() }, 1).expect("settings are kept");
    }
    folder
}

fn remembered(folder: &Path) -> Vec<u64> {
    Store::open(folder).expect("a store").guilds().expect("servers")
}

#[tokio::test]
async fn a_server_that_removes_the_bot_is_forgotten() {
    let discord = FakeDiscord::start().await;
    let here = discord.guild().id;
    let data = remembering(&[here]);
    let world = World::configured(discord, |config| config.data = data.path().to_owned()).await;
    assert_eq!(remembered(data.path()), [here]);
    world.discord.leave_guild(false);
    // Whoever writes later is served later.
    let question = world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    world.leave().await;
    assert_eq!(remembered(data.path()), [0; 0]);
}

#[tokio::test]
async fn a_server_with_an_outage_is_not_forgotten() {
    let discord = FakeDiscord::start().await;
    let here = discord.guild().id;
    let data = remembering(&[here]);
    let world = World::configured(discord, |config| config.data = data.path().to_owned()).await;
    world.discord.leave_guild(true);
    let question = world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    world.leave().await;
    assert_eq!(remembered(data.path()), [here]);
}

#[tokio::test]
async fn a_server_that_removed_the_bot_while_it_was_away_is_forgotten() {
    let discord = FakeDiscord::start().await;
    let here = discord.guild().id;
    let data = remembering(&[here, FORMER]);
    // The commands are registered after that.
    let world = World::configured(discord, |config| config.data = data.path().to_owned()).await;
    assert_eq!(remembered(data.path()), [here]);
    world.leave().await;
}

#[tokio::test]
async fn what_is_too_old_is_gone_when_the_bot_has_started() {
    let data = remembering(&[]);
    let old = Receipt { id: "old".to_owned(), at: 1, guild: None, channel: 2, user: 3, message: None, json: "{}".to_owned() };
    Store::open(data.path()).expect("a store").keep_receipt(&old).expect("a receipt is kept");
    World::remembering(data.path()).await.leave().await;
    assert_eq!(Store::open(data.path()).expect("a store").receipt("old").expect("no receipt"), None);
}

#[tokio::test]
async fn a_damaged_file_is_named_before_anything_is_asked_of_discord() {
    let discord = FakeDiscord::start().await;
    let data = tempfile::tempdir().expect("a temporary folder");
    let file = Store::file(data.path());
    std::fs::write(&file, "this is no database at all, and was never one").expect("a file to write to");
    let mut config = config(&discord);
    config.data = data.path().to_owned();
    let said = Bot::start(config).ended().await.expect_err("there is no store to open").to_string();
    assert!(said.contains(&format!("{} is damaged", file.display())) && said.contains("Put a backup in its place"), "{said}");
    assert_eq!(discord.requests().len(), 0);
}
