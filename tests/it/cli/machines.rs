//! `--json` and `--batch`: the shapes that programs rely on.

use std::collections::HashMap;

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{CO_CHAIRS, CO_CHAIRS_WORDS, RECIPE};
use crate::support::program::{Program, Ran};

/// The repository's evaluation questions.
const QUESTIONS: &str = include_str!("../../evals/questions.jsonl");

#[test]
fn an_answer_has_this_shape_and_no_other() {
    let answer = Program::indexed().ask_json(CO_CHAIRS);
    assert_eq!(keys(&answer), ["closest", "confidence", "context", "hits", "outcome", "question", "quotes", "snapshot", "took_us"]);
    assert_eq!(answer["question"], CO_CHAIRS);
    assert_eq!(answer["outcome"], "found");
    assert!(answer["confidence"].as_f64().is_some_and(|sure| sure > 0.0 && sure <= 1.0));
    assert!(answer["took_us"].is_u64());
    assert_eq!(answer["snapshot"].as_str().map(str::len), Some(16));
    assert_eq!(answer["closest"], json!([]));
    assert_eq!(keys(&answer["hits"][0]), ["document", "passage", "score"]);
    assert_eq!(answer["hits"][0]["passage"], "agreement#4");

    let words = answer["quotes"][0]["text"].as_str().expect("words");
    assert!(words.contains(CO_CHAIRS_WORDS));
    let start = Program::indexed().text("agreement").find(words).expect("the words stand in the agreement");
    let mut quote = answer["quotes"][0].clone();
    let url = quote["url"].take();
    assert!(url.as_str().is_some_and(|url| url.starts_with("https://www.whitehouse.gov/") && url.contains("#:~:text=")), "{url}");
    assert_eq!(
        quote,
        json!({
            "n": 1,
            "lane": "text",
            "speaker": "the agreement",
            "text": words,
            "source": "agreement",
            "title": "FACT SHEET: President Xi Jinping's State Visit to the United States (its four points on cybersecurity)",
            "authors": ["The White House, Office of the Press Secretary"],
            "published": "2015-09-25",
            "url": null,
            "archive_url": "https://obamawhitehouse.archives.gov/the-press-office/2015/09/25/fact-sheet-president-xi-jinpings-state-visit-united-states",
            "passage": "agreement#4",
            "start": start,
            "end": start + words.len(),
            "clause": 4,
        })
    );
}

#[test]
fn a_silence_has_the_same_shape_with_its_reason() {
    let ran = Program::indexed().run(&["ask", "--json", RECIPE]).not_found().quietly();
    let answer = ran.json();
    assert_eq!(keys(&answer), ["closest", "confidence", "hits", "outcome", "question", "quotes", "reason", "snapshot", "took_us"]);
    assert_eq!((&answer["outcome"], &answer["reason"], &answer["quotes"]), (&json!("not_found"), &json!("not_said"), &json!([])));
}

#[test]
fn every_quote_is_a_slice_of_its_source() {
    let program = Program::indexed();
    let tenth: String = QUESTIONS.lines().step_by(10).flat_map(|line| [line, "\n"]).collect();
    let answers = program.answers(&tenth);
    assert_eq!(answers.len(), tenth.lines().count());
    let mut texts: HashMap<String, String> = HashMap::new();
    let mut checked = 0;
    for answer in &answers {
        for quote in ["quotes", "closest"].iter().flat_map(|part| answer[part].as_array().expect("quotes")) {
            let source = quote["source"].as_str().expect("a source").to_owned();
            let text = texts.entry(source).or_insert_with_key(|source| program.text(source));
            let at = |end: &str| usize::try_from(quote[end].as_u64().expect("an offset")).expect("an offset");
            assert_eq!(text.get(at("start")..at("end")), quote["text"].as_str(), "{}: {quote}", answer["question"]);
            checked += 1;
        }
    }
    assert!(checked > answers.len(), "only {checked} quotes were checked");
}

