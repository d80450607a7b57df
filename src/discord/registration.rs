//! Tells Discord which commands there are, when it does not know yet.

use std::time::Duration;

use serde_json::Value;
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::{ApplicationId, GuildId};
use tokio::time::sleep;

use super::commands::{normalised, registration};
use super::http::{IN_TIME, Undelivered, call};
use super::room::Room;

/// What is waited after a registration that failed, and after the next one, and so on. A Discord that is out of order
/// usually is for minutes.
const AGAIN: [Duration; 4] = [Duration::from_secs(15), Duration::from_secs(60), Duration::from_secs(300), Duration::from_secs(900)];

/// Registers the commands unless that was done before, and tries again for a while when it fails.
pub(super) async fn keep_trying(room: &Room, http: &Http, application: ApplicationId) {
    let work = async {
        let mut registered = room.registered.lock().await;
        let mut waits = AGAIN.iter();
        while !*registered {
            match register(http, application, room.guild).await {
                Ok(changed) => {
                    *registered = true;
                    tracing::info!(changed, "the commands are registered");
                }
                Err(undelivered) => {
                    let wait = waits.next().filter(|_| !undelivered.nobody_listens());
                    let next = wait.map_or("next time accord connects".to_owned(), |wait| format!("in {} s", wait.as_secs()));
                    tracing::error!(cause = %undelivered, again = next, "the commands could not be registered");
                    let Some(wait) = wait else { return };
                    sleep(*wait).await;
                }
            }
        }
    };
    // Nobody waits for this when the bot leaves.
    room.left.run_until_cancelled(work).await;
}

/// Compares what Discord has with what it should have, and overwrites it when it differs. Whether it did is the answer.
async fn register(http: &Http, application_id: ApplicationId, guild: Option<GuildId>) -> Result<bool, Undelivered> {
    let route = match guild {
        None => Route::Commands { application_id },
        Some(guild_id) => Route::GuildCommands { application_id, guild_id },
    };
    let wanted = registration(guild.is_some());
    let look = Request::new(route, LightMethod::Get).params(Some(vec![("with_localizations", "true".to_owned())]));
    let known = call(http, look, IN_TIME).await?.bytes().await.map_err(serenity::Error::from)?;
    let known: Value = serde_json::from_slice(&known).unwrap_or_default();
    if normalised(&known) == normalised(&wanted) {
        return Ok(false);
    }
    let overwrite = Request::new(route, LightMethod::Put).body(Some(wanted.to_string().into_bytes()));
    call(http, overwrite, IN_TIME).await?;
    Ok(true)
}
