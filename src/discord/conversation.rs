//! What an answer says of its own question, small and above the quotes, so that it can be carried on from the message alone:
//! after a restart, in a thread, or months later.

use super::render::fit::name;
use super::render::inert::{one_line, seen};
use crate::answer::Context;
use crate::words::{CUT, Words};

/// The most that an echoed question takes.
pub(super) const QUESTION: usize = 300;
/// The most that all questions before it take together.
pub(super) const BEFORE: usize = 400;
/// Between the questions of a conversation. It is taken out of the questions themselves.
const THEN: &str = " › ";
/// Discord's small print.
pub(super) const SMALL: &str = "-# ";

/// A question, and the conversation that it carries on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) question: String,
    pub(super) before: Vec<String>,
}

impl Asked {
    /// A question by itself. It is taken as it will be read back: on one line.
    pub(super) fn alone(question: &str) -> Self {
        Self { question: one_line(question), before: Vec::new() }
    }

    /// A question that follows this one.
    pub(super) fn then(&self, question: &str) -> Self {
        let mut before = self.before.clone();
        before.push(self.question.clone());
        Self { question: one_line(question), before }
    }

    /// The question with those that it carries on, oldest first: by itself "and for China?" tells nobody anything.
    pub(super) fn conversation(&self) -> String {
        self.before.iter().chain([&self.question]).map(String::as_str).collect::<Vec<_>>().join(THEN)
    }

    /// What it leans on, if it carries anything on.
    pub(super) fn context(&self) -> Option<Context> {
        (!self.before.is_empty()).then(|| Context { questions: self.before.clone() })
    }

    /// Whether it is all that was asked, and was not cut to fit.
    pub(super) fn is_whole(&self) -> bool {
        !self.question.is_empty() && !self.question.ends_with(CUT)
    }

    /// The lines that tell it.
    pub(super) fn lines(&self, voice: &Words) -> Vec<String> {
        let mut lines = vec![format!("{SMALL}{}", voice.asked(&name(&self.question, QUESTION)))];
        let kept = self.kept();
        if !kept.is_empty() {
            lines.push(format!("{SMALL}{}", voice.carries_on(&kept.join(THEN))));
        }
        lines
    }

    /// The latest of the questions before, as many as there is room for, oldest first.
    fn kept(&self) -> Vec<String> {
        let each = BEFORE / 4 - THEN.len();
        let last = self.before.iter().rev().take(4).map(|question| name(&question.replace('›', ">"), each));
        let mut kept: Vec<String> = last.collect();
        kept.reverse();
        kept
    }

    /// Reads the lines again, in whichever language they are.
    pub(super) fn read(content: &str) -> Option<Self> {
        let mut lines = content.lines().filter_map(|line| line.strip_prefix(SMALL));
        let question = find(lines.next()?, Words::asked)?;
        let before = lines.next().and_then(|line| find(line, Words::carries_on)).unwrap_or_default();
        let before = before.split(THEN).map(seen).filter(|question| !question.is_empty()).collect();
        Some(Self { question: seen(&question), before })
    }
}

/// What was put into a sentence of one value, in the language in which the line is that sentence.
fn find(line: &str, sentence: fn(&Words, &str) -> String) -> Option<String> {
    const HERE: &str = "\u{1}";
    Words::all().find_map(|voice| {
        let whole = sentence(voice, HERE);
        let (before, after) = whole.split_once(HERE)?;
        Some(line.strip_prefix(before)?.strip_suffix(after)?.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::render::inert::tests::nasty;
    use crate::words::Language;
    use proptest::prelude::*;

    #[test]
    fn a_conversation_is_read_from_the_message_in_every_language() {
        let asked = Asked::alone("Who co-chairs the *dialogue*?").then("and for China › there?").then("why: `so`?");
        let mut expected = asked.clone();
        expected.before[1] = "and for China > there?".to_owned();
        for language in Language::ALL {
            let content = format!("{}\n> a quote", asked.lines(Words::of(language)).join("\n"));
            assert_eq!(Asked::read(&content).as_ref(), Some(&expected), "{content}");
        }
    }

    #[test]
    fn what_is_no_answer_of_ours_carries_nothing_on() {
        for content in ["", "hello", "-# small print", "Asked: who?", "> -# Asked: who?"] {
            assert_eq!(Asked::read(content), None, "{content}");
        }
    }

    proptest! {
        #[test]
        fn any_question_fits_and_is_read(question in nasty(), before in prop::collection::vec(nasty(), 0..6)) {
            let asked = Asked { question, before };
            let lines = asked.lines(Words::english());
            prop_assert!(lines.iter().all(|line| !line.contains('\n')));
            let read = Asked::read(&lines.join("\n"));
            prop_assert!(read.is_some_and(|read| read.before.len() <= 4));
        }
    }
}
