//! A generation that was built and checked and is not published: it can be looked at, and published or let go.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::build::{Built, Step, Watch, build, go_on};
use super::writing::FEWEST_KEPT;
use super::{Generation, IndexError};
use crate::corpus::{Corpus, Problem};

/// How many passages must find themselves in a new generation.
const SAMPLED: usize = 50;

/// A generation that nobody is answered from yet. Dropped, it leaves nothing behind.
pub struct Draft {
    // Closed before its folder is removed.
    generation: Generation,
    place: Place,
    left_out: Vec<Problem>,
    reused: u64,
    kept: usize,
}

/// Where a draft is.
pub(super) enum Place {
    /// In the folder of generations, to become the one with this number.
    Beside(u64, Unfinished),
    /// Elsewhere, only to be looked at.
    Apart(TempDir),
}

/// A folder that is being filled. It is removed when the filling ends early.
pub(super) struct Unfinished(pub(super) PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It is not there any more when all went well; what cannot be removed now is removed by the next writer.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Place {
    fn dir(&self) -> &Path {
        match self {
            Self::Beside(_, unfinished) => &unfinished.0,
            Self::Apart(folder) => folder.path(),
        }
    }
}

impl Draft {
    /// Builds a generation of `corpus` in the system's folder for throw-away files. What `before` holds as it would be read is
    /// taken over from there.
    ///
    /// # Errors
    /// Whatever stopped it.
    pub fn apart(corpus: &Corpus, before: Option<&Generation>, watch: Watch<'_>) -> Result<Self, IndexError> {
        let folder = TempDir::new().map_err(IndexError::io(&std::env::temp_dir()))?;
        Self::build(Place::Apart(folder), corpus, before, FEWEST_KEPT, watch)
    }

    /// Builds a generation of `corpus` in an empty folder and checks it.
    pub(super) fn build(
        place: Place,
        corpus: &Corpus,
        before: Option<&Generation>,
        kept: usize,
        watch: Watch<'_>,
    ) -> Result<Self, IndexError> {
        let Built { left_out, reused } = build(corpus, before, place.dir(), kept, watch)?;
        go_on(watch, Step::Verifying)?;
        let generation = Generation::open(place.dir())?;
        verify(&generation)?;
        Ok(Self { generation, place, left_out, reused, kept })
    }

    /// The generation as it would be.
    #[must_use]
    pub fn generation(&self) -> &Generation {
        &self.generation
    }

    /// What could not be read and is left out.
    #[must_use]
    pub fn left_out(&self) -> &[Problem] {
        &self.left_out
    }

    /// How many of its documents were taken over as they were, and not read.
    #[must_use]
    pub fn reused(&self) -> u64 {
        self.reused
    }

    /// Closes it, and gives where it is and how many generations are kept with it.
    pub(super) fn closed(self) -> (Place, usize) {
        (self.place, self.kept)
    }
}

/// Asks a new generation for its own passages: each sampled one must be found by a term of its own.
fn verify(generation: &Generation) -> Result<(), IndexError> {
    let count = generation.passage_count();
    let step = (count / SAMPLED).max(1);
    for ordinal in (0..count).step_by(step) {
        let stored = generation.passage(ordinal)?;
        let document = generation.document(&stored.passage.source)?;
        let words = document.as_ref().and_then(|document| stored.passage.span.of(&document.text));
        let Some(words) = words else {
            return Err(IndexError::Inconsistent(format!("passage {} is not in its document", stored.passage.id)));
        };
        let Some(term) = crate::text::terms(words).into_iter().find(|term| !term.stop) else { continue };
        if generation.document_frequency(&term.stem)? == 0 {
            return Err(IndexError::Inconsistent(format!("passage {} cannot be found by \"{}\"", stored.passage.id, term.stem)));
        }
    }
    Ok(())
}
