//! Making questions unanswerable by taking what answers them out of the corpus: the two abstention tests that any set
//! in BEIR's layout gives.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;

use super::EvalError;
use super::set::{Set, SetQuestion};

/// What is taken out of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LeaveOut {
    /// Half of the topics (documents of one title): questions about them ask for something that is not there at all.
    Topics,
    /// Half of each topic's documents: questions about them ask for something absent from a topic that is there.
    Passages,
}

/// A line of the corpus, as far as leaving out needs it.
#[derive(Deserialize)]
struct Document {
    #[serde(rename = "_id")]
    id: String,
    #[serde(default)]
    title: String,
    text: String,
}

/// Writes the reduced corpus into `dir` and turns the set's questions into those that can tell: the ones whose document
/// stayed, and as unanswerable the ones whose document went and whose answer then stands nowhere in the topic.
pub(super) fn leave_out(set: &mut Set, what: LeaveOut, draw: u32, dir: &Path) -> Result<PathBuf, EvalError> {
    let Some(corpus) = &set.corpus else {
        return Err(EvalError::set(dir, "leaving out needs a set that brings its own corpus.jsonl"));
    };
    let text = fs::read_to_string(corpus).map_err(|error| EvalError::set(corpus, error))?;
    let lines: Vec<(&str, Document)> = text
        .lines()
        .map(|line| serde_json::from_str(line).map(|document| (line, document)).map_err(|error| EvalError::set(corpus, error)))
        .collect::<Result<_, _>>()?;
    let goes = |document: &Document| match what {
        LeaveOut::Topics => drawn(&document.title, draw),
        LeaveOut::Passages => drawn(&document.id, draw),
    };
    let gone: HashMap<&str, &Document> =
        lines.iter().filter(|(_, document)| goes(document)).map(|(_, document)| (document.id.as_str(), document)).collect();
    let mut left: HashMap<&str, String> = HashMap::new();
    let mut kept = String::new();
    for (line, document) in lines.iter().filter(|(_, document)| !gone.contains_key(document.id.as_str())) {
        kept.push_str(line);
        kept.push('\n');
        left.entry(&document.title).or_default().push_str(&document.text.to_lowercase());
    }
    let relevant = &set.relevant;
    set.questions.retain_mut(|question| keep(question, relevant, &gone, &left));
    let file = dir.join("left.jsonl");
    fs::write(&file, kept).map_err(|error| EvalError::set(&file, error))?;
    Ok(file)
}

/// Whether a question can tell, and if so marks whether it is still answerable.
fn keep(
    question: &mut SetQuestion,
    relevant: &HashMap<String, HashMap<String, u32>>,
    gone: &HashMap<&str, &Document>,
    left: &HashMap<&str, String>,
) -> bool {
    let Some(documents) = relevant.get(&question.id).filter(|_| question.metadata.answerable) else { return false };
    let documents: HashSet<&str> = documents.keys().map(String::as_str).collect();
    let absent = documents.iter().filter(|id| gone.contains_key(*id)).count();
    if absent == 0 {
        return true;
    }
    let still_said = documents.iter().filter_map(|id| gone.get(id)).any(|document| {
        let rest = left.get(document.title.as_str()).map_or("", String::as_str);
        question.metadata.answers.iter().any(|answer| rest.contains(&answer.to_lowercase()))
    });
    question.metadata.answerable = false;
    absent == documents.len() && !still_said
}

/// One half of all names, the same on every machine; another half for each number up to 255.
fn drawn(name: &str, draw: u32) -> bool {
    let place = usize::try_from(draw / 8).unwrap_or_default();
    blake3::hash(name.as_bytes()).as_bytes().get(place).is_some_and(|byte| byte >> (draw % 8) & 1 == 1)
}
