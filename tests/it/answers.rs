//! What every answer holds to. All of the evaluation set is asked, and each answer is held against the same rules.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::support::program::{Program, quoted};

/// The repository's evaluation questions.
const QUESTIONS: &str = include_str!("../evals/questions.jsonl");

/// The most quotes that a person reads at once.
const MOST_QUOTES: usize = 5;

#[test]
fn every_question_is_answered() {
    assert_eq!(everything().len(), QUESTIONS.lines().count());
    let outcomes = everything().iter().map(|answer| answer["outcome"].as_str().expect("an outcome"));
    let count = |wanted: &str| outcomes.clone().filter(|outcome| *outcome == wanted).count();
    assert!(count("found") > 0 && count("not_found") > 0, "an answer to everything or to nothing says nothing");
}

#[test]
fn the_text_lane_holds_the_agreement_s_words_alone() {
    let agreement = Program::indexed().text("agreement");
    let mut checked = 0;
    for (answer, quote) in shown().filter(|(_, quote)| quote["lane"] == "text") {
        let words = quote["text"].as_str().expect("words");
        let own = quote["source"] == "agreement" || (quote["source"] == "article" && quote["clause"].is_u64());
        assert!(own && agreement.contains(words), "{} was told as the agreement's own words: {quote:#}", answer["id"]);
        assert_eq!(quote["speaker"], "the agreement", "{}", answer["id"]);
        checked += 1;
    }
    assert!(checked > 50, "only {checked} quotes were of the text lane");
}

#[test]
fn the_agreement_s_words_are_in_no_other_lane() {
    for (answer, quote) in shown().filter(|(_, quote)| quote["source"] == "agreement") {
        assert_eq!(quote["lane"], "text", "{}", answer["id"]);
        assert!(quote["clause"].is_u64(), "{}: the agreement is nothing but its clauses: {quote:#}", answer["id"]);
    }
}

#[test]
fn an_opinion_is_always_somebody_s() {
    let mut checked = 0;
    for (answer, quote) in shown().filter(|(_, quote)| quote["lane"] == "opinion") {
        let speaker = quote["speaker"].as_str().expect("a speaker");
        assert!(!speaker.is_empty() && speaker != "the agreement", "{}: {quote:#}", answer["id"]);
        checked += 1;
    }
    assert!(checked > 20, "only {checked} quotes were opinions");
}

#[test]
fn a_note_is_said_to_be_ours() {
    for (answer, quote) in shown().filter(|(_, quote)| quote["lane"] == "note") {
        assert!(quote["speaker"].as_str().is_some_and(|speaker| speaker.starts_with("Accord's note")), "{}: {quote:#}", answer["id"]);
    }
}

#[test]
fn an_answer_is_short_and_numbered_and_keeps_its_lanes_together() {
    for answer in everything() {
        let quotes = answer["quotes"].as_array().expect("quotes");
        assert!(quotes.len() <= MOST_QUOTES, "{} has {} quotes", answer["id"], quotes.len());
        assert!(answer["closest"].as_array().is_some_and(|closest| closest.len() <= MOST_QUOTES), "{}", answer["id"]);
        let numbers: Vec<u64> = quotes.iter().filter_map(|quote| quote["n"].as_u64()).collect();
        assert_eq!(numbers, (1..=quotes.len() as u64).collect::<Vec<_>>(), "{}", answer["id"]);
        let mut lanes: Vec<String> = quotes.iter().map(|quote| quote["lane"].to_string()).collect();
        lanes.dedup();
        let runs = lanes.len();
        lanes.sort();
        lanes.dedup();
        assert_eq!(runs, lanes.len(), "{}: a lane is left and taken up again", answer["id"]);
        let mut once = quoted(answer);
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), quotes.len(), "{} quotes something twice", answer["id"]);
    }
}

