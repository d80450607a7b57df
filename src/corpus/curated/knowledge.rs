//! Clauses, parties and critiques: read, and every reference in them held against the documents.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::files::{
    AnticipatedEntry, AnticipatedFile, ClauseEntry, ClausesFile, CritiquesFile, GapsFile, GlossaryFile, KnowledgeFiles, LanguageFile,
    PartiesFile,
};
use super::{Place, anchors, parse};
use crate::corpus::Lane;
use crate::corpus::document::{Document, Voice};
use crate::corpus::knowledge::{Anchor, Anticipated, Clause, ClauseDate, Critique, Duty, Glossary, Knowledge, Lexicon, LexiconTerm, Party};
use crate::corpus::problem::Problem;
use crate::text::{Span, nearest};

/// From this many words on, a quotation that stands in a copy is the one that was meant.
const SURE_WORDS: usize = 6;

/// A curated file that was read, or nothing when the corpus has none.
type Read<T> = Option<(PathBuf, String, T)>;

/// Reads the curated files that the corpus names. The agreement's document learns which stretches are its clauses.
pub(super) fn load(
    corpus: &Place<'_>,
    dir: &Path,
    files: &KnowledgeFiles,
    documents: &mut [Document],
    unread: &[String],
    problems: &mut Vec<Problem>,
) -> (Knowledge, Vec<Anticipated>) {
    let clauses: Read<ClausesFile> = read(corpus, dir, &files.clauses, problems);
    let parties: Read<PartiesFile> = read(corpus, dir, &files.parties, problems);
    let critiques: Read<CritiquesFile> = read(corpus, dir, &files.critiques, problems);

    // A file that is named and could not be read says nothing about what stands in it.
    let ids = |file: &PartiesFile| file.parties.iter().map(|party| party.id.get_ref().clone()).collect::<Vec<_>>();
    let party_ids = match &parties {
        Some((_, _, file)) => Some(ids(file)),
        None => files.parties.is_none().then(Vec::new),
    };
    let clause_count = match &clauses {
        Some((_, _, file)) => Some(file.clauses.len()),
        None => files.clauses.is_none().then_some(0),
    };
    let mut knowledge = Knowledge::default();
    let known = Known { documents, unread, party_ids: party_ids.as_deref(), clauses: clause_count };
    if let Some((path, text, file)) = &clauses {
        knowledge.clauses = Checker { place: Place { file: path, text }, known }.clauses(file, problems);
    }
    if let Some((path, text, file)) = parties {
        knowledge.parties = Checker { place: Place { file: &path, text: &text }, known }.parties(file, problems);
    }
    if let Some((path, text, file)) = critiques {
        knowledge.critiques = Checker { place: Place { file: &path, text: &text }, known }.critiques(file, problems);
    }
    let anticipated: Read<AnticipatedFile> = read(corpus, dir, &files.anticipated, problems);
    let mut foreseen = Vec::new();
    if let Some((path, text, file)) = anticipated {
        let place = Place { file: &path, text: &text };
        place.check_format(file.format, problems);
        foreseen.extend(Checker { place, known }.anticipated(file.entries, true, problems));
    }
    let gaps: Read<GapsFile> = read(corpus, dir, &files.gaps, problems);
    if let Some((path, text, file)) = gaps {
        let place = Place { file: &path, text: &text };
        place.check_format(file.format, problems);
        foreseen.extend(Checker { place, known }.anticipated(file.entries, false, problems));
    }
    let glossary: Read<GlossaryFile> = read(corpus, dir, &files.glossary, problems);
    if let Some((path, text, file)) = glossary {
        knowledge.glossary = glossary_of(&Place { file: &path, text: &text }, file, problems);
    }
    for file in &files.languages {
        let language: Read<LanguageFile> = read_one(corpus, dir, file, problems);
        if let Some((path, text, file)) = language {
            knowledge.languages.push(lexicon_of(&Place { file: &path, text: &text }, file, problems));
        }
    }
    mark_clauses(&knowledge.clauses, documents);
    (knowledge, foreseen)
}

fn read<T: DeserializeOwned>(corpus: &Place<'_>, dir: &Path, name: &Option<Spanned<String>>, problems: &mut Vec<Problem>) -> Read<T> {
    read_one(corpus, dir, name.as_ref()?, problems)
}

