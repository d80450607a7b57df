//! The labels of numbered provisions as they stand where a provision begins: "4.2", "§ 12.3(b)", "Article 5", "(iv)".

use super::numerals::{letter, roman};
use super::provision_kind::{ProvisionKind, leading_kind};

/// How a part of a label is set off from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// After a noun: "Article 5".
    Named,
    /// Part of a path of numbers: "4.2", "4.2.1".
    Path,
    /// "1.", "a.", "IV."
    Dotted,
    /// "1)", "a)"
    Closed,
    /// "(1)", "(a)", "(iv)"
    Bracketed,
    /// A number and nothing else: "1". It may as well be a page's or a footnote's.
    Bare,
}

/// One part of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The number or the letters as printed, without what sets them off.
    pub printed: String,
    /// How it is set off.
    pub setting: Setting,
}

impl Mark {
    /// The part as it is compared: in small letters.
    #[must_use]
    pub fn token(&self) -> String {
        self.printed.to_lowercase()
    }
}

/// The label of a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The kind of provision, where the label says it.
    pub kind: Option<ProvisionKind>,
    /// Its parts, outermost first; at least one.
    pub marks: Vec<Mark>,
    /// How many bytes of the line it takes, with the full stop or the dash that ends it.
    pub length: usize,
}

/// The largest number that is taken for a provision's without a noun: larger ones are years and amounts.
const LARGEST: u32 = 400;
/// The most parts of a path: beyond it are addresses and versions.
const MOST_PARTS: usize = 6;

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// The label that `line` begins with, if it does with one. White space before it is not skipped.
#[must_use]
pub fn label(line: &str) -> Option<Label> {
    match leading_kind(line) {
        Some((kind, length)) => named(line, kind, length),
        None => unnamed(line),
    }
}

/// "Article 5", "§ 12.3(b)", "Recital (12)", "Annex A".
fn named(line: &str, kind: ProvisionKind, noun: usize) -> Option<Label> {
    let mut rest = Cursor { line, at: noun };
    rest.skip_blanks();
    let mut marks = Vec::new();
    if let Some(inner) = rest.bracketed() {
        marks.push(Mark { printed: inner.to_owned(), setting: Setting::Named });
    } else {
        let path = rest.path()?;
        if path.len() == 1 && !path.iter().all(|part| is_numeral(part)) {
            return None;
        }
        marks.extend(path.into_iter().map(|part| Mark { printed: part.to_owned(), setting: Setting::Named }));
    }
    while let Some(inner) = rest.bracketed() {
        marks.push(Mark { printed: inner.to_owned(), setting: Setting::Bracketed });
    }
    rest.skip_end();
    let after = rest.rest();
    // "Section 5 applies", "Article 5, paragraph 2", "Section 12 of": words that speak of a provision.
    let begins = after.trim_start().chars().next();
    let starts_words = begins.is_none_or(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | '/'));
    let apart = after.is_empty() || after.starts_with(char::is_whitespace);
    (apart && starts_words).then_some(Label { kind: Some(kind), marks, length: rest.at })
}

/// "4.2", "1.", "(a)(1)", "A.1.", "iv)".
fn unnamed(line: &str) -> Option<Label> {
    let mut rest = Cursor { line, at: 0 };
    let mut marks: Vec<Mark> = Vec::new();
    let mut path_ended = true;
    if !line.starts_with('(') {
        let path = rest.path()?;
        if path.len() > MOST_PARTS || path.iter().any(|part| number(part).is_some_and(|number| number > LARGEST)) {
            return None;
        }
        let first = path.first().copied()?;
        let many = path.len() > 1;
        let continues = |part: &&str| number(part).is_some() || part.chars().count() == 1;
        if many && (first == "0" || !path.iter().skip(1).all(continues)) {
            return None;
        }
        let brackets = rest.rest().starts_with('(');
        let setting = if many || brackets {
            Setting::Path
        } else if rest.eat('.') {
            Setting::Dotted
        } else if rest.eat(')') {
            Setting::Closed
        } else {
            Setting::Bare
        };
        let is_word = number(first).is_none();
        // "U.S." is no path, "A.1" is one.
        let is_path = first.chars().all(char::is_uppercase) && path.get(1).is_none_or(|second| number(second).is_some());
        if is_word && (setting == Setting::Bare || !is_numeral(first) || (many && !is_path)) {
            return None;
        }
        if brackets && is_word {
            return None;
        }
        path_ended = !many;
        marks.extend(path.into_iter().map(|part| Mark { printed: part.to_owned(), setting }));
    }
    while let Some(inner) = rest.bracketed() {
        marks.push(Mark { printed: inner.to_owned(), setting: Setting::Bracketed });
        path_ended = true;
    }
    let setting = marks.last()?.setting;
    let ended = rest.skip_end();
    let after = rest.rest();
    let words = after.trim_start();
    let next = words.chars().next();
    let apart = after.is_empty() || after.starts_with(char::is_whitespace) || matches!(next, Some('\u{201c}' | '"'));
    // "(a)text" and "1.Text" are how some set it.
    let apart = apart || (setting == Setting::Bracketed && next.is_some_and(char::is_alphabetic));
    let apart = apart || (matches!(setting, Setting::Dotted | Setting::Closed) && next.is_some_and(char::is_uppercase));
    let is_date = next_word(words).is_some_and(|word| MONTHS.contains(&word.as_str())) && marks.len() == 1;
    let is_amount = !path_ended && !ended && next.is_some_and(|c| c.is_lowercase() || matches!(c, '%' | ',' | ';' | '=' | '/' | '-' | '+'));
    let is_figure = setting == Setting::Bare && !next.is_some_and(char::is_uppercase);
    let is_reference = setting == Setting::Bracketed && matches!(next, Some(',' | ';' | ')' | '/'));
    (apart && !is_date && !is_amount && !is_figure && !is_reference).then_some(Label { kind: None, marks, length: rest.at })
}

