//! Curated knowledge: clauses, parties and critiques, every one of them anchored in a document's own words.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The source's id.
    pub source: String,
    /// The words, as a span of the document's text.
    pub span: Span,
}

/// A numbered clause of the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its number, counted from 1.
    pub number: u32,
    /// A short heading, the curator's words.
    pub heading: String,
    /// Words to look the clause up by.
    pub topics: Vec<String>,
    /// Its whole text.
    pub anchor: Anchor,
    /// Ids of the parties that it binds.
    pub binds: Vec<String>,
    /// Ids of the parties that its text names.
    pub names: Vec<String>,
    /// What it obliges whom to do.
    pub duties: Vec<Duty>,
    /// The dates and intervals that it sets.
    pub dates: Vec<ClauseDate>,
}

/// Something that a clause obliges somebody to do, in the clause's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Ids of the parties that owe it.
    pub who: Vec<String>,
    /// The clause's words.
    pub span: Span,
}

/// A date or an interval that a clause sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseDate {
    /// The clause's words.
    pub span: Span,
    /// An ISO date, or a recurrence such as "2 per year".
    pub means: String,
    /// What is dated.
    pub what: String,
}

/// A state, body, office or person that the corpus speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Short name, unique in the corpus.
    pub id: String,
    /// The name it is shown by.
    pub name: String,
    /// What people call it.
    pub aliases: Vec<String>,
    /// State, person, body, office …
    pub kind: String,
    /// Whose side it is on.
    pub side: String,
    /// What it does here, the curator's words.
    pub role: String,
    /// The clauses that bind or name it.
    pub clauses: Vec<u32>,
    /// Words of the corpus that show it.
    pub anchor: Anchor,
}

impl Party {
    /// The name and every alias.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// What somebody says about a clause, or about the agreement as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Critique {
    /// Short name, unique in the corpus.
    pub id: String,
    /// Who says it.
    pub by: String,
    /// The clauses it is about; none means the agreement as a whole.
    pub clauses: Vec<u32>,
    /// supportive, sceptical, mixed or reporting.
    pub stance: String,
    /// What it is about, the curator's words.
    pub topic: String,
    /// The words.
    pub anchor: Anchor,
}

/// Questions that people may ask, filed under the words that answer them: doc2query, written beforehand. They are only for
/// finding, and never shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anticipated {
    /// The words that answer, or that come closest.
    pub anchor: Anchor,
    /// The questions, as people put them.
    pub asked: Vec<String>,
    /// Whether the words answer; otherwise nothing in the corpus does, and the curators know it: a known gap.
    pub answered: bool,
}

/// Words that people use for what the corpus calls otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    /// Words for what the whole corpus is about ("agreement", "deal"): they say little about what is asked.
    pub subject: Vec<String>,
    /// Words or phrases that mean the same here.
    pub same: Vec<Vec<String>>,
}

/// What questions in another language are read by: its words for the corpus's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lexicon {
    /// The language's code, as in `de` or `zh`.
    pub code: String,
    /// Words that carry no topic.
    pub stop: Vec<String>,
    /// Words that ask for a person or body.
    pub who: Vec<String>,
    /// Words that ask for a date.
    pub when: Vec<String>,
    /// Words that ask for a place.
    pub place: Vec<String>,
    /// Words that ask for a number.
    pub how_many: Vec<String>,
    /// Words that ask for an interval.
    pub how_often: Vec<String>,
    /// Words that ask for a reason.
    pub why: Vec<String>,
    /// Words for the corpus's own.
    pub terms: Vec<LexiconTerm>,
}

/// Words of another language for one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconTerm {
    /// The corpus's words for it, the most exact first.
    pub english: Vec<String>,
    /// The language's words for it, in every form that is typed.
    pub words: Vec<String>,
}

/// All that is curated about a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// The clauses, by number.
    pub clauses: Vec<Clause>,
    /// The parties.
    pub parties: Vec<Party>,
    /// The critiques.
    pub critiques: Vec<Critique>,
    /// Words that people use.
    pub glossary: Glossary,
    /// Other languages that questions may come in.
    pub languages: Vec<Lexicon>,
}

impl Knowledge {
    /// The clause with this number.
    #[must_use]
    pub fn clause(&self, number: u32) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.number == number)
    }

    /// The party with this id.
    #[must_use]
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// How many clauses there are.
    #[must_use]
    pub fn clause_count(&self) -> u32 {
        u32::try_from(self.clauses.len()).unwrap_or(u32::MAX)
    }
}
