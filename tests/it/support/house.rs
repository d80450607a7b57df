//! The bot on a corpus of the test's own, which may change, with somebody who looks after it.

use std::path::PathBuf;

use accord::app::Places;
use accord::config::ServeConfig;
use accord::store::{Audit, Store};
use serde_json::Value;

use super::discord::{Channel, FakeDiscord, Message, User};
use super::program::Program;
use super::world::{Bot, config};

/// A corpus, the bot that answers from it, and the people around.
pub struct House {
    pub program: Program,
    pub discord: FakeDiscord,
    pub bot: Bot,
    pub general: Channel,
    /// The application is hers, and she manages the server.
    pub ada: User,
    /// She manages the server, and nothing else.
    pub mona: User,
    /// She may do what everybody may.
    pub alice: User,
}

impl House {
    /// The bot on a lease and a house rule.
    pub async fn new() -> Self {
        Self::of(lease()).await
    }

    /// The bot on this corpus.
    pub async fn of(program: Program) -> Self {
        Self::configured(program, FakeDiscord::start().await, |_, _| {}).await
    }

    /// The bot on this corpus in this Discord, with settings of the test's.
    pub async fn configured(program: Program, discord: FakeDiscord, set: impl FnOnce(&FakeDiscord, &mut ServeConfig)) -> Self {
        let (ada, mona, alice) = (discord.admin("Ada"), discord.admin("Mona"), discord.user("Alice"));
        discord.owned_by(&ada);
        let mut config = config(&discord);
        config.data = program.path("data");
        set(&discord, &mut config);
        let places = Places { corpus: program.path("corpus"), index: program.path("index") };
        let bot = Bot::at(config, places);
        discord.registered().await;
        let general = discord.channel("general");
        Self { program, discord, bot, general, ada, mona, alice }
    }

    /// Somebody uses a command, and reads its answer; of a re-index, what came of it.
    pub async fn slash(&self, by: &User, name: &str, options: Value) -> Message {
        let interaction = self.discord.slash(by, &self.general, name, options).await;
        let answer = self.discord.response(&interaction).await;
        if name == "corpus reindex" { self.settled(answer).await } else { answer }
    }

    /// Somebody presses a button, and reads its answer; of a re-index, what came of it.
    pub async fn press(&self, by: &User, message: &Message, button: &str) -> Message {
        let interaction = self.discord.press(by, message, button).await;
        let answer = self.discord.response(&interaction).await;
        if button == "Index now" { self.settled(answer).await } else { answer }
    }

    /// The message of a job once the job is over: where it took longer than a moment, how it went was shown before.
    async fn settled(&self, message: Message) -> Message {
        if !message.buttons().contains(&"Stop indexing") {
            return message;
        }
        self.discord.until_shown(&message, |now| !now.buttons().contains(&"Stop indexing")).await
    }

    /// Alice asks by a mention, and reads the reply.
    pub async fn mention(&self, question: &str) -> Message {
        let message = self.discord.mention(&self.alice, &self.general, question).await;
        self.discord.reply(&message).await
    }

    /// The name of the generation that is current.
    pub fn serving(&self) -> String {
        let current = std::fs::read_to_string(self.program.path("index/CURRENT")).expect("a pointer");
        current.lines().next().unwrap_or_default().to_owned()
    }

    /// What the bot remembers, through another handle.
    pub fn store(&self) -> Store {
        Store::open(&self.program.path("data")).expect("a store")
    }

    /// What admins did, oldest first: who, what, and what came of it.
    pub fn audit(&self) -> Vec<String> {
        let mut audit = self.store().audit(1000).expect("what admins did");
        audit.reverse();
        let line = |entry: &Audit| {
            let known = [&self.ada, &self.mona, &self.alice].into_iter().find(|user| user.id == entry.user);
            let who = known.map_or("somebody", |user| user.name.as_str());
            format!("{who}: {}: {}", entry.action, masked(&entry.detail))
        };
        audit.iter().map(line).collect()
    }

    /// The files of what the bot remembers, as they are on the disk.
    pub fn remembered(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let read = |path: PathBuf| std::fs::read(&path).map(|bytes| (path, bytes)).expect("a file of the bot's");
        super::program::files_below(&self.program.path("data")).into_iter().map(read).collect()
    }

    /// The bot is told to stop, and does so properly; the corpus, the index and what was remembered stay.
    pub async fn leave(self) -> Program {
        self.bot.leave().await;
        self.program
    }
}

/// A lease and a house rule.
pub fn lease() -> Program {
    Program::with(&[("lease.txt", "The rent is due on the first.\n"), ("pets.txt", "Pets are allowed.\n")])
}

/// Changes the day in the lease.
pub fn set_day(program: &Program, day: &str) {
    program.write("corpus/lease.txt", format!("The rent is due on the {day}.\n"));
}

/// A text without the moments and the hashes in it.
pub fn masked(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<t:") {
        let (_, after) = after.split_once(':').expect("how a moment is shown");
        masked.push_str(before);
        masked.push_str("<t:MOMENT:");
        rest = after;
    }
    masked.push_str(rest);
    let is_hash =
        |word: &str| word.len() >= 12 && word.contains(char::is_alphabetic) && word.chars().all(|letter| letter.is_ascii_hexdigit());
    let words = masked.split_inclusive(|letter: char| !letter.is_alphanumeric()).map(|word| {
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if is_hash(bare) { word.replace(bare, "HASH") } else { word.to_owned() }
    });
    words.collect()
}
