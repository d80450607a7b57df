//! The ways in which people point at a numbered clause: "clause 2", "second point", "§3", "bullet four",
//! "clauses 1 and 3", "the last clause".

use super::Span;

/// A clause as people point at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseRef {
    /// By its number, counted from 1.
    Number(u32),
    /// Counted from the end: 0 is the last one, 1 the last but one.
    FromEnd(u32),
}

impl ClauseRef {
    /// The clause's number among `count` clauses, whether or not that many exist.
    #[must_use]
    pub fn number(self, count: u32) -> u32 {
        match self {
            Self::Number(number) => number,
            Self::FromEnd(back) => count.saturating_sub(back),
        }
    }
}

/// Every clause that a text points at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseRefs {
    /// The clauses in the order of their mention.
    pub refs: Vec<ClauseRef>,
    /// Where the pointing words stand, so that they can be left out of a search.
    pub spans: Vec<Span>,
    /// Whether the noun can only mean a numbered provision ("clause", "bullet", "§"), so that a number that does not
    /// exist deserves to be told so. "Section 301" or "article 5" may well name something else.
    pub certain: bool,
}

/// The clauses that `text` points at, if any.
///
/// A text that is nothing but a number ("2", "II", "the third one") counts as pointing at that clause.
#[must_use]
pub fn clause_refs(text: &str) -> ClauseRefs {
    let words = lex(text);
    let mut found = ClauseRefs::default();
    let mut at = 0;
    while at < words.len() {
        let matched = noun_then_numbers(&words, at).or_else(|| ordinal_then_noun(&words, at));
        match matched {
            Some(hit) => {
                at = hit.next.max(at + 1);
                found.certain |= hit.certain;
                found.refs.extend(hit.refs);
                found.spans.push(hit.span);
            }
            None => at += 1,
        }
    }
    if found.refs.is_empty() { bare_number(&words).unwrap_or_default() } else { found }
}

/// Whether `text` speaks of clauses, by number or not: "which of the four points …".
#[must_use]
pub fn names_clauses(text: &str) -> bool {
    lex(text).iter().any(|word| CERTAIN_NOUNS.contains(&word.text.as_str()))
}

/// A word, a number or one of the signs that matter here.
#[derive(Debug)]
struct Lexeme {
    text: String,
    span: Span,
}

fn lex(text: &str) -> Vec<Lexeme> {
    let mut words: Vec<Lexeme> = Vec::new();
    let mut open = false;
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        if character.is_alphanumeric() {
            match words.last_mut().filter(|_| open) {
                Some(word) => {
                    word.text.extend(character.to_lowercase());
                    word.span.end = end;
                }
                None => words.push(Lexeme { text: character.to_lowercase().collect(), span: Span::new(start, end) }),
            }
            open = true;
        } else {
            open = false;
            if matches!(character, '\u{a7}' | '#' | '&' | ',' | '-' | '\u{2013}') {
                words.push(Lexeme { text: character.to_string(), span: Span::new(start, end) });
            }
        }
    }
    words
}

struct Hit {
    refs: Vec<ClauseRef>,
    span: Span,
    next: usize,
    certain: bool,
}

/// Nouns that can only mean a provision of an agreement.
const CERTAIN_NOUNS: &[&str] =
    &["clause", "clauses", "cl", "point", "points", "bullet", "bullets", "provision", "provisions", "\u{a7}", "\u{a7}\u{a7}"];
/// Nouns that may also name a part of some other document.
const POSSIBLE_NOUNS: &[&str] = &["section", "sections", "item", "items", "paragraph", "paragraphs", "para", "commitment", "commitments"];

fn is_noun(word: &str) -> bool {
    CERTAIN_NOUNS.contains(&word) || POSSIBLE_NOUNS.contains(&word)
}

/// "clause 2", "bullet point no. 3", "§ 3", "clauses 1, 2 and 4", "clauses 1 to 3".
fn noun_then_numbers(words: &[Lexeme], at: usize) -> Option<Hit> {
    let noun = words.get(at).filter(|word| is_noun(&word.text))?;
    let mut next = at + 1;
    while words.get(next).is_some_and(|word| matches!(word.text.as_str(), "point" | "points" | "number" | "no" | "nr" | "#" | "\u{a7}")) {
        next += 1;
    }
    let first = words.get(next).and_then(|word| cardinal(&word.text))?;
    let mut numbers = vec![first];
    let mut end = words.get(next)?.span.end;
    next += 1;
    loop {
        let mut look = next;
        let mut range = false;
        while let Some(joiner) = words.get(look).map(|word| word.text.as_str()) {
            match joiner {
                "and" | "or" | "," | "&" => look += 1,
                "to" | "through" | "-" | "\u{2013}" => {
                    range = true;
                    look += 1;
                }
                joiner if look > next && is_noun(joiner) => look += 1,
                _ => break,
            }
        }
        let Some((number, word)) = words.get(look).filter(|_| look > next).and_then(|word| Some((cardinal(&word.text)?, word))) else {
            break;
        };
        match numbers.last() {
            Some(&from) if range && from < number => numbers.extend(from + 1..=number.min(from + 50)),
            _ => numbers.push(number),
        }
        end = word.span.end;
        next = look + 1;
    }
    Some(Hit {
        refs: numbers.into_iter().map(ClauseRef::Number).collect(),
        span: Span::new(noun.span.start, end),
        next,
        certain: CERTAIN_NOUNS.contains(&noun.text.as_str()),
    })
}

