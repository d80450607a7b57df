//! What Accord says to those who ask faster than it may answer. `until` is a moment in Unix seconds, which Discord shows to
//! each reader as the time that is left.

/// To somebody who asks too fast.
#[must_use]
pub fn you_ask_fast(until: i64) -> String {
    format!("You have asked a lot in a short time. I can take your next question <t:{until}:R>.")
}

/// To somebody in a channel where too much is asked.
#[must_use]
pub fn channel_asks_fast(until: i64) -> String {
    format!("A lot is being asked in this channel. I can take the next question here <t:{until}:R>. Elsewhere it may be sooner.")
}

/// To somebody in a server where too much is asked.
#[must_use]
pub fn server_asks_fast(until: i64) -> String {
    format!("A lot is being asked in this server. I can take the next question here <t:{until}:R>. In a direct message it may be sooner.")
}
