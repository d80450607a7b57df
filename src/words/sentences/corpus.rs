//! What is said to those who change the corpus.

use super::sentences;

sentences! {
    // The corpus, for admins.
    /// That changing the corpus is for those whom the operator named.
    for_corpus_admins();
    /// That a re-index is running.
    reindex_running();
    /// That a re-index is running already, and no second one begins.
    reindex_busy();
    /// That the running one was told to stop.
    reindex_stopping();
    /// That none is running.
    reindex_not_running();
    /// That it was stopped.
    reindex_stopped();
    /// That it failed. `incident` is in the operator's log too.
    reindex_failed(incident: &str);
    /// That the corpus cannot be indexed as it is, and what is wrong with it first.
    reindex_refused(problems: usize, first: &str);
    /// That the corpus files are being read.
    reindex_reading();
    /// That they are being compared.
    reindex_comparing(done: usize, total: usize);
    /// That the new generation is being written, and how much of it is.
    reindex_writing(percent: usize);
    /// About how many seconds that still takes.
    reindex_remaining(seconds: u64);
    /// That it is being checked.
    reindex_verifying();
    /// That it takes the old one's place.
    reindex_publishing();
    /// That questions are answered meanwhile.
    reindex_meanwhile();
    /// That a new generation is being served.
    reindex_done(generation: &str);
    /// That nothing has changed.
    reindex_unchanged();
    /// What would be changed, and that nothing was.
    reindex_planned();
    /// What changed, in numbers of sources.
    changed_sources(added: usize, removed: usize, changed: usize, unchanged: usize);
    /// A source that was added.
    source_added(title: &str, passages: usize);
    /// A source that was removed.
    source_removed(title: &str, passages: usize);
    /// A source that was changed, in numbers of passages.
    source_changed(title: &str, added: usize, removed: usize, changed: usize, moved: usize);
    /// A source that was changed, but for what its passages say.
    source_changed_beside(title: &str);
    /// A clause that was added.
    clause_added(number: u32);
    /// A clause that was removed.
    clause_removed(number: u32);
    /// A clause that was changed.
    clause_changed(number: u32);
    /// A clause about which something else is noted, and whose words are the same.
    clause_changed_beside(number: u32);
    /// That something changed beside sources and clauses.
    knowledge_changed();
    /// How many sources could not be read and were left out.
    sources_left_out(count: usize);
    /// That there is nothing to compare with.
    nothing_to_compare();
    /// That two states say the same.
    no_difference();
    /// What the file with every difference is.
    difference_file();
    /// A button that indexes anew.
    reindex_now();
    /// A button that stops the job.
    reindex_stop();
    /// A button that goes back.
    rollback_now();
    /// Whether going back is meant, and from and to what.
    rollback_sure(before: &str, after: &str);
    /// That something else is served by now than when it was asked whether to go back.
    rollback_stale();
    /// That it was gone back, and from and to what.
    rolled_back(before: &str, after: &str);
    /// That there is nothing to go back to.
    rollback_refused();
    /// What is being served.
    serving_now(generation: &str);
    /// When it was built. `at` is a moment in Unix seconds.
    built_at(at: u64);
    /// That it is served because somebody went back to it.
    serving_rolled_back();
    /// The heading over the generations that are kept beside the one that is served.
    generations_kept();
    /// A generation that is kept.
    generation_line(generation: &str, passages: u64, documents: u64, snapshot: &str);
    /// A generation that cannot be used.
    generation_damaged(generation: &str);
    /// What people think of the answers, in numbers.
    feedback_so_far(useful: u64, wrong: u64, missing: u64);
}
