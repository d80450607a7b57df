//! A curated corpus: `corpus.toml` and the files that it names, every reference checked.

mod anchors;
mod files;
mod knowledge;
mod linked;
mod reprints;
mod shelved;

pub use linked::{Linked, linked};

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::Spanned;

use self::files::{CorpusFile, SourceEntry, VoiceEntry};
use self::shelved::Shelved;
use super::document::{Document, Voice};
use super::fingerprint::unreadable;
use super::problem::{CorpusError, Problem};
use super::{CORPUS_FILE, Corpus, Fingerprint, Format, Source, Store, readers};
use crate::text::Span;

/// The version of the corpus files that this build reads.
const FORMAT: u32 = 1;

/// Reads the curated corpus in `dir` and checks every reference in it. Copies of its sources that cannot be used are left out
/// and named.
pub(super) fn load(dir: &Path, fingerprint: Fingerprint) -> Result<Corpus, CorpusError> {
    let mut problems = Vec::new();
    let path = dir.join(CORPUS_FILE);
    let (text, file): (String, CorpusFile) = parse(&path).map_err(CorpusError::single)?;
    let place = Place { file: &path, text: &text };
    place.check_format(file.format, &mut problems);

    let mut documents: Vec<Document> = Vec::new();
    // What is said about a source that could not be read is not held against it: one mistake is one problem.
    let mut unread: Vec<String> = Vec::new();
    let urls: Vec<String> = file.sources.iter().filter_map(|entry| entry.url.clone()).collect();
    let mut shelved = Shelved::of(dir, file.sources.iter().map(|entry| entry.id.get_ref()));
    for mut entry in file.sources {
        if documents.iter().any(|document| document.source.id == *entry.id.get_ref()) {
            problems.push(place.problem(&entry.id, format!("there is already a source \"{}\"", entry.id.get_ref())));
            continue;
        }
        let id = entry.id.get_ref().clone();
        let voices = std::mem::take(&mut entry.voices);
        match document(dir, &place, entry, &voices, &mut problems) {
            Ok(document) => documents.extend(shelved.beside(document, &voices)),
            Err(problem) => {
                problems.push(problem);
                unread.push(id);
            }
        }
    }
    documents.extend(shelved.added());
    check_links(&documents, &urls, &path, &mut problems);

    let (knowledge, anticipated) = knowledge::load(&place, dir, &file.files, &mut documents, &unread, &mut problems);
    if !problems.is_empty() {
        return Err(CorpusError { problems });
    }
    reprints::mark(&knowledge.clauses, &mut documents);
    Ok(Corpus {
        title: file.title,
        about: Some(file.about),
        questions: file.questions,
        knowledge,
        anticipated,
        fingerprint,
        dir: dir.to_owned(),
        store: Store::Held { documents, left_out: shelved.left_out() },
    })
}

/// A curated file, for problems that name its lines.
struct Place<'f> {
    file: &'f Path,
    text: &'f str,
}

impl Place<'_> {
    fn problem<T>(&self, value: &Spanned<T>, message: String) -> Problem {
        Problem::new(self.file, message).at(self.text, value.span().start)
    }

    fn check_format(&self, format: u32, problems: &mut Vec<Problem>) {
        if format != FORMAT {
            problems.push(
                Problem::new(self.file, format!("has format {format}, this version of accord reads format {FORMAT}"))
                    .hint("use the version of accord that the corpus was written for"),
            );
        }
    }
}

/// Reads a TOML file; what is wrong with it is told with its line.
fn parse<T: DeserializeOwned>(path: &Path) -> Result<(String, T), Problem> {
    let text = readers::decode(path)?;
    match toml::from_str(&text) {
        Ok(value) => Ok((text, value)),
        Err(error) => {
            let problem = Problem::new(path, error.message().to_owned());
            Err(match error.span() {
                Some(span) => problem.at(&text, span.start),
                None => problem,
            })
        }
    }
}

