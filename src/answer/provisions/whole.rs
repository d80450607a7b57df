//! A provision's own words: whole, or the sentence of it that answers a question.

use super::find::Hit;
use super::offer::ask;
use crate::answer::quote::Quote;
use crate::answer::{Answer, AnswerError, Card, MOST_QUOTES, ProvisionCard, clauses};
use crate::corpus::{Passage, Provision};
use crate::index::Generation;
use crate::search::{Question, QuestionTerm};
use crate::text::{Span, sentences, terms};

/// So many passages show a provision whole. Of a longer one its own words and the beginnings of its parts are shown.
const MOST_PIECES: usize = 24;

/// A provision whole, with what is known of it.
pub(super) fn whole(generation: &Generation, asked: &str, hit: &Hit) -> Result<Answer, AnswerError> {
    let (quotes, is_cut) = pieces(generation, hit)?;
    let all = generation.provisions_of(&hit.document)?;
    let here = all.iter().position(|other| other.span == hit.provision.span && other.number == hit.provision.number).unwrap_or(0);
    let beside = |other: &&Provision| other.depth == hit.provision.depth;
    let named = |other: &Provision| (other.citation.clone(), ask(other, &hit.document.source.id));
    let (before, after) = all.split_at_checked(here).unwrap_or((&[], &[]));
    let card = ProvisionCard {
        provision: hit.provision.clone(),
        source: hit.document.source.clone(),
        ask: ask(&hit.provision, &hit.document.source.id),
        previous: before.iter().rev().find(beside).map(named),
        next: after.iter().skip(1).find(beside).map(named),
        is_cut,
    };
    Ok(Answer::found(generation, asked, Quote::numbered(quotes)).with_card(Card::Provision(Box::new(card))))
}

/// The words of a provision as quotes, a passage each; of a long one its own words and the first sentence of each of its parts. And
/// whether it was too long.
pub(super) fn pieces(generation: &Generation, hit: &Hit) -> Result<(Vec<Quote>, bool), AnswerError> {
    let Hit { document, provision, .. } = hit;
    let mut passages: Vec<Passage> = Vec::new();
    for ordinal in document.first_passage..document.first_passage + document.passage_count {
        let passage = generation.passage(ordinal)?.passage;
        if passage.span.start >= provision.span.end {
            break;
        }
        if passage.span.overlaps(&provision.span) {
            passages.push(passage);
        }
    }
    let inside = |passage: &Passage, span: Span| {
        let cut = Span::new(passage.span.start.max(span.start), passage.span.end.min(span.end));
        cut.trimmed(&document.text)
    };
    let claim = |passage: &Passage, span: Span| Ok(Quote::claim(document, passage, span)?);
    if passages.len() <= MOST_PIECES {
        let spans = passages.iter().flat_map(|passage| {
            let runs = runs(&document.text, passage, inside(passage, provision.span));
            runs.into_iter().map(move |span| (passage, span))
        });
        return Ok((spans.map(|(passage, span)| claim(passage, span)).collect::<Result<_, AnswerError>>()?, false));
    }
    let parts: Vec<&Provision> = passages
        .iter()
        .flat_map(|passage| &passage.provisions)
        .filter(|part| part.depth == provision.depth + 1 && provision.span.contains(&part.span) && part.span != provision.span)
        .collect();
    let own = Span::new(provision.span.start, parts.first().map_or(provision.span.end, |part| part.span.start));
    let mut quotes = Vec::new();
    for passage in passages.iter().filter(|passage| passage.span.overlaps(&own)).take(MOST_PIECES) {
        let span = inside(passage, own);
        if !span.is_empty() {
            quotes.push(claim(passage, span)?);
        }
    }
    for part in parts {
        let Some(passage) = passages.iter().find(|passage| passage.span.overlaps(&part.span)) else { continue };
        let sentence = passage.sentences.iter().find(|sentence| sentence.end > part.span.start);
        let span = sentence.map_or(passage.span, |sentence| inside(passage, Span::new(sentence.start.max(part.span.start), sentence.end)));
        if quotes.len() < MOST_PIECES && !span.is_empty() {
            quotes.push(claim(passage, span)?);
        }
    }
    Ok((quotes, true))
}
/// A list item's number or bullet takes no more bytes than this; what takes more between two sentences is a page's head or foot.
const MARKER: usize = 8;

/// A stretch of a passage cut where something stands between its sentences that is no text: the end of a page.
fn runs(text: &str, passage: &Passage, within: Span) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut start = within.start;
    let mut end = within.start;
    for sentence in passage.sentences.iter().filter(|sentence| sentence.overlaps(&within)) {
        let gap = Span::new(end, sentence.start).of(text).unwrap_or_default().trim();
        if end > within.start && gap.len() > MARKER {
            runs.push(Span::new(start, end));
            start = sentence.start;
        }
        end = end.max(sentence.end);
    }
    runs.push(Span::new(start, within.end));
    runs.into_iter().map(|run| run.trimmed(text)).filter(|run| !run.is_empty()).collect()
}
/// The sentence of each provision that holds the most of what is wanted. When they hold less than half of it, the question is
/// searched for like any other, unless it asks what the provisions themselves say: then they do not say it.
pub(super) fn within(
    generation: &Generation,
    question: &Question,
    hits: &[Hit],
    wanted: &[&QuestionTerm],
) -> Result<Option<Answer>, AnswerError> {
    let mut quotes = Vec::new();
    let mut held = 0.0_f32;
    for hit in hits.iter().take(MOST_QUOTES) {
        let mut best: Option<(f32, Quote)> = None;
        for quote in pieces(generation, hit)?.0 {
            let Some(passage) = generation.passage_at(&hit.document, quote.span())? else { continue };
            let text = quote.span().of(&hit.document.text).unwrap_or_default();
            for sentence in sentences(text) {
                let stems: Vec<String> = terms(sentence.of(text).unwrap_or_default()).into_iter().map(|term| term.stem).collect();
                let shared: f32 = wanted.iter().map(|wanted| wanted.stands_among(&stems)).sum();
                if best.as_ref().is_none_or(|(most, _)| shared > *most) {
                    best = Some((shared, Quote::claim(&hit.document, &passage, sentence.shifted(quote.span().start))?));
                }
            }
        }
        if let Some((shared, quote)) = best {
            held = held.max(shared);
            quotes.push(quote);
        }
    }
    Ok(clauses::answered_within(generation, question, Quote::numbered(quotes), held, wanted.len()))
}
