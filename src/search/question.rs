//! A question in plain words, understood as far as words alone allow: its terms, the clauses and parties that it
//! names, and the kind of thing that it asks for.

use std::ops::Range;

use crate::text::{ClauseRef, ClauseRefs, Kind, Span, Term, clause_refs, pick, terms};

use super::Names;
use super::ordinary::is_ordinary;
use super::translate::Translation;

/// One of a question's terms.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionTerm {
    /// The term.
    pub term: Term,
    /// What it counts for beside the others, 1 for an ordinary word.
    pub weight: f32,
    /// Whether it is a name or a number, which an answer can hardly do without.
    pub exact: bool,
    /// Whether it is a name or a number, or part of a party's name.
    pub named: bool,
    /// Whether it names the thing that is asked for: "phone number" in "which phone number does it have?".
    pub focus: bool,
    /// Other words for it: each a run of stems that stands for the same thing.
    pub others: Vec<Vec<String>>,
}

impl QuestionTerm {
    /// How far the term stands among `stems`: 1 when it does as it was typed, half when another name for it does, else 0.
    #[must_use]
    pub fn stands_among(&self, stems: &[String]) -> f32 {
        if stems.contains(&self.term.stem) {
            1.0
        } else if self.others.iter().any(|other| other.iter().all(|stem| stems.contains(stem))) {
            0.5
        } else {
            0.0
        }
    }
}

/// A question, understood.
#[derive(Debug, Clone)]
pub struct Question {
    /// The words as they were asked.
    pub text: String,
    /// How the words were read, when they were asked in another language.
    pub translation: Option<Translation>,
    /// Every word, folded, in order; of the translation where there is one.
    pub words: Vec<String>,
    /// The terms that are searched for.
    pub terms: Vec<QuestionTerm>,
    /// The clauses that it points at.
    pub clauses: ClauseRefs,
    /// The words that do the pointing, for when they turn out to mean something else.
    pointing: Vec<QuestionTerm>,
    /// The ids of the parties that it names.
    pub parties: Vec<String>,
    /// The kind of thing that it asks for.
    pub kind: Kind,
    /// Which of several things it asks for when it is a follow-up of nothing but a number ("the second one?").
    pub picks: Option<ClauseRef>,
    /// The earlier questions of the conversation that it leans on, in order.
    pub leans_on: Vec<String>,
}

/// What a term carried over from the question before counts for in a follow-up.
const CARRIED_WEIGHT: f32 = 0.2;

/// What a word for the corpus's whole subject counts for: "the agreement" says little about what is asked of it.
const SUBJECT_WEIGHT: f32 = 0.3;

/// What an ordinary word counts for.
pub const ORDINARY_WEIGHT: f32 = 0.6;

/// Words of asking, which say how the answer is wanted and not what it is about.
const ASKING: &[&str] = &[
    "according",
    "anybody",
    "bit",
    "come",
    "describe",
    "everything",
    "exact",
    "exactly",
    "explain",
    "find",
    "full",
    "get",
    "give",
    "happen",
    "happened",
    "happens",
    "information",
    "kind",
    "know",
    "list",
    "look",
    "many",
    "mean",
    "means",
    "much",
    "name",
    "named",
    "need",
    "people",
    "pull",
    "question",
    "quick",
    "read",
    "remind",
    "said",
    "say",
    "says",
    "show",
    "somebody",
    "someone",
    "something",
    "sort",
    "supposed",
    "tell",
    "thing",
    "things",
    "type",
    "types",
    "wording",
    "words",
];

impl Question {
    /// Understands `text`, knowing the names that the corpus knows.
    #[must_use]
    pub fn parse(text: &str, names: &Names) -> Self {
        let clauses = clause_refs(text);
        let all = terms(text);
        let mentions = names.mentions(&all);
        let focus = focus(&all);
        let mut kept: Vec<QuestionTerm> = Vec::new();
        let mut pointing: Vec<QuestionTerm> = Vec::new();
        for (place, term) in all.iter().enumerate() {
            if term.stop && !mentions.iter().any(|mention| mention.holds(place) && mention.whole) {
                continue;
            }
            let mention = mentions.iter().find(|mention| mention.holds(place));
            let points = clauses.spans.iter().any(|span| span.contains(&term.span));
            let into = if points { &mut pointing } else { &mut kept };
            if !into.iter().any(|other| other.term.stem == term.stem) {
                let exact = is_exact(text, term.span, place == 0);
                into.push(QuestionTerm {
                    term: term.clone(),
                    weight: weight(term, names),
                    exact,
                    named: exact || mention.is_some_and(|mention| !mention.parties.is_empty()),
                    focus: focus.contains(&place),
                    others: mention.map(|mention| mention.others.clone()).unwrap_or_default(),
                });
            }
        }
        // Words of asking are left out, unless there would be nothing left to look for.
        let asking = |term: &QuestionTerm| ASKING.contains(&term.term.word.as_str());
        if !clauses.refs.is_empty() || !kept.iter().all(asking) {
            kept.retain(|term| !asking(term));
        }
        let mut parties: Vec<String> = Vec::new();
        for id in mentions.iter().flat_map(|mention| &mention.parties) {
            if !parties.contains(id) {
                parties.push(id.clone());
            }
        }
        let words = all.iter().map(|term| term.word.clone()).collect();
        Self {
            text: text.to_owned(),
            translation: None,
            words,
            terms: kept,
            clauses,
            pointing,
            parties,
            kind: Kind::asked_by(&all),
            picks: None,
            leans_on: Vec::new(),
        }
    }

