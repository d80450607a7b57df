//! What a re-index says of what changes.

use insta::assert_snapshot;
use serde_json::json;

use super::{RENT, index_folder, lease, set_day};
use crate::support::program::Program;

#[test]
fn a_plan_tells_what_would_change_and_changes_nothing() {
    let program = lease();
    program.write("corpus/keys.md", "# Keys\n\nTwo keys are handed over.\n");
    let before = program.index();
    set_day(&program, "fifteenth");
    program.remove_file("corpus/pets.txt");
    program.write("corpus/heating.txt", "The heating is on from October.\n\nIt is off in May.\n");
    program.write("corpus/keys.md", "# Keys and locks\n\nTwo keys are handed over.\n");
    let planned = program.run(&["index", "--dry-run"]).found().quietly().out;
    assert_snapshot!(planned);
    assert_eq!(index_folder(&program), ["CURRENT", "LOCK", "gen-000001"]);

    let plan = program.run(&["index", "--dry-run", "--json"]).found().json();
    let done = program.run(&["index", "--json"]).found().json();
    assert_eq!((&plan["outcome"], &done["outcome"]), (&json!("planned"), &json!("published")));
    assert_eq!(plan["diff"], done["diff"], "what is planned is what is done");
    assert_eq!(plan["snapshot"], done["snapshot"]);
    assert_eq!(done["before"], json!({ "generation": "gen-000001", "snapshot": before, "rolled_back": false }));
    assert_eq!(done["generation"], "gen-000002");
    assert_eq!(program.ask_json(RENT)["snapshot"], done["snapshot"], "the id that was told is the index's");
}

#[test]
fn a_plan_before_there_is_an_index_makes_none() {
    let program = lease();
    assert_snapshot!(program.run(&["index", "--dry-run"]).found().quietly().out);
    assert!(!program.path("index").exists());
}

#[test]
fn what_changes_in_an_agreement_is_told_by_its_clauses() {
    let program = Program::indexed();
    program.edit("corpus/agreement/agreement.txt", "Finally, both sides", "It is open to others. Finally, both sides");
    program.edit("corpus/agreement/clauses.toml", "\"hotline\"", "\"red telephone\"");
    program.edit("corpus/parties.toml", "role = \"", "role = \"As of old: ");
    program.edit("corpus/critiques.toml", "stance = \"sceptical\"", "stance = \"mixed\"");
    program.edit("corpus/corpus.toml", "publisher = \"", "publisher = \"formerly ");
    assert_snapshot!(program.run(&["index", "--dry-run"]).found().quietly().out);
}

#[test]
fn nothing_new_is_nothing_built() {
    let program = lease();
    let snapshot = program.index();
    let again = program.run(&["index"]).found().quietly().out;
    assert_eq!(again, "Nothing has changed since gen-000001 was built. `accord index --force` builds a new one all the same.\n");
    assert_eq!(program.run(&["index", "--json"]).found().json()["outcome"], "unchanged");
    assert_eq!(index_folder(&program), ["CURRENT", "LOCK", "gen-000001"]);

    let forced = program.run(&["index", "--force", "--json"]).found().json();
    assert_eq!((&forced["outcome"], &forced["snapshot"]), (&json!("published"), &json!(snapshot)), "the same content has the same id");
}

#[test]
fn files_that_say_the_same_as_before_are_said_to() {
    let program = lease();
    let snapshot = program.index();
    program.write("corpus/pets.txt", "Pets are allowed.\r\n");
    let told = program.run(&["index"]).found().quietly().out;
    assert!(told.contains("The files have changed, and what they say has not.\n"), "{told}");
    assert!(told.ends_with(&format!("Indexed 2 passages of 2 documents as gen-000002. Snapshot {snapshot}.\n")), "{told}");
    program.ask(RENT).found().quietly();
}

#[test]
fn a_change_of_what_is_only_for_finding_is_told() {
    let program = Program::indexed();
    program.edit("corpus/anticipated.toml", "asked = [", "asked = [\"Which zebra chairs the hippodrome?\", ");
    let told = program.run(&["index", "--dry-run"]).found().quietly().out;
    assert!(told.contains("1 new, 0 gone, 0 filed otherwise."), "{told}");
    assert!(!told.contains("zebra"), "anticipated questions are never shown: {told}");
}

#[test]
fn how_far_it_has_come_is_told_to_machines() {
    let program = lease();
    let ran = program.run(&["index", "--json"]).found();
    let stages: Vec<String> = ran
        .err
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON")["progress"]["stage"].as_str().expect("a stage").to_owned()
        })
        .collect();
    let mut once = stages.clone();
    once.dedup();
    assert_eq!(once, ["reading", "indexing", "verifying", "comparing", "publishing"]);
}
