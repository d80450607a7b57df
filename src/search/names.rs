//! The names that the corpus knows, so that "the PRC", "China" and "Beijing" find each other.

use std::collections::HashMap;

use crate::corpus::Knowledge;
use crate::text::{Term, terms};

/// How many other names are tried for one that was typed.
const MOST_OTHERS: usize = 12;

/// The parties' names and aliases, ready to be recognised in a question.
#[derive(Debug, Default)]
pub struct Names {
    /// By the first stem of a name: the stems of the whole name and the party it belongs to.
    by_first: HashMap<String, Vec<(Vec<String>, String)>>,
    /// All names of a party, as stems without stop words.
    of_party: HashMap<String, Vec<Vec<String>>>,
}

/// A name that was recognised in a question.
#[derive(Debug)]
pub(super) struct Mention {
    start: usize,
    end: usize,
    /// The parties that the name may mean.
    pub(super) parties: Vec<String>,
    /// The other names of those parties, each as a run of stems.
    pub(super) others: Vec<Vec<String>>,
    /// Whether the name is nothing but words that are otherwise left out, such as "US" in some spellings.
    pub(super) whole: bool,
}

impl Mention {
    /// Whether the name covers the question's word at `place`.
    pub(super) fn holds(&self, place: usize) -> bool {
        (self.start..self.end).contains(&place)
    }
}

impl Names {
    /// The names in a corpus's curated knowledge.
    #[must_use]
    pub fn of(knowledge: &Knowledge) -> Self {
        let mut names = Self::default();
        for party in &knowledge.parties {
            for name in party.names() {
                let all = terms(name);
                let stems: Vec<String> = all.iter().skip_while(|term| term.stop).map(|term| term.stem.clone()).collect();
                let kept: Vec<String> = all.iter().filter(|term| !term.stop).map(|term| term.stem.clone()).collect();
                let Some(first) = stems.first() else { continue };
                names.by_first.entry(first.clone()).or_default().push((stems.clone(), party.id.clone()));
                let known = names.of_party.entry(party.id.clone()).or_default();
                if !kept.is_empty() && !known.contains(&kept) {
                    known.push(kept);
                }
            }
        }
        for named in names.by_first.values_mut() {
            named.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        }
        names
    }

    /// The names in a question, the longest first at each place.
    pub(super) fn mentions(&self, words: &[Term]) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut place = 0;
        while let Some(word) = words.get(place) {
            let here = words.get(place..).unwrap_or_default();
            let longest = self.by_first.get(&word.stem).into_iter().flatten().find(|(stems, _)| starts_with(here, stems));
            let Some((stems, _)) = longest else {
                place += 1;
                continue;
            };
            let parties: Vec<String> = self
                .by_first
                .get(&word.stem)
                .into_iter()
                .flatten()
                .filter(|(other, _)| other == stems)
                .map(|(_, party)| party.clone())
                .collect();
            let typed: Vec<String> = here.iter().take(stems.len()).filter(|term| !term.stop).map(|term| term.stem.clone()).collect();
            let others = parties
                .iter()
                .filter_map(|party| self.of_party.get(party))
                .flatten()
                .filter(|name| **name != typed)
                .take(MOST_OTHERS)
                .cloned()
                .collect();
            found.push(Mention { start: place, end: place + stems.len(), parties, others, whole: typed.is_empty() });
            place += stems.len();
        }
        found
    }
}

fn starts_with(words: &[Term], stems: &[String]) -> bool {
    words.len() >= stems.len() && words.iter().zip(stems).all(|(word, stem)| word.stem == *stem)
}
