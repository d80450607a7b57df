//! Every message that the bot can send, in every language, as people read it.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use insta::assert_snapshot;

use super::tests::{ANSWERER, view};
use super::*;
use crate::answer::Scope;
use crate::corpus::Origin;
use crate::discord::body::{Does, Embed};
use crate::discord::pace::{Wait, Whose};
use crate::fetch::{self, Attempt, Checked, FetchError, Reason};
use crate::index::{IndexError, RolledBack};
use crate::reindex::{Changed, ClauseChange, Diff, Done, Outcome as Reindexed, Progress, ReindexError, SourceChange};
use crate::store::{FeedbackSummary, GuildSettings};
use crate::text::word_diff;
use crate::words::Language;

/// A message as a reader sees it.
fn shown(body: &Body) -> String {
    let mut text = String::new();
    let mut line = |line: &str| writeln!(text, "{line}").unwrap();
    if !body.content.is_empty() {
        line(&body.content);
    }
    for Embed { title, description, fields, picture } in &body.embeds {
        line(&format!("| # {title}"));
        description.lines().for_each(|part| line(&format!("| {part}")));
        for (name, value) in fields {
            line(&format!("| ## {name}"));
            value.lines().for_each(|part| line(&format!("| {part}")));
        }
        picture.iter().for_each(|picture| line(&format!("| picture {picture}")));
    }
    for row in &body.rows {
        let controls: Vec<String> = match row {
            Row::Buttons(buttons) => {
                let button = |button: &Button| match &button.does {
                    Does::Link(_) => format!("[{} ->]", button.label),
                    Does::Press(..) => format!("[{}]", button.label),
                };
                buttons.iter().map(button).collect()
            }
            Row::Menu(menu) => {
                let items = menu.items.iter().map(|item| format!("{} ({})", item.label, item.description));
                vec![format!("<{}: {}>", menu.placeholder, items.collect::<Vec<_>>().join(" | "))]
            }
            Row::Channels { placeholder, .. } => vec![format!("<{placeholder}>")],
        };
        line(&controls.join(" "));
    }
    body.file.iter().for_each(|file| line(&format!("file {}: {}", file.name, file.description)));
    text
}

/// All of one language's messages, each under its name.
#[derive(Default)]
struct All(String);

impl All {
    fn add(&mut self, name: &str, body: &Body) {
        super::tests::fits(body, name);
        write!(self.0, "=== {name}\n{}\n", shown(body)).unwrap();
    }

    fn say(&mut self, name: &str, sentence: String) {
        self.add(name, &Body::text(sentence));
    }
}

fn answers(all: &mut All, language: Language) {
    let ask = |asked: &str, private: bool, scope: &Scope| {
        let view = view(language, Some(asked), private);
        let answered = ANSWERER.answer_within(&ANSWERER.question(asked, None), scope).unwrap();
        answer(&ANSWERER, &answered, &view).unwrap()
    };
    let everything = Scope::default();
    all.add("an answer", &ask("Who co-chairs the dialogue for the United States?", false, &everything));
    all.add("a private answer", &ask("By when is the first meeting?", true, &everything));
    all.add("an answer in several lanes", &ask("What does Healey say about the agreement?", false, &everything));
    all.add("a question in another language", &ask("Wer leitet den Dialog auf amerikanischer Seite?", false, &everything));
    all.add("silence", &ask("How long do I boil an egg?", false, &everything));
    all.add("silence without a word", &ask("?!", false, &everything));
    all.add("silence of a lane", &ask("Who co-chairs the dialogue for the United States?", false, &Scope::lane(Lane::Reporting)));
    all.add("several that may be meant", &ask("justice ministry", false, &everything));
    let mut followed = view(language, Some("Who co-chairs the dialogue for the United States?"), false);
    followed.asked = followed.asked.map(|asked| asked.then("and for China?"));
    let answered = crate::discord::surface::ask::answered(&ANSWERER, followed.asked.as_ref(), &everything).unwrap();
    all.add("a follow-up", &answer(&ANSWERER, &answered, &followed).unwrap());
}

