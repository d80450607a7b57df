//! What comes of each kind of address, as the program tells it to people and to machines.

use serde_json::Value;

use super::{allow, at, copy, corpus, provenance, shelf};
use crate::support::program::Program;
use crate::support::web::{Answer, Web};

const STORY: &str = "The two presidents met in Washington.\n\nThey spoke of computers for an hour.\n";
const CAPTURE: &str = "20151002030405";

/// A web with a source of every kind, and a corpus that links to each.
fn house() -> (Program, Web) {
    let web = Web::start();
    let url = |path: &str| at(&web.url(path));
    web.serves("/wayback/available", Answer::page("application/json", "{\"archived_snapshots\": {}}"));
    web.serves("/robots.txt", Answer::text("User-agent: *\nDisallow: /private\n"));
    web.serves("/good", Answer::text(STORY).with("ETag", "\"1\""));
    web.serves("/hop/1", Answer::redirect("/hop/2"));
    web.serves("/hop/2", Answer::redirect("good"));
    web.serves("/hop/good", Answer::text(STORY));
    web.serves("/gone", Answer::status(410));
    web.serves("/moved/now", Answer::text("It has moved here.\n"));
    web.archives(&web.url("/captured"), CAPTURE, Answer::text("It was captured once.\n"));
    web.serves("/login", Answer::status(403));
    web.serves("/circle/a", Answer::redirect("/circle/b"));
    web.serves("/circle/b", Answer::redirect("/circle/a"));
    for hop in 0..6 {
        web.serves(&format!("/far/{hop}"), Answer::redirect(&format!("/far/{}", hop + 1)));
    }
    web.serves("/inside", Answer::redirect(&web.url("/good").replace("127.0.0.1", "localhost")));
    web.serves("/metadata", Answer::redirect("http://169.254.169.254/latest/meta-data/"));
    web.serves("/file", Answer::redirect("file:///etc/passwd"));
    web.serves("/private/page", Answer::text(STORY));
    web.serves("/picture", Answer::page("image/png", "\u{fffd}PNG"));
    web.serves("/large", Answer::cut("short", 2_000_000_000));
    web.serves("/empty", Answer::text(" \n\n"));
    web.serves("/old/story", Answer::redirect("/"));
    web.serves("/", Answer::text("Welcome to our front page.\n"));
    let both =
        |printed: &str, current: &str| format!("url = \"{}\"\narchive_url = \"{}\"\npublished = \"2015-10-01\"", web.url(printed), current);
    let program = corpus(&[
        ("good", url("/good")),
        ("hops", url("/hop/1")),
        ("moved", both("/gone", &web.url("/moved/now"))),
        ("captured", both("/captured", &format!("{}/web/2015*/http://calendar", web.url("")))),
        ("dead", url("/nowhere")),
        ("gone", url("/gone")),
        ("login", url("/login")),
        ("circle", url("/circle/a")),
        ("far", url("/far/0")),
        ("inside", url("/inside")),
        ("metadata", url("/metadata")),
        ("file", url("/file")),
        ("private", url("/private/page")),
        ("picture", url("/picture")),
        ("large", url("/large")),
        ("empty", url("/empty")),
        ("front", url("/old/story")),
        ("password", at(&web.url("/good").replace("127", "me:secret@127"))),
        ("ftp", at("ftp://127.0.0.1/story")),
        ("nonsense", at("see the appendix")),
        ("damaged", format!("status = \"link damaged\"\n{}", url("/never/asked"))),
        ("paper", String::new()),
    ]);
    allow(&program, &web);
    (program, web)
}

/// The same on every run.
fn told(text: &str, web: &Web) -> String {
    let port = web.host().rsplit_once(':').expect("a port").1.to_owned();
    text.replace(&web.host(), "web.example").replace(&format!("port {port}"), "port PORT")
}

