//! Text that is too long is cut where a sentence or a word ends, and says so.

use unicode_segmentation::UnicodeSegmentation;

use super::inert::{inert, one_line};
use crate::discord::limits::length;
use crate::text::sentences;
use crate::words::CUT;

/// A cut at the end of a sentence is taken when it keeps at least this share of what a cut at a word would keep.
const SENTENCE_WORTH: usize = 2;

/// As much of a text as there is room for.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::discord) struct Fitted<'t> {
    pub(in crate::discord) text: &'t str,
    pub(in crate::discord) is_cut: bool,
}

/// The longest beginning of `text` that takes no more than `room` once rendered: all of it, or up to the end of a
/// sentence, or of a word, or, in a word that is too long by itself, of a character as people see it.
pub(in crate::discord) fn fit(text: &str, room: usize, render: impl Fn(&str) -> String) -> Fitted<'_> {
    let fits = |text: &str| length(&render(text)) <= room;
    if fits(text) {
        return Fitted { text, is_cut: false };
    }
    let word_ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let longest = |ends: Vec<usize>| longest(text, room, ends, &fits);
    let by_word = longest(word_ends.collect());
    if by_word.trim().is_empty() {
        let characters = longest(text.grapheme_indices(true).map(|(at, _)| at).collect());
        return Fitted { text: characters, is_cut: true };
    }
    let by_sentence = longest(sentences(text).iter().map(|sentence| sentence.end).collect());
    let text = if by_sentence.len() * SENTENCE_WORTH >= by_word.len() { by_sentence } else { by_word };
    Fitted { text: text.trim_end(), is_cut: true }
}

/// The longest of the beginnings that fits. Rendering makes nothing shorter, so what is longer than the room need not be
/// rendered.
fn longest<'t>(text: &'t str, room: usize, ends: Vec<usize>, fits: &impl Fn(&str) -> bool) -> &'t str {
    let near: Vec<&str> = ends.into_iter().filter_map(|end| text.get(..end)).take_while(|start| start.len() <= 4 * room).collect();
    let first_too_long = near.partition_point(|start| fits(start));
    let found = near.get(..first_too_long).unwrap_or_default().last();
    found.copied().unwrap_or_default()
}

/// A name on one line, inert, in at most `room`.
pub(in crate::discord) fn name(text: &str, room: usize) -> String {
    cut_to(&one_line(text), room, inert)
}

/// A name on one line for a place where Discord reads no markup, in at most `room`.
pub(in crate::discord) fn plain(text: &str, room: usize) -> String {
    cut_to(&one_line(text), room, str::to_owned)
}

fn cut_to(text: &str, room: usize, render: impl Fn(&str) -> String) -> String {
    let whole = render(text);
    if length(&whole) <= room {
        return whole;
    }
    let fitted = fit(text, room.saturating_sub(length(CUT) + 1), &render);
    format!("{} {CUT}", render(fitted.text))
}

/// Shares `room` among texts that need so much each: nobody gets more than is needed, and what is left over goes to
/// those who need more.
pub(in crate::discord) fn share(needs: &[usize], room: usize) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> = needs.iter().copied().enumerate().collect();
    order.sort_by_key(|(_, need)| *need);
    let mut given: Vec<(usize, usize)> = Vec::new();
    let mut left = room;
    for (done, (place, need)) in order.iter().enumerate() {
        let share = need.min(&(left / (order.len() - done))).to_owned();
        left -= share;
        given.push((*place, share));
    }
    given.sort_unstable();
    given.into_iter().map(|(_, share)| share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::render::inert::tests::nasty;
    use proptest::prelude::*;

    fn cut(text: &str, room: usize) -> &str {
        fit(text, room, str::to_owned).text
    }

    #[test]
    fn a_cut_is_made_where_a_sentence_or_a_word_ends() {
        assert_eq!(cut("One two. Three four five.", 25), "One two. Three four five.");
        assert_eq!(cut("One two. Three four five.", 16), "One two.");
        assert_eq!(cut("One. Two three four five.", 22), "One. Two three four");
        assert_eq!(cut("Unbreakable", 5), "Unbre");
    }

    #[test]
    fn room_is_shared_by_need() {
        assert_eq!(share(&[10, 500, 50], 1000), [10, 500, 50]);
        assert_eq!(share(&[10, 500, 500], 210), [10, 100, 100]);
        assert_eq!(share(&[], 10), [0; 0]);
    }

    proptest! {
        #[test]
        fn what_is_fitted_fits_and_is_a_beginning(text in nasty(), room in 0_usize..300) {
            let fitted = fit(&text, room, inert);
            prop_assert!(text.starts_with(fitted.text));
            prop_assert!(length(&inert(fitted.text)) <= room);
            prop_assert_eq!(fitted.is_cut, fitted.text != text);
        }

        #[test]
        fn a_name_fits(text in nasty(), room in 20_usize..100) {
            let name = name(&text, room);
            prop_assert!(length(&name) <= room && !name.contains('\n'));
        }
    }
}
