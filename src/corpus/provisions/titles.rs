//! The heading of a provision: what follows its label as a title, or as the first words of its text.

use crate::text::Span;

/// A title has no more words than these.
const MOST_WORDS: usize = 14;
/// Words this short are seldom capitalised in a title.
const SHORT: usize = 3;
/// Words before a full stop that are a title whatever their letters.
const FEW: usize = 3;

/// The title in what follows a label on its line. `alone` says that the line is all there is of its block.
pub(super) fn in_line(text: &str, rest: Span, alone: bool, is_heading: bool) -> Option<Span> {
    let bare = trimmed(text, rest);
    if is_heading {
        return (!bare.is_empty()).then_some(bare);
    }
    let rest = Span::new(bare.start, rest.end).trimmed(text);
    let words = rest.of(text)?;
    // A run-in heading: "Term. The term of this agreement …"
    let end = run_in_end(words);
    let title = trimmed(text, Span::new(rest.start, rest.start + end.unwrap_or(words.len())));
    let said = title.of(text)?;
    let few = said.split_whitespace().count() <= FEW;
    let is_title = match end {
        Some(_) => looks_like_a_title(said) || few,
        None => alone && ends_openly(words),
    };
    (is_title && is_short(said) && begins(said)).then_some(title)
}

/// The title in a line of its own below a label, as in "Article 5" and below it "Principles".
pub(super) fn below(text: &str, line: Span, is_heading: bool) -> Option<Span> {
    let line = line.trimmed(text);
    let words = line.of(text)?;
    let open = is_heading || ends_openly(words);
    (open && is_short(words) && begins(words)).then(|| trimmed(text, line))
}

fn is_short(words: &str) -> bool {
    (1..=MOST_WORDS).contains(&words.split_whitespace().count())
}

fn begins(words: &str) -> bool {
    words.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '\u{201c}' | '['))
}

fn ends_openly(words: &str) -> bool {
    !words.ends_with(['.', ',', ';', ':', '?', '!', '-', '\u{2014}'])
}

/// Where a run-in heading ends: before a full stop, a colon or a dash that more words follow.
fn run_in_end(words: &str) -> Option<usize> {
    let ends = words.char_indices().filter(|(at, c)| {
        let after = words.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            // "U.S." is a word.
            '.' if words.get(..*at).is_some_and(|before| {
                let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                word.chars().count() == 1 && word.chars().all(char::is_uppercase)
            }) =>
            {
                false
            }
            '.' => after.is_empty() || after.starts_with(char::is_whitespace) || after.starts_with(['\u{2014}', '\u{2013}', '-']),
            ':' => !after.trim().is_empty() && after.starts_with(char::is_whitespace),
            '\u{2014}' => true,
            _ => false,
        }
    });
    ends.map(|(at, _)| at).next()
}

/// Most of its longer words begin with a capital, as in "Term and Termination".
fn looks_like_a_title(words: &str) -> bool {
    let long: Vec<&str> = words.split_whitespace().filter(|word| word.chars().count() > SHORT).collect();
    let capital = long.iter().filter(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)).count();
    !long.is_empty() && capital * 3 >= long.len() * 2
}

/// Without white space and marks at either end.
fn trimmed(text: &str, span: Span) -> Span {
    let Some(words) = span.of(text) else { return span };
    let marks = |c: char| c.is_whitespace() || matches!(c, '.' | ':' | '-' | '\u{2013}' | '\u{2014}' | '*' | '_' | '|');
    let start = span.start + (words.len() - words.trim_start_matches(marks).len());
    Span::new(start, (span.start + words.trim_end_matches(marks).len()).max(start))
}
