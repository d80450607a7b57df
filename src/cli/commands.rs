//! What each command does.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::CommandFactory;
use serde::Deserialize;

use super::args::{Args, Command, LaneName};
use super::{CliError, FAILED, FOUND, NOT_FOUND, batch, chat, explain, fetch, index, lookup, picture, print, quoting, receipts, serve};
use crate::answer::{Answer, AnswerError, Answerer, Context, Outcome, Scope, WireAnswer};
use crate::app::{self, Places};
use crate::corpus::{Corpus, Lane, answer_with_pages};
use crate::eval;
use crate::words::terminal;

/// How many ranked passages a look-up gives in JSON: it ranks none.
const DEFAULT_HITS: usize = 10;

pub(super) fn run(args: Args) -> Result<u8, CliError> {
    let Args { corpus, index: index_folder, json, command } = args;
    let places = Places::new(corpus, index_folder);
    // Machines read JSON on stderr too.
    let tell = |told: &str| if json { eprintln!("{}", serde_json::json!({ "note": told })) } else { eprintln!("{told}") };
    let open = || app::open(&places, &mut |told| tell(told));
    match command {
        Command::Ask { batch: Some(file), source, lane, hits, .. } => batch::run(&open()?, &file, &scope(source, lane), hits),
        Command::Ask { question, context, source, lane, hits, explain, receipt, .. } => {
            let before = context.as_deref().map(conversation).transpose()?;
            let answerer = open()?;
            let began = std::time::Instant::now();
            let question = answerer.question(&question.join(" "), before.as_ref());
            let answer = answerer.answer_within(&question, &scope(source, lane))?;
            if explain {
                explain::explain(&answerer, &answer)?;
            }
            if let Some(file) = receipt {
                receipts::write(&answerer, &answer, &file)?;
                tell(&terminal::receipt::written(&file.display().to_string()));
            }
            show(&answerer, &answer, json, hits, began)
        }
        Command::Search { words, source, lane, page } => {
            lookup::search(&open()?, &words.join(" "), &scope(source, lane), usize::try_from(page).unwrap_or(usize::MAX), json)
        }
        Command::Compare { point } => lookup::compare(&open()?, &point.join(" "), json),
        Command::Quote { text, by } => quoting::check(&open()?, &text.join(" "), by.as_deref(), json),
        Command::Verify { file } => receipts::verify(&open, &file, json),
        Command::Clause { which, source } => {
            let answerer = open()?;
            let answer = answerer.clause_within(&which.join(" "), &scope(source, None))?;
            show(&answerer, &answer, json, DEFAULT_HITS, std::time::Instant::now())
        }
        Command::Party { name } => {
            let answerer = open()?;
            show(&answerer, &answerer.party(&name.join(" "))?, json, DEFAULT_HITS, std::time::Instant::now())
        }
        Command::Critique { clause, by } => {
            let answerer = open()?;
            show(&answerer, &answerer.critiques(clause, by.as_deref())?, json, DEFAULT_HITS, std::time::Instant::now())
        }
        Command::Map { out } => picture::map(&open()?, &out, json),
        Command::Timeline { out } => picture::timeline(&open()?, out.as_deref(), json),
        Command::Sources { id } => lookup::sources(&open()?, id.as_deref(), json),
        Command::Text { source } => text(&open()?, &source),
        Command::Index(args) => index::run(&places, &args, json),
        Command::Fetch(args) => fetch::run(&places, args, json),
        Command::Check => check(&places, json),
        Command::Chat => chat::run(&open()?, io::stdin().lock()),
        Command::Serve { watch } => serve::run(&places, watch),
        Command::Eval { dir, compare, details, run, plot, leave_out, draw } => {
            let (details, run, plot) = (details.as_deref(), run.as_deref(), plot.as_deref());
            let report = eval::run(&dir, &places, &eval::Options { details, run, plot, leave_out, draw })?;
            if json {
                print::json(&report)?;
            } else {
                print::text(&report.to_string())?;
            }
            let Some(baseline) = compare else { return Ok(FOUND) };
            let changes = eval::compare(&report, &baseline)?;
            for change in &changes {
                eprintln!("{} than {}: {change}", if change.worse { "worse" } else { "better" }, baseline.display());
            }
            Ok(if changes.iter().any(|change| change.worse) { FAILED } else { FOUND })
        }
        Command::ReadPdf => {
            answer_with_pages(io::stdin().lock(), io::stdout().lock())?;
            Ok(FOUND)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "accord", &mut script);
            io::stdout().write_all(&script)?;
            Ok(FOUND)
        }
    }
}

