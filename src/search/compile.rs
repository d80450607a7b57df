//! A question becomes a tantivy query, built from our own terms. `QueryParser` never sees what people type.

use tantivy::Term;
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use super::Scope;
use super::evidence::{Evidence, WeighedTerm};
use crate::index::Fields;

/// What a match in the title or a heading counts for beside one in the passage.
const TITLE_BOOST: f32 = 0.8;
/// What a match in an anticipated question counts for.
const ASKED_BOOST: f32 = 0.8;
/// What two of the question's words standing together count for, beside the words alone.
const PAIR_BOOST: f32 = 0.3;
/// How far apart the two may stand.
const PAIR_SLOP: u32 = 2;
/// What another name for a thing counts for beside the one that was typed.
const OTHER_BOOST: f32 = 0.5;

/// What a question becomes.
pub(super) type Compiled = dyn Query;

/// The query that finds the candidates, or nothing when the question has no term to look for.
///
/// A scope is part of the query, so that what lies outside of it takes no place among the candidates. It adds nothing to a
/// score.
pub(super) fn compile(evidence: &Evidence, scope: &Scope, fields: Fields) -> Option<Box<dyn Query>> {
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for term in &evidence.terms {
        clauses.push((Occur::Should, single(fields.body, &term.stem)));
        clauses.push((Occur::Should, boosted(single(fields.title, &term.stem), TITLE_BOOST)));
        clauses.push((Occur::Should, boosted(single(fields.asked, &term.stem), ASKED_BOOST)));
        for other in &term.others {
            clauses.extend(other_name(other, fields).map(|query| (Occur::Should, query)));
        }
    }
    for (first, second) in evidence.terms.iter().zip(evidence.terms.iter().skip(1)) {
        clauses.push((Occur::Should, boosted(pair(first, second, fields.body), PAIR_BOOST)));
    }
    if clauses.is_empty() {
        return None;
    }
    let query: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
    if scope.is_everything() {
        return Some(query);
    }
    let held: Box<dyn Query> = Box::new(ConstScoreQuery::new(within(scope, fields), 0.0));
    Some(Box::new(BooleanQuery::new(vec![(Occur::Must, query), (Occur::Must, held)])))
}

/// The query that finds every passage of a scope.
pub(super) fn within(scope: &Scope, fields: Fields) -> Box<dyn Query> {
    let source = scope.source.as_deref().map(|id| named(fields.source, id));
    let lane = scope.lane.map(|lane| named(fields.lane, lane.name()));
    let all: Vec<(Occur, Box<dyn Query>)> = source.into_iter().chain(lane).map(|query| (Occur::Must, query)).collect();
    if all.is_empty() { Box::new(AllQuery) } else { Box::new(BooleanQuery::new(all)) }
}

fn named(field: Field, name: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, name), IndexRecordOption::Basic))
}

/// The query that finds the passages which hold runs of stems as they stand, and the one that finds those which hold the most of
/// the stems.
pub(super) fn compile_verbatim(runs: &[&[String]], stems: &[&String], fields: Fields) -> (Box<dyn Query>, Box<dyn Query>) {
    let term = |stem: &String| Term::from_field_text(fields.body, stem);
    let run = |run: &&[String]| -> Box<dyn Query> {
        match run {
            [stem] => single(fields.body, stem),
            many => Box::new(PhraseQuery::new(many.iter().map(term).collect())),
        }
    };
    let any = |queries: Vec<Box<dyn Query>>| BooleanQuery::new(queries.into_iter().map(|query| (Occur::Should, query)).collect());
    let alone = stems.iter().flat_map(|stem| [single(fields.body, stem), boosted(single(fields.title, stem), TITLE_BOOST)]);
    (Box::new(any(runs.iter().map(run).collect())), Box::new(any(alone.collect())))
}

fn single(field: Field, stem: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, stem), IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
}

/// Another name counts only as a whole: "Public Security" is not found by "public" alone.
fn other_name(stems: &[(String, u32)], fields: Fields) -> Option<Box<dyn Query>> {
    let query: Box<dyn Query> = match stems {
        [] => return None,
        [(stem, _)] => single(fields.body, stem),
        many => {
            let all = many.iter().map(|(stem, _)| (Occur::Must, single(fields.body, stem))).collect();
            Box::new(BooleanQuery::new(all))
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "a name has a handful of words")]
    let share = OTHER_BOOST / stems.len() as f32;
    Some(boosted(query, share))
}

fn pair(first: &WeighedTerm, second: &WeighedTerm, field: Field) -> Box<dyn Query> {
    let terms = [first, second].into_iter().map(|term| Term::from_field_text(field, &term.stem)).enumerate();
    Box::new(PhraseQuery::new_with_offset_and_slop(terms.collect(), PAIR_SLOP))
}
