//! That there is no such provision, and which are near.

use super::find::{LOOKED_AT, fit};
use crate::answer::{Answer, AnswerError, Silence};
use crate::corpus::Provision;
use crate::index::{Generation, IndexError};
use crate::search::Scope;
use crate::text::ProvisionRef;

/// That there is no such provision, with those that are near: the parts of what it would be a part of.
pub(super) fn no_such(generation: &Generation, asked: &str, reference: &ProvisionRef, scope: &Scope) -> Result<Answer, AnswerError> {
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
