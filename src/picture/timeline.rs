//! The timeline: a line from the first date to the last, and at each date what the corpus has on it.

use std::collections::HashSet;

use super::canvas::{ACCENT, Area, Canvas, INK, MARGIN, QUIET, RULE, Shape, Style, WIDTH};
use super::font::{Weight, plain};
use super::{Picture, PictureError, alt};
use crate::answer::{Dated, ProvenDated, ProvenTimeline, When};
use crate::corpus::Lane;
use crate::text::Date;
use crate::words::picture::Labels;

/// More would make the picture so high that Discord shows it too small.
const MOST_SHOWN: usize = 18;
/// Sources are shown up to here before sentences of the corpus have had their turn.
const MOST_SOURCES_FIRST: usize = 6;
/// How long what is on a date may be in the alternative text, in characters.
const MOST_IN_WORDS: usize = 90;

/// Where the line stands, and the words beside it.
const LINE: f32 = MARGIN + 150.0;
const WORDS: f32 = LINE + 30.0;

const TITLE: Style = Style::new(30.0, Weight::Bold, INK);
const DATE: Style = Style::new(19.0, Weight::Bold, INK);
const KIND: Style = Style::new(17.0, Weight::Bold, ACCENT);
const TEXT: Style = Style::new(20.0, Weight::Regular, INK);
const MORE: Style = Style::new(18.0, Weight::Regular, QUIET);

/// Draws the dates that matter most, in order: what clauses set, when sources were published, what sentences say. `None` when
/// there is no date.
///
/// # Errors
/// The picture cannot be drawn, which would be a defect of Accord's.
pub fn timeline(timeline: &ProvenTimeline<'_>, labels: &dyn Labels) -> Result<Option<Picture>, PictureError> {
    if timeline.entries.is_empty() {
        return Ok(None);
    }
    let entries: Vec<Entry<'_>> = timeline.entries.iter().map(|proven| Entry::of(proven, labels)).collect();
    Ok(Some(canvas(&entries, timeline.is_cut, labels).draw(in_words(&entries, labels))?))
}

/// The places of a timeline's entries, those that matter most first: the order in which the picture takes them in.
#[must_use]
pub fn by_weight(timeline: &ProvenTimeline<'_>, labels: &dyn Labels) -> Vec<usize> {
    ordered(&timeline.entries.iter().map(|proven| Entry::of(proven, labels)).collect::<Vec<_>>())
}

/// A date with its words.
struct Entry<'t> {
    dated: &'t Dated,
    lane: Lane,
    kind: String,
    what: String,
}

impl<'t> Entry<'t> {
    fn of(proven: &'t ProvenDated<'_>, labels: &dyn Labels) -> Self {
        let quote = proven.quote.as_ref();
        let said_by = quote.map(|quote| (quote.quote().speaker(), quote.quote().lane()));
        let (lane, what) = match &proven.dated.what {
            When::Clause { what, recurs, .. } => (Lane::Text, labels.clause_date(what, recurs.as_deref())),
            When::Published { source } => (source.indexed_lane(), labels.source(&plain(&source.title), source.publisher.as_deref())),
            When::Said => {
                let words = quote.map_or("", |quote| quote.words());
                (said_by.map_or(Lane::Note, |(_, lane)| lane), labels.quoted(&plain(words)))
            }
        };
        Self { dated: proven.dated, lane, kind: labels.dated(&proven.dated.what, said_by), what }
    }
}

