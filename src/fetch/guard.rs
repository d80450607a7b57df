//! Who may be asked: hosts of the public internet, on the web's ports. Names are checked when they are looked up, and the
//! connection goes to what was checked.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Reason;

/// Whether an address is one of the public internet, so that asking it reaches nothing of this machine or its network.
pub(super) fn public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => public_v4(address),
        IpAddr::V6(address) => public_v6(address),
    }
}

/// By IANA's registry of special-purpose addresses.
fn public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = match (a, b, c) {
        // This network, loopback, private, shared by carriers, link-local (with the clouds' metadata services).
        (0 | 10 | 127, ..) | (100, 64..=127, _) | (169, 254, _) | (172, 16..=31, _) | (192, 168, _) => true,
        // Protocol assignments, documentation, the old 6to4 relays, benchmarks.
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113) => true,
        // Multicast, reserved, broadcast.
        (224..=255, ..) => true,
        _ => false,
    };
    !special
}

/// Only global unicast (2000::/3) is public, and of that nothing in which another address is wrapped.
fn public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, ..] = address.segments();
    let global = (a & 0xe000) == 0x2000;
    let special = match (a, b) {
        // Protocol assignments, among them Teredo, benchmarks and ORCHID.
        (0x2001, 0..=0x1ff) => true,
        // Documentation.
        (0x2001, 0xdb8) => true,
        (0x3fff, _) => b < 0x1000,
        // 6to4, in which an IPv4 address is wrapped.
        (0x2002, _) => true,
        // AS112, which answers for private networks.
        (0x2620, 0x4f) => c == 0x8000,
        _ => false,
    };
    global && !special
}

/// Whether `url` may be asked at all, before any name is looked up. A host that the operator allowed is spared all but the
/// scheme.
pub(super) fn admit(url: &Url, allowed: bool) -> Result<(), Reason> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Reason::Scheme { scheme: url.scheme().to_owned() });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Reason::Credentials);
    }
    if allowed {
        return Ok(());
    }
    if let Some(port) = url.port().filter(|port| !matches!(port, 80 | 443)) {
        return Err(Reason::Port { port });
    }
    match literal(url) {
        Some(address) if !public(address) => Err(Reason::NotPublic { host: host(url) }),
        _ => Ok(()),
    }
}

/// The host of an address, as it stands there.
pub(super) fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// The address that a URL names in figures; no name is looked up for it.
fn literal(url: &Url) -> Option<IpAddr> {
    if url.domain().is_some() {
        return None;
    }
    url.host_str()?.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// A name leads to an address that is not public.
#[derive(Debug)]
pub(super) struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads to an address that is not public")
    }
}

impl Error for NotPublic {}

/// A name cannot be looked up.
#[derive(Debug)]
pub(super) struct NotFound {
    /// Whether that may be otherwise in a moment.
    pub(super) for_now: bool,
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name cannot be looked up")
    }
}

impl Error for NotFound {}

type LookedUp = Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>>;

/// Looks names up.
type LookUp = Arc<dyn Fn(String) -> LookedUp + Send + Sync>;

/// Looks names up, in the machine's own way, and gives their addresses.
pub(super) struct Names {
    look_up: LookUp,
    /// Whether they are given only when every one of them is public: a name with a public address and a private one is somebody's
    /// attempt.
    public_only: bool,
}

impl Names {
    /// For strangers' hosts.
    pub(super) fn public() -> Self {
        Self { public_only: true, ..Self::any() }
    }

