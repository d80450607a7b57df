//! Takes events in, and gives each to its surface.

use std::sync::Arc;

use serenity::async_trait;
use serenity::client::{Context, EventHandler};
use serenity::http::Http;
use serenity::model::application::{CommandInteraction, Interaction};
use serenity::model::channel::Message;
use serenity::model::gateway::{GatewayIntents, Ready};

use super::body::Body;
use super::failure::guarded;
use super::reply::{InteractionReply, reply};
use super::room::Room;
use super::{ask, clause, help, mention, registration};
use crate::words;

/// What the bot wants to hear of. Commands come without any intent; these two bring messages that mention it and direct
/// messages. Discord gives the words of just those without the privileged message-content intent, so it is not asked for.
pub(super) const INTENTS: GatewayIntents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);

/// serenity's view of the room.
pub(super) struct Handler(pub(super) Arc<Room>);

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, ready: Ready) {
        self.0.began(ready.user.id);
        tracing::info!(bot = %ready.user.name, servers = ready.guilds.len(), "connected to Discord");
        registration::keep_trying(&self.0, &context.http, ready.application.id).await;
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
    let apology = match command.data.name.as_str() {
        _ if room.is_leaving() => guarded("leaving", async { Ok(reply.privately(&Body::text(words::leaving())).await?) }).await,
        ask::NAME => guarded(ask::NAME, ask::answer(room, &reply, options)).await,
        clause::NAME => guarded(clause::NAME, clause::answer(room, &reply, options)).await,
        help::NAME => guarded(help::NAME, help::answer(room, &reply)).await,
        _ => guarded("unknown", async { Ok(reply.privately(&Body::text(words::unknown_command())).await?) }).await,
    };
    if let Some(sentence) = apology {
        reply.apologise(sentence).await;
    }
}

async fn suggest(room: &Room, http: &Http, typing: &CommandInteraction) {
    let reply = InteractionReply::to(http, typing);
    let typed = typing.data.autocomplete().map_or("", |option| option.value);
    // Suggestions that fail are no suggestions: the operator sees why, the user types on.
    let _apology = guarded("suggestions", clause::suggest(room, &reply, typed)).await;
}
