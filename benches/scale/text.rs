//! Generated text: the same on every machine, with words as rare and as common as in real text (Zipf), names, dates and
//! numbers, written to a folder document by document.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Documents at most; the passages are spread over them.
const MOST_DOCUMENTS: usize = 10_000;
/// Passages that a document has when there are fewer documents than that.
const PASSAGES_EACH: usize = 100;
/// Words that there are. Most of them turn up once or never in a small corpus, as in a language.
const WORDS: u32 = 300_000;
/// Names that there are.
const NAMES: u32 = 50_000;
/// Sentences of a paragraph; with [`FEWEST_WORDS`] words each a paragraph is a passage.
const SENTENCES: usize = 5;
const FEWEST_WORDS: u64 = 12;

const FUNCTION: [&str; 16] = ["the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "by", "at"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SYLLABLES: [&str; 40] = [
    "ba", "cor", "de", "fin", "gra", "hol", "ix", "jun", "ka", "lor", "men", "nu", "op", "pra", "qui", "ras", "sto", "tel", "ul", "ver",
    "wen", "ya", "zor", "bli", "cha", "dor", "est", "fla", "gon", "hal", "ind", "kel", "lin", "mar", "nos", "per", "rut", "sil", "tan",
    "vo",
];

/// SplitMix64 (Steele and others, "Fast splittable pseudorandom number generators", 2014).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A rank from 0 to `end`, each as likely as Zipf's law says: the second half as likely as the first.
    fn rank(&mut self, end: u32) -> u32 {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        (f64::from(end).powf(share) as u32).saturating_sub(1)
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let at = self.below(choices.len() as u64) as usize;
        choices.get(at).copied().unwrap_or_default()
    }
}

/// The word of a rank: the common ones are short.
fn word(rank: u32) -> String {
    let mut word = String::new();
    let mut rest = rank + SYLLABLES.len() as u32;
    while rest > 0 {
        word.push_str(SYLLABLES.get(rest as usize % SYLLABLES.len()).copied().unwrap_or_default());
        rest /= SYLLABLES.len() as u32;
    }
    word
}

fn name(chance: &mut Chance) -> String {
    let plain = word(chance.rank(NAMES) + WORDS);
    let mut letters = plain.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A sentence, and the words of it that a question can be made of.
fn sentence(chance: &mut Chance, out: &mut String) -> Vec<String> {
    let mut asked = Vec::new();
    let start = out.len();
    for _ in 0..FEWEST_WORDS + chance.below(10) {
        let next = match chance.below(100) {
            0..45 => chance.of(&FUNCTION).to_owned(),
            45..92 => word(chance.rank(WORDS)),
            92..96 => name(chance),
            96..98 => chance.below(5_000).to_string(),
            _ => format!("{} {} {}", 1 + chance.below(28), chance.of(&MONTHS), 1_950 + chance.below(80)),
        };
        if next.len() > 3 {
            asked.push(next.clone());
        }
        out.push_str(&next);
        out.push(' ');
    }
    out.pop();
    if let Some(first) = out.get_mut(start..start + 1) {
        first.make_ascii_uppercase();
    }
    out.push('.');
    asked
}

fn paragraph(chance: &mut Chance, out: &mut String) -> Vec<String> {
    let mut asked = Vec::new();
    for number in 0..SENTENCES {
        if number > 0 {
            out.push(' ');
        }
        asked = sentence(chance, out);
    }
    out.push_str("\n\n");
    asked
}

/// What chance gives a document.
fn of_document(number: usize) -> Chance {
    Chance::seeded(0xACC0_4D00 + ((number as u64) << 20))
}

/// How many documents hold so many passages.
pub(crate) fn documents(passages: usize) -> usize {
    passages.div_ceil(PASSAGES_EACH).clamp(1, MOST_DOCUMENTS)
}

/// The file of a document.
pub(crate) fn file(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("{:02}", number % 100)).join(format!("document-{number}.txt"))
}

/// Writes so many passages below `folder`.
pub(crate) fn write(folder: &Path, passages: usize) -> std::io::Result<()> {
    let documents = documents(passages);
    for number in 0..documents {
        let path = file(folder, number);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        let mut out = BufWriter::new(File::create(path)?);
        let mut chance = of_document(number);
        let mut text = String::new();
        for _ in (number..passages).step_by(documents) {
            text.clear();
            paragraph(&mut chance, &mut text);
            out.write_all(text.as_bytes())?;
        }
        out.flush()?;
    }
    Ok(())
}

/// Questions about the generated text: words of one of its sentences, as somebody would ask for them. Every tenth has a
/// typing error, every tenth asks for what is nowhere.
pub(crate) fn questions(passages: usize, count: usize) -> Vec<String> {
    let mut chance = Chance::seeded(7);
    let documents = documents(passages);
    (0..count)
        .map(|number| {
            let mut of = of_document(chance.below(documents as u64) as usize);
            let mut asked = paragraph(&mut of, &mut String::new());
            asked.truncate(3 + chance.below(5) as usize);
            match number % 10 {
                3 => asked = asked.iter().map(|word| word.chars().rev().collect()).collect(),
                7 => {
                    // Of the letters of its longest word two are exchanged.
                    if let Some(longest) = asked.iter_mut().max_by_key(|word| word.len()) {
                        let mut letters: Vec<char> = longest.chars().collect();
                        let middle = letters.len() / 2;
                        letters.swap(middle - 1, middle);
                        *longest = letters.into_iter().collect();
                    }
                }
                _ => {}
            }
            let word = chance.of(&["What is", "Who is", "When was", "How many are"]).to_owned();
            format!("{word} {}?", asked.join(" "))
        })
        .collect()
}
