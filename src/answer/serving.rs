//! What is answered from now, and how it is exchanged while questions are being answered.

use std::sync::{Arc, PoisonError, RwLock};

use super::Answerer;

/// The answerer now in use. Every clone is of the same one. A question keeps the answerer that it began with, so that an
/// answer is never made of two states of the corpus.
#[derive(Clone)]
pub struct Serving(Arc<RwLock<Arc<Answerer>>>);

impl Serving {
    /// Begins with `answerer`.
    #[must_use]
    pub fn new(answerer: Arc<Answerer>) -> Self {
        Self(Arc::new(RwLock::new(answerer)))
    }

    /// The answerer for a question that begins now.
    #[must_use]
    pub fn current(&self) -> Arc<Answerer> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether somebody is being answered just now.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        Arc::strong_count(&self.0.read().unwrap_or_else(PoisonError::into_inner)) > 1
    }

    /// Lets questions that begin from now on be answered by `answerer`; gives back the one before. That one's files are
    /// closed when the last question that began with it is answered.
    pub fn replace(&self, answerer: Arc<Answerer>) -> Arc<Answerer> {
        std::mem::replace(&mut *self.0.write().unwrap_or_else(PoisonError::into_inner), answerer)
    }
}

impl From<Arc<Answerer>> for Serving {
    fn from(answerer: Arc<Answerer>) -> Self {
        Self::new(answerer)
    }
}
