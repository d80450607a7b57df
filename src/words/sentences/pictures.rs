//! What stands in pictures, and in their place where they cannot be seen.

use super::sentences;

sentences! {
    // Pictures.
    /// The title of the map.
    map_title();
    /// That a corpus without clauses has no map.
    no_map();
    /// That the corpus names no dates.
    no_timeline();
    /// That more dates are named than are listed.
    timeline_cut();
    /// A party that a clause binds.
    map_bound();
    /// A party that a clause names and does not bind.
    map_named();
    /// What the mark of a bound party means.
    map_bound_means();
    /// What the mark of a named party means.
    map_named_means();
    /// A clause.
    map_clause(number: u32);
    /// The heading over who says what.
    map_critiques();
    /// The agreement, not one clause of it.
    map_whole();
    /// A stance: for the agreement.
    stance_supportive();
    /// A stance: doubtful of it.
    stance_sceptical();
    /// A stance: both.
    stance_mixed();
    /// A stance: none, it reports.
    stance_reporting();
    /// That nobody speaks about a clause.
    map_nothing_said();
    /// How many clauses are not shown.
    map_more_clauses(count: usize);
    /// How many parties are not shown.
    map_more_parties(count: usize);
    /// How many voices are not shown.
    map_more_critics(count: usize);
    /// How many dates are not shown.
    map_more_dates(count: usize);
    /// That more dates are not shown than can be counted.
    map_still_more_dates();
    /// How many sentences of a description are left out.
    map_more_sentences(count: usize);
    /// Names in a row, and how many more there are.
    map_listed(names: &str, more: usize);
    /// What the map is.
    map_in_words(clauses: usize, parties: usize);
    /// Whom a clause binds.
    map_clause_binds(number: u32, heading: &str, binds: &str);
    /// Whom a clause binds and names.
    map_clause_binds_and_names(number: u32, heading: &str, binds: &str, names: &str);
    /// Whom a clause names.
    map_clause_names(number: u32, heading: &str, names: &str);
    /// That a clause binds and names nobody.
    map_clause_alone(number: u32, heading: &str);
    /// A voice with its stances.
    map_critic(who: &str, stances: &str);
    /// Who speaks about a clause.
    map_critics_of(number: u32, critics: &str);
    /// Who speaks about the agreement as a whole.
    map_critics_of_all(critics: &str);
    /// The title of the timeline.
    timeline_title();
    /// What stands over the words that name dates.
    timeline_words();
    /// A range of dates.
    timeline_range(first: &str, last: &str);
    /// That a source was published on a date.
    timeline_published();
    /// Somebody's opinion.
    timeline_opinion(speaker: &str);
    /// Somebody's reporting.
    timeline_reporting(speaker: &str);
    /// That something was said, nobody knows by whom.
    timeline_said();
    /// What a clause dates, and how often it comes again from that date on.
    timeline_recurs(what: &str, recurs: &str);
    /// A source's title, and who published it.
    timeline_source(title: &str, publisher: &str);
    /// Words of the corpus.
    timeline_quoted(words: &str);
    /// What the timeline is.
    timeline_in_words(count: usize, first: &str, last: &str);
    /// One date of it.
    timeline_entry(date: &str, kind: &str, what: &str);
}
