//! The gateway's sockets: one task for each connection, which carries the model's orders out.

use std::collections::VecDeque;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{Error as SocketError, Message as Frame};

use super::limits::{COMPRESSED_ABOVE_BYTES, GATEWAY_PAYLOAD_BYTES, GATEWAY_SENDS, GATEWAY_SENDS_WINDOW, HEARTBEAT_GRACE};
use super::server::Shared;
use super::session::{Connection, Order, ends_session};

const HEARTBEAT: u64 = 1;
const IDENTIFY: u64 = 2;
const PRESENCE_UPDATE: u64 = 3;
const RESUME: u64 = 6;
const RECONNECT: u64 = 7;
const REQUEST_GUILD_MEMBERS: u64 = 8;
const INVALID_SESSION: u64 = 9;

/// Accepts connections until it is dropped, and drops theirs with it.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    let mut number = 0;
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _peer)) = accepted else { continue };
                number += 1;
                connections.spawn(converse(stream, number, Arc::clone(&shared)));
            }
            Some(ended) = connections.join_next() => {
                if let Err(broken) = ended {
                    shared.with(|state| state.violate(format!("the fake gateway itself broke: {broken}")));
                }
            }
        }
    }
}

async fn converse(stream: TcpStream, number: u64, shared: Arc<Shared>) {
    // A bot that is stopped while it connects is no breach of a rule.
    let Ok(socket) = tokio_tungstenite::accept_async(stream).await else {
        return;
    };
    let (sender, orders) = unbounded_channel();
    let mut line = Line {
        socket,
        shared,
        number,
        sender,
        session: None,
        compress: false,
        sends: VecDeque::new(),
        last_heartbeat: Instant::now(),
        leaving: false,
        ends: false,
    };
    line.talk(orders).await;
    line.hang_up();
}

/// One connection, as the server sees it.
struct Line {
    socket: WebSocketStream<TcpStream>,
    shared: Arc<Shared>,
    number: u64,
    /// The other end of this line's orders, lent to its session.
    sender: UnboundedSender<Order>,
    session: Option<String>,
    compress: bool,
    /// When the client sent something, within the window that the limit looks at.
    sends: VecDeque<Instant>,
    last_heartbeat: Instant,
    /// The client has been told to go: its heartbeat is not waited for.
    leaving: bool,
    /// The way this connection ended also ends its session.
    ends: bool,
}

impl Line {
    async fn talk(&mut self, mut orders: UnboundedReceiver<Order>) {
        let interval = self.shared.look(|state| state.settings.heartbeat);
        let milliseconds = u64::try_from(interval.as_millis()).expect("an interval of sane length");
        let hello = json!({ "op": 10, "s": null, "t": null, "d": { "heartbeat_interval": milliseconds } });
        let mut next = self.obey(Order::Send(hello)).await;
        while next.is_continue() {
            let too_late = self.last_heartbeat + interval.mul_f64(HEARTBEAT_GRACE);
            next = tokio::select! {
                // Orders first: what was sent before a client's frame was also decided before it.
                biased;
                Some(order) = orders.recv() => self.obey(order).await,
                frame = self.socket.next() => self.hear(frame).await,
                () = tokio::time::sleep_until(too_late), if !self.leaving => {
                    let sentence = format!("no heartbeat came within {HEARTBEAT_GRACE} × {interval:?}");
                    self.fault(4009, sentence).await
                }
            };
        }
    }

    fn hang_up(&mut self) {
        if let Some(session) = self.session.take() {
            self.shared.with(|state| state.disconnect(&session, self.number, self.ends));
        }
    }

    async fn obey(&mut self, order: Order) -> ControlFlow<()> {
        match order {
            Order::Send(payload) => {
                self.take_leave(&payload);
                let sent = self.socket.send(self.frame(&payload)).await;
                if sent.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            }
            Order::Close(code) => self.close(code).await,
            Order::Drop => ControlFlow::Break(()),
        }
    }

    /// What is said to the client may mean that its session is over here.
    fn take_leave(&mut self, payload: &Value) {
        let operation = payload["op"].as_u64();
        self.leaving |= operation == Some(RECONNECT) || operation == Some(INVALID_SESSION);
        if operation == Some(INVALID_SESSION) {
            self.ends = payload["d"] == false;
            self.hang_up();
        }
    }

    fn frame(&self, payload: &Value) -> Frame {
        let text = payload.to_string();
        if !self.compress || text.len() <= COMPRESSED_ABOVE_BYTES {
            return Frame::Text(text);
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).expect("writing to memory");
        Frame::Binary(encoder.finish().expect("writing to memory"))
    }

