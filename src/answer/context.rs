//! What a follow-up can lean on: the questions of the conversation so far. It is small enough to travel in a file or a message,
//! so that a conversation outlives the process that began it.

use serde::{Deserialize, Serialize};

use super::{Answer, Outcome};
use crate::search::Question;

/// How many earlier questions are kept: what was asked longer ago is hardly meant.
const MOST_QUESTIONS: usize = 4;

/// A conversation, as far as the next question may lean on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The questions that led here, in order; each may lean on the one before it.
    pub questions: Vec<String>,
}

impl Context {
    /// What a follow-up to `answer` can lean on: nothing when the question led nowhere.
    pub(super) fn after(question: &Question, answer: &Answer) -> Option<Self> {
        if matches!(answer.outcome, Outcome::NotFound { .. }) {
            return None;
        }
        let mut questions = question.leans_on.clone();
        questions.push(question.text.clone());
        questions.drain(..questions.len().saturating_sub(MOST_QUESTIONS));
        Some(Self { questions })
    }
}
