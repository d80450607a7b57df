//! Servers that never end, trickle, lie or are busy: each is left after a bounded time and a bounded number of bytes.

use std::time::Duration;

use accord::fetch::Outcome;

use super::{at, config, copy, corpus, fetched, impatient, row, shelf, why};
use crate::support::web::{Answer, Web};

const STORY: &str = "A story of some length.\n";

#[tokio::test(flavor = "multi_thread")]
async fn what_never_ends_is_left() {
    let web = Web::start();
    web.serves("/endless", Answer::endless());
    web.serves("/bomb", Answer::bomb(20_000_000));
    web.serves("/large", Answer::page("text/plain", STORY.repeat(10_000)));
    web.serves("/large.pdf", Answer::page("application/pdf", format!("%PDF-1.4\n{}", "0".repeat(500_000))));
    web.serves("/packed", Answer::packed(STORY));
    web.serves("/twice", Answer::text(STORY).with("Content-Encoding", "gzip, gzip"));
    let sources = ["endless", "bomb", "large", "large.pdf", "packed", "twice"];
    let program = corpus(&sources.map(|id| (id, at(&web.url(&format!("/{id}"))))));
    let report = fetched(&config(&web), &program).await;
    for id in ["endless", "bomb", "large", "large.pdf"] {
        assert_eq!(row(&report, id).outcome, Outcome::TooLarge, "{id}: {:#?}", row(&report, id));
    }
    assert_eq!(copy(&program, "packed"), STORY.as_bytes());
    assert_eq!(why(&report, "twice").0, Outcome::NotText);
    assert_eq!(shelf(&program).len(), 2, "{:?}", shelf(&program));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_slow_is_left() {
    let web = Web::start();
    web.serves("/trickle", Answer::trickling());
    web.serves("/silence", Answer::silence());
    web.serves("/fine", Answer::text(STORY));
    let program = corpus(&["trickle", "silence", "fine"].map(|id| (id, at(&web.url(&format!("/{id}"))))));
    let report = fetched(&impatient(&web), &program).await;
    for id in ["trickle", "silence"] {
        assert_eq!(why(&report, id), (Outcome::Dead, "timed_out".to_owned()));
    }
    assert_eq!(row(&report, "fine").outcome, Outcome::Fetched);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_busy_is_asked_again_a_few_times() {
    let web = Web::start();
    web.plays("/flaky", vec![Answer::status(500), Answer::status(503), Answer::text(STORY)]);
    web.plays("/busy", vec![Answer::status(429).with("Retry-After", "0"), Answer::text(STORY)]);
    web.serves("/never", Answer::status(500));
    web.serves("/later", Answer::status(429).with("Retry-After", "3600"));
    web.plays("/cut", vec![Answer::cut("half a st", 5000), Answer::text(STORY)]);
    web.serves("/liar", Answer::cut("half a st", 5000));
    let sources = ["flaky", "busy", "never", "later", "cut", "liar"];
    let program = corpus(&sources.map(|id| (id, at(&web.url(&format!("/{id}"))))));
    let report = fetched(&config(&web), &program).await;
    for id in ["flaky", "busy", "cut"] {
        assert_eq!(row(&report, id).outcome, Outcome::Fetched, "{id}: {:#?}", row(&report, id));
    }
    assert_eq!(why(&report, "never"), (Outcome::Dead, "status".to_owned()));
    assert_eq!(why(&report, "later"), (Outcome::Blocked, "status".to_owned()));
    assert_eq!(why(&report, "liar"), (Outcome::Dead, "broken".to_owned()));
    let times = |path: &str| web.paths().iter().filter(|asked| *asked == path).count();
    assert_eq!(["/flaky", "/busy", "/never", "/later", "/cut", "/liar"].map(times), [3, 2, 3, 1, 2, 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_is_asked_by_one_at_a_time_and_left_alone_in_between() {
    let web = Web::start();
    web.serves("/robots.txt", Answer::text("User-agent: accord\nCrawl-delay: 0.05\n"));
    let sources = ["a", "b", "c"];
    for id in sources {
        web.serves(&format!("/{id}"), Answer::text(STORY));
    }
    let program = corpus(&sources.map(|id| (id, at(&web.url(&format!("/{id}"))))));
    let began = std::time::Instant::now();
    let report = fetched(&config(&web), &program).await;
    // Three pauses lie between the robots.txt and the last of three pages. A slow machine only takes longer.
    assert!(began.elapsed() >= Duration::from_millis(150), "{:?}", began.elapsed());
    assert!(report.rows.iter().all(|row| row.outcome == Outcome::Fetched), "{report:#?}");
    assert_eq!(web.asked().iter().filter(|asked| asked.target == "/robots.txt").count(), 1, "it is asked once a run");
}
