//! A plain folder of documents: no `corpus.toml`, no curated knowledge, every file or record a source of its own. It is read
//! one document at a time, so that a folder of any size takes as much memory as its largest document.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::slice;

use super::copies::Copy;
use super::fingerprint::{CorpusFile, print_of_copy, print_of_file, print_of_record, relative, unreadable};
use super::problem::Problem;
use super::supply::{Known, Supplied, Supply};
use super::{Block, BlockKind, Document, Format, Source, readers};
use crate::text::Span;

/// How many lines of one file are told one by one when they cannot be read; the others are counted.
const MOST_TOLD: usize = 100;

/// The files of a plain folder.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) dir: PathBuf,
    /// Every corpus file, sorted by path.
    pub(super) files: Vec<CorpusFile>,
    /// The copies on its shelf, each with the hash of its bytes.
    pub(super) copies: Vec<(Copy, Option<blake3::Hash>)>,
    /// The folders that could not be looked into, and what is wrong with the shelf.
    pub(super) unread: Vec<Problem>,
}

impl Folder {
    /// What the folder is called.
    pub(super) fn title(&self) -> String {
        let name = self.dir.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
        name.unwrap_or_else(|| "documents".to_owned())
    }

    /// How many bytes its files have.
    pub(super) fn size(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }
}

/// What a plain folder is said to hold: nobody has written a sentence about it.
#[must_use]
pub fn about(documents: u64) -> String {
    format!("{documents} documents from a folder.")
}

/// Reads the files of a folder in the order of their paths, and then the sources that were added on
/// its shelf of copies.
pub(super) struct FolderReader<'f> {
    folder: &'f Folder,
    known: Known<'f>,
    files: slice::Iter<'f, CorpusFile>,
    copies: slice::Iter<'f, (Copy, Option<blake3::Hash>)>,
    /// The file of records that is being read.
    lines: Option<Lines<'f>>,
    /// The files where each id was first used, by 16 bytes of the id's hash: of any number of ids no two have the same.
    first: HashMap<[u8; 16], &'f Path>,
    /// What could not be read, to be told next.
    problems: VecDeque<Problem>,
    /// Bytes of the files that are done.
    done: u64,
    /// Whether anything was found, be it only a problem.
    found: bool,
}

impl<'f> FolderReader<'f> {
    pub(super) fn new(folder: &'f Folder, known: Known<'f>) -> Self {
        Self {
            folder,
            known,
            files: folder.files.iter(),
            copies: folder.copies.iter(),
            lines: None,
            first: HashMap::new(),
            problems: folder.unread.iter().cloned().collect(),
            done: 0,
            found: false,
        }
    }

    /// Bytes of the folder that were read so far.
    pub(super) fn done(&self) -> u64 {
        self.done + self.lines.as_ref().map_or(0, |lines| lines.read)
    }

    fn step(&mut self) -> Option<Result<Supply<'f>, Problem>> {
        if let Some(problem) = self.problems.pop_front() {
            return Some(Err(problem));
        }
        loop {
            if let Some(mut lines) = self.lines.take() {
                let Some(next) = lines.next(self.known) else {
                    self.done += lines.file.size;
                    match lines.untold() {
                        Some(problem) => return Some(Err(problem)),
                        None => continue,
                    }
                };
                let next = next.and_then(|supply| self.first_of_its_id(&lines.file.path, supply));
                lines.bad += usize::from(next.is_err());
                let is_told = next.is_ok() || lines.bad <= MOST_TOLD;
                self.lines = Some(lines);
                if is_told {
                    return Some(next);
                }
                continue;
            }
            let Some(file) = self.files.next() else {
                let (copy, hash) = self.copies.next()?;
                return Some(self.copy(copy, hash.as_ref()).and_then(|supply| self.first_of_its_id(&copy.file, supply)));
            };
            if has_ending(&file.path, "jsonl") {
                match Lines::open(file) {
                    Ok(lines) => self.lines = Some(lines),
                    Err(problem) => return Some(Err(problem)),
                }
                continue;
            }
            self.done += file.size;
            if !has_ending(&file.path, "toml") {
                let supply = self.file(file).and_then(|supply| self.first_of_its_id(&file.path, supply));
                return Some(supply);
            }
        }
    }

    /// The document that a file is.
    fn file(&self, file: &'f CorpusFile) -> Result<Supply<'f>, Problem> {
        let dir = &self.folder.dir;
        let of = |hash: &blake3::Hash| print_of_file(dir, &file.path, hash);
        if let Some((number, id)) = file.hash.as_ref().and_then(|hash| (self.known)(&of(hash))) {
            return Ok(Supply { id, supplied: Supplied::Known(number), print: None });
        }
        let bytes = std::fs::read(&file.path).map_err(|error| unreadable(&file.path, &error))?;
        let document = read(dir, &file.path, &bytes)?;
        // The print is of the bytes that were read, whatever they were when the folder was looked through.
        Ok(Supply::read(document, of(&blake3::hash(&bytes))))
    }

    /// The document that a copy on the shelf is.
    fn copy(&self, copy: &'f Copy, hash: Option<&blake3::Hash>) -> Result<Supply<'f>, Problem> {
        let Some(added) = &copy.provenance.added else { return Err(copy.of_no_source()) };
        let print = hash.map(|hash| print_of_copy(&copy.provenance, hash));
        if let Some((number, id)) = print.as_ref().and_then(self.known) {
            return Ok(Supply { id, supplied: Supplied::Known(number), print: None });
        }
        let document = copy.added(added)?;
        Ok(Supply { id: document.source.id.clone(), supplied: Supplied::Read(Box::new(Cow::Owned(document))), print })
    }

    /// What was supplied, unless its id was used before.
    fn first_of_its_id(&mut self, file: &'f Path, supply: Supply<'f>) -> Result<Supply<'f>, Problem> {
        let mut key = [0; 16];
        blake3::Hasher::new().update(supply.id.as_bytes()).finalize_xof().fill(&mut key);
        match self.first.get(&key) {
            None => {
                self.first.insert(key, file);
                Ok(supply)
            }
            Some(other) => {
                let problem = Problem::new(file, format!("the document id \"{}\" is also used in {}", supply.id, other.display()));
                Err(problem.hint("give each document an id of its own: rename the file, or change the record's \"_id\""))
            }
        }
    }
}

