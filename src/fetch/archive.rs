//! The Web Archive: which capture is nearest to a day, and where it lies as it was captured.

use reqwest::Url;
use serde::Deserialize;

use super::Reason;
use super::client::Client;
use crate::config::ArchiveConfig;

/// How many digits the time of a capture has: `YYYYMMDDhhmmss`.
const TIME_DIGITS: usize = 14;
/// Asks for a capture as it was, without the archive's own bar and rewritten links.
const RAW: &str = "id_";

/// A capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Capture {
    /// When it was captured, as `YYYYMMDDhhmmss` (UTC).
    pub(super) time: String,
    /// Where it lies as it was.
    pub(super) address: String,
}

/// What an address of the archive itself is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Archived {
    /// A capture.
    Capture(Capture),
    /// A calendar of captures, or another page of the archive's own.
    Page,
}

#[derive(Deserialize)]
struct Available {
    #[serde(default)]
    archived_snapshots: Snapshots,
}

#[derive(Default, Deserialize)]
struct Snapshots {
    closest: Option<Closest>,
}

#[derive(Deserialize)]
struct Closest {
    available: bool,
    timestamp: String,
    #[serde(default)]
    status: String,
}

/// The capture of `address` that is nearest to `day` (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), or to today.
pub(super) async fn nearest(client: &Client, archive: &ArchiveConfig, address: &str, day: Option<&str>) -> Result<Capture, Reason> {
    let mut asked = Url::parse(&format!("{}/wayback/available", archive.api)).map_err(|_| Reason::NoArchive)?;
    asked.query_pairs_mut().append_pair("url", address);
    if let Some(day) = day {
        asked.query_pairs_mut().append_pair("timestamp", &day.replace('-', ""));
    }
    let json = client.captures(asked.as_str()).await?;
    let available: Available = serde_json::from_slice(&json).map_err(|_| Reason::NoArchive)?;
    let closest = available.archived_snapshots.closest.ok_or(Reason::NoCapture)?;
    // A capture of an error is no copy of the page.
    if !closest.available || !matches!(closest.status.as_str(), "" | "200") {
        return Err(Reason::NoCapture);
    }
    if !is_time(&closest.timestamp) {
        return Err(Reason::NoArchive);
    }
    Ok(raw(archive, &closest.timestamp, address))
}

fn raw(archive: &ArchiveConfig, time: &str, address: &str) -> Capture {
    // What stands behind # is for a browser alone.
    let address = address.split('#').next().unwrap_or_default();
    Capture { time: time.to_owned(), address: format!("{}/web/{time}{RAW}/{address}", archive.web) }
}

/// What `address` is, if it is one of the Web Archive's or of the archive that is asked in its place. Where none is asked, a capture
/// is as little use as a calendar.
pub(super) fn archived(asked: Option<&ArchiveConfig>, address: &str) -> Option<Archived> {
    let usual = ArchiveConfig::default();
    let path = [Some(&usual), asked].into_iter().flatten().find_map(|archive| below(&archive.web, address))?;
    let rest = path.strip_prefix("web/")?;
    let capture = asked.zip(rest.split_once('/')).and_then(|(archive, (when, page))| {
        let (time, mode) = when.split_at_checked(TIME_DIGITS)?;
        let is_mode = mode.is_empty() || mode.ends_with('_');
        (is_time(time) && is_mode && !page.is_empty()).then(|| raw(archive, time, page))
    });
    Some(capture.map_or(Archived::Page, Archived::Capture))
}

/// The path of an address below a base, with http or https.
fn below<'a>(base: &str, address: &'a str) -> Option<&'a str> {
    let (_, host_and_path) = address.split_once("://")?;
    let (_, base) = base.split_once("://")?;
    host_and_path.strip_prefix(base)?.strip_prefix('/')
}

/// When the capture at an address of the archive was made, which may be another than was asked for.
pub(super) fn time(address: &Url) -> Option<String> {
    let when = address.path().split('/').find_map(|part| part.strip_suffix(RAW))?;
    is_time(when).then(|| when.to_owned())
}

fn is_time(digits: &str) -> bool {
    digits.len() == TIME_DIGITS && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::FetchConfig;

    #[test]
    fn a_calendar_is_not_a_capture() {
        let archive = FetchConfig::default().archive.unwrap();
        let of = |address| archived(Some(&archive), address);
        assert_eq!(of("https://web.archive.org/web/2015*/http://www.example.org/a.htm"), Some(Archived::Page));
        assert_eq!(of("https://web.archive.org/web/2015/http://www.example.org/a.htm"), Some(Archived::Page));
        assert_eq!(of("https://web.archive.org/about/"), None, "a page like any other");
        assert_eq!(of("https://obamawhitehouse.archives.gov/web/2015*/x"), None);
        assert_eq!(of("https://web.archive.org.evil.example/web/20151001120000/http://x/"), None);
        for address in [
            "https://web.archive.org/web/20151001120000/http://x.example/a?b=c#d",
            "http://web.archive.org/web/20151001120000if_/http://x.example/a?b=c",
        ] {
            let raw = "https://web.archive.org/web/20151001120000id_/http://x.example/a?b=c";
            assert_eq!(of(address), Some(Archived::Capture(Capture { time: "20151001120000".to_owned(), address: raw.to_owned() })));
            assert_eq!(archived(None, address), Some(Archived::Page), "no archive is to be asked");
        }
    }
}
