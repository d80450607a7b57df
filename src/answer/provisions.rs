//! Provisions of any document looked up by the number or the heading that the document itself gives them.

use super::quote::Quote;
use super::{Answer, AnswerError, Card, Choice, MOST_CHOICES, MOST_QUOTES, ProvisionCard, Silence, clauses};
use crate::corpus::{Passage, Provision, Source};
use crate::index::{Generation, IndexError, StoredDocument, StoredProvision};
use crate::search::{Question, QuestionTerm, Scope};
use crate::text::{ProvisionKind, ProvisionRef, Span, name_words, provision_refs, sentences, terms};

/// So many provisions of one number are looked at: of more documents than these the name must be given.
const LOOKED_AT: usize = 100;
/// So many quotes show a provision whole. Of a longer one its own words and the beginnings of its parts are shown.
const MOST_PIECES: usize = 24;

/// A provision that may be meant, in its document.
struct Hit {
    document: StoredDocument,
    provision: Provision,
    /// How well its kind fits the noun that was used: 0 is best.
    fit: u8,
    /// How many of the words that were used name its document.
    named: usize,
}

/// The provision that `which` names by number or by heading, for somebody who wants to see it; `sources` are all there are.
pub(super) fn look_up(generation: &Generation, which: &str, scope: &Scope, sources: &[Source]) -> Result<Answer, AnswerError> {
    let refs = provision_refs(which);
    let Some(reference) = refs.first() else { return by_heading(generation, which, scope) };
    let words = words_beside(which, &refs);
    let mut hits = numbered(generation, reference, scope, which, &words)?;
    let is_named = hits.iter().any(|hit| hit.named > 0);
    if !is_named && let Some(source) = named_source(sources, &words) {
        // The document that was named has no such provision; another one's is not what was asked for.
        hits.retain(|hit| hit.document.source.id == source.id);
        if hits.is_empty() {
            return no_such(generation, which, reference, &Scope::source(&source.id));
        }
    }
    match hits.as_slice() {
        [] => no_such(generation, which, reference, scope),
        [hit] => whole(generation, which, hit),
        many => Ok(Answer::ambiguous(
            generation,
            which,
            many.iter().take(MOST_CHOICES).map(|hit| choice(&hit.provision, &hit.document.source)).collect(),
        )),
    }
}

/// The answer to a question that points at provisions: them whole, or, when the question asks for something in one, the sentences
/// that hold it. Nothing when the pointing may mean something else.
pub(super) fn asked_for(generation: &Generation, question: &Question, scope: &Scope) -> Result<Option<Answer>, AnswerError> {
    let text = question.translation.as_ref().map_or(question.text.as_str(), |translation| translation.english.as_str());
    let refs = provision_refs(text);
    let words = words_beside(text, &refs);
    let Some(first) = refs.first() else { return headed(generation, question, scope) };
    let mut found: Vec<Hit> = Vec::new();
    for reference in &refs {
        let mut hits = numbered(generation, reference, scope, text, &words)?;
        match hits.len() {
            0 => {}
            1 => found.append(&mut hits),
            _ => {
                let name: Vec<Choice> = hits.iter().take(MOST_CHOICES).map(|hit| choice(&hit.provision, &hit.document.source)).collect();
                // Words that name no document may be what is asked for; then a search knows better.
                let asks = wanted(question, &refs, &[]).is_empty();
                return Ok(asks.then(|| Answer::ambiguous(generation, &question.text, name)));
            }
        }
    }
    let sources: Vec<&Source> = found.iter().map(|hit| &hit.document.source).collect();
    let wanted = wanted(question, &refs, &sources);
    if found.is_empty() {
        return if first.certain && wanted.is_empty() { no_such(generation, &question.text, first, scope).map(Some) } else { Ok(None) };
    }
    match (wanted.is_empty(), found.as_slice()) {
        (true, [hit]) => whole(generation, &question.text, hit).map(Some),
        (true, many) => {
            let mut quotes = Vec::new();
            for hit in many.iter().take(MOST_QUOTES) {
                quotes.extend(pieces(generation, hit)?.0);
            }
            Ok(Some(Answer::found(generation, &question.text, Quote::numbered(quotes))))
        }
        (false, many) if first.certain => within(generation, question, many, &wanted),
        (false, _) => Ok(None),
    }
}

