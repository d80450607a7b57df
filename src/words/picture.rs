//! The words in pictures, and those that stand for a picture where it cannot be seen.

use crate::answer::When;
use crate::corpus::Lane;
use crate::text::Date;

/// What pictures are labelled with, in one language.
pub trait Labels: Sync {
    /// The title of the map.
    fn map_title(&self) -> String;
    /// A party that a clause binds.
    fn bound(&self) -> String;
    /// A party that a clause names and does not bind.
    fn named(&self) -> String;
    /// What the mark of a bound party means.
    fn bound_means(&self) -> String;
    /// What the mark of a named party means.
    fn named_means(&self) -> String;
    /// A clause.
    fn clause(&self, number: u32) -> String;
    /// The heading over who says what.
    fn critiques_heading(&self) -> String;
    /// The agreement, not one clause of it.
    fn whole(&self) -> String;
    /// A stance of the corpus's files.
    fn stance(&self, stance: &str) -> String;
    /// That nobody speaks about a clause.
    fn nothing_said(&self) -> String;
    /// How many clauses are not shown.
    fn more_clauses(&self, count: usize) -> String;
    /// How many parties are not shown.
    fn more_parties(&self, count: usize) -> String;
    /// How many voices are not shown.
    fn more_critics(&self, count: usize) -> String;
    /// How many dates are not shown.
    fn more_dates(&self, count: usize) -> String;
    /// That more dates are not shown than can be counted.
    fn still_more_dates(&self) -> String;
    /// How many sentences of a description are left out.
    fn more_sentences(&self, count: usize) -> String;
    /// Names in a row, and how many more there are.
    fn listed(&self, names: &[String], more: usize) -> String;
    /// What the map is.
    fn map_in_words(&self, clauses: usize, parties: usize) -> String;
    /// Whom a clause binds and names.
    fn clause_in_words(&self, number: u32, heading: &str, binds: Option<&str>, names: Option<&str>) -> String;
    /// A voice with its stances.
    fn critic(&self, who: &str, stances: &str) -> String;
    /// Who speaks about a clause, or about the agreement as a whole.
    fn critics_in_words(&self, clause: Option<u32>, critics: &str) -> String;
    /// The title of the timeline.
    fn timeline_title(&self) -> String;
    /// A date or a range of dates.
    fn date(&self, date: Date, until: Option<Date>) -> String;
    /// What is on a date, in a word or two; for a sentence, who says it.
    fn dated(&self, what: &When, said_by: Option<(&str, Lane)>) -> String;
    /// What a clause dates, and how often it comes again from that date on.
    fn clause_date(&self, what: &str, recurs: Option<&str>) -> String;
    /// A source's title, and who published it.
    fn source(&self, title: &str, publisher: Option<&str>) -> String;
    /// Words of the corpus.
    fn quoted(&self, words: &str) -> String;
    /// What the timeline is.
    fn timeline_in_words(&self, count: usize, first: &str, last: &str) -> String;
    /// One date of it.
    fn date_in_words(&self, date: &str, kind: &str, what: &str) -> String;
}

/// That there is nothing to put on a timeline.
#[must_use]
pub fn no_dates() -> &'static str {
    "The corpus names no day or month with its year."
}

/// That a printed timeline leaves dates out.
#[must_use]
pub fn timeline_is_cut() -> &'static str {
    "The corpus names more dates than are listed here."
}

/// The labels in English.
#[derive(Debug, Clone, Copy)]
pub struct English;

impl Labels for English {
    fn map_title(&self) -> String {
        "Whom each clause binds, and who says what about it".to_owned()
    }

    fn bound(&self) -> String {
        "bound".to_owned()
    }

    fn named(&self) -> String {
        "named".to_owned()
    }

    fn bound_means(&self) -> String {
        "the clause obliges it to something".to_owned()
    }

    fn named_means(&self) -> String {
        "the clause speaks of it, and no more".to_owned()
    }

    fn clause(&self, number: u32) -> String {
        format!("Clause {number}")
    }

    fn critiques_heading(&self) -> String {
        "Who says something about it, and in what spirit".to_owned()
    }

    fn whole(&self) -> String {
        "The agreement as a whole".to_owned()
    }

