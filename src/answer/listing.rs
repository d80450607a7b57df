//! Passages listed for somebody who wants to look through them: ranked, counted, and never judged to be an answer.

use super::select::{document, likeliest};
use super::{AnswerError, Answerer, Context, Quote};
use crate::corpus::{Anchor, Passage};
use crate::index::StoredDocument;
use crate::search::{Hit, MOST_LISTED, Ranking, Scope, Translation, list};
use crate::text::{Span, stem, terms};

/// The most characters of a snippet: two lines on a phone, and enough to tell whether a passage is the one.
pub const SNIPPET: usize = 240;

/// What another name for a word counts for in a snippet beside the word itself.
const OTHER: f32 = 0.5;

/// The passages that hold some of the words.
#[derive(Debug)]
pub struct Found {
    /// The words that were searched for.
    pub words: String,
    /// The likeliest passages, best first: [`MOST_LISTED`] at the most.
    pub passages: Vec<FoundPassage>,
    /// How many passages hold any of the words, listed or not.
    pub total: u64,
    /// What was searched.
    pub scope: Scope,
    /// How the words were read, when they were typed in another language.
    pub translation: Option<Translation>,
    /// The content that was searched.
    pub snapshot: String,
}

/// A passage of a list.
#[derive(Debug)]
pub struct FoundPassage {
    /// The words of it that hold the most of what was searched for: at most [`SNIPPET`] characters. Its number is its place in
    /// the list.
    pub snippet: Quote,
    /// Whether the snippet begins within a sentence.
    pub cut_before: bool,
    /// Whether it ends within one.
    pub cut_after: bool,
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
    /// What it was ranked by. Comparable within one list only.
    pub score: f32,
}

impl Found {
    /// How many pages of `of` passages the list takes.
    #[must_use]
    pub fn pages(&self, of: usize) -> usize {
        self.passages.len().div_ceil(of.max(1))
    }

    /// The passages of one page, counted from 1.
    #[must_use]
    pub fn page(&self, page: usize, of: usize) -> &[FoundPassage] {
        page.checked_sub(1).and_then(|before| self.passages.chunks(of.max(1)).nth(before)).unwrap_or_default()
    }
}

impl Answerer {
    /// Lists the passages within `scope` that hold some of `words`, the likeliest first and at most `most` of them. Unlike an
    /// answer it claims nothing: whoever searches judges for themselves. A clause that the words point at ("clause 3") stands
    /// first.
    ///
    /// # Errors
    /// [`AnswerError::NoSuchSource`], the index's, or that a snippet could not be proven.
    pub fn search(&self, words: &str, scope: &Scope, most: usize) -> Result<Found, AnswerError> {
        self.search_after(words, None, scope, most)
    }

    /// The same for words that follow up on the conversation `before`.
    ///
    /// # Errors
    /// As [`Answerer::search`].
    pub fn search_after(&self, words: &str, before: Option<&Context>, scope: &Scope, most: usize) -> Result<Found, AnswerError> {
        self.known(scope)?;
        let generation = &self.generation;
        let question = self.question(words, before);
        let clauses = question.clauses.refs.iter().map(|clause| clause.number(generation.knowledge().clause_count()));
        let anchors: Vec<&Anchor> =
            clauses.filter_map(|number| generation.knowledge().clause(number)).map(|clause| &clause.anchor).collect();
        let (ranking, counted) = list(generation, &question.pointing_at_nothing(), scope)?;

        let mut passages: Vec<FoundPassage> = Vec::new();
        let mut total = counted;
        let best = ranking.hits.first().map_or(0.0, |hit| hit.standing);
        for anchor in anchors {
            let Some(document) = generation.document(&anchor.source)? else { continue };
            let Some(passage) = generation.passage_at(&document, anchor.span)? else { continue };
            let Some(first) = passage.sentences.first().copied() else { continue };
            if !scope.holds(&document.source.id, passage.spoken_at(&first, &document.source, &document.voices).0)
                || passages.iter().any(|other| other.snippet.passage() == passage.id)
            {
                continue;
            }
            // What the words do not hold, the number does.
            total += u64::from(!ranking.hits.iter().any(|hit| hit.stored.passage.id == passage.id));
            passages.push(found(&document, &passage, first, &ranking, best + 1.0)?);
        }
        for hit in &ranking.hits {
            let Hit { stored, .. } = hit;
            if passages.iter().any(|other| other.snippet.passage() == stored.passage.id) {
                continue;
            }
            let Some(sentence) = likeliest(&ranking, hit) else { continue };
            let passage = found(&document(generation, hit)?, &stored.passage, sentence, &ranking, hit.standing)?;
            // A sentence that quotes somebody may be cut down to their words alone, which are another lane's.
            if scope.holds(passage.snippet.source(), passage.snippet.lane()) {
                passages.push(passage);
            }
        }
        passages.truncate(most.min(MOST_LISTED));
        for (index, passage) in passages.iter_mut().enumerate() {
            passage.snippet = passage.snippet.clone().with_number(index + 1);
        }
        let snapshot = generation.manifest().snapshot.clone();
        Ok(Found { words: words.to_owned(), passages, total, scope: scope.clone(), translation: question.translation, snapshot })
    }
}

