//! One source: its addresses in turn, until one of them gives its text.

use reqwest::Url;

use super::archive::{self, Archived, Capture};
use super::client::{Client, Condition, Given, Page, Received};
use super::outcome::without_credentials;
use super::rounds::{Source, Task};
use super::shelving::{Held, Shelving, begun, text_hash};
use super::{Attempt, FetchError, Outcome, Reason, Row};
use crate::config::ArchiveConfig;
use crate::corpus::{Added, Format, Linked, Origin, Provenance, READERS, Readable, Status, charset, read};

/// What sources are obtained with.
pub(super) struct Job<'j> {
    pub(super) client: &'j Client,
    pub(super) shelving: &'j Shelving,
}

/// A source that is wanted.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub(super) id: String,
    pub(super) title: String,
    /// The address as printed.
    pub(super) printed: Option<String>,
    /// Its current address.
    pub(super) current: Option<String>,
    /// When it was published.
    pub(super) published: Option<String>,
    /// What the corpus holds of it by itself; nothing of a source of the operator's own.
    pub(super) status: Option<Status>,
    /// Set for a source of the operator's own.
    pub(super) added: Option<Added>,
}

impl Source for Wish {
    fn id(&self) -> &str {
        &self.id
    }

    fn address(&self) -> Option<&str> {
        self.printed.as_deref().or(self.current.as_deref())
    }
}

impl Wish {
    /// A source that the corpus links to.
    pub(super) fn linked(source: Linked) -> Self {
        let Linked { id, title, url, current, published, status, lane: _ } = source;
        Self { id, title, printed: url, current, published, status: Some(status), added: None }
    }

    /// A source of the operator's own, by what is known of its copy.
    pub(super) fn added(known: &Provenance) -> Option<Self> {
        let added = known.added.clone()?;
        let title = added.title.clone().unwrap_or_else(|| known.source.clone());
        Some(Self {
            id: known.source.clone(),
            title,
            printed: known.asked.clone(),
            current: None,
            published: None,
            status: None,
            added: Some(added),
        })
    }

    /// The source's own addresses that can be asked, captures among them; not a page that only lists captures.
    fn addresses(&self, archive: Option<&ArchiveConfig>) -> Vec<Place> {
        let own = [(Origin::Printed, &self.printed), (Origin::Current, &self.current)];
        let places = own.into_iter().filter_map(|(origin, address)| {
            let address = address.as_deref()?;
            match archive::archived(archive, address) {
                None => Some(Place::Page { origin, address: address.to_owned() }),
                Some(Archived::Capture(capture)) => Some(Place::Capture { asked: address.to_owned(), capture }),
                Some(Archived::Page) => None,
            }
        });
        let mut places: Vec<Place> = places.collect();
        places.dedup();
        places
    }
}

/// Somewhere to look.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// A page of the source's own.
    Page { origin: Origin, address: String },
    /// A capture of the page at the address that would be asked were it not gone.
    Capture { asked: String, capture: Capture },
}

impl Place {
    fn origin(&self) -> Origin {
        match self {
            Self::Page { origin, .. } => *origin,
            Self::Capture { .. } => Origin::Archive,
        }
    }

    fn address(&self) -> &str {
        match self {
            Self::Page { address, .. } | Self::Capture { capture: Capture { address, .. }, .. } => address,
        }
    }
}

/// A page that was read.
pub(super) struct Text {
    pub(super) page: Page,
    pub(super) readable: Readable,
}

