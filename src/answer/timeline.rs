//! The dates that the corpus names, in order: those that its clauses set, those of its sources, and those in its sentences.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::rc::Rc;

use super::quote::{ProvenQuote, Quote, Unproven};
use super::{AnswerError, Answerer};
use crate::corpus::{Anchor, Lane, Passage, Source};
use crate::index::{Generation, StoredDocument};
use crate::text::{Date, Span, dates, fold};

/// The most entries that a timeline holds: more is nothing that a person reads.
pub const MOST_ENTRIES: usize = 200;
/// The most documents that are looked through for dates, the first ones of the corpus: what a reader waits for stays under a
/// second.
const MOST_DOCUMENTS: usize = 2_000;
/// The most sentences with dates that are weighed against each other.
const MOST_CANDIDATES: usize = 10_000;

/// The dates that the corpus names, in order.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The dates, earliest first; of one day, what the clauses set stands first.
    pub entries: Vec<Dated>,
    /// Whether the corpus holds more dates than are listed, or more documents than were looked through.
    pub is_cut: bool,
}

/// A date, and what the corpus has on it.
#[derive(Debug, Clone)]
pub struct Dated {
    /// The day, month or year.
    pub date: Date,
    /// The last day or month, when the words name a range.
    pub until: Option<Date>,
    /// What is on that date.
    pub what: When,
    /// The sentence that names the date; a source's date of publication stands in no sentence.
    pub quote: Option<Quote>,
}

/// In what way something is dated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// A clause sets or names the date.
    Clause {
        /// The clause's number.
        number: u32,
        /// What is dated, the curator's words.
        what: String,
        /// How often it comes again from that date on, such as "2 per year", the curator's words.
        recurs: Option<String>,
    },
    /// A source was published.
    Published {
        /// The source.
        source: Box<Source>,
    },
    /// A sentence names the date.
    Said,
}

/// A timeline whose every quote was found again in its source just now: it may be shown.
#[derive(Debug)]
pub struct ProvenTimeline<'t> {
    /// The dates, in order.
    pub entries: Vec<ProvenDated<'t>>,
    /// Whether the corpus holds more than is listed.
    pub is_cut: bool,
}

/// A date, with the proven words that name it.
#[derive(Debug)]
pub struct ProvenDated<'t> {
    /// The date and what is on it.
    pub dated: &'t Dated,
    /// The sentence.
    pub quote: Option<ProvenQuote<'t>>,
}

impl Timeline {
    /// Proves every quote again, now, against its source.
    ///
    /// # Errors
    /// The first quote that does not stand where it says, or the index's.
    pub fn prove(&self, answerer: &Answerer) -> Result<ProvenTimeline<'_>, AnswerError> {
        let entries = self.entries.iter().map(|dated| {
            let quote = dated.quote.as_ref().map(|quote| quote.prove(answerer.generation())).transpose()?;
            Ok(ProvenDated { dated, quote })
        });
        Ok(ProvenTimeline { entries: entries.collect::<Result<_, AnswerError>>()?, is_cut: self.is_cut })
    }
}

/// The timeline of a generation.
pub(super) fn timeline(generation: &Generation) -> Result<Timeline, AnswerError> {
    let sources = generation.sources()?;
    let mut entries = set_by_clauses(generation, &sources)?;
    entries.extend(sources.iter().filter(|source| source.beside.is_none()).filter_map(published));
    let (mut said, mut is_cut) = sentences(generation, &sources)?;

    let set: HashSet<(Date, &str, Span)> =
        entries.iter().filter_map(|entry| entry.quote.as_ref().map(|quote| (entry.date, quote.source(), quote.span()))).collect();
    said.retain(|said| !set.contains(&(said.date, said.document.source.id.as_str(), said.span)));
    said.sort_by_key(|said| (said.lane, Reverse(said.date.day.is_some()), said.place));
    let mut seen = HashSet::new();
    said.retain(|said| seen.insert((said.date, fold(said.span.of(&said.document.text).unwrap_or_default()))));

    is_cut |= entries.len() + said.len() > MOST_ENTRIES;
    entries.truncate(MOST_ENTRIES);
    for said in said.into_iter().take(MOST_ENTRIES - entries.len()) {
        let quote = Quote::claim(&said.document, &said.passage, said.span)?;
        entries.push(Dated { date: said.date, until: said.until, what: When::Said, quote: Some(quote) });
    }
    entries.sort_by_key(|entry| (entry.date, entry.what.rank(), entry.quote.as_ref().map(Quote::lane)));
    number(&mut entries);
    Ok(Timeline { entries, is_cut })
}

