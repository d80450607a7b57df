//! `/corpus fetch`, `add` and `remove`: what is fetched, handed in and taken away, and by whom.

use accord::config::{AllowedHost, FetchConfig};
use serde_json::{Value, json};

use crate::support::discord::{FakeDiscord, Message};
use crate::support::house::{House, masked};
use crate::support::program::Program;
use crate::support::web::{Answer, Web};

/// A note on a story that can be fetched, one on a story that is gone, and one whose link is damaged.
fn linking(web: &Web) -> Program {
    web.serves("/story", Answer::text("The meeting is on Monday at noon in the large hall. Nobody is late, and there is tea for all.\n"));
    let entry = |id: &str, address: &str, status: &str| {
        format!(
            "\n[[source]]\nid = \"{id}\"\ntitle = \"The {id} story\"\nlane = \"reporting\"\nspeaker = \"Accord's note on {id}\"\nfile = \
             \"{id}.md\"\nstatus = \"{status}\"\nurl = \"{address}\"\n"
        )
    };
    let mut toml = "format = 1\ntitle = \"Links\"\nabout = \"What was linked to.\"\n".to_owned();
    toml.push_str(&entry("tea", &web.url("/story"), "note"));
    toml.push_str(&entry("lost", &web.url("/lost"), "note"));
    toml.push_str(&entry("torn", "http://to", "link damaged"));
    let note = |id: &str| format!("The note says what the {id} story is about.\n");
    let (tea, lost, torn) = (note("tea"), note("lost"), note("torn"));
    Program::with(&[("corpus.toml", toml.as_str()), ("tea.md", tea.as_str()), ("lost.md", lost.as_str()), ("torn.md", torn.as_str())])
}

/// The bot, that may ask this server alone.
async fn asking(program: Program, web: &Web) -> House {
    let port = web.host().rsplit_once(':').and_then(|(_, port)| port.parse().ok());
    let allow = vec![AllowedHost { host: "127.0.0.1".to_owned(), port }];
    let fetch = FetchConfig { allow, archive: None, ..FetchConfig::default() };
    House::configured(program, FakeDiscord::start().await, |_, config| config.fetch = fetch).await
}

fn shown(message: &Message, web: &Web) -> String {
    masked(&message.rendered()).replace(&web.host(), "web.example")
}

/// Waits until a job has said what came of it.
async fn ended(house: &House, message: Message) -> Message {
    house.discord.until_shown(&message, |now| !now.buttons().contains(&"Stop fetching")).await
}

