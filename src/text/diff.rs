//! What differs between two texts, word by word.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It stands in both texts.
    Same,
    /// It stands in the first text alone.
    Removed,
    /// It stands in the second text alone.
    Added,
}

/// A stretch of words and what became of it. The texts of all stretches that are not [`Change::Added`] are the first text's
/// words, those that are not [`Change::Removed`] the second's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// What became of it.
    pub change: Change,
    /// The words, with single spaces between them.
    pub text: String,
}

/// How `after` differs from `before`. Words are what stands between white space; how much white space there is makes no
/// difference.
#[must_use]
pub fn word_diff(before: &str, after: &str) -> Vec<Stretch> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let mut stretches = Vec::new();
    let mut push = |change, words: Option<&[&str]>| {
        let text = words.unwrap_or_default().join(" ");
        if !text.is_empty() {
            stretches.push(Stretch { change, text });
        }
    };
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (from, to) = (old.get(op.old_range()), new.get(op.new_range()));
        if matches!(op, DiffOp::Equal { .. }) {
            push(Change::Same, from);
        } else {
            push(Change::Removed, from);
            push(Change::Added, to);
        }
    }
    stretches
}

/// A difference with `around` words on each side of each change. What is farther from any change is left out, with `cut` in its
/// place.
#[must_use]
pub fn around_changes(stretches: &[Stretch], around: usize, cut: &str) -> Vec<Stretch> {
    let last = stretches.len().saturating_sub(1);
    let shortened = |(place, stretch): (usize, &Stretch)| {
        let mut stretch = stretch.clone();
        if stretch.change == Change::Same {
            let all: Vec<&str> = stretch.text.split(' ').collect();
            let head = if place == 0 { 0 } else { around };
            let tail = if place == last { 0 } else { around };
            if let (Some(begin), Some(end)) = (all.get(..head), all.len().checked_sub(tail).and_then(|from| all.get(from..)))
                && all.len() > head + tail + 1
            {
                stretch.text = [begin, &[cut], end].concat().join(" ");
            }
        }
        stretch
    };
    stretches.iter().enumerate().map(shortened).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let mark = |stretch: &Stretch| match stretch.change {
            Change::Same => stretch.text.clone(),
            Change::Removed => format!("[-{}-]", stretch.text),
            Change::Added => format!("{{+{}+}}", stretch.text),
        };
        word_diff(before, after).iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_differs_is_told_word_by_word() {
        assert_eq!(told("neither will  support theft", "neither will support theft"), "neither will support theft");
        assert_eq!(told("will not support theft", "will support theft"), "will [-not-] support theft");
        assert_eq!(told("China will answer", "Japan will answer"), "[-China-] {+Japan+} will answer");
        assert_eq!(told("", "new words"), "{+new words+}");
        assert_eq!(told("", ""), "");
    }
}
