//! What people ask, and what they read.

use serde_json::json;

use super::{CO_CHAIRS, DEFERRED, MESSAGE, RECIPE, quotes_clause_4};
use crate::support::discord::{Acknowledgement, Choice};
use crate::support::world::World;

#[tokio::test]
async fn a_mention_is_answered_with_the_words_of_the_agreement() {
    let world = World::new().await;
    let question = world.discord.mention(&world.alice, &world.general, CO_CHAIRS).await;
    let answer = world.discord.reply(&question).await;
    assert_eq!(answer.references, Some(question.id));
    assert!(quotes_clause_4(&answer));
    world.leave().await;
}

#[tokio::test]
async fn a_direct_message_needs_no_mention() {
    let world = World::new().await;
    let question = world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    world.leave().await;
}

#[tokio::test]
async fn only_who_speaks_to_the_bot_is_answered() {
    let world = World::new().await;
    let (discord, alice, general) = (&world.discord, &world.alice, &world.general);
    discord.say(alice, general, CO_CHAIRS).await;
    discord.say(alice, general, &format!("@everyone {CO_CHAIRS}")).await;
    let asked = discord.mention(alice, general, CO_CHAIRS).await;
    let answer = discord.reply(&asked).await;
    discord.reply_to(alice, &answer, "thank you", true).await;
    let again = discord.mention(alice, general, CO_CHAIRS).await;
    discord.reply(&again).await;
    assert_eq!(discord.unread(), []);
    world.leave().await;
}

#[tokio::test]
async fn a_question_in_another_language_is_answered_and_how_it_was_read_is_said() {
    let world = World::new().await;
    let answer = world.mention("Wer leitet den Dialog auf amerikanischer Seite?").await;
    assert!(quotes_clause_4(&answer));
    assert!(answer.content.contains("Verstanden als: who "), "{}", answer.content);
    world.leave().await;
}

#[tokio::test]
async fn a_mention_without_a_question_is_helped() {
    let world = World::new().await;
    let reply = world.mention("").await;
    assert!(reply.content.contains("/ask"), "{}", reply.content);
    world.leave().await;
}

#[tokio::test]
async fn everyone_in_a_question_pings_nobody() {
    let world = World::new().await;
    let answer = world.mention(&format!("@everyone {CO_CHAIRS}")).await;
    assert!(quotes_clause_4(&answer));
    let answer = world.slash("ask", json!({ "question": "@everyone <@1> **who** https://evil.example/x discord.gg/x?" })).await;
    assert_eq!(
        answer.content.lines().next(),
        Some("-# Asked: @\u{200b}everyone \\<@1> \\*\\*who\\*\\* https\\://evil.example/x discord\\.gg/x?")
    );
    world.leave().await;
}

#[tokio::test]
async fn an_answer_is_announced_and_then_given_to_all() {
    let world = World::new().await;
    let asked = world.begin("ask", json!({ "question": CO_CHAIRS })).await;
    let expected = Acknowledgement { kind: DEFERRED, ephemeral: false };
    assert_eq!(world.discord.acknowledgement(&asked).await, expected);
    let answer = world.discord.response(&asked).await;
    assert!(quotes_clause_4(&answer) && !answer.ephemeral);
    insta::assert_snapshot!("ask", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_private_answer_is_seen_by_the_asker_alone() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS, "private": true })).await;
    assert!(quotes_clause_4(&answer) && answer.ephemeral);
    world.leave().await;
}

#[tokio::test]
async fn what_the_corpus_does_not_say_is_not_said() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": RECIPE })).await;
    insta::assert_snapshot!("not_found", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn several_quotes_are_numbered_and_stand_by_whose_voice_they_are() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": "What does the article say about the hotline?" })).await;
    insta::assert_snapshot!("several_quotes", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_clause_is_found_by_what_was_suggested() {
    let world = World::new().await;
    let suggested = world.discord.autocomplete(&world.alice, &world.general, "clause", "which", "4").await;
    let Some(Choice { name, value }) = suggested.first() else { panic!("nothing is suggested") };
    assert!(name.starts_with("Clause 4: "), "{name}");
    assert_eq!(*value, json!("clause 4"));
    assert_eq!(world.discord.autocomplete(&world.alice, &world.general, "clause", "which", "").await.len(), 4);
    let answer = world.slash("clause", json!({ "which": value })).await;
    insta::assert_snapshot!("clause", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_clause_is_found_by_its_words() {
    let world = World::new().await;
    let answer = world.slash("clause", json!({ "which": "senior experts group" })).await;
    assert!(answer.rendered().contains("create a senior experts group"), "{}", answer.rendered());
    let unknown = world.slash("clause", json!({ "which": "7" })).await;
    assert!(unknown.content.starts_with("**There is no clause 7: the agreement has 4 clauses.**"), "{}", unknown.content);
    world.leave().await;
}

#[tokio::test]
async fn a_name_that_several_have_lists_them() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": "justice ministry" })).await;
    insta::assert_snapshot!("which", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn help_is_given_to_the_asker_alone() {
    let world = World::new().await;
    let asked = world.begin("help", json!({})).await;
    let expected = Acknowledgement { kind: MESSAGE, ephemeral: true };
    assert_eq!(world.discord.acknowledgement(&asked).await, expected);
    insta::assert_snapshot!("help", world.discord.response(&asked).await.rendered());
    world.leave().await;
}

#[tokio::test]
async fn many_ask_at_once_and_all_are_answered() {
    let world = World::new().await;
    let mut asked = Vec::new();
    for _ in 0..40 {
        asked.push(world.begin("ask", json!({ "question": CO_CHAIRS })).await);
    }
    for one in asked {
        assert!(quotes_clause_4(&world.discord.response(&one).await));
    }
    world.leave().await;
}
