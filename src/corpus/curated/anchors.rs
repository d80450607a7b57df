//! Finding the words that a curated file points at, and, when they are not there, the nearest that are.

use std::collections::HashSet;

use toml::Spanned;

use super::Place;
use crate::corpus::problem::Problem;
use crate::text::{Span, sentences, terms};

/// Words that were looked for in vain.
#[derive(Debug)]
pub(super) struct Missing {
    /// Whether the end of a stretch was not found, rather than its beginning.
    pub(super) of_end: bool,
    nearest: Option<String>,
}

impl Missing {
    /// The problem, at the curated file's own line, with the nearest text that does exist.
    pub(super) fn problem(&self, place: &Place<'_>, wanted: &Spanned<String>, source: &str) -> Problem {
        let problem = place.problem(wanted, format!("\"{}\" does not stand in source \"{source}\"", wanted.get_ref()));
        match &self.nearest {
            Some(nearest) => problem.hint(format!("the nearest text there is: \"{nearest}\"")),
            None => problem.hint(format!("nothing like it stands there; see `accord text {source}`")),
        }
    }
}

/// Where `quote` stands in `text`.
pub(super) fn find(text: &str, quote: &str) -> Result<Span, Missing> {
    text.match_indices(quote)
        .next()
        .filter(|_| !quote.trim().is_empty())
        .map(|(start, words)| Span::new(start, start + words.len()))
        .ok_or_else(|| Missing { of_end: false, nearest: nearest(text, quote) })
}

/// The stretch of `text` that begins with `begins` and ends with the first `ends` after it.
pub(super) fn between(text: &str, begins: &str, ends: &str) -> Result<Span, Missing> {
    let start = find(text, begins)?.start;
    let rest = text.get(start..).unwrap_or_default();
    match find(rest, ends) {
        Ok(end) => Ok(Span::new(start, start + end.end)),
        Err(missing) => Err(Missing { of_end: true, ..missing }),
    }
}

/// The sentence of `text` that shares the most words with `wanted`, by Dice's coefficient.
fn nearest(text: &str, wanted: &str) -> Option<String> {
    let stems = |words: &str| terms(words).into_iter().map(|term| term.stem).collect::<HashSet<_>>();
    let wanted = stems(wanted);
    text.split("\n\n")
        .flat_map(|block| sentences(block).into_iter().filter_map(|span| span.of(block)))
        .map(|sentence| {
            let here = stems(sentence);
            let shared = wanted.intersection(&here).count();
            (shared * 2000 / (wanted.len() + here.len()).max(1), sentence)
        })
        .filter(|(likeness, _)| *likeness > 0)
        .max_by_key(|(likeness, _)| *likeness)
        .map(|(_, sentence)| sentence.to_owned())
}
