//! Stretches of the shipped corpus, the same ones at every run.

use std::sync::OnceLock;

use super::answerer;

/// A stretch of a document, from the first letter of a word to the last of another.
#[derive(Debug)]
pub struct Stretch {
    pub source: String,
    pub start: usize,
    pub text: String,
}

/// Numbers that look like chance and are the same at every run (a linear congruential generator, Knuth's MMIX).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }
}

/// Every document's id and text, in the order of the corpus.
pub fn documents() -> &'static [(String, String)] {
    static DOCUMENTS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let all = answerer().generation().documents().map(|document| document.expect("a document"));
        all.map(|document| (document.source.id, document.text)).collect()
    })
}

/// Stretches of `shortest` to `longest` words that begin and end anywhere, over lines, sentences and headings.
pub fn anywhere(seed: u64, count: usize, shortest: usize, longest: usize) -> Vec<Stretch> {
    let mut chance = Chance::new(seed);
    let mut found = Vec::new();
    while found.len() < count {
        let (source, text) = &documents()[chance.below(documents().len())];
        let words = words_of(text);
        let length = shortest + chance.below(longest - shortest + 1);
        if words.len() <= length {
            continue;
        }
        let first = chance.below(words.len() - length);
        found.push(cut(source, text, words[first].0, words[first + length - 1].1));
    }
    found
}

/// Every sentence that has at least `shortest` words, as a plain reader sees sentences: up to a full stop before a space, or a line's end.
pub fn sentences(shortest: usize) -> Vec<Stretch> {
    let mut found = Vec::new();
    for (source, text) in documents() {
        let mut start = 0;
        for (at, character) in text.char_indices() {
            let after = &text[at + character.len_utf8()..];
            if character == '\n' || (character == '.' && after.starts_with(' ') && !text[..at].ends_with(['S', 'U', 'V', 'n', 'r', 'v'])) {
                let line = text[start..at].trim_start_matches(['-', ' ', '\n']);
                let stretch = cut(source, text, at - line.len(), at);
                start = at + character.len_utf8();
                if stretch.text.split_whitespace().count() >= shortest {
                    found.push(stretch);
                }
            }
        }
    }
    found
}

fn cut(source: &str, text: &str, start: usize, end: usize) -> Stretch {
    Stretch { source: source.to_owned(), start, text: text[start..end].to_owned() }
}

/// Where each word stands: what is between white space, bullets left out.
fn words_of(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (character.is_whitespace(), start) {
            (true, Some(begun)) => {
                if text[begun..at].chars().any(char::is_alphanumeric) {
                    words.push((begun, at));
                }
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words
}

/// Whether some document holds these words, found by the plainest of means: as a substring, white space and the signs at the edges
/// made equal.
pub fn stands_somewhere(words: &str) -> bool {
    static PLAIN: OnceLock<Vec<String>> = OnceLock::new();
    let all = PLAIN.get_or_init(|| documents().iter().map(|(_, text)| format!(" {} ", plain(text))).collect());
    let wanted = plain(words);
    let wanted = wanted.trim_matches([' ', '.', ',', '\'']);
    let mut upper = wanted.chars();
    let first = upper.next().map(|first| first.to_uppercase().collect::<String>() + upper.as_str()).unwrap_or_default();
    let lower =
        wanted.chars().next().map(|first| first.to_lowercase().collect::<String>() + wanted.trim_start_matches(first)).unwrap_or_default();
    all.iter().any(|text| [wanted, &first, &lower].iter().any(|words| holds_whole(text, words)))
}

fn holds_whole(text: &str, words: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut found = text.match_indices(words);
    found.any(|(at, _)| !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next()))
}

fn plain(text: &str) -> String {
    let straight = text.replace(['\u{201c}', '\u{201d}', '"', '\u{2019}', '\u{2018}'], "'").replace("\n- ", "\n");
    let straight = straight.replace("''", "'");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}
