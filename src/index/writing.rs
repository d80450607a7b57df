//! Changing the folder of generations: publishing a new one, and rolling back to an older one. One writer at a time, over
//! all processes.
//!
//! A build writes `gen-N.tmp`, verifies it, renames it to `gen-N` and then replaces the file `CURRENT`. A process that ends
//! anywhere between leaves the old generation current, and what it left is cleared away by the next writer.

use std::fs::{self, File, TryLockError};

use super::build::{Step, Watch, go_on};
use super::draft::{Place, Unfinished};
use super::generations::LOCK;
use super::manifest::sync_folder;
use super::pointer::{self, Pointer};
use super::{Draft, Generation, Generations, IndexError, Manifest};
use crate::corpus::Corpus;

/// How many generations are kept when nobody says: the current one, and two to fall back on.
pub const USUALLY_KEPT: usize = 3;
/// The fewest that can be kept: the current one, and one to fall back on.
pub const FEWEST_KEPT: usize = 2;

/// The right to change a folder of generations. Nobody else has it until this is dropped.
pub struct Writing<'g> {
    generations: &'g Generations,
    lock: File,
}

/// A generation that was published.
#[derive(Debug)]
pub struct Published {
    /// Its name.
    pub name: String,
    /// What it says of itself.
    pub manifest: Manifest,
}

/// What a roll-back came to.
#[derive(Debug)]
pub struct RolledBack {
    /// The generation that was current.
    pub from: String,
    /// The one that is current now.
    pub to: String,
    /// What that one says of itself.
    pub manifest: Manifest,
}

