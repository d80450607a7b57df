//! What is drawn, as boxes of text and plain shapes whose places are known before anything is drawn; and the drawing.

use std::fmt::Write as _;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font::{Weight, database, drawable, runs, width};
use super::wrap::wrap;
use super::{Picture, PictureError};

/// Every picture is this wide, in pixels.
pub(super) const WIDTH: f32 = 1200.0;
/// What stays empty at each side.
pub(super) const MARGIN: f32 = 36.0;
/// From one line's top to the next one's, as a share of the text's size.
const LINE: f32 = 1.36;
/// Where the base line is, below the top of the line.
const BASE: f32 = 1.07;

/// A colour. Text is told from what it stands on by a contrast of 7:1 at least, on Discord's dark theme as on its light one,
/// because a picture brings its own paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const PAPER: Colour = Colour(0xff, 0xff, 0xff);
pub(super) const BAND: Colour = Colour(0xf1, 0xf3, 0xf7);
pub(super) const RULE: Colour = Colour(0x9a, 0xa3, 0xb2);
pub(super) const INK: Colour = Colour(0x16, 0x1b, 0x26);
pub(super) const QUIET: Colour = Colour(0x41, 0x49, 0x57);
pub(super) const ACCENT: Colour = Colour(0x1b, 0x3a, 0x8a);

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) ink: Colour,
}

impl Style {
    pub(super) const fn new(size: f32, weight: Weight, ink: Colour) -> Self {
        Self { size, weight, ink }
    }

    /// How high a line is.
    pub(super) fn line(self) -> f32 {
        self.size * LINE
    }

    /// How wide `text` is.
    pub(super) fn width(self, text: &str) -> f32 {
        width(text, self.size, self.weight)
    }

    /// The lines that `text` takes within `limit` pixels.
    pub(super) fn wrap(self, text: &str, limit: f32, most: usize) -> Vec<String> {
        wrap(&drawable(text), self.size, self.weight, limit, most)
    }
}

/// A rectangle, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A line of text, with the room that it takes.
#[derive(Debug, Clone)]
pub(super) struct TextBox {
    pub(super) area: Area,
    pub(super) words: String,
    pub(super) style: Style,
    /// What it stands on: the tests measure its contrast.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the tests look at it"))]
    pub(super) ground: Colour,
}

/// What is drawn below the text.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// A rectangle with round corners.
    Rectangle { area: Area, radius: f32, fill: Option<Colour>, stroke: Option<Colour> },
    /// A closed line through these points, filled.
    Polygon { points: Vec<(f32, f32)>, fill: Colour },
    /// A circle by its centre.
    Circle { x: f32, y: f32, radius: f32, fill: Colour },
}

/// What will be drawn.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    pub(super) shapes: Vec<Shape>,
    pub(super) texts: Vec<TextBox>,
    pub(super) height: f32,
}

impl Canvas {
    /// Sets lines below each other from `top`, and answers where the next one would stand.
    pub(super) fn lines(&mut self, x: f32, top: f32, lines: &[String], style: Style, ground: Colour) -> f32 {
        let mut y = top;
        for line in lines {
            let area = Area { x, y, width: style.width(line), height: style.line() };
            self.texts.push(TextBox { area, words: line.clone(), style, ground });
            y += style.line();
        }
        y
    }

    /// Wraps `text` into `limit` pixels and sets it from `top`.
    pub(super) fn text(&mut self, x: f32, top: f32, limit: f32, most: usize, text: &str, style: Style) -> f32 {
        self.lines(x, top, &style.wrap(text, limit, most), style, PAPER)
    }

    /// A level line across the picture.
    pub(super) fn rule(&mut self, y: f32) {
        let area = Area { x: MARGIN, y, width: WIDTH - 2.0 * MARGIN, height: 1.5 };
        self.shapes.push(Shape::Rectangle { area, radius: 0.0, fill: Some(RULE), stroke: None });
    }

