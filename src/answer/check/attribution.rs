//! Who is named for a quotation within the text that gives it: `"…," said Healey`, `Healey: "…"`, `… — Healey`.

use crate::text::{QUOTATION_MARK, Token, is_stop_word, tokens};

/// Words that a name may take, with what says that it speaks.
const MOST_WORDS: usize = 12;
/// Words of speaking, and what may stand beside a name and them.
const BESIDE: &[&str] = &[
    "according",
    "added",
    "adds",
    "also",
    "and",
    "argued",
    "argues",
    "as",
    "by",
    "claimed",
    "claims",
    "declared",
    "declares",
    "explained",
    "explains",
    "in",
    "it",
    "noted",
    "notes",
    "once",
    "put",
    "puts",
    "read",
    "reads",
    "remarked",
    "reported",
    "reporters",
    "reports",
    "said",
    "saying",
    "says",
    "source",
    "stated",
    "states",
    "tells",
    "that",
    "the",
    "to",
    "told",
    "writes",
    "writing",
    "wrote",
];

/// A text read as somebody's words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attributed<'t> {
    /// The words.
    pub(super) words: &'t str,
    /// The name, without words of speaking.
    pub(super) name: String,
}

/// The ways to read `text` as words and a name. Whether anybody is called so is for the corpus to say.
pub(super) fn readings(text: &str) -> Vec<Attributed<'_>> {
    let readings = [in_marks(text), before_colon(text), in_brackets(text), after_dash(text), said_at_end(text), according_to(text)];
    readings.into_iter().flatten().filter(|read| read.words.split_whitespace().nth(1).is_some()).collect()
}

/// `"…," said Healey`; `According to Healey, "…"`.
fn in_marks(text: &str) -> Option<Attributed<'_>> {
    const OPENING: [char; 4] = ['"', '\u{201c}', '\u{201e}', '\u{ab}'];
    const CLOSING: [char; 4] = ['"', '\u{201d}', '\u{201c}', '\u{bb}'];
    let (before, rest) = text.split_once(OPENING)?;
    let (words, after) = rest.rsplit_once(CLOSING)?;
    let around = format!("{before} {after}");
    Some(Attributed { words, name: name(&around)? })
}

/// `Healey: …`.
fn before_colon(text: &str) -> Option<Attributed<'_>> {
    let (before, words) = text.split_once([':', '\u{ff1a}'])?;
    Some(Attributed { words, name: name(before)? })
}

/// `… (Healey)`.
fn in_brackets(text: &str) -> Option<Attributed<'_>> {
    let (words, inside) = text.trim_end().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    Some(Attributed { words, name: name(inside)? })
}

/// `… — Healey`, with any dash; a hyphen must have white space around it.
fn after_dash(text: &str) -> Option<Attributed<'_>> {
    let spaced = text.rmatch_indices('-').find(|(at, _)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        before.is_some_and(|c| c.is_whitespace() || c == '-')
    });
    let long = text.rmatch_indices(['\u{2014}', '\u{2013}', '\u{2015}', '~']).next();
    let (at, dash) = spaced.into_iter().chain(long).max_by_key(|(at, _)| *at)?;
    let words = text.get(..at)?.trim_end_matches('-');
    Some(Attributed { words, name: name(text.get(at + dash.len()..)?)? })
}

/// `…, said Healey`; `…, Healey said`.
fn said_at_end(text: &str) -> Option<Attributed<'_>> {
    let (at, mark) =
        text.rmatch_indices([',', '?', '!', '\u{201d}', '"']).find(|(at, mark)| text.get(at + mark.len()..).is_some_and(speaks))?;
    let words = text.get(..at + mark.len())?;
    Some(Attributed { words, name: name(text.get(at + mark.len()..)?)? })
}

/// `According to Healey, …`; `As Healey said, …`.
fn according_to(text: &str) -> Option<Attributed<'_>> {
    let (before, words) = text.split_once(',').filter(|(before, _)| speaks(before))?;
    Some(Attributed { words, name: name(before)? })
}

fn speaks(words: &str) -> bool {
    const NEUTRAL: &[&str] = &["also", "and", "as", "by", "in", "it", "once", "that", "the", "to"];
    let read = |word: &str| BESIDE.contains(&word) && !NEUTRAL.contains(&word);
    words.split(|c: char| !c.is_alphanumeric()).any(|word| read(&word.to_lowercase()))
}

/// The name in words that hold nothing else but words of speaking.
fn name(words: &str) -> Option<String> {
    let all = tokens(words);
    let is_beside = |token: &&Token| !token.word || BESIDE.contains(&token.form.to_lowercase().as_str());
    if all.iter().filter(|token| token.word).count() > MOST_WORDS {
        return None;
    }
    let first = all.iter().position(|token| !is_beside(&token))?;
    let last = all.iter().rposition(|token| !is_beside(&token))?;
    let kept = all.get(first..=last)?;
    // "Healey never", "on Lawfare was": more than a name.
    let more = |token: &Token| {
        let word = token.form.to_lowercase();
        is_stop_word(&word) && !matches!(word.as_str(), "a" | "an" | "and" | "for" | "of" | "s" | "the")
    };
    if kept.iter().any(more) {
        return None;
    }
    let opens = kept.iter().any(|token| token.form == QUOTATION_MARK && token.spaced);
    let (from, to) = (kept.first()?.span.start, kept.last()?.span.end);
    words.get(from..to).filter(|_| !opens).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_is_read_beside_the_words() {
        for text in [
            "\"just enough rope for them,\" said Healey.",
            "\u{201c}just enough rope for them,\u{201d} Healey said",
            "Healey: \"just enough rope for them\"",
            "Healey said: just enough rope for them",
            "According to Healey, \"just enough rope for them\"",
            "According to Healey, just enough rope for them",
            "As Healey put it, \"just enough rope for them\"",
            "\"just enough rope for them\" \u{2014} Healey",
            "just enough rope for them -- Healey",
            "> just enough rope for them\n- Healey",
            "just enough rope for them (Healey)",
            "just enough rope for them, said Healey",
        ] {
            let found = readings(text);
            let fits = |read: &&Attributed<'_>| {
                read.name == "Healey" && read.words.contains("just enough rope for them") && !read.words.contains("Healey")
            };
            assert!(found.iter().any(|read| fits(&read)), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_denies_the_words_is_no_attribution() {
        assert_eq!(readings("Healey never said \"just enough rope\"").iter().find(|read| read.name == "Healey"), None);
    }
}
