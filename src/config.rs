//! What an operator can set, read from the process environment over a `.env` file. Refuses to start half-configured.

mod drift;
mod fetch;
mod pace;
mod watch;

use std::collections::HashMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use reqwest::Url;
use thiserror::Error;

pub use drift::DriftConfig;
pub use fetch::{AllowedHost, ArchiveConfig, FetchConfig};
pub use pace::{PaceConfig, Rate};
pub use watch::WatchConfig;

/// The file that is read beside the process environment, in the folder where accord is started.
pub const ENV_FILE: &str = ".env";

/// What is logged unless `ACCORD_LOG` says otherwise. serenity stays below INFO: its INFO spans carry interaction tokens
/// and the bodies of messages, and its gateway logs whole payloads as warnings.
pub const DEFAULT_LOG: &str = "info,serenity=warn,serenity::gateway::ws=error";

/// Every variable that this room reads, in the order of `.env.example`.
pub const VARIABLES: [&str; 12] =
    [TOKEN, GUILD, DATA, ADMINS, LIMITS, drift::ADMIN_CHANNEL, fetch::ALLOW, fetch::ARCHIVE, LOG, API_BASE, TLS_ADDR, CA];

/// Where the bot keeps what it remembers, unless `ACCORD_DATA` says otherwise: below the folder where accord is started.
const DEFAULT_DATA: &str = "data";

const TOKEN: &str = "DISCORD_TOKEN";
const GUILD: &str = "DISCORD_GUILD_ID";
const DATA: &str = "ACCORD_DATA";
const ADMINS: &str = "ACCORD_ADMINS";
const LIMITS: &str = "ACCORD_LIMITS";
const LOG: &str = "ACCORD_LOG";
const API_BASE: &str = "DISCORD_API_BASE";
const TLS_ADDR: &str = "DISCORD_TLS_ADDR";
const CA: &str = "DISCORD_CA";

/// A setting that is missing or cannot be used, with the next step.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    /// There is no token at all.
    #[error(
        "{TOKEN} is not set. To get one: open https://discord.com/developers/applications, choose New Application, open \
         Bot, choose Reset Token, copy the token, and put a line {TOKEN}=… into the file {ENV_FILE} in this folder."
    )]
    NoToken,
    /// What stands there cannot be a token.
    #[error(
        "{TOKEN} does not look like a bot's token ({0}). A token is three parts with dots between them; the client secret \
         and the public key are other things. Take it from https://discord.com/developers/applications: your \
         application, Bot, Reset Token."
    )]
    TokenShape(&'static str),
    /// A value that cannot be used.
    #[error("{variable} cannot be used: {why}. {next}")]
    Value {
        /// The variable.
        variable: &'static str,
        /// What is wrong with it.
        why: String,
        /// What to do.
        next: &'static str,
    },
    /// The `.env` file cannot be read.
    #[error("{file} cannot be read: {why}. Each of its lines is NAME=value, or a comment that begins with #.")]
    EnvFile {
        /// The file.
        file: PathBuf,
        /// What is wrong; never the line itself, which may hold the token.
        why: String,
    },
}

/// Text that must not be seen: neither `Debug` nor an error shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides `text`.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for the one place that needs it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What `accord serve` needs.
#[derive(Debug, Clone)]
pub struct ServeConfig {
    /// The connection to Discord.
    pub discord: DiscordConfig,
    /// `ACCORD_DATA` (default: `data`): the folder that holds what the bot remembers between two starts.
    pub data: PathBuf,
    /// `ACCORD_ADMINS` (default: none): the ids of the people and roles that may change the corpus beside the application's
    /// owner and team, with commas between them.
    pub admins: Vec<u64>,
    /// `ACCORD_LIMITS` (default: `user=12,channel=40,server=120`, a minute each): how often may be asked; or `off`.
    pub limits: PaceConfig,
    /// How sources are fetched.
    pub fetch: FetchConfig,
    /// `ACCORD_ADMIN_CHANNEL`: whether sources are looked after where they are published, and who is told.
    pub drift: Option<DriftConfig>,
    /// Whether the corpus folder is watched, and how (default: it is not; `--watch` on the command line).
    pub watch: Option<WatchConfig>,
}

