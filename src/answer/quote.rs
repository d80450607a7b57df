//! A quote is a claim about a source's bytes. Its words can only be had by proving the claim, and only proven quotes can
//! be shown.

use thiserror::Error;

use super::AnswerError;
use super::citation::deep_link;
use crate::corpus::{Anchor, Lane, Passage, Provision, Source, Status};
use crate::index::{Generation, StoredDocument};
use crate::text::Span;

/// A quote that does not stand where it says. It is not shown.
#[derive(Debug, Error)]
pub enum Unproven {
    /// The source is not in the corpus any more.
    #[error("source {0} is not in the index")]
    NoSource(String),
    /// The source's text is not what was indexed.
    #[error("the text of source {0} does not match its hash")]
    SourceChanged(String),
    /// The words do not stand at the quote's place.
    #[error("the words at bytes {1}..{2} of source {0} are not the quoted ones")]
    WordsChanged(String, usize, usize),
}

/// A claim that certain words stand at a certain place of a source. It holds no words itself: see [`Quote::prove`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    number: usize,
    lane: Lane,
    speaker: String,
    source: String,
    passage: String,
    span: Span,
    clause: Option<u32>,
    provision: Option<String>,
    words_hash: blake3::Hash,
    source_hash: [u8; 32],
}

impl Quote {
    /// Claims the words at `span` of `document`, which lie within `passage`, and proves the claim there and then.
    pub(super) fn claim(document: &StoredDocument, passage: &Passage, span: Span) -> Result<Self, Unproven> {
        let words = proven_words(document, span, None)?;
        let (lane, speaker) = passage.spoken_at(&span, &document.source, &document.voices);
        Ok(Self {
            number: 0,
            lane,
            speaker,
            source: document.source.id.clone(),
            passage: passage.id.clone(),
            span,
            clause: passage.clause,
            provision: passage.provision_at(&span).map(Provision::name),
            words_hash: blake3::hash(words.as_bytes()),
            source_hash: document.hash,
        })
    }

    /// Claims the words at `anchor`.
    pub(super) fn at(generation: &Generation, anchor: &Anchor) -> Result<Self, AnswerError> {
        let document = generation.document(&anchor.source)?.ok_or_else(|| Unproven::NoSource(anchor.source.clone()))?;
        let passage = generation.passage_at(&document, anchor.span)?;
        let changed = || Unproven::WordsChanged(anchor.source.clone(), anchor.span.start, anchor.span.end);
        Ok(Self::claim(&document, &passage.ok_or_else(changed)?, anchor.span)?)
    }

    /// Claims the whole sentences that the words at `anchor` stand in.
    pub(super) fn sentences_at(generation: &Generation, anchor: &Anchor) -> Result<Self, AnswerError> {
        let document = generation.document(&anchor.source)?.ok_or_else(|| Unproven::NoSource(anchor.source.clone()))?;
        let passage = generation.passage_at(&document, anchor.span)?;
        let sentences = passage.iter().flat_map(|passage| &passage.sentences);
        let touched = sentences.filter(|sentence| sentence.overlaps(&anchor.span)).copied();
        let span = touched.fold(anchor.span, |all, sentence| all.joined(&sentence));
        Self::at(generation, &Anchor { source: anchor.source.clone(), span })
    }

    /// Numbers the quotes from 1, in the order given.
    pub(super) fn numbered(mut quotes: Vec<Self>) -> Vec<Self> {
        for (index, quote) in quotes.iter_mut().enumerate() {
            quote.number = index + 1;
        }
        quotes
    }

    /// The same quote with another number.
    pub(super) fn with_number(self, number: usize) -> Self {
        Self { number, ..self }
    }

    /// The quote as the only one.
    pub(super) fn alone(self) -> Self {
        Self { number: 1, ..self }
    }

    /// Reads the source again and holds the claim against its bytes: the text must match the hash it was indexed under,
    /// and the words at the span must be the ones that were claimed.
    ///
    /// # Errors
    /// [`AnswerError::Unproven`] when the claim does not hold, or the disk's.
    pub fn prove(&self, generation: &Generation) -> Result<ProvenQuote<'_>, AnswerError> {
        let document = generation.document(&self.source)?.ok_or_else(|| Unproven::NoSource(self.source.clone()))?;
        if document.hash != self.source_hash {
            return Err(Unproven::SourceChanged(self.source.clone()).into());
        }
        let words = proven_words(&document, self.span, Some(self.words_hash))?.to_owned();
        Ok(ProvenQuote { quote: self, words, source: document.source })
    }

    /// The hash of its words.
    pub(super) fn words_hash(&self) -> blake3::Hash {
        self.words_hash
    }

    /// Its number in the answer, from 1.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// Whose voice it is.
    #[must_use]
    pub fn lane(&self) -> Lane {
        self.lane
    }

    /// Who says it.
    #[must_use]
    pub fn speaker(&self) -> &str {
        &self.speaker
    }

    /// The id of the source that it stands in.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The id of the passage that it stands in.
    #[must_use]
    pub fn passage(&self) -> &str {
        &self.passage
    }

    /// The bytes of the source's text that it takes.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// BLAKE3 of the source's whole text.
    pub(super) fn source_hash(&self) -> blake3::Hash {
        blake3::Hash::from_bytes(self.source_hash)
    }

    /// The numbered provision of its document that it is from, as it is cited with its heading.
    #[must_use]
    pub fn provision(&self) -> Option<&str> {
        self.provision.as_deref()
    }

    /// The clause that it is from, if any.
    #[must_use]
    pub fn clause(&self) -> Option<u32> {
        self.clause
    }
}

/// The words at `span`, once the document's text has been held against its hash and the words against theirs.
fn proven_words(document: &StoredDocument, span: Span, expected: Option<blake3::Hash>) -> Result<&str, Unproven> {
    let id = &document.source.id;
    if blake3::hash(document.text.as_bytes()) != blake3::Hash::from_bytes(document.hash) {
        return Err(Unproven::SourceChanged(id.clone()));
    }
    let changed = || Unproven::WordsChanged(id.clone(), span.start, span.end);
    let words = span.of(&document.text).filter(|words| !words.is_empty()).ok_or_else(changed)?;
    match expected {
        Some(hash) if blake3::hash(words.as_bytes()) != hash => Err(changed()),
        _ => Ok(words),
    }
}

/// A quote whose words were found again in its source just now. Only this can be rendered.
#[derive(Debug)]
pub struct ProvenQuote<'q> {
    quote: &'q Quote,
    words: String,
    source: Source,
}

impl ProvenQuote<'_> {
    /// The claim that was proven.
    #[must_use]
    pub fn quote(&self) -> &Quote {
        self.quote
    }

    /// The exact words.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The source that they stand in.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The source's address, or the one that its copy is from, pointing at the words where they stand on that page.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let copied = self.source.copied.as_ref().and_then(|copied| copied.from.as_deref());
        let url = copied.or(self.source.url.as_deref())?;
        // Our note's words do not stand on the page that the note is about.
        Some(if self.source.status == Status::FullText { deep_link(url, &self.words) } else { url.to_owned() })
    }
}
