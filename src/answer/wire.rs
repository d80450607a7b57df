//! The shapes in which answers are given to machines.

use serde::Serialize;

use super::wire_copy::WireCopy;
use super::{Answer, AnswerError, Answerer, Card, Choice, Context, Outcome, ProvenQuote, Quote, Scope, Silence};
use crate::corpus::{Anchor, Clause, Lane, Source, Status};
use crate::text::{ProvisionKind, Span};

/// An answer as JSON.
#[derive(Debug, Serialize)]
pub struct WireAnswer {
    /// The question's id, in a batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The words as they were asked.
    pub question: String,
    /// `found`, `ambiguous` or `not_found`.
    pub outcome: &'static str,
    /// Between 0 and 1, comparable across questions.
    pub confidence: f32,
    /// The proven quotes.
    pub quotes: Vec<WireQuote>,
    /// The ranking, best first, whatever the outcome.
    pub hits: Vec<WireHit>,
    /// What comes closest, when the corpus does not say.
    pub closest: Vec<WireQuote>,
    /// What may have been meant, when more than one thing may.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<WireChoice>,
    /// Why the corpus does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The part of the corpus that was searched, when it was not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<WireScope>,
    /// Whether something outside of that part answers, when nothing within it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<bool>,
    /// The clause that was looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<WireClause>,
    /// The provision of a document that was looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provision: Option<WireProvision>,
    /// The party that was looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<WireParty>,
    /// How a question in another language was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_as: Option<String>,
    /// What a follow-up can lean on: `accord ask --context FILE` reads it from here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
    /// The content that was searched.
    pub snapshot: String,
    /// How long this question alone took, in microseconds.
    pub took_us: u64,
}

/// A proven quote as JSON.
#[derive(Debug, Serialize)]
pub struct WireQuote {
    /// Its number in the answer, from 1.
    pub n: usize,
    /// Whose voice it is.
    pub lane: Lane,
    /// Who says it.
    pub speaker: String,
    /// The exact words.
    pub text: String,
    /// The id of the source.
    pub source: String,
    /// The source's title.
    pub title: String,
    /// Its authors.
    pub authors: Vec<String>,
    /// Its date.
    pub published: Option<String>,
    /// Its address, pointing at the words where they stand on that page.
    pub url: Option<String>,
    /// Where an archived copy may be found.
    pub archive_url: Option<String>,
    /// The id of the passage.
    pub passage: String,
    /// First byte of the words in the source's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The clause that it is from.
    pub clause: Option<u32>,
    /// The numbered provision of its source that it is from, as it is cited with its heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// supportive, sceptical, mixed or reporting, for a critique.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// What a critique is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Where the source's text was had from, when it is a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<WireCopy>,
}

/// The part of the corpus that was searched, as JSON.
#[derive(Debug, Serialize)]
pub struct WireScope {
    /// The id of the only source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The only lane.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lane: Option<Lane>,
}

/// A ranked passage as JSON.
#[derive(Debug, Serialize)]
pub struct WireHit {
    /// The id of the passage.
    pub passage: String,
    /// The id of the source.
    pub document: String,
    /// What it was ranked by.
    pub score: f32,
}

/// A choice as JSON.
#[derive(Debug, Serialize)]
pub struct WireChoice {
    /// What it is called.
    pub label: String,
    /// What it is.
    pub description: String,
    /// What to ask in order to mean it.
    pub ask: String,
}

/// A clause as JSON.
#[derive(Debug, Serialize)]
pub struct WireClause {
    /// Its number.
    pub number: u32,
    /// A short heading, the curator's words.
    pub heading: String,
    /// Words to look it up by.
    pub topics: Vec<String>,
    /// Ids of the parties that it binds.
    pub binds: Vec<String>,
    /// Ids of the parties that it names.
    pub names: Vec<String>,
    /// What it obliges whom to do, in its own words.
    pub duties: Vec<WireDuty>,
    /// The dates that it sets, in its own words.
    pub dates: Vec<WireDate>,
}

/// A provision of a document as JSON.
#[derive(Debug, Serialize)]
pub struct WireProvision {
    /// Its number as a path.
    pub number: String,
    /// The kind that its number begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ProvisionKind>,
    /// How it is cited.
    pub label: String,
    /// Its heading; may be empty.
    pub heading: String,
    /// The id of its source.
    pub source: String,
    /// The source's title.
    pub title: String,
    /// Whether it is too long to be quoted whole.
    pub cut: bool,
}

