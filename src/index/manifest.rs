//! What a generation says of itself: its versions, its counts and the hash of each of its files.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::IndexError;
use super::schema::ANALYZER_VERSION;
use crate::corpus::Problem;

/// The version of a generation's files. A generation of another version is not read but built anew.
const FORMAT: u32 = 5;

/// The confidence from which on a new generation is answered from. Chosen on development questions (docs/evaluation.md); a
/// generation keeps the one that it was built with, so that the same snapshot answers the same questions.
const THRESHOLD: f32 = 0.5;

/// Bytes of a file that are hashed at once.
const PIECE: usize = 4 << 20;
/// Fewer bytes than these are hashed faster by one core: blake3 says so of 128 KiB.
const WORTH_SHARING: usize = 128 << 10;

const MANIFEST: &str = "manifest.json";
const MANIFEST_HASH: &str = "manifest.b3";

/// What a generation says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the files' layout.
    pub format: u32,
    /// Version of how text is cut into terms and passages.
    pub analyzer: u32,
    /// Identity of the content: equal on every machine for equal passages.
    pub snapshot: String,
    /// Hash of the corpus files that it was built from.
    pub corpus: String,
    /// The corpus's title.
    pub title: String,
    /// What the corpus holds, in a sentence.
    pub about: String,
    /// Example questions.
    pub questions: Vec<String>,
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages.
    pub passages: u64,
    /// How many terms all passages have together, stop words left out.
    pub terms: u64,
    /// How many sentences.
    pub sentences: u64,
    /// How many questions are anticipated that the corpus answers.
    pub anticipated: u64,
    /// The confidence, between 0 and 1, from which on a question is answered.
    #[serde(default = "Manifest::threshold")]
    pub threshold: f32,
    /// When it was built, in seconds since 1970 (UTC); 0 when it is not known. It is no part of the snapshot.
    #[serde(default)]
    pub built_at: u64,
    /// How many generations are kept with it; 0 when nobody said, which means as many as is usual.
    #[serde(default)]
    pub kept: usize,
    /// What of the corpus could not be read and was left out, with files named from the corpus folder on.
    #[serde(default)]
    pub left_out: Vec<Problem>,
    /// BLAKE3 of each file, by its path below the generation.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    /// The threshold that this build writes.
    pub(super) fn threshold() -> f32 {
        THRESHOLD
    }

    /// The versions that this build writes.
    pub(super) fn versions() -> (u32, u32) {
        (FORMAT, ANALYZER_VERSION)
    }

    /// Hashes every file of the generation in `dir` and writes the manifest beside them.
    pub(super) fn seal(mut self, dir: &Path) -> Result<Self, IndexError> {
        self.files = hashes(dir)?;
        let path = dir.join(MANIFEST);
        let mut json = serde_json::to_vec_pretty(&self).map_err(|error| IndexError::Inconsistent(error.to_string()))?;
        json.push(b'\n');
        write_synced(&path, &json)?;
        write_synced(&dir.join(MANIFEST_HASH), blake3::hash(&json).to_hex().as_bytes())?;
        Ok(self)
    }

    /// Reads the manifest in `dir` and holds every file against it.
    pub(super) fn open(dir: &Path) -> Result<Self, IndexError> {
        let manifest = Self::read(dir)?;
        for (name, expected) in &manifest.files {
            let file = dir.join(name);
            if hash_file(&file)? != *expected {
                return Err(IndexError::damaged(&file, "its bytes have changed"));
            }
        }
        Ok(manifest)
    }

    /// Reads the manifest in `dir`, and looks at no other file.
    pub(super) fn read(dir: &Path) -> Result<Self, IndexError> {
        let path = dir.join(MANIFEST);
        let json = fs::read(&path).map_err(IndexError::io(&path))?;
        let hash_path = dir.join(MANIFEST_HASH);
        let hash = fs::read(&hash_path).map_err(IndexError::io(&hash_path))?;
        if hash != blake3::hash(&json).to_hex().as_bytes() {
            return Err(IndexError::damaged(&path, "its bytes have changed"));
        }
        let manifest: Self = serde_json::from_slice(&json).map_err(|error| IndexError::damaged(&path, error.to_string()))?;
        if (manifest.format, manifest.analyzer) != Self::versions() {
            return Err(IndexError::OtherVersion {
                file: path,
                found: format!("format {} and analyzer {}", manifest.format, manifest.analyzer),
                expected: format!("format {FORMAT} and analyzer {ANALYZER_VERSION}"),
            });
        }
        Ok(manifest)
    }
}

/// The hash of every file below `dir`, but for the manifest's own and tantivy's lock files.
fn hashes(dir: &Path) -> Result<BTreeMap<String, String>, IndexError> {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let here = dir.join(&folder);
        for entry in fs::read_dir(&here).map_err(IndexError::io(&here))? {
            let name = entry.map_err(IndexError::io(&here))?.file_name();
            let below = folder.join(&name);
            if dir.join(&below).is_dir() {
                folders.push(below);
                continue;
            }
            let name = name.to_string_lossy();
            if name == MANIFEST || name == MANIFEST_HASH || name.ends_with(".lock") {
                continue;
            }
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.insert(parts.join("/"), hash_file(&dir.join(&below))?);
        }
    }
    Ok(found)
}

/// Hashes a file, a large one on every core.
fn hash_file(file: &Path) -> Result<String, IndexError> {
    let mut reader = fs::File::open(file).map_err(IndexError::io(file))?;
    let size = reader.metadata().map_err(IndexError::io(file))?.len();
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; usize::try_from(size).unwrap_or(PIECE).saturating_add(1).min(PIECE)];
    loop {
        let read = fill(&mut reader, &mut piece).map_err(IndexError::io(file))?;
        let read = piece.get(..read).unwrap_or_default();
        if read.len() < WORTH_SHARING {
            hasher.update(read);
        } else {
            hasher.update_rayon(read);
        }
        if read.len() < piece.len() {
            return Ok(hasher.finalize().to_hex().to_string());
        }
    }
}

/// Reads until the piece is full or the file ends, and says how much of it is filled.
fn fill(reader: &mut fs::File, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = piece.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Writes a file and waits until the disk has it.
pub(super) fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), IndexError> {
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create(path)?;
        std::io::Write::write_all(&mut file, bytes)?;
        file.sync_all()
    };
    write().map_err(IndexError::io(path))
}

/// Waits until the disk has what was created, renamed or removed in a folder.
pub(super) fn sync_folder(path: &Path) -> Result<(), IndexError> {
    // Folders cannot be opened for syncing on Windows, where renames are durable without it.
    if cfg!(unix) {
        fs::File::open(path).and_then(|folder| folder.sync_all()).map_err(IndexError::io(path))?;
    }
    Ok(())
}
