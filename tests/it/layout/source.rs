//! Rust source, read just far enough to see which names stand in it.

use std::fs;
use std::path::Path;

use crate::support::program::files_below;

/// A source file.
pub struct File {
    /// Its path below the repository, with forward slashes.
    pub path: String,
    /// All that it says.
    pub text: String,
    /// What it says outside comments, literals and its own tests.
    code: String,
}

/// The Rust files below a folder of the repository.
pub fn files(folder: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rust = files_below(&root.join(folder)).into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    let found: Vec<File> = rust
        .map(|file| {
            let below = file.strip_prefix(root).expect("a file of the repository");
            let path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            File::new(path, fs::read_to_string(&file).expect("a source file"))
        })
        .collect();
    assert!(!found.is_empty(), "there is no Rust in {folder}");
    found
}

impl File {
    pub fn new(path: String, text: String) -> Self {
        let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        Self { code: without_comments_and_literals(own), path, text }
    }

    /// The room that it belongs to; none for `lib.rs` and `main.rs`, which see all.
    pub fn room(&self) -> Option<String> {
        let below = self.path.strip_prefix("src/")?;
        let room = below.split_once('/').map_or_else(|| below.trim_end_matches(".rs"), |(folder, _)| folder);
        (!matches!(room, "lib" | "main")).then(|| room.to_owned())
    }

    /// How many lines it has. A line of a word list is data and does not count.
    pub fn lines(&self) -> usize {
        let is_word =
            |line: &str| line.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix("\",")).is_some_and(|word| !word.contains('"'));
        self.text.lines().filter(|line| !is_word(line)).count()
    }

    pub fn has_word(&self, word: &str) -> bool {
        words(&self.code).iter().any(|other| other == word)
    }

    /// The rooms that it names: by a path from `crate`, or by one from `super` that climbs as far.
    pub fn rooms_used(&self) -> Vec<String> {
        let words = words(&self.code);
        let mut rooms = Vec::new();
        let mut climbed = 0;
        for (at, word) in words.iter().enumerate() {
            let path_goes_on = words.get(at + 1).is_some_and(|next| next == "::");
            climbed = match word.as_str() {
                "super" if path_goes_on => climbed + 1,
                "::" => climbed,
                _ => 0,
            };
            if path_goes_on && (word == "crate" || (climbed > 0 && climbed == self.depth())) {
                rooms.extend(first_names(words.get(at + 2..).unwrap_or_default()));
            }
        }
        rooms.retain(|room| room.starts_with(|c: char| c.is_lowercase()) && room != "super");
        rooms.sort();
        rooms.dedup();
        rooms
    }

    /// How many modules it is below the crate's root.
    fn depth(&self) -> usize {
        let module = self.path.trim_start_matches("src/").trim_end_matches("/mod.rs").trim_end_matches(".rs");
        module.split('/').count()
    }
}

/// The names that a path goes on with: one, or the first of each branch of a group.
fn first_names(rest: &[String]) -> Vec<String> {
    if rest.first().is_none_or(|first| first != "{") {
        return rest.first().cloned().into_iter().collect();
    }
    let mut names = Vec::new();
    let mut open = 0;
    let mut expected = false;
    for word in rest {
        match word.as_str() {
            "{" => {
                open += 1;
                expected = open == 1;
            }
            "}" if open == 1 => break,
            "}" => open -= 1,
            "," => expected = open == 1,
            name if expected => {
                names.push(name.to_owned());
                expected = false;
            }
            _ => {}
        }
    }
    names
}

/// Names, `::` and single signs.
fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for character in code.chars() {
        let in_name = character.is_alphanumeric() || character == '_';
        match words.last_mut() {
            Some(word) if in_name && open => word.push(character),
            Some(word) if character == ':' && word == ":" && !open => word.push(character),
            _ if character.is_whitespace() => {}
            _ => words.push(character.to_string()),
        }
        open = in_name;
    }
    words
}

/// The code with a space in place of each comment and each literal of text.
fn without_comments_and_literals(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| raw_string(rest)).or_else(|| string(rest)).or_else(|| character_literal(rest));
        let taken = skipped.unwrap_or(character.len_utf8());
        code.push(if skipped.is_some() { ' ' } else { character });
        rest = rest.get(taken..).unwrap_or_default();
    }
    code
}

fn comment(rest: &str) -> Option<usize> {
    let end = if rest.starts_with("//") { rest.find('\n') } else { rest.strip_prefix("/*").and_then(|_| rest.find("*/")).map(|at| at + 2) };
    (rest.starts_with("//") || rest.starts_with("/*")).then(|| end.unwrap_or(rest.len()))
}

fn raw_string(rest: &str) -> Option<usize> {
    let marks = rest.strip_prefix('r')?;
    let hashes = marks.len() - marks.trim_start_matches('#').len();
    let body = marks.get(hashes..)?.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    Some(2 + hashes + body.find(&close)? + close.len())
}

fn string(rest: &str) -> Option<usize> {
    closed_by('"', rest.strip_prefix('"')?)
}

/// A character, which a lifetime is not.
fn character_literal(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'')?;
    let escaped = body.starts_with('\\');
    let is_character = escaped || body.chars().nth(1) == Some('\'');
    if is_character { closed_by('\'', body) } else { None }
}

/// How long a literal is that began just before `body`.
fn closed_by(quote: char, body: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in body.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return Some(1 + at + 1),
            _ => {}
        }
    }
    None
}

#[test]
fn names_are_seen_however_they_are_written() {
    let file = |path: &str, text: &str| File::new(path.to_owned(), text.to_owned());
    let seen = |path: &str, text: &str| file(path, text).rooms_used();
    assert_eq!(seen("src/text/mod.rs", "use crate::index::Generation;"), ["index"]);
    assert_eq!(seen("src/text/mod.rs", "use crate::{answer::{self, Quote}, discord};"), ["answer", "discord"]);
    assert_eq!(seen("src/text/mod.rs", "fn f(x: &crate::eval::Set) {}"), ["eval"]);
    assert_eq!(seen("src/text/mod.rs", "use super::search::Hit;"), ["search"]);
    assert_eq!(seen("src/text/terms.rs", "use super::super::search::Hit; use super::Span;"), ["search"]);
    assert_eq!(seen("src/text/mod.rs", "// crate::index\nlet s = \"crate::app\"; let r = r#\"crate::cli\"#;"), Vec::<String>::new());
    assert_eq!(seen("src/text/mod.rs", "let q = '\"'; use crate::serve; fn f<'a>(x: &'a str) {}"), ["serve"]);
    assert!(file("src/app.rs", "async fn f() { g().await }").has_word("await"));
    assert!(!file("src/app.rs", "/// serenity\nfn asynchronous() {}").has_word("serenity"));
    assert_eq!(file("src/app.rs", "fn f() {}\nconst W: &[&str] = &[\n    \"word\",\n];\n").lines(), 3);
}
