//! Fetching sources from a web that is full of traps: what comes of it, what is kept, what is never asked.

mod adding;
mod bounding;
mod drifting;
mod guarding;
mod killing;
mod outcomes;
mod pages;

use std::fs;
use std::path::Path;
use std::time::Duration;

use accord::config::{AllowedHost, ArchiveConfig, FetchConfig};
use accord::fetch::{Fetcher, Outcome, Report, Row, Wanted};
use accord::reindex::CancelFlag;
use serde_json::Value;

use crate::support::program::Program;
use crate::support::web::Web;

/// A curated corpus with a note for each of these sources, given by id and the lines that their entries have beside the usual.
fn corpus(sources: &[(&str, String)]) -> Program {
    let mut entries = "format = 1\ntitle = \"Links\"\nabout = \"What was linked to.\"\n".to_owned();
    let program = Program::with(&[]);
    for (id, lines) in sources {
        let status = if lines.contains("status = ") { "" } else { "status = \"note\"\n" };
        entries.push_str(&format!(
            "\n[[source]]\nid = \"{id}\"\ntitle = \"The {id} story\"\nlane = \"reporting\"\nspeaker = \"Accord's note on {id}\"\nfile = \"{id}.md\"\n{status}{lines}\n"
        ));
        program.write(&format!("corpus/{id}.md"), format!("The note says what the {id} story is about.\n"));
    }
    program.write("corpus/corpus.toml", entries);
    program
}

/// One that has this address, and nothing else.
fn at(url: &str) -> String {
    format!("url = \"{url}\"")
}

/// Lets the program ask this server, and take it for the Web Archive too.
fn allow(program: &Program, web: &Web) {
    program.write(".env", format!("ACCORD_FETCH_ALLOW=127.0.0.1\nACCORD_FETCH_ARCHIVE={}\n", web.url("")));
}

/// Without pauses, with small bounds, and with this server as the Web Archive.
fn config(web: &Web) -> FetchConfig {
    FetchConfig {
        allow: vec![AllowedHost { host: "127.0.0.1".to_owned(), port: None }],
        archive: Some(ArchiveConfig { api: web.url(""), web: web.url("") }),
        connect_timeout: Duration::from_secs(2),
        silence_timeout: Duration::from_secs(20),
        answer_timeout: Duration::from_secs(20),
        most_text: 200_000,
        most_pdf: 400_000,
        pause: Duration::ZERO,
        attempts: 3,
        first_wait: Duration::from_millis(1),
        most_wait: Duration::from_secs(1),
    }
}

/// The same, for servers that are slow on purpose. A busy machine must not be taken for one.
fn impatient(web: &Web) -> FetchConfig {
    FetchConfig { silence_timeout: Duration::from_secs(1), answer_timeout: Duration::from_secs(2), ..config(web) }
}

async fn fetched(config: &FetchConfig, program: &Program) -> Report {
    let fetcher = Fetcher::new(config).expect("a client");
    let corpus = program.path("corpus");
    // As the bot does it: on another thread.
    let run = tokio::spawn(async move { fetcher.run(&corpus, &Wanted::All, &|_| {}, &CancelFlag::default()).await });
    run.await.expect("it does not panic").expect("a report")
}

fn row<'r>(report: &'r Report, id: &str) -> &'r Row {
    report.rows.iter().find(|row| row.source == id).unwrap_or_else(|| panic!("no row for {id}: {report:#?}"))
}

/// The first reason of a source that has no copy, by its name.
fn why(report: &Report, id: &str) -> (Outcome, String) {
    let row = row(report, id);
    let attempt = row.telling().unwrap_or_else(|| panic!("nothing failed: {row:#?}"));
    let reason = serde_json::to_value(&attempt.reason).expect("a reason");
    (row.outcome, reason["why"].as_str().expect("a name").to_owned())
}

/// What lies on the shelf, without the lock.
fn shelf(program: &Program) -> Vec<String> {
    let Ok(entries) = fs::read_dir(program.path("corpus/fetched")) else { return Vec::new() };
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name != ".lock").collect();
    names.sort();
    names
}

fn provenance(program: &Program, id: &str) -> Value {
    let json = fs::read(program.path(&format!("corpus/fetched/{id}.json"))).expect("a provenance");
    serde_json::from_slice(&json).expect("JSON")
}

/// The bytes of a copy.
fn copy(program: &Program, id: &str) -> Vec<u8> {
    let file = provenance(program, id)["file"].as_str().expect("a file").to_owned();
    fs::read(program.path("corpus/fetched").join(Path::new(&file))).expect("a copy")
}
