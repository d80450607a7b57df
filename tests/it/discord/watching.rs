//! `accord serve --watch`: what changes in the corpus folder is answered from, and what cannot be is not.

use std::time::Duration;

use accord::config::WatchConfig;
use serde_json::json;
use tokio::time::timeout;

use crate::support::discord::FakeDiscord;
use crate::support::gate::Gate;
use crate::support::house::{House, lease, set_day};
use crate::support::program::Program;

/// What the documents are asked.
const RENT: &str = "When is the rent due?";
/// A minute is for a machine that does much else; mostly it is less than a second.
const SOON: Duration = Duration::from_secs(60);

/// A folder is looked at as soon as nothing has happened in it for a moment, and only then.
const QUICK: WatchConfig = WatchConfig { quiet: Duration::from_millis(20), look: SOON, look_all_the_same: SOON };

async fn watching(program: Program, how: WatchConfig) -> House {
    House::configured(program, FakeDiscord::start().await, |_, config| config.watch = Some(how)).await
}

/// Puts a file in the place of another one, as editors do: nobody ever sees half of it.
fn put(house: &House, name: &str, text: &str) {
    let beside = format!("corpus/.{name}");
    house.program.write(&beside, text);
    std::fs::rename(house.program.path(&beside), house.program.path("corpus").join(name)).expect("a file to move");
}

fn put_day(house: &House, day: &str) {
    put(house, "lease.txt", &format!("The rent is due on the {day}.\n"));
}

/// Asks until the answer has these words.
async fn until_answered(house: &House, question: &str, words: &str) {
    let asking = async { while !house.mention(question).await.rendered().contains(words) {} };
    timeout(SOON, asking).await.unwrap_or_else(|_| panic!("nobody ever answered: {words}"));
}

/// Reads the status until it has these words.
async fn until_status(house: &House, words: &str) -> String {
    let asking = async {
        loop {
            let status = house.slash(&house.ada, "corpus status", json!({})).await.content;
            if status.contains(words) {
                return status;
            }
        }
    };
    timeout(SOON, asking).await.unwrap_or_else(|_| panic!("the status never said: {words}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_in_the_folder_is_answered_from() {
    let house = watching(lease(), QUICK).await;
    assert!(house.mention(RENT).await.rendered().contains("due on the first"));
    set_day(&house.program, "second");
    until_answered(&house, RENT, "due on the second").await;
    // A folder that is new, a file that is moved into another one's place, and one that goes.
    house.program.write("corpus/rules/bins.txt", "The bins are emptied on Mondays.\n");
    until_answered(&house, "When are the bins emptied?", "on Mondays").await;
    put_day(&house, "third");
    until_answered(&house, RENT, "due on the third").await;
    house.program.remove_file("corpus/pets.txt");
    let gone = async { while house.mention("Are pets allowed?").await.rendered().contains("Pets are allowed") {} };
    timeout(SOON, gone).await.expect("what was removed is not answered from");
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_the_corpus_leaves_what_was_served() {
    let house = watching(Program::indexed(), QUICK).await;
    let question = "How often will the dialogue meet?";
    house.program.edit("corpus/agreement/agreement.txt", "twice per year thereafter", "once a year thereafter");
    let status = until_status(&house, "cannot be indexed").await;
    assert!(status.contains("gen-000001") && !status.contains(&house.program.path("corpus").display().to_string()), "{status}");
    // The manager of one server has no business with it.
    let managers = house.slash(&house.mona, "corpus status", json!({})).await.content;
    assert!(!managers.contains("cannot be indexed"), "{managers}");
    assert!(house.mention(question).await.rendered().contains("twice per year"));
    house.program.edit("corpus/agreement/agreement.txt", "once a year thereafter", "twice per year thereafter");
    house.program.edit("corpus/agreement/clauses.toml", "heading = \"Requests for assistance\"", "heading = \"Help on request\"");
    let status = until_status(&house, "gen-000002").await;
    assert!(!status.contains("cannot be indexed"), "{status}");
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_for_now_is_not_taken_for_gone() {
    let lease = "{\"_id\": \"lease\", \"text\": \"The rent is due on the first.\"}\n";
    let house = watching(Program::with(&[("lease.jsonl", lease), ("pets.txt", "Pets are allowed.\n")]), QUICK).await;
    put(&house, "lease.jsonl", &lease[..lease.len() / 2]);
    until_status(&house, "cannot be indexed").await;
    assert!(house.mention(RENT).await.rendered().contains("due on the first"));
    assert_eq!(house.serving(), "gen-000001");
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_during_a_job_leads_to_another_one() {
    let house = watching(lease(), QUICK).await;
    let gate = Gate::closed(&house.program, "zoo.txt", "The zoo is open at night.\n");
    let interaction = house.discord.slash(&house.ada, &house.general, "corpus reindex", json!({})).await;
    let message = house.discord.response(&interaction).await;
    assert!(message.content.starts_with("Reading the corpus"), "{}", message.content);
    set_day(&house.program, "third");
    gate.open();
    house.discord.until_shown(&message, |message| message.content.contains("indexed anew")).await;
    until_answered(&house, RENT, "due on the third").await;
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_gone_back_to_stays_until_something_changes() {
    let program = lease();
    program.index();
    set_day(&program, "second");
    program.index();
    program.run(&["index", "--rollback"]).found();
    let house = watching(program, QUICK).await;
    assert!(house.mention(RENT).await.rendered().contains("due on the first"));
    // What does not change what the folder holds is no change.
    put_day(&house, "second");
    house.program.write("corpus/.lease.txt.swp", "The rent is due on the ninth.\n");
    assert!(house.mention(RENT).await.rendered().contains("due on the first"));
    put_day(&house, "third");
    until_answered(&house, RENT, "due on the third").await;
    assert_eq!(house.serving(), "gen-000003", "the one before is the one that was gone back to");
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_another_one_takes_the_place_of_is_looked_at() {
    let how = WatchConfig { look: Duration::from_millis(20), ..QUICK };
    let house = watching(lease(), how).await;
    house.program.write("next/lease.txt", "The rent is due on the second.\n");
    std::fs::rename(house.program.path("corpus"), house.program.path("before")).expect("a folder to move");
    std::fs::rename(house.program.path("next"), house.program.path("corpus")).expect("a folder to move");
    until_answered(&house, RENT, "due on the second").await;
    // And heard of again.
    set_day(&house.program, "third");
    until_answered(&house, RENT, "due on the third").await;
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_between_the_index_and_the_watch_is_taken_up() {
    let program = lease();
    program.index();
    set_day(&program, "second");
    let house = watching(program, QUICK).await;
    until_answered(&house, RENT, "due on the second").await;
    house.leave().await;
}
