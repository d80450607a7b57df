//! The map: clauses across, the parties that they bind or name down, and below each clause who says what about it.

use super::canvas::{ACCENT, Area, BAND, Canvas, Colour, INK, MARGIN, PAPER, QUIET, Shape, Style, WIDTH};
use super::critics::{Critic, critics};
use super::font::{Weight, drawable, is_foreign, plain};
use super::{Picture, PictureError, alt};
use crate::corpus::{Clause, Knowledge, Party};
use crate::words::picture::Labels;

/// More columns would leave no room for words.
const MOST_CLAUSES: usize = 5;
/// More rows would make the picture so high that Discord shows it too small.
const MOST_PARTIES: usize = 18;
/// The most voices in a column.
const MOST_CRITICS: usize = 7;

/// The column of names at the left.
const NAMES: f32 = 288.0;
/// Between a column's edge and its words.
const PAD: f32 = 10.0;
const CELL: f32 = 30.0;

const TITLE: Style = Style::new(30.0, Weight::Bold, INK);
const SECTION: Style = Style::new(22.0, Weight::Bold, INK);
const NUMBER: Style = Style::new(19.0, Weight::Bold, ACCENT);
const HEADING: Style = Style::new(20.0, Weight::Bold, INK);
const NAME: Style = Style::new(19.0, Weight::Regular, INK);
const WHO: Style = Style::new(18.0, Weight::Bold, INK);
const SAYS: Style = Style::new(18.0, Weight::Regular, QUIET);
const MORE: Style = Style::new(18.0, Weight::Regular, QUIET);
const BOUND: Style = Style::new(18.0, Weight::Bold, PAPER);
const NAMED: Style = Style::new(18.0, Weight::Regular, ACCENT);

/// How a clause and a party belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    Bound,
    Named,
}

/// A party that a clause binds or names, with its tie to each clause that is shown.
struct Row<'k> {
    id: &'k str,
    party: Option<&'k Party>,
    ties: Vec<Option<Tie>>,
}

/// Draws the clauses, the parties and the critiques; `None` for a corpus without clauses.
///
/// # Errors
/// The picture cannot be drawn, which would be a defect of Accord's.
pub fn map(knowledge: &Knowledge, labels: &dyn Labels) -> Result<Option<Picture>, PictureError> {
    if knowledge.clauses.is_empty() {
        return Ok(None);
    }
    Ok(Some(canvas(knowledge, labels).draw(in_words(knowledge, labels))?))
}

