//! Sources of the operator's own: added beside those of the corpus, and gone without a trace when they are removed.

use accord::corpus::{Lane, Origin, Provenance};
use accord::index::{Generations, passage_reference};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::program::{Program, files_below, quoted};
use crate::support::shelf::{added, fetched};

/// A page of the operator's own, with words that stand nowhere else.
const RULES: &str = "# Rules of the allotment\n\nThe quincunx of plum trees belongs to all tenants. Nobody may keep a zebroid there.\n\n\
                     Water is turned off on the first of November.\n";
const URL: &str = "https://www.allotment.example/rules?id=1";

const LEASE: [(&str, &str); 1] = [("flat.md", "# Lease of the flat\n\nThe rent is due on the first.\n")];

fn folder() -> Program {
    let program = Program::with(&LEASE);
    program.shelve(added("allotment", URL, None, Lane::Text), RULES);
    program
}

#[test]
fn an_added_source_is_a_document_of_a_folder() {
    let program = folder();
    let answer = program.ask_json("Who owns the quincunx of plum trees?");
    let quote = &answer["quotes"][0];
    assert!(quoted(&answer)[0].starts_with("The quincunx of plum trees belongs to all tenants."), "{answer:#}");
    assert_eq!((&quote["source"], &quote["lane"], &quote["speaker"]), (&json!("allotment"), &json!("text"), &json!("allotment.example")));
    program.index();
    assert_snapshot!("added_source", program.run(&["sources", "allotment"]).found().quietly().out);
}

#[test]
fn what_lies_on_the_shelf_is_no_loose_file() {
    let program = folder();
    program.write("corpus/fetched/stray.md", "# Stray\n\nThe zeppelin is moored behind the shed.\n");
    program.index();
    let ids = program.run(&["sources", "--json"]).found().json();
    let ids: Vec<&str> = ids.as_array().expect("sources").iter().filter_map(|source| source["id"].as_str()).collect();
    assert_eq!(ids, ["flat", "allotment"]);
    assert!(!program.ask_json("Where is the zeppelin moored?").to_string().contains("behind the shed"));
}

#[test]
fn an_added_source_stands_beside_those_of_a_curated_corpus() {
    let program = Program::fresh();
    program.shelve(added("allotment", URL, Some("The allotment"), Lane::Opinion), RULES);
    program.run(&["index", "--strict"]).found();
    let answer = program.ask_json("Does the quincunx of plum trees belong to all tenants?");
    let quote = &answer["quotes"][0];
    assert_eq!((&quote["source"], &quote["lane"], &quote["title"]), (&json!("allotment"), &json!("opinion"), &json!("The allotment")));
}

#[test]
fn a_source_that_was_handed_in_is_said_to_be() {
    let program = Program::with(&LEASE);
    let handed_in = Provenance { origin: Origin::HandedIn, asked: None, url: None, ..added("allotment", URL, None, Lane::Text) };
    program.shelve(handed_in, RULES);
    program.index();
    assert_snapshot!("handed_in_source", program.run(&["sources", "allotment"]).found().quietly().out);
}

#[test]
fn an_id_that_is_taken_is_told_and_the_one_before_stays() {
    for (program, id) in [(Program::with(&LEASE), "flat"), (Program::fresh(), "article")] {
        let text = program.text(id);
        program.shelve(added(id, URL, None, Lane::Text), RULES);
        let told = program.left_out();
        assert!(told.contains(&format!("{id}.json")), "{told}");
        assert_eq!(program.text(id), text);
        program.run(&["index", "--strict", "--force"]).failed();
    }
}

#[test]
fn in_a_folder_only_what_was_added_is_read() {
    let program = Program::with(&LEASE);
    program.shelve(fetched("allotment", URL), RULES);
    let told = program.left_out();
    assert!(told.contains("allotment.json") && told.contains("which the corpus does not have"), "{told}");
}

#[test]
fn a_folder_of_nothing_but_what_was_added_is_a_corpus() {
    let program = Program::with(&[]);
    program.shelve(added("allotment", URL, None, Lane::Text), RULES);
    assert_eq!(quoted(&program.ask_json("When is the water turned off?"))[0], "Water is turned off on the first of November.");
}

/// All that an index says of a source, in every way in which it can be asked.
fn traces(program: &Program) -> Vec<String> {
    let generation = Generations::at(&program.path("index")).open().expect("an index").generation;
    let mut found = Vec::new();
    for number in 1..=3 {
        let called = generation.passages_called(passage_reference(&format!("allotment#{number}"))).expect("an index");
        found.extend(called.into_iter().map(|ordinal| format!("passage {ordinal} is called allotment#{number}")));
    }
    for ordinal in 0..generation.passage_count() {
        let passage = generation.passage(ordinal).expect("a passage").passage;
        found.extend((passage.source == "allotment").then(|| format!("passage {}", passage.id)));
    }
    found.extend(generation.document("allotment").expect("an index").map(|document| format!("document {}", document.source.id)));
    for stem in ["quincunx", "zebroid", "allot"] {
        let count = generation.document_frequency(stem).expect("an index");
        found.extend((count > 0).then(|| format!("{count} passages hold {stem}")));
    }
    for word in ["quincunx", "zebroid", "allotment"] {
        generation.vocabulary(word, &mut |word, _| found.push(format!("the word {word}"))).expect("an index");
        // A word that the corpus does not know is read as the nearest that it does: what is listed must not be this source.
        let listed = program.run(&["search", word, "--json"]).json();
        found.extend(listed["passages"].to_string().contains("allotment").then(|| format!("{word} is listed")));
    }
    let sources: Value = program.run(&["sources", "--json"]).found().json();
    found.extend(sources.to_string().contains("allotment").then(|| "it is among the sources".to_owned()));
    let newest = program.path("index").join(Generations::at(&program.path("index")).open().expect("an index").name);
    for file in files_below(&newest) {
        let bytes = std::fs::read(&file).expect("a file of the index");
        let held = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        found.extend(
            ["quincunx", "zebroid", "allotment"]
                .into_iter()
                .filter(|word| held(word))
                .map(|word| format!("{} holds {word}", file.display())),
        );
    }
    found
}

#[test]
fn a_source_that_is_removed_leaves_no_trace_in_the_next_generation() {
    for program in [Program::with(&LEASE), Program::fresh()] {
        let before = program.index();
        program.shelve(added("allotment", URL, None, Lane::Text), RULES);
        program.index();
        assert!(traces(&program).len() >= 10, "what is to be gone was never there: {:#?}", traces(&program));
        assert!(program.shelf().remove("allotment").expect("a shelf"));
        let told = program.run(&["index"]).found().out;
        assert!(told.contains("allotment"), "that it goes is said: {told}");
        assert_eq!(traces(&program), Vec::<String>::new());
        assert_eq!(program.index(), before);
        assert!(files_below(&program.path("corpus/fetched")).is_empty());
        let gone = program.run(&["text", "allotment"]).failed();
        assert!(gone.err.contains("there is no source \"allotment\""), "{}", gone.err);
    }
}
