//! A receipt for an answer: all that it takes to hold the quotes against the corpus again, later and elsewhere.

use serde::{Deserialize, Serialize};

use super::quote::Quote;
use super::wire_copy::WireCopy;
use super::{Answer, AnswerError, Answerer, Outcome};
use crate::corpus::{Anchor, Lane};
use crate::text::Span;

/// The version of the receipts that are made and verified.
const VERSION: u32 = 1;

/// A record of an answer and of what its quotes were proven against.
///
/// What the corpus holds is recomputed when a receipt is verified: words, places, hashes, lanes, speakers, clauses. What it does
/// not hold (when, how sure, which version) is covered by `seal`, a hash of all the rest: it shows damage and careless edits, but
/// whoever forges a receipt can compute it too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The version of this format.
    pub receipt: u32,
    /// The version of accord that made it.
    pub accord: String,
    /// When it was made, in seconds since 1970 (UTC).
    pub made_at: u64,
    /// The title of the corpus.
    pub corpus: String,
    /// The content that was searched.
    pub snapshot: String,
    /// The exact question, unless it was left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// BLAKE3 of the exact question, in hexadecimal; empty when the receipt was made later and the question is not known.
    pub question_hash: String,
    /// What came of it.
    pub outcome: ReceiptOutcome,
    /// How sure it was, between 0 and 1.
    pub confidence: f64,
    /// The quotes that were shown: the answer's own, or those that come closest.
    pub quotes: Vec<ReceiptQuote>,
    /// BLAKE3 of all the rest but the question itself, in hexadecimal.
    pub seal: String,
}

/// What came of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptOutcome {
    /// It was answered.
    Found,
    /// More than one thing may have been meant.
    Ambiguous,
    /// The corpus does not say; the quotes come closest.
    NotFound,
}

/// A quote, and what it was proven against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptQuote {
    /// Its number in the answer, from 1.
    pub n: usize,
    /// The exact words.
    pub words: String,
    /// BLAKE3 of the words, in hexadecimal.
    pub words_hash: String,
    /// The id of the source.
    pub source: String,
    /// BLAKE3 of the whole text of the source, in hexadecimal.
    pub source_hash: String,
    /// The id of the passage.
    pub passage: String,
    /// First byte of the words in the source's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Whose voice it is.
    pub lane: Lane,
    /// Who says it.
    pub speaker: String,
    /// The clause that it is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<u32>,
    /// What its passage was ranked by, when it was searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Where the source's text was had from, when it was a copy. The seal covers it: the same text may be copied again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<WireCopy>,
}

/// What verifying a receipt came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// What does not hold of the receipt as a whole.
    pub findings: Vec<Finding>,
    /// For each quote of the receipt, what does not hold of it.
    pub quotes: Vec<Vec<Finding>>,
    /// Whether the corpus has changed since the receipt was made. By itself that is no fault of the receipt.
    pub corpus_changed: bool,
}

/// Something in a receipt that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The receipt is of a version that is not known.
    UnknownVersion,
    /// The receipt is not as it was made.
    SealBroken,
    /// The question is not the one that was asked.
    QuestionChanged,
    /// The quotes are not numbered as an answer's are.
    Number,
    /// The source is not in the corpus.
    NoSource,
    /// The source's text is another one.
    SourceChanged,
    /// The bytes named are not within the source, or cut through a character.
    OutOfRange,
    /// Other words stand there.
    WordsChanged,
    /// The words' hash is that of other words.
    WordsHash,
    /// The words stand in another passage.
    Passage,
    /// It is another voice.
    Lane,
    /// Somebody else says it.
    Speaker,
    /// The words are of another clause, or of none.
    Clause,
}

impl Verification {
    /// Whether every quote stands and the receipt is as it was made. A corpus that changed elsewhere does not speak against it.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.findings.is_empty() && self.quotes.iter().all(Vec::is_empty)
    }
}

