//! What was fetched or handed in for an operator: kept below the corpus folder, each source with its provenance.
//!
//! `fetched/NAME.json` says what is known of a source's copy and names the file with its bytes, `fetched/NAME.HASH.ENDING`.
//! The bytes are written under a name of their own and the provenance is exchanged for the old one last, so that whoever is
//! ended in between leaves the old copy or the new one, whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Format, Lane};
use crate::text::Date;

/// The folder below the corpus folder.
pub const FETCHED: &str = "fetched";

/// The version of a provenance file.
pub(super) const PROVENANCE_FORMAT: u32 = 1;

/// Where a copy came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The address as printed where the source was linked.
    Printed,
    /// The source's current address.
    Current,
    /// A capture of the Web Archive.
    Archive,
    /// It was handed in as a file.
    HandedIn,
}

/// What became of a source since its copy was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drift {
    /// What became of it.
    pub now: Now,
    /// When that was seen, in seconds since 1970 (UTC).
    pub seen_at: u64,
}

/// What a source is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Now {
    /// It has another text.
    Changed,
    /// It is not there any more.
    Gone,
}

/// Where the copy that a document was read from came from: what a reader needs in order to judge it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    /// What kind of place it came from.
    pub origin: Origin,
    /// The address that answered; none for a file that was handed in.
    pub from: Option<String>,
    /// When that was, in seconds since 1970 (UTC).
    pub at: u64,
    /// The day on which the Web Archive captured it.
    pub captured: Option<Date>,
    /// What became of the source since; none while it is as it was.
    pub drift: Option<Drift>,
}

impl Copied {
    /// The day on which the copy was made (UTC).
    #[must_use]
    pub fn day(&self) -> Date {
        Date::of_seconds(self.at)
    }
}

/// What an operator said of a source of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// Its title; what the document itself says, when nobody said another.
    pub title: Option<String>,
    /// Whose voice it is.
    pub lane: Lane,
}

/// What is known of a source's copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Version of this file.
    pub format: u32,
    /// The source's id.
    pub source: String,
    /// The file with the bytes, beside this one.
    pub file: String,
    /// Where the copy came from.
    pub origin: Origin,
    /// The address that was asked for; none for a file that was handed in.
    pub asked: Option<String>,
    /// The address that answered, after every redirect.
    pub url: Option<String>,
    /// When it was fetched, in seconds since 1970 (UTC).
    pub fetched_at: u64,
    /// When the Web Archive captured it, as `YYYYMMDDhhmmss` (UTC).
    pub captured_at: Option<String>,
    /// The headers of the answer that matter later, names in lower case: the content's type and encoding, and what a
    /// conditional request needs.
    pub headers: BTreeMap<String, String>,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub bytes_hash: String,
    /// BLAKE3 of the text that was read out of them.
    pub text_hash: String,
    /// The version of the readers that did.
    pub readers: u32,
    /// Set for a source of the operator's own, which stands in no `corpus.toml`.
    pub added: Option<Added>,
    /// What became of the source since; none while it is as it was.
    pub drift: Option<Drift>,
}

impl Provenance {
    /// How the bytes are to be read: by the ending of their file's name.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        Format::of_name(Path::new(&self.file))
    }

    /// What a reader needs to know of it.
    #[must_use]
    pub fn copied(&self) -> Copied {
        let captured = self.captured_at.as_deref().and_then(|time| {
            let part = |from: usize, to: usize| time.get(from..to);
            Date::iso(&format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?))
        });
        Copied { origin: self.origin, from: self.url.clone(), at: self.fetched_at, captured, drift: self.drift.clone() }
    }

    /// The encoding that the server said the bytes are in.
    #[must_use]
    pub fn charset(&self) -> Option<&str> {
        charset(self.headers.get("content-type")?)
    }
}

/// The encoding that a server's `Content-Type` names.
#[must_use]
pub fn charset(media_type: &str) -> Option<&str> {
    let parameters = media_type.split(';').skip(1).filter_map(|part| part.split_once('='));
    let (_, charset) = parameters.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(charset.trim().trim_matches('"'))
}

