//! The rules of the house, read from the source itself. Each finding is a sentence that says what is wrong.

mod source;

use self::source::{File, files};

/// Each room, and the other rooms that it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("corpus", &["text"]),
    ("index", &["corpus", "text"]),
    ("search", &["index", "corpus", "text"]),
    ("answer", &["search", "index", "corpus", "text"]),
    ("picture", &["answer", "corpus", "text", "words"]),
    ("eval", &["app", "answer", "search", "index", "corpus", "text"]),
    // The index's `Generation` and `Manifest` are what an `Answerer` shows of what it answers from.
    ("discord", &["answer", "fetch", "picture", "reindex", "words", "config", "store", "text", "corpus", "search", "index"]),
    ("config", &[]),
    ("store", &[]),
    ("telemetry", &["config"]),
    ("words", &["answer", "corpus", "text"]),
    ("app", &["answer", "index", "corpus", "words"]),
    ("reindex", &["app", "answer", "index", "corpus", "text", "words"]),
    ("watch", &["config", "corpus", "reindex"]),
    // The re-index's `CancelFlag` stops a fetch too, so that one job of the corpus is stopped as any other.
    ("fetch", &["config", "corpus", "reindex", "text", "words"]),
    ("serve", &["config", "discord", "reindex", "store", "watch"]),
    (
        "cli",
        &[
            "answer",
            "app",
            "config",
            "corpus",
            "discord",
            "eval",
            "fetch",
            "index",
            "picture",
            "reindex",
            "search",
            "serve",
            "store",
            "telemetry",
            "text",
            "words",
        ],
    ),
];

/// The places that may speak with Discord.
const SERENITY: &[&str] = &["src/discord/"];
/// The places that may speak with tantivy.
const TANTIVY: &[&str] = &["src/index/", "src/search/compile.rs"];
/// The places that may wait. All else is synchronous and pure.
const ASYNC: &[&str] = &["src/discord/", "src/fetch/", "src/serve.rs", "src/cli/serve.rs"];
/// The places that may speak HTTP; the settings know its addresses, and the bot hands its client to serenity.
const HTTP: &[&str] = &["src/config.rs", "src/config/fetch.rs", "src/discord/", "src/fetch/"];

/// The most lines that a file may have; a longer one is more than one thing.
const MOST_LINES: usize = 500;

#[test]
fn every_room_uses_only_the_rooms_that_it_may() {
    let mut wrong = Vec::new();
    for file in files("src") {
        let Some(room) = file.room() else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{} belongs to the room `{room}`, which has no rule in tests/it/layout.rs.", file.path));
            continue;
        };
        for used in file.rooms_used().into_iter().filter(|used| *used != room && !allowed.contains(&used.as_str())) {
            wrong.push(format!("{} uses `{used}`, but the room `{room}` may use only: {}.", file.path, listed(allowed)));
        }
    }
    told(&wrong);
}

#[test]
fn every_rule_is_about_a_room_that_exists() {
    let rooms: Vec<String> = files("src").iter().filter_map(File::room).collect();
    let gone = ROOMS.iter().filter(|(name, _)| !rooms.iter().any(|room| room == name));
    told(&gone.map(|(name, _)| format!("tests/it/layout.rs has a rule for `{name}`, which is not in src.")).collect::<Vec<_>>());
}

#[test]
fn serenity_is_known_to_the_discord_room_alone() {
    only_in("serenity", SERENITY, |file| file.has_word("serenity"));
}

#[test]
fn tantivy_is_known_to_the_index_and_to_the_file_that_compiles_questions() {
    only_in("tantivy", TANTIVY, |file| file.has_word("tantivy"));
}

#[test]
fn waiting_is_done_at_the_edge_alone() {
    only_in("async code", ASYNC, |file| file.has_word("async") || file.has_word("await"));
}

#[test]
fn http_is_spoken_where_hosts_are_checked() {
    only_in("reqwest", HTTP, |file| file.has_word("reqwest"));
}

#[test]
fn no_file_is_longer_than_one_thing_takes() {
    let long = files("src").into_iter().chain(files("tests")).filter(|file| file.lines() > MOST_LINES);
    told(&long.map(|file| format!("{} has {} lines: split it, {MOST_LINES} are the most.", file.path, file.lines())).collect::<Vec<_>>());
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent = files("src").into_iter().filter(|file| !file.text.starts_with("//! "));
    told(&silent.map(|file| format!("{} does not begin with a `//!` sentence that says what it is for.", file.path)).collect::<Vec<_>>());
}

/// Finds `what` in the files that may have it, and nowhere else: a rule about something that is gone says nothing.
fn only_in(what: &str, allowed: &[&str], has: impl Fn(&File) -> bool) {
    let may = |path: &str| allowed.iter().any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)));
    let (inside, outside): (Vec<File>, Vec<File>) = files("src").into_iter().filter(|file| has(file)).partition(|file| may(&file.path));
    let mut wrong: Vec<String> =
        outside.iter().map(|file| format!("{} has {what}, which belongs in {}.", file.path, listed(allowed))).collect();
    let unused = allowed.iter().filter(|place| !inside.iter().any(|file| file.path.starts_with(**place)));
    wrong.extend(unused.map(|place| format!("{place} has no {what}: take it out of the rule in tests/it/layout.rs.")));
    told(&wrong);
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

fn told(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
