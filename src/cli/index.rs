//! `accord index`: builds the index anew and says what that changes, rolls back, or lists what is there.

use std::cell::Cell;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::args::IndexArgs;
use super::{CliError, FOUND, print};
use crate::app::{OpenError, Places};
use crate::index::{Generations, Listed};
use crate::reindex::{self, CancelFlag, Options, Outcome, Progress, percent};
use crate::words::terminal::reindex as say;

/// How often the spinner on a terminal turns.
const TICK: Duration = Duration::from_millis(120);

pub(super) fn run(places: &Places, args: &IndexArgs, json: bool) -> Result<u8, CliError> {
    let generations = Generations::at(&places.index);
    if args.list {
        return list(&generations, json);
    }
    if args.rollback {
        let rolled_back = generations.rollback().map_err(OpenError::from)?;
        let (from, to, snapshot) = (&rolled_back.from, &rolled_back.to, &rolled_back.manifest.snapshot);
        if json {
            print::json(&json!({ "outcome": "rolled_back", "from": from, "generation": to, "snapshot": snapshot }))?;
        } else {
            print::text(&format!("{}\n", say::rolled_back(from, to, snapshot)))?;
        }
        return Ok(FOUND);
    }
    let options = Options { dry_run: args.dry_run, force: args.force, keep: args.keep, strict: args.strict, unasked: false };
    let outcome = watched(places, &options, json)?;
    if json {
        print::json(&outcome)?;
    } else {
        print::text(&print::visible(&outcome.to_string()))?;
    }
    Ok(FOUND)
}

/// Runs the job and shows how far it has come: as JSON lines for machines, as a line that changes on a terminal, and not at
/// all elsewhere.
fn watched(places: &Places, options: &Options, json: bool) -> Result<Outcome, CliError> {
    let told: Cell<Option<(u8, usize)>> = Cell::default();
    if json {
        return Ok(reindex::run(places, options, &|progress| in_json(progress, &told), &CancelFlag::default())?);
    }
    if !io::stderr().is_terminal() {
        return Ok(reindex::run(places, options, &|_| {}, &CancelFlag::default())?);
    }
    let line = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        line.set_style(style);
    }
    line.enable_steady_tick(TICK);
    let done = reindex::run(places, options, &|progress| line.set_message(in_words(progress)), &CancelFlag::default());
    line.finish_and_clear();
    Ok(done?)
}

/// Tells each stage, and each percent of a long one.
fn in_json(progress: Progress, told: &Cell<Option<(u8, usize)>>) {
    let step = match progress {
        Progress::Reading => (0, 0),
        Progress::Indexing { done, total, .. } => (1, percent(done, total)),
        Progress::Verifying => (2, 0),
        Progress::Comparing { done, total } => (3, percent(done, total)),
        Progress::Publishing => (4, 0),
    };
    if told.replace(Some(step)) != Some(step) {
        eprintln!("{}", json!({ "progress": progress }));
    }
}

fn in_words(progress: Progress) -> String {
    match progress {
        Progress::Reading => say::reading().to_owned(),
        Progress::Indexing { done, total, remaining } => say::indexing(percent(done, total), remaining.map(|left| left.as_secs())),
        Progress::Verifying => say::verifying().to_owned(),
        Progress::Comparing { done, total } => say::comparing(done, total),
        Progress::Publishing => say::publishing().to_owned(),
    }
}

fn list(generations: &Generations, json: bool) -> Result<u8, CliError> {
    let list = generations.list().map_err(OpenError::from)?;
    if json {
        print::json(&list.iter().map(in_list).collect::<Vec<_>>())?;
        return Ok(FOUND);
    }
    if list.is_empty() {
        print::text(&format!("{}\n", say::no_generations()))?;
    }
    for listed in &list {
        let line = match &listed.manifest {
            Ok(manifest) => {
                let built = print::utc(manifest.built_at);
                say::generation(&listed.name, &built, manifest.documents, manifest.passages, &manifest.snapshot)
            }
            Err(error) => say::damaged_generation(&listed.name, &error.to_string()),
        };
        let marks = [(listed.current, say::is_current()), (listed.withdrawn, say::is_withdrawn())];
        let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| format!(" ({mark})")).collect();
        print::text(&print::visible(&format!("{line}{marks}\n")))?;
    }
    Ok(FOUND)
}

fn in_list(listed: &Listed) -> serde_json::Value {
    let Listed { name, current, withdrawn, manifest } = listed;
    match manifest {
        Ok(manifest) => json!({
            "generation": name, "current": current, "withdrawn": withdrawn, "snapshot": manifest.snapshot,
            "built_at": print::utc(manifest.built_at), "documents": manifest.documents, "passages": manifest.passages,
        }),
        Err(error) => json!({ "generation": name, "current": current, "withdrawn": withdrawn, "error": error.to_string() }),
    }
}
