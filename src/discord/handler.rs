//! Takes events in, and gives each to its surface.

use std::sync::Arc;

use serenity::async_trait;
use serenity::client::{Context, EventHandler};
use serenity::http::Http;
use serenity::model::application::Interaction;
use serenity::model::channel::Message;
use serenity::model::gateway::{GatewayIntents, Ready};
use serenity::model::guild::{Guild, UnavailableGuild};

use super::access::{owners, speaks_in};
use super::asker::Asker;
use super::body::Body;
use super::failure::guarded;
use super::receipts::now;
use super::reply::reply;
use super::room::Room;
use super::surface::mention;
use super::{departures, dispatch, past, registration};
use crate::words::{Language, Words};

/// What the bot wants to hear of. Commands come without any intent; two of these bring messages that mention it and direct
/// messages. Discord gives the words of just those without the privileged message-content intent, so it is not asked for.
/// GUILDS tells of servers that it is removed from, which are to be forgotten.
pub(super) const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);

/// serenity's view of the room.
pub(super) struct Handler(pub(super) Arc<Room>);

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, ready: Ready) {
        let room = &self.0;
        room.began(ready.user.id);
        tracing::info!(bot = %ready.user.name, servers = ready.guilds.len(), "connected to Discord");
        room.serving.track_future(departures::gone_meanwhile(room, &ready)).await;
        owners(room, &context.http).await;
        registration::keep_trying(room, &context.http, ready.application.id).await;
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        self.0.serving.track_future(departures::gone(&self.0, guild)).await;
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let (room, http) = (&self.0, &context.http);
        let served = async {
            match &interaction {
                Interaction::Command(command) if room.is_new(command.id.get()) => dispatch::command(room, http, command).await,
                Interaction::Autocomplete(typing) if room.is_new(typing.id.get()) => dispatch::suggest(room, http, typing).await,
                Interaction::Component(press) if room.is_new(press.id.get()) => dispatch::press(room, http, press).await,
                Interaction::Modal(form) if room.is_new(form.id.get()) => dispatch::form(room, http, form).await,
                _ => {}
            }
        };
        room.serving.track_future(served).await;
    }

    async fn message(&self, context: Context, message: Message) {
        let room = &self.0;
        let Some(question) = room.me().and_then(|me| mention::question(&message, me)) else { return };
        if !room.is_new(message.id.get()) {
            return;
        }
        room.serving.track_future(hear(room, &context.http, &message, question)).await;
    }
}

/// Answers a message, where the server lets the bot speak to all.
async fn hear(room: &Room, http: &Http, message: &Message, question: String) {
    let settings = room.settings(message.guild_id).await;
    let chosen = settings.as_ref().ok().and_then(|settings| settings.language.as_deref());
    let language = chosen.and_then(Language::from_code).unwrap_or_default();
    let mut asker = Asker::writing(message.author.id, message.channel_id, message.guild_id, language);
    let spoken = async {
        let settings = settings?;
        if asker.guild.is_some() {
            let place = past::place_of(room, http, message.channel_id).await;
            (asker.parent, asker.threads) = (place.parent, place.threads);
        }
        if !speaks_in(&settings, &asker) {
            return Ok(());
        }
        // While the bot leaves, everybody is told that it does.
        match room.take(&asker) {
            Err(wait) if !room.is_leaving() => {
                // All in the channel read that, so it is said once a wait.
                if room.pace.may_tell(asker.user.get(), wait, now()) {
                    reply(http, message, &Body::text(wait.sentence(asker.voice()))).await?;
                }
                Ok(())
            }
            _ => mention::answer(room, http, &asker, message, question).await,
        }
    };
    let apology = guarded("mention", Words::of(language), spoken).await;
    if let Some(sentence) = apology
        && let Err(undelivered) = reply(http, message, &Body::text(sentence)).await
    {
        tracing::warn!(cause = %undelivered, "an apology did not get through");
    }
}
