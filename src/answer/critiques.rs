//! What is said about a clause, and by whom.

use super::quote::Quote;
use super::{Answer, AnswerError, Card, MOST_QUOTES, Silence};
use crate::corpus::Critique;
use crate::index::Generation;
use crate::search::{ORDINARY_WEIGHT, Question, QuestionTerm};
use crate::text::terms;

/// Words that ask what is said about a clause rather than what it says.
const JUDGING: &[&str] = &[
    "argue",
    "argues",
    "assess",
    "assessment",
    "believe",
    "believes",
    "blame",
    "comment",
    "comments",
    "critic",
    "criticise",
    "criticised",
    "criticises",
    "criticism",
    "criticisms",
    "criticize",
    "criticized",
    "criticizes",
    "critics",
    "critique",
    "critiques",
    "dismiss",
    "dismisses",
    "doubt",
    "doubts",
    "judge",
    "judged",
    "opine",
    "opinion",
    "opinions",
    "praise",
    "praises",
    "reaction",
    "reactions",
    "sceptic",
    "sceptical",
    "skeptic",
    "skeptical",
    "think",
    "thinks",
    "thought",
    "view",
    "views",
];
/// A word is rare when it stands in at most one of this many passages.
const RARE_SHARE: u64 = 40;

/// Words that ask what is said, once it is known by whom.
const SAYING: &[&str] = &["according", "call", "called", "calls", "said", "say", "says"];

/// The critiques of a clause, or by somebody, or all of them.
pub(super) fn look_up(generation: &Generation, clause: Option<u32>, by: Option<&str>) -> Result<Answer, AnswerError> {
    let asked = match (clause, by) {
        (Some(number), Some(by)) => format!("clause {number}, by {by}"),
        (Some(number), None) => format!("clause {number}"),
        (None, Some(by)) => format!("by {by}"),
        (None, None) => "all".to_owned(),
    };
    let knowledge = generation.knowledge();
    if clause.is_some() && knowledge.clauses.is_empty() {
        return Ok(Answer::silent(generation, &asked, Silence::NoClauses));
    }
    if let Some(number) = clause.filter(|number| knowledge.clause(*number).is_none()) {
        return Ok(Answer::silent(generation, &asked, Silence::NoSuchClause { asked: number, count: knowledge.clause_count() }));
    }
    let found = matching(generation, clause, by);
    if found.is_empty() {
        return Ok(Answer::silent(generation, &asked, Silence::NoCritique));
    }
    answer(generation, &asked, found, usize::MAX)
}

/// The answer to a question that asks what somebody says, or what is said about a clause, if it is one: the critiques
/// that are meant, those that hold the question's other words first.
pub(super) fn asked_for(generation: &Generation, question: &Question) -> Result<Option<Answer>, AnswerError> {
    let words = &question.words;
    let holds = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let pointing = !question.clauses.refs.is_empty();
    // Most questions ask for nothing of the kind; who speaks is only looked for in those that may.
    if !(pointing || holds(JUDGING) || holds(SAYING)) {
        return Ok(None);
    }
    let by = speaker(generation, question, words)?;
    let judging = holds(JUDGING) || (by.is_some() && holds(SAYING));
    if !(judging && (pointing || by.is_some()) || pointing && by.is_some()) {
        return Ok(None);
    }
    let count = generation.knowledge().clause_count();
    let numbers: Vec<u32> = question.clauses.refs.iter().map(|clause| clause.number(count)).collect();
    let mut found = matching(generation, None, by.as_deref());
    found.retain(|critique| !pointing || critique.clauses.iter().any(|number| numbers.contains(number)));
    if found.is_empty() {
        return Ok(None);
    }
    let wanted: Vec<&QuestionTerm> = question.terms.iter().filter(|term| is_wanted(term, by.as_deref())).collect();
    let best = found.iter().map(|critique| shared(generation, critique, &wanted)).collect::<Result<Vec<_>, _>>()?;
    let most = best.iter().copied().max().unwrap_or(0);
    // Something else is asked for than any of the critiques speaks of: that is a matter for the search. "According to the
    // article" asks for a fact as often as for a view, so there a critique must speak of all that is asked for.
    let enough = if holds(JUDGING) { most * 2 >= wanted.len() } else { most >= wanted.len() };
    if !enough {
        return Ok(None);
    }
    let mut ordered: Vec<(usize, Critique)> = best.into_iter().zip(found).filter(|(shared, _)| *shared > 0 || wanted.is_empty()).collect();
    ordered.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let ordered = ordered.into_iter().map(|(_, critique)| critique).collect();
    let answer = answer(generation, &question.text, ordered, MOST_QUOTES)?;
    Ok(Some(Answer { settled: (pointing || !wanted.is_empty()) && most == wanted.len(), ..answer }))
}

/// Whether a question asks what is thought of something.
pub(super) fn asks_for_views(question: &Question) -> bool {
    question.words.iter().any(|word| JUDGING.contains(&word.as_str()))
}

/// The person or body that the question names and that says something in the corpus: by any name that the curators know,
/// by the whole name, or by the last word of one ("Knake") that hardly stands anywhere else.
fn speaker(generation: &Generation, question: &Question, words: &[String]) -> Result<Option<String>, AnswerError> {
    let knowledge = generation.knowledge();
    let rare = generation.passage_count() as u64 / RARE_SHARE;
    for by in knowledge.critiques.iter().map(|critique| &critique.by) {
        let mut parties = question.parties.iter().filter_map(|id| knowledge.party(id));
        let name: Vec<_> = terms(by).into_iter().filter(|term| !term.stop).collect();
        let last = name.last().filter(|last| words.contains(&last.word));
        let named = name.iter().all(|part| words.contains(&part.word)) || parties.any(|party| party.names().any(|name| name == by));
        let passages = last.map(|last| generation.document_frequency(&last.stem)).transpose()?;
        if named || passages.is_some_and(|passages| passages <= rare) {
            return Ok(Some(by.clone()));
        }
    }
    Ok(None)
}

/// Whether a term says what the critique is to be about, rather than that one is wanted or whose.
fn is_wanted(term: &QuestionTerm, by: Option<&str>) -> bool {
    let speaks = by.is_some_and(|by| {
        let name: Vec<String> = terms(by).into_iter().map(|term| term.stem).collect();
        name.contains(&term.term.stem) || term.others.iter().any(|other| other.iter().all(|stem| name.contains(stem)))
    });
    !speaks && term.weight >= ORDINARY_WEIGHT && ![JUDGING, SAYING].iter().any(|words| words.contains(&term.term.word.as_str()))
}

/// How many of the wanted terms a critique's words or topic hold.
fn shared(generation: &Generation, critique: &Critique, wanted: &[&QuestionTerm]) -> Result<usize, AnswerError> {
    let document = generation.document(&critique.anchor.source)?;
    let text = document.as_ref().and_then(|document| critique.anchor.span.of(&document.text)).unwrap_or_default();
    let stems: Vec<String> = terms(&format!("{text}\n{}", critique.topic)).into_iter().map(|term| term.stem).collect();
    Ok(wanted.iter().filter(|term| term.stands_among(&stems) > 0.0).count())
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
