//! Answers in the reader's language: what the bot says itself is, what it quotes is not, and that is said.

use serde_json::{Value, json};

use super::CO_CHAIRS;
use crate::support::discord::Message;
use crate::support::world::World;

/// Each command that quotes, with options.
fn quoting() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("ask", "ask", json!({ "question": CO_CHAIRS })),
        ("ask_silent", "ask", json!({ "question": "How long do I boil an egg?" })),
        ("ask_own", "ask", json!({ "question": "Wer leitet den Dialog auf amerikanischer Seite?" })),
        ("clause", "clause", json!({ "which": "clause 2" })),
        ("party", "party", json!({ "name": "FBI" })),
        ("critique", "critique", json!({ "clause": "clause 4" })),
        ("compare", "compare", json!({ "point": "hotline" })),
        ("search", "search", json!({ "words": "hotline dialogue" })),
        ("quote", "quote", json!({ "text": "Both sides also refuse to provide updates on the status of those investigations" })),
        ("source", "sources", json!({ "id": "article" })),
        ("timeline", "timeline", json!({})),
    ]
}

/// Each command that does not.
fn silent() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("menu", "clause", json!({ "which": "both sides agree" })),
        ("sources", "sources", json!({})),
        ("map", "map", json!({})),
        ("help", "help", json!({})),
        ("about", "about", json!({})),
        ("nothing", "search", json!({ "words": "marmalade" })),
        ("no_clause", "clause", json!({ "which": "clause 9" })),
        ("no_source", "sources", json!({ "id": "articel" })),
        ("exact_none", "quote", json!({ "text": "zzzz qqqq xxxx" })),
    ]
}

async fn in_locale(world: &World, locale: &str, name: &str, options: Value) -> Message {
    let reader = world.discord.user_with_locale("Rita", locale);
    let interaction = world.discord.slash(&reader, &world.general, name, options).await;
    world.discord.response(&interaction).await
}

/// In a language of the bot's, quotations are labelled as being in their own; once in each message, and only where there are any.
async fn labelled(locale: &str, label: &str) {
    let world = World::new().await;
    for (what, name, options) in quoting() {
        let answer = in_locale(&world, locale, name, options).await;
        assert_eq!(answer.rendered().matches(label).count(), 1, "{what}: {}", answer.rendered());
        insta::assert_snapshot!(format!("{locale}_{what}"), answer.rendered());
    }
    for (what, name, options) in silent() {
        let answer = in_locale(&world, locale, name, options).await;
        assert_eq!(answer.rendered().matches(label).count(), 0, "{what}: {}", answer.rendered());
        insta::assert_snapshot!(format!("{locale}_{what}"), answer.rendered().replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    }
    world.leave().await;
}

#[tokio::test]
async fn clauses_are_suggested_in_the_readers_language() {
    let world = World::new().await;
    let reader = world.discord.user_with_locale("Rita", "de");
    let suggested = world.discord.autocomplete(&reader, &world.general, "clause", "which", "4").await;
    assert!(suggested[0].name.starts_with("Klausel 4: ") && suggested[0].value == "clause 4", "{suggested:?}");
    let answer = in_locale(&world, "de", "clause", json!({ "which": suggested[0].value })).await;
    assert!(answer.content.contains("**Klausel 4: "), "{}", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_german_reader_is_answered_in_german_and_told_that_quotations_are_not() {
    labelled("de", "Originalsprache").await;
}

#[tokio::test]
async fn a_chinese_reader_is_answered_in_chinese_and_told_that_quotations_are_not() {
    labelled("zh-CN", "引文均为原文语言").await;
}

#[tokio::test]
async fn an_english_reader_needs_no_label() {
    let world = World::new().await;
    let answer = in_locale(&world, "en-GB", "clause", json!({ "which": "clause 2" })).await;
    assert!(!answer.rendered().contains("original language"), "{}", answer.rendered());
    world.leave().await;
}
