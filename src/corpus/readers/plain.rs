//! Plain text: paragraphs between blank lines, not a byte changed.

use super::Readable;
use crate::corpus::document::{Block, BlockKind};
use crate::text::Span;

/// Reads plain text.
pub(super) fn read(content: &str) -> Readable {
    let mut blocks = Vec::new();
    let mut paragraph: Option<Span> = None;
    let mut offset = 0;
    for line in content.split_inclusive('\n') {
        let span = Span::new(offset, offset + line.len());
        offset = span.end;
        if line.trim().is_empty() {
            blocks.extend(paragraph.take());
        } else {
            paragraph = Some(paragraph.map_or(span, |open| open.joined(&span)));
        }
    }
    blocks.extend(paragraph);
    let blocks = blocks.into_iter().map(|span| Block { span: span.trimmed(content), kind: BlockKind::Paragraph }).collect();
    Readable { text: content.to_owned(), blocks, ..Readable::default() }
}
