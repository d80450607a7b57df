//! The timeline keeps its rules whatever the dates are.

use proptest::prelude::*;

use super::*;
use crate::corpus::Source;
use crate::picture::MOST_ALT;
use crate::words::Words;

fn published(date: &str, title: &str) -> Dated {
    let source = Source { published: Some(date.to_owned()), ..Source::plain(title.to_owned(), title.to_owned()) };
    Dated { date: Date::iso(date).unwrap(), until: None, what: When::Published { source: Box::new(source) }, quote: None }
}

fn set(date: &str, until: Option<&str>, what: &str, recurs: Option<&str>) -> Dated {
    let what = When::Clause { number: 4, what: what.to_owned(), recurs: recurs.map(str::to_owned) };
    Dated { date: Date::iso(date).unwrap(), until: until.and_then(Date::iso), what, quote: None }
}

fn proven(entries: &[Dated]) -> ProvenTimeline<'_> {
    ProvenTimeline { entries: entries.iter().map(|dated| ProvenDated { dated, quote: None }).collect(), is_cut: false }
}

fn drawn(timeline: &ProvenTimeline<'_>) -> Canvas {
    let entries: Vec<Entry<'_>> = timeline.entries.iter().map(|proven| Entry::of(proven, Words::english())).collect();
    canvas(&entries, timeline.is_cut, Words::english())
}

#[test]
fn a_corpus_without_dates_has_no_timeline() {
    assert!(timeline(&proven(&[]), Words::english()).unwrap().is_none());
}

#[test]
fn the_words_say_what_the_timeline_shows() {
    let entries = [
        published("2015-09-25", "Fact sheet"),
        set("2015-12-01", Some("2015-12-02"), "first meeting", None),
        set("2015-12-01", Some("2015-12-02"), "meetings", Some("2 per year")),
    ];
    let picture = timeline(&proven(&entries), Words::english()).unwrap().unwrap();
    assert_eq!(
        picture.alt,
        "A timeline of 3 entries, from 2015-09-25 to 2015-12-02. 2015-09-25, Published: Fact sheet. \
         2015-12-01 to 2015-12-02, Clause 4: first meeting. 2015-12-01 to 2015-12-02, Clause 4: from then on, 2 per year: meetings."
    );
    let canvas = drawn(&proven(&entries));
    canvas.assert_readable();
    assert_eq!(canvas.texts.iter().filter(|text| text.words.starts_with("2015-12-01")).count(), 1, "one date stands once");
}

#[test]
fn what_clauses_set_is_shown_before_all_else() {
    let mut entries: Vec<Dated> = (1..=28).map(|day| published(&format!("2015-02-{day:02}"), "A title")).collect();
    entries.push(set("2015-12-31", None, "the first meeting", None));
    let timeline = proven(&entries);
    let canvas = drawn(&timeline);
    canvas.assert_readable();
    for words in ["the first meeting", "and 11 more dates"] {
        assert!(canvas.texts.iter().any(|text| text.words == words), "{words}");
    }
    let entries: Vec<Entry<'_>> = timeline.entries.iter().map(|proven| Entry::of(proven, Words::english())).collect();
    let alt = in_words(&entries, Words::english());
    assert!(alt.contains("the first meeting") && alt.encode_utf16().count() <= MOST_ALT, "{alt}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_words_leave_the_timeline_or_lie_over_others(
        given in prop::collection::vec((1900..2100u16, 1..13u8, 1..29u8, prop_oneof![r"\PC{0,300}", "[A-Za-z]{1,200}", ".{0,40}"], any::<bool>()), 1..40),
    ) {
        let mut entries: Vec<Dated> = given
            .iter()
            .map(|(year, month, day, words, is_clause)| {
                let date = format!("{year}-{month:02}-{day:02}");
                if *is_clause { set(&date, Some("2150-01-01"), words, Some(words)) } else { published(&date, words) }
            })
            .collect();
        entries.sort_by_key(|entry| entry.date);
        let timeline = proven(&entries);
        drawn(&timeline).assert_readable();
        let entries: Vec<Entry<'_>> = timeline.entries.iter().map(|proven| Entry::of(proven, Words::english())).collect();
        assert!(in_words(&entries, Words::english()).encode_utf16().count() <= MOST_ALT);
    }
}
