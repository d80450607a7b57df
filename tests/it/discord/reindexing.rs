//! `/corpus reindex` as it is watched: what would change, how far it is, what came of it, and who is answered meanwhile.

use std::time::Duration;

use accord::index::Generations;
use axum::http::Method;
use serde_json::{Value, json};

use crate::support::discord::{Failure, FakeDiscord, Interaction, Message, permission};
use crate::support::gate::Gate;
use crate::support::house::{House, masked, set_day};
use crate::support::program::{Program, files_below};

/// What the documents are asked.
const RENT: &str = "When is the rent due?";
/// The least time between two edits of one message.
const APART: Duration = Duration::from_secs(2);
/// What a closed gate lets nobody read.
const GATE: &str = "The gate is locked at night.\n";

const BUSY: &str = "The corpus is being indexed already, or its sources fetched. One at a time.";

fn shown(message: &Message) -> String {
    masked(&message.rendered())
}

/// A re-index that has come to a gate, and the message that shows it.
async fn at_the_gate(house: &House) -> (Gate, Interaction, Message) {
    let gate = Gate::closed(&house.program, "gate.txt", GATE);
    let interaction = house.discord.slash(&house.ada, &house.general, "corpus reindex", json!({})).await;
    let message = house.discord.response(&interaction).await;
    assert!(message.content.starts_with("Reading the corpus"), "{}", message.content);
    (gate, interaction, message)
}

/// Waits until the message says something with these words.
async fn until(house: &House, message: &Message, words: &str) -> Message {
    house.discord.until_shown(message, |message| message.content.contains(words)).await
}

#[tokio::test]
async fn a_dry_run_says_what_would_change_and_changes_nothing() {
    let house = House::new().await;
    set_day(&house.program, "second");
    house.program.write("corpus/bins.txt", "The bins are emptied on Mondays.\n\nGlass goes into the green one.\n");
    house.program.remove_file("corpus/pets.txt");
    let plan = house.slash(&house.ada, "corpus reindex", json!({ "dry_run": true })).await;
    assert!(plan.ephemeral);
    insta::assert_snapshot!("plan", shown(&plan));
    let difference: Value = serde_json::from_slice(&plan.attachment("difference.json").bytes).expect("JSON");
    assert_eq!(difference["sources"].as_array().map(Vec::len), Some(3), "{difference:#}");
    assert_eq!(house.serving(), "gen-000001");
    assert!(house.mention(RENT).await.rendered().contains("due on the first"));

    let done = house.press(&house.ada, &plan, "Index now").await;
    assert_eq!(done.id, plan.id, "one message for all of it");
    insta::assert_snapshot!("done", shown(&done));
    assert_eq!(house.serving(), "gen-000002");
    assert!(house.mention(RENT).await.rendered().contains("due on the second"));

    let same = house.slash(&house.ada, "corpus reindex", json!({ "dry_run": true })).await;
    insta::assert_snapshot!("nothing_to_plan", shown(&same));
    let same = house.slash(&house.ada, "corpus reindex", json!({})).await;
    assert!(!same.ephemeral);
    insta::assert_snapshot!("nothing_to_index", shown(&same));
    insta::assert_snapshot!("audit_of_a_plan_and_a_job", house.audit().join("\n"));
    house.leave().await;
}

#[tokio::test]
async fn what_changed_is_told_by_clause_too() {
    let house = House::of(Program::indexed()).await;
    for file in files_below(&house.program.path("corpus")) {
        let text = std::fs::read_to_string(&file).expect("a text");
        std::fs::write(&file, text.replace("twice per year thereafter", "once a year thereafter")).expect("a file of the test's own");
    }
    // The repository's corpus takes longer than a moment.
    let plan = house.slash(&house.ada, "corpus reindex", json!({ "dry_run": true })).await;
    let plan = until(&house, &plan, "Nothing has been changed").await;
    insta::assert_snapshot!("plan_of_a_clause", shown(&plan));
    assert_eq!(house.serving(), "gen-000001");
    let question = "How often will the dialogue meet?";
    assert!(house.mention(question).await.rendered().contains("twice per year"));
    let interaction = house.discord.slash(&house.ada, &house.general, "corpus reindex", json!({})).await;
    let message = house.discord.response(&interaction).await;
    let done = until(&house, &message, "indexed anew").await;
    insta::assert_snapshot!("a_clause_changed", shown(&done));
    house.discord.assert_edits_apart(&done, APART);
    assert!(house.mention(question).await.rendered().contains("once a year"));
    // Going back is offered, and asked for first; what changed stays to be read.
    let asked = house.press(&house.ada, &done, "Go back to the index before").await;
    assert!(asked.ephemeral && asked.id != done.id);
    assert_eq!(house.serving(), "gen-000002");
    house.press(&house.ada, &asked, "Go back to the index before").await;
    assert_eq!(house.serving(), "gen-000001");
    assert_eq!(house.discord.current(&done).content, done.content);
    house.leave().await;
}

