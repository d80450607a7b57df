//! What Accord says of a re-index: how far it has come, what it changes, what came of it, and what can be rolled back to.

use super::count;
use crate::corpus::CorpusError;

/// That the corpus files are being read.
#[must_use]
pub fn reading() -> &'static str {
    "Reading the corpus"
}

/// That they are being compared with what is answered from.
#[must_use]
pub fn comparing(done: usize, total: usize) -> String {
    format!("Comparing with the index, {done} of {total}")
}

/// How much of the corpus is indexed, in percent, and how long it takes to the last passage, in seconds, where it can be told.
#[must_use]
pub fn indexing(percent: usize, remaining: Option<u64>) -> String {
    match remaining {
        None => format!("Indexing, {percent} % done"),
        Some(seconds @ 0..60) => format!("Indexing, {percent} % done, about {seconds} s to go"),
        Some(seconds) => format!("Indexing, {percent} % done, about {} min to go", seconds.div_ceil(60)),
    }
}

/// That the new generation is being checked.
#[must_use]
pub fn verifying() -> &'static str {
    "Checking what was written"
}

/// That the new generation is taking the old one's place.
#[must_use]
pub fn publishing() -> &'static str {
    "Publishing"
}

/// What the corpus was compared with.
#[must_use]
pub fn compared_with(generation: &str, snapshot: &str) -> String {
    format!("Compared with {generation}, snapshot {snapshot}:")
}

/// That there was nothing to compare with.
#[must_use]
pub fn no_index_before() -> &'static str {
    "There was no index before."
}

/// What was wrong with the index that was there.
#[must_use]
pub fn was_damaged(reason: &str) -> String {
    format!("The index was damaged: {reason}.")
}

/// That the files are others and say the same.
#[must_use]
pub fn says_the_same() -> &'static str {
    "The files have changed, and what they say has not."
}

/// That the corpus is as it was indexed.
#[must_use]
pub fn unchanged(generation: &str) -> String {
    format!("Nothing has changed since {generation} was built. `accord index --force` builds a new one all the same.")
}

/// That the corpus is what was rolled back to, and is followed again.
#[must_use]
pub fn follows_again(generation: &str) -> String {
    format!("The corpus is what {generation} was built from, which the index was rolled back to; it is followed again from now on.")
}

/// What would be indexed.
#[must_use]
pub fn would_index(documents: u64, passages: u64, snapshot: &str) -> String {
    let (passages, documents) = (count(passages, "passage"), count(documents, "document"));
    format!("`accord index` would index {passages} of {documents}. Snapshot {snapshot}.")
}

/// What was published.
#[must_use]
pub fn published(generation: &str, documents: u64, passages: u64, snapshot: &str) -> String {
    let (passages, documents) = (count(passages, "passage"), count(documents, "document"));
    format!("Indexed {passages} of {documents} as {generation}. Snapshot {snapshot}.")
}

/// How many documents were taken over from the index of before.
#[must_use]
pub fn reused(reused: u64, documents: u64) -> String {
    format!("{reused} of {} were taken over unread, because their files are as they were.", count(documents, "document"))
}

/// What could not be read, when the rest was indexed.
#[must_use]
pub fn left_out(problems: &CorpusError) -> String {
    let number = count(problems.problems.len() as u64, "problem");
    format!("Left out what cannot be read ({number}):\n{problems}")
}

/// What cannot be read, when nothing may be left out.
#[must_use]
pub fn refused(problems: &CorpusError) -> String {
    format!("nothing was indexed, because not all can be read:\n{problems}")
}

/// That the index was rolled back.
#[must_use]
pub fn rolled_back(from: &str, to: &str, snapshot: &str) -> String {
    format!(
        "Rolled back from {from} to {to}, snapshot {snapshot}. It stays so, whatever the corpus folder holds, until the next `accord index`. \
         A bot that is running takes it up when it is started again."
    )
}

/// That the index stays as somebody rolled it back, though the corpus folder holds something else.
#[must_use]
pub fn stays_rolled_back(generation: &str) -> String {
    format!(
        "Answering from {generation}, which the index was rolled back to; the corpus folder holds something else. `accord index` takes it up."
    )
}

/// That there are no generations.
#[must_use]
pub fn no_generations() -> &'static str {
    "There is no index yet. `accord index` builds one."
}

