//! Pictures of what the corpus knows: who is bound by which clause and who says what about it, and the dates in order.
//!
//! They are drawn with the bundled fonts alone, and come with words that say the same to who cannot see them.

mod alt;
mod canvas;
mod critics;
mod font;
mod map;
mod timeline;
mod wrap;

use thiserror::Error;

pub use alt::MOST_ALT;
pub use map::map;
pub use timeline::{by_weight as dates_by_weight, timeline};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub png: Vec<u8>,
    /// What it shows, in sentences; at most [`MOST_ALT`] long.
    pub alt: String,
    /// Its width, in pixels.
    pub width: u32,
    /// Its height, in pixels.
    pub height: u32,
}

/// A picture could not be drawn.
#[derive(Debug, Error)]
#[error("the picture could not be drawn: {0}")]
pub struct PictureError(pub(crate) String);
