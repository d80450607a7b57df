//! The tokens of a text, as far as two copies of the same words must agree: what pasting changes is evened out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;
use super::terms::term_id;

/// A word, a number or a mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it must agree in: composed letters, straight quotation marks, plain dashes. Upper and lower case differ.
    pub form: String,
    /// Where it stands.
    pub span: Span,
    /// The identity of its form in lower case.
    pub key: u32,
    /// Whether it is a word or a number.
    pub word: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it is the first one of its line.
    pub starts_line: bool,
    /// Whether it is the last one of its line.
    pub ends_line: bool,
}

/// The form of every dash.
pub const DASH: &str = "-";
/// The form of every quotation mark and apostrophe, and of several in a row.
pub const QUOTATION_MARK: &str = "'";
/// The form of an ellipsis, be it one character or three full stops.
pub const ELLIPSIS: &str = "\u{2026}";

impl Token {
    /// Whether it is a dash or one of the signs that lists are made with.
    #[must_use]
    pub fn is_bullet(&self) -> bool {
        self.form == DASH || matches!(self.form.as_str(), "\u{2022}" | "\u{2023}" | "\u{25e6}" | "\u{b7}" | "\u{25aa}" | "+")
    }

    /// Whether two tokens are the same but for the case of their first letter.
    #[must_use]
    pub fn same_but_first_case(&self, other: &Self) -> bool {
        let (mut here, mut there) = (self.form.chars(), other.form.chars());
        match (here.next(), there.next()) {
            (Some(a), Some(b)) => a.to_lowercase().eq(b.to_lowercase()) && here.as_str() == there.as_str(),
            _ => false,
        }
    }
}

/// The tokens of `text` in order.
///
/// White space, line breaks, zero-width characters, soft hyphens, the marks of Markdown for stress, code and headings, and `>`
/// before a quoted line give no token. Quotation marks in a row give one, as an ellipsis does.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader { text, found: Vec::new(), open: None, spaced: true, starts_line: true };
    for (start, character) in text.char_indices() {
        reader.take(character, Span::new(start, start + character.len_utf8()));
    }
    reader.close();
    if let Some(last) = reader.found.last_mut() {
        last.ends_line = true;
    }
    without_ellipsis_brackets(joined_ellipses(reader.found))
}

struct Reader<'t> {
    text: &'t str,
    found: Vec<Token>,
    /// The word that is being read.
    open: Option<Span>,
    spaced: bool,
    starts_line: bool,
}

impl Reader<'_> {
    fn take(&mut self, character: char, span: Span) {
        if is_invisible(character) {
            return;
        }
        if stands_alone(character) {
            self.close();
            self.push(character.to_string(), span, true);
        } else if character.is_alphanumeric() || (is_combining_mark(character) && self.open.is_some()) {
            self.open = Some(self.open.map_or(span, |open| open.joined(&span)));
        } else if character.is_whitespace() {
            self.close();
            self.spaced = true;
            if matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                self.starts_line = true;
                if let Some(last) = self.found.last_mut() {
                    last.ends_line = true;
                }
            }
        } else {
            self.close();
            self.mark(character, span);
        }
    }

    fn mark(&mut self, character: char, span: Span) {
        match character {
            '*' | '_' | '`' | '\\' | '|' => {}
            '>' | '#' if self.starts_line => {}
            _ if is_quotation_mark(character) => match self.found.last_mut().filter(|last| last.form == QUOTATION_MARK) {
                Some(last) => last.span.end = span.end,
                None => self.push(QUOTATION_MARK.to_owned(), span, false),
            },
            _ if is_dash(character) => match self.found.last_mut().filter(|last| last.form == DASH && last.span.end == span.start) {
                Some(last) => last.span.end = span.end,
                None => self.push(DASH.to_owned(), span, false),
            },
            _ => self.push(unfolded(character).to_string(), span, false),
        }
    }

    fn close(&mut self) {
        let Some(span) = self.open.take() else { return };
        let letters = span.of(self.text).unwrap_or_default();
        let form = if letters.is_ascii() {
            letters.to_owned()
        } else {
            // Ligatures come from typesetting, wide letters from East Asian keyboards.
            let plain = letters.chars().filter(|c| !is_invisible(*c)).flat_map(|c| {
                let ligature = ligature(c);
                let single = ligature.is_empty().then(|| unfolded(c));
                ligature.chars().chain(single)
            });
            plain.collect::<String>().nfc().collect()
        };
        self.push(form, span, true);
    }

    fn push(&mut self, form: String, span: Span, word: bool) {
        let key = if form.is_ascii() { term_id(&form.to_ascii_lowercase()) } else { term_id(&form.to_lowercase()) };
        let (spaced, starts_line) = (std::mem::take(&mut self.spaced), std::mem::take(&mut self.starts_line));
        self.found.push(Token { form, span, key, word, spaced, starts_line, ends_line: false });
    }
}

