//! PDF files: paragraphs over lines and pages, hyphens, heads and feet; and files that are none, or harm whoever reads them.

use accord::corpus::{Format, read};

use super::paper::Paper;
use super::{outline, reading};
use crate::support::program::{Program, quoted};

/// A font with an encoding that the library behind the reader panics at.
const ODD_FONT: &str = "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font \
                        /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>";

fn lease() -> Paper {
    Paper::default()
        .page(&[
            "Harbour Leases, volume 4",
            "",
            "LEASE OF THE BOATHOUSE",
            "",
            "1. Term",
            "",
            "1.1 The lease begins on the first of May and is not subject to termi-",
            "nation before the end of its third year. A well-",
            "known surveyor keeps the inventory.",
            "1.2 The well-known surveyor is paid by both parties in equal",
            "",
            "1",
        ])
        .page(&[
            "Harbour Leases, volume 4",
            "",
            "parts.",
            "",
            "2. Rent",
            "",
            "The rent is due:",
            "(a) as to one half in May, and",
            "(b) as to the rest in June.",
            "",
            "2",
        ])
        .page(&["Harbour Leases, volume 4", "", "3. Pets", "", "Pets are allowed below deck.", "", "3"])
}

#[test]
fn lines_become_paragraphs_again() {
    let read = reading(Format::Pdf, lease().bytes());
    assert_eq!(read.title.as_deref(), Some("LEASE OF THE BOATHOUSE"));
    assert_eq!(read.doubt, None);
    assert_eq!(
        outline(&read),
        [
            "# LEASE OF THE BOATHOUSE",
            "# 1. Term",
            "- 1.1 The lease begins on the first of May and is not subject to termination before the end of its third year. A well-known surveyor keeps the inventory.",
            "- 1.2 The well-known surveyor is paid by both parties in equal parts.",
            "# 2. Rent",
            "The rent is due:",
            "- (a) as to one half in May, and",
            "- (b) as to the rest in June.",
            "# 3. Pets",
            "Pets are allowed below deck.",
        ]
    );
}

#[test]
fn the_program_reads_them_and_quotes_them() {
    let program = Program::with(&[("a.txt", "The oars are kept in the shed.\n")]);
    program.write("corpus/lease.pdf", lease().bytes());
    let answer = program.ask_json("Are pets allowed?");
    assert_eq!(quoted(&answer), ["Pets are allowed below deck."]);
}

#[test]
fn a_page_that_breaks_the_reader_does_not_take_the_others_with_it() {
    let program = Program::with(&[("a.txt", "The oars are kept in the shed.\n")]);
    let paper = Paper::default().page(&["The first page is sound."]).page(&["The second is odd."]).in_a_font(ODD_FONT);
    program.write("corpus/odd.pdf", paper.bytes());
    assert_eq!(program.text("odd"), "The first page is sound.\n");
    let read = reading(Format::Pdf, paper.bytes());
    assert_eq!(read.doubt.as_deref(), Some("its page 2 cannot be read"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let whole = lease().bytes();
    let (half, _) = whole.split_at(whole.len() / 3);
    let odd = Paper::default().page(&["All of it is odd."]).in_a_font(ODD_FONT).bytes();
    for (bytes, told) in [
        (b"not a paper at all".to_vec(), "is not a PDF file"),
        (half.to_vec(), "is a damaged PDF file"),
        (b"%PDF-1.7\n%%EOF\n".to_vec(), "is a damaged PDF file"),
        (Paper::default().page(&[]).bytes(), "holds no text (a scan?)"),
        (odd, "is a PDF file of a kind that cannot be read"),
        (lease().locked().bytes(), "is a PDF file that is locked with a password"),
    ] {
        let error = read(Format::Pdf, None, &bytes).expect_err(told);
        assert_eq!(error.to_string(), told);
    }
}
