//! Building a generation's files from a corpus.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use tantivy::indexer::NoMergePolicy;
use tantivy::{Index, IndexWriter};

use super::manifest::{Manifest, sync_folder, write_synced};
use super::records::RecordWriter;
use super::schema::Fields;
use super::stored::{Body, Entry};
use super::table::{Table, key};
use super::{AskedQuestion, Generation, IndexError, StoredPassage, generation};
use crate::corpus::{
    AnticipatedQuestion, Corpus, CorpusError, Document, Lane, Passage, Print, Problem, Source, Supplied, Supply, Voice, about_a_folder,
};
use crate::text::{Kind, Kinds, Marks, Span, Term, TermId, root_id, terms};

/// Memory that tantivy may use before it writes a segment out, in bytes. One thread, so that the order of the
/// passages, and with it every tie, is the same on every machine.
const WRITER_MEMORY: usize = 64 << 20;

/// How far a build has come: bytes of the corpus that are indexed, bytes in all.
pub type Progress<'p> = &'p mut dyn FnMut(usize, usize);

/// What a build is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So much of the corpus is indexed.
    Indexing {
        /// Bytes done.
        done: usize,
        /// Bytes in all.
        total: usize,
    },
    /// All is written; it is to be checked.
    Verifying,
    /// It is sound; it is to become the current one. Nothing stops it any more after this.
    Publishing,
}

/// Is told every step of a build, and says whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(Step) -> ControlFlow<()>;

/// Tells `watch` a step.
pub(super) fn go_on(watch: Watch<'_>, step: Step) -> Result<(), IndexError> {
    if watch(step).is_break() { Err(IndexError::Cancelled) } else { Ok(()) }
}

/// What a build came to.
pub(super) struct Built {
    /// What could not be read and was left out.
    pub(super) left_out: Vec<Problem>,
    /// How many documents were taken over as they were.
    pub(super) reused: u64,
}

/// Writes the files of a generation of `corpus` into the empty folder `dir` and seals them. A document that `before` holds
/// as it would be read is taken over from there. `kept` is noted for later builds.
///
/// One document is in memory at a time. What grows with the corpus is a few tens of bytes for each passage and document.
pub(super) fn build(corpus: &Corpus, before: Option<&Generation>, dir: &Path, kept: usize, watch: Watch<'_>) -> Result<Built, IndexError> {
    let prints = before.map(Generation::prints).transpose()?;
    let known = |print: &Print| prints.as_ref()?.find(print);
    let mut built = Built { left_out: Vec::new(), reused: 0 };
    let mut files = Files::create(dir)?;
    let mut documents = corpus.documents(&known);
    let total = usize::try_from(corpus.size()).unwrap_or(usize::MAX);
    go_on(watch, Step::Indexing { done: 0, total })?;
    loop {
        let from = documents.done();
        let Some(supply) = documents.next() else { break };
        let to = documents.done();
        let mut step = |done: usize, of: usize| {
            let share = (to - from).saturating_mul(done as u64) / of.max(1) as u64;
            let done = usize::try_from(from + share).unwrap_or(usize::MAX);
            go_on(watch, Step::Indexing { done: done.min(total), total })
        };
        match (supply, before) {
            (Err(problem), _) => {
                built.left_out.push(problem);
                step(1, 1)?;
            }
            (Ok(Supply { supplied: Supplied::Read(document), print, .. }), _) => files.read(corpus, &document, print, &mut step)?,
            (Ok(Supply { supplied: Supplied::Known(number), .. }), Some(before)) => {
                files.take_over(before, number, &mut step)?;
                built.reused += 1;
            }
            (Ok(Supply { id, .. }), None) => return Err(IndexError::Inconsistent(format!("{id} is known from nowhere"))),
        }
    }
    if files.sources.len() == 0 && !built.left_out.is_empty() {
        return Err(IndexError::Corpus(CorpusError { problems: built.left_out }));
    }
    files.seal(corpus, dir, kept, &built.left_out)?;
    Ok(built)
}

