use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::crude::{Crude, Socket, ask, assert_violation, failure_of, message, prepared};
use crate::support::discord::{Choice, Failure, Interaction};

#[tokio::test]
async fn suggestions_are_few_short_and_typed() {
    let (discord, bot, mut socket) = prepared().await;
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let choice = |name: &str, value: Value| json!({ "name": name, "value": value });
    let broken = [
        ((0..26).map(|n| choice("n", json!(n.to_string()))).collect(), "26 choices"),
        (json!([choice(&"n".repeat(101), json!("v"))]), "name of 101"),
        (json!([choice("", json!("v"))]), "name of 0"),
        (json!([choice("n", json!("v".repeat(101)))]), "has the value"),
        (json!([choice("n", json!(12))]), "has the value 12"),
    ];
    for (choices, phrase) in broken {
        let verb = discord.autocomplete(&alice, &general, "clause", "which", "12");
        let (failed, status) = tokio::join!(failure_of(verb), suggest(&bot, &mut socket, choices));
        assert!(failed.contains(phrase), "a rule broken while a verb waits fails the test at once: {failed}");
        assert_eq!(status, 400);
        assert_violation(&discord, phrase);
    }
    let good = json!([choice("12.3 Fees", json!("12.3"))]);
    let verb = discord.autocomplete(&alice, &general, "clause", "which", "12");
    let (choices, status) = tokio::join!(verb, suggest(&bot, &mut socket, good));
    assert_eq!((choices, status), (vec![Choice { name: "12.3 Fees".to_owned(), value: json!("12.3") }], 204));
}

/// Answers the next thing typed with these choices.
async fn suggest(bot: &Crude, socket: &mut Socket, choices: Value) -> u16 {
    let event = socket.event("INTERACTION_CREATE").await;
    assert_eq!(event["data"]["options"][0]["focused"], true);
    let asked = Interaction {
        id: event["id"].as_str().expect("an id").parse().expect("a snowflake"),
        token: event["token"].as_str().expect("a token").to_owned(),
    };
    bot.call_back(&asked, &json!({ "type": 8, "data": { "choices": choices } })).await.0
}

#[tokio::test]
async fn people_can_only_do_what_discord_lets_them() {
    let (discord, bot, _socket) = prepared().await;
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let impossible = [
        ("sing", json!({}), "no such command is registered"),
        ("ask", json!({}), "required option \"question\" is missing"),
        ("ask", json!({ "question": "q", "tone": "kind" }), "no option `tone`"),
        ("ask", json!({ "question": 12 }), "does not take 12"),
        ("ask", json!({ "question": "q".repeat(21) }), "does not take"),
        ("corpus rebuild", json!({}), "lacks the permission"),
    ];
    for (name, options, phrase) in impossible {
        let sentence = failure_of(discord.slash(&alice, &general, name, options)).await;
        assert!(sentence.contains(phrase), "{sentence}");
    }
    let admin = discord.admin("dora");
    let rebuilt = discord.slash(&admin, &general, "corpus rebuild", json!({ "all": true })).await;
    bot.call_back(&rebuilt, &message("done")).await;
    discord.response(&rebuilt).await;
    discord.open_command("corpus");
    let rebuilt = discord.slash(&alice, &general, "corpus rebuild", json!({})).await;
    bot.call_back(&rebuilt, &message("not for you")).await;
    discord.response(&rebuilt).await;
}

#[tokio::test]
async fn a_message_command_brings_the_whole_message() {
    let (discord, bot, mut socket) = prepared().await;
    let (alice, general) = (discord.user("alice").speaking("fr"), discord.channel("general"));
    let said = discord.say(&alice, &general, "The fee is 3 %.").await;
    assert_eq!(socket.event("MESSAGE_CREATE").await["content"], "", "not addressed to the bot");
    let picked = discord.message_command(&alice, &said, "Find sources for this").await;
    let event = socket.event("INTERACTION_CREATE").await;
    let target = said.id.to_string();
    assert_eq!(event["data"]["resolved"]["messages"][&target]["content"], "The fee is 3 %.");
    assert_eq!(event["locale"], "fr");
    bot.call_back(&picked, &message("clause 3")).await;
    discord.response(&picked).await;
}

#[tokio::test]
async fn trouble_comes_as_planned() {
    let (discord, bot, mut socket) = prepared().await;
    discord.fail_next(Method::GET, "/users/@me", Failure::Status(500), 1);
    assert_eq!(bot.get("/users/@me").await.0, 500);
    let retry_after = Duration::from_millis(1500);
    discord.fail_next(Method::GET, "/users/@me", Failure::RateLimited { retry_after }, 1);
    let (status, answer) = bot.get("/users/@me").await;
    assert_eq!((status, &answer["retry_after"]), (429, &json!(1.5)));
    discord.fail_next(Method::GET, "/users/@me", Failure::DropConnection, 1);
    assert!(bot.loses_connection("/users/@me").await);
    discord.fail_next(Method::GET, "/users/@me", Failure::Delay(Duration::from_millis(1)), 1);
    assert_eq!(bot.get("/users/@me").await.0, 200, "late, but served");

    let asked = ask(&discord).await;
    discord.redeliver(&asked);
    let first = socket.event("INTERACTION_CREATE").await;
    assert_eq!(socket.event("INTERACTION_CREATE").await, first);
    discord.set_gateway_down(true);
    assert_eq!(bot.get("/gateway").await.0, 503);
}
