//! A file of records that are read one by one: the passages and the documents of a generation.
//!
//! Layout, little-endian: the records back to back, then the offset of each as a `u64`, then their count as a `u64`.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::IndexError;

/// Bytes that are read at once when all records are read.
const AT_ONCE: u64 = 1 << 18;

/// Writes a file of records.
pub(super) struct RecordWriter {
    file: PathBuf,
    out: BufWriter<File>,
    offsets: Vec<u64>,
    at: u64,
}

impl RecordWriter {
    pub(super) fn create(file: &Path) -> Result<Self, IndexError> {
        let out = BufWriter::new(File::create(file).map_err(IndexError::io(file))?);
        Ok(Self { file: file.to_owned(), out, offsets: Vec::new(), at: 0 })
    }

    /// How many records were written.
    pub(super) fn len(&self) -> usize {
        self.offsets.len()
    }

    /// Writes the next record, and lets `content` have its bytes too.
    pub(super) fn push(&mut self, record: &impl Serialize, content: &mut blake3::Hasher) -> Result<(), IndexError> {
        let bytes = postcard::to_stdvec(record).map_err(|error| IndexError::Inconsistent(error.to_string()))?;
        content.update(&bytes);
        self.offsets.push(self.at);
        self.at += bytes.len() as u64;
        self.out.write_all(&bytes).map_err(IndexError::io(&self.file))
    }

    /// Writes the table of offsets and waits until the disk has it all.
    pub(super) fn finish(mut self) -> Result<(), IndexError> {
        let count = self.offsets.len() as u64;
        let table = self.offsets.iter().chain([&count]);
        let write = |out: &mut BufWriter<File>| -> io::Result<()> {
            for number in table {
                out.write_all(&number.to_le_bytes())?;
            }
            out.flush()?;
            out.get_ref().sync_all()
        };
        write(&mut self.out).map_err(IndexError::io(&self.file))
    }
}

/// Reads single records of a file. Only the table of offsets is held in memory.
#[derive(Debug)]
pub(super) struct Records<T> {
    path: PathBuf,
    file: File,
    /// Where each record begins, and where the last one ends.
    offsets: Vec<u64>,
    record: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Records<T> {
    pub(super) fn open(path: &Path) -> Result<Self, IndexError> {
        let mut file = File::open(path).map_err(IndexError::io(path))?;
        let length = file.metadata().map_err(IndexError::io(path))?.len();
        let offsets = read_table(&mut file, length).map_err(IndexError::io(path))?;
        Ok(Self { path: path.to_owned(), file, offsets, record: PhantomData })
    }

    pub(super) fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    pub(super) fn get(&self, index: usize) -> Result<T, IndexError> {
        let (Some(&start), Some(&end)) = (self.offsets.get(index), self.offsets.get(index + 1)) else {
            return Err(IndexError::Inconsistent(format!("{} has no record {index}", self.path.display())));
        };
        let length = usize::try_from(end.saturating_sub(start)).unwrap_or(0);
        let mut bytes = vec![0; length];
        read_at(&self.file, &mut bytes, start).map_err(IndexError::io(&self.path))?;
        postcard::from_bytes(&bytes).map_err(|error| IndexError::damaged(&self.path, format!("record {index}: {error}")))
    }
}

impl<T: DeserializeOwned> Records<T> {
    /// Every record in order, many of them with one reading of the disk.
    pub(super) fn iter(&self) -> impl Iterator<Item = Result<T, IndexError>> {
        let (mut held, mut from) = (Vec::new(), 0_u64);
        self.offsets.windows(2).enumerate().map(move |(index, ends)| {
            let &[start, end] = ends else { return self.get(index) };
            if end > from + held.len() as u64 {
                let last = self.offsets.last().copied().unwrap_or(end);
                held = vec![0; usize::try_from(last.min(start + AT_ONCE).max(end) - start).unwrap_or(0)];
                from = start;
                read_at(&self.file, &mut held, start).map_err(IndexError::io(&self.path))?;
            }
            let place = |offset: u64| usize::try_from(offset - from).unwrap_or(usize::MAX);
            let bytes = held.get(place(start)..place(end)).unwrap_or_default();
            postcard::from_bytes(bytes).map_err(|error| IndexError::damaged(&self.path, format!("record {index}: {error}")))
        })
    }
}

fn read_table(file: &mut File, length: u64) -> io::Result<Vec<u64>> {
    let short = || io::Error::new(io::ErrorKind::UnexpectedEof, "the file is cut short");
    let mut number = [0; 8];
    file.seek(SeekFrom::Start(length.checked_sub(8).ok_or_else(short)?))?;
    file.read_exact(&mut number)?;
    let count = u64::from_le_bytes(number);
    let table = count.checked_mul(8).and_then(|size| length.checked_sub(8)?.checked_sub(size)).ok_or_else(short)?;
    file.seek(SeekFrom::Start(table))?;
    let mut bytes = vec![0; usize::try_from(count * 8).map_err(|_| short())?];
    file.read_exact(&mut bytes)?;
    let mut offsets: Vec<u64> = bytes.chunks_exact(8).filter_map(|chunk| chunk.try_into().ok().map(u64::from_le_bytes)).collect();
    offsets.push(table);
    Ok(offsets)
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, offset)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = bytes.split_at_mut(read).1;
        offset += read as u64;
    }
    Ok(())
}
