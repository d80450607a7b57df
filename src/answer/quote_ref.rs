//! Short names for quotes that outlive the process and the index: five of them fit into a Discord button.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{AnswerError, Answerer, Quote};
use crate::index::{Generation, REFERENCE_BITS, passage_reference};
use crate::text::Span;

/// Bits for where a quote begins in its passage. Passages are a few kilobytes; one of 64 KiB is no longer read.
const START_BITS: u32 = 16;
/// Bits for a quote's length in bytes. What a Discord card can show of a quote, 4,096 characters, fits even where each takes
/// three or four bytes.
const LENGTH_BITS: u32 = 14;
/// Bits of the words' own hash. One changed wording in 4,096 goes unnoticed by them.
const CHECK_BITS: u32 = 12;

/// Base64's alphabet for URLs (RFC 4648, section 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Bits of one of its characters.
const CHARACTER_BITS: u32 = 6;

/// A short name for a quote: its passage's, its place there, and a check of its words. It holds as long as the passage is called
/// the same and says the same there, whatever else becomes of the corpus.
///
/// As text it has exactly [`QuoteRef::LENGTH`] characters, so that several can be written one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuoteRef {
    passage: u64,
    start: u64,
    length: u64,
    check: u64,
}

/// A text that names no quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this names no quote: a quote's short name has 15 letters, digits, - and _")]
pub struct NoQuoteRef;

impl QuoteRef {
    /// The characters of its text form.
    pub const LENGTH: usize = ((REFERENCE_BITS + START_BITS + LENGTH_BITS + CHECK_BITS) / CHARACTER_BITS) as usize;

    /// The short name of a quote; nothing when the quote is too long for one, or is not in this generation.
    ///
    /// # Errors
    /// The index's.
    pub fn of(quote: &Quote, generation: &Generation) -> Result<Option<Self>, AnswerError> {
        let reference = passage_reference(quote.passage());
        for number in generation.passages_called(reference)? {
            let passage = generation.passage(number)?.passage;
            if passage.id == quote.passage() {
                let start = quote.span().start.checked_sub(passage.span.start);
                let [start, length] = [start, Some(quote.span().len())].map(|number| number.and_then(|number| u64::try_from(number).ok()));
                let (Some(start), Some(length)) = (start, length) else { return Ok(None) };
                let fits = start < 1 << START_BITS && length < 1 << LENGTH_BITS;
                return Ok(fits.then(|| Self { passage: reference, start, length, check: check(quote.words_hash()) }));
            }
        }
        Ok(None)
    }

    /// Reads names that were written one after the other.
    ///
    /// # Errors
    /// That one of them names no quote.
    pub fn read_all(text: &str) -> Result<Vec<Self>, NoQuoteRef> {
        if !text.is_ascii() {
            return Err(NoQuoteRef);
        }
        text.as_bytes().chunks(Self::LENGTH).map(|name| std::str::from_utf8(name).map_err(|_| NoQuoteRef)?.parse()).collect()
    }

    /// The quote that it names in `generation`, unless the passage is gone or says something else there.
    fn find(self, generation: &Generation) -> Result<Option<Quote>, AnswerError> {
        for number in generation.passages_called(self.passage)? {
            let passage = generation.passage(number)?.passage;
            let Some(document) = generation.document(&passage.source)? else { continue };
            let (Ok(start), Ok(length)) = (usize::try_from(self.start), usize::try_from(self.length)) else { continue };
            let span = Span::new(start, start + length).shifted(passage.span.start);
            let words = span.of(&document.text).filter(|words| !words.is_empty() && passage.span.contains(&span));
            if words.is_some_and(|words| check(blake3::hash(words.as_bytes())) == self.check) {
                return Ok(Some(Quote::claim(&document, &passage, span)?));
            }
        }
        Ok(None)
    }

    fn bits(self) -> u128 {
        let parts = [(self.start, START_BITS), (self.length, LENGTH_BITS), (self.check, CHECK_BITS)];
        parts.iter().fold(u128::from(self.passage), |bits, (part, width)| bits << width | u128::from(*part))
    }
}

/// The first bits of the words' hash.
fn check(words: blake3::Hash) -> u64 {
    let bits = words.as_bytes().iter().take(2).fold(0, |bits, byte| bits << 8 | u64::from(*byte));
    bits >> (16 - CHECK_BITS)
}

impl fmt::Display for QuoteRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.bits();
        for place in (0..Self::LENGTH).rev() {
            let shift = u32::try_from(place).unwrap_or_default() * CHARACTER_BITS;
            let digit = usize::try_from(bits >> shift & 0x3f).unwrap_or_default();
            write!(f, "{}", ALPHABET.get(digit).copied().map_or('A', char::from))?;
        }
        Ok(())
    }
}

impl FromStr for QuoteRef {
    type Err = NoQuoteRef;

    fn from_str(text: &str) -> Result<Self, NoQuoteRef> {
        if text.len() != Self::LENGTH {
            return Err(NoQuoteRef);
        }
        let mut bits: u128 = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|known| *known == byte).ok_or(NoQuoteRef)?;
            bits = bits << CHARACTER_BITS | digit as u128;
        }
        let mut take = |width: u32| {
            let part = u64::try_from(bits & ((1 << width) - 1)).unwrap_or_default();
            bits >>= width;
            part
        };
        let (check, length, start, passage) = (take(CHECK_BITS), take(LENGTH_BITS), take(START_BITS), take(REFERENCE_BITS));
        Ok(Self { passage, start, length, check })
    }
}

impl Answerer {
    /// The quotes that these names name, each with its place in the list as its number; nothing in place of one whose passage is
    /// no more, or whose words are not the same any more.
    ///
    /// # Errors
    /// The index's, or that a source does not match its hash.
    pub fn quotes_at(&self, names: &[QuoteRef]) -> Result<Vec<Option<Quote>>, AnswerError> {
        let found = names.iter().enumerate().map(|(index, name)| {
            let quote = name.find(&self.generation)?;
            Ok(quote.map(|quote| quote.with_number(index + 1)))
        });
        found.collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_name_is_read_as_it_was_written(
            passage in 0_u64..1 << REFERENCE_BITS,
            start in 0_u64..1 << START_BITS,
            length in 0_u64..1 << LENGTH_BITS,
            check in 0_u64..1 << CHECK_BITS,
        ) {
            let name = QuoteRef { passage, start, length, check };
            let text = name.to_string();
            prop_assert_eq!(text.len(), 15);
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
            prop_assert_eq!(text.parse(), Ok(name));
            prop_assert_eq!(QuoteRef::read_all(&text.repeat(5)), Ok(vec![name; 5]));
        }

        #[test]
        fn any_other_text_is_told_from_a_name(text in "\\PC{0,40}") {
            let name: Result<QuoteRef, NoQuoteRef> = text.parse();
            let fits = text.len() == QuoteRef::LENGTH && text.bytes().all(|byte| ALPHABET.contains(&byte));
            prop_assert_eq!(name.is_ok(), fits);
            if let Ok(name) = name {
                prop_assert_eq!(name.to_string(), text);
            }
        }
    }
}
