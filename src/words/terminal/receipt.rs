//! What Accord says about a receipt that was verified.

use crate::answer::Finding;

/// That a receipt was written.
#[must_use]
pub fn written(file: &str) -> String {
    format!("The receipt is in {file}; `accord verify {file}` checks it.")
}

/// That all of a receipt holds.
#[must_use]
pub fn holds(quotes: usize) -> String {
    match quotes {
        0 => "The receipt holds. It has no quotes.".to_owned(),
        1 => "The receipt holds: its quote stands in its source, byte for byte.".to_owned(),
        many => format!("The receipt holds: all of its {many} quotes stand in their sources, byte for byte."),
    }
}

/// That the corpus is not the one that was searched, though the quotes stand in it.
#[must_use]
pub fn corpus_changed() -> &'static str {
    "The corpus has changed since; the quotes still stand."
}

/// That the corpus is not the one that was searched, which may be why something does not hold.
#[must_use]
pub fn corpus_changed_too() -> &'static str {
    "The corpus has changed since."
}

/// That something in a receipt does not hold.
#[must_use]
pub fn does_not_hold() -> &'static str {
    "The receipt does not hold."
}

/// That a quote stands.
#[must_use]
pub fn quote_stands(number: usize, speaker: &str, source: &str, start: usize, end: usize) -> String {
    format!("[{number}] stands: {speaker}, bytes {start} to {end} of {source}")
}

/// That a quote does not stand, and why.
#[must_use]
pub fn quote_does_not_stand(number: usize, source: &str, start: usize, end: usize, why: &[Finding]) -> String {
    let why: Vec<&str> = why.iter().map(|finding| self::finding(*finding)).collect();
    format!("[{number}] does not stand, bytes {start} to {end} of {source}: {}.", why.join("; "))
}

/// What does not hold.
#[must_use]
pub fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::UnknownVersion => "it is of a version that this accord does not know: verify it with a newer one",
        Finding::SealBroken => "its seal is broken: it is not as it was made",
        Finding::QuestionChanged => "the question is not the one that was asked",
        Finding::Number => "the quotes are not numbered one after the other",
        Finding::NoSource => "the corpus has no such source",
        Finding::SourceChanged => "the text of the source is another one",
        Finding::OutOfRange => "these bytes are not within the source, or cut through a letter",
        Finding::WordsChanged => "other words stand there",
        Finding::WordsHash => "the hash of the words is that of others",
        Finding::Passage => "the words stand in another passage",
        Finding::Lane => "it is another voice",
        Finding::Speaker => "somebody else says it",
        Finding::Clause => "the words are not of that clause",
    }
}

/// That a file is not a receipt.
#[must_use]
pub fn unreadable(file: &str, line: usize, why: &str) -> String {
    format!("{file}:{line}: {why}: name a file that `accord ask --receipt` wrote")
}