/// The connection to Discord.
#[derive(Debug, Clone)]
pub struct DiscordConfig {
    /// `DISCORD_TOKEN` (no default): the bot's token.
    pub token: Secret,
    /// `DISCORD_GUILD_ID` (default: none): register the commands in this one server, where they appear at once, instead
    /// of everywhere.
    pub guild: Option<u64>,
    /// Where Discord is found (default: discord.com).
    pub endpoint: Endpoint,
}

/// Where Discord is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Endpoint {
    /// discord.com.
    Discord,
    /// `DISCORD_API_BASE` (default: none): the http address of a Discord on this machine, such as
    /// `http://127.0.0.1:8080`. Only loopback hosts are accepted: the token is sent there in the clear.
    Loopback(String),
    /// `DISCORD_TLS_ADDR` and `DISCORD_CA` (default: none; both or neither): discord.com is looked for at this address,
    /// and vouched for by the authority whose certificate (PEM) is in this file.
    Tls {
        /// The address.
        addr: SocketAddr,
        /// The certificate file.
        ca: PathBuf,
    },
}

/// What is logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogConfig {
    /// `ACCORD_LOG` (default: [`DEFAULT_LOG`]): a filter in the syntax of tracing's `EnvFilter`.
    pub filter: String,
}

/// Variables, whatever they come from.
#[derive(Default)]
pub struct Environment(HashMap<String, String>);

impl fmt::Debug for Environment {
    /// Names only: the values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Environment {
    /// The process environment over the `.env` file in `folder`, if there is one. The process environment itself is left
    /// as it is.
    ///
    /// # Errors
    /// A `.env` file that is there and cannot be read.
    pub fn load(folder: &Path) -> Result<Self, ConfigError> {
        let mut values = HashMap::new();
        let file = folder.join(ENV_FILE);
        if file.exists() {
            let unreadable = |why: String| ConfigError::EnvFile { file: file.clone(), why };
            let lines = dotenvy::from_path_iter(&file).map_err(|error| unreadable(shown(&error, "its first line")))?;
            let mut place = "its first line".to_owned();
            for line in lines {
                let (name, value) = line.map_err(|error| unreadable(shown(&error, &place)))?;
                place = format!("the line after {name}");
                values.insert(name, value);
            }
        }
        values.extend(std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))));
        Ok(Self(values))
    }

    /// What is set, trimmed; nothing when it is empty.
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Environment {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }
}

/// dotenvy's own message holds the line, and the line may hold the token.
fn shown(error: &dotenvy::Error, place: &str) -> String {
    match error {
        dotenvy::Error::Io(error) => error.to_string(),
        _ => format!("{place} is not NAME=value"),
    }
}

impl LogConfig {
    /// Reads what is to be logged.
    #[must_use]
    pub fn read(environment: &Environment) -> Self {
        Self { filter: environment.get(LOG).unwrap_or(DEFAULT_LOG).to_owned() }
    }
}

impl ServeConfig {
    /// Reads what `accord serve` needs.
    ///
    /// # Errors
    /// The first variable that is missing or cannot be used.
    pub fn read(environment: &Environment) -> Result<Self, ConfigError> {
        let token = environment.get(TOKEN).ok_or(ConfigError::NoToken)?;
        let guild = environment.get(GUILD).map(guild).transpose()?;
        let endpoint = endpoint(environment)?;
        // A stand-in for Discord may have tokens of any shape.
        let token = if endpoint == Endpoint::Discord { self::token(token)? } else { Secret::new(token) };
        let data = PathBuf::from(environment.get(DATA).unwrap_or(DEFAULT_DATA));
        let admins = environment.get(ADMINS).map_or_else(|| Ok(Vec::new()), admins)?;
        let limits = PaceConfig::read(environment.get(LIMITS))?;
        let drift = environment.get(drift::ADMIN_CHANNEL).map(DriftConfig::read).transpose()?;
        Ok(Self {
            discord: DiscordConfig { token, guild, endpoint },
            data,
            admins,
            limits,
            fetch: FetchConfig::read(environment)?,
            drift,
            watch: None,
        })
    }
}

