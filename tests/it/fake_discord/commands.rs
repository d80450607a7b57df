use serde_json::{Value, json};

use super::crude::{Crude, Socket, assert_violation, patient_discord};
use crate::support::discord::FakeDiscord;

/// One slash command that uses nearly everything, and one for messages.
fn registration() -> Value {
    json!([
        {
            "name": "clause", "description": "Reads a clause", "type": 1, "contexts": [0, 1, 2],
            "integration_types": [0, 1], "name_localizations": { "de": "klausel" },
            "description_localizations": { "de": "Liest eine Klausel" }, "default_member_permissions": "32",
            "options": [
                {
                    "type": 3, "name": "which", "description": "Its number", "required": true,
                    "autocomplete": true,
                },
                {
                    "type": 3, "name": "language", "description": "Which text", "required": false,
                    "choices": [{ "name": "English", "value": "en" }],
                },
            ],
        },
        { "name": "Find sources for this", "type": 3 },
    ])
}

const FIRST: &str = "/0/options/0";

fn breaches() -> Vec<(String, Value, &'static str)> {
    let option = |name: &str| json!({ "type": 3, "name": name, "description": "d" });
    let at = |rest: &str| format!("{FIRST}{rest}");
    let choices = |n: usize| -> Value { (0..n).map(|n| json!({ "name": n.to_string(), "value": n.to_string() })).collect() };
    vec![
        ("/0/name".into(), json!("Clause"), "command name `Clause`"),
        ("/0/name".into(), json!("a clause"), "command name"),
        ("/0/name".into(), json!("c".repeat(33)), "command name"),
        ("/0/name".into(), json!(""), "command name"),
        ("/0/name_localizations/de".into(), json!("Klausel"), "command name `Klausel`"),
        ("/0/name_localizations/en".into(), json!("clause"), "localisation for `en`"),
        ("/0/description".into(), json!("d".repeat(101)), "description of 101"),
        ("/0/description".into(), json!(""), "description of 0"),
        ("/0/description_localizations/de".into(), json!(""), "description of 0"),
        ("/0/description_localizations/xx".into(), json!("d"), "localisation for `xx`"),
        ("/0/dm_permission".into(), json!(false), "dm_permission is deprecated"),
        ("/0/default_member_permissions".into(), json!("manage"), "not a number in a string"),
        ("/0/options".into(), (0..26).map(|n| option(&format!("o{n}"))).collect(), "26 options"),
        (at("/name"), json!("language"), "named `language`"),
        (at("/name"), json!("Which"), "option name `Which`"),
        (at("/description"), json!(""), "description of 0"),
        ("/0/options/1/type".into(), json!(12), "has the type 12"),
        (at("/choices"), choices(1), "both choices and autocomplete"),
        ("/0/options/1/choices".into(), choices(26), "26 choices"),
        ("/0/options/1/choices/0/name".into(), json!("n".repeat(101)), "name of 101"),
        ("/0/options/1/choices/0/value".into(), json!("v".repeat(101)), "has the value"),
        ("/0/options/1/choices/0/value".into(), json!(1), "has the value 1"),
        ("/0/options/1/choices/0/name_localizations".into(), json!({ "xx": "English" }), "localised name `English` (xx)"),
        ("/0/contexts".into(), json!([3]), "`contexts` is [3]"),
        ("/0/contexts".into(), json!([]), "`contexts` is []"),
        ("/0/integration_types".into(), json!([2]), "`integration_types` is [2]"),
        ("/0/name_localizations/hi".into(), json!("क!"), "command name `क!`"),
        (at("/min_value"), json!(1), "`min_value`, which its type 3 does not know"),
        (at("/channel_types"), json!([0]), "`channel_types`, which its type 3 does not know"),
        (at("/max_length"), json!(6001), "max_length 6001"),
        (at("/options"), json!([option("o")]), "but is no subcommand"),
        ("/0/options/1".into(), json!({ "type": 4, "name": "n", "description": "d", "min_value": 0.5 }), "min_value 0.5"),
        (
            "/0/options/1".into(),
            json!({ "type": 10, "name": "n", "description": "d", "min_value": 2, "max_value": 1 }),
            "above its max_value",
        ),
        ("/0/options/1".into(), json!({ "type": 7, "name": "c", "description": "d", "channel_types": [99] }), "channels of type 99"),
        ("/0/options/1".into(), json!({ "type": 6, "name": "u", "description": "d", "choices": choices(1) }), "cannot have choices"),
        ("/1/name".into(), json!(""), "1 to 32 characters"),
        ("/1/name".into(), json!("N".repeat(33)), "1 to 32 characters"),
        ("/1/description".into(), json!("d"), "has no description"),
        ("/1/options".into(), json!([option("o")]), "has no options"),
        ("/1/name_localizations".into(), json!({ "xx": "x" }), "localised name"),
    ]
}

