//! Receipts: given by the button and by the command, checked by anybody with the same corpus.

use serde_json::{Value, json};

use super::CO_CHAIRS;
use crate::support::discord::Message;
use crate::support::program::Program;
use crate::support::world::World;

async fn receipt(world: &World, answer: &Message) -> Message {
    let press = world.discord.press(&world.alice, answer, "Receipt").await;
    world.discord.response(&press).await
}

fn file(given: &Message) -> Vec<u8> {
    given.attachment("receipt.json").bytes.clone()
}

fn read(given: &Message) -> Value {
    serde_json::from_slice(&file(given)).expect("JSON")
}

/// Whether the built program, with the same corpus, says that it holds.
fn verified(program: &Program, bytes: &[u8]) -> bool {
    program.write("receipt.json", bytes);
    program.run(&["verify", "receipt.json"]).code == 0
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

#[tokio::test]
async fn a_receipt_is_verified_elsewhere_and_fails_after_any_change() {
    let world = World::new().await;
    let program = Program::indexed();
    let answer = world.mention(CO_CHAIRS).await;
    let given = receipt(&world, &answer).await;
    assert!(given.ephemeral);
    insta::assert_snapshot!("receipt", given.rendered());
    let bytes = file(&given);
    assert!(verified(&program, &bytes));
    let json = read(&given);
    assert_eq!((&json["question"], &json["question_hash"]), (&json!(CO_CHAIRS), &json!(hash(CO_CHAIRS))));
    assert!(json["confidence"].as_f64().is_some_and(|sure| sure > 0.5) && json["quotes"][0]["score"].is_number(), "{json:#}");
    world.leave().await;
    // Some bytes are tried here; the receipt's own tests try them all.
    for at in (0..bytes.len()).step_by(90).filter(|at| bytes[*at].is_ascii_alphanumeric()) {
        let mut changed = bytes.clone();
        changed[at] = if changed[at] == b'7' { b'8' } else { b'7' };
        assert!(!verified(&program, &changed), "byte {at}: {}", String::from_utf8_lossy(&changed[at.saturating_sub(20)..at + 1]));
    }
}

#[tokio::test]
async fn the_command_gives_the_last_one() {
    let world = World::new().await;
    let none = world.slash("receipt", json!({})).await;
    assert!(none.ephemeral);
    assert_eq!(none.content, "I have given you no answer here whose receipt is kept.");
    world.mention("What is window dressing?").await;
    world.slash("ask", json!({ "question": CO_CHAIRS })).await;
    let given = world.slash("receipt", json!({})).await;
    assert!(given.ephemeral && verified(&Program::indexed(), &file(&given)));
    assert_eq!(read(&given)["question"], json!(CO_CHAIRS));
    world.leave().await;
}

#[tokio::test]
async fn of_a_private_answer_the_command_gives_one_without_the_question() {
    let world = World::new().await;
    world.slash("ask", json!({ "question": CO_CHAIRS, "private": true })).await;
    let given = world.slash("receipt", json!({})).await;
    let json = read(&given);
    // Nobody can read a private answer again, not even the bot; the hash still shows which question it was.
    assert_eq!((json.get("question"), &json["question_hash"]), (None, &json!(hash(CO_CHAIRS))));
    assert!(verified(&Program::indexed(), &file(&given)));
    world.leave().await;
}

#[tokio::test]
async fn the_question_is_not_in_the_bots_memory() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    receipt(&world, &answer).await;
    world.slash("receipt", json!({})).await;
    let remembered = world.remembered_bytes();
    assert!(remembered.windows(64).any(|bytes| bytes == hash(CO_CHAIRS).as_bytes()), "its receipt is");
    for words in [CO_CHAIRS, "co-chairs the dialogue for"] {
        assert!(!remembered.windows(words.len()).any(|bytes| bytes == words.as_bytes()), "{words}");
    }
    world.leave().await;
}

#[tokio::test]
async fn without_memory_it_is_made_anew_from_the_button() {
    let world = World::new().await;
    let plain = world.mention(CO_CHAIRS).await;
    let question = "**Who** co-chairs the _dialogue_ for @everyone in the United States? <@1> `x`";
    let marked = world.slash("ask", json!({ "question": question })).await;
    let kept = read(&receipt(&world, &plain).await);
    let world = world.restart_without_memory().await;
    let program = Program::indexed();
    for (answer, question) in [(&plain, CO_CHAIRS), (&marked, question)] {
        let given = receipt(&world, answer).await;
        let json = read(&given);
        assert_eq!((&json["question"], &json["question_hash"]), (&json!(question), &json!(hash(question))));
        assert!(verified(&program, &file(&given)));
    }
    assert_eq!(read(&receipt(&world, &plain).await)["quotes"][0]["words"], kept["quotes"][0]["words"]);
    world.leave().await;
}

#[tokio::test]
async fn a_question_that_is_not_shown_whole_is_not_told_wrong() {
    let world = World::new().await;
    let question = format!("Who co-chairs the dialogue for the United States{}?", ", and who else was there".repeat(30));
    let answer = world.slash("ask", json!({ "question": question })).await;
    assert!(answer.content.contains("[…]"), "{}", answer.content);
    let program = Program::indexed();
    let kept = receipt(&world, &answer).await;
    assert_eq!((read(&kept).get("question"), &read(&kept)["question_hash"]), (None, &json!(hash(&question))));
    assert!(verified(&program, &file(&kept)));
    let world = world.restart_without_memory().await;
    let anew = receipt(&world, &answer).await;
    assert_eq!((read(&anew).get("question"), &read(&anew)["question_hash"]), (None, &json!("")));
    assert!(verified(&program, &file(&anew)));
    world.leave().await;
}
