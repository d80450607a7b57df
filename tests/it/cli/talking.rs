//! `accord chat`: question after question.

use super::{CO_CHAIRS, CO_CHAIRS_WORDS, HOTLINE_WORDS, RECIPE};
use crate::support::program::Program;

#[test]
fn questions_are_answered_as_if_they_were_asked_alone() {
    let program = Program::indexed();
    assert_eq!(program.chat(&[CO_CHAIRS]).found().quietly().out, program.ask(CO_CHAIRS).out);
    assert_eq!(program.last_answer(&[CO_CHAIRS, "What is window dressing?"]), program.ask("What is window dressing?").out);
}

#[test]
fn a_follow_up_leans_on_the_question_before() {
    let program = Program::indexed();
    let follow_up = "and who co-chairs it?";
    let answer = program.last_answer(&["What is the high-level joint dialogue mechanism?", follow_up]);
    assert!(answer.contains(CO_CHAIRS_WORDS), "{answer}");
}

#[test]
fn a_follow_up_about_a_clause_stays_with_the_clause() {
    let program = Program::indexed();
    let answer = program.last_answer(&["clause 4", "and who co-chairs it?"]);
    assert!(answer.contains(CO_CHAIRS_WORDS), "{answer}");
    assert!(answer.contains("the agreement, clause 4"), "{answer}");
}

#[test]
fn what_about_something_else_asks_for_that() {
    let answer = Program::indexed().last_answer(&[CO_CHAIRS, "what about the hotline?"]);
    assert!(answer.contains(HOTLINE_WORDS), "the clause's sentence on the hotline is not quoted:\n{answer}");
}

#[test]
fn a_question_that_led_nowhere_is_nothing_to_lean_on() {
    let program = Program::indexed();
    let after = |earlier: &[&str]| program.last_answer(&[earlier, &["and who co-chairs it?"]].concat());
    assert_eq!(after(&[CO_CHAIRS, RECIPE]), after(&[CO_CHAIRS]));
}

#[test]
fn the_look_ups_work_within_it() {
    let program = Program::indexed();
    assert_eq!(program.chat(&["clause 2"]).found().out, program.ask("clause 2").out);
    assert_eq!(program.chat(&["party MPS"]).found().out, program.run(&["party", "MPS"]).out);
    assert_eq!(program.chat(&["sources"]).found().out, program.run(&["sources"]).out);
}

#[test]
fn it_ends_when_it_is_told_to() {
    let program = Program::indexed();
    for word in ["", "quit", "exit", "bye"] {
        assert_eq!(program.chat(&[word, CO_CHAIRS]).found().quietly().out, "", "{word:?}");
    }
}

#[test]
fn and_for_the_other_side_asks_the_same_of_it() {
    let answer = Program::indexed().last_answer(&[CO_CHAIRS, "and for China?"]);
    assert!(answer.contains("China will designate an official at the ministerial level"), "{answer}");
}

#[test]
fn an_answer_in_a_file_is_a_conversation_to_go_on_with() {
    let program = Program::indexed();
    program.write("before.json", program.run(&["ask", "--json", CO_CHAIRS]).found().out);
    let after = program.run(&["ask", "--json", "--context", "before.json", "what about the hotline?"]).found().json();
    assert!(after["quotes"].to_string().contains(HOTLINE_WORDS), "{after:#}");
    assert_eq!(after["context"]["questions"], serde_json::json!([CO_CHAIRS, "what about the hotline?"]));

    program.write("silent.json", program.run(&["ask", "--json", RECIPE]).not_found().out);
    let alone = program.run(&["ask", "--json", "--context", "silent.json", CO_CHAIRS]).found().json();
    assert_eq!(alone["context"]["questions"], serde_json::json!([CO_CHAIRS]), "an answer that led nowhere is nothing to lean on");
}

#[test]
fn a_file_that_is_no_answer_is_named() {
    let program = Program::indexed();
    program.write("before.json", "Good morning.");
    let ran = program.run(&["ask", "--context", "before.json", CO_CHAIRS]).failed();
    assert!(ran.err.contains("before.json") && ran.err.contains("accord ask --json"), "{}", ran.err);
    let ran = program.run(&["ask", "--context", "gone.json", CO_CHAIRS]).failed();
    assert!(ran.err.contains("gone.json"), "{}", ran.err);
}

#[test]
fn one_of_the_choices_is_picked_by_its_number() {
    let program = Program::indexed();
    let picked = |words: &str| program.last_answer(&["justice ministry", words]);
    let chinese = picked("the first one");
    assert!(chinese.starts_with("Ministry of Justice (China)"), "{chinese}");
    let american = picked("the second one?");
    assert!(american.starts_with("Department of Justice (United States)"), "{american}");
    for words in ["das zweite?", "et le deuxième ?", "¿y la segunda?", "第二个呢？", "the last one"] {
        let answer = picked(words);
        assert!(answer.ends_with(&american), "{words}: {answer}");
    }
}

#[test]
fn one_of_the_quotes_is_picked_and_its_passage_is_quoted_whole() {
    let program = Program::indexed();
    let question = "When was the first meeting of the dialogue held?";
    let quotes = program.ask_json(question)["quotes"].as_array().expect("quotes").clone();
    assert!(quotes.len() > 1, "{quotes:?}");
    let answer = program.last_answer(&[question, "the second one?"]);
    assert!(answer.contains(quotes[1]["text"].as_str().expect("words")), "{answer}");
    assert!(!answer.contains("[2]"), "{answer}");
}

#[test]
fn where_clauses_were_spoken_of_a_number_is_a_clause() {
    let program = Program::indexed();
    for words in ["the third one?", "das dritte?", "and the last but one clause?"] {
        let answer = program.last_answer(&["What does the first clause say?", words]);
        assert!(answer.contains("Clause 3") || answer.contains("the agreement, clause 3"), "{words}: {answer}");
    }
}

#[test]
fn what_critics_say_is_said_of_the_clause_that_was_quoted() {
    let answer = Program::indexed().last_answer(&[CO_CHAIRS, "what do critics say?"]);
    assert!(answer.contains("The last point about the 'cyber hotline' doesn't actually say a whole lot at all"), "{answer}");
}

#[test]
fn a_follow_up_in_another_language_joins_on_too() {
    let program = Program::indexed();
    for words in ["und für China?", "et pour la Chine ?", "¿y por China?", "那中国呢？"] {
        let answer = program.last_answer(&[CO_CHAIRS, words]);
        assert!(answer.contains("China will designate an official at the ministerial level"), "{words}: {answer}");
    }
}
