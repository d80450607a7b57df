//! `accord quote`: whether the corpus says certain words, and who says them.

use super::{CliError, FOUND, NOT_FOUND, print};
use crate::answer::{Answerer, QuoteOutcome, WireQuoteCheck};

/// Checks a quotation and tells what became of it.
pub(super) fn check(answerer: &Answerer, text: &str, by: Option<&str>, json: bool) -> Result<u8, CliError> {
    let check = answerer.check_quote(text, by)?;
    if json {
        print::json(&WireQuoteCheck::prove(&check, answerer)?)?;
    } else {
        print::quote_check(answerer, &check)?;
    }
    Ok(if check.outcome == QuoteOutcome::Exact { FOUND } else { NOT_FOUND })
}
