//! Answers for people: plain text, wrapped and coloured only on a terminal.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};

use anstyle::{Reset, Style};
use serde::Serialize;
use textwrap::{Options, WordSeparator, WordSplitter};

use super::CliError;
use crate::answer::{Answer, Answerer, Card, Choice, Outcome, ProvenQuote, Silence, SourceCard, WireSource};
use crate::corpus::{Clause, Lane, Party};
use crate::words;

pub(super) const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
pub(super) const PLAIN: Reset = Reset;

/// Lines are never wrapped wider than this: longer ones are hard to follow.
const WIDEST: usize = 100;

/// Prints one JSON object on a line.
pub(super) fn json(value: &impl Serialize) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Prints text as it is.
pub(super) fn text(text: &str) -> Result<(), CliError> {
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

/// Prints an answer; every quote is proven as it is printed.
pub(super) fn answer(answerer: &Answerer, answer: &Answer) -> Result<(), CliError> {
    let quotes = answerer.prove(answer.quotes())?;
    let mut page = Page::new();
    if let Some(translation) = &answer.translation {
        page.line(&words::read_as(&translation.english));
    }
    match &answer.outcome {
        Outcome::Found(_) => {
            page.card(answer.card.as_ref(), answerer);
            let is_agreement = !answerer.generation().knowledge().clauses.is_empty();
            page.quotes(&quotes, answer.card.as_ref(), is_agreement);
        }
        Outcome::Ambiguous(choices) => page.choices(choices),
        Outcome::NotFound { silence, .. } => {
            let manifest = answerer.generation().manifest();
            page.line(&format!("{BOLD}{}{PLAIN}", words::silence(silence)));
            match silence {
                Silence::NotSaid => page.line(&words::searched(manifest.documents, manifest.passages)),
                Silence::NotWithin(searched) if searched.passages > 0 => page.line(&words::lookup::searched_within(searched.passages)),
                _ => {}
            }
            if !quotes.is_empty() {
                page.heading(words::closest());
                for quote in &quotes {
                    page.quote(quote, None);
                }
            }
            page.line("");
            page.line(words::rephrase(silence));
        }
    }
    page.print()
}

/// Prints the list of sources.
pub(super) fn sources(sources: &[WireSource]) -> Result<(), CliError> {
    let mut page = Page::new();
    for source in sources {
        page.source(source);
    }
    page.print()
}

/// Prints all that is known of one source.
pub(super) fn source(card: &SourceCard, answerer: &Answerer) -> Result<(), CliError> {
    let mut page = Page::new();
    page.source(&card.source.clone().into());
    page.indented(&words::lookup::held(card.passages));
    if let Some(licence) = &card.source.licence {
        page.indented(&words::lookup::licence(licence));
    }
    if let Some(known) = &card.source.known {
        page.indented(&words::lookup::known(known));
    }
    if let Some(opening) = &card.opening {
        page.heading(words::lookup::opening_words());
        page.quote(&opening.prove(answerer.generation())?, None);
    }
    if !card.critiques.is_empty() {
        page.heading(words::lookup::critiques_here());
        for critique in &card.critiques {
            page.indented(&words::lookup::critique_line(&critique.by, &critique.stance, &critique.topic));
        }
    }
    page.print()
}

/// What is printed, line by line.
pub(super) struct Page {
    text: String,
    /// The width to wrap at, on a terminal.
    width: Option<usize>,
}

impl Page {
    pub(super) fn new() -> Self {
        let width = io::stdout().is_terminal().then(|| textwrap::termwidth().min(WIDEST));
        Self { text: String::new(), width }
    }

    pub(super) fn line(&mut self, line: &str) {
        self.wrapped(line, "");
    }

    pub(super) fn indented(&mut self, line: &str) {
        self.wrapped(line, "    ");
    }

    /// A line that is never wrapped: an address must stay whole to be followed.
    fn address(&mut self, address: &str) {
        self.text.push_str(&format!("    {DIM}{address}{PLAIN}\n"));
    }

    fn wrapped(&mut self, line: &str, indent: &str) {
        match self.width {
            Some(width) => {
                let options = Options::new(width)
                    .initial_indent(indent)
                    .subsequent_indent(indent)
                    .word_separator(WordSeparator::AsciiSpace)
                    .word_splitter(WordSplitter::NoHyphenation)
                    .break_words(false);
                self.text.push_str(&textwrap::fill(line, options));
            }
            None => {
                self.text.push_str(indent);
                self.text.push_str(line);
            }
        }
        self.text.push('\n');
    }

    fn source(&mut self, source: &WireSource) {
        self.line(&format!("{BOLD}{}{PLAIN}  {}", source.id, source.title));
        let mut facts = vec![format!("{}, {}", source.lane, source.status)];
        facts.extend((!source.authors.is_empty()).then(|| source.authors.join(", ")));
        facts.extend(source.publisher.clone());
        facts.extend(source.published.clone());
        self.indented(&format!("{DIM}{}{PLAIN}", facts.join(" \u{b7} ")));
        for address in [source.url.as_ref(), source.archive_url.as_ref()].into_iter().flatten() {
            self.address(address);
        }
    }

    pub(super) fn heading(&mut self, words: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(&format!("{BOLD}{words}{PLAIN}"));
    }

    fn quotes(&mut self, quotes: &[ProvenQuote<'_>], card: Option<&Card>, is_agreement: bool) {
        let mut lane: Option<Lane> = None;
        for (index, quote) in quotes.iter().enumerate() {
            let here = quote.quote().lane();
            if lane != Some(here) {
                self.heading(if here == Lane::Text && !is_agreement { words::documents_heading() } else { words::lane_heading(here) });
                lane = Some(here);
            }
            let stance = match card {
                Some(Card::Critiques(critiques)) => {
                    critiques.get(index).map(|critique| format!("{} on {}", critique.stance, critique.topic))
                }
                _ => None,
            };
            self.quote(quote, stance);
        }
    }

    pub(super) fn quote(&mut self, proven: &ProvenQuote<'_>, stance: Option<String>) {
        self.cut_quote(proven, stance, false, false);
    }

    /// A quote that may begin or end within a sentence.
    pub(super) fn cut_quote(&mut self, proven: &ProvenQuote<'_>, stance: Option<String>, before: bool, after: bool) {
        let (quote, source) = (proven.quote(), proven.source());
        self.text.push('\n');
        let [before, after] = [before, after].map(|cut| if cut { words::cut_here() } else { "" });
        let gap = |cut: &str| if cut.is_empty() { "" } else { " " };
        self.indented(&format!("{before}{}\u{201c}{}\u{201d}{}{after}", gap(before), visible(proven.words()), gap(after)));
        let mut said = format!("[{}] {}", quote.number(), quote.speaker());
        if let Some(clause) = quote.clause() {
            let _ = write!(said, ", clause {clause}");
        }
        if let Some(stance) = stance {
            let _ = write!(said, " ({stance})");
        }
        let mut facts = vec![said];
        facts.extend((source.title != quote.speaker()).then(|| source.title.clone()));
        facts.extend((!source.authors.is_empty()).then(|| source.authors.join(", ")));
        facts.extend(source.published.clone());
        self.indented(&format!("{DIM}{}{PLAIN}", visible(&facts.join(" \u{b7} "))));
        if let Some(link) = proven.link() {
            self.address(&link);
        }
        if let Some(archive) = &source.archive_url {
            self.address(&format!("archived: {archive}"));
        }
    }

    fn choices(&mut self, choices: &[Choice]) {
        self.line(&format!("{BOLD}{}{PLAIN}", words::which()));
        for choice in choices {
            self.indented(&format!("{} ({})", choice.label, choice.description));
        }
    }

    fn card(&mut self, card: Option<&Card>, answerer: &Answerer) {
        let name = |id: &String| answerer.generation().knowledge().party(id).map_or_else(|| id.clone(), |party| party.name.clone());
        match card {
            Some(Card::Clause(clause)) => self.clause(clause, &name),
            Some(Card::Party(party)) => self.party(party),
            Some(Card::Critiques(_)) | None => {}
        }
    }

    pub(super) fn clause(&mut self, clause: &Clause, name: &dyn Fn(&String) -> String) {
        self.line(&format!("{BOLD}Clause {}: {}{PLAIN}", clause.number, clause.heading));
        let names = |ids: &[String]| ids.iter().map(name).collect::<Vec<_>>().join(", ");
        self.line(&format!("Binds: {}", names(&clause.binds)));
        if !clause.names.is_empty() {
            self.line(&format!("Names: {}", names(&clause.names)));
        }
        for date in &clause.dates {
            self.line(&format!("Date: {}: {}", date.what, date.means));
        }
    }

    fn party(&mut self, party: &Party) {
        self.line(&format!("{BOLD}{}{PLAIN} ({}; {})", party.name, party.kind, party.side));
        self.line(&party.role);
        if !party.aliases.is_empty() {
            self.line(&format!("{DIM}Also: {}{PLAIN}", party.aliases.join(", ")));
        }
    }

    pub(super) fn print(self) -> Result<(), CliError> {
        anstream::stdout().lock().write_all(self.text.as_bytes())?;
        Ok(())
    }
}

/// Control characters of a document are shown as such, so that no document can steer the terminal.
fn visible(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}