    fn stance(&self, stance: &str) -> String {
        // The corpus's files are in English too.
        stance.to_owned()
    }

    fn nothing_said(&self) -> String {
        "nobody in the corpus".to_owned()
    }

    fn more_clauses(&self, count: usize) -> String {
        if count == 1 { "and 1 more clause".to_owned() } else { format!("and {count} more clauses") }
    }

    fn more_parties(&self, count: usize) -> String {
        if count == 1 { "and 1 more party".to_owned() } else { format!("and {count} more parties") }
    }

    fn more_critics(&self, count: usize) -> String {
        format!("and {count} more")
    }

    fn more_dates(&self, count: usize) -> String {
        if count == 1 { "and 1 more date".to_owned() } else { format!("and {count} more dates") }
    }

    fn still_more_dates(&self) -> String {
        "and more dates, which are not counted".to_owned()
    }

    fn more_sentences(&self, count: usize) -> String {
        format!("And {count} more.")
    }

    fn listed(&self, names: &[String], more: usize) -> String {
        if more == 0 { names.join(", ") } else { format!("{} and {more} more", names.join(", ")) }
    }

    fn map_in_words(&self, clauses: usize, parties: usize) -> String {
        let clauses = super::count(clauses as u64, "clause");
        let parties = if parties == 1 { "1 party".to_owned() } else { format!("{parties} parties") };
        format!("A table of {clauses} and {parties} that they bind or name, with who says what about each clause.")
    }

    fn clause_in_words(&self, number: u32, heading: &str, binds: Option<&str>, names: Option<&str>) -> String {
        match (binds, names) {
            (Some(binds), Some(names)) => format!("Clause {number} ({heading}) binds {binds}; it also names {names}."),
            (Some(binds), None) => format!("Clause {number} ({heading}) binds {binds}."),
            (None, Some(names)) => format!("Clause {number} ({heading}) binds nobody; it names {names}."),
            (None, None) => format!("Clause {number} ({heading}) binds and names nobody."),
        }
    }

    fn critic(&self, who: &str, stances: &str) -> String {
        format!("{who} ({stances})")
    }

    fn critics_in_words(&self, clause: Option<u32>, critics: &str) -> String {
        match clause {
            Some(number) => format!("On clause {number}: {critics}."),
            None => format!("On the agreement as a whole: {critics}."),
        }
    }

    fn timeline_title(&self) -> String {
        "The dates in the corpus, in order".to_owned()
    }

    fn date(&self, date: Date, until: Option<Date>) -> String {
        match until {
            Some(until) => format!("{date} to {until}"),
            None => date.to_string(),
        }
    }

    fn dated(&self, what: &When, said_by: Option<(&str, Lane)>) -> String {
        match (what, said_by) {
            (When::Clause { number, .. }, _) => format!("Clause {number}"),
            (When::Published { .. }, _) => "Published".to_owned(),
            (When::Said, Some((speaker, Lane::Opinion))) => format!("{speaker} (opinion)"),
            (When::Said, Some((speaker, Lane::Reporting))) => format!("{speaker} (reporting)"),
            (When::Said, Some((speaker, Lane::Text | Lane::Note))) => speaker.to_owned(),
            (When::Said, None) => "Said".to_owned(),
        }
    }

    fn clause_date(&self, what: &str, recurs: Option<&str>) -> String {
        match recurs {
            Some(recurs) => format!("from then on, {recurs}: {what}"),
            None => what.to_owned(),
        }
    }

    fn source(&self, title: &str, publisher: Option<&str>) -> String {
        match publisher {
            Some(publisher) => format!("{title}, {publisher}"),
            None => title.to_owned(),
        }
    }

    fn quoted(&self, words: &str) -> String {
        format!("\u{201c}{words}\u{201d}")
    }

    fn timeline_in_words(&self, count: usize, first: &str, last: &str) -> String {
        if count == 1 {
            format!("A timeline of 1 entry, {first}.")
        } else {
            format!("A timeline of {count} entries, from {first} to {last}.")
        }
    }

    fn date_in_words(&self, date: &str, kind: &str, what: &str) -> String {
        format!("{date}, {kind}: {}.", what.trim_end_matches('.'))
    }
}
