//! Puts labels into the tree, one after the other: each goes where a sequence goes on, or begins a new one.

use std::collections::{HashMap, HashSet};

use super::Node;
use super::sequence::{Ordinal, Series, System, arabic, follows, is_after, is_first, readings};
use crate::corpus::provisions::labels::Candidate;
use crate::text::{Mark, ProvisionKind, Setting, letter, roman};

/// So many numbers of a sequence may be missing, as where an excerpt leaves some out.
const NUMBERS_MISSING: u32 = 5;
/// So many letters may be.
const LETTERS_MISSING: u32 = 1;
/// A numbering without a noun begins no later than with this.
const LATEST_FIRST: u32 = 2;

#[derive(Default)]
pub(super) struct Builder {
    pub(super) nodes: Vec<Node>,
    /// The open provisions, outermost first.
    open: Vec<usize>,
    /// The last place of each sequence that was closed and may go on in the next chapter.
    closed: HashMap<Series, Ordinal>,
    /// Which noun was seen to stand in which.
    within: HashSet<(ProvisionKind, ProvisionKind)>,
    /// How many labels fitted nowhere.
    pub(super) rejected: usize,
}

/// Where a part of a label goes: the open provision that it stands in is the last of so many.
struct Place {
    depth: usize,
    series: Series,
    ordinal: Ordinal,
}

impl Builder {
    fn node(&self, depth: usize) -> Option<&Node> {
        self.open.get(depth).and_then(|at| self.nodes.get(*at))
    }

    /// Puts a label in the tree; `next` is the one after it. Whether it fits.
    pub(super) fn place(&mut self, candidate: &Candidate, next: Option<&Candidate>) -> bool {
        let marks = &candidate.label.marks;
        let leading = marks.iter().take_while(|mark| matches!(mark.setting, Setting::Named | Setting::Path)).count();
        let (path, rest) = marks.split_at(leading);
        if !candidate.within {
            self.close_within(marks.first());
        }
        if !path.is_empty() && !self.place_path(candidate, path, rest.is_empty()) {
            return false;
        }
        for (index, mark) in rest.iter().enumerate() {
            let after = if index + 1 < rest.len() { None } else { next };
            let Some(place) = self.find(mark, candidate, after) else { return false };
            self.push(candidate, mark, place, None, index + 1 == rest.len());
        }
        true
    }

    /// What was enumerated within a line ends with it, unless the label on the next one goes on from there.
    fn close_within(&mut self, mark: Option<&Mark>) {
        let within = |depth: &usize| self.node(*depth).is_some_and(|node| node.within);
        let Some(first) = (0..self.open.len()).find(within) else { return };
        let goes_on = mark.is_some_and(|mark| {
            readings(mark).into_iter().any(|(system, ordinal)| {
                (first..self.open.len()).any(|depth| {
                    self.node(depth).is_some_and(|node| node.series == (None, mark.setting, system) && follows(ordinal, node.ordinal))
                })
            })
        });
        if !goes_on {
            self.open.truncate(first);
        }
    }

    /// The label's path of numbers: "Article 5", "Section 4.2", "4.2".
    fn place_path(&mut self, candidate: &Candidate, path: &[Mark], is_last: bool) -> bool {
        let kind = candidate.label.kind;
        if path.len() == 1
            && let (Some(kind), Some(mark)) = (kind, path.first())
        {
            return self.place_noun(candidate, kind, mark, is_last);
        }
        let tokens: Vec<String> = without_zero(path.iter().map(Mark::token).collect());
        let Some(mark) = path.last() else { return false };
        let series = (kind, if kind.is_some() { Setting::Named } else { Setting::Path }, System::Arabic);
        let Some(ordinal) = arabic(&mark.token()).or_else(|| letter(&mark.token()).map(|place| (place, 0))) else { return false };
        let floor = self.floor();
        // It stands in the provision whose number it begins with.
        let above = (1..tokens.len()).rev().find_map(|length| {
            let prefix = tokens.get(..length)?;
            (floor..self.open.len()).rev().find(|depth| self.node(*depth).is_some_and(|node| node.full.as_deref() == Some(prefix)))
        });
        let depth = match above {
            Some(above) => above + 1,
            None => self.base(kind),
        };
        // Again the number that is open: "12.3(a)" and then "12.3(b)".
        if let Some(same) = (floor..self.open.len()).find(|depth| self.node(*depth).is_some_and(|node| node.full.as_ref() == Some(&tokens)))
        {
            if is_last {
                return false;
            }
            self.open.truncate(same + 1);
            return true;
        }
        let before = self.open.get(depth).and_then(|at| self.nodes.get(*at)).and_then(|node| node.explicit.as_ref());
        let ascends = before.is_none_or(|before| is_after(&tokens, before));
        let begins = before.is_some() || above.is_some() || kind.is_some() || self.begins_well(&tokens);
        if !ascends || !begins {
            return false;
        }
        self.push(candidate, mark, Place { depth, series, ordinal }, Some(tokens), is_last);
        true
    }

