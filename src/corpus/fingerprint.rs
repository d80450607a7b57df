//! Whether a corpus folder still holds what was indexed.

use std::fs;
use std::path::{Path, PathBuf};

use super::problem::Problem;

/// A hash over the names and bytes of all the files of a corpus, in hexadecimal.
pub type Fingerprint = String;

/// Kinds of file that belong to a corpus.
const EXTENSIONS: [&str; 5] = ["md", "markdown", "txt", "jsonl", "toml"];

/// Hashes every corpus file below `dir`, in the order of their paths.
///
/// # Errors
/// The file or folder that could not be read.
pub fn fingerprint(dir: &Path) -> Result<Fingerprint, Problem> {
    let mut hasher = blake3::Hasher::new();
    for file in corpus_files(dir)? {
        let bytes = fs::read(&file).map_err(|error| unreadable(&file, &error))?;
        hasher.update(relative(dir, &file).as_bytes());
        hasher.update(&[0]);
        hasher.update(blake3::hash(&bytes).as_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// Every corpus file below `dir`, sorted by path; hidden files and folders are left out.
pub(super) fn corpus_files(dir: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut files = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))? {
            let entry = entry.map_err(|error| unreadable(&folder, &error))?;
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
    Ok(files)
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
