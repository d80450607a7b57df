//! The bot in its Discord: the real one, with a real index of the repository's corpus.

mod restarting;

use std::path::{Path, PathBuf};

use accord::answer::Answerer;
use accord::app::Places;
use accord::config::{DiscordConfig, Endpoint, FetchConfig, PaceConfig, Secret, ServeConfig};
use accord::corpus::Corpus;
use accord::index::Generations;
use accord::reindex::Keeper;
use accord::serve::{ServeError, serve};
use accord::store::Store;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::discord::{Channel, FakeDiscord, Interaction, Message, User};

/// A running bot, and the Discord that it is in.
pub struct World {
    pub discord: FakeDiscord,
    pub alice: User,
    pub general: Channel,
    pub bot: Bot,
}

/// A running bot.
pub struct Bot {
    stop: Option<oneshot::Sender<()>>,
    end: JoinHandle<Result<(), ServeError>>,
    index: PathBuf,
    /// Where the index is, if that is the bot's own.
    home: Option<TempDir>,
}

impl World {
    /// The bot, connected to a Discord without peculiarities.
    pub async fn new() -> Self {
        Self::within(FakeDiscord::start().await).await
    }

    /// The bot, connected to this Discord.
    pub async fn within(discord: FakeDiscord) -> Self {
        Self::configured(discord, |_| {}).await
    }

    /// The bot, that takes questions no faster than this.
    pub async fn with_limits(limits: PaceConfig) -> Self {
        Self::configured(FakeDiscord::start().await, |config| config.limits = limits).await
    }

    /// The bot, that remembers what is in this folder.
    pub async fn remembering(data: &Path) -> Self {
        Self::configured(FakeDiscord::start().await, |config| config.data = data.to_owned()).await
    }

    /// The bot, connected to this Discord, with settings of the test's.
    pub async fn configured(discord: FakeDiscord, set: impl FnOnce(&mut ServeConfig)) -> Self {
        let mut config = config(&discord);
        set(&mut config);
        let bot = Bot::start(config);
        discord.registered().await;
        Self { alice: discord.user("Alice"), general: discord.channel("general"), discord, bot }
    }

    /// Alice mentions the bot in the channel, and reads its reply.
    pub async fn mention(&self, question: &str) -> Message {
        let message = self.discord.mention(&self.alice, &self.general, question).await;
        self.discord.reply(&message).await
    }

    /// Alice asks with a command, and reads its answer.
    pub async fn slash(&self, name: &str, options: serde_json::Value) -> Message {
        let interaction = self.begin(name, options).await;
        self.discord.response(&interaction).await
    }

    /// Alice uses a command, and does not wait.
    pub async fn begin(&self, name: &str, options: serde_json::Value) -> Interaction {
        self.discord.slash(&self.alice, &self.general, name, options).await
    }

    /// The bot is told to stop, without waiting for it.
    pub fn tell_to_stop(&mut self) {
        self.bot.tell_to_stop();
    }

    /// The bot is told to stop, and does so properly.
    pub async fn leave(self) {
        self.bot.leave().await;
    }

    /// The bot's memory.
    pub fn store(&self) -> Store {
        Store::open(&self.bot.index.join("data")).expect("the bot's memory")
    }

    /// The bytes of the file that the bot remembers in, and of its log.
    pub fn remembered_bytes(&self) -> Vec<u8> {
        let file = Store::file(&self.bot.index.join("data"));
        let log = file.with_extension("db-wal");
        [file, log].iter().flat_map(|file| std::fs::read(file).unwrap_or_default()).collect()
    }

    /// The files of the index generation that the bot answers from.
    pub fn generation(&self) -> PathBuf {
        self.bot.index.join("gen-000001")
    }
}

impl Bot {
    /// Starts the bot with these settings. A relative folder for its data is one below its own temporary folder.
    pub fn start(config: ServeConfig) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let bot = Self::at(config, Places { corpus: repository_corpus(), index: home.path().to_owned() });
        Self { home: Some(home), ..bot }
    }

    /// Starts the bot on this corpus and this index, which is built if it is not there.
    pub fn at(config: ServeConfig, places: Places) -> Self {
        let generations = Generations::at(&places.index);
        if !places.index.join("CURRENT").is_file() {
            generations
                .publish(&Corpus::load(&places.corpus).expect("the corpus is sound"), &mut |_, _| {})
                .expect("an index of the corpus");
        }
        let answerer = Answerer::new(generations.open().expect("the index just built").generation);
        let index = places.index.clone();
        Self::serving(config, Keeper::new(places, answerer), index)
    }

    fn serving(mut config: ServeConfig, keeper: std::sync::Arc<Keeper>, index: PathBuf) -> Self {
        config.data = index.join(&config.data);
        let (stop, stopped) = oneshot::channel();
        // A dropped sender is a stop as well: the test is over.
        let stopped = async move { stopped.await.unwrap_or(()) };
        Self { stop: Some(stop), end: tokio::spawn(serve(config, keeper, stopped)), index, home: None }
    }

    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Tells the bot to stop, and waits until it has.
    pub async fn leave(mut self) {
        self.tell_to_stop();
        self.ended().await.expect("a bot that was told to stop ends well");
    }

    /// Waits for the bot to end.
    pub async fn ended(self) -> Result<(), ServeError> {
        self.end.await.expect("the bot does not panic")
    }
}

fn repository_corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// How the bot finds this Discord over plain http.
pub fn config(discord: &FakeDiscord) -> ServeConfig {
    let endpoint = Endpoint::Loopback(discord.api_base());
    ServeConfig {
        discord: DiscordConfig { token: Secret::new(discord.token()), guild: None, endpoint },
        data: "data".into(),
        admins: Vec::new(),
        limits: PaceConfig::OFF,
        fetch: FetchConfig::default(),
        drift: None,
        watch: None,
    }
}
