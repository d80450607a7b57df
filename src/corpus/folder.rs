//! A plain folder of documents: no `corpus.toml`, no curated knowledge, every file or record a source of its own.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::fingerprint::{corpus_files, relative};
use super::problem::{CorpusError, Problem};
use super::{Block, BlockKind, Corpus, Document, Fingerprint, Knowledge, Source, readers};
use crate::text::Span;

/// Reads every `.md`, `.txt` and `.jsonl` file below `dir`.
pub(super) fn load(dir: &Path, fingerprint: Fingerprint) -> Result<Corpus, CorpusError> {
    let mut documents = Vec::new();
    let mut problems = Vec::new();
    let files = corpus_files(dir).map_err(CorpusError::single)?;
    for file in files.iter().filter(|file| !has_ending(file, "toml")) {
        match read(dir, file) {
            Ok(found) => documents.extend(found),
            Err(found) => problems.extend(found),
        }
    }
    problems.extend(repeated_ids(&documents));
    if problems.is_empty() && documents.is_empty() {
        problems.push(
            Problem::new(dir, "holds no documents").hint("put .md, .txt or .jsonl files there, or name another folder with --corpus DIR"),
        );
    }
    if !problems.is_empty() {
        return Err(CorpusError { problems });
    }
    let title = dir.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    Ok(Corpus {
        title: title.unwrap_or_else(|| "documents".to_owned()),
        about: format!("{} documents from a folder.", documents.len()),
        questions: Vec::new(),
        documents: documents.into_iter().map(|(_, document)| document).collect(),
        knowledge: Knowledge::default(),
        anticipated: Vec::new(),
        fingerprint,
    })
}

/// A document and the file it came from.
type Found = (PathBuf, Document);

fn read(dir: &Path, file: &Path) -> Result<Vec<Found>, Vec<Problem>> {
    let content = readers::decode(file).map_err(|problem| vec![problem])?;
    if has_ending(file, "jsonl") {
        let records = readers::records(file, &content)?;
        return Ok(records.into_iter().map(|record| (file.to_owned(), from_record(record))).collect());
    }
    let readable = readers::read(file, &content);
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

fn repeated_ids(documents: &[Found]) -> Vec<Problem> {
    let mut first: HashMap<&str, &Path> = HashMap::new();
    let mut problems = Vec::new();
    for (file, document) in documents {
        let id = document.source.id.as_str();
        if let Some(other) = first.insert(id, file) {
            problems.push(
                Problem::new(file, format!("the document id \"{id}\" is also used in {}", other.display()))
                    .hint("give each document an id of its own: rename the file, or change the record's \"_id\""),
            );
        }
    }
    problems
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().and_then(|e| e.to_str()).is_some_and(|e| e.eq_ignore_ascii_case(ending))
}
