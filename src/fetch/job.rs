//! Fetching many sources: each at its addresses in turn, a few hosts at a time, and every copy on the shelf as soon as it is there.

use std::path::Path;

use super::client::Client;
use super::obtain::{Job, Wish};
use super::rounds::{Source, each};
use super::shelving::Shelving;
use super::{FetchError, Progress, Report, Wanted};
use crate::corpus::{Provenance, linked};
use crate::reindex::CancelFlag;
use crate::text::nearest;

pub(super) async fn run(
    client: &Client,
    corpus: &Path,
    wanted: &Wanted,
    progress: &(dyn Fn(Progress) + Sync),
    cancel: &CancelFlag,
) -> Result<Report, FetchError> {
    let shelving = Shelving::begin(corpus)?;
    let wishes = chosen(wishes(corpus, &shelving.all()?)?, wanted)?;
    let client = client.anew();
    let job = Job { client: &client, shelving: &shelving };
    let (rows, stopped) = each(&wishes, &job, progress, cancel).await?;
    Ok(Report { rows, stopped })
}

/// What can be fetched: the sources that the corpus links to, and the operator's own.
pub(super) fn wishes(corpus: &Path, shelved: &[Provenance]) -> Result<Vec<Wish>, FetchError> {
    let mut wishes: Vec<Wish> = linked(corpus)?.into_iter().map(Wish::linked).collect();
    wishes.extend(shelved.iter().filter_map(Wish::added));
    Ok(wishes)
}

/// Those of `all` that are wanted.
pub(super) fn chosen<S: Source>(all: Vec<S>, wanted: &Wanted) -> Result<Vec<S>, FetchError> {
    let Wanted::These(ids) = wanted else { return Ok(all) };
    for wanted in ids {
        if !all.iter().any(|one| one.id() == wanted) {
            let nearest = nearest(wanted, all.iter().map(Source::id)).map(str::to_owned);
            return Err(FetchError::NoSource { id: wanted.clone(), nearest });
        }
    }
    Ok(all.into_iter().filter(|one| ids.iter().any(|id| id == one.id())).collect())
}
