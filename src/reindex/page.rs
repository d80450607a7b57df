//! A comparison and the outcome of a job as people read them. Everything is in the JSON; here long things are cut, visibly.

use std::fmt::{self, Display, Formatter};

use serde_json::Value;

use super::changes::{Changed, ClauseChange, FieldChange, Members, SourceChange};
use super::diff::Diff;
use super::job::{Done, Outcome};
use super::passages::PassageChanges;
use crate::corpus::CorpusError;
use crate::text::{Change, Stretch, around_changes};
use crate::words::terminal::reindex as say;
use crate::words::{CUT, Words};

/// How many things of a kind are told one by one before the rest is only counted.
const MOST_TOLD: usize = 20;
/// How many passages of a source are told.
const MOST_PASSAGES: usize = 5;
/// How many words stay on each side of a change; what is between is cut.
const AROUND: usize = 8;
/// How many words of a passage that is new or gone, and how many characters of a value, are told.
const MOST_WORDS: usize = 30;
const MOST_CHARACTERS: usize = 200;

impl Display for Outcome {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.left_out.is_empty() {
            let problems = self.left_out.iter().take(MOST_TOLD).cloned().collect();
            writeln!(f, "{}", say::left_out(&CorpusError { problems }))?;
            more(f, "", self.left_out.len(), MOST_TOLD)?;
        }
        if let Some(reason) = &self.damaged {
            writeln!(f, "{}", say::was_damaged(reason))?;
        }
        let snapshot = &self.snapshot;
        match (self.outcome, &self.before, &self.generation) {
            (Done::Unchanged, Some(before), Some(_)) if before.rolled_back => {
                return writeln!(f, "{}", say::follows_again(&before.generation));
            }
            (Done::Unchanged, Some(before), _) => return writeln!(f, "{}", say::unchanged(&before.generation)),
            (_, Some(before), _) if self.diff.is_empty() => {
                writeln!(f, "{}\n{}", say::compared_with(&before.generation, &before.snapshot), say::says_the_same())?;
            }
            (_, Some(before), _) => {
                write!(f, "{}\n{}", say::compared_with(&before.generation, &before.snapshot), self.diff)?;
            }
            (_, None, _) => write!(f, "{}\n{}", say::no_index_before(), self.diff)?,
        }
        if self.reused > 0 {
            writeln!(f, "{}", say::reused(self.reused, self.documents))?;
        }
        match &self.generation {
            Some(generation) => writeln!(f, "{}", say::published(generation, self.documents, self.passages, snapshot)),
            None => writeln!(f, "{}", say::would_index(self.documents, self.passages, snapshot)),
        }
    }
}

impl Display for Diff {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let of = |change| self.sources_that(change);
        writeln!(f, "{}", say::sources(of(Changed::Added), of(Changed::Removed), of(Changed::Changed), self.sources_unchanged))?;
        for change in self.sources.iter().take(MOST_TOLD) {
            source(f, change)?;
        }
        more(f, "  ", self.source_changes(), MOST_TOLD)?;
        if !self.clauses.is_empty() {
            writeln!(f, "{}", say::clauses())?;
            self.clauses.iter().try_for_each(|change| clause(f, change))?;
        }
        members(f, &self.parties, say::parties)?;
        members(f, &self.critiques, say::critiques)?;
        let asked = &self.anticipated;
        if asked.added + asked.removed + asked.moved > 0 {
            writeln!(f, "{}", say::anticipated(asked.before, asked.after, asked.added, asked.removed, asked.moved))?;
        }
        if asked.reworded {
            writeln!(f, "{}", say::questions_reworded())?;
        }
        if self.glossary {
            writeln!(f, "{}", say::glossary())?;
        }
        if !self.languages.is_empty() {
            writeln!(f, "{}", say::languages(&self.languages.join(", ")))?;
        }
        if !self.corpus.is_empty() {
            writeln!(f, "{}", say::corpus())?;
            fields(f, "  ", &self.corpus)?;
        }
        Ok(())
    }
}

fn sign(change: Changed) -> char {
    match change {
        Changed::Added => '+',
        Changed::Removed => '-',
        Changed::Changed => '~',
    }
}

fn source(f: &mut Formatter<'_>, source: &SourceChange) -> fmt::Result {
    let sign = sign(source.change);
    match source.change {
        Changed::Added => return writeln!(f, "  {sign} {}", say::source(&source.id, &source.title, source.passages_after as u64)),
        Changed::Removed => return writeln!(f, "  {sign} {}", say::source(&source.id, &source.title, source.passages_before as u64)),
        Changed::Changed => writeln!(f, "  {sign} {}", say::changed_source(&source.id, &source.title))?,
    }
    fields(f, "      ", &source.fields)?;
    if !source.passages.is_empty() {
        passages(f, &source.passages)
    } else if source.text {
        writeln!(f, "      {}", say::only_between())
    } else {
        Ok(())
    }
}