    /// Whether a path that nothing goes before may begin a numbering: not the 21.5 of an amount.
    fn begins_well(&self, tokens: &[String]) -> bool {
        let known = self.nodes.iter().rev().find_map(|node| node.explicit.as_ref());
        match known {
            Some(known) => is_after(tokens, known) || self.floor() > 0,
            None => tokens.first().and_then(|first| arabic(first)).is_none_or(|first| first.0 <= LATEST_FIRST + NUMBERS_MISSING),
        }
    }

    /// "Article 5", "Schedule 2", "Part III", "Annex A".
    fn place_noun(&mut self, candidate: &Candidate, kind: ProvisionKind, mark: &Mark, is_last: bool) -> bool {
        let same = (0..self.open.len()).find(|depth| self.node(*depth).is_some_and(|node| node.kind() == Some(kind)));
        let before = same.and_then(|depth| self.node(depth));
        let Some((system, ordinal)) = self.counted(mark, kind, before) else { return false };
        if before.is_some_and(|before| before.explicit.is_none() && ordinal <= before.ordinal && before.series.2 == system) {
            return false;
        }
        let depth = same.unwrap_or_else(|| self.base(Some(kind)));
        let token = match system {
            System::Roman | System::SmallRoman => ordinal.0.to_string(),
            _ => mark.token(),
        };
        let named = Mark { printed: mark.printed.clone(), setting: Setting::Named };
        self.push_as(candidate, &named, token, Place { depth, series: (Some(kind), Setting::Named, system), ordinal }, None, is_last);
        if let Some(above) = depth.checked_sub(1).and_then(|above| self.node(above)).and_then(Node::kind) {
            self.within.insert((kind, above));
        }
        true
    }

    /// How a number after a noun counts: "V" as a Roman numeral or as a letter, as it goes on from the one before.
    fn counted(&self, mark: &Mark, kind: ProvisionKind, before: Option<&Node>) -> Option<(System, Ordinal)> {
        let token = &mark.printed;
        if let Some(number) = arabic(&mark.token()) {
            return Some((System::Arabic, number));
        }
        let as_roman = roman(token).map(|number| (System::Roman, (number, 0)));
        let as_letter = letter(token).map(|place| (System::Letters, (place, 0)));
        let goes_on =
            |reading: &(System, Ordinal)| before.is_some_and(|before| before.series.2 == reading.0 && reading.1.0 == before.ordinal.0 + 1);
        let likely = if kind.is_attachment() && token != "I" && token.len() == 1 { as_letter.or(as_roman) } else { as_roman.or(as_letter) };
        as_roman.filter(goes_on).or(as_letter.filter(goes_on)).or(likely)
    }

    /// How many of the open provisions stay open when a noun comes that none of them has: those that may hold it.
    fn base(&self, kind: Option<ProvisionKind>) -> usize {
        let Some(kind) = kind else { return self.container() };
        if kind.is_attachment() || kind == ProvisionKind::Recital {
            return 0;
        }
        let holds = |node: &Node| {
            let Some(above) = node.kind() else { return false };
            if self.within.contains(&(above, kind)) || above == kind || above == ProvisionKind::Recital {
                return false;
            }
            above.is_attachment() || if kind.is_container() { above.is_container() && above > kind } else { true }
        };
        (0..self.open.len()).take_while(|depth| self.node(*depth).is_some_and(holds)).count()
    }

