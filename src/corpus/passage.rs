//! Documents cut into passages: never inside a sentence or a clause, headings carried along.

use serde::{Deserialize, Serialize};

use super::provisions::{Provision, provisions};
use super::{BlockKind, Document, Lane, Source, Voice};
use crate::text::{Sentence, Span, sentences};

/// Blocks are gathered under their heading until a passage has this many words, so that a short list item keeps the
/// company that explains it.
const FULL_AT_WORDS: usize = 60;

/// A passage longer than this is cut between sentences: beyond it BM25's length norm drowns a single fact.
const MOST_WORDS: usize = 600;

/// A provision of this many words and more is not glued to the next one of its level or a higher one.
const APART_AT_WORDS: usize = 20;

/// A stretch of a document that is found and quoted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// `source#n`, n counted from 1; for a clause, n is the clause's number.
    pub id: String,
    /// The source it belongs to.
    pub source: String,
    /// Where it stands in the document.
    pub span: Span,
    /// Its sentences, as spans of the document.
    pub sentences: Vec<Sentence>,
    /// The headings above it, outermost first, without the document's title.
    pub headings: Vec<String>,
    /// Words to look it up by that do not stand in it, such as a clause's topics.
    pub topics: Vec<String>,
    /// Whose voice it is.
    pub lane: Lane,
    /// How a quotation from it is introduced.
    pub speaker: String,
    /// The clause of the agreement that it is, if it is one.
    pub clause: Option<u32>,
    /// The numbered provisions that it begins within, outermost first.
    pub under: Vec<Provision>,
    /// The numbered provisions that begin in it, in order.
    pub provisions: Vec<Provision>,
}

impl Passage {
    /// The innermost numbered provision that holds all of `span`.
    #[must_use]
    pub fn provision_at(&self, span: &Span) -> Option<&Provision> {
        self.under
            .iter()
            .chain(&self.provisions)
            .filter(|provision| provision.span.contains(span))
            .min_by_key(|provision| provision.span.len())
    }

    /// Whose words stand at `span`, which lies within the passage: the lane, and how they are introduced.
    ///
    /// They are those of the voice that the span lies in. A stretch that holds somebody else's words among others is the
    /// source's own, said to quote them.
    #[must_use]
    pub fn spoken_at(&self, span: &Span, source: &Source, voices: &[Voice]) -> (Lane, String) {
        let inside = voices.iter().find(|voice| voice.span.contains(span));
        let within = voices.iter().find(|voice| voice.span.overlaps(span));
        match (inside, within) {
            (Some(voice), _) => (voice.lane, voice.speaker.clone()),
            // Words of several of its own stretches, such as two clauses, are the source's without more ado.
            (None, Some(voice)) if voice.speaker == source.speaker => (self.lane, self.speaker.clone()),
            (None, Some(voice)) => (source.indexed_lane(), format!("{}, quoting {}", source.speaker, voice.speaker)),
            (None, None) => (self.lane, self.speaker.clone()),
        }
    }
}

/// The passages of a document, in order.
pub(super) fn passages(document: &Document) -> Vec<Passage> {
    let provisions = provisions(document);
    let mut cutter = Cutter { document, provisions: &provisions, headings: Vec::new(), open: None, found: Vec::new() };
    for block in &document.blocks {
        match block.kind {
            BlockKind::Heading(level) => cutter.heading(level, block.span),
            BlockKind::Paragraph | BlockKind::Item => {
                for piece in cutter.pieces(block.span) {
                    cutter.block(piece);
                }
            }
        }
    }
    cutter.close();
    let mut found = cutter.found;
    file_under(&mut found, &provisions);
    found
}

/// Notes with each passage the provisions that it begins within, and those that begin in it. A provision whose label stands in a
/// heading begins in the first passage below; one that has no passage cannot be quoted and is left out.
fn file_under(passages: &mut [Passage], provisions: &[Provision]) {
    let mut next = provisions.iter().peekable();
    let mut open: Vec<&Provision> = Vec::new();
    for passage in passages {
        open.retain(|provision| provision.span.end > passage.span.start);
        passage.under = open.iter().map(|provision| (*provision).clone()).collect();
        while let Some(provision) = next.next_if(|provision| provision.span.start < passage.span.end) {
            if provision.span.overlaps(&passage.span) {
                passage.provisions.push(provision.clone());
                open.push(provision);
            }
        }
        for provision in passage.under.iter().chain(&passage.provisions).filter(|provision| provision.span.contains(&passage.span)) {
            // A heading with the label is among the headings already; a label in the passage itself is found there.
            let stands_there = provision.span.start >= passage.span.start
                || passage.headings.iter().any(|heading| !provision.heading.is_empty() && heading.contains(&provision.heading));
            if !stands_there && !provision.heading.is_empty() {
                passage.headings.push(provision.name());
            }
        }
    }
}

/// A run of blocks that will be one passage.
struct Run {
    span: Span,
    sentences: Vec<Sentence>,
    words: usize,
}

struct Cutter<'d> {
    document: &'d Document,
    provisions: &'d [Provision],
    headings: Vec<(u8, String)>,
    open: Option<Run>,
    found: Vec<Passage>,
}

