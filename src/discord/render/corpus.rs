//! The corpus as its admins see it: what is served, how a re-index goes on, what it changes.

use std::path::Path;

use super::beside::differences;
use super::fit::{fit, name};
use crate::corpus::Problem;
use crate::discord::body::{Body, Button, Embed, File, Style};
use crate::discord::custom_id::{CorpusPress, Press};
use crate::discord::failure::incident;
use crate::discord::http::chain;
use crate::discord::limits::EMBED_DESCRIPTION;
use crate::index::{IndexError, Listed, RolledBack};
use crate::reindex::{Changed, ClauseChange, Diff, Done, Outcome, Progress, ReindexError, SourceChange, Status, percent};
use crate::store::FeedbackSummary;
use crate::text::around_changes;
use crate::words::{CUT, Words};

/// The most that the title of a source, and a problem's description, take.
const TITLE: usize = 160;
const PROBLEM: usize = 600;
/// How many sources and clauses are told one by one; the file has all.
const TOLD: usize = 12;
/// What a clause's differences may take.
const CLAUSE: usize = 700;
/// How many words are shown before and after each difference.
const AROUND: usize = 8;

/// What is being served, what is kept, and what people think of the answers.
pub(in crate::discord) fn status(
    status: &Result<Status, IndexError>,
    corpus: &Path,
    feedback: &FeedbackSummary,
    may_change: bool,
    voice: &Words,
) -> Body {
    let status = match status {
        Ok(status) => status,
        Err(error) => return failed(error, voice),
    };
    let mut lines = Vec::new();
    for listed in status.generations.iter().filter(|listed| listed.current) {
        lines.push(format!("**{}**", voice.serving_now(&listed.name)));
        if let Ok(manifest) = &listed.manifest {
            lines.push(voice.indexed(manifest.documents, manifest.passages));
            lines.push(voice.snapshot(&manifest.snapshot));
            lines.extend((manifest.built_at > 0).then(|| voice.built_at(manifest.built_at)));
        }
    }
    if status.generations.iter().any(|listed| listed.withdrawn) {
        lines.push(voice.serving_rolled_back());
    }
    let mut others = status.generations.iter().filter(|listed| !listed.current).peekable();
    lines.extend(others.peek().is_some().then(|| voice.generations_kept()));
    lines.extend(others.map(|listed| format!("- {}", generation(listed, voice))));
    lines.push(voice.feedback_so_far(feedback.useful, feedback.wrong_passage, feedback.missing_source));
    lines.extend((may_change && !status.refused.is_empty()).then(|| refused(&status.refused, corpus, voice)));
    lines.extend(status.is_running.then(|| voice.reindex_running()));
    let mut buttons = Vec::new();
    if may_change && status.is_running {
        buttons.push(stop(voice));
    } else if may_change {
        buttons.push(Button::press(voice.reindex_now(), Press::Corpus(CorpusPress::Reindex)).styled(Style::Primary));
    }
    Body::text(lines.join("\n")).with_buttons(buttons)
}

fn generation(listed: &Listed, voice: &Words) -> String {
    match &listed.manifest {
        Ok(manifest) => voice.generation_line(&listed.name, manifest.passages, manifest.documents, &manifest.snapshot),
        Err(_) => voice.generation_damaged(&listed.name),
    }
}

fn stop(voice: &Words) -> Button {
    Button::press(voice.reindex_stop(), Press::Corpus(CorpusPress::Cancel)).styled(Style::Danger)
}

/// How far a job has come.
pub(in crate::discord) fn progress(progress: Progress, serves: bool, voice: &Words) -> Body {
    let mut lines = vec![match progress {
        Progress::Reading => voice.reindex_reading(),
        Progress::Comparing { done, total } => voice.reindex_comparing(done, total),
        Progress::Indexing { done, total, .. } => voice.reindex_writing(percent(done, total)),
        Progress::Verifying => voice.reindex_verifying(),
        Progress::Publishing => voice.reindex_publishing(),
    }];
    if let Progress::Indexing { remaining: Some(remaining), .. } = progress {
        lines.push(voice.reindex_remaining(remaining.as_secs().max(1)));
    }
    lines.extend(serves.then(|| voice.reindex_meanwhile()));
    Body::text(lines.join("\n")).with_buttons(vec![stop(voice)])
}

