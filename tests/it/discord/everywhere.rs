//! Reading commands where people are: in direct messages, and where only they have installed the bot.

use serde_json::{Value, json};

use super::CO_CHAIRS;
use crate::support::discord::{Channel, Message, User};
use crate::support::world::World;

/// Each command that reads, with options, and words of its answer.
fn commands() -> Vec<(&'static str, Value, &'static str)> {
    vec![
        ("ask", json!({ "question": CO_CHAIRS }), "co-chair the dialogue"),
        ("clause", json!({ "which": "clause 2" }), "intellectual property"),
        ("party", json!({ "name": "FBI" }), "Federal Bureau of Investigation"),
        ("critique", json!({ "clause": "clause 4" }), "cyber hotline"),
        ("compare", json!({ "point": "hotline" }), "Compared: hotline"),
        ("search", json!({ "words": "hotline dialogue" }), "Page 1 of"),
        ("quote", json!({ "text": "Both sides also agree to provide updates" }), "Exact"),
        ("sources", json!({}), "24 sources"),
        ("sources", json!({ "id": "article" }), "Cyber Cease-Fire"),
        ("timeline", json!({}), "timeline.png"),
        ("map", json!({}), "map.png"),
        ("help", json!({}), "I answer questions"),
        ("about", json!({}), "24 documents"),
    ]
}

async fn used(world: &World, by: &User, channel: &Channel, name: &str, options: Value) -> Message {
    let interaction = world.discord.slash(by, channel, name, options).await;
    world.discord.response(&interaction).await
}

/// Requests since `from` that are neither answers to interactions nor the bot's own start.
fn others(world: &World, from: usize) -> Vec<String> {
    let requests = world.discord.requests().into_iter().skip(from).map(|request| format!("{} {}", request.method, request.path));
    requests.filter(|request| !request.contains("/interactions/") && !request.contains("/webhooks/")).collect()
}

#[tokio::test]
async fn every_reading_command_works_in_direct_messages() {
    let world = World::new().await;
    let direct = world.discord.direct_channel(&world.alice);
    let from = world.discord.requests().len();
    for (name, options, words) in commands() {
        let answer = used(&world, &world.alice, &direct, name, options).await;
        assert!(answer.rendered().contains(words), "/{name}: {}", answer.rendered());
        assert!(!answer.buttons().contains(&"Continue in thread"), "/{name}");
    }
    assert_eq!(others(&world, from), Vec::<String>::new());
    world.leave().await;
}

#[tokio::test]
async fn every_reading_command_works_where_only_a_person_has_installed_the_bot() {
    let world = World::new().await;
    let (discord, alice) = (&world.discord, &world.alice);
    discord.install(alice);
    let elsewhere = discord.channel_in(&discord.guild_without_bot("elsewhere"), "general");
    let bob = discord.user("Bob");
    let between = discord.private_channel(alice, &bob);
    for channel in [&elsewhere, &between] {
        let from = discord.requests().len();
        for (name, options, words) in commands() {
            let answer = used(&world, alice, channel, name, options).await;
            assert!(answer.rendered().contains(words), "/{name}: {}", answer.rendered());
            assert!(!answer.buttons().contains(&"Continue in thread"), "/{name}");
        }
        let said = discord.say(&bob, channel, "Both sides also agree to provide updates").await;
        for (name, words) in [("Check this quote", "**Exact: "), ("Find sources for this", "Page 1 of")] {
            let interaction = discord.message_command(alice, &said, name).await;
            let answer = discord.response(&interaction).await;
            assert!(answer.ephemeral && answer.content.contains(words), "{name}: {}", answer.rendered());
        }
        let list = used(&world, alice, channel, "search", json!({ "words": "hotline dialogue" })).await;
        let pressed = discord.press(alice, &list, "Next page").await;
        let next = discord.response(&pressed).await;
        assert!(next.id == list.id && next.content.contains("Page 2 of"), "{}", next.rendered());
        let answer = used(&world, alice, channel, "ask", json!({ "question": CO_CHAIRS })).await;
        for button in ["In context", "More passages", "Receipt", "Useful"] {
            let pressed = discord.press(alice, &answer, button).await;
            assert!(discord.response(&pressed).await.ephemeral, "{button}");
        }
        let receipt = used(&world, alice, channel, "receipt", json!({})).await;
        assert_eq!(receipt.filenames(), ["receipt.json"]);
        let pressed = discord.press(alice, &answer, "Delete").await;
        discord.acknowledgement(&pressed).await;
        discord.deleted(&answer).await;
        assert_eq!(others(&world, from), Vec::<String>::new());
    }
    world.leave().await;
}
