//! A corpus as its curator knows it.

mod folder;
mod shipped;
mod wrong;
