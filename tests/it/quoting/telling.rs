//! `accord quote`: what people and machines read.

use insta::assert_snapshot;
use serde_json::json;

use super::stretches::stands_somewhere;
use crate::support::program::Program;

/// Clause 2, from its beginning.
const NO_THEFT: &str = "neither country's government will conduct or knowingly support cyber-enabled theft of intellectual property";

#[test]
fn an_exact_quotation_is_told_with_where_it_stands() {
    assert_snapshot!(Program::indexed().run(&["quote", NO_THEFT]).found().quietly().out);
}

#[test]
fn an_altered_quotation_is_told_with_what_differs() {
    let altered = "Neither country\u{2019}s government will conduct or support cyber-enabled theft of state property";
    assert_snapshot!(Program::indexed().run(&["quote", altered]).not_found().quietly().out);
}

#[test]
fn a_quotation_of_somebody_else_is_told_with_who_says_it() {
    assert_snapshot!(Program::indexed().run(&["quote", NO_THEFT, "--by", "Edward Snowden"]).not_found().quietly().out);
}

#[test]
fn a_quotation_that_is_not_there_is_told_without_a_judgement() {
    let told = Program::indexed().run(&["quote", "I love deadlines and the whooshing noise they make"]).not_found().quietly().out;
    assert_snapshot!(told);
    assert!(!told.to_lowercase().contains("false"));
}

#[test]
fn an_omission_is_told() {
    let told =
        Program::indexed().run(&["quote", "both sides agree that the first meeting of this dialogue \u{2026} will occur twice per year"]);
    assert!(told.found().out.starts_with("Exact, with words left out where it is marked"));
}

#[test]
fn machines_read_json() {
    let program = Program::indexed();
    let exact = program.run(&["quote", "--json", NO_THEFT]).found().quietly().json();
    assert_eq!((&exact["outcome"], &exact["diff"], &exact["similarity"]), (&json!("exact"), &json!([]), &json!(1.0)));
    assert_eq!((&exact["closest"]["text"], &exact["closest"]["clause"], &exact["closest"]["n"]), (&json!(NO_THEFT), &json!(2), &json!(1)));
    assert!(exact["searched"]["documents"].as_u64() > Some(20) && exact["searched"]["passages"].as_u64() > Some(100), "{exact:#}");
    assert_eq!(exact["snapshot"], json!(program.index()));

    let altered =
        program.run(&["quote", "--json", "the first meeting of this dialogue will be held by the end of 2016"]).not_found().json();
    assert_eq!(altered["outcome"], "altered");
    assert_eq!(
        altered["diff"],
        json!([
            { "change": "same", "text": "the first meeting of this dialogue will be held by the end of" },
            { "change": "removed", "text": "2015" },
            { "change": "added", "text": "2016" },
        ])
    );
    assert_eq!(altered["closest"]["text"], "the first meeting of this dialogue will be held by the end of 2015");

    let nothing = program.run(&["quote", "--json", "\u{2026}"]).not_found().json();
    assert_eq!((&nothing["outcome"], &nothing["closest"]), (&json!("not_found"), &json!(null)));
}

#[test]
fn the_words_of_a_diff_are_the_corpus_s() {
    let altered = "The US critcizes China for attacking US government infrastructure, but commercial enterprises are suffering theft";
    let check = Program::indexed().run(&["quote", "--json", altered]).not_found().json();
    let of = |left_out: &str| {
        let stretches = check["diff"].as_array().expect("a diff").iter().filter(|stretch| stretch["change"] != left_out);
        stretches.map(|stretch| stretch["text"].as_str().expect("words")).collect::<Vec<_>>().join(" ")
    };
    assert!(stands_somewhere(&of("added")), "{check:#}");
    assert_eq!(of("removed"), altered);
}

#[test]
fn whoever_says_it_may_be_named_by_any_of_their_names() {
    let program = Program::indexed();
    let outcome = |text: &str, by: &str| program.run(&["quote", "--json", "--by", by, "--", text]).json()["outcome"].clone();
    let dressing = "It is window dressing and was probably only agreed upon";
    let words = "Are words followed by actions?";
    for (text, by) in [
        (NO_THEFT, "the agreement"),
        (NO_THEFT, "the White House"),
        (NO_THEFT, "the fact sheet"),
        (NO_THEFT, "White House fact sheet"),
        (NO_THEFT, "China"),
        (NO_THEFT, "the United States"),
        (NO_THEFT, "agreement"),
        (NO_THEFT, "the article"),
        (dressing, "Eijndhoven"),
        (dressing, "the article"),
        (dressing, "Norse"),
        (dressing, "Cyber Cease-Fire: US v. China"),
        (words, "Obama"),
        (words, "President Barack Obama"),
        ("just enough rope", "Healey"),
    ] {
        assert_eq!(outcome(text, by), "exact", "{text} by {by}");
    }
    for (text, by) in [
        (NO_THEFT, "Obama"),
        (NO_THEFT, "Healey"),
        (NO_THEFT, "Eijndhoven"),
        (NO_THEFT, "somebody whom nobody knows"),
        (dressing, "Healey"),
        (dressing, "the White House"),
        (words, "Xi Jinping"),
        // Our note's words on Healey are not his.
        ("argues that critics dismiss the deal too fast", "Healey"),
    ] {
        assert_eq!(outcome(text, by), "misattributed", "{text} by {by}");
    }
}

#[test]
fn a_speaker_within_the_text_is_taken() {
    let program = Program::indexed();
    let check = |text: &str| program.run(&["quote", "--json", "--", text]).json();
    for (text, outcome, by) in [
        ("\"Are words followed by actions?\" said Obama.", "exact", "Obama"),
        ("\u{201c}Are words followed by actions?\u{201d} \u{2014} Barack Obama", "exact", "Barack Obama"),
        ("Healey: \"Are words followed by actions?\"", "misattributed", "Healey"),
        ("\"It is window dressing and was probably only agreed upon,\" said Healey", "misattributed", "Healey"),
        ("It is window dressing and was probably only agreed upon \u{2014} Healey", "misattributed", "Healey"),
        ("According to Eijndhoven, \"it is window dressing\"", "exact", "Eijndhoven"),
        ("Healey: \"It is window shopping and was probably only agreed upon\"", "altered", "Healey"),
    ] {
        let check = check(text);
        assert_eq!((&check["outcome"], &check["by"]), (&json!(outcome), &json!(by)), "{text}: {check:#}");
    }
    // Nobody of that name is known, so that the words are read as they stand.
    assert_eq!(check("Bartholomew: \"It is window dressing\"")["by"], json!(null));
}
