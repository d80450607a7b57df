//! Clauses, parties, critiques and sources, looked up by name.

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::program::{Program, quoted};

#[test]
fn a_clause_is_shown_whole() {
    assert_snapshot!(Program::indexed().run(&["clause", "2"]).found().quietly().out);
}

#[test]
fn a_clause_is_found_by_number_heading_topic_or_first_words() {
    let program = Program::indexed();
    for (which, number) in [
        ("4", 4),
        ("hotline", 4),
        ("the last one", 4),
        ("No cyber-enabled IP theft", 2),
        ("trade secrets", 2),
        ("norms", 3),
        ("Both sides are committed to making", 3),
        ("electronic evidence", 1),
    ] {
        let answer = program.run(&["clause", "--json", which]).found().json();
        assert_eq!(answer["clause"]["number"], number, "{which}");
        assert_eq!(answer["quotes"][0]["clause"], number, "{which}");
    }
}

#[test]
fn a_clause_that_is_not_there_is_told() {
    let program = Program::indexed();
    let told: String = ["7", "zebras"].iter().map(|which| program.run(&["clause", which]).not_found().out).collect();
    assert_snapshot!(told);
}

#[test]
fn a_party_is_found_by_its_short_name() {
    assert_snapshot!(Program::indexed().run(&["party", "MPS"]).found().quietly().out);
}

#[test]
fn a_party_is_found_by_any_of_its_names() {
    let program = Program::indexed();
    for name in ["MPS", "mps", "Ministry of Public Security", "public security ministry", "\u{516c}\u{5b89}\u{90e8}"] {
        let answer = program.run(&["party", "--json", name]).found().json();
        assert_eq!(answer["party"]["id"], "mps", "{name}");
    }
}

#[test]
fn a_name_that_two_parties_have_is_a_choice() {
    let program = Program::indexed();
    let choice = program.run(&["party", "justice ministry"]).not_found().quietly();
    assert_snapshot!(choice.out);
    assert_eq!(program.ask("justice ministry").not_found().out, choice.out, "it is the same choice however it is asked for");
}

#[test]
fn each_choice_can_be_chosen() {
    let program = Program::indexed();
    let choices = program.run(&["party", "--json", "justice ministry"]).not_found().json();
    assert_eq!(choices["outcome"], "ambiguous");
    for choice in choices["choices"].as_array().expect("choices") {
        let chosen = program.run(&["party", "--json", choice["ask"].as_str().expect("what to ask")]).found().json();
        assert_eq!(chosen["party"]["name"], choice["label"]);
    }
}

#[test]
fn a_party_that_is_not_there_is_told_with_the_nearest_name() {
    let program = Program::indexed();
    let told: String =
        ["Ministry of Pubic Security", "Zorblax"].iter().map(|name| program.run(&["party", name]).not_found().quietly().out).collect();
    assert_snapshot!(told);
}

#[test]
fn what_is_said_about_a_clause_names_who_says_it() {
    assert_snapshot!(Program::indexed().run(&["critique", "--clause", "3"]).found().quietly().out);
}

#[test]
fn what_somebody_says_is_theirs_alone() {
    let answer = Program::indexed().run(&["critique", "--json", "--by", "Healey"]).found().json();
    let quotes = answer["quotes"].as_array().expect("quotes");
    assert!(!quotes.is_empty());
    let own = |quote: &&Value| quote["source"] == "csm-healey" || quote["text"].to_string().contains("Healey");
    let strange: Vec<&Value> = quotes.iter().filter(|quote| !own(quote)).collect();
    assert!(strange.is_empty(), "not Healey's: {strange:#?}");
}

#[test]
fn a_critique_that_nobody_made_is_told() {
    let program = Program::indexed();
    let told: String = [["--clause", "9"], ["--by", "Zorblax"]]
        .iter()
        .map(|[option, value]| program.run(&["critique", option, value]).not_found().quietly().out)
        .collect();
    assert_snapshot!(told);
}

#[test]
fn one_source_is_shown_with_where_it_was() {
    assert_snapshot!(Program::indexed().run(&["sources", "agreement"]).found().quietly().out);
}

#[test]
fn every_source_is_listed_and_each_can_be_shown() {
    let program = Program::indexed();
    let all = program.run(&["sources", "--json"]).found().json();
    let listed = program.run(&["sources"]).found().out;
    for source in all.as_array().expect("sources") {
        let id = source["id"].as_str().expect("an id");
        assert!(listed.contains(&format!("{id}  {}\n", source["title"].as_str().expect("a title"))), "{id} is not listed");
        assert_eq!(program.run(&["sources", "--json", id]).found().json()[0], *source);
        assert!(!program.text(id).trim().is_empty(), "{id} has no text");
    }
}

#[test]
fn a_source_that_is_not_there_is_told_with_the_nearest_id() {
    let program = Program::indexed();
    let told: String = [["sources", "agreemnt"], ["text", "artcle"], ["sources", "something-else-entirely"]]
        .iter()
        .map(|words| program.run(words).failed().err)
        .collect();
    assert_snapshot!(told);
}

#[test]
fn the_text_of_a_source_is_its_words_without_a_byte_more() {
    let program = Program::indexed();
    let supplied = std::fs::read_to_string(program.path("corpus/agreement/agreement.txt")).expect("the agreement");
    assert_eq!(program.text("agreement"), supplied);
}

#[test]
fn a_look_up_is_quoted_from_the_agreement_first() {
    let answer = Program::indexed().run(&["party", "--json", "Attorney General"]).found().json();
    assert_eq!(answer["quotes"][0]["lane"], "text");
    assert!(quoted(&answer)[0].contains("Attorney General"), "{:?}", quoted(&answer));
}