/// A bot's token is an id, a time and a signature, each in base64's URL alphabet.
fn token(given: &str) -> Result<Secret, ConfigError> {
    let parts: Vec<&str> = given.split('.').collect();
    let alphabet = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if given.starts_with("Bot ") {
        return Err(ConfigError::TokenShape("it begins with \"Bot \", which is not part of it"));
    }
    if parts.len() != 3 || parts.iter().any(|part| part.is_empty()) {
        return Err(ConfigError::TokenShape("it does not have three parts"));
    }
    if !parts.iter().all(alphabet) {
        return Err(ConfigError::TokenShape("it has other characters than letters, digits, - and _"));
    }
    Ok(Secret::new(given))
}

fn guild(given: &str) -> Result<u64, ConfigError> {
    given.parse().ok().filter(|id| *id != 0).ok_or_else(|| ConfigError::Value {
        variable: GUILD,
        why: "it is not a server's id".to_owned(),
        next: "Turn on Developer Mode in Discord, right-click the server, choose Copy Server ID, and put the digits there.",
    })
}

/// Each id once, in the order given.
fn admins(given: &str) -> Result<Vec<u64>, ConfigError> {
    let mut ids: Vec<u64> = Vec::new();
    for part in given.split(',').map(str::trim) {
        let id = part.parse().ok().filter(|id| *id != 0).ok_or_else(|| ConfigError::Value {
            variable: ADMINS,
            why: format!("`{part}` is not the id of a person or a role"),
            next: "Turn on Developer Mode in Discord, right-click the person or the role, choose Copy User ID or Copy Role ID, \
                   and put the digits there, with commas between them.",
        })?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

fn endpoint(environment: &Environment) -> Result<Endpoint, ConfigError> {
    match (environment.get(API_BASE), environment.get(TLS_ADDR), environment.get(CA)) {
        (None, None, None) => Ok(Endpoint::Discord),
        (Some(base), None, None) => loopback_base(base),
        (None, Some(addr), Some(ca)) => {
            let addr = addr.parse().map_err(|_| ConfigError::Value {
                variable: TLS_ADDR,
                why: "it is not an address with a port".to_owned(),
                next: "Give it as 127.0.0.1:8443.",
            })?;
            let ca = PathBuf::from(ca);
            if !ca.is_file() {
                return Err(ConfigError::Value {
                    variable: CA,
                    why: format!("there is no file {}", ca.display()),
                    next: "Name the file that holds the authority's certificate in PEM form.",
                });
            }
            Ok(Endpoint::Tls { addr, ca })
        }
        (None, Some(_), None) => {
            Err(ConfigError::Value { variable: CA, why: format!("it is missing while {TLS_ADDR} is set"), next: "Set both or neither." })
        }
        (None, None, Some(_)) => {
            Err(ConfigError::Value { variable: TLS_ADDR, why: format!("it is missing while {CA} is set"), next: "Set both or neither." })
        }
        (Some(_), ..) => Err(ConfigError::Value {
            variable: API_BASE,
            why: format!("it is set together with {TLS_ADDR} or {CA}"),
            next: "Set one way or the other.",
        }),
    }
}

fn loopback_base(given: &str) -> Result<Endpoint, ConfigError> {
    let wrong = |why: &str| ConfigError::Value {
        variable: API_BASE,
        why: why.to_owned(),
        next: "Give the http address of a Discord on this machine, such as http://127.0.0.1:8080, or leave it out.",
    };
    let url = Url::parse(given).map_err(|_| wrong("it is not an address"))?;
    if url.scheme() != "http" {
        return Err(wrong("it does not begin with http://"));
    }
    if !is_loopback(&url) {
        return Err(wrong("its host is not this machine"));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err(wrong("it holds more than a host and a port"));
    }
    Ok(Endpoint::Loopback(given.trim_end_matches('/').to_owned()))
}

/// Whether an address leads to this machine and nowhere else.
pub(crate) fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: (&str, &str) = (TOKEN, "MTEwMDAw.abc-_1.signature");

    fn problem(environment: impl Into<Environment>) -> String {
        ServeConfig::read(&environment.into()).unwrap_err().to_string()
    }

    #[test]
    fn without_a_token_the_way_to_one_is_told() {
        let said = problem([]);
        for step in ["DISCORD_TOKEN", "New Application", "Bot", "Reset Token", ".env"] {
            assert!(said.contains(step), "{said}");
        }
        assert_eq!(problem([(TOKEN, "  ")]), said);
    }

    #[test]
    fn a_secret_is_never_shown() {
        let config = ServeConfig::read(&[GOOD].into()).unwrap();
        assert!(!format!("{config:?}").contains("signature"));
        for bad in ["sesame", "Bot a.b.c", "a.b.c d", "a..c"] {
            assert!(!problem([(TOKEN, bad)]).contains(&format!("\"{bad}\"")), "{bad}");
        }
        assert!(!format!("{:?}", Environment::from([GOOD])).contains("signature"));
    }

    #[test]
    fn only_this_machine_may_play_discord() {
        for base in
            ["https://127.0.0.1:1", "http://10.0.0.1", "http://discord.com", "http://127.0.0.1.evil.example", "http://127.0.0.1/api", "x"]
        {
            assert!(problem([GOOD, (API_BASE, base)]).contains(API_BASE), "{base}");
        }
        for base in ["http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:9"] {
            let config = ServeConfig::read(&[GOOD, (API_BASE, base)].into()).unwrap();
            assert_eq!(config.discord.endpoint, Endpoint::Loopback(base.to_owned()));
        }
    }

    #[test]
    fn half_a_setting_is_refused() {
        assert!(problem([GOOD, (TLS_ADDR, "127.0.0.1:1")]).contains(CA));
        assert!(problem([GOOD, (CA, "/nowhere.pem")]).contains(TLS_ADDR));
        assert!(problem([GOOD, (TLS_ADDR, "127.0.0.1:1"), (CA, "/nowhere.pem")]).contains("/nowhere.pem"));
        assert!(problem([GOOD, (TLS_ADDR, "127.0.0.1:1"), (API_BASE, "http://127.0.0.1:1")]).contains(API_BASE));
        assert!(problem([GOOD, (GUILD, "my server")]).contains(GUILD));
    }

    #[test]
    fn what_is_not_set_has_a_default() {
        let config = ServeConfig::read(&[GOOD].into()).unwrap();
        assert_eq!((config.data, config.admins, config.limits), (PathBuf::from("data"), Vec::new(), PaceConfig::default()));
    }

    #[test]
    fn admins_are_ids_and_a_bad_one_is_named() {
        let config = ServeConfig::read(&[GOOD, (ADMINS, "7, 18446744073709551615,7"), (DATA, "/srv/accord")].into()).unwrap();
        assert_eq!((config.admins, config.data), (vec![7, u64::MAX], PathBuf::from("/srv/accord")));
        for (given, named) in [("7,@alice", "`@alice`"), ("7,,8", "``"), ("0", "`0`"), ("18446744073709551616", "`18446744073709551616`")] {
            let said = problem([GOOD, (ADMINS, given)]);
            assert!(
                said.starts_with("ACCORD_ADMINS cannot be used: ") && said.contains(named) && said.contains("Developer Mode"),
                "{said}"
            );
        }
        assert!(problem([GOOD, (LIMITS, "user=0")]).contains(LIMITS));
        assert!(problem([GOOD, (drift::ADMIN_CHANNEL, "#admins")]).contains("Copy Channel ID"));
        let config = ServeConfig::read(&[GOOD, (drift::ADMIN_CHANNEL, "77")].into()).unwrap();
        assert_eq!(config.drift, Some(DriftConfig::to(77)));
    }

    #[test]
    fn a_broken_env_file_is_named_and_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(ENV_FILE), "ACCORD_LOG=info\nsesame open you\n").unwrap();
        let said = Environment::load(folder.path()).unwrap_err().to_string();
        assert!(said.contains("the line after ACCORD_LOG") && !said.contains("sesame"), "{said}");
    }

    #[test]
    fn the_example_file_names_every_variable_and_no_other() {
        let example = include_str!("../.env.example");
        let settings = example.lines().filter_map(|line| line.trim_start_matches("# ").split_once('='));
        let named: Vec<&str> =
            settings.map(|(name, _)| name).filter(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_')).collect();
        assert_eq!(named, VARIABLES);
    }
}