    /// How many of the open provisions are attachments or containers, which hold numberings of their own.
    fn container(&self) -> usize {
        let holds = |node: &Node| node.kind().is_some_and(|kind| kind.is_container() || kind.is_attachment());
        (0..self.open.len()).take_while(|depth| self.node(*depth).is_some_and(holds)).count()
    }

    /// The first of the open provisions that a sequence may go on in: none goes on across the beginning of a schedule.
    fn floor(&self) -> usize {
        let attached = |depth: &usize| self.node(*depth).and_then(Node::kind).is_some_and(ProvisionKind::is_attachment);
        (0..self.open.len()).rev().find(attached).unwrap_or(0)
    }

    /// Where a part without a noun goes, told by what it goes on from.
    fn find(&self, mark: &Mark, candidate: &Candidate, next: Option<&Candidate>) -> Option<Place> {
        let readings = readings(mark);
        let floor = self.floor();
        let setting = mark.setting;
        if let Some(restart) = self.restart(&readings, candidate, setting, floor) {
            return Some(restart);
        }
        let successor = |system: System, ordinal: Ordinal| {
            let follows = |node: &Node| node.series == (None, setting, system) && follows(ordinal, node.ordinal);
            let fitting = (floor..self.open.len()).filter(|depth| self.node(*depth).is_some_and(follows));
            let depth = fitting.max_by_key(|depth| (self.node(*depth).map_or(0, |node| node.looks_like(candidate)), *depth))?;
            Some(Place { depth, series: (None, setting, system), ordinal })
        };
        let first = |system: System, ordinal: Ordinal| {
            // What is set in further does not hold a number of its own; letters and the like may stand at the margin.
            let set_in = |node: &Node| node.kind().is_none() && !node.within && !candidate.within && node.indent > candidate.indent;
            let above = |depth: &usize| depth.checked_sub(1).and_then(|above| self.node(above));
            let held = |depth: &usize| system != System::Arabic || !above(depth).is_some_and(set_in);
            let depth = (floor..=self.open.len()).rev().find(held).unwrap_or(floor);
            is_first(ordinal).then_some(Place { depth, series: (None, setting, system), ordinal })
        };
        // Of "(h)" and "(i)" the second may begin a sequence of Roman numerals: what comes then tells.
        let second = next.and_then(|next| next.label.marks.first()).is_some_and(|mark| mark.token() == "ii" && mark.setting == setting);
        if second && mark.token() == "i" {
            let found = readings.iter().find(|(system, _)| matches!(system, System::Roman | System::SmallRoman));
            if let Some(place) = found.and_then(|(system, ordinal)| first(*system, *ordinal)) {
                return Some(place);
            }
        }
        let best = readings.iter().filter_map(|(system, ordinal)| successor(*system, *ordinal)).max_by_key(|place| place.depth);
        let begun = || readings.iter().find_map(|(system, ordinal)| first(*system, *ordinal));
        best.or_else(begun).or_else(|| self.gone_on(&readings, setting)).or_else(|| self.with_a_gap(&readings, setting, floor))
    }

    /// A first number begins its sequence again where a heading without a label stands before it, or where it follows one of its
    /// sequence and looks like it: what stands within that one would be set in.
    fn restart(&self, readings: &[(System, Ordinal)], candidate: &Candidate, setting: Setting, floor: usize) -> Option<Place> {
        readings.iter().filter(|(system, ordinal)| is_first(*ordinal) && *system == System::Arabic).find_map(|(system, ordinal)| {
            let series = (None, setting, *system);
            let again = |node: &Node| {
                let looks = !candidate.within && !node.within && node.indent == candidate.indent;
                node.series == series && (candidate.after_heading || looks) && node.ordinal > *ordinal
            };
            let follows = candidate.after_heading || self.open.last().and_then(|at| self.nodes.get(*at)).is_some_and(again);
            let depth = (floor..self.open.len()).find(|depth| self.node(*depth).is_some_and(again)).filter(|_| follows)?;
            Some(Place { depth, series, ordinal: *ordinal })
        })
    }

