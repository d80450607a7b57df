//! Gateway sessions: what each client is owed, and the rules of the protocol.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::guilds::Presence;
use super::limits::intent;
use super::state::{Id, State};

/// What a connection's task is told to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    Send(Value),
    Close(u16),
    /// The connection is lost, without a Close frame.
    Drop,
}

/// A live connection of a session.
#[derive(Clone, Debug)]
pub struct Connection {
    pub number: u64,
    pub orders: UnboundedSender<Order>,
}

#[derive(Debug)]
pub struct Session {
    pub id: String,
    pub intents: u64,
    /// The number of the last event.
    pub sequence: u64,
    /// Every event so far, for a client that resumes.
    pub events: Vec<Value>,
    pub connection: Option<Connection>,
    /// Cannot be resumed any more.
    pub ended: bool,
}

impl Session {
    fn receives(&self, wanted: u64) -> bool {
        !self.ended && (wanted == intent::NONE || self.intents & wanted != 0)
    }

    fn append(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let event = json!({ "op": 0, "t": name, "s": self.sequence, "d": data });
        self.order(Order::Send(event.clone()));
        self.events.push(event);
    }

    pub fn order(&self, order: Order) {
        if let Some(connection) = &self.connection {
            // A connection that ended this very moment gets its events when it resumes.
            let _gone = connection.orders.send(order);
        }
    }

    fn is_connected(&self) -> bool {
        self.connection.is_some() && !self.ended
    }
}

/// Close codes after which a session can only be begun anew.
pub fn ends_session(code: u16) -> bool {
    matches!(code, 1000 | 1001 | 4004 | 4007 | 4009 | 4010..=4014)
}

impl State {
    /// Sends an event to every session that asked for such.
    pub fn dispatch(&mut self, wanted: u64, name: &str, data: &Value) {
        for session in self.sessions.iter_mut().filter(|session| session.receives(wanted)) {
            session.append(name, data);
        }
    }

    /// The intent that lets a client hear of messages in this channel.
    pub fn messages_intent(&self, channel: Id) -> u64 {
        if self.channel(channel).is_direct() { intent::DIRECT_MESSAGES } else { intent::GUILD_MESSAGES }
    }

    /// The bot has a session, even if its connection is broken at the moment.
    pub fn is_attended(&self) -> bool {
        self.sessions.iter().any(|session| !session.ended)
    }

    pub fn is_connected(&self) -> bool {
        self.sessions.iter().any(Session::is_connected)
    }

    /// Tells every live connection the same; the test's trouble makers use it.
    pub fn order_all(&mut self, order: &Order) {
        assert!(self.is_connected(), "no session is connected, so there is none to trouble");
        for session in self.sessions.iter().filter(|session| session.is_connected()) {
            session.order(order.clone());
        }
    }

    /// Discord's gateway takes the token with or without the `Bot ` of the REST side; serenity sends it.
    fn is_own_token(&self, data: &Value) -> bool {
        let token = data["token"].as_str().unwrap_or_default();
        token.strip_prefix("Bot ").unwrap_or(token) == self.settings.token
    }

    /// IDENTIFY: a new session, or the close code that refuses it.
    pub fn identify(&mut self, data: &Value, connection: Connection) -> Result<String, u16> {
        self.identifies += 1;
        if !self.is_own_token(data) {
            self.violate("gateway IDENTIFY: the token is not the bot's");
            return Err(4004);
        }
        if self.identifies > self.settings.identify_limit {
            let limit = self.settings.identify_limit;
            self.violate(format!("gateway IDENTIFY: more than {limit} sessions were started in a day"));
            return Err(4004);
        }
        let Some(intents) = data["intents"].as_u64() else {
            self.violate(format!("gateway IDENTIFY: `intents` is {}, not a number", data["intents"]));
            return Err(4013);
        };
        if intents & intent::PRIVILEGED != 0 {
            let asked = intents & intent::PRIVILEGED;
            self.violate(format!("gateway IDENTIFY: the intents {intents} include privileged ones ({asked})"));
            return Err(4014);
        }
        if !data["properties"].is_object() {
            self.violate("gateway IDENTIFY: `properties` is missing");
            return Err(4002);
        }
        Ok(self.open_session(intents, &data["shard"], connection))
    }

