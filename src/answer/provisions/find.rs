//! Which provisions may be meant: by their number, by their heading, and by the name of their document.

use crate::answer::{AnswerError, clauses};
use crate::corpus::{Provision, Source};
use crate::index::{Generation, StoredDocument, StoredProvision};
use crate::search::Scope;
use crate::text::{ProvisionKind, ProvisionRef, name_words, terms};

/// So many provisions of one number are looked at: of more documents than these the name must be given.
pub(super) const LOOKED_AT: usize = 100;

/// A provision that may be meant, in its document.
pub(super) struct Hit {
    pub(super) document: StoredDocument,
    pub(super) provision: Provision,
    /// How well its kind fits the noun that was used: 0 is best.
    pub(super) fit: u8,
    /// How many of the words that were used name its document.
    pub(super) named: usize,
}
/// The provisions with this number: those whose kind fits the noun best, and of these those in the documents that are named.
pub(super) fn numbered(
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
    let mut hits: Vec<Hit> = Vec::new();
    for (StoredProvision { source, provision }, fit) in found {
        let Some(document) = generation.document(&source)? else { continue };
        let named = named_by(&document.source, words) + usize::from(exactly(&source));
        hits.push(Hit { document, provision, fit, named });
    }
    let most = hits.iter().map(|hit| hit.named).max().unwrap_or(0);
    hits.retain(|hit| hit.named == most);
    // Of the documents that may be meant, those that use the noun go before those that only count.
    let best = hits.iter().map(|hit| hit.fit).min();
    hits.retain(|hit| Some(hit.fit) == best);
    Ok(hits)
}

pub(super) fn matching(
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
pub(super) fn fit(asked: Option<ProvisionKind>, has: Option<ProvisionKind>) -> Option<u8> {
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
pub(super) fn words_beside(text: &str, refs: &[ProvisionRef]) -> Vec<String> {
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
pub(super) fn named_by(source: &Source, words: &[String]) -> usize {
    let names = names_of(source);
    words.iter().filter(|word| names.contains(word)).count()
}

pub(super) fn names_of(source: &Source) -> Vec<String> {
    [&source.id, &source.title].into_iter().chain(&source.also).flat_map(|name| name_words(name)).collect()
}

/// The only source whose names hold all the words, apart from those of asking.
pub(super) fn named_source<'s>(sources: &'s [Source], words: &[String]) -> Option<&'s Source> {
    let words: Vec<String> = words.iter().filter(|word| !clauses::asks_for_the_whole(word)).cloned().collect();
    if words.is_empty() {
        return None;
    }
    let mut named = sources.iter().filter(|source| named_by(source, &words) == words.len());
    named.next().filter(|_| named.next().is_none())
}
/// The words of a text that may stand in a heading.
pub(super) fn heading_stems(text: &str) -> Vec<String> {
    let kept = terms(text)
        .into_iter()
        .filter(|term| !term.stop && ProvisionKind::of_word(&term.word).is_none() && !clauses::asks_for_the_whole(&term.word));
    kept.map(|term| term.stem).collect()
}

/// The provisions whose headings hold the words: all of them, or all but those that name the document. The shortest headings are
/// the best ones; of a provision and its own parts the provision is.
pub(super) fn best_headed(generation: &Generation, stems: &[String], scope: &Scope, text: &str) -> Result<Vec<Hit>, AnswerError> {
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