    /// A sequence that goes on from the chapter before.
    fn gone_on(&self, readings: &[(System, Ordinal)], setting: Setting) -> Option<Place> {
        let depth = self.container();
        readings.iter().find_map(|(system, ordinal)| {
            let series = (None, setting, *system);
            let last = self.closed.get(&series)?;
            let near = ordinal.0 > last.0 && ordinal.0 - last.0 <= NUMBERS_MISSING;
            near.then_some(Place { depth, series, ordinal: *ordinal })
        })
    }

    /// A sequence with a few of its numbers missing; or, where there is none yet, one that begins a little late.
    fn with_a_gap(&self, readings: &[(System, Ordinal)], setting: Setting, floor: usize) -> Option<Place> {
        readings.iter().find_map(|(system, ordinal)| {
            let series = (None, setting, *system);
            let missing = if *system == System::Arabic { NUMBERS_MISSING } else { LETTERS_MISSING };
            let near = |node: &Node| node.series == series && *ordinal > node.ordinal && ordinal.0 - node.ordinal.0 <= missing + 1;
            if let Some(depth) = (floor..self.open.len()).rev().find(|depth| self.node(*depth).is_some_and(near)) {
                return Some(Place { depth, series, ordinal: *ordinal });
            }
            let begins = *system == System::Arabic
                && setting != Setting::Bare
                && ordinal.0 <= LATEST_FIRST
                && !self.nodes.iter().any(|node| node.series == series);
            begins.then(|| Place { depth: self.container(), series, ordinal: *ordinal })
        })
    }

    fn push(&mut self, candidate: &Candidate, mark: &Mark, place: Place, explicit: Option<Vec<String>>, is_last: bool) {
        let is_root = self.container() >= place.depth;
        let token = match place.series.2 {
            // "IV." at the outermost level is 4, as people say it.
            System::Roman if is_root && explicit.is_none() => place.ordinal.0.to_string(),
            _ => mark.token(),
        };
        self.push_as(candidate, mark, token, place, explicit, is_last);
    }

    fn push_as(&mut self, candidate: &Candidate, mark: &Mark, token: String, place: Place, explicit: Option<Vec<String>>, is_last: bool) {
        let counts = self.container() >= place.depth;
        // An enumeration that began within a paragraph of no provision is part of that paragraph to its end.
        let enumerates = place.depth == 0 && self.node(0).is_some_and(|node| node.within && node.series == place.series);
        for at in self.open.drain(place.depth.min(self.open.len())..) {
            if let Some(node) = self.nodes.get(at).filter(|node| node.series.0.is_none() && counts_on(node)) {
                self.closed.insert(node.series, node.ordinal);
            }
        }
        if place.series.0.is_some_and(ProvisionKind::is_attachment) {
            self.closed.clear();
        }
        let kind = place.series.0;
        let numbers = kind.is_some_and(|kind| !kind.is_container())
            || (counts && place.series.2 == System::Arabic && mark.setting != Setting::Bracketed);
        let full = explicit.clone().or_else(|| numbers.then(|| vec![token.clone()]));
        self.open.push(self.nodes.len());
        let depth = self.open.len();
        let parent = depth.checked_sub(2).and_then(|above| self.open.get(above)).copied();
        self.nodes.push(Node {
            parent,
            series: place.series,
            ordinal: place.ordinal,
            token,
            printed: mark.printed.clone(),
            explicit,
            full,
            // The title is that of the innermost part of a label.
            title: candidate.title.filter(|_| is_last),
            span: candidate.at,
            heading: candidate.heading,
            indent: candidate.indent,
            has_title: candidate.title.is_some(),
            label_end: candidate.title.map_or(candidate.at.end, |title| title.end.max(candidate.at.end)),
            within: candidate.within || enumerates,
        });
    }
}
/// "2.0" heads what is numbered "2.1" and so on: it is 2.
fn without_zero(path: Vec<String>) -> Vec<String> {
    match path.as_slice() {
        [first, zero] if zero == "0" => vec![first.clone()],
        _ => path,
    }
}

/// Whether a sequence may go on in the next chapter.
fn counts_on(node: &Node) -> bool {
    node.series.2 == System::Arabic && node.explicit.is_none()
}
