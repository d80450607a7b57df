//! What was changed is never said to be exact, in whichever way it was changed.

use accord::answer::QuoteOutcome;

use super::answerer;
use super::stretches::{Chance, Stretch, anywhere, sentences, stands_somewhere};
use crate::support::program::Program;

/// The least share of altered quotations of a kind that must be caught.
const CAUGHT: f64 = 0.99;

const PARTIES: &[&str] =
    &["China", "Chinese", "United States", "US", "U.S.", "White House", "Obama", "Xi", "Healey", "FireEye", "CrowdStrike", "Russia", "FBI"];
const OTHERS: &[&str] =
    &["Japan", "Japanese", "Soviet Union", "UK", "E.U.", "Kremlin", "Putin", "Merkel", "Smith", "Microsoft", "Kaspersky", "Iran", "MI5"];
const SYNONYMS: &[(&str, &str)] = &[
    ("agree", "promise"),
    ("provide", "supply"),
    ("support", "back"),
    ("report", "account"),
    ("reported", "announced"),
    ("said", "stated"),
    ("agreement", "contract"),
    ("first", "initial"),
    ("read", "seen"),
    ("attacks", "assaults"),
    ("companies", "firms"),
    ("dialogue", "talks"),
    ("requests", "demands"),
    ("norms", "rules"),
    ("theft", "stealing"),
    ("called", "named"),
    ("government", "administration"),
    ("meeting", "session"),
    ("piece", "essay"),
    ("argues", "holds"),
    ("page", "sheet"),
    ("date", "day"),
    ("published", "printed"),
    ("link", "pointer"),
    ("not", "hardly"),
];

#[test]
fn a_dropped_or_added_not_is_caught() {
    const NEGATIONS: &[&str] = &["not", "no", "never", "neither", "nor", "without"];
    let dropped = both().into_iter().flat_map(|stretch| {
        let words: Vec<String> = stretch.text.split_whitespace().map(str::to_owned).collect();
        let places: Vec<usize> = (1..words.len().saturating_sub(1)).filter(|at| NEGATIONS.contains(&words[*at].as_str())).collect();
        let without = move |at: usize| [&words[..at], &words[at + 1..]].concat().join(" ");
        places.into_iter().map(without).collect::<Vec<_>>()
    });
    caught("a dropped negation", 150, dropped);
    const AUXILIARIES: &[&str] =
        &["will", "would", "is", "are", "was", "were", "has", "have", "did", "does", "can", "could", "should", "must"];
    let added =
        both().into_iter().filter_map(|stretch| replaced(&stretch, |word| AUXILIARIES.contains(&word).then(|| format!("{word} not"))));
    caught("an added negation", 300, added);
}

#[test]
fn a_swapped_party_is_caught() {
    let swapped = both().into_iter().flat_map(|stretch| {
        let text = stretch.text;
        let of = move |(party, other): (&&str, &&str)| holds_word(&text, party).then(|| text.replacen(party, other, 1));
        PARTIES.iter().zip(OTHERS).filter_map(of).collect::<Vec<_>>()
    });
    caught("a swapped party", 600, swapped);
    let exchanged = both().into_iter().filter(|stretch| holds_word(&stretch.text, "China") && holds_word(&stretch.text, "United States"));
    caught(
        "two parties exchanged",
        20,
        exchanged.map(|stretch| stretch.text.replace("United States", "\u{1}").replace("China", "United States").replace('\u{1}', "China")),
    );
}

#[test]
fn a_changed_number_is_caught() {
    let numbered = both().into_iter().filter_map(|stretch| {
        let at = stretch.text.find(|c: char| c.is_ascii_digit())?;
        let digit = stretch.text[at..].chars().next()?.to_digit(10)?;
        Some(format!("{}{}{}", &stretch.text[..at], (digit + 1) % 10, &stretch.text[at + 1..]))
    });
    caught("a changed digit", 300, numbered);
    const NUMBERS: &[(&str, &str)] = &[
        ("two", "three"),
        ("four", "five"),
        ("twice", "once"),
        ("first", "second"),
        ("five", "six"),
        ("September", "October"),
        ("million", "billion"),
    ];
    let worded = both()
        .into_iter()
        .filter_map(|stretch| replaced(&stretch, |word| NUMBERS.iter().find(|(from, _)| *from == word).map(|(_, to)| (*to).to_owned())));
    caught("a changed number or month", 150, worded);
}