fn canvas(knowledge: &Knowledge, labels: &dyn Labels) -> Canvas {
    let clauses: Vec<&Clause> = knowledge.clauses.iter().take(MOST_CLAUSES).collect();
    let rows = rows(knowledge, &clauses);
    let column = (WIDTH - 2.0 * MARGIN - NAMES) / clauses.len() as f32;
    let left = |index: usize| MARGIN + NAMES + column * index as f32 + PAD;
    let room = column - 2.0 * PAD;

    let mut canvas = Canvas::default();
    let mut y = canvas.text(MARGIN, 26.0, WIDTH - 2.0 * MARGIN, 2, &labels.map_title(), TITLE) + 8.0;
    y = legend(&mut canvas, y, labels) + 18.0;

    let top = y;
    for (index, clause) in clauses.iter().enumerate() {
        let below = canvas.text(left(index), top, room, 1, &labels.clause(clause.number), NUMBER);
        y = y.max(canvas.text(left(index), below, room, 4, &clause.heading, HEADING));
    }
    y += 10.0;
    canvas.rule(y);
    y += 6.0;
    for (index, row) in rows.iter().take(MOST_PARTIES).enumerate() {
        let ground = if index % 2 == 0 { BAND } else { PAPER };
        let names = NAME.wrap(name(row), NAMES - PAD, 2);
        let height = (names.len() as f32 * NAME.line()).max(CELL) + 8.0;
        let area = Area { x: MARGIN - PAD, y, width: WIDTH - 2.0 * (MARGIN - PAD), height };
        canvas.shapes.push(Shape::Rectangle { area, radius: 6.0, fill: Some(ground), stroke: None });
        canvas.lines(MARGIN, y + (height - names.len() as f32 * NAME.line()) / 2.0, &names, NAME, ground);
        for (index, tie) in row.ties.iter().enumerate() {
            if let Some(tie) = tie {
                cell(&mut canvas, left(index), y + (height - CELL) / 2.0, room, *tie, ground, labels);
            }
        }
        y += height;
    }
    if rows.len() > MOST_PARTIES {
        y = canvas.text(MARGIN, y + 6.0, WIDTH - 2.0 * MARGIN, 1, &labels.more_parties(rows.len() - MOST_PARTIES), MORE);
    }

    if !knowledge.critiques.is_empty() {
        y += 24.0;
        y = canvas.text(MARGIN, y, WIDTH - 2.0 * MARGIN, 2, &labels.critiques_heading(), SECTION) + 6.0;
        canvas.rule(y);
        let top = y + 10.0;
        y = voices(&mut canvas, MARGIN, top, NAMES - 2.0 * PAD, &labels.whole(), &critics(&knowledge.critiques, None), labels);
        for (index, clause) in clauses.iter().enumerate() {
            let critics = critics(&knowledge.critiques, Some(clause.number));
            y = y.max(voices(&mut canvas, left(index), top, room, &labels.clause(clause.number), &critics, labels));
        }
    }
    if knowledge.clauses.len() > clauses.len() {
        let more = labels.more_clauses(knowledge.clauses.len() - clauses.len());
        y = canvas.text(MARGIN, y + 16.0, WIDTH - 2.0 * MARGIN, 1, &more, MORE);
    }
    canvas.height = y + 28.0;
    canvas
}

/// What the two marks mean.
fn legend(canvas: &mut Canvas, top: f32, labels: &dyn Labels) -> f32 {
    let mut y = top;
    let mut x = MARGIN;
    for (tie, meaning) in [(Tie::Bound, labels.bound_means()), (Tie::Named, labels.named_means())] {
        let wide = word(tie, labels).1 + 24.0;
        let lines = MORE.wrap(&meaning, WIDTH - 2.0 * MARGIN - wide - 10.0, 2);
        let meaning = lines.iter().map(|line| MORE.width(line)).fold(0.0, f32::max);
        if x > MARGIN && x + wide + 10.0 + meaning > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + CELL + 6.0);
        }
        cell(canvas, x, y, wide, tie, PAPER, labels);
        let below = canvas.lines(x + wide + 10.0, y + (CELL - MORE.line()) / 2.0, &lines, MORE, PAPER);
        if lines.len() > 1 {
            (x, y) = (MARGIN, below + 6.0);
        } else {
            x += wide + 10.0 + meaning + 36.0;
        }
    }
    if x > MARGIN { y + CELL } else { y }
}

/// A party's tie to a clause: told by the word, and by whether the mark is full or an outline.
fn cell(canvas: &mut Canvas, x: f32, y: f32, room: f32, tie: Tie, ground: Colour, labels: &dyn Labels) {
    let (text, wide) = word(tie, labels);
    let width = (wide + 24.0).min(room);
    let (style, fill, stroke, ground) = match tie {
        Tie::Bound => (BOUND, Some(ACCENT), None, ACCENT),
        Tie::Named => (NAMED, None, Some(ACCENT), ground),
    };
    // The outline is drawn half outside of its rectangle.
    let area = Area { x: x + 1.0, y: y + 1.0, width: width - 2.0, height: CELL - 2.0 };
    let radius = if tie == Tie::Bound { 5.0 } else { CELL / 2.0 };
    canvas.shapes.push(Shape::Rectangle { area, radius, fill, stroke });
    let lines = style.wrap(&text, width - 16.0, 1);
    let wide = lines.iter().map(|line| style.width(line)).fold(0.0, f32::max);
    canvas.lines(x + (width - wide) / 2.0, y + (CELL - style.line()) / 2.0, &lines, style, ground);
}

