use serde_json::{Value, json};

use super::crude::{Crude, Socket, assert_violation, messages_of, patient_discord, polite};
use crate::support::discord::FakeDiscord;

#[tokio::test]
async fn a_reply_needs_its_message() {
    let discord = patient_discord().await;
    let (bot, _socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let question = discord.mention(&alice, &general, "why?").await;
    let path = messages_of(&discord);
    let mut reply = polite("because");
    reply["message_reference"] = json!({ "message_id": question.id.to_string() });
    assert_eq!(bot.post(&path, &reply).await.0, 200);
    assert_eq!(discord.reply(&question).await.references, Some(question.id));

    discord.delete_original(&question);
    let (status, answer) = bot.post(&path, &reply).await;
    assert_eq!((status, &answer["code"]), (400, &json!(50035)));
    assert_violation(&discord, "names no message of this channel");

    reply["message_reference"]["fail_if_not_exists"] = json!(false);
    assert_eq!(bot.post(&path, &reply).await.0, 200);
    assert_eq!(discord.message_in(&general).await.references, None);
}

#[tokio::test]
async fn an_enforced_nonce_sends_once() {
    let discord = FakeDiscord::start().await;
    let (bot, path) = (Crude::of(&discord), messages_of(&discord));
    let mut body = polite("once");
    body["nonce"] = json!("question-1");
    body["enforce_nonce"] = json!(true);
    let (_, first) = bot.post(&path, &body).await;
    let (_, second) = bot.post(&path, &body).await;
    assert_eq!(first["id"], second["id"]);
    discord.message_in(&discord.channel("general")).await;
    assert!(discord.unread().is_empty());
}

#[tokio::test]
async fn a_file_is_kept_with_its_name_and_bytes() {
    let discord = FakeDiscord::start().await;
    let (bot, path) = (Crude::of(&discord), messages_of(&discord));
    let mut body = polite("the whole text");
    body["attachments"] = json!([{ "id": 0, "filename": "answer.md", "description": "all of it" }]);
    let (status, message) = bot.upload(&path, &body, &[(0, "raw.md", b"# One\r\n--two")]).await;
    assert_eq!((status, &message["attachments"][0]["filename"]), (200, &json!("answer.md")));
    let shown = discord.message_in(&discord.channel("general")).await;
    assert_eq!(shown.attachments[0].bytes, b"# One\r\n--two");
    assert_eq!(shown.rendered(), "the whole text\n\nattached: answer.md: all of it");
}

#[tokio::test]
async fn files_have_limits() {
    let discord = FakeDiscord::start().await;
    let (bot, path) = (Crude::of(&discord), messages_of(&discord));
    let body = polite("files");
    bot.upload(&path, &body, &[(0, "a.md", b"a"), (0, "b.md", b"b")]).await;
    assert_violation(&discord, "two files have the same index");
    let large = vec![0; 10 * 1024 * 1024 + 1];
    bot.upload(&path, &body, &[(0, "a.bin", &large)]).await;
    assert_violation(&discord, "files of 10485761 bytes");
    let mut described = body.clone();
    described["attachments"] = json!([{ "id": 0, "description": "d".repeat(1025) }]);
    bot.upload(&path, &described, &[(0, "a.md", b"a")]).await;
    assert_violation(&discord, "`attachment description` has 1025");
}

#[tokio::test]
async fn only_its_own_messages_are_the_bots_to_change() {
    let discord = patient_discord().await;
    let (bot, _socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let said = discord.say(&alice, &general, "mine").await;
    let path = format!("{}/{}", messages_of(&discord), said.id);
    assert_eq!(bot.patch(&path, &polite("yours")).await.1["code"], 50005);
    assert_violation(&discord, "somebody else's");
    assert_eq!(bot.delete(&path).await.1["code"], 50013);
    assert_violation(&discord, "somebody else's");
    let (status, seen) = bot.get(&path).await;
    assert_eq!((status, &seen["content"]), (200, &json!("")), "no intent, no words");

    let (_, own) = bot.post(&messages_of(&discord), &polite("hello")).await;
    let own = format!("{}/{}", messages_of(&discord), own["id"].as_str().expect("an id"));
    let mut edit = polite("better");
    edit["flags"] = json!(64);
    assert_eq!(bot.patch(&own, &edit).await.0, 400);
    assert_violation(&discord, "include 64");
    assert_eq!(bot.patch(&own, &polite("better")).await.0, 200);
    let shown = discord.message_in(&general).await;
    assert_eq!(shown.content, "better");
    assert_eq!(bot.delete(&own).await.0, 204);
    discord.deleted(&shown).await;
    assert_eq!(bot.delete(&own).await.1["code"], 10008);
}

#[tokio::test]
async fn threads_and_direct_channels_are_opened_by_the_rules() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let question = discord.mention(&alice, &general, "long story?").await;
    let path = format!("{}/{}/threads", messages_of(&discord), question.id);
    bot.post(&path, &json!({ "name": "" })).await;
    assert_violation(&discord, "thread name");
    bot.post(&path, &json!({ "name": "story", "auto_archive_duration": 7 })).await;
    assert_violation(&discord, "`auto_archive_duration` is 7");
    assert_eq!(bot.post(&path, &json!({ "name": "story" })).await.0, 201);
    assert_eq!(bot.post(&path, &json!({ "name": "story" })).await.1["code"], 160_004);
    assert_eq!(socket.event("THREAD_CREATE").await["id"], json!(question.id.to_string()));
    bot.post(&format!("/channels/{}/messages", question.id), &polite("in the thread")).await;
    assert_eq!(discord.reply(&question).await.content, "in the thread");

    let (status, direct) = bot.post("/users/@me/channels", &json!({ "recipient_id": alice.id.to_string() })).await;
    assert_eq!((status, &direct["id"]), (200, &json!(discord.direct_channel(&alice).id.to_string())));
    bot.post("/users/@me/channels", &json!({ "recipient_id": "7" })).await;
    assert_violation(&discord, "which is nobody");
}

#[tokio::test]
async fn strangers_and_unknown_routes_are_turned_away() {
    let discord = FakeDiscord::start().await;
    let stranger = Crude::of(&discord).with_token("Bot somebody-else");
    assert_eq!(stranger.get("/users/@me").await.0, 401);
    assert_violation(&discord, "Authorization");
    let bot = Crude::of(&discord);
    assert_eq!(bot.get("/users/@me").await.1["id"], json!(discord.bot_id().to_string()));
    assert_eq!(bot.get("/oauth2/applications/@me").await.1["id"], json!(discord.application_id().to_string()));
    assert_eq!(bot.get("/guilds/1/audit-logs").await.0, 404);
    assert_violation(&discord, "no such route");
    assert_eq!(bot.post("/channels/7/messages", &polite("hello?")).await.1["code"], 10003);
    assert_violation(&discord, "no such channel");
    assert_eq!(bot.get("/channels/7").await.1["code"], 10003);
    assert_violation(&discord, "no such channel");
    let typing = format!("/channels/{}/typing", discord.channel("general").id);
    assert_eq!(bot.post(&typing, &Value::Null).await.0, 204);
    assert_eq!(discord.requests().last().expect("a request").path, typing);
}
