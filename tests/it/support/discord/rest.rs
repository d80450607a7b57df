//! The REST side: reads a request, checks who asks, finds the route, dresses the answer.

use std::sync::Arc;

use axum::body::{Body as HttpBody, to_bytes};
use axum::extract::{Request, State as Extracted};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::command_routes::{self, Scope};
use super::limits::UPLOAD_BYTES;
use super::multipart::{Body, File};
use super::objects::content_type;
use super::refusal::{self, Refusal};
use super::server::Shared;
use super::state::{Id, Recorded, State};
use super::trouble::Failure;
use super::{channel_routes, interaction_routes};

const PREFIX: &str = "/api/v10";

/// A request, read.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: Method,
    /// Without `/api/v10`.
    pub path: String,
    pub query: String,
    pub body: Value,
    pub files: Vec<File>,
    pub arrived: Instant,
    authorization: Option<String>,
}

/// An answer that is not an error.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    Ok(Value),
    Created(Value),
    NoContent,
    File { bytes: Vec<u8>, kind: &'static str },
}

pub type Answer = Result<Reply, Refusal>;

pub fn parse_id(text: &str) -> Option<Id> {
    text.parse().ok()
}

impl State {
    /// Remembers a breach, with the route it happened on.
    pub fn breach(&mut self, call: &Call, sentence: &str) {
        self.violate(format!("{} {}: {sentence}", call.method, call.path));
    }

    /// Refuses a body that has any breach.
    pub fn refuse_form(&mut self, call: &Call, breaches: Vec<String>) -> Result<(), Refusal> {
        for sentence in &breaches {
            self.breach(call, sentence);
        }
        if breaches.is_empty() { Ok(()) } else { Err(Refusal::invalid_form(breaches)) }
    }
}

/// The whole REST side, as one handler.
pub async fn handle(Extracted(shared): Extracted<Arc<Shared>>, request: Request) -> Response {
    let arrived = Instant::now();
    let call = match read(request, arrived).await {
        Ok(call) => call,
        Err((call, problem)) => {
            let answer = shared.with(|state| {
                state.breach(&call, &problem);
                Err(refusal::BAD_JSON)
            });
            return dress(answer);
        }
    };
    let planned = shared.with(|state| {
        let path = if call.query.is_empty() { call.path.clone() } else { format!("{}?{}", call.path, call.query) };
        state.requests.push(Recorded { method: call.method.clone(), path, body: call.body.clone() });
        state.take_failure(&call)
    });
    if let Some(failure) = planned
        && let Some(response) = suffer(failure).await
    {
        return response;
    }
    dress(shared.with(|state| {
        authorize(state, &call)?;
        route(state, &call)
    }))
}

async fn read(request: Request, arrived: Instant) -> Result<Call, (Call, String)> {
    let (parts, body) = request.into_parts();
    let text = |name| header_text(&parts.headers, name);
    let path = parts.uri.path();
    let mut call = Call {
        method: parts.method.clone(),
        // What lacks the version keeps its whole path, so that no route matches it.
        path: path.strip_prefix(PREFIX).unwrap_or(path).to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body: Value::Null,
        files: Vec::new(),
        arrived,
        authorization: text(header::AUTHORIZATION),
    };
    // Room for the form around a file of the greatest size.
    let most = 2 * UPLOAD_BYTES;
    let bytes = match to_bytes(body, most).await {
        Ok(bytes) => bytes,
        Err(error) => return Err((call, format!("the body cannot be read: {error}"))),
    };
    match Body::read(&text(header::CONTENT_TYPE).unwrap_or_default(), &bytes) {
        Ok(body) => {
            call.body = body.json;
            call.files = body.files;
            Ok(call)
        }
        Err(problem) => Err((call, format!("the body cannot be read: {problem}"))),
    }
}

fn header_text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// What a planned failure does to this request; `None` if it only came late.
async fn suffer(failure: Failure) -> Option<Response> {
    match failure {
        Failure::Status(status) => {
            let body = json!({ "message": format!("{status}: planned failure"), "code": 0 });
            Some(response(status, Some(&body)))
        }
        Failure::RateLimited { retry_after } => Some(rate_limited(retry_after.as_secs_f64())),
        // Unwinding ends this connection's task, and with it the connection. No panic: nothing is printed.
        Failure::DropConnection => std::panic::resume_unwind(Box::new("planned: connection dropped")),
        Failure::Delay(time) => {
            tokio::time::sleep(time).await;
            None
        }
    }
}

fn rate_limited(seconds: f64) -> Response {
    let body = json!({ "message": "You are being rate limited.", "retry_after": seconds, "global": false });
    let mut response = response(429, Some(&body));
    for (name, value) in [
        ("retry-after", seconds.ceil().to_string()),
        ("x-ratelimit-remaining", "0".to_owned()),
        ("x-ratelimit-reset-after", format!("{seconds:.3}")),
        ("x-ratelimit-scope", "user".to_owned()),
    ] {
        response.headers_mut().insert(name, value.parse().expect("a number is a header value"));
    }
    response
}

