//! A corpus that changes: what is said of it, what is published, what is rolled back, and who is answered meanwhile.

mod killing;
mod meanwhile;
mod reading;
mod reusing;
mod rolling_back;
mod telling;

use std::fs;

use crate::support::program::Program;

/// What the documents of these tests are asked.
const RENT: &str = "When is the rent due?";

/// A lease and a house rule.
fn lease() -> Program {
    Program::with(&[("lease.txt", "The rent is due on the first.\n"), ("pets.txt", "Pets are allowed.\n")])
}

/// Changes the day in the lease.
fn set_day(program: &Program, day: &str) {
    program.write("corpus/lease.txt", format!("The rent is due on the {day}.\n"));
}

/// What the index answers, wherever the corpus folder is by now.
fn answered(program: &Program) -> String {
    program.run(&["--corpus", "nowhere", "--index", "index", "ask", RENT]).found().quietly().out
}

/// What lies in the index folder, sorted.
fn index_folder(program: &Program) -> Vec<String> {
    let entries = fs::read_dir(program.path("index")).expect("an index folder");
    let mut names: Vec<String> = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
