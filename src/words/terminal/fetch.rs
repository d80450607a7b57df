//! What Accord says of fetching: how far it has come, what came of each source and why, and what became of what was fetched.

use super::count;

/// The heads of the table's columns: source, outcome, words, where from.
#[must_use]
pub fn columns() -> [&'static str; 4] {
    ["SOURCE", "OUTCOME", "WORDS", "FROM"]
}

/// The text was fetched.
#[must_use]
pub fn fetched() -> &'static str {
    "fetched"
}

/// It is as it was.
#[must_use]
pub fn unchanged() -> &'static str {
    "unchanged"
}

/// A capture was fetched.
#[must_use]
pub fn archived_copy() -> &'static str {
    "archived copy"
}

/// The reader doubts it.
#[must_use]
pub fn unsure() -> &'static str {
    "unsure"
}

/// It cannot be read.
#[must_use]
pub fn not_text() -> &'static str {
    "not text"
}

/// It is too large.
#[must_use]
pub fn too_large() -> &'static str {
    "too large"
}

/// It may not be fetched.
#[must_use]
pub fn blocked() -> &'static str {
    "blocked"
}

/// It is not there.
#[must_use]
pub fn dead() -> &'static str {
    "dead"
}

/// Its link is damaged.
#[must_use]
pub fn damaged_link() -> &'static str {
    "damaged link"
}

/// No address is known.
#[must_use]
pub fn no_address() -> &'static str {
    "no address"
}

/// Where a copy is from: its own address.
#[must_use]
pub fn from_address(url: &str) -> String {
    url.to_owned()
}

/// Where a copy is from: a capture; `time` is `YYYY-MM-DD`.
#[must_use]
pub fn from_capture(url: &str, time: &str) -> String {
    format!("{url} (captured {time})")
}

/// Where a copy is from: it was handed in.
#[must_use]
pub fn from_file() -> &'static str {
    "a file that was handed in"
}

/// Where the words are from, when the corpus itself holds them.
#[must_use]
pub fn from_corpus() -> &'static str {
    "the corpus's own file"
}

/// That an earlier copy stays, for what came now is none.
#[must_use]
pub fn copy_stays() -> &'static str {
    "the copy from before stays"
}

/// What an address gave that did not lead to a copy.
#[must_use]
pub fn attempt(place: &str, address: &str, reason: &str) -> String {
    format!("{place} {address}: {reason}")
}

/// The address as printed.
#[must_use]
pub fn as_printed() -> &'static str {
    "as printed"
}

/// The current address.
#[must_use]
pub fn current() -> &'static str {
    "current"
}

/// The Web Archive.
#[must_use]
pub fn archive() -> &'static str {
    "archive"
}

/// A file.
#[must_use]
pub fn file() -> &'static str {
    "file"
}

/// The server's status.
#[must_use]
pub fn status(status: u16) -> String {
    let meaning = match status {
        401 => "it wants a password",
        402 => "it wants to be paid",
        403 => "it refuses",
        404 => "it is not there",
        410 => "it is gone",
        429 => "too many requests, also after a while",
        451 => "it may not show it, for legal reasons",
        500.. => "the server is in trouble",
        _ => "that is no page",
    };
    format!("status {status}, {meaning}")
}

/// The host's name is unknown.
#[must_use]
pub fn no_host(host: &str) -> String {
    format!("there is no host {host}")
}

/// The name cannot be looked up now.
#[must_use]
pub fn no_name_service(host: &str) -> String {
    format!("the name {host} cannot be looked up now; is this machine online?")
}

/// No connection.
#[must_use]
pub fn no_connection(host: &str) -> String {
    format!("no connection to {host} comes about")
}

/// The connection broke.
#[must_use]
pub fn broken(host: &str) -> String {
    format!("the connection to {host} breaks off")
}

/// Too slow.
#[must_use]
pub fn timed_out(host: &str) -> String {
    format!("{host} takes too long")
}

/// robots.txt forbids it.
#[must_use]
pub fn robots(host: &str) -> String {
    format!("the robots.txt of {host} does not want it fetched by programs")
}

/// robots.txt cannot be had.
#[must_use]
pub fn no_robots(host: &str, status: u16) -> String {
    format!("the robots.txt of {host} cannot be had (status {status}), so the host is left alone")
}

/// The host is not public.
#[must_use]
pub fn not_public(host: &str) -> String {
    format!("{host} is not on the public internet; ACCORD_FETCH_ALLOW can name it")
}

