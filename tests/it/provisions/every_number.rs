//! What holds for the provisions of any text.

use std::fs;

use accord::corpus::{Corpus, Provision, Supplied};
use proptest::prelude::*;

/// The provisions of a folder with this one document.
fn provisions(name: &str, text: &str) -> (String, Vec<Provision>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(name), text).expect("a document");
    let Ok(corpus) = Corpus::load(folder.path()) else { return (String::new(), Vec::new()) };
    let supplied = corpus.documents(&|_| None).filter_map(Result::ok).next().map(|supply| supply.supplied);
    let Some(Supplied::Read(document)) = supplied else { return (String::new(), Vec::new()) };
    (document.text.clone(), corpus.passages(&document).into_iter().flat_map(|passage| passage.provisions).collect())
}

/// That provisions are in order, each within the text, and each either within another or apart from it.
fn hold_together(text: &str, found: &[Provision]) {
    for pair in found.windows(2) {
        assert!(pair[0].span.start <= pair[1].span.start, "{} before {}", pair[0].citation, pair[1].citation);
    }
    for (place, provision) in found.iter().enumerate() {
        assert!(provision.span.of(text).is_some_and(|words| !words.is_empty()), "{}", provision.citation);
        for other in &found[place + 1..] {
            let apart = other.span.start >= provision.span.end;
            assert!(apart || provision.span.contains(&other.span), "{} and {} overlap", provision.citation, other.citation);
            assert!((provision.kind, &provision.number) != (other.kind, &other.number), "{} twice", provision.citation);
        }
    }
}

#[test]
fn the_provisions_of_real_shapes_hold_together() {
    for (name, text, fewest) in [
        ("lease.txt", include_str!("../../provisions/lease.txt"), 26),
        ("regulation.md", include_str!("../../provisions/regulation.md"), 20),
        ("rfc.txt", include_str!("../../provisions/rfc7001.txt"), 11),
        ("services.md", include_str!("../../provisions/services.md"), 16),
    ] {
        let (text, found) = provisions(name, text);
        hold_together(&text, &found);
        assert!(found.len() >= fewest, "{name}: {found:#?}");
        // Each is found again by how it is cited.
        for provision in &found {
            let refs = accord::text::provision_refs(&provision.citation);
            let paths: Vec<String> = refs.iter().flat_map(|reference| &reference.paths).map(|path| path.join(".")).collect();
            assert!(paths.contains(&provision.number), "{name}: {} is {} and not {paths:?}", provision.citation, provision.number);
        }
    }
}

fn line() -> impl Strategy<Value = String> {
    let label = prop_oneof![
        (1..14_u8).prop_map(|n| format!("{n}. ")),
        (1..6_u8, 1..6_u8).prop_map(|(n, m)| format!("{n}.{m} ")),
        (1..4_u8, 1..4_u8, 1..4_u8).prop_map(|(n, m, o)| format!("{n}.{m}.{o}. ")),
        prop::char::range('a', 'k').prop_map(|c| format!("({c}) ")),
        prop::sample::select(vec![
            "(i) ",
            "(ii) ",
            "(iii) ",
            "(A) ",
            "IV. ",
            "Article 3 ",
            "Section 2.1 ",
            "SCHEDULE 1",
            "Annex A",
            "\u{a7} 7 ",
            "Part II",
            "(1) ",
            "(2) ",
            "CHAPTER I",
            "# ",
            "- ",
            ""
        ])
        .prop_map(str::to_owned),
    ];
    let words = prop::sample::select(vec![
        "The tenant pays the rent.",
        "Term",
        "either: (a) in writing; or (b) by post.",
        "of the lease",
        "2015",
        "\u{e9}\u{4e2d}.",
        "",
    ]);
    (label, words, prop::sample::select(vec!["\n", "\n\n"])).prop_map(|(label, words, end)| format!("{label}{words}{end}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_numbering_holds_together(lines in prop::collection::vec(line(), 3..40), markdown in any::<bool>()) {
        let (text, found) = provisions(if markdown { "a.md" } else { "a.txt" }, &lines.concat());
        hold_together(&text, &found);
    }

    #[test]
    fn any_text_is_read_for_labels_and_references(text in "\\PC{0,60}") {
        let _label = accord::text::label(&text);
        for (at, label) in accord::text::labels_within(&text) {
            prop_assert!(text.get(at..at + label.length).is_some());
        }
        for reference in accord::text::provision_refs(&text) {
            prop_assert!(reference.span.of(&text).is_some());
        }
    }
}
