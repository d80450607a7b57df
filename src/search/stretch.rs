//! Where a question's terms stand in a run of terms: a passage, a sentence, a title, an anticipated question.

use crate::text::{FormId, TermId};

use super::evidence::WeighedTerm;

/// BM25's saturation of repeated terms, and its norm for a passage's length: the literature's and Lucene's defaults.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What another name for a thing counts for beside the one that was typed.
const OTHER_NAME: f32 = 0.8;
/// What a term that was read as another one counts for.
const REPAIRED: f32 = 0.9;
/// What a word of the same root counts for.
const SAME_ROOT: f32 = 0.5;
/// Neighbours of the question are neighbours in a run when they stand no further apart than this.
const ADJACENT: usize = 2;
/// Two words of the question that stand within this many terms of each other are together.
const NEAR: usize = 8;

/// What a run's length does to its terms in BM25.
#[expect(clippy::cast_precision_loss, reason = "counts of terms in a passage")]
fn length_norm(length: usize, mean: f32) -> f32 {
    K1 * (1.0 - B + B * length as f32 / mean)
}

/// What a term that stands `frequency` times counts for in BM25.
fn saturated(frequency: f32, norm: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + norm)
}

/// A question's terms, ready to be found in many runs.
pub(super) struct Wanted<'e> {
    terms: &'e [WeighedTerm],
    /// Every term that counts for one of the question's, sorted: its place here is its slot.
    slots: Vec<TermId>,
    /// For each slot, the question's term that it is, if it is one as typed.
    own: Vec<Option<usize>>,
    /// Which terms may have a slot.
    sieve: Sieve,
    /// Every term that is related to one of the question's, sorted, with the place of that one and how much it is.
    related: Vec<(TermId, usize, f32)>,
    /// Which terms may be related to one.
    related_sieve: Sieve,
    /// For each of the question's terms, its other names as slots.
    others: Vec<Vec<Vec<usize>>>,
}

/// A set of terms that may say it holds one that it does not (Bloom, 1970, with one hash: the terms are hashes themselves). Hardly
/// any term of a passage is one of the question's, and most are seen not to be by this alone.
struct Sieve([u64; Sieve::WORDS]);

impl Sieve {
    /// 4,096 bits: a question and the words related to it set some hundred of them.
    const WORDS: usize = 64;

    fn of(terms: impl Iterator<Item = TermId>) -> Self {
        let mut words = [0; Self::WORDS];
        for term in terms {
            if let Some(word) = words.get_mut(Self::word(term)) {
                *word |= Self::bit(term);
            }
        }
        Self(words)
    }

    fn may_hold(&self, term: TermId) -> bool {
        self.0.get(Self::word(term)).is_some_and(|word| word & Self::bit(term) != 0)
    }

    fn word(term: TermId) -> usize {
        (term >> 6) as usize % Self::WORDS
    }

    fn bit(term: TermId) -> u64 {
        1 << (term % 64)
    }
}

/// One place where one of the wanted terms stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    slot: usize,
    place: usize,
}

impl Found {
    pub(super) fn place(self) -> usize {
        self.place
    }
}

impl<'e> Wanted<'e> {
    pub(super) fn of(terms: &'e [WeighedTerm]) -> Self {
        let names = || terms.iter().flat_map(|term| term.others.iter().flatten().map(|(_, id)| *id));
        let mut slots: Vec<TermId> = terms.iter().map(|term| term.id).chain(names()).collect();
        slots.sort_unstable();
        slots.dedup();
        let slot = |id: TermId| slots.binary_search(&id).ok();
        let own = slots.iter().map(|id| terms.iter().position(|term| term.id == *id)).collect();
        let others = terms
            .iter()
            .map(|term| term.others.iter().map(|name| name.iter().filter_map(|(_, id)| slot(*id)).collect()).collect())
            .collect();
        let relations = terms.iter().enumerate().flat_map(|(place, term)| term.related.iter().map(move |(id, share)| (*id, place, *share)));
        let mut related: Vec<(TermId, usize, f32)> = relations.collect();
        related.sort_unstable_by_key(|(id, place, _)| (*id, *place));
        let (sieve, related_sieve) = (Sieve::of(slots.iter().copied()), Sieve::of(related.iter().map(|(id, ..)| *id)));
        Self { terms, slots, sieve, related, related_sieve, own, others }
    }

