//! Copies on the shelf as the corpus reads them: which there are, and whether one is sound enough to be quoted from.

use std::fs;
use std::path::{Path, PathBuf};

use super::document::Document;
use super::fetched::{Added, PROVENANCE_FORMAT, Provenance, Shelf};
use super::fingerprint::unreadable;
use super::problem::Problem;
use super::readers::{self, Readable};
use super::{Lane, Source, Status};

/// A page of fewer words is a teaser or a notice, and says less than a note on the whole does.
const LEAST_WORDS: usize = 60;

/// A copy that the shelf holds.
#[derive(Debug)]
pub(super) struct Copy {
    /// What is known of it.
    pub(super) provenance: Provenance,
    /// The file that says so, which problems name.
    pub(super) file: PathBuf,
    /// The file with its bytes.
    pub(super) bytes: PathBuf,
}

/// Every copy on the shelf of the corpus in `dir`, in the order of their files' names, none of them read yet. What is wrong
/// with the others is added to `problems`.
pub(super) fn on_the_shelf(dir: &Path, problems: &mut Vec<Problem>) -> Vec<Copy> {
    let shelf = Shelf::of(dir);
    let files = match shelf.files() {
        Ok(files) => files,
        Err(error) => {
            problems.push(unreadable(shelf.folder(), &error));
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for file in files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        match copy(&shelf, file) {
            Ok(copy) => found.push(copy),
            Err(problem) => problems.push(problem),
        }
    }
    found
}

fn copy(shelf: &Shelf, file: PathBuf) -> Result<Copy, Problem> {
    let json = fs::read(&file).map_err(|error| unreadable(&file, &error))?;
    let id = file.file_stem().unwrap_or_default().to_string_lossy();
    let damaged = |what: String| {
        let problem = Problem::new(&file, format!("does not say where a copy is from: {what}"));
        problem.hint(format!("`accord fetch {id}` fetches it again; without it, what the corpus holds beside it is used"))
    };
    let provenance: Provenance = serde_json::from_slice(&json).map_err(|error| damaged(error.to_string()))?;
    if provenance.format != PROVENANCE_FORMAT {
        return Err(damaged(format!("it has format {}, this version of accord reads format {PROVENANCE_FORMAT}", provenance.format)));
    }
    if shelf.provenance_file(&provenance.source) != file {
        return Err(damaged(format!("it is about source \"{}\", whose file has another name", provenance.source)));
    }
    let outside = || damaged(format!("the copy would be {}, which is not beside it", provenance.file));
    let bytes = shelf.bytes_file(&provenance).ok_or_else(outside)?;
    Ok(Copy { bytes, provenance, file })
}

impl Copy {
    /// Reads the copy of a source that the operator added: any text will do, as long as the reader is sure of it.
    pub(super) fn read(&self) -> Result<Readable, Problem> {
        let bytes = fs::read(&self.bytes).map_err(|error| self.unusable(&format!("cannot be read: {error}")))?;
        if blake3::hash(&bytes).to_hex().as_str() != self.provenance.bytes_hash {
            return Err(self.unusable("is damaged: its bytes are not those that were fetched"));
        }
        let format = self.provenance.format().ok_or_else(|| self.unusable("is in no format that is known"))?;
        let readable = readers::read(format, self.provenance.charset(), &bytes).map_err(|error| self.unusable(&error.what))?;
        match &readable.doubt {
            Some(doubt) => Err(self.unusable(&format!("may not be the text that it should be: {doubt}"))),
            None if readable.blocks.is_empty() => Err(self.unusable("holds no text")),
            None => Ok(readable),
        }
    }

    /// Reads the copy of a source that the corpus holds something else of: it must be worth more than that.
    pub(super) fn read_whole(&self) -> Result<Readable, Problem> {
        let readable = self.read()?;
        let words = readable.text.split_whitespace().count();
        if words < LEAST_WORDS {
            return Err(self.unusable(&format!("has {words} words, too few to be the source itself")));
        }
        Ok(readable)
    }

    /// A copy that is not used, and why.
    pub(super) fn unusable(&self, why: &str) -> Problem {
        let id = &self.provenance.source;
        let problem = Problem::new(&self.bytes, format!("{why}; it is not used for source \"{id}\""));
        match (&self.provenance.asked, &self.provenance.added) {
            (Some(_), _) => problem.hint(format!("`accord fetch {id}` fetches it again")),
            (None, _) => problem.hint("hand the file in again, or take the source off the corpus"),
        }
    }

    /// A copy of a source that the corpus does not have and nobody added.
    pub(super) fn of_no_source(&self) -> Problem {
        let problem =
            Problem::new(&self.file, format!("is about a copy of source \"{}\", which the corpus does not have", self.provenance.source));
        problem.hint("remove the file, or put the source into corpus.toml again")
    }

    /// A copy of a source that was added under an id that is another source's.
    pub(super) fn of_another(&self) -> Problem {
        let problem = Problem::new(&self.file, format!("there is already a source \"{}\"", self.provenance.source));
        problem.hint("take it off the corpus and add it under another id")
    }

    /// The document of a source that stands in no `corpus.toml`: what the operator said of it, and else what the page does.
    pub(super) fn added(&self, added: &Added) -> Result<Document, Problem> {
        let readable = self.read()?;
        let provenance = &self.provenance;
        let id = provenance.source.clone();
        let title = added.title.clone().or_else(|| readable.title.clone()).unwrap_or_else(|| id.clone());
        let publisher = provenance.host().map(str::to_owned);
        let source = Source {
            speaker: speaker(&readable.authors, publisher.as_deref(), &title),
            authors: readable.authors.clone(),
            publisher,
            published: readable.published.clone(),
            url: self.address(&readable),
            lane: added.lane,
            copied: Some(provenance.copied()),
            ..Source::plain(id, title)
        };
        Ok(document(source, readable))
    }

    /// What the corpus's `entry` for a source and the copy of it give together. Where the entry is about Accord's own note, it
    /// says nothing of the page that was copied, and the page speaks for itself.
    pub(super) fn of(&self, entry: &Source, readable: Readable) -> Document {
        let is_note = entry.lane == Lane::Note;
        let said = |entry: &Option<String>, read: Option<&str>| match (entry, is_note) {
            (Some(entry), false) => Some(entry.clone()),
            _ => read.map(str::to_owned),
        };
        let title = if is_note { readable.title.clone() } else { None }.unwrap_or_else(|| entry.title.clone());
        let authors = if is_note || entry.authors.is_empty() { &readable.authors } else { &entry.authors }.clone();
        let publisher = said(&entry.publisher, self.provenance.host());
        let source = Source {
            speaker: speaker(&authors, publisher.as_deref(), &title),
            published: said(&entry.published, readable.published.as_deref()),
            licence: said(&entry.licence, None),
            title,
            authors,
            publisher,
            lane: if is_note { Lane::Reporting } else { entry.lane },
            status: Status::FullText,
            known: None,
            copied: Some(self.provenance.copied()),
            beside: None,
            ..entry.clone()
        };
        document(source, readable)
    }

    /// The address of an added source: the one that the page calls its own, if that is on the host that served it; else the one
    /// that was asked for.
    fn address(&self, readable: &Readable) -> Option<String> {
        let own = readable.canonical.as_deref().filter(|own| host(own).is_some() && host(own) == self.provenance.host());
        own.or(self.provenance.asked.as_deref()).or(self.provenance.url.as_deref()).map(str::to_owned)
    }
}

impl Provenance {
    /// The host that served the copy, without `www.`.
    fn host(&self) -> Option<&str> {
        let address = self.url.as_deref().or(self.asked.as_deref())?;
        // An archive has not published what it keeps; the address of its copy ends with the one that it was kept of.
        let kept = address.rfind("http://").max(address.rfind("https://")).filter(|_| self.captured_at.is_some());
        host(kept.and_then(|at| address.get(at..)).unwrap_or(address))
    }
}

/// How a quotation from a text of somebody's own is introduced.
fn speaker(authors: &[String], publisher: Option<&str>, title: &str) -> String {
    if authors.is_empty() { publisher.unwrap_or(title).to_owned() } else { authors.join(", ") }
}

fn document(source: Source, readable: Readable) -> Document {
    Document { source, text: readable.text, blocks: readable.blocks, links: readable.links, voices: Vec::new() }
}

/// The host of a web address, without a port and without `www.`.
fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    (matches!(scheme, "http" | "https") && !host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_named_without_what_surrounds_it() {
        for (address, expected) in [
            ("https://www.example.org/a?b#c", Some("example.org")),
            ("http://user@news.example:8080", Some("news.example")),
            ("https://example.org?q", Some("example.org")),
            ("https:///path", None),
            ("mailto:a@b.example", None),
        ] {
            assert_eq!(host(address), expected, "{address}");
        }
    }
}
