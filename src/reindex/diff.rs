//! What a new state of the corpus changes against the one that is answered from.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::changes::{Changed, ClauseChange, FieldChange, Members, QuestionChanges, SourceChange, fields};
use super::passages::PassageChanges;
use super::sides::SideDocument;
use crate::corpus::{Anchor, Clause, Knowledge, about_a_folder};
use crate::index::{Entry, Generation, IndexError, Manifest};
use crate::text::{Span, word_diff};

/// How many sources are told one by one; the others are counted. Whoever indexes a million records for the first time is not
/// told a million times that one is new.
pub const MOST_TOLD: usize = 10_000;
/// Bytes of words that are told, apart from the source that goes beyond: a corpus whose every word is another is not held in
/// memory whole.
const MOST_WORDS_TOLD: usize = 8 << 20;

/// What a new state of the corpus changes. It holds words of both states, for those who look after the corpus; nothing in
/// it is an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The content before; empty when there was none.
    pub snapshot_before: String,
    /// The content now.
    pub snapshot_after: String,
    /// What the corpus says of itself otherwise: title, about, example questions.
    pub corpus: Vec<FieldChange>,
    /// The sources that are new, gone or another: first those that are there, in the order of the corpus.
    pub sources: Vec<SourceChange>,
    /// Those beyond what is told one by one: see [`MOST_TOLD`].
    pub sources_untold: Untold,
    /// How many sources are as they were.
    pub sources_unchanged: usize,
    /// The clauses that are new, gone or another, by number.
    pub clauses: Vec<ClauseChange>,
    /// The parties.
    pub parties: Members,
    /// The critiques.
    pub critiques: Members,
    /// The anticipated questions and known gaps.
    pub anticipated: QuestionChanges,
    /// Whether the words that people use for the corpus's own are others.
    pub glossary: bool,
    /// Codes of the languages whose words are new, gone or others.
    pub languages: Vec<String>,
}

/// Is told how many sources are compared and how many there are, and says whether to go on.
pub(super) type Watch<'w> = &'w mut dyn FnMut(usize, usize) -> ControlFlow<()>;

impl Diff {
    /// What changed from one generation to another.
    ///
    /// # Errors
    /// The index's.
    pub fn between_generations(before: &Generation, after: &Generation) -> Result<Self, IndexError> {
        Self::watched(Some(before), after, &mut |_, _| ControlFlow::Continue(()))
    }

    /// The same, watched; `before` is nothing when there was no generation. One document of each is in memory at a time, and
    /// one that is stored alike in both is not read.
    pub(super) fn watched(before: Option<&Generation>, after: &Generation, watch: Watch<'_>) -> Result<Self, IndexError> {
        Comparison::new(before, after).run(watch)
    }

    /// Whether nothing that is found, said or shown changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.snapshot_before == self.snapshot_after
            && self.corpus.is_empty()
            && self.sources.is_empty()
            && self.is_knowledge_the_same()
            && self.anticipated.is_empty()
    }

    /// Whether something changed beside sources and clauses.
    #[must_use]
    pub fn is_more_than_sources_and_clauses(&self) -> bool {
        let members = self.parties.is_empty() && self.critiques.is_empty() && self.anticipated.is_empty();
        !(members && self.corpus.is_empty() && !self.glossary && self.languages.is_empty())
    }

    /// Whether nothing curated changed, questions apart.
    fn is_knowledge_the_same(&self) -> bool {
        let members = self.parties.is_empty() && self.critiques.is_empty();
        self.clauses.is_empty() && members && !self.glossary && self.languages.is_empty()
    }

    /// How many sources this became of.
    #[must_use]
    pub fn sources_that(&self, change: Changed) -> usize {
        let untold = match change {
            Changed::Added => self.sources_untold.added,
            Changed::Removed => self.sources_untold.removed,
            Changed::Changed => self.sources_untold.changed,
        };
        self.sources.iter().filter(|source| source.change == change).count() + untold
    }

    /// How many sources are new, gone or another.
    #[must_use]
    pub fn source_changes(&self) -> usize {
        let Untold { added, removed, changed } = self.sources_untold;
        self.sources.len() + added + removed + changed
    }
}

