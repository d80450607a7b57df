//! The curated files as they are written. What they mean once checked is in `corpus::knowledge`.

use serde::Deserialize;
use toml::Spanned;

use crate::corpus::{Lane, Status, Voice};
use crate::text::Span;

/// `corpus.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorpusFile {
    pub(super) format: u32,
    pub(super) title: String,
    pub(super) about: String,
    #[serde(default)]
    pub(super) questions: Vec<String>,
    #[serde(default)]
    pub(super) files: KnowledgeFiles,
    #[serde(default, rename = "source")]
    pub(super) sources: Vec<SourceEntry>,
}

/// The names of the files of curated knowledge.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnowledgeFiles {
    pub(super) clauses: Option<Spanned<String>>,
    pub(super) parties: Option<Spanned<String>>,
    pub(super) critiques: Option<Spanned<String>>,
    pub(super) glossary: Option<Spanned<String>>,
    pub(super) anticipated: Option<Spanned<String>>,
    pub(super) gaps: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) languages: Vec<Spanned<String>>,
}

/// A `[[source]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceEntry {
    pub(super) id: Spanned<String>,
    pub(super) title: String,
    #[serde(default)]
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Spanned<String>>,
    pub(super) url: Option<String>,
    pub(super) archive_url: Option<String>,
    pub(super) licence: Option<String>,
    pub(super) lane: Lane,
    pub(super) status: Status,
    pub(super) speaker: String,
    pub(super) file: Spanned<String>,
    pub(super) known: Option<String>,
    #[serde(default)]
    pub(super) also: Vec<String>,
    #[serde(default, rename = "voice")]
    pub(super) voices: Vec<VoiceEntry>,
}

/// A `[[source.voice]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VoiceEntry {
    pub(super) begins: Spanned<String>,
    pub(super) ends: Spanned<String>,
    pub(super) speaker: String,
    pub(super) lane: Lane,
    pub(super) clause: Option<u32>,
}

impl VoiceEntry {
    /// The voice at the place where it was found.
    pub(super) fn at(&self, span: Span) -> Voice {
        Voice { span, speaker: self.speaker.clone(), lane: self.lane, clause: self.clause }
    }
}

/// `clauses.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClausesFile {
    pub(super) format: u32,
    pub(super) source: Spanned<String>,
    #[serde(rename = "clause")]
    pub(super) clauses: Vec<ClauseEntry>,
}

/// A `[[clause]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClauseEntry {
    pub(super) number: Spanned<u32>,
    pub(super) heading: String,
    pub(super) topics: Vec<String>,
    pub(super) begins: Spanned<String>,
    pub(super) ends: Spanned<String>,
    pub(super) binds: Vec<Spanned<String>>,
    pub(super) names: Vec<Spanned<String>>,
    #[serde(default, rename = "duty")]
    pub(super) duties: Vec<DutyEntry>,
    #[serde(default, rename = "date")]
    pub(super) dates: Vec<DateEntry>,
}

/// A `[[clause.duty]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DutyEntry {
    pub(super) who: Vec<Spanned<String>>,
    pub(super) quote: Spanned<String>,
}

/// A `[[clause.date]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateEntry {
    pub(super) quote: Spanned<String>,
    pub(super) means: String,
    pub(super) what: String,
}

/// `parties.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartiesFile {
    pub(super) format: u32,
    #[serde(rename = "party")]
    pub(super) parties: Vec<PartyEntry>,
}

/// A `[[party]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartyEntry {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) kind: String,
    pub(super) side: String,
    pub(super) role: String,
    #[serde(default)]
    pub(super) clauses: Vec<Spanned<u32>>,
    pub(super) anchor: AnchorEntry,
}

/// An `anchor = { source, quote }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnchorEntry {
    pub(super) source: Spanned<String>,
    pub(super) quote: Spanned<String>,
}

/// `critiques.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CritiquesFile {
    pub(super) format: u32,
    #[serde(rename = "critique")]
    pub(super) critiques: Vec<CritiqueEntry>,
}

/// A `[[critique]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CritiqueEntry {
    pub(super) id: Spanned<String>,
    pub(super) by: String,
    #[serde(default)]
    pub(super) clauses: Vec<Spanned<u32>>,
    pub(super) stance: String,
    pub(super) topic: String,
    pub(super) source: Spanned<String>,
    pub(super) quote: Spanned<String>,
}

/// `glossary.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GlossaryFile {
    pub(super) format: u32,
    #[serde(default)]
    pub(super) subject: Vec<String>,
    #[serde(default, rename = "same")]
    pub(super) groups: Vec<GroupEntry>,
}

/// A `[[same]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupEntry {
    pub(super) words: Spanned<Vec<String>>,
}

/// `anticipated.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnticipatedFile {
    pub(super) format: u32,
    #[serde(default, rename = "anticipated")]
    pub(super) entries: Vec<AnticipatedEntry>,
}

/// `gaps.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GapsFile {
    pub(super) format: u32,
    #[serde(default, rename = "gap")]
    pub(super) entries: Vec<AnticipatedEntry>,
}

/// An `[[anticipated]]` or a `[[gap]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnticipatedEntry {
    pub(super) source: Spanned<String>,
    pub(super) quote: Spanned<String>,
    pub(super) asked: Vec<String>,
}

/// A file of `languages`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageFile {
    pub(super) format: u32,
    pub(super) code: String,
    pub(super) stop: Vec<String>,
    pub(super) who: Vec<String>,
    pub(super) when: Vec<String>,
    #[serde(rename = "where")]
    pub(super) place: Vec<String>,
    pub(super) how_many: Vec<String>,
    pub(super) how_often: Vec<String>,
    pub(super) why: Vec<String>,
    #[serde(rename = "term")]
    pub(super) terms: Vec<LanguageTerm>,
}

/// A `[[term]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageTerm {
    pub(super) english: Spanned<Vec<String>>,
    pub(super) words: Spanned<Vec<String>>,
}
