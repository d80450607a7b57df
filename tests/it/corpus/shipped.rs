//! The corpus that comes with Accord.

use crate::support::program::{Program, quoted};

#[test]
fn nothing_is_wrong_with_it() {
    let told = Program::fresh().run(&["check"]).found().quietly().out;
    assert!(told.starts_with("Nothing is wrong with corpus: "), "{told}");
    assert!(told.contains(", 4 clauses, "), "{told}");
}

#[test]
fn nobody_s_e_mail_address_is_in_it() {
    let program = Program::indexed();
    let article = program.text("article");
    assert!(article.contains("[e-mail address left out]"), "the place of the address is marked");
    for source in program.run(&["sources", "--json"]).found().json().as_array().expect("sources") {
        let id = source["id"].as_str().expect("an id");
        let text = program.text(id);
        let addresses: Vec<&str> = text.split_whitespace().filter(|word| is_address(word)).collect();
        assert_eq!(addresses, Vec::<&str>::new(), "{id} holds an e-mail address");
    }
    assert!(is_address("(someone@example.org)."), "an address would be seen");
}

#[test]
fn the_cut_of_the_supplied_article_is_marked() {
    let article = Program::indexed().text("article");
    let marked = "look at what American politicians are saying [The supplied copy is cut here: at least one line of the article is missing.] considered off-limits.";
    assert!(article.contains(marked), "{article}");
}

#[test]
fn the_clauses_are_found_in_the_agreement_and_not_again_in_the_article() {
    let program = Program::indexed();
    let article = program.text("article");
    for clause in program.text("agreement").split("\n\n").map(str::trim) {
        assert!(article.contains(clause), "the article does quote the clause");
        let answer = program.ask_json(clause);
        let whole: Vec<&str> = quoted(&answer).into_iter().filter(|words| clause.contains(words)).collect();
        assert!(!whole.is_empty(), "the clause does not find itself: {answer}");
        let sources = |part: &str| -> Vec<String> {
            let found = answer[part].as_array().expect("quotes").iter().filter(|quote| quote["lane"] == "text");
            found.map(|quote| quote["source"].to_string()).collect()
        };
        assert!(sources("quotes").iter().all(|source| source == "\"agreement\""), "{:?}", sources("quotes"));
        let mut once = quoted(&answer);
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), quoted(&answer).len(), "something is quoted twice: {:#?}", quoted(&answer));
    }
}

#[test]
fn what_the_article_quotes_of_somebody_is_said_to_be_theirs() {
    let answer = Program::indexed().ask_json("are words followed by actions?");
    let quotes = answer["quotes"].as_array().expect("quotes");
    let obama = quotes
        .iter()
        .find(|quote| quote["source"] == "article" && quote["text"].as_str().is_some_and(|words| words.contains("followed by actions")));
    let speaker = obama.and_then(|quote| quote["speaker"].as_str()).unwrap_or_else(|| panic!("not quoted: {answer}"));
    assert!(speaker.contains("Barack Obama"), "{speaker}");
}

/// Whether a word is an e-mail address: something, an at sign, and a name with a dot in it.
fn is_address(word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let Some((before, after)) = word.split_once('@') else { return false };
    before.ends_with(part)
        && after.trim_end_matches(|c: char| !c.is_alphanumeric()).split_once('.').is_some_and(|(host, _)| host.chars().all(part))
}