fn changed(pointer: &str, value: Value) -> Value {
    let mut body = registration();
    if let Some(place) = body.pointer_mut(pointer) {
        *place = value;
        return body;
    }
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer into the body");
    body.pointer_mut(parent).expect("a part of the body")[key] = value;
    body
}

async fn put(discord: &FakeDiscord, body: &Value) -> (u16, Value) {
    let bot = Crude::of(discord);
    bot.put(&format!("/applications/{}/commands", bot.application), body).await
}

#[tokio::test]
async fn every_breach_of_a_registration_is_caught() {
    let discord = FakeDiscord::start().await;
    for (pointer, value, phrase) in breaches() {
        let (status, answer) = put(&discord, &changed(&pointer, value)).await;
        assert_eq!((status, &answer["code"]), (400, &json!(50035)), "{pointer}: {answer}");
        assert_violation(&discord, phrase);
    }
    assert!(discord.commands().is_empty());
}

#[tokio::test]
async fn required_options_come_first_and_names_are_unique() {
    let discord = FakeDiscord::start().await;
    let mut late = registration();
    late[0]["options"].as_array_mut().expect("options").reverse();
    put(&discord, &late).await;
    assert_violation(&discord, "comes after an optional one");

    let mut twice = registration();
    let first = twice[0].clone();
    twice.as_array_mut().expect("commands").push(first);
    put(&discord, &twice).await;
    assert_violation(&discord, "named `clause`");

    let many: Value = (0..16).map(|n| json!({ "name": format!("m{n}"), "type": 3 })).collect();
    put(&discord, &many).await;
    assert_violation(&discord, "16 commands of type 3");

    let mixed = json!([{ "name": "a", "description": "d", "options": [
        { "type": 1, "name": "sub", "description": "d" }, { "type": 3, "name": "o", "description": "d" },
    ]}]);
    put(&discord, &mixed).await;
    assert_violation(&discord, "mixes subcommands with options");

    let deep = json!([{ "name": "a", "description": "d", "options": [
        { "type": 1, "name": "sub", "description": "d", "options": [
            { "type": 3, "name": "Odd", "description": "d" },
        ]},
    ]}]);
    put(&discord, &deep).await;
    assert_violation(&discord, "option name `Odd`");

    let unfit = json!([{ "name": "a", "description": "d", "options": [
        { "type": 5, "name": "flag", "description": "d", "autocomplete": true },
    ]}]);
    put(&discord, &unfit).await;
    assert_violation(&discord, "cannot have autocomplete");
}

