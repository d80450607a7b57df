//! Every sentence that Accord says in its own voice, in one place. What it says about the corpus is quoted, not worded.

pub mod lookup;

use crate::answer::Silence;
use crate::corpus::Lane;

/// The heading over the quotes of a lane.
#[must_use]
pub fn lane_heading(lane: Lane) -> &'static str {
    match lane {
        Lane::Text => "The agreement says",
        Lane::Reporting => "Reporting says",
        Lane::Opinion => "Opinion",
        Lane::Note => "Accord's notes on the sources",
    }
}

/// The heading over the quotes of the text lane when the corpus is a folder of documents and not an agreement.
#[must_use]
pub fn documents_heading() -> &'static str {
    "The documents say"
}

/// What stands first when the corpus is silent.
#[must_use]
pub fn silence(silence: &Silence) -> String {
    match silence {
        Silence::NotSaid => "The corpus does not say.".to_owned(),
        Silence::NotWithin(searched) => lookup::not_within(searched),
        Silence::NoWords => "There is no word in that to search for.".to_owned(),
        Silence::NoSuchClause { asked, count } => {
            let clauses = if *count == 1 { "clause" } else { "clauses" };
            format!("There is no clause {asked}: the agreement has {count} {clauses}.")
        }
        Silence::NoClauses => "This corpus has no numbered clauses.".to_owned(),
        Silence::UnknownClause => "No clause is called that.".to_owned(),
        Silence::UnknownParty(None) => "The corpus knows no party of that name.".to_owned(),
        Silence::UnknownParty(Some(meant)) => format!("The corpus knows no party of that name. Did you mean {meant}?"),
        Silence::NoCritique => "Nobody in the corpus says anything of the kind.".to_owned(),
    }
}

/// How to ask better.
#[must_use]
pub fn rephrase(silence: &Silence) -> &'static str {
    match silence {
        Silence::NotSaid => "Try the names and the words that the documents would use, or look a clause up by its number.",
        Silence::NotWithin(searched) => lookup::look_elsewhere(searched.elsewhere),
        Silence::NoWords => "Ask with a name, a number or a word that the documents would use.",
        Silence::NoSuchClause { .. } | Silence::UnknownClause => "Look a clause up by its number, its heading or its first words.",
        Silence::NoClauses => "Ask a question in plain words instead.",
        Silence::UnknownParty(_) => "Try the name as the documents spell it, or its usual short form.",
        Silence::NoCritique => "Leave the name or the clause out to see all that is said.",
    }
}

/// How a question in another language was understood.
#[must_use]
pub fn read_as(english: &str) -> String {
    format!("Read as: {english}. Quotations are in the original language.")
}

/// What was searched.
#[must_use]
pub fn searched(documents: u64, passages: u64) -> String {
    format!("Searched {} of {}.", count(passages, "passage"), count(documents, "document"))
}

/// What was indexed.
#[must_use]
pub fn indexed(documents: u64, passages: u64) -> String {
    format!("Indexed {} of {}.", count(passages, "passage"), count(documents, "document"))
}

/// What stands over the closest passages.
#[must_use]
pub fn closest() -> &'static str {
    "What comes closest"
}

/// What stands over a choice.
#[must_use]
pub fn which() -> &'static str {
    "Which one do you mean?"
}

/// Which quote of how many.
#[must_use]
pub fn quote_of(number: usize, total: usize) -> String {
    format!("Quote {number} of {total}")
}

/// Which of the passages that come closest. It must not be mistaken for an answer.
#[must_use]
pub fn not_an_answer(number: usize, total: usize) -> String {
    format!("Not an answer, {number} of {total}")
}

/// Which clause words are from.
#[must_use]
pub fn of_clause(number: u32) -> String {
    format!("clause {number}")
}

/// The name of a clause's card.
#[must_use]
pub fn clause_heading(number: u32, heading: &str) -> String {
    format!("Clause {number}: {heading}")
}

/// That a clause's heading is not the agreement's.
#[must_use]
pub fn heading_is_ours() -> &'static str {
    "The heading is Accord's; the words below are the agreement's."
}

