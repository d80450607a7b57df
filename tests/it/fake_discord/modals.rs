use serde_json::{Value, json};

use super::crude::{Crude, Socket, ask, assert_violation, failure_of, message, next_interaction, panel, polite, prepared};
use crate::support::discord::{FakeDiscord, Interaction, Message, Modal};

fn input(id: &str) -> Value {
    json!({ "type": 4, "custom_id": id, "style": 2, "label": "What is wrong?", "max_length": 10 })
}

/// A form with two fields, which breaks no rule.
fn form() -> Value {
    let mut note = json!({ "type": 4, "custom_id": "note", "style": 1, "required": false, "value": "none" });
    note["placeholder"] = json!("anything else");
    json!({ "type": 9, "data": { "custom_id": "v1:wrong", "title": "Report a quote", "components": [
        { "type": 1, "components": [input("why")] },
        { "type": 18, "label": "Note", "description": "Optional", "component": note },
    ]}})
}

fn button() -> Value {
    json!([{ "type": 1, "components": [{ "type": 2, "style": 2, "label": "Report", "custom_id": "v1:report" }] }])
}

async fn opened(discord: &FakeDiscord, bot: &Crude, socket: &mut Socket) -> (Message, Interaction) {
    let shown = panel(discord, bot, button()).await;
    let pressed = discord.press(&discord.user("alice"), &shown, "Report").await;
    next_interaction(socket).await;
    assert_eq!(bot.call_back(&pressed, &form()).await.0, 204);
    (shown, pressed)
}

