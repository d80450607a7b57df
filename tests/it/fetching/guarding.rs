//! What is never asked: hosts that are not public, and pages that are not for programs.

use accord::config::{AllowedHost, FetchConfig};
use accord::fetch::Outcome;

use super::{at, config, corpus, fetched, impatient, row, shelf, why};
use crate::support::web::{Answer, Web};

const STORY: &str = "A story of some length.\n";

fn strict(web: &Web) -> FetchConfig {
    FetchConfig { allow: Vec::new(), archive: None, ..config(web) }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_this_machine_is_asked() {
    let web = Web::start();
    web.serves("/secret", Answer::text(STORY));
    let port = web.host().rsplit_once(':').expect("a port").1.to_owned();
    let sources = [
        ("loopback", "http://127.0.0.1/secret".to_owned(), "not_public"),
        ("figures", "http://2130706433/secret".to_owned(), "not_public"),
        ("hexadecimal", "http://0x7f000001/secret".to_owned(), "not_public"),
        ("six", "http://[::1]/secret".to_owned(), "not_public"),
        ("mapped", "http://[::ffff:127.0.0.1]/secret".to_owned(), "not_public"),
        ("name", "http://localhost/secret".to_owned(), "not_public"),
        ("private", "http://192.168.1.1/".to_owned(), "not_public"),
        ("metadata", "http://169.254.169.254/latest/meta-data".to_owned(), "not_public"),
        ("port", format!("http://127.0.0.1:{port}/secret"), "port"),
        ("ssh", "http://example.org:22/".to_owned(), "port"),
        ("credentials", "http://me:secret@example.org/".to_owned(), "credentials"),
        ("scheme", "file:///etc/passwd".to_owned(), "scheme"),
    ];
    let program = corpus(&sources.clone().map(|(id, url, _)| (id, at(&url))));
    let report = fetched(&strict(&web), &program).await;
    for (id, _, reason) in sources {
        assert_eq!(why(&report, id), (Outcome::Blocked, reason.to_owned()), "{id}");
    }
    assert!(web.asked().is_empty() && shelf(&program).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_is_allowed_allows_no_other() {
    let web = Web::start();
    let port: u16 = web.host().rsplit_once(':').expect("a port").1.parse().expect("a number");
    web.serves("/story", Answer::text(STORY));
    web.serves("/away", Answer::redirect(&web.url("/story")));
    let by_name = |path: &str| format!("http://localhost:{port}{path}");
    let program = corpus(&[("name", at(&by_name("/story"))), ("address", at(&web.url("/story"))), ("away", at(&by_name("/away")))]);
    let allow = |host: &str, port| vec![AllowedHost { host: host.to_owned(), port }];

    let report = fetched(&FetchConfig { allow: allow("localhost", None), ..strict(&web) }, &program).await;
    assert_eq!(row(&report, "name").outcome, Outcome::Fetched, "{report:#?}");
    assert_eq!(why(&report, "address"), (Outcome::Blocked, "port".to_owned()));
    assert_eq!(why(&report, "away"), (Outcome::Blocked, "port".to_owned()), "a redirect is judged as if it were asked for");

    let report = fetched(&FetchConfig { allow: allow("127.0.0.1", Some(port ^ 1)), ..strict(&web) }, &program).await;
    assert_eq!(why(&report, "address").0, Outcome::Blocked, "another port was allowed");
    let report = fetched(&FetchConfig { allow: allow("127.0.0.1", Some(port)), ..strict(&web) }, &program).await;
    assert_eq!(row(&report, "address").outcome, Outcome::Fetched);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_no_programs_gets_none() {
    for (robots, outcome, reason) in [
        (Answer::text("User-agent: *\nDisallow: /\n"), Outcome::Blocked, "robots"),
        (Answer::text("User-agent: Accord\nDisallow: /story\n\nUser-agent: *\nAllow: /\n"), Outcome::Blocked, "robots"),
        (Answer::text("User-agent: *\nDisallow: /\nAllow: /story\n"), Outcome::Fetched, ""),
        (Answer::text(&format!("User-agent: *\nDisallow: /\n{}", "# and so on\n".repeat(100_000))), Outcome::Blocked, "robots"),
        (Answer::endless(), Outcome::Fetched, ""),
        (Answer::status(404), Outcome::Fetched, ""),
        (Answer::status(403), Outcome::Fetched, ""),
        (Answer::status(500), Outcome::Blocked, "no_robots"),
        (Answer::status(429), Outcome::Blocked, "no_robots"),
        (Answer::silence(), Outcome::Dead, "timed_out"),
        (Answer::redirect("/robots.txt"), Outcome::Fetched, ""),
        (Answer::redirect("http://10.0.0.1/robots.txt"), Outcome::Blocked, "not_public"),
        (Answer::page("text/html", "<!doctype html><title>All is well</title>"), Outcome::Fetched, ""),
    ] {
        let web = Web::start();
        web.serves("/robots.txt", robots.clone());
        web.serves("/story", Answer::text(STORY));
        let program = corpus(&[("story", at(&web.url("/story")))]);
        let report = fetched(&FetchConfig { archive: None, ..impatient(&web) }, &program).await;
        assert_eq!(row(&report, "story").outcome, outcome, "{robots:.200?}: {report:#?}");
        if outcome != Outcome::Fetched {
            assert_eq!(why(&report, "story").1, reason, "{robots:.200?}");
            assert!(web.paths().is_empty(), "the page itself was not asked for");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_host_on_the_way_is_asked_what_it_wants() {
    let (first, second) = (Web::start(), Web::start());
    second.serves("/robots.txt", Answer::text("User-agent: *\nDisallow: /\n"));
    second.serves("/story", Answer::text(STORY));
    first.serves("/away", Answer::redirect(&second.url("/story")));
    let program = corpus(&[("away", at(&first.url("/away")))]);
    let report = fetched(&FetchConfig { archive: None, ..config(&first) }, &program).await;
    assert_eq!(why(&report, "away"), (Outcome::Blocked, "robots".to_owned()));
    assert!(second.paths().is_empty());
}
