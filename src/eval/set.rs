//! Question sets: BEIR's layout, and our own questions about a curated corpus.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::EvalError;

/// A question with what is known of its answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SetQuestion {
    /// Its id.
    #[serde(rename = "_id")]
    pub(super) id: String,
    /// Its words.
    pub(super) text: String,
    /// What is known of its answer.
    #[serde(default)]
    pub(super) metadata: Metadata,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Metadata {
    /// Whether the corpus answers it.
    #[serde(default = "yes")]
    pub(super) answerable: bool,
    /// Words of which any one must be in the quotes.
    #[serde(default)]
    pub(super) answers: Vec<String>,
    /// The sources that hold them, in our own set.
    #[serde(default)]
    pub(super) sources: Vec<String>,
    /// What was asked before it in the same conversation, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) after: Vec<String>,
    /// The lane that the first quote must be in, where only one is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lane: Option<String>,
}

fn yes() -> bool {
    true
}

impl Default for Metadata {
    fn default() -> Self {
        Self { answerable: true, answers: Vec::new(), sources: Vec::new(), after: Vec::new(), lane: None }
    }
}

/// A question set.
pub(super) struct Set {
    /// The questions, in order.
    pub(super) questions: Vec<SetQuestion>,
    /// For each question, the relevant documents and how relevant they are. Empty in our own set, where the documents
    /// that hold an answer are relevant.
    pub(super) relevant: HashMap<String, HashMap<String, u32>>,
    /// The set's own corpus, when it brings one.
    pub(super) corpus: Option<PathBuf>,
}

impl Set {
    /// Reads the set in `dir`.
    pub(super) fn read(dir: &Path) -> Result<Self, EvalError> {
        let corpus = Some(dir.join("corpus.jsonl")).filter(|file| file.is_file());
        let questions = match corpus {
            Some(_) => lines(&dir.join("queries.jsonl"))?,
            None => lines(&dir.join("questions.jsonl"))?,
        };
        let relevant = if corpus.is_some() { judgements(&dir.join("qrels"))? } else { HashMap::new() };
        Ok(Self { questions, relevant, corpus })
    }
}

fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, EvalError> {
    let text = fs::read_to_string(file).map_err(|error| EvalError::set(file, error))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| serde_json::from_str(line).map_err(|error| EvalError::set(file, format!("line {}: {error}", index + 1))))
        .collect()
}

/// Every `.tsv` file of the folder: query id, document id, relevance.
fn judgements(dir: &Path) -> Result<HashMap<String, HashMap<String, u32>>, EvalError> {
    let mut relevant: HashMap<String, HashMap<String, u32>> = HashMap::new();
    let entries = fs::read_dir(dir).map_err(|error| EvalError::set(dir, error))?;
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "tsv")) {
        let text = fs::read_to_string(&path).map_err(|error| EvalError::set(&path, error))?;
        for line in text.lines().skip(1) {
            let mut columns = line.split('\t');
            if let (Some(query), Some(document), Some(Ok(score))) = (columns.next(), columns.next(), columns.next().map(str::parse)) {
                relevant.entry(query.to_owned()).or_default().insert(document.to_owned(), score);
            }
        }
    }
    Ok(relevant)
}
