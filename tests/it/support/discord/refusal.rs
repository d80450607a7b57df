//! The ways in which Discord says no.

use serde_json::{Value, json};

/// An error answer: HTTP status, Discord's own code, its message.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub status: u16,
    pub code: u32,
    pub message: &'static str,
    pub details: Vec<String>,
}

const fn refusal(status: u16, code: u32, message: &'static str) -> Refusal {
    Refusal { status, code, message, details: Vec::new() }
}

pub const UNAUTHORIZED: Refusal = refusal(401, 0, "401: Unauthorized");
pub const NO_SUCH_ROUTE: Refusal = refusal(404, 0, "404: Not Found");
pub const UNAVAILABLE: Refusal = refusal(503, 0, "503: Service Unavailable");
pub const BAD_JSON: Refusal = refusal(400, 50109, "The request body contains invalid JSON.");
pub const UNKNOWN_CHANNEL: Refusal = refusal(404, 10003, "Unknown Channel");
pub const UNKNOWN_GUILD: Refusal = refusal(404, 10004, "Unknown Guild");
pub const UNKNOWN_MESSAGE: Refusal = refusal(404, 10008, "Unknown Message");
pub const UNKNOWN_USER: Refusal = refusal(404, 10013, "Unknown User");
pub const UNKNOWN_WEBHOOK: Refusal = refusal(404, 10015, "Unknown Webhook");
pub const UNKNOWN_INTERACTION: Refusal = refusal(404, 10062, "Unknown interaction");
pub const ALREADY_ACKNOWLEDGED: Refusal = refusal(400, 40060, "Interaction has already been acknowledged.");
pub const TOO_LARGE: Refusal = refusal(413, 40005, "Request entity too large");
pub const TOO_MANY_FOLLOW_UPS: Refusal = refusal(400, 40094, "This interaction has reached its maximum number of follow up messages");
pub const MISSING_ACCESS: Refusal = refusal(403, 50001, "Missing Access");
pub const NOT_THE_AUTHOR: Refusal = refusal(403, 50005, "Cannot edit a message authored by another user");
pub const EMPTY_MESSAGE: Refusal = refusal(400, 50006, "Cannot send an empty message");
pub const CLOSED_TO_DIRECT: Refusal = refusal(403, 50007, "Cannot send messages to this user");
pub const MISSING_PERMISSIONS: Refusal = refusal(403, 50013, "Missing Permissions");
pub const WRONG_CHANNEL_TYPE: Refusal = refusal(400, 50024, "Cannot execute action on this channel type");
pub const INVALID_WEBHOOK_TOKEN: Refusal = refusal(401, 50027, "Invalid Webhook Token");
pub const NO_HISTORY: Refusal = refusal(400, 160_002, "Cannot reply without permission to read message history");
pub const THREAD_EXISTS: Refusal = refusal(400, 160_004, "A thread has already been created for this message");

impl Refusal {
    /// 50035, with what is wrong.
    pub fn invalid_form(details: Vec<String>) -> Self {
        Self { details, ..refusal(400, 50035, "Invalid Form Body") }
    }

    pub fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if !self.details.is_empty() {
            let errors: Vec<Value> = self.details.iter().map(|detail| json!({ "code": "BASE_TYPE_BAD", "message": detail })).collect();
            body["errors"] = json!({ "_errors": errors });
        }
        body
    }
}