#[test]
fn a_synonym_is_caught() {
    let synonyms = both()
        .into_iter()
        .filter_map(|stretch| replaced(&stretch, |word| SYNONYMS.iter().find(|(from, _)| *from == word).map(|(_, to)| (*to).to_owned())));
    caught("a synonym", 300, synonyms);
    let mut chance = Chance::new(11);
    let strange = anywhere(12, 600, 3, 40).into_iter().map(|stretch| {
        let mut words: Vec<&str> = stretch.text.split_whitespace().collect();
        let at = chance.below(words.len());
        words[at] = "xylophone";
        words.join(" ")
    });
    caught("a strange word", 500, strange);
}

#[test]
fn words_in_another_order_are_caught() {
    let mut chance = Chance::new(21);
    let neighbours = anywhere(22, 700, 4, 40).into_iter().filter_map(|stretch| {
        let mut words: Vec<&str> = stretch.text.split_whitespace().collect();
        let at = chance.below(words.len() - 1);
        words.swap(at, at + 1);
        (words[at] != words[at + 1]).then(|| words.join(" "))
    });
    caught("neighbours swapped", 500, neighbours);
    let mut chance = Chance::new(23);
    let apart = anywhere(24, 400, 6, 40).into_iter().filter_map(|stretch| {
        let mut words: Vec<&str> = stretch.text.split_whitespace().collect();
        let (one, other) = (chance.below(words.len()), chance.below(words.len()));
        words.swap(one, other);
        (words[one] != words[other]).then(|| words.join(" "))
    });
    caught("words swapped", 300, apart);
    let halves = anywhere(25, 300, 8, 40).into_iter().map(|stretch| {
        let words: Vec<&str> = stretch.text.split_whitespace().collect();
        let (one, other) = words.split_at(words.len() / 2);
        [other, one].concat().join(" ")
    });
    caught("halves swapped", 250, halves);
}

#[test]
fn spliced_halves_are_caught() {
    let longer: Vec<Stretch> = anywhere(31, 900, 8, 50);
    let half = |stretch: &Stretch, second: bool| {
        let words: Vec<&str> = stretch.text.split_whitespace().collect();
        let (one, other) = words.split_at(words.len() / 2);
        if second { other.join(" ") } else { one.join(" ") }
    };
    let glued = longer.windows(2).map(|pair| format!("{} {}", half(&pair[0], false), half(&pair[1], true)));
    caught("halves of two stretches", 800, glued);
    let gap = longer.iter().map(|stretch| {
        let words: Vec<&str> = stretch.text.split_whitespace().collect();
        let (third, rest) = (words.len() / 3, words.len() - words.len() / 3);
        [&words[..third], &words[rest..]].concat().join(" ")
    });
    caught("the middle left out without a mark", 800, gap);
    let clauses: Vec<String> = ["1", "2", "3", "4"].iter().map(|number| clause(number)).collect();
    let mut joined = Vec::new();
    for (one, first) in clauses.iter().enumerate() {
        for (_, second) in clauses.iter().enumerate().filter(|(other, _)| *other != one) {
            let (first, second): (Vec<&str>, Vec<&str>) = (first.split(", ").collect(), second.split(", ").collect());
            for head in &first {
                joined.extend(second.iter().map(|tail| format!("{head}, {tail}")));
            }
        }
    }
    let joined = joined.into_iter().filter(|text| text.split_whitespace().count() > 5);
    caught("parts of two clauses", 100, joined);
}

