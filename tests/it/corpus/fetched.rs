//! Copies of the corpus's own sources: each goes before the note on it, and nothing that was curated is lost.

use accord::corpus::{Format, Now, Origin, Provenance};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::program::{Program, quoted};
use crate::support::shelf::{FETCHED_AT, drifted, fetched};

/// A page of the kind that the article links to. Nobody published it.
pub const REPORT: &str = "# Leaders agree to differ\n\n\
    The two presidents spent ninety minutes in the walled garden before they faced the press on Friday. An aide with a marmalade folder \
    stood between them.\n\n\
    Mr Obama said that he had raised the matter of the stolen drawings of a gearbox factory. Mr Xi answered that his country was a victim \
    of the same sort of theft, and that he had brought a list.\n\n\
    The fact sheet says: \u{201c}China and the United States agree that neither country\u{2019}s government will conduct or knowingly \
    support cyber-enabled theft of intellectual property, including trade secrets or other confidential business information.\u{201d} \
    Nobody would say who wrote that sentence.\n\n\
    Aides on both sides expect the first test before the spring.\n";

const WALLED_GARDEN: &str = "Where did the two presidents spend ninety minutes before they faced the press on Friday?";
const GUARDIAN: &str = "https://news.example/2015/sep/25/summit";

fn with_report() -> Program {
    let program = Program::fresh();
    program.shelve(fetched("guardian-summit", GUARDIAN), REPORT);
    program
}

/// The quotes of an answer that stand in this source.
fn quotes_of<'a>(answer: &'a Value, source: &str) -> Vec<&'a Value> {
    answer["quotes"].as_array().expect("quotes").iter().filter(|quote| quote["source"] == source).collect()
}

#[test]
fn a_copy_is_quoted_as_the_sources_own_words() {
    let program = with_report();
    let answer = program.ask_json(WALLED_GARDEN);
    let own = quotes_of(&answer, "guardian-summit");
    let quote = own.first().unwrap_or_else(|| panic!("the copy is not quoted: {answer:#}"));
    assert_eq!((&quote["lane"], &quote["speaker"]), (&json!("reporting"), &json!("The Guardian")));
    let copy = json!({ "origin": "printed", "from": GUARDIAN, "fetched": "2026-11-24" });
    assert_eq!(quote["copy"], copy);
    let link = quote["url"].as_str().expect("an address");
    assert!(link.starts_with(&format!("{GUARDIAN}#:~:text=")), "{link}");
    assert!(program.text("guardian-summit").starts_with("Leaders agree to differ\n"));
    assert!(program.text("guardian-summit-note").contains("paper over their differences"));
}

#[test]
fn a_source_and_the_note_on_it_are_one_entry() {
    let program = with_report();
    program.index();
    assert_snapshot!("fetched_source", program.run(&["sources", "guardian-summit"]).found().quietly().out);
    let card = &program.run(&["sources", "guardian-summit", "--json"]).found().json()[0];
    assert_eq!((&card["status"], &card["has_beside"]), (&json!("full text"), &json!("guardian-summit-note")));
    let note = &program.run(&["sources", "guardian-summit-note", "--json"]).found().json()[0];
    assert_eq!((&note["status"], &note["beside"], &note["copy"]), (&json!("note"), &json!("guardian-summit"), &Value::Null));

    let before = Program::indexed().run(&["sources"]).found().out;
    let after = program.run(&["sources"]).found().quietly().out;
    let ids = |list: &str| -> Vec<String> {
        let names = list.lines().filter(|line| line.starts_with(char::is_alphabetic));
        names.filter_map(|line| Some(line.split_once("  ")?.0.to_owned())).collect()
    };
    assert_eq!(ids(&after), ids(&before), "one entry a source");
    let entry: Vec<&str> = after.lines().skip_while(|line| !line.starts_with("guardian-summit ")).take(6).collect();
    assert!(entry.iter().any(|line| line.contains("Accord's note on it is in the corpus too: guardian-summit-note.")), "{entry:#?}");
}