/// Somebody in charge uses a command that takes its time.
async fn done(house: &House, name: &str, options: Value) -> Message {
    let message = house.slash(&house.ada, name, options).await;
    ended(house, message).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_linked_to_is_fetched_and_told_source_by_source() {
    let web = Web::start();
    let house = asking(linking(&web), &web).await;
    let fetched = done(&house, "corpus fetch", json!({})).await;
    insta::assert_snapshot!("fetched", shown(&fetched, &web));
    let rows: Value = serde_json::from_slice(&fetched.attachment("sources.json").bytes).expect("JSON");
    assert_eq!(rows["rows"].as_array().map(Vec::len), Some(3), "{rows:#}");
    assert!(house.program.path("corpus/fetched/tea.json").is_file());
    assert_eq!(house.serving(), "gen-000001", "nobody has said that it is to be indexed");

    let again = done(&house, "corpus fetch", json!({ "source": "tea" })).await;
    assert_eq!(again.buttons(), Vec::<&str>::new());
    insta::assert_snapshot!("as_it_was", shown(&again, &web));
    let unknown = done(&house, "corpus fetch", json!({ "source": "tee" })).await;
    insta::assert_snapshot!(unknown.rendered(), @"There is no source called tee. Did you mean tea?");
    insta::assert_snapshot!("audit_of_fetching", house.audit().join("\n"));
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_added_indexed_and_removed() {
    let web = Web::start();
    web.serves("/bins.txt", Answer::text("The bins are emptied on Mondays, and glass goes into the green one beside the gate.\n"));
    let house = asking(Program::with(&[("lease.txt", "The rent is due on the first.\n")]), &web).await;
    let added = done(&house, "corpus add", json!({ "url": web.url("/bins.txt"), "title": "Rules for bins" })).await;
    insta::assert_snapshot!("added", shown(&added, &web));
    let indexed = house.press(&house.ada, &added, "Index now").await;
    assert!(indexed.content.contains("indexed anew") || indexed.content.contains("Nothing has changed"), "{}", indexed.content);
    let offered = house.discord.autocomplete(&house.ada, &house.general, "corpus remove", "source", "bin").await;
    assert_eq!(offered.iter().map(|choice| choice.value.clone()).collect::<Vec<_>>(), [json!("rules-for-bins")]);

    let refused = house.slash(&house.mona, "corpus remove", json!({ "source": "rules-for-bins" })).await;
    assert!(refused.ephemeral && refused.content.starts_with("The corpus is shared by all servers"), "{}", refused.content);
    let removed = house.slash(&house.ada, "corpus remove", json!({ "source": "rules-for-bins" })).await;
    insta::assert_snapshot!("removed", shown(&removed, &web));
    assert!(!house.program.path("corpus/fetched/rules-for-bins.json").exists());
    let again = house.slash(&house.ada, "corpus remove", json!({ "source": "rules-for-bins" })).await;
    assert!(again.content.starts_with("There is no source called rules-for-bins"), "{}", again.content);
    insta::assert_snapshot!("audit_of_adding", house.audit().join("\n"));
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_added() {
    let web = Web::start();
    let house = asking(Program::with(&[("lease.txt", "The rent is due on the first.\n")]), &web).await;
    let bins = house.discord.file("bins.md", b"# Bins\n\nThe bins are emptied on Mondays, and glass goes into the green one.\n");
    let added = done(&house, "corpus add", json!({ "file": bins, "lane": "opinion" })).await;
    insta::assert_snapshot!("added_a_file", shown(&added, &web));
    let known: Value =
        serde_json::from_slice(&std::fs::read(house.program.path("corpus/fetched/bins.json")).expect("a copy")).expect("JSON");
    assert_eq!((known["origin"].as_str(), known["added"]["lane"].as_str()), (Some("handed_in"), Some("opinion")), "{known:#}");

    let picture = house.discord.file("bins.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let refused = done(&house, "corpus add", json!({ "file": picture })).await;
    insta::assert_snapshot!(refused.rendered(), @"This file cannot be read. Give one whose name ends in .html, .pdf, .txt or .md.");
    let both = house.slash(&house.ada, "corpus add", json!({ "file": house.discord.file("a.txt", b"a"), "url": web.url("/a") })).await;
    let neither = house.slash(&house.ada, "corpus add", json!({ "title": "Nothing" })).await;
    for said in [both, neither] {
        assert!(said.ephemeral && said.content == "Give either an address or a file, one of the two.", "{}", said.content);
    }
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_large_is_not_even_asked_for() {
    let web = Web::start();
    let fetch = FetchConfig { most_text: 1_000_000, archive: None, ..FetchConfig::default() };
    let program = Program::with(&[("lease.txt", "The rent is due on the first.\n")]);
    let house = House::configured(program, FakeDiscord::start().await, |_, config| config.fetch = fetch).await;
    let large = house.discord.file("large.txt", &b"word ".repeat(200_001));
    let refused = done(&house, "corpus add", json!({ "file": large })).await;
    insta::assert_snapshot!(refused.rendered(), @"This file is too large: 1 MB are the most.");
    assert!(!house.discord.requests().iter().any(|request| request.path.contains("/attachments/")), "it was asked for");
    drop(web);
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn private_addresses_are_nobodys_to_add() {
    let web = Web::start();
    web.serves("/secret", Answer::text("This is for the house alone, and nobody else is to read a word of it.\n"));
    let house = House::of(Program::with(&[("lease.txt", "The rent is due on the first.\n")])).await;
    for address in [web.url("/secret"), "http://169.254.169.254/latest/meta-data".to_owned(), "file:///etc/passwd".to_owned()] {
        let refused = done(&house, "corpus add", json!({ "url": address })).await;
        assert!(refused.content.starts_with("Nothing was added.") && refused.content.contains("not allowed"), "{}", refused.content);
    }
    assert!(web.asked().is_empty(), "{:?}", web.asked());
    house.leave().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fetch_can_be_stopped_and_nothing_else_begins_meanwhile() {
    let web = Web::start();
    let program = linking(&web);
    web.serves("/story", Answer::trickling());
    let house = asking(program, &web).await;
    let interaction = house.discord.slash(&house.ada, &house.general, "corpus fetch", json!({})).await;
    let message = house.discord.response(&interaction).await;
    assert_eq!(message.buttons(), ["Stop fetching"]);
    for busy in ["corpus reindex", "corpus fetch"] {
        let refused = house.slash(&house.ada, busy, json!({})).await;
        assert_eq!(refused.content, "The corpus is being indexed already, or its sources fetched. One at a time.");
    }
    let told = house.press(&house.ada, &message, "Stop fetching").await;
    insta::assert_snapshot!(told.content, @"The job was told to stop. Its message says what came of it.");
    let stopped = ended(&house, message).await;
    assert!(stopped.content.starts_with("The fetching was stopped."), "{}", stopped.content);
    insta::assert_snapshot!("audit_of_a_stopped_fetch", house.audit().join("\n"));
    house.leave().await;
}

#[tokio::test]
async fn who_may_not_change_the_corpus_fetches_and_adds_nothing() {
    let web = Web::start();
    let house = asking(linking(&web), &web).await;
    for (name, options) in
        [("corpus fetch", json!({})), ("corpus add", json!({ "url": web.url("/story") })), ("corpus remove", json!({ "source": "tea" }))]
    {
        let refused = house.slash(&house.mona, name, options).await;
        assert!(refused.ephemeral && refused.content.starts_with("The corpus is shared by all servers"), "{name}: {}", refused.content);
    }
    assert!(web.asked().is_empty());
    assert_eq!(house.audit(), ["Mona: corpus fetch: refused", "Mona: corpus add: refused", "Mona: corpus remove: refused"]);
    house.leave().await;
}