fn look_ups(all: &mut All, language: Language) {
    let view = view(language, None, false);
    let voice = view.voice();
    let mut add = |name: &str, found: Answer| all.add(name, &answer(&ANSWERER, &found, &view).unwrap());
    add("a clause", ANSWERER.clause("4").unwrap());
    add("no such clause", ANSWERER.clause("9").unwrap());
    add("no clause called so", ANSWERER.clause("zebra").unwrap());
    add("a party", ANSWERER.party("MPS").unwrap());
    add("no such party", ANSWERER.party("Minstry of Public Securty").unwrap());
    add("critiques", ANSWERER.critiques(Some(3), None).unwrap());
    add("every critique", ANSWERER.critiques(None, None).unwrap());
    add("no critique", ANSWERER.critiques(Some(1), Some("Nobody")).unwrap());
    all.add("a comparison", &comparison(&ANSWERER, &ANSWERER.compare("hotline").unwrap(), &view).unwrap());
    all.add("nothing to compare", &comparison(&ANSWERER, &ANSWERER.compare("9").unwrap(), &view).unwrap());
    let found = ANSWERER.search("hotline", &Scope::default(), 100).unwrap();
    all.add("passages", &listing(&ANSWERER, &found, 1, true, &view).unwrap());
    let none = ANSWERER.search("zzyzx", &Scope::default(), 100).unwrap();
    all.add("no passages", &listing(&ANSWERER, &none, 0, true, &view).unwrap());
    let cards = ANSWERER.source_cards().unwrap();
    all.add("sources", &sources(&cards, 0, &view));
    all.add("a source", &source(&ANSWERER, &cards[0], &view).unwrap());
    for (name, text, by) in [
        ("an exact quote", "timely responses should be provided to requests for information and assistance", None),
        ("an altered quote", "timely responses should not be provided to requests for information and assistance", None),
        ("a misattributed quote", "timely responses should be provided to requests for information and assistance", Some("Jason Healey")),
        ("a quote that is not found", "all your base are belong to us, said nobody in particular", None),
    ] {
        all.add(name, &checked(&ANSWERER, text, &ANSWERER.check_quote(text, by).unwrap(), voice).unwrap());
    }
    let quote = ANSWERER.clause("2").unwrap().quotes()[0].clone();
    let context = ANSWERER.context_of(quote.source(), quote.span()).unwrap();
    all.add("a quote in its context", &in_context(&ANSWERER, &context, 0, &"a".repeat(30), 2, voice).unwrap());
    all.add("a map", &map(&ANSWERER, voice).unwrap());
    all.add("a timeline", &timeline(&ANSWERER.timeline().unwrap().prove(&ANSWERER).unwrap(), voice).unwrap());
}

fn about_itself(all: &mut All, voice: &Words) {
    all.add("help", &help(ANSWERER.generation(), voice));
    all.add("about", &about(ANSWERER.generation(), voice));
    all.add("settings", &settings(&GuildSettings::default(), voice));
    let set = GuildSettings { channels: Some(vec![5, 6]), private: true, language: Some("de".to_owned()), ..Default::default() };
    all.add("settings that are set", &settings(&set, voice));
    all.say("privacy", voice.privacy(90, 365, 730));
    all.say("my data", voice.my_data(1, 2, 0));
    all.say("delete my data?", voice.delete_sure());
    all.say("data deleted", voice.data_deleted(3, 1, 0));
    all.say("data deleted, some kept", voice.data_deleted(1, 0, 2));
    all.say("feedback kept", voice.feedback_kept());
    all.say("which source is missing?", voice.which_source());
    all.say("receipt", voice.receipt_how());
    all.say("no receipt", voice.no_receipt());
    all.say("receipt gone", voice.receipt_gone());
    all.say("pressed too late", voice.pressed_too_late());
    all.say("not yours to delete", voice.not_yours_to_delete());
    all.say("quote gone", voice.quote_gone());
    all.say("thread opened", voice.thread_opened("<#7>"));
    all.say("no thread", voice.thread_refused());
    all.say("a message without words", voice.message_without_words());
    all.say("no such source", voice.no_such_source("zebra"));
    all.say("no such source, but nearly", voice.no_such_source_near("articel", "article"));
    all.say("leaving", voice.leaving());
    all.say("broken", voice.broken("1a2b3c4d"));
    all.say("unproven", voice.unproven("1a2b3c4d"));
    all.say("unknown command", voice.unknown_command());
    for whose in [Whose::User, Whose::Channel, Whose::Server] {
        all.say("too fast", Wait { until: 1_800_000_000, whose }.sentence(voice));
    }
    all.say("for server managers", voice.for_server_managers());
    all.say("for corpus admins", voice.for_corpus_admins());
}

