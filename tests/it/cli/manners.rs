//! What a program owes whoever calls it: help, exit codes, a first run that explains itself, pipes that may close.

use insta::assert_snapshot;

use super::{CO_CHAIRS, CO_CHAIRS_WORDS, RECIPE};
use crate::support::program::Program;

#[test]
fn help_is_worth_reading() {
    assert_snapshot!(Program::without_corpus().run(&["--help"]).found().quietly().out);
}

#[test]
fn every_command_has_help_with_its_purpose() {
    let program = Program::without_corpus();
    let help = program.run(&["--help"]).found().out;
    let (_, commands) = help.split_once("Commands:\n").expect("a list of commands");
    let commands: Vec<(&str, &str)> =
        commands.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.trim().split_once("  ")).collect();
    assert!(commands.len() > 10, "{commands:?}");
    for (command, purpose) in commands.into_iter().filter(|(command, _)| *command != "help") {
        let own = program.run(&[command, "--help"]).found().quietly().out;
        assert!(own.starts_with(purpose.trim()), "{command}: {own}");
    }
}

#[test]
fn it_tells_by_its_exit_code_what_came_of_it() {
    let program = Program::indexed();
    program.run(&["ask", CO_CHAIRS]).found();
    program.run(&["ask", RECIPE]).not_found();
    program.run(&["party", "justice ministry"]).not_found();
    program.run(&["ask", "--no-such-option"]).failed();
    program.run(&["frobnicate"]).failed();
    program.run(&[]).failed();
    program.run(&["sources", "nothing"]).failed();
    program.run(&["--version"]).found();
}

#[test]
fn the_first_run_builds_the_index_and_says_so() {
    let program = Program::fresh();
    let first = program.ask(CO_CHAIRS).found();
    assert!(first.out.contains(CO_CHAIRS_WORDS));
    let told: Vec<&str> = first.err.lines().collect();
    assert_eq!(told.first(), Some(&"There is no index yet: building it."));
    assert!(told.get(1).is_some_and(|line| line.starts_with("Indexed ") && line.ends_with(" documents.")), "{told:?}");
    assert_eq!(told.len(), 2, "{told:?}");

    let second = program.ask(CO_CHAIRS).found().quietly();
    assert_eq!(second.out, first.out);
}

#[test]
fn another_corpus_has_an_index_of_its_own() {
    let program = Program::indexed();
    program.write("leases/flat.txt", "The lease of the flat ends in May.\n");
    let other = program.run(&["--corpus", "leases", "ask", "When does the lease end?"]).found();
    assert!(other.out.contains("The lease of the flat ends in May."), "{}", other.out);
    program.ask(CO_CHAIRS).found().quietly();
    program.run(&["--corpus", "leases", "ask", "When does the lease end?"]).found().quietly();
}

#[test]
fn serving_without_a_token_tells_how_to_get_one() {
    let program = Program::fresh();
    let ran = program.run(&["serve"]).failed();
    assert_snapshot!(ran.err);
    assert_eq!(ran.out, "");
    assert!(!program.path("index").exists(), "nothing is done before the settings are known to be sound");
}

#[test]
fn a_token_is_never_printed() {
    let program = Program::fresh();
    program.write(".env", "DISCORD_TOKEN=not-a-token-but-secret\n");
    let ran = program.run(&["serve"]).failed();
    assert!(ran.err.contains("does not look like a bot's token"), "{}", ran.err);
    assert!(!ran.err.contains("not-a-token-but-secret"), "{}", ran.err);
}

#[test]
fn completions_are_given_for_every_shell() {
    let program = Program::without_corpus();
    for (shell, sign) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef accord"),
        ("fish", "complete -c accord"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = program.run(&["completions", shell]).found().quietly().out;
        assert!(script.contains(sign), "{shell} has no {sign:?}");
        assert!(script.contains("critique"), "{shell} does not complete commands");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let program = Program::indexed();
    program.write("questions.jsonl", format!("{{\"id\":\"a\",\"question\":\"{CO_CHAIRS}\"}}\n"));
    let commands: [&[&str]; 11] = [
        &["ask", CO_CHAIRS],
        &["ask", "--json", CO_CHAIRS],
        &["ask", "--explain", CO_CHAIRS],
        &["ask", "--batch", "questions.jsonl"],
        &["text", "article"],
        &["sources"],
        &["critique"],
        &["--help"],
        &["check"],
        &["index"],
        &["completions", "bash"],
    ];
    let mut wrong = Vec::new();
    for words in commands {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let ran = program.run_into(writer, words);
        if ran.code != 0 || !ran.err.is_empty() {
            wrong.push(format!("accord {}: exit code {}, {}", words.join(" "), ran.code, ran.err.trim()));
        }
    }
    assert!(wrong.is_empty(), "a closed pipe is taken for an error:\n{}", wrong.join("\n"));
}
