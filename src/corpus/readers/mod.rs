//! One reader per format: bytes in, readable text with its blocks and links out.

mod encoding;
mod front_matter;
mod html;
mod jsonl;
mod lines;
mod markdown;
mod pdf;
mod plain;
mod writer;

use std::path::Path;

pub(super) use jsonl::{Record, record};
pub use pdf::{answer_with_pages, read_pdfs_with};

use super::Lane;
use super::document::{Block, Link};
use super::problem::Problem;

/// The version of what the readers make of bytes: to be raised when the same bytes give another text.
pub const READERS: u32 = 2;

/// How bytes are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown, with or without front matter.
    Markdown,
    /// Plain text.
    Plain,
    /// A web page.
    Html,
    /// A PDF file.
    Pdf,
}

impl Format {
    /// The format that the ending of a file's name stands for.
    #[must_use]
    pub fn of_name(name: &Path) -> Option<Self> {
        match name.extension()?.to_str()?.to_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "txt" => Some(Self::Plain),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The format that a server's `Content-Type` stands for.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_lowercase();
        match essence.as_str() {
            "text/html" | "application/xhtml+xml" => Some(Self::Html),
            "application/pdf" => Some(Self::Pdf),
            "text/markdown" => Some(Self::Markdown),
            "text/plain" => Some(Self::Plain),
            _ => None,
        }
    }

    /// The ending of a file in this format.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Plain => "txt",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }
}

/// What a reader makes of bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Readable {
    /// The document's title, when the text gives one.
    pub title: Option<String>,
    /// Who wrote it, when it says so.
    pub authors: Vec<String>,
    /// When it was published (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), when it says so.
    pub published: Option<String>,
    /// The address that it gives as its own.
    pub canonical: Option<String>,
    /// Whose voice it is, when its front matter says so.
    pub lane: Option<Lane>,
    /// How a quotation from it is introduced, when its front matter says so.
    pub speaker: Option<String>,
    /// Its readable text.
    pub text: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its links.
    pub links: Vec<Link>,
    /// Why it is not sure that this is the main text and all of it, in a sentence for the operator. What is in doubt is not
    /// indexed in place of something better.
    pub doubt: Option<String>,
}

/// Bytes that a reader can make nothing of.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Unreadable {
    /// What is wrong, as the end of a sentence that begins with the file's name.
    pub what: String,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The next step.
    pub hint: Option<String>,
}

impl Unreadable {
    fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), line: None, hint: None }
    }

    /// The same, as a problem with `file`.
    pub(super) fn of(self, file: &Path) -> Problem {
        let mut problem = Problem::new(file, self.what);
        if let Some(line) = self.line {
            problem = problem.on_line(line);
        }
        match self.hint {
            Some(hint) => problem.hint(hint),
            None => problem,
        }
    }
}

/// Reads bytes. `charset` is the encoding that whoever sent them said they are in, if anybody did.
///
/// # Errors
/// Why they cannot be read.
pub fn read(format: Format, charset: Option<&str>, bytes: &[u8]) -> Result<Readable, Unreadable> {
    let readable = match format {
        Format::Markdown => of_text(charset, bytes, markdown::read)?,
        Format::Plain => of_text(charset, bytes, plain::read)?,
        Format::Html => html::read(charset, bytes)?,
        Format::Pdf => pdf::read(bytes)?,
    };
    Ok(readable)
}

fn of_text(charset: Option<&str>, bytes: &[u8], read: impl Fn(&str) -> Readable) -> Result<Readable, Unreadable> {
    let decoded = encoding::decode(bytes, &[charset])?;
    Ok(Readable { doubt: decoded.doubt, ..read(&decoded.text) })
}

/// The file's text, which must be UTF-8, without a byte order mark and with line ends as `\n`.
pub(super) fn decode(file: &Path) -> Result<String, Problem> {
    let bytes = std::fs::read(file).map_err(|error| super::fingerprint::unreadable(file, &error))?;
    text(&bytes).map_err(|unreadable| unreadable.of(file))
}

/// The same, of bytes.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, &error))?;
    Ok(unix_lines(text.strip_prefix('\u{feff}').unwrap_or(text)))
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> Unreadable {
    let before = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
    Unreadable {
        line: Some(before + 1),
        hint: Some("save the file as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`".to_owned()),
        ..Unreadable::new("is not UTF-8 text here")
    }
}

/// The text with line ends as `\n`.
fn unix_lines(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}
