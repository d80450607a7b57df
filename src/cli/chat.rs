//! Question after question in the terminal, follow-ups included.

use std::io::{self, BufRead, IsTerminal, Write};

use super::{CliError, FOUND, print};
use crate::answer::{Answerer, Context};

/// Answers each line of `input` until it ends or says that it is enough.
pub(super) fn run(answerer: &Answerer, mut input: impl BufRead) -> Result<u8, CliError> {
    let prompting = io::stdin().is_terminal();
    if prompting {
        let title = &answerer.generation().manifest().title;
        print::text(&format!("{title}\nAsk a question. `clause 2`, `party MPS` and `sources` work too; an empty line ends.\n"))?;
    }
    let mut before: Option<Context> = None;
    let mut answered = false;
    loop {
        if prompting {
            print::text("\n> ")?;
            io::stdout().flush()?;
        }
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(FOUND);
        }
        let line = line.trim();
        if line.is_empty() || matches!(line, "quit" | "exit" | "bye") {
            return Ok(FOUND);
        }
        // Answers that are piped away stand apart too.
        if answered && !prompting {
            print::text("\n")?;
        }
        answered = true;
        if line == "sources" {
            print::sources(&answerer.source_cards()?)?;
            continue;
        }
        let answer = match line.strip_prefix("party ") {
            Some(name) => answerer.party(name)?,
            None => {
                let question = answerer.question(line, before.as_ref());
                let answer = answerer.answer(&question)?;
                // A question that led nowhere leaves the conversation where it was.
                before = answer.context.clone().or(before);
                answer
            }
        };
        print::answer(answerer, &answer)?;
    }
}
