//! Proven quotes as cards: one card a lane, within Discord's limits, the words first and who says them below.

use super::fit::{Fitted, fit, name, share};
use super::inert::{block_quote, seen};
use super::sources::{self, BETWEEN};
use crate::answer::{MOST_QUOTES, ProvenQuote, Quote};
use crate::corpus::Lane;
use crate::discord::body::Embed;
use crate::discord::limits::{EMBED_DESCRIPTION, EMBEDS_TOTAL, length};
use crate::words::{CUT, Words};

/// The most that a speaker's name takes.
const SPEAKER: usize = 100;
/// The most letters of a quote that is set large, and Discord's mark for it.
const BIG: usize = 280;
const BIG_MARK: &str = "### ";
/// Discord's mark for a line of a quote.
const QUOTED: &str = "> ";
/// What stands between two quotes of a card.
const APART: &str = "\n\n";

/// A quote with all that stands around it, before it is known how much of it there is room for.
struct Quoted<'q> {
    words: &'q str,
    /// Its number and its speaker; its source. Never cut.
    below: String,
    /// What is said where it is cut.
    goes_on: String,
    /// Whether it is set large: the first of an answer, when it is short enough to be read at a glance.
    is_big: bool,
}

/// Quotes as cards.
pub(in crate::discord) struct Shown {
    pub(in crate::discord) embeds: Vec<Embed>,
    /// Whether a quote had to be cut.
    pub(in crate::discord) is_cut: bool,
}

/// The quotes that stand on one card.
struct Card<'q> {
    title: String,
    quotes: Vec<Quoted<'q>>,
    /// The sources that stand on the card, with the number of the quote that they stand below.
    sources: Vec<(&'q str, usize)>,
}

impl<'q> Card<'q> {
    /// Adds a quote. A source that stands on the card already is not spelled out again.
    fn add(&mut self, proven: &'q ProvenQuote<'_>, label: &str, judged: Option<&str>, voice: &Words) {
        let (quote, source) = (proven.quote(), proven.source());
        let known = self.sources.iter().find(|(id, _)| *id == source.id);
        let from = match known {
            Some((_, number)) => voice.same_source(*number),
            None => {
                self.sources.push((&source.id, quote.number()));
                sources::line(source, voice)
            }
        };
        let from = judged.map(|judged| format!("{judged}\n{from}")).unwrap_or(from);
        self.quotes.push(Quoted::new(proven.words(), label, quote.speaker(), place(quote, voice), &from, voice));
    }
}

