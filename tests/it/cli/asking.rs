//! `accord ask`, as people read it.

use insta::assert_snapshot;
use serde_json::Value;

use super::{CO_CHAIRS, CO_CHAIRS_WORDS, HOTLINE_WORDS, RECIPE};
use crate::support::program::{Program, quoted};

#[test]
fn an_answer_is_quoted_with_its_source() {
    let answer = Program::indexed().ask(CO_CHAIRS).found().quietly();
    assert!(answer.out.contains(CO_CHAIRS_WORDS), "{}", answer.out);
    assert_snapshot!(answer.out);
}

#[test]
fn what_the_corpus_does_not_say_is_told_with_what_comes_closest() {
    assert_snapshot!(Program::indexed().ask(RECIPE).not_found().quietly().out);
}

#[test]
fn a_question_without_quotation_marks_is_the_same_question() {
    let program = Program::indexed();
    let words: Vec<&str> = ["ask"].into_iter().chain(CO_CHAIRS.split(' ')).collect();
    assert_eq!(program.run(&words).found().out, program.ask(CO_CHAIRS).found().out);
}

#[test]
fn a_clause_that_does_not_exist_is_told_with_how_many_there_are() {
    let program = Program::indexed();
    for spelling in ["clause 7", "What does clause 7 say?", "the seventh point", "\u{a7}7", "clause 0"] {
        let answer = program.ask_json(spelling);
        assert_eq!(answer["reason"], "no_such_clause", "{spelling}: {answer}");
        assert_eq!(quoted(&answer), Vec::<&str>::new(), "{spelling}");
    }
    assert_snapshot!(program.ask("clause 7").not_found().out);
}

#[test]
fn every_spelling_reaches_its_clause() {
    let program = Program::indexed();
    let spellings: &[(&str, &[u64])] = &[
        ("clause 2", &[2]),
        ("Clause Two", &[2]),
        ("second point", &[2]),
        ("the 2nd bullet point", &[2]),
        ("\u{a7}3", &[3]),
        ("\u{a7} 3", &[3]),
        ("bullet four", &[4]),
        ("clause IV", &[4]),
        ("the last clause", &[4]),
        ("the last but one clause", &[3]),
        ("cl. 4", &[4]),
        ("point no. 1", &[1]),
        ("clauses 1 and 2", &[1, 2]),
        ("clauses 1-3", &[1, 2, 3]),
        ("clause 4 and clause 1", &[4, 1]),
        ("show me clause 3", &[3]),
        ("what is in the third point?", &[3]),
        ("the third of the four clauses", &[3]),
        ("give me the full text of the fourth clause", &[4]),
        ("2", &[2]),
    ];
    for (spelling, numbers) in spellings {
        assert_eq!(&clauses(&program.ask_json(spelling)), numbers, "{spelling}");
        let whole: Vec<String> = numbers.iter().map(|number| clause(&program, *number)).collect();
        assert_eq!(quoted(&program.ask_json(spelling)), whole, "{spelling} is quoted whole");
    }
}

#[test]
fn what_a_clause_says_is_told_in_the_clause_s_own_words() {
    let program = Program::indexed();
    for (question, number) in [
        ("What does clause 3 say?", 3),
        ("what does the third point say", 3),
        ("What does bullet four say?", 4),
        ("what do clauses 2 say", 2),
    ] {
        let answer = program.ask_json(question);
        assert_eq!(answer["quotes"][0]["lane"], "text", "{question}: {:?}", quoted(&answer));
        assert_eq!(quoted(&answer), [clause(&program, number)], "{question}");
    }
}

#[test]
fn what_a_clause_says_about_something_is_told_in_its_own_words() {
    let answer = Program::indexed().ask_json("What does the last clause say about the hotline?");
    assert_eq!(answer["quotes"][0]["source"], "agreement", "{:?}", quoted(&answer));
    assert!(quoted(&answer)[0].contains(HOTLINE_WORDS), "{:?}", quoted(&answer));
}

#[test]
fn what_is_said_about_a_clause_is_said_by_somebody_else() {
    let answer = Program::indexed().ask_json("What do critics think of clause 3?");
    assert!(quoted(&answer).iter().any(|words| words.contains("window dressing")), "{:?}", quoted(&answer));
    let speakers = answer["quotes"].as_array().expect("quotes").iter().map(|quote| &quote["speaker"]);
    assert!(speakers.clone().all(|speaker| speaker != "the agreement"), "{:?}", speakers.collect::<Vec<_>>());
}

#[test]
fn a_section_of_something_else_is_not_a_clause_but_is_searched_for() {
    let answer = Program::indexed().ask_json("section 301");
    assert!(quoted(&answer)[0].contains("Section 301 report"), "\"section 301\" holds words that can be searched for: {answer}");
}

#[test]
fn nothing_that_is_typed_breaks_it() {
    let program = Program::indexed();
    let long_word = "a".repeat(2_000);
    let long_question = "hotline ".repeat(250);
    let questions = [
        "",
        " ",
        "\t\n",
        "\u{1f642}\u{1f642}\u{1f3fd}",
        "a",
        "?",
        "the of and to",
        "title:\"x\" AND (foo OR",
        "body:[a TO z]",
        "hotline~2 ^4 +dialogue -china",
        "\"",
        "*",
        "/.*/",
        "{}",
        "\\",
        "\u{1}\u{7}\u{1b}[31m",
        "\u{202e}enotloh",
        "\u{4e2d}\u{56fd}",
        "e\u{301}\u{301}\u{301}",
        "clause 99999999999999999999",
        "clauses 1-4000000000",
        "\u{a7}\u{a7}\u{a7}",
        &long_word,
        &long_question,
    ];
    for question in questions {
        let ran = program.ask(question).quietly();
        assert!(matches!(ran.code, 0 | 1), "{question:?} ended with {}", ran.code);
        assert!(!ran.out.is_empty(), "{question:?} was met with nothing");
    }
}

#[test]
fn a_question_without_a_word_is_told_how_to_ask() {
    assert_snapshot!(Program::indexed().ask("\u{1f642}").not_found().quietly().out);
}

#[test]
fn a_long_question_is_answered_like_a_short_one() {
    let long = format!("{}{CO_CHAIRS}", "well, ".repeat(320));
    let answer = Program::indexed().ask_json(&long);
    assert!(quoted(&answer).iter().any(|words| words.contains(CO_CHAIRS_WORDS)), "{answer}");
}

#[test]
fn why_a_passage_ranked_first_can_be_seen() {
    let ran = Program::indexed().run(&["ask", "--explain", CO_CHAIRS]).found();
    let (explained, answered) = ran.out.split_once("The agreement says").expect("the answer follows");
    for part in ["Terms", "agreement#4", "Confidence"] {
        assert!(explained.contains(part), "{part} is missing:\n{explained}");
    }
    assert!(answered.contains(CO_CHAIRS_WORDS));
}

/// The clauses that an answer quotes.
fn clauses(answer: &Value) -> Vec<u64> {
    answer["quotes"].as_array().expect("quotes").iter().filter_map(|quote| quote["clause"].as_u64()).collect()
}

/// The words of a clause: the paragraphs of the agreement, in order.
fn clause(program: &Program, number: u64) -> String {
    let text = program.text("agreement");
    let index = usize::try_from(number).expect("a small number") - 1;
    text.split("\n\n").nth(index).expect("a clause").trim().to_owned()
}
