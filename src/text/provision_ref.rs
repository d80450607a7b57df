//! The ways in which people point at a numbered provision of a document: "section 4.2", "art. 5(1)(f)", "paragraph 3 of
//! schedule 2", "4.2".

use super::Span;
use super::numerals::{letter, roman};
use super::provision_kind::ProvisionKind;

/// A provision as people point at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionRef {
    /// The kind that the outermost noun names: the schedule of "schedule 2 para 3".
    pub kind: Option<ProvisionKind>,
    /// The kind that the innermost noun names, which is the same one when there is one noun.
    pub last_kind: Option<ProvisionKind>,
    /// The number as a path of its parts, in every way that it may be read: "annex I" is annex 1 or annex i. The likeliest is
    /// first.
    pub paths: Vec<Vec<String>>,
    /// The number below the last noun alone: the 3 of "schedule 2 para 3".
    pub last: Vec<Vec<String>>,
    /// The pointing words.
    pub span: Span,
    /// Whether a noun says that it is a provision. A bare number may be anything.
    pub certain: bool,
}

/// Every provision that `text` points at, in the order of their mention.
///
/// A text that is nothing but a number ("2", "IV", "(b)") points at that provision.
#[must_use]
pub fn provision_refs(text: &str) -> Vec<ProvisionRef> {
    let words = lex(text);
    let mut found: Vec<ProvisionRef> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((chain, next)) = chain(&words, at) {
            let mut chain = chain;
            let mut next = next;
            // "paragraph 3 of schedule 2"
            while let Some((outer, after)) = inner_of(&words, next).and_then(|next| self::chain(&words, next)) {
                if !outer.certain() {
                    break;
                }
                chain = outer.holding(chain);
                next = after;
            }
            found.push(chain.reference());
            // "sections 4.1 and 4.2"
            let kind = chain.links.first().and_then(|link| link.kind);
            while let Some((more, after)) = joined(&words, next).and_then(|next| number(&words, next, kind.is_some())) {
                let span =
                    Span::new(words.get(next).map_or(0, |word| word.span.start), words.get(after - 1).map_or(0, |word| word.span.end));
                found.push(Chain { links: vec![Link { kind, number: more }], span }.reference());
                next = after;
            }
            at = next.max(at + 1);
        } else {
            at += 1;
        }
    }
    if found.is_empty() { bare(&words).into_iter().collect() } else { found }
}

/// A word, a number or a sign.
#[derive(Debug)]
struct Lexeme {
    /// As typed.
    typed: String,
    /// In small letters.
    text: String,
    span: Span,
    /// Whether white space stands before it.
    apart: bool,
}

fn lex(text: &str) -> Vec<Lexeme> {
    let mut words: Vec<Lexeme> = Vec::new();
    let mut open = false;
    let mut apart = true;
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        if character.is_whitespace() {
            (open, apart) = (false, true);
            continue;
        }
        let joins = character.is_alphanumeric();
        match words.last_mut().filter(|_| open && joins) {
            Some(word) => {
                word.typed.push(character);
                word.text.extend(character.to_lowercase());
                word.span.end = end;
            }
            None => words.push(Lexeme {
                typed: character.to_string(),
                text: character.to_lowercase().collect(),
                span: Span::new(start, end),
                apart,
            }),
        }
        (open, apart) = (joins, false);
    }
    words
}

/// A number's parts, each in every way that it may be read.
type Number = Vec<Vec<String>>;

/// A noun with its number.
#[derive(Debug, Clone)]
struct Link {
    kind: Option<ProvisionKind>,
    number: Number,
}

/// Nouns with their numbers, outermost first: "schedule 2 para 3".
#[derive(Debug, Clone)]
struct Chain {
    links: Vec<Link>,
    span: Span,
}

impl Chain {
    fn certain(&self) -> bool {
        self.links.iter().any(|link| link.kind.is_some())
    }

    /// The chain with another one inside of it.
    fn holding(mut self, inner: Self) -> Self {
        self.span = self.span.joined(&inner.span);
        self.links.extend(inner.links);
        self
    }

    fn reference(&self) -> ProvisionRef {
        let all: Number = self.links.iter().flat_map(|link| link.number.clone()).collect();
        let last = self.links.last().map(|link| link.number.clone()).unwrap_or_default();
        ProvisionRef {
            kind: self.links.iter().find_map(|link| link.kind),
            last_kind: self.links.last().and_then(|link| link.kind),
            paths: readings(&all),
            last: readings(&last),
            span: self.span,
            certain: self.certain(),
        }
    }
}

/// The most readings of one number that are tried.
const MOST_READINGS: usize = 8;

