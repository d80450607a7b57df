//! What only the terminal says, in English as all of the command line is: checked quotations, look-ups, receipts, fetching, re-indexing.

pub mod check;
pub mod fetch;
pub mod lookup;
pub mod receipt;
pub mod reindex;

/// A count with its noun: "1 passage", "2 passages".
#[must_use]
pub fn count(number: u64, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
