//! What a comparison tells of sources, clauses, parties, critiques and anticipated questions.

use serde::Serialize;
use serde_json::{Map, Value};

use super::passages::PassageChanges;
use super::sides::SideDocument;
use crate::index::AskedQuestion;
use crate::text::Stretch;

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another than it was.
    Changed,
}

/// A value that is another than it was, under the name that it has in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// What it is called: `title`, `url`, `role` …
    pub field: String,
    /// What it was; null when there was none.
    pub before: Value,
    /// What it is now; null when there is none.
    pub after: Value,
}

/// A source that is new, gone or another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceChange {
    /// Its id.
    pub id: String,
    /// Its title, the one now where there is one.
    pub title: String,
    /// What became of it.
    pub change: Changed,
    /// What is said about it otherwise: title, date, address, links, voices …
    pub fields: Vec<FieldChange>,
    /// Whether its text is another, be it only by its headings or its white space.
    pub text: bool,
    /// How many passages it had.
    pub passages_before: usize,
    /// How many it has now.
    pub passages_after: usize,
    /// What became of its passages, when it was and is there.
    pub passages: PassageChanges,
}

/// A clause that is new, gone or another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClauseChange {
    /// Its number.
    pub number: u32,
    /// What became of it.
    pub change: Changed,
    /// What differs in its words; none when they are the same.
    pub words: Vec<Stretch>,
    /// What is curated about it otherwise: heading, topics, duties …
    pub fields: Vec<FieldChange>,
}

/// One of several things with ids, and what is curated about it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberChange {
    /// Its id.
    pub id: String,
    /// What is another than it was.
    pub fields: Vec<FieldChange>,
}

/// What became of the parties, or of the critiques.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Members {
    /// How many there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
    /// Ids of those that are new.
    pub added: Vec<String>,
    /// Ids of those that are gone.
    pub removed: Vec<String>,
    /// Those that are another.
    pub changed: Vec<MemberChange>,
}

/// What became of the anticipated questions and the known gaps. An index holds no more of them than finding needs, so that
/// they are counted and not told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct QuestionChanges {
    /// How many there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
    /// How many are new.
    pub added: usize,
    /// How many are gone.
    pub removed: usize,
    /// How many are filed under other words of the same text.
    pub moved: usize,
    /// Whether some are put in other words with the same meaning for finding. It is only told when nothing else changed.
    pub reworded: bool,
}

impl Members {
    /// Whether nothing became of any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    /// Compares what is curated about things by their ids.
    pub(super) fn between(before: &[(String, Map<String, Value>)], after: &[(String, Map<String, Value>)]) -> Self {
        let mut members = Self { before: before.len(), after: after.len(), ..Self::default() };
        for (id, now) in after {
            match before.iter().find(|(other, _)| other == id) {
                None => members.added.push(id.clone()),
                Some((_, was)) if was == now => {}
                Some((_, was)) => members.changed.push(MemberChange { id: id.clone(), fields: fields(was, now) }),
            }
        }
        let gone = before.iter().filter(|(id, _)| !after.iter().any(|(other, _)| other == id));
        members.removed.extend(gone.map(|(id, _)| id.clone()));
        members
    }
}

impl QuestionChanges {
    /// Whether nothing became of any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added == 0 && self.removed == 0 && self.moved == 0 && !self.reworded
    }

    /// Adds what became of the questions of one source.
    pub(super) fn add(&mut self, before: Option<&SideDocument>, after: Option<&SideDocument>) {
        let (was, now) = (asked(before), asked(after));
        self.before += was.len();
        self.after += now.len();
        let meaning = |asked: &[Asked<'_>]| -> Vec<(String, String)> {
            let key = |(_, question): &Asked<'_>| (format!("{}", question.answered), format!("{:?}", question.terms));
            sorted(asked.iter().map(key).collect())
        };
        let (added, removed) = differing(&meaning(&was), &meaning(&now));
        self.added += added;
        self.removed += removed;
        let same_text = before.zip(after).is_some_and(|(before, after)| before.text == after.text);
        if same_text {
            let place = |asked: &[Asked<'_>]| -> Vec<(String, String)> {
                sorted(asked.iter().map(|(passage, question)| ((*passage).to_owned(), format!("{question:?}"))).collect())
            };
            self.moved += differing(&place(&was), &place(&now)).0.saturating_sub(added);
        }
    }
}

/// A question and the id of the passage that it was anticipated for.
type Asked<'d> = (&'d str, &'d AskedQuestion);

fn asked(document: Option<&SideDocument>) -> Vec<Asked<'_>> {
    let passages = document.into_iter().flat_map(|document| &document.passages);
    passages.flat_map(|(passage, asked)| asked.iter().map(|question| (passage.id.as_str(), question))).collect()
}

fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values
}

/// How many values are in the second sorted list alone, and how many in the first alone; repeated ones are counted.
fn differing<T: Ord>(before: &[T], after: &[T]) -> (usize, usize) {
    let (mut was, mut now) = (before.iter().peekable(), after.iter().peekable());
    let (mut added, mut removed) = (0, 0);
    loop {
        match (was.peek(), now.peek()) {
            (None, None) => return (added, removed),
            (Some(old), Some(new)) if old == new => {
                was.next();
                now.next();
            }
            (Some(old), new) if new.is_none_or(|new| old < new) => {
                removed += 1;
                was.next();
            }
            _ => {
                added += 1;
                now.next();
            }
        }
    }
}

/// The values that differ between two objects, by their names.
pub(super) fn fields(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<FieldChange> {
    let own = |map: &Map<String, Value>, field: &str| map.get(field).cloned().unwrap_or_default();
    let mut names: Vec<&String> = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))).collect();
    names.retain(|name| own(before, name) != own(after, name));
    names.into_iter().map(|name| FieldChange { field: name.clone(), before: own(before, name), after: own(after, name) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_between_two_lists_is_counted() {
        assert_eq!(differing(&[1, 2, 2, 3], &[2, 3, 4, 5]), (2, 2));
        assert_eq!(differing::<u8>(&[], &[]), (0, 0));
        assert_eq!(differing(&[], &[7]), (1, 0));
        assert_eq!(differing(&[7, 8], &[]), (0, 2));
    }
}
