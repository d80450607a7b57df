//! The words of a document's name, as they are compared with words that people use for it.

use super::terms::{fold, is_stop_word, stem};

/// The words of a name, folded and stemmed; letters and digits apart, so that "rfc9110" and "RFC 9110" are the same. Words that
/// say nothing are left out.
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open: Option<bool> = None;
    for character in name.chars() {
        let digit = character.is_ascii_digit();
        if !character.is_alphanumeric() {
            open = None;
            continue;
        }
        match words.last_mut().filter(|_| open == Some(digit)) {
            Some(word) => word.push(character),
            None => words.push(character.to_string()),
        }
        open = Some(digit);
    }
    let mut kept: Vec<String> = Vec::new();
    for word in words.iter().map(|word| fold(word)).filter(|word| !is_stop_word(word)) {
        let word = stem(&word);
        if !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_word_by_word() {
        assert_eq!(name_words("contracts/rfc9110"), ["contract", "rfc", "9110"]);
        assert_eq!(name_words("of the RFC 9110"), ["rfc", "9110"]);
        assert_eq!(name_words(""), Vec::<String>::new());
    }
}