fn changed() -> Diff {
    let source = |title: &str, change| SourceChange {
        id: "s".to_owned(),
        title: title.to_owned(),
        change,
        fields: Vec::new(),
        text: true,
        passages_before: 3,
        passages_after: 1,
        passages: Default::default(),
    };
    Diff {
        sources: vec![source("A new one", Changed::Added), source("An old one", Changed::Removed), source("Another", Changed::Changed)],
        sources_unchanged: 21,
        clauses: vec![
            ClauseChange { number: 1, change: Changed::Changed, words: word_diff("Both agree", "Both sides agree"), fields: Vec::new() },
            ClauseChange { number: 5, change: Changed::Added, words: Vec::new(), fields: Vec::new() },
            ClauseChange { number: 6, change: Changed::Removed, words: Vec::new(), fields: Vec::new() },
        ],
        ..Diff::default()
    }
}

fn corpus(all: &mut All, voice: &Words) {
    for progressed in [
        Progress::Reading,
        Progress::Comparing { done: 3, total: 24 },
        Progress::Indexing { done: 100, total: 176, remaining: Some(Duration::from_secs(8)) },
        Progress::Verifying,
        Progress::Publishing,
    ] {
        all.add("progress", &progress(progressed, true, voice));
    }
    let outcome = |done, generation: Option<&str>| -> Result<Reindexed, ReindexError> {
        Ok(Reindexed {
            outcome: done,
            snapshot: "0123456789abcdef".to_owned(),
            generation: generation.map(str::to_owned),
            documents: 24,
            passages: 176,
            reused: 0,
            before: None,
            damaged: None,
            diff: if done == Done::Unchanged { Diff::default() } else { changed() },
            left_out: Vec::new(),
        })
    };
    all.add("a dry run", &super::outcome(&outcome(Done::Planned, None), Path::new("corpus"), true, voice).0);
    all.add("indexed anew", &super::outcome(&outcome(Done::Published, Some("gen-000002")), Path::new("corpus"), false, voice).0);
    all.add("nothing new", &super::outcome(&outcome(Done::Unchanged, Some("gen-000001")), Path::new("corpus"), false, voice).0);
    all.add("stopped", &super::outcome(&Err(ReindexError::Cancelled), Path::new("corpus"), false, voice).0);
    all.add("busy", &super::outcome(&Err(ReindexError::Busy("index".into())), Path::new("corpus"), false, voice).0);
    all.say("stopping", voice.reindex_stopping());
    all.say("nothing to stop", voice.reindex_not_running());
    all.say("refused", voice.reindex_refused(2, "corpus/parties.toml:3: there is no clause 9"));
    all.say("failed", voice.reindex_failed("1a2b3c4d"));
    all.say("left out", voice.sources_left_out(2));
    all.add("the last difference", &last_diff(&Ok(Some(changed())), voice));
    all.add("no difference", &last_diff(&Ok(Some(Diff::default())), voice));
    all.add("nothing to compare with", &last_diff(&Ok(None), voice));
    all.add("go back?", &rollback_sure(&Ok(Some(("gen-000002".to_owned(), "gen-000001".to_owned()))), voice));
    all.add("nothing to go back to", &rollback_sure(&Ok(None), voice));
    let manifest = ANSWERER.generation().manifest().clone();
    let back = RolledBack { from: "gen-000002".to_owned(), to: "gen-000001".to_owned(), manifest: manifest.clone() };
    all.add("gone back", &rolled_back(&Ok(Some(back)), voice));
    all.add("the way has changed", &rolled_back(&Ok(None), voice));
    let none = IndexError::NoneBefore { current: "gen-000001".to_owned(), reasons: String::new() };
    all.add("nothing to go back to", &rolled_back(&Err(none), voice));
    let manifest = crate::index::Manifest { built_at: 1_800_000_000, ..manifest };
    let listed = |name: &str, current, withdrawn, manifest| crate::index::Listed { name: name.to_owned(), current, withdrawn, manifest };
    let damaged = Err(IndexError::None("index".into()));
    let generations = vec![
        listed("gen-000003", false, true, Ok(manifest.clone())),
        listed("gen-000002", true, false, Ok(manifest)),
        listed("gen-000001", false, false, damaged),
    ];
    let feedback = FeedbackSummary { useful: 3, wrong_passage: 1, missing_source: 0, wrong: Vec::new() };
    let state = crate::reindex::Status { generations, is_running: false, refused: Vec::new() };
    all.add("status", &status(&Ok(state), Path::new("corpus"), &feedback, true, voice));
}

