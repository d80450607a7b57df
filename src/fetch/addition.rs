//! Sources of the operator's own: fetched from an address, or handed in as a file.

use std::path::Path;

use reqwest::Url;

use super::client::Client;
use super::obtain::{Job, Wish, read_surely, words};
use super::rounds::each;
use super::shelving::{Shelving, begun};
use super::{Attempt, FetchError, Outcome, Progress, Row, sniff};
use crate::corpus::{Added, CORPUS_FILE, Format, Lane, Linked, Origin, Provenance, linked};
use crate::reindex::CancelFlag;

/// The most letters of an id.
const LONGEST_ID: usize = 64;

/// A source of the operator's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// What it is.
    pub what: What,
    /// Its id; one is made of its title or its address when none is given.
    pub id: Option<String>,
    /// Its title; what the document itself says when none is given.
    pub title: Option<String>,
    /// Whose voice it is. When nothing is said, `reporting` beside an agreement, and `text` in a plain folder.
    pub lane: Option<Lane>,
}

/// What a source of the operator's own is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The page at an address.
    Url(String),
    /// A file that was handed in.
    File {
        /// Its name, whose ending says what it is.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
}

pub(super) async fn add(
    client: &Client,
    corpus: &Path,
    addition: Addition,
    progress: &(dyn Fn(Progress) + Sync),
    cancel: &CancelFlag,
) -> Result<Row, FetchError> {
    let shelving = Shelving::begin(corpus)?;
    let linked = linked(corpus)?;
    let all = shelving.all()?;
    let lane = if corpus.join(CORPUS_FILE).is_file() { Lane::Reporting } else { Lane::Text };
    let added = Added { title: addition.title.clone(), lane: addition.lane.unwrap_or(lane) };
    let known = Known { corpus, linked: &linked, shelved: &all };
    match addition.what {
        What::Url(ref address) => {
            if let Some(listed) = linked.iter().find(|source| source.url.as_deref() == Some(address)) {
                return Err(FetchError::Listed(listed.id.clone()));
            }
            let again = all.iter().find(|known| known.added.is_some() && known.asked.as_deref() == Some(address));
            let by = addition.title.as_deref().map_or_else(|| of_address(address), slug);
            let id = known.id(addition.id.as_deref(), again, &by)?;
            let added = match again.and_then(|known| known.added.clone()) {
                // What is not said anew stays as it was said.
                Some(before) => Added { title: added.title.or(before.title), lane: addition.lane.unwrap_or(before.lane) },
                None => added,
            };
            let title = added.title.clone().unwrap_or_else(|| id.clone());
            let (printed, added) = (Some(address.clone()), Some(added));
            let wish = Wish { id, title, printed, current: None, published: None, status: None, added };
            let client = client.anew();
            let (rows, _) = each(&[wish], &Job { client: &client, shelving: &shelving }, progress, cancel).await?;
            rows.into_iter().next().ok_or(FetchError::Stopped)
        }
        What::File { name, bytes } => {
            let by = addition.title.as_deref().map_or_else(|| slug(stem(&name)), slug);
            let again = all.iter().find(|known| known.added.is_some() && known.origin == Origin::HandedIn && known.source == by);
            let id = known.id(addition.id.as_deref(), again, &by)?;
            hand_in(&shelving, id, &name, bytes, added).await
        }
    }
}

/// Reads what was handed in, and puts it on the shelf.
async fn hand_in(shelving: &Shelving, id: String, name: &str, bytes: Vec<u8>, added: Added) -> Result<Row, FetchError> {
    let format = Format::of_name(Path::new(name)).or_else(|| sniff::format(None, &bytes).ok());
    let format = format.ok_or_else(|| FetchError::NotReadable(name.to_owned()))?;
    let (bytes, readable) = read_surely(format, None, bytes).await;
    let title = |own: Option<&String>| added.title.as_ref().or(own).unwrap_or(&id).clone();
    match readable {
        Err(reason) => {
            let mut row = Row::without_copy(id.clone(), title(None), reason.outcome());
            row.attempts.push(Attempt::new(Origin::HandedIn, name, reason));
            Ok(row)
        }
        Ok(readable) => {
            let mut row = Row::without_copy(id.clone(), title(readable.title.as_ref()), Outcome::Fetched);
            row.held = true;
            row.origin = Some(Origin::HandedIn);
            row.words = Some(words(&readable));
            let provenance = begun(&id, Origin::HandedIn, &readable, Some(added));
            shelving.put(provenance, format, &bytes)?;
            Ok(row)
        }
    }
}

