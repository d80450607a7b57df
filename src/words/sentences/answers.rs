//! What is said in an answer, about it, and in place of one.

use super::sentences;

sentences! {
    // Whose voice it is.
    /// The heading over the agreement's own words.
    lane_text();
    /// The heading over reporting.
    lane_reporting();
    /// The heading over opinion.
    lane_opinion();
    /// The heading over our own notes.
    lane_note();
    /// The heading over the quotes of the text lane when the corpus is a folder of documents and not an agreement.
    documents_heading();

    // Silence.
    /// That nothing near enough is in the corpus.
    not_said();
    /// That a question holds nothing to search for.
    no_words();
    /// That there is no clause of this number.
    no_such_clause(asked: u32, count: u32);
    /// That no document has such a provision.
    no_such_provision(asked: &str);
    /// That a document has no such provision.
    no_such_provision_in(asked: &str, title: &str);
    /// The only provision that is near.
    provision_near(only: &str);
    /// The first and the last of the provisions that are near.
    provisions_near(first: &str, last: &str);
    /// A button that leads to the provision before.
    previous_provision(citation: &str);
    /// A button that leads to the provision after.
    next_provision(citation: &str);
    /// That a provision is shown in part.
    provision_cut();
    /// That the corpus has no clauses.
    no_clauses();
    /// That no clause is called so.
    unknown_clause();
    /// That no party is called so.
    unknown_party();
    /// That no party is called so, but one nearly.
    unknown_party_near(meant: &str);
    /// That nobody says anything of the kind.
    no_critique();
    /// How to ask better when nothing is said.
    rephrase_not_said();
    /// How to ask better than without a word.
    rephrase_no_words();
    /// How to ask for a clause.
    rephrase_clause();
    /// What to do without clauses.
    rephrase_no_clauses();
    /// How to ask for a party.
    rephrase_party();
    /// How to ask for what is said.
    rephrase_critique();
    /// What was searched.
    searched(documents: u64, passages: u64);
    /// What was indexed.
    indexed(documents: u64, passages: u64);
    /// What stands over the closest passages.
    closest();

    // Answers.
    /// What stands over a choice.
    which();
    /// How a question in another language was understood.
    read_as(english: &str);
    /// That quotations are not translated, for readers of other languages than English.
    quotes_as_written();
    /// Which quote of how many.
    quote_of(number: usize, total: usize);
    /// Which of the passages that come closest. It must not be mistaken for an answer.
    not_an_answer(number: usize, total: usize);
    /// Which clause words are from.
    of_clause(number: u32);
    /// The name of a clause's card.
    clause_heading(number: u32, heading: &str);
    /// That a clause's heading is not the agreement's.
    heading_is_ours();
    /// What was asked, where the question cannot be seen otherwise.
    asked(question: &str);
    /// Which questions of a conversation an answer carries on.
    carries_on(before: &str);
    /// Whose critique a quote is, in what spirit, and about what.
    critique_line(by: &str, stance: &str, topic: &str);
    /// How many more quotes the attached file holds.
    more_in_file(count: usize);
    /// Stands below a quote that was cut.
    quote_goes_on();
    /// The name of a link to an archived copy.
    archived_copy();
    /// The name of a button that leads to an archived copy.
    archived_page();
    /// The name of a link to a source's page.
    source_page();
    /// That a quote is from where an earlier one on the same card is from.
    same_source(number: usize);
    /// The name of a button that leads to the source of quotes.
    source_of_quotes(numbers: &str, count: usize, source: &str);
    /// The name of a button that leads to the source of passages that only come close.
    source_of_closest(numbers: &str, source: &str);
    /// That a source's link led nowhere.
    link_damaged();
    /// That a source's host is no more.
    host_gone();
    /// That a list is longer than what is shown.
    and_more(count: usize);

    // Trouble.
    /// That the bot is about to leave.
    leaving();
    /// That something broke. `incident` is in the operator's log too.
    broken(incident: &str);
    /// That a quote could not be proven, so that nothing is said.
    unproven(incident: &str);
    /// That a command is not known, which happens after an update.
    unknown_command();

    // Controls.
    /// A button for the passages around the quotes.
    in_context();
    /// A button for what is said about a clause.
    critiques();
    /// A button for more passages.
    more();
    /// A button for an answer's receipt.
    receipt();
    /// A button that opens a thread.
    continue_in_thread();
    /// A button that shows a private answer to all.
    share();
    /// A button that says that an answer helped.
    useful();
    /// A button that says that the wrong words were quoted.
    wrong_passage();
    /// A button that says that a source is missing.
    missing_source();
    /// A button that takes an answer away.
    delete();
    /// What the file with all quotes whole is.
    full_text();

    // Cards.
    /// Whom a clause binds.
    binds(parties: &str);
    /// Whom a clause names without binding them.
    names(parties: &str);
    /// The heading over a clause's duties.
    duties();
    /// Who owes a duty.
    owed_by(parties: &str);
    /// The heading over a clause's dates.
    dates();
    /// What is dated, and what the words mean.
    date_means(what: &str, means: &str);
    /// What a party is, on whose side, and what it does here, in the curators' words.
    party_is(kind: &str, side: &str, role: &str);
    /// What else a party is called.
    also_called(names: &str);

    // Parts of the corpus.
    /// That one source is silent.
    source_does_not_say(title: &str);
    /// That one kind of source is silent.
    kind_does_not_say(lane: &str);
    /// That one kind of voice is silent in one source.
    source_does_not_say_as(title: &str, lane: &str);
    /// That the rest of the corpus answers.
    answered_elsewhere();
    /// That the rest of the corpus is silent too.
    silent_elsewhere();
    /// How much of a part of the corpus was searched.
    searched_within(passages: u64);
}
