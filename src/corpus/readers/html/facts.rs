//! What a page says of itself: title, authors, date, address. What several places say is taken from the most exact one.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use serde_json::Value;

use crate::text::{Date, dates};

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) canonical: Option<String>,
}

/// Names of `<meta>` elements that give the date of publication, the most exact first.
const DATES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "og:published_time",
    "date",
];

/// Names of `<meta>` elements that give an author.
const AUTHORS: &[&str] =
    &["author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author"];

/// A date within the first so many short lines of a page is the page's own.
const LINES_OF_THE_HEAD: usize = 40;

/// A longer line that holds a date is a sentence about something.
const MOST_LETTERS_OF_A_DATE_LINE: usize = 60;

/// Bylines are cut after so many letters: what is longer is none.
const MOST_LETTERS_OF_A_NAME: usize = 60;

/// Reads what a page says of itself, before anything is taken out of it.
pub(super) fn of(page: &Document) -> Facts {
    let article = linked_data(page);
    Facts {
        title: title(page),
        authors: authors(page, article.as_ref()),
        published: published(page, article.as_ref()),
        canonical: canonical(page),
    }
}

/// The article that the page describes in JSON-LD.
fn linked_data(page: &Document) -> Option<Value> {
    let scripts = page.select("script[type='application/ld+json']");
    let described = scripts.iter().filter_map(|script| {
        let text = script.text();
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        serde_json::from_str::<Value>(text).ok()
    });
    described.flat_map(members).find(is_article)
}

/// The things that a piece of JSON-LD describes: one, several in a list, or several in a graph.
fn members(value: Value) -> Vec<Value> {
    match value {
        Value::Array(members) => members,
        Value::Object(mut object) => match object.remove("@graph") {
            Some(Value::Array(members)) => members,
            _ => vec![Value::Object(object)],
        },
        _ => Vec::new(),
    }
}

fn is_article(value: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            ["Article", "BlogPosting", "Report", "Legislation", "WebPage"].iter().any(|known| kind.ends_with(known)) || kind == "Posting"
        })
    };
    let kind = value.get("@type");
    let is_one = kind.is_some_and(|kind| named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named)));
    is_one && (value.get("datePublished").is_some() || value.get("author").is_some())
}

fn title(page: &Document) -> Option<String> {
    let readability = Readability::with_document(page.clone(), None, Some(Config::default())).ok()?;
    let metadata = readability.get_article_metadata(readability.parse_json_ld());
    let title = Some(line(&metadata.title)).filter(|title| !is_a_file_name(title)).unwrap_or_default();
    let heading = page.select("h1").iter().map(|h1| line(&h1.text())).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    // A page's only heading of the first level that the title begins with is the title without the site's name.
    match heading.as_slice() {
        [only] if title.is_empty() || (title.len() > only.len() && title.to_lowercase().contains(&only.to_lowercase())) => {
            Some(only.clone())
        }
        _ => Some(title).filter(|title| !title.is_empty()),
    }
}

/// Programs that convert documents leave the name of the file where its title should be.
fn is_a_file_name(title: &str) -> bool {
    let ending = title.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let known = ["xml", "html", "htm", "doc", "docx", "pdf", "rtf", "txt", "indd", "tex"];
    !title.contains(' ') && ending.is_some_and(|ending| known.contains(&ending.as_str()))
}

fn authors(page: &Document, article: Option<&Value>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    if let Some(author) = article.and_then(|article| article.get("author")) {
        let people = author.as_array().map_or_else(|| vec![author], |people| people.iter().collect());
        let named = people.iter().filter_map(|person| person.as_str().or_else(|| person.get("name")?.as_str()));
        names.extend(named.flat_map(people_of));
    }
    if names.is_empty() {
        names = AUTHORS.iter().map(|name| meta(page, name)).find(|found| !found.is_empty()).unwrap_or_default();
        names = names.iter().flat_map(|name| people_of(name)).collect();
    }
    if names.is_empty() {
        let byline = "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline-name, .author-name, .byline__name, .byline, .p-author";
        let found = page.select(byline);
        names = found.iter().map(|node| people_of(&node.text())).find(|people| !people.is_empty()).unwrap_or_default();
    }
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// The people of a byline such as "By Ann Lee, Bo Chen and Cy Dee".
fn people_of(byline: &str) -> Vec<String> {
    let byline = line(byline);
    let start = byline.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).map_or(0, str::len);
    let names = byline.get(start..).unwrap_or_default().replace(" and ", ",").replace(" & ", ",");
    let is_name = |name: &&str| {
        !name.is_empty()
            && name.chars().count() <= MOST_LETTERS_OF_A_NAME
            && name.chars().any(char::is_alphabetic)
            && !name.contains("://")
            && !name.chars().any(|c| c.is_ascii_digit() || c == '@' || c == '|')
    };
    names.split([',', ';']).map(str::trim).filter(is_name).map(str::to_owned).collect()
}