/// Is told how many passages of a document are done, and how many it has.
type Passing<'p> = &'p mut dyn FnMut(usize, usize) -> Result<(), IndexError>;

/// The files of a generation, being written.
struct Files {
    sources: RecordWriter,
    documents: RecordWriter,
    passages: RecordWriter,
    ids: Table,
    prints: Table,
    index: Index,
    inverted: IndexWriter,
    fields: Fields,
    snapshot: Snapshot,
    terms: u64,
    sentences: u64,
    anticipated: u64,
}

impl Files {
    fn create(dir: &Path) -> Result<Self, IndexError> {
        let folder = dir.join(generation::INVERTED);
        fs::create_dir(&folder).map_err(IndexError::io(&folder))?;
        let (schema, fields) = Fields::schema();
        let index = Index::create_in_dir(&folder, schema)?;
        let inverted: IndexWriter = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        inverted.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self {
            sources: RecordWriter::create(&dir.join(generation::SOURCES))?,
            documents: RecordWriter::create(&dir.join(generation::DOCUMENTS))?,
            passages: RecordWriter::create(&dir.join(generation::PASSAGES))?,
            ids: Table::default(),
            prints: Table::default(),
            index,
            inverted,
            fields,
            snapshot: Snapshot::default(),
            terms: 0,
            sentences: 0,
            anticipated: 0,
        })
    }

    /// Adds a document that was read.
    fn read(&mut self, corpus: &Corpus, document: &Document, print: Option<Print>, step: Passing<'_>) -> Result<(), IndexError> {
        let body = Body::of(document);
        let mut content = self.begin(&document.source, &document.voices, &body)?;
        let first_passage = self.passages.len();
        let passages = corpus.passages(document);
        let (count, mut questions) = (passages.len(), 0);
        for (place, passage) in passages.into_iter().enumerate() {
            let anticipated: Vec<AnticipatedQuestion<'_>> = corpus.anticipated_for(&passage).collect();
            let found = Found::of(&passage, &document.source, &document.text, &anticipated);
            self.snapshot.add(&passage, &document.source, found.words, &anticipated);
            questions += anticipated.len();
            let asked = anticipated.iter().map(AskedQuestion::new).collect();
            let record = StoredPassage::new(passage, document, &found.body, &found.title, asked);
            self.passage(&record, &found, &mut content)?;
            step(place + 1, count)?;
        }
        if count == 0 {
            step(1, 1)?;
        }
        let content = *content.finalize().as_bytes();
        let (source, voices) = (document.source.clone(), document.voices.clone());
        self.end(&Entry { source, first_passage, passage_count: count, voices, print, content, asked: questions })
    }

    /// Adds a document as another generation holds it. Only what finds it is made anew.
    fn take_over(&mut self, before: &Generation, number: usize, step: Passing<'_>) -> Result<(), IndexError> {
        let (entry, body) = before.numbered(number)?;
        let mut content = self.begin(&entry.source, &entry.voices, &body)?;
        let first_passage = self.passages.len();
        for place in 0..entry.passage_count {
            let record = before.passage(entry.first_passage + place)?;
            let found = Found::of(&record.passage, &entry.source, &body.text, &[]);
            self.snapshot.add(&record.passage, &entry.source, found.words, &[]);
            self.passage(&record, &found, &mut content)?;
            step(place + 1, entry.passage_count)?;
        }
        if entry.passage_count == 0 {
            step(1, 1)?;
        }
        self.end(&Entry { first_passage, ..entry })
    }

    /// Writes what belongs to no passage, and begins the hash of all that is stored of a document.
    fn begin(&mut self, source: &Source, voices: &[Voice], body: &Body) -> Result<blake3::Hasher, IndexError> {
        let mut content = blake3::Hasher::new();
        content.update(&postcard::to_stdvec(&(source, voices)).map_err(|error| IndexError::Inconsistent(error.to_string()))?);
        self.documents.push(body, &mut content)?;
        Ok(content)
    }

    fn passage(&mut self, record: &StoredPassage, found: &Found<'_>, content: &mut blake3::Hasher) -> Result<(), IndexError> {
        let number = self.passages.len() as u64;
        self.inverted.add_document(self.fields.document(number, record, &found.body, &found.title, &found.asked))?;
        self.terms += record.terms.len() as u64;
        self.sentences += record.passage.sentences.len() as u64;
        self.anticipated += record.asked.iter().filter(|question| question.answered).count() as u64;
        self.passages.push(record, content)
    }

    fn end(&mut self, entry: &Entry) -> Result<(), IndexError> {
        let number = self.sources.len();
        self.ids.push(key(blake3::hash(entry.source.id.as_bytes()).as_bytes()), number)?;
        if let Some(print) = &entry.print {
            self.prints.push(key(print), number)?;
        }
        self.sources.push(entry, &mut blake3::Hasher::new())
    }

    /// Writes what is about the whole, and the manifest.
    fn seal(self, corpus: &Corpus, dir: &Path, kept: usize, left_out: &[Problem]) -> Result<(), IndexError> {
        let (documents, passages) = (self.sources.len() as u64, self.passages.len() as u64);
        self.sources.finish()?;
        self.documents.finish()?;
        self.passages.finish()?;
        self.ids.write(&dir.join(generation::IDS))?;
        self.prints.write(&dir.join(generation::PRINTS))?;
        commit_as_one_segment(self.inverted, &self.index)?;
        let knowledge = serde_json::to_vec(&corpus.knowledge).map_err(|error| IndexError::Inconsistent(error.to_string()))?;
        write_synced(&dir.join(generation::KNOWLEDGE), &knowledge)?;

        let (format, analyzer) = Manifest::versions();
        let manifest = Manifest {
            format,
            analyzer,
            snapshot: self.snapshot.finish(&knowledge),
            corpus: corpus.fingerprint.clone(),
            title: corpus.title.clone(),
            about: corpus.about.clone().unwrap_or_else(|| about_a_folder(documents)),
            questions: corpus.questions.clone(),
            documents,
            passages,
            terms: self.terms,
            sentences: self.sentences,
            anticipated: self.anticipated,
            threshold: Manifest::threshold(),
            built_at: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            kept,
            left_out: left_out.iter().map(|problem| problem.below(corpus.folder())).collect(),
            files: BTreeMap::new(),
        };
        manifest.seal(dir)?;
        sync_folder(&dir.join(generation::INVERTED))?;
        sync_folder(dir)
    }
}

