//! Quotations that people bring: thousands are taken from the shipped corpus, copied as people copy or changed as people change.

mod altered;
mod crowd;
mod exact;
mod stretches;
mod telling;

use std::sync::OnceLock;

use accord::answer::Answerer;
use accord::app::{self, Places};

use crate::support::program::Program;

/// The shipped corpus, opened once for all these tests.
fn answerer() -> &'static Answerer {
    static OPENED: OnceLock<(Program, Answerer)> = OnceLock::new();
    let (_, answerer) = OPENED.get_or_init(|| {
        let program = Program::indexed();
        let places = Places { corpus: program.path("corpus"), index: program.path("index") };
        let answerer = app::open(&places, &mut |told| panic!("nothing was to be told: {told}")).expect("the shipped corpus");
        (program, answerer)
    });
    answerer
}
