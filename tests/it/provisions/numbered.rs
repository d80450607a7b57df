//! Provisions by their numbers and headings, through the built program.

use serde_json::Value;

use super::documents;
use crate::support::program::Program;

fn clause(program: &Program, which: &str) -> Value {
    program.run(&["clause", "--json", "--", which]).json()
}

/// The words of an answer's quotes, one after the other, with single spaces.
fn words(answer: &Value) -> String {
    let quotes = answer["quotes"].as_array().expect("quotes");
    let all: Vec<&str> = quotes.iter().flat_map(|quote| quote["text"].as_str().expect("words").split_whitespace()).collect();
    all.join(" ")
}

#[test]
fn a_number_leads_to_its_provision() {
    let program = documents();
    for (which, source, number, label, begins) in [
        ("section 4.2 of the lease", "lease", "4.2", "\u{a7} 4.2", "4.2 A notice that ends"),
        ("1.2(b)", "lease", "1.2.b", "\u{a7} 1.2(b)", "(b) for the storage"),
        ("clause 2.2(b)(ii)", "lease", "2.2.b.ii", "\u{a7} 2.2(b)(ii)", "(ii) a receiver"),
        ("\u{a7} 4.1(c)", "lease", "4.1.c", "\u{a7} 4.1(c)", "(c) to the address"),
        ("schedule 2 para 2", "lease", "2.2", "Schedule 2(2)", "2. The deposit is returned"),
        ("paragraph 1 of schedule 1", "lease", "1.1", "Schedule 1(1)", "1. The Landlord keeps"),
        ("Art. 3(2)(a)(i)", "regulation", "3.2.a.i", "Article 3(2)(a)(i)", "(i) whether a board"),
        ("point (b) of Article 3(2)", "regulation", "3.2.b", "Article 3(2)(b)", "(b) the back"),
        ("article 2(3)", "regulation", "2.3", "Article 2(3)", "(3) 'keeper' means"),
        ("recital 2", "regulation", "2", "Recital 2", "(2) People who"),
        ("annex I", "regulation", "1", "Annex I", ""),
        ("annex 1(2)", "regulation", "1.2", "Annex I(2)", "2. Red benches"),
        ("RFC 7001 section 2.1", "rfc7001", "2.1", "\u{a7} 2.1", "A lighthouse MUST send"),
        ("section 2.1 of the lantern protocol", "rfc7001", "2.1", "\u{a7} 2.1", "A lighthouse MUST send"),
        ("A.1", "rfc7001", "a.1", "\u{a7} A.1", "Red and green"),
        ("appendix A", "rfc7001", "a", "Appendix A", ""),
        ("article IV", "services", "4", "Article IV", ""),
        ("section 2.2(b) of the services agreement", "services", "2.2.b", "Section 2.2(b)", "(b) photographs"),
        ("exhibit A", "services", "a", "Exhibit A", ""),
        ("\u{a7} 2(2)(b) of the byelaws", "byelaws", "2.2.b", "\u{a7} 2(2)(b)", "(b) a pilot boat"),
        ("section 4(2) of the harbour byelaws", "byelaws", "4.2", "\u{a7} 4(2)", "2. Whoever walks a dog"),
    ] {
        // Two documents have an Article IV; the agreement is said to be meant.
        let which = if which == "article IV" { "article IV of services" } else { which };
        let answer = clause(&program, which);
        assert_eq!(answer["outcome"], "found", "{which}: {answer}");
        let provision = &answer["provision"];
        assert_eq!(
            (&provision["source"], &provision["number"], &provision["label"]),
            (&source.into(), &number.into(), &label.into()),
            "{which}"
        );
        assert!(words(&answer).starts_with(begins), "{which}: {}", words(&answer));
    }
}

#[test]
fn a_provision_is_quoted_whole_and_no_further() {
    let program = documents();
    let answer = clause(&program, "section 2.2 of the lease");
    let words = words(&answer);
    assert!(words.starts_with("2.2 Either party may end the lease") && words.ends_with("more than 21.5 weeks."), "{words}");
    // The pages that it runs over are not part of it, nor is the section after it.
    let words = self::words(&clause(&program, "RFC 7001 section 2.1"));
    assert!(words.ends_with("has not heard a hello for 3.5 minutes MUST treat its neighbour as dark."), "{words}");
}

