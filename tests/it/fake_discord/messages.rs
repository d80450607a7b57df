use serde_json::{Value, json};

use super::crude::{Crude, assert_violation, messages_of, polite};
use crate::support::discord::{FakeDiscord, has_api_description};

/// A message that uses nearly everything, and breaks no rule.
fn rich() -> Value {
    json!({
        "content": "x".repeat(2000), "allowed_mentions": { "parse": [] }, "flags": 4, "nonce": "n".repeat(25),
        "embeds": [{
            "title": "t".repeat(256), "description": "d", "url": "https://example.org", "color": 255,
            "author": { "name": "a".repeat(256) }, "footer": { "text": "f" },
            "fields": [{ "name": "n".repeat(256), "value": "v".repeat(1024), "inline": true }],
        }],
        "components": [
            { "type": 1, "components": [
                { "type": 2, "style": 1, "label": "l".repeat(80), "custom_id": "c".repeat(100) },
                { "type": 2, "style": 5, "label": "Source", "url": "https://example.org/source" },
            ]},
            { "type": 1, "components": [{
                "type": 3, "custom_id": "menu", "placeholder": "Pick one", "options": [
                    { "label": "One", "value": "1" }, { "label": "Two", "value": "2", "description": "d" },
                ],
            }]},
        ],
    })
}

const BUTTON: &str = "/components/0/components/0";
const LINK: &str = "/components/0/components/1";
const MENU: &str = "/components/1/components/0";

/// One change to [`rich`] for each rule, and what the violation must say.
fn breaches() -> Vec<(String, Value, &'static str)> {
    let button = |n: usize| json!({ "type": 2, "style": 1, "label": "b", "custom_id": format!("b{n}") });
    let row = |n: usize| json!({ "type": 1, "components": [button(n)] });
    let field = json!({ "name": "n", "value": "v" });
    let at = |parent: &str, rest: &str| format!("{parent}{rest}");
    let options = |n: usize| -> Value { (0..n).map(|n| json!({ "label": "l", "value": n.to_string() })).collect() };
    vec![
        ("/allowed_mentions".into(), Value::Null, "`allowed_mentions` is missing"),
        ("/allowed_mentions/parse".into(), json!(["users"]), "`allowed_mentions.parse`"),
        ("/allowed_mentions".into(), json!({}), "`allowed_mentions.parse`"),
        ("/allowed_mentions".into(), json!({ "parse": [], "users": ["1"] }), "`allowed_mentions.users`"),
        ("/allowed_mentions".into(), json!({ "parse": [], "roles": ["1"] }), "`allowed_mentions.roles`"),
        ("/allowed_mentions".into(), json!({ "parse": [], "replied_user": true }), "replied_user"),
        ("/content".into(), json!("é".repeat(2001)), "`content` has 2001 characters"),
        ("/embeds".into(), (0..11).map(|_| json!({ "title": "t" })).collect(), "11 embeds"),
        ("/embeds".into(), json!([{ "description": "d".repeat(4000) }, { "description": "d".repeat(2001) }]), "6001 characters in total"),
        ("/embeds/0".into(), json!({}), "`embeds[0]` is empty"),
        ("/embeds/0/title".into(), json!("t".repeat(257)), "`embeds[0].title`"),
        ("/embeds/0/description".into(), json!("d".repeat(4097)), "`embeds[0].description`"),
        ("/embeds/0/fields".into(), (0..26).map(|_| field.clone()).collect(), "26 fields"),
        ("/embeds/0/fields/0/name".into(), json!("n".repeat(257)), "fields[0].name"),
        ("/embeds/0/fields/0/name".into(), json!(" "), "fields[0].name` is empty"),
        ("/embeds/0/fields/0/value".into(), json!("v".repeat(1025)), "fields[0].value"),
        ("/embeds/0/footer/text".into(), json!("f".repeat(2049)), "footer.text"),
        ("/embeds/0/author/name".into(), json!("a".repeat(257)), "author.name"),
        ("/embeds/0/url".into(), json!("javascript:alert(1)"), "no address that Discord accepts"),
        ("/embeds/0/url".into(), json!("attachment://none.png"), "which is not attached"),
        ("/components".into(), (0..6).map(row).collect(), "6 rows"),
        ("/components/0/components".into(), (0..6).map(button).collect(), "6 buttons in a row"),
        ("/components/0/components".into(), json!([]), "a row of components is empty"),
        ("/components/1".into(), button(1), "stands outside a row"),
        (at(BUTTON, "/label"), json!("l".repeat(81)), "button label"),
        (at(BUTTON, "/label"), json!(""), "a button has no label"),
        (at(BUTTON, "/style"), json!(9), "has the style 9"),
        (at(BUTTON, "/custom_id"), json!("c".repeat(101)), "101 characters"),
        (at(BUTTON, "/custom_id"), json!(""), "0 characters"),
        (at(BUTTON, "/custom_id"), Value::Null, "has no custom_id"),
        (at(BUTTON, "/custom_id"), json!("menu"), "occurs twice"),
        (at(BUTTON, "/url"), json!("https://example.org"), "is no link button"),
        (at(LINK, "/custom_id"), json!("id"), "has a custom_id"),
        (at(LINK, "/url"), Value::Null, "has no url"),
        (at(LINK, "/url"), json!(format!("https://e.org/{}", "x".repeat(500))), "at most 512"),
        (at(LINK, "/url"), json!("ftp://example.org"), "not http(s)"),
        (at(MENU, "/options"), options(26), "26 options"),
        (at(MENU, "/options"), options(0), "0 options"),
        (at(MENU, "/options/0/value"), json!("2"), "two select options"),
        (at(MENU, "/options/0/label"), json!("l".repeat(101)), "select option label"),
        (at(MENU, "/options/0/value"), json!("v".repeat(101)), "select option value"),
        (at(MENU, "/options/0/label"), json!(""), "has no label"),
        (at(MENU, "/placeholder"), json!("p".repeat(151)), "select placeholder"),
        (at(MENU, "/max_values"), json!(3), "up to 3 of 2"),
        (at(MENU, "/custom_id"), Value::Null, "a select menu has no custom_id"),
        (at(MENU, "/custom_id"), json!("c".repeat(101)), "101 characters"),
        ("/components/1/components".into(), json!([button(1), rich().pointer(MENU)]), "shares its row"),
        ("/flags".into(), json!(64), "include 64"),
        ("/flags".into(), json!(1 << 15), "neither content nor embeds"),
        ("/nonce".into(), json!("n".repeat(26)), "`nonce` has 26"),
        ("/attachments".into(), json!([{ "id": "0", "filename": "a.md" }]), "exists neither"),
    ]
}