    /// Understands `text`, which was asked in another language, by its translation.
    #[must_use]
    pub fn translated(text: &str, translation: Translation, names: &Names) -> Self {
        Self { text: text.to_owned(), translation: Some(translation.clone()), ..Self::parse(&translation.english, names) }
    }

    /// The question as one that points at no clause: the pointing words are words like any other ("the Section 301
    /// report").
    #[must_use]
    pub fn pointing_at_nothing(&self) -> Self {
        let mut question = Self { clauses: ClauseRefs::default(), ..self.clone() };
        question.terms.append(&mut question.pointing);
        question
    }

    /// The question as a follow-up to an earlier one: when it leans on what was said before ("and for
    /// China?", "why?", "who says that?"), the earlier terms count too, for less.
    #[must_use]
    pub fn after(self, before: &Question) -> Self {
        let mut question = self;
        if !question.leans() {
            return question;
        }
        question.leans_on.clone_from(&before.leans_on);
        question.leans_on.push(before.text.clone());
        question.picks = pick(&question.text);
        if let Some(picked) = question.picks
            && question.clauses.refs.is_empty()
        {
            question.clauses.refs.push(picked);
        }
        if question.clauses.refs.is_empty() {
            question.clauses.clone_from(&before.clauses);
        }
        // "And for China?" asks for what was asked of the other one.
        let elliptic = question.kind == Kind::What && !question.words.iter().any(|word| matches!(word.as_str(), "what" | "which" | "how"));
        if elliptic {
            question.kind = before.kind;
        }
        let replaces = elliptic && !question.parties.is_empty();
        // What is asked now goes before what was asked then; only a follow-up with no words of its own ("why?") takes
        // over the earlier ones as they were.
        let carried = if question.terms.iter().all(|term| elliptic && term.named) { 1.0 } else { CARRIED_WEIGHT };
        for earlier in before.terms.iter().filter(|earlier| !(replaces && earlier.named)) {
            if !question.terms.iter().any(|term| term.term.stem == earlier.term.stem) {
                question.terms.push(QuestionTerm { weight: earlier.weight * carried, ..earlier.clone() });
            }
        }
        question
    }

    /// Whether the words cannot be understood alone: they begin by joining on, point back, or are hardly any.
    fn leans(&self) -> bool {
        // Of a translation only the words that are looked for are left.
        if pick(&self.text).is_some() || (self.translation.is_some() && joins_on(&self.text)) {
            return true;
        }
        let words = &self.words;
        let joins = words.first().is_some_and(|first| matches!(first.as_str(), "and" | "but" | "or" | "so" | "then" | "also"));
        let about =
            words.starts_with(&["what".to_owned(), "about".to_owned()]) || words.starts_with(&["how".to_owned(), "about".to_owned()]);
        let back = words.iter().any(|word| {
            matches!(
                word.as_str(),
                "it" | "that"
                    | "this"
                    | "they"
                    | "them"
                    | "he"
                    | "she"
                    | "those"
                    | "these"
                    | "there"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "one"
            )
        });
        joins || about || (back && self.terms.len() <= 3) || (self.terms.len() <= 1 && self.parties.is_empty())
    }
}

/// Whether words of another language begin by joining on to what was said before: "und für China?", "那中国呢？".
fn joins_on(text: &str) -> bool {
    const FIRST: &[&str] = &["und", "aber", "oder", "et", "mais", "ou", "y", "e", "pero", "o"];
    const CHINESE: &[&str] = &["和", "那", "但", "还有", "以及", "而"];
    let lower = text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    FIRST.contains(&first) || CHINESE.iter().any(|joining| lower.starts_with(joining))
}

fn weight(term: &Term, names: &Names) -> f32 {
    if names.is_subject(&term.stem) {
        SUBJECT_WEIGHT
    } else if is_ordinary(&term.word) {
        ORDINARY_WEIGHT
    } else {
        1.0
    }
}

/// A number, or a capitalised word that does not merely begin the question.
fn is_exact(text: &str, span: Span, first: bool) -> bool {
    let Some(word) = span.of(text) else { return false };
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    word.chars().any(|c| c.is_ascii_digit()) || (capital && (!first || word.chars().skip(1).any(char::is_uppercase)))
}

/// The places of the words that name the thing asked for: those between "what", "which" or "how many" and the next word
/// that is left out.
fn focus(all: &[Term]) -> Range<usize> {
    const LEADING: &[&str] = &["of", "the", "a", "an", "many", "much", "kind", "kinds", "sort", "sorts", "type", "types"];
    let asks = |place: usize, term: &Term| match term.word.as_str() {
        "what" | "which" | "whose" => true,
        "how" => all.get(place + 1).is_some_and(|next| matches!(next.word.as_str(), "many" | "much")),
        _ => false,
    };
    let Some((place, _)) = all.iter().enumerate().find(|(place, term)| asks(*place, term)) else { return 0..0 };
    let start =
        (place + 1..all.len()).find(|place| all.get(*place).is_none_or(|term| !LEADING.contains(&term.word.as_str()))).unwrap_or(all.len());
    let end = (start..all.len()).find(|place| all.get(*place).is_none_or(|term| term.stop)).unwrap_or(all.len());
    start..end
}
