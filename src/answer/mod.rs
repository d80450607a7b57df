//! From ranked passages to something that may be said: proven quotes, a choice, or an honest silence.

mod check;
mod choices;
mod citation;
mod clause_card;
mod clauses;
mod comparison;
mod context;
mod critiques;
mod decide;
mod follow_up;
mod in_context;
mod listing;
mod parties;
mod provision_card;
mod provisions;
mod quote;
mod quote_ref;
mod receipt;
mod scope;
mod select;
mod serving;
mod source_card;
mod timeline;
mod timeline_wire;
mod wire;
mod wire_copy;
mod wire_lookup;

pub use check::{QuoteCheck, QuoteOutcome, WireQuoteCheck, WireSearched};
pub use choices::MOST_CHOICES;
pub use citation::{FRAGMENT_LIMIT, deep_link};
pub use clause_card::{ClauseCard, OwedDuty, SetDate};
pub use comparison::{Comparison, LaneSilence, MOST_OF_A_LANE, Side};
pub use context::Context;
pub use in_context::InContext;
pub use listing::{Found, FoundPassage, SNIPPET};
pub use provision_card::ProvisionCard;
pub use quote::{ProvenQuote, Quote, Unproven};
pub use quote_ref::{NoQuoteRef, QuoteRef};
pub use receipt::{Finding, Receipt, ReceiptOutcome, ReceiptQuote, Verification};
pub use scope::{NoSuchSource, Searched};
pub use serving::Serving;
pub use source_card::SourceCard;
pub use timeline::{Dated, MOST_ENTRIES, ProvenDated, ProvenTimeline, Timeline, When};
pub use timeline_wire::{WireDated, WireTimeline};
pub use wire::{WireAnswer, WireChoice, WireClause, WireHit, WireParty, WireProvision, WireQuote, WireScope, WireSource};
pub use wire_copy::WireCopy;
pub use wire_lookup::{WireComparison, WireCritique, WireFound, WireFoundPassage, WireSide, WireSourceCard};

use std::sync::OnceLock;

use thiserror::Error;

use crate::corpus::{Clause, Critique, Party, Source};
use crate::index::{Generation, IndexError};
pub use crate::search::Scope;
use crate::search::{Names, Question, Ranking, Translation, Translator, is_plain_english};

/// The most quotes that an answer holds.
pub const MOST_QUOTES: usize = 5;

/// Why no answer could be made. Not finding one is an [`Outcome`], not an error.
#[derive(Debug, Error)]
pub enum AnswerError {
    /// The index's.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A quote that does not stand where it should.
    #[error(transparent)]
    Unproven(#[from] Unproven),
    /// A source that is not in the corpus was asked for.
    #[error(transparent)]
    NoSuchSource(#[from] NoSuchSource),
}

/// What may be said in reply to a question or a look-up.
#[derive(Debug)]
pub struct Answer {
    /// The words as they were asked.
    pub question: String,
    /// What came of it.
    pub outcome: Outcome,
    /// Between 0 and 1, comparable across questions and corpora.
    pub confidence: f32,
    /// Whether it was looked up (a clause, a party, what somebody says) rather than searched for.
    pub looked_up: bool,
    /// Whether what was looked up holds all that was asked for, so that a search has nothing to add.
    settled: bool,
    /// The part of the corpus that it was answered from.
    pub scope: Scope,
    /// What else is known about what was looked up.
    pub card: Option<Card>,
    /// How the search went, when there was one.
    pub ranking: Option<Ranking>,
    /// How the question was read, when it was asked in another language.
    pub translation: Option<Translation>,
    /// What a follow-up can lean on, when the question was answered.
    pub context: Option<Context>,
    /// The content that was searched.
    pub snapshot: String,
}

/// The three proper answers.
#[derive(Debug)]
pub enum Outcome {
    /// The corpus says it, in these words.
    Found(Vec<Quote>),
    /// More than one thing may be meant.
    Ambiguous(Vec<Choice>),
    /// The corpus does not say.
    NotFound {
        /// Why not.
        silence: Silence,
        /// The passages that come closest.
        closest: Vec<Quote>,
    },
}

/// Why the corpus is silent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// Nothing near enough to the question is in it.
    NotSaid,
    /// Nothing near enough to the question is in the part that was searched.
    NotWithin(Box<Searched>),
    /// The question holds no word that could be searched for.
    NoWords,
    /// There is no clause of this number.
    NoSuchClause {
        /// The number asked for.
        asked: u32,
        /// How many clauses there are.
        count: u32,
    },
    /// There is no provision of this number.
    NoSuchProvision {
        /// What was asked for, as it was asked.
        asked: String,
        /// The title of the document that was meant, where it is known.
        title: Option<String>,
        /// How the first and the last of those that are near are cited.
        near: Option<(String, String)>,
    },
    /// The corpus has no numbered clauses at all.
    NoClauses,
    /// No clause is called so.
    UnknownClause,
    /// No party is called so; perhaps this one was meant.
    UnknownParty(Option<String>),
    /// Nobody in the corpus says anything of the kind.
    NoCritique,
}

/// Something that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// What it is.
    pub description: String,
    /// What to ask in order to mean it.
    pub ask: String,
}