/// Words that may stand between an ordinal and its noun: "the third of the four clauses", "second cyber point".
const BETWEEN: &[&str] = &["of", "the", "four", "cyber", "agreed", "agreement", "main", "key", "numbered", "deal", "bullet", "s"];

/// "second point", "2nd bullet", "the last clause", "the third of the four clauses".
fn ordinal_then_noun(words: &[Lexeme], at: usize) -> Option<Hit> {
    let first = words.get(at)?;
    let mut target = ordinal(&first.text)?;
    let mut next = at + 1;
    // "the last but one clause", "second to last"
    if let (Some(middle), Some(after)) = (words.get(next), words.get(next + 1)) {
        match (first.text.as_str(), middle.text.as_str(), after.text.as_str()) {
            ("last" | "final", "but", "one") => (target, next) = (ClauseRef::FromEnd(1), next + 2),
            ("second", "to", "last") => (target, next) = (ClauseRef::FromEnd(1), next + 2),
            _ => {}
        }
    }
    let noun = loop {
        let word = words.get(next)?;
        if is_noun(&word.text) && !(word.text == "bullet" && words.get(next + 1).is_some_and(|w| w.text.starts_with("point"))) {
            break word;
        }
        if next > at + 4 || !BETWEEN.contains(&word.text.as_str()) {
            return None;
        }
        next += 1;
    };
    Some(Hit {
        refs: vec![target],
        span: Span::new(first.span.start, noun.span.end),
        next: next + 1,
        certain: CERTAIN_NOUNS.contains(&noun.text.as_str()),
    })
}

/// "2", "II", "second", "the third one", "no. 4".
fn bare_number(words: &[Lexeme]) -> Option<ClauseRefs> {
    let mut rest = words.iter().filter(|word| !matches!(word.text.as_str(), "the" | "number" | "no" | "#" | "and"));
    let word = rest.next()?;
    let target = cardinal(&word.text).map(ClauseRef::Number).or_else(|| ordinal(&word.text))?;
    let tail: Vec<&str> = rest.map(|word| word.text.as_str()).collect();
    let alone = tail.is_empty() || (tail == ["one"] && ordinal(&word.text).is_some());
    alone.then(|| ClauseRefs { refs: vec![target], spans: vec![word.span], certain: true })
}

const CARDINALS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

/// Digits, a number word or a Roman numeral.
fn cardinal(word: &str) -> Option<u32> {
    let digits = word.strip_suffix(|c: char| c.is_alphabetic()).filter(|_| word.starts_with('c')).unwrap_or(word);
    let number = digits.parse::<u64>().ok().map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    number.or_else(|| place(CARDINALS, word)).or_else(|| roman(word))
}

/// "third", "3rd", "last", "final", "penultimate".
fn ordinal(word: &str) -> Option<ClauseRef> {
    match word {
        "last" | "final" => return Some(ClauseRef::FromEnd(0)),
        "penultimate" => return Some(ClauseRef::FromEnd(1)),
        _ => {}
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix));
    place(ORDINALS, word).or_else(|| digits?.parse().ok()).map(ClauseRef::Number)
}

fn place(names: &[&str], word: &str) -> Option<u32> {
    names.iter().position(|name| *name == word).and_then(|index| u32::try_from(index + 1).ok())
}

/// Roman numerals up to twenty; beyond that people write digits.
fn roman(word: &str) -> Option<u32> {
    const NUMERALS: &[&str] = &[
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    place(NUMERALS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_pointing() {
        use ClauseRef::{FromEnd, Number};
        for (text, refs) in [
            ("clause 2", vec![Number(2)]),
            ("What does Clause Two say?", vec![Number(2)]),
            ("second point", vec![Number(2)]),
            ("the 2nd bullet point", vec![Number(2)]),
            ("\u{a7}3", vec![Number(3)]),
            ("bullet four", vec![Number(4)]),
            ("clause IV", vec![Number(4)]),
            ("the last clause", vec![FromEnd(0)]),
            ("final point of the deal", vec![FromEnd(0)]),
            ("the last but one clause", vec![FromEnd(1)]),
            ("the third of the four clauses", vec![Number(3)]),
            ("clauses 1, 2 and 4", vec![Number(1), Number(2), Number(4)]),
            ("clauses 1-3", vec![Number(1), Number(2), Number(3)]),
            ("clause 1 or clause 2?", vec![Number(1), Number(2)]),
            ("point no. 3", vec![Number(3)]),
            ("clause #4", vec![Number(4)]),
            ("2", vec![Number(2)]),
            ("the third one?", vec![Number(3)]),
            ("clause 7", vec![Number(7)]),
            ("the four points", vec![]),
            ("when is the first meeting", vec![]),
            ("who points out that it helps", vec![]),
            ("how many clauses are there", vec![]),
            ("21.5 million people", vec![]),
            ("second-guessing", vec![]),
        ] {
            assert_eq!(clause_refs(text).refs, refs, "{text}");
        }
    }

    #[test]
    fn a_section_may_be_of_something_else() {
        assert!(!clause_refs("the Section 301 report").certain);
        assert!(clause_refs("clause 301").certain);
    }
}
