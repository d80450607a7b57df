//! What is said about a clause, and by whom.

use super::quote::Quote;
use super::{Answer, AnswerError, Card, MOST_QUOTES, Silence};
use crate::corpus::Critique;
use crate::index::Generation;
use crate::search::Question;
use crate::text::{fold, terms};

/// Words that ask what is said about a clause rather than what it says.
const JUDGING: &[&str] = &[
    "argue", "argues", "assess", "assessment", "blame", "comment", "comments", "criticise", "criticised", "criticises", "criticism",
    "criticisms", "criticize", "criticized", "criticizes", "critic", "critics", "critique", "critiques", "dismiss", "dismisses", "doubt",
    "doubts", "opinion", "opinions", "praise", "praises", "reaction", "reactions", "sceptic", "sceptical", "skeptic", "skeptical", "think",
    "thinks", "thought", "view", "views",
];

/// The critiques of a clause, or by somebody, or all of them.
pub(super) fn look_up(generation: &Generation, clause: Option<u32>, by: Option<&str>) -> Result<Answer, AnswerError> {
    let asked = match (clause, by) {
        (Some(number), Some(by)) => format!("clause {number}, by {by}"),
        (Some(number), None) => format!("clause {number}"),
        (None, Some(by)) => format!("by {by}"),
        (None, None) => "all".to_owned(),
    };
    let knowledge = generation.knowledge();
    if let Some(number) = clause.filter(|number| knowledge.clause(*number).is_none()) {
        return Ok(Answer::silent(generation, &asked, Silence::NoSuchClause { asked: number, count: knowledge.clause_count() }));
    }
    let found = matching(generation, clause, by);
    if found.is_empty() {
        return Ok(Answer::silent(generation, &asked, Silence::NoCritique));
    }
    answer(generation, &asked, found, usize::MAX)
}

/// The answer to a question that asks what is said about clauses, if it is one.
pub(super) fn asked_for(generation: &Generation, question: &Question) -> Result<Option<Answer>, AnswerError> {
    let words: Vec<String> = terms(&question.text).into_iter().filter_map(|term| term.span.of(&question.text).map(fold)).collect();
    let judging = words.iter().any(|word| JUDGING.contains(&word.as_str()));
    let knowledge = generation.knowledge();
    let by = knowledge.critiques.iter().map(|critique| critique.by.as_str()).find(|by| {
        let name: Vec<String> = terms(by).iter().filter_map(|term| term.span.of(by).map(fold)).collect();
        name.last().is_some_and(|family| words.contains(family))
    });
    if !judging && by.is_none() {
        return Ok(None);
    }
    let count = knowledge.clause_count();
    let mut found: Vec<Critique> = Vec::new();
    for number in question.clauses.refs.iter().map(|clause| clause.number(count)) {
        let more = matching(generation, Some(number), by).into_iter().filter(|critique| !found.contains(critique)).collect::<Vec<_>>();
        found.extend(more);
    }
    if found.is_empty() {
        return Ok(None);
    }
    answer(generation, &question.text, found, MOST_QUOTES).map(Some)
}

fn matching(generation: &Generation, clause: Option<u32>, by: Option<&str>) -> Vec<Critique> {
    let wanted: Vec<String> = by.map(terms).unwrap_or_default().into_iter().filter(|term| !term.stop).map(|term| term.stem).collect();
    generation
        .knowledge()
        .critiques
        .iter()
        .filter(|critique| clause.is_none_or(|number| critique.clauses.contains(&number)))
        .filter(|critique| {
            let name: Vec<String> = terms(&critique.by).into_iter().map(|term| term.stem).collect();
            wanted.iter().all(|stem| name.contains(stem))
        })
        .cloned()
        .collect()
}

fn answer(generation: &Generation, asked: &str, mut critiques: Vec<Critique>, most: usize) -> Result<Answer, AnswerError> {
    critiques.truncate(most);
    let quotes = critiques.iter().map(|critique| Quote::at(generation, &critique.anchor)).collect::<Result<Vec<_>, _>>()?;
    Ok(Answer::found(generation, asked, Quote::numbered(quotes)).with_card(Card::Critiques(critiques)))
}
