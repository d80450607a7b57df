//! The program in a terminal or a script.

mod asking;
mod comparing;
mod languages;
mod listing;
mod looking_up;
mod machines;
mod manners;
mod narrowing;
mod picturing;
mod talking;

/// A question that clause 4 answers.
const CO_CHAIRS: &str = "Who co-chairs the dialogue for the United States?";
/// What it says.
const CO_CHAIRS_WORDS: &str = "The U.S. Secretary of Homeland Security and the U.S. Attorney General will co-chair the dialogue";
/// What clause 4 says of the hotline.
const HOTLINE_WORDS: &str = "both sides agree to establish a hotline for the escalation of issues";
/// A question that nothing in the corpus answers.
const RECIPE: &str = "How long do I boil an egg?";
