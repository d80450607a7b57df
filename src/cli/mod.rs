//! The command line: what can be typed, and what each command does with the core.

mod args;
mod batch;
mod chat;
mod commands;
mod explain;
mod fetch;
mod fetch_table;
mod index;
mod lookup;
mod picture;
mod print;
mod quoting;
mod receipts;
mod serve;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use thiserror::Error;

use self::args::{Args, READ_PDF};
use crate::answer::AnswerError;
use crate::app::OpenError;
use crate::config::ConfigError;
use crate::corpus::read_pdfs_with;
use crate::eval::EvalError;
use crate::fetch::FetchError;
use crate::picture::PictureError;
use crate::reindex::ReindexError;
use crate::serve::ServeError;
use crate::telemetry::TelemetryError;

/// The answer was found.
const FOUND: u8 = 0;
/// The corpus does not say, or more than one thing may be meant.
const NOT_FOUND: u8 = 1;
/// Something is wrong with what was typed, the corpus, the index or the connection.
const FAILED: u8 = 2;

/// What stops a command.
#[derive(Debug, Error)]
enum CliError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Reindex(#[from] ReindexError),
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Answer(#[from] AnswerError),
    #[error(transparent)]
    Serve(#[from] ServeError),
    #[error(transparent)]
    Telemetry(#[from] TelemetryError),
    #[error(transparent)]
    Eval(#[from] EvalError),
    #[error(transparent)]
    Picture(#[from] PictureError),
    #[error("{0}")]
    Usage(String),
    #[error("cannot write the output: {0}")]
    Output(#[from] std::io::Error),
}

/// Reads the command line, does what it says, and answers with the exit code: 0 found, 1 not found, 2 error.
#[must_use]
pub fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let json = typed.iter().any(|word| word == "--json");
    let args = match Args::try_parse_from(&typed) {
        Ok(args) => args,
        Err(error) if json && error.use_stderr() => {
            let message = error.to_string();
            report(true, message.trim_start_matches("error: ").trim());
            return ExitCode::from(FAILED);
        }
        // clap words and colours its own errors, and exits with 2 for them.
        Err(error) => error.exit(),
    };
    if let Ok(program) = std::env::current_exe() {
        read_pdfs_with(program, READ_PDF);
    }
    match commands::run(args) {
        Ok(code) => ExitCode::from(code),
        // Whoever read the output has closed it, as `head` does: nothing is wrong.
        Err(CliError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(FOUND),
        Err(error) => {
            report(json, &error.to_string());
            ExitCode::from(FAILED)
        }
    }
}

/// Tells what went wrong on stderr: in words, or as JSON for machines.
fn report(json: bool, message: &str) {
    if json {
        eprintln!("{}", serde_json::json!({ "error": message }));
    } else {
        anstream::eprintln!("{}error:{} {message}", print::BOLD, print::PLAIN);
    }
}