#[test]
fn whatever_is_fetched_every_reference_still_holds() {
    let program = Program::fresh();
    let before = program.run(&["sources", "--json"]).found().json();
    let mut copies = 0;
    for source in before.as_array().expect("sources") {
        let (id, url) = (source["id"].as_str().expect("an id"), source["url"].as_str());
        let Some(url) = url else { continue };
        program.shelve(fetched(id, url), &REPORT.replace("marmalade", &format!("marmalade {id}")));
        copies += 1;
    }
    assert!(copies >= 15, "{copies} sources have an address");
    let checked = program.run(&["check", "--json"]).found().json();
    assert_eq!(checked["problems"], json!([]));
    let counts = |program: &Program| program.run(&["check", "--json"]).found().json()["counts"].clone();
    let (now, plain) = (counts(&program), counts(&Program::fresh()));
    for what in ["sources", "clauses", "parties", "critiques", "anticipated questions"] {
        assert_eq!(now[what], plain[what], "{what}");
    }
    program.run(&["index", "--strict"]).found();
    let critique = program.run(&["critique", "--by", "The Guardian", "--json"]).found().json();
    let source = &critique["quotes"][0]["source"];
    assert_eq!(source, "guardian-summit-note", "what was curated in the note's words is quoted from the note");
}

#[test]
fn words_that_the_copy_has_too_are_quoted_from_the_copy() {
    let program = with_report();
    let quote = "said the two governments \\\"sought to paper over their differences\\\" after an inconclusive summit";
    let words = quote.replace("\\\"", "\"");
    program.shelve(fetched("guardian-summit", GUARDIAN), &format!("{REPORT}\nThe paper {words} in its headline.\n"));
    let before = "quote = \"The Guardian summit report of 25 September 2015 said the two governments \\\"sought to paper over their \
                  differences\\\" after an inconclusive summit (reported by cybersecurity-review.com, which prints the opening).\"";
    program.edit("corpus/critiques.toml", before, &format!("quote = \"{quote}\""));
    let critique = program.run(&["critique", "--by", "The Guardian", "--json"]).found().json();
    let found = quotes_of(&critique, "guardian-summit");
    assert!(found.iter().any(|found| found["text"] == words.as_str()), "{critique:#}");
}

#[test]
fn the_note_steps_back_where_the_source_is_quoted() {
    let question = "Which pledge of Xi on spying on US companies did Obama welcome knowingly?";
    let alone = Program::indexed().ask_json(question);
    assert!(!quotes_of(&alone, "guardian-summit").is_empty(), "{alone:#}");

    let program = Program::fresh();
    let said = "Obama welcomed Xi's pledge to avoid knowingly spying on US companies, and read it out twice.";
    program.shelve(fetched("guardian-summit", GUARDIAN), &format!("{REPORT}\n{said}\n"));
    let answer = program.ask_json(question);
    assert!(quoted(&answer).iter().any(|words| words.contains(said)), "{answer:#}");
    assert!(quotes_of(&answer, "guardian-summit-note").is_empty(), "{answer:#}");
}

#[test]
fn what_a_note_does_not_say_is_no_known_gap_of_the_source() {
    let program = with_report();
    let gaps = std::fs::read_to_string(program.path("corpus/gaps.toml")).expect("the known gaps");
    let of_the_note = gaps.split("[[gap]]").filter(|gap| gap.contains("source = \"guardian-summit\""));
    let asked: usize = of_the_note.map(|gap| gap.lines().filter(|line| line.starts_with("  \"")).count()).sum();
    let known = |program: &Program| {
        let counts = program.run(&["check", "--json"]).found().json()["counts"].clone();
        counts["known gaps"].as_u64().expect("a number")
    };
    assert!(asked > 0);
    assert_eq!(known(&Program::fresh()) - known(&program), asked as u64);
}

