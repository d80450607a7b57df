//! A corpus folder that is watched while the bot runs: what changes in it is taken up by itself.
//!
//! The system tells that something happened; whether that is a change is judged by the folder's fingerprint, so that nothing
//! is built for a file that was only touched. Where the system cannot tell, the folder is looked at now and then.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config::WatchConfig;
use crate::corpus::{Fingerprint, fingerprint};
use crate::reindex::{Done, Keeper, Options, ReindexError};

/// How long a folder in which something happens all the time is waited for.
const RESTLESS: Duration = Duration::from_secs(30);
/// Looking takes no more than a twentieth of the time, however large the corpus is.
const LOOKING_SHARE: u32 = 20;

/// A watch that has not begun yet.
pub struct Watch {
    keeper: Arc<Keeper>,
    config: WatchConfig,
    tell: Sender<Heard>,
    heard: Receiver<Heard>,
    ended: Arc<AtomicBool>,
    /// What the folder held when it was last dealt with, whatever came of that.
    dealt_with: Option<Fingerprint>,
    /// Whether it has been said that the folder cannot be looked at.
    is_out_of_sight: bool,
}

/// Ends a watch when it is dropped, and with it the re-index that the watch may have begun.
pub struct Leash {
    keeper: Arc<Keeper>,
    ended: Arc<AtomicBool>,
    tell: Sender<Heard>,
}

/// What wakes a watch.
#[derive(Debug, PartialEq, Eq)]
enum Heard {
    /// Something happened in the folder.
    Stir,
    /// The system tells of no changes any more, and why.
    Deaf(String),
    /// The watch is over.
    End,
}

impl Drop for Leash {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        self.keeper.cancel();
        // A watch that has ended hears nothing.
        let _ = self.tell.send(Heard::End);
    }
}

impl Watch {
    /// A watch of the corpus folder that `keeper` answers from, and what ends it.
    #[must_use]
    pub fn new(keeper: Arc<Keeper>, config: WatchConfig) -> (Self, Leash) {
        let (tell, heard) = channel();
        let ended = Arc::new(AtomicBool::new(false));
        let leash = Leash { keeper: Arc::clone(&keeper), ended: Arc::clone(&ended), tell: tell.clone() };
        (Self { keeper, config, tell, heard, ended, dealt_with: None, is_out_of_sight: false }, leash)
    }

    /// Watches until the leash is dropped. This blocks.
    pub fn run(mut self) {
        let mut ears = self.listen(true);
        self.dealt_with = self.known_already();
        loop {
            let began = Instant::now();
            self.look();
            let every = if ears.is_some() { self.config.look_all_the_same } else { self.config.look };
            match self.wait(every.max(began.elapsed() * LOOKING_SHARE)) {
                Some(Heard::Stir) => self.until_quiet(),
                Some(Heard::Deaf(why)) => {
                    tracing::warn!(why, "the system tells of no changes in the corpus folder any more; it is looked at instead");
                    ears = None;
                }
                Some(Heard::End) => return,
                None if ears.is_none() => ears = self.listen(false),
                None => {}
            }
            if self.ended.load(Ordering::SeqCst) {
                return;
            }
        }
    }

    /// Lets the system tell of changes; where it cannot, and it is the `first` time, that is logged.
    fn listen(&self, first: bool) -> Option<RecommendedWatcher> {
        let corpus = self.keeper.places().corpus.clone();
        // The system tells of real paths.
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let ground = Ground { root: real(&corpus), index: real(&self.keeper.places().index) };
        let root = ground.root.clone();
        let tell = self.tell.clone();
        let listening = notify::recommended_watcher(move |event| {
            if let Some(heard) = ground.hear(event) {
                // Who has ended hears nothing.
                let _ = tell.send(heard);
            }
        });
        let listening = listening.and_then(|mut ears| ears.watch(&root, RecursiveMode::Recursive).map(|()| ears));
        match listening {
            Ok(ears) => {
                tracing::info!(corpus = %corpus.display(), "the corpus folder is watched");
                Some(ears)
            }
            Err(error) => {
                if first {
                    let (next, every) = (remedy(&error), self.config.look.as_secs());
                    tracing::warn!(why = %error, next, every, "the system tells of no changes in the corpus folder; it is looked at every few seconds");
                }
                None
            }
        }
    }

    /// What the folder held when what is answered from was built. After a roll-back it is what the folder holds now: it has
    /// been dealt with by the roll-back.
    fn known_already(&self) -> Option<Fingerprint> {
        if self.keeper.is_rolled_back() {
            return fingerprint(&self.keeper.places().corpus).ok();
        }
        Some(self.keeper.serving().current().generation().manifest().corpus.clone())
    }

    /// Takes the corpus up anew when it holds something else than when it was last dealt with.
    fn look(&mut self) {
        let now = match fingerprint(&self.keeper.places().corpus) {
            Ok(now) => now,
            Err(problem) => {
                if !std::mem::replace(&mut self.is_out_of_sight, true) {
                    tracing::warn!(%problem, "the corpus folder cannot be looked at; what was indexed before is served");
                }
                return;
            }
        };
        self.is_out_of_sight = false;
        if self.dealt_with.as_ref() == Some(&now) {
            return;
        }
        match self.take_up() {
            Some(Ok(())) => self.dealt_with = Some(now),
            Some(Err(error)) => {
                tracing::warn!(cause = %error, "the corpus has changed and was not indexed; what was indexed before is served");
                self.dealt_with = Some(now);
            }
            None => {}
        }
    }