fn published(page: &Document, article: Option<&Value>) -> Option<String> {
    let described = article.and_then(|article| article.get("datePublished")?.as_str()).and_then(day);
    let named = || DATES.iter().flat_map(|name| meta(page, name)).find_map(|value| day(&value));
    let marked = || {
        let by_rank = ["[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]"];
        by_rank.iter().find_map(|selector| {
            let nodes = page.select(selector);
            nodes.iter().find_map(|node| day(&node.attr("datetime").or_else(|| node.attr("content")).unwrap_or_else(|| node.text())))
        })
    };
    described.or_else(named).or_else(marked).or_else(|| printed(page))
}

/// The date that stands on a line of its own above the text, as releases have it.
fn printed(page: &Document) -> Option<String> {
    let body = page.body()?;
    let texts = body.descendants_it().filter(NodeRef::is_text).filter(|node| node.parent().is_none_or(|parent| !parent.has_name("script")));
    let lines = texts.map(|node| line(&node.text())).filter(|text| text.chars().any(char::is_alphanumeric));
    lines
        .take(LINES_OF_THE_HEAD)
        .filter(|text| text.chars().count() <= MOST_LETTERS_OF_A_DATE_LINE)
        .filter(|text| !says_something_else(text))
        .find_map(|text| written_day(&text))
}

/// Whether a line with a date says when something else was than the text's publication.
fn says_something_else(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["changed", "updated", "modified", "copyright", "©", "capture", "retrieved"].iter().any(|word| lower.contains(word))
}

/// The day that a machine's or a person's date names, as `YYYY-MM-DD` or less.
fn day(value: &str) -> Option<String> {
    let value = value.trim().replace('/', "-");
    let date = |length: usize| value.get(..length).and_then(Date::iso);
    let packed = || {
        let digits = value.len() == "20150925".len() && value.chars().all(|c| c.is_ascii_digit());
        let parts = (value.get(..4)?, value.get(4..6)?, value.get(6..)?);
        digits.then(|| format!("{}-{}-{}", parts.0, parts.1, parts.2)).and_then(|date| Date::iso(&date))
    };
    let found = packed().or_else(|| date("2015-09-25".len())).or_else(|| date("2015-09".len())).or_else(|| Date::iso(&value));
    found.map(|date| date.to_string()).or_else(|| written_day(&value))
}

fn written_day(value: &str) -> Option<String> {
    dates(value).into_iter().map(|named| named.date.to_string()).find(|date| date.len() == "2015-09-25".len())
}

fn canonical(page: &Document) -> Option<String> {
    let links = page.select("link[rel=canonical]");
    let linked = links.iter().find_map(|link| link.attr("href")).map(|url| url.to_string());
    let url = linked.into_iter().chain(meta(page, "og:url")).map(|url| unarchived(url.trim()).to_owned());
    url.into_iter().find(|url| url.starts_with("http://") || url.starts_with("https://"))
}

/// The address that an archive's address holds.
fn unarchived(url: &str) -> &str {
    let Some((_, rest)) = url.split_once("web.archive.org/web/") else { return url };
    rest.split_once('/').map_or(url, |(_, original)| original)
}

/// What the `<meta>` elements of this name say.
fn meta(page: &Document, name: &str) -> Vec<String> {
    let all = page.select("meta[content]");
    let named = all.iter().filter(|meta| {
        ["name", "property", "itemprop"].iter().any(|key| meta.attr(key).is_some_and(|value| value.trim().eq_ignore_ascii_case(name)))
    });
    named.filter_map(|meta| meta.attr("content")).map(|content| line(&content)).filter(|content| !content.is_empty()).collect()
}

/// White space counted once.
fn line(text: &str) -> String {
    super::shown(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
