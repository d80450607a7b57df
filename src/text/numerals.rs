//! Numbers as they are written with letters: Roman numerals, and the letters of an enumeration.

/// The Roman numerals that are read, in either case; beyond it people write digits.
const LARGEST_ROMAN: u32 = 89;

/// The number that a Roman numeral stands for: "iv" and "IV" are 4. Mixed case and other spellings than the usual one are none.
#[must_use]
pub fn roman(numeral: &str) -> Option<u32> {
    let small = numeral.to_ascii_lowercase();
    if numeral.is_empty() || (small != numeral && numeral.chars().any(|c| c.is_ascii_lowercase())) {
        return None;
    }
    (1..=LARGEST_ROMAN).find(|number| written(*number) == small)
}

/// A number as a Roman numeral in small letters.
fn written(number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut left = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= *value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

/// The place of a letter in an enumeration: "a" is 1, "z" 26, "aa" and "bb" 27 and 28. Mixed case is none.
#[must_use]
pub fn letter(letters: &str) -> Option<u32> {
    let first = letters.chars().next().filter(char::is_ascii_alphabetic)?;
    if letters.len() > 2 || letters.chars().any(|c| c != first) {
        return None;
    }
    let place = u32::from(first.to_ascii_lowercase()).checked_sub(u32::from('a'))? + 1;
    Some(if letters.len() == 2 { place + 26 } else { place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_in_their_usual_spelling() {
        for (numeral, number) in [("i", 1), ("IV", 4), ("ix", 9), ("XIV", 14), ("xl", 40), ("LXXXIX", 89)] {
            assert_eq!(roman(numeral), Some(number), "{numeral}");
        }
        for none in ["", "iiii", "Iv", "vx", "mix", "c", "ill"] {
            assert_eq!(roman(none), None, "{none}");
        }
    }

    #[test]
    fn letters_of_an_enumeration() {
        for (letters, place) in [("a", 1), ("Z", 26), ("aa", 27), ("BB", 28)] {
            assert_eq!(letter(letters), Some(place), "{letters}");
        }
        for none in ["", "ab", "aA", "aaa", "1"] {
            assert_eq!(letter(none), None, "{none}");
        }
    }
}