    /// Runs a re-index, as soon as no other one runs. Nothing comes back when the watch ended meanwhile.
    fn take_up(&self) -> Option<Result<(), ReindexError>> {
        let options = Options { unasked: true, ..Options::default() };
        loop {
            let outcome = self.keeper.begin().map(|running| {
                // Whoever ends the watch says so before telling jobs to stop.
                if self.ended.load(Ordering::SeqCst) { Err(ReindexError::Cancelled) } else { running.run(&options, &|_| {}) }
            });
            match outcome {
                // Another job, of this process or of another one.
                None | Some(Err(ReindexError::Busy(_))) => {}
                Some(Ok(outcome)) => {
                    for problem in &outcome.left_out {
                        tracing::warn!(%problem, "left out of the corpus");
                    }
                    if let (Done::Published, Some(generation)) = (outcome.outcome, &outcome.generation) {
                        tracing::info!(generation, snapshot = outcome.snapshot, "the corpus has changed and was indexed anew");
                    }
                    return Some(Ok(()));
                }
                Some(Err(error)) => return Some(Err(error)),
            }
            if self.ended.load(Ordering::SeqCst) {
                return None;
            }
            std::thread::sleep(self.config.quiet);
        }
    }

    /// Waits for something to be heard.
    fn wait(&self, limit: Duration) -> Option<Heard> {
        match self.heard.recv_timeout(limit) {
            Ok(heard) => Some(heard),
            Err(RecvTimeoutError::Timeout) => None,
            // Not while this holds a sender itself.
            Err(RecvTimeoutError::Disconnected) => Some(Heard::End),
        }
    }

    /// Waits until nothing more happens, or nothing but happening.
    fn until_quiet(&self) {
        let began = Instant::now();
        while began.elapsed() < RESTLESS && !self.ended.load(Ordering::SeqCst) {
            match self.wait(self.config.quiet) {
                Some(Heard::Stir) => {}
                Some(other) => {
                    // It is not for here.
                    let _ = self.tell.send(other);
                    return;
                }
                None => return,
            }
        }
    }
}

/// What lies where, as the system calls it.
struct Ground {
    root: PathBuf,
    index: PathBuf,
}

impl Ground {
    /// What an event means for a watch, if anything.
    fn hear(&self, event: notify::Result<Event>) -> Option<Heard> {
        let event = match event {
            Ok(event) => event,
            Err(error) => return Some(Heard::Deaf(error.to_string())),
        };
        if event.need_rescan() {
            return Some(Heard::Stir);
        }
        let is_leaving = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        if is_leaving && event.paths.contains(&self.root) {
            return Some(Heard::Deaf("the folder was moved or removed".to_owned()));
        }
        let stirs = !event.kind.is_access() && event.paths.iter().any(|path| self.is_of_the_corpus(path));
        stirs.then_some(Heard::Stir)
    }

    /// Whether something of the corpus can lie there: neither hidden files do, nor the index.
    fn is_of_the_corpus(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(&self.root) else { return false };
        let is_index = self.index.starts_with(&self.root) && self.index != self.root && path.starts_with(&self.index);
        !is_index && !below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
    }
}

/// What would let the system tell of changes.
fn remedy(error: &notify::Error) -> &'static str {
    match error.kind {
        ErrorKind::MaxFilesWatch => "raise the system's limit fs.inotify.max_user_watches and start accord again",
        ErrorKind::PathNotFound => "see that the corpus folder is there",
        _ => "changes are taken up all the same, a little later",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, Flag, RemoveKind, RenameMode};

    fn heard(kind: EventKind, path: &str) -> Option<Heard> {
        let ground = Ground { root: "/c".into(), index: "/c/index".into() };
        ground.hear(Ok(Event::new(kind).add_path(path.into())))
    }

    #[test]
    fn only_what_can_be_of_the_corpus_stirs() {
        let made = EventKind::Create(CreateKind::File);
        for path in ["/c/lease.txt", "/c/rules", "/c/rules/pets.md", "/c/index.txt", "/c/fetched/lease.json"] {
            assert_eq!(heard(made, path), Some(Heard::Stir), "{path}");
        }
        for path in ["/c/.lease.txt.swp", "/c/.git/HEAD", "/c/rules/.tmp/pets.md", "/c/index", "/c/index/gen-000001/meta", "/d/lease.txt"] {
            assert_eq!(heard(made, path), None, "{path}");
        }
        assert_eq!(heard(EventKind::Access(AccessKind::Read), "/c/lease.txt"), None);
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let ground = Ground { root: "/c".into(), index: "/c".into() };
        assert_eq!(ground.hear(Ok(lost)), Some(Heard::Stir));
        // An index in the very folder hides nothing of the corpus.
        assert!(ground.is_of_the_corpus(Path::new("/c/lease.txt")));
    }

    #[test]
    fn a_folder_that_goes_away_is_not_heard_of_any_more() {
        for kind in [EventKind::Remove(RemoveKind::Folder), EventKind::Modify(ModifyKind::Name(RenameMode::From))] {
            assert!(matches!(heard(kind, "/c"), Some(Heard::Deaf(_))), "{kind:?}");
            assert_eq!(heard(kind, "/c/rules"), Some(Heard::Stir), "{kind:?}");
        }
        let ground = Ground { root: "/c".into(), index: "/i".into() };
        let full = ground.hear(Err(notify::Error::new(ErrorKind::MaxFilesWatch)));
        assert!(matches!(full, Some(Heard::Deaf(_))));
        assert!(remedy(&notify::Error::new(ErrorKind::MaxFilesWatch)).contains("max_user_watches"));
    }
}
