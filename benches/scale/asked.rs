//! Questions at a steady pace, at rest and while a new generation is built and taken up.

use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use accord::answer::{Answerer, Serving};
use accord::index::Generations;
use accord::reindex::{Keeper, Options};
use accord::search::Scope;

use super::{publish, quantiles, text, written};

/// Time between two questions: 20 a second.
const PACE: Duration = Duration::from_millis(50);
/// How long is asked at rest.
const REST: Duration = Duration::from_secs(20);
/// Who answers, so that one slow question does not hold up the next.
const ANSWERING: usize = 4;

/// What came of a question.
struct Asked {
    /// From when it was due to when it was answered: a question that had to wait counts with its waiting.
    took: Duration,
    /// The content that it was answered from; none when it failed.
    snapshot: Option<String>,
}

/// Prints how questions fare at rest and meanwhile.
pub(crate) fn table(passages: usize) {
    let (_folder, places) = written(passages);
    publish(&places);
    let generation = Generations::at(&places.index).open().expect("an index").generation;
    let before = generation.manifest().snapshot.clone();
    let keeper = Keeper::new(places.clone(), Answerer::new(generation));
    let questions = text::questions(passages, 500);
    let rest = asking(keeper.serving(), &questions, || std::thread::sleep(REST));

    // Every document is another, so that nothing is taken over.
    for number in 0..text::documents(passages) {
        let file = std::fs::OpenOptions::new().append(true).open(text::file(&places.corpus, number));
        file.and_then(|mut file| writeln!(file, "Amended once, in document {number}.")).expect("a changed document");
    }
    let began = Instant::now();
    let mut outcome = None;
    let during = asking(keeper.serving(), &questions, || {
        let running = keeper.begin().expect("no other job");
        outcome = Some(running.run(&Options::default(), &|_| {}).expect("a new generation"));
    });
    let took = began.elapsed();
    let after = outcome.expect("an outcome").snapshot;

    let of = |snapshot: &String| during.iter().filter(|asked| asked.snapshot.as_ref() == Some(snapshot)).count();
    let (old, new) = (of(&before), of(&after));
    let failed = during.iter().chain(&rest).filter(|asked| asked.snapshot.is_none()).count();
    println!(
        "| passages | re-index | questions at rest | p50 / p99 | meanwhile | p50 / p99 | failed | from the old | from the new | from neither |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    println!(
        "| {passages} | {:.0} s | {} | {} | {} | {} | {failed} | {old} | {new} | {} |",
        took.as_secs_f64(),
        rest.len(),
        quantiles(rest.iter().map(|asked| asked.took).collect()),
        during.len(),
        quantiles(during.iter().map(|asked| asked.took).collect()),
        during.len() - old - new,
    );
}

/// Asks at a steady pace as long as `what` takes.
fn asking(serving: &Serving, questions: &[String], what: impl FnOnce()) -> Vec<Asked> {
    let over = AtomicBool::new(false);
    let (next, asked) = (Mutex::new(0_u32), Mutex::new(Vec::new()));
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..ANSWERING {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let number = {
                        let mut next = next.lock().expect("a lock");
                        *next += 1;
                        *next
                    };
                    let due = began + PACE * number;
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    let question = questions.get(number as usize % questions.len()).map(String::as_str).unwrap_or_default();
                    let snapshot = ask(serving, question);
                    asked.lock().expect("a lock").push(Asked { took: due.elapsed(), snapshot });
                }
            });
        }
        what();
        over.store(true, Ordering::Relaxed);
    });
    asked.into_inner().expect("a lock")
}

/// Asks one question, proves what is quoted, and says from which content that was; nothing when it failed.
fn ask(serving: &Serving, question: &str) -> Option<String> {
    let answerer = serving.current();
    let answer = answerer.answer_within(&answerer.question(question, None), &Scope::default()).ok()?;
    answerer.prove(answer.quotes()).ok()?;
    (answer.snapshot == answerer.generation().manifest().snapshot).then_some(answer.snapshot)
}
