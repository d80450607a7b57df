//! Pages of the kind that are linked to, over the wire: what is surely a text is kept, what is not is told.

use std::fs;
use std::path::Path;

use accord::corpus::{Format, Provenance, read};
use accord::fetch::Outcome;

use super::{allow, at, config, copy, corpus, fetched, provenance, row, shelf, why};
use crate::corpus::reading::paper::Paper;
use crate::support::web::{Answer, Web};

/// Pages that do not show their text, and so are not kept.
const DOUBTFUL: [&str; 3] = ["gone", "shell", "wall"];

fn page(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    fs::read(folder.join(format!("{name}.html"))).expect("a page")
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_kept_as_they_are_and_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(folder).expect("the pages").map(|entry| entry.expect("an entry").path());
    let mut names: Vec<String> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "html"))
        .map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    let web = Web::start();
    for name in &names {
        web.serves(&format!("/{name}"), Answer::page("text/html", page(name)));
    }
    let sources: Vec<(&str, String)> = names.iter().map(|name| (name.as_str(), at(&web.url(&format!("/{name}"))))).collect();
    let program = corpus(&sources);
    let report = fetched(&config(&web), &program).await;
    for name in &names {
        if DOUBTFUL.contains(&name.as_str()) {
            assert_eq!(why(&report, name), (Outcome::Unsure, "doubt".to_owned()), "{name}");
            continue;
        }
        assert_eq!(row(&report, name).outcome, Outcome::Fetched, "{name}: {:#?}", row(&report, name));
        assert_eq!(copy(&program, name), page(name), "{name}");
        let known: Provenance = serde_json::from_value(provenance(&program, name)).expect("a provenance");
        let readable = read(Format::Html, known.charset(), &copy(&program, name)).expect("a text");
        assert_eq!(known.text_hash, blake3::hash(readable.text.as_bytes()).to_hex().as_str(), "{name}");
        assert_eq!(row(&report, name).words, Some(readable.text.split_whitespace().count()));
    }
    assert_eq!(shelf(&program).len(), 2 * (names.len() - DOUBTFUL.len()));
}

#[test]
fn what_the_server_says_of_a_file_is_not_taken_on_trust() {
    let web = Web::start();
    let paper = Paper::default().page(&["The harbour masters meet four times a year.", "", "They review every complaint."]).bytes();
    web.serves("/paper", Answer::page("text/html", paper.clone()));
    web.serves("/download", Answer::page("application/octet-stream", paper));
    web.serves("/charset", Answer::page("text/html; charset=utf-8", page("wrong-charset")));
    web.serves("/page.pdf", Answer::page("application/pdf", page("broadsheet")));
    web.serves("/broken.pdf", Answer::page("application/pdf", "%PDF-1.4\nand no more"));
    let sources =
        [("paper", "/paper"), ("download", "/download"), ("charset", "/charset"), ("page", "/page.pdf"), ("broken", "/broken.pdf")];
    let program = corpus(&sources.map(|(id, path)| (id, at(&web.url(path)))));
    allow(&program, &web);
    let report = program.run(&["fetch", "--json"]).found().json();
    let outcome = |id: &str| {
        let rows = report["rows"].as_array().expect("rows");
        let row = rows.iter().find(|row| row["source"] == id).expect("a row");
        (row["outcome"].as_str().expect("one").to_owned(), provenance_file(&program, id))
    };
    for (id, ending) in [("paper", ".pdf"), ("download", ".pdf"), ("charset", ".html"), ("page", ".html")] {
        let (outcome, file) = outcome(id);
        assert_eq!(outcome, "fetched", "{id}: {report:#}");
        assert!(file.is_some_and(|file| file.ends_with(ending)), "{id}");
    }
    assert_eq!(outcome("broken"), ("not_text".to_owned(), None));
    let known: Provenance = serde_json::from_value(provenance(&program, "charset")).expect("a provenance");
    let read = read(Format::Html, known.charset(), &copy(&program, "charset")).expect("a text");
    assert!(read.text.contains("Die Städte Lärnwick und Öske"), "{}", read.text);
}

fn provenance_file(program: &crate::support::program::Program, id: &str) -> Option<String> {
    let there = shelf(program).contains(&format!("{id}.json"));
    there.then(|| provenance(program, id)["file"].as_str().expect("a file").to_owned())
}