#[test]
fn what_is_found_is_quoted_and_what_is_not_is_not() {
    for answer in everything() {
        let (quotes, closest) = (&answer["quotes"], &answer["closest"]);
        match answer["outcome"].as_str() {
            Some("found") => assert!(*quotes != json!([]) && *closest == json!([]), "{answer:#}"),
            Some("not_found") => assert!(*quotes == json!([]) && answer["reason"].is_string(), "{answer:#}"),
            Some("ambiguous") => assert!(*quotes == json!([]) && *closest == json!([]) && answer["choices"].is_array(), "{answer:#}"),
            other => panic!("an outcome of {other:?}: {answer:#}"),
        }
    }
}

#[test]
fn what_is_found_by_searching_is_quoted_from_the_best_passage_too() {
    let mut searched = 0;
    for answer in everything().iter().filter(|answer| answer["outcome"] == "found" && !is_look_up(answer)) {
        let best = &answer["hits"][0]["passage"];
        let from_best = answer["quotes"].as_array().expect("quotes").iter().any(|quote| quote["passage"] == *best);
        assert!(from_best, "{}: nothing is quoted from {best}: {:#?}", answer["question"], quoted(answer));
        searched += 1;
    }
    assert!(searched > 100, "only {searched} answers were searched for");
}

#[test]
fn passages_are_ranked_best_first() {
    for answer in everything() {
        let scores: Vec<f64> = answer["hits"].as_array().expect("hits").iter().filter_map(|hit| hit["score"].as_f64()).collect();
        assert!(scores.is_sorted_by(|better, worse| better >= worse), "{}: {scores:?}", answer["id"]);
    }
}

#[test]
fn confidence_is_a_share() {
    for answer in everything() {
        let sure = answer["confidence"].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&sure), "{}: {sure}", answer["id"]);
    }
}

#[test]
fn another_build_of_the_same_corpus_answers_the_same() {
    let fifth: String = QUESTIONS.lines().step_by(5).flat_map(|line| [line, "\n"]).collect();
    let rebuilt = Program::fresh();
    rebuilt.index();
    rebuilt.index();
    let again = rebuilt.answers(&fifth);
    assert_eq!(again.len(), everything().len().div_ceil(5));
    for (answer, again) in everything().iter().step_by(5).zip(&again) {
        for part in ["outcome", "confidence", "hits", "quotes", "closest", "snapshot"] {
            assert_eq!(answer[part], again[part], "{}: another {part}", answer["question"]);
        }
    }
}

/// The answer to every question of the evaluation set.
fn everything() -> &'static [Value] {
    static EVERYTHING: OnceLock<Vec<Value>> = OnceLock::new();
    EVERYTHING.get_or_init(|| Program::indexed().answers(QUESTIONS))
}

/// Every quote that is shown, as an answer or as what comes closest, with its answer.
fn shown() -> impl Iterator<Item = (&'static Value, &'static Value)> {
    let parts = |answer: &'static Value| ["quotes", "closest"].into_iter().map(move |part| (answer, &answer[part]));
    everything().iter().flat_map(parts).flat_map(|(answer, part)| part.as_array().expect("quotes").iter().map(move |quote| (answer, quote)))
}

/// A look-up is sure; a search never is.
fn is_look_up(answer: &Value) -> bool {
    answer["confidence"] == json!(1.0)
}

#[test]
fn no_words_are_quoted_twice() {
    for answer in everything() {
        let quotes = answer["quotes"].as_array().expect("quotes");
        let bytes = |quote: &Value| quote["start"].as_u64().expect("a start")..quote["end"].as_u64().expect("an end");
        for (index, one) in quotes.iter().enumerate() {
            let overlaps = |other: &&Value| {
                let (here, there) = (bytes(one), bytes(other));
                one["source"] == other["source"] && here.start < there.end && there.start < here.end
            };
            let twice = quotes.iter().skip(index + 1).find(overlaps);
            assert!(twice.is_none(), "{}: {one:#} and {twice:#?}", answer["id"]);
        }
    }
}
