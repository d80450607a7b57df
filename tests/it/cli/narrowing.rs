//! Questions that are asked of one source, or of one lane.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{CO_CHAIRS, RECIPE};
use crate::support::program::{Program, quoted};

/// The repository's evaluation questions.
const QUESTIONS: &str = include_str!("../../evals/questions.jsonl");
/// Of so many of them one is asked.
const EVERY: usize = 8;

fn some_questions() -> String {
    QUESTIONS.lines().step_by(EVERY).map(|line| format!("{line}\n")).collect()
}

fn shown(answer: &Value) -> impl Iterator<Item = &Value> {
    ["quotes", "closest"].into_iter().flat_map(|key| answer[key].as_array().expect("a list"))
}

#[test]
fn nothing_outside_of_the_source_is_ever_shown() {
    let program = Program::indexed();
    program.write("q.jsonl", some_questions());
    for source in ["article", "aftermath"] {
        let answers = program.run(&["ask", "--batch", "q.jsonl", "--source", source]).found().jsonl();
        assert_eq!(answers.len(), some_questions().lines().count());
        assert!(answers.iter().any(|answer| answer["outcome"] == "found"), "{source} answers nothing at all");
        for answer in &answers {
            assert!(shown(answer).all(|quote| quote["source"] == source), "{answer:#}");
            assert_eq!(answer["scope"], json!({ "source": source }), "{}", answer["id"]);
        }
    }
}

#[test]
fn nothing_of_another_lane_is_ever_shown() {
    let program = Program::indexed();
    program.write("q.jsonl", some_questions());
    for lane in ["text", "opinion", "note"] {
        let answers = program.run(&["ask", "--batch", "q.jsonl", "--lane", lane]).found().jsonl();
        assert!(answers.iter().any(|answer| answer["outcome"] == "found"), "{lane} answers nothing at all");
        for answer in &answers {
            assert!(shown(answer).all(|quote| quote["lane"] == lane), "{answer:#}");
        }
    }
}

#[test]
fn a_part_answers_what_it_answers() {
    let program = Program::indexed();
    let answer = program.run(&["ask", "--json", "--source", "aftermath", CO_CHAIRS]).found().json();
    assert!(quoted(&answer)[0].contains("was co-chaired by Attorney General Loretta Lynch"), "{:?}", quoted(&answer));
    let answer = program.run(&["ask", "--json", "--lane", "opinion", "What does the article say about the hotline?"]).found().json();
    assert!(quoted(&answer)[0].contains("doesn't actually say a whole lot"), "{:?}", quoted(&answer));
    let answer = program.run(&["ask", "--json", "--lane", "text", "clause 3"]).found().json();
    assert_eq!(answer["clause"]["number"], 3);
}

#[test]
fn somebody_s_words_within_another_s_passage_are_their_own_lane_s() {
    // The article's passage is an opinion; a voice within it is reporting.
    let corpus = r#"format = 1
title = "T"
about = "A."

[[source]]
id = "piece"
title = "A piece"
lane = "opinion"
status = "full text"
speaker = "the columnist"
file = "piece.md"

[[source.voice]]
begins = "Harbour traffic fell"
ends = "since the spring."
speaker = "a newspaper"
lane = "reporting"
"#;
    let piece = "Nobody believes in the new harbour dues. Harbour traffic fell by a third since the spring. The harbour dues are folly.\n";
    let program = Program::with(&[("corpus.toml", corpus), ("piece.md", piece)]);
    let asked = |lane: &str| program.run(&["ask", "--json", "--lane", lane, "How far did harbour traffic fall since the spring?"]).json();
    let reported = asked("reporting");
    assert_eq!(quoted(&reported), ["Harbour traffic fell by a third since the spring."], "{reported:#}");
    assert_eq!(reported["quotes"][0]["speaker"], "a newspaper");
    let thought = asked("opinion");
    assert!(shown(&thought).all(|quote| !quote["text"].to_string().contains("by a third")), "{thought:#}");
}

#[test]
fn a_silent_part_says_so_and_whether_the_rest_is_silent_too() {
    let program = Program::indexed();
    let asked = [
        vec!["ask", "--source", "wired-opm", CO_CHAIRS],
        vec!["ask", "--lane", "opinion", RECIPE],
        vec!["ask", "--lane", "reporting", CO_CHAIRS],
        vec!["ask", "--source", "article", "--lane", "note", "hotline"],
    ];
    let told: Vec<String> = asked.iter().map(|words| program.run(words).not_found().quietly().out).collect();
    assert_snapshot!(told.join("\n---\n"));
    let answer = program.run(&["ask", "--json", "--source", "wired-opm", CO_CHAIRS]).not_found().json();
    assert_eq!((&answer["reason"], &answer["elsewhere"]), (&json!("not_within"), &json!(true)));
    let answer = program.run(&["ask", "--json", "--source", "wired-opm", "clause 3"]).json();
    assert_ne!(answer["outcome"], "found", "clause 3 is not in it: {answer:#}");
    assert!(answer.get("clause").is_none());
}

#[test]
fn a_source_that_is_not_there_is_an_error_with_the_nearest_id() {
    let program = Program::indexed();
    for words in [vec!["ask", "--source", "artcle", "hotline"], vec!["search", "--source", "artcle", "hotline"]] {
        let told = program.run(&words).failed().err;
        assert!(told.contains("there is no source \"artcle\": did you mean \"article\"?"), "{told}");
    }
    assert!(program.run(&["ask", "--lane", "poetry", "hotline"]).failed().err.contains("reporting"));
}