/// The conversation that an earlier answer's JSON holds. An answer that led nowhere is nothing to lean on.
fn conversation(file: &Path) -> Result<Context, CliError> {
    #[derive(Deserialize)]
    struct Earlier {
        #[serde(default)]
        context: Context,
    }
    let text = fs::read_to_string(file).map_err(|error| CliError::Usage(format!("{}: {error}", file.display())))?;
    let earlier: Earlier = serde_json::from_str(&text)
        .map_err(|error| CliError::Usage(format!("{}: {error}: name a file that `accord ask --json` wrote", file.display())))?;
    Ok(earlier.context)
}

fn show(answerer: &Answerer, answer: &Answer, json: bool, hits: usize, began: std::time::Instant) -> Result<u8, CliError> {
    if json {
        let mut wire = WireAnswer::prove(answer, answerer, hits)?;
        wire.took_us = batch::microseconds(began);
        print::json(&wire)?;
    } else {
        print::answer(answerer, answer)?;
    }
    Ok(match answer.outcome {
        Outcome::Found(_) => FOUND,
        Outcome::Ambiguous(_) | Outcome::NotFound { .. } => NOT_FOUND,
    })
}

/// What a question or a search is narrowed to.
fn scope(source: Option<String>, lane: Option<LaneName>) -> Scope {
    Scope { source, lane: lane.map(Lane::from) }
}

fn text(answerer: &Answerer, id: &str) -> Result<u8, CliError> {
    let Some(document) = answerer.generation().document(id).map_err(app::OpenError::from)? else {
        return Err(AnswerError::from(answerer.no_such_source(id)).into());
    };
    // The bytes as they are, so that the offsets of quotes hold.
    io::stdout().write_all(document.text.as_bytes())?;
    Ok(FOUND)
}

fn check(places: &Places, json: bool) -> Result<u8, CliError> {
    let read = Corpus::load(&places.corpus).and_then(|corpus| Ok((corpus.count()?, corpus)));
    match read {
        Ok(((sources, passages), corpus)) => {
            let knowledge = &corpus.knowledge;
            let of = |answered: bool| corpus.anticipated.iter().filter(move |anticipated| anticipated.answered == answered);
            let foreseen = |answered: bool| of(answered).map(|anticipated| anticipated.asked.len()).sum();
            let counts = [
                ("sources", sources),
                ("passages", passages),
                ("clauses", knowledge.clauses.len()),
                ("parties", knowledge.parties.len()),
                ("critiques", knowledge.critiques.len()),
                ("anticipated questions", foreseen(true)),
                ("known gaps", foreseen(false)),
            ];
            if json {
                let counts: serde_json::Map<_, _> = counts.iter().map(|(name, count)| ((*name).to_owned(), (*count).into())).collect();
                print::json(&serde_json::json!({ "problems": [], "counts": counts }))?;
            } else {
                let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
                print::text(&format!("Nothing is wrong with {}: {}.\n", places.corpus.display(), counts.join(", ")))?;
            }
            Ok(FOUND)
        }
        Err(error) => {
            let problems: Vec<String> = error.problems.iter().map(ToString::to_string).collect();
            if json {
                print::json(&serde_json::json!({ "problems": problems }))?;
            } else {
                for problem in &problems {
                    eprintln!("{problem}");
                }
                eprintln!("{} found.", if problems.len() == 1 { "1 problem".to_owned() } else { format!("{} problems", problems.len()) });
            }
            Ok(FAILED)
        }
    }
}
