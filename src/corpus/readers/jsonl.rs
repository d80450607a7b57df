//! BEIR's layout: one JSON object a line with `_id`, `title` and `text`.

use std::path::Path;

use serde::Deserialize;

use crate::corpus::problem::Problem;

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

/// The records of a `.jsonl` file, and the lines that are none.
pub(crate) fn records(file: &Path, content: &str) -> (Vec<Record>, Vec<Problem>) {
    let mut records = Vec::new();
    let mut problems = Vec::new();
    for (index, line) in content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(record) => records.push(record),
            Err(error) => problems.push(
                Problem::new(file, format!("this line is not a document: {error}"))
                    .on_line(index + 1)
                    .hint("each line is a JSON object with the strings \"_id\", \"title\" (may be left out) and \"text\""),
            ),
        }
    }
    (records, problems)
}
