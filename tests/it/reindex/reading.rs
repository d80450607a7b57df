//! Documents that cannot be read: the rest is indexed, unless nothing may be left out.

use insta::assert_snapshot;
use serde_json::Value;

use super::{RENT, index_folder, lease, set_day};
use crate::support::program::Program;

/// A lease among files that nobody can read.
fn damaged() -> Program {
    let program = lease();
    program.write("corpus/picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    program.write("corpus/set.jsonl", "{\"_id\":\"key\",\"text\":\"Two keys are handed over.\"}\nnot json\n");
    program.write("corpus/pets.md", "Pets are welcome.\n");
    program
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_indexed() {
    let program = damaged();
    assert_snapshot!(program.run(&["index"]).found().quietly().out);
    program.ask(RENT).found().quietly();
    assert!(program.ask("How many keys are handed over?").found().quietly().out.contains("Two keys"));
    let again = program.run(&["index", "--json"]).found().json();
    assert_eq!(again["outcome"], "unchanged");
    assert_eq!(again["left_out"].as_array().map(Vec::len), Some(3), "it is named each time");
}

#[test]
fn nothing_is_indexed_when_nothing_may_be_left_out() {
    let program = damaged();
    let ran = program.run(&["index", "--strict"]).failed();
    assert!(ran.err.starts_with("error: nothing was indexed, because not all can be read:\n"), "{}", ran.err);
    assert!(ran.err.contains("picture.txt: is not text"), "{}", ran.err);
    assert_eq!(index_folder(&program), ["LOCK"]);
    program.run(&["check"]).failed();
}

#[test]
fn a_first_question_is_answered_from_what_can_be_read() {
    let program = damaged();
    let ran = program.ask(RENT).found();
    assert!(ran.out.contains("due on the first") && ran.err.contains("picture.txt: is not text"), "{ran:?}");
    program.ask(RENT).found().quietly();
}

#[test]
fn a_slip_in_a_document_does_not_take_it_out_unasked() {
    let program = lease();
    program.index();
    program.write("corpus/pets.txt", b"Pets are caf\0.\n");
    let ran = program.ask("Are pets allowed?").found();
    assert!(ran.out.contains("Pets are allowed."), "{}", ran.out);
    assert!(ran.err.contains("answering from the index of before.\ncorpus/pets.txt: is not text"), "{}", ran.err);

    // Whoever asks for it gets it.
    program.run(&["index"]).found();
    program.ask("Are pets allowed?").not_found().quietly();
    // What was left out once does not hold up what changes elsewhere.
    set_day(&program, "ninth");
    assert!(program.ask(RENT).found().out.contains("due on the ninth"));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_not_there_after_all_is_named() {
    let program = lease();
    std::os::unix::fs::symlink("gone.txt", program.path("corpus/link.txt")).expect("a link to nothing");
    let told = program.run(&["index", "--json"]).found().json();
    let left_out: Vec<&str> = told["left_out"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(left_out.len() == 1 && left_out[0].starts_with("corpus/link.txt: cannot be read: "), "{left_out:?}");
    program.ask(RENT).found().quietly();
    program.write("corpus/gone.txt", "The cellar is damp.\n");
    assert!(program.ask("Is the cellar damp?").found().out.contains("The cellar is damp."), "it can be read now");
}

#[test]
fn a_curated_corpus_is_read_whole_or_not_at_all() {
    let program = Program::indexed();
    program.write("corpus/notes/wired-opm.md", b"caf\xe9");
    program.run(&["index"]).failed();
    assert_eq!(index_folder(&program), ["CURRENT", "LOCK", "gen-000001"]);
}
