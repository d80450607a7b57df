//! The nouns by which documents call their numbered provisions: article, section, schedule.

use serde::{Deserialize, Serialize};

/// What a document calls a numbered provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProvisionKind {
    /// An article.
    Article,
    /// A section, or "§".
    Section,
    /// A clause.
    Clause,
    /// A rule.
    Rule,
    /// A regulation of a set of regulations.
    Regulation,
    /// A paragraph, a point, an item: a part of something larger, or a provision by itself.
    Paragraph,
    /// A recital.
    Recital,
    /// A schedule to the document.
    Schedule,
    /// An annex to it.
    Annex,
    /// An appendix to it.
    Appendix,
    /// An exhibit or an attachment to it.
    Exhibit,
    /// A part that holds provisions.
    Part,
    /// A chapter that holds provisions.
    Chapter,
    /// A title, book or division that holds provisions.
    Title,
}

use ProvisionKind::{
    Annex, Appendix, Article, Chapter, Clause, Exhibit, Paragraph, Part, Recital, Regulation, Rule, Schedule, Section, Title,
};

/// Every noun that is read, in small letters, with its kind. Abbreviations may be followed by a full stop.
const NOUNS: &[(&str, ProvisionKind)] = &[
    ("article", Article),
    ("articles", Article),
    ("art", Article),
    ("arts", Article),
    ("artikel", Article),
    ("art\u{ed}culo", Article),
    ("section", Section),
    ("sections", Section),
    ("sec", Section),
    ("secs", Section),
    ("sect", Section),
    ("abschnitt", Section),
    ("secci\u{f3}n", Section),
    ("\u{a7}", Section),
    ("\u{a7}\u{a7}", Section),
    ("clause", Clause),
    ("clauses", Clause),
    ("cl", Clause),
    ("cls", Clause),
    ("subclause", Paragraph),
    ("rule", Rule),
    ("rules", Rule),
    ("regulation", Regulation),
    ("regulations", Regulation),
    ("reg", Regulation),
    ("paragraph", Paragraph),
    ("paragraphs", Paragraph),
    ("subparagraph", Paragraph),
    ("subsection", Paragraph),
    ("para", Paragraph),
    ("paras", Paragraph),
    ("point", Paragraph),
    ("points", Paragraph),
    ("item", Paragraph),
    ("items", Paragraph),
    ("provision", Paragraph),
    ("provisions", Paragraph),
    ("absatz", Paragraph),
    ("recital", Recital),
    ("recitals", Recital),
    ("schedule", Schedule),
    ("schedules", Schedule),
    ("annex", Annex),
    ("annexe", Annex),
    ("annexes", Annex),
    ("anhang", Annex),
    ("anexo", Annex),
    ("appendix", Appendix),
    ("appendices", Appendix),
    ("app", Appendix),
    ("exhibit", Exhibit),
    ("attachment", Exhibit),
    ("part", Part),
    ("parts", Part),
    ("subpart", Part),
    ("chapter", Chapter),
    ("chapters", Chapter),
    ("chap", Chapter),
    ("kapitel", Chapter),
    ("cap\u{ed}tulo", Chapter),
    ("chapitre", Chapter),
    ("title", Title),
    ("book", Title),
    ("division", Title),
];

impl ProvisionKind {
    /// The kind that a word in small letters names.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        NOUNS.iter().find(|(noun, _)| *noun == word).map(|(_, kind)| *kind)
    }

    /// The kind's name in files and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Article => "article",
            Section => "section",
            Clause => "clause",
            Rule => "rule",
            Regulation => "regulation",
            Paragraph => "paragraph",
            Recital => "recital",
            Schedule => "schedule",
            Annex => "annex",
            Appendix => "appendix",
            Exhibit => "exhibit",
            Part => "part",
            Chapter => "chapter",
            Title => "title",
        }
    }

    /// Whether it only holds provisions that may be numbered through it: Article 12 is Article 12 in whatever chapter.
    #[must_use]
    pub fn is_container(self) -> bool {
        matches!(self, Part | Chapter | Title)
    }

    /// Whether it stands behind the document itself, with a numbering of its own.
    #[must_use]
    pub fn is_attachment(self) -> bool {
        matches!(self, Schedule | Annex | Appendix | Exhibit)
    }

    /// Whether it is one of the document's own provisions: what is meant when somebody says no more than a number.
    #[must_use]
    pub fn is_main(self) -> bool {
        !self.is_container() && !self.is_attachment() && self != Recital
    }
}

/// The kind that a line begins with, and how many bytes its noun takes, a full stop after it included. A noun in small letters
/// begins a line by chance.
#[must_use]
pub(super) fn leading_kind(line: &str) -> Option<(ProvisionKind, usize)> {
    let length = line.find(|c: char| !c.is_alphabetic() && c != '\u{a7}').unwrap_or(line.len());
    let word = line.get(..length)?;
    if word.chars().next().is_none_or(char::is_lowercase) {
        return None;
    }
    // "§4" and "§ 4"; a word needs something between.
    let kind = ProvisionKind::of_word(&word.to_lowercase())?;
    let rest = line.get(length..)?;
    let stop = rest.starts_with('.');
    let after = rest.strip_prefix('.').unwrap_or(rest);
    let apart = word.starts_with('\u{a7}') || after.starts_with([' ', '\t', '\u{a0}']);
    apart.then_some((kind, length + usize::from(stop)))
}
