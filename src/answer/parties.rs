//! Parties looked up by any of their names.

use std::collections::HashSet;

use super::quote::Quote;
use super::{Answer, AnswerError, Card, Choice, MOST_QUOTES, Silence};
use crate::corpus::{Anchor, Knowledge, Party};
use crate::index::Generation;
use crate::search::{ORDINARY_WEIGHT, Question};
use crate::text::{Kind, nearest, sentences, terms};

/// The party called `name`, with the words of the corpus that show it and those of the clauses that name it.
pub(super) fn look_up(generation: &Generation, name: &str) -> Result<Answer, AnswerError> {
    let knowledge = generation.knowledge();
    match matching(knowledge, name).as_slice() {
        [] => {
            let names = knowledge.parties.iter().flat_map(Party::names);
            let meant = nearest(name, names).map(str::to_owned);
            Ok(Answer::silent(generation, name, Silence::UnknownParty(meant)))
        }
        [party] => {
            let quotes = Quote::numbered(quotes(generation, party)?);
            Ok(Answer::found(generation, name, quotes).with_card(Card::Party(Box::new((*party).clone()))))
        }
        many => Ok(Answer::ambiguous(generation, name, many.iter().map(|party| choice(party)).collect())),
    }
}

/// The answer to a question that asks who a party is or what it does here, and nothing else: its part in the clauses, and
/// whatever else shows it.
pub(super) fn asked_for(generation: &Generation, question: &Question) -> Result<Option<Answer>, AnswerError> {
    const PART: &[&str] = &["duty", "duties", "function", "job", "part", "responsibility", "role", "stand", "stands", "task"];
    let [id] = question.parties.as_slice() else { return Ok(None) };
    let Some(party) = generation.knowledge().party(id) else { return Ok(None) };
    let own: HashSet<String> = party.names().flat_map(stems).collect();
    let mut asks_part = false;
    for term in &question.terms {
        let word = term.term.word.as_str();
        asks_part |= PART.contains(&word);
        if !(own.contains(&term.term.stem) || PART.contains(&word) || term.weight < ORDINARY_WEIGHT) {
            return Ok(None);
        }
    }
    // "Who is …" about a person is better served by the search, which ranks all that is said of them.
    if !asks_part && (party.clauses.is_empty() || question.kind != Kind::What) {
        return Ok(None);
    }
    let quotes = Quote::numbered(quotes(generation, party)?);
    Ok(Some(Answer::found(generation, &question.text, quotes)))
}

/// The parties that have this name; failing that, those with a name that holds all of its words.
fn matching<'k>(knowledge: &'k Knowledge, name: &str) -> Vec<&'k Party> {
    let wanted = stems(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    // What a choice asks for is an id, which is one party's alone.
    if let Some(party) = knowledge.party(name.trim()) {
        return vec![party];
    }
    let exact: Vec<&Party> = knowledge.parties.iter().filter(|party| party.names().any(|known| stems(known) == wanted)).collect();
    if !exact.is_empty() {
        return exact;
    }
    let holds = |party: &&Party| party.names().any(|known| stems(known).is_superset(&wanted));
    knowledge.parties.iter().filter(holds).collect()
}

fn stems(name: &str) -> HashSet<String> {
    let all = terms(name);
    let kept: HashSet<String> = all.iter().filter(|term| !term.stop).map(|term| term.stem.clone()).collect();
    if kept.is_empty() { all.into_iter().map(|term| term.stem).collect() } else { kept }
}

/// The sentences of the clauses that name the party, then the one that it is anchored in.
fn quotes(generation: &Generation, party: &Party) -> Result<Vec<Quote>, AnswerError> {
    let mut quotes: Vec<Quote> = Vec::new();
    let clauses = party.clauses.iter().filter_map(|number| generation.knowledge().clause(*number));
    for clause in clauses {
        let Some(document) = generation.document(&clause.anchor.source)? else { continue };
        let text = clause.anchor.span.of(&document.text).unwrap_or_default();
        let named = sentences(text).into_iter().find(|sentence| names(party, sentence.of(text).unwrap_or_default()));
        if let Some(sentence) = named {
            let anchor = Anchor { source: clause.anchor.source.clone(), span: sentence.shifted(clause.anchor.span.start) };
            quotes.push(Quote::at(generation, &anchor)?);
        }
    }
    let anchored = Quote::sentences_at(generation, &party.anchor)?;
    if !quotes.iter().any(|quote| quote.source() == anchored.source() && quote.span().overlaps(&anchored.span())) {
        quotes.push(anchored);
    }
    quotes.truncate(MOST_QUOTES);
    Ok(quotes)
}

/// Whether one of the party's names stands in a sentence, whole.
fn names(party: &Party, sentence: &str) -> bool {
    let words: Vec<String> = terms(sentence).into_iter().map(|term| term.stem).collect();
    party.names().any(|name| {
        let name: Vec<String> = terms(name).into_iter().map(|term| term.stem).collect();
        !name.is_empty() && words.windows(name.len()).any(|window| window == name)
    })
}

fn choice(party: &Party) -> Choice {
    Choice { label: party.name.clone(), description: party.role.clone(), ask: party.name.clone() }
}