    /// Every place in a run where a wanted term stands, in order.
    pub(super) fn find(&self, run: &[TermId]) -> Vec<Found> {
        let places = run.iter().enumerate();
        let may_be = places.filter(|(_, id)| self.sieve.may_hold(**id));
        may_be.filter_map(|(place, id)| self.slots.binary_search(id).ok().map(|slot| Found { slot, place })).collect()
    }

    /// The run of `length` terms with these finds and these roots.
    pub(super) fn stretch(&self, found: &[Found], length: usize, roots: &[TermId]) -> Stretch<'e> {
        let mut counts = vec![0_u32; self.terms.len()];
        for place in found.iter().filter_map(|found| self.term(*found)) {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
        let stands = |name: &Vec<usize>| !name.is_empty() && name.iter().all(|slot| found.iter().any(|found| found.slot == *slot));
        let each = self.terms.iter().zip(&counts).zip(&self.others);
        let held = each.map(|((term, count), others)| match count {
            1.. if term.repaired.is_some() => REPAIRED,
            1.. => 1.0,
            0 if others.iter().any(stands) => OTHER_NAME,
            0 if term.root.is_some_and(|root| roots.contains(&root)) => SAME_ROOT,
            0 => 0.0,
        });
        Stretch { terms: self.terms, length, held: held.collect(), counts }
    }

    /// The place in the question of the term that stands there, if it is one as it was typed.
    fn term(&self, found: Found) -> Option<usize> {
        self.own.get(found.slot).copied().flatten()
    }

    /// Neighbouring terms of the question that stand, in order, next to each other or with one term between: their idf mass.
    pub(super) fn adjacent(&self, found: &[Found]) -> f32 {
        let mut together = vec![false; self.terms.len()];
        for (index, first) in found.iter().enumerate() {
            let Some(term) = self.term(*first) else { continue };
            let after = found.iter().skip(index + 1).take_while(|second| second.place - first.place <= ADJACENT);
            if after.filter_map(|second| self.term(*second)).any(|second| second == term + 1)
                && let Some(together) = together.get_mut(term)
            {
                *together = true;
            }
        }
        let pairs = self.terms.iter().zip(self.terms.iter().skip(1)).zip(together);
        pairs.filter(|(_, together)| *together).map(|((first, second), _)| f32::midpoint(first.idf, second.idf)).sum()
    }

