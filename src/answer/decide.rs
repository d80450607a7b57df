//! What comes of a question: a look-up when it points at a clause, a search otherwise; an answer only when it is sure
//! enough.

use super::select::{add, closest, select};
use super::{Answer, AnswerError, Choice, Outcome, Silence, clauses, critiques, parties};
use crate::index::Generation;
use crate::search::{CONFIDENT, Question, Ranking, search};

/// How many passages are named as the closest when the corpus does not say.
const CLOSEST: usize = 3;

/// From this likeness on to a question that was anticipated, its answer goes before what was looked up by a clause's number
/// or a speaker's name: "is the Ministry of Justice in clause 4 the American one?" does not ask what clause 4 says.
const FORESEEN: f32 = 0.75;

/// Answers a question.
pub(super) fn answer(generation: &Generation, question: &Question) -> Result<Answer, AnswerError> {
    let Some(looked_up) = look_up(generation, question)? else {
        let question = question.pointing_at_nothing();
        let ranking = search(generation, &question)?;
        return if question.terms.is_empty() {
            Ok(Answer { ranking: Some(ranking), ..Answer::silent(generation, &question.text, Silence::NoWords) })
        } else {
            searched(generation, &question, ranking)
        };
    };
    let ranking = search(generation, question)?;
    if !looked_up.is_settled() && is_sure(&ranking) && ranking.anticipated() >= FORESEEN {
        return searched(generation, question, ranking);
    }
    let outcome = match looked_up.outcome {
        // A look-up that answers only a part of what was asked is followed by what the search finds.
        Outcome::Found(quotes) if looked_up.card.is_none() && is_sure(&ranking) => Outcome::Found(add(generation, &ranking, quotes)?),
        outcome => outcome,
    };
    Ok(Answer { outcome, ranking: Some(ranking), ..looked_up })
}

/// The answer to a question that points at a clause, asks what somebody says or who somebody is, or is nothing but a name
/// that several things have.
fn look_up(generation: &Generation, question: &Question) -> Result<Option<Answer>, AnswerError> {
    if let Some(choices) = name_only(generation, question) {
        return Ok(Some(Answer::ambiguous(generation, &question.text, choices)));
    }
    if let Some(answer) = critiques::asked_for(generation, question)? {
        return Ok(Some(answer));
    }
    if question.clauses.refs.is_empty() {
        return parties::asked_for(generation, question);
    }
    if generation.knowledge().clauses.is_empty() {
        return Ok(None);
    }
    clauses::asked_for(generation, question)
}

/// Whether a search found enough to be answered from.
fn is_sure(ranking: &Ranking) -> bool {
    ranking.confidence.value >= CONFIDENT && !ranking.hits.is_empty()
}

/// The choices, when the question is nothing but a name that more than one party has.
fn name_only(generation: &Generation, question: &Question) -> Option<Vec<Choice>> {
    let typed = question.terms.len();
    let parties: Vec<_> = question.parties.iter().filter_map(|id| generation.knowledge().party(id)).collect();
    let alone = question.clauses.refs.is_empty()
        && parties.len() > 1
        && parties.iter().all(|party| {
            party.names().any(|name| {
                let stems: Vec<String> = crate::text::terms(name).into_iter().filter(|term| !term.stop).map(|term| term.stem).collect();
                stems.len() == typed && question.terms.iter().all(|term| stems.contains(&term.term.stem))
            })
        });
    alone.then(|| {
        parties.iter().map(|party| Choice { label: party.name.clone(), description: party.role.clone(), ask: party.name.clone() }).collect()
    })
}

fn searched(generation: &Generation, question: &Question, ranking: Ranking) -> Result<Answer, AnswerError> {
    let confidence = ranking.confidence.value;
    let outcome = if is_sure(&ranking) {
        Outcome::Found(select(generation, &ranking)?)
    } else {
        Outcome::NotFound { silence: Silence::NotSaid, closest: closest(generation, &ranking, CLOSEST)? }
    };
    let answer = Answer::looked_up(generation, &question.text, outcome, confidence);
    Ok(Answer { looked_up: false, ranking: Some(ranking), ..answer })
}
