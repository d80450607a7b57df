//! Many sources at once: those of one host one after the other, a few hosts side by side, until all are done or it is to stop.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use futures_util::future::try_join_all;
use reqwest::Url;
use tokio::sync::Semaphore;

use super::client::Received;
use super::{FetchError, Progress, told_to_stop};
use crate::reindex::CancelFlag;

/// How many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 4;

/// Something that is asked for.
pub(super) trait Source {
    /// The source's id.
    fn id(&self) -> &str;
    /// The address that is asked first, if any is.
    fn address(&self) -> Option<&str>;
}

/// What is done with each of them.
pub(super) trait Task<S>: Sync {
    /// What comes of one.
    type Result: Send;

    /// Does it with one.
    fn work(&self, source: &S, received: Received<'_>) -> impl Future<Output = Result<Self::Result, FetchError>> + Send;
}

/// Does the task with each source. Gives what came of them, in their order, and whether it was told to stop before the last.
pub(super) async fn each<S: Source + Sync, T: Task<S>>(
    sources: &[S],
    task: &T,
    progress: &(dyn Fn(Progress) + Sync),
    cancel: &CancelFlag,
) -> Result<(Vec<T::Result>, bool), FetchError> {
    let round = Round {
        done: AtomicUsize::new(0),
        total: sources.len(),
        results: Mutex::default(),
        progress,
        at_once: Semaphore::new(HOSTS_AT_ONCE),
    };
    let mut hosts: BTreeMap<String, Vec<(usize, &S)>> = BTreeMap::new();
    for (place, source) in sources.iter().enumerate() {
        let host = source.address().and_then(|address| Url::parse(address).ok()?.host_str().map(str::to_owned));
        hosts.entry(host.unwrap_or_default()).or_default().push((place, source));
    }
    let all = try_join_all(hosts.into_values().map(|sources| round.host(sources, task)));
    // What is under way when it is to stop is let go where it stands; what is on the shelf stays.
    tokio::select! {
        all = all => drop(all?),
        () = told_to_stop(cancel) => {}
    }
    let mut results = round.results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(place, _)| *place);
    let stopped = results.len() < sources.len();
    Ok((results.into_iter().map(|(_, result)| result).collect(), stopped))
}

struct Round<'r, R> {
    done: AtomicUsize,
    total: usize,
    results: Mutex<Vec<(usize, R)>>,
    progress: &'r (dyn Fn(Progress) + Sync),
    at_once: Semaphore,
}

impl<R: Send> Round<'_, R> {
    async fn host<S: Source + Sync, T: Task<S, Result = R>>(&self, sources: Vec<(usize, &S)>, task: &T) -> Result<(), FetchError> {
        // Nobody closes it.
        let _permit = self.at_once.acquire().await;
        for (place, source) in sources {
            let (id, total) = (source.id().to_owned(), self.total);
            (self.progress)(Progress::Asking { done: self.done.load(Ordering::Relaxed), total, source: id.clone() });
            let received = |bytes| (self.progress)(Progress::Receiving { source: id.clone(), bytes });
            let result = task.work(source, &received).await?;
            self.results.lock().unwrap_or_else(PoisonError::into_inner).push((place, result));
            let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
            (self.progress)(Progress::Done { done, total, source: id });
        }
        Ok(())
    }
}
