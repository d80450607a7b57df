//! What is copied word for word is never said to be anything but exact, however it was pasted.

use accord::answer::QuoteOutcome;

use super::answerer;
use super::stretches::{Chance, Stretch, anywhere, sentences};

/// A change that pasting makes.
type Noise = fn(&str, &mut Chance) -> String;

/// What people do to words when they paste them, by name.
const NOISES: &[(&str, Noise)] = &[
    ("nothing", |words, _| words.to_owned()),
    ("quotation marks around it", |words, _| format!("\u{201c}{words}\u{201d}")),
    ("straight quotation marks and a comma", |words, _| format!("\"{},\"", words.trim_end_matches(['.', ','].as_slice()))),
    ("a full stop more", |words, _| format!("{words}.")),
    ("a full stop less", |words, _| words.trim_end_matches(['.', ','].as_slice()).to_owned()),
    ("curly apostrophes", |words, _| words.replace('\'', "\u{2019}")),
    ("straight quotation marks", |words, _| words.replace(['\u{201c}', '\u{201d}'], "\"").replace('\u{2019}', "'")),
    ("single quotation marks within", |words, _| format!("\u{201c}{}\u{201d}", words.replace('"', "'"))),
    ("other dashes", |words, chance| words.replace('-', ["\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}"][chance.below(4)])),
    ("no-break spaces", |words, _| words.replace(' ', "\u{a0}")),
    ("lines broken anew", broken_anew),
    ("on one line", |words, _| words.split_whitespace().collect::<Vec<_>>().join(" ")),
    ("one line without bullets", |words, _| words.replace("\n- ", " ").replace('\n', " ")),
    ("other bullets", |words, _| words.replace("\n- ", "\n\u{2022} ")),
    ("a quoted block", |words, _| words.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")),
    ("stressed", |words, _| {
        words
            .lines()
            .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("**{line}**") })
            .collect::<Vec<_>>()
            .join("\n")
    }),
    ("another first letter", other_first),
    ("soft hyphens", |words, chance| sprinkled(words, '\u{ad}', chance)),
    ("zero-width characters", |words, chance| sprinkled(words, '\u{200b}', chance)),
    ("decomposed letters", |words, _| words.replace('\u{e9}', "e\u{301}")),
    ("ligatures", |words, _| words.replace("ffi", "\u{fb03}").replace("fi", "\u{fb01}")),
    ("cut marks around it", |words, _| format!("\u{2026}{words}\u{2026}")),
    ("cut marks in brackets", |words, _| format!("[\u{2026}] {words} [...]")),
    ("a list's bullet", |words, _| format!("- {words}")),
];

#[test]
fn any_stretch_is_exact_however_it_was_pasted() {
    let mut stretches = anywhere(1, 500, 3, 12);
    stretches.extend(anywhere(2, 300, 12, 60));
    stretches.extend(anywhere(3, 40, 60, 400));
    stretches.extend(sentences(3));
    let mut chance = Chance::new(4);
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (index, stretch) in stretches.iter().enumerate() {
        // Each stretch is pasted plainly and in three other ways; together all the ways come up often.
        for step in [0, 1, 9, 16] {
            let way = if step == 0 { 0 } else { (index + step) % NOISES.len() };
            let (name, noise) = NOISES[way];
            let pasted = noise(&stretch.text, &mut chance);
            let check = answerer().check_quote(&pasted, None).expect("a check");
            checked += 1;
            if check.outcome != QuoteOutcome::Exact || !check.diff.is_empty() {
                wrong.push(format!("{name}, {} from byte {}: {pasted:?}: {check:#?}", stretch.source, stretch.start));
            }
        }
    }
    assert!(checked > 3_000, "only {checked} were checked");
    assert!(
        wrong.is_empty(),
        "{} of {checked} exact quotations are flagged:\n{}",
        wrong.len(),
        wrong.iter().take(8).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn what_is_left_out_and_marked_is_exact_unless_it_turns_the_meaning() {
    let check = |text: &str| answerer().check_quote(text, None).expect("a check");
    for text in [
        "The U.S. Secretary of Homeland Security and the U.S. Attorney General will co-chair the dialogue \u{2026} for the United States.",
        "\u{201c}both sides agree that the first meeting of this dialogue [...] will occur twice per year thereafter\u{201d}",
        "The United States and China agree to establish a high-level joint dialogue mechanism [\u{2026}] will occur twice per year thereafter.",
        "China will designate an official . . . to be the lead",
    ] {
        let check = check(text);
        assert!(check.outcome == QuoteOutcome::Exact && check.omission, "{text}: {check:#?}");
    }
    for text in [
        // "neither" is left out.
        "The United States and China agree that \u{2026} government will conduct or knowingly support cyber-enabled theft",
        // The order is another.
        "will occur twice per year thereafter \u{2026} The United States and China agree to establish a high-level joint dialogue mechanism",
        // Two clauses.
        "mitigate malicious cyber activity emanating from their territory \u{2026} will conduct or knowingly support cyber-enabled theft",
        // No mark.
        "The U.S. Secretary of Homeland Security and the U.S. Attorney General will co-chair the dialogue for the United States.",
        // Words picked one by one.
        "The United States \u{2026} will \u{2026} be \u{2026} the lead",
    ] {
        let check = check(text);
        assert_eq!(check.outcome, QuoteOutcome::Altered, "{text}: {check:#?}");
        assert!(!check.diff.is_empty(), "{text}");
    }
}

#[test]
fn every_sentence_is_rightly_put_to_whoever_says_it() {
    let mut checked = 0;
    for Stretch { text, .. } in sentences(5) {
        let plain = answerer().check_quote(&text, None).expect("a check");
        let speaker = plain.closest.expect("the words").speaker().to_owned();
        let check = answerer().check_quote(&text, Some(&speaker)).expect("a check");
        assert_eq!(check.outcome, QuoteOutcome::Exact, "{text} by {speaker}");
        checked += 1;
    }
    assert!(checked > 250, "only {checked} sentences");
}

fn broken_anew(words: &str, chance: &mut Chance) -> String {
    words.split(' ').map(|word| if chance.below(6) == 0 { format!("{word}\n") } else { format!("{word} ") }).collect()
}

fn other_first(words: &str, _: &mut Chance) -> String {
    let Some(first) = words.chars().next() else { return String::new() };
    let other: String = if first.is_uppercase() { first.to_lowercase().collect() } else { first.to_uppercase().collect() };
    other + &words[first.len_utf8()..]
}

fn sprinkled(words: &str, what: char, chance: &mut Chance) -> String {
    words.chars().flat_map(|c| [Some(c), (c.is_alphabetic() && chance.below(7) == 0).then_some(what)]).flatten().collect()
}