/// What is known, beside quotes, about what was looked up.
#[derive(Debug, Clone)]
pub enum Card {
    /// A clause.
    Clause(Box<Clause>),
    /// A provision of a document.
    Provision(Box<ProvisionCard>),
    /// A party.
    Party(Box<Party>),
    /// Critiques, in the order of the quotes.
    Critiques(Vec<Critique>),
}

/// Answers questions and look-ups from one generation. All that it says comes from that generation.
pub struct Answerer {
    generation: Generation,
    names: Names,
    /// Made when the first question comes that is not plainly English.
    translator: OnceLock<Translator>,
    /// Made when it is first asked for.
    timeline: OnceLock<Timeline>,
    /// Read when a source is chosen for the first time.
    sources: OnceLock<Vec<Source>>,
    checker: check::Checker,
}

impl Answerer {
    /// Answers from `generation`.
    #[must_use]
    pub fn new(generation: Generation) -> Self {
        let names = Names::of(generation.knowledge());
        Self {
            generation,
            names,
            translator: OnceLock::new(),
            timeline: OnceLock::new(),
            sources: OnceLock::new(),
            checker: check::Checker::default(),
        }
    }

    /// The generation that is answered from.
    #[must_use]
    pub fn generation(&self) -> &Generation {
        &self.generation
    }

    /// Understands a question, as a follow-up in the conversation `before` where there is one and the words lean on it.
    #[must_use]
    pub fn question(&self, text: &str, before: Option<&Context>) -> Question {
        let earlier = before.into_iter().flat_map(|before| &before.questions).map(String::as_str);
        let conversation = earlier.chain([text]).map(|text| self.read(text));
        conversation.reduce(|earlier, question| question.after(&earlier)).unwrap_or_else(|| self.read(text))
    }

    /// Understands a question by itself.
    fn read(&self, text: &str) -> Question {
        match self.translation(text) {
            Some(translation) => Question::translated(text, translation, &self.names),
            None => Question::parse(text, &self.names),
        }
    }

    /// How a question in another language reads in the corpus's words.
    fn translation(&self, text: &str) -> Option<Translation> {
        if self.generation.knowledge().languages.is_empty() || is_plain_english(&self.generation, text) {
            return None;
        }
        let translator = self.translator.get_or_init(|| Translator::of(self.generation.knowledge()));
        translator.translate(text, &self.generation)
    }

