//! Questions while a new generation is built and takes the old one's place.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use accord::answer::{Outcome, Serving};
use accord::app::{self, Places};
use accord::index::Generations;
use accord::reindex::{CancelFlag, Diff, Keeper, Options, run, take_up};

use super::{RENT, lease, set_day};

/// Asks, proves what is answered, and gives the content that it was answered from, and its words.
fn ask(serving: &Serving) -> (String, String) {
    let answerer = serving.current();
    let answer = answerer.answer(&answerer.question(RENT, None)).expect("an answer");
    assert!(matches!(answer.outcome, Outcome::Found(_)), "{answer:?}");
    let proven = answerer.prove(answer.quotes()).expect("proven quotes");
    (answer.snapshot.clone(), proven[0].words().to_owned())
}

#[test]
fn who_asks_while_the_index_is_built_is_answered_from_the_old_or_the_new() {
    let program = lease();
    let places = Places { corpus: program.path("corpus"), index: program.path("index") };
    let serving = Serving::new(Arc::new(app::open(&places, &mut |_| {}).expect("an index")));
    let (old, words) = ask(&serving);
    assert_eq!(words, "The rent is due on the first.");
    set_day(&program, "fifteenth");

    let over = AtomicBool::new(false);
    let during = RefCell::new(0);
    let outcome = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut answers = Vec::new();
                    while !over.load(Ordering::Relaxed) || answers.is_empty() {
                        answers.push(ask(&serving));
                    }
                    answers
                })
            })
            .collect();
        let step = |_| {
            assert_eq!(ask(&serving).0, old, "before it is published nobody is answered from it");
            *during.borrow_mut() += 1;
        };
        let outcome = run(&places, &Options::default(), &step, &CancelFlag::default()).expect("a new generation");
        assert_eq!(ask(&serving).0, old, "nor before it is taken up");
        take_up(&places, &serving).expect("the new generation");
        let now = ask(&serving);
        over.store(true, Ordering::Relaxed);
        assert_eq!(now, (outcome.snapshot.clone(), "The rent is due on the fifteenth.".to_owned()));
        for answers in askers.into_iter().map(|asker| asker.join().expect("no question fails")) {
            for (snapshot, words) in answers {
                let expected = if snapshot == old { "The rent is due on the first." } else { "The rent is due on the fifteenth." };
                assert!(snapshot == old || snapshot == outcome.snapshot, "answered from neither: {snapshot}");
                assert_eq!(words, expected);
            }
        }
        outcome
    });
    assert!(*during.borrow() > 4);
    assert_ne!(outcome.snapshot, old);
}

#[test]
fn a_question_keeps_the_answerer_that_it_began_with() {
    let program = lease();
    let places = Places { corpus: program.path("corpus"), index: program.path("index") };
    let serving = Serving::new(Arc::new(app::open(&places, &mut |_| {}).expect("an index")));
    let begun = serving.current();
    let answer = begun.answer(&begun.question(RENT, None)).expect("an answer");
    // So many new ones that the old one's folder is gone.
    for day in ["second", "third", "fourth", "fifth"] {
        set_day(&program, day);
        run(&places, &Options::default(), &|_| {}, &CancelFlag::default()).expect("a new generation");
        take_up(&places, &serving).expect("the new generation");
    }
    assert!(!Path::new(&places.index).join("gen-000001").exists());
    assert_eq!(begun.prove(answer.quotes()).expect("proven quotes")[0].words(), "The rent is due on the first.");
    assert_eq!(ask(&serving).1, "The rent is due on the fifth.");
}

#[test]
fn two_generations_can_be_compared() {
    let program = lease();
    program.index();
    set_day(&program, "second");
    program.index();
    let generations = Generations::at(&program.path("index"));
    let now = generations.open().expect("an index");
    let before = generations.before(&now.name).expect("a folder").expect("a generation before");
    let diff = Diff::between_generations(&before, &now.generation).expect("a difference");
    let back = Diff::between_generations(&now.generation, &before).expect("a difference");
    assert_eq!(
        diff.to_string(),
        "Sources: 0 new, 0 gone, 1 changed, 1 as before.\n  ~ lease: lease\n      passages: 0 new, 0 gone, 1 reworded, 0 moved, 0 filed \
         otherwise, 0 as before\n      lease#1 now: The rent is due on the [-first.-] {+second.+}\n"
    );
    assert!(back.to_string().contains("[-second.-] {+first.+}"));
    assert!(Diff::between_generations(&before, &before).expect("no difference").is_empty());
    assert!(generations.before("gen-000001").expect("a folder").is_none());
}

#[test]
fn a_bot_that_is_always_being_asked_is_indexed_anew_too() {
    let program = lease();
    let places = Places { corpus: program.path("corpus"), index: program.path("index") };
    let keeper = Keeper::new(places.clone(), app::open(&places, &mut |_| {}).expect("an index"));
    set_day(&program, "second");
    // Whoever holds this is being answered.
    let asked = keeper.serving().current();
    let steps = RefCell::new(0);
    let running = keeper.begin().expect("no other job");
    let outcome = running.run(&Options::default(), &|_| *steps.borrow_mut() += 1).expect("a new generation");
    assert_eq!(outcome.generation.as_deref(), Some("gen-000002"));
    assert!(*steps.borrow() > 4, "it makes way between its steps");
    let now = ask(keeper.serving()).1;
    assert_eq!(now, "The rent is due on the second.");
    assert_ne!(asked.generation().manifest().snapshot, outcome.snapshot);
}