fn canvas(entries: &[Entry<'_>], is_cut: bool, labels: &dyn Labels) -> Canvas {
    let shown: HashSet<usize> = ordered(entries).into_iter().take(MOST_SHOWN).collect();
    let shown: Vec<&Entry<'_>> = entries.iter().enumerate().filter(|(place, _)| shown.contains(place)).map(|(_, entry)| entry).collect();

    let mut canvas = Canvas::default();
    let mut y = canvas.text(MARGIN, 26.0, WIDTH - 2.0 * MARGIN, 2, &labels.timeline_title(), TITLE) + 20.0;
    let mut marks = Vec::new();
    let mut before: Option<(Date, Option<Date>)> = None;
    for entry in shown {
        let date = (entry.dated.date, entry.dated.until);
        let middle = y + DATE.line() / 2.0;
        if before != Some(date) {
            // The two ends of a range stand below each other, so that both fit.
            let date = DATE.wrap(&labels.date(date.0, date.1), LINE - MARGIN - 24.0, 3);
            let below = canvas.lines(MARGIN, y, &date, DATE, super::canvas::PAPER);
            marks.push((middle, matches!(entry.dated.what, When::Clause { .. })));
            y = words(&mut canvas, y, entry).max(below);
        } else {
            y = words(&mut canvas, y, entry);
        }
        y += 16.0;
        before = Some(date);
    }
    line(&mut canvas, &marks);
    let hidden = entries.len().saturating_sub(MOST_SHOWN);
    if is_cut {
        y = canvas.text(WORDS, y, WIDTH - WORDS - MARGIN, 1, &labels.still_more_dates(), MORE);
    } else if hidden > 0 {
        y = canvas.text(WORDS, y, WIDTH - WORDS - MARGIN, 1, &labels.more_dates(hidden), MORE);
    }
    canvas.height = y + 24.0;
    canvas
}

/// What is on a date, from `top`; answers where it ends.
fn words(canvas: &mut Canvas, top: f32, entry: &Entry<'_>) -> f32 {
    let room = WIDTH - WORDS - MARGIN;
    let below = canvas.text(WORDS, top, room, 1, &entry.kind, KIND);
    canvas.text(WORDS, below, room, 2, &entry.what, TEXT)
}

/// The line with its marks: a square where a clause sets the date, else a dot.
fn line(canvas: &mut Canvas, marks: &[(f32, bool)]) {
    if let (Some((first, _)), Some((last, _))) = (marks.first(), marks.last()) {
        let area = Area { x: LINE - 1.5, y: *first, width: 3.0, height: (last - first).max(1.0) };
        canvas.shapes.push(Shape::Rectangle { area, radius: 0.0, fill: Some(RULE), stroke: None });
    }
    for (y, is_clause) in marks {
        canvas.shapes.push(if *is_clause {
            let area = Area { x: LINE - 9.0, y: y - 9.0, width: 18.0, height: 18.0 };
            Shape::Rectangle { area, radius: 3.0, fill: Some(ACCENT), stroke: None }
        } else {
            Shape::Circle { x: LINE, y: *y, radius: 7.0, fill: ACCENT }
        });
    }
}

/// The places of the entries, those that matter most first: the clauses' dates; some sources; sentences, one for each date, the
/// agreement's own before others', days before months; the rest. Of equals, what is nearer to a date of a clause stands first.
fn ordered(entries: &[Entry<'_>]) -> Vec<usize> {
    let is_clause = |entry: &&Entry<'_>| matches!(entry.dated.what, When::Clause { .. });
    let of_clauses: Vec<Date> = entries.iter().filter(is_clause).map(|entry| entry.dated.date).collect();
    let mut order: Vec<_> = entries
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            let date = entry.dated.date;
            let distance = of_clauses.iter().map(|other| days(*other).abs_diff(days(date))).min();
            (entry.lane, date.day.is_none(), distance, place)
        })
        .collect();
    order.sort_unstable();
    let mut sources = 0;
    let (mut dates, mut words): (HashSet<Date>, HashSet<&str>) = (HashSet::new(), HashSet::new());
    let mut weighed: Vec<(u8, usize)> = Vec::new();
    for place in order.into_iter().map(|(.., place)| place) {
        let Some(entry) = entries.get(place) else { continue };
        let class = match entry.dated.what {
            When::Clause { .. } => 0,
            When::Published { .. } => {
                sources += 1;
                if sources <= MOST_SOURCES_FIRST { 1 } else { 3 }
            }
            When::Said => {
                let is_new = dates.insert(entry.dated.date) & words.insert(&entry.what);
                if is_new { 2 } else { 4 }
            }
        };
        weighed.push((class, place));
    }
    weighed.sort_by_key(|(class, _)| *class);
    weighed.into_iter().map(|(_, place)| place).collect()
}

/// A date as a number of days, near enough to tell which of two dates is nearer.
fn days(date: Date) -> u32 {
    u32::from(date.year) * 372 + u32::from(date.month.unwrap_or(1)) * 31 + u32::from(date.day.unwrap_or(1))
}

/// What the timeline shows, in sentences: as many of those that matter most as fit, in the order of their dates.
fn in_words(entries: &[Entry<'_>], labels: &dyn Labels) -> String {
    let date = |entry: &Entry<'_>| labels.date(entry.dated.date, entry.dated.until);
    let ends = entries.iter().map(|entry| entry.dated.until.unwrap_or(entry.dated.date));
    let (Some(first), Some(last)) = (entries.first(), ends.max()) else { return String::new() };
    let (first, last) = (labels.date(first.dated.date, None), labels.date(last, None));
    let sentence = |place: usize| entries.get(place).map(|entry| labels.date_in_words(&date(entry), &entry.kind, &shortened(&entry.what)));
    let order = ordered(entries);
    (0..=order.len().min(MOST_SHOWN))
        .rev()
        .map(|kept| {
            let mut places: Vec<usize> = order.iter().take(kept).copied().collect();
            places.sort_unstable();
            let mut sentences = vec![labels.timeline_in_words(entries.len(), &first, &last)];
            sentences.extend(places.into_iter().filter_map(sentence));
            if kept < entries.len() {
                sentences.push(labels.more_sentences(entries.len() - kept));
            }
            sentences.join(" ")
        })
        .find(|text| alt::fits(text))
        .unwrap_or_default()
}

/// What is too long ends with an ellipsis, between words if it can.
fn shortened(text: &str) -> String {
    let text = plain(text);
    if text.chars().count() <= MOST_IN_WORDS {
        return text;
    }
    let kept: String = text.chars().take(MOST_IN_WORDS).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(kept, _)| kept);
    format!("{kept}\u{2026}")
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
