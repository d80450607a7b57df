//! Days and months that a text names outright: "September 25, 2015", "25 September 2015", "2015-09-25", "in June 2015".

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Span;

/// The years that are read as such; a number beyond them is hardly a year.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=2999;

/// Each month's name and its usual short forms.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// A day, a month or a year of the Gregorian calendar. A month sorts before its days, a year before its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1, if it is known.
    pub month: Option<u8>,
    /// The day of the month, from 1, if it is known.
    pub day: Option<u8>,
}

/// A date that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedDate {
    /// The words.
    pub span: Span,
    /// The date, or the first one of a range.
    pub date: Date,
    /// The last date of a range, as in "24 and 25 September 2015".
    pub until: Option<Date>,
}

impl Date {
    /// Reads `2015`, `2015-09` or `2015-09-25`, if there is such a date.
    #[must_use]
    pub fn iso(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let part = |part: &str, digits: usize| number(part).filter(|_| part.len() == digits);
        match parts.as_slice() {
            [year] => part(year, 4).filter(|year| YEARS.contains(year)).map(|year| Self { year, month: None, day: None }),
            [year, month] => Self::month(part(year, 4)?, part(month, 2)?),
            [year, month, day] => Self::day(part(year, 4)?, part(month, 2)?, part(day, 2)?),
            _ => None,
        }
    }

    /// The day (UTC) of a moment in seconds since 1970. Moments after the year 9999 count as its last day.
    #[must_use]
    pub fn of_seconds(seconds: u64) -> Self {
        // Counted in years that begin in March, so that the leap day is the last (Howard Hinnant, "chrono-compatible low-level
        // date algorithms", civil_from_days).
        const LAST_DAY: u64 = 2_932_896;
        let days = (seconds / 86_400).min(LAST_DAY) + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        let small = |number: u64| u8::try_from(number).ok();
        Self { year: u16::try_from(year).unwrap_or(u16::MAX), month: small(month), day: small(day) }
    }

    fn month(year: u16, month: u16) -> Option<Self> {
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        YEARS.contains(&year).then_some(Self { year, month: Some(month), day: None })
    }

    fn day(year: u16, month: u16, day: u16) -> Option<Self> {
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let day = u8::try_from(day).ok().filter(|day| (1..=last).contains(day))?;
        Some(Self { day: Some(day), ..Self::month(year, month)? })
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it, as far as it is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// The dates that `text` names with their year, in order. A day or month without a year is not guessed at, nor is a form such
/// as 3/4/2015, which means two things.
#[must_use]
pub fn dates(text: &str) -> Vec<NamedDate> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        let mut cursor = Cursor { text, tokens: &tokens, at };
        let read = cursor.iso().map(|date| (date, None)).or_else(|| {
            cursor.at = at;
            cursor.month_first()
        });
        let read = read.or_else(|| {
            cursor.at = at;
            cursor.day_first()
        });
        let last = cursor.at.checked_sub(1).and_then(|last| tokens.get(last));
        match (read, last) {
            (Some((date, until)), Some(last)) if until.is_none_or(|until| date < until) => {
                found.push(NamedDate { span: first.span.joined(&last.span), date, until });
                at = cursor.at;
            }
            _ => at += 1,
        }
    }
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A number of at most four digits, and how many digits it has.
    Number(u16, usize),
    /// A month, from 1.
    Month(u16),
    /// `st`, `nd`, `rd` or `th`.
    Ordinal,
    /// What stands between the two ends of a range.
    Between,
    Hyphen,
    Comma,
    FullStop,
    Of,
    Other,
}

#[derive(Debug, Clone, Copy)]
struct Token {
    kind: Kind,
    span: Span,
}

