//! The text of a PDF file's pages, extracted where it can do no harm.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use pdf_extract::{Document, Error, PlainTextOutput, output_doc_page};

use super::Extracted;
use crate::corpus::readers::Unreadable;

/// How long a file may take. A book of a thousand pages takes a quarter of it.
const LONGEST: Duration = Duration::from_secs(60);

/// How much text a file may give, in bytes: a hundred times a long contract.
const MOST_TEXT: u64 = 64 << 20;

/// How much memory a child may take, in KiB; where the system's shell can say so.
const MOST_MEMORY: u32 = 2 << 20;

/// The program, and the word that makes it [`answer_with_pages`].
static READER: OnceLock<(PathBuf, OsString)> = OnceLock::new();

/// Has PDF files read by children of `program`, which is called with `word` and must then call [`answer_with_pages`]. The
/// first call counts.
pub fn read_pdfs_with(program: PathBuf, word: &str) {
    // It was said before: there is one program.
    let _ = READER.set((program, OsString::from(word)));
}

/// Reads a PDF file from `input` and writes its pages' text to `output`, for whoever started this program to that end.
///
/// # Errors
/// Those of `input` and `output`.
pub fn answer_with_pages(mut input: impl Read, mut output: impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    serde_json::to_writer(&mut output, &extracted(&bytes))?;
    output.flush()
}

/// The text of each page of a file.
pub(super) fn pages(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    match READER.get().map(|(program, word)| spawned(program, word)) {
        Some(Ok(child)) => by_a_child(child, bytes),
        // The program's file is gone, as after an update: what is in memory still can.
        Some(Err(_)) | None => on_a_thread(bytes),
    }
}

/// A child within a limit of memory, where there is a shell that sets one.
fn spawned(program: &PathBuf, word: &OsString) -> std::io::Result<Child> {
    let piped = |command: &mut Command| command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    if cfg!(unix) {
        let limited = format!("ulimit -v {MOST_MEMORY} 2>/dev/null; exec \"$0\" \"$@\"");
        if let Ok(child) = piped(Command::new("/bin/sh").arg("-c").arg(limited).arg(program).arg(word)) {
            return Ok(child);
        }
    }
    piped(Command::new(program).arg(word))
}

fn by_a_child(mut child: Child, bytes: &[u8]) -> Result<Extracted, Unreadable> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else { return Err(given_up("cannot be read")) };
    let written = std::thread::scope(|scope| {
        // A child that ends early closes the pipe; what it answered, or that it did not, says all.
        scope.spawn(move || stdin.write_all(bytes));
        let (send, answer) = channel();
        scope.spawn(move || {
            let mut json = Vec::new();
            let read = stdout.take(MOST_TEXT).read_to_end(&mut json);
            // Whoever waited may have given up.
            let _ = send.send(read.map(|_| json));
        });
        let answer = answer.recv_timeout(LONGEST);
        // It is done, or takes too long, or says too much: in any case its pipes are to be closed.
        let _ = child.kill();
        let _ = child.wait();
        answer
    });
    match written {
        Ok(Ok(json)) => serde_json::from_slice(&json).map_err(|_| given_up("is a PDF file at which the reader of PDF files broke down")),
        Ok(Err(error)) => Err(given_up(&format!("cannot be read: {error}"))),
        Err(_) => Err(too_long()),
    }
}

fn on_a_thread(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    let (send, answer) = channel();
    let bytes = bytes.to_vec();
    std::thread::spawn(move || {
        // Whoever waited may have given up.
        let _ = send.send(extracted(&bytes));
    });
    answer.recv_timeout(LONGEST).map_err(|error| match error {
        RecvTimeoutError::Timeout => too_long(),
        RecvTimeoutError::Disconnected => given_up("is a PDF file at which the reader of PDF files broke down"),
    })
}

fn too_long() -> Unreadable {
    given_up(&format!("is a PDF file that took more than {} seconds to read", LONGEST.as_secs()))
}

fn given_up(what: &str) -> Unreadable {
    super::with_hint(what, "save its text as .txt")
}

/// Extracts page by page, so that a page at which the reader breaks down does not take the others with it.
fn extracted(bytes: &[u8]) -> Extracted {
    // Files may be encrypted with an empty password, which everybody has; it is tried at opening.
    let file = match catch_unwind(|| Document::load_mem(bytes)) {
        Ok(Ok(file)) => file,
        Ok(Err(Error::Decryption(_) | Error::InvalidPassword)) => return Extracted::Locked,
        Ok(Err(_)) | Err(_) => return Extracted::Damaged,
    };
    if file.trailer.get(b"Encrypt").is_ok() && file.encryption_state.is_none() {
        return Extracted::Locked;
    }
    let numbers = catch_unwind(AssertUnwindSafe(|| file.get_pages().into_keys().collect::<Vec<u32>>())).unwrap_or_default();
    let mut pages = Vec::new();
    let mut length = 0;
    for number in numbers {
        let page = page(&file, number);
        length += page.as_ref().map_or(0, String::len);
        pages.push(page);
        // What is written down is longer than the text: quotation marks and control characters are written as several bytes.
        if length as u64 > MOST_TEXT / 2 {
            break;
        }
    }
    if pages.is_empty() { Extracted::Damaged } else { Extracted::Pages(pages) }
}

fn page(file: &Document, number: u32) -> Option<String> {
    let text = catch_unwind(AssertUnwindSafe(|| {
        let mut text = String::new();
        output_doc_page(file, &mut PlainTextOutput::new(&mut text), number).ok()?;
        Some(text)
    }));
    text.ok().flatten()
}