fn read_one<T: DeserializeOwned>(corpus: &Place<'_>, dir: &Path, name: &Spanned<String>, problems: &mut Vec<Problem>) -> Read<T> {
    let path = dir.join(name.get_ref());
    if !path.is_file() {
        problems.push(corpus.problem(name, format!("names the file {}, which is not in the corpus", name.get_ref())));
        return None;
    }
    match parse(&path) {
        Ok((text, file)) => Some((path, text, file)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

fn glossary_of(place: &Place<'_>, file: GlossaryFile, problems: &mut Vec<Problem>) -> Glossary {
    place.check_format(file.format, problems);
    for group in file.groups.iter().filter(|group| group.words.get_ref().len() < 2) {
        problems.push(place.problem(&group.words, "words that mean the same come at least in twos".to_owned()));
    }
    Glossary { subject: file.subject, same: file.groups.into_iter().map(|group| group.words.into_inner()).collect() }
}

fn lexicon_of(place: &Place<'_>, file: LanguageFile, problems: &mut Vec<Problem>) -> Lexicon {
    place.check_format(file.format, problems);
    let mut terms = Vec::new();
    for term in file.terms {
        for empty in [&term.english, &term.words].into_iter().filter(|words| words.get_ref().is_empty()) {
            problems.push(place.problem(empty, "a term has words on both sides".to_owned()));
        }
        terms.push(LexiconTerm { english: term.english.into_inner(), words: term.words.into_inner() });
    }
    let LanguageFile { code, stop, who, when, place, how_many, how_often, why, .. } = file;
    Lexicon { code, stop, who, when, place, how_many, how_often, why, terms }
}

/// Each clause becomes a voice of its document, so that it is a passage of its own with its number.
fn mark_clauses(clauses: &[Clause], documents: &mut [Document]) {
    for clause in clauses {
        let Some(document) = documents.iter_mut().find(|document| document.source.id == clause.anchor.source) else { continue };
        let speaker = document.source.speaker.clone();
        document.voices.push(Voice { span: clause.anchor.span, speaker, lane: Lane::Text, clause: Some(clause.number) });
    }
}

/// What the entries of the curated files are held against.
#[derive(Clone, Copy)]
struct Known<'c> {
    documents: &'c [Document],
    /// Ids of sources that could not be read.
    unread: &'c [String],
    /// The parties there are, if that is known.
    party_ids: Option<&'c [String]>,
    /// How many clauses there are, if that is known.
    clauses: Option<usize>,
}

/// Holds the entries of one curated file against what is known.
struct Checker<'c> {
    place: Place<'c>,
    known: Known<'c>,
}

impl Checker<'_> {
    fn clauses(&self, file: &ClausesFile, problems: &mut Vec<Problem>) -> Vec<Clause> {
        self.place.check_format(file.format, problems);
        let Some(document) = self.document(&file.source, problems) else { return Vec::new() };
        let mut clauses = Vec::new();
        for (index, entry) in file.clauses.iter().enumerate() {
            if usize::try_from(*entry.number.get_ref()).ok() != Some(index + 1) {
                let message = format!("clauses are numbered from 1 without a gap: this one is number {}", index + 1);
                problems.push(self.place.problem(&entry.number, message));
            }
            match anchors::between(&document.text, entry.begins.get_ref(), entry.ends.get_ref()) {
                Ok(span) => clauses.push(self.clause(document, entry, span, problems)),
                Err(missing) => {
                    let wanted = if missing.of_end { &entry.ends } else { &entry.begins };
                    problems.push(missing.problem(&self.place, wanted, &document.source.id));
                }
            }
        }
        clauses
    }

    fn clause(&self, document: &Document, entry: &ClauseEntry, span: Span, problems: &mut Vec<Problem>) -> Clause {
        let clause_text = super::words(&document.text, span);
        let within = |quote: &Spanned<String>, problems: &mut Vec<Problem>| match anchors::find(clause_text, quote.get_ref()) {
            Ok(found) => Some(found.shifted(span.start)),
            Err(missing) => {
                problems.push(missing.problem(&self.place, quote, &document.source.id));
                None
            }
        };
        let mut duties = Vec::new();
        for duty in &entry.duties {
            if let Some(found) = within(&duty.quote, problems) {
                duties.push(Duty { who: self.party_ids(&duty.who, problems), span: found });
            }
        }
        let mut dates = Vec::new();
        for date in &entry.dates {
            if let Some(found) = within(&date.quote, problems) {
                dates.push(ClauseDate { span: found, means: date.means.clone(), what: date.what.clone() });
            }
        }
        Clause {
            number: *entry.number.get_ref(),
            heading: entry.heading.clone(),
            topics: entry.topics.clone(),
            anchor: Anchor { source: document.source.id.clone(), span },
            binds: self.party_ids(&entry.binds, problems),
            names: self.party_ids(&entry.names, problems),
            duties,
            dates,
        }
    }

    fn parties(&self, file: PartiesFile, problems: &mut Vec<Problem>) -> Vec<Party> {
        self.place.check_format(file.format, problems);
        let mut parties: Vec<Party> = Vec::new();
        for entry in file.parties {
            self.check_unique(&entry.id, parties.iter().map(|party| party.id.as_str()), "party", problems);
            let Some(anchor) = self.anchor(&entry.anchor.source, &entry.anchor.quote, problems) else { continue };
            parties.push(Party {
                id: entry.id.into_inner(),
                name: entry.name,
                aliases: entry.aliases,
                kind: entry.kind,
                side: entry.side,
                role: entry.role,
                clauses: self.clause_numbers(&entry.clauses, problems),
                anchor,
            });
        }
        parties
    }

    fn critiques(&self, file: CritiquesFile, problems: &mut Vec<Problem>) -> Vec<Critique> {
        self.place.check_format(file.format, problems);
        let mut critiques: Vec<Critique> = Vec::new();
        for entry in file.critiques {
            self.check_unique(&entry.id, critiques.iter().map(|critique| critique.id.as_str()), "critique", problems);
            let Some(anchor) = self.anchor(&entry.source, &entry.quote, problems) else { continue };
            critiques.push(Critique {
                id: entry.id.into_inner(),
                by: entry.by,
                clauses: self.clause_numbers(&entry.clauses, problems),
                stance: entry.stance,
                topic: entry.topic,
                anchor,
            });
        }
        critiques
    }

    fn anticipated(&self, entries: Vec<AnticipatedEntry>, answered: bool, problems: &mut Vec<Problem>) -> Vec<Anticipated> {
        let mut kept = Vec::new();
        for entry in entries {
            let Some(anchor) = self.anchor(&entry.source, &entry.quote, problems) else { continue };
            // What a note does not say may well stand in the source itself, once there is a copy of it.
            let is_known = answered || !self.known.documents.iter().any(|other| other.source.is_copy_of(entry.source.get_ref()));
            kept.extend(is_known.then_some(Anticipated { anchor, asked: entry.asked, answered }));
        }
        kept
    }

    fn check_unique<'n>(&self, id: &Spanned<String>, mut others: impl Iterator<Item = &'n str>, what: &str, problems: &mut Vec<Problem>) {
        if others.any(|other| other == id.get_ref()) {
            problems.push(self.place.problem(id, format!("there is already a {what} \"{}\"", id.get_ref())));
        }
    }

    fn document(&self, source: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<&Document> {
        let found = self.known.documents.iter().find(|document| document.source.id == *source.get_ref());
        if found.is_none() && !self.known.unread.contains(source.get_ref()) {
            let ids = self.known.documents.iter().map(|document| document.source.id.as_str());
            problems.push(self.unknown(source, "source", ids));
        }
        found
    }

    /// Where the words stand. Where a copy of the source has taken the place of the note in whose words the entry was written,
    /// they are looked for in both.
    fn anchor(&self, source: &Spanned<String>, quote: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Anchor> {
        let document = self.document(source, problems)?;
        let beside = Some(source.get_ref()).filter(|id| document.source.is_copy_of(id));
        let note = beside.and_then(|_| self.known.documents.iter().find(|other| other.source.beside.as_ref() == beside));
        let mut places = vec![document];
        places.extend(note);
        // A few words may stand in the copy by chance, and say something else there.
        if quote.get_ref().split_whitespace().count() < SURE_WORDS {
            places.reverse();
        }
        let mut missed = None;
        for document in places {
            match anchors::find(&document.text, quote.get_ref()) {
                Ok(span) => return Some(Anchor { source: document.source.id.clone(), span }),
                Err(missing) => missed = Some(missing.problem(&self.place, quote, &document.source.id)),
            }
        }
        problems.extend(missed);
        None
    }

    fn party_ids(&self, ids: &[Spanned<String>], problems: &mut Vec<Problem>) -> Vec<String> {
        if let Some(known) = self.known.party_ids {
            for id in ids.iter().filter(|id| !known.contains(id.get_ref())) {
                problems.push(self.unknown(id, "party", known.iter().map(String::as_str)));
            }
        }
        ids.iter().map(|id| id.get_ref().clone()).collect()
    }

    fn clause_numbers(&self, numbers: &[Spanned<u32>], problems: &mut Vec<Problem>) -> Vec<u32> {
        for number in numbers {
            let Some(count) = self.known.clauses else { break };
            if !usize::try_from(*number.get_ref()).is_ok_and(|number| (1..=count).contains(&number)) {
                let message = format!("there is no clause {}: the clauses are 1 to {count}", number.get_ref());
                problems.push(self.place.problem(number, message));
            }
        }
        numbers.iter().map(|number| *number.get_ref()).collect()
    }

    fn unknown<'n>(&self, id: &Spanned<String>, what: &str, known: impl Iterator<Item = &'n str>) -> Problem {
        let problem = self.place.problem(id, format!("there is no {what} \"{}\"", id.get_ref()));
        match nearest(id.get_ref(), known) {
            Some(near) => problem.hint(format!("did you mean \"{near}\"?")),
            None => problem,
        }
    }
}