/// What came of a job on the corpus in this folder, and the same in a few words for the audit log.
pub(in crate::discord) fn outcome(outcome: &Result<Outcome, ReindexError>, corpus: &Path, dry_run: bool, voice: &Words) -> (Body, String) {
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(ReindexError::Busy(_)) => return (Body::text(voice.reindex_busy()), "another one was running".to_owned()),
        Err(ReindexError::Cancelled) => return (Body::text(voice.reindex_stopped()), "stopped".to_owned()),
        Err(error @ (ReindexError::Corpus(wrong) | ReindexError::LeftOut(wrong))) => {
            tracing::warn!(cause = %chain(error), "the corpus cannot be indexed as it is");
            let told = "the corpus cannot be indexed as it is".to_owned();
            return (Body::text(refused(&wrong.problems, corpus, voice)), told);
        }
        Err(ReindexError::Index(error)) => return (failed(error, voice), "failed".to_owned()),
    };
    let (first, done) = match (outcome.outcome, &outcome.generation) {
        (Done::Unchanged, _) => (voice.reindex_unchanged(), "nothing had changed".to_owned()),
        (Done::Published, Some(generation)) => (voice.reindex_done(generation), format!("published {generation}")),
        _ => (voice.reindex_planned(), "planned".to_owned()),
    };
    let told = format!("{done}, content {}", outcome.snapshot);
    for problem in &outcome.left_out {
        tracing::warn!(%problem, "left out of the corpus");
    }
    // Of what has not changed it is enough to say so once.
    let mut body = if outcome.outcome == Done::Unchanged { Body::default() } else { changes(&outcome.diff, voice) };
    let left_out = outcome.left_out.len();
    let mut lines = vec![format!("**{first}**")];
    lines.extend((left_out > 0).then(|| voice.sources_left_out(left_out)));
    lines.push(std::mem::take(&mut body.content));
    lines.push(voice.snapshot(&outcome.snapshot));
    body.content = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    if dry_run && !outcome.diff.is_empty() {
        body = body.with_buttons(vec![Button::press(voice.reindex_now(), Press::Corpus(CorpusPress::Reindex)).styled(Style::Primary)]);
    } else if outcome.outcome == Done::Published && outcome.before.is_some() {
        body = body.with_buttons(vec![Button::press(voice.rollback_now(), Press::Corpus(CorpusPress::Rollback)).styled(Style::Danger)]);
    }
    (body, told)
}

/// That the corpus in this folder cannot be taken up as it is, and what is wrong with it first.
fn refused(problems: &[Problem], corpus: &Path, voice: &Words) -> String {
    // Where the folder is on the operator's machine is nobody's business.
    let first = problems.first().map(|problem| problem.below(corpus).to_string()).unwrap_or_default();
    // What is wrong, and in a line of its own what would mend it.
    let first: Vec<String> = first.lines().take(2).map(|line| name(line, PROBLEM)).collect();
    voice.reindex_refused(problems.len(), &first.join("\n"))
}

/// What the last re-index changed.
pub(in crate::discord) fn last_diff(diff: &Result<Option<Diff>, IndexError>, voice: &Words) -> Body {
    match diff {
        Ok(Some(diff)) => changes(diff, voice),
        Ok(None) => Body::text(voice.nothing_to_compare()),
        Err(error) => failed(error, voice),
    }
}

