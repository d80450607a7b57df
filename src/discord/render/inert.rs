//! Words made inert: shown by Discord exactly as they are, whatever they contain.
//!
//! Discord shows a character after a backslash as it is, so what would mean something is escaped. Two things cannot be
//! escaped that way: a ping of everyone gets a zero-width space behind its `@` (nobody is pinged anyway, but it would
//! look like it), and lines with direction marks are wrapped in an isolate, so that they cannot reorder what is around.

use std::iter;

/// Invisible, and not a letter: what stands before and behind it is no longer one word.
const ZERO_WIDTH_SPACE: char = '\u{200b}';
/// First strong isolate, and its end (UAX #9).
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Where Discord, whose parser is JavaScript's, may see a new line.
fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The direction marks, embeddings, overrides and isolates of UAX #9.
fn sets_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The words with all markup in them escaped.
pub(in crate::discord) fn inert(words: &str) -> String {
    let mut shown = String::with_capacity(words.len() + words.len() / 8);
    let mut before = Before::default();
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        if before.makes_markup(c, rest.as_str()) {
            shown.push('\\');
        }
        shown.push(c);
        if c == '@' && names_everyone(rest.as_str()) {
            shown.push(ZERO_WIDTH_SPACE);
        }
        before.pass(c);
    }
    shown
}

/// What was passed so far, as far as it matters to what comes.
struct Before {
    /// Only white space since the line began.
    line_start: bool,
    /// Only digits since the line began, and at least one.
    list_number: bool,
    /// The letters of the word that was just passed, in lower case, as far as they may be "discordapp".
    word: String,
}

impl Default for Before {
    fn default() -> Self {
        Self { line_start: true, list_number: false, word: String::new() }
    }
}

impl Before {
    fn makes_markup(&self, c: char, rest: &str) -> bool {
        match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '[' | ']' | '<' => true,
            // Quotes, headings, small print, list items.
            '>' | '#' | '-' | '+' => self.line_start,
            // Addresses and emoji names. A colon before white space is only a colon.
            ':' => rest.chars().next().is_some_and(|next| !next.is_whitespace()),
            // A numbered list would be renumbered; an invitation would unfold.
            '.' => self.list_number || matches!(self.word.as_str(), "discord" | "discordapp"),
            _ => false,
        }
    }

    fn pass(&mut self, c: char) {
        if breaks_line(c) {
            *self = Self::default();
            return;
        }
        self.list_number = c.is_ascii_digit() && (self.line_start || self.list_number);
        self.line_start &= c.is_whitespace();
        if c.is_ascii_alphabetic() {
            self.word.push(c.to_ascii_lowercase());
        } else {
            self.word.clear();
        }
    }
}

fn names_everyone(rest: &str) -> bool {
    let name = rest.trim_start_matches(ZERO_WIDTH_SPACE);
    ["everyone", "here"].iter().any(|word| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// What a reader of Discord sees: the reverse of [`inert`].
pub(in crate::discord) fn seen(shown: &str) -> String {
    let mut words = String::new();
    let mut rest = shown.chars();
    while let Some(c) = rest.next() {
        words.extend(if c == '\\' { rest.next() } else { Some(c) });
        if c == '@' && names_everyone(rest.as_str()) && rest.as_str().starts_with(ZERO_WIDTH_SPACE) {
            rest.next();
        }
    }
    words
}

/// The words as a block quote, inert.
pub(in crate::discord) fn block_quote(words: &str) -> String {
    let lines = words.split('\n').map(|line| {
        let shown = inert(line);
        let isolated = line.contains(sets_direction);
        let mark = |mark: char| iter::once(mark).filter(move |_| isolated);
        iter::once('>')
            .chain(iter::once(' '))
            .chain(mark(FIRST_STRONG_ISOLATE))
            .chain(shown.chars())
            .chain(mark(POP_ISOLATE))
            .collect::<String>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A name on one line: white space becomes single spaces, and what has no place in a name is shown as missing.
pub(in crate::discord) fn one_line(name: &str) -> String {
    let visible = |c: char| if c.is_control() || sets_direction(c) { '\u{fffd}' } else { c };
    name.split_whitespace().map(|word| word.chars().map(visible).collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(in crate::discord) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The reverse of [`block_quote`].
    pub(in crate::discord) fn seen_quote(shown: &str) -> String {
        let line = |line: &str| {
            let line = line.strip_prefix("> ").expect("every line of a block quote begins so");
            let isolated = line.strip_prefix(FIRST_STRONG_ISOLATE).and_then(|line| line.strip_suffix(POP_ISOLATE));
            seen(isolated.unwrap_or(line))
        };
        shown.split('\n').map(line).collect::<Vec<_>>().join("\n")
    }

    /// Text that is likely to hold markup.
    pub(in crate::discord) fn nasty() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            3 => r"[a-z]{1,8}",
            3 => Just(" ".to_owned()),
            1 => Just("\n".to_owned()),
            2 => "[\\\\*_~`|<>#\\-+:.@()\\[\\]0-9]{1,4}",
            1 => "\\PC{1,3}",
            1 => prop_oneof![
                Just("@everyone"), Just("@\u{200b}here"), Just("<@123>"), Just("discord.gg/abc"), Just("https://a.example/x_y_z"),
                Just("```rs\n"), Just("1. "), Just("-# "), Just("\u{202e}"), Just("\u{2068}"), Just("\u{2069}"), Just("\r\n"), Just("\u{2028}"),
                Just("\u{200b}"), Just(":smile:"), Just("[a](https://b.example)"), Just("||x||"), Just("😀"), Just("א"),
            ].prop_map(str::to_owned),
        ];
        prop::collection::vec(part, 0..120).prop_map(|parts| parts.concat())
    }

    #[test]
    fn markup_is_escaped_where_it_means_something() {
        assert_eq!(inert("co-operate #1 a > b, 2.5, at 5: yes"), "co-operate #1 a > b, 2.5, at 5: yes");
        assert_eq!(inert("# a\n- b\n> c\n1. d\n-# e"), "\\# a\n\\- b\n\\> c\n1\\. d\n\\-# e");
        assert_eq!(inert("*a* __b__ ~~c~~ ||d|| `e` [f](g)"), "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\` \\[f\\](g)");
        assert_eq!(inert("<@1> <#2> https://a.example :smile:"), "\\<@1> \\<#2> https\\://a.example \\:smile:");
        assert_eq!(inert("@everyone a@here.example discord.gg/x"), "@\u{200b}everyone a@\u{200b}here.example discord\\.gg/x");
    }

    #[test]
    fn direction_marks_stay_within_their_line() {
        assert_eq!(block_quote("a\n\u{202e}b"), "> a\n> \u{2068}\u{202e}b\u{2069}");
    }

    proptest! {
        #[test]
        fn a_reader_sees_the_exact_words(words in nasty()) {
            prop_assert_eq!(&seen(&inert(&words)), &words);
            prop_assert_eq!(&seen_quote(&block_quote(&words)), &words);
        }

        #[test]
        fn nothing_that_pings_or_links_is_left(words in nasty()) {
            let shown = inert(&words);
            prop_assert!(!shown.contains("@everyone") && !shown.contains("@here"));
            // What is left once every escaped character is taken out means something.
            let live = shown.replace("\\\\", "").replace("\\:", "").replace("\\<", "");
            prop_assert!(!live.contains("://") && !live.contains('<'), "{}", shown);
        }
    }
}
