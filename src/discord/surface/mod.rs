//! A file for each thing that people can use: commands, mentions, buttons, forms.

pub(super) mod about;
pub(super) mod ask;
pub(super) mod check;
pub(super) mod corpus;
pub(super) mod corpus_sources;
pub(super) mod feedback;
pub(super) mod help;
pub(super) mod look_up;
pub(super) mod mention;
pub(super) mod on_answer;
pub(super) mod pictures;
pub(super) mod privacy;
pub(super) mod receipt;
pub(super) mod search;
pub(super) mod settings;
pub(super) mod thread;

use serenity::http::Http;
use serenity::model::application::{ResolvedOption, ResolvedValue};
use serenity::model::channel::Attachment;

use super::access;
use super::asker::Asker;
use super::body::Body;
use super::failure::Failure;
use super::reply::InteractionReply;
use super::room::Room;
use crate::answer::{AnswerError, Answerer, Scope};
use crate::corpus::Lane;

/// One use of a command, a button or a form: who, where, and how they are answered.
pub(super) struct Use<'u> {
    pub(super) room: &'u Room,
    pub(super) http: &'u Http,
    pub(super) reply: &'u InteractionReply<'u>,
    pub(super) asker: &'u Asker,
}

impl Use<'_> {
    /// Whether an answer is for the asker alone: where the bot is not to speak it always is; otherwise as they wish, or as
    /// their server has it.
    pub(super) async fn is_private(&self, options: &Options<'_>) -> Result<bool, Failure> {
        let settings = self.room.settings(self.asker.guild).await?;
        let silent = !access::speaks_in(&settings, self.asker);
        Ok(silent || options.switch("private").unwrap_or(settings.private))
    }

    /// Whether the bot speaks to all here.
    pub(super) async fn speaks_here(&self) -> Result<bool, Failure> {
        Ok(access::speaks_in(&self.room.settings(self.asker.guild).await?, self.asker))
    }

    /// Announces an answer, thinks, and gives it.
    pub(super) async fn answer(
        &self,
        private: bool,
        think: impl FnOnce(&Answerer) -> Result<Body, AnswerError> + Send + 'static,
    ) -> Result<(), Failure> {
        self.reply.defer(private).await?;
        self.reply.fill(&self.room.think(think).await?).await?;
        Ok(())
    }
}

/// What was given for a command's options.
pub(super) struct Options<'o>(pub(super) &'o [ResolvedOption<'o>]);

impl<'o> Options<'o> {
    /// What was typed into an option; nothing when it was left out.
    pub(super) fn text(&self, name: &str) -> Option<&'o str> {
        self.0.iter().filter(|option| option.name == name).find_map(|option| match option.value {
            ResolvedValue::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        })
    }

    /// Whether a switch was set, and to what.
    pub(super) fn switch(&self, name: &str) -> Option<bool> {
        self.0.iter().filter(|option| option.name == name).find_map(|option| match option.value {
            ResolvedValue::Boolean(set) => Some(set),
            _ => None,
        })
    }

    /// The file that was handed to an option.
    pub(super) fn file(&self, name: &str) -> Option<&'o Attachment> {
        self.0.iter().filter(|option| option.name == name).find_map(|option| match option.value {
            ResolvedValue::Attachment(file) => Some(file),
            _ => None,
        })
    }

    /// The subcommand that was used, with its own options.
    pub(super) fn subcommand(&self) -> Option<(&'o str, Options<'o>)> {
        self.0.iter().find_map(|option| match &option.value {
            ResolvedValue::SubCommand(options) => Some((option.name, Options(options))),
            _ => None,
        })
    }

    /// The part of the corpus that is asked about.
    pub(super) fn scope(&self) -> Scope {
        let lane = self.text("lane").and_then(|name| Lane::ALL.into_iter().find(|lane| lane.name() == name));
        Scope { source: self.text("source").map(str::to_owned), lane }
    }
}
