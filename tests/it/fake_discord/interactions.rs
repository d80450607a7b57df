use std::panic::AssertUnwindSafe;
use std::time::Duration;

use serde_json::json;

use super::crude::{ask, assert_violation, message, messages_of, polite, prepared};
use crate::support::discord::{Acknowledgement, FakeDiscord, Interaction};

#[tokio::test]
async fn a_command_is_answered_at_once() {
    let (discord, bot, mut socket) = prepared().await;
    let asked = ask(&discord).await;
    let event = socket.event("INTERACTION_CREATE").await;
    assert_eq!(event["data"]["options"], json!([{ "name": "question", "type": 3, "value": "why?" }]));
    assert_eq!(bot.call_back(&asked, &message("because")).await.0, 204);
    assert_eq!(discord.response(&asked).await.content, "because");
    assert_eq!(discord.acknowledgement(&asked).await, Acknowledgement { kind: 4, ephemeral: false });

    assert_eq!(bot.call_back(&asked, &message("again")).await.1["code"], 40060);
    assert_violation(&discord, "answered already");

    let mut body = message("psst");
    body["data"]["flags"] = json!(64);
    let whispered = ask(&discord).await;
    let path = format!("/interactions/{}/{}/callback?with_response=true", whispered.id, whispered.token);
    let (status, answer) = bot.post(&path, &body).await;
    assert_eq!((status, &answer["resource"]["message"]["content"]), (200, &json!("psst")));
    let whisper = discord.response(&whispered).await;
    assert!(whisper.ephemeral);
    let in_channel = format!("{}/{}", messages_of(&discord), whisper.id);
    assert_eq!(bot.get(&in_channel).await.1["code"], 10008);
    assert_violation(&discord, "no such message in this channel, or it is ephemeral");
}

#[tokio::test]
async fn a_deferred_answer_is_filled_by_an_edit() {
    let (discord, bot, mut socket) = prepared().await;
    let asked = ask(&discord).await;
    assert_eq!(bot.patch(&bot.original(&asked), &polite("too soon")).await.1["code"], 10015);
    assert_violation(&discord, "before its first answer");
    bot.call_back(&asked, &json!({ "type": 5, "data": { "flags": 4 } })).await;
    assert_violation(&discord, "a deferral has the flags 4");
    assert_eq!(bot.call_back(&asked, &json!({ "type": 5, "data": null })).await.0, 204);
    assert_eq!(socket.event("MESSAGE_CREATE").await["flags"], 128, "thinking");

    let bare = json!({ "content": "who is pinged?" });
    assert_eq!(bot.patch(&bot.original(&asked), &bare).await.0, 400);
    assert_violation(&discord, "`allowed_mentions` is missing");
    assert_eq!(bot.patch(&bot.original(&asked), &polite("done")).await.0, 200);
    assert_eq!(socket.event("MESSAGE_UPDATE").await["content"], "done");
    assert_eq!(discord.response(&asked).await.content, "done");
    assert_eq!(bot.get(&bot.original(&asked)).await.1["content"], "done");

    let (status, extra) = bot.post(&bot.webhook(&asked), &polite("and more")).await;
    assert_eq!(status, 200);
    assert_eq!(discord.follow_up(&asked).await.content, "and more");
    let extra = format!("{}/messages/{}", bot.webhook(&asked), extra["id"].as_str().expect("an id"));
    assert_eq!(bot.patch(&extra, &polite("and less")).await.0, 200);
    assert_eq!(discord.follow_up(&asked).await.content, "and less", "an edit is read again");
    assert_eq!(bot.delete(&extra).await.0, 204);
    assert_eq!(bot.get(&extra).await.1["code"], 10008);
    assert_eq!(bot.delete(&bot.original(&asked)).await.0, 204);
}

#[tokio::test]
async fn a_follow_up_does_not_fill_a_deferred_answer() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    bot.call_back(&asked, &json!({ "type": 5 })).await;
    assert_eq!(bot.post(&bot.webhook(&asked), &polite("done")).await.0, 200);
    assert_violation(&discord, "filled by editing @original");
    assert_eq!(discord.response(&asked).await.content, "done");
}

#[tokio::test]
async fn a_late_first_answer_is_refused() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    discord.age(&asked, Duration::from_secs(3));
    assert_eq!(bot.call_back(&asked, &message("late")).await.1["code"], 10062);
    assert_violation(&discord, "the first answer came after 3.");
    let complaint = complaint_of(discord);
    assert!(complaint.contains("left this unanswered"), "{complaint}");
}

/// What the fake says when it is dropped.
fn complaint_of(discord: FakeDiscord) -> String {
    let dropped = std::panic::catch_unwind(AssertUnwindSafe(|| drop(discord)));
    let panic = dropped.expect_err("the fake complains");
    panic.downcast_ref::<String>().expect("a sentence").clone()
}

#[tokio::test]
async fn thinking_for_ever_and_unread_messages_are_complained_of() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    bot.call_back(&asked, &json!({ "type": 5 })).await;
    let path = format!("/channels/{}/messages", discord.channel("general").id);
    bot.post(&path, &polite("nobody looks")).await;
    bot.post(&path, &json!({ "content": "ping!" })).await;
    let complaint = complaint_of(discord);
    for phrase in ["left this unanswered", "nobody read the bot's message", "allowed_mentions"] {
        assert!(complaint.contains(phrase), "{complaint}");
    }
}

