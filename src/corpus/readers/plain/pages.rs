//! What belongs to a page and not to the text on it: running heads, feet, page numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::readers::lines::is_a_page_number;

/// As many lines at either end of a page may be its head and its foot.
const EDGE: usize = 3;

/// A line that stands at the edge of this many pages belongs to the pages.
const FEWEST_PAGES: usize = 3;

/// The lines of a text that belong to its pages, counted from 0. Pages end in form feeds, or in feet such as `[Page 7]`.
pub(super) fn furniture(content: &str) -> BTreeSet<usize> {
    let lines: Vec<&str> = content.split_inclusive('\n').collect();
    let mut pages: Vec<Vec<usize>> = vec![Vec::new()];
    for (number, line) in lines.iter().enumerate() {
        if line.contains('\u{c}') {
            pages.push(Vec::new());
        }
        if let Some(page) = pages.last_mut() {
            page.push(number);
        }
        if is_a_foot(line) {
            pages.push(Vec::new());
        }
    }
    let words = |number: usize| lines.get(number).copied().unwrap_or_default();
    let feet = (0..lines.len()).filter(|number| is_a_foot(words(*number)));
    let mut found: BTreeSet<usize> = feet.collect();
    if pages.len() < 2 {
        return found;
    }
    let edges: Vec<Vec<usize>> = pages.iter().map(|page| edge(page, words)).collect();
    let heads = pages.iter().skip(1).filter_map(|page| page.iter().copied().find(|number| !words(*number).trim().is_empty()));
    found.extend(heads.filter(|number| is_a_head(words(*number))));
    let repeated = Repeated::of(edges.iter().map(|edge| edge.iter().map(|number| words(*number))));
    for number in edges.into_iter().flatten() {
        if is_page_furniture(words(number), &repeated) {
            found.insert(number);
        }
    }
    found
}

/// The lines with words at either end of a page.
fn edge<'t>(page: &[usize], words: impl Fn(usize) -> &'t str) -> Vec<usize> {
    let written: Vec<usize> = page.iter().copied().filter(|number| !words(*number).trim().is_empty()).collect();
    let ends = written.iter().take(EDGE).chain(written.iter().rev().take(EDGE));
    ends.copied().collect::<BTreeSet<_>>().into_iter().collect()
}

/// `Rescorla          Standards Track          [Page 7]`
fn is_a_foot(line: &str) -> bool {
    let line = line.trim_end();
    line.strip_suffix(']')
        .and_then(|line| line.rsplit_once("[Page "))
        .is_some_and(|(_, page)| !page.is_empty() && page.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// `RFC 8446                           TLS                      August 2018`
fn is_a_head(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("RFC ") || line.starts_with("Internet-Draft")
}

/// The lines that stand at the edges of several pages, whatever numbers are in them.
pub(in crate::corpus::readers) struct Repeated(BTreeSet<String>);

impl Repeated {
    /// Those among the lines at the edges of these pages.
    pub(in crate::corpus::readers) fn of<'t, P: Iterator<Item = &'t str>>(pages: impl Iterator<Item = P>) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages {
            let lines: BTreeSet<String> = page.map(without_numbers).filter(|line| line.chars().any(char::is_alphanumeric)).collect();
            for line in lines {
                *counts.entry(line).or_default() += 1;
            }
        }
        Self(counts.into_iter().filter(|(_, count)| *count >= FEWEST_PAGES).map(|(line, _)| line).collect())
    }

    /// Whether this line is one of them.
    pub(in crate::corpus::readers) fn holds(&self, line: &str) -> bool {
        self.0.contains(&without_numbers(line))
    }
}

/// Whether a line at the edge of a page belongs to the page.
pub(in crate::corpus::readers) fn is_page_furniture(line: &str, repeated: &Repeated) -> bool {
    repeated.holds(line) || is_a_page_number(line)
}

fn without_numbers(line: &str) -> String {
    let words = line.split_whitespace().map(|word| word.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect::<String>());
    let line = words.collect::<Vec<_>>().join(" ");
    // "9" and "10" are one and the same place.
    line.replace("####", "#").replace("###", "#").replace("##", "#")
}
