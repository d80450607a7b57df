//! The buttons below an answer. Each carries what it needs, so that it works for months.

use super::fit::plain;
use super::{CRITIQUES, View};
use crate::answer::{Answer, AnswerError, Answerer, Card, MOST_QUOTES, Outcome, QuoteRef, Scope};
use crate::corpus::Lane;
use crate::discord::body::{Button, Row, Style};
use crate::discord::custom_id::{Critiques, LookUp, Press, Read};
use crate::discord::limits::BUTTON_LABEL;
use crate::store::Verdict;

/// The rows below an answer, after those that lead to its sources.
pub(super) fn under(answerer: &Answerer, answer: &Answer, view: &View) -> Result<Vec<Row>, AnswerError> {
    let voice = view.voice();
    let quotes = references(answerer, answer)?;
    let found = matches!(answer.outcome, Outcome::Found(_));
    let mut read = Vec::new();
    if !quotes.is_empty() {
        read.push(Button::press(voice.in_context(), Press::InContext { at: 0, turn: false, quotes: quotes.clone() }));
    }
    if let Some(Card::Clause(clause)) = &answer.card {
        let of = Critiques { clause: Some(clause.number), ..Critiques::default() };
        read.push(Button::press(voice.critiques(), Press::Critiques { turn: false, of }));
    }
    if view.asked.is_some() {
        read.push(Button::press(voice.more(), Press::More { scope: scope_code(&answer.scope) }));
    }
    if found {
        read.push(Button::press(voice.receipt(), Press::Receipt { quotes: quotes.clone() }));
    }
    if view.threads && found {
        read.push(Button::press(voice.continue_in_thread(), Press::Continue));
    }
    let mut say = Vec::new();
    if view.shares && found {
        say.extend(opened(answer, view).map(|press| Button::press(voice.share(), press).styled(Style::Primary)));
    }
    if view.asked.is_some() {
        let verdict = |label: String, verdict| Button::press(label, Press::Feedback { verdict, quotes: quotes.clone() });
        if found {
            say.push(verdict(voice.useful(), Verdict::Useful));
            say.push(verdict(voice.wrong_passage(), Verdict::WrongPassage));
        }
        say.push(verdict(voice.missing_source(), Verdict::MissingSource));
    }
    if !view.private {
        say.push(Button::press(voice.delete(), Press::Delete { asker: view.asker.user }).styled(Style::Danger));
    }
    Ok([turned(answer, view), read, say].into_iter().filter(|row| !row.is_empty()).map(Row::Buttons).collect())
}

/// What shows the same to all: the question asked anew, or what was looked up.
fn opened(answer: &Answer, view: &View) -> Option<Press> {
    if view.asked.is_some() {
        return Some(Press::Share { scope: scope_code(&answer.scope) });
    }
    let look = |up, what: String| Press::Look { up, what };
    let press = match &answer.card {
        Some(Card::Clause(clause)) => look(LookUp::Clause, clause.number.to_string()),
        Some(Card::Provision(card)) => look(LookUp::Clause, card.ask.clone()),
        Some(Card::Party(party)) => look(LookUp::Party, party.id.clone()),
        Some(Card::Critiques(_)) => Press::Critiques { turn: true, of: view.critiques.clone()? },
        None => return None,
    };
    whole(Press::Open(Box::new(press)))
}

/// Buttons to the pages before and after, of critiques; or to the provisions before and after the one that is shown.
fn turned(answer: &Answer, view: &View) -> Vec<Button> {
    if let Some(Card::Provision(card)) = &answer.card {
        let voice = view.voice();
        let to = |label: String, ask: &str| {
            let press = whole(Press::Look { up: LookUp::Clause, what: ask.to_owned() })?;
            Some(Button::press(plain(&label, BUTTON_LABEL), press))
        };
        let previous = card.previous.as_ref().and_then(|(citation, ask)| to(voice.previous_provision(citation), ask));
        let next = card.next.as_ref().and_then(|(citation, ask)| to(voice.next_provision(citation), ask));
        return previous.into_iter().chain(next).collect();
    }
    let (Some(Card::Critiques(all)), Some(of)) = (&answer.card, &view.critiques) else { return Vec::new() };
    let last = all.len().div_ceil(CRITIQUES).saturating_sub(1);
    let page = of.page.min(last);
    let to = |label: String, page| {
        let press = whole(Press::Critiques { turn: true, of: Critiques { page, ..of.clone() } })?;
        Some(Button::press(label, press))
    };
    let back = page.checked_sub(1).and_then(|page| to(view.voice().previous_page(), page));
    let on = (page < last).then(|| to(view.voice().next_page(), page + 1)).flatten();
    back.into_iter().chain(on).collect()
}

/// A press, where a `custom_id` has room for all of it: a name that is cut would be another one.
fn whole(press: Press) -> Option<Press> {
    (Press::read(&press.custom_id()) == Read::Known(press.clone())).then_some(press)
}

/// The short names of the quotes that are shown; nothing when one of them has none.
fn references(answerer: &Answerer, answer: &Answer) -> Result<String, AnswerError> {
    let names = answer.quotes().iter().take(MOST_QUOTES).map(|quote| QuoteRef::of(quote, answerer.generation()));
    let names: Option<Vec<QuoteRef>> = names.collect::<Result<Vec<_>, _>>()?.into_iter().collect();
    Ok(names.unwrap_or_default().iter().map(ToString::to_string).collect())
}

/// Letters of a source's hash in a scope's code.
const HASH: usize = 10;

/// A scope, short enough for a button: the lane's name, and the beginning of the hash of the source's id.
pub(in crate::discord) fn scope_code(scope: &Scope) -> String {
    let lane = scope.lane.map(Lane::name).unwrap_or_default();
    match &scope.source {
        Some(source) => format!("{lane}-{}", code(source)),
        None => lane.to_owned(),
    }
}

/// The scope of a code; nothing when its source is no more.
pub(in crate::discord) fn scope_of(answerer: &Answerer, coded: &str) -> Option<Scope> {
    let (lane, source) = coded.split_once('-').unwrap_or((coded, ""));
    let lane = Lane::ALL.into_iter().find(|known| known.name() == lane);
    if source.is_empty() {
        return Some(Scope { source: None, lane });
    }
    let source = answerer.generation().source_ids().flatten().find(|id| code(id) == source)?;
    Some(Scope { source: Some(source), lane })
}

fn code(source: &str) -> String {
    blake3::hash(source.as_bytes()).to_hex().chars().take(HASH).collect()
}
