//! Documents with a numbering of their own, looked up by it as people do, with nothing configured.

mod discord;
mod every_number;
mod numbered;

use crate::support::program::Program;

/// A program with a lease, a services agreement, a regulation and a memo in the manner of an RFC.
fn documents() -> Program {
    Program::with(&[
        ("byelaws.html", include_str!("../../provisions/byelaws.html")),
        ("lease.txt", include_str!("../../provisions/lease.txt")),
        ("regulation.md", include_str!("../../provisions/regulation.md")),
        ("rfc7001.txt", include_str!("../../provisions/rfc7001.txt")),
        ("services.md", include_str!("../../provisions/services.md")),
    ])
}