    /// For hosts that the operator allowed by name.
    pub(super) fn any() -> Self {
        let look_up = |name: String| -> LookedUp { Box::pin(async move { Ok(tokio::net::lookup_host((name, 0)).await?.collect()) }) };
        Self { look_up: Arc::new(look_up), public_only: false }
    }
}

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let looked_up = (self.look_up)(name.as_str().to_owned());
        let public_only = self.public_only;
        Box::pin(async move {
            // The resolver's kinds of failure are told apart by their words alone.
            let found = looked_up.await.map_err(|error| NotFound { for_now: error.to_string().to_lowercase().contains("temporary") })?;
            if found.is_empty() {
                return Err(NotFound { for_now: false }.into());
            }
            if public_only && found.iter().any(|address| !public(address.ip())) {
                return Err(NotPublic.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn only_the_public_internet_is_public() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::8.8.8.8",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::ffff:0:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "64:ff9b:1::10.0.0.1",
            "100::1",
            "2001::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2001:2::1",
            "2001:10::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:808:808::1",
            "3fff::1",
            "3fff:fff::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "4000::1",
            "2620:4f:8000::1",
        ] {
            assert!(!public(address.parse().unwrap()), "{address}");
        }
        for address in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "126.1.1.1",
            "128.0.0.1",
            "169.253.1.1",
            "169.255.1.1",
            "172.15.1.1",
            "172.32.0.1",
            "192.0.1.1",
            "192.167.1.1",
            "192.169.1.1",
            "198.17.1.1",
            "198.20.1.1",
            "207.241.224.2",
            "223.255.255.255",
            "2001:4860:4860::8888",
            "2001:200::1",
            "2600:1f18::1",
            "2a00:1450::1",
            "2606:4700:4700::1111",
            "3fff:1000::1",
        ] {
            assert!(public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn an_address_is_judged_however_it_is_written() {
        let refused = |given: &str| admit(&Url::parse(given).unwrap(), false).unwrap_err();
        for given in [
            "http://127.0.0.1/",
            "http://127.1/",
            "http://0x7f.1/",
            "http://2130706433/",
            "http://017700000001/",
            "http://[::1]/",
            "http://[::ffff:7f00:1]/",
            "http://169.254.169.254/latest/meta-data",
            "https://[fe80::1]/",
            "http://0/",
            "http://%31%32%37.0.0.1/",
        ] {
            assert!(matches!(refused(given), Reason::NotPublic { .. }), "{given}");
        }
        assert_eq!(refused("file:///etc/passwd"), Reason::Scheme { scheme: "file".to_owned() });
        assert_eq!(refused("gopher://8.8.8.8/"), Reason::Scheme { scheme: "gopher".to_owned() });
        assert_eq!(refused("http://user:password@example.com/"), Reason::Credentials);
        assert_eq!(refused("http://user@example.com/"), Reason::Credentials);
        assert_eq!(refused("http://example.com:22/"), Reason::Port { port: 22 });
        for given in ["http://8.8.8.8/", "https://example.com/", "http://example.com:443/", "https://example.com:80/x?y=z"] {
            assert_eq!(admit(&Url::parse(given).unwrap(), false), Ok(()), "{given}");
        }
        assert_eq!(admit(&Url::parse("http://127.0.0.1:8080/").unwrap(), true), Ok(()));
        assert!(admit(&Url::parse("http://a:b@127.0.0.1:8080/").unwrap(), true).is_err());
    }

    fn guarded(answers: &'static [&'static [&'static str]]) -> (Names, Arc<AtomicUsize>) {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let look_up = Arc::new(move |_| -> LookedUp {
            let answer = answers[count.fetch_add(1, Ordering::SeqCst) % answers.len()];
            let addresses = answer.iter().map(|ip| SocketAddr::new(ip.parse().unwrap(), 0)).collect();
            Box::pin(async move { Ok(addresses) })
        });
        (Names { look_up, public_only: true }, asked)
    }

    async fn resolved(guarded: &Names) -> Result<Vec<IpAddr>, String> {
        let found = guarded.resolve("rebind.example".parse().unwrap()).await.map_err(|error| error.to_string())?;
        Ok(found.map(|address| address.ip()).collect())
    }

    #[tokio::test]
    async fn a_name_is_refused_when_any_of_its_addresses_is_not_public() {
        let refused = NotPublic.to_string();
        assert_eq!(resolved(&guarded(&[&["8.8.8.8", "10.0.0.1"]]).0).await, Err(refused.clone()));
        assert_eq!(resolved(&guarded(&[&["::ffff:127.0.0.1"]]).0).await, Err(refused));
        assert!(resolved(&guarded(&[&[]]).0).await.is_err());
        let both = ["8.8.8.8", "2606:4700:4700::1111"].map(|ip| ip.parse().unwrap());
        assert_eq!(resolved(&guarded(&[&["8.8.8.8", "2606:4700:4700::1111"]]).0).await, Ok(both.to_vec()));
    }

    #[tokio::test]
    async fn a_name_that_changes_its_address_is_judged_at_each_look_up() {
        let (guarded, asked) = guarded(&[&["8.8.8.8"], &["127.0.0.1"]]);
        assert!(resolved(&guarded).await.is_ok());
        assert!(resolved(&guarded).await.is_err(), "the second answer is judged by itself");
        assert_eq!(asked.load(Ordering::SeqCst), 2, "one look-up a connection, and what it gave is what is connected to");
    }

    #[tokio::test]
    async fn the_machines_own_names_are_refused() {
        assert!(resolved_by_system("localhost").await.is::<NotPublic>());
    }

    async fn resolved_by_system(name: &str) -> Box<dyn Error + Send + Sync> {
        match Names::public().resolve(name.parse().unwrap()).await {
            Ok(_) => panic!("{name} was resolved"),
            Err(error) => error,
        }
    }
}
