//! A fetch that is killed, or told to stop, at any moment.

use accord::fetch::{Fetcher, Progress, Wanted};
use accord::reindex::CancelFlag;

use super::{allow, at, config, copy, corpus, provenance, shelf};
use crate::support::program::Program;
use crate::support::web::{Answer, Web};

/// How many sources there are, and so how many moments.
const SOURCES: usize = 12;
/// How often a fetch is killed.
const KILLS: usize = 30;

fn text(source: usize, edition: usize) -> String {
    format!("Source {source} in edition {edition}.\n")
}

fn publish(web: &Web, edition: usize) {
    for source in 0..SOURCES {
        web.serves(&format!("/{source}"), Answer::text(&text(source, edition)));
    }
}

fn house(web: &Web) -> Program {
    let names: Vec<String> = (0..SOURCES).map(|source| format!("s{source}")).collect();
    let sources: Vec<(&str, String)> =
        names.iter().enumerate().map(|(source, name)| (name.as_str(), at(&web.url(&format!("/{source}"))))).collect();
    let program = corpus(&sources);
    allow(&program, web);
    program
}

#[test]
fn a_fetch_that_is_killed_at_any_moment_leaves_whole_copies() {
    let web = Web::start();
    let program = house(&web);
    publish(&web, 0);
    let lines = program.run(&["fetch", "--json"]).found().err.lines().count();
    assert!(lines >= SOURCES * 2, "{lines} lines are too few moments");
    let (mut old, mut new) = (0, 0);
    for edition in 1..=KILLS {
        publish(&web, edition);
        program.start(&["fetch", "--json"]).killed_after(edition * lines / KILLS);
        for source in 0..SOURCES {
            let id = format!("s{source}");
            let held = String::from_utf8(copy(&program, &id)).expect("text");
            assert_eq!(provenance(&program, &id)["bytes_hash"], blake3::hash(held.as_bytes()).to_hex().as_str(), "{id}");
            let editions = [text(source, edition - 1), text(source, edition)];
            assert!(editions.contains(&held), "{id} holds {held}");
            *if held == editions[0] { &mut old } else { &mut new } += 1;
        }
        program.run(&["fetch"]).found().quietly();
        assert_eq!(shelf(&program).len(), SOURCES * 2, "nothing is left behind: {:?}", shelf(&program));
        assert!((0..SOURCES).all(|source| copy(&program, &format!("s{source}")) == text(source, edition).as_bytes()));
    }
    assert!(old > KILLS && new > KILLS, "the kills were not spread: {old} copies of before, {new} of after");
    program.run(&["index"]).found();
}

#[test]
fn what_a_killed_fetch_can_leave_is_cleared_away() {
    let web = Web::start();
    let program = house(&web);
    publish(&web, 0);
    program.run(&["fetch"]).found();
    let whole = shelf(&program);
    for (name, content) in [(".tmp8Xa2", "half"), ("s1.0123456789abcdef.txt", "of before"), ("s99.0123456789abcdef.txt", "of nobody")] {
        program.write(&format!("corpus/fetched/{name}"), content);
    }
    program.write("corpus/fetched/s3.json", "{\"format\": 1, \"sou");
    program.write("corpus/fetched/mine.txt", "Somebody put this here.\n");
    program.run(&["fetch"]).found();
    let mended: Vec<String> = shelf(&program).into_iter().filter(|name| name != "mine.txt").collect();
    assert_eq!(mended, whole, "and what is somebody's own stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fetch_that_is_told_to_stop_keeps_what_it_has() {
    let web = Web::start();
    let program = house(&web);
    publish(&web, 0);
    web.serves("/5", Answer::silence());
    let cancel = CancelFlag::default();
    let stop = cancel.clone();
    let stopping = move |progress| {
        if matches!(progress, Progress::Asking { done: 5, .. }) {
            stop.cancel();
        }
    };
    let report = Fetcher::new(&config(&web)).expect("a client").run(&program.path("corpus"), &Wanted::All, &stopping, &cancel).await;
    let report = report.expect("a report");
    assert_eq!((report.stopped, report.rows.len()), (true, 5));
    assert_eq!(shelf(&program).len(), 10);
}
