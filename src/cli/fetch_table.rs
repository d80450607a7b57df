//! The tables of `accord fetch`: a row for each source, and below it what its addresses gave.

use super::print::marked;
use crate::corpus::Origin;
use crate::fetch::{Attempt, Checked, DriftRow, Outcome, Reason, Report, Row};
use crate::words::terminal::fetch as say;

/// What stands between two columns.
const GAP: &str = "  ";

/// What came of fetching.
pub(super) fn rows(rows: &[Row]) -> String {
    let cells = rows.iter().map(|row| {
        let words = row.words.map(|words| words.to_string()).unwrap_or_default();
        ([row.source.clone(), outcome(row.outcome).to_owned(), words, from(row)], row.attempts.iter().map(attempt).collect())
    });
    table(say::columns(), cells.collect())
}

/// How many sources each outcome came of.
pub(super) fn counts(report: &Report) -> String {
    let counts = report.counts();
    let counted = Outcome::ALL.iter().filter_map(|kind| Some(format!("{} {}", counts.get(kind)?, outcome(*kind))));
    format!("{}.", counted.collect::<Vec<_>>().join(", "))
}

/// What became of what was fetched.
pub(super) fn drift(rows: &[DriftRow]) -> String {
    let [source, now, _, from] = say::columns();
    let cells = rows.iter().map(|row| {
        let (found, below): (&str, Vec<String>) = match &row.checked {
            Checked::Unchanged => (say::unchanged(), Vec::new()),
            Checked::Changed { paragraphs } => {
                (say::changed(), paragraphs.iter().map(|words| words.iter().map(marked).collect::<Vec<_>>().join(" ")).collect())
            }
            Checked::Gone { reason } => (say::gone(), vec![why(reason)]),
            Checked::Unknown { reason } => (say::unknown(), vec![why(reason)]),
            Checked::Settled => (say::settled(), vec![say::why_settled().to_owned()]),
        };
        ([row.source.clone(), found.to_owned(), String::new(), row.url.clone().unwrap_or_default()], below)
    });
    table([source, now, "", from], cells.collect())
}

/// Columns as wide as what stands in them, and below a row what else belongs to it.
fn table(heads: [&str; 4], rows: Vec<([String; 4], Vec<String>)>) -> String {
    let heads = heads.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().map(|(cells, _)| cells).chain([&heads]);
        cells.filter_map(|cells| cells.get(column)).map(|cell| textwrap::core::display_width(cell)).max().unwrap_or_default()
    };
    let widths = [0, 1, 2].map(width);
    let line = |[source, outcome, number, rest]: &[String; 4]| {
        let [first, second, third] = widths;
        let pad = |cell: &str, width: usize| " ".repeat(width.saturating_sub(textwrap::core::display_width(cell)));
        let number = if third == 0 { String::new() } else { format!("{}{number}{GAP}", pad(number, third)) };
        let line = format!("{source}{}{GAP}{outcome}{}{GAP}{number}{rest}", pad(source, first), pad(outcome, second));
        format!("{}\n", line.trim_end())
    };
    let mut text = line(&heads);
    for (cells, below) in &rows {
        text.push_str(&line(cells));
        text.extend(below.iter().map(|said| format!("{GAP}{GAP}{said}\n")));
    }
    text
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fetched => say::fetched(),
        Outcome::Unchanged => say::unchanged(),
        Outcome::ArchivedCopy => say::archived_copy(),
        Outcome::Unsure => say::unsure(),
        Outcome::NotText => say::not_text(),
        Outcome::TooLarge => say::too_large(),
        Outcome::Blocked => say::blocked(),
        Outcome::Dead => say::dead(),
        Outcome::DamagedLink => say::damaged_link(),
        Outcome::NoAddress => say::no_address(),
    }
}

/// Where the words that the corpus has of the source come from.
fn from(row: &Row) -> String {
    let place = match (row.origin, &row.url, &row.captured_at) {
        (Some(Origin::HandedIn), ..) => say::from_file().to_owned(),
        (Some(_), Some(url), Some(time)) => say::from_capture(url, &day(time)),
        (Some(_), Some(url), None) => say::from_address(url),
        (Some(_), None, _) => String::new(),
        (None, ..) if row.held => say::from_corpus().to_owned(),
        (None, ..) => String::new(),
    };
    let stays = row.origin.is_some() && !row.outcome.is_good() && row.outcome != Outcome::NoAddress;
    if stays { format!("{place} ({})", say::copy_stays()) } else { place }
}

/// The day of `YYYYMMDDhhmmss`, as `YYYY-MM-DD`.
fn day(time: &str) -> String {
    let parts = [time.get(0..4), time.get(4..6), time.get(6..8)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

fn attempt(attempt: &Attempt) -> String {
    let place = match attempt.origin {
        Origin::Printed => say::as_printed(),
        Origin::Current => say::current(),
        Origin::Archive => say::archive(),
        Origin::HandedIn => say::file(),
    };
    say::attempt(place, &attempt.address, &why(&attempt.reason))
}

fn why(reason: &Reason) -> String {
    match reason {
        Reason::Status { status } => say::status(*status),
        Reason::NoHost { host } => say::no_host(host),
        Reason::NoNameService { host } => say::no_name_service(host),
        Reason::NoConnection { host } => say::no_connection(host),
        Reason::Broken { host } => say::broken(host),
        Reason::TimedOut { host } => say::timed_out(host),
        Reason::Robots { host } => say::robots(host),
        Reason::NoRobots { host, status } => say::no_robots(host, *status),
        Reason::NotPublic { host } => say::not_public(host),
        Reason::Port { port } => say::port(*port),
        Reason::Scheme { scheme } => say::scheme(scheme),
        Reason::Credentials => say::credentials().to_owned(),
        Reason::NotAnAddress { given } => say::not_an_address(given),
        Reason::RedirectLoop => say::redirect_loop().to_owned(),
        Reason::TooManyRedirects { most } => say::too_many_redirects(*most),
        Reason::TooLarge { most } => say::more_than(*most),
        Reason::MediaType { media_type } => say::media_type(media_type),
        Reason::Packed { encoding } => say::packed(encoding),
        Reason::Unreadable { problem } => say::unreadable(problem),
        Reason::NoWords => say::no_words().to_owned(),
        Reason::Doubt { doubt } => doubt.clone(),
        Reason::FrontPage => say::front_page().to_owned(),
        Reason::NoCapture => say::no_capture().to_owned(),
        Reason::NoArchive => say::no_archive().to_owned(),
    }
}
