//! `accord compare`: one point in every lane.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::program::{Program, quoted};

fn compared(program: &Program, point: &str) -> Value {
    program.run(&["compare", "--json", point]).json()
}

fn lane<'c>(comparison: &'c Value, name: &str) -> &'c Value {
    comparison["lanes"].as_array().expect("lanes").iter().find(|side| side["lane"] == name).expect("every lane is there")
}

#[test]
fn a_point_is_shown_side_by_side() {
    assert_snapshot!(Program::indexed().run(&["compare", "hotline"]).found().quietly().out);
}

#[test]
fn a_clause_is_compared_with_what_is_said_of_it() {
    let program = Program::indexed();
    assert_snapshot!(program.run(&["compare", "clause", "3"]).found().quietly().out);
    assert_eq!(compared(&program, "3"), {
        let mut whole = compared(&program, "clause 3");
        whole["point"] = json!("3");
        whole
    });
}

#[test]
fn every_quote_stands_in_its_own_lane() {
    let program = Program::indexed();
    for point in ["hotline", "sanctions", "economic espionage", "human rights", "clause 2", "who benefits"] {
        let comparison = compared(&program, point);
        let mut next = 1;
        for side in comparison["lanes"].as_array().expect("lanes") {
            let quotes = side["quotes"].as_array().expect("quotes");
            assert!(quotes.len() <= 2 && quotes.iter().all(|quote| quote["lane"] == side["lane"]), "{point}: {side:#}");
            assert_eq!(quotes.is_empty(), side["reason"].is_string(), "{point}: an empty lane says why: {side:#}");
            for quote in quotes {
                assert_eq!(quote["n"], next, "{point}");
                next += 1;
            }
        }
    }
}

#[test]
fn a_lane_that_says_nothing_to_the_point_stays_empty() {
    let program = Program::indexed();
    let sanctions = compared(&program, "sanctions");
    assert_eq!(lane(&sanctions, "text")["reason"], "not_said", "the agreement names no sanctions");
    assert_eq!(lane(&sanctions, "reporting")["reason"], "empty_lane");
    assert!(quoted(lane(&sanctions, "opinion"))[0].contains("sanctions"));
    assert_eq!(lane(&sanctions, "opinion")["quotes"][0]["stance"], "sceptical", "it is known as a critique");
    assert_eq!(compared(&program, "bananas")["outcome"], "not_found");
}

#[test]
fn what_cannot_be_compared_is_told() {
    let program = Program::indexed();
    let told: Vec<String> =
        ["clause 9", "\u{1f642}", "bananas"].iter().map(|point| program.run(&["compare", point]).not_found().out).collect();
    assert_snapshot!(told.join("---\n"));
}
