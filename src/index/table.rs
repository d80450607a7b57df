//! A table from a hash to the numbers of the records that it may be of, kept sorted in a file.
//!
//! Layout, little-endian: how many entries there are as a `u64`, then for each the first 8 bytes of the hash as a `u64` and the
//! number as a `u32`.

use std::fs;
use std::path::Path;

use super::IndexError;
use super::manifest::write_synced;

/// Bytes of the number of entries.
const COUNT: usize = 8;
/// Bytes of an entry.
const ENTRY: usize = 12;

/// Where records are found by hashes: 16 bytes a record in memory.
#[derive(Debug, Default)]
pub(super) struct Table {
    entries: Vec<(u64, u32)>,
}

/// The part of a hash that a table knows.
pub(super) fn key(hash: &[u8; 32]) -> u64 {
    hash.first_chunk().copied().map_or(0, u64::from_le_bytes)
}

impl Table {
    /// Adds a record.
    pub(super) fn push(&mut self, key: u64, number: usize) -> Result<(), IndexError> {
        let number =
            u32::try_from(number).map_err(|_| IndexError::Inconsistent("there are more documents than can be counted".to_owned()))?;
        self.entries.push((key, number));
        Ok(())
    }

    /// Writes the table and waits until the disk has it.
    pub(super) fn write(mut self, path: &Path) -> Result<(), IndexError> {
        self.entries.sort_unstable();
        let mut bytes = Vec::with_capacity(COUNT + self.entries.len() * ENTRY);
        bytes.extend_from_slice(&(self.entries.len() as u64).to_le_bytes());
        for (key, number) in &self.entries {
            bytes.extend_from_slice(&key.to_le_bytes());
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        write_synced(path, &bytes)
    }

    pub(super) fn open(path: &Path) -> Result<Self, IndexError> {
        let bytes = fs::read(path).map_err(IndexError::io(path))?;
        let entry = |entry: &[u8]| {
            let (key, number) = entry.split_first_chunk()?;
            Some((u64::from_le_bytes(*key), u32::from_le_bytes(*number.first_chunk()?)))
        };
        let (count, rest) = bytes.split_first_chunk::<COUNT>().ok_or_else(|| IndexError::damaged(path, "it is cut short"))?;
        let entries: Vec<(u64, u32)> = rest.chunks_exact(ENTRY).filter_map(entry).collect();
        if entries.len() as u64 != u64::from_le_bytes(*count) || entries.len() * ENTRY != rest.len() {
            return Err(IndexError::damaged(path, "it has another length than it says"));
        }
        Ok(Self { entries })
    }

    /// The numbers of the records that may have this hash: nearly always one or none.
    pub(super) fn numbers(&self, key: u64) -> impl Iterator<Item = usize> {
        let first = self.entries.partition_point(|(other, _)| *other < key);
        self.entries.iter().skip(first).take_while(move |(other, _)| *other == key).map(|(_, number)| *number as usize)
    }
}
