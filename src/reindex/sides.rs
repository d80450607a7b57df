//! A document with its passages, as a comparison looks at it.

use crate::corpus::{Link, Passage, Source, Voice};
use crate::index::{AskedQuestion, Generation, IndexError};

/// A document with its passages.
pub(super) struct SideDocument {
    pub(super) source: Source,
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    pub(super) voices: Vec<Voice>,
    /// In order, each with the questions anticipated for it.
    pub(super) passages: Vec<(Passage, Vec<AskedQuestion>)>,
}

impl SideDocument {
    /// The document of a source, if there is one.
    pub(super) fn of(generation: &Generation, id: &str) -> Result<Option<Self>, IndexError> {
        let Some(stored) = generation.document(id)? else { return Ok(None) };
        let numbers = stored.first_passage..stored.first_passage + stored.passage_count;
        let passage = |number| generation.passage(number).map(|stored| (stored.passage, stored.asked));
        Ok(Some(Self {
            source: stored.source,
            text: stored.text,
            links: stored.links,
            voices: stored.voices,
            passages: numbers.map(passage).collect::<Result<_, _>>()?,
        }))
    }
}
