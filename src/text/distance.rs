//! Edit distance, for typing errors and for "did you mean".

/// How many single-letter insertions, deletions, substitutions and swaps of neighbours turn `a` into `b`
/// (the restricted Damerau–Levenshtein distance), in characters.
#[must_use]
pub fn edit_distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &to) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut cost = at(&last, j) + usize::from(from != to);
            cost = cost.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&to) && b.get(j - 1) == Some(&from);
            if swapped {
                cost = cost.min(at(&before_last, j - 1) + 1);
            }
            row.push(cost);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

/// Of `choices`, the one nearest to `wanted`, if any is near enough to be what was meant:
/// at most a third of the longer text's letters differ.
#[must_use]
pub fn nearest<'c>(wanted: &str, choices: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = wanted.to_lowercase();
    choices
        .into_iter()
        .map(|choice| (edit_distance(&wanted, &choice.to_lowercase()), choice))
        .filter(|(distance, choice)| distance * 3 <= choice.chars().count().max(wanted.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, choice)| choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_costs_one() {
        assert_eq!(edit_distance("hotlnie", "hotline"), 1);
        assert_eq!(edit_distance("kitten", "sitting"), 3);
        assert_eq!(edit_distance("", "abc"), 3);
    }
}