#[tokio::test]
async fn groups_hold_subcommands_and_there_it_ends() {
    let discord = FakeDiscord::start().await;
    let option = |kind: u64, name: &str, inside: Value| json!({ "type": kind, "name": name, "description": "d", "options": inside });
    let leaf = || json!({ "type": 3, "name": "o", "description": "d" });
    let command = |inside: Value| json!([{ "name": "settings", "description": "d", "options": inside }]);
    for (inside, phrase) in [
        (json!([option(2, "g", json!([]))]), "the group `g` holds something else than subcommands, or nothing"),
        (json!([option(2, "g", json!([leaf()]))]), "the group `g` holds something else"),
        (json!([option(1, "s", json!([option(1, "t", json!([]))]))]), "the subcommand `s` has subcommands of its own"),
    ] {
        put(&discord, &command(inside)).await;
        assert_violation(&discord, phrase);
    }
    let (status, _) = put(&discord, &command(json!([option(2, "g", json!([option(1, "s", json!([leaf()]))]))]))).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn names_are_written_in_every_script() {
    let discord = FakeDiscord::start().await;
    let mut body = registration();
    body[0]["name_localizations"] =
        json!({ "de": "prüfen", "hi": "अनुबंध", "th": "สัญญา", "zh-CN": "条款", "ja": "条項", "uk": "стаття", "ko": "조항" });
    assert_eq!(put(&discord, &body).await.0, 200);
}

#[tokio::test]
async fn the_longest_localisation_counts_towards_the_total() {
    let discord = FakeDiscord::start().await;
    let choices: Value = (0..25).map(|n| json!({ "name": format!("{n:0100}"), "value": format!("{n:0100}") })).collect();
    let option = |n: usize| {
        let name = format!("o{n}");
        json!({ "type": 3, "name": name, "description": "d", "choices": choices })
    };
    put(&discord, &json!([{ "name": "big", "description": "d", "options": [option(0), option(1)] }])).await;
    assert_violation(&discord, "characters in total; at most 8000");
}

#[tokio::test]
async fn commands_come_back_as_discord_keeps_them() {
    let discord = FakeDiscord::start().await;
    let bot = Crude::of(&discord);
    let path = format!("/applications/{}/commands", bot.application);
    let (status, first) = bot.put(&path, &registration()).await;
    assert_eq!(status, 200);
    let clause = &first[0];
    assert_eq!(clause["application_id"], json!(discord.application_id().to_string()));
    assert_eq!((&clause["dm_permission"], &clause["nsfw"]), (&json!(true), &json!(false)));
    assert!(clause["options"][1].get("required").is_none(), "false is left out");
    assert_eq!(first[1]["description"], "");

    let (_, listed) = bot.get(&format!("{path}?with_localizations=true")).await;
    assert_eq!(listed[1], *clause, "the same, in no promised order");
    let (_, plain) = bot.get(&path).await;
    assert!(plain[1].get("name_localizations").is_none());

    let (_, again) = bot.put(&path, &registration()).await;
    assert_eq!(again, first, "nothing changed, so neither do ids and versions");
    let (_, second) = bot.put(&path, &changed("/0/description", json!("Shows a clause"))).await;
    assert_eq!(second[0]["id"], clause["id"]);
    assert_ne!(second[0]["version"], clause["version"]);
    assert_eq!(discord.registrations(), 3);
}

#[tokio::test]
async fn a_guild_has_its_own_commands() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let guild = discord.guild();
    let path = format!("/applications/{}/guilds/{}/commands", bot.application, guild.id);
    let (status, command) = bot.post(&path, &json!({ "name": "status", "description": "d" })).await;
    assert_eq!((status, &command["guild_id"]), (201, &json!(guild.id.to_string())));
    let (status, same) = bot.post(&path, &json!({ "name": "status", "description": "e" })).await;
    assert_eq!((status, &same["id"]), (200, &command["id"]));
    discord.registered().await;
    assert_eq!(discord.commands().len(), 1);

    let used = discord.slash(&discord.user("alice"), &discord.channel("general"), "status", json!({})).await;
    let event = socket.event("INTERACTION_CREATE").await;
    assert_eq!(event["data"]["guild_id"], json!(guild.id.to_string()));
    assert_eq!(event["id"], json!(used.id.to_string()));

    let elsewhere = format!("/applications/{}/guilds/7/commands", bot.application);
    assert_eq!(bot.get(&elsewhere).await.1["code"], 10004);
    assert_eq!(bot.get("/applications/7/commands").await.0, 403);
    assert_violation(&discord, "not this application's id");
}
