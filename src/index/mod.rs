//! The only room that knows tantivy's files and the disk: generations, each a tantivy index that finds and a hashed
//! passage file that speaks.

mod build;
mod draft;
mod error;
mod generation;
mod generations;
mod manifest;
mod packed;
mod pointer;
mod provisions;
mod records;
mod schema;
mod stored;
mod table;
mod writing;

pub use build::{Progress, Step, Watch};
pub use draft::Draft;
pub use error::IndexError;
pub use generation::Generation;
pub use generations::{Generations, Listed, Opened};
pub use manifest::Manifest;
pub use provisions::StoredProvision;
pub(crate) use schema::Fields;
pub use schema::{REFERENCE_BITS, passage_reference};
pub use stored::{AskedQuestion, Entry, StoredDocument, StoredPassage};
pub use writing::{FEWEST_KEPT, Published, RolledBack, USUALLY_KEPT, Writing};
