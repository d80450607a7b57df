//! How sources are fetched: which hosts beside public ones may be asked, where the web's archive is, how long and how much.

use std::time::Duration;

use reqwest::Url;

use super::{ConfigError, Environment};

pub(super) const ALLOW: &str = "ACCORD_FETCH_ALLOW";
pub(super) const ARCHIVE: &str = "ACCORD_FETCH_ARCHIVE";

/// Who says at which address a capture is.
const ARCHIVE_API: &str = "https://archive.org";
/// Who keeps the captures.
const ARCHIVE_WEB: &str = "https://web.archive.org";
const OFF: &str = "off";

/// What `accord fetch` needs.
#[derive(Debug, Clone)]
pub struct FetchConfig {
    /// `ACCORD_FETCH_ALLOW` (default: none): hosts that may be asked although they are not public, and on any port.
    pub allow: Vec<AllowedHost>,
    /// `ACCORD_FETCH_ARCHIVE` (default: the Web Archive): where captures are looked for; none with `off`.
    pub archive: Option<ArchiveConfig>,
    /// How long a connection may take to come about.
    pub connect_timeout: Duration,
    /// How long a server may be silent within an answer.
    pub silence_timeout: Duration,
    /// How long an answer may take, from the first word to the last.
    pub answer_timeout: Duration,
    /// The most bytes of a page or a text, unpacked.
    pub most_text: u64,
    /// The most bytes of a PDF file, unpacked.
    pub most_pdf: u64,
    /// How long a host is left alone between two requests. A host that is allowed by name is the operator's own, and is not.
    pub pause: Duration,
    /// How often a request is made at the most when the server is busy or the connection breaks.
    pub attempts: usize,
    /// How long is waited before the second attempt; twice as long before the third.
    pub first_wait: Duration,
    /// The longest that is waited for one address in all, also when the server asks for more.
    pub most_wait: Duration,
}

/// Where captures of pages that are gone are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveConfig {
    /// The address below which `/wayback/available` tells the nearest capture.
    pub api: String,
    /// The address below which `/web/YYYYMMDDhhmmssid_/ADDRESS` is a capture as it was.
    pub web: String,
}

/// A host that may be asked although it is not public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedHost {
    /// Its name or its address, as it stands in a URL.
    pub host: String,
    /// The only port; any when none is said.
    pub port: Option<u16>,
}

impl Default for ArchiveConfig {
    /// The Web Archive.
    fn default() -> Self {
        Self { api: ARCHIVE_API.to_owned(), web: ARCHIVE_WEB.to_owned() }
    }
}

impl Default for FetchConfig {
    fn default() -> Self {
        Self {
            allow: Vec::new(),
            archive: Some(ArchiveConfig::default()),
            connect_timeout: Duration::from_secs(10),
            silence_timeout: Duration::from_secs(20),
            answer_timeout: Duration::from_secs(60),
            most_text: 10_000_000,
            most_pdf: 30_000_000,
            pause: Duration::from_secs(1),
            attempts: 3,
            first_wait: Duration::from_secs(1),
            most_wait: Duration::from_secs(10),
        }
    }
}

impl FetchConfig {
    /// Reads the settings.
    ///
    /// # Errors
    /// The variable that cannot be used, with the next step.
    pub fn read(environment: &Environment) -> Result<Self, ConfigError> {
        let mut config = Self::default();
        if let Some(given) = environment.get(ALLOW) {
            config.allow = given.split(',').map(|host| allowed(host.trim())).collect::<Result<_, _>>()?;
        }
        if let Some(given) = environment.get(ARCHIVE) {
            config.archive = archive(given)?;
        }
        Ok(config)
    }

    /// Whether the operator allowed the host of `url`, on its port.
    #[must_use]
    pub fn allows(&self, url: &Url) -> bool {
        let (host, port) = (url.host_str(), url.port_or_known_default());
        self.allow.iter().any(|allowed| host == Some(allowed.host.as_str()) && (allowed.port.is_none() || allowed.port == port))
    }
}