impl When {
    fn rank(&self) -> u8 {
        match self {
            Self::Clause { .. } => 0,
            Self::Published { .. } => 1,
            Self::Said => 2,
        }
    }
}

/// What the clauses date. What comes again and again stands where it begins: at the clause's own date, else at the day of the
/// document that holds the clause.
fn set_by_clauses(generation: &Generation, sources: &[Source]) -> Result<Vec<Dated>, AnswerError> {
    let mut found = Vec::new();
    for clause in &generation.knowledge().clauses {
        let source = sources.iter().find(|source| source.id == clause.anchor.source);
        let mut begins = source.and_then(|source| source.published.as_deref()).and_then(Date::iso);
        for date in &clause.dates {
            let own = Date::iso(&date.means);
            begins = own.or(begins);
            let Some(day) = begins else { continue };
            let anchor = Anchor { source: clause.anchor.source.clone(), span: date.span };
            let recurs = own.is_none().then(|| date.means.clone());
            found.push(Dated {
                date: day,
                until: None,
                what: When::Clause { number: clause.number, what: date.what.clone(), recurs },
                quote: Some(Quote::sentences_at(generation, &anchor)?),
            });
        }
    }
    Ok(found)
}

fn published(source: &Source) -> Option<Dated> {
    let date = Date::iso(source.published.as_deref()?)?;
    Some(Dated { date, until: None, what: When::Published { source: Box::new(source.clone()) }, quote: None })
}

/// A sentence that names a date.
struct Candidate {
    date: Date,
    until: Option<Date>,
    lane: Lane,
    /// Its place among all that were found.
    place: usize,
    document: Rc<StoredDocument>,
    passage: Rc<Passage>,
    span: Span,
}

/// Every sentence that names a day or a month, and whether the corpus has more of them.
fn sentences(generation: &Generation, sources: &[Source]) -> Result<(Vec<Candidate>, bool), AnswerError> {
    let mut found: Vec<Candidate> = Vec::new();
    for source in sources.iter().take(MOST_DOCUMENTS) {
        let document = generation.document(&source.id)?.ok_or_else(|| Unproven::NoSource(source.id.clone()))?;
        if dates(&document.text).is_empty() {
            continue;
        }
        let document = Rc::new(document);
        for ordinal in document.first_passage..document.first_passage + document.passage_count {
            let passage = Rc::new(generation.passage(ordinal)?.passage);
            for span in &passage.sentences {
                for named in dates(span.of(&document.text).unwrap_or_default()) {
                    found.push(Candidate {
                        date: named.date,
                        until: named.until,
                        lane: passage.lane,
                        place: found.len(),
                        document: document.clone(),
                        passage: passage.clone(),
                        span: *span,
                    });
                }
            }
            if found.len() >= MOST_CANDIDATES {
                return Ok((found, true));
            }
        }
    }
    Ok((found, sources.len() > MOST_DOCUMENTS))
}

fn number(entries: &mut [Dated]) {
    let (places, quotes): (Vec<&mut Option<Quote>>, Vec<Quote>) =
        entries.iter_mut().filter_map(|entry| entry.quote.take().map(|quote| (&mut entry.quote, quote))).unzip();
    for (place, quote) in places.into_iter().zip(Quote::numbered(quotes)) {
        *place = Some(quote);
    }
}
