//! The folder of generations: one is current, a few older ones stay for falling back.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::build::{Progress, Step};
use super::pointer::{CURRENT, Pointer};
use super::writing::{RolledBack, Writing};
use super::{Generation, IndexError, Manifest};
use crate::corpus::{Corpus, CorpusError};

/// Held while the folder is changed, so that two builds do not take the same number.
pub(super) const LOCK: &str = "LOCK";

/// The folder of generations.
#[derive(Debug, Clone)]
pub struct Generations {
    root: PathBuf,
}

/// A generation that was opened, and why it is not the current one if it is not.
pub struct Opened {
    /// The generation.
    pub generation: Generation,
    /// Its name.
    pub name: String,
    /// What is wrong with newer ones, for the operator.
    pub fell_back: Option<String>,
    /// The generation that was current before somebody rolled back. As long as there is one, the index stays as it is,
    /// whatever the corpus folder holds.
    pub rolled_back_from: Option<String>,
}

/// A generation that is there, for a list.
#[derive(Debug)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether it is the current one.
    pub current: bool,
    /// Whether it is newer than the current one: it was rolled back from, or never became current.
    pub withdrawn: bool,
    /// What it says of itself, when all of its files are as they were written; otherwise what is wrong.
    pub manifest: Result<Manifest, IndexError>,
}

impl Generations {
    /// The generations under `root`, which need not exist yet.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Opens the current generation, or, when it is damaged, the newest before it that is not. One that is newer than the
    /// current one is the last choice: it was withdrawn.
    ///
    /// # Errors
    /// [`IndexError::None`] when nothing was built yet; what is wrong with each when none can be used.
    pub fn open(&self) -> Result<Opened, IndexError> {
        let pointer = Pointer::read(&self.root);
        let mut names = self.names()?;
        let current = pointer.as_ref().and_then(|pointer| names.iter().find(|(_, name)| *name == pointer.name)).map(|(number, _)| *number);
        names.sort_by_key(|(number, _)| (current.is_some_and(|current| *number > current), Reverse(*number)));
        let mut reasons = Vec::new();
        match &pointer {
            _ if names.is_empty() => {}
            None => reasons.push(format!("{CURRENT} is missing")),
            Some(_) if current.is_none() => reasons.push(format!("{CURRENT} names no generation that is there")),
            Some(_) => {}
        }
        let rolled_back_from = pointer.and_then(|pointer| pointer.rolled_back_from);
        for (_, name) in &names {
            match Generation::open(&self.root.join(name)) {
                Ok(generation) => {
                    let fell_back = (!reasons.is_empty()).then(|| format!("{}; using {name}", reasons.join("; ")));
                    return Ok(Opened { generation, name: name.clone(), fell_back, rolled_back_from });
                }
                Err(error) => reasons.push(format!("{name}: {error}")),
            }
        }
        if names.is_empty() {
            Err(IndexError::None(self.root.clone()))
        } else {
            Err(IndexError::NoneUsable { root: self.root.clone(), reasons: reasons.join("; ") })
        }
    }

    /// Opens the newest sound generation before the one called `name`, if there is one.
    ///
    /// # Errors
    /// The disk's.
    pub fn before(&self, name: &str) -> Result<Option<Generation>, IndexError> {
        let mut names = self.names()?;
        names.sort_by_key(|(number, _)| Reverse(*number));
        let older = names.iter().skip_while(|(_, other)| other != name).skip(1);
        Ok(older.into_iter().find_map(|(_, older)| Generation::open(&self.root.join(older)).ok()))
    }

    /// Every generation, newest first, held against its own hashes.
    ///
    /// # Errors
    /// The disk's.
    pub fn list(&self) -> Result<Vec<Listed>, IndexError> {
        let pointer = Pointer::read(&self.root);
        let mut names = self.names()?;
        names.sort_by_key(|(number, _)| Reverse(*number));
        let is_current = |name: &str| pointer.as_ref().is_some_and(|pointer| pointer.name == name);
        let mut withdrawn = names.iter().any(|(_, name)| is_current(name));
        let mut list = Vec::new();
        for (_, name) in names {
            let current = is_current(&name);
            withdrawn &= !current;
            list.push(Listed { manifest: Manifest::open(&self.root.join(&name)), name, current, withdrawn });
        }
        Ok(list)
    }

    /// Takes the right to change the folder, which is made when it is not there.
    ///
    /// # Errors
    /// [`IndexError::Busy`] when somebody else has it; the disk's.
    pub fn write(&self) -> Result<Writing<'_>, IndexError> {
        Writing::begin(self)
    }

    /// Builds a generation of the whole corpus, verifies it, and makes it the current one.
    ///
    /// # Errors
    /// What of the corpus cannot be read; whatever else stopped it. The generation that was current before then still is.
    pub fn publish(&self, corpus: &Corpus, progress: Progress<'_>) -> Result<Manifest, IndexError> {
        let mut watch = |step| {
            if let Step::Indexing { done, total } = step {
                progress(done, total);
            }
            ControlFlow::Continue(())
        };
        let writing = self.write()?;
        let draft = writing.draft(corpus, None, None, &mut watch)?;
        if !draft.left_out().is_empty() {
            return Err(IndexError::Corpus(CorpusError { problems: draft.left_out().to_vec() }));
        }
        Ok(writing.publish(draft, &mut watch)?.manifest)
    }

    /// Makes the newest sound generation before the current one the current one. It stays that until the next one is
    /// published, also when the corpus folder holds something else.
    ///
    /// # Errors
    /// [`IndexError::NoneBefore`] when there is none to roll back to; [`IndexError::Busy`]; the disk's.
    pub fn rollback(&self) -> Result<RolledBack, IndexError> {
        if self.names()?.is_empty() {
            return Err(IndexError::None(self.root.clone()));
        }
        self.write()?.roll_back()
    }

    /// Waits until nobody is building.
    ///
    /// # Errors
    /// The disk's.
    pub fn wait(&self) -> Result<(), IndexError> {
        let path = self.root.join(LOCK);
        // Unlocked by name and not only by closing, as in `Writing`.
        File::create(&path).and_then(|file| file.lock().and_then(|()| file.unlock())).map_err(IndexError::io(&path))
    }

    /// The generations that are there, with their numbers.
    pub(super) fn names(&self) -> Result<Vec<(u64, String)>, IndexError> {
        if !self.root.is_dir() {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.root).map_err(IndexError::io(&self.root))? {
            let name = entry.map_err(IndexError::io(&self.root))?.file_name().to_string_lossy().into_owned();
            if let Some(number) = name.strip_prefix("gen-").and_then(|digits| digits.parse().ok()) {
                names.push((number, name));
            }
        }
        Ok(names)
    }
}