#[test]
fn each_source_gets_the_outcome_that_it_deserves() {
    let (program, web) = house();
    let ran = program.run(&["fetch"]).found().quietly();
    insta::assert_snapshot!("table", told(&ran.out, &web));
    assert!(!web.paths().iter().any(|path| path.starts_with("/private") || path.starts_with("/never")), "{:?}", web.paths());
    let told_agent = web.asked().iter().all(|asked| asked.headers["user-agent"].starts_with("Accord/"));
    assert!(told_agent, "every request says whose it is");

    assert_eq!(copy(&program, "hops"), STORY.as_bytes());
    let captured = provenance(&program, "captured");
    assert_eq!((captured["origin"].as_str(), captured["captured_at"].as_str()), (Some("archive"), Some(CAPTURE)));
    assert_eq!(captured["asked"], web.url("/captured"));
    assert_eq!(captured["url"], web.url(&format!("/web/{CAPTURE}id_/{}", web.url("/captured"))));
    assert_eq!(provenance(&program, "moved")["origin"], "current");
    assert!(web.paths().iter().any(|path| path.starts_with("/wayback") && path.ends_with("timestamp=20151001")), "the day is asked for");
    let kept: Vec<String> = shelf(&program).into_iter().filter(|name| name.ends_with(".json")).collect();
    assert_eq!(kept, ["captured.json", "good.json", "hops.json", "moved.json"]);
}

#[test]
fn machines_are_told_the_same() {
    let (program, web) = house();
    let ran = program.run(&["fetch", "--json", "good", "captured", "private", "damaged"]).found();
    let report: Value = serde_json::from_str(&told(&ran.out, &web)).expect("JSON");
    insta::assert_json_snapshot!("report", report);
    let progress: Vec<Value> = ran.err.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(progress.iter().filter(|told| told["progress"]["stage"] == "done").count(), 4, "{progress:?}");
}

#[test]
fn what_was_fetched_is_not_fetched_again_and_stays_when_it_is_gone() {
    let (program, web) = house();
    program.run(&["fetch", "good", "captured"]).found();
    let before = (shelf(&program), provenance(&program, "good"), provenance(&program, "captured"));
    web.forget();

    let report = program.run(&["fetch", "--json", "good", "captured"]).found().json();
    let outcomes: Vec<&str> = report["rows"].as_array().expect("rows").iter().map(|row| row["outcome"].as_str().expect("one")).collect();
    assert_eq!(outcomes, ["unchanged", "unchanged"]);
    assert_eq!(before, (shelf(&program), provenance(&program, "good"), provenance(&program, "captured")), "not a byte is written");
    let good = web.asked().into_iter().find(|asked| asked.target == "/good").expect("it was asked for");
    assert_eq!(good.headers["if-none-match"], "\"1\"");
    assert!(!web.paths().iter().any(|path| path.starts_with("/w")), "the archive is not asked for what it gave already");

    web.serves("/good", Answer::status(404));
    let ran = program.run(&["fetch", "good", "--strict"]).found();
    assert!(ran.out.contains("dead") && ran.out.contains("the copy from before stays"), "{}", ran.out);
    assert_eq!(copy(&program, "good"), STORY.as_bytes());

    // A copy that is damaged on the disk is no copy: it is fetched anew, without a condition.
    web.serves("/good", Answer::text(STORY).with("ETag", "\"1\""));
    let file = provenance(&program, "good")["file"].as_str().expect("a file").to_owned();
    program.write(&format!("corpus/fetched/{file}"), "something else");
    assert!(program.run(&["fetch", "good"]).found().out.contains("fetched"));
    assert_eq!(copy(&program, "good"), STORY.as_bytes());
}

#[test]
fn a_source_that_changed_takes_the_place_of_its_copy() {
    let (program, web) = house();
    program.run(&["fetch", "good"]).found();
    web.serves("/good", Answer::text("They met in Beijing.\n").with("ETag", "\"2\""));
    assert!(program.run(&["fetch", "good"]).found().out.contains("accord index"));
    assert_eq!(copy(&program, "good"), b"They met in Beijing.\n");
    assert_eq!(shelf(&program).len(), 2, "the old copy is gone: {:?}", shelf(&program));
}

#[test]
fn only_who_asks_for_it_is_failed() {
    let (program, _web) = house();
    program.run(&["fetch", "dead"]).found();
    program.run(&["fetch", "dead", "--strict"]).not_found();
    program.run(&["fetch", "good", "--strict"]).found();
    let wrong = program.run(&["fetch", "goood"]).failed();
    assert!(wrong.err.contains("goood") && wrong.err.contains("the nearest is \"good\""), "{}", wrong.err);
    let empty = Program::with(&[("a.txt", "A.\n")]);
    assert!(empty.run(&["fetch"]).found().out.contains("--add URL"));
    assert!(Program::without_corpus().run(&["fetch"]).failed().err.contains("--corpus DIR"));
    program.write(".env", "ACCORD_FETCH_ALLOW=http://x\n");
    assert!(program.run(&["fetch"]).failed().err.contains("ACCORD_FETCH_ALLOW"));
}
