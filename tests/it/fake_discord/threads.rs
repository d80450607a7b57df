use serde_json::{Value, json};

use super::crude::{Crude, Socket, assert_violation, failure_of, messages_of, patient_discord, polite};
use crate::support::discord::{Channel, permission};

fn messages_in(channel: &Channel) -> String {
    format!("/channels/{}/messages", channel.id)
}

fn contents(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|message| message["content"].as_str().expect("text")).collect()
}

#[tokio::test]
async fn a_conversation_in_a_thread_can_be_read_back() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let question = discord.mention(&alice, &general, "long story?").await;
    let path = format!("{}/{}/threads", messages_in(&general), question.id);
    let (status, opened) = bot.post(&path, &json!({ "name": "story", "auto_archive_duration": 60 })).await;
    assert_eq!((status, &opened["thread_metadata"]["auto_archive_duration"]), (201, &json!(60)));
    assert_eq!((&opened["parent_id"], &opened["owner_id"]), (&json!(general.id.to_string()), &json!(discord.bot_id().to_string())));
    let thread = discord.thread_on(&question).await;
    assert_eq!((thread.id, discord.channel_name(&thread).as_str()), (question.id, "story"));
    assert_eq!(socket.event("THREAD_CREATE").await["newly_created"], true);
    assert_eq!(socket.event("MESSAGE_UPDATE").await["thread"]["name"], "story");

    bot.post(&messages_in(&thread), &polite("once upon a time")).await;
    let told = discord.message_in(&thread).await;
    discord.say(&alice, &thread, "go on").await;
    let aloud = discord.reply_to(&alice, &told, "and then?", true).await;
    let event = loop {
        let event = socket.event("MESSAGE_CREATE").await;
        if event["id"] == json!(aloud.id.to_string()) {
            break event;
        }
    };
    assert_eq!((&event["channel_id"], &event["position"]), (&json!(thread.id.to_string()), &json!(3)));
    assert_eq!(event["referenced_message"]["content"], "once upon a time");

    let (status, list) = bot.get(&format!("{}?limit=100", messages_in(&thread))).await;
    assert_eq!((status, contents(&list)), (200, vec!["and then?", "", "once upon a time", ""]), "the newest first, without the intent");
    let starter = &list[3];
    assert_eq!((&starter["type"], &starter["message_reference"]["message_id"]), (&json!(21), &json!(question.id.to_string())));
    let (_, earlier) = bot.get(&format!("{}?limit=1&before={}", messages_in(&thread), aloud.id)).await;
    assert_eq!(contents(&earlier), [""], "what was said right before");
    let (_, later) = bot.get(&format!("{}?after={}", messages_in(&thread), told.id)).await;
    assert_eq!(contents(&later), ["and then?", ""]);
    let (_, channel) = bot.get(&format!("/channels/{}", thread.id)).await;
    assert_eq!((&channel["type"], &channel["message_count"]), (&json!(11), &json!(3)));

    bot.get(&format!("{}?limit=101", messages_in(&thread))).await;
    assert_violation(&discord, "`limit` is 101");
    bot.get(&format!("{}?before=1&after=2", messages_in(&thread))).await;
    assert_violation(&discord, "exclude each other");
    bot.get(&format!("{}?page=2", messages_in(&thread))).await;
    assert_violation(&discord, "nothing that a list of messages can be asked for");
}

#[tokio::test]
async fn what_was_not_said_to_the_bot_is_never_shown() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, bob, general) = (discord.user("alice"), discord.user("bob"), discord.channel("general"));
    let secret = discord.say(&alice, &general, "between us").await;
    socket.event("MESSAGE_CREATE").await;
    discord.reply_to(&bob, &secret, "<@BOT> what does it mean?", false).await;
    let event = socket.event("MESSAGE_CREATE").await;
    assert_eq!((&event["referenced_message"]["content"], &event["mentions"][0]["bot"]), (&json!(""), &json!(true)));
    let mut answer = polite("who knows");
    answer["message_reference"] = json!({ "message_id": secret.id.to_string() });
    let (_, posted) = bot.post(&messages_of(&discord), &answer).await;
    assert_eq!((&posted["content"], &posted["referenced_message"]["content"]), (&json!("who knows"), &json!("")));
    let shown = discord.reply(&secret).await;
    let (_, read) = bot.get(&format!("{}/{}", messages_of(&discord), shown.id)).await;
    assert_eq!(read["referenced_message"]["content"], "");

    discord.reply_to(&bob, &shown, "thanks", false).await;
    let silent = loop {
        let event = socket.event("MESSAGE_CREATE").await;
        if event["author"]["username"] == "bob" {
            break event;
        }
    };
    assert_eq!((&silent["content"], &silent["mentions"]), (&json!(""), &json!([])), "no ping, no mention, no words");
    assert_eq!(
        (&silent["referenced_message"]["content"], silent["referenced_message"]["author"]["bot"].as_bool()),
        (&json!("who knows"), Some(true))
    );
    discord.reply_to(&bob, &shown, "thank you", true).await;
    let pinged = socket.event("MESSAGE_CREATE").await;
    assert_eq!((&pinged["content"], &pinged["mentions"][0]["id"]), (&json!("thank you"), &json!(discord.bot_id().to_string())));
}