impl Job<'_> {
    /// Fetches the source and puts it on the shelf, if any of its addresses gives it.
    pub(super) async fn obtain(&self, wish: &Wish, received: Received<'_>) -> Result<Row, FetchError> {
        let held = self.shelving.held(&wish.id);
        let mut row = Row::without_copy(wish.id.clone(), wish.title.clone(), Outcome::NoAddress);
        row.held = wish.status == Some(Status::FullText);
        if let Some(held) = &held {
            from(&mut row, &held.provenance);
        }
        if wish.status == Some(Status::LinkDamaged) {
            row.outcome = Outcome::DamagedLink;
            return Ok(row);
        }
        let archive = self.client.config().archive.as_ref();
        let places = wish.addresses(archive);
        for place in &places {
            let captured = held.as_ref().is_some_and(|held| held.provenance.origin == Origin::Archive);
            // A capture does not change.
            if captured && place.origin() == Origin::Archive {
                row.outcome = Outcome::Unchanged;
                return Ok(row);
            }
            if self.try_place(wish, place, held.as_ref(), &mut row, received).await? {
                return Ok(row);
            }
        }
        if let Some(archive) = archive {
            match held.as_ref().map(|held| held.provenance.origin) {
                // There is no better one to be had.
                Some(Origin::Archive) => {
                    row.outcome = Outcome::Unchanged;
                    return Ok(row);
                }
                // What came from the source itself is not exchanged for a capture.
                Some(Origin::Printed | Origin::Current | Origin::HandedIn) => {}
                None => {
                    if let Some(place) = self.capture(wish, &places, archive, &mut row).await
                        && self.try_place(wish, &place, None, &mut row, received).await?
                    {
                        return Ok(row);
                    }
                }
            }
        }
        if let Some(telling) = row.attempts.iter().map(|attempt| attempt.outcome).min() {
            row.outcome = telling;
        }
        Ok(row)
    }

    /// The nearest capture of the source, by any of its addresses that are not the archive's own.
    async fn capture(&self, wish: &Wish, places: &[Place], archive: &ArchiveConfig, row: &mut Row) -> Option<Place> {
        let pages = places.iter().filter(|place| matches!(place, Place::Page { .. }));
        for page in pages {
            if self.is_private(page.address(), archive, row) {
                continue;
            }
            match archive::nearest(self.client, archive, page.address(), wish.published.as_deref()).await {
                Ok(capture) => return Some(Place::Capture { asked: page.address().to_owned(), capture }),
                Err(reason) => row.attempts.push(Attempt::new(Origin::Archive, page.address(), reason)),
            }
        }
        None
    }

    /// Whether an address says something of the operator's own network, or is none of the web: no stranger is told of it.
    fn is_private(&self, address: &str, archive: &ArchiveConfig, row: &Row) -> bool {
        let refused = row.attempts.iter().filter(|attempt| attempt.address == without_credentials(address)).any(|attempt| {
            use Reason::{Credentials, NotAnAddress, NotPublic, Port, Scheme};
            matches!(attempt.reason, NotPublic { .. } | Port { .. } | Scheme { .. } | Credentials | NotAnAddress { .. })
        });
        let own = Url::parse(address).is_ok_and(|url| self.client.config().allows(&url));
        refused || (own && *archive == ArchiveConfig::default())
    }

    /// Asks one address. Whether it gave the text is the answer; what it gave else is in the row.
    async fn try_place(
        &self,
        wish: &Wish,
        place: &Place,
        held: Option<&Held>,
        row: &mut Row,
        received: Received<'_>,
    ) -> Result<bool, FetchError> {
        let condition = held.and_then(condition);
        let given = match self.text(place.address(), condition.as_ref(), received).await {
            Ok(given) => given,
            Err(reason) => {
                row.attempts.push(Attempt::new(place.origin(), place.address(), reason));
                return Ok(false);
            }
        };
        let text = match (given, held) {
            (Some(text), _) => text,
            (None, Some(held)) => {
                self.still(held, wish).await?;
                row.outcome = Outcome::Unchanged;
                return Ok(true);
            }
            // Nobody was asked on a condition.
            (None, None) => return Ok(false),
        };
        row.words = Some(words(&text.readable));
        if let (Some(Added { title: None, .. }), Some(own)) = (&wish.added, &text.readable.title) {
            row.title.clone_from(own);
        }
        let hash = text_hash(&text.readable);
        let same = held.filter(|held| held.provenance.origin == place.origin() && held.provenance.text_hash == hash);
        // The same text at another address is kept from there: that address is asked from now on whether it changes.
        if let Some(held) = same.filter(|held| held.provenance.url.as_deref() == Some(text.page.url.as_str())) {
            self.still(held, wish).await?;
            row.outcome = Outcome::Unchanged;
            return Ok(true);
        }
        let (asked, capture) = match place {
            Place::Page { address, .. } => (address, None),
            Place::Capture { asked, capture } => (asked, Some(capture)),
        };
        let provenance = Provenance {
            asked: Some(asked.clone()),
            url: Some(text.page.url.to_string()),
            captured_at: capture.map(|capture| archive::time(&text.page.url).unwrap_or_else(|| capture.time.clone())),
            headers: text.page.headers,
            ..begun(&wish.id, place.origin(), &text.readable, wish.added.clone())
        };
        let provenance = self.shelving.put(provenance, text.page.format, &text.page.bytes)?;
        from(row, &provenance);
        row.outcome = match capture {
            _ if same.is_some() => Outcome::Unchanged,
            Some(_) => Outcome::ArchivedCopy,
            None => Outcome::Fetched,
        };
        Ok(true)
    }

    /// What an address gives, read; none when it is as it was.
    pub(super) async fn text(&self, address: &str, condition: Option<&Condition>, received: Received<'_>) -> Result<Option<Text>, Reason> {
        let page = match self.client.page(address, condition, received).await? {
            Given::NotModified => return Ok(None),
            Given::Page(page) => page,
        };
        if leads_to_front_page(address, &page.url) {
            return Err(Reason::FrontPage);
        }
        let charset = page.headers.get("content-type").and_then(|media_type| charset(media_type)).map(str::to_owned);
        let (page, readable) = reading(page, charset).await?;
        Ok(Some(Text { page, readable }))
    }

    /// Notes that the source is as it was; a copy that an older version read is read again, and what the operator says of it may
    /// be new.
    async fn still(&self, held: &Held, wish: &Wish) -> Result<(), FetchError> {
        let mut provenance = held.provenance.clone();
        if provenance.readers != READERS
            && let Ok(readable) = read_apart(held.format, provenance.charset().map(str::to_owned), held.bytes.clone()).await.1
        {
            provenance.text_hash = text_hash(&readable);
            provenance.readers = READERS;
        }
        provenance.added.clone_from(&wish.added);
        provenance.drift = None;
        if provenance == held.provenance { Ok(()) } else { self.shelving.note(&provenance) }
    }
}