/// The sources that there are.
struct Known<'k> {
    corpus: &'k Path,
    linked: &'k [Linked],
    shelved: &'k [Provenance],
}

impl Known<'_> {
    /// The id of a new source: the one that was chosen, the one that it has already, or one made of `by`.
    fn id(&self, chosen: Option<&str>, again: Option<&Provenance>, by: &str) -> Result<String, FetchError> {
        match (chosen, again) {
            (Some(chosen), Some(again)) if chosen == again.source => Ok(chosen.to_owned()),
            (Some(chosen), _) if !is_id(chosen) => Err(FetchError::BadId(chosen.to_owned())),
            (Some(chosen), _) if self.has(chosen) => Err(FetchError::Taken(chosen.to_owned())),
            (Some(chosen), _) => Ok(chosen.to_owned()),
            (None, Some(again)) => Ok(again.source.clone()),
            (None, None) => Ok(self.free(by)),
        }
    }

    /// `by` itself, or with the first number behind it that makes it nobody's.
    fn free(&self, by: &str) -> String {
        let by = if by.is_empty() { "source" } else { by };
        let mut id = by.to_owned();
        let mut number = 2;
        while self.has(&id) {
            id = format!("{by}-{number}");
            number += 1;
        }
        id
    }

    /// Whether a source is called that, or a file that a plain folder would call so.
    fn has(&self, id: &str) -> bool {
        let is_file = |ending: &&str| self.corpus.join(format!("{id}.{ending}")).exists();
        self.linked.iter().any(|source| source.id == id)
            || self.shelved.iter().any(|known| known.source == id)
            || ["md", "markdown", "txt", "html", "htm", "pdf"].iter().any(is_file)
    }
}

fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
}

/// An id made of words: their letters and digits, with hyphens between them.
fn slug(words: &str) -> String {
    let folded = crate::text::fold(words);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut id = String::new();
    for part in parts {
        if id.len() + part.len() >= LONGEST_ID - 4 {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&part.to_ascii_lowercase());
    }
    id
}

/// An id made of an address: of the last part of its path that says something, or of its host.
fn of_address(address: &str) -> String {
    let Ok(url) = Url::parse(address) else { return slug(address) };
    let parts = url.path_segments().map(|parts| parts.map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default();
    let telling = parts.iter().rev().map(|part| slug(stem(part))).find(|part| part.bytes().any(|byte| byte.is_ascii_alphabetic()));
    telling.filter(|part| part != "index").unwrap_or_else(|| slug(url.host_str().unwrap_or_default()))
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    let ending = name.rsplit_once('.').filter(|(stem, ending)| !stem.is_empty() && (1..=8).contains(&ending.len()));
    ending.map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_what_tells_most() {
        for (address, id) in [
            ("https://www.example.org/2015/09/Xi-in-Seattle.html?x=1", "xi-in-seattle"),
            ("https://example.org/news/story/index.html", "example-org"),
            ("https://example.org/", "example-org"),
            ("https://example.org/press/2015/1234/", "press"),
            ("https://example.org/caf%C3%A9/", "caf-c3-a9"),
        ] {
            assert_eq!(of_address(address), id, "{address}");
        }
        assert_eq!(slug("  Café: the “Treaty” of 2015!  "), "cafe-the-treaty-of-2015");
        assert!(slug(&"word ".repeat(100)).len() <= LONGEST_ID);
        assert!(is_id("a-1_b") && !is_id("") && !is_id("A") && !is_id("../x") && !is_id(&"a".repeat(65)));
    }
}
