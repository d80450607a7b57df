//! What a line of plain text is: an item with its number, a heading, a rule under one, a line of a table of contents.

/// A heading of plain text has no more words than this.
const MOST_WORDS_OF_A_HEADING: usize = 14;

/// How a line begins that begins an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A bullet of this many bytes, with the white space behind it: no word of the text.
    Bullet(usize),
    /// A number: `1.`, `12.3`, `(a)`, `iv)`.
    Number {
        /// How many parts it has: 2 for `12.3`.
        parts: usize,
        /// Its length in bytes, with the white space behind it.
        length: usize,
    },
    /// A word for a part of a document with its number: `Article 5`, `§ 12`.
    Part {
        /// Its rank: the smaller, the larger the part.
        rank: u8,
        /// Its length in bytes.
        length: usize,
    },
}

/// The parts of documents by their names, with their ranks.
const PARTS: &[(&str, u8)] = &[
    ("part", 1),
    ("title", 1),
    ("annex", 1),
    ("appendix", 1),
    ("schedule", 1),
    ("exhibit", 1),
    ("book", 1),
    ("chapter", 2),
    ("kapitel", 2),
    ("article", 3),
    ("artikel", 3),
    ("art.", 3),
    ("section", 4),
    ("sec.", 4),
    ("clause", 4),
    ("rule", 4),
    ("§§", 4),
    ("§", 4),
];

/// How a line begins, without the white space before it; none when it begins with words.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let line = line.trim_start();
    bullet(line).or_else(|| part(line)).or_else(|| number(line))
}

fn bullet(line: &str) -> Option<Marker> {
    let first =
        line.chars().next().filter(|c| matches!(c, '-' | '*' | '+' | '•' | '▪' | '◦' | '‣' | '●' | '·' | '–' | 'o' | '\u{f0b7}'))?;
    let rest = line.get(first.len_utf8()..)?;
    let words = rest.trim_start();
    // An "o" is a bullet only when it is set apart as one.
    let apart = if first == 'o' { rest.len() >= words.len() + 2 } else { rest.len() > words.len() };
    (apart && words.chars().next().is_some_and(|c| c.is_alphanumeric() || "\"'(\u{201c}[<".contains(c)))
        .then(|| Marker::Bullet(line.len() - words.len()))
}

fn part(line: &str) -> Option<Marker> {
    let lower = line.to_lowercase();
    PARTS.iter().find_map(|(name, rank)| {
        let rest = lower.strip_prefix(name)?;
        let named = rest.trim_start();
        if !name.starts_with('§') && named.len() == rest.len() {
            return None;
        }
        let number: &str = named.split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '—' | '–' | '-')).next()?;
        let number = number.trim_end_matches(['.', ')']);
        let is_number = is_roman(number)
            || number.len() == 1 && number.chars().all(|c| c.is_ascii_alphabetic())
            || number.starts_with(|c: char| c.is_ascii_digit());
        let capital = line.chars().next().is_some_and(|c| c.is_uppercase() || c == '§');
        // Lower-casing may change a text's length; the name and the number are plain letters, whose length stays.
        (is_number && capital).then(|| Marker::Part { rank: *rank, length: name.len() + (rest.len() - named.len()) + number.len() })
    })
}

fn number(line: &str) -> Option<Marker> {
    let first = line.split_whitespace().next()?;
    let rest = line.get(first.len()..)?;
    let words = rest.trim_start();
    if words.is_empty() || !first.is_ascii() {
        return None;
    }
    let bare = first.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    let closed = first.len() > bare.len();
    let parts: Vec<&str> = bare.split('.').collect();
    let digits = |part: &&str| !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit());
    let dotted = parts.len() > 1 && parts.first().is_some_and(digits) && parts.iter().all(|part| digits(part) || is_letters(part));
    let single = closed && parts.len() == 1 && (digits(&bare) || is_letters(bare) || is_roman(bare));
    // "12.5 million" is a number in a sentence; a provision's number is followed by its heading or by a sentence.
    let begins = words.chars().next().is_some_and(|c| !c.is_lowercase()) || first.starts_with('(') || closed;
    let clauses = first.matches('(').count();
    let stacked = clauses > 1 || (clauses == 1 && !first.starts_with('('));
    if stacked {
        return stacked_number(first, line.len() - words.len());
    }
    ((dotted && begins) || single).then(|| Marker::Number { parts: parts.len(), length: line.len() - words.len() })
}

