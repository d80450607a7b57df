//! Text broken into lines that fit a width.

use super::font::{Weight, width};

/// Stands where a text was cut.
const CUT: char = '\u{2026}';

/// Breaks `text`, which must be drawable, into at most `most` lines that are no wider than `limit` pixels. A word that is wider
/// than a line is broken within; what does not fit is cut, and an ellipsis says so.
pub(super) fn wrap(text: &str, size: f32, weight: Weight, limit: f32, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= limit;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = format!("{line}{piece}");
        if fits(joined.trim_end()) {
            line = joined;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.clear();
        for c in piece.chars() {
            line.push(c);
            if !fits(line.trim_end()) {
                line.pop();
                // A line narrower than one character holds nothing; the character is left out.
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    if width(c.encode_utf8(&mut [0; 4]), size, weight) <= limit {
                        line.push(c);
                    }
                }
            }
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}{CUT}")) {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            if fits(&CUT.to_string()) {
                last.push(CUT);
            }
        }
    }
    lines
}

/// Where a line may be broken: after a space or a hyphen, and on either side of a Chinese character.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut may_break = true;
    for c in text.chars() {
        let stands_alone = matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        // A mark of punctuation stays with what it closes.
        let closes = matches!(c, '、' | '。' | '，' | '：' | '；' | '！' | '？' | '）' | '》' | '」' | '』' | '】');
        match pieces.last_mut() {
            Some(piece) if !closes && !may_break && !stands_alone => piece.push(c),
            Some(piece) if closes || (c == ' ' && may_break) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        may_break = matches!(c, ' ' | '-') || stands_alone;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::font::drawable;
    use super::*;

    fn wrapped(text: &str, limit: f32, most: usize) -> Vec<String> {
        wrap(text, 20.0, Weight::Regular, limit, most)
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("High-level joint dialogue", 110.0, 9), ["High-level", "joint", "dialogue"]);
        assert_eq!(wrapped("网络安全协议，条款", 70.0, 9), ["网络安", "全协", "议，条", "款"]);
        assert_eq!(wrapped("", 70.0, 9), Vec::<String>::new());
    }

    #[test]
    fn what_does_not_fit_is_cut_visibly() {
        assert_eq!(wrapped("one two three four five", 80.0, 2), ["one two", "three\u{2026}"]);
        assert_eq!(wrapped("mmmmmmmmmmmm", 40.0, 1), ["m\u{2026}"]);
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_wider_than_it_may_be_and_no_word_is_lost(text in "\\PC{0,60}", limit in 30.0f32..300.0) {
            let text = drawable(&text);
            let lines = wrapped(&text, limit, usize::MAX);
            for line in &lines {
                assert!(width(line, 20.0, Weight::Regular) <= limit, "{line:?}");
            }
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(&text));
            assert!(wrapped(&text, limit, 2).iter().all(|line| width(line, 20.0, Weight::Regular) <= limit));
        }
    }
}
