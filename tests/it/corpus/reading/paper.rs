//! Writes small PDF files, object by object.

use std::fmt::Write;

/// Where the first line of a page stands, in points from its foot.
const TOP: usize = 770;

/// From one line to the next, in points.
const LEADING: usize = 14;

/// A PDF file in the making.
#[derive(Default)]
pub struct Paper {
    pages: Vec<String>,
    /// The font that the last page is set in; Helvetica else.
    odd_font: Option<&'static str>,
    locked: bool,
}

impl Paper {
    /// Adds a page with these lines. An empty one leaves a gap.
    pub fn page(mut self, lines: &[&str]) -> Self {
        let mut content = String::new();
        for (place, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            let line = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
            writeln!(content, "BT /F1 11 Tf 72 {} Td ({line}) Tj ET", TOP - place * LEADING).expect("a line");
        }
        self.pages.push(content);
        self
    }

    /// Sets the last page in a font of which nothing is known.
    pub fn in_a_font(mut self, font: &'static str) -> Self {
        self.odd_font = Some(font);
        self
    }

    /// Locks it with a password that nobody has.
    pub fn locked(mut self) -> Self {
        self.locked = true;
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let count = self.pages.len();
        let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 5 + 2 * page)).collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [{}] /Count {count} >>", kids.join(" ")),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
            self.odd_font.unwrap_or("<< >>").to_owned(),
        ];
        for (place, content) in self.pages.iter().enumerate() {
            let font = if self.odd_font.is_some() && place + 1 == count { 4 } else { 3 };
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {} 0 R >>",
                6 + 2 * place
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
        }
        let mut file = "%PDF-1.4\n".to_owned();
        let mut places = Vec::new();
        for (number, object) in objects.iter().enumerate() {
            places.push(file.len());
            write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).expect("an object");
        }
        let table = file.len();
        write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a table");
        for place in places {
            writeln!(file, "{place:010} 00000 n ").expect("a place");
        }
        let lock = if self.locked {
            let key = "<0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef>";
            format!("/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]")
        } else {
            String::new()
        };
        write!(file, "trailer\n<< /Size {} /Root 1 0 R {lock} >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).expect("a trailer");
        file.into_bytes()
    }
}
