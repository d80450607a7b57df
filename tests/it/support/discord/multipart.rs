//! Request bodies: JSON, or a form of `payload_json` and `files[n]`.

use serde_json::Value;

/// An uploaded file; `index` is the n of `files[n]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub index: u64,
    pub filename: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
pub struct Body {
    pub json: Value,
    pub files: Vec<File>,
}

impl Body {
    /// What a request carried; an empty body is `null`. The error says what cannot be read.
    pub fn read(content_type: &str, bytes: &[u8]) -> Result<Self, String> {
        if let Some(boundary) = content_type.strip_prefix("multipart/form-data; boundary=") {
            return Self::from_form(boundary.trim_matches('"'), bytes);
        }
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        if !content_type.starts_with("application/json") {
            return Err(format!("a body of type `{content_type}`, which is not JSON"));
        }
        let json = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        Ok(Self { json, files: Vec::new() })
    }

    fn from_form(boundary: &str, bytes: &[u8]) -> Result<Self, String> {
        let mut body = Self::default();
        for part in parts(boundary, bytes) {
            let (head, content) = split_once(part, b"\r\n\r\n").ok_or("a form part without headers")?;
            let head = String::from_utf8_lossy(head);
            let name = parameter(&head, "name").ok_or("a form part without a name")?;
            if name == "payload_json" {
                body.json = serde_json::from_slice(content).map_err(|error| error.to_string())?;
                continue;
            }
            let index = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']'));
            let index = index.and_then(|digits| digits.parse().ok());
            let index = index.ok_or_else(|| format!("a form part named `{name}`"))?;
            let filename = parameter(&head, "filename").ok_or("a file without a name")?;
            body.files.push(File { index, filename, bytes: content.to_vec() });
        }
        Ok(body)
    }
}

/// What lies between the boundaries of a multipart body.
fn parts<'a>(boundary: &str, bytes: &'a [u8]) -> Vec<&'a [u8]> {
    let delimiter = format!("--{boundary}");
    let mut found = Vec::new();
    let mut rest = split_once(bytes, delimiter.as_bytes()).map(|(_, after)| after);
    while let Some(part) = rest.and_then(|after| after.strip_prefix(b"\r\n")) {
        let Some((content, after)) = split_once(part, format!("\r\n{delimiter}").as_bytes()) else {
            break;
        };
        found.push(content);
        rest = Some(after);
    }
    found
}

fn split_once<'a>(bytes: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(separator.len()).position(|window| window == separator)?;
    Some((&bytes[..at], &bytes[at + separator.len()..]))
}

/// `name="…"` from a part's headers.
fn parameter(head: &str, name: &str) -> Option<String> {
    let (_, after) = head.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0.to_owned())
}
