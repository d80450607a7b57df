//! What stands around a page's text: taken out by what it is called, by where it stands, and by what it says.

use dom_query::{Document, NodeRef, Selection};

use crate::corpus::document::{Block, BlockKind};
use crate::corpus::readers::Readable;
use crate::corpus::readers::lines::{heading, marker, title_of_a_part};
use crate::corpus::readers::writer::Writer;
use crate::text::Span;

/// What is never shown, or only to those who click.
const HIDDEN: &str = "[hidden], [aria-hidden=true]:not(math), [aria-modal=true], [role=dialog], [role=alertdialog], [role=search], \
                      .visually-hidden, .visuallyhidden, .screen-reader-text, .sr-only, .element-invisible, .skip-link, .noprint, .no-print";

/// Parts of a page that lead elsewhere, the Web Archive's own bar, and the marks beside headings that link to themselves.
const LEADING_AWAY: &str = "nav, [role=navigation], [role=menu], [role=menubar], #wm-ipp-base, #wm-ipp, #donato, [itemprop=breadcrumb], \
                            a.headerlink, a.header-anchor, a.heading-link, a.permalink, a.anchorjs-link";

/// Parts around a text, when the page is read whole.
const SURROUNDINGS: &str = "body > header, body > footer, aside, [role=banner], [role=contentinfo], [role=complementary], #header, #footer, \
                            #masthead, #colophon, #sidebar, .site-header, .site-footer, .sidebar";

/// Words in the names of parts that are not the text. A name is cut into its words, so that "share" is not found in "shareholder".
const NAMES: &[&str] = &[
    "addthis",
    "addtoany",
    "adsense",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "adverts",
    "alsolike",
    "breadcrumb",
    "breadcrumbs",
    "captcha",
    "commentlist",
    "comments",
    "cookie",
    "cookies",
    "crosslinks",
    "dfp",
    "disqus",
    "flyout",
    "gdpr",
    "jp-relatedposts",
    "livefyre",
    "megamenu",
    "metered",
    "mailchimp",
    "mostpopular",
    "mostread",
    "mpu",
    "navbar",
    "newsletter",
    "newsletters",
    "onetrust",
    "outbrain",
    "pagination",
    "paywall",
    "popup",
    "printfriendly",
    "promo",
    "promos",
    "pullquote",
    "readmore",
    "readnext",
    "recirc",
    "recirculation",
    "recommended",
    "related",
    "relatedposts",
    "respond",
    "share",
    "sharebar",
    "sharebuttons",
    "sharedaddy",
    "sharethis",
    "sharing",
    "shares",
    "signup",
    "skipto",
    "sociable",
    "social",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "teasers",
    "toolbar",
    "toolbox",
    "trending",
    "upsell",
];

/// The largest part of a page's words that may be taken out by its name: a page that is called "newsletter" is not one thing
/// around its text.
const LARGEST_NAMED: usize = 4;

/// Comments may be longer than what they are about, and are articles to some pages.
const COMMENTS: &str = "#comments, #comment, #commentlist, #disqus_thread, #respond, .comment-list, .comments-list, .commentlist, .comments-area, .comments, \
                        .comment-respond, [id^=comment-], [data-component=comments]";

/// What no comments hold.
const ABOVE_COMMENTS: &str = "main, h1, [role=main], [itemprop=articleBody]";

/// How the lines begin that a page says of itself among its text. They are held against short blocks alone.
const LINES: &[&str] = &[
    "advertisement",
    "advertise with us",
    "already a subscriber",
    "be the first to comment",
    "click here to",
    "click to share",
    "continue reading below",
    "filed under",
    "follow us on",
    "follow @",
    "for more, follow",
    "get our newsletter",
    "hide caption",
    "leave a comment",
    "leave a reply",
    "like loading",
    "like this:",
    "loading...",
    "more from",
    "most popular",
    "most read",
    "most viewed",
    "next:",
    "posted in",
    "previous:",
    "print this",
    "read more:",
    "read next",
    "recommended stories",
    "related articles",
    "related content",
    "related coverage",
    "related links",
    "related posts",
    "related stories",
    "related topics",
    "related:",
    "save to favorites",
    "share on",
    "share this",
    "share via",
    "sign in to",
    "sign up for",
    "sign up to",
    "skip to",
    "sponsored content",
    "story continues below",
    "subscribe now",
    "subscribe to",
    "support our journalism",
    "tap here to",
    "this is historical material",
    "thank you for subscribing",
    "toggle caption",
    "trending now",
    "view comments",
    "we use cookies",
    "you might also like",
    "you may also like",
    "you may be interested in",
];

