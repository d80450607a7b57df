//! A PDF file: its pages' text, made into paragraphs again.
//!
//! What extracts the text panics at what it does not know, may not come to an end, and takes what memory a file makes it take.
//! The program therefore has a child of its own do it, within limits. A library that is used without the program (in tests)
//! does it on a thread, which is safe from panics and is not waited for longer than a child would be.

mod extract;
mod layout;

use super::{Readable, Unreadable};

pub use extract::{answer_with_pages, read_pdfs_with};

/// What a PDF file begins with, within its first kilobyte.
const MARK: &[u8] = b"%PDF-";

/// Pages of which more than one in so many have no text were scanned.
const SCANNED: usize = 2;

/// What was extracted from a file, or why nothing was.
#[derive(Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Extracted {
    /// The text of each page; none for a page that cannot be read.
    Pages(Vec<Option<String>>),
    /// It can only be opened with a password.
    Locked,
    /// It is damaged, or not a PDF file at all.
    Damaged,
}

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8]) -> Result<Readable, Unreadable> {
    if !bytes.get(..bytes.len().min(1024)).unwrap_or_default().windows(MARK.len()).any(|window| window == MARK) {
        return Err(Unreadable::new("is not a PDF file"));
    }
    let pages = match extract::pages(bytes)? {
        Extracted::Pages(pages) => pages,
        Extracted::Locked => return Err(with_hint("is a PDF file that is locked with a password", "save it without a password")),
        Extracted::Damaged => return Err(with_hint("is a damaged PDF file", "open it in another program and save it anew")),
    };
    let texts: Vec<&str> = pages.iter().map(|page| page.as_deref().unwrap_or_default()).collect();
    let readable = layout::readable(&texts);
    if readable.blocks.is_empty() {
        let lost = pages.iter().any(Option::is_none);
        let what = if lost { "is a PDF file of a kind that cannot be read" } else { "holds no text (a scan?)" };
        return Err(with_hint(what, "save its text as .txt, or have it recognised by an OCR program"));
    }
    let lost: Vec<String> = pages.iter().enumerate().filter(|(_, page)| page.is_none()).map(|(place, _)| (place + 1).to_string()).collect();
    let silent = texts.iter().filter(|text| text.trim().is_empty()).count();
    let doubt = match lost.as_slice() {
        [] if silent * SCANNED > texts.len() => Some(format!("{silent} of its {} pages hold no text (a scan?)", texts.len())),
        [] => None,
        [only] => Some(format!("its page {only} cannot be read")),
        several => Some(format!("its pages {} cannot be read", several.join(", "))),
    };
    Ok(Readable { doubt, ..readable })
}

fn with_hint(what: &str, hint: &str) -> Unreadable {
    Unreadable { hint: Some(hint.to_owned()), ..Unreadable::new(what) }
}
