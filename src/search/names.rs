//! The names and words that the corpus's curators know to mean the same, so that "the PRC", "China" and "Beijing" find
//! each other.

use std::collections::{HashMap, HashSet};

use crate::corpus::Knowledge;
use crate::text::{Term, terms};

/// How many other names are tried for one that was typed.
const MOST_OTHERS: usize = 12;

/// Names of parties and words of the glossary, ready to be recognised in a question.
#[derive(Debug, Default)]
pub struct Names {
    groups: Vec<Group>,
    /// By the first stem of a name: the stems of the whole name and the group it belongs to, the longest first.
    by_first: HashMap<String, Vec<(Vec<String>, usize)>>,
    /// Stems of the words for what the whole corpus is about.
    subject: HashSet<String>,
}

/// Names of one thing.
#[derive(Debug)]
struct Group {
    /// The party that they name, unless they are words of the glossary.
    party: Option<String>,
    /// Each name as stems, stop words left out.
    names: Vec<Vec<String>>,
}

/// A name that was recognised in a question.
#[derive(Debug)]
pub(super) struct Mention {
    start: usize,
    end: usize,
    /// The parties that the name may mean.
    pub(super) parties: Vec<String>,
    /// The other names of what is meant, each as a run of stems.
    pub(super) others: Vec<Vec<String>>,
    /// Whether the name is nothing but words that are otherwise left out.
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
            names.add(Some(party.id.clone()), party.names());
        }
        for same in &knowledge.glossary.same {
            names.add(None, same.iter().map(String::as_str));
        }
        names.subject = knowledge.glossary.subject.iter().flat_map(|word| terms(word)).map(|term| term.stem).collect();
        for named in names.by_first.values_mut() {
            named.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        }
        names
    }

    fn add<'n>(&mut self, party: Option<String>, names: impl Iterator<Item = &'n str>) {
        let number = self.groups.len();
        let mut group = Group { party, names: Vec::new() };
        for name in names {
            let all = terms(name);
            let stems: Vec<String> = all.iter().skip_while(|term| term.stop).map(|term| term.stem.clone()).collect();
            let kept: Vec<String> = all.iter().filter(|term| !term.stop).map(|term| term.stem.clone()).collect();
            let Some(first) = stems.first() else { continue };
            self.by_first.entry(first.clone()).or_default().push((stems.clone(), number));
            if !kept.is_empty() && !group.names.contains(&kept) {
                group.names.push(kept);
            }
        }
        self.groups.push(group);
    }

    /// Whether a stem is a word for what the whole corpus is about.
    pub(super) fn is_subject(&self, stem: &str) -> bool {
        self.subject.contains(stem)
    }

    /// The names in a question, the longest first at each place.
    pub(super) fn mentions(&self, words: &[Term]) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut place = 0;
        while let Some(word) = words.get(place) {
            let here = words.get(place..).unwrap_or_default();
            let named = self.by_first.get(&word.stem).map(Vec::as_slice).unwrap_or_default();
            let Some((stems, _)) = named.iter().find(|(stems, _)| starts_with(here, stems)) else {
                place += 1;
                continue;
            };
            let groups: Vec<&Group> =
                named.iter().filter(|(other, _)| other == stems).filter_map(|(_, number)| self.groups.get(*number)).collect();
            let typed: Vec<String> = here.iter().take(stems.len()).filter(|term| !term.stop).map(|term| term.stem.clone()).collect();
            found.push(Mention {
                start: place,
                end: place + stems.len(),
                parties: groups.iter().filter_map(|group| group.party.clone()).collect(),
                others: groups.iter().flat_map(|group| &group.names).filter(|name| **name != typed).take(MOST_OTHERS).cloned().collect(),
                whole: typed.is_empty(),
            });
            place += stems.len();
        }
        found
    }
}

fn starts_with(words: &[Term], stems: &[String]) -> bool {
    words.len() >= stems.len() && words.iter().zip(stems).all(|(word, stem)| word.stem == *stem)
}
