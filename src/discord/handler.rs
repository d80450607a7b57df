//! Takes events in, and gives each to its surface.

use std::sync::Arc;

use serenity::async_trait;
use serenity::client::{Context, EventHandler};
use serenity::http::Http;
use serenity::model::Timestamp;
use serenity::model::application::{CommandInteraction, Interaction};
use serenity::model::channel::Message;
use serenity::model::gateway::{GatewayIntents, Ready};
use serenity::model::guild::{Guild, UnavailableGuild};
use serenity::model::id::{ChannelId, GuildId, UserId};

use super::body::Body;
use super::failure::guarded;
use super::pace::Wait;
use super::reply::{InteractionReply, reply};
use super::room::Room;
use super::{ask, clause, departures, help, mention, registration};
use crate::words;

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
        self.0.began(ready.user.id);
        tracing::info!(bot = %ready.user.name, servers = ready.guilds.len(), "connected to Discord");
        self.0.serving.track_future(departures::gone_meanwhile(&self.0, &ready)).await;
        registration::keep_trying(&self.0, &context.http, ready.application.id).await;
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        self.0.serving.track_future(departures::gone(&self.0, guild)).await;
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let room = &self.0;
        let served = async {
            match &interaction {
                Interaction::Command(command) if room.is_new(command.id.get()) => serve(room, &context.http, command).await,
                Interaction::Autocomplete(typing) if room.is_new(typing.id.get()) => suggest(room, &context.http, typing).await,
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
        let served = async {
            let http = &context.http;
            // While the bot leaves, everybody is told that it does.
            if !room.is_leaving()
                && let Err(wait) = take(room, message.author.id, message.channel_id, message.guild_id)
            {
                return ask_to_wait(room, http, &message, wait).await;
            }
            if let Some(sentence) = guarded("mention", mention::answer(room, http, &message, question)).await
                && let Err(undelivered) = reply(http, &message, &Body::text(sentence)).await
            {
                tracing::warn!(cause = %undelivered, "an apology did not get through");
            }
        };
        room.serving.track_future(served).await;
    }
}

async fn serve(room: &Room, http: &Http, command: &CommandInteraction) {
    let reply = InteractionReply::to(http, command);
    let options = &command.data.options();
    if room.is_leaving() {
        return tell(&reply, "leaving", words::leaving()).await;
    }
    if let Err(wait) = take(room, command.user.id, command.channel_id, command.guild_id) {
        return tell(&reply, "pace", wait.sentence()).await;
    }
    let apology = match command.data.name.as_str() {
        ask::NAME => guarded(ask::NAME, ask::answer(room, &reply, options)).await,
        clause::NAME => guarded(clause::NAME, clause::answer(room, &reply, options)).await,
        help::NAME => guarded(help::NAME, help::answer(room, &reply)).await,
        _ => return tell(&reply, "unknown", words::unknown_command()).await,
    };
    if let Some(sentence) = apology {
        reply.apologise(sentence).await;
    }
}

/// Says something to whoever used a command, and to nobody else.
async fn tell(reply: &InteractionReply<'_>, surface: &'static str, sentence: impl Into<String>) {
    let body = Body::text(sentence);
    if let Some(sentence) = guarded(surface, async { Ok(reply.privately(&body).await?) }).await {
        reply.apologise(sentence).await;
    }
}

/// Takes a question, or says until when it cannot be taken.
fn take(room: &Room, user: UserId, channel: ChannelId, guild: Option<GuildId>) -> Result<(), Wait> {
    room.pace.check(user.get(), channel.get(), guild.map(GuildId::get), Timestamp::now().unix_timestamp())
}

/// Replies to a message whose question cannot be taken yet. All in the channel read that, so it is said once a wait.
async fn ask_to_wait(room: &Room, http: &Http, message: &Message, wait: Wait) {
    if !room.pace.may_tell(message.author.id.get(), wait, Timestamp::now().unix_timestamp()) {
        return;
    }
    let body = Body::text(wait.sentence());
    // One that does not get through is no reason for another message: the operator sees why.
    let _apology = guarded("pace", async { Ok(reply(http, message, &body).await?) }).await;
}

async fn suggest(room: &Room, http: &Http, typing: &CommandInteraction) {
    let reply = InteractionReply::to(http, typing);
    let typed = typing.data.autocomplete().map_or("", |option| option.value);
    // Suggestions that fail are no suggestions: the operator sees why, the user types on.
    let _apology = guarded("suggestions", clause::suggest(room, &reply, typed)).await;
}
