//! What was given to be checked, read as the parts that it claims to be verbatim.

use std::ops::Range;

use crate::text::{ELLIPSIS, QUOTATION_MARK, Token, tokens};

/// Words that are claimed to be a quotation.
#[derive(Debug)]
pub(super) struct Given {
    /// As they were given, or with the links of Markdown lifted.
    pub(super) text: String,
    /// Their tokens, without the quotation marks and full stops that people put around a quotation.
    pub(super) tokens: Vec<Token>,
    /// The stretches between marked omissions, as ranges of `tokens`. Where nothing is left out there is one.
    pub(super) parts: Vec<Range<usize>>,
}

impl Given {
    /// The ways to read `text`, the most literal first. None when there is no word in it.
    pub(super) fn readings(text: &str) -> Vec<Self> {
        let lifted = lifted(text);
        let literal = (lifted != text).then(|| Self::read(text.to_owned()));
        literal.into_iter().chain([Self::read(lifted)]).flatten().collect()
    }

    fn read(text: String) -> Option<Self> {
        let all = tokens(&text);
        let kept = without_edges(&all, 0..all.len());
        let tokens = all.get(kept)?.to_vec();
        let mut parts = Vec::new();
        let mut start = 0;
        for end in 0..=tokens.len() {
            if tokens.get(end).is_none_or(|token| token.form == ELLIPSIS) {
                let part = without_edges(&tokens, start..end);
                parts.extend((!part.is_empty()).then_some(part));
                start = end + 1;
            }
        }
        tokens.iter().any(|token| token.word).then_some(Self { text, tokens, parts })
    }

    /// The tokens of a stretch.
    pub(super) fn part(&self, range: &Range<usize>) -> &[Token] {
        self.tokens.get(range.clone()).unwrap_or_default()
    }

    /// How many words there are.
    pub(super) fn words(&self) -> usize {
        self.tokens.iter().filter(|token| token.word).count()
    }
}

/// The range without what people put around a quotation or leave out at its end: quotation marks, an ellipsis, a bullet before
/// it, a full stop or comma behind it.
fn without_edges(all: &[Token], range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let token = |at: usize| all.get(at);
    while start < end
        && token(start).is_some_and(|first| is_around(first) || (first.is_bullet() && token(start + 1).is_some_and(|next| next.spaced)))
    {
        start += 1;
    }
    while end > start && token(end - 1).is_some_and(|last| is_around(last) || matches!(last.form.as_str(), "." | ",")) {
        end -= 1;
    }
    start..end
}

fn is_around(token: &Token) -> bool {
    token.form == QUOTATION_MARK || token.form == ELLIPSIS
}

/// `text` with `[words](address)` as its words, and the first letter of `[t]he` without the brackets that say its case was changed.
fn lifted(text: &str) -> String {
    let mut lifted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        lifted.push_str(before);
        let link = after.split_once("](").filter(|_| !before.ends_with('\\'));
        let link = link.and_then(|(words, more)| Some((words, more.split_once(')')?)));
        let letter = after.split_once(']').filter(|(inside, more)| {
            inside.chars().count() == 1 && inside.chars().all(char::is_alphabetic) && more.starts_with(char::is_alphabetic)
        });
        match (link, letter) {
            (Some((words, (address, behind))), _) if !words.contains(['[', ']', '\n']) && !address.contains(char::is_whitespace) => {
                lifted.push_str(words);
                rest = behind;
            }
            (_, Some((inside, more))) => {
                lifted.push_str(inside);
                rest = more;
            }
            _ => {
                lifted.push('[');
                rest = after;
            }
        }
    }
    lifted.push_str(rest);
    lifted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_lifted_and_brackets_of_the_text_stay() {
        assert_eq!(lifted("that [it was](https://a.example/b) so"), "that it was so");
        assert_eq!(lifted("[T]he two sides \\[is\\] [sic] said"), "The two sides \\[is\\] [sic] said");
    }

    #[test]
    fn omissions_divide_and_edges_do_not_count() {
        let parts = |text: &str| {
            let given = Given::readings(text).pop().unwrap();
            let forms = |part: &Range<usize>| given.part(part).iter().map(|token| token.form.clone()).collect::<Vec<_>>().join(" ");
            given.parts.iter().map(forms).collect::<Vec<_>>()
        };
        assert_eq!(parts("\u{201c}\u{2026}both sides agree [...] a hotline.\u{201d}"), ["both sides agree", "a hotline"]);
        assert_eq!(parts("- five percent,"), ["five percent"]);
        assert_eq!(parts("-5 percent"), ["- 5 percent"]);
        assert!(Given::readings("\u{201c}\u{2026}\u{201d}").is_empty());
    }
}
