//! A hand-driven bot that can do everything wrong.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use flate2::read::ZlibDecoder;
use futures_util::{FutureExt, SinkExt, StreamExt};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message as Frame;

use crate::support::discord::{FakeDiscord, Interaction, Message};

/// GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES.
pub const INTENTS: u64 = 1 | 1 << 9 | 1 << 12;

/// A fake whose heartbeat does not matter: hand-driven bots have no pulse.
pub async fn patient_discord() -> FakeDiscord {
    FakeDiscord::builder().heartbeat(Duration::from_secs(600)).start().await
}

pub struct Crude {
    http: reqwest::Client,
    base: String,
    token: String,
    pub application: u64,
}

impl Crude {
    pub fn of(discord: &FakeDiscord) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().expect("an HTTP client");
        let base = format!("{}/api/v10", discord.api_base());
        let token = format!("Bot {}", discord.token());
        Self { http, base, token, application: discord.application_id() }
    }

    pub fn with_token(mut self, token: &str) -> Self {
        self.token = token.to_owned();
        self
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base)).header("authorization", &self.token)
    }

    pub async fn send(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        let request = self.request(method, path);
        let request = if body.is_null() { request } else { request.header("content-type", "application/json").body(body.to_string()) };
        answer(request).await
    }

    pub async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, &Value::Null).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::POST, path, body).await
    }

    pub async fn put(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::PUT, path, body).await
    }

    pub async fn patch(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::PATCH, path, body).await
    }

    pub async fn delete(&self, path: &str) -> (u16, Value) {
        self.send(Method::DELETE, path, &Value::Null).await
    }

    /// Posts a body with files: index, name, bytes of each.
    pub async fn upload(&self, path: &str, body: &Value, files: &[(u64, &str, &[u8])]) -> (u16, Value) {
        self.upload_by(Method::POST, path, body, files).await
    }

    pub async fn upload_by(&self, method: Method, path: &str, body: &Value, files: &[(u64, &str, &[u8])]) -> (u16, Value) {
        let mut form = Form::new().text("payload_json", body.to_string());
        for (index, filename, bytes) in files {
            let file = Part::bytes(bytes.to_vec()).file_name((*filename).to_owned());
            form = form.part(format!("files[{index}]"), file);
        }
        answer(self.request(method, path).multipart(form)).await
    }

    /// The bytes behind an address.
    pub async fn fetch(&self, url: &str) -> Vec<u8> {
        self.http.get(url).send().await.expect("an answer").bytes().await.expect("a body").to_vec()
    }

    /// The request fails below HTTP.
    pub async fn loses_connection(&self, path: &str) -> bool {
        self.request(Method::GET, path).send().await.is_err()
    }

    pub async fn call_back(&self, to: &Interaction, body: &Value) -> (u16, Value) {
        self.post(&format!("/interactions/{}/{}/callback", to.id, to.token), body).await
    }

    pub fn webhook(&self, of: &Interaction) -> String {
        format!("/webhooks/{}/{}", self.application, of.token)
    }

    pub fn original(&self, of: &Interaction) -> String {
        format!("{}/messages/@original", self.webhook(of))
    }

    pub async fn register(&self, commands: &Value) {
        let path = format!("/applications/{}/commands", self.application);
        let (status, answer) = self.put(&path, commands).await;
        assert_eq!(status, 200, "{answer}");
    }
}

async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    let text = response.text().await.expect("a body");
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

/// A message body that breaks no rule.
pub fn polite(content: &str) -> Value {
    json!({ "content": content, "allowed_mentions": { "parse": [] } })
}

/// A fake with a connected bot and four commands.
pub async fn prepared() -> (FakeDiscord, Crude, Socket) {
    let discord = patient_discord().await;
    let socket = Socket::identified(&discord).await;
    let bot = Crude::of(&discord);
    let option = |kind: u64, name: &str| json!({ "type": kind, "name": name, "description": "d" });
    let mut question = option(3, "question");
    question["required"] = json!(true);
    question["max_length"] = json!(20);
    let mut which = option(3, "which");
    which["required"] = json!(true);
    which["autocomplete"] = json!(true);
    let mut rebuild = option(1, "rebuild");
    rebuild["options"] = json!([option(5, "all")]);
    bot.register(&json!([
        { "name": "ask", "description": "d", "options": [question] },
        { "name": "clause", "description": "d", "options": [which] },
        {
            "name": "corpus", "description": "d", "contexts": [0],
            "default_member_permissions": "32", "options": [rebuild],
        },
        { "name": "Find sources for this", "type": 3 },
    ]))
    .await;
    (discord, bot, socket)
}

/// Alice asks "why?".
pub async fn ask(discord: &FakeDiscord) -> Interaction {
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let question = json!({ "question": "why?" });
    discord.slash(&alice, &general, "ask", question).await
}

