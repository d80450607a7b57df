//! A build that is killed, or told to stop, at any moment.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use accord::app::Places;
use accord::reindex::{CancelFlag, Options, Progress, ReindexError, run};

use super::{RENT, answered, index_folder};
use crate::support::program::{Program, files_below};

/// How many documents lie around the one that is asked for, so that a build has many moments.
const AROUND: usize = 60;
/// How often a build is killed, from its first moment to its last.
const KILLS: usize = 20;

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

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_an_index_that_answers() {
    let program = house();
    let lines = program.run(&["index", "--json"]).found().err.lines().count();
    assert!(lines > KILLS * 2, "{lines} lines are too few moments");
    let (mut before, mut after) = (0, 0);
    for kill in 0..KILLS {
        set_day(&program, kill + 1);
        let read = program.start(&["index", "--json"]).killed_after(kill * lines / (KILLS - 1));
        let case = format!("killed after {:?}", read.last());

        let said = answered(&program);
        match (said.contains(&format!("due on day {kill}.")), said.contains(&format!("due on day {}.", kill + 1))) {
            (true, false) => before += 1,
            (false, true) => after += 1,
            _ => panic!("{case}: {said}"),
        }
        program.run(&["index"]).found().quietly();
        assert!(index_folder(&program).iter().all(|name| !name.ends_with(".tmp")), "{case}: {:?}", index_folder(&program));
        let said = program.ask(RENT).found().quietly().out;
        assert!(said.contains(&format!("due on day {}.", kill + 1)), "{case}: {said}");
    }
    assert!(before > KILLS / 2, "only {before} builds were killed before their end, {after} after it");
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