/// A tie in words, and how wide they are.
fn word(tie: Tie, labels: &dyn Labels) -> (String, f32) {
    let (text, style) = match tie {
        Tie::Bound => (labels.bound(), BOUND),
        Tie::Named => (labels.named(), NAMED),
    };
    let text = drawable(&text);
    let wide = style.width(&text);
    (text, wide)
}

/// A column of those who say something, each with its stances in words; the marks before the words only repeat them.
fn voices(canvas: &mut Canvas, x: f32, top: f32, room: f32, heading: &str, critics: &[Critic<'_>], labels: &dyn Labels) -> f32 {
    let mut y = canvas.text(x, top, room, 2, heading, NUMBER) + 4.0;
    if critics.is_empty() {
        return canvas.text(x, y, room, 3, &labels.nothing_said(), SAYS);
    }
    for critic in critics.iter().take(MOST_CRITICS) {
        y = canvas.text(x, y, room, 3, critic.by, WHO);
        y = stances(canvas, x, y, room, &critic.stances, labels) + 8.0;
    }
    if critics.len() > MOST_CRITICS {
        y = canvas.text(x, y, room, 2, &labels.more_critics(critics.len() - MOST_CRITICS), MORE);
    }
    y
}

fn stances(canvas: &mut Canvas, left: f32, top: f32, room: f32, stances: &[&str], labels: &dyn Labels) -> f32 {
    const MARK: f32 = 18.0;
    let (mut x, mut y) = (left, top);
    for stance in stances {
        let lines = SAYS.wrap(&labels.stance(stance), room - MARK, 1);
        let wide = MARK + lines.iter().map(|line| SAYS.width(line)).fold(0.0, f32::max);
        if x > left && x + wide > left + room {
            (x, y) = (left, y + SAYS.line());
        }
        mark(canvas, stance, x + 6.0, y + SAYS.line() / 2.0);
        canvas.lines(x + MARK, y, &lines, SAYS, PAPER);
        x += wide + 16.0;
    }
    y + SAYS.line()
}

/// Up for praise, down for doubt, both for a mixed view, a dot for a report.
fn mark(canvas: &mut Canvas, stance: &str, x: f32, y: f32) {
    const R: f32 = 6.0;
    let points = match stance {
        "supportive" => vec![(x - R, y + R), (x + R, y + R), (x, y - R)],
        "sceptical" => vec![(x - R, y - R), (x + R, y - R), (x, y + R)],
        "mixed" => vec![(x - R, y), (x, y - R - 1.0), (x + R, y), (x, y + R + 1.0)],
        _ => return canvas.shapes.push(Shape::Circle { x, y, radius: R - 2.0, fill: QUIET }),
    };
    canvas.shapes.push(Shape::Polygon { points, fill: QUIET });
}

/// The parties that `clauses` bind or name: those that are bound most stand first, the others in the order of the corpus.
fn rows<'k>(knowledge: &'k Knowledge, clauses: &[&'k Clause]) -> Vec<Row<'k>> {
    let ties = |id: &str| -> Vec<Option<Tie>> {
        let holds = |ids: &[String]| ids.iter().any(|other| other == id);
        let tie = |clause: &&Clause| {
            if holds(&clause.binds) { Some(Tie::Bound) } else { holds(&clause.names).then_some(Tie::Named) }
        };
        clauses.iter().map(tie).collect()
    };
    let mut ids: Vec<&str> = Vec::new();
    let known = knowledge.parties.iter().map(|party| party.id.as_str());
    let used = clauses.iter().flat_map(|clause| clause.binds.iter().chain(&clause.names)).map(String::as_str);
    for id in known.chain(used) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let row = |id| Row { id, party: knowledge.party(id), ties: ties(id) };
    let mut rows: Vec<Row<'k>> = ids.into_iter().map(row).filter(|row| row.ties.iter().any(Option::is_some)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.ties.iter().filter(|tie| **tie == Some(Tie::Bound)).count()));
    rows
}

/// A name that the fonts can draw, if the party has one.
fn name<'k>(row: &Row<'k>) -> &'k str {
    let names = row.party.into_iter().flat_map(|party| std::iter::once(&party.name).chain(&party.aliases));
    names.map(String::as_str).find(|name| !is_foreign(name) && !name.trim().is_empty()).unwrap_or(row.id)
}