/// The next interaction that arrives, as its event and as the bot answers it.
pub async fn next_interaction(socket: &mut Socket) -> (Value, Interaction) {
    let event = socket.event("INTERACTION_CREATE").await;
    // serenity knows no Label components (type 18); all else it must be able to read.
    if !event["data"]["components"].to_string().contains("\"type\":18") {
        serde_json::from_value::<serenity::all::Interaction>(event.clone()).expect("an interaction that serenity can read");
    }
    let id = event["id"].as_str().expect("an id").parse().expect("a snowflake");
    let token = event["token"].as_str().expect("a token").to_owned();
    (event, Interaction { id, token })
}

/// How a verb fails.
pub async fn failure_of<T>(verb: impl Future<Output = T>) -> String {
    let failed = AssertUnwindSafe(verb).catch_unwind().await;
    let panic = failed.err().expect("the verb fails");
    let sentence = panic.downcast_ref::<String>().cloned();
    sentence.or_else(|| panic.downcast_ref::<&str>().map(|fixed| (*fixed).to_owned())).expect("a sentence")
}

/// A message of the bot in `general` with these components, which nobody has read yet.
pub async fn panel(discord: &FakeDiscord, bot: &Crude, components: Value) -> Message {
    let mut body = polite("a panel");
    body["components"] = components;
    let (status, answer) = bot.post(&messages_of(discord), &body).await;
    assert_eq!(status, 200, "{answer}");
    discord.message_in(&discord.channel("general")).await
}

/// An interaction's first answer, as a message.
pub fn message(content: &str) -> Value {
    json!({ "type": 4, "data": polite(content) })
}

/// Where messages to the channel `general` go.
pub fn messages_of(discord: &FakeDiscord) -> String {
    format!("/channels/{}/messages", discord.channel("general").id)
}

/// A gateway connection, driven by hand.
pub struct Socket {
    stream: WebSocketStream<TcpStream>,
}

impl Socket {
    pub async fn open(discord: &FakeDiscord) -> Self {
        let (_, gateway) = Crude::of(discord).get("/gateway").await;
        let url = gateway["url"].as_str().expect("the gateway's address").to_owned();
        let address = url.strip_prefix("ws://").expect("a plain websocket").to_owned();
        let tcp = TcpStream::connect(address).await.expect("a connection");
        let (stream, _) = tokio_tungstenite::client_async(url, tcp).await.expect("a handshake");
        let mut socket = Self { stream };
        assert_eq!(socket.next().await["op"], 10, "HELLO comes first");
        socket
    }

    /// Connected, identified, greeted.
    pub async fn identified(discord: &FakeDiscord) -> Self {
        let mut socket = Self::open(discord).await;
        socket.identify(discord, INTENTS).await;
        assert_eq!(socket.next().await["t"], "READY");
        assert_eq!(socket.next().await["t"], "GUILD_CREATE");
        socket
    }

    pub async fn identify(&mut self, discord: &FakeDiscord, intents: u64) {
        let data = json!({ "token": discord.token(), "intents": intents, "properties": {} });
        self.send(2, &data).await;
    }

    pub async fn send(&mut self, operation: u64, data: &Value) {
        self.send_text(json!({ "op": operation, "d": data }).to_string()).await;
    }

    pub async fn send_text(&mut self, text: String) {
        self.stream.send(Frame::Text(text)).await.expect("an open connection");
    }

    pub async fn close(&mut self) {
        self.stream.close(None).await.expect("an open connection");
    }

    /// The next payload, compressed or not.
    pub async fn next(&mut self) -> Value {
        match self.next_frame().await {
            Some(Frame::Text(text)) => serde_json::from_str(&text).expect("JSON"),
            Some(Frame::Binary(bytes)) => serde_json::from_reader(ZlibDecoder::new(&bytes[..])).expect("JSON"),
            other => panic!("no payload but {other:?}"),
        }
    }

    pub async fn next_frame(&mut self) -> Option<Frame> {
        self.stream.next().await?.ok()
    }

    /// The next event of this name; others are passed over.
    pub async fn event(&mut self, name: &str) -> Value {
        loop {
            let payload = self.next().await;
            if payload["t"] == name {
                return payload["d"].clone();
            }
        }
    }

    /// Reads on until the gateway closes; the code is 0 if it just hung up.
    pub async fn closed_with(&mut self) -> u16 {
        loop {
            match self.next_frame().await {
                Some(Frame::Close(frame)) => return frame.map_or(0, |frame| frame.code.into()),
                Some(_payload) => {}
                None => return 0,
            }
        }
    }
}

/// Asserts that exactly one rule was broken, and that it was this one.
pub fn assert_violation(discord: &FakeDiscord, phrase: &str) {
    let violations = discord.take_violations();
    assert!(violations.len() == 1 && violations[0].contains(phrase), "wanted one violation with {phrase:?}, found {violations:#?}");
}
