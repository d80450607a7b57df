//! An answer as a message. Only quotes that were proven a moment ago get in.

mod beside;
mod cards;
mod controls;
mod corpus;
mod fetching;
pub(super) mod fit;
pub(super) mod inert;
mod pages;
mod panels;
mod quotes;
mod sources;

pub(super) use beside::{checked, comparison, in_context};
pub(super) use controls::scope_of;
pub(super) use corpus::{last_diff, outcome, progress, rollback_sure, rolled_back, status};
pub(super) use fetching::{added, drift, fetched, fetching, removed};
pub(super) use pages::{listing, source, sources};
pub(super) use panels::{about, map, settings, timeline};
pub(super) use quotes::first_quote;

use self::fit::{name, plain};
use super::asker::Asker;
use super::body::{Body, Button, File, Item, Menu, Row};
use super::conversation::{self, Asked};
use super::custom_id::{Critiques, LookUp, Press};
use super::limits::{BUTTON_LABEL, CONTENT, MENU_OPTION, MENU_OPTIONS, length};

use crate::answer::{Answer, AnswerError, Answerer, Choice, MOST_QUOTES, Outcome, ProvenQuote, Silence};
use crate::corpus::Lane;
use crate::index::{Generation, Manifest};
use crate::words::{Language, Words};

/// The most that a sentence takes which holds a name of the corpus's.
const SENTENCE: usize = 300;
/// The most that a corpus's title, its description and an example question take in a help text.
const TITLE: usize = 200;
const ABOUT: usize = 600;
/// Critiques on a page: as many as an answer has quotes, each whole.
pub(super) const CRITIQUES: usize = MOST_QUOTES;
/// How many example questions there are.
pub(super) const EXAMPLES: usize = 3;

/// What our own sentences take at most: the longest is the help's, in German.
const OURS: usize = 850;
const _: () = assert!(conversation::QUESTION + conversation::BEFORE + SENTENCE + OURS <= CONTENT);
const _: () = assert!(TITLE + ABOUT + OURS <= CONTENT);

/// How an answer is to be shown, and to whom.
#[derive(Debug, Clone)]
pub(super) struct View {
    pub(super) asker: Asker,
    /// What was asked in plain words, when something was.
    pub(super) asked: Option<Asked>,
    /// Whether the asker alone sees it.
    pub(super) private: bool,
    /// Whether the asker can show it to all.
    pub(super) shares: bool,
    /// Whether a conversation can be moved into a thread from here.
    pub(super) threads: bool,
    /// The page of critiques that is shown, when critiques are looked up.
    pub(super) critiques: Option<Critiques>,
}

impl View {
    /// A look-up, which is not part of a conversation.
    pub(super) fn of_look_up(asker: &Asker, private: bool) -> Self {
        Self { asker: asker.clone(), asked: None, private, shares: private, threads: false, critiques: None }
    }

    /// A page of critiques that are looked up.
    pub(super) fn of_critiques(asker: &Asker, private: bool, of: Critiques) -> Self {
        Self { critiques: Some(of), ..Self::of_look_up(asker, private) }
    }

    pub(super) fn voice(&self) -> &'static Words {
        self.asker.voice()
    }
}

/// An answer as a message.
pub(super) fn answer(answerer: &Answerer, answer: &Answer, view: &View) -> Result<Body, AnswerError> {
    let voice = view.voice();
    let proven = answerer.prove(answer.quotes())?;
    let mut lines: Vec<String> = view.asked.iter().flat_map(|asked| asked.lines(voice)).collect();
    lines.extend(answer.translation.as_ref().map(|read| voice.read_as(&name(&read.english, conversation::QUESTION))));
    let mut body = Body::default();
    match &answer.outcome {
        Outcome::Found(_) => {
            let card = cards::of(answerer, answer, view)?;
            lines.extend(card.lines);
            let taken = card.embeds.iter().map(|embed| length(&embed.title) + length(&embed.description)).sum();
            let heading = text_heading(answerer.generation(), voice);
            let shown = quotes::answer(&proven, &cards::judged(answer, view), &heading, taken, voice);
            let more = proven.len().saturating_sub(MOST_QUOTES);
            lines.extend((more > 0).then(|| voice.more_in_file(more)));
            body.file = (shown.is_cut || more > 0).then(|| full_text(&proven, voice));
            body.embeds = shown.embeds;
            body.embeds.extend(card.embeds);
            body.rows.extend(Row::of_buttons(sources::buttons(&proven, |numbers, source| voice.source_of(numbers, source))));
        }
        Outcome::Ambiguous(choices) => {
            lines.push(format!("**{}**", voice.which()));
            let press = Press::Look { up: LookUp::Choice, what: String::new() };
            let press = view.critiques.as_ref().map_or(press, |of| Press::Critiques { turn: true, of: of.clone() });
            body.rows.extend(which(&in_their_words(answerer, choices, voice), press, voice));
        }
        Outcome::NotFound { silence, .. } => {
            lines.extend(silent(silence, answerer.generation().manifest(), voice));
            body.embeds = quotes::closest(&proven, voice).embeds;
            body.rows.extend(Row::of_buttons(sources::buttons(&proven, |numbers, source| voice.closest_source_of(numbers, source))));
        }
    }
    body.rows.extend(controls::under(answerer, answer, view)?);
    if !proven.is_empty() && answer.translation.is_none() {
        lines.extend(original_language(voice));
    }
    body.content = lines.join("\n");
    Ok(body)
}

