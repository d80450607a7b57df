//! Coming and going: finds the gateway, connects, and leaves without leaving anybody in the middle of a sentence.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use serenity::Client;
use serenity::client::ClientBuilder;
use serenity::gateway::{GatewayError, ShardManager, ShardRunnerMessage};
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::gateway::Gateway;
use thiserror::Error;
use tokio::time::{sleep, timeout};

use super::handler::{Handler, INTENTS};
use super::http::{IN_TIME, Undelivered, build, call, chain};
use super::room::Room;
use super::{drift, upkeep, watchdog};
use crate::config::{DriftConfig, Endpoint, ServeConfig, is_loopback};
use crate::fetch::FetchError;
use crate::reindex::Keeper;
use crate::store::Store;

/// How long those who are being served are waited for …
const SERVED: Duration = Duration::from_secs(5);
/// … how long Discord is given to answer the farewell (serenity itself would wait 5 s) …
const FAREWELL: Duration = Duration::from_secs(3);
/// … and how long the farewell is given to go out when serenity does not wait for it. All three are less than the 10
/// seconds after which supervisors kill.
const GRACE: Duration = Duration::from_secs(1);

/// The close code of somebody who leaves for good (RFC 6455).
const NORMAL_CLOSURE: u16 = 1000;

/// Why there is no connection to Discord.
#[derive(Debug, Error)]
pub enum ConnectionError {
    /// The certificate for `DISCORD_CA` cannot be used.
    #[error("DISCORD_CA cannot be used: {file}: {why}")]
    Certificate {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Discord could not be asked where its gateway is.
    #[error("Discord cannot be reached: {0}. Look at the network, at https://discordstatus.com, and start accord again.")]
    Unreachable(String),
    /// A Discord on this machine sends the bot elsewhere.
    #[error("DISCORD_API_BASE is on this machine, but the gateway that it names is not: {0}")]
    GatewayElsewhere(String),
    /// The token is wrong, or has been reset.
    #[error(
        "Discord refuses the token. Open https://discord.com/developers/applications, your application, Bot, choose Reset \
         Token, and put the new one into DISCORD_TOKEN."
    )]
    TokenRefused,
    /// The intents are not allowed.
    #[error(
        "Discord refuses the intents that accord asks for, though none of them needs its approval. Look whether the \
         application at https://discord.com/developers/applications is still in good standing."
    )]
    IntentsRefused,
    /// The connection is dead.
    #[error(
        "Discord has given no sign of life for {} minutes, and connecting anew did not help. Start accord again.",
        watchdog::PATIENCE.as_secs() / 60
    )]
    Lost,
    /// Sources cannot be fetched.
    #[error(transparent)]
    Fetching(#[from] FetchError),
    /// Something else.
    #[error("the connection to Discord has ended: {0}")]
    Ended(String),
}

/// A bot that is about to connect.
pub struct Connection {
    client: Client,
    room: Arc<Room>,
    drift: Option<DriftConfig>,
}

impl Connection {
    /// Prepares a connection, up to knowing where Discord's gateway is.
    ///
    /// # Errors
    /// What has to be put right first.
    pub async fn open(config: &ServeConfig, keeper: Arc<Keeper>, store: Arc<Store>) -> Result<Self, ConnectionError> {
        let discord = &config.discord;
        let http = build(discord)?;
        let gateway = gateway(&http, &discord.endpoint).await?;
        let room = Arc::new(Room::new(config, keeper, store)?);
        let handler = Handler(Arc::clone(&room));
        let client = ClientBuilder::new_with_http(http, INTENTS).event_handler(handler).await;
        let client = client.map_err(|error| ConnectionError::Ended(Undelivered::from(error).to_string()))?;
        // serenity asks again, and dials the real Discord when it gets no answer. It is to dial what was just found.
        *client.ws_url.lock().await = gateway;
        Ok(Self { client, room, drift: config.drift })
    }

    /// Connects and serves until `stop`, then lets those who are being served have their answer, and leaves.
    ///
    /// # Errors
    /// Why the connection could not be made, or ended by itself.
    pub async fn serve(mut self, stop: impl Future<Output = ()>) -> Result<(), ConnectionError> {
        let shards = Arc::clone(&self.client.shard_manager);
        let upkeep = upkeep::keep_up(Arc::clone(&self.client.http), Arc::clone(&self.room));
        let (http, room) = (Arc::clone(&self.client.http), Arc::clone(&self.room));
        let drift = async {
            match self.drift {
                Some(config) => drift::look_after(http, room, config).await,
                None => std::future::pending().await,
            }
        };
        let ended = tokio::select! {
            ended = self.client.start() => Err(why(ended)),
            () = watchdog::watch(Arc::clone(&shards)) => Err(ConnectionError::Lost),
            () = upkeep => Ok(()),
            () = drift => Ok(()),
            () = stop => Ok(()),
        };
        self.room.leave();
        if ended.is_ok() {
            leave(&self.room, &shards).await;
        }
        ended
    }
}

/// Asks Discord where its gateway is. serenity would ask by itself, and without an answer dial the real one.
async fn gateway(http: &Http, endpoint: &Endpoint) -> Result<String, ConnectionError> {
    let unreachable = |why: String| ConnectionError::Unreachable(why);
    let response = match call(http, Request::new(Route::Gateway, LightMethod::Get), IN_TIME).await {
        Ok(response) => response,
        Err(undelivered) if undelivered.status == Some(401) => return Err(ConnectionError::TokenRefused),
        Err(undelivered) => return Err(unreachable(undelivered.to_string())),
    };
    let body = response.bytes().await.map_err(|error| unreachable(chain(&error.without_url())))?;
    let gateway: Gateway = serde_json::from_slice(&body).map_err(|error| unreachable(error.to_string()))?;
    let url = Url::parse(&gateway.url).map_err(|_| unreachable("it names no gateway".to_owned()))?;
    if matches!(endpoint, Endpoint::Loopback(_)) && !is_loopback(&url) {
        return Err(ConnectionError::GatewayElsewhere(gateway.url));
    }
    Ok(gateway.url)
}

/// Why serenity gave up. It never does so without a reason.
fn why(ended: serenity::Result<()>) -> ConnectionError {
    match ended {
        Ok(()) => ConnectionError::Ended("serenity stopped".to_owned()),
        Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication | GatewayError::NoAuthentication)) => {
            ConnectionError::TokenRefused
        }
        Err(serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents)) => {
            ConnectionError::IntentsRefused
        }
        Err(error) => ConnectionError::Ended(Undelivered::from(error).to_string()),
    }
}

async fn leave(room: &Room, shards: &ShardManager) {
    let waiting = room.serving.len();
    tracing::info!(waiting, "leaving");
    if timeout(SERVED, room.serving.wait()).await.is_err() {
        tracing::warn!(waiting = room.serving.len(), "left while somebody was still waiting");
    }
    // After a session had to be begun anew, `shutdown_all` takes an old notice for the new one, and forgets the shard
    // before it has said farewell (serenity 0.12.5, `ShardManager::restart_shard`). So it is told beforehand.
    let begun_anew = room.sessions() > 1;
    if begun_anew {
        for (id, shard) in shards.runners.lock().await.iter() {
            shard.runner_tx.send_to_shard(ShardRunnerMessage::Shutdown(*id, NORMAL_CLOSURE));
        }
    }
    if timeout(FAREWELL, shards.shutdown_all()).await.is_err() {
        tracing::warn!("Discord did not answer the farewell");
    }
    if begun_anew {
        sleep(GRACE).await;
    }
}
