//! The documents of a corpus, one after another, and which of them need not be read because they are known.

use std::borrow::Cow;
use std::slice;

use super::folder::FolderReader;
use super::{Document, Print, Problem};

/// Says which document with this print is known, if one is: its number among those that are known, and its id.
pub type Known<'k> = &'k dyn Fn(&Print) -> Option<(usize, String)>;

/// A document as a corpus supplies it.
#[derive(Debug)]
pub enum Supplied<'c> {
    /// It was read.
    Read(Box<Cow<'c, Document>>),
    /// It is the known one with this number, and was not read.
    Known(usize),
}

/// One document of a corpus.
#[derive(Debug)]
pub struct Supply<'c> {
    /// Its id.
    pub id: String,
    /// The document.
    pub supplied: Supplied<'c>,
    /// Identity of what it was read from; none for a known one, and in a curated corpus, where a document is made of more than
    /// its own file.
    pub print: Option<Print>,
}

impl Supply<'_> {
    pub(super) fn read(document: Document, print: Print) -> Self {
        Self { id: document.source.id.clone(), supplied: Supplied::Read(Box::new(Cow::Owned(document))), print: Some(print) }
    }
}

/// Gives the documents of a corpus in order, and between them what cannot be read.
pub struct Documents<'c>(Kind<'c>);

enum Kind<'c> {
    /// They were read with the corpus, but for what cannot be. The last is how many bytes of text were given so far.
    Held(slice::Iter<'c, Document>, slice::Iter<'c, Problem>, u64),
    Folder(Box<FolderReader<'c>>),
}

impl<'c> Documents<'c> {
    pub(super) fn held(documents: &'c [Document], left_out: &'c [Problem]) -> Self {
        Self(Kind::Held(documents.iter(), left_out.iter(), 0))
    }

    pub(super) fn of_folder(reader: FolderReader<'c>) -> Self {
        Self(Kind::Folder(Box::new(reader)))
    }

    /// How many bytes of [`Corpus::size`](super::Corpus::size) were read so far.
    #[must_use]
    pub fn done(&self) -> u64 {
        match &self.0 {
            Kind::Held(_, _, done) => *done,
            Kind::Folder(reader) => reader.done(),
        }
    }
}

impl<'c> Iterator for Documents<'c> {
    type Item = Result<Supply<'c>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Kind::Held(documents, left_out, done) => {
                if let Some(problem) = left_out.next() {
                    return Some(Err(problem.clone()));
                }
                let document = documents.next()?;
                *done += document.text.len() as u64;
                let id = document.source.id.clone();
                Some(Ok(Supply { id, supplied: Supplied::Read(Box::new(Cow::Borrowed(document))), print: None }))
            }
            Kind::Folder(reader) => reader.next(),
        }
    }
}
