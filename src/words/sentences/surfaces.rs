//! What is said around answers: help, pages, checks, privacy, settings, limits.

use super::sentences;

sentences! {
    // Help.
    /// What the bot does, and how to ask it.
    help();
    /// How to read a clause.
    help_clauses();
    /// Other ways to ask.
    help_more();
    /// What the bot reads and keeps.
    help_reads();

    // Pages.
    /// What stands over passages.
    passages();
    /// That no passage holds any of the words.
    nothing_found(words: &str);
    /// What was searched for.
    found_with(words: &str);
    /// How many passages there are, how many of them are listed, and which page this is.
    found_passages(total: u64, listed: usize, page: usize, pages: usize);
    /// How many passages there are, all of them listed, and which page this is.
    found_all_passages(total: usize, page: usize, pages: usize);
    /// The name of a button that leads to the source of listed passages.
    source_of_passages(numbers: &str, count: usize, source: &str);
    /// Which passage of how many.
    passage_of(number: usize, total: usize);
    /// A button to the page before.
    previous_page();
    /// A button to the next page.
    next_page();
    /// Which page of how many.
    page_of(page: usize, pages: usize);
    /// How many sources there are.
    sources_of(count: usize);
    /// A menu that opens a source.
    open_a_source();
    /// Whose voice a source is, how many passages of it there are, and how many critiques stand in it.
    source_facts(lane: &str, passages: usize, critiques: usize);
    /// That the corpus holds a source's own words.
    source_full_text();
    /// That the corpus holds a note on a source.
    source_note();
    /// That a source's link is damaged, and a note is held.
    source_link_damaged();
    /// That a source's host is gone, and a note is held.
    source_dead_host();
    /// On what terms a source's words may be used.
    source_licence(licence: &str);
    /// How the facts of a source's entry are known.
    source_known(known: &str);
    /// When a copy of a source was fetched, and from where.
    copy_fetched(day: &str, address: &str);
    /// When an archive captured the copy of a source, when it was fetched, and from where.
    copy_archived(captured: &str, day: &str, address: &str);
    /// When a source was handed in.
    copy_handed_in(day: &str);
    /// That a page has changed since it was copied.
    changed_since();
    /// That a page is gone since it was copied.
    gone_since();
    /// That a note on a source is in the corpus beside it.
    note_beside(id: &str);
    /// That the page that a source was taken from is in the corpus beside it.
    page_beside(id: &str);
    /// What stands over a source's first words.
    source_opens();
    /// What somebody says: a button, and a heading.
    what_they_say(by: &str);
    /// The heading over what is said about a clause.
    said_about(clause: u32);
    /// The heading over what somebody says about a clause.
    said_about_by(by: &str, clause: u32);
    /// The heading over all that is said.
    said_at_all();
    /// How many critiques there are, and which page this is.
    critiques_found(total: usize, page: usize, pages: usize);
    /// The heading over a list of sources.
    sources();

    // Beside each other.
    /// What is compared.
    compared(point: &str);
    /// How many more critiques of the clause a lane has.
    more_of_lane(count: usize);
    /// That the corpus has nothing of a lane.
    lane_empty();
    /// That a lane does not speak to the point.
    lane_silent(passages: u64);
    /// The passage before.
    before();
    /// The passage that the quote stands in.
    passage_itself();
    /// The passage after.
    after();
    /// Which quote is shown in its context.
    quote_in_context(number: usize, total: usize);
    /// A button for another quote's context.
    context_of_quote(number: usize);
    /// That a quote does not stand in the corpus any more.
    quote_gone();

    // Checked quotes.
    /// That words are exact, and whose.
    check_exact(speaker: &str);
    /// That words are altered, and whose they were.
    check_altered(speaker: &str);
    /// That words are somebody else's than was said.
    check_misattributed(by: &str, speaker: &str);
    /// That words are this one's, and not whose was said.
    check_misattributed_to_none(speaker: &str);
    /// That words stand in none of the documents. It must not sound as if they were false.
    check_not_found(documents: u64);
    /// What stands over the words that were checked.
    checked_words();
    /// That something was left out between the parts of a quotation.
    check_omission();
    /// What stands over the corpus's own words.
    corpus_words();
    /// What stands over the differences.
    differences();
    /// How differences are marked.
    how_differences_are_marked();
    /// That a message has no words to look for.
    message_without_words();

    // Pressed.
    /// That a button is from another version, or its answer cannot be read any more.
    pressed_too_late();
    /// That an answer is not for this person to delete.
    not_yours_to_delete();
    /// That a thread is open.
    thread_opened(thread: &str);
    /// That no thread could be opened here.
    thread_refused();
    /// That feedback was kept, and what of it.
    feedback_kept();
    /// The one question of the form for a missing source.
    which_source();
    /// That nothing was answered to this person here.
    no_receipt();
    /// That a receipt cannot be made any more.
    receipt_gone();
    /// What the receipt's file is.
    receipt_file();
    /// What to do with a receipt.
    receipt_how();

    // Privacy.
    /// What is stored, and for how long.
    privacy(receipts: i64, feedback: i64, audit: i64);
    /// A button that shows what is stored about whoever presses.
    show_my_data();
    /// A button that deletes it.
    delete_my_data();
    /// The same, meant.
    delete_my_data_surely();
    /// Whether it is meant.
    delete_sure();
    /// What is stored about whoever asks.
    my_data(receipts: usize, feedback: usize, audit: usize);
    /// What was deleted, and what was kept.
    data_deleted(receipts: u64, feedback: u64, kept: u64);

    // About.
    /// What the bot is, and its version.
    about(version: &str);
    /// How quotations are proven.
    about_proof();
    /// What content is served.
    snapshot(snapshot: &str);

    // Settings.
    /// The heading over a server's settings.
    settings();
    /// That something is for those who manage the server.
    for_server_managers();
    /// That the bot answers in every channel.
    answers_everywhere();
    /// The channels that it answers in.
    answers_in(channels: &str);
    /// That answers are private unless asked otherwise.
    answers_privately();
    /// That answers are open unless asked otherwise.
    answers_openly();
    /// That the bot is not to speak to all in this channel.
    silent_here();
    /// A button that makes answers private.
    answer_privately();
    /// A button that makes answers open.
    answer_openly();
    /// The language that it speaks to all.
    speaks(language: &str);
    /// That it speaks the language of whoever asks.
    speaks_as_asked();
    /// A menu entry for the language of whoever asks.
    any_language();
    /// What stands in the menu of channels.
    choose_channels();
    /// What stands in the menu of languages.
    choose_language();

    // Limits.
    /// That a source is not in the corpus.
    no_such_source(asked: &str);
    /// That a source is not in the corpus, but one that is called nearly so.
    no_such_source_near(asked: &str, meant: &str);

    // Pace. `until` is a moment in Unix seconds, which Discord shows to each reader as the time that is left.
    /// To somebody who asks too fast.
    you_ask_fast(until: i64);
    /// To somebody in a channel where too much is asked.
    channel_asks_fast(until: i64);
    /// To somebody in a server where too much is asked.
    server_asks_fast(until: i64);
}
