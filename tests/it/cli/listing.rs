//! `accord search`: passages to look through.

use std::collections::HashSet;

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::program::Program;

fn page(program: &Program, words: &[&str]) -> Value {
    program.run(&[&["search", "--json"], words].concat()).json()
}

fn passages(page: &Value) -> &Vec<Value> {
    page["passages"].as_array().expect("passages")
}

#[test]
fn a_search_lists_the_likeliest_passages() {
    assert_snapshot!(Program::indexed().run(&["search", "hotline"]).found().quietly().out);
}

#[test]
fn a_search_without_a_hit_says_how_to_go_on() {
    let program = Program::indexed();
    let nothing = program.run(&["search", "zebras"]).not_found().quietly().out;
    let too_far = program.run(&["search", "hotline", "--page", "9"]).not_found().quietly().out;
    assert_snapshot!(format!("{nothing}---\n{too_far}"));
}

#[test]
fn the_pages_together_list_each_passage_once_and_in_order() {
    let program = Program::indexed();
    let first = page(&program, &["china"]);
    let pages = first["pages"].as_u64().expect("pages");
    assert!(pages > 2 && first["total"].as_u64() >= first["listed"].as_u64(), "{first:#}");
    let mut numbers = Vec::new();
    let mut seen = HashSet::new();
    let mut last = f64::MAX;
    for number in 1..=pages {
        for passage in passages(&page(&program, &["china", "--page", &number.to_string()])) {
            numbers.push(passage["n"].as_u64().expect("a number"));
            assert!(seen.insert(passage["passage"].to_string()), "listed twice: {passage:#}");
            let score = passage["score"].as_f64().expect("a score");
            assert!(score <= last, "{passage:#}");
            last = score;
        }
    }
    assert_eq!(numbers, (1..=first["listed"].as_u64().expect("a count")).collect::<Vec<_>>());
    assert_eq!(page(&program, &["china"]), first, "the same search lists the same");
}

#[test]
fn a_snippet_is_short_and_stands_where_it_says() {
    let program = Program::indexed();
    let mut cut = 0;
    for words in ["Ministry of Public Security", "china", "sanctions", "the dialogue mechanism"] {
        for passage in passages(&page(&program, &[words])) {
            let text = passage["text"].as_str().expect("words");
            assert!(text.chars().count() <= 240, "{passage:#}");
            let [start, end] = ["start", "end"].map(|key| usize::try_from(passage[key].as_u64().expect("a place")).expect("a small one"));
            assert_eq!(program.text(passage["source"].as_str().expect("a source")).get(start..end), Some(text));
            cut += usize::from(passage["cut_before"] == true || passage["cut_after"] == true);
        }
    }
    assert!(cut > 0, "no long sentence was met");
    let long = page(&program, &["Ministry of Public Security", "--source", "agreement"]);
    assert!(passages(&long)[0]["text"].as_str().is_some_and(|text| text.contains("Ministry of Public Security")), "{long:#}");
}

#[test]
fn a_narrowed_search_lists_nothing_else() {
    let program = Program::indexed();
    let opinion = page(&program, &["china", "--lane", "opinion"]);
    assert!(!passages(&opinion).is_empty() && passages(&opinion).iter().all(|passage| passage["lane"] == "opinion"), "{opinion:#}");
    let article = page(&program, &["china", "--source", "article"]);
    assert!(!passages(&article).is_empty() && passages(&article).iter().all(|passage| passage["source"] == "article"), "{article:#}");
    assert_eq!(article["scope"], json!({ "source": "article" }));
    assert!(article["total"].as_u64() < page(&program, &["china"])["total"].as_u64());
    assert_eq!(passages(&page(&program, &["hotline", "--lane", "reporting"])), &Vec::<Value>::new());
}

#[test]
fn a_clause_that_is_pointed_at_stands_first() {
    let found = page(&Program::indexed(), &["clause 3"]);
    assert_eq!(passages(&found)[0]["passage"], "agreement#3");
}

#[test]
fn nothing_that_is_searched_for_breaks_it() {
    let program = Program::indexed();
    for words in ["", " ", "the of", "title:\"x\" AND (", "*", "\u{1f642}", "hotline~2 ^4", "clause 99999999999"] {
        let ran = program.run(&["search", "--", words]).quietly();
        assert!(matches!(ran.code, 0 | 1), "{words:?}: {ran:?}");
    }
}
