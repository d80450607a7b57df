//! The stretch of a long run of words that a short one was most likely altered from.

use std::ops::Range;

/// What a word that only one side has costs, and what a word in another's place: less than one word gone and one come.
const ONE_SIDED: u32 = 2;
const REPLACED: u32 = 3;

/// The stretch of `source` that turns into `wanted` with the least edits of whole words (Sellers' algorithm), and what they cost.
/// Of equal stretches the first and shortest.
pub(super) fn fit(wanted: &[u32], source: &[u32]) -> (u32, Range<usize>) {
    // Of each beginning of `wanted`: the cost of ending here, and where that stretch starts.
    let mut column: Vec<(u32, usize)> =
        std::iter::successors(Some(0_u32), |cost| cost.checked_add(ONE_SIDED)).map(|cost| (cost, 0)).take(wanted.len() + 1).collect();
    let mut best = (column.last().map_or(0, |(cost, _)| *cost), 0..0);
    for (place, here) in source.iter().enumerate() {
        // A stretch may start anywhere at no cost.
        let mut diagonal = (0, place);
        let mut above = (0, place + 1);
        for (cell, word) in column.iter_mut().zip(std::iter::once(None).chain(wanted.iter().map(Some))) {
            let left = *cell;
            let Some(word) = word else {
                *cell = (0, place + 1);
                diagonal = left;
                continue;
            };
            let swapped = if word == here { 0 } else { REPLACED };
            let choices = [(diagonal.0 + swapped, diagonal.1), (above.0 + ONE_SIDED, above.1), (left.0 + ONE_SIDED, left.1)];
            *cell = choices.into_iter().min_by_key(|(cost, start)| (*cost, std::cmp::Reverse(*start))).unwrap_or(left);
            diagonal = left;
            above = *cell;
        }
        if let Some((cost, start)) = column.last().filter(|(cost, _)| *cost < best.0) {
            best = (*cost, *start..place + 1);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_edited_stretch_is_found() {
        let source = [9, 1, 2, 3, 4, 5, 8, 1, 2, 7, 4, 5];
        assert_eq!(fit(&[1, 2, 3, 4, 5], &source), (0, 1..6));
        assert_eq!(fit(&[1, 2, 6, 4, 5], &source), (REPLACED, 1..6), "a word in another's place");
        assert_eq!(fit(&[1, 2, 4, 5], &source), (ONE_SIDED, 1..6), "a word gone");
        assert_eq!(fit(&[2, 3, 6, 4, 5], &source), (ONE_SIDED, 2..6), "a word come");
        assert_eq!(fit(&[6, 6], &source).1, 0..0, "nothing is alike");
    }
}
