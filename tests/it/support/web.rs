//! A web server on this machine that behaves as servers do, and as none should: it breaks off, trickles, lies, and never ends.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

/// How long a server that trickles takes from one byte to the next.
const TRICKLE: Duration = Duration::from_millis(20);

/// The server. It stops when it is dropped.
pub struct Web {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    pages: Mutex<HashMap<String, Vec<Answer>>>,
    asked: Mutex<Vec<Asked>>,
    stopped: AtomicBool,
}

/// A request that came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Path and query.
    pub target: String,
    /// Names in lower case.
    pub headers: HashMap<String, String>,
}

/// What a path answers.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Body,
}

#[derive(Debug, Clone)]
enum Body {
    Whole(Vec<u8>),
    /// So many bytes are promised, and then the connection is closed.
    Cut(Vec<u8>, u64),
    /// Goes on for ever, in chunks.
    Endless,
    /// A byte now and then, for ever.
    Trickling,
    /// Not even a status.
    Silence,
}

impl Answer {
    pub fn page(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::status(200).with("Content-Type", media_type).body(Body::Whole(body.into()))
    }

    pub fn text(body: &str) -> Self {
        Self::page("text/plain; charset=utf-8", body)
    }

    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Body::Whole(b"nothing to see".to_vec()) }
    }

    pub fn redirect(to: &str) -> Self {
        Self::status(302).with("Location", to)
    }

    /// Text that is packed into a thousandth of itself.
    pub fn bomb(unpacked: usize) -> Self {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        let line = b"the same line again and again, and nothing else.\n".repeat(1000);
        for _ in 0..unpacked.div_ceil(line.len()) {
            packed.write_all(&line).expect("memory takes it");
        }
        Self::page("text/plain", packed.finish().expect("memory takes it")).with("Content-Encoding", "gzip")
    }

    pub fn packed(text: &str) -> Self {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(text.as_bytes()).expect("memory takes it");
        Self::page("text/plain", packed.finish().expect("memory takes it")).with("Content-Encoding", "gzip")
    }

    pub fn endless() -> Self {
        Self::page("text/plain", "").body(Body::Endless)
    }

    pub fn trickling() -> Self {
        Self::page("text/plain", "").body(Body::Trickling)
    }

    pub fn silence() -> Self {
        Self::status(200).body(Body::Silence)
    }

    /// Promises more bytes than come.
    pub fn cut(body: &str, promised: u64) -> Self {
        Self::page("text/plain", "").body(Body::Cut(body.into(), promised))
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }
}

impl Web {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this machine");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::<Shared>::default();
        let served = Arc::clone(&shared);
        let listening = thread::spawn(move || {
            for stream in listener.incoming() {
                if served.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let (Ok(stream), served) = (stream, Arc::clone(&served)) else { continue };
                // Whoever asked may be gone before the answer is: that is no fault of the server.
                thread::spawn(move || served.serve(stream).ok());
            }
        });
        Self { address, shared, listening: Some(listening) }
    }

    /// `127.0.0.1:PORT`.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What `path` answers from now on.
    pub fn serves(&self, path: &str, answer: Answer) {
        self.plays(path, vec![answer]);
    }

    /// What `path` answers, one after the other; the last one for ever.
    pub fn plays(&self, path: &str, answers: Vec<Answer>) {
        self.shared.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), answers);
    }

    /// Plays the Web Archive with one capture of `page`, below this server's own address.
    pub fn archives(&self, page: &str, time: &str, capture: Answer) {
        let closest = serde_json::json!({ "available": true, "status": "200", "timestamp": time, "url": "http://web.archive.org/ignored" });
        let available = serde_json::json!({ "url": page, "archived_snapshots": { "closest": closest } });
        self.serves(&available_at(page), Answer::page("application/json", available.to_string()));
        self.serves(&format!("/web/{time}id_/{page}"), capture);
    }

    /// The requests that came, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths that were asked for, without robots.txt.
    pub fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.target).filter(|target| target != "/robots.txt").collect()
    }

    pub fn forget(&self) {
        self.shared.asked.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            listening.join().expect("the server ends in peace");
        }
    }
}

/// Where the archive's captures of `page` are asked for, without the day.
fn available_at(page: &str) -> String {
    format!("/wayback/available?url={page}")
}

impl Shared {
    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let Some(asked) = read(&stream)? else { return Ok(()) };
        let answer = self.answer(&asked);
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked.clone());
        if matches!(answer.body, Body::Silence) {
            // Until the other side has had enough.
            stream.read_to_end(&mut Vec::new())?;
            return Ok(());
        }
        let known = answer.headers.iter().any(|(name, value)| name == "ETag" && asked.headers.get("if-none-match") == Some(value));
        let status = if known { 304 } else { answer.status };
        write!(stream, "HTTP/1.1 {status} So\r\nConnection: close\r\n")?;
        for (name, value) in &answer.headers {
            write!(stream, "{name}: {value}\r\n")?;
        }
        match answer.body {
            _ if known => write!(stream, "\r\n"),
            Body::Whole(body) => {
                write!(stream, "Content-Length: {}\r\n\r\n", body.len())?;
                stream.write_all(&body)
            }
            Body::Cut(body, promised) => {
                write!(stream, "Content-Length: {promised}\r\n\r\n")?;
                stream.write_all(&body)
            }
            Body::Endless => {
                write!(stream, "Transfer-Encoding: chunked\r\n\r\n")?;
                let line = b"on and on it goes\n".repeat(1000);
                while !self.stopped.load(Ordering::SeqCst) {
                    write!(stream, "{:x}\r\n", line.len())?;
                    stream.write_all(&line)?;
                    write!(stream, "\r\n")?;
                }
                Ok(())
            }
            Body::Trickling => {
                write!(stream, "Transfer-Encoding: chunked\r\n\r\n")?;
                while !self.stopped.load(Ordering::SeqCst) {
                    write!(stream, "1\r\nx\r\n")?;
                    thread::sleep(TRICKLE);
                }
                Ok(())
            }
            Body::Silence => Ok(()),
        }
    }

    fn answer(&self, asked: &Asked) -> Answer {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let target = percent_decoded(&asked.target);
        let without_day = target.split("&timestamp=").next().unwrap_or_default().to_owned();
        let path = target.split('?').next().unwrap_or_default().to_owned();
        let found = [target, without_day, path].into_iter().find(|key| pages.contains_key(key));
        match found.and_then(|key| pages.get_mut(&key)) {
            Some(answers) if answers.len() > 1 => answers.remove(0),
            Some(answers) => answers.first().cloned().unwrap_or_else(|| Answer::status(404)),
            None => Answer::status(404),
        }
    }
}

/// The head of a request; none when the other side only knocked.
fn read(stream: &TcpStream) -> std::io::Result<Option<Asked>> {
    let mut lines = BufReader::new(stream).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    let target = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = HashMap::new();
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    Ok(Some(Asked { target, headers }))
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok())).flatten();
        decoded.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
