//! Whether a corpus folder still holds what was indexed, as a whole and file by file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::READERS;
use super::fetched::{FETCHED, Provenance, Shelf};
use super::problem::Problem;

/// A hash over the names and bytes of all the files of a corpus, and the version of the readers, in hexadecimal.
pub type Fingerprint = String;

/// Kinds of file that belong to a corpus.
const EXTENSIONS: [&str; 9] = ["md", "markdown", "txt", "html", "htm", "xhtml", "pdf", "jsonl", "toml"];

/// Stands in the hash for the bytes of a file that cannot be read, so that it counts as a change when it can be again.
const UNREADABLE: &[u8] = b"unreadable";

/// Bytes of a file that are hashed at once: a file of any size is hashed in as much memory.
const PIECE: usize = 256 << 10;

/// Identity of what one document was read from: its bytes, where its id comes from, and the version of the readers. What has
/// the same print is read as the same document.
pub type Print = [u8; 32];

/// A corpus file, and what was found in it when the folder was looked through.
#[derive(Debug)]
pub(super) struct CorpusFile {
    pub(super) path: PathBuf,
    /// How many bytes it has.
    pub(super) size: u64,
    /// BLAKE3 of its bytes; none when it cannot be read.
    pub(super) hash: Option<blake3::Hash>,
}

/// Hashes every corpus file below `dir`, in the order of their paths, and then all that is on its shelf of copies.
///
/// # Errors
/// That `dir` itself cannot be read.
pub fn fingerprint(dir: &Path) -> Result<Fingerprint, Problem> {
    let Listing { files, unread } = corpus_files(dir)?;
    Ok(fingerprint_of(dir, &hashed(files), &hashed(shelved(dir)?), &unread))
}

/// The fingerprint of a folder that holds these files, these on its shelf of copies, and folders that could not be looked into.
pub(super) fn fingerprint_of(dir: &Path, files: &[CorpusFile], shelved: &[CorpusFile], unread: &[Problem]) -> Fingerprint {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&READERS.to_le_bytes());
    for file in files.iter().chain(shelved) {
        hasher.update(relative(dir, &file.path).as_bytes());
        hasher.update(&[0]);
        hasher.update(file.hash.as_ref().map_or(UNREADABLE, |hash| hash.as_bytes()));
    }
    for problem in unread {
        hasher.update(problem.below(dir).to_string().as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize().to_hex().to_string()
}

/// Files with their hashes.
pub(super) fn hashed(files: Vec<PathBuf>) -> Vec<CorpusFile> {
    let look = |path: PathBuf| match hash_file(&path) {
        Ok((size, hash)) => CorpusFile { path, size, hash: Some(hash) },
        Err(_) => CorpusFile { path, size: 0, hash: None },
    };
    files.into_iter().map(look).collect()
}

fn hash_file(path: &Path) -> io::Result<(u64, blake3::Hash)> {
    let mut file = File::open(path)?;
    let mut hasher = blake3::Hasher::new();
    // Most files are small: no more is set aside than they hold, and a byte for noticing their end.
    let size = usize::try_from(file.metadata()?.len()).unwrap_or(PIECE);
    let mut piece = vec![0; size.saturating_add(1).min(PIECE)];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok((hasher.count(), hasher.finalize())),
            Ok(read) => hasher.update(piece.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
    }
}

/// The print of the document that a file is.
pub(super) fn print_of_file(dir: &Path, file: &Path, content: &blake3::Hash) -> Print {
    let mut hasher = print_hasher("file");
    hasher.update(relative(dir, file).as_bytes());
    hasher.update(&[0]);
    hasher.update(content.as_bytes());
    *hasher.finalize().as_bytes()
}

/// The print of the document that a copy on the shelf is, with what is known of it.
pub(super) fn print_of_copy(provenance: &Provenance, content: &blake3::Hash) -> Print {
    let mut hasher = print_hasher("copy");
    // A provenance is made of texts and numbers, which are always JSON.
    hasher.update(&serde_json::to_vec(provenance).unwrap_or_default());
    hasher.update(&[0]);
    hasher.update(content.as_bytes());
    *hasher.finalize().as_bytes()
}

/// The print of the document that a line of a `.jsonl` file is: it says its id itself, wherever the line stands.
pub(super) fn print_of_record(line: &str) -> Print {
    *print_hasher("record").update(line.as_bytes()).finalize().as_bytes()
}

fn print_hasher(of: &str) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&READERS.to_le_bytes());
    hasher.update(of.as_bytes());
    hasher.update(&[0]);
    hasher
}

/// Every file on the shelf of copies of the corpus in `dir`.
pub(super) fn shelved(dir: &Path) -> Result<Vec<PathBuf>, Problem> {
    let shelf = Shelf::of(dir);
    shelf.files().map_err(|error| unreadable(shelf.folder(), &error))
}

/// What lies in a corpus folder.
pub(super) struct Listing {
    /// Every corpus file, sorted by path.
    pub(super) files: Vec<PathBuf>,
    /// The folders that could not be looked into.
    pub(super) unread: Vec<Problem>,
}

/// Every corpus file below `dir`; hidden files and folders are left out, and the shelf of copies, which is read by what is
/// noted there.
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
                folders.extend((path != dir.join(FETCHED)).then_some(path));
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
