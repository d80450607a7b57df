//! Whether two runs over the same questions differ by more than chance: Fisher's randomisation test for pairs, as Smucker,
//! Allan and Carterette recommend it for retrieval (2007).

/// How many random assignments of signs are drawn.
const DRAWS: u32 = 10_000;

/// The chance that pairs of values with these differences would differ by as much in the mean, were there nothing to tell the
/// two runs apart. Nothing when no pair differs. The draws are the same in every run.
#[must_use]
pub(super) fn p_value(differences: &[f64]) -> Option<f64> {
    let differing: Vec<f64> = differences.iter().copied().filter(|difference| difference.abs() > 1e-9).collect();
    if differing.is_empty() {
        return None;
    }
    let observed = differing.iter().sum::<f64>().abs();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut extreme = 1;
    for _ in 0..DRAWS {
        let sum: f64 = differing.iter().map(|difference| if random.bit() { *difference } else { -difference }).sum();
        extreme += u32::from(sum.abs() >= observed - 1e-9);
    }
    Some(f64::from(extreme) / f64::from(DRAWS + 1))
}

/// Marsaglia's xorshift: a test needs no better randomness than this.
struct Random(u64);

impl Random {
    fn bit(&mut self) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 63 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_proves_nothing_and_twenty_alike_do() {
        assert_eq!(p_value(&[0.0, 0.0]), None);
        assert!(p_value(&[1.0]).is_some_and(|p| p > 0.9));
        assert!(p_value(&[1.0; 20]).is_some_and(|p| p < 0.001));
        assert!(p_value(&[1.0, -1.0, 1.0, -1.0]).is_some_and(|p| p > 0.9));
    }
}
