//! What all handlers share.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serenity::model::id::{ChannelId, GuildId, UserId};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::asker::Asker;
use super::attachments::Attachments;
use super::connection::ConnectionError;
use super::failure::Failure;
use super::pace::{Pace, Wait};
use super::past::Place;
use super::receipts::now;
use super::recent::Recent;
use crate::answer::{AnswerError, Answerer};
use crate::config::ServeConfig;
use crate::fetch::Fetcher;
use crate::reindex::Keeper;
use crate::store::{GuildSettings, Store, StoreError};

/// How many channels are remembered at the most: a few hundred kilobytes.
const PLACES: usize = 10_000;

/// The bot's room in Discord: who answers, what was seen, who is being served.
pub(super) struct Room {
    /// What is answered from, and what changes it.
    pub(super) keeper: Arc<Keeper>,
    /// Users and roles that may change the corpus beside those whom the application belongs to.
    pub(super) admins: Vec<u64>,
    owners: OnceLock<Vec<UserId>>,
    /// What is remembered between two starts.
    store: Arc<Store>,
    /// Fetches sources.
    pub(super) fetcher: Fetcher,
    /// Has the files that people hand in.
    pub(super) attachments: Attachments,
    /// How fast is asked.
    pub(super) pace: Pace,
    /// The one server that the commands are registered in, if not everywhere.
    pub(super) guild: Option<GuildId>,
    /// Answering takes a core for itself, so there are never more answers in the making than cores.
    cores: Semaphore,
    recent: Mutex<Recent>,
    /// Channels that messages came from.
    places: Mutex<HashMap<ChannelId, Place>>,
    /// Counts those who are being served, so that a stop waits for them.
    pub(super) serving: TaskTracker,
    leaving: AtomicBool,
    /// Set when work that nobody waits for is to end.
    pub(super) left: CancellationToken,
    me: OnceLock<UserId>,
    sessions: AtomicUsize,
    /// The commands are as they should be. Held while they are being looked at.
    pub(super) registered: tokio::sync::Mutex<bool>,
}

impl Room {
    /// A room with these settings, in which nobody is yet.
    pub(super) fn new(config: &ServeConfig, keeper: Arc<Keeper>, store: Arc<Store>) -> Result<Self, ConnectionError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            keeper,
            admins: config.admins.clone(),
            fetcher: Fetcher::new(&config.fetch)?,
            attachments: Attachments::of(&config.discord.endpoint)?,
            owners: OnceLock::new(),
            store,
            pace: Pace::new(&config.limits),
            guild: config.discord.guild.map(GuildId::new),
            cores: Semaphore::new(cores),
            recent: Mutex::default(),
            places: Mutex::default(),
            serving: TaskTracker::new(),
            leaving: AtomicBool::new(false),
            left: CancellationToken::new(),
            me: OnceLock::new(),
            sessions: AtomicUsize::new(0),
            registered: tokio::sync::Mutex::new(false),
        })
    }

    /// Thinks, on a thread where thinking blocks nobody.
    pub(super) async fn think<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Answerer) -> Result<T, AnswerError> + Send + 'static,
    ) -> Result<T, Failure> {
        // The semaphore is never closed, so this only ever waits.
        let _core = self.cores.acquire().await;
        let answerer = self.answerer();
        Ok(elsewhere(move || work(&answerer)).await??)
    }

    /// Remembers, or looks up what is remembered, on a thread where waiting for the disk blocks nobody.
    pub(super) async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = Arc::clone(&self.store);
        Ok(elsewhere(move || work(&store)).await??)
    }

    /// Takes one use of the bot by this asker, or says until when none can be taken.
    pub(super) fn take(&self, asker: &Asker) -> Result<(), Wait> {
        self.pace.check(asker.user.get(), asker.channel.get(), asker.guild.map(GuildId::get), now())
    }

    /// What questions that begin now are answered from.
    pub(super) fn answerer(&self) -> Arc<Answerer> {
        self.keeper.serving().current()
    }

    /// The settings of a server; outside of servers, what holds where nothing is set.
    pub(super) async fn settings(&self, guild: Option<GuildId>) -> Result<GuildSettings, Failure> {
        match guild {
            Some(guild) => self.with_store(move |store| store.settings(guild.get())).await,
            None => Ok(GuildSettings::default()),
        }
    }

    /// Whom the application belongs to, as far as Discord has said.
    pub(super) fn owners(&self) -> &[UserId] {
        self.owners.get().map_or(&[], Vec::as_slice)
    }

    /// Discord has said whom the application belongs to.
    pub(super) fn belongs_to(&self, owners: Vec<UserId>) {
        // The same at every session.
        let _known = self.owners.set(owners);
    }

    /// Whether an event of this id has not been seen before.
    pub(super) fn is_new(&self, id: u64) -> bool {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner).is_new(id)
    }

    /// What is known of a channel.
    pub(super) fn place(&self, channel: ChannelId) -> Option<Place> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner).get(&channel).copied()
    }

    /// What a channel is does not change, so it is asked once.
    pub(super) fn remember_place(&self, channel: ChannelId, place: Place) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        // Rather asked again than remembered without end.
        if places.len() >= PLACES {
            places.clear();
        }
        places.insert(channel, place);
    }

    /// A session has begun, and the bot is called this.
    pub(super) fn began(&self, me: UserId) {
        // The same user at every READY.
        let _known = self.me.set(me);
        self.sessions.fetch_add(1, Ordering::Relaxed);
    }

    /// The bot's own id, once it is known.
    pub(super) fn me(&self) -> Option<UserId> {
        self.me.get().copied()
    }

    /// How many sessions have begun.
    pub(super) fn sessions(&self) -> usize {
        self.sessions.load(Ordering::Relaxed)
    }

    /// From now on nobody new is served.
    pub(super) fn leave(&self) {
        self.leaving.store(true, Ordering::Relaxed);
        self.left.cancel();
        self.serving.close();
    }

    pub(super) fn is_leaving(&self) -> bool {
        self.leaving.load(Ordering::Relaxed)
    }
}

/// Does work on a thread of its own. A panic of it is a failure like others.
pub(super) async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    spawn_blocking(work).await.map_err(|error| match error.try_into_panic() {
        Ok(payload) => Failure::panic(payload.as_ref()),
        Err(error) => Failure::Panic(error.to_string()),
    })
}
