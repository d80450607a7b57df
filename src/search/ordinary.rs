//! Ordinary words of English, which people use to ask about anything: that one of them is missing from a passage says less
//! than that a rare word is.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Our own list: verbs, adjectives, adverbs and general nouns that carry no topic.
static ORDINARY: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("ordinary_words.txt").split_whitespace().collect());

/// Whether a folded word is one of the ordinary ones.
pub(super) fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(word)
}
