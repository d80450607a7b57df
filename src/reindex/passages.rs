//! What became of a document's passages: which stayed, moved, were reworded, are new or gone.

use std::collections::{HashMap, HashSet, VecDeque};

use serde::Serialize;

use super::sides::SideDocument;
use crate::corpus::Passage;
use crate::text::{Stretch, word_diff};

/// How alike the words of two passages must be for one to be the other reworded, from 0 to 1. Below half, more was
/// exchanged than kept.
const REWORDED: f64 = 0.5;
/// How many places around the expected one a reworded passage is looked for. A document whose every passage is exchanged
/// would otherwise cost the square of its length.
const NEAR: usize = 16;

/// A passage's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageWords {
    /// Its id.
    pub id: String,
    /// Its words.
    pub words: String,
}

/// A passage whose words changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedPassage {
    /// Its id before.
    pub before: String,
    /// Its id now.
    pub after: String,
    /// What differs, word by word.
    pub words: Vec<Stretch>,
}

/// A passage that stands elsewhere among the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MovedPassage {
    /// Its id before.
    pub before: String,
    /// Its id now.
    pub after: String,
}

/// What became of a document's passages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PassageChanges {
    /// Those that are new.
    pub added: Vec<PassageWords>,
    /// Those that are gone.
    pub removed: Vec<PassageWords>,
    /// Those whose words changed.
    pub changed: Vec<ChangedPassage>,
    /// Those that stand elsewhere. A passage that only has another number, because of others before it, is not one of them.
    pub moved: Vec<MovedPassage>,
    /// Ids of those whose words are the same but not what they are filed under: headings, topics, lane, speaker or clause.
    pub refiled: Vec<String>,
    /// How many are as they were.
    pub unchanged: usize,
}

impl PassageChanges {
    /// Whether nothing became of any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty() && self.moved.is_empty() && self.refiled.is_empty()
    }

    /// Whether all of them are there and say what they said.
    #[must_use]
    pub fn says_the_same(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty() && self.moved.is_empty()
    }

    /// How many bytes of words it tells.
    pub(super) fn words_told(&self) -> usize {
        let whole = self.added.iter().chain(&self.removed).map(|passage| passage.words.len());
        let changed = self.changed.iter().flat_map(|changed| &changed.words).map(|stretch| stretch.text.len());
        whole.chain(changed).sum()
    }

    pub(super) fn between(before: &SideDocument, after: &SideDocument) -> Self {
        let (old, new) = (Cut::all(before), Cut::all(after));
        let mut changes = Self::default();

        let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (place, cut) in old.iter().enumerate() {
            places.entry(cut.words).or_default().push_back(place);
        }
        let mut same: Vec<(usize, &Cut<'_>)> = Vec::new();
        let mut fresh: Vec<&Cut<'_>> = Vec::new();
        for cut in &new {
            match places.get_mut(cut.words).and_then(VecDeque::pop_front) {
                Some(place) => same.push((place, cut)),
                None => fresh.push(cut),
            }
        }
        let in_order = longest_rising(&same.iter().map(|(place, _)| *place).collect::<Vec<_>>());
        let kept: HashSet<usize> = same.iter().map(|(place, _)| *place).collect();
        for (place, cut) in same {
            let Some(was) = old.get(place) else { continue };
            if !in_order.contains(&place) {
                changes.moved.push(MovedPassage { before: was.passage.id.clone(), after: cut.passage.id.clone() });
            } else if was.is_filed_like(cut) {
                changes.unchanged += 1;
            } else {
                changes.refiled.push(cut.passage.id.clone());
            }
        }
        let lost: Vec<&Cut<'_>> = old.iter().enumerate().filter(|(place, _)| !kept.contains(place)).map(|(_, cut)| cut).collect();
        changes.pair(&lost, &fresh);
        changes
    }

    /// Tells the reworded passages among those that are in one document alone.
    fn pair(&mut self, lost: &[&Cut<'_>], fresh: &[&Cut<'_>]) {
        let fresh_words: Vec<HashSet<&str>> = fresh.iter().map(|cut| cut.words.split_whitespace().collect()).collect();
        let mut taken: HashSet<usize> = HashSet::new();
        for (place, was) in lost.iter().enumerate() {
            let words: HashSet<&str> = was.words.split_whitespace().collect();
            let expected = place * fresh.len() / lost.len();
            let near = fresh.iter().zip(&fresh_words).enumerate().skip(expected.saturating_sub(NEAR)).take(2 * NEAR + 1);
            let free = near.filter(|(at, _)| !taken.contains(at));
            let likeness = |now: &Cut<'_>, others: &HashSet<&str>| {
                if was.passage.clause.is_some() && was.passage.clause == now.passage.clause { 1.0 } else { alike(&words, others) }
            };
            let rated = free.map(|(at, (now, others))| (at, *now, likeness(now, others)));
            // Of equals the first one.
            let best = rated.reduce(|best, next| if next.2 > best.2 { next } else { best }).filter(|(.., likeness)| *likeness >= REWORDED);
            match best {
                Some((at, now, _)) => {
                    taken.insert(at);
                    let words = word_diff(was.words, now.words);
                    self.changed.push(ChangedPassage { before: was.passage.id.clone(), after: now.passage.id.clone(), words });
                }
                None => self.removed.push(was.told()),
            }
        }
        self.added.extend(fresh.iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, cut)| cut.told()));
    }
}

