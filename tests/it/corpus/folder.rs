//! Bring your own: a plain folder of documents.

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::program::{Program, Ran, quoted};

/// A folder of leases in every format.
const LEASES: [(&str, &str); 4] = [
    (
        "flat.md",
        "# Lease of the flat\n\n## Notice\n\nThe **lease** may be [ended](https://example.org/law) by *either* party with `three months` of notice.\n\n\
         - The deposit is ~~one~~ two rents.\n- Pets are [allowed\\*](https://example.org/pets).\n",
    ),
    (
        "sub/garage.txt",
        "The garage is let to the tenant of the flat alone.\nIt must not be used as a workshop.\n\nThe rent of the garage is 80 euros.\n",
    ),
    (
        "letters.jsonl",
        "{\"_id\":\"letter-1\",\"title\":\"Letter of May\",\"text\":\"The caretaker sweeps the staircase on Fridays.\"}\n\
         {\"_id\":\"letter-2\",\"text\":\"The boiler was last inspected in October 2023.\"}\n",
    ),
    (".drafts/secret.txt", "The caretaker sweeps the staircase on Mondays.\n"),
];

#[test]
fn every_format_is_read_and_quoted_word_for_word() {
    let program = Program::with(&LEASES);
    for (question, source, words) in [
        ("Who may end the lease?", "flat", "The lease may be ended by either party with three months of notice."),
        ("How much is the deposit?", "flat", "two rents."),
        ("Are pets allowed?", "flat", "Pets are allowed*."),
        ("May the garage be a workshop?", "sub/garage", "It must not be used as a workshop."),
        ("What is the rent of the garage?", "sub/garage", "The rent of the garage is 80 euros."),
        ("When does the caretaker sweep the staircase?", "letter-1", "The caretaker sweeps the staircase on Fridays."),
        ("When was the boiler inspected?", "letter-2", "The boiler was last inspected in October 2023."),
    ] {
        let answer = program.ask_json(question);
        let quotes = answer["quotes"].as_array().expect("quotes");
        let holds = |quote: &&Value| quote["source"] == source && quote["text"].as_str().is_some_and(|text| text.contains(words));
        let quote = quotes.iter().find(holds).unwrap_or_else(|| panic!("{question} is not answered with {words:?}: {answer:#}"));
        assert_eq!(quote["lane"], "text");
    }
}

#[test]
fn the_questions_of_a_set_are_not_its_documents() {
    let program = Program::with(&[
        ("corpus.jsonl", "{\"_id\":\"d1\",\"text\":\"The boiler was last inspected in October 2023.\"}\n"),
        ("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"When was the boiler last inspected?\"}\n"),
    ]);
    let answer = program.ask_json("When was the boiler last inspected?");
    assert_eq!(quoted(&answer), ["The boiler was last inspected in October 2023."]);
}

#[test]
fn an_answer_from_it_reads_well() {
    let program = Program::with(&LEASES);
    program.index();
    assert_snapshot!(program.ask("Who may end the lease?").found().quietly().out);
}

#[test]
fn its_documents_are_listed_by_their_titles() {
    let program = Program::with(&LEASES);
    program.index();
    assert_snapshot!(program.run(&["sources"]).found().quietly().out);
}

#[test]
fn hidden_files_are_not_read() {
    let answer = Program::with(&LEASES).ask_json("Does the caretaker sweep on Mondays?");
    assert!(!answer.to_string().contains("secret"), "{answer:#}");
}

#[test]
fn what_only_an_agreement_has_is_said_to_be_missing() {
    let program = Program::with(&LEASES);
    program.index();
    let look_ups: [&[&str]; 3] = [&["clause", "2"], &["party", "tenant"], &["critique"]];
    let told: String = look_ups.iter().map(|words| program.run(words).not_found().quietly().out).collect();
    assert_snapshot!(told);
}

