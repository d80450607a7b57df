//! What happens to people's questions when something breaks.

use std::path::Path;
use std::time::Duration;

use accord::config::LogConfig;
use axum::http::Method;
use serde_json::{Value, json};

use super::{CO_CHAIRS, CO_CHAIRS_WORDS, quotes_clause_4};
use crate::support::discord::Failure;
use crate::support::log::Log;
use crate::support::world::World;

#[tokio::test]
async fn a_discord_out_of_breath_is_asked_again() {
    let world = World::new().await;
    let discord = &world.discord;
    discord.fail_next(Method::PATCH, "/messages/@original", Failure::RateLimited { retry_after: Duration::from_millis(100) }, 1);
    discord.fail_next(Method::POST, "/callback", Failure::Status(500), 1);
    discord.fail_next(Method::PATCH, "/messages/@original", Failure::DropConnection, 1);
    assert!(quotes_clause_4(&world.slash("ask", json!({ "question": CO_CHAIRS })).await));
    discord.fail_next(Method::POST, "/channels/", Failure::Status(502), 2);
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    world.leave().await;
}

#[tokio::test]
async fn what_discord_refuses_is_not_tried_again() {
    let world = World::new().await;
    let general = format!("/channels/{}/messages", world.general.id);
    world.discord.fail_next(Method::POST, &general, Failure::Status(403), 1);
    world.discord.mention(&world.alice, &world.general, CO_CHAIRS).await;
    // Somebody else is answered; and whoever is being served is served to the end before the bot leaves.
    let question = world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    world.discord.reply(&question).await;
    let World { discord, bot, .. } = world;
    bot.leave().await;
    assert_eq!(discord.requests().iter().filter(|request| request.path == general).count(), 1);
}

#[tokio::test]
async fn an_event_that_comes_twice_is_answered_once() {
    let world = World::new().await;
    let asked = world.begin("ask", json!({ "question": CO_CHAIRS })).await;
    world.discord.redeliver(&asked);
    assert!(quotes_clause_4(&world.discord.response(&asked).await));
    world.discord.redeliver(&asked);
    // Events are handled in order of arrival at the latest by the time that a later question is answered.
    world.mention(CO_CHAIRS).await;
    let callbacks = world.discord.requests().into_iter().filter(|request| request.path.contains("/callback"));
    assert_eq!(callbacks.count(), 1);
    world.leave().await;
}

#[tokio::test]
async fn a_damaged_index_is_told_with_an_id_and_the_bot_lives_on() {
    let world = World::new().await;
    let documents = world.generation().join("documents.bin");
    let whole = std::fs::read(&documents).expect("the index's documents");
    let words = CO_CHAIRS_WORDS.as_bytes();
    let place = whole.windows(words.len()).position(|window| window == words).expect("the clause is stored as it is");
    let mut damaged = whole.clone();
    damaged[place] ^= 1;
    write_in_place(&documents, &damaged);
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS })).await;
    let id = answer.content.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    assert!(id.len() == 8 && id.chars().all(|digit| digit.is_ascii_hexdigit()), "{}", answer.content);
    assert_eq!(
        answer.content.replace(id, "ID"),
        "I could not prove my quotation against its source, so I say nothing. Please tell whoever runs me: error ID."
    );
    assert_eq!(answer.embeds, Value::Array(Vec::new()));
    let reply = world.mention(CO_CHAIRS).await;
    assert!(reply.content.starts_with("I could not prove"), "{}", reply.content);
    write_in_place(&documents, &whole);
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    world.leave().await;
}

/// Overwrites a file that the bot has open.
fn write_in_place(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("a file of the test's own");
}

#[tokio::test]
async fn a_log_holds_the_cause_and_no_secret_however_loud_it_is() {
    let log = Log::default();
    let writer = log.clone();
    let loudest = LogConfig { filter: "trace,serenity=trace".to_owned() };
    let subscriber = accord::telemetry::subscriber(&loudest, move || writer.clone()).expect("a filter");
    // Everything but the answering itself happens on this test's own thread.
    let _logging = tracing::subscriber::set_default(subscriber);

    let world = World::new().await;
    world.slash("ask", json!({ "question": "the marmalade of Xi" })).await;
    world.mention("the marmalade of Xi").await;
    world.discord.fail_next(Method::POST, "/channels/", Failure::Status(500), 3);
    let refused = world.mention("the marmalade of Xi").await;
    let id = refused.content.trim_end_matches('.').rsplit(' ').next().unwrap_or_default().to_owned();
    world.discord.fail_next(Method::PATCH, "/messages/@original", Failure::Delay(Duration::from_secs(1)), 1);
    let late = world.begin("ask", json!({ "question": "the marmalade of Xi" })).await;
    world.discord.acknowledgement(&late).await;
    world.discord.expire(&late);
    world.mention("the marmalade of Xi").await;
    let secrets = [world.discord.token(), late.token.clone(), "marmalade".to_owned(), "Xi".to_owned()];
    world.leave().await;

    let said = log.said();
    assert!(secrets.iter().all(|secret| !said.contains(secret)), "{said}");
    let causes: Vec<&str> = said.lines().filter(|line| line.contains(&id)).collect();
    assert!(matches!(causes.as_slice(), [cause] if cause.contains("500")), "{said}");
}
