//! Whatever is answered, in whatever language, Discord takes the message.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use serenity::model::id::{ChannelId, UserId};

use super::inert::tests::nasty;
use super::*;
use crate::answer::Scope;
use crate::corpus::Corpus;
use crate::discord::body::tests::refused;
use crate::index::Generations;
use crate::words::Language;

/// The shipped corpus, indexed once for all of these tests.
pub(super) static ANSWERER: LazyLock<Answerer> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let index = tempfile::tempdir().unwrap();
    let generations = Generations::at(index.path());
    generations.publish(&Corpus::load(&root.join("corpus")).unwrap(), &mut |_, _| {}).unwrap();
    let answerer = Answerer::new(generations.open().unwrap().generation);
    // The files stay open; the folder may go.
    std::mem::forget(index);
    answerer
});

pub(super) fn view(language: Language, asked: Option<&str>, private: bool) -> View {
    let mut asker = Asker::writing(UserId::new(1), ChannelId::new(2), None, language);
    asker.threads = !private;
    View { asker, asked: asked.map(Asked::alone), private, shares: private, threads: !private, critiques: None }
}

pub(super) fn fits(body: &Body, what: &str) {
    let wrong = refused(body);
    assert!(wrong.is_empty(), "{what}: {wrong:?}: {body:#?}");
}

fn questions() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evals/questions.jsonl");
    let lines = std::fs::read_to_string(file).unwrap();
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().to_owned();
    lines.lines().filter(|line| !line.trim().is_empty()).map(text).collect()
}

#[test]
fn every_answer_of_the_evaluation_fits() {
    for (number, asked) in questions().iter().enumerate() {
        let view = view(Language::ALL[number % Language::ALL.len()], Some(asked), number % 2 == 0);
        let found = ANSWERER.answer(&ANSWERER.question(asked, None)).unwrap();
        fits(&answer(&ANSWERER, &found, &view).unwrap(), asked);
    }
}

#[test]
fn every_look_up_fits_in_every_language() {
    let knowledge = ANSWERER.generation().knowledge();
    for language in Language::ALL {
        let view = view(language, None, false);
        let fits_answer = |found: &Answer, what: &str| fits(&answer(&ANSWERER, found, &view).unwrap(), what);
        for clause in &knowledge.clauses {
            fits_answer(&ANSWERER.clause(&clause.number.to_string()).unwrap(), "clause");
            fits(&comparison(&ANSWERER, &ANSWERER.compare(&clause.number.to_string()).unwrap(), &view).unwrap(), "comparison");
        }
        for clause in [None, Some(1), Some(2)] {
            for page in [0, 1, 99] {
                let of = Critiques { page, clause, by: None };
                let found = ANSWERER.critiques(clause, None).unwrap().page(page, CRITIQUES);
                let view = View::of_critiques(&view.asker, page == 1, of);
                fits(&answer(&ANSWERER, &found, &view).unwrap(), "critiques");
            }
        }
        for party in &knowledge.parties {
            fits_answer(&ANSWERER.party(&party.name).unwrap(), &party.name);
        }
        fits_answer(&ANSWERER.critiques(None, None).unwrap(), "every critique");
        fits_answer(&ANSWERER.clause("9").unwrap(), "no such clause");
        fits_answer(&ANSWERER.party("Xyz").unwrap(), "no such party");
        let cards = ANSWERER.source_cards().unwrap();
        for page in 0..5 {
            fits(&sources(&cards, page, &view), "sources");
        }
        for card in &cards {
            fits(&source(&ANSWERER, card, &view).unwrap(), &card.source.id);
        }
        for scope in [Scope::default(), Scope::lane(Lane::Opinion), Scope::source(&cards[0].source.id)] {
            let found = ANSWERER.search("cyber theft of intellectual property", &scope, 100).unwrap();
            for page in 0..3 {
                fits(&listing(&ANSWERER, &found, page, page % 2 == 0, &view).unwrap(), "listing");
            }
        }
        let voice = Words::of(language);
        fits(&help(ANSWERER.generation(), voice), "help");
        fits(&about(ANSWERER.generation(), voice), "about");
        fits(&Body::text(voice.privacy(90, 365, 730)), "privacy");
        fits(&settings(&crate::store::GuildSettings::default(), voice), "settings");
        let many = crate::store::GuildSettings { channels: Some((1..=25).map(|id| u64::MAX - id).collect()), ..Default::default() };
        fits(&settings(&many, voice), "settings of many channels");
    }
}

#[test]
fn quotes_that_are_checked_fit() {
    let words = "Both sides agree to cooperate".repeat(300);
    for language in Language::ALL {
        let voice = Words::of(language);
        for text in ["the United States and China agree that timely responses should be provided", "no such words at all", &words] {
            fits(&checked(&ANSWERER, text, &ANSWERER.check_quote(text, None).unwrap(), voice).unwrap(), text);
        }
    }
}

#[test]
fn pictures_fit_in_every_language() {
    for language in Language::ALL {
        fits(&map(&ANSWERER, Words::of(language)).unwrap(), "map");
        fits(&timeline(&ANSWERER.timeline().unwrap().prove(&ANSWERER).unwrap(), Words::of(language)).unwrap(), "timeline");
    }
}

#[test]
fn a_scope_is_the_same_after_a_button() {
    let source = ANSWERER.sources().unwrap()[3].id.clone();
    for scope in
        [Scope::default(), Scope::lane(Lane::Note), Scope::source(&source), Scope { source: Some(source.clone()), lane: Some(Lane::Note) }]
    {
        assert_eq!(scope_of(&ANSWERER, &controls::scope_code(&scope)), Some(scope));
    }
    assert_eq!(scope_of(&ANSWERER, "note-0000000000"), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_question_fits(asked in nasty(), before in nasty(), language in 0_usize..5, private: bool) {
        let mut view = view(Language::ALL[language], Some(&before), private);
        view.asked = view.asked.map(|first| first.then(&asked));
        let found = ANSWERER.answer(&ANSWERER.question(&asked, None)).unwrap();
        let wrong = refused(&answer(&ANSWERER, &found, &view).unwrap());
        prop_assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn choices_fit(parts in prop::collection::vec((nasty(), nasty(), nasty()), 1..40)) {
        let choices: Vec<Choice> = parts.into_iter().map(|(label, description, ask)| Choice { label, description, ask }).collect();
        let body = Body { rows: which(&choices, Press::Look { up: LookUp::Choice, what: String::new() }, Words::english()).into_iter().collect(), ..Body::text("which?") };
        prop_assert_eq!(refused(&body), Vec::<String>::new());
    }

    #[test]
    fn any_pasted_words_fit(text in nasty(), language in 0_usize..5) {
        let voice = Words::of(Language::ALL[language]);
        let body = checked(&ANSWERER, &text, &ANSWERER.check_quote(&text, Some("x")).unwrap(), voice).unwrap();
        prop_assert_eq!(refused(&body), Vec::<String>::new());
    }

    #[test]
    fn whatever_is_silent_fits(meant in nasty(), asked in nasty(), language in 0_usize..5) {
        let view = view(Language::ALL[language], Some(&asked), false);
        let silence = Silence::UnknownParty(Some(meant));
        let mut lines = view.asked.clone().unwrap().lines(view.voice());
        lines.extend(silent(&silence, ANSWERER.generation().manifest(), view.voice()));
        prop_assert!(length(&lines.join("\n")) <= CONTENT);
    }
}