#[test]
fn numbers_that_are_no_provisions_are_not_found() {
    let program = documents();
    for which in ["2036", "21.5", "section 30 of the lease", "article 50"] {
        let ran = program.run(&["clause", "--json", "--", which]);
        assert_eq!(ran.json()["reason"], "no_such_clause", "{which}");
        assert_eq!(ran.code, 1, "{which}");
    }
}

#[test]
fn what_is_not_there_is_told_with_what_is_near() {
    let program = documents();
    let told = program.run(&["clause", "section 2.9 of the lease"]).not_found().out;
    assert!(told.contains("\u{201c}LEASE AGREEMENT\u{201d} has no section 2.9. It has \u{a7} 2.1 to \u{a7} 2.2."), "{told}");
}

#[test]
fn a_number_of_several_documents_is_a_choice_that_leads_on() {
    let program = documents();
    let answer = clause(&program, "4.2");
    assert_eq!(answer["outcome"], "ambiguous", "{answer}");
    let choices = answer["choices"].as_array().expect("choices");
    assert_eq!(choices.len(), 4, "{answer}");
    for choice in choices {
        let chosen = clause(&program, choice["ask"].as_str().expect("what to ask"));
        assert_eq!(chosen["outcome"], "found", "{choice}: {chosen}");
        let label = choice["label"].as_str().expect("a label");
        assert!(label.starts_with(chosen["provision"]["label"].as_str().expect("a label")), "{choice}: {chosen}");
    }
}

#[test]
fn a_source_may_be_given_beside_the_number() {
    let program = documents();
    for (source, begins) in [("lease", "4.2 A notice"), ("services", "Section 4.2 Termination for cause"), ("regulation", "2. Paragraph 1")]
    {
        let answer = program.run(&["clause", "--json", "--source", source, "--", "4.2"]).json();
        assert!(words(&answer).starts_with(begins), "{source}: {answer}");
    }
    assert_ne!(program.run(&["clause", "--source", "nowhere", "--", "4.2"]).code, 0);
}

#[test]
fn a_heading_leads_to_its_provision() {
    let program = documents();
    for (which, label) in [
        ("confidentiality", "Article III"),
        ("late payment", "\u{a7} 3.2"),
        ("the section on penalties", "Article 4"),
        ("termination for cause", "Section 4.2"),
        ("security considerations", "\u{a7} 3"),
    ] {
        let answer = clause(&program, which);
        assert_eq!(answer["provision"]["label"], label, "{which}: {answer}");
    }
    assert_eq!(clause(&program, "force majeure")["reason"], "unknown_clause");
}

#[test]
fn a_question_about_a_provision_is_answered_from_within_it() {
    let program = documents();
    let whole = program.ask_json("What does section 3.2 of the lease say?");
    assert_eq!(words(&whole), words(&clause(&program, "section 3.2 of the lease")), "{whole}");
    let answer = program.ask_json("Who signs the notice under section 4.2 of the lease?");
    assert!(words(&answer).contains("is signed by the party that gives it"), "{answer}");
    assert_eq!(answer["quotes"][0]["provision"], "\u{a7} 4.2", "{answer}");
    let answer = program.ask_json("What does the confidentiality clause say?");
    assert_eq!(answer["provision"]["label"], "Article III", "{answer}");
}

#[test]
fn a_quote_says_which_provision_it_is_from() {
    let answer = documents().ask_json("How much must a keeper pay that does not inspect its benches?");
    assert_eq!(answer["quotes"][0]["provision"], "Article 4(1)", "{answer}");
}

#[test]
fn a_list_before_the_sections_does_not_take_their_numbers() {
    let list = (1..=4).map(|n| format!("{n}. You promise the thing that this line with the number {n} says.\n\n")).collect::<String>();
    let sections = (1..=6).map(|n| format!("{n}. Section of kind {n}.\n\n(a) The first part of section {n} says what it says at some length, so that nobody doubts it.\n\n(b) The second part of section {n} says the rest.\n\n"));
    let program = Program::with(&[("terms.txt", &format!("Terms of Use\n\n{list}{}", sections.collect::<String>()))]);
    assert_eq!(words(&clause(&program, "section 3(b)")), "(b) The second part of section 3 says the rest.");
    assert_eq!(clause(&program, "section 6")["provision"]["number"], "6");
}

