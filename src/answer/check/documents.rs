//! The documents that a quotation may be from: found by the index, read into tokens once.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::exact::{self, Place};
use super::given::Given;
use crate::corpus::Passage;
use crate::index::{Generation, IndexError, StoredDocument};
use crate::search::passages_holding;
use crate::text::{DASH, Token, terms, tokens};

/// Up to this many passages, every document is looked at, whatever the index says: that takes a few milliseconds.
const FEW_PASSAGES: usize = 1_000;
/// Up to this many passages, words that the index does not lead to (in headings, across passages, all of them common) are
/// looked for in every document. Above it the index is trusted, so that a check does not read gigabytes.
const SCANNED_PASSAGES: usize = 50_000;
/// Tokens that are kept for the next check; past it the memory is started afresh. About 150 bytes each.
const KEPT_TOKENS: usize = 500_000;

/// A document and its tokens.
#[derive(Debug)]
pub(super) struct ReadDocument {
    pub(super) stored: StoredDocument,
    pub(super) tokens: Vec<Token>,
    /// Where the tokens of each key stand.
    by_key: HashMap<u32, Vec<usize>>,
    /// Where a word is broken at the end of a line.
    broken: Vec<usize>,
    /// The tokens that are words.
    pub(super) words: Vec<usize>,
    /// The passages, once they are asked for.
    passages: OnceLock<Vec<Passage>>,
}

impl ReadDocument {
    fn new(stored: StoredDocument) -> Self {
        let tokens = tokens(&stored.text);
        let mut by_key: HashMap<u32, Vec<usize>> = HashMap::new();
        for (place, token) in tokens.iter().enumerate() {
            by_key.entry(token.key).or_default().push(place);
        }
        let breaks = |pair: &[Token]| matches!(pair, [_, dash] if dash.form == DASH && dash.ends_line);
        let broken = tokens.windows(2).enumerate().filter(|(_, pair)| breaks(pair)).map(|(place, _)| place).collect();
        let words = tokens.iter().enumerate().filter(|(_, token)| token.word).map(|(place, _)| place).collect();
        Self { stored, tokens, by_key, broken, words, passages: OnceLock::new() }
    }

    /// Where the tokens of this key stand, in order.
    pub(super) fn places(&self, key: u32) -> &[usize] {
        self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where words that begin like this may start.
    pub(super) fn starts(&self, wanted: &[Token]) -> Vec<usize> {
        let breaks = matches!(wanted, [_, dash, ..] if dash.form == DASH && dash.ends_line);
        match wanted.first() {
            Some(_) if breaks => (0..self.tokens.len()).collect(),
            Some(first) => self.places(first.key).iter().chain(&self.broken).copied().collect(),
            None => Vec::new(),
        }
    }

    /// The document's passages, in order.
    pub(super) fn passages(&self, generation: &Generation) -> Result<&[Passage], IndexError> {
        if let Some(passages) = self.passages.get() {
            return Ok(passages);
        }
        let ordinals = self.stored.first_passage..self.stored.first_passage + self.stored.passage_count;
        let passages = ordinals.map(|ordinal| Ok(generation.passage(ordinal)?.passage)).collect::<Result<Vec<_>, IndexError>>()?;
        Ok(self.passages.get_or_init(|| passages))
    }
}

/// Documents that were read before.
#[derive(Default)]
pub(super) struct Documents {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    by_id: HashMap<String, Arc<ReadDocument>>,
    tokens: usize,
}

impl Documents {
    /// The documents that hold what was given or come closest, in the order of the corpus. In a large corpus, words without a topic
    /// lead nowhere here: [`Self::elsewhere`] still finds them when nothing in them was changed.
    pub(super) fn nearby(&self, generation: &Generation, given: &Given) -> Result<Vec<Arc<ReadDocument>>, IndexError> {
        if generation.passage_count() <= FEW_PASSAGES {
            return self.all(generation);
        }
        let stems: Vec<String> = terms(&given.text).into_iter().filter(|term| !term.stop).map(|term| term.stem).collect();
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for ordinal in passages_holding(generation, &stems)? {
            let id = generation.passage(ordinal)?.passage.source;
            if seen.insert(id.clone()) {
                found.extend(self.read(generation, &id)?);
            }
        }
        found.sort_by_key(|document| document.stored.first_passage);
        Ok(found)
    }

    /// The places of what was given in the documents that are not `nearby`.
    pub(super) fn elsewhere(&self, generation: &Generation, given: &Given, nearby: &[Arc<ReadDocument>]) -> Result<Vec<Place>, IndexError> {
        if generation.passage_count() <= FEW_PASSAGES || generation.passage_count() > SCANNED_PASSAGES {
            return Ok(Vec::new());
        }
        let seen: HashSet<&str> = nearby.iter().map(|document| document.stored.source.id.as_str()).collect();
        let sign = exact::sign(given);
        let mut found = Vec::new();
        for stored in generation.documents() {
            let stored = stored?;
            if seen.contains(stored.source.id.as_str()) || !exact::may_hold(&stored.text, sign) {
                continue;
            }
            let document = Arc::new(ReadDocument::new(stored));
            found.extend(exact::places(&[document], given));
        }
        Ok(found)
    }

    fn all(&self, generation: &Generation) -> Result<Vec<Arc<ReadDocument>>, IndexError> {
        let mut ids: Vec<String> = generation.source_ids().collect::<Result<_, _>>()?;
        ids.sort_unstable();
        let mut found = Vec::with_capacity(ids.len());
        for id in &ids {
            found.extend(self.read(generation, id)?);
        }
        // Documents without a passage keep the order of their ids.
        found.sort_by_key(|document| document.stored.first_passage);
        Ok(found)
    }

    fn read(&self, generation: &Generation, id: &str) -> Result<Option<Arc<ReadDocument>>, IndexError> {
        if let Some(document) = self.kept.lock().unwrap_or_else(PoisonError::into_inner).by_id.get(id) {
            return Ok(Some(Arc::clone(document)));
        }
        let Some(stored) = generation.document(id)? else { return Ok(None) };
        let document = Arc::new(ReadDocument::new(stored));
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.tokens += document.tokens.len();
        if kept.tokens > KEPT_TOKENS {
            *kept = Kept { by_id: HashMap::new(), tokens: document.tokens.len() };
        }
        kept.by_id.insert(id.to_owned(), Arc::clone(&document));
        Ok(Some(document))
    }
}
