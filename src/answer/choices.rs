//! Names that somebody may be about to type, for autocompletion: parties, those who judge the agreement, sources.

use std::cmp::Reverse;

use super::{AnswerError, Answerer, Choice};
use crate::corpus::{Source, Status};
use crate::text::{edit_distance, fold};

/// The most choices that are offered: Discord shows no more (docs: Application Commands, autocomplete).
pub const MOST_CHOICES: usize = 25;

/// Fewer letters than these are near to too much.
const SHORTEST_NEAR: usize = 3;

/// Beyond this many names the near ones are not looked for: whoever types expects to see something at once.
const MOST_COMPARED: usize = 20_000;

/// How well a name fits what was typed so far, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A name begins so.
    Begins,
    /// A word within a name begins so.
    WordBegins,
    /// It stands in a name.
    Holds,
}

/// Something that can be chosen, by any of its names.
struct Offer {
    names: Vec<String>,
    choice: Choice,
}

impl Answerer {
    /// The parties that `typed` may be the beginning of; those that most clauses name come first. What to ask is the party's
    /// id.
    #[must_use]
    pub fn party_choices(&self, typed: &str) -> Vec<Choice> {
        let mut parties: Vec<_> = self.generation.knowledge().parties.iter().collect();
        parties.sort_by_key(|party| Reverse(party.clauses.len()));
        let offers = parties.into_iter().map(|party| Offer {
            names: party.names().map(folded).chain([folded(&party.id)]).collect(),
            choice: Choice { label: party.name.clone(), description: party.role.clone(), ask: party.id.clone() },
        });
        offered(offers, typed)
    }

    /// Those who say something about the agreement and whom `typed` may name; who says the most comes first. What to ask is the
    /// name.
    #[must_use]
    pub fn critic_choices(&self, typed: &str) -> Vec<Choice> {
        let knowledge = self.generation.knowledge();
        let mut critics: Vec<(&str, usize, Vec<&str>)> = Vec::new();
        for critique in &knowledge.critiques {
            match critics.iter_mut().find(|(by, _, _)| *by == critique.by) {
                Some((_, count, topics)) => {
                    *count += 1;
                    if topics.len() < 3 && !topics.contains(&critique.topic.as_str()) {
                        topics.push(&critique.topic);
                    }
                }
                None => critics.push((&critique.by, 1, vec![&critique.topic])),
            }
        }
        critics.sort_by_key(|(_, count, _)| Reverse(*count));
        let offers = critics.into_iter().map(|(by, _, topics)| {
            // A critic who is a party too is found by the party's other names.
            let party = knowledge.parties.iter().find(|party| party.names().any(|name| name == by));
            let names = [by].into_iter().chain(party.into_iter().flat_map(|party| party.names())).map(folded).collect();
            Offer { names, choice: Choice { label: by.to_owned(), description: topics.join(", "), ask: by.to_owned() } }
        });
        offered(offers, typed)
    }

    /// The sources that `typed` may be the beginning of, by id, title, author, publisher or another name; those that stand in
    /// the corpus in full come first. What to ask is the source's id.
    ///
    /// # Errors
    /// The index's, when the list is read for the first time.
    pub fn source_choices(&self, typed: &str) -> Result<Vec<Choice>, AnswerError> {
        let sources = self.known_sources()?;
        let (full, rest): (Vec<&Source>, Vec<&Source>) = sources.iter().partition(|source| source.status == Status::FullText);
        let offers = full.into_iter().chain(rest).map(|source| {
            let names = [&source.id, &source.title].into_iter().chain(&source.publisher).chain(&source.authors).chain(&source.also);
            let about = [source.publisher.clone().or_else(|| source.authors.first().cloned()), source.published.clone()];
            let description = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
            Offer {
                names: names.map(|name| folded(name)).collect(),
                choice: Choice { label: source.title.clone(), description, ask: source.id.clone() },
            }
        });
        Ok(offered(offers, typed))
    }

    /// Every source, read once: the files hold them beside whole documents.
    pub(super) fn known_sources(&self) -> Result<&[Source], AnswerError> {
        if let Some(known) = self.sources.get() {
            return Ok(known);
        }
        let read = self.sources()?;
        Ok(self.sources.get_or_init(|| read))
    }
}

/// The offers that fit what was typed: the best fitting first, of those that fit alike the first. Only when none fits, those
/// that are near: a typing error is rarer than a word that is not yet finished.
fn offered(offers: impl Iterator<Item = Offer>, typed: &str) -> Vec<Choice> {
    let typed = folded(typed);
    if typed.is_empty() {
        return offers.take(MOST_CHOICES).map(|offer| offer.choice).collect();
    }
    let offers: Vec<Offer> = offers.collect();
    let mut fitting: Vec<(Fit, &Offer)> = offers.iter().filter_map(|offer| Some((fit(offer, &typed)?, offer))).collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    let mut chosen: Vec<&Offer> = fitting.into_iter().map(|(_, offer)| offer).collect();
    if chosen.is_empty() && typed.chars().count() >= SHORTEST_NEAR && offers.len() <= MOST_COMPARED {
        let mut near: Vec<(usize, &Offer)> = offers.iter().filter_map(|offer| Some((distance(offer, &typed)?, offer))).collect();
        near.sort_by_key(|(distance, _)| *distance);
        chosen = near.into_iter().map(|(_, offer)| offer).collect();
    }
    chosen.into_iter().take(MOST_CHOICES).map(|offer| offer.choice.clone()).collect()
}

fn fit(offer: &Offer, typed: &str) -> Option<Fit> {
    let of = |name: &String| {
        let at = name.find(typed)?;
        let word = name.match_indices(typed).any(|(at, _)| name.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric)));
        Some(if at == 0 {
            Fit::Begins
        } else if word {
            Fit::WordBegins
        } else {
            Fit::Holds
        })
    };
    offer.names.iter().filter_map(of).min()
}

/// How far what was typed is from a name, or from as much of it as was typed; nothing when it is too far to be meant: a
/// quarter of the letters may be wrong.
fn distance(offer: &Offer, typed: &str) -> Option<usize> {
    let length = typed.chars().count();
    let of = |name: &String| {
        let begun: String = name.chars().take(length).collect();
        edit_distance(typed, &begun).min(edit_distance(typed, name))
    };
    let words = offer.names.iter().flat_map(|name| name.split_whitespace().map(str::to_owned).chain([name.clone()]));
    words.map(|name| of(&name)).min().filter(|distance| distance * 4 <= length.max(SHORTEST_NEAR + 1))
}

/// A name as it is compared: each word folded, one space between.
fn folded(name: &str) -> String {
    name.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}
