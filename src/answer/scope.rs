//! Answers from a part of the corpus: one source, one lane, or both.

use thiserror::Error;

use super::{Answer, AnswerError, Answerer, Card, Outcome, Quote, Silence, decide};
use crate::search::{Question, Scope, passages_within};
use crate::text::nearest;

/// A source was asked for that is not in the corpus.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no source \"{asked}\": {}", next_step(.nearest.as_deref()))]
pub struct NoSuchSource {
    /// The id that was asked for.
    pub asked: String,
    /// The id that was probably meant.
    pub nearest: Option<String>,
}

/// A part of the corpus that is silent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// What was searched.
    pub scope: Scope,
    /// The title of its source, when it is one source.
    pub title: Option<String>,
    /// How many passages it holds.
    pub passages: u64,
    /// Whether something outside of it answers.
    pub elsewhere: bool,
}

fn next_step(nearest: Option<&str>) -> String {
    match nearest {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => "`accord sources` lists them".to_owned(),
    }
}

impl Answerer {
    /// Answers a question from what lies within `scope` alone. Where that is silent, it is told whether the rest of the corpus
    /// is too.
    ///
    /// # Errors
    /// [`AnswerError::NoSuchSource`], the index's, or that a quote could not be proven.
    pub fn answer_within(&self, question: &Question, scope: &Scope) -> Result<Answer, AnswerError> {
        let title = self.known(scope)?;
        if let Some(answer) = self.picked(question, scope)? {
            return Ok(Self::in_context(question, answer));
        }
        let narrowed = self.about_what_was_shown(question, scope)?;
        let question = narrowed.as_ref().unwrap_or(question);
        let mut answer = Self::in_context(question, decide::answer(&self.generation, question, scope)?);
        if scope.is_everything() {
            return Ok(answer);
        }
        if let Outcome::NotFound { silence, .. } = &mut answer.outcome
            && *silence == Silence::NotSaid
        {
            let everywhere = decide::answer(&self.generation, question, &Scope::default())?;
            let elsewhere = matches!(everywhere.outcome, Outcome::Found(_));
            let passages = passages_within(&self.generation, scope)?;
            *silence = Silence::NotWithin(Box::new(Searched { scope: scope.clone(), title, passages, elsewhere }));
        }
        Ok(Answer { scope: scope.clone(), ..answer })
    }

    /// The title of the source that `scope` names, if it names one.
    pub(super) fn known(&self, scope: &Scope) -> Result<Option<String>, AnswerError> {
        let Some(id) = scope.source.as_deref() else { return Ok(None) };
        match self.generation.entry(id)? {
            Some(entry) => Ok(Some(entry.source.title)),
            None => Err(self.no_such_source(id).into()),
        }
    }

    /// That there is no source of this id, with the one that was probably meant.
    #[must_use]
    pub fn no_such_source(&self, asked: &str) -> NoSuchSource {
        // In an order of their own, so that of two ids that are equally near the same one is always named.
        // What cannot be read now is not named.
        let mut ids: Vec<String> = self.generation.source_ids().flatten().collect();
        ids.sort_unstable();
        NoSuchSource { asked: asked.to_owned(), nearest: nearest(asked, ids.iter().map(String::as_str)).map(str::to_owned) }
    }
}

/// The quotes that lie within `scope`, numbered anew. Sentences of two voices that were joined to one quote are neither's.
pub(super) fn quotes(quotes: Vec<Quote>, scope: &Scope) -> Vec<Quote> {
    Quote::numbered(quotes.into_iter().filter(|quote| scope.holds(quote.source(), quote.lane())).collect())
}

/// What is left of a look-up within `scope`; nothing when all that it quotes stands elsewhere.
pub(super) fn kept(answer: Answer, scope: &Scope) -> Option<Answer> {
    if scope.is_everything() {
        return Some(answer);
    }
    let holds = |quote: &Quote| scope.holds(quote.source(), quote.lane());
    let Answer { outcome, card, .. } = answer;
    let (outcome, card) = match outcome {
        Outcome::Found(quotes) => {
            let card = match card {
                Some(Card::Critiques(critiques)) => {
                    let kept = quotes.iter().zip(critiques).filter(|(quote, _)| holds(quote)).map(|(_, critique)| critique);
                    Some(Card::Critiques(kept.collect()))
                }
                card => card,
            };
            let kept = self::quotes(quotes, scope);
            if kept.is_empty() {
                return None;
            }
            (Outcome::Found(kept), card)
        }
        // What comes closest is looked for within the scope, not in the clause that lies outside of it.
        Outcome::NotFound { silence: Silence::NotSaid, closest } if !closest.iter().all(holds) => return None,
        outcome => (outcome, card),
    };
    Some(Answer { outcome, card, ..answer })
}