impl<'f> Iterator for FolderReader<'f> {
    type Item = Result<Supply<'f>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.step();
        if next.is_none() && !self.found {
            self.found = true;
            let empty = Problem::new(&self.folder.dir, "holds no documents");
            return Some(Err(empty.hint("put .md, .txt, .html, .pdf or .jsonl files there, or name another folder with --corpus DIR")));
        }
        self.found = true;
        next
    }
}

/// The document that a file with these bytes is, of which is known what it says of itself.
fn read(dir: &Path, file: &Path, bytes: &[u8]) -> Result<Document, Problem> {
    let readable = readers::read(Format::of_name(file).unwrap_or(Format::Plain), None, bytes).map_err(|error| error.of(file))?;
    let path = relative(dir, file);
    let id = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem).to_owned();
    let title = readable.title.unwrap_or_else(|| id.clone());
    let plain = Source::plain(id, title);
    let source = Source {
        authors: readable.authors,
        published: readable.published,
        url: readable.canonical,
        lane: readable.lane.unwrap_or(plain.lane),
        speaker: readable.speaker.unwrap_or_else(|| plain.speaker.clone()),
        ..plain
    };
    Ok(Document { source, text: readable.text, blocks: readable.blocks, links: readable.links, voices: Vec::new() })
}

/// A file of records that is read line by line.
struct Lines<'f> {
    file: &'f CorpusFile,
    /// Where the lines come from; nothing after an error of the disk's.
    from: Option<BufReader<File>>,
    /// The line that was read last.
    line: Vec<u8>,
    /// Its number, counted from 1.
    number: usize,
    /// Bytes read.
    read: u64,
    /// How many lines could not be read.
    bad: usize,
}

impl<'f> Lines<'f> {
    fn open(file: &'f CorpusFile) -> Result<Self, Problem> {
        let from = BufReader::new(File::open(&file.path).map_err(|error| unreadable(&file.path, &error))?);
        Ok(Self { file, from: Some(from), line: Vec::new(), number: 0, read: 0, bad: 0 })
    }

    /// That there were more lines which cannot be read than were told.
    fn untold(&self) -> Option<Problem> {
        let more = self.bad.checked_sub(MOST_TOLD).filter(|more| *more > 0)?;
        Some(Problem::new(&self.file.path, format!("{more} more of its lines cannot be read")))
    }

    /// The next line that is not empty.
    fn next(&mut self, known: Known<'_>) -> Option<Result<Supply<'f>, Problem>> {
        let path = &self.file.path;
        loop {
            self.line.clear();
            match self.from.as_mut()?.read_until(b'\n', &mut self.line) {
                Ok(0) => return None,
                Ok(read) => self.read += read as u64,
                Err(error) => {
                    self.from = None;
                    return Some(Err(unreadable(path, &error)));
                }
            }
            self.number += 1;
            let text = match readers::text(&self.line) {
                Ok(text) => text,
                Err(unreadable) => return Some(Err(unreadable.of(path).on_line(self.number))),
            };
            let line = text.trim();
            if line.is_empty() {
                continue;
            }
            let print = print_of_record(line);
            return Some(match known(&print) {
                Some((number, id)) => Ok(Supply { id, supplied: Supplied::Known(number), print: None }),
                None => match readers::record(line) {
                    Ok(record) => Ok(Supply::read(from_record(record), print)),
                    Err(unreadable) => Err(unreadable.of(path).on_line(self.number)),
                },
            });
        }
    }
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

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().and_then(|e| e.to_str()).is_some_and(|e| e.eq_ignore_ascii_case(ending))
}