#[test]
fn a_batch_answers_each_line_in_order_like_the_question_alone() {
    let program = Program::indexed();
    let ours = json!({ "id": "ours", "question": CO_CHAIRS });
    let beir = json!({ "_id": "beir", "text": RECIPE, "metadata": { "kind": "off-topic" } });
    let answers = program.answers(&format!("{ours}\n\n{beir}\r\n{ours}\n"));
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, ["ours", "beir", "ours"]);
    for (answer, question) in answers.iter().zip([CO_CHAIRS, RECIPE, CO_CHAIRS]) {
        assert_eq!(lasting(answer), lasting(&program.ask_json(question)));
    }
}

#[test]
fn a_bad_line_of_a_batch_is_named() {
    let program = Program::indexed();
    let good = json!({ "id": "a", "question": CO_CHAIRS });
    let told: String = ["not json", "{\"id\":\"b\"}", "{\"question\":\"b\"}", "[1]", "{\"id\":7,\"question\":\"b\"}"]
        .iter()
        .map(|bad| batch_in_words(&program, &format!("{good}\n{bad}\n")).failed().err)
        .collect();
    assert_snapshot!(told);
}

#[test]
fn a_batch_that_is_not_there_is_named() {
    let told = Program::indexed().run(&["ask", "--batch", "nothing.jsonl"]).failed().err;
    assert!(told.starts_with("error: nothing.jsonl: "), "{told}");
}

#[test]
fn as_many_passages_are_given_as_are_asked_for() {
    let program = Program::indexed();
    let hits = |count: &str| program.run(&["ask", "--json", "--hits", count, CO_CHAIRS]).found().json()["hits"].as_array().map(Vec::len);
    assert_eq!(hits("0"), Some(0));
    assert_eq!(hits("3"), Some(3));
    let by_default = program.ask_json(CO_CHAIRS)["hits"].clone();
    let more = program.run(&["ask", "--json", "--hits", "25", CO_CHAIRS]).found().json()["hits"].clone();
    assert_eq!(by_default.as_array().map(Vec::len), Some(10));
    assert_eq!(
        more.as_array().and_then(|more| more.get(..10)),
        by_default.as_array().map(Vec::as_slice),
        "more hits begin with the same ones"
    );
    let scores: Vec<f64> = more.as_array().expect("hits").iter().filter_map(|hit| hit["score"].as_f64()).collect();
    assert!(scores.len() > 10 && scores.is_sorted_by(|better, worse| better >= worse), "{scores:?}");
}

#[test]
fn errors_are_json_too() {
    let program = Program::indexed();
    let wrong: [&[&str]; 6] = [
        &["sources", "agreemnt", "--json"],
        &["ask", "--json"],
        &["--json", "frobnicate"],
        &["ask", "--json", "--hits", "many", "x"],
        &["ask", "--json", "--batch", "nothing.jsonl"],
        &["--json", "--corpus", "nowhere", "--index", "nowhere", "index"],
    ];
    for words in wrong {
        let ran = program.run(words).failed();
        let error: Value = serde_json::from_str(&ran.err).unwrap_or_else(|error| panic!("{words:?} told no JSON: {error}: {}", ran.err));
        assert_eq!(keys(&error), ["error"], "{words:?}");
        let message = error["error"].as_str().expect("a message");
        assert!(!message.is_empty() && !message.contains('\u{1b}') && !message.starts_with("error"), "{words:?}: {message}");
        assert_eq!(ran.out, "", "{words:?} printed something");
    }
}

#[test]
fn help_is_help_even_for_machines() {
    let ran = Program::without_corpus().run(&["--json", "--help"]).found().quietly();
    assert!(ran.out.contains("Usage: accord"), "{}", ran.out);
}

#[test]
fn a_check_counts_for_machines() {
    let checked = Program::fresh().run(&["check", "--json"]).found().quietly().json();
    assert_eq!(checked["problems"], json!([]));
    assert_eq!(checked["counts"]["clauses"], 4);
}

fn batch_in_words(program: &Program, lines: &str) -> Ran {
    program.write("questions.jsonl", lines);
    program.run(&["ask", "--batch", "questions.jsonl"])
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// An answer without what differs from run to run.
fn lasting(answer: &Value) -> Value {
    let mut answer = answer.clone();
    for passing in ["id", "took_us"] {
        answer.as_object_mut().expect("an object").remove(passing);
    }
    answer
}
