//! The folder of generations: one is current, a few older ones stay for falling back.
//!
//! A build writes `gen-N.tmp`, verifies it, renames it to `gen-N` and then swaps the one-line file `CURRENT`.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::build::{Progress, build};
use super::manifest::{sync_folder, write_synced};
use super::{Generation, IndexError, Manifest};
use crate::corpus::Corpus;

/// The file that names the current generation.
const CURRENT: &str = "CURRENT";
/// Held while a generation is built, so that two builds do not take the same number.
const LOCK: &str = "LOCK";
/// How many generations are kept: the current one, and two to fall back on.
const KEPT: usize = 3;
/// How many passages must find themselves before a generation is published.
const SAMPLED: usize = 50;

/// The folder of generations.
#[derive(Debug, Clone)]
pub struct Generations {
    root: PathBuf,
}

/// A generation that was opened, and why it is not the current one if it is not.
pub struct Opened {
    /// The generation.
    pub generation: Generation,
    /// What is wrong with newer ones, for the operator.
    pub fell_back: Option<String>,
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

    /// Opens the current generation, or, when it is damaged, the newest that is not.
    ///
    /// # Errors
    /// [`IndexError::None`] when nothing was built yet; what is wrong with each when none can be used.
    pub fn open(&self) -> Result<Opened, IndexError> {
        let current = fs::read_to_string(self.root.join(CURRENT)).ok().map(|name| name.trim().to_owned());
        let mut names = self.names()?;
        names.sort_by_key(|(number, name)| (Some(name) != current.as_ref(), std::cmp::Reverse(*number)));
        let mut reasons = Vec::new();
        match &current {
            _ if names.is_empty() => {}
            None => reasons.push(format!("{CURRENT} is missing")),
            Some(current) if !names.iter().any(|(_, name)| name == current) => {
                reasons.push(format!("{CURRENT} names no generation that is there"))
            }
            Some(_) => {}
        }
        for (_, name) in &names {
            match Generation::open(&self.root.join(name)) {
                Ok(generation) => {
                    let fell_back = (!reasons.is_empty()).then(|| format!("{}; using {name}", reasons.join("; ")));
                    return Ok(Opened { generation, fell_back });
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

    /// Builds a generation from `corpus`, verifies it, and makes it the current one.
    ///
    /// # Errors
    /// Whatever stopped it; the generation that was current before then still is.
    pub fn publish(&self, corpus: &Corpus, progress: Progress<'_>) -> Result<Manifest, IndexError> {
        fs::create_dir_all(&self.root).map_err(IndexError::io(&self.root))?;
        let _lock = self.lock()?;
        self.remove_leftovers()?;
        let number = self.names()?.iter().map(|(number, _)| *number).max().unwrap_or(0) + 1;
        let name = format!("gen-{number:06}");
        let unfinished = self.root.join(format!("{name}.tmp"));
        fs::create_dir(&unfinished).map_err(IndexError::io(&unfinished))?;
        let manifest = build(corpus, &unfinished, progress)?;
        verify(&Generation::open(&unfinished)?)?;

        let finished = self.root.join(&name);
        fs::rename(&unfinished, &finished).map_err(IndexError::io(&finished))?;
        sync_folder(&self.root)?;
        let pointer = self.root.join(format!("{CURRENT}.tmp"));
        write_synced(&pointer, format!("{name}\n").as_bytes())?;
        fs::rename(&pointer, self.root.join(CURRENT)).map_err(IndexError::io(&pointer))?;
        sync_folder(&self.root)?;
        self.prune(number)?;
        Ok(manifest)
    }

    /// Waits until nobody is building.
    ///
    /// # Errors
    /// The disk's.
    pub fn wait(&self) -> Result<(), IndexError> {
        let path = self.root.join(LOCK);
        File::create(&path).and_then(|file| file.lock()).map_err(IndexError::io(&path))
    }

    /// The generations that are there, with their numbers.
    fn names(&self) -> Result<Vec<(u64, String)>, IndexError> {
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

    fn lock(&self) -> Result<File, IndexError> {
        let path = self.root.join(LOCK);
        let file = File::create(&path).map_err(IndexError::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(IndexError::Busy(self.root.clone())),
            Err(TryLockError::Error(error)) => Err(IndexError::Io { file: path, error }),
        }
    }

    /// Removes what a build that was killed left behind. Only called while the lock is held.
    fn remove_leftovers(&self) -> Result<(), IndexError> {
        for entry in fs::read_dir(&self.root).map_err(IndexError::io(&self.root))? {
            let path = entry.map_err(IndexError::io(&self.root))?.path();
            let unfinished =
                path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("gen-") && name.ends_with(".tmp"));
            if unfinished {
                fs::remove_dir_all(&path).map_err(IndexError::io(&path))?;
            }
        }
        Ok(())
    }

    /// Removes the oldest generations. One that cannot be removed (open elsewhere, on Windows) stays until the next time.
    fn prune(&self, current: u64) -> Result<(), IndexError> {
        let mut names = self.names()?;
        names.sort_by_key(|(number, _)| std::cmp::Reverse((*number == current, *number)));
        for (_, name) in names.iter().skip(KEPT) {
            if let Err(error) = fs::remove_dir_all(self.root.join(name)) {
                tracing::warn!(generation = %name, %error, "an old generation could not be removed");
            }
        }
        Ok(())
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
