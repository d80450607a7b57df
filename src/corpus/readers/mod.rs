//! One reader per format: bytes of a file in, readable text with its blocks and links out.

mod jsonl;
mod markdown;
mod plain;

use std::path::Path;

pub(super) use jsonl::{Record, records};

use super::document::{Block, Link};
use super::problem::Problem;

/// What a reader makes of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Readable {
    /// The document's title, when the text gives one.
    pub(super) title: Option<String>,
    /// Its readable text.
    pub(super) text: String,
    /// Its blocks, in order.
    pub(super) blocks: Vec<Block>,
    /// Its links.
    pub(super) links: Vec<Link>,
}

/// Reads `content` as the format that the ending of `file` names.
pub(super) fn read(file: &Path, content: &str) -> Readable {
    match file.extension().and_then(|e| e.to_str()).map(str::to_lowercase).as_deref() {
        Some("md" | "markdown") => markdown::read(content),
        _ => plain::read(content),
    }
}

/// The file's text, without a byte order mark and with line ends as `\n`.
pub(super) fn decode(file: &Path) -> Result<String, Problem> {
    let bytes = std::fs::read(file).map_err(|error| super::fingerprint::unreadable(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count();
        Problem::new(file, "is not UTF-8 text here")
            .on_line(before + 1)
            .hint("save the file as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
}
