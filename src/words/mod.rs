//! Every sentence that Accord says in its own voice, in each of its languages. What it says about the corpus is quoted, not
//! worded.
//!
//! A sentence is a method of [`Words`] and, under the same name, a message in each file of `locales/` (Project Fluent's
//! format): the code says what there is to say, the files how it is said.

mod copies;
mod language;
pub mod picture;
mod sentences;
pub mod terminal;

pub use language::Language;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::answer::{Searched, Silence};
use crate::corpus::{Lane, Status};

/// Stands within a quote or a name where it was cut: the mark that editors use, in every language.
pub const CUT: &str = "[…]";

/// Accord's voice in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The voice in this language. Each is made once a process, when it is first needed.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static VOICES: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        let place = Language::ALL.iter().position(|known| *known == language);
        let voice = place.and_then(|place| VOICES.get(place)).unwrap_or(&ENGLISH);
        voice.get_or_init(|| Self::new(language))
    }

    /// The voice in English, which the terminal speaks.
    #[must_use]
    pub fn english() -> &'static Self {
        Self::of(Language::English)
    }

    /// Every language's voice.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        Language::ALL.into_iter().map(Self::of)
    }

    fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // What is put into a sentence is inert already; the isolates would be counted against Discord's limits.
        bundle.set_use_isolating(false);
        // A file with a slip in it is still good for all its other sentences; a test holds them to be whole.
        let resource = FluentResource::try_new(language.file().to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence called `key`, or an attribute of it, where this language has it.
    fn find(&self, key: &str, attribute: Option<&str>, with: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let arguments: FluentArgs<'_> = with.iter().map(|(name, value)| (Cow::from(*name), value.clone())).collect();
        Some(self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }

    /// The sentence called `key`: in English where this language has none, which a test rules out.
    fn say(&self, key: &str, with: &[(&'static str, FluentValue<'_>)]) -> String {
        let found = self.find(key, None, with).or_else(|| Self::english().find(key, None, with));
        found.unwrap_or_else(|| key.to_owned())
    }

    /// What a command or one of its options is called or described as: `part` is `name`, `description`, or an option's name
    /// with one of those behind a dash. Nothing where this language has no word of its own.
    #[must_use]
    pub fn command(&self, command: &str, part: &str) -> Option<String> {
        self.find(&format!("command-{command}"), Some(part), &[])
    }

    /// The heading over the quotes of a lane.
    #[must_use]
    pub fn lane_heading(&self, lane: Lane) -> String {
        match lane {
            Lane::Text => self.lane_text(),
            Lane::Reporting => self.lane_reporting(),
            Lane::Opinion => self.lane_opinion(),
            Lane::Note => self.lane_note(),
        }
    }

    /// What kind of source a lane is, as a menu names it.
    #[must_use]
    pub fn kind(&self, lane: Lane) -> String {
        self.command("ask", &format!("lane-{}", lane.name())).unwrap_or_else(|| self.lane_heading(lane))
    }

    /// What stands first when the corpus is silent.
    #[must_use]
    pub fn silence(&self, silence: &Silence) -> String {
        match silence {
            Silence::NotSaid => self.not_said(),
            Silence::NotWithin(searched) => self.not_within(searched),
            Silence::NoWords => self.no_words(),
            Silence::NoSuchClause { asked, count } => self.no_such_clause(*asked, *count),
            Silence::NoSuchProvision { asked, title, near } => self.no_such(asked, title.as_deref(), near.as_ref()),
            Silence::NoClauses => self.no_clauses(),
            Silence::UnknownClause => self.unknown_clause(),
            Silence::UnknownParty(None) => self.unknown_party(),
            Silence::UnknownParty(Some(meant)) => self.unknown_party_near(meant),
            Silence::NoCritique => self.no_critique(),
        }
    }

    /// That a document, or the corpus, has no such provision; and which there are near it.
    fn no_such(&self, asked: &str, title: Option<&str>, near: Option<&(String, String)>) -> String {
        let none = match title {
            Some(title) => self.no_such_provision_in(asked, title),
            None => self.no_such_provision(asked),
        };
        match near {
            Some((first, last)) if first == last => format!("{none} {}", self.provision_near(first)),
            Some((first, last)) => format!("{none} {}", self.provisions_near(first, last)),
            None => none,
        }
    }

    /// What stands first when a part of the corpus is silent.
    #[must_use]
    pub fn not_within(&self, searched: &Searched) -> String {
        match (&searched.title, searched.scope.lane) {
            (Some(title), None) => self.source_does_not_say(title),
            (Some(title), Some(lane)) => self.source_does_not_say_as(title, &self.kind(lane)),
            (None, Some(lane)) => self.kind_does_not_say(&self.kind(lane)),
            (None, None) => self.not_said(),
        }
    }

    /// How to ask better.
    #[must_use]
    pub fn rephrase(&self, silence: &Silence) -> String {
        match silence {
            Silence::NotSaid => self.rephrase_not_said(),
            Silence::NotWithin(searched) if searched.elsewhere => self.answered_elsewhere(),
            Silence::NotWithin(_) => self.silent_elsewhere(),
            Silence::NoWords => self.rephrase_no_words(),
            Silence::NoSuchClause { .. } | Silence::NoSuchProvision { .. } | Silence::UnknownClause => self.rephrase_clause(),
            Silence::NoClauses => self.rephrase_no_clauses(),
            Silence::UnknownParty(_) => self.rephrase_party(),
            Silence::NoCritique => self.rephrase_critique(),
        }
    }

    /// A stance of the corpus's files; one that has no word in this language as it is.
    #[must_use]
    pub fn stance(&self, stance: &str) -> String {
        match stance {
            "supportive" => self.stance_supportive(),
            "sceptical" => self.stance_sceptical(),
            "mixed" => self.stance_mixed(),
            "reporting" => self.stance_reporting(),
            other => other.to_owned(),
        }
    }

    /// How much of a source the corpus holds.
    #[must_use]
    pub fn source_status(&self, status: Status) -> String {
        match status {
            Status::FullText => self.source_full_text(),
            Status::Note => self.source_note(),
            Status::LinkDamaged => self.source_link_damaged(),
            Status::DeadHost => self.source_dead_host(),
        }
    }

    /// The name of a button that leads to the source of these quotes.
    #[must_use]
    pub fn source_of(&self, numbers: &[usize], source: &str) -> String {
        self.source_of_quotes(&listed(numbers), numbers.len(), source)
    }

    /// The name of a button that leads to the source of listed passages.
    #[must_use]
    pub fn passage_source_of(&self, numbers: &[usize], source: &str) -> String {
        self.source_of_passages(&listed(numbers), numbers.len(), source)
    }

    /// The name of a button that leads to the source of passages that only come close.
    #[must_use]
    pub fn closest_source_of(&self, numbers: &[usize], source: &str) -> String {
        self.source_of_closest(&listed(numbers), source)
    }
}

fn listed(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::sentences::keys as said_keys;
    use super::*;

    /// The names of a file's messages, and of the attributes of those that are commands.
    fn keys(language: Language) -> BTreeSet<String> {
        let file = language.file();
        let whole = FluentResource::try_new(file.to_owned());
        assert!(whole.is_ok(), "{language:?}: {:?}", whole.err().map(|(_, errors)| errors));
        let mut last = String::new();
        let mut found = BTreeSet::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =") {
                match name.trim_start().strip_prefix('.') {
                    Some(attribute) => assert!(found.insert(format!("{last}.{attribute}")), "{language:?}: {last}.{attribute} twice"),
                    None if name.starts_with(char::is_alphabetic) => {
                        name.clone_into(&mut last);
                        assert!(found.insert(last.clone()), "{language:?}: {last} twice");
                    }
                    None => {}
                }
            } else if line.starts_with(char::is_alphabetic) {
                line.trim_end_matches([' ', '=']).clone_into(&mut last);
                found.insert(last.clone());
            }
        }
        found
    }

    #[test]
    fn no_language_lacks_a_sentence_and_none_has_one_too_many() {
        let english = keys(Language::English);
        let said: BTreeSet<String> = said_keys().map(str::to_owned).collect();
        let own: BTreeSet<String> = english.iter().filter(|key| !key.starts_with("command-")).cloned().collect();
        assert_eq!(own, said, "English and the code differ");
        for language in Language::ALL {
            let lacking: Vec<_> = english.difference(&keys(language)).cloned().collect();
            let beyond: Vec<_> = keys(language).difference(&english).cloned().collect();
            assert!(lacking.is_empty() && beyond.is_empty(), "{language:?} lacks {lacking:?} and has {beyond:?} beyond");
        }
    }

    #[test]
    fn every_language_fills_in_what_it_is_given() {
        // A name that is misspelt in a file would be shown as {$name}.
        for language in Language::ALL {
            let english = english_placeables();
            for (key, names) in placeables(language) {
                let expected = &english.iter().find(|(known, _)| *known == key).unwrap().1;
                assert!(names.is_subset(expected), "{language:?}: {key} has {names:?}, English has {expected:?}");
            }
        }
    }

    fn english_placeables() -> Vec<(String, BTreeSet<String>)> {
        placeables(Language::English)
    }

    /// The variables that stand in each message of a file.
    fn placeables(language: Language) -> Vec<(String, BTreeSet<String>)> {
        let mut all: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in language.file().lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(char::is_alphabetic) {
                all.push((line.split(" =").next().unwrap().to_owned(), BTreeSet::new()));
            }
            for part in line.split('$').skip(1) {
                let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                all.last_mut().unwrap().1.insert(name);
            }
        }
        all
    }
}