    async fn close(&mut self, code: u16) -> ControlFlow<()> {
        self.ends = ends_session(code);
        self.hang_up();
        let frame = CloseFrame { code: CloseCode::from(code), reason: "".into() };
        // The client may have left already; either way the connection is over.
        let _gone = self.socket.close(Some(frame)).await;
        while let Some(Ok(_ignored)) = self.socket.next().await {}
        ControlFlow::Break(())
    }

    /// A breach of the gateway's rules: remembered, and answered with a close code.
    async fn fault(&mut self, code: u16, sentence: String) -> ControlFlow<()> {
        self.shared.with(|state| state.violate(format!("gateway: {sentence}")));
        self.close(code).await
    }

    async fn hear(&mut self, frame: Option<Result<Frame, SocketError>>) -> ControlFlow<()> {
        match frame {
            Some(Ok(Frame::Text(text))) => self.receive(&text).await,
            Some(Ok(Frame::Close(frame))) => self.bid_farewell(frame).await,
            Some(Ok(Frame::Binary(_))) => self.fault(4002, "a binary frame was sent".to_owned()).await,
            Some(Ok(_ping_or_pong)) => ControlFlow::Continue(()),
            Some(Err(_)) | None => ControlFlow::Break(()),
        }
    }

    /// The client closes. Answering is reading on: the library replies by itself.
    async fn bid_farewell(&mut self, frame: Option<CloseFrame<'_>>) -> ControlFlow<()> {
        self.ends = frame.is_some_and(|frame| ends_session(frame.code.into()));
        self.hang_up();
        if self.shared.look(|state| state.mute_close) {
            std::future::pending::<()>().await;
        }
        while let Some(Ok(_ignored)) = self.socket.next().await {}
        ControlFlow::Break(())
    }

    async fn receive(&mut self, text: &str) -> ControlFlow<()> {
        if text.len() > GATEWAY_PAYLOAD_BYTES {
            let sentence = format!("a payload of {} bytes was sent; {GATEWAY_PAYLOAD_BYTES} are allowed", text.len());
            return self.fault(4002, sentence).await;
        }
        if self.is_hasty() {
            let sentence = format!("more than {GATEWAY_SENDS} payloads were sent in {GATEWAY_SENDS_WINDOW:?}");
            return self.fault(4008, sentence).await;
        }
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return self.fault(4002, format!("this is not JSON: {text}")).await;
        };
        let (operation, data) = (payload["op"].as_u64(), &payload["d"]);
        match operation {
            Some(HEARTBEAT) => self.heartbeat(data).await,
            Some(IDENTIFY | RESUME) if self.session.is_some() => {
                self.fault(4005, "a session was begun twice on one connection".to_owned()).await
            }
            Some(IDENTIFY) => self.identify(data).await,
            Some(RESUME) => self.resume(data).await,
            _ if self.session.is_none() => self.fault(4003, format!("{payload} was sent before IDENTIFY")).await,
            Some(PRESENCE_UPDATE | REQUEST_GUILD_MEMBERS) => ControlFlow::Continue(()),
            _ => self.fault(4001, format!("{payload} has an unknown opcode")).await,
        }
    }

    fn is_hasty(&mut self) -> bool {
        let now = Instant::now();
        self.sends.push_back(now);
        while self.sends.front().is_some_and(|sent| now - *sent > GATEWAY_SENDS_WINDOW) {
            self.sends.pop_front();
        }
        self.sends.len() > GATEWAY_SENDS
    }

    async fn heartbeat(&mut self, seen: &Value) -> ControlFlow<()> {
        self.last_heartbeat = Instant::now();
        self.shared.with(|state| state.heartbeat(self.session.as_deref(), seen));
        self.obey(Order::Send(json!({ "op": 11, "d": null, "s": null, "t": null }))).await
    }

    fn connection(&self) -> Connection {
        Connection { number: self.number, orders: self.sender.clone() }
    }

    async fn identify(&mut self, data: &Value) -> ControlFlow<()> {
        self.compress = data["compress"].as_bool().unwrap_or(false);
        let connection = self.connection();
        match self.shared.with(|state| state.identify(data, connection)) {
            Ok(session) => {
                self.session = Some(session);
                ControlFlow::Continue(())
            }
            Err(code) => self.close(code).await,
        }
    }

    async fn resume(&mut self, data: &Value) -> ControlFlow<()> {
        let connection = self.connection();
        match self.shared.with(|state| state.resume(data, connection)) {
            Ok(session) => {
                self.session = Some(session);
                ControlFlow::Continue(())
            }
            Err(refusal) => self.obey(refusal).await,
        }
    }
}
