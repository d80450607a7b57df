//! A corpus as its curator knows it.

mod fetched;
mod fetched_added;
mod fetched_unsound;
mod folder;
pub mod reading;
mod shipped;
mod wrong;