#[tokio::test]
async fn threads_hang_where_they_may() {
    let discord = patient_discord().await;
    let (bot, _socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general, guild) = (discord.user("alice"), discord.channel("general"), discord.guild());
    let voice = discord.voice_channel_in(&guild, "lounge");
    let spoken = discord.mention(&alice, &voice, "hello?").await;
    let name = json!({ "name": "story" });
    let threads = |channel: &Channel, message: u64| format!("{}/{message}/threads", messages_in(channel));
    assert_eq!(bot.post(&threads(&voice, spoken.id), &name).await.1["code"], 50024);
    assert_violation(&discord, "text and announcement channels alone");
    let direct = discord.direct_message(&alice, "hello?").await;
    assert_eq!(bot.post(&threads(&discord.direct_channel(&alice), direct.id), &name).await.1["code"], 50024);
    assert_violation(&discord, "text and announcement channels alone");

    let said = discord.mention(&alice, &general, "hello?").await;
    discord.deny_bot(&general, permission::CREATE_PUBLIC_THREADS);
    assert_eq!(bot.post(&threads(&general, said.id), &name).await.1["code"], 50013);
    discord.deny_bot(&general, 0);
    let thread = discord.open_thread(&alice, &said, "by a person").await;
    assert_eq!(bot.post(&threads(&general, said.id), &name).await.1["code"], 160_004);
    assert!(failure_of(discord.open_thread(&alice, &said, "again")).await.contains("already"));
    let inside = discord.mention(&alice, &thread, "in here?").await;
    assert_eq!(bot.post(&threads(&thread, inside.id), &name).await.1["code"], 50024);
    assert_violation(&discord, "text and announcement channels alone");

    let news = discord.news_channel_in(&guild, "news");
    let announced = discord.mention(&alice, &news, "read this").await;
    let (status, opened) = bot.post(&threads(&news, announced.id), &name).await;
    assert_eq!((status, &opened["type"]), (201, &json!(10)));
}

#[tokio::test]
async fn what_the_bot_may_not_do_is_refused_without_blame() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let said = discord.mention(&alice, &general, "hello?").await;
    socket.event("MESSAGE_CREATE").await;
    let thread = discord.open_thread(&alice, &said, "story").await;
    let path = messages_of(&discord);
    let one = format!("{path}/{}", said.id);
    let mut reply = polite("hello!");
    reply["message_reference"] = json!({ "message_id": said.id.to_string() });
    let mut rich = polite("hello!");
    rich["embeds"] = json!([{ "title": "t" }]);

    discord.deny_bot(&general, permission::READ_MESSAGE_HISTORY);
    assert_eq!(bot.post(&path, &reply).await.1["code"], 160_002);
    assert_eq!(bot.get(&one).await.1["code"], 50001);
    assert_eq!(bot.get(&path).await.1, json!([]));
    discord.deny_bot(&general, permission::EMBED_LINKS | permission::ATTACH_FILES);
    assert_eq!(bot.post(&path, &rich).await.1["code"], 50013);
    assert_eq!(bot.upload(&path, &polite("a file"), &[(0, "a.md", b"a")]).await.1["code"], 50013);
    discord.deny_bot(&general, permission::SEND_MESSAGES);
    assert_eq!(bot.post(&path, &reply).await.1["code"], 50013);
    assert_eq!(bot.post(&messages_in(&thread), &polite("in here")).await.0, 200, "threads have a permission of their own");
    discord.message_in(&thread).await;
    discord.deny_bot(&thread, permission::SEND_MESSAGES_IN_THREADS);
    assert_eq!(bot.post(&messages_in(&thread), &polite("in here")).await.1["code"], 50013);
    discord.deny_bot(&general, permission::VIEW_CHANNEL);
    assert_eq!(bot.post(&path, &reply).await.1["code"], 50001);
    discord.mention(&alice, &general, "do you hear me?").await;
    discord.permit_bot(&discord.guild(), permission::EVERYONE | permission::MANAGE_MESSAGES);
    discord.deny_bot(&general, 0);
    assert_eq!(bot.delete(&one).await.0, 204, "whoever manages messages may delete others'");

    discord.closes_direct(&alice);
    let direct = discord.direct_message(&alice, "psst").await;
    assert_eq!(bot.post(&format!("/channels/{}/messages", direct.channel), &polite("psst")).await.1["code"], 50007);
    let heard = loop {
        let event = socket.event("MESSAGE_CREATE").await;
        if event["author"]["username"] == "alice" && event["type"] != 21 {
            break event;
        }
    };
    assert_eq!(heard["content"], "psst", "nothing is heard from a channel that cannot be seen");
}
