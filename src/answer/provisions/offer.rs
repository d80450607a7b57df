//! Provisions as they are offered: to whoever types, and where several may be meant.

use super::find::{fit, heading_stems, numbered, words_beside};
use crate::answer::{AnswerError, Choice, MOST_CHOICES};
use crate::corpus::{Provision, Source};
use crate::index::{Generation, StoredProvision};
use crate::search::Scope;
use crate::text::provision_refs;

/// The provisions that `typed` may be the beginning of, by number or by heading; the first ones of a small corpus when nothing is
/// typed.
pub(in crate::answer) fn choices(generation: &Generation, typed: &str, sources: &[Source]) -> Result<Vec<Choice>, AnswerError> {
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
pub(super) fn choice(provision: &Provision, source: &Source) -> Choice {
    let description = if provision.heading.is_empty() { source.id.clone() } else { provision.heading.clone() };
    Choice { label: format!("{} \u{b7} {}", provision.citation, source.title), description, ask: ask(provision, &source.id) }
}

pub(super) fn ask(provision: &Provision, source: &str) -> String {
    format!("{} of {source}", provision.citation)
}