impl<'g> Writing<'g> {
    /// Takes the right, and clears away what a writer that was killed left behind.
    pub(super) fn begin(generations: &'g Generations) -> Result<Self, IndexError> {
        let root = generations.root();
        fs::create_dir_all(root).map_err(IndexError::io(root))?;
        let path = root.join(LOCK);
        let lock = File::create(&path).map_err(IndexError::io(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(IndexError::Busy(root.to_owned())),
            Err(TryLockError::Error(error)) => return Err(IndexError::Io { file: path, error }),
        }
        let writing = Self { generations, lock };
        writing.remove_leftovers()?;
        Ok(writing)
    }

    /// Builds a generation of `corpus` and checks it. What `before` holds as it would be read is taken over from there. `kept` is
    /// how many generations stay when it is published; when that is not said, as many as were kept before.
    ///
    /// # Errors
    /// Whatever stopped it; nothing of it is left then.
    pub fn draft(&self, corpus: &Corpus, before: Option<&Generation>, kept: Option<usize>, watch: Watch<'_>) -> Result<Draft, IndexError> {
        let root = self.generations.root();
        let number = self.generations.names()?.iter().map(|(number, _)| *number).max().unwrap_or(0) + 1;
        let unfinished = Unfinished(root.join(format!("{}.tmp", name(number))));
        fs::create_dir(&unfinished.0).map_err(IndexError::io(&unfinished.0))?;
        let kept = kept.or_else(|| self.kept_before()).unwrap_or(USUALLY_KEPT).max(FEWEST_KEPT);
        Draft::build(Place::Beside(number, unfinished), corpus, before, kept, watch)
    }

    /// Makes a draft the current generation. Of those before it as many stay as make the number with it that it was drafted with.
    ///
    /// # Errors
    /// Whatever stopped it; the generation that was current before then still is.
    pub fn publish(&self, draft: Draft, watch: Watch<'_>) -> Result<Published, IndexError> {
        go_on(watch, Step::Publishing)?;
        let root = self.generations.root();
        let manifest = draft.generation().manifest().clone();
        let (place, kept) = draft.closed();
        let Place::Beside(number, unfinished) = place else {
            return Err(IndexError::Inconsistent("a draft that is only to be looked at is not published".to_owned()));
        };
        let name = name(number);
        let finished = root.join(&name);
        fs::rename(&unfinished.0, &finished).map_err(IndexError::io(&finished))?;
        sync_folder(root)?;
        self.remove_withdrawn(Some(number))?;
        Pointer { name: name.clone(), rolled_back_from: None }.write(root)?;
        self.prune(kept)?;
        Ok(Published { name, manifest })
    }

    /// Makes the newest sound generation before the current one the current one, until the next one is published.
    ///
    /// # Errors
    /// [`IndexError::NoneBefore`] when there is none; the disk's.
    pub fn roll_back(&self) -> Result<RolledBack, IndexError> {
        let root = self.generations.root();
        let mut names = self.generations.names()?;
        names.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
        let named = self.current_number()?.and_then(|current| names.iter().find(|(number, _)| *number == current));
        let Some((current, from)) = named.or(names.first()).cloned() else { return Err(IndexError::None(root.to_owned())) };
        let mut reasons = Vec::new();
        for (_, to) in names.into_iter().filter(|(number, _)| *number < current) {
            match Generation::open(&root.join(&to)) {
                Ok(generation) => {
                    Pointer { name: to.clone(), rolled_back_from: Some(from.clone()) }.write(root)?;
                    return Ok(RolledBack { from, to, manifest: generation.manifest().clone() });
                }
                Err(error) => reasons.push(format!("{to}: {error}")),
            }
        }
        let reasons = if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join("; ")) };
        Err(IndexError::NoneBefore { current: from, reasons })
    }

    /// Lets the corpus folder be followed again after a roll-back, with the current generation as it is: the folder holds
    /// what that one was built from.
    ///
    /// # Errors
    /// The disk's.
    pub fn settle(&self) -> Result<(), IndexError> {
        let root = self.generations.root();
        if let Some(pointer) = Pointer::read(root).filter(|pointer| pointer.rolled_back_from.is_some()) {
            self.remove_withdrawn(None)?;
            Pointer { rolled_back_from: None, ..pointer }.write(root)?;
        }
        Ok(())
    }

    /// The number of the generation that the pointer names, if that is there.
    fn current_number(&self) -> Result<Option<u64>, IndexError> {
        let Some(pointer) = Pointer::read(self.generations.root()) else { return Ok(None) };
        Ok(self.generations.names()?.into_iter().find(|(_, name)| *name == pointer.name).map(|(number, _)| number))
    }

    /// How many generations were kept when the current one was built, if somebody said.
    fn kept_before(&self) -> Option<usize> {
        let root = self.generations.root();
        let manifest = Manifest::read(&root.join(Pointer::read(root)?.name)).ok()?;
        Some(manifest.kept).filter(|kept| *kept > 0)
    }

    /// Removes what a build that was killed left behind.
    fn remove_leftovers(&self) -> Result<(), IndexError> {
        let root = self.generations.root();
        let pointer = pointer::unfinished(root);
        if pointer.exists() {
            fs::remove_file(&pointer).map_err(IndexError::io(&pointer))?;
        }
        for entry in fs::read_dir(root).map_err(IndexError::io(root))? {
            let path = entry.map_err(IndexError::io(root))?.path();
            let unfinished =
                path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("gen-") && name.ends_with(".tmp"));
            if unfinished {
                fs::remove_dir_all(&path).map_err(IndexError::io(&path))?;
            }
        }
        Ok(())
    }

    /// Removes the generations that are newer than the current one: they were rolled back from, or never became current, and
    /// are nothing to fall back on. `published` is the one that is about to become current.
    fn remove_withdrawn(&self, published: Option<u64>) -> Result<(), IndexError> {
        let Some(current) = self.current_number()? else { return Ok(()) };
        for (number, name) in self.generations.names()? {
            if number > current && Some(number) != published {
                self.remove(&name);
            }
        }
        Ok(())
    }

    /// Removes the oldest generations.
    fn prune(&self, kept: usize) -> Result<(), IndexError> {
        let mut names = self.generations.names()?;
        names.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
        for (_, name) in names.iter().skip(kept) {
            self.remove(name);
        }
        Ok(())
    }

    /// Removes a generation. One that cannot be removed (open elsewhere, on Windows) stays until the next time.
    fn remove(&self, name: &str) {
        if let Err(error) = fs::remove_dir_all(self.generations.root().join(name)) {
            tracing::warn!(generation = %name, %error, "an old generation could not be removed");
        }
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        // Closing the file is not enough: a child process that is being started just now has it open too, for a moment, and
        // would hold the lock on. What cannot be unlocked is unlocked when the last of them is closed.
        let _ = self.lock.unlock();
    }
}

/// What the generation with this number is called.
fn name(number: u64) -> String {
    format!("gen-{number:06}")
}