#[tokio::test]
async fn questions_are_answered_meanwhile_and_one_message_tells_how_it_goes() {
    let house = House::new().await;
    set_day(&house.program, "second");
    let (gate, _, message) = at_the_gate(&house).await;
    assert!(!message.ephemeral);
    insta::assert_snapshot!("reading", shown(&message));
    for _ in 0..3 {
        assert!(house.mention(RENT).await.rendered().contains("due on the first"));
        assert!(house.slash(&house.alice, "ask", json!({ "question": RENT })).await.rendered().contains("due on the first"));
    }
    insta::assert_snapshot!("status_meanwhile", shown(&house.slash(&house.ada, "corpus status", json!({})).await));
    gate.open();
    let done = until(&house, &message, "indexed anew").await;
    insta::assert_snapshot!("done_after_the_gate", shown(&done));
    house.discord.assert_edits_apart(&done, APART);
    assert!(house.discord.edits(&done).len() >= 2, "it was shown on the way");
    assert!(house.mention(RENT).await.rendered().contains("due on the second"));
    assert!(house.mention("Is the gate locked?").await.rendered().contains("locked at night"));
    house.leave().await;
}

#[tokio::test]
async fn there_is_one_job_at_a_time() {
    let house = House::new().await;
    set_day(&house.program, "second");
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    let asked_back = house.slash(&house.ada, "corpus rollback", json!({})).await;
    let status = house.slash(&house.ada, "corpus status", json!({})).await;
    set_day(&house.program, "third");
    let (gate, _, message) = at_the_gate(&house).await;

    for options in [json!({}), json!({ "dry_run": true })] {
        let second = house.slash(&house.ada, "corpus reindex", options).await;
        assert_eq!((second.content.as_str(), second.ephemeral), (BUSY, true));
    }
    let second = house.press(&house.ada, &status, "Index now").await;
    assert_eq!((second.content.as_str(), second.ephemeral), (BUSY, true));
    assert_ne!(second.id, status.id, "what was shown stays");
    assert_eq!(house.press(&house.ada, &asked_back, "Go back to the index before").await.content, BUSY);
    assert_eq!(house.serving(), "gen-000002");

    gate.open();
    until(&house, &message, "indexed anew").await;
    assert_eq!(house.serving(), "gen-000003");
    house.leave().await;
}

#[tokio::test]
async fn a_job_of_another_process_is_not_disturbed() {
    let house = House::new().await;
    set_day(&house.program, "second");
    let generations = Generations::at(&house.program.path("index"));
    let writing = generations.write().expect("the right to write");
    let second = house.slash(&house.ada, "corpus reindex", json!({})).await;
    assert_eq!(second.content, BUSY);
    drop(writing);
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    assert_eq!(house.serving(), "gen-000002");
    house.leave().await;
}

#[tokio::test]
async fn a_job_is_stopped_by_who_may_and_by_nobody_else() {
    let house = House::new().await;
    set_day(&house.program, "second");
    let (gate, _, message) = at_the_gate(&house).await;
    for by in [&house.alice, &house.mona] {
        let refused = house.press(by, &message, "Stop indexing").await;
        assert!(refused.ephemeral && refused.content.starts_with("The corpus is shared by all servers"), "{}", refused.content);
    }
    let told = house.press(&house.ada, &message, "Stop indexing").await;
    assert!(told.ephemeral);
    insta::assert_snapshot!(told.content, @"The job was told to stop. Its message says what came of it.");
    gate.open();
    let stopped = until(&house, &message, "stopped").await;
    insta::assert_snapshot!(stopped.rendered(), @"The indexing was stopped. What is being served is as it was before.");
    assert_eq!(house.serving(), "gen-000001");
    let late = house.discord.press_forged(&house.ada, &stopped, "a1:corpus:cancel").await;
    insta::assert_snapshot!(house.discord.response(&late).await.content, @"Nothing is being indexed or fetched.");
    insta::assert_snapshot!("audit_of_a_stop", house.audit().join("\n"));
    // The next one is not held up by it.
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    assert_eq!(house.serving(), "gen-000002");
    house.leave().await;
}

#[tokio::test]
async fn a_bot_that_leaves_stops_its_job() {
    let mut house = House::new().await;
    set_day(&house.program, "second");
    let (gate, _, message) = at_the_gate(&house).await;
    house.bot.tell_to_stop();
    let question = house.discord.mention(&house.alice, &house.general, RENT).await;
    assert!(house.discord.reply(&question).await.content.starts_with("I am restarting"));
    gate.open();
    until(&house, &message, "stopped").await;
    let serving = house.serving();
    house.leave().await;
    assert_eq!(serving, "gen-000001");
}

