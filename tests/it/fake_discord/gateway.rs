use std::time::Duration;

use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message as Frame;

use super::crude::{Crude, INTENTS, Socket, assert_violation, patient_discord, polite};
use crate::support::discord::FakeDiscord;

#[tokio::test]
async fn privileged_intents_are_refused() {
    let discord = FakeDiscord::start().await;
    for privileged in [1 << 1, 1 << 8, 1 << 15] {
        let mut socket = Socket::open(&discord).await;
        socket.identify(&discord, INTENTS | privileged).await;
        assert_eq!(socket.closed_with().await, 4014);
        assert_violation(&discord, "include privileged ones");
    }
}

#[tokio::test]
async fn sessions_begin_properly() {
    let discord = FakeDiscord::start().await;
    let wrong_token = json!({ "token": "wrong", "intents": INTENTS, "properties": {} });
    let no_properties = json!({ "token": discord.token(), "intents": INTENTS });
    let no_intents = json!({ "token": discord.token(), "properties": {} });
    let unknown = json!({ "token": discord.token(), "session_id": "session-99", "seq": 1 });
    let beginnings: [(u64, Value, u16, &str); 6] = [
        (2, wrong_token, 4004, "the token is not the bot's"),
        (2, no_properties, 4002, "`properties` is missing"),
        (2, no_intents, 4013, "`intents` is null"),
        (3, json!({ "status": "online" }), 4003, "before IDENTIFY"),
        (6, json!({ "token": "wrong", "session_id": "session-1", "seq": 1 }), 4004, "RESUME: the token"),
        (1, json!(5), 0, "seq 5 was never sent"),
    ];
    for (operation, data, code, phrase) in beginnings {
        let mut socket = Socket::open(&discord).await;
        socket.send(operation, &data).await;
        if code == 0 {
            assert_eq!(socket.next().await["op"], 11);
        } else {
            assert_eq!(socket.closed_with().await, code, "{phrase}");
        }
        assert_violation(&discord, phrase);
    }
    let mut socket = Socket::open(&discord).await;
    socket.send(6, &unknown).await;
    assert_eq!(socket.next().await["op"], 9);
    assert_violation(&discord, "never was a session `session-99`");
}

#[tokio::test]
async fn payloads_are_small_known_and_json() {
    let discord = patient_discord().await;
    let mut socket = Socket::identified(&discord).await;
    socket.identify(&discord, INTENTS).await;
    assert_eq!(socket.closed_with().await, 4005);
    assert_violation(&discord, "begun twice");
    let broken = [
        (" ".repeat(4097), 4002, "a payload of 4097 bytes"),
        ("{".to_owned(), 4002, "not JSON"),
        (json!({ "op": 99 }).to_string(), 4001, "unknown opcode"),
    ];
    for (text, code, phrase) in broken {
        let mut socket = Socket::identified(&discord).await;
        socket.send_text(text).await;
        assert_eq!(socket.closed_with().await, code);
        assert_violation(&discord, phrase);
    }
}

#[tokio::test]
async fn haste_is_refused() {
    let discord = patient_discord().await;
    let mut socket = Socket::identified(&discord).await;
    for _ in 0..120 {
        socket.send(3, &json!({ "status": "online" })).await;
    }
    assert_eq!(socket.closed_with().await, 4008);
    assert_violation(&discord, "more than 120 payloads");
}

#[tokio::test]
async fn a_day_has_only_so_many_sessions() {
    let discord = FakeDiscord::builder().identify_limit(1).start().await;
    let (_, before) = Crude::of(&discord).get("/gateway/bot").await;
    assert_eq!(before["session_start_limit"]["remaining"], 1);
    let _first = Socket::identified(&discord).await;
    let mut second = Socket::open(&discord).await;
    second.identify(&discord, INTENTS).await;
    assert_eq!(second.closed_with().await, 4004);
    assert_violation(&discord, "more than 1 sessions");
    assert_eq!(discord.identifies(), 2);
}

#[tokio::test]
async fn a_missing_heartbeat_is_noticed() {
    let discord = FakeDiscord::builder().heartbeat(Duration::from_millis(400)).start().await;
    let mut socket = Socket::identified(&discord).await;
    socket.send(1, &json!(2)).await;
    assert_eq!(socket.next().await["op"], 11, "a heartbeat is acknowledged");
    assert_eq!(socket.closed_with().await, 4009);
    assert_violation(&discord, "no heartbeat came");
}

