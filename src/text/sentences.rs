//! Where sentences begin and end.

use sentencex::get_sentence_boundaries;

use super::Span;

/// A sentence, by the bytes it takes; white space around it is left out.
pub type Sentence = Span;

/// The sentences of `block`, in order. A block without any end of sentence is one sentence.
///
/// Lines that start a list item begin a sentence of their own, so that an item can be quoted without its siblings.
#[must_use]
pub fn sentences(block: &str) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut line_start = 0;
    for stretch in list_stretches(block) {
        let Some(words) = stretch.of(block) else { continue };
        line_start = stretch.start.max(line_start);
        for boundary in get_sentence_boundaries("en", words) {
            let sentence = Span::new(boundary.start_byte, boundary.end_byte).shifted(line_start).trimmed(block);
            if sentence.of(block).is_some_and(|words| words.chars().any(char::is_alphanumeric)) {
                found.push(sentence);
            } else if let (Some(last), Some(_)) = (found.last_mut(), sentence.of(block).filter(|w| !w.is_empty())) {
                // A closing bracket or quotation mark that was split off belongs to the sentence before it.
                *last = last.joined(&sentence);
            }
        }
    }
    found
}

/// The block cut before every line that starts a list item.
fn list_stretches(block: &str) -> Vec<Span> {
    let mut stretches = Vec::new();
    let mut start = 0;
    let mut offset = 0;
    for line in block.split_inclusive('\n') {
        if offset > start && starts_list_item(line) {
            stretches.push(Span::new(start, offset));
            start = offset;
        }
        offset += line.len();
    }
    stretches.push(Span::new(start, offset));
    stretches
}

/// `- x`, `* x`, `• x`, `1. x`, `1) x`, `(a) x`, `(iv) x`.
pub(super) fn starts_list_item(line: &str) -> bool {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(['-', '*', '+', '\u{2022}', '\u{2013}']) {
        return rest.starts_with([' ', '\t']);
    }
    let (mark, close) = match line.strip_prefix('(') {
        Some(inner) => (inner, ")"),
        None => (line, ".)"),
    };
    let Some(length) = mark.find(|c: char| close.contains(c)) else { return false };
    let Some((label, rest)) = mark.split_at_checked(length) else { return false };
    let label_fits = (1..=5).contains(&label.len()) && label.chars().all(|c| c.is_ascii_alphanumeric());
    let short_label = label.chars().all(|c| c.is_ascii_digit())
        || label.len() == 1
        || label.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x'));
    label_fits && short_label && rest.get(1..).is_some_and(|after| after.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|s| s.of(text).unwrap()).collect()
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        let text = "The U.S. Secretary of Homeland Security and the U.S. Attorney General will co-chair the dialogue. It meets twice.";
        assert_eq!(split(text).len(), 2);
        assert_eq!(
            split("Sen. Cory Gardner and Dr. Lin met on Jan. 5 at 3 p.m. in Washington."),
            vec!["Sen. Cory Gardner and Dr. Lin met on Jan. 5 at 3 p.m. in Washington."]
        );
    }

    #[test]
    fn list_items_stand_alone_and_lose_nothing() {
        let text = "It applies to:\n(a)\tevery Relevant Person; and\n(b)\tthe Persons specified.";
        assert_eq!(split(text), vec!["It applies to:", "(a)\tevery Relevant Person; and", "(b)\tthe Persons specified."]);
    }

    #[test]
    fn brackets_do_not_dangle() {
        assert_eq!(split("He said \u{201c}no.\u{201d} Then he left."), vec!["He said \u{201c}no.\u{201d}", "Then he left."]);
    }
}
