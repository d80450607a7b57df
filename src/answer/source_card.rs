//! Everything about one source: what it is, how that is known, who judges the agreement in it, and how it begins.

use super::{AnswerError, Answerer, Quote};
use crate::corpus::{Critique, Source};
use crate::text::Span;

/// The most characters of a source's opening words.
const OPENING: usize = 300;

/// Everything about one source.
#[derive(Debug)]
pub struct SourceCard {
    /// What it is and where it comes from.
    pub source: Source,
    /// How many passages of it the corpus holds.
    pub passages: usize,
    /// The document that stands beside it, if there is one: the note on it, or the page that it was taken from.
    pub beside: Option<Source>,
    /// The critiques that stand in it.
    pub critiques: Vec<Critique>,
    /// Its first sentences. A source without a sentence has none.
    pub opening: Option<Quote>,
}

impl Answerer {
    /// The source with this id.
    ///
    /// # Errors
    /// [`AnswerError::NoSuchSource`], the index's, or that the opening words could not be proven.
    pub fn source(&self, id: &str) -> Result<SourceCard, AnswerError> {
        let generation = &self.generation;
        let document = generation.document(id)?.ok_or_else(|| self.no_such_source(id))?;
        let mut beside = None;
        for other in [Source::note_id(id), Source::page_id(id)] {
            let found = generation.document(&other)?.map(|document| document.source);
            beside = beside.or(found.filter(|source| source.beside.as_deref() == Some(id)));
        }
        let here = |source: &str| source == id || beside.as_ref().is_some_and(|beside| beside.id == source);
        let critiques = generation.knowledge().critiques.iter().filter(|critique| here(&critique.anchor.source)).cloned().collect();
        let mut opening = None;
        if document.passage_count > 0 {
            let passage = generation.passage(document.first_passage)?.passage;
            let fits = |span: &&Span| {
                let first = passage.sentences.first().map_or(span.start, |first| first.start);
                document.text.get(first..span.end).is_some_and(|words| words.chars().count() <= OPENING)
            };
            let first = passage.sentences.first();
            let last = passage.sentences.iter().take_while(fits).last().or(first);
            if let (Some(first), Some(last)) = (first, last) {
                opening = Some(Quote::claim(&document, &passage, first.joined(last))?.with_number(1));
            }
        }
        Ok(SourceCard { passages: document.passage_count, source: document.source, beside, critiques, opening })
    }

    /// The card of every source, in the order of the corpus.
    ///
    /// # Errors
    /// The same as of [`Answerer::source`].
    pub fn source_cards(&self) -> Result<Vec<SourceCard>, AnswerError> {
        self.sources()?.into_iter().map(|source| self.source(&source.id)).collect()
    }
}