/// Three full stops or more in a row, with or without spaces, are an ellipsis.
fn joined_ellipses(found: Vec<Token>) -> Vec<Token> {
    let is_dot = |token: &Token| token.form == "." || token.form == ELLIPSIS;
    let mut joined: Vec<Token> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some(token) = rest.next() {
        if !is_dot(&token) {
            joined.push(token);
            continue;
        }
        let mut run = vec![token];
        while let Some(next) = rest.next_if(is_dot) {
            run.push(next);
        }
        if run.len() < 3 && run.iter().all(|token| token.form == ".") {
            joined.extend(run);
        } else if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let (span, key) = (first.span.joined(&last.span), term_id(ELLIPSIS));
            joined.push(Token { form: ELLIPSIS.to_owned(), span, key, ends_line: last.ends_line, ..first.clone() });
        }
    }
    joined
}

/// `[…]` and `(…)` are an ellipsis.
fn without_ellipsis_brackets(found: Vec<Token>) -> Vec<Token> {
    if !found.iter().any(|token| token.form == ELLIPSIS) {
        return found;
    }
    let mut kept: Vec<Token> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some(token) = rest.next() {
        let opened = kept.last().is_some_and(|last| matches!(last.form.as_str(), "[" | "("));
        let closed = rest.peek().filter(|_| token.form == ELLIPSIS && opened).is_some_and(|next| matches!(next.form.as_str(), "]" | ")"));
        if let (true, Some(close)) = (closed, rest.next_if(|_| closed)) {
            let open = kept.pop().unwrap_or_else(|| token.clone());
            kept.push(Token {
                span: open.span.joined(&close.span),
                ends_line: close.ends_line,
                ..Token { form: token.form, key: token.key, ..open }
            });
        } else {
            kept.push(token);
        }
    }
    kept
}

/// Soft hyphens, zero-width characters, marks of direction, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{ab}' | '\u{bb}' | '\u{b4}' | '\u{2bc}' | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2034}' | '\u{2039}' | '\u{203a}'
        | '\u{300c}'..='\u{300f}' | '\u{ff02}' | '\u{ff07}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Letters of scripts without spaces are words by themselves, so that a phrase can be found within a sentence.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A wide form of an ASCII character as that character.
fn unfolded(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn ligature(c: char) -> &'static str {
    match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.form).collect()
    }

    #[test]
    fn what_pasting_changes_is_evened_out() {
        for (pasted, plain) in [
            ("\u{201c}cyber\u{2011}enabled\u{201d}  theft", "'cyber-enabled' theft"),
            ("> **neither** country\u{2019}s\n> government", "neither country's government"),
            ("intel\u{ad}lec\u{200b}tual\u{a0}property", "intellectual property"),
            ("the words\u{2014}followed", "the words \u{2013} followed"),
            ("Elyse\u{301}e \u{fb01}rst", "Elys\u{e9}e first"),
            ("theft . . . of", "theft \u{2026} of"),
            ("'\"Are words", "\"Are words"),
        ] {
            assert_eq!(forms(pasted), forms(plain), "{pasted}");
        }
    }

    #[test]
    fn what_changes_the_meaning_is_not() {
        for (one, other) in [
            ("will not", "will"),
            ("US", "us"),
            ("1,261", "1261"),
            ("2*3", "23"),
            ("theft, including", "theft including"),
            ("10\u{b2}", "102"),
        ] {
            assert_ne!(forms(one), forms(other), "{one}");
        }
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "\u{201c}Elyse\u{301}e\u{201d} \u{4e2d}\u{56fd} end.";
        let spelled: Vec<&str> = tokens(text).iter().map(|token| token.span.of(text).unwrap()).collect();
        assert_eq!(spelled, ["\u{201c}", "Elyse\u{301}e", "\u{201d}", "\u{4e2d}", "\u{56fd}", "end", "."]);
    }
}
