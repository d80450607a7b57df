//! What stands around the quotes of something that was looked up: a clause, a party.

use super::fit::name;
use super::inert::block_quote;
use super::{CRITIQUES, View};
use crate::answer::{Answer, AnswerError, Answerer, Card, ProvisionCard, Quote};
use crate::corpus::{Clause, Critique, Party};
use crate::discord::body::Embed;
use crate::discord::custom_id::Critiques;
use crate::discord::limits::{EMBED_DESCRIPTION, length};
use crate::words::Words;

/// The most that a heading, a list of names, and what a date is about take.
const HEADING: usize = 200;
const NAMES: usize = 500;
/// The most that who judges, how, and about what take, each.
const CRITIC: usize = 80;
/// The most duties and dates that are listed: more than any clause has.
const LISTED: usize = 12;

/// What stands above the quotes, and the cards below them.
#[derive(Default)]
pub(super) struct Around {
    pub(super) lines: Vec<String>,
    pub(super) embeds: Vec<Embed>,
}

/// What stands around the quotes of this answer.
pub(super) fn of(answerer: &Answerer, answer: &Answer, view: &View) -> Result<Around, AnswerError> {
    let voice = view.voice();
    match &answer.card {
        Some(Card::Clause(clause)) => of_clause(answerer, clause, voice),
        Some(Card::Provision(card)) => Ok(of_provision(card, voice)),
        Some(Card::Party(party)) => Ok(of_party(answerer, party, voice)),
        Some(Card::Critiques(all)) => Ok(view.critiques.as_ref().map(|of| of_critiques(all, of, voice)).unwrap_or_default()),
        None => Ok(Around::default()),
    }
}

/// A clause's heading, whom it binds and names; its duties and dates in its own words.
fn of_clause(answerer: &Answerer, clause: &Clause, voice: &Words) -> Result<Around, AnswerError> {
    let card = answerer.clause_card(clause)?;
    let heading = voice.clause_heading(card.number, &name(&card.heading, HEADING));
    let mut lines = vec![format!("**{heading}**"), voice.heading_is_ours()];
    let names = |names: &[String]| name(&names.join(", "), NAMES);
    lines.extend((!card.binds.is_empty()).then(|| voice.binds(&names(&card.binds))));
    lines.extend((!card.names.is_empty()).then(|| voice.names(&names(&card.names))));
    let proven = |quote: &Quote| quote.prove(answerer.generation()).map(|proven| block_quote(proven.words()));
    let mut duties = Vec::new();
    for duty in card.duties.iter().take(LISTED) {
        duties.push(format!("{}\n{}", proven(&duty.words)?, voice.owed_by(&names(&duty.who))));
    }
    let mut dates = Vec::new();
    for date in card.dates.iter().take(LISTED) {
        let means = voice.date_means(&name(&date.what, HEADING), &name(&date.means, HEADING));
        dates.push(format!("{}\n{means}", proven(&date.words)?));
    }
    let embeds = [listed(voice.duties(), duties), listed(voice.dates(), dates)].into_iter().flatten().collect();
    Ok(Around { lines, embeds })
}

/// A card of as many parts as fit in half a card: the clause itself has the other half.
fn listed(title: String, parts: Vec<String>) -> Option<Embed> {
    let mut description = String::new();
    for part in parts {
        if length(&description) + length(&part) + 2 > EMBED_DESCRIPTION / 4 {
            break;
        }
        description.push_str(if description.is_empty() { "" } else { "\n\n" });
        description.push_str(&part);
    }
    (!description.is_empty()).then(|| Embed { title, description, ..Embed::default() })
}

/// Whose critiques of what these are, and which page of them.
fn of_critiques(all: &[Critique], of: &Critiques, voice: &Words) -> Around {
    // A name may have been typed in part; one that all of them have is the whole.
    let first = all.first().map(|critique| critique.by.as_str());
    let whole = first.filter(|first| all.iter().all(|critique| critique.by == *first));
    let by = of.by.as_deref().map(|typed| name(whole.unwrap_or(typed), HEADING));
    let heading = match (by, of.clause) {
        (None, None) => voice.said_at_all(),
        (None, Some(clause)) => voice.said_about(clause),
        (Some(by), None) => voice.what_they_say(&by),
        (Some(by), Some(clause)) => voice.said_about_by(&by, clause),
    };
    let pages = all.len().div_ceil(CRITIQUES).max(1);
    let page = of.page.min(pages - 1) + 1;
    Around { lines: vec![format!("**{heading}**"), voice.critiques_found(all.len(), page, pages)], embeds: Vec::new() }
}

/// A provision's citation and heading, and the document that they are of.
fn of_provision(card: &ProvisionCard, voice: &Words) -> Around {
    let mut lines = vec![format!("**{}** \u{b7} {}", name(&card.provision.name(), HEADING), name(&card.source.title, HEADING))];
    lines.extend(card.is_cut.then(|| voice.provision_cut()));
    Around { lines, embeds: Vec::new() }
}

/// A party's name, its other names, and what it is here: the curator's words, and said to be.
fn of_party(answerer: &Answerer, party: &Party, voice: &Words) -> Around {
    let mut lines = vec![format!("**{}**", name(&party.name, HEADING))];
    // A side is mostly the id of another party, which has a name.
    let side = answerer.generation().knowledge().party(&party.side).map_or(party.side.as_str(), |side| side.name.as_str());
    lines.push(voice.party_is(&name(&party.kind, HEADING), &name(side, HEADING), &name(&party.role, NAMES)));
    lines.extend((!party.aliases.is_empty()).then(|| voice.also_called(&name(&party.aliases.join(", "), NAMES))));
    Around { lines, embeds: Vec::new() }
}

/// Of each quote that is a critique, whose it is, in what spirit and about what.
pub(super) fn judged(answer: &Answer, view: &View) -> Vec<String> {
    let Some(Card::Critiques(critiques)) = &answer.card else { return Vec::new() };
    let voice = view.voice();
    // The quotes may be those of one page; the card has all critiques.
    let pages = critiques.len().div_ceil(CRITIQUES).max(1);
    let before = view.critiques.as_ref().map_or(0, |of| of.page.min(pages - 1) * CRITIQUES);
    let line = |critique: &Critique| {
        let stance = voice.stance(&critique.stance);
        voice.critique_line(&name(&critique.by, CRITIC), &name(&stance, CRITIC), &name(&critique.topic, CRITIC))
    };
    critiques.iter().skip(before).map(line).collect()
}