/// What finds a passage.
struct Found<'d> {
    /// Its words.
    words: &'d str,
    /// Their terms, with spans as offsets into the document.
    body: Vec<Term>,
    /// The terms that it is filed under.
    title: Vec<Term>,
    /// The terms of the questions that it is known to answer. A word that only a known gap holds is still a word that the
    /// corpus does not know.
    asked: Vec<Term>,
}

impl<'d> Found<'d> {
    fn of(passage: &Passage, source: &Source, text: &'d str, anticipated: &[AnticipatedQuestion<'_>]) -> Self {
        let words = passage.span.of(text).unwrap_or_default();
        Self {
            words,
            body: kept_terms(words, passage.span.start),
            title: kept_terms(&title_text(source, passage), 0),
            asked: anticipated.iter().filter(|question| question.answered).flat_map(|question| kept_terms(question.text, 0)).collect(),
        }
    }
}

/// The terms of `words` that are worth finding, with spans as offsets into the document.
fn kept_terms(words: &str, start: usize) -> Vec<Term> {
    terms(words).into_iter().filter(|term| !term.stop).map(|term| Term { span: term.span.shifted(start), ..term }).collect()
}

/// What a passage is filed under: the document's title and other names, who speaks, the headings above it, its topics.
fn title_text(source: &Source, passage: &Passage) -> String {
    let mut filed = vec![source.title.as_str()];
    if passage.speaker != source.title {
        filed.push(&passage.speaker);
    }
    filed.extend(source.also.iter().chain(&passage.headings).chain(&passage.topics).map(String::as_str));
    filed.join("\n")
}

