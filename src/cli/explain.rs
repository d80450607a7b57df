//! Why each passage ranked where it did, in words and numbers.

use std::io::Write;

use super::CliError;
use super::print::{BOLD, PLAIN};
use crate::answer::{Answer, Answerer};
use crate::search::{Feature, Signal};

/// How many passages are explained.
const EXPLAINED: usize = 5;

/// Prints the explanation of an answer's ranking.
pub(super) fn explain(answerer: &Answerer, answer: &Answer) -> Result<(), CliError> {
    let Some(ranking) = &answer.ranking else { return Ok(()) };
    let mut out = anstream::stdout().lock();
    writeln!(out, "{BOLD}Terms{PLAIN}")?;
    let all = answerer.generation().passage_count();
    for term in &ranking.terms {
        write!(out, "  {:<20} weight {:>5.2}, in {} of {all} passages", term.stem, term.idf, term.passages)?;
        if let Some(typed) = &term.repaired {
            write!(out, ", read for \"{typed}\"")?;
        }
        if !term.others.is_empty() {
            write!(out, ", or one of {} other names", term.others.len())?;
        }
        writeln!(out)?;
    }
    writeln!(out, "\n{BOLD}Passages{PLAIN}")?;
    for hit in ranking.hits.iter().take(EXPLAINED) {
        writeln!(out, "  {:<28} {:.3}", hit.stored.passage.id, hit.score)?;
        for (feature, value) in Feature::ALL.iter().zip(hit.features).filter(|(_, value)| *value != 0.0) {
            writeln!(out, "    {:<24} {:.3} x {:.3} = {:.3}", feature.name(), value, feature.weight(), value * feature.weight())?;
        }
        let missing: Vec<&str> =
            ranking.terms.iter().zip(&hit.own).filter(|(_, held)| **held == 0.0).map(|(term, _)| term.stem.as_str()).collect();
        if !missing.is_empty() {
            writeln!(out, "    without: {}", missing.join(", "))?;
        }
    }
    let (value, threshold) = (ranking.confidence.value, ranking.threshold);
    writeln!(out, "\n{BOLD}Confidence{PLAIN} {value:.3} (answers from {threshold:.2} on)")?;
    for signal in Signal::ALL {
        writeln!(out, "  {:<40} {:.3}", signal.name(), ranking.confidence.signals.get(signal))?;
    }
    writeln!(out)?;
    Ok(())
}