/// Headings under which other texts are offered.
const OFFERS: &[&str] = &[
    "also on",
    "around the web",
    "comments",
    "don't miss",
    "editor's picks",
    "editors' picks",
    "follow us",
    "from our partners",
    "latest news",
    "leave a comment",
    "leave a reply",
    "like this",
    "more from",
    "more in",
    "more like this",
    "more on this",
    "more stories",
    "most popular",
    "most read",
    "most viewed",
    "popular posts",
    "read more",
    "recommended",
    "related",
    "see also",
    "share this",
    "sponsored",
    "tags",
    "top stories",
    "trending",
    "up next",
    "what to read next",
    "you may also like",
    "you might also like",
    "you might like",
];

/// Headings above what a text was made from.
const SOURCES: &[&str] = &["reference", "source", "note", "bibliography", "literature", "citation", "further reading"];

/// A line longer than this is said by the text itself.
const MOST_WORDS_OF_A_LINE: usize = 40;

/// Blocks with more of their letters in links lead elsewhere.
const LEADS_ELSEWHERE: f64 = 0.75;

/// Takes out what a reader does not see.
pub(super) fn take_hidden(page: &Document) {
    page.select(HIDDEN).remove();
    page.select(LEADING_AWAY).remove();
    for node in page.select("[style]").nodes() {
        let style: String = node.attr_or("style", "").to_lowercase().split_whitespace().collect();
        if style.contains("display:none") || style.contains("visibility:hidden") {
            node.remove_from_parent();
        }
    }
}

/// Takes out the parts whose names say that they are not the text.
pub(super) fn take_named(page: &Document) {
    for node in page.select(COMMENTS).nodes() {
        if !node.is("body, html, main") && Selection::from(*node).select(ABOVE_COMMENTS).is_empty() {
            node.remove_from_parent();
        }
    }
    let all = page.body().map_or(0, |body| letters(&body));
    for node in page.select("body [class], body [id]").nodes() {
        if is_named_furniture(node) && !holds_the_text(node) && letters(node) * LARGEST_NAMED < all {
            node.remove_from_parent();
        }
    }
}

/// Takes out the parts around the text of a page that is read whole.
pub(super) fn take_surroundings(page: &Document) {
    for node in page.select(SURROUNDINGS).nodes() {
        if !holds_the_text(node) {
            node.remove_from_parent();
        }
    }
}

/// Whether a part holds what pages mark as their text, or is it.
fn holds_the_text(node: &NodeRef<'_>) -> bool {
    let is_text = |node: &NodeRef<'_>| {
        matches!(node.node_name().as_deref(), Some("body" | "html" | "main" | "article" | "h1"))
            || node.attr("itemprop").is_some_and(|value| &*value == "articleBody")
            || node.attr("role").is_some_and(|value| &*value == "main")
    };
    is_text(node) || node.descendants_it().any(|inner| is_text(&inner))
}

fn is_named_furniture(node: &NodeRef<'_>) -> bool {
    let names = [node.class(), node.id_attr()];
    names.iter().flatten().flat_map(|names| names.split_whitespace()).any(|name| {
        let lower = name.to_lowercase();
        NAMES.contains(&lower.as_str()) || words_of(name).iter().any(|word| NAMES.contains(&word.as_str())) || is_ad(&lower)
    })
}

/// `ad`, `ads` and `ad-1`, but not `ad` within other words.
fn is_ad(name: &str) -> bool {
    let mut words = name.split(['-', '_']);
    matches!(words.next(), Some("ad" | "ads" | "gpt" | "dfp")) || matches!(name.rsplit(['-', '_']).next(), Some("ad" | "ads"))
}

