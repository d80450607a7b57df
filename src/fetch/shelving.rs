//! The shelf while somebody works at it: one at a time, without what killed runs left, and with what lies on it.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{FetchError, now};
use crate::corpus::{Added, Format, Origin, Provenance, READERS, Readable, Shelf};
use crate::text::nearest;

/// Locked by whoever works at the shelf, of whichever process.
const LOCK: &str = ".lock";

/// The shelf, locked.
pub(super) struct Shelving {
    shelf: Shelf,
    /// Let go when it is closed, also by a kill.
    _lock: File,
}

/// A copy that lies on the shelf, whole.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) provenance: Provenance,
    pub(super) format: Format,
    pub(super) bytes: Vec<u8>,
}

/// What was taken off the shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// The source's id.
    pub source: String,
    /// Whether it was a source of the operator's own, which is gone with its copy. Else the corpus's own file stands for it
    /// again.
    pub added: bool,
}

impl Shelving {
    /// Locks the shelf of the corpus in `corpus`, and clears away what a killed run left there.
    pub(super) fn begin(corpus: &Path) -> Result<Self, FetchError> {
        if !corpus.is_dir() {
            return Err(FetchError::NoCorpus(corpus.to_owned()));
        }
        let shelf = Shelf::of(corpus);
        fs::create_dir_all(shelf.folder()).map_err(|error| wrong(shelf.folder(), error))?;
        let path = shelf.folder().join(LOCK);
        let lock = File::create(&path).map_err(|error| wrong(&path, error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(FetchError::Busy(shelf.folder().to_owned())),
            Err(TryLockError::Error(error)) => return Err(wrong(&path, error)),
        }
        let shelving = Self { shelf, _lock: lock };
        shelving.clear()?;
        Ok(shelving)
    }

    /// Removes files that are not whole, and copies that no provenance names.
    fn clear(&self) -> Result<(), FetchError> {
        for (name, path) in self.entries()? {
            let is_part = name.starts_with('.') && name != LOCK;
            if path.is_file() && (is_part || self.is_orphan(&name)) {
                fs::remove_file(&path).map_err(|error| wrong(&path, error))?;
            }
        }
        Ok(())
    }

    /// Whether a file is a copy whose provenance is gone or names another. One whose provenance cannot be read is left.
    fn is_orphan(&self, name: &str) -> bool {
        let mut parts = name.rsplitn(3, '.');
        let (Some(_), Some(hash), Some(stem)) = (parts.next(), parts.next(), parts.next()) else { return false };
        let is_copy = Format::of_name(Path::new(name)).is_some() && hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
        let known = fs::read(self.shelf.folder().join(format!("{stem}.json")));
        is_copy
            && match known {
                Ok(json) => serde_json::from_slice(&json).is_ok_and(|known: Provenance| known.file != name),
                Err(error) => error.kind() == io::ErrorKind::NotFound,
            }
    }

    fn entries(&self) -> Result<Vec<(String, PathBuf)>, FetchError> {
        let unreadable = |error| wrong(self.shelf.folder(), error);
        let mut entries = Vec::new();
        for entry in fs::read_dir(self.shelf.folder()).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            entries.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
        }
        entries.sort();
        Ok(entries)
    }

    /// What is known of every copy, in the order of the files' names. A provenance that cannot be read is none: the source is
    /// fetched anew.
    pub(super) fn all(&self) -> Result<Vec<Provenance>, FetchError> {
        self.shelf.provenances().map_err(|error| wrong(self.shelf.folder(), error))
    }

    /// The copy of the source called `id`, when it is whole.
    pub(super) fn held(&self, id: &str) -> Option<Held> {
        let provenance = self.shelf.provenance(id).ok().flatten()?;
        let format = provenance.format()?;
        let bytes = fs::read(self.shelf.bytes_file(&provenance)?).ok()?;
        (blake3::hash(&bytes).to_hex().as_str() == provenance.bytes_hash).then_some(Held { provenance, format, bytes })
    }

    pub(super) fn put(&self, provenance: Provenance, format: Format, bytes: &[u8]) -> Result<Provenance, FetchError> {
        self.shelf.put(provenance, format, bytes).map_err(|error| wrong(self.shelf.folder(), error))
    }

    pub(super) fn note(&self, provenance: &Provenance) -> Result<(), FetchError> {
        self.shelf.note(provenance).map_err(|error| wrong(&self.shelf.provenance_file(&provenance.source), error))
    }
}

/// The beginnings of a provenance: a copy of this source, from there, made now, with what the readers made of it. Where it lies is
/// filled in when it is put on the shelf.
pub(super) fn begun(source: &str, origin: Origin, readable: &Readable, added: Option<Added>) -> Provenance {
    Provenance {
        format: 0,
        source: source.to_owned(),
        file: String::new(),
        origin,
        asked: None,
        url: None,
        fetched_at: now(),
        captured_at: None,
        headers: BTreeMap::new(),
        bytes_hash: String::new(),
        text_hash: text_hash(readable),
        readers: READERS,
        added,
        drift: None,
    }
}

/// BLAKE3 of a text.
pub(super) fn text_hash(readable: &Readable) -> String {
    blake3::hash(readable.text.as_bytes()).to_hex().to_string()
}

/// What is known of every copy on the shelf of the corpus in `corpus`, in the order of the sources' ids. Nobody is waited for.
#[must_use]
pub fn shelved(corpus: &Path) -> Vec<Provenance> {
    let mut all = Shelf::of(corpus).provenances().unwrap_or_default();
    all.sort_by(|one, other| one.source.cmp(&other.source));
    all
}

/// Takes the copy of the source called `id` off the shelf of the corpus in `corpus`.
///
/// # Errors
/// That there is none, or why it cannot be removed.
pub fn remove(corpus: &Path, id: &str) -> Result<Removed, FetchError> {
    let shelving = Shelving::begin(corpus)?;
    let all = shelving.all()?;
    let added = all.iter().any(|known| known.source == id && known.added.is_some());
    // A copy whose provenance is damaged can be taken away too.
    if shelving.shelf.remove(id).map_err(|error| wrong(shelving.shelf.folder(), error))? {
        return Ok(Removed { source: id.to_owned(), added });
    }
    Err(FetchError::NoSource { id: id.to_owned(), nearest: nearest(id, all.iter().map(|known| known.source.as_str())).map(str::to_owned) })
}

fn wrong(file: &Path, error: io::Error) -> FetchError {
    FetchError::Io { file: file.to_owned(), error }
}
