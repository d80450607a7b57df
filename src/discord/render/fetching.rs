//! Sources that are fetched, added and removed, and what became of them since, as their admins see it.

use super::beside::differences;
use super::fit::{fit, name};
use crate::discord::body::{Body, Button, Embed, File, Style};
use crate::discord::custom_id::{CorpusPress, Press};
use crate::discord::failure::incident;
use crate::discord::http::chain;
use crate::discord::limits::EMBED_DESCRIPTION;
use crate::fetch::{Checked, DriftReport, DriftRow, FetchError, Outcome, Progress, Reason, Removed, Report, Row};
use crate::words::Words;

/// The most that a source's title, and an id that somebody typed, take.
const TITLE: usize = 160;
/// How many sources are told one by one; the file has all.
const TOLD: usize = 20;
/// What the differences in a paragraph may take, and how many paragraphs of a source are told.
const PARAGRAPH: usize = 500;
const PARAGRAPHS: usize = 3;

/// How far a job has come.
pub(in crate::discord) fn fetching(progress: &Progress, voice: &Words) -> Body {
    let (done, total) = match progress {
        Progress::Asking { done, total, .. } | Progress::Done { done, total, .. } => (*done, *total),
        Progress::Receiving { .. } => (0, 0),
    };
    let mut lines = Vec::new();
    lines.extend((total > 0).then(|| voice.fetch_asking(done, total)));
    lines.push(voice.reindex_meanwhile());
    let stop = Button::press(voice.fetch_stop(), Press::Corpus(CorpusPress::Cancel)).styled(Style::Danger);
    Body::text(lines.join("\n")).with_buttons(vec![stop])
}

/// What came of fetching, and the same in a few words for the audit log.
pub(in crate::discord) fn fetched(outcome: &Result<Report, FetchError>, voice: &Words) -> (Body, String) {
    let report = match outcome {
        Ok(report) => report,
        Err(error) => return refused(error, voice),
    };
    let (taken, total) = (report.taken(), report.rows.len());
    let mut lines = Vec::new();
    lines.extend(report.stopped.then(|| voice.fetch_stopped()));
    lines.push(format!("**{}**", voice.fetch_done(taken, total)));
    lines.extend((taken > 0).then(|| voice.fetch_next()));
    let mut told: Vec<String> = report.rows.iter().take(TOLD).map(|row| line(row, voice)).collect();
    told.extend(total.checked_sub(TOLD).filter(|more| *more > 0).map(|more| voice.and_more(more)));
    let mut body = Body { content: lines.join("\n"), embeds: embed(&told.join("\n")), ..Body::default() };
    if total > 0 {
        let bytes = serde_json::to_vec_pretty(report).unwrap_or_default();
        body.file = Some(File { name: "sources.json".to_owned(), description: voice.fetch_file(), bytes });
    }
    let body = if taken > 0 { body.with_buttons(vec![index_now(voice)]) } else { body };
    let stopped = if report.stopped { ", stopped" } else { "" };
    (body, format!("{taken} of {total} sources fetched{stopped}"))
}

/// What came of adding a source.
pub(in crate::discord) fn added(outcome: &Result<Row, FetchError>, voice: &Words) -> (Body, String) {
    let row = match outcome {
        Ok(row) => row,
        Err(error) => return refused(error, voice),
    };
    let title = name(&row.title, TITLE);
    if row.outcome.is_good() {
        let body = Body::text(voice.source_taken_up(&title, &row.source)).with_buttons(vec![index_now(voice)]);
        return (body, format!("added {}", row.source));
    }
    (Body::text(voice.source_not_taken_up(&title, &came_of(row, voice))), "nothing was added".to_owned())
}

/// What came of removing one.
pub(in crate::discord) fn removed(outcome: &Result<Removed, FetchError>, voice: &Words) -> (Body, String) {
    match outcome {
        Ok(removed) => {
            let said = if removed.added { voice.source_taken_away(&removed.source) } else { voice.copy_taken_away(&removed.source) };
            (Body::text(said).with_buttons(vec![index_now(voice)]), format!("removed {}", removed.source))
        }
        Err(error) => refused(error, voice),
    }
}

/// What sources have become that are not what they were, with what changed in them.
pub(in crate::discord) fn drift(report: &DriftReport, voice: &Words) -> Body {
    let is_changed = |row: &&DriftRow| matches!(row.checked, Checked::Changed { .. });
    let is_gone = |row: &&DriftRow| matches!(row.checked, Checked::Gone { .. });
    let drifted: Vec<&DriftRow> = report.rows.iter().filter(|row| is_changed(row) || is_gone(row)).collect();
    let count = |is: &dyn Fn(&&DriftRow) -> bool| drifted.iter().filter(|row| is(row)).count();
    let content = format!("**{}**\n{}", voice.drift_found(count(&is_changed), count(&is_gone)), voice.drift_quotes());
    let mut told: Vec<String> = drifted.iter().take(TOLD).filter_map(|row| drifted_line(row, voice)).collect();
    told.extend(drifted.len().checked_sub(TOLD).filter(|more| *more > 0).map(|more| voice.and_more(more)));
    let bytes = serde_json::to_vec_pretty(&drifted).unwrap_or_default();
    let file = File { name: "drift.json".to_owned(), description: voice.drift_file(), bytes };
    Body { content, embeds: embed(&told.join("\n\n")), file: Some(file), ..Body::default() }
}