fn fetched_sources(all: &mut All, voice: &Words) {
    let attempt = |reason: Reason| {
        let outcome = reason.outcome();
        Attempt { origin: Origin::Printed, address: "https://example.org/a".to_owned(), outcome, reason }
    };
    let row = |source: &str, outcome, attempts: Vec<Attempt>| fetch::Row {
        source: source.to_owned(),
        title: format!("On {source}"),
        outcome,
        held: false,
        origin: None,
        url: None,
        captured_at: None,
        words: None,
        attempts,
    };
    let robots = vec![attempt(Reason::Robots { host: "example.org".to_owned() })];
    let gone = vec![attempt(Reason::Status { status: 404 })];
    let mut rows: Vec<fetch::Row> = fetch::Outcome::ALL.into_iter().map(|outcome| row("tea", outcome, Vec::new())).collect();
    rows.push(row("bins", fetch::Outcome::Blocked, robots));
    rows.push(fetch::Row { origin: Some(Origin::Archive), ..row("pets", fetch::Outcome::Dead, gone.clone()) });
    all.add("sources are fetched", &super::fetching(&fetch::Progress::Asking { done: 3, total: 24, source: "tea".to_owned() }, voice));
    all.add("sources were fetched", &super::fetched(&Ok(fetch::Report { rows, stopped: false }), voice).0);
    all.add("the fetching was stopped", &super::fetched(&Ok(fetch::Report { rows: Vec::new(), stopped: true }), voice).0);
    for error in [
        FetchError::Busy("fetched".into()),
        FetchError::NoSource { id: "tee".to_owned(), nearest: Some("tea".to_owned()) },
        FetchError::Listed("tea".to_owned()),
        FetchError::NotReadable("a.png".to_owned()),
    ] {
        all.add("not fetched", &super::fetched(&Err(error), voice).0);
    }
    all.say("fetching failed", voice.fetch_failed("1a2b3c4d"));
    all.add("added", &super::added(&Ok(row("tea", fetch::Outcome::Fetched, Vec::new())), voice).0);
    all.add("not added", &super::added(&Ok(row("tea", fetch::Outcome::Dead, gone)), voice).0);
    for said in [voice.add_one_of(), voice.add_too_large(10), voice.add_lost()] {
        all.say("not added", said);
    }
    let removed = |added| fetch::Removed { source: "tea".to_owned(), added };
    all.add("removed", &super::removed(&Ok(removed(true)), voice).0);
    all.add("a copy was removed", &super::removed(&Ok(removed(false)), voice).0);
    let drifted =
        |source: &str, checked| fetch::DriftRow { source: source.to_owned(), title: format!("On {source}"), url: None, checked, new: true };
    let paragraphs = vec![word_diff("The meeting is on Monday.", "The meeting is on Tuesday.")];
    let changed = drifted("tea", Checked::Changed { paragraphs });
    let gone = drifted("bins", Checked::Gone { reason: Reason::Status { status: 410 } });
    let same = drifted("pets", Checked::Unchanged);
    all.add(
        "sources are not what they were",
        &super::drift(&fetch::DriftReport { rows: vec![changed, gone, same], stopped: false }, voice),
    );
}

fn all_of(language: Language) -> String {
    let voice = Words::of(language);
    let mut all = All::default();
    answers(&mut all, language);
    look_ups(&mut all, language);
    about_itself(&mut all, voice);
    corpus(&mut all, voice);
    fetched_sources(&mut all, voice);
    // The content is what it is; only its place in the sentences matters here.
    all.0.replace(&ANSWERER.generation().manifest().snapshot, "0123456789abcdef")
}

#[test]
fn in_english() {
    assert_snapshot!("en", all_of(Language::English));
}

#[test]
fn in_chinese() {
    assert_snapshot!("zh-CN", all_of(Language::Chinese));
}

#[test]
fn in_spanish() {
    assert_snapshot!("es-ES", all_of(Language::Spanish));
}

#[test]
fn in_french() {
    assert_snapshot!("fr", all_of(Language::French));
}

#[test]
fn in_german() {
    assert_snapshot!("de", all_of(Language::German));
}
