//! Going back to an older generation, and staying there.

use std::fs;

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{RENT, answered, index_folder, lease, set_day};
use crate::support::program::Program;

/// A lease that was changed twice and indexed each time: the first, the second, the third.
fn thrice() -> Program {
    let program = lease();
    program.index();
    for day in ["second", "third"] {
        set_day(&program, day);
        program.index();
    }
    program
}

#[test]
fn a_roll_back_lasts_until_the_next_re_index() {
    let program = thrice();
    let told = program.run(&["index", "--rollback"]).found().quietly().out;
    assert!(told.starts_with("Rolled back from gen-000003 to gen-000002, snapshot "), "{told}");

    for _ in 0..2 {
        let ran = program.ask(RENT).found();
        assert!(ran.out.contains("due on the second"), "{}", ran.out);
        assert_snapshot!("a_question_after_a_roll_back", ran.err);
    }
    // Also when the folder changes again.
    set_day(&program, "fourth");
    assert!(program.ask(RENT).found().out.contains("due on the second"));

    let told = program.run(&["index", "--json"]).found().json();
    assert_eq!((&told["before"]["generation"], &told["before"]["rolled_back"]), (&json!("gen-000002"), &json!(true)));
    let ran = program.ask(RENT).found().quietly();
    assert!(ran.out.contains("due on the fourth"), "{}", ran.out);
    assert_eq!(
        index_folder(&program),
        ["CURRENT", "LOCK", "gen-000001", "gen-000002", "gen-000004"],
        "what was rolled back from is nothing to fall back on"
    );
    set_day(&program, "fifth");
    assert!(program.ask(RENT).found().out.contains("due on the fifth"), "the folder is followed again");
}

#[test]
fn it_goes_back_step_by_step_and_says_when_there_is_no_further() {
    let program = thrice();
    let back = |program: &Program| program.run(&["index", "--rollback", "--json"]).found().json();
    assert_eq!(back(&program)["generation"], "gen-000002");
    assert_eq!(back(&program)["generation"], "gen-000001");
    assert!(answered(&program).contains("due on the first"));
    let ran = program.run(&["index", "--rollback"]).failed();
    assert_eq!(ran.err, "error: there is no sound generation before gen-000001: `accord index --list` shows what is there\n");
    assert!(answered(&program).contains("due on the first"));
    let nothing = lease().run(&["index", "--rollback"]).failed();
    assert_eq!(nothing.err, "error: there is no index in index: build one with `accord index`\n");
}

#[test]
fn a_damaged_generation_is_passed_over() {
    let program = thrice();
    fs::write(program.path("index/gen-000002/passages.bin"), "garbage").expect("a damaged file");
    assert_eq!(program.run(&["index", "--rollback", "--json"]).found().json()["generation"], "gen-000001");
    fs::write(program.path("index/gen-000001/passages.bin"), "garbage").expect("a damaged file");
    let ran = program.run(&["index", "--rollback"]).failed();
    assert!(ran.err.contains("no sound generation before gen-000001"), "{}", ran.err);
    // With all older ones damaged, the one that was withdrawn is better than nothing, and it is told.
    let ran = program.ask(RENT).found();
    assert!(ran.out.contains("due on the third") && ran.err.contains("using gen-000003"), "{ran:?}");
}

#[test]
fn files_that_go_back_too_are_followed_again() {
    let program = thrice();
    program.run(&["index", "--rollback"]).found();
    set_day(&program, "second");
    program.ask(RENT).found().quietly();
    assert_snapshot!(program.run(&["index"]).found().quietly().out);
    assert_eq!(index_folder(&program), ["CURRENT", "LOCK", "gen-000001", "gen-000002"]);
    set_day(&program, "sixth");
    assert!(program.ask(RENT).found().out.contains("due on the sixth"));
}

#[test]
fn the_generations_are_listed() {
    let program = thrice();
    program.run(&["index", "--rollback"]).found();
    fs::write(program.path("index/gen-000001/passages.bin"), "garbage").expect("a damaged file");
    let list = program.run(&["index", "--list", "--json"]).found().quietly().json();
    let built: Vec<&str> = list.as_array().expect("a list").iter().filter_map(|listed| listed["built_at"].as_str()).collect();
    assert_eq!(built.len(), 2, "{list:#}");
    assert!(built.iter().all(|time| time.len() == 20 && time.as_bytes()[10] == b'T' && time.ends_with('Z')), "{built:?}");
    let mut told = program.run(&["index", "--list"]).found().quietly().out;
    for time in built {
        told = told.replace(time, "[time]");
    }
    assert_snapshot!(told);
    assert_snapshot!("the_list_of_none", lease().run(&["index", "--list"]).found().quietly().out);
}

#[test]
fn as_many_are_kept_as_were_asked_for_also_by_later_builds() {
    let program = lease();
    program.index();
    for _ in 0..4 {
        program.run(&["index", "--force", "--keep", "4"]).found();
    }
    let kept = |program: &Program| index_folder(program).iter().filter(|name| name.starts_with("gen-")).count();
    assert_eq!(kept(&program), 4);
    set_day(&program, "tenth");
    program.ask(RENT).found();
    assert_eq!(kept(&program), 4, "a build that nobody asked for keeps what somebody wanted kept");
    program.run(&["index", "--force", "--keep", "2"]).found();
    assert_eq!(kept(&program), 2);
    let ran = program.run(&["index", "--keep", "1", "--json"]).failed();
    let error: Value = serde_json::from_str(&ran.err).expect("JSON");
    assert!(error["error"].as_str().is_some_and(|error| error.contains("keep 2 at least")), "{error}");
}