fn drifted_line(row: &DriftRow, voice: &Words) -> Option<String> {
    let title = name(&row.title, TITLE);
    match &row.checked {
        Checked::Gone { .. } => Some(format!("**{}**", voice.drift_gone(&title))),
        Checked::Changed { paragraphs } => {
            let mut lines = vec![format!("**{}**", voice.drift_changed(&title))];
            lines.extend(paragraphs.iter().take(PARAGRAPHS).map(|paragraph| differences(paragraph, PARAGRAPH).0));
            lines.extend(paragraphs.len().checked_sub(PARAGRAPHS).filter(|more| *more > 0).map(|more| voice.and_more(more)));
            Some(lines.join("\n"))
        }
        Checked::Unchanged | Checked::Unknown { .. } | Checked::Settled => None,
    }
}

fn embed(description: &str) -> Vec<Embed> {
    if description.is_empty() {
        return Vec::new();
    }
    let description = fit(description, EMBED_DESCRIPTION, str::to_owned).text.to_owned();
    vec![Embed { description, ..Embed::default() }]
}

fn index_now(voice: &Words) -> Button {
    Button::press(voice.reindex_now(), Press::Corpus(CorpusPress::Reindex)).styled(Style::Primary)
}

/// A source and what came of it.
fn line(row: &Row, voice: &Words) -> String {
    let kept = if row.origin.is_some() && !row.outcome.is_good() { format!("; {}", voice.fetch_kept()) } else { String::new() };
    format!("- **{}**: {}{kept}", name(&row.title, TITLE), came_of(row, voice))
}

/// What came of a source, and what a person who looks into it wants to know of why.
fn came_of(row: &Row, voice: &Words) -> String {
    let said = match row.outcome {
        Outcome::Fetched => voice.outcome_fetched(),
        Outcome::Unchanged => voice.outcome_unchanged(),
        Outcome::ArchivedCopy => voice.outcome_archived(),
        Outcome::Unsure => voice.outcome_unsure(),
        Outcome::NotText => voice.outcome_not_text(),
        Outcome::TooLarge => voice.outcome_too_large(),
        Outcome::Blocked => voice.outcome_blocked(),
        Outcome::Dead => voice.outcome_dead(),
        Outcome::DamagedLink => voice.outcome_damaged_link(),
        Outcome::NoAddress => voice.outcome_no_address(),
    };
    let why = row.telling().and_then(|attempt| match &attempt.reason {
        Reason::Status { status } => Some(format!("HTTP {status}")),
        Reason::Robots { .. } | Reason::NoRobots { .. } => Some("robots.txt".to_owned()),
        Reason::MediaType { media_type } => Some(name(media_type, TITLE)),
        Reason::NotPublic { host } | Reason::NoHost { host } | Reason::NoConnection { host } | Reason::TimedOut { host } => {
            Some(name(host, TITLE))
        }
        _ => None,
    });
    why.map_or_else(|| said.clone(), |why| format!("{said} ({why})"))
}

/// Why nothing was done.
fn refused(error: &FetchError, voice: &Words) -> (Body, String) {
    let (said, told) = match error {
        FetchError::Busy(_) => (voice.reindex_busy(), "another one was running"),
        FetchError::Stopped => (voice.fetch_stopped(), "stopped"),
        FetchError::NoSource { id, nearest: None } => (voice.no_such_source(&name(id, TITLE)), "there is no such source"),
        FetchError::NoSource { id, nearest: Some(near) } => (voice.no_such_source_near(&name(id, TITLE), near), "there is no such source"),
        FetchError::Listed(source) => (voice.add_listed(source), "the corpus lists it already"),
        FetchError::NotReadable(_) => (voice.add_not_readable(), "the file cannot be read"),
        FetchError::NoCorpus(_)
        | FetchError::Corpus(_)
        | FetchError::Io { .. }
        | FetchError::Taken(_)
        | FetchError::BadId(_)
        | FetchError::Client(_) => {
            let incident = incident();
            tracing::error!(incident, cause = %chain(error), "sources could not be fetched");
            (voice.fetch_failed(&incident), "failed")
        }
    };
    (Body::text(said), told.to_owned())
}