/// A generation in a list; `built` is empty when it is not known when it was built.
#[must_use]
pub fn generation(name: &str, built: &str, documents: u64, passages: u64, snapshot: &str) -> String {
    let built = if built.is_empty() { "at an unknown time" } else { built };
    let (passages, documents) = (count(passages, "passage"), count(documents, "document"));
    format!("{name}, built {built}: {passages} of {documents}, snapshot {snapshot}")
}

/// A generation in a list that cannot be used.
#[must_use]
pub fn damaged_generation(name: &str, reason: &str) -> String {
    format!("{name} cannot be used: {reason}")
}

/// Marks the current generation in a list.
#[must_use]
pub fn is_current() -> &'static str {
    "current"
}

/// Marks a generation in a list that was rolled back from, or never became current.
#[must_use]
pub fn is_withdrawn() -> &'static str {
    "withdrawn"
}

/// What became of the sources.
#[must_use]
pub fn sources(added: usize, removed: usize, changed: usize, unchanged: usize) -> String {
    format!("Sources: {added} new, {removed} gone, {changed} changed, {unchanged} as before.")
}

/// A source that is new or gone.
#[must_use]
pub fn source(id: &str, title: &str, passages: u64) -> String {
    format!("{id}: {title} ({})", count(passages, "passage"))
}

/// A source that changed.
#[must_use]
pub fn changed_source(id: &str, title: &str) -> String {
    format!("{id}: {title}")
}

/// What became of the passages of a source.
#[must_use]
pub fn passages(added: usize, removed: usize, changed: usize, moved: usize, refiled: usize, unchanged: usize) -> String {
    format!("passages: {added} new, {removed} gone, {changed} reworded, {moved} moved, {refiled} filed otherwise, {unchanged} as before")
}

/// That a text changed and no passage did.
#[must_use]
pub fn only_between() -> &'static str {
    "its text changed between the passages only"
}

/// A passage that was reworded.
#[must_use]
pub fn passage_changed(before: &str, after: &str) -> String {
    if before == after { format!("{after} now:") } else { format!("{after}, before {before}, now:") }
}

/// A passage that is new.
#[must_use]
pub fn passage_added(id: &str) -> String {
    format!("{id} is new:")
}

/// A passage that is gone.
#[must_use]
pub fn passage_removed(id: &str) -> String {
    format!("{id} is gone:")
}

/// A passage that moved.
#[must_use]
pub fn passage_moved(before: &str, after: &str) -> String {
    format!("{before} has moved and is {after}")
}

/// A clause that is new, gone or another.
#[must_use]
pub fn clause(number: u32) -> String {
    format!("clause {number}")
}

/// A value that is another than it was; both are as JSON has them.
#[must_use]
pub fn field(name: &str, before: &str, after: &str) -> String {
    format!("{name}: {before} → {after}")
}

/// What is gone from a list and what is new in it; both are as JSON has them.
#[must_use]
pub fn list(name: &str, gone: &str, new: &str) -> String {
    format!("{name}: gone {gone}, new {new}")
}

/// That a list holds the same in another order, or as often as it did not before.
#[must_use]
pub fn reordered(name: &str) -> String {
    format!("{name}: the same in another order or number")
}

/// What became of the parties.
#[must_use]
pub fn parties(before: usize, after: usize, added: usize, removed: usize, changed: usize) -> String {
    format!("Parties: {before} before, {after} now: {added} new, {removed} gone, {changed} changed.")
}

/// What became of the critiques.
#[must_use]
pub fn critiques(before: usize, after: usize, added: usize, removed: usize, changed: usize) -> String {
    format!("Critiques: {before} before, {after} now: {added} new, {removed} gone, {changed} changed.")
}

/// What became of the anticipated questions and known gaps.
#[must_use]
pub fn anticipated(before: usize, after: usize, added: usize, removed: usize, moved: usize) -> String {
    format!("Anticipated questions and gaps: {before} before, {after} now: {added} new, {removed} gone, {moved} filed otherwise.")
}

/// That only the wording of anticipated questions changed.
#[must_use]
pub fn questions_reworded() -> &'static str {
    "Anticipated questions are worded otherwise."
}

/// That the glossary changed.
#[must_use]
pub fn glossary() -> &'static str {
    "The glossary has changed."
}

/// That the words of languages changed.
#[must_use]
pub fn languages(codes: &str) -> String {
    format!("The words of other languages have changed: {codes}.")
}

/// What the corpus says of itself otherwise stands below.
#[must_use]
pub fn corpus() -> &'static str {
    "The corpus says of itself:"
}

/// Stands where the clauses that changed are told.
#[must_use]
pub fn clauses() -> &'static str {
    "Clauses:"
}
