//! Typing errors: a word that the corpus does not know is read as the nearest one that it does know.

use std::cmp::Reverse;

use crate::index::{Generation, IndexError};
use crate::text::{edit_distance, stem};

/// Shorter words than this are never repaired: too many words are one letter away from them.
const SHORTEST: usize = 4;
/// From this length on, two letters may be wrong.
const LONG: usize = 8;

/// The word of the corpus that `word` was most likely meant to be: the fewest letters away, and of those the one in the
/// most passages. The first letter is taken as typed. A name that merely resembles another is not a typing error, so
/// `exact` words may have only one letter wrong.
pub(super) fn repair(generation: &Generation, word: &str, exact: bool) -> Result<Option<String>, IndexError> {
    let length = word.chars().count();
    if length < SHORTEST || !word.chars().all(char::is_alphabetic) {
        return Ok(None);
    }
    let most = if length >= LONG && !exact { 2 } else { 1 };
    let Some(first) = word.chars().next() else { return Ok(None) };
    // "minstries" is one letter away from "ministry" once both endings are taken off.
    let root = stem(word);
    let (own, own_root) = (Letters::of(word), Letters::of(&root));
    let mut nearest: Option<(usize, Reverse<u64>, String)> = None;
    generation.vocabulary(first.encode_utf8(&mut [0; 4]), &mut |known, passages| {
        if known.chars().count().abs_diff(length) > most + 1 {
            return;
        }
        // Hardly any word of a large vocabulary is near: most are seen not to be by their letters alone.
        let letters = Letters::of(known);
        let mut distance = usize::MAX;
        if own.lacks(letters) <= most && letters.lacks(own) <= most {
            distance = edit_distance(word, known);
        }
        if distance > 0 && own_root.lacks(letters.with_endings()) <= most {
            distance = distance.min(edit_distance(&root, &stem(known)));
        }
        if distance <= most {
            let found = (distance, Reverse(passages), known.to_owned());
            if nearest.as_ref().is_none_or(|best| found < *best) {
                nearest = Some(found);
            }
        }
    })?;
    Ok(nearest.map(|(_, _, known)| known))
}

/// Which letters a word has. Each letter that a word lacks of another is at least one edit between them.
#[derive(Debug, Clone, Copy)]
struct Letters(u32);

impl Letters {
    /// Letters that a stem may have and its word not: "die" of "dying", "hope" of "hoping", "sky" of "skies".
    const OF_ENDINGS: &str = "eiy";

    fn of(word: &str) -> Self {
        // Letters of other alphabets share the bits with these: then a word seems to lack less than it does, never more.
        Self(word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 32)))
    }

    /// How many of these letters the others lack.
    fn lacks(self, others: Self) -> usize {
        (self.0 & !others.0).count_ones() as usize
    }

    fn with_endings(self) -> Self {
        Self(self.0 | Self::of(Self::OF_ENDINGS).0)
    }
}