    /// Pairs of the question's terms, in any order, that stand near each other: the lower idf of each, for as many pairs
    /// as a question of this length has.
    pub(super) fn near(&self, found: &[Found]) -> f32 {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (index, first) in found.iter().enumerate() {
            let Some(one) = self.term(*first) else { continue };
            let after = found.iter().skip(index + 1).take_while(|second| second.place - first.place <= NEAR);
            let others = after.filter_map(|second| self.term(*second)).filter(|other| *other != one);
            pairs.extend(others.map(|other| (one.min(other), one.max(other))));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let idf = |place: usize| self.terms.get(place).map_or(0.0, |term| term.idf);
        let sum: f32 = pairs.into_iter().map(|(one, other)| idf(one).min(idf(other))).sum();
        // A question of n terms has n(n-1)/2 pairs: divided by what n-1 of them would give, it grows like the others.
        #[expect(clippy::cast_precision_loss, reason = "a handful of terms")]
        let pairs = (self.terms.len().max(2) as f32) / 2.0;
        sum / pairs
    }

    /// The idf mass of what stands in a run only in related words, beyond what is `held` there.
    pub(super) fn in_related_words(&self, run: &[TermId], held: &[f32]) -> f32 {
        let mut most = held.to_vec();
        for id in run.iter().filter(|id| self.related_sieve.may_hold(**id)) {
            let from = self.related.partition_point(|(other, ..)| other < id);
            for (_, place, share) in self.related.iter().skip(from).take_while(|(other, ..)| other == id) {
                if let Some(most) = most.get_mut(*place) {
                    *most = most.max(*share);
                }
            }
        }
        self.terms.iter().zip(most.iter().zip(held)).map(|(term, (most, held))| term.idf * (most - held)).sum()
    }

    /// BM25 of the terms that stand in a run of `length` in the very form in which they were typed, with `mean` the mean length of
    /// such runs; and the idf mass of these terms.
    #[expect(clippy::cast_precision_loss, reason = "counts of terms in a passage")]
    pub(super) fn as_written(&self, found: &[Found], forms: &[FormId], length: usize, mean: f32) -> (f32, f32) {
        let mut counts = vec![0_u32; self.terms.len()];
        for found in found {
            let Some(own) = self.term(*found) else { continue };
            if let (Some(term), Some(count)) = (self.terms.get(own), counts.get_mut(own))
                && forms.get(found.place) == Some(&term.form)
            {
                *count += 1;
            }
        }
        let norm = length_norm(length, mean);
        let standing = self.terms.iter().zip(counts).filter(|(_, count)| *count > 0);
        standing.fold((0.0, 0.0), |(bm25, mass), (term, count)| (bm25 + term.form_idf * saturated(count as f32, norm), mass + term.idf))
    }

    /// The run as it is, with nothing known of its roots.
    pub(super) fn plain(&self, run: &[TermId]) -> Stretch<'e> {
        self.stretch(&self.find(run), run.len(), &[])
    }
}

/// What a run of terms holds of the question.
pub(super) struct Stretch<'e> {
    pub(super) terms: &'e [WeighedTerm],
    pub(super) length: usize,
    /// How often each term of the question stands here as it was typed.
    pub(super) counts: Vec<u32>,
    /// For each term of the question, what it counts for here: 0 when it is missing.
    pub(super) held: Vec<f32>,
}

impl Stretch<'_> {
    /// The finds of a longer run that stand at the places `start..end` of it.
    pub(super) fn part(found: &[Found], start: usize, end: usize) -> &[Found] {
        let from = found.partition_point(|found| found.place < start);
        let to = found.partition_point(|found| found.place < end);
        found.get(from..to).unwrap_or_default()
    }

    /// Robertson and Spärck Jones' BM25, with `mean` the mean length of such runs.
    #[expect(clippy::cast_precision_loss, reason = "counts of terms in a passage")]
    pub(super) fn bm25(&self, mean: f32) -> f32 {
        let norm = length_norm(self.length, mean);
        let each = self.terms.iter().zip(self.counts.iter().zip(&self.held));
        each.map(|(term, (count, held))| {
            let frequency = (*count as f32).max(1.0);
            held * term.idf * saturated(frequency, norm)
        })
        .sum()
    }

    /// The idf mass of the question that stands here.
    pub(super) fn coverage(&self) -> f32 {
        self.terms.iter().zip(&self.held).map(|(term, held)| term.idf * held).sum()
    }

    /// How alike the question and this anticipated one are: the harmonic mean of the share of the question's idf mass that
    /// stands here, and of the share of these terms that count for one of the question's (an F-measure).
    #[expect(clippy::cast_precision_loss, reason = "counts of terms in a question")]
    pub(super) fn likeness(&self, mass: f32, found: usize) -> f32 {
        let of_asked = self.coverage() / mass;
        let of_these = found as f32 / self.length.max(1) as f32;
        if of_asked + of_these > 0.0 { 2.0 * of_asked * of_these / (of_asked + of_these) } else { 0.0 }
    }
}
