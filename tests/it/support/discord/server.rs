//! The fake as a whole: starting it, looking into it, waiting for it, and its last word.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use super::state::{Id, Recorded, Settings, State};
use super::tls::Authority;
use super::{gateway, rest};

/// Looks like a bot's token, and is nobody's.
const TOKEN: &str = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.fAkEtO.only-a-fake-discord-takes-this-token";
const HEARTBEAT: Duration = Duration::from_secs(5);
/// What Discord grants a bot in a day.
const IDENTIFY_LIMIT: usize = 1000;
/// How long a verb waits for the bot before the test fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// The model, and a bell that rings whenever it may have changed.
pub struct Shared {
    state: Mutex<State>,
    changes: watch::Sender<u64>,
    patience: Duration,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A verb that panicked has failed its test already; the rest may still be looked at.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn look<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.lock())
    }

    pub fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.lock());
        self.changes.send_modify(|count| *count += 1);
        result
    }

    /// Waits until the probe finds something. A rule broken meanwhile fails the test at once.
    pub async fn until<T>(&self, what: &str, mut probe: impl FnMut(&mut State) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        let deadline = Instant::now() + self.patience;
        loop {
            let found = probe(&mut self.lock());
            if let Some(found) = found {
                return found;
            }
            let violations = self.look(|state| state.violations.clone());
            assert!(violations.is_empty(), "while waiting for {what}: {violations:#?}");
            if timeout_at(deadline, changes.changed()).await.is_err() {
                let requests = self.look(|state| state.requests.clone());
                panic!("waited {:?} in vain for {what}; the bot's requests: {requests:#?}", self.patience);
            }
        }
    }
}

/// How the fake is to be.
pub struct Builder {
    settings: Settings,
    tls: bool,
    patience: Duration,
}

impl Builder {
    pub fn heartbeat(mut self, interval: Duration) -> Self {
        self.settings.heartbeat = interval;
        self
    }

    /// How many sessions may be started in a day.
    pub fn identify_limit(mut self, limit: usize) -> Self {
        self.settings.identify_limit = limit;
        self
    }

    /// `GET /gateway` fails.
    pub fn gateway_down(mut self) -> Self {
        self.settings.gateway_down = true;
        self
    }

    /// The REST side is served behind TLS as well, under the name discord.com.
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// How long verbs wait before they fail the test.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub async fn start(self) -> FakeDiscord {
        let gateway = listen().await;
        let mut state = State::new(self.settings);
        state.gateway_url = format!("ws://{}", address(&gateway));
        let changes = watch::Sender::new(0);
        let shared = Arc::new(Shared { state: Mutex::new(state), changes, patience: self.patience });
        let router = Router::new().fallback(rest::handle).with_state(Arc::clone(&shared));

        let mut tasks = JoinSet::new();
        tasks.spawn(gateway::serve(gateway, Arc::clone(&shared)));
        let plain = listen().await;
        let api = address(&plain);
        shared.with(|state| state.files_url = format!("http://{api}"));
        let plain_router = router.clone();
        tasks.spawn(async move { axum::serve(plain, plain_router).await.expect("axum serves for ever") });
        let tls = if self.tls { Some(serve_tls(router, &mut tasks).await) } else { None };
        FakeDiscord { shared, api, tls, _tasks: tasks }
    }
}

async fn listen() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.expect("a free port on the loopback interface")
}

fn address(listener: &TcpListener) -> SocketAddr {
    listener.local_addr().expect("a bound socket")
}

async fn serve_tls(router: Router, tasks: &mut JoinSet<()>) -> (SocketAddr, Authority) {
    let tcp = listen().await;
    let tls_address = address(&tcp);
    let authority = Authority::new();
    let listener = authority.listener(tcp);
    tasks.spawn(async move { axum::serve(listener, router).await.expect("axum serves for ever") });
    (tls_address, authority)
}

/// Discord, as far as one test is concerned.
pub struct FakeDiscord {
    pub(super) shared: Arc<Shared>,
    api: SocketAddr,
    tls: Option<(SocketAddr, Authority)>,
    /// Dropping them stops the servers.
    _tasks: JoinSet<()>,
}