    /// Answers a question.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn answer(&self, question: &Question) -> Result<Answer, AnswerError> {
        self.answer_within(question, &Scope::default())
    }

    /// The answer with how its question was read, and with what a follow-up can lean on.
    fn in_context(question: &Question, answer: Answer) -> Answer {
        let context = Context::after(question, &answer);
        Answer { translation: question.translation.clone(), context, ..answer }
    }

    /// Looks a clause up by number, heading, topic or first words; where curators have numbered none, or none that is meant, a
    /// provision of any document by the number or the heading that the document gives it.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn clause(&self, which: &str) -> Result<Answer, AnswerError> {
        self.clause_within(which, &Scope::default())
    }

    /// The same within `scope`.
    ///
    /// # Errors
    /// [`AnswerError::NoSuchSource`], the index's, or that a quote could not be proven.
    pub fn clause_within(&self, which: &str, scope: &Scope) -> Result<Answer, AnswerError> {
        self.known(scope)?;
        let generation = &self.generation;
        let curated = !generation.knowledge().clauses.is_empty();
        let scoped = |answer| scope::kept(answer, scope).unwrap_or_else(|| Answer::silent(generation, which, Silence::UnknownClause));
        if !generation.has_provisions()? {
            return Ok(scoped(clauses::look_up(generation, which)?));
        }
        if !curated || provisions::is_meant(generation, which, scope)? {
            return provisions::look_up(generation, which, scope, self.known_sources()?);
        }
        let clause = scoped(clauses::look_up(generation, which)?);
        let is_none = matches!(clause.outcome, Outcome::NotFound { .. });
        let provision = is_none.then(|| provisions::look_up(generation, which, scope, self.known_sources()?)).transpose()?;
        Ok(provision.filter(|answer| !matches!(answer.outcome, Outcome::NotFound { .. })).unwrap_or(clause))
    }

    /// The clauses and provisions that `typed` may be the beginning of, for autocompletion; the first of them when nothing is
    /// typed.
    ///
    /// # Errors
    /// The index's.
    pub fn clause_choices(&self, typed: &str) -> Result<Vec<Choice>, AnswerError> {
        let mut choices = clauses::choices(self.generation.knowledge(), typed);
        if self.generation.has_provisions()? {
            choices.extend(provisions::choices(&self.generation, typed, self.known_sources()?)?);
        }
        choices.truncate(MOST_CHOICES);
        Ok(choices)
    }

    /// Looks a party up by any of its names.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn party(&self, name: &str) -> Result<Answer, AnswerError> {
        parties::look_up(&self.generation, name)
    }

    /// What is said about a clause, or by somebody, or at all.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn critiques(&self, clause: Option<u32>, by: Option<&str>) -> Result<Answer, AnswerError> {
        critiques::look_up(&self.generation, clause, by)
    }

    /// The dates that the corpus names, in order. They are looked up once and kept.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn timeline(&self) -> Result<&Timeline, AnswerError> {
        if let Some(timeline) = self.timeline.get() {
            return Ok(timeline);
        }
        let timeline = timeline::timeline(&self.generation)?;
        Ok(self.timeline.get_or_init(|| timeline))
    }

    /// Every source of the corpus. What stands beside a source is told on that one's card.
    ///
    /// # Errors
    /// The index's.
    pub fn sources(&self) -> Result<Vec<Source>, AnswerError> {
        let documents = self.generation.sources()?;
        Ok(documents.into_iter().filter(|source| source.beside.is_none()).collect())
    }

    /// Quotes that were given before, as the answer that they were. How sure it was is not known any more, and said to be 0.
    #[must_use]
    pub fn given_before(&self, question: &str, quotes: Vec<Quote>) -> Answer {
        Answer::looked_up(&self.generation, question, Outcome::Found(quotes), 0.0)
    }

    /// Proves every one of `quotes` again, now, against its source: what comes back may be shown.
    ///
    /// # Errors
    /// The first quote that does not stand where it says.
    pub fn prove<'q>(&self, quotes: &'q [Quote]) -> Result<Vec<ProvenQuote<'q>>, AnswerError> {
        quotes.iter().map(|quote| quote.prove(&self.generation)).collect()
    }
}

impl Answer {
    fn found(generation: &Generation, question: &str, quotes: Vec<Quote>) -> Self {
        Self::looked_up(generation, question, Outcome::Found(quotes), 1.0)
    }

    fn silent(generation: &Generation, question: &str, silence: Silence) -> Self {
        Self::looked_up(generation, question, Outcome::NotFound { silence, closest: Vec::new() }, 0.0)
    }

    fn ambiguous(generation: &Generation, question: &str, choices: Vec<Choice>) -> Self {
        Self::looked_up(generation, question, Outcome::Ambiguous(choices), 0.0)
    }

    fn looked_up(generation: &Generation, question: &str, outcome: Outcome, confidence: f32) -> Self {
        let snapshot = generation.manifest().snapshot.clone();
        Self {
            question: question.to_owned(),
            outcome,
            confidence,
            looked_up: true,
            settled: false,
            scope: Scope::default(),
            card: None,
            ranking: None,
            translation: None,
            context: None,
            snapshot,
        }
    }

    fn with_card(self, card: Card) -> Self {
        Self { card: Some(card), ..self }
    }

    /// Whether a search has nothing to add: a thing itself was looked up (a clause, a party, a choice of names, something that
    /// is not there), or what somebody says of all that was asked.
    fn is_settled(&self) -> bool {
        match &self.outcome {
            Outcome::Found(_) => self.settled || matches!(self.card, Some(Card::Clause(_) | Card::Provision(_) | Card::Party(_))),
            Outcome::Ambiguous(_) => true,
            Outcome::NotFound { silence, .. } => *silence != Silence::NotSaid,
        }
    }

    /// The answer with one page of its quotes, of at most `size`, numbered anew. Pages count from 0; behind the last there is
    /// the last.
    #[must_use]
    pub fn page(self, page: usize, size: usize) -> Self {
        let Outcome::Found(quotes) = self.outcome else { return self };
        let size = size.max(1);
        let page = page.min(quotes.len().div_ceil(size).saturating_sub(1));
        let shown = quotes.into_iter().skip(page * size).take(size).collect();
        Self { outcome: Outcome::Found(Quote::numbered(shown)), ..self }
    }

    /// The quotes that are to be shown: the answer's own, or those that come closest.
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        match &self.outcome {
            Outcome::Found(quotes) => quotes,
            Outcome::NotFound { closest, .. } => closest,
            Outcome::Ambiguous(_) => &[],
        }
    }
}
