//! The bot, as people in Discord meet it.

mod administering;
mod buttons;
mod checking;
mod coming_and_going;
mod conversing;
mod copies;
mod deleting;
mod drifting;
mod everywhere;
mod feedback;
mod hostile;
mod killed;
mod looking_up;
mod narrowing;
mod pace;
mod pictures;
mod privacy;
mod reading;
mod receipts;
mod registering;
mod reindexing;
mod remembering;
mod restarting;
mod searching;
mod settings;
mod sourcing;
mod speaking;
mod threads;
mod trouble;
mod watching;

use crate::support::discord::Message;

/// A question that clause 4 answers.
const CO_CHAIRS: &str = "Who co-chairs the dialogue for the United States?";
/// What it says.
const CO_CHAIRS_WORDS: &str = "The U.S. Secretary of Homeland Security and the U.S. Attorney General will co-chair the dialogue";
/// A question that nothing in the corpus answers.
const RECIPE: &str = "How long do I boil an egg?";

/// Discord's callback types.
const MESSAGE: u64 = 4;
const DEFERRED: u64 = 5;

fn quotes_clause_4(answer: &Message) -> bool {
    answer.rendered().contains(CO_CHAIRS_WORDS)
}
