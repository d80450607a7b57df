//! Copies of the sources of a curated corpus: a copy goes before the note on its source, which stays beside it.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::anchors;
use super::files::VoiceEntry;
use crate::corpus::copies::{Copy, on_the_shelf};
use crate::corpus::document::{Document, Voice};
use crate::corpus::problem::Problem;
use crate::corpus::{Lane, Source, Status};

/// The shelf of copies, taken off source by source.
pub(super) struct Shelved {
    copies: BTreeMap<String, Copy>,
    /// The ids that there are, those of documents that came off the shelf among them.
    ids: HashSet<String>,
    /// The texts that were read off the shelf: two sources of one page have one copy between them.
    texts: HashSet<blake3::Hash>,
    left_out: Vec<Problem>,
}

impl Shelved {
    /// What is on the shelf of the corpus in `dir`, whose file names these sources.
    pub(super) fn of<'e>(dir: &Path, ids: impl Iterator<Item = &'e String>) -> Self {
        let mut left_out = Vec::new();
        let copies = on_the_shelf(dir, &mut left_out);
        let copies = copies.into_iter().map(|copy| (copy.provenance.source.clone(), copy)).collect();
        Self { copies, ids: ids.cloned().collect(), texts: HashSet::new(), left_out }
    }

    /// The documents of a source that the corpus holds `held` of.
    ///
    /// A sound copy takes the place of a note, and the note stays beside it: what is curated was written in its words. A text
    /// that was supplied is not replaced; the page that it was taken from stands beside it.
    pub(super) fn beside(&mut self, held: Document, voices: &[VoiceEntry]) -> Vec<Document> {
        let id = &held.source.id;
        // What was added under an id that the corpus file has too is told with all that was added.
        let Some(copy) = self.copies.get(id).filter(|copy| copy.provenance.added.is_none()) else { return vec![held] };
        let supplied = held.source.status == Status::FullText;
        let other = if supplied { Source::page_id(id) } else { Source::note_id(id) };
        let read = if self.ids.contains(&other) {
            Err(copy.unusable(&format!("would need the id \"{other}\" beside it, which is another source's")))
        } else {
            copy.read_whole()
        };
        let read = read.map(|readable| (self.texts.insert(blake3::hash(readable.text.as_bytes())), copy.of(&held.source, readable)));
        self.copies.remove(id);
        let (is_new, mut copied) = match read {
            Ok(read) => read,
            Err(problem) => {
                self.left_out.push(problem);
                return vec![held];
            }
        };
        if !is_new {
            return vec![held];
        }
        copied.voices = found(&copied.text, voices);
        self.ids.insert(other.clone());
        if supplied {
            // The supplied text alone is what the agreement says; the page around it tells of more.
            let lane = if held.source.lane == Lane::Text { Lane::Reporting } else { held.source.lane };
            copied.source = Source { beside: Some(held.source.id.clone()), id: other, lane, also: Vec::new(), ..copied.source };
            vec![held, copied]
        } else {
            let source = Source { beside: Some(held.source.id.clone()), id: other, ..held.source };
            vec![copied, Document { source, ..held }]
        }
    }

    /// The documents of the sources that the operator added.
    pub(super) fn added(&mut self) -> Vec<Document> {
        let mut documents = Vec::new();
        for copy in std::mem::take(&mut self.copies).into_values() {
            let read = match &copy.provenance.added {
                None => Err(copy.of_no_source()),
                Some(_) if self.ids.contains(&copy.provenance.source) => Err(copy.of_another()),
                Some(added) => copy.added(added),
            };
            match read {
                Ok(document) => documents.push(document),
                Err(problem) => self.left_out.push(problem),
            }
        }
        documents
    }

    /// What could not be used, and why.
    pub(super) fn left_out(self) -> Vec<Problem> {
        self.left_out
    }
}

/// The voices that a curator marked in the note and that stand in the copy, too.
fn found(text: &str, entries: &[VoiceEntry]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for entry in entries {
        if let Ok(span) = anchors::between(text, entry.begins.get_ref(), entry.ends.get_ref())
            && !voices.iter().any(|other| other.span.overlaps(&span))
        {
            voices.push(entry.at(span));
        }
    }
    voices
}