/// Whether a text points at a provision in a way that no curated clause is pointed at: by a path, by the noun of something else
/// than a clause, or in a document that it names.
pub(super) fn is_meant(generation: &Generation, text: &str, scope: &Scope) -> Result<bool, AnswerError> {
    let refs = provision_refs(text);
    let Some(reference) = refs.first() else { return Ok(false) };
    let words = words_beside(text, &refs);
    let hits = numbered(generation, reference, scope, text, &words)?;
    let other = reference.kind.is_some_and(|kind| !kind.is_main() || kind == ProvisionKind::Article);
    Ok(hits.iter().any(|hit| hit.named > 0 || other || reference.paths.first().is_some_and(|path| path.len() > 1)))
}

/// The provisions that `typed` may be the beginning of, by number or by heading; the first ones of a small corpus when nothing is
/// typed.
pub(super) fn choices(generation: &Generation, typed: &str, sources: &[Source]) -> Result<Vec<Choice>, AnswerError> {
    let scope = Scope::default();
    let refs = provision_refs(typed);
    let mut found: Vec<StoredProvision> = Vec::new();
    if let Some(reference) = refs.first() {
        let words = words_beside(typed, &refs);
        for hit in numbered(generation, reference, &scope, typed, &words)? {
            found.push(StoredProvision { source: hit.document.source.id, provision: hit.provision });
        }
        for path in &reference.paths {
            for number in generation.provision_numbers(&format!("{}.", path.join(".")), MOST_CHOICES)? {
                let fitting = generation.provisions_numbered(&number, None, &words, MOST_CHOICES)?.into_iter();
                found.extend(fitting.filter(|found| fit(reference.kind, found.provision.kind).is_some()));
            }
        }
    } else if typed.trim().is_empty() {
        for source in sources.iter().take(MOST_CHOICES) {
            let Some(document) = generation.document(&source.id)? else { continue };
            let of = generation.provisions_of(&document)?.into_iter().filter(|provision| provision.depth == 0);
            found.extend(of.map(|provision| StoredProvision { source: source.id.clone(), provision }));
            if found.len() >= MOST_CHOICES {
                break;
            }
        }
    } else {
        let mut stems: Vec<String> = heading_stems(typed);
        // The last word may not be finished.
        let last = typed.split_whitespace().last().unwrap_or_default().to_lowercase();
        if !typed.ends_with(char::is_whitespace) && stems.pop().is_some() {
            let begun = last.chars().take(last.chars().count().saturating_sub(1).max(2)).collect::<String>();
            for word in generation.provision_words(&begun, MOST_CHOICES)? {
                let all: Vec<String> = stems.iter().cloned().chain([word]).collect();
                found.extend(generation.provisions_headed(&all, None, MOST_CHOICES)?);
            }
        } else {
            found.extend(generation.provisions_headed(&stems, None, MOST_CHOICES)?);
        }
        found.retain(|found| typed.split_whitespace().all(|word| found.provision.heading.to_lowercase().contains(&word.to_lowercase())));
    }
    let mut offered: Vec<Choice> = Vec::new();
    for found in found {
        let Some(source) = sources.iter().find(|source| source.id == found.source) else { continue };
        let choice = choice(&found.provision, source);
        if offered.len() < MOST_CHOICES && !offered.iter().any(|other| other.ask == choice.ask) {
            offered.push(choice);
        }
    }
    Ok(offered)
}

/// How a provision is offered: what to ask names its document by its id, so that it is found again.
fn choice(provision: &Provision, source: &Source) -> Choice {
    let description = if provision.heading.is_empty() { source.id.clone() } else { provision.heading.clone() };
    Choice { label: format!("{} \u{b7} {}", provision.citation, source.title), description, ask: ask(provision, &source.id) }
}

fn ask(provision: &Provision, source: &str) -> String {
    format!("{} of {source}", provision.citation)
}