/// Every way to read the parts, the likeliest first.
fn readings(number: &Number) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for part in number {
        all = all.iter().flat_map(|before| part.iter().map(move |token| before.iter().chain([token]).cloned().collect())).collect();
        all.truncate(MOST_READINGS);
    }
    // "2.0" is how some write 2.
    let without_zero = all.iter().filter_map(|path| path.split_last().filter(|(last, rest)| *last == "0" && !rest.is_empty()));
    let shorter: Vec<Vec<String>> = without_zero.map(|(_, rest)| rest.to_vec()).collect();
    all.extend(shorter);
    all
}

/// "section 4.2", "schedule 2, para 3", "§12.3(b)", "12(a)".
fn chain(words: &[Lexeme], at: usize) -> Option<(Chain, usize)> {
    let start = words.get(at)?.span.start;
    let mut links = Vec::new();
    let mut next = at;
    loop {
        let from = if links.is_empty() { next } else { skip_comma(words, next) };
        let Some((kind, after)) = noun(words, from) else { break };
        let Some((number, after)) = number(words, after, true) else { break };
        links.push(Link { kind: Some(kind), number });
        next = after;
    }
    if links.is_empty() {
        // Without a noun it takes more than one part to be a provision's number.
        let (number, after) = number(words, at, false).filter(|(number, _)| number.len() > 1)?;
        links.push(Link { kind: None, number });
        next = after;
    }
    let end = words.get(next.checked_sub(1)?)?.span.end;
    Some((Chain { links, span: Span::new(start, end) }, next))
}

/// A noun, with "no." and the like after it.
fn noun(words: &[Lexeme], at: usize) -> Option<(ProvisionKind, usize)> {
    let mut at = at;
    let word = words.get(at)?;
    // A "sub-clause" is a part of something, as a paragraph is.
    let is_sub = word.text == "sub" && words.get(at + 1).is_some_and(|word| word.text == "-");
    if is_sub {
        at += 2;
    }
    let kind = ProvisionKind::of_word(&words.get(at)?.text)?;
    let kind = if is_sub { ProvisionKind::Paragraph } else { kind };
    let mut next = at + 1;
    while words.get(next).is_some_and(|word| matches!(word.text.as_str(), "." | "\u{a7}" | "#" | "no" | "nr" | "number")) {
        next += 1;
    }
    Some((kind, next))
}

/// "4.2", "12.3(b)(iv)", "V", "(12)", "four": its parts, and where it ends.
fn number(words: &[Lexeme], at: usize, after_noun: bool) -> Option<(Number, usize)> {
    let mut parts: Number = Vec::new();
    let mut next = at;
    if let Some((inner, after)) = bracketed(words, next) {
        parts.push(vec![inner]);
        next = after;
    } else {
        let word = words.get(next)?;
        parts.push(first_part(word, after_noun, words.get(next + 1).is_none())?);
        next += 1;
        // "4.2", "A.1", "1910-132"
        while let (Some(stop), Some(part)) = (words.get(next), words.get(next + 1)) {
            let joined = matches!(stop.text.as_str(), "." | "-") && !stop.apart && !part.apart;
            let digits = part.text.starts_with(|c: char| c.is_ascii_digit());
            let fits = digits || (stop.text == "." && (letter(&part.text).is_some() || roman(&part.text).is_some()));
            if !joined || !fits {
                break;
            }
            parts.push(vec![part.text.clone()]);
            next += 2;
        }
    }
    while let Some((inner, after)) = bracketed(words, next).filter(|_| after_noun || words.get(next).is_some_and(|word| !word.apart)) {
        parts.push(vec![inner]);
        next = after;
    }
    Some((parts, next))
}

/// The ways to read the first part of a number. After a noun it may be a Roman numeral, a letter or a number word.
fn first_part(word: &Lexeme, after_noun: bool, is_last: bool) -> Option<Vec<String>> {
    const CARDINALS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen",
    ];
    if word.text.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        return (digits.chars().all(|c| c.is_ascii_digit()) && word.text.len() - digits.len() <= 2).then(|| vec![word.text.clone()]);
    }
    if !after_noun {
        // "A.1" is told from the end of a sentence by what follows.
        return (word.typed.len() == 1 && word.typed.chars().all(|c| c.is_ascii_uppercase())).then(|| vec![word.text.clone()]);
    }
    if let Some(place) = CARDINALS.iter().position(|cardinal| *cardinal == word.text) {
        return Some(vec![(place + 1).to_string()]);
    }
    // "section a party signs": a small letter is a word.
    let is_word = matches!(word.typed.as_str(), "a" | "i") && !is_last;
    let readings: Vec<String> = roman(&word.typed)
        .map(|number| number.to_string())
        .into_iter()
        .chain(letter(&word.typed).or(roman(&word.typed)).map(|_| word.text.clone()))
        .collect();
    (!readings.is_empty() && !is_word).then_some(readings)
}