/// How many sources are only counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Untold {
    /// New ones.
    pub added: usize,
    /// Those that are gone.
    pub removed: usize,
    /// Those that are another.
    pub changed: usize,
}

impl Untold {
    fn add(&mut self, change: Changed) {
        match change {
            Changed::Added => self.added += 1,
            Changed::Removed => self.removed += 1,
            Changed::Changed => self.changed += 1,
        }
    }
}

/// Two generations, or the first one and nothing, and what was found so far.
struct Comparison<'g> {
    before: Option<&'g Generation>,
    after: &'g Generation,
    known_before: Cow<'g, Knowledge>,
    /// Sources that something curated is anchored in.
    anchored: HashSet<String>,
    texts: Texts,
    /// Bytes of words that are told.
    told: usize,
    diff: Diff,
}

impl<'g> Comparison<'g> {
    fn new(before: Option<&'g Generation>, after: &'g Generation) -> Self {
        let known_before = before.map_or_else(|| Cow::Owned(Knowledge::default()), |before| Cow::Borrowed(before.knowledge()));
        let anchored = anchors(&known_before).chain(anchors(after.knowledge())).map(|anchor| anchor.source.clone()).collect();
        let diff = Diff {
            snapshot_before: before.map(|before| before.manifest().snapshot.clone()).unwrap_or_default(),
            snapshot_after: after.manifest().snapshot.clone(),
            corpus: before.map(|before| about(before.manifest(), after.manifest())).unwrap_or_default(),
            ..Diff::default()
        };
        Self { before, after, known_before, anchored, texts: Texts::default(), told: 0, diff }
    }

    fn run(mut self, watch: Watch<'_>) -> Result<Diff, IndexError> {
        let mut go_on = |done, total| if watch(done, total).is_break() { Err(IndexError::Cancelled) } else { Ok(()) };
        let (before, after) = (self.before, self.after);
        let had = before.map_or(0, Generation::document_count);
        let (mut done, mut stayed) = (0, 0);
        for entry in after.entries() {
            go_on(done, after.document_count().max(had))?;
            let entry = entry?;
            let was = before.map(|before| before.entry(&entry.source.id)).transpose()?.flatten();
            stayed += usize::from(was.is_some());
            self.source(&entry.source.id, was.as_ref(), Some(&entry))?;
            done += 1;
        }
        let gone = had - stayed;
        for entry in before.filter(|_| gone > 0).into_iter().flat_map(Generation::entries) {
            let entry = entry?;
            if after.entry(&entry.source.id)?.is_none() {
                go_on(done, after.document_count() + gone)?;
                self.source(&entry.source.id, Some(&entry), None)?;
                done += 1;
            }
        }
        knowledge(&mut self.diff, &self.known_before, after.knowledge(), &self.texts);
        // The snapshot covers the wording of anticipated questions, which an index does not hold.
        let diff = &mut self.diff;
        diff.anticipated.reworded = diff.snapshot_before != diff.snapshot_after
            && diff.sources.is_empty()
            && diff.is_knowledge_the_same()
            && diff.anticipated.is_empty();
        Ok(self.diff)
    }

    /// Compares a source.
    fn source(&mut self, id: &str, was: Option<&Entry>, is: Option<&Entry>) -> Result<(), IndexError> {
        if let (Some(was), Some(is)) = (was, is)
            && was.content == is.content
            && !self.anchored.contains(id)
        {
            self.diff.anticipated.before += was.asked;
            self.diff.anticipated.after += is.asked;
            self.diff.sources_unchanged += 1;
            return Ok(());
        }
        let of = |generation| SideDocument::of(generation, id);
        let old = self.before.filter(|_| was.is_some()).map(of).transpose()?.flatten();
        let new = is.map(|_| of(self.after)).transpose()?.flatten();
        self.diff.anticipated.add(old.as_ref(), new.as_ref());
        match source(old.as_ref(), new.as_ref()) {
            None => self.diff.sources_unchanged += 1,
            Some(change) if self.diff.sources.len() >= MOST_TOLD || self.told >= MOST_WORDS_TOLD => {
                self.diff.sources_untold.add(change.change);
            }
            Some(change) => {
                self.told += change.passages.words_told();
                self.diff.sources.push(change);
            }
        }
        if self.anchored.contains(id) {
            self.texts.keep(id, old, new);
        }
        Ok(())
    }
}

