//! Which encoding bytes are in, and the text that they are: what was said of them is believed only where it fits.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Unreadable;

/// Of this many characters of a text one may be damaged, or it is not that encoding: a page cut off or pasted together has a
/// few, a wrong encoding has one in every word.
const SOUND_PER_DAMAGED: usize = 50;

/// A text with fewer bytes beyond ASCII than this is too little to hold a guess against what was said of it.
const FEWEST_TO_GUESS: usize = 12;

/// A text with more control characters than one in so many is something else than text.
const TEXT_PER_CONTROL: usize = 200;

/// A text, and what is not sure about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) doubt: Option<String>,
}

impl Decoded {
    /// Line ends become `\n`; what is damaged is counted.
    fn of(text: &str) -> Self {
        let damaged = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
        let doubt = (damaged > 0).then(|| {
            let characters = if damaged == 1 { "character" } else { "characters" };
            format!("{damaged} {characters} of its text cannot be read")
        });
        Self { text: super::unix_lines(text), doubt }
    }
}

/// The text of bytes. `said` are the encodings that somebody said they are in, whoever is nearest to the bytes last.
///
/// A byte order mark counts most. Then what is sound UTF-8 is UTF-8, whatever was said, since no other text is by chance; then
/// what was said, where the bytes fit it; then what they look like.
///
/// # Errors
/// That this is no text, or none whose encoding can be told.
pub(super) fn decode(bytes: &[u8], said: &[Option<&str>]) -> Result<Decoded, Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return checked(&text);
    }
    if let Some(encoding) = wide(bytes) {
        return checked(&encoding.decode_without_bom_handling(bytes).0);
    }
    if bytes.contains(&0) {
        return Err(binary());
    }
    let said: Vec<&'static Encoding> = said.iter().flatten().filter_map(|label| Encoding::for_label(label.as_bytes())).collect();
    // Japanese as mail had it is written with escapes in ASCII, which would pass for UTF-8.
    if bytes.contains(&0x1b) && guess(bytes) == ISO_2022_JP {
        return checked(&ISO_2022_JP.decode_without_bom_handling(bytes).0);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return checked(text);
    }
    if mostly_utf8(bytes) {
        return checked(&String::from_utf8_lossy(bytes));
    }
    let guessed = guess(bytes);
    let fits = |encoding: &&'static Encoding| *encoding != UTF_8 && !is_wide(encoding) && is_sound(encoding, bytes);
    let believed = said.into_iter().find(fits).filter(|said| !is_a_default(said, guessed, bytes));
    let encoding = believed.or_else(|| Some(guessed).filter(fits)).ok_or_else(|| unknown(bytes))?;
    checked(&encoding.decode_without_bom_handling(bytes).0)
}

/// Western European is what servers say when nobody told them: it fits any bytes, so that it says little against a guess at an
/// encoding of several bytes a character, which fits few.
fn is_a_default(said: &'static Encoding, guessed: &'static Encoding, bytes: &[u8]) -> bool {
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    said == WINDOWS_1252 && !guessed.is_single_byte() && beyond_ascii >= FEWEST_TO_GUESS && is_sound(guessed, bytes)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether every byte means a character of a text in this encoding.
fn is_sound(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    !damaged && !text.chars().any(|c| matches!(c, '\u{80}'..='\u{9f}'))
}

fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// UTF-16 without a mark: in a text of Latin letters every other byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), bytes.len() / 2);
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    if odd * 2 > pairs && even == 0 {
        Some(UTF_16LE)
    } else if even * 2 > pairs && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a text is UTF-8 but for a few damaged places.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    damaged * SOUND_PER_DAMAGED <= sound
        || (damaged == 1 && sound > 0 && bytes.utf8_chunks().last().is_some_and(|c| !c.invalid().is_empty()))
}

