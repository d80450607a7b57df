//! Where quotes are from: the line below each, and the buttons that lead there.

use reqwest::Url;

use super::fit::{name, plain};
use crate::answer::ProvenQuote;
use crate::corpus::{Source, Status};
use crate::discord::body::{Button, Embed};
use crate::discord::limits::{BUTTON_LABEL, BUTTON_URL, BUTTONS, length};
use crate::words::Words;

/// The most that each part of a source's line takes, so that five of them leave room for the quotes.
const TITLE: usize = 160;
const AUTHORS: usize = 80;
const PUBLISHER: usize = 60;
const DATE: usize = 24;
const ARCHIVE: usize = 220;
/// The most that a list of sources takes below a comparison, whose fields take up to 5000 of the 6000 of a message.
const LISTED: usize = 900;

/// What stands between the parts of a line.
pub(in crate::discord) const BETWEEN: &str = " · ";

/// What a reader needs in order to find and to judge a source, on one line.
pub(in crate::discord) fn line(source: &Source, voice: &Words) -> String {
    let parts = [name(&source.title, TITLE), facts(source, voice)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

/// The same without the title.
pub(super) fn facts(source: &Source, voice: &Words) -> String {
    let authors = source.authors.join(", ");
    let publisher = source.publisher.as_deref().filter(|publisher| !authors.contains(publisher));
    let status = match source.status {
        Status::FullText | Status::Note => None,
        Status::LinkDamaged => Some(voice.link_damaged()),
        Status::DeadHost => Some(voice.host_gone()),
    };
    let parts = [
        Some(name(&authors, AUTHORS)),
        publisher.map(|publisher| name(publisher, PUBLISHER)),
        source.published.as_deref().map(|date| name(date, DATE)),
        status,
        voice.drifted(source),
        archive_link(source, voice),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

/// A card that says where numbered quotes are from, each source once; nothing when there are none.
pub(super) fn list(quotes: &[ProvenQuote<'_>], voice: &Words) -> Option<Embed> {
    let mut found: Vec<(&Source, Vec<usize>)> = Vec::new();
    for quote in quotes {
        match found.iter_mut().find(|(known, _)| known.id == quote.source().id) {
            Some((_, numbers)) => numbers.push(quote.quote().number()),
            None => found.push((quote.source(), vec![quote.quote().number()])),
        }
    }
    let mut description = String::new();
    for (source, numbers) in found {
        let from = format!("{}\n", voice.source_of(&numbers, &line(source, voice)));
        // A comparison's fields take what is left of a message.
        if length(&description) + length(&from) > LISTED {
            break;
        }
        description.push_str(&from);
    }
    let description = description.trim_end().to_owned();
    (!description.is_empty()).then(|| Embed { title: voice.sources(), description, ..Embed::default() })
}

fn archive_link(source: &Source, voice: &Words) -> Option<String> {
    let url = web_address(source.archive_url.as_deref()?)?;
    let link = format!("[{}]({})", voice.archived_copy(), url.replace('(', "%28").replace(')', "%29"));
    (length(&link) <= ARCHIVE).then_some(link)
}

/// An address of the web in the form in which it can be sent, if it is one. Discord refuses the whole message for a
/// button that leads anywhere else.
fn web_address(given: &str) -> Option<String> {
    let url = Url::parse(given).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| host.contains('.'));
    let is_plain = !url.as_str().contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '\\'));
    (is_web && is_plain).then(|| url.as_str().to_owned())
}

/// One button for each page that is quoted, labelled with the quotes that it is for.
pub(in crate::discord) fn buttons(quotes: &[ProvenQuote<'_>], label: impl Fn(&[usize], &str) -> String) -> Vec<Button> {
    let pages = quotes.iter().map(|quote| (quote.quote().number(), quote.source(), quote.link()));
    let mut found: Vec<(String, Vec<usize>, &Source)> = Vec::new();
    for (number, source, link) in pages {
        let Some(url) = page(source, link) else { continue };
        match found.iter_mut().find(|(known, ..)| *known == url) {
            Some((_, numbers, _)) => numbers.push(number),
            None => found.push((url, vec![number], source)),
        }
    }
    found.truncate(BUTTONS);
    let button = |(url, numbers, source): (String, Vec<usize>, &Source)| {
        let of = source.publisher.as_deref().unwrap_or(&source.title);
        Button::link(plain(&label(&numbers, of), BUTTON_LABEL), url)
    };
    found.into_iter().map(button).collect()
}

/// Buttons to a source's page and to an archived copy of it, as far as they can be reached.
pub(super) fn pages(source: &Source, voice: &Words) -> Vec<Button> {
    let archived = source.archive_url.as_deref().and_then(web_address).filter(|url| length(url) <= BUTTON_URL);
    let live = page(source, None).filter(|url| archived.as_ref() != Some(url));
    let live = live.map(|url| Button::link(plain(&voice.source_page(), BUTTON_LABEL), url));
    let archived = archived.map(|url| Button::link(plain(&voice.archived_page(), BUTTON_LABEL), url));
    live.into_iter().chain(archived).collect()
}

/// Where a button for this source leads: to the quoted words, or at least to the page; for a page that cannot be reached
/// any more, to the archived copy.
fn page(source: &Source, link: Option<String>) -> Option<String> {
    let live = [link.as_deref(), source.url.as_deref()];
    let archived = [source.archive_url.as_deref(), None];
    let candidates = match source.status {
        Status::FullText | Status::Note => live,
        Status::LinkDamaged | Status::DeadHost => archived,
    };
    candidates.into_iter().flatten().filter_map(web_address).find(|url| length(url) <= BUTTON_URL)
}

#[cfg(test)]
pub(in crate::discord) mod tests {
    use super::*;
    use crate::discord::render::inert::tests::nasty;
    use proptest::prelude::*;

    pub(in crate::discord) fn source(title: &str, url: Option<&str>) -> Source {
        Source { url: url.map(str::to_owned), ..Source::plain("s".to_owned(), title.to_owned()) }
    }

    #[test]
    fn only_the_web_is_linked() {
        for bad in [
            "javascript:alert(1)",
            "mailto:a@b.example",
            "ftp://a.example",
            "https://",
            "a.example",
            "https://localhost/x",
            "discord://x.y",
        ] {
            assert_eq!(page(&source("t", Some(bad)), Some(bad.to_owned())), None, "{bad}");
        }
        assert_eq!(web_address("HTTPS://A.Example/b c").as_deref(), Some("https://a.example/b%20c"));
    }

    #[test]
    fn a_page_that_is_gone_is_not_linked() {
        let mut gone = source("t", Some("https://gone.example/"));
        gone.status = Status::DeadHost;
        assert_eq!(page(&gone, gone.url.clone()), None);
        gone.archive_url = Some("https://archive.example/1".to_owned());
        assert_eq!(page(&gone, gone.url.clone()).as_deref(), Some("https://archive.example/1"));
        assert!(line(&gone, Words::english()).ends_with("its host is gone · [archived copy](https://archive.example/1)"));
    }

    #[test]
    fn a_link_that_is_too_long_leads_to_the_page() {
        let page_url = "https://a.example/page";
        let deep = format!("{page_url}#{}", "x".repeat(600));
        assert_eq!(page(&source("t", Some(page_url)), Some(deep)).as_deref(), Some(page_url));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_line_is_one_line_and_bounded(title in nasty(), author in nasty(), archive in nasty()) {
            let mut source = source(&title, None);
            source.authors = vec![author.clone(), author];
            source.publisher = Some(title);
            source.archive_url = Some(format!("https://a.example/{archive}"));
            let line = line(&source, Words::english());
            prop_assert!(!line.contains('\n'));
            prop_assert!(length(&line) <= TITLE + AUTHORS + PUBLISHER + DATE + ARCHIVE + 60);
        }
    }
}
