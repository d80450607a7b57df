//! The number by which a provision is found, and how it is cited.

use std::collections::{HashMap, HashSet};

use super::Provision;
use super::outline::{Node, Outline};
use crate::text::{ProvisionKind, Setting};

/// What a provision is called.
#[derive(Debug, Clone, Default)]
struct Name {
    path: Vec<String>,
    kind: Option<ProvisionKind>,
    citation: String,
}

/// The provisions of an outline with their numbers. Where two have the same, the one with the longer text has it.
pub(super) fn numbered(outline: Outline<'_>) -> Vec<Provision> {
    let Outline { text, nodes } = outline;
    let clashes = Clashes::of(&nodes);
    let has_articles = nodes.iter().any(|node| node.kind() == Some(ProvisionKind::Article));
    let mut names: Vec<Name> = Vec::with_capacity(nodes.len());
    let mut depths: Vec<usize> = Vec::with_capacity(nodes.len());
    let mut found: Vec<Provision> = Vec::with_capacity(nodes.len());
    for (at, node) in nodes.iter().enumerate() {
        let depth = node.parent.and_then(|parent| depths.get(parent)).map_or(0, |above| above + 1);
        let mut name = name(text, &nodes, &names, at, node, &clashes);
        // What is numbered in brackets before the first article are the recitals.
        if has_articles && node.parent.is_none() && node.series.1 == Setting::Bracketed {
            name.kind = Some(ProvisionKind::Recital);
            name.citation = format!("Recital {}", node.printed);
        }
        let heading = node.title.and_then(|title| title.of(text)).map(one_line).unwrap_or_default();
        found.push(Provision {
            number: name.path.join("."),
            kind: name.kind,
            citation: name.citation.clone(),
            heading,
            span: node.span,
            depth,
        });
        depths.push(depth);
        names.push(name);
    }
    without_repeated(found)
}

/// What numbers are counted together: those in a provision (or none) of one kind, set off in one way.
type Sequence = (Option<usize>, Option<ProvisionKind>, Setting);

/// Which numbers stand in several chapters, so that the chapter is part of them.
struct Clashes(HashSet<usize>);

impl Clashes {
    fn of(nodes: &[Node]) -> Self {
        let mut first: HashMap<(Sequence, &str), Option<usize>> = HashMap::new();
        let mut clashing: HashSet<Sequence> = HashSet::new();
        let mut of_scope: Vec<(usize, Sequence)> = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            if node.explicit.is_some() {
                continue;
            }
            let in_container = node.parent.and_then(|parent| nodes.get(parent)).is_some_and(|parent| skips(node, parent));
            let outer = if in_container { beyond(nodes, node) } else { node.parent };
            let key = (outer, node.kind(), node.series.1);
            if in_container {
                of_scope.push((at, key));
            }
            match first.get(&(key, node.token.as_str())) {
                Some(parent) if *parent != node.parent => {
                    clashing.insert(key);
                }
                Some(_) => {}
                None => {
                    first.insert((key, node.token.as_str()), node.parent);
                }
            }
        }
        Self(of_scope.into_iter().filter(|(_, key)| clashing.contains(key)).map(|(at, _)| at).collect())
    }
}

/// Whether the number of `node` may be one that runs through what it stands in.
fn skips(node: &Node, parent: &Node) -> bool {
    match parent.kind() {
        Some(kind) if kind.is_attachment() => false,
        Some(kind) => kind.is_container() || node.kind().is_some(),
        None => node.kind().is_some(),
    }
}

/// What a provision stands in, beyond what its number runs through.
fn beyond(nodes: &[Node], node: &Node) -> Option<usize> {
    let mut above = node.parent;
    while let Some(parent) = above.and_then(|at| nodes.get(at)) {
        if !skips(node, parent) {
            return above;
        }
        above = parent.parent;
    }
    None
}

