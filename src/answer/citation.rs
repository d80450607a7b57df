//! Links that lead to the quoted words, not to page 1.

/// A link that would be longer is given without its text fragment: it is the most that Discord takes for a button.
pub const FRAGMENT_LIMIT: usize = 512;

/// How many words of the quote's beginning and of its end name the stretch.
const EDGE_WORDS: usize = 5;

/// `url` with a text fragment that names `words` by its beginning and end (the range form of the URL Fragment Text
/// Directives draft), or `url` alone when that would pass [`FRAGMENT_LIMIT`] characters.
#[must_use]
pub fn deep_link(url: &str, words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let edge = |words: &[&str]| encode(&words.join(" "));
    let directive = if all.len() <= 2 * EDGE_WORDS {
        edge(&all)
    } else {
        let (start, _) = all.split_at(EDGE_WORDS);
        let (_, end) = all.split_at(all.len() - EDGE_WORDS);
        format!("{},{}", edge(start), edge(end))
    };
    let joint = if url.contains('#') { ":~:text=" } else { "#:~:text=" };
    let link = format!("{url}{joint}{directive}");
    if link.chars().count() > FRAGMENT_LIMIT { url.to_owned() } else { link }
}

/// Percent-encodes all but letters, digits, `.`, `_` and `~`: in a text directive `-`, `,` and `&` have meanings.
fn encode(words: &str) -> String {
    let mut encoded = String::with_capacity(words.len() * 2);
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_quote_is_named_by_its_edges() {
        let words = "one two three four five six, seven eight nine ten eleven-twelve";
        assert_eq!(
            deep_link("https://a.example/p", words),
            "https://a.example/p#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven%2Dtwelve"
        );
    }

    #[test]
    fn a_link_that_would_be_too_long_stays_plain() {
        let url = format!("https://a.example/{}", "x".repeat(500));
        assert_eq!(deep_link(&url, "some words"), url);
    }
}