/// What was asked, where the question cannot be seen otherwise.
#[must_use]
pub fn asked(question: &str) -> String {
    format!("Asked: {question}")
}

/// Stands within a quote or a name where it was cut.
#[must_use]
pub fn cut_here() -> &'static str {
    "[…]"
}

/// Stands below a quote that was cut.
#[must_use]
pub fn quote_goes_on() -> &'static str {
    "The quote is cut here to fit; it goes on in the source."
}

/// The name of a link to an archived copy.
#[must_use]
pub fn archived_copy() -> &'static str {
    "archived copy"
}

/// That a quote is from where an earlier one on the same card is from.
#[must_use]
pub fn same_source(number: usize) -> String {
    format!("From the same source as number {number}")
}

/// The name of a button that leads to the source of these quotes.
#[must_use]
pub fn source_of(numbers: &[usize], source: &str) -> String {
    let quotes = if numbers.len() == 1 { "Quote" } else { "Quotes" };
    format!("{quotes} {}: {source}", listed(numbers))
}

/// The name of a button that leads to the source of passages that only come close.
#[must_use]
pub fn closest_source_of(numbers: &[usize], source: &str) -> String {
    format!("Closest {}: {source}", listed(numbers))
}

fn listed(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// That a source's link led nowhere.
#[must_use]
pub fn link_damaged() -> &'static str {
    "its link is damaged"
}

/// That a source's host is no more.
#[must_use]
pub fn host_gone() -> &'static str {
    "its host is gone"
}

/// One of the things that may have been meant, and how to ask for it.
#[must_use]
pub fn choice(label: &str, ask: &str) -> String {
    format!("**{label}**: ask for `{ask}`")
}

/// That a list is longer than what is shown.
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("… and {count} more.")
}

/// That the bot is about to leave.
#[must_use]
pub fn leaving() -> &'static str {
    "I am restarting and take no new questions for a moment. Please ask again in a minute."
}

/// That something broke. `incident` is in the operator's log too.
#[must_use]
pub fn broken(incident: &str) -> String {
    format!("Something went wrong on my side, and it has been noted. If it happens again, tell whoever runs me: error {incident}.")
}

/// That a quote could not be proven, so that nothing is said.
#[must_use]
pub fn unproven(incident: &str) -> String {
    format!("I could not prove my quotation against its source, so I say nothing. Please tell whoever runs me: error {incident}.")
}

/// That a command is not known, which happens after an update.
#[must_use]
pub fn unknown_command() -> &'static str {
    "I do not know this command. Discord may be showing an old list: reload it, or ask with /help."
}

/// The description of `/ask`.
pub const ASK: &str = "Ask a question; the answer is quoted, with its sources";
/// The description of `/ask`'s question.
pub const ASK_QUESTION: &str = "Your question, in plain words";
/// The description of `/ask`'s privacy.
pub const ASK_PRIVATE: &str = "Show the answer to you alone";
/// The description of `/clause`.
pub const CLAUSE: &str = "Read a clause in full";
/// The description of `/clause`'s option.
pub const CLAUSE_WHICH: &str = "Its number, its heading or some of its words";
/// The description of `/help`.
pub const HELP: &str = "What I know, and how to ask me";

/// What the bot can do.
#[must_use]
pub fn help(title: &str, about: &str, questions: &[String], has_clauses: bool) -> String {
    let mut text = format!(
        "**{title}**\n{about}\n\nI answer questions about it. All that I answer is quoted, and each quotation was found again, word for word, in \
         its source a moment before. When the documents do not say, I say so.\n\n\
         `/ask` a question; set `private` to see the answer alone.\n"
    );
    if has_clauses {
        text.push_str("`/clause` to read a clause: by number, heading or topic.\n");
    }
    text.push_str("Or mention me with a question, or write to me directly.");
    if !questions.is_empty() {
        text.push_str("\n\nFor example:");
        for question in questions {
            text.push_str("\n- ");
            text.push_str(question);
        }
    }
    text.push_str("\n\nI read only commands, messages that mention me and direct messages, and I keep none of them.");
    text
}

/// A count with its noun: "1 passage", "2 passages".
#[must_use]
pub fn count(number: u64, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
