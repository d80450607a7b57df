//! What may be wrong with curated files. Each problem is named by its file, its line and the nearest text that exists.

use std::fs;

use insta::assert_snapshot;

use crate::support::program::Program;

/// A careless edit: what it is, where, and what becomes of which words.
type Edit = (&'static str, &'static str, &'static str, &'static str);

const EDITS: &[Edit] = &[
    ("a quote that is not in its source", "corpus/critiques.toml", "It is window dressing and was", "It is window washing and was"),
    (
        "a quote that is like nothing in its source",
        "corpus/critiques.toml",
        "It is window dressing and was probably only agreed upon because it shows a willingness to 'get along', whether real or imagined.",
        "Zebras graze.",
    ),
    ("a source that is not there", "corpus/critiques.toml", "source = \"article\"", "source = \"artikle\""),
    ("a clause that is not there", "corpus/critiques.toml", "clauses = [1, 2]", "clauses = [1, 9]"),
    ("a key that nobody reads", "corpus/critiques.toml", "stance = \"mixed\"", "stanze = \"mixed\""),
    ("an id that is taken", "corpus/critiques.toml", "id = \"eijndhoven-human-rights\"", "id = \"eijndhoven-some-meat\""),
    ("a party that is not there", "corpus/agreement/clauses.toml", "\"mps\", \"mss\"", "\"msp\", \"mss\""),
    (
        "a clause whose beginning is not there",
        "corpus/agreement/clauses.toml",
        "begins = \"Both sides are committed",
        "begins = \"Both sides were committed",
    ),
    (
        "a clause whose end is not there",
        "corpus/agreement/clauses.toml",
        "ends = \"for further discussions on this topic.\"",
        "ends = \"for more discussions on this topic.\"",
    ),
    (
        "a duty that is not in its clause",
        "corpus/agreement/clauses.toml",
        "quote = \"provide updates on the status",
        "quote = \"provide news of the status",
    ),
    ("a date that is in another clause", "corpus/agreement/clauses.toml", "quote = \"July 2015\"", "quote = \"by the end of 2015\""),
    ("a clause number that is left out", "corpus/agreement/clauses.toml", "number = 3", "number = 5"),
    ("a party whose anchor is not there", "corpus/parties.toml", "China will designate an official", "China will name an official"),
    ("a party whose id is taken", "corpus/parties.toml", "id = \"china\"", "id = \"united-states\""),
    ("a date that is none", "corpus/corpus.toml", "published = \"2015-09-25\"", "published = \"25.09.2015\""),
    ("a month that is none", "corpus/corpus.toml", "published = \"2015-09-25\"", "published = \"2015-13\""),
    ("a lane that is none", "corpus/corpus.toml", "lane = \"opinion\"", "lane = \"views\""),
    ("a source whose id is taken", "corpus/corpus.toml", "id = \"wired-opm\"", "id = \"guardian-summit\""),
    ("a file that is not there", "corpus/corpus.toml", "file = \"notes/wired-opm.md\"", "file = \"notes/wired-omp.md\""),
    ("a file outside the corpus", "corpus/corpus.toml", "file = \"notes/wired-opm.md\"", "file = \"../outside.md\""),
    ("a knowledge file that is not there", "corpus/corpus.toml", "parties = \"parties.toml\"", "parties = \"partys.toml\""),
    (
        "a voice that is not there",
        "corpus/corpus.toml",
        "begins = \"What I've said to President Xi\"",
        "begins = \"What I told President Xi\"",
    ),
    ("a format of the future", "corpus/corpus.toml", "format = 1", "format = 2"),
    ("a line that is not TOML", "corpus/corpus.toml", "[files]", "[files"),
    ("a value that is forgotten", "corpus/corpus.toml", "speaker = \"the agreement\"\nfile", "file"),
    (
        "a link that has no source",
        "corpus/article/article.md",
        "http://www.wired.com/2015/07/massive-opm-hack",
        "http://www.wired.com/2015/07/massive-omp-hack",
    ),
    (
        "an anticipated question without an answer",
        "corpus/anticipated.toml",
        "quote = \"neither country's government will conduct",
        "quote = \"neither country's government would conduct",
    ),
    ("a known gap in a source that is not there", "corpus/gaps.toml", "source = \"article\"", "source = \"artikle\""),
    ("a word of another language for nothing", "corpus/languages/de.toml", "english = [\"hotline\", \"cyber hotline\"]", "english = []"),
    (
        "a word that means only itself",
        "corpus/glossary.toml",
        "[[same]]\nwords = [",
        "[[same]]\nwords = [\"lonely\"]\n\n[[same]]\nwords = [",
    ),
];

