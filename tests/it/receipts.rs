//! Receipts: written beside an answer, verified later and elsewhere, and never after a change.

use std::fs;

use accord::answer::{Answerer, Finding, Receipt};
use accord::app::{self, Places};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::program::Program;

const QUESTION: &str = "How often will the dialogue meet?";

fn opened(program: &Program) -> Answerer {
    let places = Places { corpus: program.path("corpus"), index: program.path("index") };
    app::open(&places, &mut |_| {}).expect("the corpus")
}

fn receipt(answerer: &Answerer, question: &str) -> Receipt {
    let answer = answerer.answer(&answerer.question(question, None)).expect("an answer");
    Receipt::of(&answer, answerer, 1_700_000_000).expect("a receipt")
}

/// Whether it can be read as a receipt, and verified.
fn holds(answerer: &Answerer, json: &[u8]) -> bool {
    let read: Option<Receipt> = serde_json::from_slice(json).ok();
    read.is_some_and(|receipt| receipt.verify(answerer).expect("a verification").holds())
}

#[test]
fn a_receipt_is_written_and_verified_elsewhere() {
    let here = Program::indexed();
    let plain = here.ask(QUESTION).found();
    let ran = here.run(&["ask", QUESTION, "--receipt", "receipt.json"]).found();
    assert_eq!(ran.out, plain.out, "the answer is the same");
    assert_eq!(ran.err, "The receipt is in receipt.json; `accord verify receipt.json` checks it.\n");
    let written = fs::read_to_string(here.path("receipt.json")).expect("a receipt");
    let read: Value = serde_json::from_str(&written).expect("JSON");
    let answer = here.ask_json(QUESTION);
    assert_eq!((&read["receipt"], &read["question"], &read["outcome"]), (&json!(1), &json!(QUESTION), &json!("found")));
    assert_eq!((&read["snapshot"], &read["confidence"]), (&answer["snapshot"], &answer["confidence"]));
    assert_eq!(read["question_hash"], blake3::hash(QUESTION.as_bytes()).to_hex().as_str());
    assert_eq!(read["quotes"].as_array().map(Vec::len), answer["quotes"].as_array().map(Vec::len));
    for (quote, shown) in read["quotes"].as_array().expect("quotes").iter().zip(answer["quotes"].as_array().expect("quotes")) {
        assert_eq!(quote["words"], shown["text"]);
        for part in ["n", "source", "passage", "start", "end", "lane", "speaker", "clause"] {
            assert_eq!(quote[part], shown[part], "{part}");
        }
        let text = here.text(quote["source"].as_str().expect("an id"));
        assert_eq!(quote["source_hash"], blake3::hash(text.as_bytes()).to_hex().as_str());
        assert!(quote["score"].is_number());
    }

    let there = Program::fresh();
    there.index();
    there.write("receipt.json", &written);
    assert_snapshot!(there.run(&["verify", "receipt.json"]).found().quietly().out);
    let told = there.run(&["verify", "--json", "receipt.json"]).found().json();
    assert_eq!((&told["holds"], &told["corpus_changed"], &told["findings"]), (&json!(true), &json!(false), &json!([])));
}

#[test]
fn look_ups_choices_and_silence_have_receipts_too() {
    let answerer = opened(&Program::indexed());
    for question in
        ["clause 2", "What does clause 4 say?", "How long do I boil an egg?", "justice ministry", "what does healey think of the deal"]
    {
        let receipt = receipt(&answerer, question);
        assert!(receipt.verify(&answerer).expect("a verification").holds(), "{question}: {receipt:#?}");
    }
}

#[test]
fn without_its_question_it_still_holds() {
    let answerer = opened(&Program::indexed());
    let receipt = receipt(&answerer, QUESTION).without_question();
    let json = serde_json::to_string(&receipt).expect("JSON");
    assert!(!json.contains(QUESTION));
    assert!(holds(&answerer, json.as_bytes()));
}