impl StoredPassage {
    fn new(passage: Passage, document: &Document, body: &[Term], title: &[Term], asked: Vec<AskedQuestion>) -> Self {
        let text = document.text.as_str();
        let ids = |terms: &[Term]| terms.iter().map(Term::id).collect::<Vec<TermId>>();
        let up_to = |sentence: &Span| body.iter().take_while(|term| term.span.start < sentence.end).count();
        let sentence_ends = passage.sentences.iter().map(|sentence| u32::try_from(up_to(sentence)).unwrap_or(u32::MAX)).collect();
        let kinds = passage.sentences.iter().map(|sentence| Kinds::of(sentence.of(text).unwrap_or_default())).collect();
        let roots = body.iter().map(|term| root_id(&term.stem).unwrap_or_default()).collect();
        let forms = body.iter().map(Term::form).collect();
        let starts: HashSet<usize> = passage.sentences.iter().map(|sentence| sentence.start).collect();
        let marks = body.iter().map(|term| Marks::of(term.span.of(text).unwrap_or_default(), starts.contains(&term.span.start))).collect();
        let spoken = passage.sentences.iter().map(|sentence| passage.spoken_at(sentence, &document.source, &document.voices).0);
        let voices: Vec<Lane> = spoken.collect();
        let voices = if voices.iter().all(|lane| *lane == passage.lane) { Vec::new() } else { voices };
        Self { terms: ids(body), roots, forms, marks, kinds, voices, title: ids(title), sentence_ends, asked, passage }
    }
}

impl AskedQuestion {
    pub(crate) fn new(question: &AnticipatedQuestion<'_>) -> Self {
        let all = terms(question.text);
        let mut ids: Vec<TermId> = all.iter().filter(|term| !term.stop).map(Term::id).collect();
        ids.sort_unstable();
        ids.dedup();
        Self { sentence: question.sentence, answered: question.answered, kind: Kind::asked_by(&all), terms: ids }
    }
}

/// Ranking must not depend on how tantivy happened to cut its segments.
fn commit_as_one_segment(mut inverted: IndexWriter, index: &Index) -> Result<(), IndexError> {
    inverted.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        inverted.merge(&segments).wait()?;
        inverted.garbage_collect_files().wait()?;
    }
    inverted.wait_merging_threads()?;
    match index.searchable_segment_ids()?.len() {
        0 | 1 => Ok(()),
        many => Err(IndexError::Inconsistent(format!("{many} segments where one was asked for"))),
    }
}

/// Identity of a generation's content: a hash of its passages, in whatever order they come, and of the knowledge.
#[derive(Default)]
struct Snapshot {
    /// A hash of each passage with its id.
    passages: Vec<[u8; 32]>,
}

impl Snapshot {
    /// Hexadecimal digits that are shown: 64 bits, enough to tell any two snapshots apart.
    const DIGITS: usize = 16;

    fn add(&mut self, passage: &Passage, source: &Source, words: &str, asked: &[AnticipatedQuestion<'_>]) {
        let mut hasher = blake3::Hasher::new();
        let cited = [Some(source.title.as_str()), source.url.as_deref(), source.archive_url.as_deref(), source.published.as_deref()];
        let filed = passage.headings.iter().chain(&passage.topics).map(String::as_str);
        let said = [&passage.id, passage.lane.name(), &passage.speaker, words];
        for part in said
            .into_iter()
            .chain(cited.into_iter().map(Option::unwrap_or_default))
            .chain(filed)
            .chain(asked.iter().map(|question| question.text))
        {
            hasher.update(part.as_bytes());
            hasher.update(&[0]);
        }
        // Whether a foreseen question is answered decides what is said to it.
        hasher.update(&asked.iter().map(|question| u8::from(question.answered)).collect::<Vec<u8>>());
        self.passages.push(*hasher.finalize().as_bytes());
    }

    fn finish(mut self, knowledge: &[u8]) -> String {
        self.passages.sort_unstable();
        let mut hasher = blake3::Hasher::new();
        for passage in &self.passages {
            hasher.update(passage);
        }
        hasher.update(knowledge);
        hasher.finalize().to_hex().chars().take(Self::DIGITS).collect()
    }
}
