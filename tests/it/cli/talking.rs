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
