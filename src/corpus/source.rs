//! What a document is, who speaks in it, and what may be said of its provenance.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::fetched::Copied;

/// Whose voice a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lane {
    /// The agreement's own words, or those of a document that a plain folder supplies.
    Text,
    /// News reporting.
    Reporting,
    /// Somebody's opinion; always said as theirs.
    Opinion,
    /// Our own summary of a source whose text may not be carried along.
    Note,
}

impl Lane {
    /// Every lane, in the order in which an answer shows them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Reporting, Self::Opinion, Self::Note];

    /// The lane's name in files and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Reporting => "reporting",
            Self::Opinion => "opinion",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How much of a source the corpus holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// The source's own words.
    #[serde(rename = "full text")]
    FullText,
    /// A note in our own words.
    #[serde(rename = "note")]
    Note,
    /// The link that led to the source is damaged; a note says what is known.
    #[serde(rename = "link damaged")]
    LinkDamaged,
    /// The host that served the source is gone; a note says what is known.
    #[serde(rename = "dead host")]
    DeadHost,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FullText => "full text",
            Self::Note => "note",
            Self::LinkDamaged => "link damaged",
            Self::DeadHost => "dead host",
        })
    }
}

/// A source: what a reader needs in order to judge and to find what is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Short name, unique in the corpus; passages are numbered under it.
    pub id: String,
    /// Title of the source.
    pub title: String,
    /// Its authors, as far as they are known.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Date of publication, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Address as printed where the source was linked.
    pub url: Option<String>,
    /// Where an archived copy may be found.
    pub archive_url: Option<String>,
    /// On what terms its words may be used.
    pub licence: Option<String>,
    /// Whose voice the source itself is.
    pub lane: Lane,
    /// How much of it the corpus holds.
    pub status: Status,
    /// How a quotation from what the corpus holds is introduced.
    pub speaker: String,
    /// How the facts of this entry are known.
    pub known: Option<String>,
    /// What else people call it.
    pub also: Vec<String>,
    /// Where the text was had from, when it is a copy that was fetched or handed in.
    pub copied: Option<Copied>,
    /// The id of the source that this document stands beside: our note on it, or the page around a text that was supplied.
    /// Such a document has no entry of its own in a list of sources.
    pub beside: Option<String>,
}

impl Source {
    /// Whether this is the copy that took the place of the note on the source called `id`.
    pub(super) fn is_copy_of(&self, id: &str) -> bool {
        self.id == id && self.copied.is_some()
    }

    /// The id of the note on the source called `id`, where a copy of the source itself has that id.
    #[must_use]
    pub fn note_id(id: &str) -> String {
        format!("{id}-note")
    }

    /// The id of the page that the source called `id` was published on, where its text was supplied.
    #[must_use]
    pub fn page_id(id: &str) -> String {
        format!("{id}-page")
    }

    /// The lane of what is indexed for this source: our own note is a note, whatever the source's voice.
    #[must_use]
    pub fn indexed_lane(&self) -> Lane {
        match self.status {
            Status::FullText => self.lane,
            Status::Note | Status::LinkDamaged | Status::DeadHost => Lane::Note,
        }
    }

    /// A document of a plain folder, of which no more is known than its name and its words.
    #[must_use]
    pub fn plain(id: String, title: String) -> Self {
        Self {
            speaker: title.clone(),
            id,
            title,
            authors: Vec::new(),
            publisher: None,
            published: None,
            url: None,
            archive_url: None,
            licence: None,
            lane: Lane::Text,
            status: Status::FullText,
            known: None,
            also: Vec::new(),
            copied: None,
            beside: None,
        }
    }
}