/// The port is unusual.
#[must_use]
pub fn port(port: u16) -> String {
    format!("port {port} is not one of the web's; ACCORD_FETCH_ALLOW can name the host")
}

/// The scheme is not the web's.
#[must_use]
pub fn scheme(scheme: &str) -> String {
    format!("{scheme}: is not http or https")
}

/// There are credentials in the address.
#[must_use]
pub fn credentials() -> &'static str {
    "the address holds a user's name or password"
}

/// It is no address.
#[must_use]
pub fn not_an_address(given: &str) -> String {
    format!("{given} is not an address")
}

/// The redirects go round.
#[must_use]
pub fn redirect_loop() -> &'static str {
    "its redirects lead round in a circle"
}

/// There are too many redirects.
#[must_use]
pub fn too_many_redirects(most: usize) -> String {
    format!("more than {most} redirects")
}

/// There are too many bytes.
#[must_use]
pub fn more_than(most: u64) -> String {
    format!("more than {} MB", most.div_ceil(1_000_000))
}

/// The media type cannot be read.
#[must_use]
pub fn media_type(media_type: &str) -> String {
    format!("its media type is {media_type}, which cannot be read")
}

/// It is packed in an unknown way.
#[must_use]
pub fn packed(encoding: &str) -> String {
    format!("it is packed as {encoding}, which was not asked for")
}

/// The reader can make nothing of it; `problem` goes on a sentence.
#[must_use]
pub fn unreadable(problem: &str) -> String {
    format!("it {problem}")
}

/// There are no words in it.
#[must_use]
pub fn no_words() -> &'static str {
    "there is not a word in it"
}

/// It leads to the front page.
#[must_use]
pub fn front_page() -> &'static str {
    "it leads to the site's front page"
}

/// There is no capture.
#[must_use]
pub fn no_capture() -> &'static str {
    "there is no capture of it"
}

/// The archive cannot be understood.
#[must_use]
pub fn no_archive() -> &'static str {
    "what the archive answers cannot be understood"
}

/// A source is asked for.
#[must_use]
pub fn asking(source: &str) -> String {
    source.to_owned()
}

/// A source is being received.
#[must_use]
pub fn receiving(source: &str, bytes: u64) -> String {
    format!("{source}, {} kB", bytes / 1000)
}

/// That there is nothing to fetch.
#[must_use]
pub fn nothing_to_fetch() -> &'static str {
    "There is nothing to fetch: no source has an address. `accord fetch --add URL` adds one."
}

/// That nothing was fetched that could be checked.
#[must_use]
pub fn nothing_to_check() -> &'static str {
    "There is nothing to check: nothing was fetched. `accord fetch` fetches what the corpus links to."
}

/// What to do with what was fetched.
#[must_use]
pub fn index_next() -> &'static str {
    "`accord index` takes it up."
}

/// That a source is on the shelf.
#[must_use]
pub fn added(source: &str) -> String {
    format!("Added as \"{source}\". `accord index` takes it up; `accord fetch --remove {source}` takes it away again.")
}

/// That a source is not on the shelf.
#[must_use]
pub fn not_added() -> &'static str {
    "Nothing was added."
}

/// That a source of the operator's own is gone.
#[must_use]
pub fn removed_source(source: &str) -> String {
    format!("Removed the source \"{source}\". `accord index` takes it out of the index.")
}

/// That a copy is gone.
#[must_use]
pub fn removed_copy(source: &str) -> String {
    format!("Removed the copy of \"{source}\"; the corpus's own file stands for it again. `accord index` takes that up.")
}

/// What sources are now: changed.
#[must_use]
pub fn changed() -> &'static str {
    "changed"
}

/// What sources are now: gone.
#[must_use]
pub fn gone() -> &'static str {
    "gone"
}

/// What sources are now: unknown.
#[must_use]
pub fn unknown() -> &'static str {
    "unknown"
}

/// What sources are now: nothing that changes.
#[must_use]
pub fn settled() -> &'static str {
    "does not change"
}

/// Why a source of which only a capture or a file was taken is not asked for.
#[must_use]
pub fn why_settled() -> &'static str {
    "its copy is a capture or was handed in"
}

/// What was found, and what to do about it.
#[must_use]
pub fn drifted(changed: usize, gone: usize) -> String {
    match (changed, gone) {
        (0, 0) => "Every source that could be asked is as it was.".to_owned(),
        (changed, gone) => format!(
            "{} changed, {gone} gone since they were fetched. Quotes come from the copies. `accord index` marks them; `accord fetch` takes \
             changed sources up.",
            count(changed as u64, "source")
        ),
    }
}