#[tokio::test]
async fn tokens_expire_and_strangers_have_none() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    let forged = Interaction { id: asked.id, token: "forged".to_owned() };
    assert_eq!(bot.call_back(&forged, &message("hm")).await.1["code"], 10062);
    assert_violation(&discord, "no such interaction");
    assert_eq!(bot.patch(&bot.original(&forged), &polite("hm")).await.1["code"], 10015);
    assert_violation(&discord, "no such token");
    bot.call_back(&asked, &message("hello")).await;
    discord.response(&asked).await;
    assert_eq!(bot.get(&format!("{}/messages/7", bot.webhook(&asked))).await.1["code"], 10008);
    assert_violation(&discord, "no such message");
    discord.expire(&asked);
    assert_eq!(bot.patch(&bot.original(&asked), &polite("hm")).await.1["code"], 50027);
}

#[tokio::test]
async fn answers_fit_what_was_asked() {
    let (discord, bot, mut socket) = prepared().await;
    let asked = ask(&discord).await;
    bot.call_back(&asked, &json!({ "type": 7, "data": polite("update") })).await;
    assert_violation(&discord, "type 7 does not fit an interaction of type 2");
    let mut with_button = polite("press me");
    let button = json!({ "type": 2, "style": 2, "label": "More", "custom_id": "v1:more" });
    with_button["components"] = json!([{ "type": 1, "components": [button] }]);
    bot.call_back(&asked, &json!({ "type": 4, "data": with_button })).await;
    let shown = discord.response(&asked).await;
    assert_eq!(shown.rendered(), "press me\n\n[More]");

    let alice = discord.user("alice");
    let pressed = discord.press(&alice, &shown, "More").await;
    let event = socket.event("INTERACTION_CREATE").await;
    let event = if event["type"] == 3 { event } else { socket.event("INTERACTION_CREATE").await };
    assert_eq!((&event["data"]["custom_id"], &event["message"]["content"]), (&json!("v1:more"), &json!("press me")));
    bot.call_back(&pressed, &json!({ "type": 8, "data": { "choices": [] } })).await;
    assert_violation(&discord, "type 8 does not fit an interaction of type 3");
    assert_eq!(bot.call_back(&pressed, &json!({ "type": 7, "data": polite("page 2") })).await.0, 204);
    let turned = discord.response(&pressed).await;
    assert_eq!((turned.id, turned.content.as_str()), (shown.id, "page 2"));

    let pressed = discord.press(&alice, &shown, "v1:more").await;
    assert_eq!(bot.call_back(&pressed, &json!({ "type": 6, "data": null })).await.0, 204);
    assert_eq!(bot.patch(&bot.original(&pressed), &polite("page 3")).await.0, 200);
    assert_eq!(discord.response(&pressed).await.content, "page 3");
    discord.until_shown(&shown, |now| now.content == "page 3").await;
}

#[tokio::test]
async fn a_test_can_let_time_pass_and_see_when_a_message_changed() {
    let (discord, bot, _socket) = prepared().await;
    let asked = ask(&discord).await;
    bot.call_back(&asked, &json!({ "type": 5 })).await;
    for (pause, words) in [(0, "one"), (2, "two"), (1, "three")] {
        discord.pass(Duration::from_secs(pause));
        bot.patch(&bot.original(&asked), &polite(words)).await;
    }
    let shown = discord.response(&asked).await;
    let edits = discord.edits(&shown);
    let gaps: Vec<u64> = edits.windows(2).map(|pair| (pair[1] - pair[0]).as_millis() as u64).collect();
    assert!(edits.len() == 3 && gaps[0] >= 2000 && gaps[1] >= 1000, "{edits:?}");
    discord.assert_edits_apart(&shown, Duration::from_secs(1));
    let hasty = std::panic::catch_unwind(AssertUnwindSafe(|| discord.assert_edits_apart(&shown, Duration::from_secs(3600))));
    assert!(hasty.is_err());
    discord.pass(Duration::from_secs(15 * 60));
    assert_eq!(bot.patch(&bot.original(&asked), &polite("late")).await.1["code"], 50027);
}

#[tokio::test]
async fn a_message_says_which_interaction_it_comes_from() {
    let (discord, bot, mut socket) = prepared().await;
    let asked = ask(&discord).await;
    bot.call_back(&asked, &json!({ "type": 5, "data": { "flags": 64 } })).await;
    let mut body = polite("press me");
    body["components"] = json!([{ "type": 1, "components": [{ "type": 2, "style": 2, "label": "More", "custom_id": "more" }] }]);
    bot.patch(&bot.original(&asked), &body).await;
    let shown = discord.response(&asked).await;
    let pressed = discord.press(&discord.user("alice"), &shown, "More").await;
    let event = loop {
        let event = socket.event("INTERACTION_CREATE").await;
        if event["type"] == 3 {
            break event["message"].clone();
        }
    };
    assert_eq!((&event["flags"], &event["type"], &event["components"]), (&json!(64), &json!(20), &body["components"]));
    assert_eq!((&event["interaction"]["name"], &event["interaction_metadata"]["type"]), (&json!("ask"), &json!(2)));
    assert_eq!(event["interaction_metadata"]["authorizing_integration_owners"], json!({ "0": discord.guild().id.to_string() }));

    bot.call_back(&pressed, &json!({ "type": 6 })).await;
    let mut extra = polite("and this");
    extra["flags"] = json!(64);
    let (_, extra) = bot.post(&bot.webhook(&pressed), &extra).await;
    assert_eq!((&extra["type"], &extra["message_reference"]["message_id"]), (&json!(19), &json!(shown.id.to_string())));
    assert_eq!(extra["interaction_metadata"]["interacted_message_id"], json!(shown.id.to_string()));
    let extra = discord.follow_up(&pressed).await;
    assert!(extra.ephemeral);
    let mut loud = polite("all see this");
    loud["flags"] = json!(64);
    bot.patch(&format!("{}/messages/{}", bot.webhook(&pressed), extra.id), &loud).await;
    assert_violation(&discord, "include 64, which cannot be set here");
}
