//! Lists to look through, page by page in one message: passages of a search, sources.

use super::controls::scope_code;
use super::fit::{fit, name, plain};
use super::inert::block_quote;
use super::{View, conversation, original_language, quotes, sources as source_lines};
use crate::answer::{AnswerError, Answerer, Found, FoundPassage, ProvenQuote, SourceCard};
use crate::corpus::Source;
use crate::discord::body::{Body, Button, Embed, Item, Menu, Row};
use crate::discord::custom_id::{Critiques, LookUp, Press};
use crate::discord::limits::{BUTTON_LABEL, EMBED_DESCRIPTION, MENU_OPTION, length};
use crate::words::{CUT, Words};

/// Passages on a page: what a screen holds.
const PASSAGES: usize = 5;
/// Sources on a page: as many as fit on a card with all that is said of each.
const SOURCES: usize = 8;
/// The most that an address and an id take.
const ADDRESS: usize = 300;
const ID: usize = 100;

/// A page of passages. `by_button` carries the words in the buttons; otherwise they stand above as what was asked.
pub(in crate::discord) fn listing(
    answerer: &Answerer,
    found: &Found,
    page: usize,
    by_button: bool,
    view: &View,
) -> Result<Body, AnswerError> {
    let voice = view.voice();
    let mut lines: Vec<String> = view.asked.iter().flat_map(|asked| asked.lines(voice)).collect();
    lines.extend(found.translation.as_ref().map(|read| voice.read_as(&name(&read.english, conversation::QUESTION))));
    let pages = found.passages.len().div_ceil(PASSAGES);
    let page = page.min(pages.saturating_sub(1));
    let shown: Vec<&FoundPassage> = found.passages.iter().skip(page * PASSAGES).take(PASSAGES).collect();
    if shown.is_empty() {
        lines.push(format!("**{}**", voice.nothing_found(&name(&found.words, conversation::QUESTION))));
        lines.push(voice.rephrase_not_said());
        return Ok(Body::text(lines.join("\n")));
    }
    let proven: Vec<ProvenQuote<'_>> =
        shown.iter().map(|passage| passage.snippet.prove(answerer.generation())).collect::<Result<_, _>>()?;
    let mut spelled_out: Vec<(&str, usize)> = Vec::new();
    let mut parts = Vec::new();
    for (passage, proven) in shown.iter().zip(&proven) {
        let (id, number) = (proven.source().id.as_str(), proven.quote().number());
        let from = match spelled_out.iter().find(|(known, _)| *known == id) {
            Some((_, first)) => voice.same_source(*first),
            None => {
                spelled_out.push((id, number));
                source_lines::line(proven.source(), voice)
            }
        };
        parts.push(passage_text(passage, proven, found.passages.len(), &from, voice));
    }
    if by_button {
        lines.push(format!("**{}**", voice.found_with(&name(&found.words, conversation::QUESTION))));
    }
    let listed = found.passages.len();
    lines.push(if listed as u64 == found.total {
        voice.found_all_passages(listed, page + 1, pages)
    } else {
        voice.found_passages(found.total, listed, page + 1, pages)
    });
    if found.translation.is_none() {
        lines.extend(original_language(voice));
    }
    let embed = Embed { title: voice.passages(), description: parts.join("\n\n"), ..Embed::default() };
    let words = if by_button { found.words.clone() } else { String::new() };
    let to = |page| Press::Page { page, scope: scope_code(&found.scope), words: words.clone() };
    let mut rows = turning(page, pages, to, voice);
    rows.extend(Row::of_buttons(source_lines::buttons(&proven, |numbers, source| voice.passage_source_of(numbers, source))));
    Ok(Body { content: lines.join("\n"), embeds: vec![embed], rows, file: None })
}

fn passage_text(passage: &FoundPassage, proven: &ProvenQuote<'_>, total: usize, from: &str, voice: &Words) -> String {
    let label = voice.passage_of(proven.quote().number(), total);
    let mark = |is_cut: bool| if is_cut { format!("{CUT} ") } else { String::new() };
    let quoted = block_quote(proven.words());
    let quoted = quoted.strip_prefix("> ").unwrap_or(&quoted);
    let after = if passage.cut_after { format!(" {CUT}") } else { String::new() };
    let below = quotes::below(proven, &label, from, voice);
    format!("> {}{quoted}{after}\n{below}", mark(passage.cut_before))
}

/// Buttons to the pages before and after.
fn turning(page: usize, pages: usize, to: impl Fn(usize) -> Press, voice: &Words) -> Vec<Row> {
    let back = page.checked_sub(1).map(|page| Button::press(voice.previous_page(), to(page)));
    let on = (page + 1 < pages).then(|| Button::press(voice.next_page(), to(page + 1)));
    Row::of_buttons(back.into_iter().chain(on).collect()).collect()
}

