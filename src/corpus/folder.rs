//! A plain folder of documents: no `corpus.toml`, no curated knowledge, every file or record a source of its own.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::fingerprint::{Listing, corpus_files, relative};
use super::problem::{CorpusError, Problem};
use super::{Block, BlockKind, Corpus, Document, Fingerprint, Format, Knowledge, Source, readers};
use crate::text::Span;

/// Reads every `.md`, `.txt` and `.jsonl` file below `dir`. What cannot be read is left out of the corpus and named; it is
/// an error only when nothing is left.
pub(super) fn load(dir: &Path, fingerprint: Fingerprint) -> Result<(Corpus, Vec<Problem>), CorpusError> {
    let mut documents = Vec::new();
    let Listing { files, unread: mut problems } = corpus_files(dir).map_err(CorpusError::single)?;
    for file in files.iter().filter(|file| !has_ending(file, "toml")) {
        match read(dir, file, &mut problems) {
            Ok(found) => documents.extend(found),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(take_repeated_ids(&mut documents));
    if documents.is_empty() {
        if problems.is_empty() {
            let empty = Problem::new(dir, "holds no documents");
            problems.push(empty.hint("put .md, .txt or .jsonl files there, or name another folder with --corpus DIR"));
        }
        return Err(CorpusError { problems });
    }
    let title = dir.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let corpus = Corpus {
        title: title.unwrap_or_else(|| "documents".to_owned()),
        about: about(documents.len() as u64),
        questions: Vec::new(),
        documents: documents.into_iter().map(|(_, document)| document).collect(),
        knowledge: Knowledge::default(),
        anticipated: Vec::new(),
        fingerprint,
    };
    Ok((corpus, problems))
}

/// What a plain folder is said to hold: nobody has written a sentence about it.
#[must_use]
pub fn about(documents: u64) -> String {
    format!("{documents} documents from a folder.")
}

/// A document and the file it came from.
type Found = (PathBuf, Document);

fn read(dir: &Path, file: &Path, problems: &mut Vec<Problem>) -> Result<Vec<Found>, Problem> {
    let content = readers::decode(file)?;
    if has_ending(file, "jsonl") {
        let (records, bad) = readers::records(file, &content);
        problems.extend(bad);
        return Ok(records.into_iter().map(|record| (file.to_owned(), from_record(record))).collect());
    }
    let readable =
        readers::read(Format::of_name(file).unwrap_or(Format::Plain), None, content.as_bytes()).map_err(|error| error.of(file))?;
    let path = relative(dir, file);
    let id = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem).to_owned();
    let title = readable.title.unwrap_or_else(|| id.clone());
    let document = Document {
        source: Source::plain(id, title),
        text: readable.text,
        blocks: readable.blocks,
        links: readable.links,
        voices: Vec::new(),
    };
    Ok(vec![(file.to_owned(), document)])
}

/// A record is one block: whoever made the set has already cut it into passages.
fn from_record(record: readers::Record) -> Document {
    let span = Span::new(0, record.text.len()).trimmed(&record.text);
    let title = if record.title.trim().is_empty() { record.id.clone() } else { record.title };
    Document {
        source: Source::plain(record.id, title),
        text: record.text,
        blocks: vec![Block { span, kind: BlockKind::Paragraph }],
        links: Vec::new(),
        voices: Vec::new(),
    }
}

/// Takes out the documents whose id an earlier one has.
fn take_repeated_ids(documents: &mut Vec<Found>) -> Vec<Problem> {
    let mut first: HashMap<String, PathBuf> = HashMap::new();
    let mut problems = Vec::new();
    documents.retain(|(file, document)| {
        let id = document.source.id.as_str();
        let Some(other) = first.get(id) else {
            first.insert(id.to_owned(), file.clone());
            return true;
        };
        problems.push(
            Problem::new(file, format!("the document id \"{id}\" is also used in {}", other.display()))
                .hint("give each document an id of its own: rename the file, or change the record's \"_id\""),
        );
        false
    });
    problems
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().and_then(|e| e.to_str()).is_some_and(|e| e.eq_ignore_ascii_case(ending))
}
