//! Answers for people: plain text, wrapped and coloured only on a terminal.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};

use anstyle::{Reset, Style};
use serde::Serialize;
use textwrap::{Options, WordSeparator, WordSplitter};

use super::CliError;
use crate::answer::{
    Answer, Answerer, Card, Choice, Outcome, ProvenQuote, ProvenTimeline, ProvisionCard, QuoteCheck, QuoteOutcome, Silence, SourceCard,
    When,
};
use crate::corpus::{Clause, Lane, Party};
use crate::text::{Change, Date, Stretch};
use crate::words::picture::Labels;
use crate::words::{CUT, Words, terminal};

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
        page.line(&Words::english().read_as(&translation.english));
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
            page.line(&format!("{BOLD}{}{PLAIN}", Words::english().silence(silence)));
            match silence {
                Silence::NotSaid => page.line(&Words::english().searched(manifest.documents, manifest.passages)),
                Silence::NotWithin(searched) if searched.passages > 0 => page.line(&Words::english().searched_within(searched.passages)),
                _ => {}
            }
            if !quotes.is_empty() {
                page.heading(&Words::english().closest());
                for quote in &quotes {
                    page.quote(quote, None);
                }
            }
            page.line("");
            page.line(&Words::english().rephrase(silence));
        }
    }
    page.print()
}

/// Prints what became of a quotation that was checked; the corpus's words are proven as they are printed.
pub(super) fn quote_check(answerer: &Answerer, check: &QuoteCheck) -> Result<(), CliError> {
    let proven = check.closest.as_ref().map(|quote| quote.prove(answerer.generation())).transpose()?;
    let mut page = Page::new();
    let speaker = check.closest.as_ref().map(|quote| quote.speaker()).unwrap_or_default();
    let by = check.by.as_deref();
    let told = match (check.outcome, by) {
        (QuoteOutcome::Exact, None) if check.omission => terminal::check::exact_with_omission().to_owned(),
        (QuoteOutcome::Exact, Some(by)) if check.omission => terminal::check::exact_with_omission_by(by),
        (QuoteOutcome::Exact, None) => terminal::check::exact().to_owned(),
        (QuoteOutcome::Exact, Some(by)) => terminal::check::exact_by(by),
        (QuoteOutcome::Altered, _) => terminal::check::altered().to_owned(),
        (QuoteOutcome::Misattributed, by) => terminal::check::misattributed(by.unwrap_or_default(), speaker),
        (QuoteOutcome::NotFound, _) => terminal::check::not_found().to_owned(),
    };
    page.line(&format!("{BOLD}{}{PLAIN}", visible(&told)));
    if check.outcome == QuoteOutcome::NotFound {
        let manifest = answerer.generation().manifest();
        page.line(&Words::english().searched(manifest.documents, manifest.passages));
    }
    if !check.diff.is_empty() {
        page.heading(terminal::check::differences());
        page.text.push('\n');
        page.indented(&visible(&check.diff.iter().map(marked).collect::<Vec<_>>().join(" ")));
    }
    if let Some(proven) = &proven {
        page.heading(&if check.outcome == QuoteOutcome::NotFound {
            Words::english().closest()
        } else {
            terminal::check::in_the_corpus().to_owned()
        });
        page.quote(proven, None);
    }
    page.print()
}

/// A stretch of words with its change, readable without colour.
pub(super) fn marked(stretch: &Stretch) -> String {
    match stretch.change {
        Change::Same => stretch.text.clone(),
        Change::Removed => terminal::check::removed(&stretch.text),
        Change::Added => terminal::check::added(&stretch.text),
    }
}

/// Prints the list of sources.
pub(super) fn sources(cards: &[SourceCard]) -> Result<(), CliError> {
    let mut page = Page::new();
    for card in cards {
        page.source(card);
    }
    page.print()
}

/// Prints all that is known of one source.
pub(super) fn source(card: &SourceCard, answerer: &Answerer) -> Result<(), CliError> {
    let mut page = Page::new();
    page.source(card);
    page.indented(&terminal::lookup::held(card.passages));
    if let Some(licence) = &card.source.licence {
        page.indented(&terminal::lookup::licence(licence));
    }
    if let Some(known) = &card.source.known {
        page.indented(&terminal::lookup::known(known));
    }
    if let Some(opening) = &card.opening {
        page.heading(terminal::lookup::opening_words());
        page.quote(&opening.prove(answerer.generation())?, None);
    }
    if !card.critiques.is_empty() {
        page.heading(terminal::lookup::critiques_here());
        for critique in &card.critiques {
            page.indented(&terminal::lookup::critique_line(&critique.by, &critique.stance, &critique.topic));
        }
    }
    page.print()
}

