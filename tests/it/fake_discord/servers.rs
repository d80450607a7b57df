use serde_json::{Value, json};

use super::crude::{Crude, INTENTS, Socket, patient_discord, polite};

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|guild| guild["id"].as_str()).collect()
}

#[tokio::test]
async fn servers_come_go_and_have_outages() {
    let discord = patient_discord().await;
    let (first, second) = (discord.guild(), discord.guild_named("second"));
    let foreign = discord.guild_without_bot("foreign");
    assert_eq!(discord.guild_named("second"), second, "the same name is the same guild");
    let hall = discord.channel_in(&second, "hall");
    let mut socket = Socket::open(&discord).await;
    socket.identify(&discord, INTENTS).await;
    let ready = socket.event("READY").await;
    assert_eq!(ids(&ready["guilds"]), [first.id.to_string(), second.id.to_string()]);
    assert_eq!(socket.event("GUILD_CREATE").await["id"], json!(first.id.to_string()));
    let created = socket.event("GUILD_CREATE").await;
    assert_eq!((&created["name"], &created["channels"][0]["name"]), (&json!("second"), &json!("hall")));

    let bot = Crude::of(&discord);
    let path = format!("/channels/{}/messages", hall.id);
    discord.outage_of(&second);
    assert_eq!(socket.event("GUILD_DELETE").await, json!({ "id": second.id.to_string(), "unavailable": true }));
    assert_eq!(bot.post(&path, &polite("hello?")).await.0, 503);
    discord.back(&second);
    assert_eq!(socket.event("GUILD_CREATE").await["id"], json!(second.id.to_string()));
    assert_eq!(bot.post(&path, &polite("hello")).await.0, 200);
    discord.message_in(&hall).await;
    discord.removed_from(&second);
    assert_eq!(socket.event("GUILD_DELETE").await, json!({ "id": second.id.to_string() }));
    assert_eq!(bot.post(&path, &polite("hello?")).await.1["code"], 50001);
    discord.say(&discord.user("alice"), &hall, "is it gone?").await;
    discord.back(&foreign);
    assert_eq!(socket.next().await["d"]["name"], "foreign", "nothing is heard from where the bot is not");
    discord.guild_named("third");
    assert_eq!(socket.event("GUILD_CREATE").await["name"], "third");

    let mut deaf = Socket::open(&discord).await;
    deaf.identify(&discord, 1 << 12).await;
    let ready = deaf.event("READY").await;
    assert_eq!(ready["guilds"].as_array().map(Vec::len), Some(3));
    discord.outage_of(&first);
    discord.direct_message(&discord.user("alice"), "hello?").await;
    assert_eq!(deaf.next().await["t"], "MESSAGE_CREATE", "whoever did not ask for guilds hears nothing of them");
}
