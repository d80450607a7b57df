//! Plain text and Markdown: headings, numbered provisions, the furniture of pages, front matter.

use accord::corpus::{Format, Lane};

use super::{outline, reading};
use crate::support::program::Program;

const CONTRACT: &str = "CHARTER AGREEMENT\n\nbetween the Owner and the Charterer\n\nArticle 1\nDefinitions\n\n1. In this agreement the vessel is the yacht Petrel,\n   with her stores.\n\
2. The hire is due\n(a) as to one half on signing, and\n(b) as to the rest as set out in\nSection 5 of the schedule.\n\nARTICLE 2 - TERM\n\nThe term is one year. It is subject to\nArticle 1 of this agreement.\n\n\
- no pets\n- no smoking\n  below deck\n\nNotices\n-------\n\nNotices are given in writing.\n";

#[test]
fn a_contract_is_read_by_its_provisions() {
    let read = reading(Format::Plain, CONTRACT);
    assert_eq!(read.text, CONTRACT, "not a byte is changed");
    assert_eq!(read.title.as_deref(), Some("CHARTER AGREEMENT"));
    assert_eq!(
        outline(&read),
        [
            "# CHARTER AGREEMENT",
            "between the Owner and the Charterer",
            "# Article 1",
            "# Definitions",
            "- 1. In this agreement the vessel is the yacht Petrel, with her stores.",
            "- 2. The hire is due",
            "- (a) as to one half on signing, and",
            "- (b) as to the rest as set out in Section 5 of the schedule.",
            "# ARTICLE 2 - TERM",
            "The term is one year. It is subject to Article 1 of this agreement.",
            "- no pets",
            "- no smoking below deck",
            "# Notices",
            "Notices are given in writing.",
        ]
    );
}

const RFC: &str = "Harbour Task Force                             M. Fenwick\nRequest for Comments: 9911              Estuary Institute\n\n                   The Pilot Hailing Protocol\n\n\
Abstract\n\n   This document describes how a vessel\n   hails a pilot.\n\nTable of Contents\n\n   1.  Introduction . . . . . . . . . . . .   1\n\n1.  Introduction\n\n   A vessel MUST hail a pilot before it\n\n\
Fenwick                 Informational                 [Page 1]\n\u{c}\nRFC 9911         The Pilot Hailing Protocol        September 2015\n\n\n   passes the outer buoy.\n\n1.1.  The Hail\n\n   A hail consists of:\n\n\
\u{20}  1.  the name of the vessel,\n\n   2.  her draught.\n\nFenwick                 Informational                 [Page 2]\n";

#[test]
fn the_pages_of_an_rfc_are_no_part_of_its_text() {
    let read = reading(Format::Plain, RFC);
    assert_eq!(read.text, RFC, "not a byte is changed");
    assert_eq!(read.title.as_deref(), Some("The Pilot Hailing Protocol"));
    assert_eq!(
        outline(&read),
        [
            "Harbour Task Force M. Fenwick Request for Comments: 9911 Estuary Institute",
            "# The Pilot Hailing Protocol",
            "# Abstract",
            "This document describes how a vessel hails a pilot.",
            "# 1. Introduction",
            "A vessel MUST hail a pilot before it",
            "passes the outer buoy.",
            "# 1.1. The Hail",
            "A hail consists of:",
            "- 1. the name of the vessel,",
            "- 2. her draught.",
        ]
    );
}

#[test]
fn prose_has_no_headings() {
    let prose = "It was late.\n\nThe boat that had left in May came back in\n2015. Nobody knew where it had been, or that 12.5\nmillion crowns were aboard.\n\nSection by section\nthe wreck was raised.\n";
    let read = reading(Format::Plain, prose);
    assert_eq!(read.title, None);
    assert_eq!(
        outline(&read),
        [
            "It was late.",
            "The boat that had left in May came back in 2015. Nobody knew where it had been, or that 12.5 million crowns were aboard.",
            "Section by section the wreck was raised.",
        ]
    );
}

