//! What bytes are: by what the server says, by what the bytes begin with where it says nothing or what cannot be.

use super::Reason;
use crate::corpus::Format;

/// How many bytes are looked at.
pub(super) const SNIFFED: usize = 1024;

/// Media types that servers give when they do not know.
const GENERIC: [&str; 5] = ["", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download"];

/// The format of an answer that begins with `beginning`.
pub(super) fn format(media_type: Option<&str>, beginning: &[u8]) -> Result<Format, Reason> {
    let essence = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_lowercase();
    let seen = seen(beginning);
    let said = Format::of_media_type(&essence);
    let other = || Reason::MediaType { media_type: if essence.is_empty() { "unknown".to_owned() } else { essence.clone() } };
    match (said, seen) {
        // No page and no text begins like this, and no PDF file begins otherwise.
        (_, Some(Format::Pdf)) => Ok(Format::Pdf),
        (Some(Format::Pdf), Some(Format::Html)) => Ok(Format::Html),
        (Some(Format::Pdf), _) => Err(other()),
        (Some(Format::Html), _) => Ok(Format::Html),
        (Some(_), _) | (None, None) if is_binary(beginning) => Err(other()),
        (Some(said), _) => Ok(said),
        (None, Some(seen)) if GENERIC.contains(&essence.as_str()) => Ok(seen),
        (None, None) if GENERIC.contains(&essence.as_str()) && !beginning.is_empty() => Ok(Format::Plain),
        (None, _) => Err(other()),
    }
}

/// What the first bytes give away.
fn seen(beginning: &[u8]) -> Option<Format> {
    let bytes = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start();
    if bytes.starts_with(b"%PDF-") {
        return Some(Format::Pdf);
    }
    let head: Vec<u8> = bytes.iter().take(256).map(u8::to_ascii_lowercase).collect();
    let tags: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<!--"];
    let xhtml = head.starts_with(b"<?xml") && head.windows(5).any(|window| window == b"<html");
    (xhtml || tags.iter().any(|tag| head.starts_with(tag))).then_some(Format::Html)
}

/// Text in any encoding of the web holds no zero bytes, but for UTF-16, which says so.
fn is_binary(beginning: &[u8]) -> bool {
    let utf16 = beginning.starts_with(&[0xff, 0xfe]) || beginning.starts_with(&[0xfe, 0xff]);
    !utf16 && beginning.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_held_against_what_is_seen() {
        let page = b"\n <!DOCTYPE HTML><title>x</title>".as_slice();
        for (said, bytes, expected) in [
            (Some("text/html; charset=utf-8"), page, Some(Format::Html)),
            (Some("text/html"), b"%PDF-1.4".as_slice(), Some(Format::Pdf)),
            (Some("text/html"), b"no tag at all", Some(Format::Html)),
            (Some("application/pdf"), b"%PDF-1.7", Some(Format::Pdf)),
            (Some("application/pdf"), page, Some(Format::Html)),
            (Some("application/pdf"), b"junk", None),
            (Some("text/plain"), b"plain words", Some(Format::Plain)),
            (Some("text/plain"), b"\x89PNG\r\n\x00\x00", None),
            (Some("text/plain"), b"\xff\xfeh\x00i\x00", Some(Format::Plain)),
            (Some("text/markdown"), b"# Head", Some(Format::Markdown)),
            (Some("image/png"), b"\x89PNG", None),
            (Some("application/zip"), b"PK\x03\x04", None),
            (Some("application/octet-stream"), b"%PDF-1.4", Some(Format::Pdf)),
            (Some("application/octet-stream"), b"MZ\x00\x00", None),
            (None, page, Some(Format::Html)),
            (None, b"<?xml version=\"1.0\"?><html xmlns=\"x\">", Some(Format::Html)),
            (None, b"plain words", Some(Format::Plain)),
            (None, b"", None),
            (Some("application/json"), b"{}", None),
        ] {
            assert_eq!(format(said, bytes).ok(), expected, "{said:?} {}", String::from_utf8_lossy(bytes));
        }
    }
}
