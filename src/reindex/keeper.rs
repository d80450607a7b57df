//! What a running bot answers from, and all that changes it: one job at a time, and the exchange when it is done.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::courtesy::Courtesy;
use super::{CancelFlag, Diff, Done, Options, Outcome, Progress, ReindexError, run, take_up};
use crate::answer::{Answerer, Serving};
use crate::app::Places;
use crate::corpus::Problem;
use crate::index::{Generations, IndexError, Listed, RolledBack};

/// Keeps what is answered from, and changes it.
pub struct Keeper {
    places: Places,
    serving: Serving,
    /// The flag of the job that runs.
    running: Mutex<Option<CancelFlag>>,
    /// Why the corpus was refused when it was last to be taken up; empty when it was not.
    refused: Mutex<Vec<Problem>>,
}

/// The right to run a job; no other one can begin before it is given back.
pub struct Running {
    keeper: Arc<Keeper>,
    cancel: CancelFlag,
}

/// What is being served, and what could be.
pub struct Status {
    /// The generations that are kept, newest first.
    pub generations: Vec<Listed>,
    /// Whether a job is running.
    pub is_running: bool,
    /// Why the corpus was refused when it was last to be taken up; empty when it was not.
    pub refused: Vec<Problem>,
}

impl Keeper {
    /// Keeps what `answerer` answers from, of the corpus and the index at `places`.
    #[must_use]
    pub fn new(places: Places, answerer: Answerer) -> Arc<Self> {
        Arc::new(Self { places, serving: Serving::new(Arc::new(answerer)), running: Mutex::default(), refused: Mutex::default() })
    }

    /// What is answered from.
    #[must_use]
    pub fn serving(&self) -> &Serving {
        &self.serving
    }

    /// Where the corpus and the index are.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The corpus folder.
    #[must_use]
    pub fn corpus(&self) -> &Path {
        &self.places.corpus
    }

    /// Takes the right to run a job; nothing when one is running.
    #[must_use]
    pub fn begin(self: &Arc<Self>) -> Option<Running> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_some() {
            return None;
        }
        let cancel = CancelFlag::default();
        *running = Some(cancel.clone());
        Some(Running { keeper: Arc::clone(self), cancel })
    }

    /// Tells the job that runs to stop. Whether one did run is the answer.
    pub fn cancel(&self) -> bool {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.as_ref().map(CancelFlag::cancel).is_some()
    }

    /// What would be gone back from and to; nothing when there is nothing to go back to.
    ///
    /// # Errors
    /// The index's.
    pub fn way_back(&self) -> Result<Option<(String, String)>, IndexError> {
        let listed = Generations::at(&self.places.index).list()?;
        let mut from_current = listed.into_iter().skip_while(|listed| !listed.current);
        let Some(current) = from_current.next() else { return Ok(None) };
        Ok(from_current.find(|older| older.manifest.is_ok()).map(|older| (current.name, older.name)))
    }

    /// Goes back from the generation called `from` to the one before, and answers from it. Nothing is done, and nothing comes
    /// back, when `from` is not the current one any more.
    ///
    /// # Errors
    /// [`IndexError::Busy`] while a job runs; the index's. Then all stays as it is.
    pub fn rollback(self: &Arc<Self>, from: &str) -> Result<Option<RolledBack>, IndexError> {
        let generations = Generations::at(&self.places.index);
        let Some(_alone) = self.begin() else { return Err(IndexError::Busy(self.places.index.clone())) };
        if !generations.list()?.iter().any(|listed| listed.current && listed.name == from) {
            return Ok(None);
        }
        let back = generations.rollback()?;
        take_up(&self.places, &self.serving)?;
        Ok(Some(back))
    }

    /// What the current generation changed against the one before it; nothing when there is none before.
    ///
    /// # Errors
    /// The index's.
    pub fn last_diff(&self) -> Result<Option<Diff>, IndexError> {
        let generations = Generations::at(&self.places.index);
        let current = generations.open()?;
        let Some(before) = generations.before(&current.name)? else { return Ok(None) };
        Diff::between_generations(&before, &current.generation).map(Some)
    }

    /// Whether what is answered from was gone back to, and something newer is kept.
    #[must_use]
    pub fn is_rolled_back(&self) -> bool {
        self.status().is_ok_and(|status| status.generations.iter().any(|listed| listed.withdrawn))
    }

    /// Remembers why the corpus was refused; nothing when it was taken up.
    fn was_refused(&self, problems: &[Problem]) {
        problems.clone_into(&mut self.refused.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// What is being served, and what could be.
    ///
    /// # Errors
    /// The index's.
    pub fn status(&self) -> Result<Status, IndexError> {
        let generations = Generations::at(&self.places.index).list()?;
        let is_running = self.running.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Status { generations, is_running, refused })
    }
}

impl Running {
    /// Tells this job to stop.
    #[must_use]
    pub fn cancel_flag(&self) -> CancelFlag {
        self.cancel.clone()
    }

    /// Runs the job, which makes way for questions. What it published is answered from at once.
    ///
    /// # Errors
    /// Why nothing was published; then all stays as it is.
    pub fn run(self, options: &Options, progress: &dyn Fn(Progress)) -> Result<Outcome, ReindexError> {
        let keeper = &self.keeper;
        let courtesy = Courtesy::to(&keeper.serving);
        let watch = |step| {
            progress(step);
            courtesy.make_way();
        };
        let outcome = run(&keeper.places, options, &watch, &self.cancel);
        match &outcome {
            Ok(outcome) if outcome.outcome != Done::Planned => keeper.was_refused(&[]),
            Err(ReindexError::Corpus(wrong) | ReindexError::LeftOut(wrong)) if !options.dry_run => keeper.was_refused(&wrong.problems),
            Ok(_) | Err(_) => {}
        }
        let outcome = outcome?;
        if outcome.outcome != Done::Planned {
            take_up(&keeper.places, &keeper.serving).map_err(ReindexError::Index)?;
        }
        Ok(outcome)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        *self.keeper.running.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