fn checked(text: &str) -> Result<Decoded, Unreadable> {
    let count = |of: fn(char) -> bool| text.chars().filter(|c| of(*c)).count();
    let all = count(|_| true);
    let controls = count(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}' | '\u{85}'));
    let damaged = count(|c| c == char::REPLACEMENT_CHARACTER);
    if text.contains('\0') || controls * TEXT_PER_CONTROL > all || damaged * SOUND_PER_DAMAGED > all {
        return Err(binary());
    }
    Ok(Decoded::of(text))
}

fn binary() -> Unreadable {
    Unreadable { hint: Some("take it out of the folder, or give it the ending of what it is".to_owned()), ..Unreadable::new("is not text") }
}

fn unknown(bytes: &[u8]) -> Unreadable {
    match std::str::from_utf8(bytes) {
        Err(error) => super::not_utf8(bytes, &error),
        Ok(_) => binary(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of the Western European, the Cyrillic and the Japanese kind.
    const GERMAN: &str = "Die Kündigung bedarf der Schriftform. Über die Höhe der Miete und die Rückgabe der Schlüssel entscheidet § 5.";
    const RUSSIAN: &str = "Стороны договорились о том, что договор вступает в силу с момента его подписания обеими сторонами.";
    const JAPANESE: &str = "本契約は、両当事者が署名した日から効力を生じる。期間は五年とし、自動的に更新される。";

    fn text_of(bytes: &[u8], said: &[Option<&str>]) -> String {
        let decoded = decode(bytes, said).unwrap();
        assert_eq!(decoded.doubt, None, "{}", decoded.text);
        decoded.text
    }

    #[test]
    fn what_was_said_counts_where_it_fits() {
        for (words, encoding) in [
            (GERMAN, encoding_rs::WINDOWS_1252),
            (RUSSIAN, encoding_rs::KOI8_R),
            (RUSSIAN, encoding_rs::WINDOWS_1251),
            (JAPANESE, encoding_rs::SHIFT_JIS),
            (JAPANESE, encoding_rs::ISO_2022_JP),
        ] {
            let (bytes, _, _) = encoding.encode(words);
            assert_eq!(text_of(&bytes, &[Some(encoding.name())]), words, "{}", encoding.name());
            assert_eq!(text_of(&bytes, &[]), words, "{} is not guessed", encoding.name());
            assert_eq!(text_of(&bytes, &[Some("utf-8")]), words, "{} said to be UTF-8", encoding.name());
        }
    }

    #[test]
    fn utf_8_is_known_whatever_is_said() {
        for said in ["iso-8859-1", "windows-1252", "shift_jis", "nonsense", "utf-16"] {
            assert_eq!(text_of(RUSSIAN.as_bytes(), &[Some(said)]), RUSSIAN, "{said}");
        }
    }

    #[test]
    fn a_servers_default_gives_way() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(JAPANESE);
        assert_eq!(text_of(&bytes, &[Some("iso-8859-1")]), JAPANESE);
    }

    #[test]
    fn marks_and_wide_characters() {
        let wide: Vec<u8> = GERMAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xfe, 0xff].into_iter().chain(GERMAN.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(text_of(&wide, &[]), GERMAN);
        assert_eq!(text_of(&marked, &[Some("utf-8")]), GERMAN);
        assert_eq!(text_of(b"\xef\xbb\xbfone\r\ntwo\rthree", &[Some("windows-1252")]), "one\ntwo\nthree");
    }

    #[test]
    fn damage_is_said() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.pop();
        bytes.pop();
        let decoded = decode(&bytes, &[Some("utf-8")]).unwrap();
        assert!(decoded.text.starts_with("Стороны договорились"));
        assert_eq!(decoded.doubt.as_deref(), Some("1 character of its text cannot be read"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"PK\x03\x04\0\0\0\x08\0"[..], b"\x01\x02\x03\x04\x05 some", &[0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff, 0x81]] {
            assert!(decode(bytes, &[]).is_err(), "{bytes:?}");
        }
    }
}
