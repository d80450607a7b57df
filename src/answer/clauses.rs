//! Clauses looked up by number, heading, topic or first words.

use super::quote::Quote;
use super::{Answer, AnswerError, Card, Choice, Outcome, Silence};
use crate::corpus::{Anchor, Clause, Knowledge};
use crate::index::{Generation, IndexError, StoredDocument};
use crate::search::{Question, QuestionTerm};
use crate::text::{Span, clause_refs, sentences, terms};

/// Words that ask for a clause as a whole, and say nothing of what is looked for in it.
const WHOLE: &[&str] = &[
    "accord",
    "agreement",
    "bullet",
    "clause",
    "complete",
    "content",
    "contents",
    "cover",
    "covers",
    "cyber",
    "deal",
    "entire",
    "exact",
    "exactly",
    "fact",
    "full",
    "literally",
    "one",
    "pact",
    "point",
    "provision",
    "provisions",
    "quote",
    "read",
    "sheet",
    "state",
    "states",
    "summarise",
    "summarize",
    "summary",
    "text",
    "treaty",
    "us",
    "verbatim",
    "whole",
    "word",
    "wording",
    "words",
];

/// The clause that `which` names: by number, by heading, by topic, by its first words, or by most of its words.
pub(super) fn look_up(generation: &Generation, which: &str) -> Result<Answer, AnswerError> {
    let knowledge = generation.knowledge();
    if knowledge.clauses.is_empty() {
        return Ok(Answer::silent(generation, which, Silence::NoClauses));
    }
    let refs = clause_refs(which);
    if let Some(first) = refs.refs.first() {
        let number = first.number(knowledge.clause_count());
        return match knowledge.clause(number) {
            Some(clause) => whole(generation, which, &[clause]),
            None => Ok(Answer::silent(generation, which, Silence::NoSuchClause { asked: number, count: knowledge.clause_count() })),
        };
    }
    match matching(generation, which)?.as_slice() {
        [] => Ok(Answer::silent(generation, which, Silence::UnknownClause)),
        [clause] => whole(generation, which, &[clause]),
        many => Ok(Answer::ambiguous(generation, which, many.iter().map(|clause| choice(clause)).collect())),
    }
}

/// The answer to a question that points at clauses: told that there is none of that number, the clauses whole, or,
/// when the question asks for something in one, the sentences that hold it. Nothing when the pointing may mean
/// something else.
pub(super) fn asked_for(generation: &Generation, question: &Question) -> Result<Option<Answer>, AnswerError> {
    let knowledge = generation.knowledge();
    let count = knowledge.clause_count();
    let mut found = Vec::new();
    for number in question.clauses.refs.iter().map(|clause| clause.number(count)) {
        match knowledge.clause(number) {
            Some(clause) => found.push(clause),
            None if question.clauses.certain => {
                return Ok(Some(Answer::silent(generation, &question.text, Silence::NoSuchClause { asked: number, count })));
            }
            None => return Ok(None),
        }
    }
    let wanted: Vec<&QuestionTerm> = question.terms.iter().filter(|term| !asks_for_the_whole(&term.term.word)).collect();
    if wanted.is_empty() {
        return whole(generation, &question.text, &found).map(Some);
    }
    within(generation, question, &found, &wanted)
}

/// The clauses, each quoted whole.
fn whole(generation: &Generation, asked: &str, clauses: &[&Clause]) -> Result<Answer, AnswerError> {
    let mut quotes = Vec::new();
    for clause in clauses.iter().take(super::MOST_QUOTES) {
        quotes.push(Quote::at(generation, &clause.anchor)?);
    }
    let answer = Answer::found(generation, asked, Quote::numbered(quotes));
    Ok(match clauses {
        [clause] => answer.with_card(Card::Clause(Box::new((*clause).clone()))),
        _ => answer,
    })
}

/// The sentences of the clauses that hold the most of what is wanted. When they hold less than half of it, the question is
/// searched for like any other, unless it asks what the clauses themselves say: then they do not say it.
fn within(
    generation: &Generation,
    question: &Question,
    clauses: &[&Clause],
    wanted: &[&QuestionTerm],
) -> Result<Option<Answer>, AnswerError> {
    let mut quotes = Vec::new();
    let mut held = 0.0_f32;
    for clause in clauses.iter().take(super::MOST_QUOTES) {
        let document = document(generation, clause)?;
        let text = clause.anchor.span.of(&document.text).unwrap_or_default();
        let mut best: (f32, Span) = (0.0, clause.anchor.span);
        for sentence in sentences(text) {
            let stems: Vec<String> = terms(sentence.of(text).unwrap_or_default()).into_iter().map(|term| term.stem).collect();
            let shared: f32 = wanted.iter().map(|wanted| wanted.stands_among(&stems)).sum();
            if shared > best.0 {
                best = (shared, sentence.shifted(clause.anchor.span.start));
            }
        }
        held = held.max(best.0);
        quotes.push(Quote::at(generation, &Anchor { source: clause.anchor.source.clone(), span: best.1 })?);
    }
    Ok(answered_within(generation, question, Quote::numbered(quotes), held, wanted.len()))
}

