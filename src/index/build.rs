//! Building a generation's files from a corpus.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use tantivy::indexer::NoMergePolicy;
use tantivy::{Index, IndexWriter};

use super::IndexError;
use super::generation::{AskedQuestion, StoredDocument, StoredPassage};
use super::manifest::{Manifest, sync_folder, write_synced};
use super::records::RecordWriter;
use super::schema::Fields;
use crate::corpus::{AnticipatedQuestion, Corpus, Document, Lane, Passage, Source};
use crate::text::{Kind, Kinds, Marks, Span, Term, TermId, root_id, terms};

/// Memory that tantivy may use before it writes a segment out, in bytes. One thread, so that the order of the
/// passages, and with it every tie, is the same on every machine.
const WRITER_MEMORY: usize = 64 << 20;

/// How far a build has come: passages done, passages in all.
pub type Progress<'p> = &'p mut dyn FnMut(usize, usize);

/// What a build is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many passages are indexed.
    Indexing {
        /// Passages done.
        done: usize,
        /// Passages in all.
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

/// The snapshot id that an index of `corpus` would have; `passages` are [`Corpus::passages`].
///
/// # Errors
/// That the knowledge cannot be written as JSON, which does not happen.
pub fn snapshot(corpus: &Corpus, passages: &[Passage]) -> Result<String, IndexError> {
    let mut snapshot = Snapshot::new();
    let by_id: HashMap<&str, &Document> = corpus.documents.iter().map(|document| (document.source.id.as_str(), document)).collect();
    for passage in passages {
        let Some(document) = by_id.get(passage.source.as_str()) else { continue };
        let asked: Vec<AnticipatedQuestion<'_>> = corpus.anticipated_for(passage).collect();
        snapshot.add(passage, &document.source, passage.span.of(&document.text).unwrap_or_default(), &asked);
    }
    Ok(snapshot.finish(&knowledge_file(corpus)?))
}

fn knowledge_file(corpus: &Corpus) -> Result<Vec<u8>, IndexError> {
    serde_json::to_vec(&corpus.knowledge).map_err(|error| IndexError::Inconsistent(error.to_string()))
}

/// Writes the files of a generation into the empty folder `dir` and seals them. `kept` is noted for later builds.
pub(super) fn build(corpus: &Corpus, dir: &Path, kept: usize, watch: Watch<'_>) -> Result<Manifest, IndexError> {
    let passages = corpus.passages();
    let mut snapshot = Snapshot::new();

    let mut documents = RecordWriter::create(&dir.join(super::generation::DOCUMENTS))?;
    let mut first = 0;
    for document in &corpus.documents {
        let count = passages.iter().skip(first).take_while(|passage| passage.source == document.source.id).count();
        documents.push(&StoredDocument::new(document, first, count))?;
        first += count;
    }
    documents.finish()?;

    let folder = dir.join(super::generation::INVERTED);
    fs::create_dir(&folder).map_err(IndexError::io(&folder))?;
    let (schema, fields) = Fields::schema();
    let index = Index::create_in_dir(&folder, schema)?;
    let inverted: IndexWriter = index.writer_with_num_threads(1, WRITER_MEMORY)?;
    inverted.set_merge_policy(Box::new(NoMergePolicy));

    let mut stored = RecordWriter::create(&dir.join(super::generation::PASSAGES))?;
    let (mut term_count, mut sentence_count, mut asked_count) = (0_u64, 0_u64, 0_u64);
    let total = passages.len();
    go_on(watch, Step::Indexing { done: 0, total })?;
    let by_id: HashMap<&str, &Document> = corpus.documents.iter().map(|document| (document.source.id.as_str(), document)).collect();
    for (ordinal, passage) in passages.into_iter().enumerate() {
        let Some(document) = by_id.get(passage.source.as_str()) else {
            return Err(IndexError::Inconsistent(format!("passage {} has no document", passage.id)));
        };
        let words = passage.span.of(&document.text).unwrap_or_default();
        let body = kept_terms(words, passage.span.start);
        let title = kept_terms(&title_text(&document.source, &passage), 0);
        let anticipated: Vec<AnticipatedQuestion<'_>> = corpus.anticipated_for(&passage).collect();
        // A word that only a known gap holds is still a word that the corpus does not know.
        let answered = anticipated.iter().filter(|question| question.answered);
        let asked_terms: Vec<Term> = answered.flat_map(|question| kept_terms(question.text, 0)).collect();
        snapshot.add(&passage, &document.source, words, &anticipated);
        asked_count += anticipated.iter().filter(|question| question.answered).count() as u64;
        let asked = anticipated.iter().map(AskedQuestion::new).collect();
        let record = StoredPassage::new(passage, document, &body, &title, asked);
        inverted.add_document(fields.document(ordinal as u64, &record, &body, &title, &asked_terms))?;
        term_count += record.terms.len() as u64;
        sentence_count += record.passage.sentences.len() as u64;
        stored.push(&record)?;
        go_on(watch, Step::Indexing { done: ordinal + 1, total })?;
    }
    stored.finish()?;
    commit_as_one_segment(inverted, &index)?;

    let knowledge = knowledge_file(corpus)?;
    write_synced(&dir.join(super::generation::KNOWLEDGE), &knowledge)?;

    let (format, analyzer) = Manifest::versions();
    let manifest = Manifest {
        format,
        analyzer,
        snapshot: snapshot.finish(&knowledge),
        corpus: corpus.fingerprint.clone(),
        title: corpus.title.clone(),
        about: corpus.about.clone(),
        questions: corpus.questions.clone(),
        documents: corpus.documents.len() as u64,
        passages: total as u64,
        terms: term_count,
        sentences: sentence_count,
        anticipated: asked_count,
        threshold: Manifest::threshold(),
        built_at: SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()),
        kept,
        files: BTreeMap::new(),
    };
    let manifest = manifest.seal(dir)?;
    sync_folder(&folder)?;
    sync_folder(dir)?;
    Ok(manifest)
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
        let starts: HashSet<usize> = passage.sentences.iter().map(|sentence| sentence.start).collect();
        let marks = body.iter().map(|term| Marks::of(term.span.of(text).unwrap_or_default(), starts.contains(&term.span.start))).collect();
        let spoken = passage.sentences.iter().map(|sentence| passage.spoken_at(sentence, &document.source, &document.voices).0);
        let voices: Vec<Lane> = spoken.collect();
        let voices = if voices.iter().all(|lane| *lane == passage.lane) { Vec::new() } else { voices };
        Self { terms: ids(body), roots, marks, kinds, voices, title: ids(title), sentence_ends, asked, passage }
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

/// Identity of a generation's content: a hash of its passages in the order of their ids, and of the knowledge.
struct Snapshot {
    passages: Vec<(String, blake3::Hash)>,
}

impl Snapshot {
    /// Hexadecimal digits that are shown: 64 bits, enough to tell any two snapshots apart.
    const DIGITS: usize = 16;

    fn new() -> Self {
        Self { passages: Vec::new() }
    }

    fn add(&mut self, passage: &Passage, source: &Source, words: &str, asked: &[AnticipatedQuestion<'_>]) {
        let mut hasher = blake3::Hasher::new();
        let cited = [Some(source.title.as_str()), source.url.as_deref(), source.archive_url.as_deref(), source.published.as_deref()];
        let filed = passage.headings.iter().chain(&passage.topics).map(String::as_str);
        let said = [passage.lane.name(), &passage.speaker, words];
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
        self.passages.push((passage.id.clone(), hasher.finalize()));
    }

    fn finish(mut self, knowledge: &[u8]) -> String {
        self.passages.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut hasher = blake3::Hasher::new();
        for (id, hash) in &self.passages {
            hasher.update(id.as_bytes());
            hasher.update(hash.as_bytes());
        }
        hasher.update(knowledge);
        hasher.finalize().to_hex().chars().take(Self::DIGITS).collect()
    }
}