impl Cutter<'_> {
    /// The provisions that begin within `span`.
    fn beginning(&self, span: Span) -> &[Provision] {
        let from = self.provisions.partition_point(|provision| provision.span.start < span.start);
        let to = self.provisions.partition_point(|provision| provision.span.start < span.end);
        self.provisions.get(from..to).unwrap_or_default()
    }

    /// A block cut before each line of it that a provision begins on.
    fn pieces(&self, block: Span) -> Vec<Span> {
        let text = &self.document.text;
        let begins_a_line = |at: usize| text.get(..at).is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('\n'));
        let mut pieces = Vec::new();
        let mut start = block.start;
        for provision in self.beginning(block).iter().filter(|provision| provision.span.start > block.start) {
            let at = provision.span.start;
            if at > start && begins_a_line(at) {
                pieces.push(Span::new(start, at).trimmed(text));
                start = at;
            }
        }
        pieces.push(Span::new(start, block.end).trimmed(text));
        pieces
    }

    /// Whether a provision begins at `piece` that is none of those which the open run began in, and the run is long enough to
    /// stand alone.
    fn begins_apart(&self, open: &Run, piece: Span) -> bool {
        // The number of a list item stands before its block.
        let before = Span::new(open.span.end, piece.start + 1);
        let Some(begun) = self.beginning(before).last() else { return false };
        let start = open.span.start;
        let upto = self.provisions.partition_point(|provision| provision.span.start <= start);
        let inside = self.provisions.iter().take(upto).rev().find(|provision| provision.span.end > start);
        open.words >= APART_AT_WORDS && inside.is_none_or(|inside| !inside.span.contains(&begun.span))
    }

    fn heading(&mut self, level: u8, span: Span) {
        self.close();
        self.headings.retain(|(above, _)| *above < level);
        let words = span.of(&self.document.text).unwrap_or_default();
        if words != self.document.source.title {
            self.headings.push((level, words.to_owned()));
        }
    }

    fn block(&mut self, span: Span) {
        let words = span.of(&self.document.text).unwrap_or_default();
        if is_furniture(words) && (self.provisions.is_empty() || !is_sentence(words)) {
            return;
        }
        let found = sentences(words).into_iter().map(|sentence| sentence.shifted(span.start));
        let run = Run { span, sentences: found.collect(), words: count_words(words) };
        if self.document.voices.iter().any(|voice| voice.span == span) {
            // Somebody else's whole block, such as a clause that an article quotes, stands alone.
            self.close();
            self.open = Some(run);
            self.close();
            return;
        }
        let apart = self.open.as_ref().is_some_and(|open| self.begins_apart(open, span));
        match &mut self.open {
            Some(open) if !apart && open.words < FULL_AT_WORDS && open.words + run.words <= MOST_WORDS => {
                open.span = open.span.joined(&run.span);
                open.sentences.extend(run.sentences);
                open.words += run.words;
            }
            _ => {
                self.close();
                self.open = Some(run);
            }
        }
    }

    fn close(&mut self) {
        let Some(run) = self.open.take() else { return };
        if run.words <= MOST_WORDS {
            self.push(run.span, run.sentences);
            return;
        }
        let mut piece: Vec<Sentence> = Vec::new();
        let mut words = 0;
        for sentence in run.sentences {
            let length = count_words(sentence.of(&self.document.text).unwrap_or_default());
            if words + length > MOST_WORDS / 2 && !piece.is_empty() {
                self.push_sentences(std::mem::take(&mut piece));
                words = 0;
            }
            words += length;
            piece.push(sentence);
        }
        self.push_sentences(piece);
    }

    fn push_sentences(&mut self, piece: Vec<Sentence>) {
        if let Some(span) = piece.iter().copied().reduce(|all, next| all.joined(&next)) {
            self.push(span, piece);
        }
    }

    fn push(&mut self, span: Span, sentences: Vec<Sentence>) {
        if sentences.is_empty() {
            return;
        }
        let source = &self.document.source;
        let voice = self.document.voices.iter().find(|voice| voice.span.contains(&span));
        let number = self.found.len() + 1;
        self.found.push(Passage {
            id: format!("{}#{number}", source.id),
            source: source.id.clone(),
            span,
            sentences,
            headings: self.headings.iter().map(|(_, words)| words.clone()).collect(),
            topics: Vec::new(),
            lane: voice.map_or(source.indexed_lane(), |voice| voice.lane),
            speaker: voice.map_or(&source.speaker, |voice| &voice.speaker).clone(),
            clause: voice.and_then(|voice| voice.clause),
            under: Vec::new(),
            provisions: Vec::new(),
        });
    }
}

/// A line in capitals throughout (tags, teasers, a by-line) stays in the text, but is nothing to quote.
fn is_furniture(words: &str) -> bool {
    words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
}

/// In a numbered document a paragraph in capitals is a provision that is to be noticed, such as a disclaimer.
fn is_sentence(words: &str) -> bool {
    count_words(words) >= APART_AT_WORDS && words.ends_with(['.', ';', ':', ','])
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}