fn found(document: &StoredDocument, passage: &Passage, sentence: Span, ranking: &Ranking, score: f32) -> Result<FoundPassage, AnswerError> {
    let span = snippet(&document.text, &passage.sentences, sentence, ranking);
    let begins = passage.sentences.iter().any(|sentence| sentence.start == span.start);
    let ends = passage.sentences.iter().any(|sentence| sentence.end == span.end);
    Ok(FoundPassage {
        snippet: Quote::claim(document, passage, span)?,
        cut_before: !begins,
        cut_after: !ends,
        headings: passage.headings.clone(),
        score,
    })
}

/// The stretch to show: the sentence with those that follow it, as far as they fit; or, when the sentence alone is too long, the
/// part of it that holds the most of what was searched for.
fn snippet(text: &str, sentences: &[Span], sentence: Span, ranking: &Ranking) -> Span {
    let fits = |span: &Span| span.of(text).is_some_and(|words| words.chars().count() <= SNIPPET);
    if !fits(&sentence) {
        return window(text, sentence, ranking);
    }
    let following = sentences.iter().skip_while(|other| other.start <= sentence.start);
    let mut span = sentence;
    for next in following {
        let joined = span.joined(next);
        let adjoins = Span::new(span.end, next.start).of(text).is_some_and(|gap| gap.trim().is_empty() && !gap.contains("\n\n"));
        if !adjoins || !fits(&joined) {
            break;
        }
        span = joined;
    }
    span
}

/// The run of whole words within `sentence` that holds the most of what was searched for. Of equals it is the one in the
/// middle, so that what was found stands among its neighbours.
fn window(text: &str, sentence: Span, ranking: &Ranking) -> Span {
    let words = words(text, sentence);
    let weights: Vec<Option<(usize, f32)>> = words.iter().map(|word| weight(word.of(text).unwrap_or_default(), ranking)).collect();
    let mut best: (f32, Vec<Span>) = (f32::MIN, Vec::new());
    for (first, start) in words.iter().enumerate() {
        let mut held: Vec<(usize, f32)> = Vec::new();
        let mut run: Option<Span> = None;
        for (word, weight) in words.iter().zip(&weights).skip(first) {
            let longer = start.joined(word);
            if longer.of(text).is_none_or(|words| words.chars().count() > SNIPPET) {
                break;
            }
            run = Some(longer);
            if let Some((term, weight)) = *weight {
                match held.iter_mut().find(|(other, _)| *other == term) {
                    Some((_, most)) => *most = most.max(weight),
                    None => held.push((term, weight)),
                }
            }
        }
        let Some(run) = run else { continue };
        let worth: f32 = held.iter().map(|(_, weight)| weight).sum();
        if worth > best.0 + f32::EPSILON {
            best = (worth, vec![run]);
        } else if (worth - best.0).abs() <= f32::EPSILON {
            best.1.push(run);
        }
        if run.end == sentence.end {
            break;
        }
    }
    // A beginning or an end is easier to read than a middle.
    let edge = best.1.iter().find(|run| run.start == sentence.start).copied();
    edge.or_else(|| best.1.get(best.1.len() / 2).copied()).unwrap_or_else(|| cut(text, sentence))
}

/// The words of a stretch as they stand between white space.
fn words(text: &str, within: Span) -> Vec<Span> {
    let Some(stretch) = within.of(text) else { return Vec::new() };
    let mut at = within.start;
    let mut found = Vec::new();
    for piece in stretch.split_inclusive(char::is_whitespace) {
        let word = Span::new(at, at + piece.len()).trimmed(text);
        if !word.is_empty() {
            found.push(word);
        }
        at += piece.len();
    }
    found
}

/// The first characters of a stretch without a gap, as in a language that writes none.
fn cut(text: &str, within: Span) -> Span {
    let stretch = within.of(text).unwrap_or_default();
    let length = stretch.char_indices().nth(SNIPPET).map_or(stretch.len(), |(end, _)| end);
    Span::new(within.start, within.start + length)
}

/// Which of the terms that were searched for a word is, and what it counts for.
fn weight(word: &str, ranking: &Ranking) -> Option<(usize, f32)> {
    let stems: Vec<String> = terms(word).into_iter().map(|term| stem(&term.word)).collect();
    let matches = ranking.terms.iter().enumerate().filter_map(|(place, term)| {
        if stems.contains(&term.stem) {
            Some((place, term.idf))
        } else {
            let other = term.others.iter().flatten().any(|(other, _)| stems.contains(other));
            other.then_some((place, term.idf * OTHER))
        }
    });
    matches.max_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::{Confidence, Signals};

    fn nothing() -> Ranking {
        Ranking {
            terms: Vec::new(),
            hits: Vec::new(),
            confidence: Confidence { value: 0.0, signals: Signals::default() },
            threshold: 1.0,
            beside_best: 1.0,
        }
    }

    proptest! {
        #[test]
        fn a_snippet_of_any_text_is_short_and_lies_within_it(text in "\\PC{0,900}") {
            let all = Span::new(0, text.len()).trimmed(&text);
            let sentences = crate::text::sentences(&text);
            for sentence in sentences.iter().chain([&all]).filter(|sentence| !sentence.is_empty()) {
                let span = snippet(&text, &sentences, *sentence, &nothing());
                let words = span.of(&text).expect("a stretch of the text");
                prop_assert!(!words.is_empty() && words.chars().count() <= SNIPPET);
                prop_assert!(all.contains(&span));
            }
        }
    }
}
