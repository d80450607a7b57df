//! What goes wrong while somebody waits: a sentence with a short id for them, the cause with the same id for the operator.

use std::any::Any;
use std::hash::{BuildHasher, RandomState};
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use thiserror::Error;

use super::http::{Undelivered, chain};
use super::render::fit::name;
use crate::answer::AnswerError;
use crate::index::IndexError;
use crate::picture::PictureError;
use crate::store::StoreError;
use crate::words::Words;

/// The most that a name takes which somebody typed.
const NAMED: usize = 100;

/// Why somebody did not get an answer.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// No answer could be made.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// The answer did not get through.
    #[error(transparent)]
    Undelivered(#[from] Undelivered),
    /// Nothing can be remembered or looked up.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A picture could not be drawn.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The index, where nothing is answered from it.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A mistake of this program's.
    #[error("panicked: {0}")]
    Panic(String),
}

impl Failure {
    /// From what a panic carried.
    pub(super) fn panic(payload: &(dyn Any + Send)) -> Self {
        let text = payload.downcast_ref::<&str>().map(ToString::to_string);
        Self::Panic(text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default())
    }

    /// Logs the cause, once, and says what to tell whoever asked, if they can be told anything.
    fn report(&self, surface: &'static str, voice: &Words) -> Option<String> {
        if let Self::Undelivered(undelivered) = self
            && undelivered.nobody_listens()
        {
            tracing::warn!(surface, cause = %undelivered, "nobody is left to hear an answer");
            return None;
        }
        // What was asked for is not there: nothing is wrong on our side.
        if let Self::Answer(AnswerError::NoSuchSource(missing)) = self {
            let asked = name(&missing.asked, NAMED);
            return Some(match &missing.nearest {
                Some(nearest) => voice.no_such_source_near(&asked, &name(nearest, NAMED)),
                None => voice.no_such_source(&asked),
            });
        }
        let incident = incident();
        tracing::error!(incident, surface, cause = %chain(self), "somebody did not get an answer");
        Some(match self {
            Self::Answer(AnswerError::Unproven(_)) => voice.unproven(&incident),
            _ => voice.broken(&incident),
        })
    }
}

/// Eight hexadecimal digits that nobody has seen before.
pub(super) fn incident() -> String {
    let random = RandomState::new().hash_one(std::time::SystemTime::now());
    format!("{:08x}", random >> 32)
}

/// Does the work for one event. When it fails, or panics, the operator sees why, and what comes back is to be told to
/// whoever asked.
pub(super) async fn guarded(surface: &'static str, voice: &Words, work: impl Future<Output = Result<(), Failure>>) -> Option<String> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(())) => None,
        Ok(Err(failure)) => failure.report(surface, voice),
        Err(payload) => Failure::panic(payload.as_ref()).report(surface, voice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_sentence_with_an_id() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let told = runtime.block_on(guarded("test", Words::english(), async { panic!("planned") })).unwrap();
        let id = told.strip_suffix('.').unwrap().rsplit(' ').next().unwrap();
        assert!(id.len() == 8 && id.chars().all(|c| c.is_ascii_hexdigit()), "{told}");
        assert!(!told.contains("planned"));
    }
}