/// What a reader of another language than English is told of quotations, small: they are as they were written.
fn original_language(voice: &Words) -> Option<String> {
    (voice.language() != Language::English).then(|| format!("{}{}", conversation::SMALL, voice.quotes_as_written()))
}

/// The heading over the text lane: an agreement's, or that of any documents.
pub(super) fn text_heading(generation: &Generation, voice: &Words) -> String {
    if generation.knowledge().clauses.is_empty() { voice.documents_heading() } else { voice.lane_heading(Lane::Text) }
}

/// All the quotes whole, in a file, for an answer that had to be cut.
fn full_text(proven: &[ProvenQuote<'_>], voice: &Words) -> File {
    let quote = |quote: &ProvenQuote<'_>| {
        let number = voice.quote_of(quote.quote().number(), proven.len());
        let quoted = quote.words().lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
        format!("## {number}\n\n{quoted}\n\n{}\n", sources::line(quote.source(), voice))
    };
    let text: Vec<String> = proven.iter().map(quote).collect();
    File { name: "answer.md".to_owned(), description: voice.full_text(), bytes: text.join("\n").into_bytes() }
}

fn silent(silence: &Silence, manifest: &Manifest, voice: &Words) -> Vec<String> {
    let mut lines = vec![format!("**{}**", name(&voice.silence(silence), SENTENCE))];
    match silence {
        Silence::NotSaid => lines.push(voice.searched(manifest.documents, manifest.passages)),
        Silence::NotWithin(searched) if searched.passages > 0 => lines.push(voice.searched_within(searched.passages)),
        _ => {}
    }
    lines.push(voice.rephrase(silence));
    lines
}

/// Choices as the reader's language calls them, where they are clauses; other names are the corpus's.
pub(super) fn in_their_words(answerer: &Answerer, choices: &[Choice], voice: &Words) -> Vec<Choice> {
    let clauses = &answerer.generation().knowledge().clauses;
    let called = |choice: &Choice| {
        let clause = clauses.iter().find(|clause| choice.ask == format!("clause {}", clause.number));
        let label = clause.map_or_else(|| choice.label.clone(), |clause| voice.clause_heading(clause.number, &clause.heading));
        Choice { label, ..choice.clone() }
    };
    choices.iter().map(called).collect()
}

/// The choices as a menu, never a silent pick.
fn which(choices: &[Choice], press: Press, voice: &Words) -> Option<Row> {
    let item = |choice: &Choice| Item {
        label: plain(&choice.label, MENU_OPTION),
        description: plain(&choice.description, MENU_OPTION),
        value: plain(&choice.ask, MENU_OPTION),
        chosen: false,
    };
    // Two things that are asked for with the same words would be refused; the first stands for both.
    let mut items: Vec<Item> = Vec::new();
    for item in choices.iter().map(item).filter(|item| !item.value.is_empty() && !item.label.is_empty()) {
        if items.len() < MENU_OPTIONS && !items.iter().any(|other| other.value == item.value) {
            items.push(item);
        }
    }
    (!items.is_empty()).then(|| Row::Menu(Menu { press, placeholder: voice.which(), items }))
}

/// What the bot can do, for this corpus, with example questions to press.
pub(super) fn help(generation: &Generation, voice: &Words) -> Body {
    let manifest = generation.manifest();
    let mut parts = vec![format!("**{}**", name(&manifest.title, TITLE)), name(&manifest.about, ABOUT), String::new(), voice.help()];
    if !generation.knowledge().clauses.is_empty() {
        parts.push(voice.help_clauses());
    }
    parts.extend([voice.help_more(), String::new(), voice.help_reads()]);
    let examples = manifest.questions.iter().take(EXAMPLES).enumerate();
    let button = |(number, question): (usize, &String)| Button::press(plain(question, BUTTON_LABEL), Press::Example { number });
    Body::text(parts.join("\n")).with_buttons(examples.map(button).collect())
}

#[cfg(test)]
mod messages;
#[cfg(test)]
mod tests;
