//! One point in every lane: what the agreement says, what is reported, what is thought, and what Accord's notes say.

use super::select::select;
use super::{AnswerError, Answerer, Quote, Silence};
use crate::corpus::{Clause, Critique, Lane};
use crate::index::Generation;
use crate::search::{Question, Scope, Translation, passages_within, search};

/// The most quotes of one lane: side by side more would not be read.
pub const MOST_OF_A_LANE: usize = 2;

/// From this share of the best passage's score on a lane's best passage is on the point, when the lane is sure by itself. It is
/// lower than for a narrowed question: each lane is asked for its own view, and an opinion puts a thing in other words than the
/// agreement. Of 33 points that were read, three had a lane filled with something off the point ("first meeting" and "commercial
/// sectors" opinion, "enforcement" text); at 0.6 lanes stayed empty that have something to say ("trade secrets" opinion, "norms of
/// behavior" note).
const ON_THE_POINT: f32 = 0.5;

/// One point in every lane.
#[derive(Debug)]
pub struct Comparison {
    /// The point as it was typed.
    pub point: String,
    /// The clause, when the point is one.
    pub clause: Option<Box<Clause>>,
    /// Every lane, in the order of [`Lane::ALL`]; empty when nothing could be compared.
    pub sides: Vec<Side>,
    /// Why nothing could be compared.
    pub silence: Option<Silence>,
    /// How the point was read, when it was typed in another language.
    pub translation: Option<Translation>,
    /// The content that was searched.
    pub snapshot: String,
}

/// What one lane says to a point.
#[derive(Debug)]
pub struct Side {
    /// The lane.
    pub lane: Lane,
    /// Its best quotes, [`MOST_OF_A_LANE`] at the most. They are numbered through all lanes.
    pub quotes: Vec<Quote>,
    /// For each quote the critique that it is from, if curators know it as one.
    pub critiques: Vec<Option<Critique>>,
    /// How many critiques of the clause stand in this lane beside those that are quoted.
    pub more: usize,
    /// Why the lane is silent, when it is.
    pub silence: Option<LaneSilence>,
    /// How sure it is that the lane speaks to the point, between 0 and 1.
    pub confidence: f32,
}

/// Why a lane has nothing to say to a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneSilence {
    /// There is nothing of this lane in the corpus.
    Empty,
    /// Nothing in it is near enough to the point.
    NotSaid {
        /// How many passages of the lane there are.
        passages: u64,
    },
}

impl Comparison {
    /// Whether any lane says anything.
    #[must_use]
    pub fn is_found(&self) -> bool {
        self.sides.iter().any(|side| !side.quotes.is_empty())
    }
}

impl Answerer {
    /// Compares what the lanes say to a point: a clause ("3", "clause 3"), or a matter in a few words or a question.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn compare(&self, point: &str) -> Result<Comparison, AnswerError> {
        let generation = &self.generation;
        let question = self.question(point, None);
        let mut comparison = Comparison {
            point: point.to_owned(),
            clause: None,
            sides: Vec::new(),
            silence: None,
            translation: question.translation.clone(),
            snapshot: generation.manifest().snapshot.clone(),
        };
        let count = generation.knowledge().clause_count();
        let pointed = question.clauses.refs.first().filter(|_| question.terms.is_empty() && count > 0);
        if let Some(number) = pointed.map(|clause| clause.number(count)) {
            match generation.knowledge().clause(number) {
                Some(clause) => {
                    comparison.sides = clause_sides(generation, clause)?;
                    comparison.clause = Some(Box::new(clause.clone()));
                }
                None => comparison.silence = Some(Silence::NoSuchClause { asked: number, count }),
            }
        } else {
            let question = question.pointing_at_nothing();
            if question.terms.is_empty() {
                comparison.silence = Some(Silence::NoWords);
            } else {
                comparison.sides = Lane::ALL.iter().map(|lane| side(generation, &question, *lane)).collect::<Result<_, _>>()?;
            }
        }
        number(&mut comparison.sides);
        Ok(comparison)
    }
}

