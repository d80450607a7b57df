//! What each answer is worth, and what all of them come to.

use std::collections::HashMap;

use serde::Serialize;

use super::EvalError;
use super::set::{Set, SetQuestion};
use crate::answer::{Answerer, WireAnswer};
use crate::app::OpenError;
use crate::corpus::Lane;
use crate::text::Span;

/// Words of quotes that a hurried reader takes in: answers are also looked for within them.
const FIRST_WORDS: usize = 60;

/// What one answer is worth.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Judged {
    /// The question's id.
    pub(super) id: String,
    pub(super) answerable: bool,
    pub(super) answered: bool,
    pub(super) confidence: f32,
    /// Relevance of each ranked document, best first, each document once.
    pub(super) gains: Vec<u32>,
    /// The relevances that a perfect ranking would have, best first.
    pub(super) ideal: Vec<u32>,
    /// Whether the set says which words answer.
    pub(super) has_words: bool,
    /// Whether those words are in the quotes.
    pub(super) quoted: bool,
    /// Whether they are in the first quote.
    pub(super) quoted_first: bool,
    /// Whether they are in the quotes, in order, as far as they fit in [`FIRST_WORDS`] words.
    pub(super) quoted_early: bool,
    pub(super) quotes: usize,
    /// Quotes whose text is not the slice of their source that they claim.
    pub(super) inexact: usize,
    /// Quotes in the text lane that are not the agreement's own words.
    pub(super) misplaced: usize,
    pub(super) took_us: u64,
}

pub(super) fn judge(
    question: &SetQuestion,
    set: &Set,
    answer: &WireAnswer,
    answerer: &Answerer,
    took_us: u64,
) -> Result<Judged, EvalError> {
    let known = &question.metadata;
    let quotes: Vec<&str> = answer.quotes.iter().map(|quote| quote.text.as_str()).collect();
    let holds = |text: &str| known.answers.iter().any(|words| contains(text, words));
    let mut inexact = 0;
    let mut misplaced = 0;
    for quote in &answer.quotes {
        let document = answerer.generation().document(&quote.source).map_err(OpenError::from)?;
        let slice = document.as_ref().and_then(|document| Span::new(quote.start, quote.end).of(&document.text));
        inexact += usize::from(slice != Some(quote.text.as_str()));
        let own = document.as_ref().is_some_and(|document| {
            let voiced =
                document.voices.iter().any(|voice| voice.lane == Lane::Text && voice.span.contains(&Span::new(quote.start, quote.end)));
            voiced || document.source.indexed_lane() == Lane::Text
        });
        misplaced += usize::from(quote.lane == Lane::Text && !own);
    }
    let (gains, ideal) = if set.corpus.is_none() {
        own_gains(question, answer, answerer)?
    } else {
        gains(set.relevant.get(&question.id), answer.hits.iter().map(|hit| hit.document.as_str()))
    };
    let right_lane = |lane: Lane| known.lane.as_deref().is_none_or(|wanted| wanted == lane.name());
    Ok(Judged {
        id: question.id.clone(),
        answerable: known.answerable,
        answered: answer.outcome == "found",
        confidence: answer.confidence,
        gains,
        ideal,
        has_words: !known.answers.is_empty(),
        quoted: quotes.iter().any(|quote| holds(quote)),
        quoted_first: answer.quotes.first().is_some_and(|quote| holds(&quote.text) && right_lane(quote.lane)),
        quoted_early: holds(&early(&quotes)),
        quotes: quotes.len(),
        inexact,
        misplaced,
        took_us,
    })
}

/// The quotes in order, up to the last that fits in [`FIRST_WORDS`] words.
fn early(quotes: &[&str]) -> String {
    let mut words = 0;
    let fitting = quotes.iter().enumerate().take_while(|(index, quote)| {
        words += quote.split_whitespace().count();
        *index == 0 || words <= FIRST_WORDS
    });
    fitting.map(|(_, quote)| *quote).collect::<Vec<_>>().join("\n")
}

/// Case and white space aside.
fn contains(text: &str, words: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(text).contains(&plain(words))
}

