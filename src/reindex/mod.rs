//! The corpus taken up anew: what that changes, the job that does it, and the exchange in a running bot.

mod changes;
mod courtesy;
mod diff;
mod estimate;
mod job;
mod keeper;
mod page;
mod passages;
mod sides;

pub use changes::{Changed, ClauseChange, FieldChange, Members, QuestionChanges, SourceChange};
pub use diff::{Diff, MOST_TOLD, Untold};
pub use estimate::percent;
pub use job::{Before, CancelFlag, Done, Options, Outcome, Progress, ReindexError, run};
pub use keeper::{Keeper, Running, Status};
pub use passages::{ChangedPassage, MovedPassage, PassageChanges, PassageWords};

use std::sync::Arc;

use crate::answer::{Answerer, Serving};
use crate::app::Places;
use crate::index::{Generations, IndexError};

/// Lets questions that begin from now on be answered from the generation that is current on disk, after a re-index or a
/// roll-back. Gives that generation's name.
///
/// # Errors
/// The index's; then all stays as it is.
pub fn take_up(places: &Places, serving: &Serving) -> Result<String, IndexError> {
    let opened = Generations::at(&places.index).open()?;
    serving.replace(Arc::new(Answerer::new(opened.generation)));
    Ok(opened.name)
}