#[tokio::test]
async fn a_form_is_filled_in_and_comes_back_with_its_message() {
    let (discord, bot, mut socket) = prepared().await;
    let alice = discord.user("alice");
    let (shown, pressed) = opened(&discord, &bot, &mut socket).await;
    let modal: Modal = discord.modal(&pressed).await;
    assert_eq!(modal.custom_id, "v1:wrong");
    insta::assert_snapshot!(modal.rendered(), @r"
    # Report a quote
    What is wrong?: []
    Note (optional) – Optional: [none]
    ");

    let sent = discord.submit(&alice, &pressed, json!({ "What is wrong?": "a word" })).await;
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!((&event["type"], &event["message"]["id"]), (&json!(5), &json!(shown.id.to_string())));
    assert_eq!(event["data"]["components"][0], json!({ "type": 1, "components": [{ "type": 4, "custom_id": "why", "value": "a word" }] }));
    assert_eq!(event["data"]["components"][1]["component"]["value"], "none", "what was filled beforehand stays");

    bot.call_back(&sent, &form()).await;
    assert_violation(&discord, "an answer of type 9 does not fit an interaction of type 5");
    assert_eq!(bot.call_back(&sent, &message("thank you")).await.0, 204);
    let thanks = discord.response(&sent).await;
    assert_eq!((thanks.content.as_str(), thanks.references), ("thank you", Some(shown.id)));
    let (_, kept) = bot.get(&bot.original(&sent)).await;
    let origin = &kept["interaction_metadata"]["triggering_interaction_metadata"];
    assert_eq!((&origin["type"], &origin["interacted_message_id"]), (&json!(3), &json!(shown.id.to_string())));
}

#[tokio::test]
async fn a_form_can_change_the_message_it_was_opened_from() {
    let (discord, bot, mut socket) = prepared().await;
    let alice = discord.user("alice");
    let (shown, pressed) = opened(&discord, &bot, &mut socket).await;
    let sent = discord.submit(&alice, &pressed, json!({ "why": "a word" })).await;
    assert_eq!(bot.call_back(&sent, &json!({ "type": 7, "data": polite("reported") })).await.0, 204);
    assert_eq!((discord.response(&sent).await.content.as_str(), discord.current(&shown).content.as_str()), ("reported", "reported"));

    let asked = ask(&discord).await;
    assert_eq!(bot.call_back(&asked, &form()).await.0, 204);
    let sent = discord.submit(&alice, &asked, json!({ "why": "a word" })).await;
    bot.call_back(&sent, &json!({ "type": 7, "data": polite("reported") })).await;
    assert_violation(&discord, "type 7 does not fit an interaction of type 5");
    bot.call_back(&sent, &json!({ "type": 5 })).await;
    bot.patch(&bot.original(&sent), &polite("noted")).await;
    assert_eq!(discord.response(&sent).await.content, "noted");
}

#[tokio::test]
async fn a_form_takes_only_what_it_asks_for() {
    let (discord, bot, mut socket) = prepared().await;
    let (alice, bob) = (discord.user("alice"), discord.user("bob"));
    let (_, pressed) = opened(&discord, &bot, &mut socket).await;
    for (who, fields, phrase) in [
        (&alice, json!({}), "`What is wrong?` must be filled in"),
        (&alice, json!({ "why": "x".repeat(11) }), "takes 0 to 10 characters, not 11"),
        (&alice, json!({ "why": "x", "mood": "good" }), "no field `mood`"),
        (&bob, json!({ "why": "x" }), "opened before somebody else"),
    ] {
        let sentence = failure_of(discord.submit(who, &pressed, fields)).await;
        assert!(sentence.contains(phrase), "{sentence}");
    }
    let asked = ask(&discord).await;
    bot.call_back(&asked, &message("no form")).await;
    assert!(failure_of(discord.submit(&alice, &asked, json!({}))).await.contains("the answer is no modal"));
    discord.response(&asked).await;
}

#[tokio::test]
async fn every_breach_of_a_form_is_caught() {
    let (discord, bot, _socket) = prepared().await;
    let row = |inside: Value| json!({ "type": 1, "components": inside });
    let why = "/data/components/0/components/0";
    let at = |rest: &str| format!("{why}{rest}");
    let breaches = [
        ("/data/title".to_owned(), json!("t".repeat(46)), "title has 46"),
        ("/data/title".to_owned(), json!(""), "title has 0"),
        ("/data/custom_id".to_owned(), json!("c".repeat(101)), "101 characters"),
        ("/data/custom_id".to_owned(), Value::Null, "a modal has no custom_id"),
        ("/data/components".to_owned(), json!([]), "has 0 components"),
        ("/data/components".to_owned(), (0..6).map(|n| row(json!([input(&n.to_string())]))).collect(), "has 6 components"),
        ("/data/components/0".to_owned(), row(json!([input("a"), input("b")])), "holds 2 components"),
        ("/data/components/0".to_owned(), button()[0].clone(), "of type 2, not a text input"),
        ("/data/components/0".to_owned(), input("a"), "component of type 4"),
        (at("/label"), json!("l".repeat(46)), "label has 46"),
        (at("/label"), Value::Null, "label has 0"),
        (at("/style"), json!(3), "the style 3"),
        (at("/custom_id"), json!("note"), "`note` occurs twice in one modal"),
        (at("/custom_id"), json!(""), "0 characters"),
        (at("/max_length"), json!(4001), "max_length 4001"),
        (at("/min_length"), json!(11), "at least 11 and at most 10"),
        (at("/value"), json!("x".repeat(11)), "filled with 11"),
        (at("/placeholder"), json!("p".repeat(101)), "input placeholder"),
        ("/data/components/1/component/label".to_owned(), json!("l"), "a label of its own"),
        ("/data/components/1/component/type".to_owned(), json!(2), "holds a component of type 2"),
        ("/data/components/1/description".to_owned(), json!("d".repeat(101)), "label description"),
    ];
    let asked = ask(&discord).await;
    for (pointer, value, phrase) in breaches {
        let mut body = form();
        match body.pointer_mut(&pointer) {
            Some(place) => *place = value,
            None => {
                let (parent, key) = pointer.rsplit_once('/').expect("a pointer into the body");
                body.pointer_mut(parent).expect("a part of the body")[key] = value;
            }
        }
        assert_eq!(bot.call_back(&asked, &body).await.0, 400, "{pointer}");
        assert_violation(&discord, phrase);
    }
    assert_eq!(bot.call_back(&asked, &form()).await.0, 204);
}
