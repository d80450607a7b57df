//! What a button or menu asks for, as it travels in its `custom_id`: all that is needed to do it, so that buttons work after
//! a restart and for months. Nothing in one is trusted: whoever presses can send any text.

use serenity::model::id::UserId;

use super::limits::{CUSTOM_ID, length};
use crate::store::Verdict;

/// The version of this grammar. What another version wrote is answered with a polite re-run, not with a guess.
const VERSION: &str = "a1";
/// Between the parts. No part holds it: they are numbers, references of quotes, names from lists, and one last text.
const BETWEEN: char = ':';

/// What was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Press {
    /// The passages around the quotes; `at` is the one to show. Quotes travel by their short names. `turn` shows it in place of
    /// another.
    InContext { at: usize, turn: bool, quotes: String },
    /// More passages on the same question, in the part of the corpus that was asked about.
    More { scope: String },
    /// Show a private answer to all.
    Share { scope: String },
    /// Take the answer away: for who asked, and for those who may manage messages.
    Delete { asker: UserId },
    /// What somebody thinks of the answer.
    Feedback { verdict: Verdict, quotes: String },
    /// The receipt of the answer.
    Receipt { quotes: String },
    /// A thread for the conversation.
    Continue,
    /// A page of what is said. `turn` shows it in place of another, or of the menu that it was picked from.
    Critiques { turn: bool, of: Critiques },
    /// A look-up picked from a menu or a button: the last part is what to look up.
    Look { up: LookUp, what: String },
    /// Show to all what this press shows to whoever presses.
    Open(Box<Press>),
    /// One of the examples of the help.
    Example { number: usize },
    /// A page of a search: what is searched for is the last part.
    Page { page: usize, scope: String, words: String },
    /// A page of the list of sources.
    Sources { page: usize },
    /// What is stored about whoever presses.
    MyData,
    /// Delete what is stored about whoever presses; first it is asked whether they mean it.
    Forget { sure: bool },
    /// Change a server's settings.
    Settings(Setting),
    /// Change the corpus.
    Corpus(CorpusPress),
}

/// What is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LookUp {
    /// A clause.
    Clause,
    /// A party.
    Party,
    /// A source.
    Source,
    /// A clause or a party, as a menu of choices offered it.
    Choice,
}

/// What is said about a clause, or by somebody, or at all, and which page of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Critiques {
    /// The page, counted from 0.
    pub(super) page: usize,
    /// The clause that it is about; any when there is none.
    pub(super) clause: Option<u32>,
    /// Who says it; anybody when there is none.
    pub(super) by: Option<String>,
}

/// A setting of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// The channels that the bot answers in.
    Channels,
    /// Answers are private unless asked otherwise.
    Private,
    /// Answers are open unless asked otherwise. Each its own: a button does what it says, however old its panel is.
    Open,
    /// The language of what the bot says to all.
    Language,
}

/// A change of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CorpusPress {
    /// Index anew.
    Reindex,
    /// Ask whether to go back to the generation before.
    Rollback,
    /// Go back from this generation, if it is still the one that is served: a second press goes back no further.
    RollbackFrom(String),
    /// Stop the job that runs.
    Cancel,
}

/// What a `custom_id` holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// Something that can be done.
    Known(Press),
    /// Something that this version does not know.
    Unknown,
}

impl Press {
    /// The `custom_id`. The last part is cut where it would be too long, which only a search's words and a long name can be.
    pub(super) fn custom_id(&self) -> String {
        let mut id = format!("{VERSION}{BETWEEN}{}", self.parts().join(":"));
        while length(&id) > CUSTOM_ID {
            id.pop();
        }
        id
    }

