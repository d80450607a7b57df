//! By what names the one who says something in the corpus goes.

use std::collections::HashSet;

use crate::answer::AnswerError;
use crate::corpus::{Knowledge, Party, Source, Status, Voice};
use crate::index::{Entry, Generation, StoredDocument};
use crate::text::{Span, terms};

/// Titles and manners of speech before a name that is known without them.
const TITLES: &[&str] = &[
    "author",
    "chairman",
    "chairwoman",
    "director",
    "dr",
    "former",
    "general",
    "minister",
    "mr",
    "mrs",
    "ms",
    "mx",
    "president",
    "prof",
    "professor",
    "secretary",
    "senator",
    "sir",
];

/// A name as its stems, without stop words.
type Name = Vec<String>;

/// Every name that the corpus knows.
pub(super) struct NameTable {
    known: HashSet<Name>,
    /// The names of each party, by its number in the knowledge.
    parties: Vec<Vec<Name>>,
    /// The numbers of the parties that every clause binds: the agreement is theirs.
    bound: Vec<usize>,
}

impl NameTable {
    /// Gathers the names of parties, speakers, authors and sources.
    pub(super) fn of(generation: &Generation) -> Result<Self, AnswerError> {
        let knowledge = generation.knowledge();
        let parties: Vec<Vec<Name>> = knowledge.parties.iter().map(|party| party.names().map(name).collect()).collect();
        let mut known: HashSet<Name> = parties.iter().flatten().cloned().collect();
        known.extend(knowledge.parties.iter().map(|party| name(&party.id)));
        known.extend(knowledge.critiques.iter().flat_map(|critique| critic_names(&critique.by)));
        for entry in generation.entries() {
            let Entry { source, voices, .. } = entry?;
            known.extend(filed_under(&source));
            known.insert(name(&source.speaker));
            known.extend(source.authors.iter().map(|author| name(author)));
            known.extend(voices.iter().map(|voice| name(&voice.speaker)));
        }
        known.remove(&Name::new());
        let binds = |id: &String| !knowledge.clauses.is_empty() && knowledge.clauses.iter().all(|clause| clause.binds.contains(id));
        let bound = knowledge.parties.iter().enumerate().filter(|(_, party)| binds(&party.id)).map(|(number, _)| number).collect();
        Ok(Self { known, parties, bound })
    }

    /// Whether the corpus knows somebody or something by this name.
    pub(super) fn knows(&self, by: &str) -> bool {
        readings(by).iter().any(|by| self.known.contains(by))
    }

    /// Whether the words at `span` of `document` are said by `by`.
    ///
    /// Who says them is the voice that they stand in. The agreement's words are also the parties' that it binds and its
    /// publisher's. A source is named as well as its speaker. Words that stand in quotation marks are also said by the one whom
    /// the curators, or the sentence itself, name for them.
    pub(super) fn says(&self, generation: &Generation, document: &StoredDocument, span: Span, by: &str) -> Result<bool, AnswerError> {
        let by = readings(by);
        let is = |name: &Name| !name.is_empty() && by.contains(name);
        let knowledge = generation.knowledge();
        let source = &document.source;
        if filed_under(source).iter().any(&is) {
            return Ok(true);
        }
        let voice = voice_of(document, span);
        let mut speakers: Vec<Name> = match voice {
            Some(voice) => vec![name(&voice.speaker)],
            // "Don Eijndhoven, quoting Barack Obama": that is how the quote itself is introduced.
            None => {
                let quoted = document.voices.iter().find(|voice| voice.span.overlaps(&span));
                let quoting = quoted.map(|voice| name(&format!("{}, quoting {}", source.speaker, voice.speaker)));
                quoting.into_iter().chain([name(&source.speaker)]).collect()
            }
        };
        if voice.is_none() && source.status == Status::FullText {
            speakers.extend(source.authors.iter().map(|author| name(author)));
        }
        if voice.is_none() && source.status != Status::FullText && by.iter().any(|by| begins(&name(&source.speaker), by)) {
            // "Accord", "Accord's note".
            return Ok(true);
        }
        let clause = voice.and_then(|voice| voice.clause).and_then(|number| knowledge.clause(number));
        let agreement = clause.or_else(|| knowledge.clauses.iter().find(|clause| clause.anchor.source == source.id));
        let agreement = agreement.filter(|_| clause.is_some() || voice.is_none());
        if let Some(clause) = agreement {
            speakers.extend(self.bound.iter().filter_map(|number| self.parties.get(*number)).flatten().cloned());
            if let Some(own) = generation.document(&clause.anchor.source)?.map(|document| document.source) {
                speakers.extend(filed_under(&own));
                speakers.extend(own.publisher.iter().chain(&own.authors).map(|said| name(said)));
                speakers.push(name(&own.speaker));
            }
        }
        if voice.is_none() {
            speakers.extend(quoted_there(knowledge, document, span));
        }
        // A source is its publisher's, unless what the corpus holds of it is our note.
        speakers.extend(source.publisher.iter().filter(|_| source.status == Status::FullText).map(|publisher| name(publisher)));
        let meant = |party: &&Vec<Name>| party.iter().any(|name| speakers.contains(name));
        Ok(speakers.iter().any(&is) || self.parties.iter().filter(meant).flatten().any(is))
    }
}

