use serde_json::json;

use super::crude::{Crude, Socket, assert_violation, failure_of, message, next_interaction, patient_discord, polite};

#[tokio::test]
async fn whoever_has_installed_the_application_uses_it_where_the_bot_is_not() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let reading =
        |name: &str, types: &[u64]| json!({ "name": name, "description": "d", "contexts": [0, 1, 2], "integration_types": types });
    bot.register(&json!([reading("ask", &[0, 1]), reading("admin", &[0])])).await;
    let (alice, bob) = (discord.user("alice"), discord.user("bob"));
    let elsewhere = discord.channel_in(&discord.guild_without_bot("elsewhere"), "general");
    let private = discord.private_channel(&alice, &bob);

    for channel in [&elsewhere, &private] {
        let sentence = failure_of(discord.slash(&alice, channel, "ask", json!({}))).await;
        assert!(sentence.contains("installed neither here nor by this person"), "{sentence}");
    }
    discord.install(&alice);
    assert!(failure_of(discord.slash(&alice, &elsewhere, "admin", json!({}))).await.contains("or the command is not for that"));

    let asked = discord.slash(&alice, &elsewhere, "ask", json!({})).await;
    let (event, _) = next_interaction(&mut socket).await;
    let own = json!({ "1": alice.id.to_string() });
    assert_eq!((&event["context"], &event["authorizing_integration_owners"]), (&json!(0), &own));
    assert!(event["member"].is_object() && event["guild_id"].is_string());
    let path = format!("/channels/{}/messages", elsewhere.id);
    assert_eq!(bot.post(&path, &polite("hello?")).await.1["code"], 50001);
    assert_eq!(bot.get(&format!("/channels/{}", elsewhere.id)).await.0, 403);

    bot.call_back(&asked, &message("because")).await;
    discord.response(&asked).await;
    for _ in 0..5 {
        assert_eq!(bot.post(&bot.webhook(&asked), &polite("and more")).await.0, 200);
        discord.follow_up(&asked).await;
    }
    let (status, answer) = bot.post(&bot.webhook(&asked), &polite("and more")).await;
    assert_eq!((status, &answer["code"]), (400, &json!(40094)));
    assert_violation(&discord, "more than 5 follow-ups");

    let asked = discord.slash(&alice, &private, "ask", json!({})).await;
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!((&event["context"], &event["authorizing_integration_owners"]), (&json!(2), &own));
    assert!(event["user"].is_object() && event.get("guild_id").is_none());
    bot.call_back(&asked, &message("because")).await;
    discord.response(&asked).await;

    let asked = discord.slash(&alice, &discord.channel("general"), "ask", json!({})).await;
    let (event, _) = next_interaction(&mut socket).await;
    let both = json!({ "0": discord.guild().id.to_string(), "1": alice.id.to_string() });
    assert_eq!(event["authorizing_integration_owners"], both);
    bot.call_back(&asked, &message("because")).await;
    discord.response(&asked).await;
    for _ in 0..6 {
        assert_eq!(bot.post(&bot.webhook(&asked), &polite("and more")).await.0, 200, "where the bot is, there is no such limit");
        discord.follow_up(&asked).await;
    }
}

#[tokio::test]
async fn a_command_of_one_guild_is_not_offered_in_another() {
    let discord = patient_discord().await;
    let (bot, _socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let path = format!("/applications/{}/guilds/{}/commands", bot.application, discord.guild().id);
    bot.post(&path, &json!({ "name": "status", "description": "d" })).await;
    let other = discord.channel_in(&discord.guild_named("other"), "general");
    let sentence = failure_of(discord.slash(&discord.user("alice"), &other, "status", json!({}))).await;
    assert!(sentence.contains("not offered in this kind of channel"), "{sentence}");
}
