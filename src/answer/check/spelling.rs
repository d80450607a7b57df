//! Two stretches of tokens written out so that only what differs between them differs in the writing.

use std::collections::HashMap;

use crate::text::{Change, DASH, QUOTATION_MARK, Stretch, Token, tokens, word_diff};

/// What stands between white space, as it is written and as it is compared.
struct Chunk {
    written: String,
    form: String,
}

/// How `given` differs from the corpus's `source`, in the corpus's own spelling where both agree.
pub(super) fn diff(source: (&[Token], &str), given: (&[Token], &str)) -> Vec<Stretch> {
    let (before, mut after) = (chunks(source.0, source.1), chunks(given.0, given.1));
    let spelling: HashMap<&str, &str> = before.iter().map(|chunk| (chunk.form.as_str(), chunk.written.as_str())).collect();
    for chunk in &mut after {
        if let Some(written) = spelling.get(chunk.form.as_str()) {
            chunk.written = (*written).to_owned();
        }
    }
    if let (Some(theirs), Some(ours)) = (before.first(), after.first_mut())
        && same_but_case(&theirs.form, &ours.form)
    {
        ours.written.clone_from(&theirs.written);
    }
    if let (Some(theirs), Some(ours)) = (before.last(), after.last_mut())
        && theirs.form.trim_end_matches(AT_END) == ours.form.trim_end_matches(AT_END)
    {
        ours.written.clone_from(&theirs.written);
    }
    word_diff(&written(&before), &written(&after))
}

/// What people add or leave out at the end of a quotation.
const AT_END: [char; 3] = ['.', ',', '\''];

fn same_but_case(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let first = one.next().zip(other.next());
    first.is_some_and(|(a, b)| a.to_lowercase().eq(b.to_lowercase())) && one.as_str() == other.as_str()
}

fn chunks(tokens: &[Token], text: &str) -> Vec<Chunk> {
    let mut found: Vec<Chunk> = Vec::new();
    let mut after_dash = false;
    for token in tokens {
        if token.is_bullet() && token.starts_line {
            continue;
        }
        let written = if token.form == DASH || token.form == QUOTATION_MARK {
            token.span.of(text).unwrap_or(&token.form)
        } else {
            token.span.of(text).filter(|written| !written.contains(char::is_whitespace)).unwrap_or(&token.form)
        };
        let dash = token.form == DASH;
        match found.last_mut().filter(|_| !token.spaced || dash || after_dash) {
            Some(chunk) => {
                chunk.written.push_str(written);
                chunk.form.push_str(&token.form);
            }
            None => found.push(Chunk { written: written.to_owned(), form: token.form.clone() }),
        }
        after_dash = dash;
    }
    found
}

fn written(chunks: &[Chunk]) -> String {
    chunks.iter().map(|chunk| chunk.written.as_str()).collect::<Vec<_>>().join(" ")
}

/// Twice the words that are the same, over the words of both.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(super) fn similarity(diff: &[Stretch]) -> f32 {
    let count = |change: Change| {
        let told = diff.iter().filter(|stretch| stretch.change == change);
        told.map(|stretch| stretch.text.split_whitespace().count()).sum::<usize>()
    };
    let same = 2 * count(Change::Same);
    let all = same + count(Change::Removed) + count(Change::Added);
    same as f32 / all.max(1) as f32
}

/// How alike two texts are, as [`similarity`] counts it.
pub(super) fn likeness(source: &str, given: &str) -> f32 {
    similarity(&diff((&tokens(source), source), (&tokens(given), given)))
}