/// Whom the curators or the sentence itself name for words that stand in quotation marks.
fn quoted_there(knowledge: &Knowledge, document: &StoredDocument, span: Span) -> Vec<Name> {
    let line_start = document.text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let before = document.text.get(line_start..span.start).unwrap_or_default();
    let opened = before.chars().fold(false, |open, c| match c {
        '"' => !open,
        '\u{201c}' => true,
        '\u{201d}' => false,
        _ => open,
    });
    let words = span.of(&document.text).unwrap_or_default();
    if !opened || words.contains(['"', '\u{201d}']) {
        return Vec::new();
    }
    let critics =
        knowledge.critiques.iter().filter(|critique| critique.anchor.source == document.source.id && critique.anchor.span.contains(&span));
    let named: Vec<Name> = critics.flat_map(|critique| critic_names(&critique.by)).collect();
    if !named.is_empty() {
        return named;
    }
    // A sentence that names one party says it of that party; of two, only the curators know which.
    let sentence = name(before.rsplit_once(". ").map_or(before, |(_, sentence)| sentence));
    let stands =
        |party: &&Party| party.names().map(name).any(|name| !name.is_empty() && sentence.windows(name.len()).any(|window| window == name));
    let mut mentioned = knowledge.parties.iter().filter(stands);
    match (mentioned.next(), mentioned.next()) {
        (Some(party), None) => party.names().map(name).collect(),
        _ => Vec::new(),
    }
}

/// The voice that all the words at `span` are, be it over several stretches of it, such as two clauses.
fn voice_of(document: &StoredDocument, span: Span) -> Option<&Voice> {
    if let Some(voice) = document.voices.iter().find(|voice| voice.span.contains(&span)) {
        return Some(voice);
    }
    let mut touched: Vec<&Voice> = document.voices.iter().filter(|voice| voice.span.overlaps(&span)).collect();
    touched.sort_by_key(|voice| voice.span.start);
    let first = *touched.first()?;
    let mut from = span.start;
    for voice in &touched {
        let between = document.text.get(from..voice.span.start.max(from)).unwrap_or_default();
        if voice.speaker != first.speaker || between.chars().any(char::is_alphanumeric) {
            return None;
        }
        from = voice.span.end;
    }
    let rest = document.text.get(from..span.end).unwrap_or_default();
    (!rest.chars().any(char::is_alphanumeric)).then_some(first)
}

/// The names of a source itself.
fn filed_under(source: &Source) -> Vec<Name> {
    let mut names = vec![name(&source.id), name(&source.title)];
    // "FACT SHEET: …" is the fact sheet; a single word, such as "Note: …", is no name.
    names.extend(source.title.split([':', '(', ',', '\u{2014}']).next().map(name).filter(|name| name.len() > 1));
    names.extend(source.also.iter().map(|also| name(also)));
    if source.status == Status::FullText
        && let Some(publisher) = &source.publisher
    {
        // "White House fact sheet".
        let kind = source.title.split_once(':').map(|(kind, _)| name(kind));
        names.extend(kind.map(|kind| [name(publisher), kind].concat()));
    }
    names.retain(|name| !name.is_empty());
    names
}

/// "Rob Joyce (NSA)" is known as such, as "Rob Joyce", as "Joyce" and as "NSA".
fn critic_names(by: &str) -> Vec<Name> {
    let (person, within) = by.split_once('(').map_or((by, ""), |(person, within)| (person, within.trim_end_matches(')')));
    let last = name(person).pop().into_iter().collect();
    [name(by), name(person), name(within), last].into_iter().filter(|name| !name.is_empty()).collect()
}

/// The ways to read a name that was given: as it is, and without titles.
fn readings(by: &str) -> Vec<Name> {
    let whole = name(by);
    let plain: Name = whole.iter().skip_while(|stem| TITLES.iter().any(|title| name(title).first() == Some(*stem))).cloned().collect();
    let mut readings = vec![whole];
    if !plain.is_empty() && readings.first() != Some(&plain) {
        readings.push(plain);
    }
    readings
}

fn begins(name: &Name, with: &Name) -> bool {
    !with.is_empty() && name.starts_with(with)
}

fn name(text: &str) -> Name {
    let all = terms(text);
    let kept: Name = all.iter().filter(|term| !term.stop).map(|term| term.stem.clone()).collect();
    if kept.is_empty() { all.into_iter().map(|term| term.stem).collect() } else { kept }
}
