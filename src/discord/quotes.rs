//! Proven quotes as cards: one card a lane, within Discord's limits, the words first and who says them below.

use super::body::Embed;
use super::fit::{Fitted, fit, name, share};
use super::inert::block_quote;
use super::limits::{EMBED_DESCRIPTION, EMBEDS_TOTAL, length};
use super::sources::{self, BETWEEN};
use crate::answer::ProvenQuote;
use crate::corpus::Lane;
use crate::words;

/// The most that a speaker's name takes.
const SPEAKER: usize = 100;
/// What stands between two quotes of a card.
const APART: &str = "\n\n";

/// A quote with all that stands around it, before it is known how much of it there is room for.
struct Shown<'q> {
    words: &'q str,
    /// Its number and its speaker; its source. Never cut.
    below: String,
}

/// The quotes that stand on one card.
struct Card<'q> {
    title: &'static str,
    quotes: Vec<Shown<'q>>,
    /// The sources that stand on the card, with the number of the quote that they stand below.
    sources: Vec<(&'q str, usize)>,
}

impl<'q> Card<'q> {
    /// Adds a quote. A source that stands on the card already is not spelled out again.
    fn add(&mut self, proven: &'q ProvenQuote<'_>, label: &str) {
        let (quote, source) = (proven.quote(), proven.source());
        let known = self.sources.iter().find(|(id, _)| *id == source.id);
        let from = match known {
            Some((_, number)) => words::same_source(*number),
            None => {
                self.sources.push((&source.id, quote.number()));
                sources::line(source)
            }
        };
        self.quotes.push(Shown::new(proven.words(), label, quote.speaker(), quote.clause(), &from));
    }
}

