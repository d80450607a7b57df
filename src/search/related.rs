//! Words that mean nearly the same, or go together: "theft" and "steal". A table that was made once from a small embedding model
//! (tools/related_words.py); nothing of the model is needed any more.
//!
//! That a related word stands in a passage says much less than that the word itself does, so it never finds a passage. It tells
//! two found ones apart, and a question in other words from one that is not answered.

use std::sync::LazyLock;

/// One stem a line, in order, with the stems related to it and the cosine of each in hundredths, the likest first.
static TABLE: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("related_words.txt").lines().collect());

/// Two stems whose cosine is no more than this are not related at all.
const UNRELATED: f32 = 50.0;
/// The cosine, in hundredths, of a stem and itself.
const SAME: f32 = 100.0;

/// The stems related to `stem`, and how much, 0 to 1.
pub(super) fn related(stem: &str) -> impl Iterator<Item = (&'static str, f32)> {
    let head = |line: &&'static str| line.split(' ').next().unwrap_or_default();
    let line = TABLE.binary_search_by_key(&stem, head).ok().and_then(|place| TABLE.get(place)).copied().unwrap_or_default();
    let mut words = line.split(' ').skip(1);
    std::iter::from_fn(move || {
        let (other, cosine) = (words.next()?, words.next()?.parse::<f32>().ok()?);
        Some((other, ((cosine - UNRELATED) / (SAME - UNRELATED)).clamp(0.0, 1.0)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_looked_up() {
        assert!(TABLE.is_sorted_by_key(|line| line.split(' ').next()));
        for line in TABLE.iter() {
            let (stem, others) = line.split_once(' ').expect("a stem and others");
            assert_eq!(related(stem).count() * 2, others.split(' ').count(), "{line}");
        }
        assert_eq!(related("nosuchstem").count(), 0);
    }

    #[test]
    fn other_words_for_a_thing_are_related_to_it() {
        let of = |stem: &str, other: &str| related(stem).find(|(word, _)| *word == other).map_or(0.0, |(_, share)| share);
        assert!(of("steal", "theft") > 0.5);
        assert!(of("steal", "robberi") > 0.0);
        assert!(of("steal", "treati").abs() < f32::EPSILON);
    }
}
