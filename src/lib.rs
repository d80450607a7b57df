//! Accord answers questions about an agreement with quotations that it has proven.
//!
//! The rooms, in the order of a question's life:
//!
//! | | room | what happens there |
//! |---|---|---|
//! | before | [`corpus`] | files become documents, passages and curated knowledge, every reference checked |
//! | | [`fetch`] | the sources that it links to are fetched, for those who may not be handed their text |
//! | | [`index`] | they are written down as a generation that never changes, and is checked whenever it is opened |
//! | | [`app`] | the newest sound generation is opened, or a new one built |
//! | | [`reindex`] | what a changed corpus changes is told, and a new generation takes the old one's place |
//! | asked | [`cli`] | in a terminal, or by a machine in JSON |
//! | | [`discord`] | by a command, a mention or a direct message |
//! | understood | [`text`] | words are cut, folded and stemmed, the same way for questions and passages |
//! | | [`search`] | the question is read, candidates are found and ranked, and it is judged how sure that is |
//! | answered | [`answer`] | quotes are chosen and proven, or the corpus is said to be silent |
//! | drawn | [`picture`] | the map and the timeline become pictures, with words that say the same |
//! | said | [`words`] | what Accord says in its own voice; all else is quoted by [`cli`] and [`discord`] |
//! | around | [`serve`] | the bot comes up, and goes down without leaving anybody without an answer |
//! | | [`watch`] | what changes in the corpus folder meanwhile is taken up by itself |
//! | | [`config`] | what an operator can set |
//! | | [`store`] | what the bot remembers between two starts: settings, feedback, receipts |
//! | | [`telemetry`] | what is logged, and what never is |
//! | afterwards | [`eval`] | how good the answers are, measured |
//!
//! A room uses only rooms below it in `discord → answer → search → index → corpus → text`. `docs/architecture.md` is the
//! plan in full.

pub mod answer;
pub mod app;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod discord;
pub mod eval;
pub mod fetch;
pub mod index;
pub mod picture;
pub mod reindex;
pub mod search;
pub mod serve;
pub mod store;
pub mod telemetry;
pub mod text;
pub mod watch;
pub mod words;
