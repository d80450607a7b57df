//! Questions in other languages: read through the curators' glossary, answered in the documents' own words.

use insta::assert_snapshot;

use super::CO_CHAIRS_WORDS;
use crate::support::program::{Program, quoted};

/// Who co-chairs the dialogue for the United States, as it is asked elsewhere.
const CO_CHAIRS_ELSEWHERE: [(&str, &str); 4] = [
    ("de", "Wer leitet den Dialog auf amerikanischer Seite?"),
    ("es", "¿Quién copreside el diálogo por parte de Estados Unidos?"),
    ("fr", "Qui copréside le dialogue pour les États-Unis ?"),
    ("zh", "美方由谁共同主持对话？"),
];

#[test]
fn a_question_may_come_in_any_of_four_other_languages() {
    let program = Program::indexed();
    for (language, question) in CO_CHAIRS_ELSEWHERE {
        let answer = program.ask_json(question);
        assert!(quoted(&answer).iter().any(|words| words.contains(CO_CHAIRS_WORDS)), "{language}: {answer:#}");
        assert_eq!(answer["question"], question, "the question stays as it was asked");
        assert!(answer["read_as"].as_str().is_some_and(|read| read.contains("who")), "{language}: {}", answer["read_as"]);
    }
}

#[test]
fn how_it_was_read_is_said_and_the_quotation_stays_in_the_original() {
    assert_snapshot!(Program::indexed().ask("Wie oft trifft sich der Dialog?").found().quietly().out);
}

#[test]
fn a_clause_is_pointed_at_in_any_of_them() {
    let program = Program::indexed();
    for pointing in ["zweiter Punkt", "el segundo punto", "le deuxième point", "第二条"] {
        let answer = program.ask_json(pointing);
        assert_eq!(answer["quotes"][0]["clause"], 2, "{pointing}: {answer:#}");
    }
}

#[test]
fn english_is_not_taken_for_another_language() {
    let program = Program::indexed();
    for english in ["wat does teh agrement say", "hotline", "die hotline", "OPM", "Who is Guo Shengkun?"] {
        let answer = program.ask_json(english);
        let read = &answer["read_as"];
        assert!(english == "die hotline" || read.is_null(), "{english} was read as {read}");
    }
}

#[test]
fn what_the_corpus_does_not_say_it_says_in_no_language() {
    let answer = Program::indexed().ask_json("Wie lange kocht man ein Ei?");
    assert_eq!(answer["outcome"], "not_found", "{answer:#}");
}
