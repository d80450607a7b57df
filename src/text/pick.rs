//! Texts that do nothing but pick one of several things: "the second one?", "and the last?", "das dritte?", "第三个呢？".

use super::ClauseRef;

/// What may stand around the picking word.
const AROUND: &[&str] = &[
    "a", "about", "and", "how", "is", "me", "no", "number", "of", "one", "or", "please", "quote", "show", "tell", "that", "the", "then",
    "these", "this", "what", "which", // English
    "bitte", "das", "dem", "den", "der", "die", "ist", "mit", "nummer", "nr", "oder", "und", "von", "was", "zitat", // German
    "celui", "celle", "citation", "du", "de", "est", "et", "l", "la", "le", "les", "numéro", "ou", "que", "qu", "s", "il", "vous",
    "plaît", // French
    "cita", "cuál", "del", "el", "es", "favor", "lo", "los", "las", "número", "por", "qué", "y", "e", // Spanish
];

/// The words for the first to the fifth in each language, by the letters that they begin with, and the endings that they take.
const ORDINALS: &[(&[&str], &[&str])] = &[
    (&["first", "second", "third", "fourth", "fifth"], &[""]),
    (&["1st", "2nd", "3rd", "4th", "5th"], &[""]),
    (&["erst", "zweit", "dritt", "viert", "fünft"], &["e", "er", "es", "en", "em"]),
    (&["premi", "deuxième", "troisième", "quatrième", "cinquième"], &["", "s", "er", "ère"]),
    (&["primer", "segund", "tercer", "cuart", "quint"], &["", "o", "a"]),
];
const LAST: &[&str] = &["last", "final", "letzte", "letzter", "letztes", "letzten", "dernier", "dernière", "último", "última"];
const CARDINALS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/// Chinese writes no spaces: an ordinal begins with 第, and little else may stand around it.
const CHINESE: &[char] = &['一', '二', '三', '四', '五'];
const CHINESE_AROUND: &[char] = &['和', '那', '个', '個', '条', '條', '呢', '是', '什', '么', '第', '后', '後', '最'];

/// Which one `text` picks, if it does that and nothing else.
#[must_use]
pub fn pick(text: &str) -> Option<ClauseRef> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if let [word] = words.as_slice()
        && let Some(picked) = chinese(word)
    {
        return Some(picked);
    }
    let mut picking = words.iter().filter(|word| !AROUND.contains(word));
    let picked = one_of(picking.next()?)?;
    picking.next().is_none().then_some(picked)
}

fn one_of(word: &str) -> Option<ClauseRef> {
    if LAST.contains(&word) {
        return Some(ClauseRef::FromEnd(0));
    }
    let is = |stem: &str, endings: &[&str]| word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending));
    let ordinal = ORDINALS.iter().find_map(|(stems, endings)| stems.iter().position(|stem| is(stem, endings)));
    let place = ordinal.or_else(|| CARDINALS.iter().position(|number| *number == word))?;
    u32::try_from(place + 1).ok().map(ClauseRef::Number)
}

fn chinese(word: &str) -> Option<ClauseRef> {
    let alone = |c: char| CHINESE.contains(&c) || CHINESE_AROUND.contains(&c);
    if !word.chars().all(alone) {
        return None;
    }
    if word.contains("最后") || word.contains("最後") {
        return Some(ClauseRef::FromEnd(0));
    }
    let after = word.split_once('第')?.1.chars().next()?;
    CHINESE.iter().position(|numeral| *numeral == after).and_then(|place| u32::try_from(place + 1).ok()).map(ClauseRef::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_is_picked_in_every_language() {
        for text in [
            "the third one?",
            "third",
            "and the 3rd?",
            "What about the third one?",
            "quote 3",
            "number 3, please",
            "das dritte?",
            "Und der dritte?",
            "le troisième ?",
            "et la troisième ?",
            "¿y el tercero?",
            "la tercera",
            "第三个呢？",
            "第三条",
        ] {
            assert_eq!(pick(text), Some(ClauseRef::Number(3)), "{text}");
        }
        for text in ["the last one", "and the last?", "und das letzte?", "el último", "最后一个呢？"] {
            assert_eq!(pick(text), Some(ClauseRef::FromEnd(0)), "{text}");
        }
    }

    #[test]
    fn whatever_else_is_asked_picks_nothing() {
        for text in
            ["", "the", "why?", "the third dialogue", "what about China?", "first and second", "when was the first meeting?", "第三方"]
        {
            assert_eq!(pick(text), None, "{text}");
        }
    }
}
