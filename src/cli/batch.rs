//! Many questions on one loaded index, a JSON object a line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use serde::Deserialize;

use super::{CliError, FOUND};
use crate::answer::{Answerer, Scope, WireAnswer};

/// A line of the batch: ours, or a BEIR query.
#[derive(Deserialize)]
struct Line {
    #[serde(alias = "_id")]
    id: String,
    #[serde(alias = "text")]
    question: String,
}

/// Answers every line of `file` from what lies within `scope`, in order.
pub(super) fn run(answerer: &Answerer, file: &Path, scope: &Scope, hits: usize) -> Result<u8, CliError> {
    let name = file.display();
    let reader = File::open(file).map_err(|error| CliError::Usage(format!("{name}: {error}")))?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (index, line) in BufReader::new(reader).lines().enumerate() {
        let at = index + 1;
        let line = line.map_err(|error| CliError::Usage(format!("{name}:{at}: {error}")))?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|error| {
            CliError::Usage(format!("{name}:{at}: {error}; each line is a JSON object like {{\"id\":\"q1\",\"question\":\"…\"}}"))
        })?;
        let began = Instant::now();
        let question = answerer.question(&line.question, None);
        let mut wire = WireAnswer::prove(&answerer.answer_within(&question, scope)?, answerer, hits)?;
        wire.took_us = microseconds(began);
        wire.id = Some(line.id);
        serde_json::to_writer(&mut out, &wire).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(FOUND)
}

/// The time since `began`, in whole microseconds.
pub(super) fn microseconds(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX)
}
