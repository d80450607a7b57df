//! Alternative texts, which have a length that they must keep to.

/// The longest that Discord takes for an attachment's description, in UTF-16 units; other places take no more.
pub const MOST_ALT: usize = 1024;

/// The first of `sentences` that fit, and, when some do not, how many those are.
pub(super) fn fit(sentences: &[String], more: impl Fn(usize) -> String) -> String {
    (0..=sentences.len())
        .rev()
        .map(|kept| {
            let mut text = sentences.get(..kept).unwrap_or_default().join(" ");
            if kept < sentences.len() {
                text.push_str(if text.is_empty() { "" } else { " " });
                text.push_str(&more(sentences.len() - kept));
            }
            text
        })
        .find(|text| fits(text))
        .unwrap_or_default()
}

/// Whether a text is short enough.
pub(super) fn fits(text: &str) -> bool {
    text.encode_utf16().count() <= MOST_ALT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_counted() {
        let more = |count| format!("And {count} more.");
        assert_eq!(fit(&["One.".to_owned(), "Two.".to_owned()], more), "One. Two.");
        let long: Vec<String> = (0..5).map(|_| "x".repeat(400)).collect();
        let text = fit(&long, more);
        assert!(text.ends_with("And 3 more.") && fits(&text));
        assert_eq!(fit(&["x".repeat(2000)], more), "And 1 more.");
    }
}