/// A passage and its words.
struct Cut<'d> {
    passage: &'d Passage,
    words: &'d str,
}

impl<'d> Cut<'d> {
    fn all(document: &'d SideDocument) -> Vec<Self> {
        let cut = |passage: &'d Passage| Self { passage, words: passage.span.of(&document.text).unwrap_or_default() };
        document.passages.iter().map(|(passage, _)| cut(passage)).collect()
    }

    fn told(&self) -> PassageWords {
        PassageWords { id: self.passage.id.clone(), words: self.words.to_owned() }
    }

    fn is_filed_like(&self, other: &Self) -> bool {
        let filed = |passage: &'d Passage| (&passage.headings, &passage.topics, passage.lane, &passage.speaker, passage.clause);
        filed(self.passage) == filed(other.passage)
    }
}

/// What share of the words two passages have in common (Dice's coefficient).
fn alike(some: &HashSet<&str>, others: &HashSet<&str>) -> f64 {
    let all = some.len() + others.len();
    if all == 0 { 0.0 } else { 2.0 * some.intersection(others).count() as f64 / all as f64 }
}

/// The numbers of a longest rising subsequence: what stayed in order, so that as little as can be is said to have moved.
fn longest_rising(numbers: &[usize]) -> HashSet<usize> {
    // For each length, the place of the smallest number that ends a rising run of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    let number = |place: usize| numbers.get(place).copied().unwrap_or_default();
    for (place, value) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| number(*end) < *value);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut run = HashSet::new();
    let mut place = ends.last().copied();
    while let Some(at) = place {
        run.insert(number(at));
        place = before.get(at).copied().flatten();
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Lane, Source};
    use crate::text::Span;

    fn document(passages: &[&str]) -> SideDocument {
        let mut text = String::new();
        let mut cut = Vec::new();
        for (place, words) in passages.iter().enumerate() {
            let span = Span::new(text.len(), text.len() + words.len());
            text.push_str(words);
            text.push('\n');
            let passage = Passage {
                id: format!("d#{}", place + 1),
                source: "d".to_owned(),
                span,
                sentences: vec![span],
                headings: Vec::new(),
                topics: Vec::new(),
                lane: Lane::Text,
                speaker: "d".to_owned(),
                clause: None,
                under: Vec::new(),
                provisions: Vec::new(),
            };
            cut.push((passage, Vec::new()));
        }
        let source = Source::plain("d".to_owned(), "D".to_owned());
        SideDocument { source, text, links: Vec::new(), voices: Vec::new(), passages: cut }
    }

    /// What became of passages, a letter and the numbers before and now each.
    fn told(before: &[&str], after: &[&str]) -> String {
        let changes = PassageChanges::between(&document(before), &document(after));
        let number = |id: &str| id.trim_start_matches("d#").to_owned();
        let mut told: Vec<String> = vec![format!("={}", changes.unchanged)];
        told.extend(changes.changed.iter().map(|changed| format!("~{}>{}", number(&changed.before), number(&changed.after))));
        told.extend(changes.moved.iter().map(|moved| format!("^{}>{}", number(&moved.before), number(&moved.after))));
        told.extend(changes.removed.iter().map(|gone| format!("-{}", number(&gone.id))));
        told.extend(changes.added.iter().map(|new| format!("+{}", number(&new.id))));
        told.join(" ")
    }

    #[test]
    fn what_became_of_each_passage_is_told() {
        let (rent, pets, keys) = ("the rent is due on the first", "no pets are allowed here", "two keys are handed over");
        assert_eq!(told(&[rent, pets, keys], &[rent, pets, keys]), "=3");
        assert_eq!(told(&[rent, pets], &[keys, rent, pets]), "=2 +1", "another number is no move");
        assert_eq!(told(&[rent, pets, keys], &[keys, rent, pets]), "=2 ^3>1");
        assert_eq!(told(&[rent, pets], &[rent]), "=1 -2");
        assert_eq!(told(&[rent, pets], &["the rent is due on the fifth", pets]), "=1 ~1>1");
        assert_eq!(told(&[rent, pets], &[keys, pets]), "=1 -1 +1", "other words are another passage");
        assert_eq!(told(&[rent, rent, pets], &[rent, pets]), "=2 -2", "a repeated one is counted");
        assert_eq!(told(&[], &[rent]), "=0 +1");
        assert_eq!(told(&[rent], &[]), "=0 -1");
    }

    #[test]
    fn a_document_that_is_wholly_another_is_compared_in_time() {
        let old: Vec<String> = (0..20_000).map(|number| format!("old{number} words{number}")).collect();
        let new: Vec<String> = (0..20_000).map(|number| format!("new{number} terms{number}")).collect();
        let (old, new): (Vec<&str>, Vec<&str>) = (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let changes = PassageChanges::between(&document(&old), &document(&new));
        assert_eq!((changes.added.len(), changes.removed.len(), changes.unchanged), (20_000, 20_000, 0));
    }
}
