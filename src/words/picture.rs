//! The words in pictures, and those that stand for a picture where it cannot be seen.

use crate::answer::When;
use crate::corpus::Lane;
use crate::text::Date;
use crate::words::Words;

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

impl Labels for Words {
    fn map_title(&self) -> String {
        self.map_title()
    }

    fn bound(&self) -> String {
        self.map_bound()
    }

    fn named(&self) -> String {
        self.map_named()
    }

    fn bound_means(&self) -> String {
        self.map_bound_means()
    }

    fn named_means(&self) -> String {
        self.map_named_means()
    }

    fn clause(&self, number: u32) -> String {
        self.map_clause(number)
    }

    fn critiques_heading(&self) -> String {
        self.map_critiques()
    }

    fn whole(&self) -> String {
        self.map_whole()
    }

    fn stance(&self, stance: &str) -> String {
        Self::stance(self, stance)
    }

    fn nothing_said(&self) -> String {
        self.map_nothing_said()
    }

    fn more_clauses(&self, count: usize) -> String {
        self.map_more_clauses(count)
    }

    fn more_parties(&self, count: usize) -> String {
        self.map_more_parties(count)
    }

    fn more_critics(&self, count: usize) -> String {
        self.map_more_critics(count)
    }

    fn more_dates(&self, count: usize) -> String {
        self.map_more_dates(count)
    }

    fn still_more_dates(&self) -> String {
        self.map_still_more_dates()
    }

    fn more_sentences(&self, count: usize) -> String {
        self.map_more_sentences(count)
    }

    fn listed(&self, names: &[String], more: usize) -> String {
        let names = names.join(", ");
        if more == 0 { names } else { self.map_listed(&names, more) }
    }

    fn map_in_words(&self, clauses: usize, parties: usize) -> String {
        Self::map_in_words(self, clauses, parties)
    }

    fn clause_in_words(&self, number: u32, heading: &str, binds: Option<&str>, names: Option<&str>) -> String {
        match (binds, names) {
            (Some(binds), Some(names)) => self.map_clause_binds_and_names(number, heading, binds, names),
            (Some(binds), None) => self.map_clause_binds(number, heading, binds),
            (None, Some(names)) => self.map_clause_names(number, heading, names),
            (None, None) => self.map_clause_alone(number, heading),
        }
    }

    fn critic(&self, who: &str, stances: &str) -> String {
        self.map_critic(who, stances)
    }

    fn critics_in_words(&self, clause: Option<u32>, critics: &str) -> String {
        match clause {
            Some(number) => self.map_critics_of(number, critics),
            None => self.map_critics_of_all(critics),
        }
    }

    fn timeline_title(&self) -> String {
        self.timeline_title()
    }

    fn date(&self, date: Date, until: Option<Date>) -> String {
        match until {
            Some(until) => self.timeline_range(&date.to_string(), &until.to_string()),
            None => date.to_string(),
        }
    }

    fn dated(&self, what: &When, said_by: Option<(&str, Lane)>) -> String {
        match (what, said_by) {
            (When::Clause { number, .. }, _) => self.map_clause(*number),
            (When::Published { .. }, _) => self.timeline_published(),
            (When::Said, Some((speaker, Lane::Opinion))) => self.timeline_opinion(speaker),
            (When::Said, Some((speaker, Lane::Reporting))) => self.timeline_reporting(speaker),
            (When::Said, Some((speaker, Lane::Text | Lane::Note))) => speaker.to_owned(),
            (When::Said, None) => self.timeline_said(),
        }
    }

    fn clause_date(&self, what: &str, recurs: Option<&str>) -> String {
        match recurs {
            Some(recurs) => self.timeline_recurs(what, recurs),
            None => what.to_owned(),
        }
    }

    fn source(&self, title: &str, publisher: Option<&str>) -> String {
        match publisher {
            Some(publisher) => self.timeline_source(title, publisher),
            None => title.to_owned(),
        }
    }

    fn quoted(&self, words: &str) -> String {
        self.timeline_quoted(words)
    }

    fn timeline_in_words(&self, count: usize, first: &str, last: &str) -> String {
        Self::timeline_in_words(self, count, first, last)
    }

    fn date_in_words(&self, date: &str, kind: &str, what: &str) -> String {
        self.timeline_entry(date, kind, what.trim_end_matches('.'))
    }
}
