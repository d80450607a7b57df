//! A corpus file that lets nobody read it to its end before the test says so: whoever indexes the corpus waits there.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::program::Program;

/// A file that is a pipe for now. Dropping it opens it: nobody waits for ever for a test that has failed.
pub struct Gate {
    path: PathBuf,
    text: &'static str,
    is_open: bool,
}

impl Gate {
    /// Puts a file with this text among the corpus's, closed.
    pub fn closed(program: &Program, name: &str, text: &'static str) -> Self {
        let path = program.path("corpus").join(name);
        let made = Command::new("mkfifo").arg(&path).status().expect("mkfifo, which every Unix has");
        assert!(made.success(), "no pipe at {}", path.display());
        Self { path, text, is_open: false }
    }

    /// From now on it is a file like others, also for who is reading it already.
    pub fn open(mut self) {
        self.pass();
    }

    fn pass(&mut self) {
        if std::mem::replace(&mut self.is_open, true) {
            return;
        }
        // Opened for both, a pipe waits for nobody; and whoever waits to read from it may begin.
        let mut pipe: File = OpenOptions::new().read(true).write(true).open(&self.path).expect("the pipe");
        let whole = hidden(&self.path);
        std::fs::write(&whole, self.text).expect("a file of the test's own");
        std::fs::rename(&whole, &self.path).expect("a file of the test's own");
        pipe.write_all(self.text.as_bytes()).expect("a pipe with room for a sentence");
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.pass();
    }
}

/// A name beside it that no corpus is read from.
fn hidden(path: &Path) -> PathBuf {
    path.with_file_name(".gate")
}
