//! Passages that resemble each other answer the same questions, and so do passages that stand together: each one's standing is its
//! own score and, for a part, that of the candidates likest to it (Diaz, "Regularizing ad hoc retrieval scores", 2005) and that of
//! the best candidate beside it.
//!
//! The best passage stays the best: it is what is quoted first, and smoothing blurs exactly what told it from its
//! neighbours. The order of the others gains (docs/evaluation.md).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::rank::Hit;
use crate::text::TermId;

/// How many of the likest candidates a passage is compared with.
const NEIGHBOURS: usize = 5;
/// What their scores count for beside its own.
const SHARE: f32 = 0.5;
/// How many passages before it and after it stand beside a passage.
const BESIDE: usize = 2;
/// What the score of the best of them counts for.
const BESIDE_SHARE: f32 = 0.1;
/// How many hits are compared with each other: more than are ever ranked.
const MOST: usize = u128::BITS as usize;
/// Keeps a passage that hardly resembles any from taking over a whole score.
const LONELY: f32 = 0.1;

/// Orders `hits`, which come best first, by their standing.
pub(super) fn smooth(hits: &mut [Hit]) {
    let likeness = likeness(hits);
    let places: Vec<(usize, f32)> = hits.iter().map(|hit| (hit.ordinal, hit.score)).collect();
    for (hit, likeness) in hits.iter_mut().zip(likeness) {
        let mut nearest: Vec<(f32, f32)> = likeness.into_iter().zip(places.iter().map(|(_, score)| *score)).collect();
        if nearest.len() > NEIGHBOURS {
            nearest.select_nth_unstable_by(NEIGHBOURS, |a, b| b.0.total_cmp(&a.0));
            nearest.truncate(NEIGHBOURS);
        }
        let (weight, sum) = nearest.iter().fold((LONELY, 0.0), |(weight, sum), (like, score)| (weight + like, sum + like * score));
        let here = hit.ordinal;
        let beside = places.iter().filter(|(there, _)| (1..=BESIDE).contains(&there.abs_diff(here)));
        let best_beside = beside.map(|(_, score)| *score).fold(0.0, f32::max);
        hit.standing = hit.score + SHARE * sum / weight + BESIDE_SHARE * best_beside;
    }
    if let Some((best, others)) = hits.split_first_mut() {
        others.sort_by(|a, b| b.standing.total_cmp(&a.standing).then(a.ordinal.cmp(&b.ordinal)));
        best.standing = others.first().map_or(best.standing, |second| best.standing.max(second.standing));
    }
}

/// For each hit, how much of its vocabulary each hit shares: the cosine of their sets of terms. 0 for itself.
#[expect(clippy::cast_precision_loss, reason = "counts of terms in a passage")]
fn likeness(hits: &[Hit]) -> Vec<Vec<f32>> {
    let most = hits.iter().map(|hit| hit.stored.terms.len()).sum();
    let mut holders: HashMap<TermId, u128, BuildHasherDefault<AsItIs>> = HashMap::with_capacity_and_hasher(most, Default::default());
    for (place, hit) in hits.iter().enumerate().take(MOST) {
        for term in &hit.stored.terms {
            *holders.entry(*term).or_default() |= 1 << place;
        }
    }
    let mut shared = vec![Counts::default(); hits.len()];
    for held in holders.into_values() {
        let mut left = held;
        while left != 0 {
            if let Some(counts) = shared.get_mut(left.trailing_zeros() as usize) {
                counts.add(held);
            }
            left &= left - 1;
        }
    }
    let shared: Vec<Vec<u32>> = shared.iter().map(|counts| counts.of_first(hits.len())).collect();
    let sizes: Vec<f32> = shared.iter().enumerate().map(|(here, row)| row.get(here).copied().unwrap_or(0) as f32).collect();
    let rows = shared.iter().zip(&sizes).enumerate();
    rows.map(|(here, (row, size))| {
        let each = row.iter().zip(&sizes).enumerate();
        each.map(|(there, (count, other))| if here == there { 0.0 } else { *count as f32 / (size * other).sqrt().max(1.0) }).collect()
    })
    .collect()
}

/// A hash that is one already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash << 8 | u64::from(*byte));
    }

    fn write_u32(&mut self, term: u32) {
        // The map takes its buckets from the lowest bits and tells their entries apart by the highest.
        self.0 = u64::from(term) << 32 | u64::from(term);
    }
}

/// A count for each of up to [`MOST`] hits. The lowest bits of all counts stand together in the first number, the next ones in
/// the second, and so on, so that one is added to many counts at once.
#[derive(Clone, Default)]
struct Counts([u128; Counts::BITS]);

impl Counts {
    /// Enough for passages of 65,535 different terms.
    const BITS: usize = 16;

    /// Adds one to the counts of the hits in a set.
    fn add(&mut self, hits: u128) {
        let mut carried = hits;
        for bits in &mut self.0 {
            if carried == 0 {
                break;
            }
            (*bits, carried) = (*bits ^ carried, *bits & carried);
        }
    }

    /// The counts of the first so many hits.
    fn of_first(&self, hits: usize) -> Vec<u32> {
        let mut counts = vec![0; hits];
        for (power, bits) in self.0.iter().enumerate() {
            let mut left = *bits;
            while left != 0 {
                if let Some(count) = counts.get_mut(left.trailing_zeros() as usize) {
                    *count |= 1 << power;
                }
                left &= left - 1;
            }
        }
        counts
    }
}