/// The words of a name in kebab, snake or camel case.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && before.is_lowercase()) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words
}

fn letters(node: &NodeRef<'_>) -> usize {
    let inner = node.descendants_it().filter(|inner| inner.is_text());
    inner.map(|text| text.text().chars().filter(|c| c.is_alphanumeric()).count()).sum()
}

/// How much of a block is words of links.
pub(super) fn share_of_links(readable: &Readable, block: &Block) -> f64 {
    let count = |span: &Span| span.of(&readable.text).unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).count();
    let linked: usize = readable.links.iter().filter(|link| block.span.contains(&link.words)).map(|link| count(&link.words)).sum();
    let share = |part: usize, all: usize| {
        f64::from(u32::try_from(part).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all.max(1)).unwrap_or(u32::MAX))
    };
    share(linked, count(&block.span))
}

/// The text without the lines that a page says of itself, and without what is offered to be read next.
pub(super) fn without_lines(readable: &Readable, title: Option<&str>) -> Readable {
    let mut writer = Writer::default();
    let mut offered = false;
    let mut before: Option<(u8, &str)> = None;
    let end = end(readable);
    for (place, block) in readable.blocks.iter().enumerate().take(end) {
        let words = block.span.of(&readable.text).unwrap_or_default();
        let lower = words.to_lowercase().replace('\u{2019}', "'");
        let count = words.split_whitespace().count();
        let leads = share_of_links(readable, block) > LEADS_ELSEWHERE;
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        // Under a heading that offers other texts, all that leads elsewhere is what it offers.
        if (is_heading || count <= 5) && OFFERS.iter().any(|offer| lower.starts_with(offer)) && title != Some(words) {
            let followed = readable.blocks.get(place + 1).is_none_or(|next| share_of_links(readable, next) > LEADS_ELSEWHERE);
            if followed || leads {
                offered = true;
                continue;
            }
        }
        if offered && leads {
            continue;
        }
        offered = false;
        if count <= MOST_WORDS_OF_A_LINE && LINES.iter().any(|line| lower.starts_with(line)) {
            continue;
        }
        if leads && block.kind == BlockKind::Item && leads_among_its_neighbours(readable, place) {
            continue;
        }
        let level = level(block, words, leads, before);
        let kind = level.map_or(block.kind, BlockKind::Heading);
        before = level.map(|level| (level, words));
        writer.copy(readable, &Block { kind, ..block.clone() });
    }
    writer.finish()
}

/// The level of a block that is a heading, by its element or by its words: "Article 5" is one however it is written down.
fn level(block: &Block, words: &str, leads: bool, before: Option<(u8, &str)>) -> Option<u8> {
    match block.kind {
        BlockKind::Heading(level) => Some(level),
        BlockKind::Paragraph if !leads && !words.contains('\n') => {
            let named = heading(words).filter(|_| marker(words).is_some());
            named.or_else(|| before.and_then(|(level, part)| title_of_a_part(part, level, words)))
        }
        BlockKind::Paragraph | BlockKind::Item => None,
    }
}

/// Where a text ends: links at its end, with the heading above them, lead on to other texts.
fn end(readable: &Readable) -> usize {
    let leads = |block: &Block| share_of_links(readable, block) > LEADS_ELSEWHERE;
    let led = readable.blocks.iter().rev().take_while(|block| leads(block)).count();
    let rest = readable.blocks.len() - led;
    let heading = readable.blocks.get(..rest).and_then(<[Block]>::last).filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    let words = heading.and_then(|block| block.span.of(&readable.text)).map(str::to_lowercase);
    match words {
        Some(words) if led > 0 && !SOURCES.iter().any(|sources| words.contains(sources)) => rest - 1,
        _ => readable.blocks.len(),
    }
}

/// Whether a link stands in a row of links, as in a menu.
fn leads_among_its_neighbours(readable: &Readable, place: usize) -> bool {
    let leads = |place: Option<usize>| {
        place.and_then(|place| readable.blocks.get(place)).is_some_and(|block| share_of_links(readable, block) > LEADS_ELSEWHERE)
    };
    leads(place.checked_sub(1)) || leads(Some(place + 1))
}
