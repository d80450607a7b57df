//! Copies that cannot be used: the note is, and it is said why.

use std::fs;

use accord::corpus::{Format, Provenance};
use serde_json::{Value, json};

use super::fetched::REPORT;
use crate::support::program::Program;
use crate::support::shelf::fetched;

const URL: &str = "https://news.example/2015/sep/25/summit";

/// The note is used in place of the copy, which is told by name with the reason; `--strict` and `check` do not let it pass.
fn is_left_out(program: &Program, file: &str, why: &str) {
    let told = program.left_out();
    assert!(told.contains(file) && told.contains(why), "{file}: {why}: {told}");
    assert!(told.contains("`accord fetch guardian-summit`"), "the next step is not said: {told}");
    let source = &program.run(&["sources", "guardian-summit", "--json"]).found().json()[0];
    assert_eq!((&source["status"], &source["has_beside"], &source["copy"]), (&json!("note"), &Value::Null, &Value::Null));
    let critique = program.run(&["critique", "--by", "The Guardian", "--json"]).found().json();
    assert_eq!(critique["quotes"][0]["source"], "guardian-summit");

    let strict = program.run(&["index", "--strict", "--force"]).failed();
    assert!(strict.err.contains(why), "{}", strict.err);
    let checked = program.run(&["check"]).failed();
    assert!(checked.err.contains(file) && checked.err.contains(why), "{}", checked.err);
}

fn with_copy(text: &str) -> (Program, Provenance) {
    let program = Program::curated();
    let provenance = program.shelve(fetched("guardian-summit", URL), text);
    (program, provenance)
}

#[test]
fn a_copy_of_other_bytes_is_not_used() {
    let (program, copy) = with_copy(REPORT);
    program.write(&format!("corpus/fetched/{}", copy.file), REPORT.replace("marmalade", "margarine"));
    is_left_out(&program, &copy.file, "is damaged: its bytes are not those that were fetched");
}

#[test]
fn a_copy_that_is_gone_is_not_used() {
    let (program, copy) = with_copy(REPORT);
    fs::remove_file(program.path("corpus/fetched").join(&copy.file)).expect("a copy");
    is_left_out(&program, &copy.file, "cannot be read");
}

#[test]
fn a_teaser_is_not_the_source() {
    let (program, copy) = with_copy("# Leaders agree to differ\n\nSubscribe to read on.\n");
    is_left_out(&program, &copy.file, "has 8 words, too few to be the source itself");
}

#[test]
fn a_page_without_text_is_not_the_source() {
    let (program, copy) = with_copy("\n\n");
    is_left_out(&program, &copy.file, "holds no text");
}

#[test]
fn a_format_that_is_not_known_is_not_read() {
    let (program, mut copy) = with_copy(REPORT);
    let before = copy.file.clone();
    copy.file = copy.file.replace(".md", ".docx");
    fs::rename(program.path("corpus/fetched").join(before), program.path("corpus/fetched").join(&copy.file)).expect("a copy");
    program.shelf().note(&copy).expect("a shelf");
    is_left_out(&program, &copy.file, "is in no format that is known");
}

#[test]
fn a_provenance_that_cannot_be_read_is_told() {
    let (program, _) = with_copy(REPORT);
    let file = "fetched/guardian-summit.json";
    program.write(&format!("corpus/{file}"), "{ \"format\": 1");
    is_left_out(&program, file, "does not say where a copy is from");
    program.shelve(fetched("guardian-summit", URL), REPORT);
    program.edit(&format!("corpus/{file}"), "\"format\": 1", "\"format\": 99");
    is_left_out(&program, file, "has format 99, this version of accord reads format 1");
    program.shelve(fetched("guardian-summit", URL), REPORT);
    program.edit(&format!("corpus/{file}"), "\"source\": \"guardian-summit\"", "\"source\": \"wired-opm\"");
    is_left_out(&program, file, "is about source \"wired-opm\", whose file has another name");
}

#[test]
fn nothing_outside_of_the_shelf_is_read() {
    let (program, mut copy) = with_copy(REPORT);
    program.write("corpus/secret.md", REPORT);
    copy.file = "../secret.md".to_owned();
    program.shelf().note(&copy).expect("a shelf");
    is_left_out(&program, "fetched/guardian-summit.json", "the copy would be ../secret.md");
}

#[test]
fn an_id_that_is_needed_beside_the_copy_is_not_taken_from_another_source() {
    let (program, copy) = with_copy(REPORT);
    program.edit("corpus/corpus.toml", "id = \"other\"", "id = \"guardian-summit-note\"");
    is_left_out(&program, &copy.file, "which is another source's");
}

#[test]
fn a_copy_of_a_source_that_is_gone_from_the_corpus_is_told() {
    let program = Program::curated();
    program.shelve(fetched("never-heard-of", "https://news.example/x"), REPORT);
    let told = program.left_out();
    assert!(told.contains("never-heard-of.json") && told.contains("which the corpus does not have"), "{told}");
    program.run(&["index", "--strict", "--force"]).failed();
}

#[test]
fn a_copy_that_breaks_is_told_and_the_note_takes_over_by_itself() {
    let (program, copy) = with_copy(REPORT);
    program.index();
    program.write(&format!("corpus/fetched/{}", copy.file), "other bytes");
    let answer = program.ask("What did the Guardian say of the summit?");
    assert!(answer.err.contains("is damaged"), "{answer:#?}");
    assert_eq!(program.run(&["sources", "guardian-summit", "--json"]).found().json()[0]["status"], "note");
}

#[test]
fn a_copy_in_html_is_read_by_its_own_reader() {
    let program = Program::curated();
    let copy = program.shelf().put(fetched("guardian-summit", URL), Format::Html, b"not a page at all").expect("a shelf");
    let told = program.left_out();
    assert!(told.contains(&copy.file), "{told}");
}
