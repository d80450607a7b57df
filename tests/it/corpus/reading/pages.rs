//! Web pages of many kinds, each beside what its article says: the article is kept, what stands around it is not.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use accord::corpus::{BlockKind, Format, read};
use serde::Deserialize;

use super::{outline, reading, words};

/// At least this share of an article's words is kept.
const KEPT: f64 = 0.9;

/// At most this share of what is kept is something else.
const FURNITURE: f64 = 0.05;

/// What is expected of a page: `tests/pages/NAME.toml` beside `NAME.html`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    title: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    published: Option<String>,
    canonical: Option<String>,
    doubt: Option<String>,
    #[serde(default)]
    headings: Vec<String>,
    #[serde(default)]
    items: Vec<String>,
    /// The article; none for a page that does not show one.
    text: Option<String>,
}

fn pages() -> Vec<(PathBuf, Expected)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(folder).expect("the pages").map(|entry| entry.expect("an entry").path());
    let mut pages: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|ending| ending == "html")).collect();
    pages.sort();
    let expected = |page: &PathBuf| {
        let words = fs::read_to_string(page.with_extension("toml")).expect("what is expected of the page");
        toml::from_str(&words).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
    };
    pages.into_iter().map(|page| (page.clone(), expected(&page))).collect()
}

/// How often each word stands in a text. A single letter or a number is no word: they come and go with lists.
fn counted(text: &str) -> HashMap<String, usize> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1 && word.chars().any(char::is_alphabetic));
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

#[test]
fn the_article_is_kept_and_what_stands_around_it_is_not() {
    let mut wrong = Vec::new();
    for (page, expected) in pages() {
        let name = page.file_stem().expect("a name").to_string_lossy().into_owned();
        let read = reading(Format::Html, fs::read(&page).expect("the page"));
        if let Some(text) = &expected.text {
            let kept: String = read.blocks.iter().map(|block| words(&read, block) + "\n").collect();
            let (wanted, kept) = (counted(text), counted(&kept));
            let both: usize = wanted.iter().map(|(word, count)| *count.min(kept.get(word).unwrap_or(&0))).sum();
            #[expect(clippy::cast_precision_loss, reason = "pages have thousands of words, not billions")]
            let share = |all: &HashMap<String, usize>| both as f64 / all.values().sum::<usize>() as f64;
            if share(&wanted) < KEPT || 1.0 - share(&kept) > FURNITURE {
                wrong.push(format!(
                    "{name}: {:.3} kept, {:.3} of it something else: {:#?}",
                    share(&wanted),
                    1.0 - share(&kept),
                    outline(&read)
                ));
            }
        }
        let said = |what: &str, found: Option<&String>, wanted: Option<&String>| {
            (wanted.is_some() && found != wanted).then(|| format!("{name}: the {what} is {wanted:?}, not {found:?}"))
        };
        wrong.extend(said("title", read.title.as_ref(), expected.title.as_ref()));
        wrong.extend(said("date", read.published.as_ref(), expected.published.as_ref()));
        wrong.extend(said("address", read.canonical.as_ref(), expected.canonical.as_ref()));
        if read.authors != expected.authors {
            wrong.push(format!("{name}: the authors are {:?}, not {:?}", expected.authors, read.authors));
        }
        if read.doubt != expected.doubt {
            wrong.push(format!("{name}: the doubt is {:?}, not {:?}", expected.doubt, read.doubt));
        }
        let has = |wanted: &String, kind: fn(BlockKind) -> bool| {
            read.blocks.iter().any(|block| kind(block.kind) && words(&read, block) == *wanted)
        };
        let headings = expected.headings.iter().filter(|heading| !has(heading, |kind| matches!(kind, BlockKind::Heading(_))));
        let items = expected.items.iter().filter(|item| !has(item, |kind| kind == BlockKind::Item));
        wrong.extend(
            headings.chain(items).map(|block| format!("{name}: there is no such heading or item: {block:?} in {:#?}", outline(&read))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A page with this in it, long enough to be sure of.
fn page(inner: &str) -> String {
    let filler = "<p>The harbour master keeps a book in which every vessel is entered on the day of its arrival.</p>".repeat(8);
    format!("<html><head><title>A page</title></head><body><main>{inner}{filler}</main></body></html>")
}

#[test]
fn words_are_as_a_browser_shows_them() {
    let read = reading(
        Format::Html,
        page(
            "<p>Fish&nbsp;&amp;\n  chips, har\u{ad}bour\u{200b}s and <b>b</b>old<sup><a href='#n1'>3</a></sup> <q>said</q><br>so.<del> Not this.</del></p>",
        ),
    );
    let first = read.blocks.first().expect("a block");
    assert_eq!(first.span.of(&read.text), Some("Fish & chips, harbours and bold[3] \u{201c}said\u{201d}\nso."));
}

#[test]
fn lists_tables_and_quotations_keep_their_order() {
    let html = page(
        "<h2>Duties</h2><ol start=3><li><p>Third duty.</p><ol type=i><li>First part.</li><li>Second part.</li></ol></li><li value=7>Seventh.</li></ol>\
         <ul><li>A bullet.</li></ul><blockquote><p>Words of another.</p></blockquote>\
         <table><tr><th>Port</th><th>Fee</th></tr><tr><td>Oske</td><td>two crowns</td></tr></table>\
         <dl><dt>Pilot</dt><dd>Whoever steers.</dd></dl><pre>line one\n  line two</pre>",
    );
    let read = reading(Format::Html, html);
    assert_eq!(
        outline(&read).get(..13).expect("thirteen blocks"),
        [
            "# Duties",
            "- 3. Third duty.",
            "- (i) First part.",
            "- (ii) Second part.",
            "- 7. Seventh.",
            "- A bullet.",
            "Words of another.",
            "- Port | Fee",
            "- Oske | two crowns",
            "Pilot",
            "- Whoever steers.",
            "- line one line two",
            "The harbour master keeps a book in which every vessel is entered on the day of its arrival.",
        ]
    );
}

#[test]
fn links_are_kept_with_their_words() {
    let read =
        reading(Format::Html, page("<p>As <a href=' https://a.example/x '>was <i>made</i> public</a> and <a href='#n'>noted</a>.</p>"));
    let links: Vec<_> = read.links.iter().map(|link| (link.words.of(&read.text), link.url.as_str())).collect();
    assert_eq!(links, [(Some("was made public"), "https://a.example/x")]);
}

#[test]
fn a_page_without_text_is_not_read() {
    let error =
        read(Format::Html, None, b"<html><head><script>1</script></head><body><img src=a></body></html>").expect_err("it has no text");
    assert_eq!(error.to_string(), "is a web page that holds no text");
}

#[test]
fn a_page_nested_beyond_sense_is_refused() {
    for depth in [1_000, 100_000] {
        let deep = format!("{}<p>At the bottom.</p>{}", "<div>".repeat(depth), "</div>".repeat(depth));
        let error = read(Format::Html, None, page(&deep).as_bytes()).expect_err("it is too deep");
        assert_eq!(error.to_string(), "is a web page whose elements are nested more than 500 deep");
    }
}
