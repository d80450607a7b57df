//! Where the sources of a curated corpus are found on the web: read from `corpus.toml` alone, whatever its files hold.

use std::path::Path;

use super::files::CorpusFile;
use super::parse;
use crate::corpus::{CORPUS_FILE, CorpusError, Lane, Status};

/// A source and its addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The source's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The address as printed where the source was linked.
    pub url: Option<String>,
    /// Where else it may be found.
    pub current: Option<String>,
    /// Date of publication, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub published: Option<String>,
    /// How much of it the corpus holds without fetching it.
    pub status: Status,
    /// Whose voice it is.
    pub lane: Lane,
}

/// The sources that the `corpus.toml` in `dir` lists, in its order; none for a plain folder.
///
/// # Errors
/// That the file is there and cannot be read.
pub fn linked(dir: &Path) -> Result<Vec<Linked>, CorpusError> {
    let path = dir.join(CORPUS_FILE);
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let (_, file): (String, CorpusFile) = parse(&path).map_err(CorpusError::single)?;
    let entries = file.sources.into_iter().map(|entry| Linked {
        id: entry.id.into_inner(),
        title: entry.title,
        url: entry.url,
        current: entry.archive_url,
        published: entry.published.map(toml::Spanned::into_inner),
        status: entry.status,
        lane: entry.lane,
    });
    Ok(entries.collect())
}
