//! Pages that answer with something else than their text: errors, walls, and shells that a browser must fill.

use dom_query::Document;
use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::readers::Readable;

/// A page with fewer words than this says something short, or its text is not in it.
const FEW_WORDS: usize = 60;

/// An error or a wall says more around itself than that; a text of this many words is no such page.
const WORDS_OF_A_TEXT: usize = 250;

/// What a page is called that is not there, in lower case.
const GONE: &[&str] = &[
    "404",
    "410 gone",
    "page not found",
    "not found",
    "page cannot be found",
    "page can't be found",
    "page could not be found",
    "page doesn't exist",
    "page does not exist",
    "no longer available",
    "no longer exists",
    "seite nicht gefunden",
    "page introuvable",
    "página no encontrada",
    "we can't find",
    "we couldn't find",
    "nothing was found",
    "content not available",
    "has been removed",
    "error 404",
];

/// What stands on pages that a person must pass.
const CHECKS: &[&str] = &[
    "verify you are human",
    "verify that you are human",
    "are you a robot",
    "unusual traffic",
    "checking your browser",
    "just a moment",
    "enable cookies and reload",
    "access denied",
    "attention required",
    "complete the captcha",
    "complete the security check",
    "pardon our interruption",
    "request blocked",
    "ddos protection",
];

/// What stands where the rest must be paid for or logged in for.
const WALLS: &[&str] = &[
    "subscribe to continue",
    "subscribe to read",
    "subscribe to keep reading",
    "to continue reading",
    "to read the full",
    "to read this article",
    "already a subscriber",
    "log in to continue",
    "sign in to continue",
    "sign in to read",
    "log in to read",
    "for subscribers only",
    "subscribers only",
    "you have reached your limit",
    "free articles",
    "create a free account",
    "please log in",
    "please sign in",
    "you must be logged in",
    "members only",
    "register to read",
    "start your free trial",
];

/// What stands on pages that a browser must fill.
const SHELLS: &[&str] = &[
    "enable javascript",
    "javascript is disabled",
    "javascript is required",
    "requires javascript",
    "turn on javascript",
    "without javascript",
    "javascript to run this app",
];

/// What of a page tells whether it is its text, seen before anything is taken out of it.
pub(super) struct Signs {
    asks_for_a_password: bool,
    is_filled_by_scripts: bool,
    is_not_free: bool,
    name: String,
    /// All its words, in lower case.
    said: String,
}

impl Signs {
    /// The signs of a page.
    pub(super) fn of(page: &Document) -> Self {
        let name: Vec<String> = page.select("title, h1").iter().map(|node| node.text().to_lowercase()).collect();
        let described: String = page.select("script[type='application/ld+json']").text().split_whitespace().collect();
        let described = described.to_lowercase();
        Self {
            asks_for_a_password: page.select("input[type=password]").exists(),
            is_filled_by_scripts: page.select("#root, #app, #__next, app-root, [ng-app], #__nuxt, [data-reactroot]").exists()
                && page.select("script").exists(),
            is_not_free: ["\"isaccessibleforfree\":false", "\"isaccessibleforfree\":\"false\""].iter().any(|mark| described.contains(mark)),
            name: plain(&name.join(" ")),
            said: plain(&page.body().map(|body| words_of(&body)).unwrap_or_default()),
        }
    }

    /// Why it is not sure that what was read is the page's text.
    pub(super) fn doubt(&self, title: Option<&str>, read: &Readable) -> Option<String> {
        let words: usize =
            read.blocks.iter().filter_map(|block| block.span.of(&read.text)).map(|block| block.unicode_words().count()).sum();
        let title = plain(&title.unwrap_or_default().to_lowercase());
        let says = |marks: &[&str]| marks.iter().any(|mark| self.said.contains(mark));
        let is_called = |marks: &[&str]| marks.iter().any(|mark| self.name.contains(mark) || title.contains(mark));
        if words < WORDS_OF_A_TEXT {
            if is_called(CHECKS) || (words < FEW_WORDS * 2 && says(CHECKS)) {
                return Some("it asks whether a person is there, and does not show its text".to_owned());
            }
            if is_called(GONE) {
                return Some("it says that the page is not there".to_owned());
            }
            if self.asks_for_a_password || says(WALLS) || self.is_not_free {
                return Some("it shows no more than its beginning to those who are not logged in".to_owned());
            }
            if words < FEW_WORDS && (says(SHELLS) || self.is_filled_by_scripts) {
                return Some("its text is filled in by scripts, which are not run".to_owned());
            }
            if words < FEW_WORDS {
                let noun = if words == 1 { "word" } else { "words" };
                return Some(format!("it holds no more than {words} {noun} of text"));
            }
        } else if self.is_not_free && says(WALLS) {
            return Some("it may show no more than its beginning to those who are not logged in".to_owned());
        }
        None
    }
}

fn plain(lower: &str) -> String {
    lower.replace('\u{2019}', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a page in lower case, also those for browsers without scripts.
fn words_of(body: &dom_query::NodeRef<'_>) -> String {
    let texts = body
        .descendants_it()
        .filter(|node| node.is_text() && node.parent().is_none_or(|parent| !parent.has_name("script") && !parent.has_name("style")));
    texts.map(|node| node.text().to_lowercase()).collect::<Vec<_>>().join(" ")
}