/// What the corpus says of itself otherwise. The sentence about a plain folder only counts its documents, which are told
/// anyway.
fn about(before: &Manifest, after: &Manifest) -> Vec<FieldChange> {
    let counted = |manifest: &Manifest| manifest.about == about_a_folder(manifest.documents);
    let sentence = |of: &Manifest| if counted(before) && counted(after) { Value::Null } else { of.about.clone().into() };
    let told = |of: &Manifest| object([("title", json!(of.title)), ("about", sentence(of)), ("questions", json!(of.questions))]);
    fields(&told(before), &told(after))
}

/// What became of a source, if anything.
fn source(before: Option<&SideDocument>, after: Option<&SideDocument>) -> Option<SourceChange> {
    let own = after.or(before)?;
    let mut change = SourceChange {
        id: own.source.id.clone(),
        title: own.source.title.clone(),
        change: Changed::Changed,
        fields: Vec::new(),
        text: false,
        passages_before: before.map_or(0, |document| document.passages.len()),
        passages_after: after.map_or(0, |document| document.passages.len()),
        passages: PassageChanges::default(),
    };
    let (Some(before), Some(after)) = (before, after) else {
        change.change = if after.is_some() { Changed::Added } else { Changed::Removed };
        return Some(change);
    };
    change.text = before.text != after.text;
    change.fields = fields(&facts(before), &facts(after));
    let same = !change.text && before.passages.iter().map(|(passage, _)| passage).eq(after.passages.iter().map(|(passage, _)| passage));
    if !same {
        change.passages = PassageChanges::between(before, after);
    }
    (change.text || !change.fields.is_empty() || !change.passages.is_empty()).then_some(change)
}

/// What is said about a source: its entry, its links and its voices, with the words that they stand on and not their places.
fn facts(document: &SideDocument) -> Map<String, Value> {
    let words = |span: &Span| span.of(&document.text).unwrap_or_default().to_owned();
    let mut facts = match serde_json::to_value(&document.source) {
        Ok(Value::Object(facts)) => facts,
        // A source is a struct, which is an object.
        _ => Map::new(),
    };
    let links: Vec<Value> = document.links.iter().map(|link| json!({ "words": words(&link.words), "url": link.url })).collect();
    let voice = |voice: &crate::corpus::Voice| json!({ "speaker": voice.speaker, "lane": voice.lane, "clause": voice.clause });
    facts.insert("links".to_owned(), links.into());
    facts.insert("voices".to_owned(), document.voices.iter().map(voice).collect());
    facts
}

/// The texts that clauses, parties and critiques are anchored in.
#[derive(Default)]
struct Texts {
    before: HashMap<String, String>,
    after: HashMap<String, String>,
    /// Sources whose text is the same on both sides, so that places in it can be compared.
    same: HashSet<String>,
}

impl Texts {
    /// Keeps the texts of a source that something is anchored in.
    fn keep(&mut self, id: &str, before: Option<SideDocument>, after: Option<SideDocument>) {
        if before.as_ref().zip(after.as_ref()).is_some_and(|(before, after)| before.text == after.text) {
            self.same.insert(id.to_owned());
        }
        self.before.extend(before.map(|document| (id.to_owned(), document.text)));
        self.after.extend(after.map(|document| (id.to_owned(), document.text)));
    }

    /// What an anchor says: its source, its words, and its place where the text around it is the same.
    fn anchored<'t>(&self, texts: &'t HashMap<String, String>, anchor: &Anchor) -> (&'t str, Value) {
        let words = texts.get(&anchor.source).and_then(|text| anchor.span.of(text)).unwrap_or_default();
        let place = self.same.contains(&anchor.source).then_some(anchor.span.start);
        (words, json!({ "source": anchor.source, "place": place }))
    }
}

fn anchors(knowledge: &Knowledge) -> impl Iterator<Item = &Anchor> {
    let clauses = knowledge.clauses.iter().map(|clause| &clause.anchor);
    let parties = knowledge.parties.iter().map(|party| &party.anchor);
    clauses.chain(parties).chain(knowledge.critiques.iter().map(|critique| &critique.anchor))
}