impl Task<Wish> for Job<'_> {
    type Result = Row;

    fn work(&self, wish: &Wish, received: Received<'_>) -> impl Future<Output = Result<Row, FetchError>> + Send {
        self.obtain(wish, received)
    }
}

/// Fills in where the copy comes from.
fn from(row: &mut Row, provenance: &Provenance) {
    row.held = true;
    row.origin = Some(provenance.origin);
    row.url.clone_from(&provenance.url);
    row.captured_at.clone_from(&provenance.captured_at);
}

/// On what condition a copy is fetched anew.
pub(super) fn condition(held: &Held) -> Option<Condition> {
    let header = |name: &str| held.provenance.headers.get(name).cloned();
    let (url, etag, last_modified) = (held.provenance.url.clone()?, header("etag"), header("last-modified"));
    (etag.is_some() || last_modified.is_some()).then_some(Condition { url, etag, last_modified })
}

/// A page of its own that leads to the front page is gone, whatever the status says.
fn leads_to_front_page(asked: &str, answered: &Url) -> bool {
    let was_page = Url::parse(asked.trim()).is_ok_and(|asked| asked.path().len() > 1);
    was_page && answered.path() == "/" && answered.query().is_none()
}

async fn reading(page: Page, charset: Option<String>) -> Result<(Page, Readable), Reason> {
    let Page { url, headers, format, bytes } = page;
    let (bytes, readable) = read_apart(format, charset, bytes).await;
    let readable = checked(readable?)?;
    Ok((Page { url, headers, format, bytes }, readable))
}

/// Reads what was fetched or handed in, and refuses what is not surely the text.
pub(super) async fn read_surely(format: Format, charset: Option<String>, bytes: Vec<u8>) -> (Vec<u8>, Result<Readable, Reason>) {
    let (bytes, readable) = read_apart(format, charset, bytes).await;
    (bytes, readable.and_then(checked))
}

fn checked(readable: Readable) -> Result<Readable, Reason> {
    match &readable.doubt {
        _ if words(&readable) == 0 => Err(Reason::NoWords),
        Some(doubt) => Err(Reason::Doubt { doubt: doubt.clone() }),
        None => Ok(readable),
    }
}

/// Reads bytes on a thread for long work: a large page takes a second. They are given back.
async fn read_apart(format: Format, charset: Option<String>, bytes: Vec<u8>) -> (Vec<u8>, Result<Readable, Reason>) {
    let bytes = std::sync::Arc::new(bytes);
    let shared = std::sync::Arc::clone(&bytes);
    let read = tokio::task::spawn_blocking(move || read(format, charset.as_deref(), &shared)).await;
    let readable = match read {
        Ok(Ok(readable)) => Ok(readable),
        Ok(Err(unreadable)) => Err(Reason::Unreadable { problem: unreadable.to_string() }),
        // The reader gave up on it in the roughest way.
        Err(_) => Err(Reason::Unreadable { problem: "cannot be read to its end".to_owned() }),
    };
    (std::sync::Arc::unwrap_or_clone(bytes), readable)
}

/// How many words a text has.
pub(super) fn words(readable: &Readable) -> usize {
    readable.text.split_whitespace().count()
}
