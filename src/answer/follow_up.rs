//! Follow-ups that lean on what the answer before them showed, and not only on how it was asked for: "the second one?" when
//! several things were shown, "what do critics say?" when a clause was quoted.

use super::{Answer, AnswerError, Answerer, Context, Outcome, Quote, critiques};
use crate::search::{Question, Scope};
use crate::text::{ClauseRef, ClauseRefs, clause_refs, names_clauses, provision_refs};

impl Answerer {
    /// The answer to a follow-up that picks one of the things that the answer before it showed: one of the choices, or the
    /// passage that one of the quotes is from. Where clauses were spoken of, a number means a clause, and nothing is picked.
    pub(super) fn picked(&self, question: &Question, scope: &Scope) -> Result<Option<Answer>, AnswerError> {
        let Some(pick) = question.picks else { return Ok(None) };
        let Some(before) = self.before(question, scope)? else { return Ok(None) };
        let answer = match &before.outcome {
            Outcome::Ambiguous(choices) => match picked_of(choices, pick) {
                // Choices are clauses by their numbers and parties by their names.
                Some(choice) if clause_refs(&choice.ask).refs.is_empty() && provision_refs(&choice.ask).is_empty() => {
                    self.party(&choice.ask)?
                }
                Some(choice) => self.clause(&choice.ask)?,
                None => return Ok(None),
            },
            Outcome::Found(quotes) if quotes.len() > 1 && !question.leans_on.iter().any(|asked| names_clauses(asked)) => {
                let Some(quote) = picked_of(quotes, pick) else { return Ok(None) };
                let passage = self.context_of(quote.source(), quote.span())?.passage;
                Answer::found(&self.generation, &question.text, Quote::numbered(vec![passage]))
            }
            Outcome::Found(_) | Outcome::NotFound { .. } => return Ok(None),
        };
        Ok(Some(Answer { question: question.text.clone(), ..answer }))
    }

    /// The question as one about the clause that the answer before it quoted first, when it asks for views and says of what in
    /// no other way.
    pub(super) fn about_what_was_shown(&self, question: &Question, scope: &Scope) -> Result<Option<Question>, AnswerError> {
        if !question.clauses.refs.is_empty() || !question.parties.is_empty() || !critiques::asks_for_views(question) {
            return Ok(None);
        }
        let before = self.before(question, scope)?;
        let Some(clause) = before.and_then(|answer| answer.quotes().first().and_then(|quote| quote.clause())) else { return Ok(None) };
        let mut narrowed = question.clone();
        narrowed.clauses = ClauseRefs { refs: vec![ClauseRef::Number(clause)], ..ClauseRefs::default() };
        // Where nobody says anything of the clause, what was asked for is looked for everywhere.
        Ok(critiques::asked_for(&self.generation, &narrowed)?.map(|_| narrowed))
    }

    /// The answer to the question that this one leans on, made again.
    fn before(&self, question: &Question, scope: &Scope) -> Result<Option<Answer>, AnswerError> {
        let Some((last, earlier)) = question.leans_on.split_last() else { return Ok(None) };
        let earlier = Context { questions: earlier.to_vec() };
        self.answer_within(&self.question(last, Some(&earlier)), scope).map(Some)
    }
}

/// The one of `all` that is picked.
fn picked_of<T>(all: &[T], pick: ClauseRef) -> Option<&T> {
    let number = pick.number(u32::try_from(all.len()).unwrap_or(u32::MAX));
    usize::try_from(number).ok()?.checked_sub(1).and_then(|place| all.get(place))
}
