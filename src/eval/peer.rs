//! Other search engines measured on the same questions by the same code, for setting Accord's figures beside theirs.

use std::fs;
use std::path::Path;
use std::time::Instant;

use serde::Deserialize;

use super::leave_out::leave_out;
use super::metrics::{Judged, gains};
use super::set::Set;
use super::{DEPTH, EvalError, Options, Report};

/// A document as a peer indexes it.
#[derive(Debug, Clone, Deserialize)]
pub struct PeerDocument {
    /// Its id.
    #[serde(rename = "_id")]
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Its text.
    pub text: String,
}

/// A search engine that ranks documents.
pub trait Peer {
    /// The ids of the `most` best documents, best first, with their scores.
    fn rank(&mut self, question: &str, most: usize) -> Vec<(String, f32)>;
}

/// Asks every question of the set in `dir` of the peer that `index` makes of the set's documents. Its confidence is the score
/// of its best document.
///
/// # Errors
/// What is wrong with the set.
pub fn run_peer(dir: &Path, options: &Options<'_>, index: &dyn Fn(&[PeerDocument]) -> Box<dyn Peer>) -> Result<Report, EvalError> {
    let mut set = Set::read(dir)?;
    let scratch = tempfile::tempdir().map_err(|error| EvalError::set(dir, error))?;
    if let Some(what) = options.leave_out {
        set.corpus = Some(leave_out(&mut set, what, options.draw, scratch.path())?);
    }
    let corpus = set.corpus.clone().ok_or_else(|| EvalError::set(dir, "a peer needs a set that brings its own corpus.jsonl"))?;
    let text = fs::read_to_string(&corpus).map_err(|error| EvalError::set(&corpus, error))?;
    let documents: Vec<PeerDocument> =
        text.lines().map(|line| serde_json::from_str(line).map_err(|error| EvalError::set(&corpus, error))).collect::<Result<_, _>>()?;
    let began = Instant::now();
    let mut peer = index(&documents);
    let index_time = began.elapsed();
    let mut judged = Vec::with_capacity(set.questions.len());
    for question in &set.questions {
        let asked = Instant::now();
        let ranked = peer.rank(&question.text, DEPTH);
        let took_us = u64::try_from(asked.elapsed().as_micros()).unwrap_or(u64::MAX);
        let (gains, ideal) = gains(set.relevant.get(&question.id), ranked.iter().map(|(id, _)| id.as_str()));
        judged.push(Judged {
            id: question.id.clone(),
            answerable: question.metadata.answerable,
            answered: true,
            confidence: ranked.first().map_or(0.0, |(_, score)| *score),
            gains,
            ideal,
            took_us,
            ..Judged::default()
        });
    }
    Ok(Report::new(dir, &judged, "", documents.len() as u64, index_time))
}
