//! The build in a process of its own, so that its memory is nobody else's.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use accord::app::Places;

/// The argument that makes this program one that builds.
pub(crate) const BUILD: &str = "--build-only";
/// How often memory is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// What a build took.
pub(crate) struct Built {
    pub(crate) seconds: f64,
    /// Most memory that was allocated, in KiB; 0 where it is not known.
    pub(crate) held: u64,
    /// The same with the pages of files that were mapped, which the system takes back when it needs them.
    pub(crate) resident: u64,
}

/// Builds in a new process.
pub(crate) fn built(places: &Places) -> Built {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .args([Path::new(BUILD), &places.corpus, &places.index])
        .stderr(Stdio::inherit())
        .output()
        .expect("a process that builds");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = said.split_whitespace().map(|number| number.parse::<f64>().expect("a number"));
    let mut next = || numbers.next().expect("three numbers");
    Built { seconds: next(), held: next() as u64, resident: next() as u64 }
}

/// Is the process that builds, and prints what it took.
pub(crate) fn build(corpus: &Path, index: &Path) {
    let (over, held) = (AtomicBool::new(false), AtomicU64::new(0));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                held.fetch_max(status("RssAnon:"), Ordering::Relaxed);
                std::thread::sleep(LOOK);
            }
        });
        let began = Instant::now();
        super::publish(&Places { corpus: corpus.to_owned(), index: index.to_owned() });
        let seconds = began.elapsed().as_secs_f64();
        over.store(true, Ordering::Relaxed);
        println!("{seconds} {} {}", held.load(Ordering::Relaxed), status("VmHWM:"));
    });
}

/// A figure about this process in KiB, as Linux tells it; 0 elsewhere.
fn status(figure: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(figure));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// KiB as MiB, or a dash when it is not known.
pub(crate) fn mebibytes(kibibytes: u64) -> String {
    if kibibytes == 0 { "–".to_owned() } else { format!("{} MiB", kibibytes.div_ceil(1024)) }
}
