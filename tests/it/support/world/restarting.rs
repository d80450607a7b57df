//! A bot that ends, and another that takes its place in the same Discord: nothing goes from one to the other but the files.

use std::path::Path;

use accord::app::{self, Places};
use accord::reindex::Keeper;
use tempfile::TempDir;

use super::{Bot, World, config, repository_corpus};
use crate::support::discord::FakeDiscord;

impl World {
    /// The bot, answering from this corpus.
    pub async fn reading(corpus: &Path) -> Self {
        let discord = FakeDiscord::start().await;
        let bot = Bot::begin(config(&discord), corpus, tempfile::tempdir().expect("a temporary folder"));
        discord.registered().await;
        Self { alice: discord.user("Alice"), general: discord.channel("general"), discord, bot }
    }

    /// The bot ends, and another begins with what it remembered.
    pub async fn restart(self) -> Self {
        self.again(&repository_corpus(), |_| ()).await
    }

    /// The bot ends, and another begins that remembers nothing.
    pub async fn restart_without_memory(self) -> Self {
        self.restart_forgetting_on(&repository_corpus()).await
    }

    /// The same, and the other answers from this corpus.
    pub async fn restart_forgetting_on(self, corpus: &Path) -> Self {
        self.again(corpus, |home| std::fs::remove_dir_all(home.join("data")).expect("what the bot remembered")).await
    }

    /// The bot ends, and another begins that answers from this corpus.
    pub async fn restart_reading(self, corpus: &Path) -> Self {
        self.again(corpus, |_| ()).await
    }

    async fn again(self, corpus: &Path, meanwhile: impl FnOnce(&Path)) -> Self {
        let Self { discord, alice, general, bot } = self;
        let sessions = discord.identifies();
        let home = bot.left().await;
        meanwhile(home.path());
        let bot = Bot::begin(config(&discord), corpus, home);
        discord.identified(sessions + 1).await;
        Self { discord, alice, general, bot }
    }
}

impl Bot {
    /// Starts the bot in a folder, with the index that is there if it is of this corpus, or a new one.
    fn begin(config: accord::config::ServeConfig, corpus: &Path, home: TempDir) -> Self {
        let places = Places { corpus: corpus.to_owned(), index: home.path().to_owned() };
        let answerer = app::open(&places, &mut |_| {}).expect("an index of the corpus");
        let bot = Self::serving(config, Keeper::new(places, answerer), home.path().to_owned());
        Self { home: Some(home), ..bot }
    }

    /// Ends the bot, and leaves its folder.
    async fn left(mut self) -> TempDir {
        self.tell_to_stop();
        self.end.await.expect("the bot does not panic").expect("a bot that was told to stop ends well");
        self.home.take().expect("a bot with a folder of its own")
    }
}
