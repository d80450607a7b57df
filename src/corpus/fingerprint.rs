//! Whether a corpus folder still holds what was indexed.

use std::fs;
use std::path::{Path, PathBuf};

use super::problem::Problem;

/// A hash over the names and bytes of all the files of a corpus, in hexadecimal.
pub type Fingerprint = String;

/// Kinds of file that belong to a corpus.
const EXTENSIONS: [&str; 5] = ["md", "markdown", "txt", "jsonl", "toml"];

/// Stands in the hash for the bytes of a file that cannot be read, so that it counts as a change when it can be again.
const UNREADABLE: &[u8] = b"unreadable";

/// Hashes every corpus file below `dir`, in the order of their paths.
///
/// # Errors
/// That `dir` itself cannot be read.
pub fn fingerprint(dir: &Path) -> Result<Fingerprint, Problem> {
    let mut hasher = blake3::Hasher::new();
    for file in corpus_files(dir)?.files {
        hasher.update(relative(dir, &file).as_bytes());
        hasher.update(&[0]);
        match fs::read(&file) {
            Ok(bytes) => hasher.update(blake3::hash(&bytes).as_bytes()),
            Err(_) => hasher.update(UNREADABLE),
        };
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// What lies in a corpus folder.
pub(super) struct Listing {
    /// Every corpus file, sorted by path.
    pub(super) files: Vec<PathBuf>,
    /// The folders that could not be looked into.
    pub(super) unread: Vec<Problem>,
}

/// Every corpus file below `dir`; hidden files and folders are left out.
pub(super) fn corpus_files(dir: &Path) -> Result<Listing, Problem> {
    fs::read_dir(dir).map_err(|error| unreadable(dir, &error))?;
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                unread.push(unreadable(&folder, &error));
                continue;
            }
        };
        for entry in entries {
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| EXTENSIONS.contains(&e.to_lowercase().as_str())) {
                files.push(path);
            }
        }
    }
    files.retain(|file| !is_query_set(file));
    files.sort();
    Ok(Listing { files, unread })
}

/// In BEIR's layout the questions lie beside the documents, in the same shape: they are not documents.
fn is_query_set(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "queries.jsonl") && file.with_file_name("corpus.jsonl").is_file()
}

/// The path below the corpus folder, with forward slashes on every system.
pub(super) fn relative(dir: &Path, file: &Path) -> String {
    let below = file.strip_prefix(dir).unwrap_or(file);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

pub(super) fn unreadable(file: &Path, error: &std::io::Error) -> Problem {
    Problem::new(file, format!("cannot be read: {error}"))
}