/// The provisions with this number: those whose kind fits the noun best, and of these those in the documents that are named.
fn numbered(
    generation: &Generation,
    reference: &ProvisionRef,
    scope: &Scope,
    text: &str,
    words: &[String],
) -> Result<Vec<Hit>, AnswerError> {
    let mut found = matching(generation, &reference.paths, reference.kind, scope, words)?;
    if found.is_empty() && reference.last != reference.paths {
        // "article 1 section 8", where sections are numbered through all articles.
        found = matching(generation, &reference.last, reference.last_kind, scope, words)?;
    }
    let lower = text.trim().to_lowercase();
    let exactly = |id: &str| lower.ends_with(&format!(" of {}", id.to_lowercase()));
    if found.iter().any(|found| exactly(&found.0.source)) {
        found.retain(|found| exactly(&found.0.source));
    }
    let best = found.iter().map(|(_, fit)| *fit).min();
    found.retain(|(_, fit)| Some(*fit) == best);
    let mut hits: Vec<Hit> = Vec::new();
    for (StoredProvision { source, provision }, fit) in found {
        let Some(document) = generation.document(&source)? else { continue };
        let named = named_by(&document.source, words) + usize::from(exactly(&source));
        hits.push(Hit { document, provision, fit, named });
    }
    let most = hits.iter().map(|hit| hit.named).max().unwrap_or(0);
    hits.retain(|hit| hit.named == most);
    hits.sort_by_key(|hit| hit.fit);
    Ok(hits)
}

fn matching(
    generation: &Generation,
    paths: &[Vec<String>],
    kind: Option<ProvisionKind>,
    scope: &Scope,
    words: &[String],
) -> Result<Vec<(StoredProvision, u8)>, AnswerError> {
    for path in paths {
        let found = generation.provisions_numbered(&path.join("."), scope.source.as_deref(), words, LOOKED_AT)?;
        let fitting: Vec<_> = found.into_iter().filter_map(|found| Some((fit(kind, found.provision.kind)?, found))).collect();
        if !fitting.is_empty() {
            return Ok(fitting.into_iter().map(|(fit, found)| (found, fit)).collect());
        }
    }
    Ok(Vec::new())
}

/// How well a provision of kind `has` fits the noun that was used; nothing when it cannot be meant.
fn fit(asked: Option<ProvisionKind>, has: Option<ProvisionKind>) -> Option<u8> {
    let is_main = has.is_none_or(ProvisionKind::is_main);
    match asked {
        None if is_main => Some(0),
        None => Some(1),
        Some(asked) if has == Some(asked) => Some(0),
        // A "paragraph" or a "point" may be anything's.
        Some(ProvisionKind::Paragraph) => Some(if is_main { 1 } else { 2 }),
        Some(asked) if asked.is_main() => is_main.then_some(1),
        Some(asked) if asked.is_attachment() => has.is_some_and(ProvisionKind::is_attachment).then_some(1),
        Some(ProvisionKind::Recital) => has.is_none().then_some(1),
        Some(_) => None,
    }
}

/// The words of a text beside those that point, as they are compared with names of documents.
fn words_beside(text: &str, refs: &[ProvisionRef]) -> Vec<String> {
    let mut rest = String::new();
    let mut at = 0;
    for reference in refs {
        rest.push_str(text.get(at..reference.span.start).unwrap_or_default());
        rest.push(' ');
        at = at.max(reference.span.end);
    }
    rest.push_str(text.get(at..).unwrap_or_default());
    name_words(&rest)
}

/// How many of the words stand in a source's names.
fn named_by(source: &Source, words: &[String]) -> usize {
    let names = names_of(source);
    words.iter().filter(|word| names.contains(word)).count()
}

fn names_of(source: &Source) -> Vec<String> {
    [&source.id, &source.title].into_iter().chain(&source.also).flat_map(|name| name_words(name)).collect()
}

/// The only source whose names hold all the words, apart from those of asking.
fn named_source<'s>(sources: &'s [Source], words: &[String]) -> Option<&'s Source> {
    let words: Vec<String> = words.iter().filter(|word| !clauses::asks_for_the_whole(word)).cloned().collect();
    if words.is_empty() {
        return None;
    }
    let mut named = sources.iter().filter(|source| named_by(source, &words) == words.len());
    named.next().filter(|_| named.next().is_none())
}

