//! The risk–coverage curve: what share of the answers are wrong when the surest share of the questions is answered.

use std::fmt::Write;

use super::metrics::Judged;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 400.0;
/// Room for the axes' labels.
const MARGIN: f64 = 56.0;

/// A point of the curve: the share of questions answered, and the share of those answers that are wrong.
type Point = (f64, f64);

/// The curve, from the surest question on. An answer is wrong when the question has none, or when the set says which words
/// answer and the quotes do not hold them.
#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
fn points(judged: &[Judged]) -> Vec<Point> {
    let mut ordered: Vec<&Judged> = judged.iter().collect();
    ordered.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let mut wrong = 0.0;
    let mut points = Vec::new();
    for (index, judged) in ordered.iter().enumerate() {
        let right = judged.answerable && (!judged.has_words || judged.quoted || !judged.answered);
        wrong += f64::from(u8::from(!right));
        let answered = (index + 1) as f64;
        points.push((answered / ordered.len() as f64, wrong / answered));
    }
    points
}

/// The curve as a picture, with what share was in fact answered.
#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
pub(super) fn svg(title: &str, judged: &[Judged]) -> String {
    let points = points(judged);
    let most = points.iter().map(|(_, risk)| *risk).fold(0.1_f64, f64::max);
    let top = (most * 10.0).ceil() / 10.0;
    let x = |coverage: f64| MARGIN + coverage * (WIDTH - 2.0 * MARGIN);
    let y = |risk: f64| HEIGHT - MARGIN - risk / top * (HEIGHT - 2.0 * MARGIN);
    let line: Vec<String> = points.iter().map(|(coverage, risk)| format!("{:.1},{:.1}", x(*coverage), y(*risk))).collect();
    let answered = judged.iter().filter(|judged| judged.answered).count() as f64 / judged.len().max(1) as f64;
    let mut svg = String::new();
    let mut put = |part: String| {
        let _ = writeln!(svg, "{part}");
    };
    put(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">"#));
    put(format!("<title>Risk and coverage: {}</title>", escape(title)));
    put(format!(r#"<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>"#));
    for step in 0..=4 {
        let share = f64::from(step) / 4.0;
        let (across, up) = (x(share), y(share * top));
        put(format!(r##"<path d="M{MARGIN},{up:.1} H{:.1}" stroke="#ddd"/>"##, WIDTH - MARGIN));
        put(format!(r#"<text x="{across:.1}" y="{:.1}" text-anchor="middle">{:.0} %</text>"#, HEIGHT - MARGIN + 18.0, share * 100.0));
        put(format!(r#"<text x="{:.1}" y="{:.1}" text-anchor="end">{:.0} %</text>"#, MARGIN - 6.0, up + 4.0, share * top * 100.0));
    }
    let threshold = x(answered);
    put(format!(r##"<path d="M{threshold:.1},{MARGIN} V{:.1}" stroke="#888" stroke-dasharray="4 3"/>"##, HEIGHT - MARGIN));
    put(format!(r#"<text x="{threshold:.1}" y="{:.1}" text-anchor="middle">answered</text>"#, MARGIN - 6.0));
    put(format!(r##"<polyline points="{}" fill="none" stroke="#1f5fa8" stroke-width="2"/>"##, line.join(" ")));
    put(format!(
        r#"<text x="{:.1}" y="{:.1}" text-anchor="middle">questions answered, the surest first</text>"#,
        WIDTH / 2.0,
        HEIGHT - 14.0
    ));
    put(format!(r#"<text transform="translate(14 {:.1}) rotate(-90)" text-anchor="middle">wrong among the answers</text>"#, HEIGHT / 2.0));
    put(format!(r#"<text x="{:.1}" y="20" text-anchor="middle" font-size="14">{}</text>"#, WIDTH / 2.0, escape(title)));
    put("</svg>".to_owned());
    svg
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
