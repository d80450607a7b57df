//! What can be wrong with a corpus, in words that name the file, the line and the next step.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

/// One thing that is wrong, where it is, and what would mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    #[serde(serialize_with = "lossy")]
    file: PathBuf,
    line: Option<usize>,
    message: String,
    hint: Option<String>,
}

impl Problem {
    /// A problem with `file` as a whole.
    #[must_use]
    pub fn new(file: &Path, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, message: message.into(), hint: None }
    }

    /// The same problem, at the line of `text` on which byte `offset` stands.
    #[must_use]
    pub fn at(mut self, text: &str, offset: usize) -> Self {
        let before = text.as_bytes().iter().take(offset);
        self.line = Some(1 + before.filter(|byte| **byte == b'\n').count());
        self
    }

    /// The same problem, on the given line, counted from 1.
    #[must_use]
    pub fn on_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The same problem, with its file named from `folder` on.
    #[must_use]
    pub fn below(&self, folder: &Path) -> Self {
        let file = self.file.strip_prefix(folder).unwrap_or(&self.file).to_owned();
        Self { file, ..self.clone() }
    }

    /// The same problem, with its file looked for in `folder` when it is not named from the root on.
    #[must_use]
    pub fn within(&self, folder: &Path) -> Self {
        Self { file: folder.join(&self.file), ..self.clone() }
    }

    /// The same problem with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n    {hint}")?;
        }
        Ok(())
    }
}

/// A path as text, with a sign in place of what is none.
fn lossy<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

/// A corpus that could not be read as it stands.
#[derive(Debug, Error)]
#[error("{}", list(.problems))]
pub struct CorpusError {
    /// What is wrong, in the order of the files.
    pub problems: Vec<Problem>,
}

impl CorpusError {
    /// An error of one problem.
    #[must_use]
    pub fn single(problem: Problem) -> Self {
        Self { problems: vec![problem] }
    }
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
