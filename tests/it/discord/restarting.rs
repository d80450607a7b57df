//! What is left of a conversation when the bot begins again: all of it, because Discord has it.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::{CO_CHAIRS, quotes_clause_4};
use crate::support::discord::{Channel, Message};
use crate::support::world::World;

/// Everything that people may have from before.
struct Before {
    answer: Message,
    private: Message,
    context: Message,
    list: Message,
    direct: Message,
    thread: Channel,
}

async fn before(world: &World) -> Before {
    let (discord, alice) = (&world.discord, &world.alice);
    let answer = world.mention(CO_CHAIRS).await;
    let private = world.slash("ask", json!({ "question": CO_CHAIRS, "private": true })).await;
    let press = discord.press(alice, &answer, "In context").await;
    let context = discord.response(&press).await;
    let press = discord.press(alice, &answer, "More passages").await;
    let list = discord.response(&press).await;
    let question = discord.direct_message(alice, CO_CHAIRS).await;
    let direct = discord.reply(&question).await;
    let threaded = world.mention(CO_CHAIRS).await;
    let thread = discord.open_thread(alice, &threaded, "The dialogue").await;
    Before { answer, private, context, list, direct, thread }
}

async fn all_works(world: &World, before: &Before) {
    let (discord, alice) = (&world.discord, &world.alice);
    let Before { answer, private, context, list, direct, thread } = before;
    let mut read = Vec::new();
    for (message, button) in [
        (answer, "In context"),
        (answer, "More passages"),
        (answer, "Receipt"),
        (answer, "Useful"),
        (answer, "Wrong passage"),
        (answer, "Continue in thread"),
        (context, "Context of quote 2"),
        (list, "Next page"),
        (private, "Receipt"),
    ] {
        let press = discord.press(alice, message, button).await;
        let said = discord.response(&press).await;
        read.push(format!("[{button}]\n{}", said.content.lines().next().unwrap_or_default()));
    }
    let answers: Vec<String> = read.iter().map(|said| said.replace(&answer.id.to_string(), "ID")).collect();
    insta::assert_snapshot!("old_buttons", answers.join("\n"));
    let press = discord.press(alice, answer, "Missing source").await;
    let sent = discord.submit(alice, &press, json!({ "source": "The minutes" })).await;
    assert!(discord.response(&sent).await.content.starts_with("Thank you."));
    let press = discord.press(alice, private, "Share").await;
    assert!(quotes_clause_4(&discord.follow_up(&press).await));
    discord.until_shown(private, |now| !now.buttons().contains(&"Share")).await;

    let carries_on = |said: &Message| said.content.contains(&format!("Carries on: {CO_CHAIRS}"));
    let question = discord.reply_to(alice, answer, "and for China?", true).await;
    assert!(carries_on(&discord.reply(&question).await));
    let question = discord.direct_message(alice, "and for China?").await;
    assert!(carries_on(&discord.reply(&question).await));
    let question = discord.mention(alice, thread, "and for China?").await;
    assert!(carries_on(&discord.reply(&question).await));
    discord.press(alice, direct, "Delete").await;
    discord.deleted(direct).await;
    discord.press(alice, answer, "Delete").await;
    discord.deleted(answer).await;
}

#[tokio::test]
async fn after_a_restart_every_old_button_answers_and_conversations_go_on() {
    let world = World::new().await;
    let before = before(&world).await;
    let world = world.restart().await;
    all_works(&world, &before).await;
    world.leave().await;
}

#[tokio::test]
async fn so_they_do_when_nothing_is_remembered() {
    let world = World::new().await;
    let before = before(&world).await;
    let world = world.restart_without_memory().await;
    all_works(&world, &before).await;
    world.leave().await;
}

/// A corpus of two plain documents.
fn corpus(harbour: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write("harbour.md", &format!("# The harbour\n\n{harbour}\n"));
    write("bakery.md", "# The bakery\n\nThe bakery opens its doors at five in the morning on every weekday.\n");
    folder
}

#[tokio::test]
async fn words_that_the_corpus_holds_no_more_are_said_to_be_gone() {
    let old = corpus("The harbour master closes the northern gate at seven in the evening, before the ferry leaves.");
    let new = corpus("The harbour master never closes the northern gate, and the ferry leaves when it is full.");
    let world = World::reading(old.path()).await;
    let (harbour, bakery) =
        (world.mention("When does the harbour master close the northern gate?").await, world.mention("When does the bakery open?").await);
    assert!(harbour.rendered().contains("at seven in the evening"), "{}", harbour.rendered());
    assert!(bakery.rendered().contains("at five in the morning"), "{}", bakery.rendered());
    let world = world.restart_reading(new.path()).await;
    let (discord, alice) = (&world.discord, &world.alice);
    let press = discord.press(alice, &harbour, "In context").await;
    let gone = discord.response(&press).await;
    assert_eq!(gone.content, "These words do not stand in the corpus any more: it has been indexed anew since. Please ask again.");
    let press = discord.press(alice, &bakery, "In context").await;
    assert!(discord.response(&press).await.rendered().contains("at five in the morning"), "what is still there is shown");
    // A receipt tells what was, and that is no less true now.
    let press = discord.press(alice, &harbour, "Receipt").await;
    assert!(discord.response(&press).await.filenames().contains(&"receipt.json"));
    let world = world.restart_forgetting_on(new.path()).await;
    let (discord, alice) = (&world.discord, &world.alice);
    let press = discord.press(alice, &harbour, "Receipt").await;
    let gone = discord.response(&press).await;
    assert_eq!(gone.content, "A receipt of this answer cannot be made any more: the corpus has been indexed anew since. Please ask again.");
    let question = discord.reply_to(alice, &harbour, "and the ferry?", true).await;
    let ferry = discord.reply(&question).await;
    assert!(!ferry.rendered().contains("at seven in the evening"), "{}", ferry.rendered());
    world.leave().await;
}