/// The labels that stand within a line, such as "(b)" in "either (a) in writing; or (b) by post": where each begins, and it.
/// They are candidates: only what makes up a sequence is one of provisions.
#[must_use]
pub fn labels_within(line: &str) -> Vec<(usize, Label)> {
    let mut found = Vec::new();
    let mut before_blank = false;
    for (at, c) in line.char_indices() {
        let begins = std::mem::replace(&mut before_blank, c.is_whitespace()) && (c == '(' || c.is_ascii_alphanumeric());
        let (Some(before), Some(here)) = (line.get(..at), line.get(at..)) else { continue };
        if !begins || before.trim().is_empty() || !(follows_a_break(before) || (c == '(' && begins_an_enumeration(before, here))) {
            continue;
        }
        // "a." and "2)" are no more than the end of a sentence or of a bracket, unless an enumeration is announced or goes on.
        let bracketed = c == '(';
        let announced = before.trim_end().ends_with([':', ';']);
        let fits = |label: &Label| {
            bracketed || (announced && label.marks.iter().all(|mark| matches!(mark.setting, Setting::Dotted | Setting::Closed)))
        };
        if let Some(label) = unnamed(here).filter(fits) {
            found.push((at, label));
        }
    }
    found
}

/// Whether "(a)" stands where an enumeration may begin without a colon: behind a word, but not behind the noun of what is
/// referred to, as in "paragraph (a)".
fn begins_an_enumeration(before: &str, here: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_first = ["(a) ", "(i) ", "(1) ", "(A) "].iter().any(|first| here.starts_with(first));
    is_first && !word.is_empty() && ProvisionKind::of_word(&word).is_none()
}

/// Whether what stands before ends so that an item of an enumeration may begin: "…:", "…;", "…; and".
fn follows_a_break(before: &str) -> bool {
    let before = before.trim_end();
    let joined = ["and", "or", "and/or", "but", "either"].iter().find_map(|word| {
        let rest = before.strip_suffix(word)?;
        rest.ends_with(char::is_whitespace).then(|| rest.trim_end())
    });
    let ends = |text: &str, marks: &[char]| text.ends_with(marks);
    match joined {
        Some(rest) => ends(rest, &[',', ';', ':']) || before.ends_with("either"),
        None => ends(before, &[':', ';', ',', '.', '\u{2014}', '\u{2013}']),
    }
}

/// Whether this can be a provision's number or letters: digits, a letter, the same letter twice, a Roman numeral.
fn is_numeral(part: &str) -> bool {
    number(part).is_some() || letter(part).is_some() || roman(part).is_some()
}

/// The number that a part begins with; "12A" is one too.
fn number(part: &str) -> Option<u32> {
    let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (part.len() - digits.len() <= 2).then(|| digits.parse().ok())?
}

