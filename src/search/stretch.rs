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
    /// For each of the question's terms, its other names as slots.
    others: Vec<Vec<Vec<usize>>>,
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
        Self { terms, own, others, slots }
    }

    /// Every place in a run where a wanted term stands, in order.
    pub(super) fn find(&self, run: &[TermId]) -> Vec<Found> {
        let places = run.iter().enumerate();
        places.filter_map(|(place, id)| self.slots.binary_search(id).ok().map(|slot| Found { slot, place })).collect()
    }

    /// The run of `length` terms with these finds and these roots.
    pub(super) fn stretch(&self, found: &[Found], length: usize, roots: &[TermId]) -> Stretch<'e> {
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); self.terms.len()];
        let mut present = vec![false; self.slots.len()];
        for Found { slot, place } in found {
            if let Some(present) = present.get_mut(*slot) {
                *present = true;
            }
            if let Some(places) = self.own.get(*slot).and_then(|own| places.get_mut((*own)?)) {
                places.push(*place);
            }
        }
        let stands = |name: &Vec<usize>| !name.is_empty() && name.iter().all(|slot| present.get(*slot).copied().unwrap_or(false));
        let held = self
            .terms
            .iter()
            .zip(&places)
            .zip(&self.others)
            .map(|((term, places), others)| match places.is_empty() {
                false if term.repaired.is_some() => REPAIRED,
                false => 1.0,
                true if others.iter().any(stands) => OTHER_NAME,
                true if term.root.is_some_and(|root| roots.contains(&root)) => SAME_ROOT,
                true => 0.0,
            })
            .collect();
        Stretch { terms: self.terms, length, places, held }
    }

    /// BM25 of the terms that stand in a run of `length` in the very form in which they were typed, with `mean` the mean length of
    /// such runs.
    #[expect(clippy::cast_precision_loss, reason = "counts of terms in a passage")]
    pub(super) fn as_written(&self, found: &[Found], forms: &[FormId], length: usize, mean: f32) -> f32 {
        let mut counts = vec![0_u32; self.terms.len()];
        for Found { slot, place } in found {
            let Some(own) = self.own.get(*slot).copied().flatten() else { continue };
            if let (Some(term), Some(count)) = (self.terms.get(own), counts.get_mut(own))
                && forms.get(*place) == Some(&term.form)
            {
                *count += 1;
            }
        }
        let norm = length_norm(length, mean);
        self.terms.iter().zip(counts).map(|(term, count)| term.form_idf * saturated(count as f32, norm)).sum()
    }

    /// The run as it is, with nothing known of its roots.
    pub(super) fn plain(&self, run: &[TermId]) -> Stretch<'e> {
        self.stretch(&self.find(run), run.len(), &[])
    }
}

/// A run of terms, with the places where each term of the question stands.
pub(super) struct Stretch<'e> {
    pub(super) terms: &'e [WeighedTerm],
    pub(super) length: usize,
    pub(super) places: Vec<Vec<usize>>,
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
        let each = self.terms.iter().zip(self.places.iter().zip(&self.held));
        each.map(|(term, (places, held))| {
            let frequency = (places.len() as f32).max(1.0);
            held * term.idf * saturated(frequency, norm)
        })
        .sum()
    }

    /// The idf mass of the question that stands here.
    pub(super) fn coverage(&self) -> f32 {
        self.terms.iter().zip(&self.held).map(|(term, held)| term.idf * held).sum()
    }

    /// Neighbouring terms of the question that stand, in order, next to each other or with one term between.
    pub(super) fn adjacent(&self) -> f32 {
        let pairs = self.terms.iter().zip(&self.places).zip(self.terms.iter().zip(&self.places).skip(1));
        pairs
            .map(|((first, firsts), (second, seconds))| {
                let together = firsts.iter().any(|a| seconds.iter().any(|b| b > a && b - a <= 2));
                if together { f32::midpoint(first.idf, second.idf) } else { 0.0 }
            })
            .sum()
    }

    /// Pairs of the question's terms, in any order, that stand near each other.
    pub(super) fn near(&self) -> f32 {
        let known: Vec<(&WeighedTerm, &Vec<usize>)> =
            self.terms.iter().zip(&self.places).filter(|(_, places)| !places.is_empty()).collect();
        let mut sum = 0.0;
        for (index, (first, firsts)) in known.iter().enumerate() {
            for (second, seconds) in known.iter().skip(index + 1) {
                if firsts.iter().any(|a| seconds.iter().any(|b| a.abs_diff(*b) <= NEAR)) {
                    sum += first.idf.min(second.idf);
                }
            }
        }
        // A question of n terms has n(n-1)/2 pairs: divided by what n-1 of them would give, it grows like the others.
        #[expect(clippy::cast_precision_loss, reason = "a handful of terms")]
        let pairs = (self.terms.len().max(2) as f32) / 2.0;
        sum / pairs
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
