//! Accord answers questions about an agreement with quotations that it has proven.
pub mod answer;
pub mod app;
pub mod cli;
pub mod corpus;
pub mod eval;
pub mod index;
pub mod search;
pub mod text;
pub mod words;
