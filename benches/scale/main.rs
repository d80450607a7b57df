//! How Accord grows with its corpus, on generated text:
//!
//!     cargo bench --bench scale                                    # 1,000, 10,000 and 100,000 passages
//!     cargo bench --bench scale -- --passages 1000000              # a million: about 4 GB of disk, some ten minutes
//!     cargo bench --bench scale -- --while-asked --passages 100000 # questions while a new generation is built
//!
//! What is printed is Markdown. The text and the index are written below the system's folder for throw-away files (`TMPDIR`)
//! and removed. Peak memory is only known on Linux.

#![expect(clippy::expect_used, reason = "a measurement that cannot be made has nothing better to do than stop")]

mod asked;
mod process;
mod text;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use accord::answer::Answerer;
use accord::app::Places;
use accord::corpus::Corpus;
use accord::index::Generations;
use accord::search::Scope;
use accord::text::{stem, terms};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Index, Searcher, Term};
use tempfile::TempDir;

/// Sizes that are measured when none is named.
const USUAL: [usize; 3] = [1_000, 10_000, 100_000];
/// Questions that are asked of each size.
const QUESTIONS: usize = 500;
/// Candidates that tantivy is asked for, as Accord asks for them.
const CANDIDATES: usize = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, corpus, index] = arguments.as_slice()
        && mode == process::BUILD
    {
        return process::build(Path::new(corpus), Path::new(index));
    }
    let named = arguments.windows(2).filter(|pair| pair.first().is_some_and(|flag| flag == "--passages"));
    let mut sizes: Vec<usize> = named.filter_map(|pair| pair.last()?.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.extend(USUAL);
    }
    if arguments.iter().any(|argument| argument == "--while-asked") {
        return sizes.into_iter().for_each(asked::table);
    }
    println!(
        "| passages | documents | passages/s | bytes/passage: text | index | peak memory: held | with mapped files | open | question p50 / p99 | bare tantivy p50 / p99 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    sizes.into_iter().for_each(row);
}

/// A corpus folder with so many passages, and where its index will be.
pub(crate) fn written(passages: usize) -> (TempDir, Places) {
    let folder = TempDir::new().expect("a folder");
    let places = Places { corpus: folder.path().join("corpus"), index: folder.path().join("index") };
    text::write(&places.corpus, passages).expect("generated text");
    (folder, places)
}

fn row(passages: usize) {
    let (_folder, places) = written(passages);
    let text = bytes(&places.corpus);
    let built = process::built(&places);
    let index = bytes(&places.index);
    let generations = Generations::at(&places.index);
    // The first opening finds what the build left in memory, as the others do: what is measured is warm.
    let open = median((0..3).map(|_| timed(|| drop(generations.open().expect("an index")))).collect());
    let generation = generations.open().expect("an index").generation;
    let stored = generation.passage_count();
    let answerer = Answerer::new(generation);
    let questions = text::questions(passages, QUESTIONS);
    let tantivy = Bare::open(&places);
    // Each is asked once before it is timed, so that neither waits for the disk.
    let warm = |ask: &dyn Fn(&str)| questions.iter().for_each(|question| ask(question));
    let bare = |question: &str| drop(tantivy.ask(question));
    let whole = |question: &str| {
        let answer = answerer.answer_within(&answerer.question(question, None), &Scope::default()).expect("an answer");
        answerer.prove(answer.quotes()).expect("proven quotes");
    };
    warm(&bare);
    warm(&whole);
    let bare: Vec<Duration> = questions.iter().map(|question| timed(|| bare(question))).collect();
    let whole: Vec<Duration> = questions.iter().map(|question| timed(|| whole(question))).collect();
    let per = |bytes: u64| bytes / stored.max(1) as u64;
    println!(
        "| {stored} | {} | {:.0} | {} | {} | {} | {} | {:.2} s | {} | {} |",
        text::documents(passages),
        stored as f64 / built.seconds,
        per(text),
        per(index),
        process::mebibytes(built.held),
        process::mebibytes(built.resident),
        open.as_secs_f64(),
        quantiles(whole),
        quantiles(bare),
    );
}

/// tantivy alone, over the index that Accord wrote: the same words in passage and title, the same pairs, the same number of
/// candidates, nothing read.
struct Bare {
    searcher: Searcher,
    body: Field,
    title: Field,
}

impl Bare {
    fn open(places: &Places) -> Self {
        let index = Index::open_in_dir(places.index.join("gen-000001").join("tantivy")).expect("an inverted index");
        let field = |name| index.schema().get_field(name).expect("a field");
        Self { searcher: index.reader().expect("a reader").searcher(), body: field("body"), title: field("title") }
    }

    fn ask(&self, question: &str) -> Vec<(f32, tantivy::DocAddress)> {
        let stems: Vec<String> = terms(question).into_iter().filter(|term| !term.stop).map(|term| stem(&term.word)).collect();
        let term = |field, stem: &String| Term::from_field_text(field, stem);
        let single = |field, stem| -> (Occur, Box<dyn Query>) {
            (Occur::Should, Box::new(TermQuery::new(term(field, stem), IndexRecordOption::WithFreqs)))
        };
        let pair = |(first, second): (&String, &String)| -> (Occur, Box<dyn Query>) {
            let terms = vec![(0, term(self.body, first)), (1, term(self.body, second))];
            (Occur::Should, Box::new(PhraseQuery::new_with_offset_and_slop(terms, 2)))
        };
        let words = stems.iter().flat_map(|stem| [single(self.body, stem), single(self.title, stem)]);
        let query = BooleanQuery::new(words.chain(stems.iter().zip(stems.iter().skip(1)).map(pair)).collect());
        self.searcher.search(&query, &TopDocs::with_limit(CANDIDATES).order_by_score()).expect("a search")
    }
}

fn timed(what: impl FnOnce()) -> Duration {
    let began = Instant::now();
    what();
    began.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// p50 and p99 in milliseconds.
pub(crate) fn quantiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default().as_secs_f64() * 1_000.0;
    format!("{:.2} / {:.2} ms", at(0.5), at(0.99))
}

/// Bytes of all files below a folder.
fn bytes(folder: &Path) -> u64 {
    let of = |entry: fs::DirEntry| if entry.path().is_dir() { bytes(&entry.path()) } else { entry.metadata().map_or(0, |file| file.len()) };
    fs::read_dir(folder).expect("a folder").map(|entry| of(entry.expect("an entry"))).sum()
}

/// Reads a corpus and publishes a generation of it.
pub(crate) fn publish(places: &Places) {
    let corpus = Corpus::load(&places.corpus).expect("a corpus");
    Generations::at(&places.index).publish(&corpus, &mut |_, _| {}).expect("an index");
}
