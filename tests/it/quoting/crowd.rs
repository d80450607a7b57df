//! A corpus of many documents: quotations are found by the index, whatever their words are, and only likely documents are aligned.

use std::fmt::Write;
use std::sync::OnceLock;

use accord::answer::{Answerer, QuoteCheck, QuoteOutcome};
use accord::app::{self, Places};

use super::stretches::Chance;
use crate::support::program::Program;

/// So many that not every document is looked at.
const DOCUMENTS: usize = 1_500;
/// Words that stand in nearly every document.
const COMMON: &[&str] =
    &["the", "report", "of", "and", "state", "to", "in", "that", "year", "for", "party", "is", "was", "by", "with", "not"];

struct Crowd {
    _program: Program,
    answerer: Answerer,
    texts: Vec<String>,
}

fn crowd() -> &'static Crowd {
    static CROWD: OnceLock<Crowd> = OnceLock::new();
    CROWD.get_or_init(|| {
        let texts: Vec<String> = (0..DOCUMENTS).map(text).collect();
        let mut lines = String::new();
        for (number, text) in texts.iter().enumerate() {
            writeln!(lines, "{}", serde_json::json!({ "_id": format!("d{number}"), "title": format!("Bulletin {number}"), "text": text })).expect("a line");
        }
        let page = "# The keeper's page\n\n## What the lighthouse keeper never wrote down\n\nThe lamp was lit at dusk and trimmed twice before dawn.\n";
        let twin = "# The second page\n\nThe lamp was lit at dusk and trimmed twice before dawn.\n";
        let common = "# Small words\n\nSo be it, as it is to you and as they are not to us.\n";
        let program = Program::with(&[("many.jsonl", &lines), ("keeper.md", page), ("twin.md", twin), ("small.md", common)]);
        let places = Places { corpus: program.path("corpus"), index: program.path("index") };
        let answerer = app::open(&places, &mut |_| {}).expect("a corpus");
        Crowd { _program: program, answerer, texts }
    })
}

/// Sixty words, most of them everywhere, some of them in few documents.
fn text(number: usize) -> String {
    let mut chance = Chance::new(number as u64 + 7);
    let mut words: Vec<String> = (0..60)
        .map(|_| match chance.below(4) {
            0 => format!("matter{}", chance.below(900)),
            _ => COMMON[chance.below(COMMON.len())].to_owned(),
        })
        .collect();
    words[0] = "Whereas".to_owned();
    format!("{}.", words.join(" "))
}

fn check(text: &str, by: Option<&str>) -> QuoteCheck {
    crowd().answerer.check_quote(text, by).expect("a check")
}

#[test]
fn stretches_are_exact_and_changed_ones_are_not() {
    let mut chance = Chance::new(77);
    let mut wrong = Vec::new();
    for round in 0..200 {
        let words: Vec<&str> = crowd().texts[chance.below(DOCUMENTS)].split(' ').collect();
        let length = 6 + chance.below(30);
        let first = chance.below(words.len() - length);
        let mut stretch = words[first..first + length].to_vec();
        let topics = stretch.iter().filter(|word| word.starts_with("matter")).count();
        let given = stretch.join(" ");
        let exact = check(&given, None);
        if exact.outcome != QuoteOutcome::Exact {
            wrong.push(format!("{round}: {given}: {exact:?}"));
        }
        // Words without any topic, and changed at that, are only found when nothing is changed.
        if topics < 2 {
            continue;
        }
        let at = 1 + chance.below(length - 2);
        stretch[at] = "lighthouse";
        let given = stretch.join(" ");
        let altered = check(&given, None);
        if altered.outcome != QuoteOutcome::Altered {
            wrong.push(format!("{round}: {given}: {altered:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn words_that_no_index_leads_to_are_found() {
    for text in ["as it is to you and as they are not to us", "So be it", "What the lighthouse keeper never wrote down"] {
        let check = check(text, None);
        assert_eq!(check.outcome, QuoteOutcome::Exact, "{text}: {check:#?}");
    }
    let across = "What the lighthouse keeper never wrote down\nThe lamp was lit at dusk";
    assert_eq!(check(across, None).outcome, QuoteOutcome::Exact);
}

#[test]
fn of_several_sources_any_may_be_named() {
    let words = "The lamp was lit at dusk and trimmed twice before dawn.";
    for by in ["The keeper's page", "The second page", "keeper", "twin"] {
        let check = check(words, Some(by));
        assert_eq!(check.outcome, QuoteOutcome::Exact, "{by}: {check:#?}");
    }
    assert_eq!(check(words, Some("Small words")).outcome, QuoteOutcome::Misattributed);
}