#[test]
fn front_matter_says_what_a_file_is() {
    let yaml = "---\ntitle: \"The pilots: a history\"\nauthors:\n  - Ann Lee\n  - name: Bo Chen\ndate: 2015-09-25T10:00:00Z\nurl: https://a.example/pilots\nlane: opinion\nspeaker: Ann Lee and Bo Chen\nlayout: post\n---\n\n# Pilots\n\nThey came by sea.\n";
    let toml = "+++\ntitle = \"The pilots: a history\"\nauthors = [\"Ann Lee\", \"Bo Chen\"]\ndate = 2015-09-25\nurl = \"https://a.example/pilots\"\nlane = \"opinion\"\nspeaker = \"Ann Lee and Bo Chen\"\n+++\n\n# Pilots\n\nThey came by sea.\n";
    for content in [yaml, toml] {
        let read = reading(Format::Markdown, content);
        assert_eq!(read.text, "Pilots\n\nThey came by sea.\n");
        assert_eq!(read.title.as_deref(), Some("The pilots: a history"));
        assert_eq!(read.authors, ["Ann Lee", "Bo Chen"]);
        assert_eq!(read.published.as_deref(), Some("2015-09-25"));
        assert_eq!(read.canonical.as_deref(), Some("https://a.example/pilots"));
        assert_eq!(read.lane, Some(Lane::Opinion));
        assert_eq!(read.speaker.as_deref(), Some("Ann Lee and Bo Chen"));
    }
}

#[test]
fn front_matter_that_is_damaged_says_nothing() {
    for content in
        ["---\ntitle: [unclosed\n---\n\nWords.\n", "+++\ntitle = \n+++\n\nWords.\n", "---\ndate: soon\nlane: nowhere\n---\n\nWords.\n"]
    {
        let read = reading(Format::Markdown, content);
        assert_eq!((read.text.as_str(), read.title, read.published, read.lane), ("Words.\n", None, None, None));
    }
}

#[test]
fn numbers_of_lists_and_html_within_markdown_are_words() {
    let read = reading(
        Format::Markdown,
        "3. Third.\n4. Fourth.\n\n<details><summary>More</summary>\n<p>Inside &amp; out.</p></details>\n\n<!-- not this -->\n\nOne<br>two.\n",
    );
    assert_eq!(outline(&read), ["- 3. Third.", "- 4. Fourth.", "More", "Inside & out.", "One two."]);
}

#[test]
fn a_folder_takes_what_its_files_say_of_themselves() {
    let program = Program::with(&[
        (
            "view.md",
            "---\ntitle: A view of the pilots\nauthor: Ann Lee\ndate: 2015-09-25\nurl: https://a.example/view\nlane: opinion\nspeaker: Ann Lee\n---\n\nThe pilots are paid too little for what they do.\n",
        ),
        ("contract.txt", CONTRACT),
    ]);
    let answer = program.ask_json("Are the pilots paid enough?");
    let quote = answer["quotes"].as_array().and_then(|quotes| quotes.first()).unwrap_or_else(|| panic!("{answer:#}"));
    assert_eq!(quote["lane"], "opinion");
    assert_eq!(quote["speaker"], "Ann Lee");
    let listed = program.run(&["sources"]).found().out;
    for said in ["A view of the pilots", "CHARTER AGREEMENT"] {
        assert!(listed.contains(said), "{said}: {listed}");
    }
}

#[test]
fn the_first_line_of_a_title_page_is_the_title() {
    let page = "\n                      Harbour Licence\n                 Version 2.0, January 2004\n\n   TERMS FOR THE USE OF THE QUAYS\n\n   \
                1. Definitions.\n\n      \"Quay\" means every wall that a ship may lie at.\n";
    let read = reading(Format::Plain, page);
    assert_eq!(read.title.as_deref(), Some("Harbour Licence"));
    assert_eq!(read.text, page);
}

#[test]
fn the_mark_beside_a_heading_is_no_part_of_it() {
    let text = "The ferry leaves the north quay at seven, and at nine it is back with the post and the milk of the islands. ".repeat(6);
    let page = format!(
        "<html><body><article><h1>Ferries</h1><h2>4.13. Winter<a class=\"headerlink\" href=\"#w\" title=\"Permalink\">\u{b6}</a></h2>\
         <p>{text}</p><p>{text}</p></article></body></html>"
    );
    let read = reading(Format::Html, page);
    assert!(outline(&read).contains(&"# 4.13. Winter".to_owned()), "{:?}", outline(&read));
}
