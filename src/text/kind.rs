//! The kinds of thing that a question may ask for, and whether a sentence holds one.

use serde::{Deserialize, Serialize};

use super::Term;

/// The kind of thing that a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

impl Kind {
    /// The kind of thing asked for, by the first word of asking.
    pub(crate) fn asked_by(all: &[Term]) -> Self {
        let words: Vec<String> = all.iter().map(|term| term.word.clone()).collect();
        for (place, this) in words.iter().enumerate() {
            let next = words.get(place + 1).map_or("", String::as_str);
            let after = words.get(place + 2).map_or("", String::as_str);
            let found = match (this.as_str(), next) {
                ("who" | "whom" | "whose", _) => Self::Who,
                ("when", _) | ("what" | "which", "year" | "date" | "day" | "month" | "century" | "decade") => Self::When,
                ("by", "when") | ("since", "when") => Self::When,
                ("where", _) | ("what" | "which", "country" | "city" | "place" | "state" | "region") => Self::Where,
                ("how", "many" | "much" | "large" | "big" | "high" | "tall" | "old" | "far") => Self::HowMany,
                ("what", "percentage" | "percent" | "number" | "amount" | "proportion") | ("number" | "percentage", "of") => Self::HowMany,
                ("how", "often" | "long" | "frequently" | "regularly") => Self::HowOften,
                ("why", _) | ("what", "reason" | "caused") => Self::Why,
                ("for", "what") if after == "reason" => Self::Why,
                ("what" | "which", "person" | "people" | "official" | "minister" | "ministry" | "agency" | "agencies" | "officials") => {
                    Self::Who
                }
                ("how" | "what" | "which", _) => Self::What,
                _ if place == 0 && is_auxiliary(this) => Self::YesNo,
                _ => continue,
            };
            return found;
        }
        Self::What
    }

    /// Whether a question of this kind may ask for the same as one of the `other` kind. Bare keywords and questions for a
    /// yes or no may ask for anything.
    pub(crate) fn may_ask_for(self, other: Self) -> bool {
        let open = |kind| matches!(kind, Self::What | Self::YesNo | Self::Why);
        self == other || open(self) || open(other)
    }
}

/// What a word by itself may be the answer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks(u8);

impl Marks {
    const NAME: u8 = 1;
    const NUMBER: u8 = 2;
    const DATE: u8 = 4;

    /// Looks at a word as it is written; `first` is whether it begins its sentence, where every word has a capital.
    #[must_use]
    pub fn of(word: &str, first: bool) -> Self {
        let lower = word.to_lowercase();
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let digits = word.chars().any(|c| c.is_ascii_digit());
        let year = word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && (word.starts_with('1') || word.starts_with("20"));
        let name = capital && (!first || word.chars().skip(1).any(char::is_uppercase));
        let number = digits || NUMBERS.contains(&lower.as_str());
        let date = year || (capital && MONTHS.contains(&lower.as_str())) || lower.starts_with("centur");
        let mark = |holds: bool, mark: u8| if holds { mark } else { 0 };
        Self(mark(name, Self::NAME) | mark(number, Self::NUMBER) | mark(date, Self::DATE))
    }

    /// Whether the word may be what a question of this kind asks for.
    #[must_use]
    pub fn answer(self, kind: Kind) -> bool {
        let wanted = match kind {
            Kind::Who | Kind::Where => Self::NAME,
            Kind::When => Self::DATE,
            Kind::HowMany => Self::NUMBER,
            Kind::HowOften | Kind::Why | Kind::YesNo | Kind::What => 0,
        };
        self.0 & wanted != 0
    }
}

/// Which kinds of thing a sentence holds that its single words do not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kinds(u8);

impl Kinds {
    const TOLD: [Kind; 2] = [Kind::HowOften, Kind::Why];

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

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "do"
            | "does"
            | "did"
            | "has"
            | "have"
            | "had"
            | "can"
            | "could"
            | "will"
            | "would"
            | "shall"
            | "should"
            | "may"
            | "must"
    )
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

/// Whether `sentence` holds an interval or a reason, as `kind` asks.
fn speaks_of(kind: Kind, sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut any_of = |list: &[&str]| words.any(|word| list.contains(&word.to_lowercase().as_str()));
    match kind {
        Kind::HowOften => any_of(INTERVALS),
        Kind::Why => any_of(REASONS) || sentence.contains(" to "),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart() {
        assert!(Marks::of("2015", false).answer(Kind::When));
        assert!(Marks::of("May", false).answer(Kind::When) && !Marks::of("may", false).answer(Kind::When));
        assert!(Marks::of("21.5", false).answer(Kind::HowMany) && Marks::of("twelve", false).answer(Kind::HowMany));
        assert!(Marks::of("Guo", false).answer(Kind::Who) && !Marks::of("Nobody", true).answer(Kind::Who));
        assert!(Kinds::of("It will occur twice per year.").hold(Kind::HowOften));
    }
}