#[test]
fn a_folder_is_not_called_an_agreement() {
    let program = Program::with(&LEASES);
    program.index();
    let told = program.run(&["critique", "--clause", "1"]).not_found().out;
    assert!(told.starts_with("This corpus has no numbered clauses."), "{told}");
}

#[test]
fn what_is_struck_out_is_not_said() {
    let words = Program::with(&LEASES).text("flat");
    assert!(!words.contains("one two rents"), "struck-out words are read as if they stood: {words}");
}

#[test]
fn how_a_file_was_saved_does_not_matter() {
    let unix = Program::with(&[("flat.txt", "The rent is due.\nOn the first.\n\nNo pets.\n")]);
    let windows = Program::with(&[("flat.txt", "\u{feff}The rent is due.\r\nOn the first.\r\n\r\nNo pets.\r\n")]);
    assert_eq!(unix.text("flat"), windows.text("flat"));
    assert_eq!(unix.index(), windows.index());
}

#[test]
fn a_file_in_another_encoding_is_read() {
    let program = Program::with(&[("a.txt", "First line.\n")]);
    program.write("corpus/latin.txt", b"La caution est de deux loyers.\nUn caf\xe9 n'est pas un bar.\n");
    let wide: Vec<u8> = "\u{feff}Die K\u{fc}ndigung ist schriftlich.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    program.write("corpus/wide.txt", wide);
    assert_eq!(program.text("latin"), "La caution est de deux loyers.\nUn caf\u{e9} n'est pas un bar.\n");
    assert_eq!(program.text("wide"), "Die K\u{fc}ndigung ist schriftlich.\n");
}

#[test]
fn front_matter_is_not_text() {
    let program =
        Program::with(&[("flat.md", "---\ntitle: internal\nowner: nobody\n---\n\n# The flat\n\nThe rent is due on the first.\n")]);
    assert_eq!(program.text("flat"), "The flat\n\nThe rent is due on the first.\n");
}

#[test]
fn a_document_in_another_script_is_found() {
    let program =
        Program::with(&[("miete.txt", "Die Kaution betr\u{e4}gt zwei Mieten.\n"), ("loyer.txt", "Le loyer est d\u{fb} le premier.\n")]);
    let answer = program.ask_json("Kaution betragt");
    assert_eq!(quoted(&answer), ["Die Kaution betr\u{e4}gt zwei Mieten."]);
}

#[test]
fn a_sentence_of_a_document_is_never_cut() {
    let long = format!("The tenant {} pays.", "and the subtenant ".repeat(400));
    let program = Program::with(&[("long.txt", &format!("{long}\n\nShort.\n")), ("other.txt", "Nothing here.\n")]);
    let answer = program.ask_json("Who pays, the subtenant?");
    assert_eq!(quoted(&answer).first(), Some(&long.as_str()));
}

#[test]
fn what_is_wrong_with_it_is_told() {
    let told = |files: &[(&str, &str)]| checked(&Program::with(files));
    let picture = Program::with(&[("a.txt", "First line.\n")]);
    picture.write("corpus/picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0");
    let cases = [
        ("a line that is not a document", told(&[("set.jsonl", "{\"_id\":\"a\",\"text\":\"Good.\"}\n{\"_id\":\"b\"}\nnot json\n")])),
        ("two documents of one name", told(&[("a.md", "One.\n"), ("a.txt", "Two.\n")])),
        ("two records of one id", told(&[("set.jsonl", "{\"_id\":\"a\",\"text\":\"One.\"}\n{\"_id\":\"a\",\"text\":\"Two.\"}\n")])),
        ("a file that is not text", checked(&picture)),
        ("no documents", told(&[("picture.png", "")])),
        ("no folder", checked(&Program::without_corpus())),
    ];
    assert_snapshot!(cases.map(|(what, told)| format!("# {what}\n{told}")).join("\n"));
}

/// What `accord check` tells of a corpus that something is wrong with.
fn checked(program: &Program) -> String {
    let Ran { out, err, .. } = program.run(&["check"]).failed();
    assert_eq!(out, "", "problems are told on stderr");
    err
}