/// The words, numbers and marks of a text.
fn tokens(text: &str) -> Vec<Token> {
    #[derive(PartialEq)]
    enum Class {
        Digit,
        Letter,
        Mark,
    }
    let class = |c: char| match c {
        '0'..='9' => Class::Digit,
        c if c.is_alphanumeric() => Class::Letter,
        _ => Class::Mark,
    };
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| class(first) != Class::Mark && class(*c) == class(first)) {
            end = at + c.len_utf8();
        }
        let span = Span::new(start, end);
        let word = span.of(text).unwrap_or_default();
        let kind = match (class(first), first) {
            (Class::Digit, _) => number(word).map_or(Kind::Other, |value| Kind::Number(value, word.len())),
            (Class::Letter, _) => worded(word),
            (Class::Mark, '-' | '\u{2010}' | '\u{2011}') => Kind::Hyphen,
            (Class::Mark, '\u{2012}'..='\u{2014}' | '&') => Kind::Between,
            (Class::Mark, ',') => Kind::Comma,
            (Class::Mark, '.') => Kind::FullStop,
            (Class::Mark, _) => Kind::Other,
        };
        found.push(Token { kind, span });
    }
    found
}

fn number(digits: &str) -> Option<u16> {
    // `parse` would take a sign too.
    (digits.len() <= 4 && digits.bytes().all(|digit| digit.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

fn worded(word: &str) -> Kind {
    match word {
        "and" | "to" | "through" | "until" => Kind::Between,
        "of" => Kind::Of,
        "st" | "nd" | "rd" | "th" => Kind::Ordinal,
        _ => month(word).map_or(Kind::Other, Kind::Month),
    }
}

/// A month is written with a capital: "may" and "march" are other words.
fn month(word: &str) -> Option<u16> {
    let (capital, rest) = word.split_at_checked(1)?;
    let is_name = capital.bytes().all(|c| c.is_ascii_uppercase())
        && (rest.bytes().all(|c| c.is_ascii_lowercase()) || rest.bytes().all(|c| c.is_ascii_uppercase()));
    let name = word.to_ascii_lowercase();
    let place = MONTHS.iter().position(|names| names.contains(&name.as_str())).filter(|_| is_name)?;
    u16::try_from(place + 1).ok()
}

type Read = Option<(Date, Option<Date>)>;

/// A place between the tokens of a text, and the grammar of dates read on from it.
struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl Cursor<'_> {
    /// `2015-09-25`
    fn iso(&mut self) -> Option<Date> {
        self.stands_free()?;
        let start = self.tokens.get(self.at)?.span.start;
        let year = self.digits(4)?;
        self.take(Kind::Hyphen)?;
        let month = self.digits(2)?;
        self.take(Kind::Hyphen)?;
        let day = self.digits(2)?;
        let end = self.end()?;
        // Nothing stands between its parts.
        (end - start == "YYYY-MM-DD".len()).then(|| Date::day(year, month, day)).flatten().filter(|_| ends_freely(self.text, end))
    }

    /// `September 25, 2015`, `Sept. 24 and 25, 2015`, `September 30 to October 2, 2015`, `June 2015`, `April and May 2015`
    fn month_first(&mut self) -> Read {
        let month = self.month()?;
        if let Some(day) = self.day() {
            let last = self.optionally(|cursor| {
                cursor.between()?;
                let month = cursor.optionally(Self::month).unwrap_or(month);
                Some((month, cursor.day()?))
            });
            let year = self.year()?;
            let until = last.map(|(month, day)| Date::day(year, month, day).ok_or(())).transpose().ok()?;
            return Some((Date::day(year, month, day)?, until));
        }
        let last = self.optionally(|cursor| {
            cursor.between()?;
            cursor.month()
        });
        let year = self.year()?;
        let until = last.map(|month| Date::month(year, month).ok_or(())).transpose().ok()?;
        Some((Date::month(year, month)?, until))
    }

    /// `25 September 2015`, `25th of September, 2015`, `24 and 25 September 2015`, `30 September to 2 October 2015`
    fn day_first(&mut self) -> Read {
        self.stands_free()?;
        let first = self.day()?;
        let own_month = self.optionally(Self::month);
        let last = self.optionally(|cursor| {
            cursor.between()?;
            Some((cursor.day()?, cursor.month()?))
        });
        let year = self.year()?;
        match (own_month, last) {
            (Some(month), None) => Some((Date::day(year, month, first)?, None)),
            (own_month, Some((day, month))) => {
                Some((Date::day(year, own_month.unwrap_or(month), first)?, Some(Date::day(year, month, day)?)))
            }
            (None, None) => None,
        }
    }

    fn day(&mut self) -> Option<u16> {
        self.optionally(|cursor| {
            let day = match cursor.next()? {
                Kind::Number(day, 1 | 2) => day,
                _ => return None,
            };
            cursor.optionally(|cursor| cursor.take(Kind::Ordinal));
            Some(day)
        })
    }

    fn month(&mut self) -> Option<u16> {
        self.optionally(|cursor| {
            cursor.optionally(|cursor| cursor.take(Kind::Of));
            let Kind::Month(month) = cursor.next()? else { return None };
            cursor.optionally(|cursor| cursor.take(Kind::FullStop));
            Some(month)
        })
    }

    /// A year, and what may stand before it.
    fn year(&mut self) -> Option<u16> {
        self.optionally(|cursor| cursor.take(Kind::Comma));
        self.optionally(|cursor| cursor.take(Kind::Of));
        let year = self.digits(4)?;
        (YEARS.contains(&year) && ends_freely(self.text, self.end()?)).then_some(year)
    }

    fn between(&mut self) -> Option<()> {
        matches!(self.next()?, Kind::Between | Kind::Hyphen).then_some(())
    }

    fn digits(&mut self, count: usize) -> Option<u16> {
        match self.next()? {
            Kind::Number(value, digits) if digits == count => Some(value),
            _ => None,
        }
    }

    fn take(&mut self, kind: Kind) -> Option<()> {
        (self.next()? == kind).then_some(())
    }

    fn next(&mut self) -> Option<Kind> {
        let kind = self.tokens.get(self.at)?.kind;
        self.at += 1;
        Some(kind)
    }

    /// Reads something, or stays where it is.
    fn optionally<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = at;
        }
        found
    }

    /// Where the last token that was read ends.
    fn end(&self) -> Option<usize> {
        Some(self.tokens.get(self.at.checked_sub(1)?)?.span.end)
    }

    /// A number that is the tail of a larger one, of a version or of a name begins no date.
    fn stands_free(&self) -> Option<()> {
        let start = self.tokens.get(self.at)?.span.start;
        let before = self.text.get(..start)?.chars().next_back();
        (!before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/' | ':' | '_' | '$' | '#'))).then_some(())
    }
}

/// Whether a number that ends at `end` is not the beginning of a larger one or of a word.
fn ends_freely(text: &str, end: usize) -> bool {
    let mut after = text.get(end..).unwrap_or_default().chars();
    let (next, further) = (after.next(), after.next());
    let digit_follows = further.is_some_and(|c| c.is_ascii_digit());
    match next {
        // The time of day.
        Some('T') => digit_follows,
        Some('.' | ',' | '-' | '/' | ':') => !digit_follows,
        Some(c) => !c.is_alphanumeric() && c != '_',
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each date with its words, as `words = date` or `words = date..until`.
    fn read(text: &str) -> Vec<String> {
        let shown = |found: NamedDate| {
            let until = found.until.map(|until| format!("..{until}")).unwrap_or_default();
            format!("{} = {}{until}", found.span.of(text).unwrap(), found.date)
        };
        dates(text).into_iter().map(shown).collect()
    }

    #[test]
    fn days_are_read_in_every_usual_form() {
        for (text, words, date) in [
            ("signed on September 25, 2015, at noon", "September 25, 2015", "2015-09-25"),
            ("on Sept. 25, 2015.", "Sept. 25, 2015", "2015-09-25"),
            ("On 25 September 2015 both", "25 September 2015", "2015-09-25"),
            ("the 25th of September, 2015", "25th of September, 2015", "2015-09-25"),
            ("the 1st Oct 1999", "1st Oct 1999", "1999-10-01"),
            ("as of 2015-09-25T10:00Z", "2015-09-25", "2015-09-25"),
            ("(2015-09-25)", "2015-09-25", "2015-09-25"),
            ("FEBRUARY 29, 2016", "FEBRUARY 29, 2016", "2016-02-29"),
            ("\u{201c}May 1 2015\u{201d}", "May 1 2015", "2015-05-01"),
        ] {
            assert_eq!(read(text), [format!("{words} = {date}")], "{text}");
        }
    }

    #[test]
    fn months_are_read_with_their_year() {
        assert_eq!(read("the July 2015 report"), ["July 2015 = 2015-07"]);
        assert_eq!(read("in May 2015 or mid-Jan. of 2016"), ["May 2015 = 2015-05", "Jan. of 2016 = 2016-01"]);
    }

    #[test]
    fn a_moment_is_of_a_day() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_443_139_200, "2015-09-25"),
            (4_107_542_400, "2100-03-01"),
            (u64::MAX, "9999-12-31"),
        ] {
            assert_eq!(Date::of_seconds(seconds).to_string(), day);
        }
    }

    #[test]
    fn ranges_have_two_ends() {
        assert_eq!(read("24 and 25 September 2015"), ["24 and 25 September 2015 = 2015-09-24..2015-09-25"]);
        assert_eq!(read("September 24\u{2013}25, 2015"), ["September 24\u{2013}25, 2015 = 2015-09-24..2015-09-25"]);
        assert_eq!(read("30 September to 2 October 2015"), ["30 September to 2 October 2015 = 2015-09-30..2015-10-02"]);
        assert_eq!(read("Sept. 30-Oct. 2, 2015"), ["Sept. 30-Oct. 2, 2015 = 2015-09-30..2015-10-02"]);
        assert_eq!(read("April and May 2015"), ["April and May 2015 = 2015-04..2015-05"]);
        assert_eq!(
            read("between September 2015 and 3 June 2016"),
            ["September 2015 = 2015-09", "3 June 2016 = 2016-06-03"],
            "two dates with a year each are two dates"
        );
    }

    #[test]
    fn nothing_else_is_taken_for_a_date() {
        for text in [
            "it may 2015 times",
            "March on, 5 men",
            "they march 2000 miles",
            "in 2015",
            "on 25 September",
            "version 2015.9.25",
            "1.2015-09-25",
            "report-2015-09-25.pdf",
            "2015-13-01 and 2015-02-30",
            "31 June 2015 is no day, so it is its month that is read",
            "3/4/2015",
            "May 20155",
            "May 2015.3",
            "The Marchand 2015 and Mays 2015",
            "2015-09",
            "room 0025-09-2511",
            "",
        ] {
            let expected: &[&str] = if text.starts_with("31") { &["June 2015 = 2015-06"] } else { &[] };
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn iso_dates_are_read_as_far_as_they_go() {
        for text in ["2015", "2015-09", "2015-09-25"] {
            assert_eq!(Date::iso(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in ["2 per year", "", "2015-", "2015-9-25", "2015-02-29", "+015", "2015-09-25-1", "-2015"] {
            assert_eq!(Date::iso(text), None, "{text}");
        }
        let sorted = ["2015", "2015-09", "2015-09-25", "2015-10"].map(|text| Date::iso(text).unwrap());
        assert!(sorted.is_sorted());
    }

    proptest::proptest! {
        #[test]
        fn every_span_fits_its_text(text in "([0-9]{1,4}|May|Sept|[-., ]|of|and|th|\\PC){0,24}") {
            for found in dates(&text) {
                assert!(found.span.of(&text).is_some_and(|words| words.trim() == words && !words.is_empty()));
            }
        }
    }
}
