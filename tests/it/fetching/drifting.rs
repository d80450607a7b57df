//! What becomes of sources after they were fetched: it is told, and the copies stay.

use serde_json::Value;

use super::{allow, at, copy, corpus, provenance};
use crate::support::program::Program;
use crate::support::web::{Answer, Web};

const BEFORE: &str = "The meeting is on Monday at noon in the large hall.\n\nNobody is late.\n\nThere is tea.\n";
const AFTER: &str = "The meeting is on Tuesday at noon in the large hall.\n\nNobody is late.\n\nThere is coffee, too.\n\nAnd cake.\n";

fn house() -> (Program, Web) {
    let web = Web::start();
    web.serves("/story", Answer::text(BEFORE).with("ETag", "\"1\""));
    web.serves("/other", Answer::text("Another story.\n"));
    let program = corpus(&[("story", at(&web.url("/story"))), ("other", at(&web.url("/other")))]);
    allow(&program, &web);
    program.write("paper.txt", "A paper of our own.\n");
    program.run(&["fetch"]).found();
    program.run(&["fetch", "--add", "paper.txt"]).found();
    (program, web)
}

fn checked(program: &Program, id: &str) -> Value {
    let report = program.run(&["fetch", "--check", "--json"]).found().json();
    let rows = report["rows"].as_array().expect("rows").clone();
    rows.into_iter().find(|row| row["source"] == id).expect("a row")
}

#[test]
fn a_change_is_told_once_with_the_difference_and_the_copy_stays() {
    let (program, web) = house();
    let all_well = program.run(&["fetch", "--check", "--strict"]).found().out;
    assert!(all_well.contains("as it was"), "{all_well}");
    assert_eq!(checked(&program, "paper")["now"], "settled");

    web.serves("/story", Answer::text(AFTER).with("ETag", "\"2\""));
    let told = program.run(&["fetch", "--check", "--strict", "story"]).not_found().out;
    insta::assert_snapshot!("drift", told.replace(&web.host(), "web.example"));
    let drift = provenance(&program, "story")["drift"].clone();
    assert_eq!(drift["now"], "changed");
    assert_eq!(copy(&program, "story"), BEFORE.as_bytes());
    let again = checked(&program, "story");
    assert_eq!((again["now"].as_str(), again["new"].as_bool()), (Some("changed"), Some(false)));
    assert_eq!(provenance(&program, "story")["drift"], drift, "when it was first seen stays");

    web.serves("/story", Answer::status(410));
    let gone = checked(&program, "story");
    assert_eq!((gone["now"].as_str(), gone["new"].as_bool()), (Some("gone"), Some(true)));
    web.serves("/story", Answer::text(BEFORE));
    assert_eq!(checked(&program, "story")["now"], "unchanged");
    assert_eq!(provenance(&program, "story")["drift"], Value::Null, "all is well again");
}

#[test]
fn what_cannot_be_told_changes_nothing() {
    let (program, web) = house();
    web.serves("/story", Answer::status(404));
    checked(&program, "story");
    let known = provenance(&program, "story");
    assert_eq!(known["drift"]["now"], "gone");
    for answer in [Answer::status(403), Answer::page("image/png", "x"), Answer::redirect("/story")] {
        web.serves("/story", answer);
        let row = checked(&program, "story");
        assert_eq!((row["now"].as_str(), row["new"].as_bool()), (Some("unknown"), Some(false)), "{row}");
        assert_eq!(provenance(&program, "story"), known);
    }
}

#[test]
fn a_source_that_moved_is_asked_where_it_is_now() {
    let (program, web) = house();
    web.serves("/moved", Answer::text(BEFORE));
    web.serves("/story", Answer::redirect("/moved"));
    let report = program.run(&["fetch", "story", "--json"]).found().json();
    assert_eq!(report["rows"][0]["outcome"], "unchanged");
    assert_eq!(provenance(&program, "story")["url"], web.url("/moved"));
    web.serves("/story", Answer::status(404));
    assert_eq!(checked(&program, "story")["now"], "unchanged");
}

#[test]
fn a_source_that_is_fetched_again_has_not_drifted() {
    let (program, web) = house();
    web.serves("/story", Answer::text(AFTER));
    checked(&program, "story");
    program.run(&["fetch", "story"]).found();
    assert_eq!((provenance(&program, "story")["drift"].clone(), copy(&program, "story")), (Value::Null, AFTER.as_bytes().to_vec()));
    assert_eq!(checked(&program, "story")["now"], "unchanged");
    assert!(Program::with(&[("a.txt", "A.\n")]).run(&["fetch", "--check"]).found().out.contains("nothing was fetched"));
}
