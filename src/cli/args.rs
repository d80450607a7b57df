//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::eval::LeaveOut;

/// Answers questions about an agreement with quotations that it has proven.
#[derive(Debug, Parser)]
#[command(
    name = "accord",
    version,
    about,
    long_about = "Answers questions about an agreement with quotations that it has proven.\n\nEvery sentence that it says about the corpus \
                  is a verbatim quotation, checked against the source's bytes as it is printed; the agreement's words, reporting and \
                  opinion are told apart; and where the corpus does not say, it says so.",
    after_help = "Examples:\n  accord ask \"Who co-chairs the dialogue for the United States?\"\n  accord clause 2\n  accord critique --clause 3\n  \
                  accord --corpus ~/contracts ask \"When can the lease be ended?\"\n\nExit codes: 0 found, 1 not found, 2 error.",
    arg_required_else_help = true
)]
pub(super) struct Args {
    /// The folder of documents [default: corpus]
    #[arg(long, global = true, value_name = "DIR", env = "ACCORD_CORPUS")]
    pub(super) corpus: Option<PathBuf>,
    /// The folder of the index [default: index, or a folder of its own below it for another corpus]
    #[arg(long, global = true, value_name = "DIR", env = "ACCORD_INDEX")]
    pub(super) index: Option<PathBuf>,
    /// Print JSON for machines; errors are JSON on stderr
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Answer a question with proven quotations
    #[command(
        after_help = "Examples:\n  accord ask \"How often will the dialogue meet?\"\n  accord ask what does healey think of the deal\n  \
                            accord ask --batch questions.jsonl   # lines like {\"id\":\"q1\",\"question\":\"…\"}"
    )]
    Ask {
        /// The question, in plain words
        #[arg(required_unless_present = "batch", conflicts_with = "batch", value_name = "QUESTION")]
        question: Vec<String>,
        /// Answer each line of a JSONL file ({"id","question"} or {"_id","text"}), one JSON object a line
        #[arg(long, value_name = "FILE")]
        batch: Option<PathBuf>,
        /// Ask it as a follow-up to an earlier answer: a file that `accord ask --json` wrote
        #[arg(long, value_name = "FILE", conflicts_with = "batch")]
        context: Option<PathBuf>,
        /// How many ranked passages to give in JSON
        #[arg(long, default_value_t = 10, value_name = "N")]
        hits: usize,
        /// Show why each passage ranked where it did
        #[arg(long, conflicts_with_all = ["json", "batch"])]
        explain: bool,
        /// Write a receipt beside the answer, for `accord verify`
        #[arg(long, value_name = "FILE", conflicts_with = "batch")]
        receipt: Option<PathBuf>,
    },
    /// Check whether the corpus says these words, and who says them
    #[command(after_help = "Examples:\n  accord quote \"both sides agree to establish a hotline\" --by \"the White House\"\n  \
                      accord quote '\"neither country will support theft,\" said Obama'\n\n\
                      Exit codes: 0 exact; 1 altered, misattributed or not found; 2 error.")]
    Quote {
        /// The words, as they are quoted
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
        /// Who is said to say them
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
    /// Check a receipt that `accord ask --receipt` wrote
    #[command(after_help = "Exit codes: 0 all of it holds, 1 something does not, 2 the file cannot be read.")]
    Verify {
        /// The receipt
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Show a clause: by number, heading, topic or first words
    #[command(after_help = "Examples:\n  accord clause 4\n  accord clause hotline\n  accord clause \"the last one\"")]
    Clause {
        /// Which clause
        #[arg(required = true, value_name = "WHICH")]
        which: Vec<String>,
    },
    /// Show a party by any of its names
    #[command(after_help = "Examples:\n  accord party MPS\n  accord party \"Attorney General\"")]
    Party {
        /// The name
        #[arg(required = true, value_name = "NAME")]
        name: Vec<String>,
    },
    /// Show what is said about a clause, and by whom
    #[command(after_help = "Examples:\n  accord critique --clause 3\n  accord critique --by Healey")]
    Critique {
        /// Only about this clause
        #[arg(long, value_name = "N")]
        clause: Option<u32>,
        /// Only by this person or body
        #[arg(long, value_name = "NAME")]
        by: Option<String>,
    },
    /// List the sources, or show one
    Sources {
        /// The source's id
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
    /// Print the exact text of a source; offsets of quotes count its bytes
    Text {
        /// The source's id
        #[arg(value_name = "SOURCE")]
        source: String,
    },
    /// Build the index anew
    Index,
    /// Check the corpus and name what is wrong by file and line
    Check,
    /// Ask question after question; follow-ups are understood
    Chat,
    /// Answer on Discord
    #[command(after_help = "Needs DISCORD_TOKEN in the environment or in a file named .env; see .env.example.")]
    Serve,
    /// Measure answers on a question set
    #[command(after_help = "Examples:\n  accord eval tests/evals\n  accord eval tests/evals --compare tests/evals/baseline.json\n  \
                            accord eval ~/beir/scifact --json")]
    Eval {
        /// A folder in BEIR layout (corpus.jsonl, queries.jsonl, qrels/), or one with questions.jsonl about the corpus
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        /// Fail when a figure is worse than in this file, written by `accord eval --json`
        #[arg(long, value_name = "FILE")]
        compare: Option<PathBuf>,
        /// Write what each question came to, a JSON object a line, for finding out why
        #[arg(long, value_name = "FILE")]
        details: Option<PathBuf>,
        /// Write the ranking in TREC's run format, for trec_eval and its like
        #[arg(long, value_name = "FILE")]
        run: Option<PathBuf>,
        /// Draw the risk–coverage curve as SVG: what share of the answers are wrong when the surest share is answered
        #[arg(long, value_name = "FILE")]
        plot: Option<PathBuf>,
        /// Take half of the set's topics, or half of each topic's passages, out of its corpus first: what was asked about
        /// them is then unanswerable
        #[arg(long, value_name = "WHAT")]
        leave_out: Option<LeaveOut>,
        /// With --leave-out: which half is taken out; each number up to 255 draws another one
        #[arg(long, value_name = "N", default_value_t = 0, requires = "leave_out", value_parser = clap::value_parser!(u32).range(..256))]
        draw: u32,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}
