//! Sequences of numbers: the system that a part of a label counts in, and what comes after what.

use crate::text::{Mark, ProvisionKind, Setting, letter, roman};

/// The system that a part of a label counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::corpus::provisions) enum System {
    Arabic,
    SmallLetters,
    Letters,
    SmallRoman,
    Roman,
}

/// What tells one sequence from another: "(a)" and "(i)" count in different ones.
pub(in crate::corpus::provisions) type Series = (Option<ProvisionKind>, Setting, System);

/// A place in a sequence; the letters after a number ("12A") make it a place after it.
pub(super) type Ordinal = (u32, u32);

/// Every way to read a part of a label.
pub(super) fn readings(mark: &Mark) -> Vec<(System, Ordinal)> {
    let mut found = Vec::new();
    if let Some(number) = arabic(&mark.token()) {
        found.push((System::Arabic, number));
    }
    let small = mark.printed.starts_with(|c: char| c.is_ascii_lowercase());
    if let Some(place) = letter(&mark.printed) {
        found.push((if small { System::SmallLetters } else { System::Letters }, (place, 0)));
    }
    if let Some(number) = roman(&mark.printed) {
        found.push((if small { System::SmallRoman } else { System::Roman }, (number, 0)));
    }
    found
}

/// A number, and the place of the letters after it: "12A" is the first after 12.
pub(super) fn arabic(token: &str) -> Option<Ordinal> {
    let digits = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number = digits.parse().ok()?;
    let letters = token.get(digits.len()..)?;
    Some((number, if letters.is_empty() { 0 } else { letter(letters)? }))
}

/// Whether a sequence begins so. Some count from 0.
pub(super) fn is_first(ordinal: Ordinal) -> bool {
    ordinal.0 <= 1 && ordinal.1 == 0
}

/// Whether one place of a sequence comes right after another.
pub(super) fn follows(ordinal: Ordinal, before: Ordinal) -> bool {
    let next = ordinal.1 == 0 && ordinal.0 == before.0 + 1;
    let inserted = ordinal.0 == before.0 && ordinal.1 == before.1 + 1;
    next || inserted
}

/// Whether one path comes after another, part by part.
pub(super) fn is_after(path: &[String], before: &[String]) -> bool {
    let place = |token: &String| arabic(token).or_else(|| letter(token).map(|place| (place, 0))).unwrap_or_default();
    path.iter().map(place).gt(before.iter().map(place))
}
