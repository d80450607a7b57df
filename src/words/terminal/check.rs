//! What Accord says about a quotation that was checked.

/// That the words stand in the corpus as they were given.
#[must_use]
pub fn exact() -> &'static str {
    "Exact: the corpus has these words."
}

/// That the words stand in the corpus, with words left out where what was given marks it.
#[must_use]
pub fn exact_with_omission() -> &'static str {
    "Exact, with words left out where it is marked: the corpus has these words, in this order."
}

/// That the words stand in the corpus and are said by whom they were put to.
#[must_use]
pub fn exact_by(by: &str) -> String {
    format!("Exact: the corpus has these words, and they are rightly put to {by}.")
}

/// That the words stand in the corpus with words left out, and are said by whom they were put to.
#[must_use]
pub fn exact_with_omission_by(by: &str) -> String {
    format!("Exact, with words left out where it is marked: the corpus has these words, in this order, and they are rightly put to {by}.")
}

/// That the corpus has other words.
#[must_use]
pub fn altered() -> &'static str {
    "Altered: the corpus does not have these words, but has words much like them."
}

/// That somebody else says the words.
#[must_use]
pub fn misattributed(by: &str, speaker: &str) -> String {
    format!("Misattributed: the corpus has these words, but does not put them to {by}. There, it is {speaker}.")
}

/// That nothing near enough to the words is in the corpus.
#[must_use]
pub fn not_found() -> &'static str {
    "Not found: the corpus does not have these words, nor words much like them. That does not say that nobody said them."
}

/// What stands over the words that differ, and how they are marked.
#[must_use]
pub fn differences() -> &'static str {
    "What differs: [-the corpus has this-] {+this was given+}"
}

/// Words that only the corpus has, readable without colour.
#[must_use]
pub fn removed(words: &str) -> String {
    format!("[-{words}-]")
}

/// Words that only what was given has, readable without colour.
#[must_use]
pub fn added(words: &str) -> String {
    format!("{{+{words}+}}")
}

/// What stands over the corpus's own words.
#[must_use]
pub fn in_the_corpus() -> &'static str {
    "In the corpus"
}
