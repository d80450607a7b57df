//! Term ids in a record: four bytes each, as they are. They are hashes, which no variable length makes shorter, and dozens of
//! passages are read for one question.

use serde::{Deserialize, Deserializer, Serializer};

use crate::text::TermId;

pub(super) fn serialize<S: Serializer>(terms: &[TermId], serializer: S) -> Result<S::Ok, S::Error> {
    let bytes: Vec<u8> = terms.iter().flat_map(|term| term.to_le_bytes()).collect();
    serializer.serialize_bytes(&bytes)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<TermId>, D::Error> {
    let bytes = <&[u8]>::deserialize(deserializer)?;
    Ok(bytes.chunks_exact(size_of::<TermId>()).filter_map(|bytes| bytes.try_into().ok().map(TermId::from_le_bytes)).collect())
}
