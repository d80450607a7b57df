//! Accord beside other search engines on the same questions, in one run:
//!
//!     cargo bench --bench peers -- ~/sets/squad ~/sets/obliqa ~/sets/cranfield
//!
//! Each set is in BEIR's layout. Sets that say which words answer are also asked with half of their topics, and with half of
//! each topic's passages, taken out. What is printed is Markdown.

#![expect(clippy::expect_used, reason = "a measurement that cannot be made has nothing better to do than stop")]

use std::path::{Path, PathBuf};

use accord::app::Places;
use accord::eval::{LeaveOut, Options, Peer, PeerDocument, Report, run, run_peer};
use frostem::{Algorithm, Stemmer};
use rusqlite::{Connection, params};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, TextAnalyzer, Token, TokenFilter, TokenStream, Tokenizer};
use tantivy::{Index, Searcher, TantivyDocument, doc};

/// Makes a search engine of a set's documents.
type Make = fn(&[PeerDocument]) -> Box<dyn Peer>;

const PEERS: [(&str, Make); 3] =
    [("tantivy", tantivy_default), ("tantivy, English", tantivy_english), ("SQLite FTS5, porter", Fts5::index)];

fn main() {
    // `cargo bench` adds flags of its own.
    let sets: Vec<PathBuf> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).map(PathBuf::from).collect();
    if sets.is_empty() {
        println!("name one or more question sets in BEIR's layout: cargo bench --bench peers -- DIR…");
        return;
    }
    for set in &sets {
        table(set, None);
        let report = run(set, &nowhere(), &Options::default()).expect("a set that can be read");
        if report.quoted.is_some() {
            table(set, Some(LeaveOut::Topics));
            table(set, Some(LeaveOut::Passages));
        }
    }
}

/// A set that brings its own corpus needs no other place.
fn nowhere() -> Places {
    Places::new(None, None)
}

fn table(set: &Path, leave_out: Option<LeaveOut>) {
    let options = Options { leave_out, ..Options::default() };
    let name = set.file_name().unwrap_or_default().to_string_lossy();
    let what = match leave_out {
        None => String::new(),
        Some(LeaveOut::Topics) => ", topics left out".to_owned(),
        Some(LeaveOut::Passages) => ", passages left out".to_owned(),
    };
    println!("\n**{name}{what}**\n");
    println!("| | hit@1 | hit@5 | MRR@10 | nDCG@10 | recall@10 | AUROC | answered at 5 % | at 10 % | p50 / p99 (µs) | index (ms) |");
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    row("Accord", &run(set, &nowhere(), &options).expect("a set that can be read"));
    for (peer, make) in PEERS {
        row(peer, &run_peer(set, &options, &make).expect("a set that can be read"));
    }
}

fn row(name: &str, report: &Report) {
    let figure = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
    let figures = [
        Some(report.hit_at_1),
        Some(report.hit_at_5),
        Some(report.mrr_at_10),
        Some(report.ndcg_at_10),
        Some(report.recall_at_10),
        report.auroc,
        report.answered_at_5_percent,
        report.answered_at_10_percent,
    ];
    let figures: Vec<String> = figures.into_iter().map(figure).collect();
    println!("| {name} | {} | {} / {} | {} |", figures.join(" | "), report.p50_us, report.p99_us, report.index_ms);
}

/// tantivy with its query parser over title and body.
struct Tantivy {
    searcher: Searcher,
    parser: QueryParser,
    id: Field,
}

fn tantivy_default(documents: &[PeerDocument]) -> Box<dyn Peer> {
    Tantivy::index(documents, TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build())
}

/// With stop words left out and words stemmed, as tantivy's own English analyser does it.
fn tantivy_english(documents: &[PeerDocument]) -> Box<dyn Peer> {
    Tantivy::index(documents, TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(English).build())
}