/// A duty as JSON.
#[derive(Debug, Serialize)]
pub struct WireDuty {
    /// Ids of the parties that owe it.
    pub who: Vec<String>,
    /// The clause's words.
    pub text: String,
}

/// A date as JSON.
#[derive(Debug, Serialize)]
pub struct WireDate {
    /// The clause's words.
    pub text: String,
    /// An ISO date, or a recurrence.
    pub means: String,
    /// What is dated.
    pub what: String,
}

/// A party as JSON.
#[derive(Debug, Serialize)]
pub struct WireParty {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What people call it.
    pub aliases: Vec<String>,
    /// State, person, body, office …
    pub kind: String,
    /// Whose side it is on.
    pub side: String,
    /// What it does here.
    pub role: String,
    /// The clauses that bind or name it.
    pub clauses: Vec<u32>,
}

/// A source as JSON.
#[derive(Debug, Serialize)]
pub struct WireSource {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its authors.
    pub authors: Vec<String>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// Its date.
    pub published: Option<String>,
    /// Its address, as printed.
    pub url: Option<String>,
    /// Where an archived copy may be found.
    pub archive_url: Option<String>,
    /// On what terms its words may be used.
    pub licence: Option<String>,
    /// Whose voice the source is.
    pub lane: Lane,
    /// How much of it the corpus holds.
    pub status: Status,
    /// How the facts of the entry are known.
    pub known: Option<String>,
    /// Where the text was had from, when it is a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<WireCopy>,
    /// The id of the source that this document stands beside, when it is not a source of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
}

impl From<Source> for WireSource {
    fn from(source: Source) -> Self {
        let Source {
            id,
            title,
            authors,
            publisher,
            published,
            url,
            archive_url,
            licence,
            lane,
            status,
            speaker: _,
            known,
            also: _,
            copied,
            beside,
        } = source;
        let copy = copied.map(|copied| WireCopy::from(&copied));
        Self { id, title, authors, publisher, published, url, archive_url, licence, lane, status, known, copy, beside }
    }
}

impl WireAnswer {
    /// Proves every quote of `answer` and gives it for machines, with the `hits` best passages.
    ///
    /// # Errors
    /// A quote that cannot be proven, or the index's.
    pub fn prove(answer: &Answer, answerer: &Answerer, hits: usize) -> Result<Self, AnswerError> {
        let quotes = answerer.prove(answer.quotes())?;
        let critiques = match &answer.card {
            Some(Card::Critiques(critiques)) => critiques.as_slice(),
            _ => &[],
        };
        let mut shown: Vec<WireQuote> = quotes.iter().map(WireQuote::from).collect();
        for (quote, critique) in shown.iter_mut().zip(critiques) {
            quote.stance = Some(critique.stance.clone());
            quote.topic = Some(critique.topic.clone());
        }
        let (outcome, quotes, closest, choices, reason) = match &answer.outcome {
            Outcome::Found(_) => ("found", shown, Vec::new(), Vec::new(), None),
            Outcome::Ambiguous(choices) => ("ambiguous", Vec::new(), Vec::new(), choices.iter().map(WireChoice::from).collect(), None),
            Outcome::NotFound { silence, .. } => ("not_found", Vec::new(), shown, Vec::new(), Some(silence.reason().to_owned())),
        };
        Ok(Self {
            id: None,
            question: answer.question.clone(),
            outcome,
            confidence: answer.confidence,
            quotes,
            hits: ranking(answer, hits),
            closest,
            choices,
            reason,
            scope: WireScope::of(&answer.scope),
            elsewhere: elsewhere(answer),
            clause: match &answer.card {
                Some(Card::Clause(found)) => Some(clause(found, answerer)?),
                _ => None,
            },
            provision: provision(answer),
            party: party(answer),
            read_as: answer.translation.as_ref().map(|translation| translation.english.clone()),
            context: answer.context.clone(),
            snapshot: answer.snapshot.clone(),
            took_us: 0,
        })
    }
}

