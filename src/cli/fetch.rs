//! `accord fetch`: fetches what the corpus links to, adds and removes sources of the operator's own, and sees what changed.

use std::io::{self, IsTerminal};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::args::FetchArgs;
use super::{CliError, FOUND, NOT_FOUND, fetch_table, print};
use crate::app::Places;
use crate::config::{Environment, FetchConfig};
use crate::fetch::{Addition, Checked, DriftReport, FetchError, Fetcher, Progress, Report, Row, Wanted, What, remove};
use crate::reindex::CancelFlag;
use crate::words::terminal::fetch as say;

pub(super) fn run(places: &Places, args: FetchArgs, json: bool) -> Result<u8, CliError> {
    if let Some(id) = &args.remove {
        let removed = remove(&places.corpus, id)?;
        if json {
            print::json(&removed)?;
        } else {
            let said = if removed.added { say::removed_source(id) } else { say::removed_copy(id) };
            print::text(&print::visible(&format!("{said}\n")))?;
        }
        return Ok(FOUND);
    }
    let fetcher = Fetcher::new(&FetchConfig::read(&Environment::load(Path::new("."))?)?)?;
    let runtime = Runtime::new()?;
    let wanted = if args.sources.is_empty() { Wanted::All } else { Wanted::These(args.sources) };
    let cancel = CancelFlag::default();
    if let Some(what) = args.add {
        let addition = Addition { what: given(&what)?, id: args.id, title: args.title, lane: args.lane.map(Into::into) };
        let row = watched(json, |progress| runtime.block_on(fetcher.add(&places.corpus, addition, progress, &cancel)))?;
        tell_row(&row, json)?;
        return Ok(if args.strict && !row.held { NOT_FOUND } else { FOUND });
    }
    if args.check {
        let report = watched(json, |progress| runtime.block_on(fetcher.check(&places.corpus, &wanted, progress, &cancel)))?;
        tell_drift(&report, json)?;
        let drifted = |checked: &Checked| matches!(checked, Checked::Changed { .. } | Checked::Gone { .. });
        return Ok(if args.strict && report.rows.iter().any(|row| drifted(&row.checked)) { NOT_FOUND } else { FOUND });
    }
    let report = watched(json, |progress| runtime.block_on(fetcher.run(&places.corpus, &wanted, progress, &cancel)))?;
    tell(&report, json)?;
    Ok(if args.strict && report.rows.iter().any(|row| !row.held) { NOT_FOUND } else { FOUND })
}

/// An address, or else a file.
fn given(what: &str) -> Result<What, CliError> {
    if what.contains("://") {
        return Ok(What::Url(what.to_owned()));
    }
    let file = Path::new(what);
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(file).map_err(|error| {
        CliError::Usage(format!("{what}: {error}; give the address of a page, beginning with https://, or the name of a file"))
    })?;
    Ok(What::File { name, bytes })
}

/// Does something and shows how far it has come: as JSON lines for machines, as a bar on a terminal, and not at all elsewhere.
fn watched<T>(json: bool, work: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> Result<T, FetchError>) -> Result<T, CliError> {
    if json {
        return Ok(work(&|progress| eprintln!("{}", json!({ "progress": progress })))?);
    }
    if !io::stderr().is_terminal() {
        return Ok(work(&|_| {})?);
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    let done = work(&|progress| match progress {
        Progress::Asking { done, total, source } => {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
            bar.set_message(say::asking(&source));
        }
        Progress::Receiving { source, bytes } => bar.set_message(say::receiving(&source, bytes)),
        Progress::Done { done, .. } => bar.set_position(done as u64),
    });
    bar.finish_and_clear();
    Ok(done?)
}

fn tell(report: &Report, json: bool) -> Result<(), CliError> {
    if json {
        let mut value = json!(report);
        if let Value::Object(fields) = &mut value {
            let counts = report.counts().into_iter().filter_map(|(outcome, number)| Some((json!(outcome).as_str()?.to_owned(), number)));
            fields.insert("counts".to_owned(), counts.collect::<std::collections::BTreeMap<_, _>>().into_iter().collect());
        }
        return print::json(&value);
    }
    if report.rows.is_empty() {
        return print::text(&format!("{}\n", say::nothing_to_fetch()));
    }
    let mut text = fetch_table::rows(&report.rows);
    text.push_str(&format!("\n{}\n", fetch_table::counts(report)));
    if report.taken() > 0 {
        text.push_str(&format!("{}\n", say::index_next()));
    }
    print::text(&print::visible(&text))
}

fn tell_row(row: &Row, json: bool) -> Result<(), CliError> {
    if json {
        return print::json(row);
    }
    let said = if row.outcome.is_good() { say::added(&row.source) } else { say::not_added().to_owned() };
    print::text(&print::visible(&format!("{}\n{said}\n", fetch_table::rows(std::slice::from_ref(row)))))
}

fn tell_drift(report: &DriftReport, json: bool) -> Result<(), CliError> {
    if json {
        return print::json(report);
    }
    if report.rows.is_empty() {
        return print::text(&format!("{}\n", say::nothing_to_check()));
    }
    let number = |is: fn(&Checked) -> bool| report.rows.iter().filter(|row| is(&row.checked)).count();
    let changed = number(|checked| matches!(checked, Checked::Changed { .. }));
    let gone = number(|checked| matches!(checked, Checked::Gone { .. }));
    print::text(&print::visible(&format!("{}\n{}\n", fetch_table::drift(&report.rows), say::drifted(changed, gone))))
}
