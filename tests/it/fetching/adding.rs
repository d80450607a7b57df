//! Sources of the operator's own: added from an address or a file, and removed again.

use std::fs::File;

use super::{allow, at, copy, corpus, provenance, shelf};
use crate::support::program::Program;
use crate::support::web::{Answer, Web};

const RULING: &str = "# The ruling\n\nThe court finds for the tenant.\n";

#[test]
fn a_page_becomes_a_source_and_is_fetched_like_the_others() {
    let web = Web::start();
    web.serves("/court/ruling-7.md", Answer::page("text/markdown", RULING).with("ETag", "\"1\""));
    let program = corpus(&[("story", at(&web.url("/story")))]);
    allow(&program, &web);
    let address = web.url("/court/ruling-7.md");
    let row = program.run(&["fetch", "--add", &address, "--json"]).found().json();
    assert_eq!((row["source"].as_str(), row["title"].as_str(), row["words"].as_u64()), (Some("ruling-7"), Some("The ruling"), Some(8)));
    let known = provenance(&program, "ruling-7");
    assert_eq!(known["added"], serde_json::json!({ "title": null, "lane": "reporting" }));
    assert_eq!((&known["asked"], &known["origin"]), (&serde_json::json!(address), &serde_json::json!("printed")));

    // Added again, it is the same source; under another name, a second one.
    let again = program.run(&["fetch", "--add", &address, "--json"]).found().json();
    assert_eq!((again["source"].as_str(), again["outcome"].as_str()), (Some("ruling-7"), Some("unchanged")));
    let ran = program.run(&["fetch", "ruling-7", "--json"]).found().json();
    assert_eq!(ran["rows"][0]["outcome"], "unchanged");

    // What is said of it anew counts, and the rest stays.
    program.run(&["fetch", "--add", &address, "--lane", "opinion"]).found();
    program.run(&["fetch", "--add", &address, "--title", "Ruling no. 7"]).found();
    program.run(&["fetch", "--add", &address]).found();
    assert_eq!(provenance(&program, "ruling-7")["added"], serde_json::json!({ "title": "Ruling no. 7", "lane": "opinion" }));

    let told = program.run(&["fetch", "--remove", "ruling-7"]).found().out;
    assert!(told.contains("Removed the source \"ruling-7\""), "{told}");
    assert!(shelf(&program).is_empty());
    let wrong = program.run(&["fetch", "--remove", "ruling-7"]).failed();
    assert!(wrong.err.contains("no source called \"ruling-7\""), "{}", wrong.err);
}

#[test]
fn a_file_becomes_a_source() {
    let program = Program::with(&[("lease.txt", "The rent is due on the first.\n"), ("pets.txt", "Pets are allowed.\n")]);
    program.write("papers/Pets.txt", "A cat is a pet.\n");
    program.write("papers/ruling", RULING);
    program.write("papers/picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00");
    let row = program.run(&["fetch", "--add", "papers/Pets.txt", "--json"]).found().json();
    assert_eq!(row["source"], "pets-2", "another document has the name");
    let known = provenance(&program, "pets-2");
    assert_eq!((&known["origin"], &known["added"]["lane"]), (&serde_json::json!("handed_in"), &serde_json::json!("text")));
    assert_eq!(copy(&program, "pets-2"), b"A cat is a pet.\n");

    let ran = program.run(&["fetch", "--add", "papers/ruling", "--id", "ruling", "--title", "A ruling", "--lane", "opinion"]).found();
    assert!(ran.out.contains("Added as \"ruling\""), "{}", ran.out);
    assert_eq!(provenance(&program, "ruling")["added"], serde_json::json!({ "title": "A ruling", "lane": "opinion" }));

    // The same file again is a new edition of the same source.
    program.write("papers/ruling", "The court finds for the landlord.\n");
    program.run(&["fetch", "--add", "papers/ruling"]).found();
    assert_eq!(copy(&program, "ruling"), b"The court finds for the landlord.\n");

    for (words, said) in [
        (&["--add", "papers/Pets.txt", "--id", "ruling"][..], "there is already a source called \"ruling\""),
        (&["--add", "papers/ruling", "--id", "lease"], "there is already a source called \"lease\""),
        (&["--add", "papers/ruling", "--id", "../up"], "cannot be an id"),
        (&["--add", "papers/picture.png"], "not a file that can be read"),
        (&["--add", "papers/none.txt"], "papers/none.txt"),
    ] {
        let wrong = program.run(&[&["fetch"], words].concat()).failed();
        assert!(wrong.err.contains(said), "{words:?}: {}", wrong.err);
    }
}

#[test]
fn what_gives_nothing_is_not_added_and_what_is_listed_need_not_be() {
    let web = Web::start();
    let program = corpus(&[("story", at(&web.url("/story")))]);
    allow(&program, &web);
    let ran = program.run(&["fetch", "--add", &web.url("/nothing")]).found();
    assert!(ran.out.contains("dead") && ran.out.contains("Nothing was added."), "{}", ran.out);
    program.run(&["fetch", "--strict", "--add", &web.url("/nothing")]).not_found();
    assert!(shelf(&program).is_empty());
    let wrong = program.run(&["fetch", "--add", &web.url("/story")]).failed();
    assert!(wrong.err.contains("`accord fetch story` fetches it"), "{}", wrong.err);
}

#[test]
fn a_copy_that_is_removed_leaves_the_note() {
    let web = Web::start();
    web.serves("/story", Answer::text("The whole story.\n"));
    let program = corpus(&[("story", at(&web.url("/story")))]);
    allow(&program, &web);
    program.run(&["fetch"]).found();
    assert!(program.run(&["fetch", "--remove", "story"]).found().out.contains("the corpus's own file stands for it again"));
    assert!(shelf(&program).is_empty());
}

#[test]
fn two_do_not_fetch_at_once() {
    let program = corpus(&[("story", at("http://127.0.0.1/"))]);
    program.run(&["fetch"]).found();
    let lock = File::open(program.path("corpus/fetched/.lock")).expect("a lock");
    lock.lock().expect("nobody holds it");
    for words in [&["fetch"][..], &["fetch", "--check"], &["fetch", "--remove", "story"], &["fetch", "--add", "http://127.0.0.1/"]] {
        let busy = program.run(words).failed();
        assert!(busy.err.contains("wait until that is done"), "{words:?}: {}", busy.err);
    }
    drop(lock);
    program.run(&["fetch"]).found();
}

#[test]
fn nothing_outside_of_the_shelf_is_removed_on_a_files_word() {
    let program = Program::with(&[("lease.txt", "The rent is due on the first.\n")]);
    program.write("papers/ruling", RULING);
    program.run(&["fetch", "--add", "papers/ruling", "--id", "ruling"]).found();
    let mut known = provenance(&program, "ruling");
    known["file"] = "../lease.txt".into();
    program.write("corpus/fetched/ruling.json", known.to_string());
    program.run(&["fetch", "--remove", "ruling"]).found();
    assert!(program.path("corpus/lease.txt").is_file(), "what is not on the shelf stays");
    assert!(!program.path("corpus/fetched/ruling.json").exists());
}
