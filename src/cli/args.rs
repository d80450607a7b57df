//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::corpus::Lane;
use crate::eval::LeaveOut;
use crate::index::FEWEST_KEPT;

/// The word that makes the program read a PDF file for another run of it.
pub(super) const READ_PDF: &str = "read-pdf";

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

#[derive(Debug, clap::Args)]
pub(super) struct IndexArgs {
    /// Only say what would change
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Build a new generation also when nothing has changed
    #[arg(long)]
    pub(super) force: bool,
    /// Keep this many generations, the new one among them [default: as many as before, at first 3]
    #[arg(long, value_name = "N", value_parser = kept)]
    pub(super) keep: Option<usize>,
    /// Index nothing when a document cannot be read, rather than leave it out
    #[arg(long)]
    pub(super) strict: bool,
    /// Go back to the newest sound generation before the current one, and stay there until the next `accord index`
    #[arg(long, conflicts_with_all = ["dry_run", "force", "keep", "strict", "list"])]
    pub(super) rollback: bool,
    /// List the generations, newest first
    #[arg(long, conflicts_with_all = ["dry_run", "force", "keep", "strict"])]
    pub(super) list: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct FetchArgs {
    /// The ids of the sources; all when none is given
    #[arg(value_name = "SOURCE", conflicts_with_all = ["add", "remove"])]
    pub(super) sources: Vec<String>,
    /// Add a source of your own: the page at an address, or a file
    #[arg(long, value_name = "URL_OR_FILE", conflicts_with_all = ["remove", "check"])]
    pub(super) add: Option<String>,
    /// With --add: its id [default: made of its title or address]
    #[arg(long, value_name = "ID", requires = "add")]
    pub(super) id: Option<String>,
    /// With --add: its title [default: what the document says]
    #[arg(long, value_name = "TITLE", requires = "add")]
    pub(super) title: Option<String>,
    /// With --add: its lane [default: reporting, or text in a folder without corpus.toml]
    #[arg(long, value_name = "LANE", requires = "add")]
    pub(super) lane: Option<LaneName>,
    /// Remove a source of your own, or the copy of another
    #[arg(long, value_name = "ID", conflicts_with = "check")]
    pub(super) remove: Option<String>,
    /// Only see whether sources have changed or gone since they were fetched; copies stay as they are
    #[arg(long)]
    pub(super) check: bool,
    /// Exit with 1 when a source has no text; with --check, when one has changed or gone
    #[arg(long, conflicts_with = "remove")]
    pub(super) strict: bool,
}

/// A number of generations that leaves one to fall back on.
fn kept(typed: &str) -> Result<usize, String> {
    let number: usize = typed.parse().map_err(|_| "give a number".to_owned())?;
    if number < FEWEST_KEPT { Err(format!("keep {FEWEST_KEPT} at least, so that there is one to fall back on")) } else { Ok(number) }
}

/// Whose voice words are, as it can be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LaneName {
    /// The agreement's own words
    Text,
    /// News reporting
    Reporting,
    /// Somebody's opinion
    Opinion,
    /// Accord's notes on sources that are not carried along
    Note,
}

impl From<LaneName> for Lane {
    fn from(name: LaneName) -> Self {
        match name {
            LaneName::Text => Self::Text,
            LaneName::Reporting => Self::Reporting,
            LaneName::Opinion => Self::Opinion,
            LaneName::Note => Self::Note,
        }
    }
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
        /// Answer from this source alone; `accord sources` lists the ids
        #[arg(long, value_name = "ID")]
        source: Option<String>,
        /// Answer from this lane alone
        #[arg(long, value_name = "LANE")]
        lane: Option<LaneName>,
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
    /// List the passages that hold some words, the likeliest first
    #[command(after_help = "Examples:\n  accord search hotline\n  accord search sanctions --lane note --page 2\n  \
                            accord search economic espionage --source article")]
    Search {
        /// The words
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
        /// List this source alone; `accord sources` lists the ids
        #[arg(long, value_name = "ID")]
        source: Option<String>,
        /// List this lane alone
        #[arg(long, value_name = "LANE")]
        lane: Option<LaneName>,
        /// Which page, ten passages each
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        page: u32,
    },
    /// Show one point side by side: the agreement's words, reporting, opinion, notes
    #[command(after_help = "Examples:\n  accord compare hotline\n  accord compare \"economic espionage\"\n  accord compare clause 3")]
    Compare {
        /// The point: a clause, or a matter in a few words
        #[arg(required = true, value_name = "POINT")]
        point: Vec<String>,
    },
    /// Show a clause or a numbered provision: by number, heading, topic or first words
    #[command(after_help = "Examples:\n  accord clause 4\n  accord clause hotline\n  accord clause \"the last one\"\n  \
                            accord clause \"section 4.2(b) of the lease\"")]
    Clause {
        /// Which clause
        #[arg(required = true, value_name = "WHICH")]
        which: Vec<String>,
        /// Only in this source
        #[arg(long, value_name = "ID")]
        source: Option<String>,
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
    /// Draw whom each clause binds and who says what about it, as a PNG
    #[command(after_help = "Prints what the picture shows in words.\n\nExample:\n  accord map --out map.png")]
    Map {
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// List the dates that the corpus names, each with its proven quotation
    #[command(after_help = "Examples:\n  accord timeline\n  accord timeline --out timeline.png")]
    Timeline {
        /// Draw the dates that matter most into this PNG file instead, and print what it shows in words
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
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
    /// Take the corpus up anew and say what that changes, or roll back
    #[command(
        after_help = "Examples:\n  accord index --dry-run     # what would change\n  accord index               # take the corpus up\n  \
                            accord index --rollback    # back to the generation before"
    )]
    Index(IndexArgs),
    /// Fetch the sources that the corpus links to, or add one of your own
    #[command(
        after_help = "Each source is looked for at its address as printed, at its current one, and in the Web Archive. Dead links are told, \
                            not failed on.\n\nExamples:\n  accord fetch                            # all that the corpus links to\n  \
                            accord fetch --add https://example.org/ruling.pdf\n  accord fetch --add lease.pdf --lane text\n  accord fetch --remove ruling\n  \
                            accord fetch --check                    # what changed or vanished since"
    )]
    Fetch(FetchArgs),
    /// Check the corpus and name what is wrong by file and line
    Check,
    /// Ask question after question; follow-ups are understood
    Chat,
    /// Answer on Discord
    #[command(after_help = "Needs DISCORD_TOKEN in the environment or in a file named .env; see .env.example.")]
    Serve {
        /// Take the corpus up anew whenever a file in its folder changes
        #[arg(long)]
        watch: bool,
    },
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
    /// Read a PDF file from stdin for the program itself, which keeps what that may do to it in a child
    #[command(name = READ_PDF, hide = true)]
    ReadPdf,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}
