//! Sources that change or go where they are published: the admins' channel is told, once, with what changed.

use std::time::Duration;

use accord::config::{AllowedHost, DriftConfig, FetchConfig};
use accord::store::{Note, Store};
use serde_json::json;

use crate::support::discord::{FakeDiscord, permission};
use crate::support::house::{House, masked};
use crate::support::program::Program;
use crate::support::web::{Answer, Web};

const BEFORE: &str = "The meeting is on Monday at noon in the large hall. Nobody is late, and there is tea for all.\n";
const AFTER: &str = "The meeting is on Tuesday at noon in the large hall. Nobody is late, and there is tea for all.\n";

/// A story that was fetched, and a bot that looks at it all the time.
async fn house(web: &Web, set: impl FnOnce(&FakeDiscord)) -> House {
    web.serves("/tea", Answer::text(BEFORE));
    web.serves("/bins", Answer::text("The bins are emptied on Mondays, and glass goes into the green one beside the gate.\n"));
    let program = Program::with(&[("lease.txt", "The rent is due on the first.\n")]);
    program.write(".env", "ACCORD_FETCH_ALLOW=127.0.0.1\nACCORD_FETCH_ARCHIVE=off\n");
    program.run(&["fetch", "--add", &web.url("/tea"), "--title", "Tea"]).found();
    program.run(&["fetch", "--add", &web.url("/bins"), "--title", "Bins"]).found();
    let discord = FakeDiscord::start().await;
    set(&discord);
    let allow = vec![AllowedHost { host: "127.0.0.1".to_owned(), port: None }];
    let fetch = FetchConfig { allow, archive: None, attempts: 1, ..FetchConfig::default() };
    House::configured(program, discord, |discord, config| {
        let channel = discord.channel("general").id;
        config.drift = Some(DriftConfig { channel, every: Duration::from_millis(50), settled: Duration::ZERO });
        config.fetch = fetch;
    })
    .await
}

/// Waits until the sources were looked at a few times more.
async fn looked_at_again(web: &Web) {
    let before = web.asked().len();
    while web.asked().len() < before + 10 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_told_once_with_what_changed() {
    let web = Web::start();
    let house = house(&web, |_| {}).await;
    looked_at_again(&web).await;
    assert!(house.discord.unread().is_empty(), "nothing has changed yet");
    web.serves("/tea", Answer::text(AFTER));
    let told = house.discord.message_in(&house.general).await;
    insta::assert_snapshot!("drift_of_one", masked(&told.rendered()));
    assert!(!told.attachment("drift.json").bytes.is_empty());
    looked_at_again(&web).await;
    assert!(house.discord.unread().is_empty(), "it was told already");
    web.serves("/bins", Answer::status(410));
    let told = house.discord.message_in(&house.general).await;
    insta::assert_snapshot!("drift_of_two", masked(&told.rendered()));
    // It is noted after it is told.
    looked_at_again(&web).await;
    let program = house.leave().await;
    let store = Store::open(&program.path("data")).expect("a store");
    let told = store.noted(Note::DriftTold).expect("a note").unwrap_or_default();
    assert!(told.contains("tea") && told.contains("bins"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_can_be_told_it_is_told_later() {
    let web = Web::start();
    let house = house(&web, |discord| discord.deny_bot(&discord.channel("general"), permission::SEND_MESSAGES)).await;
    web.serves("/tea", Answer::text(AFTER));
    looked_at_again(&web).await;
    looked_at_again(&web).await;
    let elsewhere = house.discord.channel("elsewhere");
    let status = house.discord.slash(&house.ada, &elsewhere, "corpus status", json!({})).await;
    house.discord.response(&status).await;
    let told = house.store().noted(Note::DriftTold).expect("a note");
    assert!(told.as_deref().is_none_or(|told| told == "[]"), "nobody was told: {told:?}");
    house.leave().await;
}
