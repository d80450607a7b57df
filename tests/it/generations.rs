//! The index through damage, loss, change and rivals.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::program::{Program, files_below};

/// A question that clause 4 answers.
const CO_CHAIRS: &str = "Who co-chairs the dialogue for the United States?";
/// What it says.
const CO_CHAIRS_WORDS: &str = "The U.S. Secretary of Homeland Security and the U.S. Attorney General will co-chair the dialogue";

/// Something that happens to a file.
type Mishap = (&'static str, fn(&Path, &[u8]));

/// What may happen to any file of a generation.
const MISHAPS: [Mishap; 5] = [
    ("its first byte is flipped", |file, bytes| flip(file, bytes, 0)),
    ("a byte in its middle is flipped", |file, bytes| flip(file, bytes, bytes.len() / 2)),
    ("its last byte is flipped", |file, bytes| flip(file, bytes, bytes.len() - 1)),
    ("it is cut short", |file, bytes| fs::write(file, &bytes[..bytes.len() / 2]).expect("a shorter file")),
    ("it is gone", |file, _| fs::remove_file(file).expect("a file to remove")),
];

#[test]
fn a_generation_is_held_against_all_of_its_files() {
    let program = Program::indexed();
    let names: Vec<String> = files(&program, "gen-000001").iter().map(|file| file.display().to_string()).collect();
    for part in [
        "sources.bin",
        "ids.bin",
        "prints.bin",
        "documents.bin",
        "knowledge.json",
        "manifest.b3",
        "manifest.json",
        "passages.bin",
        "meta.json",
        ".term",
        ".idx",
    ] {
        assert!(names.iter().any(|name| name.ends_with(part)), "there is no {part}: {names:?}");
    }
}

#[test]
fn whatever_happens_to_a_file_the_generation_before_answers_and_it_is_told() {
    let program = Program::indexed();
    program.force_index();
    let sound = program.ask(CO_CHAIRS).found().quietly().out;
    for file in files(&program, "gen-000002") {
        let bytes = fs::read(&file).expect("a file");
        for (what, mishap) in MISHAPS {
            mishap(&file, &bytes);
            let ran = program.ask(CO_CHAIRS).found();
            let case = format!("{}: {what}: {}", file.display(), ran.err);
            assert_eq!(ran.out, sound, "{case}");
            assert!(ran.err.starts_with("The newest index cannot be used: gen-000002: "), "{case}");
            assert!(ran.err.contains("; using gen-000001. `accord index` builds a new one."), "{case}");
            fs::write(&file, &bytes).expect("the file as it was");
        }
    }
    program.ask(CO_CHAIRS).found().quietly();
}

#[test]
fn whatever_happens_to_a_file_of_the_only_generation_a_new_one_is_built() {
    let program = Program::indexed();
    let sound = program.ask(CO_CHAIRS).found().quietly().out;
    let count = files(&program, "gen-000001").len();
    for place in 0..count {
        for (what, mishap) in [MISHAPS[1], MISHAPS[4]] {
            let program = Program::indexed();
            let file = files(&program, "gen-000001").swap_remove(place);
            mishap(&file, &fs::read(&file).expect("a file"));
            let ran = program.ask(CO_CHAIRS).found();
            let case = format!("{}: {what}: {}", file.display(), ran.err);
            assert_eq!(ran.out, sound, "{case}");
            assert!(ran.err.contains("Building a new one."), "{case}");
            program.ask(CO_CHAIRS).found().quietly();
        }
    }
}

#[test]
fn a_missing_pointer_is_told_and_the_newest_generation_answers() {
    let program = Program::indexed();
    fs::remove_file(program.path("index/CURRENT")).expect("a pointer to remove");
    let ran = program.ask(CO_CHAIRS).found();
    assert!(ran.out.contains(CO_CHAIRS_WORDS));
    assert_eq!(ran.err, "The newest index cannot be used: CURRENT is missing; using gen-000001. `accord index` builds a new one.\n");
}

#[test]
fn a_pointer_to_nothing_is_told_and_the_newest_generation_answers() {
    for nonsense in ["", "garbage", "gen-000007", "../../etc", "\u{0}"] {
        let program = Program::indexed();
        program.write("index/CURRENT", nonsense);
        let ran = program.ask(CO_CHAIRS).found();
        assert!(ran.out.contains(CO_CHAIRS_WORDS), "{nonsense:?}");
        assert!(ran.err.contains("; using gen-000001"), "CURRENT says {nonsense:?}, and nobody is told: {:?}", ran.err);
    }
}

#[test]
fn a_pointer_that_is_not_text_breaks_nothing() {
    let program = Program::indexed();
    program.write("index/CURRENT", b"\xff\xfe\x00");
    assert!(program.ask(CO_CHAIRS).found().out.contains(CO_CHAIRS_WORDS));
}

#[test]
fn what_a_killed_build_left_is_removed_by_the_next_one() {
    let program = Program::indexed();
    program.write("index/gen-000002.tmp/passages.bin", "half a");
    program.write("index/gen-000009.tmp/tantivy/meta.json", "{");
    program.ask(CO_CHAIRS).found().quietly();
    program.force_index();
    assert_eq!(generations(&program), ["gen-000001", "gen-000002"]);
    program.ask(CO_CHAIRS).found().quietly();
}

#[test]
fn a_few_generations_are_kept_for_falling_back() {
    let program = Program::indexed();
    for _ in 0..4 {
        program.force_index();
    }
    assert_eq!(generations(&program), ["gen-000003", "gen-000004", "gen-000005"]);
    assert_eq!(fs::read_to_string(program.path("index/CURRENT")).expect("a pointer"), "gen-000005\n");
}

#[test]
fn a_changed_corpus_is_indexed_anew_and_says_what_it_says_now() {
    let program = Program::with(&[("lease.txt", "The rent is due on the first.\n"), ("pets.txt", "Pets are allowed.\n")]);
    let before = program.index();
    assert!(program.ask("When is the rent due?").found().quietly().out.contains("due on the first"));

    program.write("corpus/lease.txt", "The rent is due on the fifteenth.\n");
    let changed = program.ask("When is the rent due?").found();
    assert!(changed.err.starts_with("The corpus has changed since it was indexed: building the index anew.\n"), "{}", changed.err);
    assert!(changed.out.contains("due on the fifteenth") && !changed.out.contains("due on the first"), "{}", changed.out);
    assert_ne!(program.ask_json("rent")["snapshot"], Value::from(before));
    program.ask("When is the rent due?").found().quietly();
}

#[test]
fn a_removed_document_answers_no_more() {
    let program = Program::with(&[("lease.txt", "The rent is due on the first.\n"), ("pets.txt", "Pets are allowed.\n")]);
    assert!(program.ask("Are pets allowed?").found().out.contains("Pets are allowed."));
    fs::remove_file(program.path("corpus/pets.txt")).expect("a document to remove");
    let after = program.ask("Are pets allowed?").not_found();
    assert!(!after.out.contains("Pets are allowed."), "{}", after.out);
    program.run(&["text", "pets"]).failed();
}

#[test]
fn a_broken_edit_leaves_the_index_as_it_was() {
    let program = Program::indexed();
    program.edit("corpus/critiques.toml", "clauses = [1, 2]", "clauses = [1, 9]");
    program.run(&["index"]).failed();
    assert_eq!(generations(&program), ["gen-000001"]);
    program.edit("corpus/critiques.toml", "clauses = [1, 9]", "clauses = [1, 2]");
    program.ask(CO_CHAIRS).found().quietly();
}

#[test]
fn the_same_corpus_is_the_same_snapshot_anywhere() {
    let (here, there) = (Program::fresh(), Program::fresh());
    fs::rename(there.path("corpus"), there.path("moved")).expect("a corpus to move");
    let moved = there.run(&["--corpus", "moved", "--index", "elsewhere", "index", "--json"]).found().json();
    assert_eq!(Value::from(here.index()), moved["snapshot"]);

    here.edit("corpus/notes/wired-opm.md", "## What the source is", "## What this source is");
    assert_ne!(Value::from(here.index()), moved["snapshot"], "another word is another snapshot");
}

#[test]
fn without_the_corpus_the_index_still_speaks() {
    let program = Program::indexed();
    let with = program.ask(CO_CHAIRS).found().out;
    let text = program.text("article");
    program.remove("corpus");
    assert_eq!(program.ask(CO_CHAIRS).found().quietly().out, with);
    assert_eq!(program.text("article"), text);
}

#[test]
fn without_the_corpus_a_damaged_index_falls_back_and_says_so() {
    let program = Program::indexed();
    program.force_index();
    program.remove("corpus");
    damage(&program, "gen-000002");
    let ran = program.ask(CO_CHAIRS).found();
    assert!(ran.out.contains(CO_CHAIRS_WORDS));
    assert_snapshot!(ran.err);
}

#[test]
fn without_the_corpus_and_without_a_sound_index_there_is_nothing_to_say() {
    let damaged = Program::indexed();
    damaged.remove("corpus");
    damage(&damaged, "gen-000001");
    let nothing = Program::without_corpus();
    let told = [&damaged, &nothing].map(|program| {
        let ran = program.ask(CO_CHAIRS).failed();
        assert_eq!(ran.out, "");
        ran.err
    });
    assert_snapshot!(told.join("\n"));
}

#[test]
fn an_index_of_another_version_is_built_anew() {
    let program = Program::indexed();
    program.edit("index/gen-000001/manifest.json", "\"format\": 5", "\"format\": 999");
    let manifest = fs::read(program.path("index/gen-000001/manifest.json")).expect("a manifest");
    program.write("index/gen-000001/manifest.b3", blake3::hash(&manifest).to_hex().as_str());
    let ran = program.ask(CO_CHAIRS).found();
    assert!(ran.err.contains("was written for format 999"), "{}", ran.err);
    assert!(ran.out.contains(CO_CHAIRS_WORDS));
    program.ask(CO_CHAIRS).found().quietly();
}

#[test]
fn programs_that_find_no_index_at_the_same_time_all_answer() {
    let program = Program::fresh();
    let begun: Vec<_> = (0..4).map(|_| program.start(&["ask", CO_CHAIRS])).collect();
    for running in begun {
        assert!(running.ended().found().out.contains(CO_CHAIRS_WORDS));
    }
    program.ask(CO_CHAIRS).found().quietly();
}

#[test]
fn a_question_waits_for_the_build_of_somebody_else() {
    let program = Program::fresh();
    let ready = Program::indexed();
    fs::create_dir(program.path("index")).expect("an index folder");
    let lock = lock(&program);
    let running = program.start(&["ask", CO_CHAIRS]);
    // Whether it is met while it waits or before it has come that far, there is an index when the lock is free.
    fs::rename(ready.path("index/gen-000001"), program.path("index/gen-000001")).expect("a generation");
    program.write("index/CURRENT", "gen-000001\n");
    drop(lock);
    assert!(running.ended().found().out.contains(CO_CHAIRS_WORDS));
}

#[test]
fn a_second_build_is_told_to_wait() {
    let program = Program::indexed();
    let lock = lock(&program);
    let ran = program.run(&["index"]).failed();
    assert_eq!(ran.err, "error: another accord is building an index in index: wait for it to end\n");
    program.ask(CO_CHAIRS).found().quietly();
    drop(lock);
    program.run(&["index"]).found();
}

/// The files of a generation, but for what tantivy locks: that holds nothing.
fn files(program: &Program, generation: &str) -> Vec<PathBuf> {
    let is_lock =
        |file: &PathBuf| file.extension().is_some_and(|ending| ending == "lock") && fs::metadata(file).is_ok_and(|file| file.len() == 0);
    files_below(&program.path("index").join(generation)).into_iter().filter(|file| !is_lock(file)).collect()
}

fn flip(file: &Path, bytes: &[u8], place: usize) {
    let mut bytes = bytes.to_vec();
    bytes[place] ^= 1;
    fs::write(file, bytes).expect("a damaged file");
}

fn damage(program: &Program, generation: &str) {
    let file = program.path("index").join(generation).join("passages.bin");
    flip(&file, &fs::read(&file).expect("a file"), 0);
}

/// What another process holds while it builds.
fn lock(program: &Program) -> File {
    let file = File::create(program.path("index/LOCK")).expect("a lock file");
    file.lock().expect("a free lock");
    file
}

/// The folders of generations, finished or not.
fn generations(program: &Program) -> Vec<String> {
    let entries = fs::read_dir(program.path("index")).expect("an index folder");
    let mut names: Vec<String> = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.starts_with("gen-"));
    names.sort();
    names
}
