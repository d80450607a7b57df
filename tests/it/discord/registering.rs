//! Which commands Discord is told of, and when.

use serde_json::json;

use super::CO_CHAIRS;
use crate::support::discord::{FakeDiscord, Recorded};
use crate::support::world::{Bot, World, config};

#[test]
fn the_registration_is_this() {
    insta::assert_json_snapshot!("registration", accord::discord::commands::registration(false));
    let in_one_server = accord::discord::commands::registration(true);
    assert!(in_one_server.as_array().expect("commands").iter().all(|command| command.get("contexts").is_none()));
}

#[tokio::test]
async fn commands_are_only_written_when_they_differ() {
    let world = World::new().await;
    assert_eq!(world.discord.registrations(), 1);
    let World { discord, bot, .. } = world;
    bot.leave().await;
    let bot = Bot::start(config(&discord));
    discord.identified(2).await;
    let looked = |requests: Vec<Recorded>| requests.iter().filter(|request| request.path.contains("/commands")).count() >= 3;
    let alice = discord.user("Alice");
    let question = discord.direct_message(&alice, CO_CHAIRS).await;
    discord.reply(&question).await;
    assert!(looked(discord.requests()));
    assert_eq!(discord.registrations(), 1);
    bot.leave().await;
}

#[tokio::test]
async fn commands_can_be_registered_in_one_server() {
    let discord = FakeDiscord::start().await;
    let mut config = config(&discord);
    config.discord.guild = Some(discord.guild().id);
    let bot = Bot::start(config);
    discord.registered().await;
    assert!(discord.commands().iter().all(|command| command["guild_id"] == json!(discord.guild().id.to_string())));
    bot.leave().await;
}