/// Numbers such as `5.1(b)` and `(a)(ii)`.
fn stacked_number(first: &str, length: usize) -> Option<Marker> {
    let parts: Vec<&str> = first.split(['(', ')', '.']).filter(|part| !part.is_empty()).collect();
    let is_part = |part: &&str| (part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit())) || is_letters(part) || is_roman(part);
    (first.ends_with([')', '.', ':']) && parts.iter().all(is_part)).then_some(Marker::Number { parts: parts.len(), length })
}

fn is_letters(part: &str) -> bool {
    part.len() == 1 && part.chars().all(|c| c.is_ascii_alphabetic())
        || part.len() == 2 && part.chars().all(|c| c.is_ascii_lowercase()) && part.chars().min() == part.chars().max()
}

fn is_roman(part: &str) -> bool {
    !part.is_empty() && part.len() <= 7 && (part.chars().all(|c| "ivxlc".contains(c)) || part.chars().all(|c| "IVXLC".contains(c)))
}

/// The level of the heading that a line of its own is; none when it reads like a sentence.
pub(super) fn heading(line: &str) -> Option<u8> {
    let line = line.trim();
    let words = line.split_whitespace().count();
    if words == 0 || words > MOST_WORDS_OF_A_HEADING || line.ends_with([',', ';', '!']) || line.ends_with(':') && words > 6 {
        return None;
    }
    match marker(line) {
        Some(Marker::Part { rank, length }) => {
            let rest = line.get(length..).unwrap_or_default().trim_start_matches(['.', ':', ')', ' ', '-', '–', '—']);
            let is_title = rest.chars().next().is_none_or(|c| c.is_uppercase() || c == '(' || c == '"' || c == '\u{201c}');
            (is_title && !(rest.ends_with('.') && rest.split_whitespace().count() > 4)).then_some(rank)
        }
        Some(Marker::Number { parts, length }) => {
            let (number, rest) = (line.get(..length)?, line.get(length..)?);
            let titled =
                rest.chars().next().is_some_and(char::is_uppercase) && !rest.ends_with('.') && rest.split_whitespace().count() <= 10;
            let outline = number.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()) && !number.contains(')');
            (outline && titled).then(|| u8::try_from(parts).unwrap_or(u8::MAX).saturating_add(4))
        }
        Some(Marker::Bullet(_)) => None,
        None if line.ends_with('?') => None,
        None if is_numbered_without_a_dot(line) => Some(5),
        None => is_in_capitals(line).then_some(2),
    }
}

/// The level of a heading right below the name of a part: "Article 5", "Term". None when `line` is no such title.
pub(super) fn title_of_a_part(before: &str, level: u8, line: &str) -> Option<u8> {
    let Some(Marker::Part { length, .. }) = marker(before) else { return None };
    let is_title = line.split_whitespace().count() <= MOST_WORDS_OF_A_HEADING
        && line.starts_with(char::is_uppercase)
        && marker(line).is_none()
        && !line.ends_with(['.', ':', ';', ',']);
    (is_title && before.len() <= length + 1).then(|| level.saturating_add(1))
}

/// `1 Introduction`, as many contracts and manuals number their chapters.
fn is_numbered_without_a_dot(line: &str) -> bool {
    let Some((number, rest)) = line.split_once(' ') else { return false };
    number.len() <= 2
        && number.chars().all(|c| c.is_ascii_digit())
        && rest.trim_start().starts_with(char::is_uppercase)
        && !rest.ends_with('.')
        && rest.split_whitespace().count() <= 8
}

/// Whether a line is written in capitals throughout, as titles are.
pub(super) fn is_in_capitals(line: &str) -> bool {
    line.chars().filter(|c| c.is_uppercase()).count() >= 3 && !line.chars().any(char::is_lowercase)
}

