//! A build that is killed, or told to stop, at any moment.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::time::Duration;

use accord::app::Places;
use accord::reindex::{CancelFlag, Options, Progress, ReindexError, run};

use super::{RENT, answered, index_folder};
use crate::support::program::{Program, files_below};

/// How many documents lie around the one that is asked for, so that a build has many moments.
const AROUND: usize = 60;
/// How often a build is killed, from its first moment to its last.
const KILLS: usize = 100;

fn house() -> Program {
    let program = Program::with(&[("lease.txt", "The rent is due on day 0.\n")]);
    for number in 0..AROUND {
        program.write(&format!("corpus/room-{number:02}.txt"), format!("Room {number} has {} windows.\n", number % 7));
    }
    program
}

fn set_day(program: &Program, day: usize) {
    program.write("corpus/lease.txt", format!("The rent is due on day {day}.\n"));
}

/// How long a build is let go on after a line, when it is killed between two of them: as long as writing out takes.
const BETWEEN: Duration = Duration::from_millis(40);

/// What came of a number of kills.
#[derive(Default)]
struct Kills {
    /// What was served afterwards was what had been served before.
    before: usize,
    /// It was what was being built.
    after: usize,
    /// Something half done was left behind.
    halfway: usize,
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_an_index_that_answers() {
    let (even, odd) = std::thread::scope(|scope| {
        let odd = scope.spawn(|| killed_again_and_again(KILLS / 2, 1));
        (killed_again_and_again(KILLS / 2, 0), odd.join().expect("every kill was survived"))
    });
    let (before, after, halfway) = (even.before + odd.before, even.after + odd.after, even.halfway + odd.halfway);
    assert_eq!(before + after, KILLS);
    assert!(before > KILLS / 4, "only {before} builds were killed before their end");
    assert!(halfway > KILLS / 5, "only {halfway} builds left something half done behind");
}

/// Kills builds at moments that are spread over all of a build: after each of its lines, and then as evenly over the time
/// until the next as multiples of the golden ratio are.
fn killed_again_and_again(kills: usize, first: usize) -> Kills {
    let program = house();
    let lines = program.run(&["index", "--json"]).found().err.lines().count();
    assert!(lines > KILLS, "{lines} lines are too few moments");
    let mut came_of_it = Kills::default();
    for kill in 0..kills {
        set_day(&program, kill + 1);
        let share = (f64::from(u32::try_from(2 * kill + first).expect("a hundred")) * 0.618_033_988_749_895).fract();
        // Every other time in what takes longest and has the fewest lines: writing out, checking, publishing.
        let (after, later) = if kill % 2 == 0 { (kill * lines / kills, BETWEEN / 100) } else { (lines - kill / 2 % 3, BETWEEN) };
        let later = later.mul_f64(share);
        let read = program.start(&["index", "--json"]).killed_later(after, later);
        let case = format!("killed {later:?} after {:?}", read.last());

        let said = answered(&program);
        match (said.contains(&format!("due on day {kill}.")), said.contains(&format!("due on day {}.", kill + 1))) {
            (true, false) => came_of_it.before += 1,
            (false, true) => came_of_it.after += 1,
            _ => panic!("{case}: {said}"),
        }
        let is_half_done = |name: &String| name.ends_with(".tmp");
        came_of_it.halfway += usize::from(index_folder(&program).iter().any(is_half_done));
        // That it repairs everything is what the next round begins with.
        program.run(&["index"]).found().quietly();
        assert!(!index_folder(&program).iter().any(is_half_done), "{case}: {:?}", index_folder(&program));
    }
    assert!(program.ask(RENT).found().quietly().out.contains(&format!("due on day {kills}.")));
    came_of_it
}

#[test]
fn every_state_that_a_killed_build_can_leave_is_mended() {
    let program = house();
    program.index();
    let current = fs::read(program.path("index/CURRENT")).expect("a pointer");
    set_day(&program, 1);
    program.index();
    // Killed after the new generation was given its name, before and while the pointer was written.
    for pointer in [None, Some("gen-0"), Some("gen-000002\n")] {
        program.write("index/CURRENT", &current);
        if let Some(text) = pointer {
            program.write("index/CURRENT.tmp", text);
        }
        assert!(answered(&program).contains("due on day 0."), "what was never published is not answered from");
        program.run(&["index"]).found().quietly();
        assert!(program.ask(RENT).found().quietly().out.contains("due on day 1."));
        let names = index_folder(&program);
        assert_eq!(names.iter().filter(|name| name.starts_with("gen-")).count(), 2, "{names:?}");
        assert!(!names.iter().any(|name| name.ends_with(".tmp")), "{names:?}");
        // The next round begins with the same two names.
        let newest = names.last().expect("a generation");
        fs::remove_dir_all(program.path("index/gen-000002")).ok();
        fs::rename(program.path("index").join(newest), program.path("index/gen-000002")).expect("a generation to rename");
    }
}

#[test]
fn a_job_that_is_told_to_stop_leaves_nothing_behind() {
    let program = house();
    program.index();
    set_day(&program, 1);
    let places = Places { corpus: program.path("corpus"), index: program.path("index") };
    let before = files(&places.index);
    let moments = Cell::new(0);
    let dry = Options { dry_run: true, ..Options::default() };
    run(&places, &dry, &|_| moments.set(moments.get() + 1), &CancelFlag::default()).expect("a plan");
    let documents = AROUND + 1;
    assert_eq!(moments.get(), 1 + (documents + 1) + 1 + documents, "reading, 0 to 61 passages, the check, and each source");
    // Then the publishing.
    let all = moments.get() + 1;
    for moment in (0..all).step_by(7).chain([all - 2, all - 1]) {
        let (cancel, told) = (CancelFlag::default(), Cell::new(0));
        let watch = |_: Progress| {
            if told.replace(told.get() + 1) == moment {
                cancel.cancel();
            }
        };
        let stopped = run(&places, &Options::default(), &watch, &cancel);
        assert!(matches!(stopped, Err(ReindexError::Cancelled)), "moment {moment}: {stopped:?}");
        assert_eq!(files(&places.index), before, "moment {moment}");
    }
    let told = Cell::new(0);
    let done = run(&places, &Options::default(), &|_| told.set(told.get() + 1), &CancelFlag::default()).expect("a new generation");
    assert_eq!((told.get(), done.generation.as_deref()), (all, Some("gen-000002")));
}

#[test]
fn there_is_one_job_at_a_time() {
    let program = house();
    let places = Places { corpus: program.path("corpus"), index: program.path("index") };
    let tried = Cell::new(0);
    let second = |progress: Progress| {
        if matches!(progress, Progress::Verifying) {
            let refused = run(&places, &Options::default(), &|_| {}, &CancelFlag::default());
            assert!(matches!(refused, Err(ReindexError::Busy(_))), "{refused:?}");
            // Looking is free.
            run(&places, &Options { dry_run: true, ..Options::default() }, &|_| {}, &CancelFlag::default()).expect("a plan");
            tried.set(tried.get() + 1);
        }
    };
    run(&places, &Options::default(), &second, &CancelFlag::default()).expect("a generation");
    assert_eq!(tried.get(), 1);
}

/// Every file of the index folder with its content, but for the lock.
fn files(index: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let files = files_below(index).into_iter().filter(|file| !file.ends_with("LOCK"));
    files.map(|file| (file.clone(), fs::read(&file).expect("a file"))).collect()
}
