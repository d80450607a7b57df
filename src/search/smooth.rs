//! Passages that resemble each other answer the same questions, and so do passages that stand together: each one's standing is its
//! own score and, for a part, that of the candidates likest to it (Diaz, "Regularizing ad hoc retrieval scores", 2005) and that of
//! the best candidate beside it.
//!
//! The best passage stays the best: it is what is quoted first, and smoothing blurs exactly what told it from its
//! neighbours. The order of the others gains (docs/evaluation.md).

use super::rank::Hit;

/// How many of the likest candidates a passage is compared with.
const NEIGHBOURS: usize = 5;
/// What their scores count for beside its own.
const SHARE: f32 = 0.5;
/// How many passages before it and after it stand beside a passage.
const BESIDE: usize = 2;
/// What the score of the best of them counts for.
const BESIDE_SHARE: f32 = 0.1;
/// Bits of a posting that hold the place of its hit: enough for any pool of candidates.
const PLACE_BITS: u32 = 16;
/// Keeps a passage that hardly resembles any from taking over a whole score.
const LONELY: f32 = 0.1;

/// Orders `hits`, which come best first, by their standing.
pub(super) fn smooth(hits: &mut [Hit]) {
    let likeness = likeness(hits);
    let scores: Vec<f32> = hits.iter().map(|hit| hit.score).collect();
    let places: Vec<(usize, f32)> = hits.iter().map(|hit| (hit.ordinal, hit.score)).collect();
    for (hit, likeness) in hits.iter_mut().zip(likeness) {
        let mut nearest: Vec<(f32, f32)> = likeness.into_iter().zip(scores.iter().copied()).collect();
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
    // A term and the place of a hit that holds it, in one number: what a sort puts together stands together.
    let places = hits.iter().enumerate().filter_map(|(place, hit)| Some((u64::try_from(place).ok()?, hit)));
    let mut postings: Vec<u64> =
        places.flat_map(|(place, hit)| hit.stored.terms.iter().map(move |term| u64::from(*term) << PLACE_BITS | place)).collect();
    postings.sort_unstable();
    postings.dedup();
    let mut sizes = vec![0_u32; hits.len()];
    let mut shared = vec![vec![0_u32; hits.len()]; hits.len()];
    let mut holders: Vec<usize> = Vec::new();
    for postings in postings.chunk_by(|a, b| a >> PLACE_BITS == b >> PLACE_BITS) {
        holders.clear();
        holders.extend(postings.iter().filter_map(|posting| usize::try_from(posting & ((1 << PLACE_BITS) - 1)).ok()));
        for (index, here) in holders.iter().enumerate() {
            if let Some(size) = sizes.get_mut(*here) {
                *size += 1;
            }
            let Some(row) = shared.get_mut(*here) else { continue };
            for there in holders.iter().skip(index + 1) {
                if let Some(count) = row.get_mut(*there) {
                    *count += 1;
                }
            }
        }
    }
    let shared_by = |a: usize, b: usize| shared.get(a.min(b)).and_then(|row| row.get(a.max(b))).copied().unwrap_or(0) as f32;
    let size = |place: usize| sizes.get(place).copied().unwrap_or(0) as f32;
    let row = |here: usize| (0..hits.len()).map(|there| shared_by(here, there) / (size(here) * size(there)).sqrt().max(1.0)).collect();
    (0..hits.len()).map(row).collect()
}
