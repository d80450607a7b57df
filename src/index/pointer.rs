//! The file that names the current generation. It is replaced as a whole, so that it says the old or the new, never a half.

use std::fs;
use std::path::{Path, PathBuf};

use super::IndexError;
use super::manifest::{sync_folder, write_synced};

/// The file's name.
pub(super) const CURRENT: &str = "CURRENT";
/// Begins the second line, which is there only when the index was rolled back.
const ROLLED_BACK: &str = "rolled back from ";

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pointer {
    /// The current generation.
    pub(super) name: String,
    /// The generation that was current before somebody rolled back; none when the newest one is current.
    pub(super) rolled_back_from: Option<String>,
}

impl Pointer {
    /// What the file below `root` says, if there is one that is text.
    pub(super) fn read(root: &Path) -> Option<Self> {
        let text = fs::read_to_string(root.join(CURRENT)).ok()?;
        let mut lines = text.lines().map(str::trim);
        let name = lines.next().unwrap_or_default().to_owned();
        let rolled_back_from = lines.find_map(|line| line.strip_prefix(ROLLED_BACK)).map(str::to_owned);
        Some(Self { name, rolled_back_from })
    }

    /// Puts this in the file's place, and waits until the disk has it.
    pub(super) fn write(&self, root: &Path) -> Result<(), IndexError> {
        let mut text = format!("{}\n", self.name);
        if let Some(from) = &self.rolled_back_from {
            text.push_str(&format!("{ROLLED_BACK}{from}\n"));
        }
        let unfinished = unfinished(root);
        write_synced(&unfinished, text.as_bytes())?;
        fs::rename(&unfinished, root.join(CURRENT)).map_err(IndexError::io(&unfinished))?;
        sync_folder(root)
    }
}

/// Where the file is written before it takes its place.
pub(super) fn unfinished(root: &Path) -> PathBuf {
    root.join(format!("{CURRENT}.tmp"))
}
