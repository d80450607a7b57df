//! Bytes of any kind: read or refused, and never a panic; what is read is sound.

use accord::corpus::{Format, Readable, read};
use proptest::prelude::*;

use super::paper::Paper;

/// A page to cut up.
const PAGE: &str = include_str!("../../../pages/broadsheet.html");

/// Blocks lie in order on character boundaries, none over another; links lie within the text.
fn is_sound(readable: &Readable) {
    let mut end = 0;
    for block in &readable.blocks {
        assert!(block.span.start >= end, "{block:?} begins before {end}");
        let words = block.span.of(&readable.text).unwrap_or_else(|| panic!("{block:?} is not within the text"));
        assert!(!words.trim().is_empty(), "{block:?} has no words");
        end = block.span.end;
    }
    for link in &readable.links {
        assert!(link.words.of(&readable.text).is_some(), "{link:?} is not within the text");
    }
}

fn is_read_or_refused(format: Format, bytes: &[u8]) {
    if let Ok(readable) = read(format, None, bytes) {
        is_sound(&readable);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for format in [Format::Markdown, Format::Plain, Format::Html, Format::Pdf] {
            is_read_or_refused(format, &bytes);
        }
    }

    #[test]
    fn any_lines(lines in prop::collection::vec("[ \\-•§(]{0,3}(Article |§|[0-9a-zé]{1,3}[.)]| )?[ a-zA-Zé.=|*<>/\u{c}]{0,30}", 0..30)) {
        let text = lines.join("\n");
        for format in [Format::Markdown, Format::Plain, Format::Html] {
            is_read_or_refused(format, text.as_bytes());
        }
    }

    #[test]
    fn any_tags(tags in prop::collection::vec("(</?(p|li|ol|ul|table|tr|td|h1|a href=x|b|div|pre|br|sup|q|dl|dd)>)|[a-zé .1()]{1,12}", 0..60)) {
        is_read_or_refused(Format::Html, tags.concat().as_bytes());
    }

    #[test]
    fn a_page_cut_anywhere(cut in 0..PAGE.len()) {
        is_read_or_refused(Format::Html, &PAGE.as_bytes()[..cut]);
    }

    #[test]
    fn a_paper_cut_or_damaged_anywhere(place in 0_usize..1500, byte in any::<u8>()) {
        let paper = Paper::default().page(&["1. The term is one year.", "2. The rent is due."]).bytes();
        is_read_or_refused(Format::Pdf, &paper[..place.min(paper.len())]);
        let mut damaged = paper;
        if let Some(old) = damaged.get_mut(place) {
            *old = byte;
        }
        is_read_or_refused(Format::Pdf, &damaged);
    }
}