    fn parts(&self) -> Vec<String> {
        let own = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
        match self {
            Self::InContext { at, turn, quotes } => own(&[if *turn { "turn" } else { "context" }, &at.to_string(), quotes]),
            Self::More { scope } => own(&["more", scope]),
            Self::Share { scope } => own(&["share", scope]),
            Self::Delete { asker } => own(&["delete", &asker.to_string()]),
            Self::Feedback { verdict, quotes } => own(&["feedback", verdict_name(verdict), quotes]),
            Self::Receipt { quotes } => own(&["receipt", quotes]),
            Self::Continue => own(&["thread"]),
            Self::Critiques { turn, of } => {
                let clause = of.clause.map(|clause| clause.to_string()).unwrap_or_default();
                own(&[if *turn { "said" } else { "critiques" }, &of.page.to_string(), &clause, of.by.as_deref().unwrap_or_default()])
            }
            Self::Open(press) => own(&["open"]).into_iter().chain(press.parts()).collect(),
            Self::Look { up, what } => own(&["look", up.name(), what]),
            Self::Example { number } => own(&["example", &number.to_string()]),
            Self::Page { page, scope, words } => own(&["page", &page.to_string(), scope, words]),
            Self::Sources { page } => own(&["sources", &page.to_string()]),
            Self::MyData => own(&["data"]),
            Self::Forget { sure } => own(&["forget", if *sure { "sure" } else { "ask" }]),
            Self::Settings(setting) => own(&["set", setting.name()]),
            Self::Corpus(press) => own(&["corpus", &press.code()]),
        }
    }

    /// Reads a `custom_id`, which may hold anything.
    pub(super) fn read(custom_id: &str) -> Read {
        let known = custom_id.strip_prefix(VERSION).and_then(|rest| rest.strip_prefix(BETWEEN)).and_then(Self::parse);
        known.map_or(Read::Unknown, Read::Known)
    }

    fn parse(parts: &str) -> Option<Self> {
        let (verb, rest) = parts.split_once(BETWEEN).unwrap_or((parts, ""));
        let pair = || rest.split_once(BETWEEN);
        Some(match verb {
            "context" | "turn" => {
                let (at, quotes) = pair()?;
                Self::InContext { at: at.parse().ok()?, turn: verb == "turn", quotes: quotes.to_owned() }
            }
            "more" => Self::More { scope: rest.to_owned() },
            "share" => Self::Share { scope: rest.to_owned() },
            "delete" => Self::Delete { asker: UserId::new(rest.parse().ok().filter(|id| *id != 0)?) },
            "feedback" => {
                let (verdict, quotes) = pair()?;
                Self::Feedback { verdict: named(&Verdict::ALL, verdict_name, verdict)?, quotes: quotes.to_owned() }
            }
            "receipt" => Self::Receipt { quotes: rest.to_owned() },
            "thread" => Self::Continue,
            "critiques" | "said" => {
                let (page, rest) = pair()?;
                let (clause, by) = rest.split_once(BETWEEN)?;
                let clause = if clause.is_empty() { None } else { Some(clause.parse().ok()?) };
                let by = Some(by.to_owned()).filter(|by| !by.is_empty());
                Self::Critiques { turn: verb == "said", of: Critiques { page: page.parse().ok()?, clause, by } }
            }
            // What may be opened to all is a look-up; it holds no other press within it.
            "open" => match Self::parse(rest)? {
                press @ (Self::Look { .. } | Self::Critiques { .. }) => Self::Open(Box::new(press)),
                _ => return None,
            },
            "look" => {
                let (up, what) = pair()?;
                Self::Look { up: named(LookUp::ALL, LookUp::name, up)?, what: what.to_owned() }
            }
            "example" => Self::Example { number: rest.parse().ok()? },
            "page" => {
                let (page, rest) = pair()?;
                let (scope, words) = rest.split_once(BETWEEN)?;
                Self::Page { page: page.parse().ok()?, scope: scope.to_owned(), words: words.to_owned() }
            }
            "sources" => Self::Sources { page: rest.parse().ok()? },
            "data" => Self::MyData,
            "forget" => Self::Forget { sure: rest == "sure" },
            "set" => Self::Settings(named(Setting::ALL, Setting::name, rest)?),
            "corpus" => Self::Corpus(CorpusPress::read(rest)?),
            _ => return None,
        })
    }
}

/// The one of `all` that is called so.
fn named<T: Copy>(all: &[T], name: fn(&T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().find(|one| name(one) == wanted).copied()
}

/// A verdict's name in a `custom_id`: shorter than the store's.
fn verdict_name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Useful => "useful",
        Verdict::WrongPassage => "wrong",
        Verdict::MissingSource => "missing",
    }
}

