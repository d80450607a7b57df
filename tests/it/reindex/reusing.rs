//! A document whose file is as it was is taken over unread, and nothing of the index shows it.

use std::fs;

use serde_json::Value;

use super::{RENT, set_day};
use crate::support::program::Program;

/// How many rooms have a file of their own.
const ROOMS: usize = 30;

/// A lease, a page with headings and links, many rooms, and records.
fn house() -> Program {
    let program = Program::with(&[
        ("lease.txt", "The rent is due on the first.\n"),
        ("rules.md", "# Rules\n\n## Pets\n\nPets are [allowed](https://example.org/pets).\n\n## Keys\n\n- Two keys are handed over.\n"),
    ]);
    for number in 0..ROOMS {
        program.write(&format!("corpus/room-{number:02}.txt"), format!("Room {number} has {} windows.\n", number % 7));
    }
    program.write("corpus/set.jsonl", records(&[1, 2, 3, 4]));
    program
}

/// Records with these numbers, in this order.
fn records(numbers: &[usize]) -> String {
    let record =
        |number| format!("{{\"_id\": \"note-{number}\", \"title\": \"Note {number}\", \"text\": \"Shelf {number} holds books.\"}}\n");
    numbers.iter().map(record).collect()
}

/// Indexes, and gives the outcome.
fn index(program: &Program, place: &str, words: &[&str]) -> Value {
    program.run(&[&["--index", place, "index", "--json"], words].concat()).found().json()
}

/// The files of a generation that hold what is said and found, apart from tantivy's.
fn content(program: &Program, generation: &str) -> Vec<Vec<u8>> {
    let files = ["sources.bin", "ids.bin", "prints.bin", "documents.bin", "passages.bin", "knowledge.json"];
    files.iter().map(|file| fs::read(program.path(generation).join(file)).expect("a file")).collect()
}

#[test]
fn what_is_as_it_was_is_taken_over_and_the_index_is_that_of_a_build_from_scratch() {
    let program = house();
    let documents = ROOMS + 2 + 4;
    let first = index(&program, "index", &[]);
    assert_eq!((&first["documents"], &first["reused"]), (&documents.into(), &0.into()));

    set_day(&program, "ninth");
    let touched = index(&program, "index", &[]);
    assert_eq!(touched["reused"], documents - 1, "all but the lease");
    let scratch = index(&program, "scratch", &[]);
    assert_eq!((&scratch["snapshot"], &scratch["reused"]), (&touched["snapshot"], &0.into()));
    assert_ne!(touched["snapshot"], first["snapshot"]);
    assert!(content(&program, "index/gen-000002") == content(&program, "scratch/gen-000001"), "byte for byte");
    for question in [RENT, "Are pets allowed?", "How many windows has room 12?", "What does shelf 3 hold?"] {
        let asked = |place: &str| program.run(&["--index", place, "ask", question]).quietly().out;
        assert_eq!(asked("index"), asked("scratch"), "{question}");
    }
}

#[test]
fn what_stands_elsewhere_now_is_taken_over_too() {
    let program = house();
    index(&program, "index", &[]);
    // A file before all others shifts every number, and one record is new among those that changed places.
    program.write("corpus/attic.txt", "The attic is locked.\n");
    program.write("corpus/set.jsonl", records(&[4, 5, 1, 2]));
    let shifted = index(&program, "index", &[]);
    assert_eq!(shifted["reused"], ROOMS + 2 + 3, "all but the attic and the fifth note");
    assert_eq!(shifted["snapshot"], index(&program, "scratch", &[])["snapshot"]);
    assert!(content(&program, "index/gen-000002") == content(&program, "scratch/gen-000001"));
    assert!(program.run(&["ask", "What does shelf 3 hold?"]).quietly().out.find("Shelf 3").is_none(), "the third note is gone");
}

#[test]
fn a_file_with_another_name_is_read_anew_because_its_id_is_another() {
    let program = house();
    index(&program, "index", &[]);
    fs::rename(program.path("corpus/room-07.txt"), program.path("corpus/parlour.txt")).expect("a file to rename");
    let renamed = index(&program, "index", &[]);
    assert_eq!(renamed["reused"], ROOMS - 1 + 2 + 4);
    assert!(program.text("parlour").contains("Room 7"));
    program.run(&["text", "room-07"]).failed();
}

#[test]
fn an_id_that_is_used_twice_is_told_when_its_first_use_is_taken_over() {
    let program = house();
    index(&program, "index", &[]);
    program.write("corpus/zoo.jsonl", records(&[4]));
    let twice = index(&program, "index", &[]);
    let left_out = twice["left_out"].as_array().expect("a list");
    assert_eq!(left_out.len(), 1);
    assert!(left_out[0].as_str().is_some_and(|problem| problem.contains("the document id \"note-4\" is also used in")), "{left_out:?}");
    assert_eq!(twice["reused"], ROOMS + 2 + 4);
}

#[test]
fn how_much_was_taken_over_is_said() {
    let program = house();
    index(&program, "index", &[]);
    set_day(&program, "ninth");
    let told = program.run(&["index"]).found().quietly().out;
    assert!(told.contains("35 of 36 documents were taken over unread, because their files are as they were.\n"), "{told}");
    let again = index(&program, "index", &["--force"]);
    assert_eq!(again["reused"], again["documents"], "also when nothing has changed");
}

#[test]
fn a_damaged_index_is_nothing_to_take_over_from() {
    let program = house();
    index(&program, "index", &[]);
    let file = program.path("index/gen-000001/prints.bin");
    let mut bytes = fs::read(&file).expect("a file");
    bytes[0] ^= 1;
    fs::write(&file, bytes).expect("a damaged file");
    let mended = index(&program, "index", &[]);
    assert!(mended["damaged"].as_str().is_some_and(|damaged| damaged.contains("prints.bin")), "{mended}");
    assert_eq!(mended["reused"], 0);
}

#[test]
fn of_many_lines_that_cannot_be_read_the_first_are_told_and_the_rest_counted() {
    let program = house();
    program.write("corpus/noise.jsonl", format!("{}{}", "noise\n".repeat(250), records(&[9])));
    let outcome = index(&program, "index", &[]);
    let left_out = outcome["left_out"].as_array().expect("a list");
    assert_eq!(left_out.len(), 101);
    assert!(left_out[100].as_str().is_some_and(|last| last.contains("150 more of its lines cannot be read")), "{left_out:?}");
    assert!(program.text("note-9").contains("Shelf 9"));
}

#[cfg(unix)]
#[test]
fn a_dry_run_leaves_nothing_behind() {
    let program = house();
    fs::create_dir(program.path("throw-away")).expect("a folder");
    let planned = program.run_with(&[("TMPDIR", "throw-away")], &["index", "--dry-run", "--json"]).found().json();
    assert_eq!((&planned["outcome"], &planned["documents"]), (&"planned".into(), &(ROOMS + 6).into()));
    assert!(!program.path("index").exists());
    assert_eq!(fs::read_dir(program.path("throw-away")).expect("a folder").count(), 0);
}