/// An answer's quotes, a card for each run of one lane.
pub(super) fn answer(quotes: &[ProvenQuote<'_>], text_heading: &'static str) -> Vec<Embed> {
    let total = quotes.len();
    let mut cards: Vec<(Lane, Card<'_>)> = Vec::new();
    for proven in quotes {
        let lane = proven.quote().lane();
        let label = words::quote_of(proven.quote().number(), total);
        if cards.last().is_none_or(|(last, _)| *last != lane) {
            let title = if lane == Lane::Text { text_heading } else { words::lane_heading(lane) };
            cards.push((lane, Card { title, quotes: Vec::new(), sources: Vec::new() }));
        }
        if let Some((_, card)) = cards.last_mut() {
            card.add(proven, &label);
        }
    }
    embeds(&cards.into_iter().map(|(_, card)| card).collect::<Vec<_>>())
}

/// The passages that come closest, on one card that says so, each marked as no answer.
pub(super) fn closest(quotes: &[ProvenQuote<'_>]) -> Vec<Embed> {
    let total = quotes.len();
    let mut card = Card { title: words::closest(), quotes: Vec::new(), sources: Vec::new() };
    for proven in quotes {
        card.add(proven, &words::not_an_answer(proven.quote().number(), total));
    }
    if card.quotes.is_empty() { Vec::new() } else { embeds(&[card]) }
}

impl<'q> Shown<'q> {
    fn new(words: &'q str, label: &str, speaker: &str, clause: Option<u32>, from: &str) -> Self {
        let clause = clause.map(|number| format!(", {}", words::of_clause(number))).unwrap_or_default();
        let below = format!("**{label}**{BETWEEN}{}{clause}\n{from}", name(speaker, SPEAKER));
        Self { words, below }
    }

    /// What it takes beside its words, the marks of a cut included.
    fn around(&self) -> usize {
        let cut = length(words::cut_here()) + length(words::quote_goes_on()) + " \n".len();
        "\n".len() + length(&self.below) + cut + APART.len()
    }

    /// The quote, cut to `room` if it must be.
    fn text(&self, room: usize) -> String {
        let Fitted { text, is_cut } = fit(self.words, room, block_quote);
        let quoted = block_quote(text);
        if is_cut {
            format!("{quoted} {}\n{}\n{}", words::cut_here(), words::quote_goes_on(), self.below)
        } else {
            format!("{quoted}\n{}", self.below)
        }
    }
}

/// The cards, with the room there is shared among the quotes: first within each card, then among all.
fn embeds(cards: &[Card<'_>]) -> Vec<Embed> {
    let around = |card: &Card<'_>| card.quotes.iter().map(Shown::around).sum::<usize>();
    let wanted = cards.iter().flat_map(|card| {
        let needs: Vec<usize> = card.quotes.iter().map(|shown| length(&block_quote(shown.words))).collect();
        share(&needs, EMBED_DESCRIPTION.saturating_sub(around(card)))
    });
    let fixed: usize = cards.iter().map(|card| length(card.title) + around(card)).sum();
    let mut rooms = share(&wanted.collect::<Vec<_>>(), EMBEDS_TOTAL.saturating_sub(fixed)).into_iter();
    let embed = |card: &Card<'_>| {
        let texts: Vec<String> = card.quotes.iter().map(|shown| shown.text(rooms.next().unwrap_or(0))).collect();
        Embed { title: card.title.to_owned(), description: texts.join(APART) }
    };
    cards.iter().map(embed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::inert::tests::{nasty, seen_quote};
    use crate::discord::sources::tests::source;
    use proptest::prelude::*;

    fn shown(words: &str, title: &str) -> Embed {
        let quotes = vec![Shown::new(words, "Quote 1 of 1", title, Some(4), &sources::line(&source(title, None)))];
        let card = Card { title: "Card", quotes, sources: Vec::new() };
        embeds(&[card]).remove(0)
    }

    #[test]
    fn a_quote_stands_first_and_its_source_below() {
        let embed = shown("Both sides agree.", "Paper");
        assert_eq!(embed.description, "> Both sides agree.\n**Quote 1 of 1** · Paper, clause 4\nPaper");
    }

    #[test]
    fn a_cut_is_seen_and_cuts_neither_number_nor_source() {
        let long = "Both sides agree on this. ".repeat(400);
        let embed = shown(&long, "Paper");
        let cut = "Both sides agree on this. […]\nThe quote is cut here to fit; it goes on in the source.";
        let end = format!("{cut}\n**Quote 1 of 1** · Paper, clause 4\nPaper");
        assert!(embed.description.ends_with(&end), "{}", embed.description);
        assert!(length(&embed.description) > 4000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_limit_holds(quotes in prop::collection::vec((nasty(), nasty(), 1_usize..40), 1..=5), lanes in 1_usize..=4) {
            let long = |(words, title, times): &(String, String, usize)| (format!("a{}", words.repeat(*times)), title.clone());
            let texts: Vec<(String, String)> = quotes.iter().map(long).collect();
            let size = texts.len().div_ceil(lanes);
            let cards: Vec<Card<'_>> = texts.chunks(size).map(|part| Card {
                title: "A heading of a lane, as long as they get",
                quotes: part.iter().map(|(words, title)| {
                    let mut source = source(title, None);
                    source.authors = vec![title.clone()];
                    source.publisher = Some("p".repeat(90));
                    source.published = Some("2015-09-25".to_owned());
                    source.archive_url = Some(format!("https://a.example/{}", "x".repeat(180)));
                    Shown::new(words, "Not an answer, 3 of 3", title, Some(12), &sources::line(&source))
                }).collect(),
                sources: Vec::new(),
            }).collect();
            let embeds = embeds(&cards);
            prop_assert!(embeds.iter().all(|embed| length(&embed.description) <= EMBED_DESCRIPTION));
            let total: usize = embeds.iter().map(|embed| length(&embed.title) + length(&embed.description)).sum();
            prop_assert!(total <= EMBEDS_TOTAL, "{total}");
            for quote in cards.iter().flat_map(|card| &card.quotes) {
                prop_assert!(embeds.iter().any(|embed| embed.description.contains(&quote.below)));
            }
        }

        #[test]
        fn a_reader_sees_the_exact_words_or_their_beginning(words in nasty(), room in 0_usize..4000) {
            let quote = Shown::new(&words, "l", "s", None, "t");
            let text = quote.text(room);
            let mark = if text.contains(words::quote_goes_on()) { format!(" […]\n{}", words::quote_goes_on()) } else { String::new() };
            let around = format!("{mark}\n{}", quote.below);
            let seen = seen_quote(text.strip_suffix(&around).expect("what stands around is never cut"));
            prop_assert!(words.starts_with(&seen));
            prop_assert!(seen == words || text.contains(words::quote_goes_on()));
        }
    }
}
