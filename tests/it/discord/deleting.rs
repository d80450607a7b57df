//! *Delete*: for whoever asked and for those who may manage messages, whatever a button claims.

use serde_json::json;

use super::CO_CHAIRS;
use crate::support::discord::{Message, User, permission};
use crate::support::world::World;

const NOT_YOURS: &str = "Only whoever asked, and those who may manage messages here, can delete this answer.";

async fn refused(world: &World, by: &User, answer: &Message, custom_id: &str) {
    let press = world.discord.press_forged(by, answer, custom_id).await;
    let said = world.discord.response(&press).await;
    assert!(said.ephemeral && said.content == NOT_YOURS, "{}", said.rendered());
    assert_eq!(world.discord.current(answer).rendered(), answer.rendered());
}

async fn taken_away(world: &World, by: &User, answer: &Message) {
    world.discord.press(by, answer, "Delete").await;
    world.discord.deleted(answer).await;
}

/// An answer to a command, and one to a mention.
async fn both(world: &World) -> [Message; 2] {
    [world.slash("ask", json!({ "question": CO_CHAIRS })).await, world.mention(CO_CHAIRS).await]
}

#[tokio::test]
async fn whoever_asked_takes_the_answer_away() {
    let world = World::new().await;
    for answer in both(&world).await {
        taken_away(&world, &world.alice, &answer).await;
    }
    // In direct messages too, and where the bot answers on somebody's behalf.
    let question = world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    let answer = world.discord.reply(&question).await;
    taken_away(&world, &world.alice, &answer).await;
    let abroad = world.discord.guild_without_bot("Abroad");
    world.discord.install(&world.alice);
    let place = world.discord.channel_in(&abroad, "general");
    let begun = world.discord.slash(&world.alice, &place, "ask", json!({ "question": CO_CHAIRS })).await;
    let answer = world.discord.response(&begun).await;
    taken_away(&world, &world.alice, &answer).await;
    world.leave().await;
}

#[tokio::test]
async fn somebody_else_does_not_even_with_a_button_that_names_them() {
    let world = World::new().await;
    let bob = world.discord.user("Bob");
    for answer in both(&world).await {
        let own = answer.custom_id("Delete").expect("a button").to_owned();
        refused(&world, &bob, &answer, &own).await;
        refused(&world, &bob, &answer, &format!("a1:delete:{}", bob.id)).await;
    }
    world.leave().await;
}

#[tokio::test]
async fn who_manages_messages_takes_any_answer_away() {
    let world = World::new().await;
    let carol = world.discord.user("Carol");
    world.discord.member(&carol, &world.discord.guild(), &[], permission::MANAGE_MESSAGES);
    for answer in both(&world).await {
        taken_away(&world, &carol, &answer).await;
    }
    world.leave().await;
}

#[tokio::test]
async fn who_asked_is_known_when_the_question_is_gone() {
    let world = World::new().await;
    let bob = world.discord.user("Bob");
    let question = world.discord.mention(&world.alice, &world.general, CO_CHAIRS).await;
    let answer = world.discord.reply(&question).await;
    world.discord.delete_original(&question);
    refused(&world, &bob, &answer, &format!("a1:delete:{}", bob.id)).await;
    taken_away(&world, &world.alice, &answer).await;
    world.leave().await;
}

#[tokio::test]
async fn what_is_not_the_bots_is_not_deleted() {
    let world = World::new().await;
    let carol = world.discord.admin("Carol");
    let said = world.discord.say(&world.alice, &world.general, "good morning").await;
    let press = world.discord.press_forged(&carol, &said, &format!("a1:delete:{}", carol.id)).await;
    assert!(world.discord.response(&press).await.ephemeral);
    assert_eq!(world.discord.current(&said).content, "good morning");
    assert!(!world.discord.requests().iter().any(|request| request.method == "DELETE"));
    world.leave().await;
}