/// Edits of which the problem is noticed in another place than the line that was edited.
const NOTICED_ELSEWHERE: [&str; 4] =
    ["a link that has no source", "a value that is forgotten", "a format of the future", "a knowledge file that is not there"];

#[test]
fn every_careless_edit_is_named_by_file_and_line() {
    let told = EDITS.iter().map(|edit| {
        let (what, file, ..) = edit;
        let (line, problems) = edited(edit);
        let here = problems.iter().find(|problem| problem.starts_with(&format!("{file}:{line}: ")));
        let named = here.or_else(|| problems.first().filter(|_| NOTICED_ELSEWHERE.contains(what)));
        let named = named.unwrap_or_else(|| panic!("{what} stands on line {line} of {file}, but nothing is told of it: {problems:#?}"));
        format!("# {what}\n{named}\n")
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

/// Edits that take a name away as well, so that what pointed at it is wrong too.
const TAKE_A_NAME_AWAY: [&str; 2] = ["a party whose id is taken", "a source whose id is taken"];

#[test]
fn one_mistake_is_told_as_one_problem() {
    let edits = EDITS.iter().filter(|(what, ..)| !TAKE_A_NAME_AWAY.contains(what));
    let told = edits.map(|edit| (edit.0, edited(edit).1.len())).filter(|(_, problems)| *problems != 1);
    let told: Vec<String> = told.map(|(what, problems)| format!("{what}: {problems} problems")).collect();
    assert!(told.is_empty(), "one mistake makes other, sound lines be called wrong:\n{}", told.join("\n"));
}

#[test]
fn a_file_that_is_not_utf_8_is_named_with_its_line() {
    let program = Program::fresh();
    program.write("corpus/glossary.toml", b"format = 1\n\nsubject = [\"caf\xe9\"]\n");
    let told = checked(&program);
    assert!(told.starts_with("corpus/glossary.toml:3: is not UTF-8 text here\n    save the file as UTF-8"), "{told}");
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let program = Program::fresh();
    for what in ["a clause that is not there", "a party that is not there", "a date that is none", "a party whose anchor is not there"] {
        let (_, file, from, to) = EDITS.iter().find(|(name, ..)| *name == what).expect("an edit");
        program.edit(file, from, to);
    }
    let told = checked(&program);
    for file in ["corpus.toml:", "clauses.toml:", "parties.toml:", "critiques.toml:"] {
        assert!(told.contains(file), "{file} is not named:\n{told}");
    }
}

#[test]
fn machines_are_told_the_same() {
    let program = Program::fresh();
    program.edit("corpus/critiques.toml", "clauses = [1, 2]", "clauses = [1, 9]");
    let checked = program.run(&["check", "--json"]).failed().quietly().json();
    let problems = checked["problems"].as_array().expect("problems");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].as_str().is_some_and(|problem| problem.starts_with("corpus/critiques.toml:")), "{problems:?}");
}

#[test]
fn a_question_is_not_answered_from_a_corpus_that_something_is_wrong_with() {
    let program = Program::fresh();
    program.edit("corpus/critiques.toml", "clauses = [1, 2]", "clauses = [1, 9]");
    let ran = program.ask("hotline").failed();
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("error: corpus/critiques.toml:"), "{}", ran.err);
}

/// Makes a careless edit: the line on which it is made, and each problem that is told of it.
fn edited((_, file, from, to): &Edit) -> (usize, Vec<String>) {
    let program = Program::fresh();
    program.write("outside.md", "# Outside\n");
    let before = fs::read_to_string(program.path(file)).expect("a curated file");
    let until = before.split(from).next().expect("what stands before the edit").matches('\n').count();
    let kept = from.chars().zip(to.chars()).take_while(|(old, new)| old == new).filter(|(old, _)| *old == '\n').count();
    let line = 1 + until + kept;
    program.edit(file, from, to);
    let told = checked(&program);
    let mut problems: Vec<String> = Vec::new();
    for line in told.lines().filter(|line| !line.ends_with(" found.")) {
        match problems.last_mut().filter(|_| line.starts_with(' ')) {
            Some(problem) => problem.push_str(&format!("\n{line}")),
            None => problems.push(line.to_owned()),
        }
    }
    (line, problems)
}

/// What `accord check` tells of a corpus that something is wrong with.
fn checked(program: &Program) -> String {
    let ran = program.run(&["check"]).failed();
    assert_eq!(ran.out, "", "problems are told on stderr");
    ran.err
}
