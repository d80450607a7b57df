//! The map keeps its rules whatever the corpus holds.

use proptest::prelude::*;

use super::*;
use crate::corpus::{Anchor, Critique};
use crate::picture::MOST_ALT;
use crate::text::Span;
use crate::words::Words;

fn anchor() -> Anchor {
    Anchor { source: "s".to_owned(), span: Span::new(0, 1) }
}

fn party(id: &str, name: &str) -> Party {
    Party {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        kind: "state".to_owned(),
        side: "both".to_owned(),
        role: String::new(),
        clauses: Vec::new(),
        anchor: anchor(),
    }
}

fn clause(number: u32, heading: &str, binds: &[String], names: &[String]) -> Clause {
    Clause {
        number,
        heading: heading.to_owned(),
        topics: Vec::new(),
        anchor: anchor(),
        binds: binds.to_vec(),
        names: names.to_vec(),
        duties: Vec::new(),
        dates: Vec::new(),
    }
}

fn critique(by: &str, clauses: &[u32], stance: &str) -> Critique {
    let [by, stance] = [by, stance].map(str::to_owned);
    Critique { id: String::new(), by, clauses: clauses.to_vec(), stance, topic: String::new(), anchor: anchor() }
}

fn two_states() -> Knowledge {
    let ids = ["a".to_owned(), "b".to_owned()];
    Knowledge {
        clauses: vec![clause(1, "Help", &ids, &[]), clause(2, "Peace", &ids[..1], &ids[1..])],
        parties: vec![party("a", "Arcadia"), party("b", "Bohemia")],
        critiques: vec![critique("Ann", &[1], "sceptical"), critique("Ann", &[1], "mixed"), critique("Bob", &[], "supportive")],
        ..Knowledge::default()
    }
}

#[test]
fn a_corpus_without_clauses_has_no_map() {
    assert!(map(&Knowledge::default(), Words::english()).unwrap().is_none());
}

#[test]
fn the_words_say_what_the_map_shows() {
    let picture = map(&two_states(), Words::english()).unwrap().unwrap();
    assert_eq!(
        picture.alt,
        "A table of 2 clauses and 2 parties that they bind or name, with who says what about each clause. \
         Clause 1 (Help) binds Arcadia, Bohemia. On clause 1: Ann (sceptical, mixed). \
         Clause 2 (Peace) binds Arcadia; it also names Bohemia. On the agreement as a whole: Bob (supportive)."
    );
}

#[test]
fn the_same_knowledge_gives_the_same_bytes() {
    let picture = map(&two_states(), Words::english()).unwrap().unwrap();
    assert_eq!(map(&two_states(), Words::english()).unwrap().unwrap(), picture);
    let number = |at: usize| u32::from_be_bytes(picture.png[at..at + 4].try_into().unwrap());
    assert_eq!(&picture.png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!((number(16), number(20)), (picture.width, picture.height));
    assert_eq!(picture.width, 1200);
}

#[test]
fn markup_and_strange_characters_are_only_words() {
    let mut knowledge = two_states();
    knowledge.parties[0].name = "</text><script>&amp;\"'\u{0}\u{202e}]]>\u{fffe}\u{1f600}".to_owned();
    knowledge.clauses[0].heading = "<!-- \u{7} -->".to_owned();
    knowledge.critiques[0].by = "&lt;\u{0301}\u{0301}".to_owned();
    let canvas = canvas(&knowledge, Words::english());
    canvas.assert_readable();
    assert!(canvas.texts.iter().any(|text| text.words.starts_with("</text>")));
    assert!(map(&knowledge, Words::english()).unwrap().is_some());
}

#[test]
fn a_party_that_the_fonts_cannot_name_is_named_by_its_other_name() {
    let mut knowledge = two_states();
    knowledge.parties[0].name = "\u{e1b}\u{e23}\u{e30}\u{e40}\u{e17}\u{e28}".to_owned();
    knowledge.parties[1].name = "\u{e44}\u{e17}\u{e22}".to_owned();
    knowledge.parties[1].aliases = vec!["Siam".to_owned()];
    let words: Vec<String> = canvas(&knowledge, Words::english()).texts.into_iter().map(|text| text.words).collect();
    assert!(words.contains(&"a".to_owned()) && words.contains(&"Siam".to_owned()));
}

#[test]
fn what_does_not_fit_is_counted() {
    let ids: Vec<String> = (0..40).map(|number| format!("p{number}")).collect();
    let knowledge = Knowledge {
        clauses: (1..=9).map(|number| clause(number, &"Long heading ".repeat(9), &ids, &[])).collect(),
        parties: ids.iter().map(|id| party(id, &"Very long name ".repeat(9))).collect(),
        critiques: ids.iter().map(|id| critique(&"Critic ".repeat(9).replace(' ', id), &[1, 2], "mixed")).collect(),
        ..Knowledge::default()
    };
    let canvas = canvas(&knowledge, Words::english());
    canvas.assert_readable();
    for more in ["and 4 more clauses", "and 22 more parties", "and 33 more"] {
        assert!(canvas.texts.iter().any(|text| text.words == more), "{more}");
    }
    assert!(in_words(&knowledge, Words::english()).encode_utf16().count() <= MOST_ALT);
}

fn knowledge() -> impl Strategy<Value = Knowledge> {
    let name = || prop_oneof![r"\PC{0,90}", "[A-Za-z]{1,60}", "([A-Z][a-z]{1,12} ?){1,9}", r".{0,40}"];
    let parties = prop::collection::vec(name(), 0..25);
    let clauses = prop::collection::vec((name(), any::<u32>(), any::<u32>()), 1..9);
    let stance = prop_oneof![Just("mixed".to_owned()), Just("sceptical".to_owned()), name()];
    let critiques = prop::collection::vec((name(), prop::collection::vec(1..9u32, 0..3), stance), 0..30);
    (parties, clauses, critiques).prop_map(|(parties, clauses, critiques)| {
        let ids: Vec<String> = (0..parties.len()).map(|number| format!("party-{number}")).collect();
        let some =
            |mask: u32| -> Vec<String> { ids.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, id)| id.clone()).collect() };
        Knowledge {
            clauses: (1..)
                .zip(&clauses)
                .map(|(number, (heading, binds, names))| clause(number, heading, &some(*binds), &some(*names)))
                .collect(),
            parties: ids.iter().zip(&parties).map(|(id, name)| party(id, name)).collect(),
            critiques: critiques.iter().map(|(by, clauses, stance)| critique(by, clauses, stance)).collect(),
            ..Knowledge::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_words_leave_the_map_or_lie_over_others(knowledge in knowledge()) {
        canvas(&knowledge, Words::english()).assert_readable();
        assert!(in_words(&knowledge, Words::english()).encode_utf16().count() <= MOST_ALT);
    }
}