#[tokio::test]
async fn a_resumed_session_gets_what_it_missed() {
    let discord = patient_discord().await;
    let mut socket = Socket::identified(&discord).await;
    discord.ready().await;
    discord.drop_connection();
    assert_eq!(socket.closed_with().await, 0, "no Close frame");
    discord.disconnected().await;
    let direct = discord.direct_message(&discord.user("alice"), "are you there?").await;

    let resume = |seq: u64| json!({ "token": discord.token(), "session_id": "session-1", "seq": seq });
    let mut socket = Socket::open(&discord).await;
    socket.send(6, &resume(2)).await;
    let missed = socket.next().await;
    assert_eq!((&missed["s"], &missed["d"]["content"]), (&json!(3), &json!("are you there?")));
    assert_eq!(socket.next().await["t"], "RESUMED");
    discord.resumed(1).await;
    let path = format!("/channels/{}/messages", direct.channel);
    Crude::of(&discord).post(&path, &polite("yes")).await;
    assert_eq!(discord.reply(&direct).await.content, "yes");

    discord.close(4000);
    assert_eq!(socket.closed_with().await, 4000);
    let mut socket = Socket::open(&discord).await;
    socket.send(6, &resume(99)).await;
    assert_eq!(socket.closed_with().await, 4007);
    assert_violation(&discord, "seq 99 was never sent");
}

#[tokio::test]
async fn the_gateway_can_send_a_bot_away() {
    let discord = patient_discord().await;
    let mut socket = Socket::identified(&discord).await;
    discord.reconnect();
    assert_eq!(socket.next().await["op"], 7);
    discord.invalidate_session(true);
    assert_eq!(socket.next().await["d"], true);
    socket.send(6, &json!({ "token": discord.token(), "session_id": "session-1", "seq": 2 })).await;
    assert_eq!(socket.next().await["t"], "RESUMED");
    discord.invalidate_session(false);
    assert_eq!(socket.next().await["d"], false);
    socket.send(6, &json!({ "token": discord.token(), "session_id": "session-1", "seq": 2 })).await;
    assert_eq!(socket.next().await["op"], 9, "what has ended cannot be resumed");
    socket.identify(&discord, INTENTS).await;
    assert_eq!(socket.next().await["t"], "READY");
    discord.identified(2).await;
    assert_eq!(discord.resumes(), 1);
}

#[tokio::test]
async fn a_mute_gateway_never_says_goodbye() {
    let discord = patient_discord().await;
    let mut polite_socket = Socket::identified(&discord).await;
    polite_socket.close().await;
    assert!(matches!(polite_socket.next_frame().await, Some(Frame::Close(_))));
    discord.mute_close();
    let mut socket = Socket::identified(&discord).await;
    socket.close().await;
    discord.disconnected().await;
    let goodbye = tokio::time::timeout(Duration::from_millis(100), socket.next_frame()).await;
    assert!(goodbye.is_err(), "nothing comes, and the line stays open");
}

#[tokio::test]
async fn large_frames_are_compressed_for_those_who_ask() {
    let discord = patient_discord().await;
    let mut socket = Socket::open(&discord).await;
    let data = json!({ "token": discord.token(), "intents": INTENTS, "properties": {}, "compress": true });
    socket.send(2, &data).await;
    assert_eq!(socket.next().await["t"], "READY");
    let guild = socket.next_frame().await;
    assert!(matches!(guild, Some(Frame::Binary(_))), "{guild:?}");
}

#[tokio::test]
async fn only_the_events_asked_for_arrive() {
    let discord = patient_discord().await;
    let mut socket = Socket::open(&discord).await;
    socket.identify(&discord, 1 << 12).await;
    assert_eq!(socket.next().await["t"], "READY");
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    discord.mention(&alice, &general, "guild").await;
    discord.direct_message(&alice, "direct").await;
    assert_eq!(socket.next().await["d"]["content"], "direct");
}

#[tokio::test]
async fn a_guild_comes_and_goes() {
    let discord = patient_discord().await;
    let (bot, mut socket) = (Crude::of(&discord), Socket::identified(&discord).await);
    let general = discord.channel("general");
    discord.leave_guild(true);
    assert_eq!(socket.event("GUILD_DELETE").await["unavailable"], true);
    discord.leave_guild(false);
    assert!(socket.event("GUILD_DELETE").await.get("unavailable").is_none());
    let path = format!("/channels/{}/messages", general.id);
    assert_eq!(bot.post(&path, &polite("still here?")).await.1["code"], 50001);
}

#[tokio::test]
async fn a_gateway_that_is_down_says_so() {
    let discord = FakeDiscord::builder().gateway_down().patience(Duration::from_secs(1)).start().await;
    assert_eq!(Crude::of(&discord).get("/gateway").await.0, 503);
}