/// An answer's quotes, a card for each run of one lane: the first [`MOST_QUOTES`] of them, which is what there is room for with
/// all that stands below each. `judged` says of which quotes what they are critiques of; other cards of the same message
/// take `taken` of the room.
pub(in crate::discord) fn answer(quotes: &[ProvenQuote<'_>], judged: &[String], text_heading: &str, taken: usize, voice: &Words) -> Shown {
    let total = quotes.len();
    let mut cards: Vec<(Lane, Card<'_>)> = Vec::new();
    for (index, proven) in quotes.iter().enumerate().take(MOST_QUOTES) {
        let lane = proven.quote().lane();
        let label = voice.quote_of(proven.quote().number(), total);
        if cards.last().is_none_or(|(last, _)| *last != lane) {
            let title = if lane == Lane::Text { text_heading.to_owned() } else { voice.lane_heading(lane) };
            cards.push((lane, Card { title, quotes: Vec::new(), sources: Vec::new() }));
        }
        if let Some((_, card)) = cards.last_mut() {
            card.add(proven, &label, judged.get(index).map(String::as_str), voice);
        }
    }
    if let Some(first) = cards.first_mut().and_then(|(_, card)| card.quotes.first_mut()) {
        first.is_big = length(first.words) <= BIG && !first.words.contains('\n');
    }
    embeds(&cards.into_iter().map(|(_, card)| card).collect::<Vec<_>>(), EMBEDS_TOTAL.saturating_sub(taken))
}

/// The passages that come closest, on one card that says so, each marked as no answer.
pub(in crate::discord) fn closest(quotes: &[ProvenQuote<'_>], voice: &Words) -> Shown {
    let total = quotes.len();
    let mut card = Card { title: voice.closest(), quotes: Vec::new(), sources: Vec::new() };
    for proven in quotes {
        card.add(proven, &voice.not_an_answer(proven.quote().number(), total), None, voice);
    }
    if card.quotes.is_empty() { Shown { embeds: Vec::new(), is_cut: false } } else { embeds(&[card], EMBEDS_TOTAL) }
}

impl<'q> Quoted<'q> {
    fn new(words: &'q str, label: &str, speaker: &str, place: Option<String>, from: &str, voice: &Words) -> Self {
        let place = place.map(|place| format!(", {place}")).unwrap_or_default();
        let below = format!("**{label}**{BETWEEN}{}{place}\n{from}", name(speaker, SPEAKER));
        Self { words, below, goes_on: voice.quote_goes_on(), is_big: false }
    }

    /// What it takes beside its words, the marks of a cut included.
    fn around(&self) -> usize {
        let cut = length(CUT) + length(&self.goes_on) + " \n".len();
        "\n".len() + length(&self.below) + cut + APART.len()
    }

    /// The words as they are shown.
    fn quoted(&self, words: &str) -> String {
        if self.is_big { block_quote(words).replacen("> ", &format!("> {BIG_MARK}"), 1) } else { block_quote(words) }
    }

    /// The quote, cut to `room` if it must be, and whether it was.
    fn text(&self, room: usize) -> (String, bool) {
        let Fitted { text, is_cut } = fit(self.words, room, |words| self.quoted(words));
        let quoted = self.quoted(text);
        let text = if is_cut { format!("{quoted} {CUT}\n{}\n{}", self.goes_on, self.below) } else { format!("{quoted}\n{}", self.below) };
        (text, is_cut)
    }
}

/// The words of the first quote of a card, as a reader sees them; nothing when there is none.
pub(in crate::discord) fn first_quote(card: &str) -> Option<String> {
    let mut lines = card.lines().skip_while(|line| !line.starts_with(QUOTED)).map_while(|line| line.strip_prefix(QUOTED)).peekable();
    lines.peek()?;
    let words = |line: &str| seen(line.strip_prefix(BIG_MARK).unwrap_or(line));
    Some(lines.map(words).collect::<Vec<_>>().join("\n"))
}

/// The clause that a quote is from, or the provision of its document.
fn place(quote: &Quote, voice: &Words) -> Option<String> {
    quote.clause().map(|number| voice.of_clause(number)).or_else(|| quote.provision().map(|provision| name(provision, SPEAKER)))
}

/// What stands below a quote: its label and its speaker; where it is from.
pub(super) fn below(proven: &ProvenQuote<'_>, label: &str, from: &str, voice: &Words) -> String {
    Quoted::new("", label, proven.quote().speaker(), place(proven.quote(), voice), from, voice).below
}

/// A quote with its number and its speaker, in at most `room`, and whether it had to be cut.
pub(super) fn brief(proven: &ProvenQuote<'_>, total: usize, room: usize, voice: &Words) -> (String, bool) {
    let label = voice.quote_of(proven.quote().number().max(1), total);
    let quoted = Quoted::new(proven.words(), &label, proven.quote().speaker(), place(proven.quote(), voice), "", voice);
    let (text, is_cut) = quoted.text(room.saturating_sub(quoted.around()));
    (text.trim_end().to_owned(), is_cut)
}

/// The cards, with the room there is shared among the quotes: first within each card, then among all.
fn embeds(cards: &[Card<'_>], total: usize) -> Shown {
    let around = |card: &Card<'_>| card.quotes.iter().map(Quoted::around).sum::<usize>();
    let wanted = cards.iter().flat_map(|card| {
        let needs: Vec<usize> = card.quotes.iter().map(|shown| length(&shown.quoted(shown.words))).collect();
        share(&needs, EMBED_DESCRIPTION.saturating_sub(around(card)))
    });
    let fixed: usize = cards.iter().map(|card| length(&card.title) + around(card)).sum();
    let mut rooms = share(&wanted.collect::<Vec<_>>(), total.saturating_sub(fixed)).into_iter();
    let mut any_cut = false;
    let embed = |card: &Card<'_>| {
        let text = |quoted: &Quoted<'_>| {
            let (text, is_cut) = quoted.text(rooms.next().unwrap_or(0));
            any_cut |= is_cut;
            text
        };
        let texts: Vec<String> = card.quotes.iter().map(text).collect();
        Embed { title: card.title.clone(), description: texts.join(APART), ..Embed::default() }
    };
    let embeds = cards.iter().map(embed).collect();
    Shown { embeds, is_cut: any_cut }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::render::inert::tests::{nasty, seen_quote};
    use crate::discord::render::sources::tests::source;
    use proptest::prelude::*;

    fn shown(words: &str, title: &str) -> Embed {
        let quotes = vec![Quoted::new(
            words,
            "Quote 1 of 1",
            title,
            Some(Words::english().of_clause(4)),
            &sources::line(&source(title, None), Words::english()),
            Words::english(),
        )];
        let card = Card { title: "Card".to_owned(), quotes, sources: Vec::new() };
        embeds(&[card], EMBEDS_TOTAL).embeds.remove(0)
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
                title: "A heading of a lane, as long as they get".to_owned(),
                quotes: part.iter().map(|(words, title)| {
                    let mut source = source(title, None);
                    source.authors = vec![title.clone()];
                    source.publisher = Some("p".repeat(90));
                    source.published = Some("2015-09-25".to_owned());
                    source.archive_url = Some(format!("https://a.example/{}", "x".repeat(180)));
                    Quoted::new(words, "Not an answer, 3 of 3", title, Some(Words::english().of_clause(12)), &sources::line(&source, Words::english()), Words::english())
                }).collect(),
                sources: Vec::new(),
            }).collect();
            let embeds = embeds(&cards, EMBEDS_TOTAL).embeds;
            prop_assert!(embeds.iter().all(|embed| length(&embed.description) <= EMBED_DESCRIPTION));
            let total: usize = embeds.iter().map(|embed| length(&embed.title) + length(&embed.description)).sum();
            prop_assert!(total <= EMBEDS_TOTAL, "{total}");
            for quote in cards.iter().flat_map(|card| &card.quotes) {
                prop_assert!(embeds.iter().any(|embed| embed.description.contains(&quote.below)));
            }
        }

        #[test]
        fn a_reader_sees_the_exact_words_or_their_beginning(words in nasty(), room in 0_usize..4000) {
            let quote = Quoted::new(&words, "l", "s", None, "t", Words::english());
            let (text, is_cut) = quote.text(room);
            prop_assert_eq!(is_cut, text.contains(&Words::english().quote_goes_on()));
            let mark = if text.contains(&Words::english().quote_goes_on()) { format!(" […]\n{}", Words::english().quote_goes_on()) } else { String::new() };
            let around = format!("{mark}\n{}", quote.below);
            let seen = seen_quote(text.strip_suffix(&around).expect("what stands around is never cut"));
            prop_assert!(words.starts_with(&seen));
            prop_assert!(seen == words || text.contains(&Words::english().quote_goes_on()));
        }
    }
}
