//! How the bot connects, reconnects and leaves, and what it says when it cannot.

use std::time::Duration;

use accord::config::{Endpoint, Secret};
use axum::http::Method;
use serde_json::json;

use super::{CO_CHAIRS, MESSAGE, quotes_clause_4};
use crate::support::discord::{Failure, FakeDiscord};
use crate::support::world::{Bot, World, config};

#[tokio::test]
async fn the_real_way_to_discord_works_too() {
    let discord = FakeDiscord::builder().tls().start().await;
    let mut config = config(&discord);
    config.discord.endpoint = Endpoint::Tls { addr: discord.tls_addr(), ca: discord.ca_pem_path().to_owned() };
    let bot = Bot::start(config);
    let (alice, general) = (discord.user("Alice"), discord.channel("general"));
    discord.fail_next(Method::POST, "/channels/", Failure::RateLimited { retry_after: Duration::from_millis(50) }, 1);
    let question = discord.mention(&alice, &general, CO_CHAIRS).await;
    assert!(quotes_clause_4(&discord.reply(&question).await));
    bot.leave().await;
}

#[tokio::test]
async fn what_was_asked_while_the_line_was_broken_is_answered() {
    let world = World::new().await;
    world.discord.reconnect();
    world.discord.resumed(1).await;
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    assert_eq!((world.discord.identifies(), world.discord.registrations()), (1, 1));
    world.leave().await;
}

/// Slow: serenity waits five seconds before it begins a new session.
#[tokio::test]
async fn a_session_that_was_lost_is_begun_anew() {
    let world = World::new().await;
    world.discord.invalidate_session(false);
    world.discord.identified(2).await;
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    assert_eq!(world.discord.registrations(), 1);
    let World { discord, bot, .. } = world;
    bot.leave().await;
    discord.disconnected().await;
}

#[tokio::test]
async fn whoever_is_waiting_gets_an_answer_before_the_bot_leaves() {
    let mut world = World::new().await;
    world.discord.fail_next(Method::PATCH, "/messages/@original", Failure::Delay(Duration::from_secs(2)), 1);
    let asked = world.begin("ask", json!({ "question": CO_CHAIRS })).await;
    world.discord.acknowledgement(&asked).await;
    world.tell_to_stop();
    let late = loop {
        // Until the bot has noticed that it is to leave, it serves as usual.
        let late = world.begin("ask", json!({ "question": CO_CHAIRS })).await;
        if world.discord.acknowledgement(&late).await.kind == MESSAGE {
            break late;
        }
        world.discord.response(&late).await;
    };
    let refusal = world.discord.response(&late).await;
    assert!(refusal.ephemeral && refusal.content.contains("restarting"), "{}", refusal.content);
    assert!(quotes_clause_4(&world.discord.response(&asked).await));
    world.discord.disconnected().await;
    world.leave().await;
}

#[tokio::test]
async fn a_farewell_that_is_not_answered_keeps_nobody() {
    let world = World::new().await;
    world.discord.mute_close();
    tokio::time::timeout(Duration::from_secs(10), world.leave()).await.expect("the bot leaves within ten seconds");
}

#[tokio::test]
async fn a_stop_before_the_first_connection_is_heeded() {
    let discord = FakeDiscord::start().await;
    discord.fail_next(Method::GET, "/gateway", Failure::Delay(Duration::from_secs(60)), 1);
    let bot = Bot::start(config(&discord));
    tokio::time::timeout(Duration::from_secs(5), bot.leave()).await.expect("the bot leaves at once");
}

#[tokio::test]
async fn a_gateway_that_is_down_is_said_to_be() {
    let discord = FakeDiscord::builder().gateway_down().start().await;
    let error = Bot::start(config(&discord)).ended().await.expect_err("there is nothing to connect to");
    let said = error.to_string();
    assert!(said.starts_with("Discord cannot be reached: Discord answered 503") && said.contains("discordstatus.com"), "{said}");
    assert_eq!(discord.requests().len(), 3);
    assert_eq!(discord.identifies(), 0);
}

#[tokio::test]
async fn a_token_that_discord_refuses_is_said_to_be() {
    let discord = FakeDiscord::start().await;
    let mut config = config(&discord);
    config.discord.token = Secret::new("MTEw.nobody.s-token");
    let error = Bot::start(config).ended().await.expect_err("the token is wrong");
    assert!(error.to_string().starts_with("Discord refuses the token. "), "{error}");
    assert!(!error.to_string().contains("nobody"));
    assert!(!discord.take_violations().is_empty());
}

#[tokio::test]
async fn a_session_that_is_refused_ends_the_bot_with_the_reason() {
    for (code, reason) in [(4004, "Discord refuses the token."), (4014, "Discord refuses the intents")] {
        let World { discord, bot, .. } = World::new().await;
        discord.close(code);
        let error = bot.ended().await.expect_err("the session was refused");
        assert!(error.to_string().starts_with(reason), "{error}");
    }
}

#[tokio::test]
async fn a_certificate_that_is_none_is_named() {
    let discord = FakeDiscord::start().await;
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), "-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----\n").expect("a file to write to");
    let mut config = config(&discord);
    config.discord.endpoint = Endpoint::Tls { addr: ([127, 0, 0, 1], 9).into(), ca: file.path().to_owned() };
    let error = Bot::start(config).ended().await.expect_err("nobody vouches for Discord");
    assert!(error.to_string().starts_with("DISCORD_CA cannot be used: "), "{error}");
}