#[test]
fn a_clause_that_a_report_quotes_is_the_agreements() {
    let program = with_report();
    let text = program.text("guardian-summit");
    let found = program.run(&["search", "Nobody would say who wrote that sentence", "--json"]).found().json();
    assert_eq!((&found["passages"][0]["lane"], &found["passages"][0]["speaker"]), (&json!("reporting"), &json!("The Guardian")));

    let clause = "neither country\u{2019}s government will conduct or knowingly support cyber-enabled theft of intellectual property";
    assert!(text.contains(clause));
    let told = program.run(&["quote", clause, "--by", "The Guardian", "--json"]).found().json();
    assert_eq!((&told["closest"]["source"], &told["closest"]["speaker"]), (&json!("guardian-summit"), &json!("the agreement")));
    assert_eq!(told["closest"]["lane"], "text", "{told:#}");
}

#[test]
fn the_agreement_is_answered_from_its_clauses_whatever_page_is_beside_it() {
    let plain = Program::indexed();
    let clauses: String = (1..=4).map(|number| plain.run(&["clause", &number.to_string()]).found().out).collect();
    let agreement = plain.text("agreement");

    let program = Program::fresh();
    let page = format!(
        "# The visit\n\nThe President received his guest on the south lawn, and the band played a polka about a heron. \
         They signed papers on farming, on roads and on the health of elephants.\n\n{agreement}\n\
         The two sides will also count the elephants of the world every seven years, and publish what they counted.\n"
    );
    program.shelve(fetched("agreement", "https://house.example/visit"), &page);
    let now: String = (1..=4).map(|number| program.run(&["clause", &number.to_string()]).found().out).collect();
    assert_eq!(now, clauses, "a clause is what it was");
    assert_eq!(program.text("agreement"), agreement, "a supplied text is not replaced");

    for question in ["Who co-chairs the dialogue for the United States?", "Does the agreement mention trade secrets?"] {
        let (before, after) = (plain.ask_json(question), program.ask_json(question));
        let own = |answer: &Value| -> Vec<String> {
            let quotes = answer["quotes"].as_array().expect("quotes").iter();
            quotes.filter(|quote| quote["lane"] == "text").map(|quote| quote["text"].to_string()).collect()
        };
        assert_eq!(own(&after), own(&before), "{question}");
        assert!(quotes_of(&after, "agreement-page").iter().all(|quote| quote["lane"] != "text"), "{after:#}");
    }
    let answer = program.ask_json("When will the two sides count the elephants of the world and publish what they counted?");
    let beside = quotes_of(&answer, "agreement-page");
    assert!(beside.iter().any(|quote| quote["lane"] == "reporting"), "the page itself is not the agreement: {answer:#}");
    let card = program.run(&["sources", "agreement"]).found().out;
    assert!(card.contains("The page that it was taken from is in the corpus too: agreement-page."), "{card}");
}

#[test]
fn two_sources_of_one_page_have_one_copy_between_them() {
    let program = Program::fresh();
    for id in ["agreement", "fact-sheet-rest"] {
        program.shelve(fetched(id, "https://house.example/visit"), REPORT);
    }
    program.run(&["index", "--strict"]).found();
    let note = &program.run(&["sources", "fact-sheet-rest", "--json"]).found().json()[0];
    assert_eq!(note["status"], "note");
    let page = &program.run(&["sources", "agreement-page", "--json"]).found().json()[0];
    assert_eq!(page["beside"], "agreement");
}

#[test]
fn a_new_copy_is_taken_up_and_the_time_of_it_is_no_content() {
    let program = Program::fresh();
    let plain = program.index();
    program.shelve(fetched("guardian-summit", GUARDIAN), REPORT);
    let answer = program.ask(WALLED_GARDEN);
    assert!(answer.err.starts_with("The corpus has changed since it was indexed"), "{}", answer.err);
    let first = program.index();
    assert_ne!(first, plain);

    let later = Provenance { fetched_at: FETCHED_AT + 86_400 * 30, ..fetched("guardian-summit", GUARDIAN) };
    program.shelve(drifted(later, Now::Changed), REPORT);
    let again = program.run(&["index", "--json"]).found().json();
    assert_eq!((&again["outcome"], &again["snapshot"]), (&json!("published"), &json!(first)), "the same content has the same id");
    assert!(program.run(&["sources", "guardian-summit"]).found().out.contains("Copy of 2026-12-24"));

    program.write("corpus/fetched/.half-written", "{");
    assert_eq!(program.run(&["index", "--json"]).found().json()["outcome"], "unchanged", "what is hidden is not there");

    program.shelf().remove("guardian-summit").expect("a shelf");
    assert_eq!(program.index(), plain, "without the copy all is as before");
}