/// The relevance of ranked passages in our own set: a passage is relevant when it holds an answer.
fn own_gains(question: &SetQuestion, answer: &WireAnswer, answerer: &Answerer) -> Result<(Vec<u32>, Vec<u32>), EvalError> {
    let mut gains = Vec::new();
    for hit in &answer.hits {
        let words = passage_words(answerer, &hit.document, &hit.passage)?;
        let relevant =
            question.metadata.sources.contains(&hit.document) && question.metadata.answers.iter().any(|answer| contains(&words, answer));
        gains.push(u32::from(relevant));
    }
    // How many passages of the corpus hold an answer is not known; those that were ranked are taken for all.
    let ideal = vec![1; gains.iter().take(10).filter(|gain| **gain > 0).count().max(1)];
    Ok((gains, ideal))
}

/// The relevance of ranked documents, each once, and the relevances that a perfect ranking would have.
pub(super) fn gains<'d>(relevant: Option<&HashMap<String, u32>>, ranked: impl Iterator<Item = &'d str>) -> (Vec<u32>, Vec<u32>) {
    let mut seen: Vec<&str> = Vec::new();
    let mut gains = Vec::new();
    for document in ranked {
        if !seen.contains(&document) {
            seen.push(document);
            gains.push(relevant.and_then(|relevant| relevant.get(document)).copied().unwrap_or(0));
        }
    }
    let mut ideal: Vec<u32> = relevant.map(|relevant| relevant.values().copied().filter(|gain| *gain > 0).collect()).unwrap_or_default();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    (gains, ideal)
}

fn passage_words(answerer: &Answerer, source: &str, passage: &str) -> Result<String, EvalError> {
    let generation = answerer.generation();
    let Some(document) = generation.document(source).map_err(OpenError::from)? else { return Ok(String::new()) };
    for ordinal in document.first_passage..document.first_passage + document.passage_count {
        let stored = generation.passage(ordinal).map_err(OpenError::from)?.passage;
        if stored.id == passage {
            return Ok(stored.span.of(&document.text).unwrap_or_default().to_owned());
        }
    }
    Ok(String::new())
}

/// Area under the ROC curve of `confidence` for telling answerable from unanswerable: the chance that an answerable
/// question gets the higher confidence of the two, ties counting half.
#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
pub(super) fn auroc(judged: &[Judged]) -> Option<f64> {
    let mut ordered: Vec<&Judged> = judged.iter().collect();
    ordered.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let (mut rank_sum, mut place) = (0.0, 0);
    while let Some(first) = ordered.get(place) {
        let tied = ordered.iter().skip(place).take_while(|other| other.confidence.total_cmp(&first.confidence).is_eq()).count();
        let rank = (2 * place + tied + 1) as f64 / 2.0;
        let answerable = ordered.iter().skip(place).take(tied).filter(|judged| judged.answerable).count();
        rank_sum += rank * answerable as f64;
        place += tied;
    }
    let answerable = judged.iter().filter(|judged| judged.answerable).count() as f64;
    let unanswerable = judged.len() as f64 - answerable;
    (answerable > 0.0 && unanswerable > 0.0).then(|| (rank_sum - answerable * (answerable + 1.0) / 2.0) / (answerable * unanswerable))
}

/// The largest share of the answerable questions that can be answered while at most `most` of the unanswerable ones are.
#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
pub(super) fn answered_share(judged: &[Judged], most: f64) -> Option<f64> {
    let unanswerable: Vec<f32> = judged.iter().filter(|judged| !judged.answerable).map(|judged| judged.confidence).collect();
    let answerable: Vec<f32> = judged.iter().filter(|judged| judged.answerable).map(|judged| judged.confidence).collect();
    if unanswerable.is_empty() || answerable.is_empty() {
        return None;
    }
    let share = |of: &[f32], threshold: f32| of.iter().filter(|confidence| **confidence >= threshold).count() as f64 / of.len() as f64;
    let fitting = answerable.iter().filter(|threshold| share(&unanswerable, **threshold) <= most);
    Some(fitting.map(|threshold| share(&answerable, *threshold)).fold(0.0, f64::max))
}

/// Discounted cumulative gain at ten, against that of a perfect ranking.
pub(super) fn ndcg(judged: &Judged) -> f64 {
    let dcg =
        |gains: &[u32]| -> f64 { gains.iter().take(10).zip(2_u32..).map(|(gain, place)| f64::from(*gain) / f64::from(place).log2()).sum() };
    let ideal = dcg(&judged.ideal);
    if ideal > 0.0 { dcg(&judged.gains) / ideal } else { 0.0 }
}
