//! The map and the timeline: what is drawn, what stands beside it in words, and what is quoted.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::program::Program;

/// The size that a PNG says of itself.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "not a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn the_map_is_drawn_and_told_in_words() {
    let program = Program::indexed();
    let told = program.run(&["map", "--out", "map.png"]).found().quietly().out;
    let first = fs::read(program.path("map.png")).expect("a picture");
    let (width, height) = size(&first);
    assert!(width == 1200 && (600..2400).contains(&height), "{width}x{height}");
    assert!(told.trim_end().encode_utf16().count() <= 1024);
    assert_snapshot!(told);

    let told = program.run(&["map", "--out", "again.png", "--json"]).found().json();
    assert_eq!((told["width"].as_u64(), told["height"].as_u64()), (Some(width.into()), Some(height.into())));
    assert!(first == fs::read(program.path("again.png")).expect("a picture"), "the same corpus is drawn in the same bytes");
}

#[test]
fn a_corpus_without_clauses_has_no_map() {
    let program = Program::with(&[("notes.md", "# Notes\n\nThe bridge was opened on 3 May 1932.\n")]);
    let told = program.run(&["map", "--out", "map.png"]).not_found().out;
    assert!(!program.path("map.png").exists());
    assert_snapshot!(told, @"This corpus has no numbered clauses.");
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let program = Program::indexed();
    for command in ["map", "timeline"] {
        let told = program.run(&[command, "--out", "nowhere/picture.png"]).failed().err;
        assert!(told.contains("nowhere/picture.png") && told.contains("name a file that can be written"), "{told}");
    }
}

#[test]
fn the_timeline_is_drawn_and_told_in_words() {
    let program = Program::indexed();
    let told = program.run(&["timeline", "--out", "timeline.png"]).found().quietly().out;
    let (width, height) = size(&fs::read(program.path("timeline.png")).expect("a picture"));
    assert!(width == 1200 && (600..2400).contains(&height), "{width}x{height}");
    assert_snapshot!(told);
}

#[test]
fn every_date_of_the_timeline_is_in_order_and_quoted_word_for_word() {
    let program = Program::indexed();
    let timeline = program.run(&["timeline", "--json"]).found().quietly().json();
    let entries = timeline["entries"].as_array().expect("entries");
    let dates: Vec<&str> = entries.iter().map(|entry| entry["date"].as_str().expect("a date")).collect();
    assert!(dates.is_sorted());
    let of = |when: &str| entries.iter().filter(|entry| entry["when"] == when).collect::<Vec<_>>();

    let clauses: Vec<(&Value, &Value)> = of("clause").iter().map(|entry| (&entry["date"], &entry["clause"])).collect();
    assert_eq!(clauses, [(&"2015-07".into(), &3.into()), (&"2015-12-31".into(), &4.into()), (&"2015-12-31".into(), &4.into())]);
    assert_eq!(of("clause")[2]["recurs"], "2 per year");
    assert!(of("published").iter().any(|entry| entry["source"]["id"] == "agreement" && entry["date"] == "2015-09-25"));
    let meeting = of("said").into_iter().find(|entry| entry["date"] == "2015-12-01").expect("the first dialogue");
    assert_eq!(meeting["until"], "2015-12-02");

    let mut texts = std::collections::HashMap::new();
    for quote in entries.iter().map(|entry| &entry["quote"]).filter(|quote| !quote.is_null()) {
        let source = quote["source"].as_str().expect("a source");
        let text = texts.entry(source).or_insert_with(|| program.text(source));
        let [start, end] = ["start", "end"].map(|end| usize::try_from(quote[end].as_u64().expect("an offset")).expect("small"));
        assert_eq!(text.get(start..end), quote["text"].as_str());
    }
    assert!(entries.iter().all(|entry| entry["when"] == "published" || !entry["quote"].is_null()), "only a publication goes without words");
}

#[test]
fn a_folder_of_documents_has_a_timeline_of_its_sentences() {
    let program = Program::with(&[
        ("a.md", "# A\n\nThe bridge was opened on 3 May 1932. It may 1932 times be painted.\n\nWork began in June 1930.\n"),
        ("b.md", "# B\n\nThe bridge was opened on 3 May 1932.\n"),
        ("c.txt", "From Sept. 28 to Oct. 2, 1945 it was closed & repaired; version 1945.9.28 of the plan is lost."),
    ]);
    assert_snapshot!(program.run(&["timeline"]).found().out);
    program.run(&["timeline", "--out", "timeline.png"]).found();
    assert_eq!(size(&fs::read(program.path("timeline.png")).expect("a picture")).0, 1200);
}

#[test]
fn a_corpus_without_dates_has_no_timeline() {
    let program = Program::with(&[("a.md", "# A\n\nThe march on the bridge may begin.\n")]);
    assert_snapshot!(program.run(&["timeline", "--out", "timeline.png"]).not_found().out, @"The corpus names no day or month with its year.");
    assert!(!program.path("timeline.png").exists());
    let timeline = program.run(&["timeline", "--json"]).not_found().json();
    assert_eq!(timeline["entries"], serde_json::json!([]));
}