impl LookUp {
    const ALL: &[Self] = &[Self::Clause, Self::Party, Self::Source, Self::Choice];

    fn name(&self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Party => "party",
            Self::Source => "source",
            Self::Choice => "choice",
        }
    }
}

impl Setting {
    const ALL: &[Self] = &[Self::Channels, Self::Private, Self::Open, Self::Language];

    fn name(&self) -> &'static str {
        match self {
            Self::Channels => "channels",
            Self::Private => "private",
            Self::Open => "open",
            Self::Language => "language",
        }
    }
}

/// Begins the code of going back; what follows is the generation that it goes back from.
const FROM: &str = "rollback-";

impl CorpusPress {
    fn code(&self) -> String {
        match self {
            Self::Reindex => "reindex".to_owned(),
            Self::Rollback => "rollback".to_owned(),
            Self::RollbackFrom(generation) => format!("{FROM}{generation}"),
            Self::Cancel => "cancel".to_owned(),
        }
    }

    fn read(code: &str) -> Option<Self> {
        Some(match code {
            "reindex" => Self::Reindex,
            "rollback" => Self::Rollback,
            "cancel" => Self::Cancel,
            _ => Self::RollbackFrom(code.strip_prefix(FROM)?.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_pressed_comes_back_as_it_went() {
        let quotes = "abcdefgh-123_67".repeat(5);
        let scope = "opinion-0a1b2c3d4e".to_owned();
        let mut all = vec![
            Press::InContext { at: 4, turn: false, quotes: quotes.clone() },
            Press::InContext { at: 0, turn: true, quotes: quotes.clone() },
            Press::More { scope: scope.clone() },
            Press::Share { scope: String::new() },
            Press::Delete { asker: UserId::new(u64::MAX - 1) },
            Press::Receipt { quotes: quotes.clone() },
            Press::Continue,
            Press::Critiques { turn: false, of: Critiques { page: 0, clause: Some(3), by: None } },
            Press::Critiques { turn: true, of: Critiques { page: 12, clause: None, by: Some("Goldsmith: and Lin".to_owned()) } },
            Press::Open(Box::new(Press::Critiques { turn: true, of: Critiques::default() })),
            Press::Open(Box::new(Press::Look { up: LookUp::Clause, what: "clause 4".to_owned() })),
            Press::Example { number: 2 },
            Press::Page { page: 3, scope, words: "who: said \"what\"".to_owned() },
            Press::Sources { page: 2 },
            Press::MyData,
            Press::Forget { sure: true },
            Press::Forget { sure: false },
        ];
        all.extend(Verdict::ALL.iter().map(|verdict| Press::Feedback { verdict: *verdict, quotes: quotes.clone() }));
        all.extend(LookUp::ALL.iter().map(|up| Press::Look { up: *up, what: "clause 4".to_owned() }));
        all.extend(Setting::ALL.iter().map(|setting| Press::Settings(*setting)));
        let changes =
            [CorpusPress::Reindex, CorpusPress::Rollback, CorpusPress::RollbackFrom("gen-000002".to_owned()), CorpusPress::Cancel];
        all.extend(changes.map(Press::Corpus));
        for press in all {
            let id = press.custom_id();
            assert!(length(&id) <= CUSTOM_ID, "{id}");
            assert_eq!(Press::read(&id), Read::Known(press));
        }
    }

    #[test]
    fn what_another_version_wrote_is_not_guessed_at() {
        for other in [
            "",
            "a1",
            "a0:more:",
            "a2:more:",
            "a1:dance",
            "a1:delete:0",
            "a1:delete:x",
            "a1:context:1",
            "a1:set:all",
            "more",
            "a1:open:data",
            "a1:open:open:said:0::",
        ] {
            assert_eq!(Press::read(other), Read::Unknown, "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".{0,120}") {
            let _read = Press::read(&text);
            let _read = Press::read(&format!("a1:{text}"));
        }

        #[test]
        fn no_id_is_too_long(words in ".{0,300}") {
            let id = Press::Page { page: 9, scope: String::new(), words }.custom_id();
            prop_assert!(length(&id) <= CUSTOM_ID);
        }
    }
}