#[tokio::test]
async fn a_corpus_with_a_mistake_is_refused_with_the_first_one() {
    let house = House::of(Program::indexed()).await;
    house.program.edit("corpus/agreement/agreement.txt", "twice per year thereafter", "once a year thereafter");
    let refused = house.slash(&house.ada, "corpus reindex", json!({})).await;
    let refused = until(&house, &refused, "cannot be indexed").await;
    let corpus = house.program.path("corpus").display().to_string();
    assert!(!shown(&refused).contains(&corpus), "where the corpus lies is nobody's business: {}", refused.content);
    insta::assert_snapshot!("refused", shown(&refused));
    assert_eq!(house.serving(), "gen-000001");
    assert!(house.mention("How often will the dialogue meet?").await.rendered().contains("twice per year"));
    house.leave().await;
}

#[tokio::test]
async fn a_file_of_a_folder_that_cannot_be_read_is_left_out() {
    let house = House::new().await;
    set_day(&house.program, "second");
    house.program.remove_file("corpus/pets.txt");
    house.program.write("corpus/pets.jsonl", "{\"_id\": \"pets\", \"text\": ");
    let done = house.slash(&house.ada, "corpus reindex", json!({})).await;
    insta::assert_snapshot!("left_out", shown(&done));
    house.leave().await;
}

#[tokio::test]
async fn a_message_that_cannot_be_changed_any_more_is_followed_by_one_in_the_channel() {
    let house = House::new().await;
    set_day(&house.program, "second");
    let (gate, interaction, message) = at_the_gate(&house).await;
    house.discord.expire(&interaction);
    gate.open();
    let moved = house.discord.message_in(&house.general).await;
    let done = until(&house, &moved, "indexed anew").await;
    assert_ne!(done.id, message.id);
    assert_eq!(done.buttons(), ["Go back to the index before"]);
    assert_eq!(house.serving(), "gen-000002");
    house.leave().await;
}

#[tokio::test]
async fn a_message_that_was_deleted_is_followed_by_one_in_the_channel() {
    let house = House::new().await;
    set_day(&house.program, "second");
    let (gate, _, message) = at_the_gate(&house).await;
    house.discord.delete_original(&message);
    gate.open();
    let moved = house.discord.message_in(&house.general).await;
    until(&house, &moved, "indexed anew").await;
    house.leave().await;
}

#[tokio::test]
async fn where_the_bot_may_not_write_the_job_goes_on_and_is_noted() {
    let house = House::new().await;
    set_day(&house.program, "second");
    house.discord.deny_bot(&house.general, permission::SEND_MESSAGES);
    let (gate, interaction, _) = at_the_gate(&house).await;
    house.discord.expire(&interaction);
    gate.open();
    let elsewhere = house.discord.channel("elsewhere");
    // The job is over when the next one may begin.
    let status = loop {
        let status = house.discord.slash(&house.ada, &elsewhere, "corpus status", json!({})).await;
        let status = house.discord.response(&status).await;
        if !status.content.contains("being indexed anew") {
            break status;
        }
    };
    assert!(status.content.contains("gen-000002"), "{}", status.content);
    let House { discord, bot, program, .. } = house;
    bot.leave().await;
    let store = accord::store::Store::open(&program.path("data")).expect("a store");
    let noted: Vec<String> = store.audit(10).expect("what admins did").into_iter().map(|entry| masked(&entry.detail)).collect();
    assert_eq!(noted, ["published gen-000002, content HASH", "begun"]);
    assert!(discord.unread().is_empty());
}

#[tokio::test]
async fn edits_keep_apart_also_when_one_gets_through_late() {
    let house = House::new().await;
    set_day(&house.program, "second");
    house.discord.fail_next(Method::PATCH, "/messages/@original", Failure::Status(502), 1);
    let (gate, _, message) = at_the_gate(&house).await;
    gate.open();
    let done = until(&house, &message, "indexed anew").await;
    house.discord.assert_edits_apart(&done, APART);
    house.leave().await;
}

#[tokio::test]
async fn where_the_bot_is_not_to_speak_a_job_is_watched_by_its_admin_alone() {
    let discord = FakeDiscord::start().await;
    let house = House::configured(Program::with(&[("lease.txt", "The rent is due on the first.\n")]), discord, |_, _| {}).await;
    let elsewhere = house.discord.channel("elsewhere");
    let chosen = accord::store::GuildSettings { channels: Some(vec![elsewhere.id]), ..Default::default() };
    house.store().set_settings(house.discord.guild().id, &chosen, 1).expect("settings are kept");
    set_day(&house.program, "second");
    let (gate, _, message) = at_the_gate(&house).await;
    assert!(message.ephemeral);
    gate.open();
    until(&house, &message, "indexed anew").await;
    house.leave().await;
}

#[tokio::test]
async fn what_changed_beside_the_words_is_told() {
    let house = House::of(Program::indexed()).await;
    house.program.edit("corpus/agreement/clauses.toml", "heading = \"Requests for assistance\"", "heading = \"Help on request\"");
    house.program.edit("corpus/parties.toml", "role = \"", "role = \"as before, ");
    let plan = house.slash(&house.ada, "corpus reindex", json!({ "dry_run": true })).await;
    insta::assert_snapshot!("plan_beside_the_words", shown(&until(&house, &plan, "Nothing has been changed").await));
    house.leave().await;
}