/// What a lane says to a matter.
fn side(generation: &Generation, question: &Question, lane: Lane) -> Result<Side, AnswerError> {
    let scope = Scope::lane(lane);
    let ranking = search(generation, question, &scope)?;
    let confidence = ranking.confidence.value;
    let on_the_point = ranking.is_sure(ON_THE_POINT);
    let mut quotes = if on_the_point { select(generation, &ranking)? } else { Vec::new() };
    quotes.retain(|quote| scope.holds(quote.source(), quote.lane()));
    quotes.truncate(MOST_OF_A_LANE);
    let critiques = quotes.iter().map(|quote| critique_at(generation, quote).cloned()).collect();
    let silence = silence(generation, &quotes, &scope)?;
    Ok(Side { lane, quotes, critiques, more: 0, silence, confidence })
}

/// The clause in its own words, and what is said of it in each lane. A critique that Accord's note reports stands among the
/// notes: its words are the note's.
fn clause_sides(generation: &Generation, clause: &Clause) -> Result<Vec<Side>, AnswerError> {
    let mut said: Vec<(Quote, Option<Critique>)> = vec![(Quote::at(generation, &clause.anchor)?, None)];
    for critique in generation.knowledge().critiques.iter().filter(|critique| critique.clauses.contains(&clause.number)) {
        said.push((Quote::at(generation, &critique.anchor)?, Some(critique.clone())));
    }
    let mut sides = Vec::new();
    for lane in Lane::ALL {
        let of_lane: Vec<(Quote, Option<Critique>)> = said.iter().filter(|(quote, _)| quote.lane() == lane).cloned().collect();
        let all = of_lane.len();
        let shown = one_of_each(of_lane);
        let more = all - shown.len();
        let (quotes, critiques): (Vec<Quote>, Vec<Option<Critique>>) = shown.into_iter().unzip();
        let silence = silence(generation, &quotes, &Scope::lane(lane))?;
        let confidence = if quotes.is_empty() { 0.0 } else { 1.0 };
        sides.push(Side { lane, quotes, critiques, more, silence, confidence });
    }
    Ok(sides)
}

/// As many as a lane shows: of each that speaks the first, and then the others in their order.
fn one_of_each(said: Vec<(Quote, Option<Critique>)>) -> Vec<(Quote, Option<Critique>)> {
    let by = |critique: &Option<Critique>| critique.as_ref().map(|critique| critique.by.clone());
    let mut speakers: Vec<Option<String>> = Vec::new();
    let mut again = Vec::new();
    let mut shown = Vec::new();
    for (quote, critique) in said {
        let speaker = by(&critique);
        if speakers.contains(&speaker) {
            again.push((quote, critique));
        } else {
            speakers.push(speaker);
            shown.push((quote, critique));
        }
    }
    shown.extend(again);
    shown.truncate(MOST_OF_A_LANE);
    shown
}

fn critique_at<'g>(generation: &'g Generation, quote: &Quote) -> Option<&'g Critique> {
    let critiques = &generation.knowledge().critiques;
    critiques.iter().find(|critique| critique.anchor.source == quote.source() && quote.span().overlaps(&critique.anchor.span))
}

fn silence(generation: &Generation, quotes: &[Quote], scope: &Scope) -> Result<Option<LaneSilence>, AnswerError> {
    if !quotes.is_empty() {
        return Ok(None);
    }
    Ok(Some(match passages_within(generation, scope)? {
        0 => LaneSilence::Empty,
        passages => LaneSilence::NotSaid { passages },
    }))
}

/// Numbers the quotes from 1, through all lanes.
fn number(sides: &mut [Side]) {
    for (number, quote) in (1..).zip(sides.iter_mut().flat_map(|side| &mut side.quotes)) {
        *quote = quote.clone().with_number(number);
    }
}
