//! Copies of sources, put on the shelf of a program's corpus as a fetch would.

use std::collections::BTreeMap;

use accord::corpus::{Added, Drift, Format, Lane, Now, Origin, Provenance, Shelf};

use super::program::Program;

/// 24 November 2026, a little after noon (UTC).
pub const FETCHED_AT: u64 = 1_795_522_500;

/// What is known of a copy of the source called `id`, fetched from `url` on 24 November 2026.
pub fn fetched(id: &str, url: &str) -> Provenance {
    Provenance {
        format: 0,
        source: id.to_owned(),
        file: String::new(),
        origin: Origin::Printed,
        asked: Some(url.to_owned()),
        url: Some(url.to_owned()),
        fetched_at: FETCHED_AT,
        captured_at: None,
        headers: BTreeMap::new(),
        bytes_hash: String::new(),
        text_hash: String::new(),
        readers: 0,
        added: None,
        drift: None,
    }
}

/// The same of a source of the operator's own.
pub fn added(id: &str, url: &str, title: Option<&str>, lane: Lane) -> Provenance {
    Provenance { added: Some(Added { title: title.map(str::to_owned), lane }), ..fetched(id, url) }
}

/// The same of a source that is not any more what was copied.
pub fn drifted(provenance: Provenance, now: Now) -> Provenance {
    Provenance { drift: Some(Drift { now, seen_at: FETCHED_AT + 86_400 }), ..provenance }
}

impl Program {
    /// The shelf of its corpus.
    pub fn shelf(&self) -> Shelf {
        Shelf::of(&self.path("corpus"))
    }

    /// Indexes its corpus, and gives what was left out, each with the reason.
    pub fn left_out(&self) -> String {
        let told = self.run(&["index", "--force", "--json"]).found().json();
        let left_out = told["left_out"].as_array().expect("a list").iter();
        left_out.map(|problem| problem.as_str().expect("a sentence")).collect::<Vec<_>>().join("\n")
    }

    /// Puts a copy in Markdown on the shelf.
    pub fn shelve(&self, provenance: Provenance, text: &str) -> Provenance {
        self.shelf().put(provenance, Format::Markdown, text.as_bytes()).expect("a shelf that can be written")
    }
}
