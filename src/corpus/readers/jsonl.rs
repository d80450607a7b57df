//! BEIR's layout: one JSON object a line with `_id`, `title` and `text`.

use serde::Deserialize;

use super::Unreadable;

/// One document of a `.jsonl` file.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    /// The document's id.
    #[serde(rename = "_id", alias = "id")]
    pub(crate) id: String,
    /// Its title, which may be empty.
    #[serde(default)]
    pub(crate) title: String,
    /// Its text.
    pub(crate) text: String,
}

/// The record that a line of a `.jsonl` file is.
pub(crate) fn record(line: &str) -> Result<Record, Unreadable> {
    serde_json::from_str(line).map_err(|error| Unreadable {
        hint: Some("each line is a JSON object with the strings \"_id\", \"title\" (may be left out) and \"text\"".to_owned()),
        ..Unreadable::new(format!("this line is not a document: {error}"))
    })
}
