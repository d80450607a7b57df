//! Clauses that a copied text quotes: whoever prints them, they are the agreement's words.

use std::collections::HashMap;

use crate::corpus::Lane;
use crate::corpus::document::{Document, Voice};
use crate::corpus::knowledge::Clause;
use crate::text::{Span, Token, tokens};

/// From this many words in a row on, they are a clause's: a reporter does not come upon so many by chance.
const LEAST_WORDS: usize = 12;

/// A clause in tokens.
struct Wording {
    number: u32,
    speaker: String,
    tokens: Vec<Token>,
}

/// The places of all clauses from which enough of one is left, by the three tokens that stand there.
type Places<'w> = HashMap<[u32; 3], Vec<(&'w Wording, usize)>>;

/// Marks every stretch of a copied text that is a clause, or a long exact part of one, as the agreement's voice.
pub(super) fn mark(clauses: &[Clause], documents: &mut [Document]) {
    let wordings: Vec<Wording> = clauses.iter().filter_map(|clause| wording(clause, documents)).collect();
    let mut places = Places::new();
    for wording in &wordings {
        for (start, key) in keys(&wording.tokens).enumerate() {
            places.entry(key).or_default().push((wording, start));
        }
    }
    for document in documents.iter_mut().filter(|document| document.source.copied.is_some()) {
        for (span, wording) in reprinted(&document.text, &places) {
            let span = whole(span, document);
            if !document.voices.iter().any(|voice| voice.span.overlaps(&span)) {
                let speaker = wording.speaker.clone();
                document.voices.push(Voice { span, speaker, lane: Lane::Text, clause: Some(wording.number) });
            }
        }
    }
}

fn wording(clause: &Clause, documents: &[Document]) -> Option<Wording> {
    let document = documents.iter().find(|document| document.source.id == clause.anchor.source)?;
    let tokens = tokens(clause.anchor.span.of(&document.text)?);
    Some(Wording { number: clause.number, speaker: document.source.speaker.clone(), tokens })
}

fn keys(tokens: &[Token]) -> impl Iterator<Item = [u32; 3]> {
    tokens.windows(3).filter_map(|three| match three {
        [first, second, third] => Some([first.key, second.key, third.key]),
        _ => None,
    })
}

/// The stretches of `text` that are a clause's words, in order, none overlapping another.
fn reprinted<'w>(text: &str, places: &Places<'w>) -> Vec<(Span, &'w Wording)> {
    let all = tokens(text);
    let mut found = Vec::new();
    let mut next = 0;
    for (start, key) in keys(&all).enumerate() {
        let here = all.get(start..).filter(|_| start >= next).unwrap_or_default();
        let runs = places.get(&key).into_iter().flatten().map(|(wording, place)| {
            let clause = wording.tokens.get(*place..).unwrap_or_default();
            (run(here, clause), *wording)
        });
        let Some((run, wording)) = runs.max_by_key(|(run, _)| run.len()) else { continue };
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && run.iter().filter(|token| token.word).count() >= LEAST_WORDS
        {
            found.push((first.span.joined(&last.span), wording));
            next = start + run.len();
        }
    }
    found
}

/// As much of the beginning of `text` as is also the beginning of `clause`; the first letter may be in another case.
fn run<'t>(text: &'t [Token], clause: &[Token]) -> &'t [Token] {
    let same = |(place, (here, there)): (usize, (&Token, &Token))| {
        here.key == there.key && (here.form == there.form || place == 0 && here.same_but_first_case(there))
    };
    let length = text.iter().zip(clause).enumerate().take_while(|pair| same(*pair)).count();
    text.get(..length).unwrap_or_default()
}

/// The stretch with the marks that stand around it: a clause that a block or a sentence consists of is all of it.
fn whole(span: Span, document: &Document) -> Span {
    let text = document.text.as_str();
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    if let Some(block) = document.blocks.iter().map(|block| block.span).find(|block| block.contains(&span)) {
        let around = [Span::new(block.start, span.start), Span::new(span.end, block.end)];
        if around.iter().all(|part| part.of(text).is_some_and(|words| !words.contains(char::is_alphanumeric))) {
            return block;
        }
    }
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let start = before.trim_end_matches(is_mark).len();
    let end = text.len() - after.trim_start_matches(is_mark).len();
    Span::new(start, end)
}
