//! Pure functions over text: byte spans, terms, sentences, the grammar of clause references, dates, edit distance.
//!
//! Nothing here knows files, indexes or Discord.

mod clause_ref;
mod dates;
mod diff;
mod distance;
mod kind;
mod pick;
mod sentences;
mod span;
mod terms;
mod token;

pub use clause_ref::{ClauseRef, ClauseRefs, clause_refs, names_clauses};
pub use dates::{Date, NamedDate, dates};
pub use diff::{Change, Stretch, around_changes, word_diff};
pub use distance::{edit_distance, nearest};
pub use kind::{Kind, Kinds, Marks};
pub use pick::pick;
pub use sentences::{Sentence, sentences};
pub use span::Span;
pub use terms::{Term, TermId, fold, stem, terms};
pub(crate) use terms::{is_stop_word, root_id, term_id};
pub use token::{DASH, ELLIPSIS, QUOTATION_MARK, Token, tokens};