#[test]
fn it_is_said_when_a_page_is_not_any_more_what_is_quoted() {
    let program = Program::fresh();
    program.shelve(drifted(fetched("guardian-summit", GUARDIAN), Now::Gone), REPORT);
    program.index();
    let question = WALLED_GARDEN;
    assert_snapshot!("fetched_drifted", program.ask(question).found().quietly().out);
    let answer = program.ask_json(question);
    let copy = &quotes_of(&answer, "guardian-summit")[0]["copy"];
    assert_eq!((&copy["drift"], &copy["drift_seen"]), (&json!("gone"), &json!("2026-11-25")));

    program.run(&["ask", question, "--receipt", "receipt.json"]).found();
    let receipt: Value = serde_json::from_slice(&std::fs::read(program.path("receipt.json")).expect("a receipt")).expect("JSON");
    let quotes = receipt["quotes"].as_array().expect("quotes");
    assert!(quotes.iter().any(|quote| quote["copy"] == *copy), "{receipt:#}");
    program.run(&["verify", "receipt.json"]).found();

    // Fetched again and found unchanged: what was quoted still stands.
    program.shelve(Provenance { fetched_at: FETCHED_AT + 86_400 * 7, ..fetched("guardian-summit", GUARDIAN) }, REPORT);
    program.index();
    program.run(&["verify", "receipt.json"]).found();
}

#[test]
fn an_archived_copy_is_said_to_be_one() {
    let program = Program::fresh();
    let kept = "https://web.archive.org/web/20151006120000id_/http://gone.example/dams";
    let archived =
        Provenance { origin: Origin::Archive, captured_at: Some("20151006120000".to_owned()), ..fetched("norse-hiring-hacker", kept) };
    program.shelve(archived, REPORT);
    program.index();
    assert_snapshot!("fetched_archived", program.run(&["sources", "norse-hiring-hacker"]).found().quietly().out);
    let copy = &program.run(&["sources", "norse-hiring-hacker", "--json"]).found().json()[0]["copy"];
    assert_eq!((&copy["origin"], &copy["captured"]), (&json!("archive"), &json!("2015-10-06")));
}

#[test]
fn plain_text_is_a_copy_like_any_other() {
    let program = Program::fresh();
    let text = REPORT.replace("# ", "");
    program.shelf().put(fetched("guardian-summit", GUARDIAN), Format::Plain, text.as_bytes()).expect("a shelf");
    assert_eq!(program.text("guardian-summit"), text);
}

#[test]
fn a_web_page_is_a_copy_and_names_its_author() {
    let program = Program::curated();
    let page = std::fs::read("tests/pages/broadsheet.html").expect("a page");
    program.shelf().put(fetched("guardian-summit", GUARDIAN), Format::Html, &page).expect("a shelf");
    program.run(&["index", "--strict"]).found();
    let card = &program.run(&["sources", "guardian-summit", "--json"]).found().json()[0];
    assert_eq!((&card["status"], &card["lane"], &card["publisher"]), (&json!("full text"), &json!("reporting"), &json!("The Guardian")));
    let authors = card["authors"].as_array().expect("authors");
    assert!(!authors.is_empty(), "the page's byline: {card:#}");
    assert_eq!(card["opening"]["speaker"], authors.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    assert_eq!(card["title"], "A report on the pact", "what the curator wrote stands");
}