impl FakeDiscord {
    pub async fn start() -> Self {
        Self::builder().start().await
    }

    pub fn builder() -> Builder {
        let settings = Settings { token: TOKEN.to_owned(), heartbeat: HEARTBEAT, identify_limit: IDENTIFY_LIMIT, gateway_down: false };
        Builder { settings, tls: false, patience: PATIENCE }
    }

    /// For serenity's `HttpBuilder::proxy`, which puts it in place of `https://discord.com`.
    pub fn api_base(&self) -> String {
        format!("http://{}", self.api)
    }

    /// Where `discord.com` is to be resolved to.
    pub fn tls_addr(&self) -> SocketAddr {
        self.tls.as_ref().expect("the fake was not started with `tls()`").0
    }

    /// The certificate of the authority that vouches for [`Self::tls_addr`].
    pub fn ca_pem_path(&self) -> &Path {
        self.tls.as_ref().expect("the fake was not started with `tls()`").1.certificate.path()
    }

    pub fn token(&self) -> String {
        self.shared.look(|state| state.settings.token.clone())
    }

    pub fn bot_id(&self) -> Id {
        self.shared.look(|state| state.bot)
    }

    pub fn application_id(&self) -> Id {
        self.shared.look(|state| state.application)
    }

    /// Waits until the bot is connected and has been told READY.
    pub async fn ready(&self) {
        self.shared.until("the bot to connect", |state| state.is_connected().then_some(())).await;
    }

    /// Waits until the bot has commands.
    pub async fn registered(&self) {
        let has_commands = |state: &mut State| (!state.commands.is_empty()).then_some(());
        self.shared.until("the bot to register its commands", has_commands).await;
    }

    /// The registered commands, as Discord gives them back.
    pub fn commands(&self) -> Vec<Value> {
        self.shared.look(|state| state.commands.clone())
    }

    /// How often commands were written; a bot that compares first writes once.
    pub fn registrations(&self) -> usize {
        self.shared.look(|state| state.registrations)
    }

    /// How many sessions were begun.
    pub fn identifies(&self) -> usize {
        self.shared.look(|state| state.identifies)
    }

    pub fn resumes(&self) -> usize {
        self.shared.look(|state| state.resumes)
    }

    /// Waits until that many sessions have been begun in all.
    pub async fn identified(&self, times: usize) {
        let enough = |state: &mut State| (state.identifies >= times && state.is_connected()).then_some(());
        self.shared.until(&format!("IDENTIFY number {times}"), enough).await;
    }

    /// Waits until sessions have been resumed that often in all.
    pub async fn resumed(&self, times: usize) {
        let enough = |state: &mut State| (state.resumes >= times).then_some(());
        self.shared.until(&format!("RESUME number {times}"), enough).await;
    }

    /// Waits until no session is connected: the bot has left, or lost its line.
    pub async fn disconnected(&self) {
        self.shared.until("the bot to leave", |state| (!state.is_connected()).then_some(())).await;
    }

    /// Everything the bot has asked for, in order.
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.look(|state| state.requests.clone())
    }

    /// The rules broken so far, which are then forgotten: for tests of the fake itself.
    pub fn take_violations(&self) -> Vec<String> {
        self.shared.with(|state| std::mem::take(&mut state.violations))
    }

    /// What the fake will say when it is dropped.
    fn complaints(&self) -> Vec<String> {
        self.shared.look(|state| {
            let unread = state.unread().map(|message| format!("nobody read the bot's message {}: {:?}", message.id, message.content));
            let unanswered = state.unanswered().map(|interaction| format!("the bot left this unanswered: {}", interaction.payload["data"]));
            state.violations.iter().cloned().chain(unread).chain(unanswered).collect()
        })
    }
}

impl Drop for FakeDiscord {
    /// A broken rule, an unread message or an unanswered user fails the test.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let complaints = self.complaints();
        assert!(complaints.is_empty(), "Discord would not have this:\n- {}", complaints.join("\n- "));
    }
}
