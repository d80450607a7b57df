//! `search`, `compare` and `sources`: what can be looked through.

use super::print::{self, BOLD, PLAIN, Page};
use super::{CliError, FOUND, NOT_FOUND};
use crate::answer::{Answerer, Comparison, Found, Scope, WireComparison, WireFound, WireSourceCard};
use crate::corpus::Lane;
use crate::search::MOST_LISTED;
use crate::words::{Words, terminal};

/// How many passages a page of a list holds: what fits on a screen.
const PAGE: usize = 10;

/// Lists a page of the passages that hold some of `typed`.
pub(super) fn search(answerer: &Answerer, typed: &str, scope: &Scope, page: usize, json: bool) -> Result<u8, CliError> {
    let found = answerer.search(typed, scope, MOST_LISTED)?;
    if json {
        print::json(&WireFound::prove(&found, answerer, page, PAGE)?)?;
    } else {
        list(answerer, &found, page)?;
    }
    Ok(if found.page(page, PAGE).is_empty() { NOT_FOUND } else { FOUND })
}

fn list(answerer: &Answerer, found: &Found, page: usize) -> Result<(), CliError> {
    let mut out = Page::new();
    if let Some(translation) = &found.translation {
        out.line(&Words::english().read_as(&translation.english));
    }
    let shown = found.page(page, PAGE);
    match (shown.first(), shown.last()) {
        (Some(first), Some(last)) => {
            let (first, last) = (first.snippet.number(), last.snippet.number());
            out.line(&format!("{BOLD}{}{PLAIN}", terminal::lookup::listed(first, last, found.total)));
            for passage in shown {
                out.cut_quote(&passage.snippet.prove(answerer.generation())?, None, passage.cut_before, passage.cut_after);
            }
            if page < found.pages(PAGE) {
                out.line("");
                out.line(&terminal::lookup::next_page(page + 1));
            } else if found.total > found.passages.len() as u64 {
                out.line("");
                out.line(&terminal::lookup::listed_most(found.passages.len()));
            }
        }
        _ if found.passages.is_empty() => {
            out.line(&format!("{BOLD}{}{PLAIN}", terminal::lookup::nothing_listed()));
            out.line(terminal::lookup::list_rephrase());
        }
        _ => out.line(&terminal::lookup::no_such_page(found.pages(PAGE))),
    }
    out.print()
}

/// Shows one point in every lane.
pub(super) fn compare(answerer: &Answerer, point: &str, json: bool) -> Result<u8, CliError> {
    let comparison = answerer.compare(point)?;
    if json {
        print::json(&WireComparison::prove(&comparison, answerer)?)?;
    } else {
        side_by_side(answerer, &comparison)?;
    }
    Ok(if comparison.is_found() { FOUND } else { NOT_FOUND })
}

fn side_by_side(answerer: &Answerer, comparison: &Comparison) -> Result<(), CliError> {
    let mut out = Page::new();
    if let Some(translation) = &comparison.translation {
        out.line(&Words::english().read_as(&translation.english));
    }
    if let Some(silence) = &comparison.silence {
        out.line(&format!("{BOLD}{}{PLAIN}", Words::english().silence(silence)));
        out.line(&Words::english().rephrase(silence));
    }
    if let Some(clause) = &comparison.clause {
        out.line(&format!("{BOLD}{}{PLAIN}", Words::english().clause_heading(clause.number, &clause.heading)));
    }
    let is_agreement = !answerer.generation().knowledge().clauses.is_empty();
    for side in &comparison.sides {
        let words = Words::english();
        out.heading(&if side.lane == Lane::Text && !is_agreement { words.documents_heading() } else { words.lane_heading(side.lane) });
        if let Some(silence) = &side.silence {
            out.line(terminal::lookup::lane_silence(side.lane, silence));
        }
        for (quote, critique) in side.quotes.iter().zip(&side.critiques) {
            let stance = critique.as_ref().map(|critique| format!("{} on {}", critique.stance, critique.topic));
            out.quote(&quote.prove(answerer.generation())?, stance);
        }
        if side.more > 0 {
            out.line("");
            out.line(&terminal::lookup::more_critiques(side.more));
        }
    }
    out.print()
}

/// Lists the sources, or shows all that is known of one.
pub(super) fn sources(answerer: &Answerer, id: Option<&str>, json: bool) -> Result<u8, CliError> {
    match (id, json) {
        (Some(id), false) => print::source(&answerer.source(id)?, answerer)?,
        (None, false) => print::sources(&answerer.source_cards()?)?,
        (id, true) => {
            let cards = match id {
                Some(id) => vec![answerer.source(id)?],
                None => answerer.source_cards()?,
            };
            let cards = cards.into_iter().map(|card| WireSourceCard::prove(card, answerer));
            print::json(&cards.collect::<Result<Vec<_>, _>>()?)?;
        }
    }
    Ok(FOUND)
}