    fn open_session(&mut self, intents: u64, shard: &Value, connection: Connection) -> String {
        // Whatever is not connected any more will not be resumed after a new IDENTIFY.
        self.sessions.retain(Session::is_connected);
        let id = format!("session-{}", self.identifies);
        let guilds: Vec<Value> = self
            .guilds
            .keys()
            .filter(|guild| self.is_member_of(**guild))
            .map(|guild| json!({ "id": guild.to_string(), "unavailable": true }))
            .collect();
        let ready = json!({
            "v": 10, "user": self.bot_user(), "session_id": id, "shard": shard,
            // Nobody listens there. Discord asks clients to resume at this address; serenity does not.
            "resume_gateway_url": "ws://127.0.0.1:9", "relationships": [], "private_channels": [],
            "guilds": guilds,
            "application": { "id": self.application.to_string(), "flags": 0 },
        });
        let mut session = Session { id: id.clone(), intents, sequence: 0, events: Vec::new(), connection: Some(connection), ended: false };
        session.append("READY", &ready);
        let there = self.guilds.values().filter(|guild| guild.presence == Presence::Member);
        for guild in there.filter(|_| intents & intent::GUILDS != 0) {
            session.append("GUILD_CREATE", &self.guild_object(guild.id));
        }
        self.sessions.push(session);
        id
    }

    /// RESUME: what was missed, or what to answer instead.
    pub fn resume(&mut self, data: &Value, connection: Connection) -> Result<String, Order> {
        if !self.is_own_token(data) {
            self.violate("gateway RESUME: the token is not the bot's");
            return Err(Order::Close(4004));
        }
        let wanted = data["session_id"].as_str().unwrap_or_default();
        let found = self.sessions.iter_mut().find(|session| session.id == wanted && !session.ended);
        let Some(session) = found else {
            let numbered = wanted.strip_prefix("session-").and_then(|digits| digits.parse().ok());
            if !numbered.is_some_and(|number: usize| (1..=self.identifies).contains(&number)) {
                self.violate(format!("gateway RESUME: there never was a session `{wanted}`"));
            }
            return Err(Order::Send(json!({ "op": 9, "d": false, "s": null, "t": null })));
        };
        let latest = session.sequence;
        let Some(seen) = data["seq"].as_u64().filter(|seen| *seen <= latest) else {
            session.ended = true;
            self.violate(format!("gateway RESUME: seq {} was never sent; the last is {latest}", data["seq"]));
            return Err(Order::Close(4007));
        };
        session.connection = Some(connection);
        for event in session.events.iter().filter(|event| event["s"].as_u64() > Some(seen)) {
            session.order(Order::Send(event.clone()));
        }
        session.append("RESUMED", &json!({ "_trace": [] }));
        self.resumes += 1;
        Ok(wanted.to_owned())
    }

    /// A connection is gone; its session may live on.
    pub fn disconnect(&mut self, session_id: &str, number: u64, ends: bool) {
        let found = self.sessions.iter_mut().find(|session| session.id == session_id);
        if let Some(session) = found
            && session.connection.as_ref().is_some_and(|connection| connection.number == number)
        {
            session.connection = None;
            session.ended |= ends;
        }
    }

    /// A heartbeat says which event was seen last.
    pub fn heartbeat(&mut self, session_id: Option<&str>, seen: &Value) {
        let session = self.sessions.iter().find(|session| Some(session.id.as_str()) == session_id);
        let latest = session.map_or(0, |session| session.sequence);
        let believable = seen.is_null() || seen.as_u64().is_some_and(|seen| seen <= latest);
        if !believable {
            self.violate(format!("gateway HEARTBEAT: seq {seen} was never sent; the last is {latest}"));
        }
    }
}
