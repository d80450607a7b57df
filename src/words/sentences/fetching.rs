//! What is said to those who fetch, add and remove sources, and when sources are not what they were.

use super::sentences;

sentences! {
    /// That sources are being fetched, and how many are done.
    fetch_asking(done: usize, total: usize);
    /// A button that stops it.
    fetch_stop();
    /// How many copies are new or other than before.
    fetch_done(taken: usize, total: usize);
    /// That it was stopped.
    fetch_stopped();
    /// That it failed. `incident` is in the operator's log too.
    fetch_failed(incident: &str);
    /// What the file with all that came of it is.
    fetch_file();
    /// That an earlier copy stays where fetching failed.
    fetch_kept();
    /// That what was fetched is answered from after the next re-index.
    fetch_next();
    /// What came of a source: its text was fetched.
    outcome_fetched();
    /// It is as it was.
    outcome_unchanged();
    /// A capture was fetched.
    outcome_archived();
    /// The reader is not sure.
    outcome_unsure();
    /// It is no text.
    outcome_not_text();
    /// It is too large.
    outcome_too_large();
    /// It may not be fetched.
    outcome_blocked();
    /// It is gone.
    outcome_dead();
    /// The link is damaged.
    outcome_damaged_link();
    /// There is no address.
    outcome_no_address();
    /// That one of an address and a file is wanted.
    add_one_of();
    /// That a source was added.
    source_taken_up(title: &str, source: &str);
    /// That it was not, and what came of it.
    source_not_taken_up(title: &str, outcome: &str);
    /// That the corpus lists the address already.
    add_listed(source: &str);
    /// That a file cannot be read.
    add_not_readable();
    /// That a file is too large.
    add_too_large(most: u64);
    /// That Discord does not give the file.
    add_lost();
    /// That a source was removed.
    source_taken_away(source: &str);
    /// That a copy was removed, and a note stands in its place.
    copy_taken_away(source: &str);
    /// How many sources are not what they were.
    drift_found(changed: usize, gone: usize);
    /// A source that has changed.
    drift_changed(title: &str);
    /// A source that is gone.
    drift_gone(title: &str);
    /// That quotes of them come from stored copies.
    drift_quotes();
    /// What the file with all changes is.
    drift_file();
}