/// `host`, `host:port`, `1.2.3.4`, `1.2.3.4:80`, `::1`, `[::1]`, `[::1]:80`, written as a URL has them.
fn allowed(given: &str) -> Result<AllowedHost, ConfigError> {
    let wrong = || ConfigError::Value {
        variable: ALLOW,
        why: format!("`{given}` is not a host"),
        next: "Give names or addresses of hosts, with a port if only that one is meant, and commas between them: wiki.example, 10.0.0.7:8080.",
    };
    let address = if given.parse::<std::net::Ipv6Addr>().is_ok() { format!("[{given}]") } else { given.to_owned() };
    // The scheme has no usual port that would be dropped, and as a scheme of the web it has the host written in the usual way.
    let url = Url::parse(&format!("ftp://{address}")).map_err(|_| wrong())?;
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(wrong)?;
    let port = address.rsplit_once(':').filter(|(before, _)| !before.contains(':') || before.ends_with(']')).map(|(_, port)| port);
    let port = port.map(str::parse).transpose().map_err(|_| wrong())?;
    let rest = [url.path() == "/" && !given.ends_with('/'), url.query().is_none(), url.fragment().is_none(), url.username().is_empty()];
    if rest.contains(&false) || url.password().is_some() {
        return Err(wrong());
    }
    Ok(AllowedHost { host: host.to_owned(), port })
}

/// One address for both sides of an archive, or `off`.
fn archive(given: &str) -> Result<Option<ArchiveConfig>, ConfigError> {
    if given.eq_ignore_ascii_case(OFF) {
        return Ok(None);
    }
    let url = Url::parse(given).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.query().is_none());
    let Some(url) = url else {
        return Err(ConfigError::Value {
            variable: ARCHIVE,
            why: "it is not an http or https address".to_owned(),
            next: "Give the address of an archive that answers as the Web Archive does (`/wayback/available` and `/web/`), or `off`.",
        });
    };
    let base = url.as_str().trim_end_matches('/').to_owned();
    Ok(Some(ArchiveConfig { api: base.clone(), web: base }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(allow: &str) -> FetchConfig {
        FetchConfig::read(&[(ALLOW, allow)].into()).unwrap()
    }

    #[test]
    fn allowed_hosts_are_names_and_addresses_with_a_port_or_without() {
        let config = config("Wiki.Example, 10.0.0.7:8080,::1, [::2]:81, localhost:80");
        for (url, allowed) in [
            ("http://wiki.example/a", true),
            ("https://wiki.example:8443/", true),
            ("http://evil.wiki.example/", false),
            ("http://wiki.example.evil/", false),
            ("http://10.0.0.7:8080/x", true),
            ("http://10.0.0.7/", false),
            ("http://10.0.0.8:8080/", false),
            ("http://[::1]/", true),
            ("http://[::1]:99/", true),
            ("http://[::2]:81/", true),
            ("http://[::2]/", false),
            ("http://localhost/", true),
            ("http://localhost:81/", false),
            ("http://127.0.0.1/", false),
        ] {
            assert_eq!(config.allows(&Url::parse(url).unwrap()), allowed, "{url}");
        }
    }

    #[test]
    fn what_is_not_a_host_is_named() {
        for bad in ["", ",", "a b", "http://x", "x/", "x/y", "user@x", "x:port", "x:70000", "[::1", "x?y"] {
            let given = format!("fine.example,{bad}");
            let said = FetchConfig::read(&[(ALLOW, given.as_str())].into()).unwrap_err().to_string();
            assert!(said.starts_with("ACCORD_FETCH_ALLOW cannot be used"), "{bad}: {said}");
        }
    }

    #[test]
    fn the_archive_can_be_another_or_none() {
        let read = |given| FetchConfig::read(&[(ARCHIVE, given)].into());
        assert_eq!(FetchConfig::default().archive.unwrap().web, "https://web.archive.org");
        assert_eq!(read("OFF").unwrap().archive, None);
        assert_eq!(read("http://127.0.0.1:8/mirror/").unwrap().archive.unwrap().api, "http://127.0.0.1:8/mirror");
        assert!(read("ftp://x").unwrap_err().to_string().contains(ARCHIVE));
    }
}