impl Tantivy {
    fn index(documents: &[PeerDocument], analyzer: TextAnalyzer) -> Box<dyn Peer> {
        let indexing = TextFieldIndexing::default().set_tokenizer("peer").set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = TextOptions::default().set_indexing_options(indexing);
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let title = schema.add_text_field("title", text.clone());
        let body = schema.add_text_field("body", text);
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register("peer", analyzer);
        let mut writer = index.writer_with_num_threads(1, 64 << 20).expect("room for a writer");
        for document in documents {
            writer
                .add_document(doc!(id => document.id.as_str(), title => document.title.as_str(), body => document.text.as_str()))
                .expect("a document");
        }
        writer.commit().expect("a commit");
        let searcher = index.reader().expect("a reader").searcher();
        Box::new(Self { searcher, parser: QueryParser::for_index(&index, vec![title, body]), id })
    }
}

impl Peer for Tantivy {
    fn rank(&mut self, question: &str, most: usize) -> Vec<(String, f32)> {
        let (query, _) = self.parser.parse_query_lenient(&plain(question));
        let found = self.searcher.search(&query, &TopDocs::with_limit(most).order_by_score()).expect("a search");
        let id = |address| {
            let document: TantivyDocument = self.searcher.doc(address).expect("a stored document");
            document.get_first(self.id).and_then(|value| value.as_str().map(str::to_owned)).expect("an id")
        };
        found.into_iter().map(|(score, address)| (id(address), score)).collect()
    }
}

/// A question without the signs that a query language reads.
fn plain(question: &str) -> String {
    question.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

/// Lucene's English stop words.
const STOP_WORDS: [&str; 33] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "such",
    "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
];

/// Leaves stop words out and stems the others, with the stemmer that tantivy uses.
#[derive(Clone)]
struct English;

impl TokenFilter for English {
    type Tokenizer<T: Tokenizer> = EnglishTokenizer<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> EnglishTokenizer<T> {
        EnglishTokenizer(tokenizer)
    }
}

#[derive(Clone)]
struct EnglishTokenizer<T>(T);

impl<T: Tokenizer> Tokenizer for EnglishTokenizer<T> {
    type TokenStream<'a> = EnglishStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        EnglishStream { tail: self.0.token_stream(text), stemmer: Stemmer::new(Algorithm::English) }
    }
}

struct EnglishStream<S> {
    tail: S,
    stemmer: Stemmer,
}

impl<S: TokenStream> TokenStream for EnglishStream<S> {
    fn advance(&mut self) -> bool {
        while self.tail.advance() {
            if STOP_WORDS.contains(&self.tail.token().text.as_str()) {
                continue;
            }
            let stem = self.stemmer.stem(&self.tail.token().text).into_owned();
            self.tail.token_mut().text = stem;
            return true;
        }
        false
    }

    fn token(&self) -> &Token {
        self.tail.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.tail.token_mut()
    }
}

/// SQLite's full-text index, with its Porter stemmer and its BM25.
struct Fts5 {
    database: Connection,
}

impl Fts5 {
    fn index(documents: &[PeerDocument]) -> Box<dyn Peer> {
        let mut database = Connection::open_in_memory().expect("a database");
        database.execute_batch("CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, title, body, tokenize = 'porter')").expect("FTS5");
        let filling = database.transaction().expect("a transaction");
        for document in documents {
            filling
                .execute("INSERT INTO documents VALUES (?, ?, ?)", params![document.id, document.title, document.text])
                .expect("a document");
        }
        filling.commit().expect("a commit");
        Box::new(Self { database })
    }
}

impl Peer for Fts5 {
    fn rank(&mut self, question: &str, most: usize) -> Vec<(String, f32)> {
        let words: Vec<String> = plain(question).split_whitespace().map(|word| format!("\"{word}\"")).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut select = self
            .database
            .prepare_cached("SELECT id, -bm25(documents) FROM documents WHERE documents MATCH ? ORDER BY bm25(documents) LIMIT ?")
            .expect("a query");
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = select.query_map(params![words.join(" OR "), most], |row| Ok((row.get(0)?, row.get(1)?))).expect("a search");
        rows.map(|row| row.expect("a row")).collect()
    }
}