/// What differs between two states: in numbers, per source and per clause; all of it in a file.
fn changes(diff: &Diff, voice: &Words) -> Body {
    if diff.is_empty() {
        return Body::text(voice.no_difference());
    }
    let of = |change| diff.sources_that(change);
    let counted = voice.changed_sources(of(Changed::Added), of(Changed::Removed), of(Changed::Changed), diff.sources_unchanged);
    let sources: Vec<String> = diff.sources.iter().take(TOLD).map(|change| format!("- {}", source(change, voice))).collect();
    let clauses: Vec<String> = diff.clauses.iter().take(TOLD).map(|change| clause(change, voice)).collect();
    let more = diff.source_changes().saturating_sub(TOLD) + diff.clauses.len().saturating_sub(TOLD);
    let mut parts = vec![sources.join("\n"), clauses.join("\n\n")];
    parts.extend((more > 0).then(|| voice.and_more(more)));
    parts.extend(diff.is_more_than_sources_and_clauses().then(|| voice.knowledge_changed()));
    let description = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    let description = fit(&description, EMBED_DESCRIPTION, str::to_owned).text.to_owned();
    let embeds =
        if description.is_empty() { Vec::new() } else { vec![Embed { title: voice.differences(), description, ..Embed::default() }] };
    let bytes = serde_json::to_vec_pretty(diff).unwrap_or_default();
    let file = File { name: "difference.json".to_owned(), description: voice.difference_file(), bytes };
    Body { content: counted, embeds, file: Some(file), ..Body::default() }
}

fn source(change: &SourceChange, voice: &Words) -> String {
    let title = name(&change.title, TITLE);
    match change.change {
        Changed::Added => voice.source_added(&title, change.passages_after),
        Changed::Removed => voice.source_removed(&title, change.passages_before),
        Changed::Changed if change.passages.says_the_same() => voice.source_changed_beside(&title),
        Changed::Changed => {
            let passages = &change.passages;
            voice.source_changed(&title, passages.added.len(), passages.removed.len(), passages.changed.len(), passages.moved.len())
        }
    }
}

fn clause(change: &ClauseChange, voice: &Words) -> String {
    match change.change {
        Changed::Added => voice.clause_added(change.number),
        Changed::Removed => voice.clause_removed(change.number),
        Changed::Changed if change.words.is_empty() => voice.clause_changed_beside(change.number),
        Changed::Changed => {
            let words = around_changes(&change.words, AROUND, CUT);
            format!("{}\n{}", voice.clause_changed(change.number), differences(&words, CLAUSE).0)
        }
    }
}

/// Whether going back is meant, from what to what.
pub(in crate::discord) fn rollback_sure(way: &Result<Option<(String, String)>, IndexError>, voice: &Words) -> Body {
    let (from, to) = match way {
        Ok(Some(way)) => way,
        Ok(None) => return Body::text(voice.rollback_refused()),
        Err(error) => return failed(error, voice),
    };
    let press = Press::Corpus(CorpusPress::RollbackFrom(from.clone()));
    Body::text(voice.rollback_sure(from, to)).with_buttons(vec![Button::press(voice.rollback_now(), press).styled(Style::Danger)])
}

/// That it was gone back, or why not.
pub(in crate::discord) fn rolled_back(outcome: &Result<Option<RolledBack>, IndexError>, voice: &Words) -> Body {
    match outcome {
        Ok(Some(back)) => Body::text(voice.rolled_back(&back.from, &back.to)),
        Ok(None) => Body::text(voice.rollback_stale()),
        Err(IndexError::NoneBefore { .. }) => Body::text(voice.rollback_refused()),
        Err(IndexError::Busy(_)) => Body::text(voice.reindex_busy()),
        Err(error) => failed(error, voice),
    }
}

/// That the index failed: the cause goes to the log, its id to whoever asked.
fn failed(error: &IndexError, voice: &Words) -> Body {
    let incident = incident();
    tracing::error!(incident, cause = %chain(error), "the index failed");
    Body::text(voice.reindex_failed(&incident))
}