/// The terms of a question that ask for something within a provision: not those that point at it, name its document or ask for
/// the whole.
fn wanted<'q>(question: &'q Question, refs: &[ProvisionRef], sources: &[&Source]) -> Vec<&'q QuestionTerm> {
    let names: Vec<String> = sources.iter().flat_map(|source| names_of(source)).collect();
    let points = |term: &QuestionTerm| refs.iter().any(|reference| reference.span.overlaps(&term.term.span));
    let is_name = |term: &QuestionTerm| name_words(&term.term.word).iter().all(|word| names.contains(word));
    let terms = question.terms.iter().filter(|term| !clauses::asks_for_the_whole(&term.term.word));
    terms.filter(|term| !points(term) && !is_name(term) && ProvisionKind::of_word(&term.term.word).is_none()).collect()
}

/// A provision whole, with what is known of it.
fn whole(generation: &Generation, asked: &str, hit: &Hit) -> Result<Answer, AnswerError> {
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
fn pieces(generation: &Generation, hit: &Hit) -> Result<(Vec<Quote>, bool), AnswerError> {
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
        let spans = passages.iter().map(|passage| (passage, inside(passage, provision.span))).filter(|(_, span)| !span.is_empty());
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

/// The sentence of each provision that holds the most of what is wanted. When they hold less than half of it, the question is
/// searched for like any other, unless it asks what the provisions themselves say: then they do not say it.
fn within(generation: &Generation, question: &Question, hits: &[Hit], wanted: &[&QuestionTerm]) -> Result<Option<Answer>, AnswerError> {
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

/// The provision whose heading holds the words best, for somebody who wants to see one.
fn by_heading(generation: &Generation, which: &str, scope: &Scope) -> Result<Answer, AnswerError> {
    let stems = heading_stems(which);
    let hits = best_headed(generation, &stems, scope, which)?;
    match hits.as_slice() {
        [] => Ok(Answer::silent(generation, which, Silence::UnknownClause)),
        [hit] => whole(generation, which, hit),
        many => Ok(Answer::ambiguous(
            generation,
            which,
            many.iter().take(MOST_CHOICES).map(|hit| choice(&hit.provision, &hit.document.source)).collect(),
        )),
    }
}

/// The answer to a question that asks for a provision by its heading and for nothing else: "what does the termination clause say?"
fn headed(generation: &Generation, question: &Question, scope: &Scope) -> Result<Option<Answer>, AnswerError> {
    let speaks = question.words.iter().any(|word| ProvisionKind::of_word(word).is_some_and(ProvisionKind::is_main));
    if !speaks {
        return Ok(None);
    }
    let stems: Vec<String> = wanted(question, &[], &[]).into_iter().map(|term| term.term.stem.clone()).collect();
    let hits = best_headed(generation, &stems, scope, &question.text)?;
    match hits.as_slice() {
        [] => Ok(None),
        [hit] => whole(generation, &question.text, hit).map(Some),
        many => {
            let choices = many.iter().take(MOST_CHOICES).map(|hit| choice(&hit.provision, &hit.document.source)).collect();
            Ok(Some(Answer::ambiguous(generation, &question.text, choices)))
        }
    }
}

/// The words of a text that may stand in a heading.
fn heading_stems(text: &str) -> Vec<String> {
    let kept = terms(text)
        .into_iter()
        .filter(|term| !term.stop && ProvisionKind::of_word(&term.word).is_none() && !clauses::asks_for_the_whole(&term.word));
    kept.map(|term| term.stem).collect()
}

/// The provisions whose headings hold the words: all of them, or all but those that name the document. The shortest headings are
/// the best ones; of a provision and its own parts the provision is.
fn best_headed(generation: &Generation, stems: &[String], scope: &Scope, text: &str) -> Result<Vec<Hit>, AnswerError> {
    let mut found = generation.provisions_headed(stems, scope.source.as_deref(), LOOKED_AT)?;
    let words = name_words(text);
    let mut searched: Vec<String> = stems.to_vec();
    if found.is_empty() && stems.len() > 1 {
        // "the termination clause of the lease"
        for left_out in stems {
            let fewer: Vec<String> = stems.iter().filter(|stem| *stem != left_out).cloned().collect();
            for hit in generation.provisions_headed(&fewer, scope.source.as_deref(), LOOKED_AT)? {
                let Some(document) = generation.document(&hit.source)? else { continue };
                if names_of(&document.source).contains(left_out) {
                    found.push(hit);
                }
            }
            if !found.is_empty() {
                searched = fewer;
                break;
            }
        }
    }
    let mut hits: Vec<(usize, Hit)> = Vec::new();
    for StoredProvision { source, provision } in found {
        let heading: Vec<String> = terms(&provision.heading).into_iter().filter(|term| !term.stop).map(|term| term.stem).collect();
        if !searched.iter().all(|stem| heading.contains(stem)) || heading.is_empty() {
            continue;
        }
        let Some(document) = generation.document(&source)? else { continue };
        let named = named_by(&document.source, &words);
        hits.push((heading.len(), Hit { document, provision, fit: 0, named }));
    }
    let most = hits.iter().map(|(_, hit)| hit.named).max().unwrap_or(0);
    hits.retain(|(_, hit)| hit.named == most);
    let shortest = hits.iter().map(|(length, _)| *length).min();
    hits.retain(|(length, _)| Some(*length) == shortest);
    let outermost = hits.iter().map(|(_, hit)| hit.provision.depth).min();
    hits.retain(|(_, hit)| Some(hit.provision.depth) == outermost);
    Ok(hits.into_iter().map(|(_, hit)| hit).collect())
}

/// That there is no such provision, with those that are near: the parts of what it would be a part of.
fn no_such(generation: &Generation, asked: &str, reference: &ProvisionRef, scope: &Scope) -> Result<Answer, AnswerError> {
    let path = reference.paths.first().cloned().unwrap_or_default();
    let above = path.len().checked_sub(1).and_then(|length| path.get(..length)).unwrap_or_default();
    let mut source = scope.source.clone();
    let mut near: Vec<Provision> = Vec::new();
    if !above.is_empty() {
        let parents = generation.provisions_numbered(&above.join("."), scope.source.as_deref(), &[], LOOKED_AT)?;
        let parents: Vec<_> = parents.into_iter().filter(|found| fit(reference.kind, found.provision.kind).is_some()).collect();
        if let [parent] = parents.as_slice() {
            source = Some(parent.source.clone());
            near = parts(generation, &parent.source, Some(&parent.provision))?;
        }
    } else if source.is_none() {
        // Where one document alone is numbered, it is the one that was meant.
        let mut first = generation.provisions_numbered("1", None, &[], 2)?;
        source = first.pop().filter(|_| first.is_empty()).map(|found| found.source);
    }
    if near.is_empty()
        && let Some(source) = &source
    {
        near = parts(generation, source, None)?;
        near.retain(|provision| fit(reference.kind, provision.kind).is_some());
    }
    let title = source.as_deref().map(|id| generation.document(id)).transpose()?.flatten().map(|document| document.source.title);
    let pointing = reference.span.of(asked).unwrap_or(asked).to_owned();
    let near = near.first().zip(near.last()).map(|(first, last)| (first.citation.clone(), last.citation.clone()));
    Ok(Answer::silent(generation, asked, Silence::NoSuchProvision { asked: pointing, title, near }))
}

/// The parts of a provision of a source, or the outermost provisions of it.
fn parts(generation: &Generation, source: &str, of: Option<&Provision>) -> Result<Vec<Provision>, AnswerError> {
    let document = generation.document(source)?;
    let document = document.ok_or_else(|| IndexError::Inconsistent(format!("provisions of {source} have no document")))?;
    let mut all = generation.provisions_of(&document)?;
    all.retain(|provision| match of {
        Some(of) => provision.depth == of.depth + 1 && of.span.contains(&provision.span),
        None => provision.depth == 0,
    });
    Ok(all)
}