/// Only files and an interaction's own routes do without the bot's token: the latter carry another in the path.
fn authorize(state: &mut State, call: &Call) -> Result<(), Refusal> {
    // Files are fetched from another host, which asks nobody who they are.
    let open = ["/interactions/", "/webhooks/", "/attachments/"];
    let carries_token = open.iter().any(|start| call.path.starts_with(start));
    let expected = format!("Bot {}", state.settings.token);
    if carries_token || call.authorization.as_deref() == Some(expected.as_str()) {
        return Ok(());
    }
    state.breach(call, "the Authorization header is not `Bot <token>`");
    Err(refusal::UNAUTHORIZED)
}

fn route(state: &mut State, call: &Call) -> Answer {
    let segments: Vec<&str> = call.path.trim_matches('/').split('/').collect();
    match (call.method.as_str(), segments.as_slice()) {
        ("GET", ["gateway"]) => gateway(state, false),
        ("GET", ["gateway", "bot"]) => gateway(state, true),
        ("GET", ["users", "@me"]) => Ok(Reply::Ok(state.bot_user())),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => Ok(Reply::Ok(state.application_object())),
        (_, ["applications", application, "commands"]) => commands(state, call, application, None),
        (_, ["applications", application, "guilds", guild, "commands"]) => commands(state, call, application, Some(guild)),
        (_, ["interactions", ..] | ["webhooks", ..]) => interaction_routes::route(state, call, &segments),
        ("GET", ["attachments", id, _filename]) => file(state, call, id),
        (_, ["channels", ..] | ["users", "@me", "channels"]) => channel_routes::route(state, call, &segments),
        _ => no_route(state, call),
    }
}

pub fn no_route(state: &mut State, call: &Call) -> Answer {
    state.breach(call, "there is no such route in this Discord");
    Err(refusal::NO_SUCH_ROUTE)
}

fn commands(state: &mut State, call: &Call, application: &str, guild: Option<&str>) -> Answer {
    let scope = Scope::from_path(state, call, application, guild)?;
    match call.method.as_str() {
        "GET" => Ok(command_routes::list(state, call, scope)),
        "PUT" => command_routes::overwrite(state, call, scope),
        "POST" => command_routes::upsert(state, call, scope),
        _ => no_route(state, call),
    }
}

fn gateway(state: &State, for_bot: bool) -> Answer {
    if state.settings.gateway_down {
        return Err(refusal::UNAVAILABLE);
    }
    let mut answer = json!({ "url": state.gateway_url });
    if for_bot {
        let total = state.settings.identify_limit;
        answer["shards"] = json!(1);
        answer["session_start_limit"] = json!({
            "total": total, "remaining": total.saturating_sub(state.identifies),
            "reset_after": 86_400_000, "max_concurrency": 1,
        });
    }
    Ok(Reply::Ok(answer))
}

/// A file that is attached to a message, or was given to a command.
fn file(state: &mut State, call: &Call, id: &str) -> Answer {
    let attached = || state.messages.values().filter(|message| !message.deleted).flat_map(|message| &message.attachments);
    let known = parse_id(id).and_then(|id| state.given_files.get(&id).or_else(|| attached().find(|attachment| attachment.id == id)));
    match known {
        Some(file) => Ok(Reply::File { bytes: file.bytes.clone(), kind: content_type(&file.filename) }),
        None => no_route(state, call),
    }
}

fn dress(answer: Answer) -> Response {
    match answer {
        Ok(Reply::Ok(body)) => response(200, Some(&body)),
        Ok(Reply::Created(body)) => response(201, Some(&body)),
        Ok(Reply::NoContent) => response(204, None),
        Ok(Reply::File { bytes, kind }) => {
            let mut response = response(200, None);
            response.headers_mut().insert(header::CONTENT_TYPE, kind.parse().expect("a type of content is a header value"));
            *response.body_mut() = HttpBody::from(bytes);
            response
        }
        Err(refusal) => response(refusal.status, Some(&refusal.body())),
    }
}

/// Every answer says how much is left of a bucket: always plenty, so nobody needs to wait here.
fn response(status: u16, body: Option<&Value>) -> Response {
    let status = StatusCode::from_u16(status).expect("a status of HTTP");
    Response::builder()
        .status(status)
        .header("x-ratelimit-limit", "50")
        .header("x-ratelimit-remaining", "49")
        .header("x-ratelimit-reset", "1795165201.000")
        .header("x-ratelimit-reset-after", "1.000")
        .header("x-ratelimit-bucket", "fake0000000000000000000000000000")
        .header(header::CONTENT_TYPE, "application/json")
        .body(body.map_or_else(HttpBody::empty, |body| HttpBody::from(body.to_string())))
        .expect("a response of fixed parts")
}
