//! What a clause does, beside its words: whom it binds, what each owes, and its dates.

use super::{AnswerError, Answerer, Quote};
use crate::corpus::{Anchor, Clause};
use crate::text::Span;

/// What a clause does. Its duties and dates are quoted from it.
#[derive(Debug)]
pub struct ClauseCard {
    /// Its number.
    pub number: u32,
    /// A short heading, the curator's words.
    pub heading: String,
    /// The names of the parties that it binds.
    pub binds: Vec<String>,
    /// The names of the other parties that its text names.
    pub names: Vec<String>,
    /// What it obliges whom to do.
    pub duties: Vec<OwedDuty>,
    /// The dates and intervals that it sets.
    pub dates: Vec<SetDate>,
}

/// Something that a clause obliges somebody to do.
#[derive(Debug)]
pub struct OwedDuty {
    /// The names of the parties that owe it.
    pub who: Vec<String>,
    /// The clause's words.
    pub words: Quote,
}

/// A date or an interval that a clause sets.
#[derive(Debug)]
pub struct SetDate {
    /// The clause's words.
    pub words: Quote,
    /// An ISO date, or a recurrence such as "2 per year".
    pub means: String,
    /// What is dated, the curator's words.
    pub what: String,
}

impl Answerer {
    /// What `clause` does. The quotes are numbered from 1, the duties first.
    ///
    /// # Errors
    /// The index's, or that a quote could not be proven.
    pub fn clause_card(&self, clause: &Clause) -> Result<ClauseCard, AnswerError> {
        let knowledge = self.generation.knowledge();
        let named = |ids: &[String]| -> Vec<String> {
            ids.iter().map(|id| knowledge.party(id).map_or_else(|| id.clone(), |party| party.name.clone())).collect()
        };
        let mut number = 0;
        let mut quoted = |span: Span| -> Result<Quote, AnswerError> {
            number += 1;
            Ok(Quote::at(&self.generation, &Anchor { source: clause.anchor.source.clone(), span })?.with_number(number))
        };
        let mut duties = Vec::new();
        for duty in &clause.duties {
            duties.push(OwedDuty { who: named(&duty.who), words: quoted(duty.span)? });
        }
        let mut dates = Vec::new();
        for date in &clause.dates {
            dates.push(SetDate { words: quoted(date.span)?, means: date.means.clone(), what: date.what.clone() });
        }
        let others: Vec<String> = clause.names.iter().filter(|id| !clause.binds.contains(id)).cloned().collect();
        Ok(ClauseCard {
            number: clause.number,
            heading: clause.heading.clone(),
            binds: named(&clause.binds),
            names: named(&others),
            duties,
            dates,
        })
    }
}
