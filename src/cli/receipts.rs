//! Receipts as files: written beside an answer, and verified against the corpus.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{CliError, FOUND, NOT_FOUND, print};
use crate::answer::{Answer, Answerer, Receipt};
use crate::app::OpenError;
use crate::words::terminal;

/// Writes the receipt of an answer.
pub(super) fn write(answerer: &Answerer, answer: &Answer, file: &Path) -> Result<(), CliError> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let receipt = Receipt::of(answer, answerer, now)?;
    let mut json = serde_json::to_string_pretty(&receipt).map_err(std::io::Error::from)?;
    json.push('\n');
    fs::write(file, json).map_err(|error| CliError::Usage(format!("cannot write the receipt {}: {error}", file.display())))
}

/// Verifies the receipt in `file`, and tells of each quote whether it stands. The file is read before the index is opened.
pub(super) fn verify(open: &dyn Fn() -> Result<Answerer, OpenError>, file: &Path, json: bool) -> Result<u8, CliError> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| CliError::Usage(format!("{name}: {error}")))?;
    let receipt: Receipt = serde_json::from_str(&text).map_err(|error| {
        let told = error.to_string();
        // The line is told with the file's name.
        let why = told.rsplit_once(" at line ").map_or(told.as_str(), |(why, _)| why);
        CliError::Usage(terminal::receipt::unreadable(&name, error.line(), why))
    })?;
    let verification = receipt.verify(&open()?)?;
    let holds = verification.holds();
    if json {
        print::json(&serde_json::json!({
            "holds": holds,
            "corpus_changed": verification.corpus_changed,
            "findings": verification.findings,
            "quotes": receipt.quotes.iter().zip(&verification.quotes).map(|(quote, findings)| serde_json::json!({
                "n": quote.n, "source": quote.source, "start": quote.start, "end": quote.end, "stands": findings.is_empty(), "findings": findings,
            })).collect::<Vec<_>>(),
        }))?;
        return Ok(if holds { FOUND } else { NOT_FOUND });
    }
    let mut lines = Vec::new();
    for (quote, findings) in receipt.quotes.iter().zip(&verification.quotes) {
        lines.push(if findings.is_empty() {
            terminal::receipt::quote_stands(quote.n, &quote.speaker, &quote.source, quote.start, quote.end)
        } else {
            terminal::receipt::quote_does_not_stand(quote.n, &quote.source, quote.start, quote.end, findings)
        });
    }
    lines.push(if holds { terminal::receipt::holds(receipt.quotes.len()) } else { terminal::receipt::does_not_hold().to_owned() });
    lines.extend(verification.findings.iter().map(|finding| format!("- {}.", terminal::receipt::finding(*finding))));
    if verification.corpus_changed {
        lines.push(if holds { terminal::receipt::corpus_changed() } else { terminal::receipt::corpus_changed_too() }.to_owned());
    }
    lines.push(String::new());
    print::text(&print::visible(&lines.join("\n")))?;
    Ok(if holds { FOUND } else { NOT_FOUND })
}