/// A page of the list of sources, with a menu that opens each.
pub(in crate::discord) fn sources(cards: &[SourceCard], page: usize, view: &View) -> Body {
    let voice = view.voice();
    let pages = cards.len().div_ceil(SOURCES);
    let page = page.min(pages.saturating_sub(1));
    let shown: Vec<&SourceCard> = cards.iter().skip(page * SOURCES).take(SOURCES).collect();
    let line = |card: &&SourceCard| {
        let facts = voice.source_facts(&voice.kind(card.source.lane), card.passages, card.critiques.len());
        let beside = card.beside.as_ref().map(|beside| format!("\n  {}", stands_beside(beside, voice))).unwrap_or_default();
        format!("- {}\n  {facts}{beside}", source_lines::line(&card.source, voice))
    };
    let description = shown.iter().map(line).collect::<Vec<_>>().join("\n");
    let description = fit(&description, EMBED_DESCRIPTION, str::to_owned).text.to_owned();
    let title = voice.sources_of(cards.len());
    let embeds = if description.is_empty() { Vec::new() } else { vec![Embed { title: title.clone(), description, ..Embed::default() }] };
    let item = |card: &&SourceCard| Item {
        label: plain(&card.source.title, MENU_OPTION),
        description: plain(&by_whom(&card.source), MENU_OPTION),
        value: card.source.id.clone(),
        chosen: false,
    };
    let items: Vec<Item> = shown.iter().filter(|card| length(&card.source.id) <= MENU_OPTION).map(item).collect();
    let mut rows = Vec::new();
    if !items.is_empty() {
        let press = Press::Look { up: LookUp::Source, what: String::new() };
        rows.push(Row::Menu(Menu { press, placeholder: plain(&voice.open_a_source(), MENU_OPTION), items }));
    }
    rows.extend(turning(page, pages, |page| Press::Sources { page }, voice));
    Body { content: voice.page_of(page + 1, pages.max(1)), embeds, rows, file: None }
}

fn stands_beside(beside: &Source, voice: &Words) -> String {
    voice.stands_beside(beside, |id| name(id, ID))
}

fn by_whom(source: &Source) -> String {
    let parts = [source.authors.join(", "), source.publisher.clone().unwrap_or_default(), source.published.clone().unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Everything about one source: what it is, how that is known, how it begins, and where it leads.
pub(in crate::discord) fn source(answerer: &Answerer, card: &SourceCard, view: &View) -> Result<Body, AnswerError> {
    let voice = view.voice();
    let source = &card.source;
    // The title stands above.
    let mut lines: Vec<String> = Some(source_lines::facts(source, voice)).filter(|facts| !facts.is_empty()).into_iter().collect();
    lines.push(voice.source_facts(&voice.kind(source.lane), card.passages, card.critiques.len()));
    lines.push(voice.source_status(source.status));
    lines.extend(source.copied.as_ref().map(|copied| voice.copied(copied, |address| name(address, ADDRESS))));
    lines.extend(card.beside.as_ref().map(|beside| stands_beside(beside, voice)));
    let fact = |text: &Option<String>, say: fn(&Words, &str) -> String| text.as_ref().map(|text| say(voice, &name(text, 300)));
    lines.extend(fact(&source.licence, Words::source_licence));
    lines.extend(fact(&source.known, Words::source_known));
    let opening: Vec<ProvenQuote<'_>> = card.opening.iter().map(|quote| quote.prove(answerer.generation())).collect::<Result<_, _>>()?;
    if let Some(proven) = opening.first() {
        lines.push(format!("\n{}\n{}", voice.source_opens(), block_quote(proven.words())));
    }
    let description = lines.join("\n");
    let description = fit(&description, EMBED_DESCRIPTION, str::to_owned).text.to_owned();
    let mut speakers: Vec<&str> = card.critiques.iter().map(|critique| critique.by.as_str()).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let critic = |by: &&str| {
        let of = Critiques { by: Some((*by).to_owned()), ..Critiques::default() };
        Button::press(plain(&voice.what_they_say(by), BUTTON_LABEL), Press::Critiques { turn: false, of })
    };
    let mut rows: Vec<Row> = Row::of_buttons(source_lines::pages(source, voice)).collect();
    rows.extend(Row::of_buttons(speakers.iter().take(5).map(critic).collect()));
    let title = plain(&source.title, 200);
    let content = original_language(voice).filter(|_| !opening.is_empty()).unwrap_or_default();
    Ok(Body { content, embeds: vec![Embed { title, description, ..Embed::default() }], rows, file: None })
}
