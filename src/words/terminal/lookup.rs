//! What Accord says of look-ups: parts of the corpus, lists, comparisons, sources.

use super::count;
use crate::answer::LaneSilence;
use crate::corpus::Lane;

/// That nothing of a lane is in the corpus.
#[must_use]
pub fn lane_is_empty(lane: Lane) -> &'static str {
    match lane {
        Lane::Text => "The corpus carries no text of its own.",
        Lane::Reporting => "The corpus carries no reporting word for word.",
        Lane::Opinion => "The corpus carries no opinion word for word.",
        Lane::Note => "The corpus holds no notes of Accord's.",
    }
}

/// What stands over a list of passages: which of how many.
#[must_use]
pub fn listed(first: usize, last: usize, total: u64) -> String {
    format!("Passages {first} to {last} of {total}, the likeliest first.")
}

/// That a list is cut: more passages hold some of the words than are listed.
#[must_use]
pub fn listed_most(most: usize) -> String {
    format!("Only the likeliest {most} are listed.")
}

/// How to see the next page of a list.
#[must_use]
pub fn next_page(page: usize) -> String {
    format!("Next page: --page {page}")
}

/// That a list has no such page.
#[must_use]
pub fn no_such_page(pages: usize) -> String {
    format!("The list ends before that: it has {}.", count(pages as u64, "page"))
}

/// That nothing holds any of the words.
#[must_use]
pub fn nothing_listed() -> &'static str {
    "No passage holds any of these words."
}

/// How to search better.
#[must_use]
pub fn list_rephrase() -> &'static str {
    "Try other words, or leave the source and the lane open."
}

/// That a lane has nothing to say to a point that was compared.
#[must_use]
pub fn lane_silence(lane: Lane, silence: &LaneSilence) -> &'static str {
    match silence {
        LaneSilence::Empty => lane_is_empty(lane),
        LaneSilence::NotSaid { .. } => match lane {
            Lane::Text => "The texts themselves do not say anything on this.",
            Lane::Reporting => "No reporting in the corpus is about this.",
            Lane::Opinion => "No opinion in the corpus is about this.",
            Lane::Note => "None of Accord's notes is about this.",
        },
    }
}

/// That more critiques of a clause are known than are shown.
#[must_use]
pub fn more_critiques(more: usize) -> String {
    format!("{} not shown here.", count(more as u64, "further critique"))
}

/// What is known of a source beside its title.
#[must_use]
pub fn licence(licence: &str) -> String {
    format!("Terms: {licence}")
}

/// How the facts of a source's entry are known.
#[must_use]
pub fn known(known: &str) -> String {
    format!("How this is known: {known}")
}

/// How much of a source the corpus holds.
#[must_use]
pub fn held(passages: usize) -> String {
    format!("In the corpus: {}.", count(passages as u64, "passage"))
}

/// What stands over the critiques that a source holds.
#[must_use]
pub fn critiques_here() -> &'static str {
    "Critiques in it"
}

/// One critique of a list, without its words.
#[must_use]
pub fn critique_line(by: &str, stance: &str, topic: &str) -> String {
    format!("{by} ({stance} on {topic})")
}

/// What stands over a source's first words.
#[must_use]
pub fn opening_words() -> &'static str {
    "It begins"
}
