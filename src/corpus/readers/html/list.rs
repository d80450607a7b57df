//! The numbers of lists: a browser counts them, and a contract is quoted by them.

use dom_query::NodeRef;

/// A list of a page.
#[derive(Default)]
pub(super) struct List {
    /// How its items are numbered, and the number of the next one; none for bullets.
    numbers: Option<(Style, i32)>,
    step: i32,
}

#[derive(Clone, Copy)]
enum Style {
    Decimal,
    Letter { capital: bool },
    Roman { capital: bool },
}

impl List {
    /// A numbered list, by what its element says.
    pub(super) fn numbered(node: &NodeRef<'_>) -> Self {
        let look = node.attr_or("style", "").to_lowercase();
        if look.contains("list-style") && look.contains("none") {
            return Self::default();
        }
        let style = match &*node.attr_or("type", "1") {
            "a" => Style::Letter { capital: false },
            "A" => Style::Letter { capital: true },
            "i" => Style::Roman { capital: false },
            "I" => Style::Roman { capital: true },
            _ if look.contains("lower-alpha") || look.contains("lower-latin") => Style::Letter { capital: false },
            _ if look.contains("upper-alpha") || look.contains("upper-latin") => Style::Letter { capital: true },
            _ if look.contains("lower-roman") => Style::Roman { capital: false },
            _ if look.contains("upper-roman") => Style::Roman { capital: true },
            _ => Style::Decimal,
        };
        let reversed = node.has_attr("reversed");
        let first =
            if reversed { i32::try_from(node.children_it(false).filter(|child| child.has_name("li")).count()).unwrap_or(1) } else { 1 };
        let first = node.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(first);
        Self { numbers: Some((style, first)), step: if reversed { -1 } else { 1 } }
    }

    /// The number of the next item; none for a bullet, and none when the item's own words begin with one.
    pub(super) fn next(&mut self, item: &NodeRef<'_>) -> Option<String> {
        let (style, number) = self.numbers.as_mut()?;
        if let Some(own) = item.attr("value").and_then(|value| value.trim().parse().ok()) {
            *number = own;
        }
        let shown = match style {
            Style::Decimal => format!("{number}."),
            Style::Letter { capital } => format!("({})", cased(letters(*number), *capital)),
            Style::Roman { capital } => format!("({})", cased(roman(*number), *capital)),
        };
        *number = number.saturating_add(self.step);
        let text = item.text();
        let first = text.split_whitespace().next().unwrap_or_default();
        if is_marker(first) { None } else { Some(shown) }
    }
}

/// Whether words are the number of an item and nothing else: `1.`, `12.3`, `(a)`, `iv)`, `§ 5`, `•`.
pub(super) fn is_marker(words: &str) -> bool {
    let words = words.trim();
    if matches!(words, "•" | "·" | "–" | "—" | "-" | "*" | "▪" | "◦") {
        return true;
    }
    let bare = words.trim_start_matches(['(', '[', '§', ' ']).trim_end_matches(['.', ')', ']', ':']);
    let marked = bare.len() < words.len() || bare.contains('.');
    let part = |part: &str| {
        let digits = !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit());
        let letter = part.len() == 1 && part.chars().all(|c| c.is_ascii_alphabetic());
        let roman = !part.is_empty() && part.len() <= 6 && part.chars().all(|c| "ivxlcIVXLC".contains(c));
        digits || letter || roman || (part.len() == 2 && part.chars().all(|c| c.is_ascii_lowercase()) && words.starts_with('('))
    };
    marked && bare.split('.').all(part)
}

fn cased(number: String, capital: bool) -> String {
    if capital { number.to_uppercase() } else { number }
}

/// `a` to `z`, then `aa` and so on; a number that has no letter stays a number.
fn letters(number: i32) -> String {
    let Ok(mut rest) = u32::try_from(number) else { return number.to_string() };
    let mut found = Vec::new();
    while rest > 0 {
        rest -= 1;
        found.push(char::from_u32(u32::from(b'a') + rest % 26).unwrap_or('a'));
        rest /= 26;
    }
    if found.is_empty() { number.to_string() } else { found.iter().rev().collect() }
}

fn roman(number: i32) -> String {
    const PARTS: [(i32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut found = String::new();
    for (value, letters) in PARTS {
        while rest >= value {
            found.push_str(letters);
            rest -= value;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_as_browsers_count() {
        assert_eq!([1, 26, 27, 52, 0].map(letters), ["a", "z", "aa", "az", "0"]);
        assert_eq!([1, 4, 14, 1999, 0].map(roman), ["i", "iv", "xiv", "mcmxcix", "0"]);
    }

    #[test]
    fn markers_are_told_from_words() {
        for marker in ["1.", "12.3", "(a)", "iv)", "§ 5", "•", "(aa)", "3)"] {
            assert!(is_marker(marker), "{marker}");
        }
        for words in ["a", "1", "2015.", "The", "1,000", "(see", "mix", "", "i"] {
            assert!(!is_marker(words), "{words}");
        }
    }
}