#[test]
fn sections_may_be_numbered_with_a_nought() {
    let text = "Licence\n\n1.0 Terms\n\n1.1 The owner owns the work and everything in it.\n\n2.0 Use\n\n2.1 Anybody may use the work.\n\n2.2 Nobody may sell it.\n";
    let program = Program::with(&[("licence.txt", text)]);
    for which in ["2.0", "section 2"] {
        assert_eq!(clause(&program, which)["provision"]["heading"], "Use", "{which}");
    }
}

#[test]
fn a_table_of_contents_is_no_text() {
    let answer = clause(&documents(), "section 3 of the lease");
    assert!(words(&answer).contains("The rent is 900 pounds a month"), "{answer}");
}

#[test]
fn notes_without_a_numbering_have_no_provisions() {
    let program = Program::with(&[(
        "diary.md",
        "# Diary\n\n2015. It was a good year.\n\nWe sold 21.5 tons of apples.\n\n(a) is a letter.\n\nOn 12. March we rested.\n\nWe did three things: (1) we \
         picked, (2) we pressed, and (3) we drank.\n",
    )]);
    assert_eq!(clause(&program, "2")["reason"], "no_clauses");
}

#[test]
fn an_operator_s_own_text_is_looked_up_beside_the_curated_clauses() {
    let program = Program::fresh();
    let entry = "\n[[source]]\nid = \"lease\"\ntitle = \"Quay Lease\"\nauthors = []\nlane = \"text\"\nstatus = \"full text\"\nspeaker = \"Quay Lease\"\nfile = \"lease.txt\"\n";
    let corpus = std::fs::read_to_string(program.path("corpus/corpus.toml")).expect("the corpus file");
    program.write("corpus/corpus.toml", &(corpus + entry));
    program.write("corpus/lease.txt", include_str!("../../provisions/lease.txt"));
    assert_eq!(clause(&program, "2")["clause"]["number"], 2);
    assert_eq!(clause(&program, "clause 3")["clause"]["number"], 3);
    assert_eq!(clause(&program, "section 4.2")["provision"]["label"], "\u{a7} 4.2");
    assert_eq!(clause(&program, "section 3 of the lease")["provision"]["label"], "\u{a7} 3");
    assert_eq!(program.ask_json("what does clause 2 say?")["clause"]["number"], 2);
}

#[test]
fn entries_of_a_table_of_contents_that_are_laid_out_otherwise_are_not_the_provisions() {
    let topics =
        ["the mooring of barges and of all that is towed behind them", "lamps", "the fees that are due for a night at the quay and after"];
    let (mut contents, mut body) = (String::from("Manual of the quay\n******************\n\n"), String::new());
    for chapter in 1..=4 {
        contents.push_str(&format!("* {chapter}. Chapter on {}\n\n", topics[chapter % 3]));
        body.push_str(&format!("\n\n{chapter}. Chapter on {}\n{}\n\n", topics[chapter % 3], "*".repeat(40)));
        for section in 1..=3 {
            let wrapped = topics[section % 3].replacen(" and ", " and\n      ", 1);
            contents.push_str(&format!("  * {chapter}.{section}. On {wrapped}\n\n"));
            body.push_str(&format!("{chapter}.{section}. On {}\n{}\n\n", topics[section % 3], "=".repeat(40)));
            body.push_str(&format!(
                "Rule {chapter}-{section} says that the keeper writes down every ship that lies here for longer than a day.\n\n"
            ));
        }
    }
    let program = Program::with(&[("manual.txt", &format!("{contents}{body}"))]);
    for (chapter, section) in [(1, 1), (2, 3), (4, 2)] {
        let answer = clause(&program, &format!("section {chapter}.{section}"));
        assert!(words(&answer).contains(&format!("Rule {chapter}-{section} says")), "{answer:#}");
    }
}