fn next_word(words: &str) -> Option<String> {
    words.split(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A place in a line.
struct Cursor<'l> {
    line: &'l str,
    at: usize,
}

impl<'l> Cursor<'l> {
    fn rest(&self) -> &'l str {
        self.line.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let eaten = self.rest().starts_with(wanted);
        if eaten {
            self.at += wanted.len_utf8();
        }
        eaten
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\u{a0}']).len();
    }

    /// "12", "4.2", "A.1": digits or letters with full stops between, none at the end.
    fn path(&mut self) -> Option<Vec<&'l str>> {
        let mut parts = Vec::new();
        loop {
            let rest = self.rest();
            let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let part = rest.get(..length).filter(|part| (1..=6).contains(&part.len()))?;
            self.at += length;
            parts.push(part);
            let goes_on = self.rest().strip_prefix(['.', '-']).is_some_and(|after| {
                let dash = self.rest().starts_with('-');
                after.starts_with(|c: char| c.is_ascii_digit() || (!dash && c.is_ascii_alphabetic() && parts.len() < 3))
                    // "1.The": a full stop, not a path.
                    && !after.chars().nth(1).is_some_and(char::is_alphabetic)
            });
            if !goes_on {
                return Some(parts);
            }
            self.at += 1;
        }
    }

    /// "(a)": what stands in a bracket of a few letters or digits.
    fn bracketed(&mut self) -> Option<&'l str> {
        let inner = self.rest().strip_prefix('(')?;
        let inner = inner.get(..inner.find(')')?)?;
        let fits = (1..=5).contains(&inner.len()) && inner.chars().all(|c| c.is_ascii_alphanumeric());
        let fits = fits && is_numeral(inner) && number(inner).is_none_or(|number| number <= LARGEST);
        if !fits {
            return None;
        }
        self.at += inner.len() + 2;
        Some(inner)
    }

    /// Skips what ends a label: a full stop, a colon, a dash. Whether there was any.
    fn skip_end(&mut self) -> bool {
        let mut ended = false;
        loop {
            let rest = self.rest();
            let dash = rest.trim_start_matches([' ', '\t', '\u{a0}']);
            if rest.starts_with(['.', ':']) {
                self.at += 1;
            } else if let Some(after) = dash.strip_prefix(['\u{2014}', '\u{2013}', '-']).filter(|_| !ended) {
                self.at += rest.len() - after.len();
            } else {
                return ended;
            }
            ended = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Option<ProvisionKind>, String, usize)> {
        let label = label(line)?;
        let marks: Vec<String> = label.marks.iter().map(Mark::token).collect();
        Some((label.kind, marks.join("."), label.length))
    }

    #[test]
    fn labels_are_read_with_their_parts() {
        use ProvisionKind::{Annex, Appendix, Article, Chapter, Clause, Part, Recital, Rule, Schedule, Section};
        for (line, kind, marks) in [
            ("1. Definitions", None, "1"),
            ("1) Definitions", None, "1"),
            ("1.2 Interpretation", None, "1.2"),
            ("1.2.3. Interpretation", None, "1.2.3"),
            ("12.3(b)(iv) the Tenant", None, "12.3.b.iv"),
            ("(a) the Tenant", None, "a"),
            ("(iv) the Tenant", None, "iv"),
            ("(a)(1) In general", None, "a.1"),
            ("a) the Tenant", None, "a"),
            ("A.1.  Collected ABNF", None, "a.1"),
            ("IV. Confidentiality", None, "iv"),
            ("\u{a7} 12.3(b) Notice", Some(Section), "12.3.b"),
            ("\u{a7}\u{a7} 4 Scope", Some(Section), "4"),
            ("\u{a7} 1910.132 General requirements.", Some(Section), "1910.132"),
            ("Section 4.2", Some(Section), "4.2"),
            ("Sec. 4. Term", Some(Section), "4"),
            ("Article 5", Some(Article), "5"),
            ("Art. 5(1)(f) Principles", Some(Article), "5.1.f"),
            ("ARTICLE V", Some(Article), "v"),
            ("Article 5 \u{2013} Principles", Some(Article), "5"),
            ("Clause 7: Rent", Some(Clause), "7"),
            ("Rule 3. Filing", Some(Rule), "3"),
            ("Schedule 2", Some(Schedule), "2"),
            ("Annex A", Some(Annex), "a"),
            ("APPENDIX B", Some(Appendix), "b"),
            ("Part III", Some(Part), "iii"),
            ("CHAPTER 2", Some(Chapter), "2"),
            ("Recital (12)", Some(Recital), "12"),
            ("4.2.  Title", None, "4.2"),
            ("12A. Inserted", None, "12a"),
            ("1 Short title", None, "1"),
        ] {
            assert_eq!(read(line).map(|(kind, marks, _)| (kind, marks)), Some((kind, marks.to_owned())), "{line}");
        }
    }

    #[test]
    fn what_is_no_label_is_not_read_as_one() {
        for line in [
            "2015. It was a good year.",
            "21.5 million people",
            "3.5 percent of the rent",
            "12 March 2015",
            "5. June 2015 was a Friday",
            "Section 5 applies where",
            "Article 5 of the Treaty",
            "Section 12, which",
            "Part of the premises",
            "Section heads meet",
            "1,000 tenants",
            "0.5 The ratio",
            "2015 was a good year",
            "(see below) the Tenant",
            "(2015) the year",
            "The Tenant",
            "mix. of words",
            "10.1.2019 Berlin",
            "",
            "(",
            "\u{a7}",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_label_within_a_line_follows_a_break() {
        let found = |line| labels_within(line).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(found("Notice is given: (a) in writing; or (b) by post, and (c) at once."), [17, 36, 53]);
        assert_eq!(found("Notice is given (a) in writing, (b) by post"), [16, 32]);
        assert_eq!(found("as paragraphs (a) and (b) say"), Vec::<usize>::new());
    }
}
