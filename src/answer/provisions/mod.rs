//! Provisions of any document looked up by the number or the heading that the document itself gives them.

mod find;
mod missing;
mod offer;
mod whole;

use self::find::{Hit, best_headed, heading_stems, named_source, names_of, numbered, words_beside};
use self::missing::no_such;
use self::offer::choice;
pub(super) use self::offer::choices;
use self::whole::{pieces, whole, within};
use super::quote::Quote;
use super::{Answer, AnswerError, Choice, MOST_CHOICES, MOST_QUOTES, Silence, clauses};
use crate::corpus::Source;
use crate::index::Generation;
use crate::search::{Question, QuestionTerm, Scope};
use crate::text::{ProvisionKind, ProvisionRef, name_words, provision_refs};

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
    let Some(first) = refs.first() else { return headed(generation, question, scope) };
    let words = words_beside(text, &refs);
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
/// The terms of a question that ask for something within a provision: not those that point at it, name its document or ask for
/// the whole.
fn wanted<'q>(question: &'q Question, refs: &[ProvisionRef], sources: &[&Source]) -> Vec<&'q QuestionTerm> {
    let names: Vec<String> = sources.iter().flat_map(|source| names_of(source)).collect();
    let points = |term: &QuestionTerm| refs.iter().any(|reference| reference.span.overlaps(&term.term.span));
    let is_name = |term: &QuestionTerm| name_words(&term.term.word).iter().all(|word| names.contains(word));
    let terms = question.terms.iter().filter(|term| !clauses::asks_for_the_whole(&term.term.word));
    terms.filter(|term| !points(term) && !is_name(term) && ProvisionKind::of_word(&term.term.word).is_none()).collect()
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
