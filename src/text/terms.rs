//! From text to the terms that are indexed, asked for and compared: one piece of code for questions and passages.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::Span;

/// A term's identity in the passage file: a hash of its stem.
///
/// 32 bits keep a passage record small; with a vocabulary of 100,000 stems the chance that a given question term
/// is taken for another is about 1 in 40,000.
pub type TermId = u32;

/// Which of the words that share a stem a word is: a hash of the word as it is written.
///
/// Eight bits are enough to tell the few forms of one stem apart; one pair in 256 is taken for the same.
pub type FormId = u8;

/// One word of a text, as it is indexed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word's stem: folded, without possessive, and stemmed.
    pub stem: String,
    /// The word as it is compared with what people type: folded, not stemmed.
    pub word: String,
    /// Where the word stands.
    pub span: Span,
    /// Whether the word is too common to be worth indexing.
    pub stop: bool,
}

impl Term {
    /// The term's identity in the passage file.
    #[must_use]
    pub fn id(&self) -> TermId {
        term_id(&self.stem)
    }

    /// Which form of its stem the word is.
    #[must_use]
    pub fn form(&self) -> FormId {
        form_id(&self.word)
    }
}

/// The words of `text` in order, stop words included and marked.
#[must_use]
pub fn terms(text: &str) -> Vec<Term> {
    text.unicode_word_indices()
        .filter_map(|(start, word)| {
            let folded = fold(word);
            if folded.is_empty() {
                return None;
            }
            let stop = is_stop_word(&folded);
            Some(Term { stem: stem(&folded), word: folded, span: Span::new(start, start + word.len()), stop })
        })
        .collect()
}

/// A word in the form in which words are compared before stemming: lower case, without accents, apostrophes,
/// the full stops of an abbreviation or the commas of a number.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded: String = if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
    };
    for possessive in ["'s", "\u{2019}s"] {
        if let Some(owner) = folded.strip_suffix(possessive) {
            folded.truncate(owner.len());
        }
    }
    if folded.contains(['\'', '\u{2019}', '_']) {
        folded.retain(|c| !matches!(c, '\'' | '\u{2019}' | '_'));
    }
    if folded.contains('.') && is_abbreviation(&folded) {
        folded.retain(|c| c != '.');
    }
    if folded.contains(',') {
        folded.retain(|c| c != ',');
    }
    folded
}

/// `u.s`, `u.k`: single letters with full stops between.
fn is_abbreviation(folded: &str) -> bool {
    folded.split('.').all(|part| part.chars().count() <= 1 && part.chars().all(char::is_alphabetic))
}

/// Stems are remembered up to this many words a thread; past it the memory is started afresh.
const REMEMBERED_STEMS: usize = 1 << 16;

/// The English (Snowball) stem of a folded word. Words of other scripts come back as they are.
#[must_use]
pub fn stem(folded: &str) -> String {
    thread_local! {
        static STEMS: RefCell<(Stemmer, HashMap<String, String>)> =
            RefCell::new((Stemmer::new(Algorithm::English), HashMap::new()));
    }
    if !folded.is_ascii() {
        return folded.to_owned();
    }
    STEMS.with_borrow_mut(|(stemmer, known)| {
        if let Some(stem) = known.get(folded) {
            return stem.clone();
        }
        if known.len() >= REMEMBERED_STEMS {
            known.clear();
        }
        let stem = stemmer.stem(folded).into_owned();
        known.insert(folded.to_owned(), stem.clone());
        stem
    })
}

/// Words whose stems share this many first letters are taken to be of one root: "ministry" and "ministerial".
const ROOT_LETTERS: usize = 6;

/// Identity of a stem's first letters, if it has enough of them.
pub(crate) fn root_id(stem: &str) -> Option<TermId> {
    let (end, _) = stem.char_indices().nth(ROOT_LETTERS - 1)?;
    stem.get(..=end).filter(|_| stem.is_ascii()).map(term_id)
}

/// FNV-1a, 64 bits folded to 32: stable across machines, versions and builds, as a file format needs.
pub(crate) fn term_id(stem: &str) -> TermId {
    let hash = stem.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    #[expect(clippy::cast_possible_truncation, reason = "folding 64 bits to 32 is the point")]
    let folded = (hash ^ (hash >> 32)) as u32;
    folded
}

/// The lowest byte of a folded word's [`term_id`].
pub(crate) fn form_id(word: &str) -> FormId {
    let [lowest, ..] = term_id(word).to_le_bytes();
    lowest
}

/// Articles, pronouns, prepositions, auxiliaries, the words of asking and of chatting.
static STOP_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("stop_words.txt").split_whitespace().collect());

/// Words that carry no topic. "us" is not among them: it is how people type the United States.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_to_what_people_type() {
        for (word, folded) in [
            ("U.S", "us"),
            ("China's", "china"),
            ("don\u{2019}t", "dont"),
            ("1,261", "1261"),
            ("Caf\u{e9}", "cafe"),
            ("12.3", "12.3"),
            ("Elys\u{e9}e", "elysee"),
        ] {
            assert_eq!(fold(word), folded, "{word}");
        }
    }
}