/// The answer that these sentences of what was pointed at are, when `held` of the `wanted` terms stand in one of them.
pub(super) fn answered_within(
    generation: &Generation,
    question: &Question,
    quotes: Vec<Quote>,
    held: f32,
    wanted: usize,
) -> Option<Answer> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of terms")]
    if held * 2.0 >= wanted as f32 {
        return Some(Answer::found(generation, &question.text, quotes));
    }
    let outcome = Outcome::NotFound { silence: Silence::NotSaid, closest: quotes };
    asks_what_it_says(question).then(|| Answer::looked_up(generation, &question.text, outcome, 0.0))
}

/// Whether a word only asks for a clause as a whole.
pub(super) fn asks_for_the_whole(word: &str) -> bool {
    WHOLE.contains(&word)
}

/// "What does clause 3 say about …", "does clause 2 mention …".
fn asks_what_it_says(question: &Question) -> bool {
    const SAYING: &[&str] = &[
        "cover", "covers", "demand", "demands", "mention", "mentions", "provide", "provides", "require", "requires", "say", "says",
        "state", "states",
    ];
    question.words.iter().any(|word| SAYING.contains(&word.as_str()))
}

/// The clauses that `which` may mean, the most likely first; more than one only when they are equally likely.
fn matching<'g>(generation: &'g Generation, which: &str) -> Result<Vec<&'g Clause>, AnswerError> {
    let wanted: Vec<String> = terms(which).into_iter().filter(|term| !term.stop).map(|term| term.stem).collect();
    let mut best: (f32, Vec<&Clause>) = (0.0, Vec::new());
    for clause in &generation.knowledge().clauses {
        let document = document(generation, clause)?;
        let text = clause.anchor.span.of(&document.text).unwrap_or_default();
        let filed = format!("{}\n{}", clause.heading, clause.topics.join("\n"));
        let score = if starts_alike(text, which) { 10.0 } else { share(&wanted, &filed) * 2.0 + share(&wanted, text) };
        if score > best.0 + f32::EPSILON {
            best = (score, vec![clause]);
        } else if score > 0.0 && (score - best.0).abs() <= f32::EPSILON {
            best.1.push(clause);
        }
    }
    // Less than half of the words in the clause's text, and none in its heading or topics, is a coincidence.
    Ok(if best.0 >= 0.5 { best.1 } else { Vec::new() })
}

/// The share of `wanted` that stands in `text`.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn share(wanted: &[String], text: &str) -> f32 {
    let stems: Vec<String> = terms(text).into_iter().map(|term| term.stem).collect();
    let held = wanted.iter().filter(|stem| stems.contains(stem)).count();
    held as f32 / wanted.len().max(1) as f32
}

fn starts_alike(text: &str, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    // Every clause may begin alike ("The United States and China agree"): fewer letters than these say nothing.
    typed.chars().count() >= 12 && text.to_lowercase().starts_with(&typed)
}

/// The clauses whose number, heading, topics or first words hold what was typed so far.
pub(super) fn choices(knowledge: &Knowledge, typed: &str) -> Vec<Choice> {
    let typed = typed.trim().to_lowercase();
    let refs = clause_refs(&typed);
    let count = knowledge.clause_count();
    let matches = |clause: &&Clause| {
        typed.is_empty()
            || refs.refs.iter().any(|wanted| wanted.number(count) == clause.number)
            || format!("clause {}", clause.number).contains(&typed)
            || clause.heading.to_lowercase().contains(&typed)
            || clause.topics.iter().any(|topic| topic.to_lowercase().contains(&typed))
    };
    knowledge.clauses.iter().filter(matches).map(choice).collect()
}

fn choice(clause: &Clause) -> Choice {
    Choice {
        label: format!("Clause {}: {}", clause.number, clause.heading),
        description: clause.topics.iter().take(4).cloned().collect::<Vec<_>>().join(", "),
        ask: format!("clause {}", clause.number),
    }
}

fn document(generation: &Generation, clause: &Clause) -> Result<StoredDocument, AnswerError> {
    let found = generation.document(&clause.anchor.source)?;
    Ok(found.ok_or_else(|| IndexError::Inconsistent(format!("clause {} has no document", clause.number)))?)
}
