//! Sources are looked after where they are published: when one has changed or gone since its copy was made, the admins' channel
//! is told, once, and the corpus is taken up anew so that what is quoted from the copy says so.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::{ChannelId, GuildId};
use tokio::time::sleep;

use super::failure::Failure;
use super::http::{IN_TIME, Undelivered, call};
use super::receipts::now;
use super::render;
use super::reply::say;
use super::room::{Room, elsewhere};
use crate::config::DriftConfig;
use crate::corpus::fingerprint;
use crate::fetch::{Checked, DriftReport, FetchError, Wanted};
use crate::reindex::{CancelFlag, Options};
use crate::store::Note;
use crate::words::{Language, Words};

/// How long is waited when the corpus is being worked on, or the check failed as a whole.
const AGAIN: Duration = Duration::from_secs(10 * 60);

/// A source that is not what it was, as it was told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Told {
    source: String,
    gone: bool,
}

/// Looks at the sources as often as is wanted, for ever.
pub(super) async fn look_after(http: Arc<Http>, room: Arc<Room>, config: DriftConfig) {
    sleep(within(config.settled)).await;
    loop {
        match until_due(&room, config.every).await {
            Ok(Some(wait)) => {
                sleep(wait).await;
                continue;
            }
            Ok(None) => {}
            Err(failure) => tracing::error!(cause = %failure, "when sources were last looked at cannot be read"),
        }
        let wait = match check(&http, &room, config).await {
            Ok(true) => config.every,
            Ok(false) => AGAIN.min(config.every),
            Err(failure) => {
                tracing::error!(cause = %failure, "whether sources have changed cannot be told");
                AGAIN.min(config.every)
            }
        };
        sleep(wait).await;
    }
}

/// A time up to this long, drawn by lot.
fn within(longest: Duration) -> Duration {
    let share = u32::try_from(lot() >> 32).unwrap_or_default();
    longest.mul_f64(f64::from(share) / f64::from(u32::MAX))
}

/// A number that is another each time.
fn lot() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// How long it is until the next look; nothing when it is due.
async fn until_due(room: &Room, every: Duration) -> Result<Option<Duration>, Failure> {
    let noted = room.with_store(|store| store.noted(Note::DriftChecked)).await?;
    let since = noted.and_then(|at| at.parse::<i64>().ok()).map(|at| now().saturating_sub(at));
    // A clock that was put back is no reason to wait for it.
    let since = since.and_then(|since| u64::try_from(since).ok()).map(Duration::from_secs);
    Ok(since.and_then(|since| every.checked_sub(since)).filter(|wait| !wait.is_zero()))
}

/// Looks at the sources, and tells what is new. Whether it came to that is the answer: somebody else may be at work on the corpus.
async fn check(http: &Http, room: &Room, config: DriftConfig) -> Result<bool, Failure> {
    let Some(running) = room.keeper.begin() else { return Ok(false) };
    // Whoever lets go of this look tells it to stop.
    let stop = Stop(running.cancel_flag());
    let corpus = room.keeper.corpus().to_owned();
    let state = move || fingerprint(&corpus).ok();
    let before = elsewhere(state.clone()).await?;
    let report = match room.fetcher.check(room.keeper.corpus(), &Wanted::All, &|_| {}, &stop.0).await {
        Ok(report) if !report.stopped => report,
        Ok(_) | Err(FetchError::Busy(_) | FetchError::Stopped) => return Ok(false),
        Err(error) => {
            tracing::warn!(cause = %error, "whether sources have changed cannot be told");
            return Ok(false);
        }
    };
    tracing::info!(sources = report.rows.len(), new = report.news().count(), "sources were looked at");
    let at = now().to_string();
    room.with_store(move |store| store.note(Note::DriftChecked, &at)).await?;
    tell(http, room, config, &report).await?;
    // What was found is written down beside the copies. After a roll-back nobody wants the corpus taken up.
    if elsewhere(state).await? != before && !room.keeper.is_rolled_back() {
        let options = Options { unasked: true, ..Options::default() };
        if let Err(error) = elsewhere(move || running.run(&options, &|_| {})).await? {
            tracing::warn!(cause = %error, "sources have changed, and the corpus was not indexed anew");
        }
    }
    Ok(true)
}

/// Tells a job to stop when it is let go of.
struct Stop(CancelFlag);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Tells the admins when there is something that they were not told yet.
async fn tell(http: &Http, room: &Room, config: DriftConfig, report: &DriftReport) -> Result<(), Failure> {
    let told = room.with_store(|store| store.noted(Note::DriftTold)).await?;
    let told: BTreeSet<Told> = told.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let drifted: BTreeSet<Told> = report.rows.iter().filter_map(|row| row_told(&row.source, &row.checked, &told)).collect();
    if drifted.is_subset(&told) {
        return keep(room, &drifted).await;
    }
    let channel = ChannelId::new(config.channel);
    let body = render::drift(report, voice(http, room, channel).await);
    match say(http, channel, lot(), &body).await {
        Ok(_) => keep(room, &drifted).await,
        // It is told the next time: what was found stays found.
        Err(undelivered) => {
            tracing::warn!(channel = config.channel, cause = %undelivered, "the admins' channel cannot be written to: see ACCORD_ADMIN_CHANNEL");
            Ok(())
        }
    }
}

/// What is told of a source. Of one that cannot be asked just now, what was told before stands.
fn row_told(source: &str, checked: &Checked, told: &BTreeSet<Told>) -> Option<Told> {
    let of = |gone| Told { source: source.to_owned(), gone };
    match checked {
        Checked::Changed { .. } => Some(of(false)),
        Checked::Gone { .. } => Some(of(true)),
        Checked::Unknown { .. } => told.iter().find(|told| told.source == source).cloned(),
        Checked::Unchanged | Checked::Settled => None,
    }
}

async fn keep(room: &Room, drifted: &BTreeSet<Told>) -> Result<(), Failure> {
    let json = serde_json::to_string(drifted).unwrap_or_default();
    room.with_store(move |store| store.note(Note::DriftTold, &json)).await
}

/// The language of the server that the channel is in.
async fn voice(http: &Http, room: &Room, channel: ChannelId) -> &'static Words {
    let guild = guild_of(http, channel).await.unwrap_or_else(|undelivered| {
        tracing::debug!(cause = %undelivered, "which server the admins' channel is in cannot be told");
        None
    });
    let chosen = room.settings(guild).await.ok().and_then(|settings| settings.language);
    Words::of(chosen.as_deref().and_then(Language::from_code).unwrap_or_default())
}

async fn guild_of(http: &Http, channel_id: ChannelId) -> Result<Option<GuildId>, Undelivered> {
    #[derive(Deserialize)]
    struct Channel {
        guild_id: Option<GuildId>,
    }
    let body = call(http, Request::new(Route::Channel { channel_id }, LightMethod::Get), IN_TIME).await?.bytes().await;
    let channel: Channel = serde_json::from_slice(&body.map_err(serenity::Error::from)?).map_err(serenity::Error::from)?;
    Ok(channel.guild_id)
}
