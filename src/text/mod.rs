//! Pure functions over text: byte spans, terms, sentences, the grammar of clause references, dates, edit distance.
//!
//! Nothing here knows files, indexes or Discord.

mod clause_ref;
mod dates;
mod diff;
mod distance;
mod kind;
mod name_words;
mod numbering;
mod numerals;
mod pick;
mod provision_kind;
mod provision_ref;
mod sentences;
mod span;
mod terms;
mod token;

pub use clause_ref::{ClauseRef, ClauseRefs, clause_refs, names_clauses};
pub use dates::{Date, NamedDate, dates};
pub use diff::{Change, Stretch, around_changes, word_diff};
pub use distance::{edit_distance, nearest};
pub use kind::{Kind, Kinds, Marks};
pub use name_words::name_words;
pub use numbering::{Label, Mark, Setting, label, labels_within};
pub use numerals::{letter, roman};
pub use pick::pick;
pub use provision_kind::ProvisionKind;
pub use provision_ref::{ProvisionRef, provision_refs};
pub use sentences::{Sentence, sentences};
pub use span::Span;
pub use terms::{FormId, Term, TermId, fold, stem, terms};
pub(crate) use terms::{form_id, is_stop_word, root_id, term_id};
pub use token::{DASH, ELLIPSIS, QUOTATION_MARK, Token, tokens};
