//! The only room that knows tantivy's files and the disk: generations, each a tantivy index that finds and a hashed
//! passage file that speaks.

mod build;
mod error;
mod generation;
mod generations;
mod manifest;
mod records;
mod schema;

pub use build::Progress;
pub use error::IndexError;
pub use generation::{AskedQuestion, Generation, StoredDocument, StoredPassage};
pub use generations::{Generations, Opened};
pub use manifest::Manifest;
pub(crate) use schema::Fields;
pub use schema::{REFERENCE_BITS, passage_reference};