fn knowledge(diff: &mut Diff, before: &Knowledge, after: &Knowledge, texts: &Texts) {
    diff.clauses = clauses(before, after, texts);
    let parties = |knowledge: &Knowledge, side: &HashMap<String, String>| -> Vec<(String, Map<String, Value>)> {
        let told = |party: &crate::corpus::Party| {
            let (words, anchor) = texts.anchored(side, &party.anchor);
            let (kind, side, role) = (json!(party.kind), json!(party.side), json!(party.role));
            let names = [("name", json!(party.name)), ("aliases", json!(party.aliases)), ("kind", kind), ("side", side), ("role", role)];
            let shown = [("clauses", json!(party.clauses)), ("words", json!(words)), ("anchor", anchor)];
            (party.id.clone(), object(names.into_iter().chain(shown)))
        };
        knowledge.parties.iter().map(told).collect()
    };
    diff.parties = Members::between(&parties(before, &texts.before), &parties(after, &texts.after));
    let critiques = |knowledge: &Knowledge, side: &HashMap<String, String>| -> Vec<(String, Map<String, Value>)> {
        let told = |critique: &crate::corpus::Critique| {
            let (words, anchor) = texts.anchored(side, &critique.anchor);
            let about = [("by", json!(critique.by)), ("clauses", json!(critique.clauses)), ("stance", json!(critique.stance))];
            let shown = [("topic", json!(critique.topic)), ("words", json!(words)), ("anchor", anchor)];
            (critique.id.clone(), object(about.into_iter().chain(shown)))
        };
        knowledge.critiques.iter().map(told).collect()
    };
    diff.critiques = Members::between(&critiques(before, &texts.before), &critiques(after, &texts.after));
    diff.glossary = before.glossary != after.glossary;
    let codes = before.languages.iter().chain(&after.languages).map(|lexicon| &lexicon.code);
    let of = |knowledge: &Knowledge, code: &str| knowledge.languages.iter().find(|lexicon| lexicon.code == code).cloned();
    let mut changed: Vec<String> = codes.filter(|code| of(before, code) != of(after, code)).cloned().collect();
    changed.sort();
    changed.dedup();
    diff.languages = changed;
}

fn clauses(before: &Knowledge, after: &Knowledge, texts: &Texts) -> Vec<ClauseChange> {
    let mut numbers: Vec<u32> = before.clauses.iter().chain(&after.clauses).map(|clause| clause.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let told = |clause: &Clause, side: &HashMap<String, String>| {
        let (_, anchor) = texts.anchored(side, &clause.anchor);
        let within = |span: &Span| side.get(&clause.anchor.source).and_then(|text| span.of(text)).unwrap_or_default().to_owned();
        let duties: Vec<Value> = clause.duties.iter().map(|duty| json!({ "who": duty.who, "words": within(&duty.span) })).collect();
        let date = |date: &crate::corpus::ClauseDate| json!({ "words": within(&date.span), "means": date.means, "what": date.what });
        let dates: Vec<Value> = clause.dates.iter().map(date).collect();
        let curated = [("heading", json!(clause.heading)), ("topics", json!(clause.topics)), ("binds", json!(clause.binds))];
        let shown = [("names", json!(clause.names)), ("duties", duties.into()), ("dates", dates.into()), ("anchor", anchor)];
        object(curated.into_iter().chain(shown))
    };
    let mut changes = Vec::new();
    for number in numbers {
        let (was, now) = (before.clause(number), after.clause(number));
        let words = |clause: Option<&Clause>, side| clause.map_or("", |clause| texts.anchored(side, &clause.anchor).0);
        let (old, new) = (words(was, &texts.before), words(now, &texts.after));
        let change = match (was, now) {
            (None, _) => Changed::Added,
            (_, None) => Changed::Removed,
            _ => Changed::Changed,
        };
        let fields = was.zip(now).map_or_else(Vec::new, |(was, now)| fields(&told(was, &texts.before), &told(now, &texts.after)));
        if change != Changed::Changed || old != new || !fields.is_empty() {
            let words = if old == new { Vec::new() } else { word_diff(old, new) };
            changes.push(ClauseChange { number, change, words, fields });
        }
    }
    changes
}

fn object(values: impl IntoIterator<Item = (&'static str, Value)>) -> Map<String, Value> {
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