/// Prints the dates, each with the sentence that names it.
pub(super) fn timeline(timeline: &ProvenTimeline<'_>) -> Result<(), CliError> {
    let mut page = Page::new();
    for entry in &timeline.entries {
        let dated = entry.dated;
        let date = Words::english().date(dated.date, dated.until);
        let said_by = entry.quote.as_ref().map(|quote| (quote.quote().speaker(), quote.quote().lane()));
        let what = match &dated.what {
            When::Clause { what, recurs, .. } => Some(Words::english().clause_date(what, recurs.as_deref())),
            When::Published { source } => Some(Words::english().source(&source.title, source.publisher.as_deref())),
            When::Said => None,
        };
        let facts = [Some(Words::english().dated(&dated.what, said_by)), what].into_iter().flatten().collect::<Vec<_>>().join(": ");
        page.line(&format!("{BOLD}{date}{PLAIN}  {}", visible(&facts)));
        if let Some(quote) = &entry.quote {
            page.quote(quote, None);
        }
        page.line("");
    }
    if timeline.is_cut {
        page.line(&Words::english().timeline_cut());
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

    fn source(&mut self, card: &SourceCard) {
        let (source, words) = (&card.source, Words::english());
        self.line(&format!("{BOLD}{}{PLAIN}  {}", visible(&source.id), visible(&source.title)));
        let mut facts = vec![format!("{}, {}", source.lane, source.status)];
        facts.extend((!source.authors.is_empty()).then(|| source.authors.join(", ")));
        facts.extend(source.publisher.clone());
        facts.extend(source.published.clone());
        self.indented(&format!("{DIM}{}{PLAIN}", visible(&facts.join(" \u{b7} "))));
        for address in [source.url.as_ref(), source.archive_url.as_ref()].into_iter().flatten() {
            self.address(address);
        }
        let copied = source.copied.as_ref().map(|copied| words.copied(copied, str::to_owned));
        let beside = card.beside.as_ref().map(|beside| words.stands_beside(beside, str::to_owned));
        for told in [copied, words.drifted(source), beside].into_iter().flatten() {
            self.indented(&visible(&told));
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
                let words = Words::english();
                self.heading(&if here == Lane::Text && !is_agreement { words.documents_heading() } else { words.lane_heading(here) });
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
        let [before, after] = [before, after].map(|cut| if cut { CUT } else { "" });
        let gap = |cut: &str| if cut.is_empty() { "" } else { " " };
        self.indented(&format!("{before}{}\u{201c}{}\u{201d}{}{after}", gap(before), visible(proven.words()), gap(after)));
        let mut said = format!("[{}] {}", quote.number(), quote.speaker());
        if let Some(clause) = quote.clause() {
            let _ = write!(said, ", clause {clause}");
        }
        if let Some(provision) = quote.provision() {
            let _ = write!(said, ", {provision}");
        }
        if let Some(stance) = stance {
            let _ = write!(said, " ({stance})");
        }
        let mut facts = vec![said];
        facts.extend((source.title != quote.speaker()).then(|| source.title.clone()));
        facts.extend((!source.authors.is_empty()).then(|| source.authors.join(", ")));
        facts.extend(source.published.clone());
        facts.extend(Words::english().drifted(source));
        self.indented(&format!("{DIM}{}{PLAIN}", visible(&facts.join(" \u{b7} "))));
        if let Some(link) = proven.link() {
            self.address(&link);
        }
        if let Some(archive) = &source.archive_url {
            self.address(&format!("archived: {archive}"));
        }
    }

    fn choices(&mut self, choices: &[Choice]) {
        self.line(&format!("{BOLD}{}{PLAIN}", Words::english().which()));
        for choice in choices {
            self.indented(&format!("{} ({})", choice.label, choice.description));
        }
    }

    fn card(&mut self, card: Option<&Card>, answerer: &Answerer) {
        let name = |id: &String| answerer.generation().knowledge().party(id).map_or_else(|| id.clone(), |party| party.name.clone());
        match card {
            Some(Card::Clause(clause)) => self.clause(clause, &name),
            Some(Card::Provision(card)) => self.provision(card),
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

    fn provision(&mut self, card: &ProvisionCard) {
        self.line(&format!("{BOLD}{}{PLAIN}  {}", visible(&card.provision.name()), visible(&card.source.title)));
        if card.is_cut {
            self.line(&Words::english().provision_cut());
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
pub(super) fn visible(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}

/// A moment in seconds since 1970 as people and machines read it, in UTC; empty when it is not known.
pub(super) fn utc(seconds: u64) -> String {
    if seconds == 0 {
        return String::new();
    }
    let second = seconds % 86_400;
    format!("{}T{:02}:{:02}:{:02}Z", Date::of_seconds(seconds), second / 3600, second / 60 % 60, second % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_utc() {
        assert_eq!(utc(0), "");
        assert_eq!(utc(1), "1970-01-01T00:00:01Z");
        assert_eq!(utc(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(utc(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(utc(1_443_139_200), "2015-09-25T00:00:00Z");
        assert_eq!(utc(4_107_542_400), "2100-03-01T00:00:00Z");
        assert_eq!(utc(1_735_689_599), "2024-12-31T23:59:59Z");
    }
}