    /// Draws it, with what it shows in words.
    pub(super) fn draw(&self, alt: String) -> Result<Picture, PictureError> {
        let options = Options { fontdb: database(), ..Options::default() };
        let tree = Tree::from_str(&self.svg(), &options).map_err(|error| PictureError(error.to_string()))?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(|| PictureError("it has no size".to_owned()))?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        let png = pixels.encode_png().map_err(|error| PictureError(error.to_string()))?;
        Ok(Picture { png, alt, width: size.width(), height: size.height() })
    }

    fn svg(&self) -> String {
        let height = self.height.ceil();
        let mut svg =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">"#);
        let _ = write!(svg, r#"<rect width="{WIDTH}" height="{height}" fill="{}"/>"#, hex(PAPER));
        for shape in &self.shapes {
            shape.write(&mut svg);
        }
        for text in &self.texts {
            text.write(&mut svg);
        }
        svg.push_str("</svg>");
        svg
    }
}

impl Shape {
    fn write(&self, svg: &mut String) {
        let _ = match self {
            Self::Rectangle { area: Area { x, y, width, height }, radius, fill, stroke } => {
                let paint = |colour: &Option<Colour>| colour.map_or_else(|| "none".to_owned(), hex);
                write!(
                    svg,
                    r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" rx="{radius:.2}" fill="{}" stroke="{}" stroke-width="2"/>"#,
                    paint(fill),
                    paint(stroke)
                )
            }
            Self::Polygon { points, fill } => {
                let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.2},{y:.2}")).collect();
                write!(svg, r#"<polygon points="{}" fill="{}"/>"#, points.join(" "), hex(*fill))
            }
            Self::Circle { x, y, radius, fill } => {
                write!(svg, r#"<circle cx="{x:.2}" cy="{y:.2}" r="{radius:.2}" fill="{}"/>"#, hex(*fill))
            }
        };
    }
}

impl TextBox {
    fn write(&self, svg: &mut String) {
        let Style { size, weight, ink } = self.style;
        let mut x = self.area.x;
        let y = self.area.y + size * BASE;
        for (face, words, width) in runs(&self.words, size, weight) {
            let _ = write!(
                svg,
                r#"<text xml:space="preserve" x="{x:.2}" y="{y:.2}" font-family="{}" font-weight="{}" font-size="{size}" fill="{}">{}</text>"#,
                face.family,
                face.weight,
                hex(ink),
                escaped(&words)
            );
            x += width;
        }
    }
}

fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
impl Canvas {
    /// Every rule that a picture keeps: no text leaves it, none lies over another, each is large and strong enough to be read.
    pub(super) fn assert_readable(&self) {
        for (index, text) in self.texts.iter().enumerate() {
            let Area { x, y, width, height } = text.area;
            assert!(
                x >= 0.0 && y >= 0.0 && x + width <= WIDTH && y + height <= self.height,
                "{:?} leaves the picture: {:?}",
                text.words,
                text.area
            );
            assert!(text.style.size >= 14.0, "{:?} is too small", text.words);
            assert!(contrast(text.style.ink, text.ground) >= 7.0, "{:?} is too pale", text.words);
            for other in self.texts.iter().skip(index + 1) {
                let apart = |a: f32, a_long: f32, b: f32, b_long: f32| a + a_long <= b + 0.01 || b + b_long <= a + 0.01;
                let Area { x: left, y: top, width: wide, height: high } = other.area;
                assert!(apart(x, width, left, wide) || apart(y, height, top, high), "{:?} lies over {:?}", text.words, other.words);
            }
        }
    }
}

/// The contrast of two colours as WCAG 2 defines it.
#[cfg(test)]
fn contrast(one: Colour, other: Colour) -> f32 {
    let linear = |channel: u8| {
        let share = f32::from(channel) / 255.0;
        if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let light = |Colour(red, green, blue): Colour| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
