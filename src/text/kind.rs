//! The kinds of thing that a question may ask for, and whether a sentence holds one.

use serde::{Deserialize, Serialize};

/// The kind of thing that a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person or a body.
    Who,
    /// A date.
    When,
    /// A place.
    Where,
    /// A number or an amount.
    HowMany,
    /// An interval or a duration.
    HowOften,
    /// A reason.
    Why,
    /// Yes or no.
    YesNo,
    /// Anything else, or bare keywords.
    What,
}

/// Which kinds of thing a sentence holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kinds(u8);

impl Kinds {
    /// The kinds that can be told from a sentence's words.
    const TOLD: [Kind; 6] = [Kind::Who, Kind::When, Kind::Where, Kind::HowMany, Kind::HowOften, Kind::Why];

    /// Looks what `sentence` holds.
    #[must_use]
    pub fn of(sentence: &str) -> Self {
        let held = Self::TOLD.iter().enumerate().filter(|(_, kind)| speaks_of(**kind, sentence));
        Self(held.fold(0, |all, (bit, _)| all | 1 << bit))
    }

    /// Whether a thing of this kind is among them.
    #[must_use]
    pub fn hold(self, kind: Kind) -> bool {
        Self::TOLD.iter().position(|told| *told == kind).is_some_and(|bit| self.0 & 1 << bit != 0)
    }
}

const MONTHS: &[&str] =
    &["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "hundred", "thousand",
    "million", "billion", "trillion", "half", "quarter", "percent", "several",
];
const INTERVALS: &[&str] = &[
    "annual",
    "annually",
    "yearly",
    "year",
    "years",
    "month",
    "months",
    "monthly",
    "week",
    "weeks",
    "weekly",
    "day",
    "days",
    "daily",
    "hour",
    "hours",
    "minutes",
    "twice",
    "once",
    "times",
    "every",
    "regular",
    "regularly",
    "decades",
    "centuries",
];
const REASONS: &[&str] =
    &["because", "since", "due", "therefore", "reason", "reasons", "so", "order", "owing", "cause", "caused", "hence", "thus", "result"];

/// Whether `sentence` holds a date, a number, a name … as `kind` asks.
fn speaks_of(kind: Kind, sentence: &str) -> bool {
    let words = || sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let any_of = |list: &[&str]| words().any(|word| list.contains(&word.to_lowercase().as_str()));
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    match kind {
        Kind::Who => words().skip(1).any(capital),
        Kind::When => {
            let year = words().any(|word| {
                word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && (word.starts_with('1') || word.starts_with("20"))
            });
            let month = words().any(|word| capital(word) && MONTHS.contains(&word.to_lowercase().as_str()));
            year || month || sentence.contains("centur")
        }
        Kind::Where => {
            let places = ["in ", "at ", "from ", "near ", "to "];
            places.iter().any(|preposition| sentence.split(preposition).skip(1).any(capital))
        }
        Kind::HowMany => sentence.chars().any(|c| c.is_ascii_digit()) || any_of(NUMBERS),
        Kind::HowOften => any_of(INTERVALS),
        Kind::Why => any_of(REASONS) || sentence.contains(" to "),
        Kind::YesNo | Kind::What => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        assert!(speaks_of(Kind::When, "The first meeting will be held by the end of 2015."));
        assert!(!speaks_of(Kind::When, "The first meeting will be held soon."));
        assert!(speaks_of(Kind::HowOften, "It will occur twice per year."));
        assert!(speaks_of(Kind::Who, "The dialogue was led by Guo Shengkun."));
        assert!(!speaks_of(Kind::Who, "Nobody was named."));
    }
}
