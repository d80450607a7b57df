//! `accord map` and `accord timeline`: pictures in files, dates on the terminal.

use std::fs;
use std::path::Path;

use super::{CliError, FOUND, NOT_FOUND, print};
use crate::answer::{Answerer, Silence, WireTimeline};
use crate::picture::{self, Picture};
use crate::words::Words;

/// Draws the map into a file, and says what it shows.
pub(super) fn map(answerer: &Answerer, out: &Path, json: bool) -> Result<u8, CliError> {
    match picture::map(answerer.generation().knowledge(), Words::english())? {
        Some(picture) => {
            write(&picture, out)?;
            describe(&picture, out, json)?;
            Ok(FOUND)
        }
        None => {
            let silence = Silence::NoClauses;
            if json {
                print::json(&serde_json::json!({ "outcome": "not_found", "reason": silence.reason() }))?;
            } else {
                print::text(&format!("{}\n", Words::english().silence(&silence)))?;
            }
            Ok(NOT_FOUND)
        }
    }
}

/// Prints the dates that the corpus names, or draws them into a file and says what it shows.
pub(super) fn timeline(answerer: &Answerer, out: Option<&Path>, json: bool) -> Result<u8, CliError> {
    let timeline = answerer.timeline()?.prove(answerer)?;
    let picture = out.map(|out| Ok::<_, CliError>((picture::timeline(&timeline, Words::english())?, out))).transpose()?;
    if let Some((Some(picture), out)) = &picture {
        write(picture, out)?;
    }
    match picture {
        _ if json => print::json(&WireTimeline::of(&timeline, &answerer.generation().manifest().snapshot))?,
        Some((Some(picture), out)) => describe(&picture, out, json)?,
        _ if timeline.entries.is_empty() => print::text(&format!("{}\n", Words::english().no_timeline()))?,
        _ => print::timeline(&timeline)?,
    }
    Ok(if timeline.entries.is_empty() { NOT_FOUND } else { FOUND })
}

fn write(picture: &Picture, out: &Path) -> Result<(), CliError> {
    fs::write(out, &picture.png).map_err(|error| CliError::Usage(format!("{}: {error}: name a file that can be written", out.display())))
}

fn describe(picture: &Picture, out: &Path, json: bool) -> Result<(), CliError> {
    let Picture { alt, width, height, .. } = picture;
    if json {
        return print::json(&serde_json::json!({ "file": out, "width": width, "height": height, "alt": alt }));
    }
    print::text(&format!("{alt}\n"))
}
