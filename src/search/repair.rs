//! Typing errors: a word that the corpus does not know is read as the nearest one that it does know.

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
    let distance = |known: &str| edit_distance(word, known).min(edit_distance(&root, &stem(known)));
    let nearest = generation
        .vocabulary(first.encode_utf8(&mut [0; 4]))?
        .into_iter()
        .filter(|(known, _)| known.chars().count().abs_diff(length) <= most + 1)
        .map(|(known, passages)| (distance(&known), known, passages))
        .filter(|(distance, _, _)| *distance <= most)
        .min_by(|a, b| a.0.cmp(&b.0).then(b.2.cmp(&a.2)).then(a.1.cmp(&b.1)));
    Ok(nearest.map(|(_, known, _)| known))
}
