//! The passages that may hold words which are quoted, in their order and whatever the ranking of answers thinks of them.

use std::collections::{BTreeMap, HashSet};

use super::compile;
use crate::index::{Generation, IndexError};

/// Stems in a run that must stand in a passage as it is: long enough to be rare even when its words are common.
const RUN: usize = 5;
/// Runs at most that are looked for, spread over the words.
const MOST_RUNS: usize = 12;
/// Stems at most that are looked for one by one, the rarest.
const MOST_STEMS: usize = 32;
/// Passages that are taken for holding a run. A stock phrase may stand in many.
const HOLDING_RUN: usize = 200;
/// Passages that are taken for holding the most of the stems.
const HOLDING_STEMS: usize = 50;

/// The numbers of the passages that may hold words with these stems (stop words left out), the likeliest first.
///
/// # Errors
/// The index's.
pub fn passages_holding(generation: &Generation, stems: &[String]) -> Result<Vec<usize>, IndexError> {
    if stems.is_empty() {
        return Ok(Vec::new());
    }
    let runs: Vec<&[String]> = stems.windows(RUN.min(stems.len())).collect();
    let step = runs.len().div_ceil(MOST_RUNS);
    let runs: Vec<&[String]> = runs.into_iter().step_by(step).collect();
    let mut by_rarity = BTreeMap::new();
    for stem in stems {
        let passages = generation.document_frequency(stem)?;
        by_rarity.insert((passages == 0, passages, stem), stem);
    }
    let rarest: Vec<&String> = by_rarity.into_values().take(MOST_STEMS).collect();
    let (as_they_stand, alone) = compile::compile_verbatim(&runs, &rarest, generation.fields());
    let mut found = generation.candidates(as_they_stand.as_ref(), HOLDING_RUN)?;
    found.extend(generation.candidates(alone.as_ref(), HOLDING_STEMS)?);
    let mut seen = HashSet::new();
    Ok(found.into_iter().map(|(ordinal, _)| ordinal).filter(|ordinal| seen.insert(*ordinal)).collect())
}
