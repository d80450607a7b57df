//! What comes of a question: a look-up when it points at a clause, a search otherwise; an answer only when it is sure
//! enough.

use super::select::{add, closest, select};
use super::{Answer, AnswerError, Choice, Outcome, Silence, clauses, critiques, parties, provisions, scope};
use crate::index::Generation;
use crate::search::{Question, Ranking, Scope, search};

/// How many passages are named as the closest when the corpus does not say.
const CLOSEST: usize = 3;

/// From this likeness on to a question that was anticipated, its answer goes before what was looked up by a clause's number
/// or a speaker's name: "is the Ministry of Justice in clause 4 the American one?" does not ask what clause 4 says.
const FORESEEN: f32 = 0.75;

/// A part of the corpus answers only when its best passage scores at least this share of what the best one anywhere does: the
/// curves were fitted on whole corpora, and the best of a small part looks surer than it is. Of the questions that the named
/// source does not answer, 10 in 100 are answered from it without this and 8 with it; of those that it does answer, 1 in 100 is
/// lost (400 development questions, each asked of five sources).
const NEARLY_AS_GOOD: f32 = 0.6;

/// Answers a question from what lies within `scope`.
pub(super) fn answer(generation: &Generation, question: &Question, scope: &Scope) -> Result<Answer, AnswerError> {
    let looked_up = look_up(generation, question, scope)?.and_then(|answer| scope::kept(answer, scope));
    let Some(looked_up) = looked_up else {
        let question = question.pointing_at_nothing();
        let ranking = search(generation, &question, scope)?;
        return if question.terms.is_empty() {
            Ok(Answer { ranking: Some(ranking), ..Answer::silent(generation, &question.text, Silence::NoWords) })
        } else {
            searched(generation, &question, ranking, scope)
        };
    };
    let ranking = search(generation, question, scope)?;
    if !looked_up.is_settled() && is_sure(&ranking) && ranking.anticipated() >= FORESEEN {
        return searched(generation, question, ranking, scope);
    }
    let outcome = match looked_up.outcome {
        // A look-up that answers only a part of what was asked is followed by what the search finds.
        Outcome::Found(quotes) if looked_up.card.is_none() && is_sure(&ranking) => {
            Outcome::Found(scope::quotes(add(generation, &ranking, quotes)?, scope))
        }
        outcome => outcome,
    };
    Ok(Answer { outcome, ranking: Some(ranking), ..looked_up })
}

/// The answer to a question that points at a clause, asks what somebody says or who somebody is, or is nothing but a name
/// that several things have.
fn look_up(generation: &Generation, question: &Question, scope: &Scope) -> Result<Option<Answer>, AnswerError> {
    if let Some(choices) = name_only(generation, question) {
        return Ok(Some(Answer::ambiguous(generation, &question.text, choices)));
    }
    if let Some(answer) = critiques::asked_for(generation, question)? {
        return Ok(Some(answer));
    }
    let curated = !generation.knowledge().clauses.is_empty();
    let numbered = generation.has_provisions()?;
    if numbered && (!curated || provisions::is_meant(generation, &question.text, scope)?) {
        let answer = provisions::asked_for(generation, question, scope)?;
        if answer.is_some() {
            return Ok(answer);
        }
    }
    if question.clauses.refs.is_empty() {
        return parties::asked_for(generation, question);
    }
    if !curated {
        return Ok(None);
    }
    let clause = clauses::asked_for(generation, question)?;
    // Where there is no clause of that number, there may be a provision.
    let is_none =
        clause.as_ref().is_none_or(|answer| matches!(answer.outcome, Outcome::NotFound { silence: Silence::NoSuchClause { .. }, .. }));
    let provision = if numbered && is_none { provisions::asked_for(generation, question, scope)? } else { None };
    Ok(provision.filter(|answer| matches!(answer.outcome, Outcome::Found(_) | Outcome::Ambiguous(_))).or(clause))
}

/// Whether a search found enough to be answered from.
fn is_sure(ranking: &Ranking) -> bool {
    ranking.is_sure(NEARLY_AS_GOOD)
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

fn searched(generation: &Generation, question: &Question, ranking: Ranking, scope: &Scope) -> Result<Answer, AnswerError> {
    let confidence = ranking.confidence.value;
    let quotes = if is_sure(&ranking) { scope::quotes(select(generation, &ranking)?, scope) } else { Vec::new() };
    let outcome = if quotes.is_empty() {
        Outcome::NotFound { silence: Silence::NotSaid, closest: closest(generation, &ranking, CLOSEST)? }
    } else {
        Outcome::Found(quotes)
    };
    let answer = Answer::looked_up(generation, &question.text, outcome, confidence);
    Ok(Answer { looked_up: false, ranking: Some(ranking), ..answer })
}