fn name(text: &str, nodes: &[Node], names: &[Name], at: usize, node: &Node, clashes: &Clashes) -> Name {
    let parent = node.parent.and_then(|parent| nodes.get(parent));
    let in_parent = node.parent.and_then(|parent| names.get(parent));
    let own = node.explicit.clone().unwrap_or_else(|| vec![node.token.clone()]);
    let noun = node.kind().map(|_| noun(text, node));
    let skipped = parent.is_some_and(|parent| skips(node, parent));
    // What is attached to a document has numbers of its own, unless they begin with its letter: "A.1".
    let attached = attachment(nodes, node).and_then(|at| Some((nodes.get(at)?, names.get(at)?)));
    if let Some(explicit) = &node.explicit {
        let (path, kind, before) = match attached {
            Some((attachment, name)) if explicit.first() != Some(&attachment.token) => {
                (name.path.iter().chain(explicit).cloned().collect(), name.kind, format!("{} ", name.citation))
            }
            _ => (explicit.clone(), node.kind(), String::new()),
        };
        let printed = noun.unwrap_or_else(|| format!("\u{a7} {}", printed_path(text, node)));
        return Name { path, kind, citation: format!("{before}{printed}") };
    }
    match in_parent {
        Some(above) if !skipped || clashes.0.contains(&at) => {
            let path: Vec<String> = above.path.iter().cloned().chain(own).collect();
            let citation = match noun {
                Some(noun) => format!("{}, {noun}", above.citation),
                None => format!("{}({})", above.citation, node.printed),
            };
            Name { path, kind: above.kind, citation }
        }
        _ => match attached.filter(|_| node.parent.is_some() && skipped && beyond(nodes, node).is_some()) {
            Some((_, name)) => {
                let path = name.path.iter().cloned().chain(own).collect();
                let citation = match noun {
                    Some(noun) => format!("{}, {noun}", name.citation),
                    None => format!("{}({})", name.citation, node.printed),
                };
                Name { path, kind: name.kind, citation }
            }
            None => {
                let bracketed = node.series.1 == Setting::Bracketed;
                let plain = if bracketed { format!("\u{a7} ({})", node.printed) } else { format!("\u{a7} {}", node.printed) };
                Name { path: own, kind: node.kind(), citation: noun.unwrap_or(plain) }
            }
        },
    }
}

/// The schedule or annex that a provision stands in.
fn attachment(nodes: &[Node], node: &Node) -> Option<usize> {
    let mut above = node.parent;
    while let Some(at) = above {
        let parent = nodes.get(at)?;
        if parent.kind().is_some_and(ProvisionKind::is_attachment) {
            return Some(at);
        }
        above = parent.parent;
    }
    None
}

/// The noun and the number as printed, but not in capitals throughout: "Article 5", "§ 12.3".
fn noun(text: &str, node: &Node) -> String {
    let label = text.get(node.span.start..).unwrap_or_default();
    let length = label.find(|c: char| !c.is_alphabetic() && !matches!(c, '.' | '\u{a7}')).unwrap_or(label.len());
    let word = label.get(..length).unwrap_or_default();
    let word = if word.starts_with('\u{a7}') { "\u{a7}" } else { word };
    let shouted = word.chars().count() > 1 && word.chars().all(|c| !c.is_lowercase());
    let word: String = if shouted {
        word.chars().enumerate().map(|(place, c)| if place == 0 { c } else { c.to_ascii_lowercase() }).collect()
    } else {
        word.to_owned()
    };
    let number = if node.explicit.is_some() { printed_path(text, node) } else { node.printed.clone() };
    format!("{word} {number}")
}

/// A path of numbers as printed: "4.2", "A.1".
fn printed_path(text: &str, node: &Node) -> String {
    let Some(explicit) = &node.explicit else { return node.printed.clone() };
    let label = text.get(node.span.start..).unwrap_or_default();
    let capital = label.starts_with(|c: char| c.is_ascii_uppercase()) && node.kind().is_none();
    let path = explicit.join(".");
    if capital { path.to_uppercase() } else { path }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Of provisions with the same number, the one with the longest text; of equals the first.
fn without_repeated(found: Vec<Provision>) -> Vec<Provision> {
    let mut best: HashMap<(Option<ProvisionKind>, String), (usize, usize)> = HashMap::new();
    for (at, provision) in found.iter().enumerate() {
        let here = best.entry((provision.kind, provision.number.clone())).or_insert((at, provision.span.len()));
        if provision.span.len() > here.1 {
            *here = (at, provision.span.len());
        }
    }
    let kept: HashSet<usize> = best.into_values().map(|(at, _)| at).collect();
    found.into_iter().enumerate().filter(|(at, _)| kept.contains(at)).map(|(_, provision)| provision).collect()
}