#[test]
fn nothing_in_it_can_be_changed() {
    let answerer = opened(&Program::indexed());
    let made = receipt(&answerer, QUESTION);
    let findings = |change: &dyn Fn(&mut Receipt)| {
        let mut changed = made.clone();
        change(&mut changed);
        let verification = changed.verify(&answerer).expect("a verification");
        assert!(!verification.holds(), "{changed:#?}");
        [verification.findings, verification.quotes.concat()].concat()
    };
    let told = |change: &dyn Fn(&mut Receipt), finding: Finding| assert!(findings(change).contains(&finding), "{finding:?} is not told");
    told(&|receipt| receipt.receipt = 2, Finding::UnknownVersion);
    told(&|receipt| receipt.accord.push('9'), Finding::SealBroken);
    told(&|receipt| receipt.made_at += 1, Finding::SealBroken);
    told(&|receipt| receipt.confidence += 0.01, Finding::SealBroken);
    told(&|receipt| receipt.snapshot.push('0'), Finding::SealBroken);
    told(&|receipt| receipt.quotes[0].score = None, Finding::SealBroken);
    told(&|receipt| receipt.question = Some("How often will it fail?".to_owned()), Finding::QuestionChanged);
    told(&|receipt| receipt.quotes[0].n = 2, Finding::Number);
    told(&|receipt| receipt.quotes[0].source = "nothing".to_owned(), Finding::NoSource);
    told(&|receipt| receipt.quotes[0].source = "article".to_owned(), Finding::SourceChanged);
    told(&|receipt| receipt.quotes[0].source_hash.push('0'), Finding::SourceChanged);
    told(&|receipt| receipt.quotes[0].end = 1_000_000, Finding::OutOfRange);
    told(&|receipt| receipt.quotes[0].start += 1, Finding::WordsChanged);
    told(&|receipt| receipt.quotes[0].words.push('.'), Finding::WordsChanged);
    told(&|receipt| receipt.quotes[0].words.push('.'), Finding::WordsHash);
    told(&|receipt| receipt.quotes[0].passage = "agreement#1".to_owned(), Finding::Passage);
    told(&|receipt| receipt.quotes[0].lane = accord::corpus::Lane::Opinion, Finding::Lane);
    told(&|receipt| receipt.quotes[0].speaker = "Barack Obama".to_owned(), Finding::Speaker);
    told(&|receipt| receipt.quotes[0].clause = None, Finding::Clause);
}

#[test]
fn no_byte_of_it_can_be_flipped() {
    let answerer = opened(&Program::indexed());
    let made = serde_json::to_vec(&receipt(&answerer, QUESTION)).expect("JSON");
    assert!(holds(&answerer, &made));
    let mut passed = Vec::new();
    for at in 0..made.len() {
        for flip in [0x01, 0x20] {
            let mut changed = made.clone();
            changed[at] ^= flip;
            if holds(&answerer, &changed) {
                passed.push(String::from_utf8_lossy(&changed).into_owned());
            }
        }
    }
    assert!(passed.is_empty(), "{} changes pass:\n{}", passed.len(), passed.join("\n"));
}

#[test]
fn a_change_elsewhere_in_the_corpus_is_told_and_forgiven() {
    let program = Program::indexed();
    program.run(&["ask", QUESTION, "--receipt", "receipt.json"]).found();
    program.edit("corpus/notes/csm-healey.md", "Jason Healey was also", "Mr Jason Healey was also");
    let ran = program.run(&["verify", "receipt.json"]).found();
    assert!(ran.out.ends_with("The corpus has changed since; the quotes still stand.\n"), "{}", ran.out);
}

#[test]
fn a_change_of_the_source_itself_is_not_forgiven() {
    let program = Program::with(&[(
        "lease.md",
        "# The lease\n\nThe lease of the flat ends in May. The tenant pays the rent on the first day of each month.\n",
    )]);
    program.run(&["ask", "When does the lease of the flat end?", "--receipt", "receipt.json"]).found();
    program.run(&["verify", "receipt.json"]).found();
    program.edit("corpus/lease.md", "first day", "third day");
    let told = program.run(&["verify", "--json", "receipt.json"]).not_found().json();
    assert_eq!((&told["corpus_changed"], &told["quotes"][0]["findings"]), (&json!(true), &json!(["source_changed"])));
}

#[test]
fn a_receipt_that_does_not_hold_is_told() {
    let program = Program::indexed();
    program.run(&["ask", QUESTION, "--receipt", "receipt.json"]).found();
    program.edit("receipt.json", "twice per year", "thrice per year");
    program.edit("receipt.json", "\"speaker\": \"the agreement\"", "\"speaker\": \"Barack Obama\"");
    assert_snapshot!(program.run(&["verify", "receipt.json"]).not_found().quietly().out);
    let told = program.run(&["verify", "--json", "receipt.json"]).not_found().json();
    assert_eq!((&told["holds"], &told["quotes"][0]["stands"]), (&json!(false), &json!(false)));
    assert_eq!(told["findings"], json!(["seal_broken"]));
}

#[test]
fn a_file_that_is_no_receipt_is_named_with_its_line() {
    let program = Program::indexed();
    program.run(&["ask", QUESTION, "--receipt", "receipt.json"]).found();
    program.edit("receipt.json", "\"outcome\": \"found\"", "\"outcome\": \"sure\"");
    let ran = program.run(&["verify", "receipt.json"]).failed();
    assert!(ran.err.contains("receipt.json:9: unknown variant `sure`"), "{}", ran.err);
    assert!(program.run(&["verify", "nothing.json"]).failed().err.contains("nothing.json: "));
    assert!(
        program
            .run(&["ask", QUESTION, "--receipt", "no/such/folder.json"])
            .failed()
            .err
            .contains("cannot write the receipt no/such/folder.json")
    );
}
