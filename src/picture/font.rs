//! The fonts that come with Accord: what they can draw, and how wide it is. No font of the machine is used, so that a picture is
//! the same everywhere.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Noto Sans for most scripts with an alphabet of Europe, and for Chinese the characters of the field; see
/// `tools/subset_fonts.py`.
const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");
const CHINESE: &[u8] = include_bytes!("../../assets/fonts/NotoSansCJKsc-Regular.otf");

/// Stands for a character that no bundled font has.
const MISSING: char = '\u{25a1}';
/// No name is read further than this: what does not fit is cut anyway.
const MOST_CHARS: usize = 600;

/// How strong a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A font as SVG names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) family: &'static str,
    pub(super) weight: u16,
}

const SANS: Face = Face { family: "Noto Sans", weight: 400 };
const SANS_BOLD: Face = Face { family: "Noto Sans", weight: 700 };
/// There is one weight of it: a second one would double the size of the program's fonts.
const SANS_CHINESE: Face = Face { family: "Noto Sans CJK SC", weight: 400 };

/// The width of every character of a font, as a share of the font's size.
type Advances = HashMap<char, f32>;

struct Fonts {
    regular: Advances,
    bold: Advances,
    chinese: Advances,
    database: Arc<Database>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in [REGULAR, BOLD, CHINESE] {
        database.load_font_data(font.to_vec());
    }
    Fonts { regular: advances(REGULAR), bold: advances(BOLD), chinese: advances(CHINESE), database: Arc::new(database) }
});

fn advances(font: &'static [u8]) -> Advances {
    let Ok(font) = FontRef::new(font) else { return Advances::new() };
    let widths = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let mappings = font.charmap().mappings();
    mappings.filter_map(|(code, glyph)| Some((char::from_u32(code)?, widths.advance_width(glyph)?))).collect()
}

/// The fonts as resvg takes them.
pub(super) fn database() -> Arc<Database> {
    FONTS.database.clone()
}

/// How wide `text`, which must be [`drawable`], is at this size, in pixels. The fonts have neither kerning nor ligatures.
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().filter_map(|c| glyph(c, weight)).map(|(_, advance)| advance * size).sum()
}

/// `text` cut into stretches of one font each, with the width of each.
pub(super) fn runs(text: &str, size: f32, weight: Weight) -> Vec<(Face, String, f32)> {
    let mut runs: Vec<(Face, String, f32)> = Vec::new();
    for c in text.chars() {
        let Some((face, advance)) = glyph(c, weight) else { continue };
        match runs.last_mut() {
            Some((last, words, width)) if *last == face => {
                words.push(c);
                *width += advance * size;
            }
            _ => runs.push((face, c.to_string(), advance * size)),
        }
    }
    runs
}

fn glyph(c: char, weight: Weight) -> Option<(Face, f32)> {
    let (face, own) = match weight {
        Weight::Regular => (SANS, &FONTS.regular),
        Weight::Bold => (SANS_BOLD, &FONTS.bold),
    };
    own.get(&c).map(|advance| (face, *advance)).or_else(|| FONTS.chinese.get(&c).map(|advance| (SANS_CHINESE, *advance)))
}

/// `text` on one line, without what steers a text rather than stands in it: control characters, marks of direction, joiners.
pub(super) fn plain(text: &str) -> String {
    let shown = text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || is_invisible(*c))).take(MOST_CHARS);
    let shown: String = shown.collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` as the bundled fonts can draw it: what they do not have is a box.
pub(super) fn drawable(text: &str) -> String {
    let has = |c: char| glyph(c, Weight::Regular).is_some() && glyph(c, Weight::Bold).is_some();
    let composed = plain(text).nfc().filter(|c| has(*c) || !is_combining_mark(*c)).collect::<String>();
    composed.chars().map(|c| if has(c) { c } else { MISSING }).collect()
}

/// Whether most of `text` cannot be drawn.
pub(super) fn is_foreign(text: &str) -> bool {
    let (missing, all) = drawable(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .fold((0, 0), |(missing, all), c| (missing + usize::from(c == MISSING), all + 1));
    missing * 2 > all
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_fonts_draw_what_labels_are_written_in() {
        for text in [
            "Who is bound, and who criticises? – “…”",
            "Übereinkunft für Ämter, ß",
            "l’été où ça naît, œuvre",
            "¿Qué señal?",
            "条款约束提及协议",
        ] {
            assert_eq!(drawable(text), text);
        }
        assert!(width("mm", 20.0, Weight::Regular) > width("ii", 20.0, Weight::Regular));
        assert!(width("mm", 20.0, Weight::Bold) > width("mm", 20.0, Weight::Regular));
        assert_eq!(database().faces().count(), 3);
    }

    #[test]
    fn what_cannot_be_drawn_is_a_box_and_what_steers_is_dropped() {
        assert_eq!(drawable("a\u{202e}b\u{0}\u{7}c\n\n d\u{ad}e\u{200d}"), "abc de");
        assert_eq!(drawable("e\u{301}x\u{301}"), "\u{e9}x");
        assert_eq!(drawable("ok \u{1f600} \u{fffe}"), "ok \u{25a1} \u{25a1}");
        assert!(is_foreign("\u{e01}\u{e02}\u{e03}") && !is_foreign("Accord \u{e01}") && !is_foreign(""));
    }
}