/// The `most` best passages. What was looked up goes before what was searched for, with a score to match.
fn ranking(answer: &Answer, most: usize) -> Vec<WireHit> {
    let searched = || answer.ranking.iter().flat_map(|ranking| &ranking.hits);
    let best = searched().next().map_or(0.0, |hit| hit.standing);
    let mut hits: Vec<WireHit> = Vec::new();
    for quote in answer.quotes().iter().filter(|_| answer.looked_up) {
        if !hits.iter().any(|hit| hit.passage == quote.passage()) {
            hits.push(WireHit { passage: quote.passage().to_owned(), document: quote.source().to_owned(), score: best + 1.0 });
        }
    }
    let looked_up = hits.len();
    for hit in searched() {
        let passage = &hit.stored.passage;
        if !hits.iter().take(looked_up).any(|other| other.passage == passage.id) {
            hits.push(WireHit { passage: passage.id.clone(), document: passage.source.clone(), score: hit.standing });
        }
    }
    hits.truncate(most);
    hits
}

impl WireScope {
    pub(super) fn of(scope: &Scope) -> Option<Self> {
        (!scope.is_everything()).then(|| Self { source: scope.source.clone(), lane: scope.lane })
    }
}

fn elsewhere(answer: &Answer) -> Option<bool> {
    match &answer.outcome {
        Outcome::NotFound { silence: Silence::NotWithin(searched), .. } => Some(searched.elsewhere),
        _ => None,
    }
}

impl Silence {
    /// The reason's name, for machines.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::NotSaid => "not_said",
            Self::NotWithin(_) => "not_within",
            Self::NoWords => "no_words",
            Self::NoSuchClause { .. } | Self::NoSuchProvision { .. } => "no_such_clause",
            Self::NoClauses => "no_clauses",
            Self::UnknownClause => "unknown_clause",
            Self::UnknownParty(_) => "unknown_party",
            Self::NoCritique => "no_critique",
        }
    }
}

pub(super) fn clause(clause: &Clause, answerer: &Answerer) -> Result<WireClause, AnswerError> {
    let words = |span: Span| -> Result<String, AnswerError> {
        let anchor = Anchor { source: clause.anchor.source.clone(), span };
        Ok(Quote::at(answerer.generation(), &anchor)?.prove(answerer.generation())?.words().to_owned())
    };
    let duties = clause.duties.iter().map(|duty| Ok(WireDuty { who: duty.who.clone(), text: words(duty.span)? }));
    let dates =
        clause.dates.iter().map(|date| Ok(WireDate { text: words(date.span)?, means: date.means.clone(), what: date.what.clone() }));
    Ok(WireClause {
        number: clause.number,
        heading: clause.heading.clone(),
        topics: clause.topics.clone(),
        binds: clause.binds.clone(),
        names: clause.names.clone(),
        duties: duties.collect::<Result<_, AnswerError>>()?,
        dates: dates.collect::<Result<_, AnswerError>>()?,
    })
}

fn provision(answer: &Answer) -> Option<WireProvision> {
    let Some(Card::Provision(card)) = &answer.card else { return None };
    Some(WireProvision {
        number: card.provision.number.clone(),
        kind: card.provision.kind,
        label: card.provision.citation.clone(),
        heading: card.provision.heading.clone(),
        source: card.source.id.clone(),
        title: card.source.title.clone(),
        cut: card.is_cut,
    })
}

fn party(answer: &Answer) -> Option<WireParty> {
    let Some(Card::Party(party)) = &answer.card else { return None };
    let party = (**party).clone();
    Some(WireParty {
        id: party.id,
        name: party.name,
        aliases: party.aliases,
        kind: party.kind,
        side: party.side,
        role: party.role,
        clauses: party.clauses,
    })
}

impl From<&ProvenQuote<'_>> for WireQuote {
    fn from(proven: &ProvenQuote<'_>) -> Self {
        let (quote, source) = (proven.quote(), proven.source());
        Self {
            n: quote.number(),
            lane: quote.lane(),
            speaker: quote.speaker().to_owned(),
            text: proven.words().to_owned(),
            source: source.id.clone(),
            title: source.title.clone(),
            authors: source.authors.clone(),
            published: source.published.clone(),
            url: proven.link(),
            archive_url: source.archive_url.clone(),
            passage: quote.passage().to_owned(),
            start: quote.span().start,
            end: quote.span().end,
            clause: quote.clause(),
            provision: quote.provision().map(str::to_owned),
            stance: None,
            topic: None,
            copy: source.copied.as_ref().map(WireCopy::from),
        }
    }
}

impl From<&Choice> for WireChoice {
    fn from(choice: &Choice) -> Self {
        Self { label: choice.label.clone(), description: choice.description.clone(), ask: choice.ask.clone() }
    }
}