/// The level of the heading above a line that is a rule: `=====` or `-----`.
pub(super) fn rule(line: &str) -> Option<u8> {
    let line = line.trim();
    let all = |c: char| line.len() >= 3 && line.chars().all(|other| other == c);
    if all('=') || all('#') {
        Some(1)
    } else if all('-') || all('~') || all('*') || all('_') {
        Some(2)
    } else {
        None
    }
}

/// Whether a line leads to a page, as the lines of a table of contents do: `Scope ........ 3`.
pub(super) fn leads_to_a_page(line: &str) -> bool {
    let line = line.trim_end();
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit() || "ivxlc".contains(c));
    let dots = words.trim_end();
    let leaders = dots.chars().rev().take_while(|c| matches!(c, '.' | ' ' | '…' | '_' | '\u{b7}')).filter(|c| *c != ' ').count();
    words.len() < line.len() && (leaders >= 4 || dots.ends_with('…'))
}

/// Whether a line stands above a table of contents.
pub(super) fn is_above_contents(line: &str) -> bool {
    matches!(
        line.trim().to_lowercase().as_str(),
        "table of contents" | "contents" | "inhaltsverzeichnis" | "table des matières" | "sommaire" | "índice"
    )
}

/// Whether a line says no more than which page it is on.
pub(super) fn is_a_page_number(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = bare.split_whitespace().collect();
    let number = |word: &str| {
        !word.is_empty() && word.len() <= 4 && (word.chars().all(|c| c.is_ascii_digit()) || word.chars().all(|c| "ivxlc".contains(c)))
    };
    match words.as_slice() {
        [only] => number(only) || only.split(['/', '|']).all(number),
        ["page" | "seite" | "p." | "pg.", page] => number(page),
        ["page" | "seite", page, "of" | "von" | "/", all] => number(page) && number(all),
        [page, "of" | "/" | "|", all] => number(page) && number(all),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_from_sentences() {
        for (line, parts) in [
            ("1. The term", 1),
            ("12.3 The term", 2),
            ("1.2.3. The term", 3),
            ("(a) the term", 1),
            ("iv) the term", 1),
            ("5.1(b) The term", 3),
            ("A. Term", 1),
        ] {
            assert!(matches!(marker(line), Some(Marker::Number { parts: found, .. }) if found == parts), "{line}: {:?}", marker(line));
        }
        for line in [
            "12.5 million people",
            "2015. The year",
            "1,000 people",
            "a term",
            "I am",
            "The (a) term",
            "1.",
            "10 Downing Street",
            "e.g. this",
        ] {
            assert_eq!(marker(line), None, "{line}");
        }
        for line in ["- one", "* two", "• three", "o  four"] {
            assert!(matches!(marker(line), Some(Marker::Bullet(_))), "{line}");
        }
        for line in ["Article 5", "ARTICLE V", "§ 12 Term", "Section 3.2 Term", "Annex A"] {
            assert!(matches!(marker(line), Some(Marker::Part { .. })), "{line}");
        }
        for line in ["Part of it", "Sections differ", "article 5", "Titles I like", "Section"] {
            assert_eq!(marker(line), None, "{line}");
        }
    }

    #[test]
    fn headings_are_told_from_sentences() {
        for line in [
            "1. Introduction",
            "ARTICLE 5 - TERM",
            "Article 5",
            "GOVERNING LAW",
            "2.1. Scope of this agreement",
            "§ 3 Miete",
            "Section 4. Notices",
        ] {
            assert!(heading(line).is_some(), "{line}");
        }
        for line in ["1. The tenant pays the rent.", "Section 5 of the Act applies.", "He left.", "(a) the rent", "- item", "Ok"] {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    #[test]
    fn page_numbers_and_contents() {
        for line in ["12", "- 12 -", "Page 3", "Page 3 of 10", "3 / 10", "xiv"] {
            assert!(is_a_page_number(line), "{line}");
        }
        for line in ["Page one", "12 apples", "20155", ""] {
            assert!(!is_a_page_number(line), "{line}");
        }
        assert!(leads_to_a_page("   1.  Introduction . . . . . . . 3") && leads_to_a_page("Scope ........ 12"));
        assert!(!leads_to_a_page("It ended in 2015") && !leads_to_a_page("He said ... 5 times."));
    }
}
