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

/// A small curated corpus: an agreement of one clause, and a note on a report of it.
const SMALL: [(&str, &str); 6] = [
    (
        "corpus.toml",
        "format = 1\ntitle = \"A pact\"\nabout = \"A pact of one clause, and a note on a report.\"\n\n\
         [files]\nclauses = \"clauses.toml\"\ncritiques = \"critiques.toml\"\n\n\
         [[source]]\nid = \"pact\"\ntitle = \"The pact\"\nlane = \"text\"\nstatus = \"full text\"\nspeaker = \"the pact\"\nfile = \"pact.txt\"\n\n\
         [[source]]\nid = \"guardian-summit\"\ntitle = \"A report on the pact\"\npublisher = \"The Guardian\"\nlane = \"reporting\"\n\
         status = \"note\"\nspeaker = \"Accord's note on the report\"\nfile = \"note.md\"\n\n\
         [[source]]\nid = \"other\"\ntitle = \"Another note\"\nlane = \"note\"\nstatus = \"note\"\nspeaker = \"Accord's other note\"\nfile = \"other.md\"\n",
    ),
    ("pact.txt", "Both sides agree to meet on the first Monday of every month and to speak of nothing but the weather.\n"),
    (
        "clauses.toml",
        "format = 1\nsource = \"pact\"\n\n[[clause]]\nnumber = 1\nheading = \"Meetings\"\ntopics = [\"meetings\"]\n\
         begins = \"Both sides agree\"\nends = \"but the weather.\"\nbinds = []\nnames = []\n",
    ),
    (
        "critiques.toml",
        "format = 1\n\n[[critique]]\nid = \"dull\"\nby = \"The Guardian\"\nstance = \"sceptical\"\ntopic = \"meetings\"\n\
         source = \"guardian-summit\"\nquote = \"The report calls the meetings dull.\"\n",
    ),
    ("note.md", "# Note: a report on the pact\n\nThe report calls the meetings dull.\n"),
    ("other.md", "# Note: another\n\nNothing else was written of the pact.\n"),
];

impl Program {
    /// With a small curated corpus, and no index yet.
    pub fn curated() -> Self {
        Self::with(&SMALL)
    }

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