/// "(b)".
fn bracketed(words: &[Lexeme], at: usize) -> Option<(String, usize)> {
    let open = words.get(at).filter(|word| word.text == "(")?;
    let inner = words.get(at + 1)?;
    words.get(at + 2).filter(|word| word.text == ")" && !word.apart)?;
    let digits = inner.text.chars().all(|c| c.is_ascii_digit());
    let fits = !inner.apart && inner.span.start == open.span.end && inner.text.len() <= 5;
    (fits && (digits || letter(&inner.text).is_some() || roman(&inner.text).is_some())).then(|| (inner.text.clone(), at + 3))
}

/// Behind "of the" and the like, when that is what stands here.
fn inner_of(words: &[Lexeme], at: usize) -> Option<usize> {
    words.get(at).filter(|word| matches!(word.text.as_str(), "of" | "in" | "to" | "under"))?;
    Some(if words.get(at + 1).is_some_and(|word| word.text == "the") { at + 2 } else { at + 1 })
}

/// Behind "and", "or" or a comma, when one stands here.
fn joined(words: &[Lexeme], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    match word.text.as_str() {
        "and" | "or" | "&" => Some(at + 1),
        "," => Some(at + 1 + usize::from(words.get(at + 1).is_some_and(|word| matches!(word.text.as_str(), "and" | "or")))),
        _ => None,
    }
}

fn skip_comma(words: &[Lexeme], at: usize) -> usize {
    at + usize::from(words.get(at).is_some_and(|word| word.text == ","))
}

/// A text that is nothing but a number.
fn bare(words: &[Lexeme]) -> Option<ProvisionRef> {
    let words: &[Lexeme] = match words {
        [rest @ .., last] if matches!(last.text.as_str(), "." | "?" | ")") && !matches!(rest.first(), Some(first) if first.text == "(") => {
            rest
        }
        all => all,
    };
    let (number, next) = number(words, 0, true)?;
    let span = Span::new(words.first()?.span.start, words.get(next.checked_sub(1)?)?.span.end);
    let chain = Chain { links: vec![Link { kind: None, number }], span };
    (next == words.len()).then(|| ProvisionRef { certain: true, ..chain.reference() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(Option<ProvisionKind>, String)> {
        let found = provision_refs(text);
        let first = found.first()?;
        Some((first.kind, first.paths.first()?.join(".")))
    }

    #[test]
    fn every_way_of_pointing() {
        use ProvisionKind::{Annex, Article, Clause, Paragraph, Recital, Schedule, Section};
        for (text, kind, path) in [
            ("section 4.2", Some(Section), "4.2"),
            ("What does Section 4.2 say?", Some(Section), "4.2"),
            ("\u{a7} 12.3(b)", Some(Section), "12.3.b"),
            ("\u{a7}12.3(b)(iv)", Some(Section), "12.3.b.iv"),
            ("art. 5(1)(f)", Some(Article), "5.1.f"),
            ("Art 5 (1) (f)", Some(Article), "5.1.f"),
            ("article V", Some(Article), "5"),
            ("clause 12(a)", Some(Clause), "12.a"),
            ("clause four", Some(Clause), "4"),
            ("4.2", None, "4.2"),
            ("what does 4.2 say", None, "4.2"),
            ("12(a)", None, "12.a"),
            ("2", None, "2"),
            ("(b)", None, "b"),
            ("IV", None, "4"),
            ("2.", None, "2"),
            ("RFC 9110 section 5.1", Some(Section), "5.1"),
            ("section 5 of the lease", Some(Section), "5"),
            ("schedule 2 para 3", Some(Schedule), "2.3"),
            ("schedule 2, paragraph 3", Some(Schedule), "2.3"),
            ("paragraph 3 of schedule 2", Some(Schedule), "2.3"),
            ("point (f) of Article 6(1)", Some(Article), "6.1.f"),
            ("Annex A", Some(Annex), "a"),
            ("Annex I", Some(Annex), "1"),
            ("recital (12)", Some(Recital), "12"),
            ("sub-clause (b)", Some(Paragraph), "b"),
            ("section A.1", Some(Section), "a.1"),
            ("\u{a7} 1910.132(a)", Some(Section), "1910.132.a"),
            ("section 12A", Some(Section), "12a"),
        ] {
            assert_eq!(first(text), Some((kind, path.to_owned())), "{text}");
        }
        for text in ["in which section a party signs", "the section on rent", "21 days", "how many articles are there", "who pays", ""] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn several_at_once() {
        let paths = |text| provision_refs(text).into_iter().map(|found| found.paths[0].join(".")).collect::<Vec<_>>();
        assert_eq!(paths("sections 4.1 and 4.2"), ["4.1", "4.2"]);
        assert_eq!(paths("articles 5, 6 and 7(1)"), ["5", "6", "7.1"]);
        assert_eq!(paths("clause 3 or clause 5"), ["3", "5"]);
    }

    #[test]
    fn a_numeral_may_be_a_letter() {
        let found = provision_refs("annex I");
        assert_eq!(found[0].paths, [vec!["1".to_owned()], vec!["i".to_owned()]]);
    }
}
