//! The only room that knows tantivy's files and the disk: generations, each a tantivy index that finds and a hashed
//! passage file that speaks.

mod build;
mod error;
mod generation;
mod generations;
mod manifest;
mod pointer;
mod records;
mod schema;
mod writing;

pub use build::{Progress, Step, Watch, snapshot};
pub use error::IndexError;
pub use generation::{AskedQuestion, Generation, StoredDocument, StoredPassage};
pub use generations::{Generations, Listed, Opened};
pub use manifest::Manifest;
pub(crate) use schema::Fields;
pub use schema::{REFERENCE_BITS, passage_reference};
pub use writing::{FEWEST_KEPT, Published, RolledBack, USUALLY_KEPT, Writing};
