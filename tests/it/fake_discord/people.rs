use serde_json::json;

use super::crude::{Crude, Socket, patient_discord, polite};
use crate::support::discord::{Channel, Guild, Id, Message, Recorded, User};

#[tokio::test]
async fn only_words_for_the_bot_reach_it() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let (alice, general) = (discord.user("alice"), discord.channel("general"));

    discord.say(&alice, &general, "just us").await;
    assert_eq!(socket.event("MESSAGE_CREATE").await["content"], "");

    let question = discord.mention(&alice, &general, "what now?").await;
    let event = socket.event("MESSAGE_CREATE").await;
    assert_eq!(event["content"], json!(format!("<@{}> what now?", discord.bot_id())));
    assert_eq!(event["mentions"][0]["id"], json!(discord.bot_id().to_string()));
    assert_eq!(event["guild_id"], json!(discord.guild().id.to_string()));

    let mut answer = polite("this");
    answer["message_reference"] = json!({ "message_id": question.id.to_string() });
    bot.post(&format!("/channels/{}/messages", general.id), &answer).await;
    let own = socket.event("MESSAGE_CREATE").await;
    assert_eq!((&own["content"], &own["author"]["bot"]), (&json!("this"), &json!(true)), "a bot hears itself");
    let answer = discord.reply(&question).await;

    discord.reply_to(&alice, &answer, "silently", false).await;
    let silent = socket.event("MESSAGE_CREATE").await;
    assert_eq!((&silent["content"], &silent["referenced_message"]["content"]), (&json!(""), &json!("this")));
    discord.reply_to(&alice, &answer, "aloud", true).await;
    assert_eq!(socket.event("MESSAGE_CREATE").await["content"], "aloud");

    let direct = discord.direct_message(&alice, "between us").await;
    let event = socket.event("MESSAGE_CREATE").await;
    assert_eq!((&event["content"], event.get("guild_id")), (&json!("between us"), None));
    assert_eq!(direct.channel, discord.direct_channel(&alice).id);
}

#[tokio::test]
async fn a_message_is_drawn_as_people_see_it() {
    let discord = patient_discord().await;
    let general = discord.channel("general");
    let mut body = polite("Found it.");
    body["embeds"] = json!([{
        "author": { "name": "The Agreement", "url": "https://example.org/a" }, "title": "Clause 12",
        "description": "> Fees are paid\n> monthly.", "footer": { "text": "quoted" },
        "fields": [{ "name": "Heading", "value": "Fees" }],
    }]);
    body["components"] = json!([
        { "type": 1, "components": [
            { "type": 2, "style": 5, "label": "Source", "url": "https://example.org" },
            { "type": 2, "style": 1, "label": "Next", "custom_id": "next", "disabled": true },
        ]},
        { "type": 1, "components": [{ "type": 3, "custom_id": "pick", "placeholder": "Pick", "options": [
            { "label": "One", "value": "1" }, { "label": "Two", "value": "2" },
        ]}]},
    ]);
    let bot = Crude::of(&discord);
    bot.post(&format!("/channels/{}/messages", general.id), &body).await;
    let shown = discord.message_in(&general).await;
    assert!(shown.author_is_bot);
    insta::assert_snapshot!(shown.rendered(), @r"
    Found it.

    │ [The Agreement](https://example.org/a)
    │ # Clause 12
    │ > Fees are paid
    │ > monthly.
    │ ## Heading
    │ Fees
    │ _quoted_

    [Source](https://example.org) [Next] (off)

    <Pick: One | Two>
    ");

    let _socket = Socket::identified(&discord).await;
    let picked = discord.select(&discord.user("alice"), &shown, "Pick", &["2"]).await;
    bot.call_back(&picked, &json!({ "type": 7, "data": polite("Two it is.") })).await;
    assert!(discord.response(&picked).await.content.starts_with("Two"));
}

#[tokio::test]
async fn the_same_name_is_the_same_person_and_place() {
    let discord = patient_discord().await;
    let (alice, again): (User, User) = (discord.user("alice"), discord.user("alice"));
    let (general, bobs): (Channel, Channel) = (discord.channel("general"), discord.channel("bobs"));
    let Guild { id: guild } = discord.guild();
    let mut ids: Vec<Id> = vec![alice.id, general.id, bobs.id, guild, discord.bot_id(), discord.application_id()];
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((alice == again, ids.len()), (true, 6), "everything has its own id");
    assert_ne!(discord.direct_channel(&alice), discord.direct_channel(&discord.user("bob")));
}

#[tokio::test]
async fn nothing_is_read_twice() {
    let discord = patient_discord().await;
    let bot = Crude::of(&discord);
    let general = discord.channel("general");
    for words in ["one", "two"] {
        bot.post(&format!("/channels/{}/messages", general.id), &polite(words)).await;
    }
    let unread: Vec<Message> = discord.unread();
    assert_eq!(unread.len(), 2);
    assert_eq!(discord.message_in(&general).await, unread[0]);
    assert_eq!(discord.message_in(&general).await, unread[1]);
    assert!(discord.unread().is_empty());
    let requests: Vec<Recorded> = discord.requests();
    assert_eq!((requests.len(), &requests[1].method, &requests[1].body["content"]), (2, &reqwest::Method::POST, &json!("two")));
}