impl Receipt {
    /// Proves every quote of `answer` and records it; `made_at` is in seconds since 1970 (UTC).
    ///
    /// # Errors
    /// A quote that cannot be proven, or the index's.
    pub fn of(answer: &Answer, answerer: &Answerer, made_at: u64) -> Result<Self, AnswerError> {
        let hits = || answer.ranking.iter().flat_map(|ranking| &ranking.hits);
        let quotes = answerer.prove(answer.quotes())?.into_iter().map(|proven| {
            let quote = proven.quote();
            ReceiptQuote {
                n: quote.number(),
                words: proven.words().to_owned(),
                words_hash: hex(proven.words()),
                source: quote.source().to_owned(),
                source_hash: quote.source_hash().to_hex().to_string(),
                passage: quote.passage().to_owned(),
                start: quote.span().start,
                end: quote.span().end,
                lane: quote.lane(),
                speaker: quote.speaker().to_owned(),
                clause: quote.clause(),
                score: hits().find(|hit| hit.stored.passage.id == quote.passage()).map(|hit| decimal(hit.standing)),
                copy: proven.source().copied.as_ref().map(WireCopy::from),
            }
        });
        let receipt = Self {
            receipt: VERSION,
            accord: env!("CARGO_PKG_VERSION").to_owned(),
            made_at,
            corpus: answerer.generation().manifest().title.clone(),
            snapshot: answer.snapshot.clone(),
            question: Some(answer.question.clone()),
            question_hash: hex(&answer.question),
            outcome: match answer.outcome {
                Outcome::Found(_) => ReceiptOutcome::Found,
                Outcome::Ambiguous(_) => ReceiptOutcome::Ambiguous,
                Outcome::NotFound { .. } => ReceiptOutcome::NotFound,
            },
            confidence: decimal(answer.confidence),
            quotes: quotes.collect(),
            seal: String::new(),
        };
        Ok(Self { seal: receipt.sealed(), ..receipt })
    }

    /// The receipt without what was asked. The question's hash stays, so that whoever knows the question can show that it was
    /// this one.
    #[must_use]
    pub fn without_question(self) -> Self {
        Self { question: None, ..self }
    }

    /// The receipt of quotes that were given to a question that is not known any more.
    #[must_use]
    pub fn of_no_known_question(self) -> Self {
        let receipt = Self { question: None, question_hash: String::new(), ..self };
        Self { seal: receipt.sealed(), ..receipt }
    }

    /// The receipt with what was asked, when that is the question that it has the hash of.
    #[must_use]
    pub fn with_question(self, question: &str) -> Self {
        if hex(question) == self.question_hash { Self { question: Some(question.to_owned()), ..self } } else { self }
    }

    /// Holds the receipt against the corpus that `answerer` answers from, byte for byte.
    ///
    /// # Errors
    /// The index's. That something does not hold is no error.
    pub fn verify(&self, answerer: &Answerer) -> Result<Verification, AnswerError> {
        let manifest = answerer.generation().manifest();
        let mut findings = Vec::new();
        if self.receipt != VERSION {
            findings.push(Finding::UnknownVersion);
        }
        if self.seal != self.sealed() {
            findings.push(Finding::SealBroken);
        }
        if self.question.as_ref().is_some_and(|question| hex(question) != self.question_hash) {
            findings.push(Finding::QuestionChanged);
        }
        if self.quotes.iter().enumerate().any(|(index, quote)| quote.n != index + 1) {
            findings.push(Finding::Number);
        }
        let quotes = self.quotes.iter().map(|quote| quote.verify(answerer)).collect::<Result<_, _>>()?;
        Ok(Verification { findings, quotes, corpus_changed: self.snapshot != manifest.snapshot || self.corpus != manifest.title })
    }

    fn sealed(&self) -> String {
        let unsealed = Self { seal: String::new(), question: None, ..self.clone() };
        // A receipt that cannot be written has no seal that it could match.
        serde_json::to_string(&unsealed).map(|json| hex(&json)).unwrap_or_default()
    }
}

impl ReceiptQuote {
    fn verify(&self, answerer: &Answerer) -> Result<Vec<Finding>, AnswerError> {
        let generation = answerer.generation();
        let mut findings = Vec::new();
        if hex(&self.words) != self.words_hash {
            findings.push(Finding::WordsHash);
        }
        let Some(document) = generation.document(&self.source)? else {
            findings.push(Finding::NoSource);
            return Ok(findings);
        };
        if hex(&document.text) != self.source_hash {
            findings.push(Finding::SourceChanged);
        }
        let span = Span::new(self.start, self.end);
        let Some(words) = span.of(&document.text).filter(|words| !words.is_empty()) else {
            findings.push(Finding::OutOfRange);
            return Ok(findings);
        };
        if words != self.words {
            findings.push(Finding::WordsChanged);
        }
        if generation.passage_at(&document, span)?.is_none() {
            findings.push(Finding::Passage);
            return Ok(findings);
        }
        let quote = Quote::at(generation, &Anchor { source: self.source.clone(), span })?;
        let differs = [
            (quote.passage() != self.passage, Finding::Passage),
            (quote.lane() != self.lane, Finding::Lane),
            (quote.speaker() != self.speaker, Finding::Speaker),
            (quote.clause() != self.clause, Finding::Clause),
        ];
        findings.extend(differs.into_iter().filter(|(differs, _)| *differs).map(|(_, finding)| finding));
        Ok(findings)
    }
}

/// The number as it is written in decimals, so that no other way of writing it reads as the same one.
fn decimal(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| number.into())
}

fn hex(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}
