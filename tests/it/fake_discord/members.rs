use serde_json::{Value, json};

use super::crude::{Crude, Socket, failure_of, message, next_interaction, patient_discord, prepared};
use crate::support::discord::{Role, permission};

#[tokio::test]
async fn members_have_what_their_guild_gives_them() {
    let (discord, bot, mut socket) = prepared().await;
    let (alice, general, guild) = (discord.user_with_locale("alice", "de"), discord.channel("general"), discord.guild());
    let keepers: Role = discord.role(&guild, "Keepers");
    assert_eq!(discord.role(&guild, "Keepers"), keepers, "the same name is the same role");
    discord.member(&alice, &guild, &[&keepers], permission::EVERYONE | permission::MANAGE_GUILD);
    discord.set_guild_locale(&guild, "fr");
    discord.deny_bot(&general, permission::EMBED_LINKS);
    let used = discord.slash(&alice, &general, "corpus rebuild", json!({})).await;
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!(event["member"]["roles"], json!([keepers.id.to_string()]));
    let bits = |value: &Value| value.as_str().and_then(|bits| bits.parse::<u64>().ok()).expect("bits in a string");
    assert_eq!(bits(&event["member"]["permissions"]), permission::EVERYONE | permission::MANAGE_GUILD);
    assert_eq!(bits(&event["app_permissions"]), permission::EVERYONE & !permission::EMBED_LINKS);
    assert_eq!((&event["locale"], &event["guild_locale"]), (&json!("de"), &json!("fr")));
    bot.call_back(&used, &message("done")).await;
    discord.response(&used).await;

    let other = discord.guild_named("other");
    let sentence = failure_of(discord.slash(&alice, &discord.channel_in(&other, "general"), "corpus rebuild", json!({}))).await;
    assert!(sentence.contains("lacks the permission"), "what one guild gives counts there alone: {sentence}");
    discord.member(&alice, &other, &[], permission::ADMINISTRATOR);
    let used = discord.slash(&alice, &discord.channel_in(&other, "general"), "corpus rebuild", json!({})).await;
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!(bits(&event["member"]["permissions"]), permission::ALL, "an administrator may do everything");
    bot.call_back(&used, &message("done")).await;
    discord.response(&used).await;
}

#[tokio::test]
async fn commands_bring_what_their_options_name() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let option = |kind: u64, name: &str| json!({ "type": kind, "name": name, "description": "d" });
    let mut channel = option(7, "channel");
    channel["channel_types"] = json!([0]);
    let sub = json!({ "type": 1, "name": "set", "description": "d", "options": [
        option(6, "user"), channel, option(8, "role"), option(9, "anyone"), option(11, "file"), option(10, "number"),
    ]});
    let group = json!({ "type": 2, "name": "place", "description": "d", "options": [sub] });
    bot.register(&json!([
        { "name": "settings", "description": "d", "options": [group] },
        { "name": "Who is this", "type": 2 },
        { "name": "Check this quote", "type": 3 },
    ]))
    .await;
    let (alice, bob, general, guild) = (discord.user("alice"), discord.user("bob"), discord.channel("general"), discord.guild());
    let role = discord.role(&guild, "Keepers");
    let file = discord.file("draft.md", b"# Draft");
    let given = json!({
        "user": bob.id.to_string(), "channel": general.id.to_string(), "role": role.id.to_string(),
        "anyone": role.id.to_string(), "file": file, "number": 1.5,
    });
    let used = discord.slash(&alice, &general, "settings place set", given).await;
    let (event, _) = next_interaction(&mut socket).await;
    let resolved = &event["data"]["resolved"];
    assert_eq!(event["data"]["options"][0]["options"][0]["name"], "set");
    assert_eq!(resolved["users"][bob.id.to_string()]["username"], "bob");
    assert_eq!(resolved["channels"][general.id.to_string()]["name"], "general");
    assert_eq!(resolved["roles"][role.id.to_string()]["name"], "Keepers");
    let draft = &resolved["attachments"][&file];
    assert_eq!((&draft["filename"], &draft["size"]), (&json!("draft.md"), &json!(7)));
    assert_eq!(bot.fetch(draft["url"].as_str().expect("an address")).await, b"# Draft");
    bot.call_back(&used, &message("done")).await;
    discord.response(&used).await;
    let voice = discord.voice_channel_in(&guild, "lounge");
    let unfit = failure_of(discord.slash(&alice, &general, "settings place set", json!({ "channel": voice.id.to_string() }))).await;
    assert!(unfit.contains("does not take"), "{unfit}");

    let said = discord.say(&bob, &general, "The fee is 3 %.").await;
    for used in [
        discord.user_command(&alice, &general, &bob, "Who is this").await,
        discord.message_command(&alice, &said, "Check this quote").await,
    ] {
        bot.call_back(&used, &message("done")).await;
        discord.response(&used).await;
    }
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!((&event["data"]["type"], &event["data"]["target_id"]), (&json!(2), &json!(bob.id.to_string())));
    assert!(event["data"]["resolved"]["members"][bob.id.to_string()].get("user").is_none());
    let (event, picked) = next_interaction(&mut socket).await;
    assert_eq!(event["data"]["target_id"], json!(said.id.to_string()));
    assert_eq!(event["data"]["resolved"]["messages"][said.id.to_string()]["content"], "The fee is 3 %.");
    let (_, answer) = bot.get(&bot.original(&picked)).await;
    assert_eq!((&answer["type"], &answer["interaction_metadata"]["target_message_id"]), (&json!(23), &json!(said.id.to_string())));
    discord.delete_original(&said);
    assert!(failure_of(discord.message_command(&alice, &said, "Check this quote")).await.contains("the message is gone"));
}

#[tokio::test]
async fn the_application_belongs_to_somebody() {
    let discord = patient_discord().await;
    let bot = Crude::of(&discord);
    let (alice, bob) = (discord.user("alice"), discord.user("bob"));
    let (_, application) = bot.get("/oauth2/applications/@me").await;
    assert_eq!((&application["owner"]["username"], &application["team"]), (&json!("owner"), &Value::Null));
    discord.owned_by(&alice);
    assert_eq!(bot.get("/oauth2/applications/@me").await.1["owner"]["id"], json!(alice.id.to_string()));
    discord.owned_by_team(&[(&alice, "admin"), (&bob, "read_only")]);
    let (_, application) = bot.get("/applications/@me").await;
    let team = &application["team"];
    assert_eq!((&team["owner_user_id"], &team["members"][1]["role"]), (&json!(alice.id.to_string()), &json!("read_only")));
    assert_eq!(application["owner"]["id"], team["id"], "a user who is nobody stands in for the team");
}