/// The folder of copies.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The folder of copies of the corpus in `corpus`; it need not exist yet.
    #[must_use]
    pub fn of(corpus: &Path) -> Self {
        Self { folder: corpus.join(FETCHED) }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file that says what is known of the copy of the source called `id`.
    #[must_use]
    pub fn provenance_file(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{}.json", file_stem(id)))
    }

    /// Every file on the shelf in the order of their names; none when there is no shelf. Hidden files, which are not whole yet,
    /// are left out.
    ///
    /// # Errors
    /// That the folder is there and cannot be read.
    pub fn files(&self) -> std::io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?.collect::<Result<Vec<_>, _>>()?,
        };
        let whole = entries.into_iter().filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
        let mut files: Vec<PathBuf> = whole.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        files.sort();
        Ok(files)
    }

    /// What is known of the copy of the source called `id`; nothing when there is none.
    ///
    /// # Errors
    /// That the file is there and cannot be read.
    pub fn provenance(&self, id: &str) -> std::io::Result<Option<Provenance>> {
        match fs::read(self.provenance_file(id)) {
            Ok(json) => Ok(Some(serde_json::from_slice(&json)?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What is known of every copy, in the order of the files' names. A provenance that cannot be read is none.
    ///
    /// # Errors
    /// That the folder is there and cannot be read.
    pub fn provenances(&self) -> std::io::Result<Vec<Provenance>> {
        let noted = self.files()?.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "json"));
        Ok(noted.filter_map(|file| serde_json::from_slice(&fs::read(file).ok()?).ok()).collect())
    }

    /// The file with the bytes of a copy; none when its provenance names one that is not on the shelf: nothing else is read or
    /// removed on a file's word.
    #[must_use]
    pub fn bytes_file(&self, provenance: &Provenance) -> Option<PathBuf> {
        let name = Path::new(&provenance.file).file_name()?;
        (name == provenance.file.as_str()).then(|| self.folder.join(name))
    }

    /// Puts a copy on the shelf in the place of the one before. `provenance.file`, its hash of the bytes and its format are
    /// set here.
    ///
    /// # Errors
    /// The disk's; then the copy before is still there.
    pub fn put(&self, mut provenance: Provenance, format: Format, bytes: &[u8]) -> std::io::Result<Provenance> {
        fs::create_dir_all(&self.folder)?;
        let before = self.provenance(&provenance.source).ok().flatten();
        let hash = blake3::hash(bytes).to_hex();
        let digits: String = hash.chars().take(16).collect();
        provenance.format = PROVENANCE_FORMAT;
        provenance.bytes_hash = hash.to_string();
        provenance.file = format!("{}.{digits}.{}", file_stem(&provenance.source), format.ending());
        self.write(&provenance.file, bytes)?;
        self.note(&provenance)?;
        if let Some(before) = before.filter(|before| before.file != provenance.file) {
            self.remove_bytes(&before)?;
        }
        Ok(provenance)
    }

    /// Writes down what is known of a copy that is there.
    ///
    /// # Errors
    /// The disk's; then what was known before still stands.
    pub fn note(&self, provenance: &Provenance) -> std::io::Result<()> {
        let mut json = serde_json::to_vec_pretty(provenance)?;
        json.push(b'\n');
        self.write(&format!("{}.json", file_stem(&provenance.source)), &json)
    }

    /// Takes the copy of the source called `id` off the shelf. Whether there was one is the answer.
    ///
    /// # Errors
    /// The disk's.
    pub fn remove(&self, id: &str) -> std::io::Result<bool> {
        let before = self.provenance(id).ok().flatten();
        let file = self.provenance_file(id);
        if !file.is_file() {
            return Ok(false);
        }
        fs::remove_file(&file)?;
        if let Some(before) = before {
            self.remove_bytes(&before)?;
        }
        self.sync()?;
        Ok(true)
    }

    fn remove_bytes(&self, of: &Provenance) -> std::io::Result<()> {
        self.bytes_file(of).map_or(Ok(()), |file| fs::remove_file(file).or_else(absent))
    }

    /// Whole or not at all: written beside, waited for, renamed.
    fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let mut beside = tempfile::Builder::new().prefix(".").tempfile_in(&self.folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        beside.persist(self.folder.join(name)).map_err(|error| error.error)?;
        self.sync()
    }

    fn sync(&self) -> std::io::Result<()> {
        // Folders cannot be opened for syncing on Windows, where renames are durable without it.
        if cfg!(unix) { fs::File::open(&self.folder)?.sync_all() } else { Ok(()) }
    }
}

/// A file that is not there need not be removed.
fn absent(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

/// A file name for a source's id: the id itself where every system takes it, else as much of it and digits of its hash.
fn file_stem(id: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    if !id.is_empty() && id.len() <= 80 && id.chars().all(plain) {
        return id.to_owned();
    }
    let kept: String = id.to_lowercase().chars().map(|c| if plain(c) { c } else { '-' }).take(60).collect();
    let digits: String = blake3::hash(id.as_bytes()).to_hex().chars().take(8).collect();
    format!("{kept}.{digits}")
}
