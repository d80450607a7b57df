//! Questions in other languages, read through the curators' glossary as English ones: what the glossary knows becomes the
//! corpus's own words, words of asking become the English ones, names stay as typed. Quotations stay in the original.

use std::collections::HashMap;

use super::ordinary::is_ordinary;
use crate::corpus::{Knowledge, Lexicon};
use crate::index::Generation;
use crate::text::{Span, fold, is_stop_word, stem, terms};

/// A question that was asked in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The language's code: `de`, `zh` …
    pub language: String,
    /// The question in the corpus's words, for finding only.
    pub english: String,
}

/// What a word or phrase of another language comes to.
#[derive(Debug, Clone)]
enum Reading {
    /// A word of asking: it goes first.
    Asking(&'static str),
    /// Words of the corpus.
    Words(String),
    /// Nothing that could be searched for.
    Nothing,
}

/// The glossaries of all languages, ready to read questions with.
#[derive(Debug, Default)]
pub struct Translator {
    languages: Vec<Language>,
}

#[derive(Debug)]
struct Language {
    code: String,
    /// By the first word of a phrase: the whole phrase and what it comes to, the longest first.
    phrases: HashMap<String, Vec<(Vec<String>, Reading)>>,
}

/// A word as it is compared: folded, with the place where it stands.
struct Word {
    folded: String,
    span: Span,
}

impl Translator {
    /// The languages of a corpus's curated knowledge.
    #[must_use]
    pub fn of(knowledge: &Knowledge) -> Self {
        Self { languages: knowledge.languages.iter().map(Language::of).collect() }
    }

    /// `text` read in the language that knows the most of its words, if one knows more of them than English does.
    #[must_use]
    pub fn translate(&self, text: &str, generation: &Generation) -> Option<Translation> {
        let words = words(text);
        let english = words.iter().filter(|word| is_english(generation, &word.folded)).count();
        let read = self.languages.iter().map(|language| (language, language.read(&words)));
        let (language, readings) = read.max_by_key(|(_, readings)| known(readings)).filter(|(_, readings)| known(readings) > english)?;
        let mut asking = Vec::new();
        let mut rest = Vec::new();
        for (start, end, reading) in &readings {
            match reading {
                Some(Reading::Asking(word)) => asking.push((*word).to_owned()),
                Some(Reading::Words(words)) => rest.push(words.clone()),
                Some(Reading::Nothing) => {}
                None => rest.extend(words.get(*start..*end).into_iter().flatten().filter_map(|word| word.span.of(text)).map(str::to_owned)),
            }
        }
        asking.dedup();
        rest.dedup();
        asking.extend(rest);
        Some(Translation { language: language.code.clone(), english: asking.join(" ") })
    }
}

/// How many words of a reading are known.
fn known(readings: &[(usize, usize, Option<Reading>)]) -> usize {
    readings.iter().filter(|(_, _, reading)| reading.is_some()).map(|(start, end, _)| end - start).sum()
}

impl Language {
    fn of(lexicon: &Lexicon) -> Self {
        let mut language = Self { code: lexicon.code.clone(), phrases: HashMap::new() };
        for term in &lexicon.terms {
            let english = term.english.first().cloned().unwrap_or_default();
            for phrase in &term.words {
                language.add(phrase, Reading::Words(english.clone()));
            }
        }
        let asking = [
            ("who", &lexicon.who),
            ("when", &lexicon.when),
            ("where", &lexicon.place),
            ("how many", &lexicon.how_many),
            ("how often", &lexicon.how_often),
            ("why", &lexicon.why),
        ];
        for (english, phrases) in asking {
            for phrase in phrases {
                language.add(phrase, Reading::Asking(english));
            }
        }
        for phrase in &lexicon.stop {
            language.add(phrase, Reading::Nothing);
        }
        for phrases in language.phrases.values_mut() {
            phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        language
    }

    /// The first meaning that is added for a phrase stays.
    fn add(&mut self, phrase: &str, reading: Reading) {
        let folded: Vec<String> = words(phrase).into_iter().map(|word| word.folded).collect();
        let Some(first) = folded.first() else { return };
        let known = self.phrases.entry(first.clone()).or_default();
        if !known.iter().any(|(other, _)| *other == folded) {
            known.push((folded, reading));
        }
    }

    /// The words in runs, each with what it comes to; nothing for a word that the language does not know.
    fn read(&self, words: &[Word]) -> Vec<(usize, usize, Option<Reading>)> {
        let mut readings = Vec::new();
        let mut place = 0;
        while let Some(word) = words.get(place) {
            let fits = |phrase: &[String]| {
                phrase.iter().enumerate().all(|(offset, part)| words.get(place + offset).is_some_and(|word| word.folded == *part))
            };
            let found = self.phrases.get(&word.folded).into_iter().flatten().find(|(phrase, _)| fits(phrase));
            let end = place + found.map_or(1, |(phrase, _)| phrase.len());
            readings.push((place, end, found.map(|(_, reading)| reading.clone())));
            place = end;
        }
        readings
    }
}

/// The words of a text; an elided article ("l'accord") is a word of its own.
fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for term in terms(text) {
        let Some(word) = term.span.of(text) else { continue };
        let mut start = term.span.start;
        for part in word.split_inclusive(['\'', '\u{2019}', '-']) {
            let end = start + part.len();
            let folded = fold(part.trim_end_matches(['\'', '\u{2019}', '-']));
            if !folded.is_empty() {
                found.push(Word { folded, span: Span::new(start, end) });
            }
            start = end;
        }
    }
    found
}

/// Whether the corpus, or English as people chat it, knows every word of a text.
#[must_use]
pub fn is_plain_english(generation: &Generation, text: &str) -> bool {
    words(text).iter().all(|word| is_english(generation, &word.folded))
}

fn is_english(generation: &Generation, word: &str) -> bool {
    is_stop_word(word) || is_ordinary(word) || generation.document_frequency(&stem(word)).is_ok_and(|passages| passages > 0)
}
