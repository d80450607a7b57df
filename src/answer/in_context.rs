//! A quote among its neighbours: the passage that it stands in, the one before and the one after, each quoted whole.

use super::{AnswerError, Answerer, Quote, Unproven};
use crate::index::StoredDocument;
use crate::text::Span;

/// A quote among its neighbours. The quotes are numbered in the order in which they stand.
#[derive(Debug)]
pub struct InContext {
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
    /// The passage before; none at the beginning of the source.
    pub before: Option<Quote>,
    /// The passage that the quote stands in.
    pub passage: Quote,
    /// The passage after; none at the end of the source.
    pub after: Option<Quote>,
    /// The quote's own bytes of the source's text, which lie within the passage.
    pub quoted: Span,
}

impl Answerer {
    /// The passage of `source` that holds all of `span`, with its neighbours.
    ///
    /// # Errors
    /// [`AnswerError::NoSuchSource`], the index's, or [`Unproven`] when no passage of the source holds the span.
    pub fn context_of(&self, source: &str, span: Span) -> Result<InContext, AnswerError> {
        let generation = &self.generation;
        let document = generation.document(source)?.ok_or_else(|| self.no_such_source(source))?;
        let unproven = || Unproven::WordsChanged(source.to_owned(), span.start, span.end);
        if span.of(&document.text).is_none_or(str::is_empty) {
            return Err(unproven().into());
        }
        let (number, passage) = generation.numbered_passage_at(&document, span)?.ok_or_else(unproven)?;
        let before = number.checked_sub(1).filter(|before| *before >= document.first_passage);
        let after = Some(number + 1).filter(|after| *after < document.first_passage + document.passage_count);
        let mut quotes = Quote::numbered(
            [before, Some(number), after].into_iter().flatten().map(|number| self.whole(&document, number)).collect::<Result<_, _>>()?,
        )
        .into_iter();
        Ok(InContext {
            headings: passage.headings,
            before: before.and_then(|_| quotes.next()),
            passage: quotes.next().ok_or_else(unproven)?,
            after: quotes.next(),
            quoted: span,
        })
    }

    /// A passage as one quote.
    fn whole(&self, document: &StoredDocument, number: usize) -> Result<Quote, AnswerError> {
        let passage = self.generation.passage(number)?.passage;
        Ok(Quote::claim(document, &passage, passage.span.trimmed(&document.text))?)
    }
}