fn passages(f: &mut Formatter<'_>, changes: &PassageChanges) -> fmt::Result {
    let PassageChanges { added, removed, changed, moved, refiled, unchanged } = changes;
    let counted = say::passages(added.len(), removed.len(), changed.len(), moved.len(), refiled.len(), *unchanged);
    writeln!(f, "      {counted}")?;
    let changed = changed.iter().map(|change| format!("{} {}", say::passage_changed(&change.before, &change.after), marked(&change.words)));
    let added = added.iter().map(|new| format!("{} {}", say::passage_added(&new.id), beginning(&new.words)));
    let removed = removed.iter().map(|gone| format!("{} {}", say::passage_removed(&gone.id), beginning(&gone.words)));
    let moved = moved.iter().map(|moved| say::passage_moved(&moved.before, &moved.after));
    let told: Vec<String> = changed.chain(added).chain(removed).chain(moved).collect();
    for line in told.iter().take(MOST_PASSAGES) {
        writeln!(f, "      {line}")?;
    }
    more(f, "      ", told.len(), MOST_PASSAGES)
}

fn clause(f: &mut Formatter<'_>, clause: &ClauseChange) -> fmt::Result {
    writeln!(f, "  {} {}", sign(clause.change), say::clause(clause.number))?;
    if !clause.words.is_empty() {
        writeln!(f, "      {}", marked(&clause.words))?;
    }
    fields(f, "      ", &clause.fields)
}

fn members(f: &mut Formatter<'_>, members: &Members, counted: fn(usize, usize, usize, usize, usize) -> String) -> fmt::Result {
    if members.is_empty() {
        return Ok(());
    }
    let Members { before, after, added, removed, changed } = members;
    writeln!(f, "{}", counted(*before, *after, added.len(), removed.len(), changed.len()))?;
    let whole = added.iter().map(|id| ('+', id)).chain(removed.iter().map(|id| ('-', id)));
    for (sign, id) in whole.take(MOST_TOLD) {
        writeln!(f, "  {sign} {id}")?;
    }
    more(f, "  ", added.len() + removed.len(), MOST_TOLD)?;
    for change in changed.iter().take(MOST_TOLD) {
        writeln!(f, "  ~ {}", change.id)?;
        fields(f, "      ", &change.fields)?;
    }
    more(f, "  ", changed.len(), MOST_TOLD)
}

fn fields(f: &mut Formatter<'_>, indent: &str, changes: &[FieldChange]) -> fmt::Result {
    changes.iter().try_for_each(|change| writeln!(f, "{indent}{}", field(change)))
}

/// A value that changed; of a list only what is gone from it and new in it.
fn field(FieldChange { field, before, after }: &FieldChange) -> String {
    let told = |value: &Value| shortened(&value.to_string());
    let (Value::Array(was), Value::Array(now)) = (before, after) else { return say::field(field, &told(before), &told(after)) };
    let only = |some: &[Value], others: &[Value]| -> Vec<Value> { some.iter().filter(|value| !others.contains(value)).cloned().collect() };
    let (gone, new) = (only(was, now), only(now, was));
    if gone.is_empty() && new.is_empty() { say::reordered(field) } else { say::list(field, &told(&gone.into()), &told(&new.into())) }
}

/// Says how many were not told.
fn more(f: &mut Formatter<'_>, indent: &str, all: usize, told: usize) -> fmt::Result {
    match all.checked_sub(told) {
        None | Some(0) => Ok(()),
        Some(rest) => writeln!(f, "{indent}{}", Words::english().and_more(rest)),
    }
}

/// A difference with its marks: `[-gone-]`, `{+new+}`. Words far from any change are cut.
fn marked(stretches: &[Stretch]) -> String {
    let mark = |stretch: &Stretch| match stretch.change {
        Change::Removed => format!("[-{}-]", stretch.text),
        Change::Added => format!("{{+{}+}}", stretch.text),
        Change::Same => stretch.text.clone(),
    };
    around_changes(stretches, AROUND, CUT).iter().map(mark).collect::<Vec<_>>().join(" ")
}

/// The first words of a passage.
fn beginning(passage: &str) -> String {
    let mut all = passage.split_whitespace();
    let mut told: Vec<&str> = all.by_ref().take(MOST_WORDS).collect();
    if all.next().is_some() {
        told.push(CUT);
    }
    told.join(" ")
}

/// A value that is not longer than can be read at a glance.
fn shortened(value: &str) -> String {
    if value.chars().count() <= MOST_CHARACTERS {
        return value.to_owned();
    }
    format!("{} {}", value.chars().take(MOST_CHARACTERS).collect::<String>(), CUT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_diff;

    #[test]
    fn a_difference_is_shown_with_a_few_words_around_it() {
        let long = |middle: &str| format!("{} {middle} {}", "far ".repeat(20).trim(), "off ".repeat(20).trim());
        assert_eq!(
            marked(&word_diff(&long("will not"), &long("will"))),
            format!("[…] {} will [-not-] {} […]", "far ".repeat(7).trim(), "off ".repeat(8).trim())
        );
        assert_eq!(marked(&word_diff("a b", "a c")), "a [-b-] {+c+}");
        assert_eq!(marked(&word_diff("", "new words")), "{+new words+}");
    }
}