#[tokio::test]
async fn a_polite_message_is_taken() {
    let discord = FakeDiscord::start().await;
    let (status, message) = Crude::of(&discord).post(&messages_of(&discord), &rich()).await;
    assert_eq!((status, &message["author"]["id"]), (200, &json!(discord.bot_id().to_string())));
    assert_eq!(message["embeds"][0]["type"], "rich");
    discord.message_in(&discord.channel("general")).await;
}

#[tokio::test]
async fn every_breach_of_a_message_is_caught() {
    let discord = FakeDiscord::start().await;
    let (bot, path) = (Crude::of(&discord), messages_of(&discord));
    for (pointer, value, phrase) in breaches() {
        let mut body = rich();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer into the body");
        let place = body.pointer_mut(parent).expect("a part of the body");
        match place {
            Value::Array(list) => list[key.parse::<usize>().expect("an index")] = value,
            _ => place[key] = value,
        }
        let (status, answer) = bot.post(&path, &body).await;
        assert_eq!((status, &answer["code"]), (400, &json!(50035)), "{pointer}: {answer}");
        assert_violation(&discord, phrase);
    }
}

#[tokio::test]
async fn an_empty_message_is_refused() {
    let discord = FakeDiscord::start().await;
    let (bot, path) = (Crude::of(&discord), messages_of(&discord));
    let (status, answer) = bot.post(&path, &polite("  \n")).await;
    assert_eq!((status, &answer["code"]), (400, &json!(50006)));
    assert_violation(&discord, "the message is empty");

    let (_, message) = bot.post(&path, &polite("words")).await;
    let edit = format!("{path}/{}", message["id"].as_str().expect("an id"));
    let (status, _) = bot.patch(&edit, &polite("")).await;
    assert_eq!(status, 400, "an edit may not empty it either");
    assert_violation(&discord, "the message is empty");
    discord.message_in(&discord.channel("general")).await;
}

#[tokio::test]
async fn components_v2_have_limits_of_their_own() {
    let discord = FakeDiscord::start().await;
    let (bot, path) = (Crude::of(&discord), messages_of(&discord));
    let nobody = json!({ "parse": [] });
    let panel = |texts: Value| json!({ "allowed_mentions": nobody, "flags": 1 << 15, "components": texts });
    let text = |words: &str| json!({ "type": 10, "content": words });
    let (status, _) = bot.post(&path, &panel(json!([text("hello"), { "type": 17, "components": [text("inner")] }]))).await;
    assert_eq!(status, 200);
    let shown = discord.message_in(&discord.channel("general")).await;
    assert_eq!(shown.rendered(), "hello\n\ninner");

    bot.post(&path, &panel(json!([text(&"x".repeat(4000)), text("y")]))).await;
    assert_violation(&discord, "4001 characters");
    bot.post(&path, &panel((0..41).map(|_| text("x")).collect())).await;
    assert_violation(&discord, "41 components");
}

#[tokio::test]
async fn what_only_the_api_description_forbids_is_caught() {
    if !has_api_description() {
        return;
    }
    let discord = FakeDiscord::start().await;
    let mut body = rich();
    body["embeds"][0]["color"] = json!(0x100_0000);
    let (status, _) = Crude::of(&discord).post(&messages_of(&discord), &body).await;
    assert_eq!(status, 400);
    assert_violation(&discord, "Discord's API description, at `/embeds/0/color`");
}