/// What the map shows, in sentences: every list as long as there is room for it, none much longer than another.
fn in_words(knowledge: &Knowledge, labels: &dyn Labels) -> String {
    let mut lists = lists(knowledge, labels);
    let mut sentences = said(&lists, knowledge, labels);
    let mut may_grow = true;
    while may_grow && alt::fits(&sentences.join(" ")) {
        may_grow = false;
        for place in 0..lists.len() {
            let Some(list) = lists.get_mut(place).filter(|list| list.shown < list.names.len()) else { continue };
            list.shown += 1;
            let longer = said(&lists, knowledge, labels);
            if alt::fits(&longer.join(" ")) {
                sentences = longer;
                may_grow = true;
            } else if let Some(list) = lists.get_mut(place) {
                list.shown -= 1;
            }
        }
    }
    alt::fit(&sentences, |count| labels.more_sentences(count))
}

/// What a list says about a clause, or about the agreement as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About<'k> {
    Bound(&'k Clause),
    Named(&'k Clause),
    Critics(Option<u32>),
}

/// Names, of which the first ones are said.
struct List<'k> {
    about: About<'k>,
    names: Vec<String>,
    shown: usize,
}

impl List<'_> {
    fn said(&self, labels: &dyn Labels) -> Option<String> {
        let shown = self.names.get(..self.shown).unwrap_or(&self.names);
        (!self.names.is_empty()).then(|| labels.listed(shown, self.names.len() - shown.len()))
    }
}

/// Two lists for each clause and one of its critics, and one of the critics of the whole.
fn lists<'k>(knowledge: &'k Knowledge, labels: &dyn Labels) -> Vec<List<'k>> {
    let party = |id: &String| plain(knowledge.party(id).map_or(id, |party| &party.name));
    let voice = |critic: &Critic<'_>| {
        let stances: Vec<String> = critic.stances.iter().map(|stance| labels.stance(stance)).collect();
        labels.critic(&plain(critic.by), &labels.listed(&stances, 0))
    };
    let voices = |number| critics(&knowledge.critiques, number).iter().map(voice).collect::<Vec<String>>();
    let list = |about, names: Vec<String>| List { about, names, shown: 1 };
    let of_clause = |clause: &'k Clause| {
        let named = clause.names.iter().filter(|id| !clause.binds.contains(id));
        [
            list(About::Bound(clause), clause.binds.iter().map(party).collect()),
            list(About::Named(clause), named.map(party).collect()),
            list(About::Critics(Some(clause.number)), voices(Some(clause.number))),
        ]
    };
    let whole = list(About::Critics(None), voices(None));
    knowledge.clauses.iter().flat_map(of_clause).chain([whole]).collect()
}

fn said(lists: &[List<'_>], knowledge: &Knowledge, labels: &dyn Labels) -> Vec<String> {
    let clauses: Vec<&Clause> = knowledge.clauses.iter().collect();
    let mut sentences = vec![labels.map_in_words(clauses.len(), rows(knowledge, &clauses).len())];
    let mut binds = None;
    for list in lists {
        match list.about {
            About::Bound(_) => binds = list.said(labels),
            About::Named(clause) => {
                let (heading, names) = (plain(&clause.heading), list.said(labels));
                sentences.push(labels.clause_in_words(clause.number, &heading, binds.take().as_deref(), names.as_deref()));
            }
            About::Critics(number) => sentences.extend(list.said(labels).map(|critics| labels.critics_in_words(number, &critics))),
        }
    }
    sentences
}

#[cfg(test)]
#[path = "map_tests.rs"]
mod tests;