/// The document of a source. What is wrong with its entry is added to `problems`; an error is a file that cannot be read.
fn document(
    dir: &Path,
    place: &Place<'_>,
    entry: SourceEntry,
    voices: &[VoiceEntry],
    problems: &mut Vec<Problem>,
) -> Result<Document, Problem> {
    let file = dir.join(entry.file.get_ref());
    if !is_below(dir, &file) || !file.is_file() {
        let message = format!("source \"{}\" names the file {}, which is not in the corpus", entry.id.get_ref(), entry.file.get_ref());
        return Err(place.problem(&entry.file, message));
    }
    let bytes = std::fs::read(&file).map_err(|error| unreadable(&file, &error))?;
    let readable = readers::read(Format::of_name(&file).unwrap_or(Format::Plain), None, &bytes).map_err(|error| error.of(&file))?;
    let voices = self::voices(place, entry.id.get_ref(), voices, &readable.text, problems);
    if let Some(published) = entry.published.as_ref().filter(|date| !is_date(date.get_ref())) {
        problems.push(place.problem(published, format!("\"{}\" is not a date like 2015, 2015-09 or 2015-09-25", published.get_ref())));
    }
    let spanned = |value: Option<Spanned<String>>| value.map(Spanned::into_inner);
    let source = Source {
        id: entry.id.into_inner(),
        title: entry.title,
        authors: entry.authors,
        publisher: entry.publisher,
        published: spanned(entry.published),
        url: entry.url,
        archive_url: entry.archive_url,
        licence: entry.licence,
        lane: entry.lane,
        status: entry.status,
        speaker: entry.speaker,
        known: entry.known,
        also: entry.also,
        copied: None,
        beside: None,
    };
    Ok(Document { source, text: readable.text, blocks: readable.blocks, links: readable.links, voices })
}

/// Whether `file` stays within the corpus folder.
fn is_below(dir: &Path, file: &Path) -> bool {
    let resolved = |path: &Path| path.canonicalize().unwrap_or_else(|_| PathBuf::from(path));
    resolved(file).starts_with(resolved(dir))
}

fn voices(place: &Place<'_>, id: &str, entries: &[VoiceEntry], text: &str, problems: &mut Vec<Problem>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for voice in entries {
        match anchors::between(text, voice.begins.get_ref(), voice.ends.get_ref()) {
            Ok(span) if voices.iter().any(|other| other.span.overlaps(&span)) => {
                problems.push(place.problem(&voice.begins, "this voice overlaps the one before it".to_owned()));
            }
            Ok(span) => voices.push(voice.at(span)),
            Err(missing) => {
                let wanted = if missing.of_end { &voice.ends } else { &voice.begins };
                problems.push(missing.problem(place, wanted, id));
            }
        }
    }
    voices
}

/// Every link of a document must have a source of its own, so that no link leads nowhere; a copy's links are its own affair.
fn check_links(documents: &[Document], known: &[String], path: &Path, problems: &mut Vec<Problem>) {
    for document in documents.iter().filter(|document| document.source.copied.is_none()) {
        for link in document.links.iter().filter(|link| !known.contains(&link.url)) {
            let words = link.words.of(&document.text).unwrap_or_default();
            problems.push(
                Problem::new(
                    path,
                    format!("source \"{}\" links \"{words}\" to {}, which no [[source]] has as its url", document.source.id, link.url),
                )
                .hint("add a [[source]] with that url, as printed"),
            );
        }
    }
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn is_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let lengths = [4, 2, 2];
    let in_range = |index: usize, part: &str| match (index, part.parse::<u32>()) {
        (0, Ok(_)) => true,
        (1, Ok(month)) => (1..=12).contains(&month),
        (2, Ok(day)) => (1..=31).contains(&day),
        _ => false,
    };
    parts.len() <= 3 && parts.iter().zip(lengths).enumerate().all(|(index, (part, length))| part.len() == length && in_range(index, part))
}

/// The words of a span, for problems and for headings.
fn words(text: &str, span: Span) -> &str {
    span.of(text).unwrap_or_default()
}