#[test]
fn a_wrong_speaker_is_caught() {
    const SPEAKERS: &[&str] =
        &["the agreement", "Don Eijndhoven", "Barack Obama", "Jason Healey", "Edward Snowden", "Russia", "Accord's note", "Angela Merkel"];
    let right: &[(&str, &[&str])] =
        &[("the agreement", &["the agreement"]), ("Don Eijndhoven", &["Don Eijndhoven"]), ("Barack Obama", &["Barack Obama"])];
    let (mut all, mut missed) = (0, Vec::new());
    for stretch in both().into_iter().step_by(2) {
        let plain = answerer().check_quote(&stretch.text, None).expect("a check");
        let speaker = plain.closest.expect("the words").speaker().to_owned();
        for by in SPEAKERS {
            let is_right = speaker.contains(by) || right.iter().any(|(said, names)| speaker == *said && names.contains(by));
            // What the note itself gives in quotation marks is somebody's, and stands in more than one voice.
            if is_right || (speaker.starts_with("Accord's note") && !answerer_says_ours(&stretch.text)) {
                continue;
            }
            let check = answerer().check_quote(&stretch.text, Some(by)).expect("a check");
            all += 1;
            if check.outcome != QuoteOutcome::Misattributed {
                missed.push(format!("{:?} is {speaker}'s, not {by}'s: {:?}", stretch.text, check.outcome));
            }
        }
    }
    assert_share("a wrong speaker", 1_500, all, &missed);
}

#[test]
fn a_paraphrase_is_not_found() {
    for text in [
        "Under the accord neither Washington nor Beijing may hack businesses to help their own industry get ahead.",
        "The two presidents shook hands on a plan that bans economic espionage over the internet.",
        "A phone line was set up so that complaints can reach the top quickly.",
        "How long do I boil an egg until the yolk is firm?",
    ] {
        let check = answerer().check_quote(text, None).expect("a check");
        assert_eq!(check.outcome, QuoteOutcome::NotFound, "{text}: {check:#?}");
        assert!(check.similarity < 0.5, "{text}: {check:#?}");
    }
}

/// Sentences, and stretches that begin and end anywhere.
fn both() -> Vec<Stretch> {
    let mut all = sentences(4);
    all.extend(anywhere(41, 700, 5, 40));
    all
}

fn answerer_says_ours(text: &str) -> bool {
    !text.contains(['"', '\u{201c}'])
}

fn clause(number: &str) -> String {
    static SHIPPED: std::sync::OnceLock<Program> = std::sync::OnceLock::new();
    let answer = SHIPPED.get_or_init(Program::indexed).run(&["clause", "--json", number]).found().json();
    answer["quotes"][0]["text"].as_str().expect("a clause").to_owned()
}

/// The stretch with the first inner word that `change` changes.
fn replaced(stretch: &Stretch, change: impl Fn(&str) -> Option<String>) -> Option<String> {
    let words: Vec<&str> = stretch.text.split_whitespace().collect();
    let (at, new) = words.iter().enumerate().find_map(|(at, word)| Some((at, change(word)?)))?;
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words[at] = new;
    Some(words.join(" "))
}

fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).next().is_some_and(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

/// Each of these must be told to be altered, with what differs; what happens to be verbatim all the same is left out.
fn caught(kind: &str, least: usize, altered: impl Iterator<Item = String>) {
    let (mut all, mut missed) = (0, Vec::new());
    for text in altered.filter(|text| !stands_somewhere(text)) {
        let check = answerer().check_quote(&text, None).expect("a check");
        all += 1;
        if check.outcome != QuoteOutcome::Altered || check.diff.is_empty() {
            missed.push(format!("{text:?}: {:?}, similarity {}", check.outcome, check.similarity));
        }
    }
    assert_share(kind, least, all, &missed);
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases")]
fn assert_share(kind: &str, least: usize, all: usize, missed: &[String]) {
    println!("{kind}: {} of {all} missed", missed.len());
    assert!(all >= least, "{kind}: only {all} cases, {least} are expected");
    let share = 1.0 - missed.len() as f64 / all as f64;
    let shown: Vec<&String> = missed.iter().take(8).collect();
    assert!(share >= CAUGHT, "{kind}: {} of {all} missed:\n{shown:#?}", missed.len());
}
