//! Things that are looked up rather than asked for: a clause, a party, what somebody says, a source, a comparison.

use serenity::model::channel::Message;

use super::{Options, Use, corpus, corpus_sources, on_answer};
use crate::answer::{Answer, AnswerError, Answerer, Outcome};
use crate::discord::body::Body;
use crate::discord::custom_id::{Critiques, LookUp};
use crate::discord::failure::Failure;
use crate::discord::render::{self, View};
use crate::text::{clause_refs, provision_refs};

/// The commands' names.
pub(in crate::discord) const CLAUSE: &str = "clause";
pub(in crate::discord) const PARTY: &str = "party";
pub(in crate::discord) const CRITIQUE: &str = "critique";
pub(in crate::discord) const COMPARE: &str = "compare";
pub(in crate::discord) const SOURCES: &str = "sources";

/// A clause in full, by number, heading, topic or words.
pub(in crate::discord) async fn clause(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let which = options.text("which").unwrap_or_default().to_owned();
    shown(used, options, move |answerer| answerer.clause(&which)).await
}

/// A party by any of its names.
pub(in crate::discord) async fn party(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let name = options.text("name").unwrap_or_default().to_owned();
    shown(used, options, move |answerer| answerer.party(&name)).await
}

/// What is said about a clause, or by somebody, or at all.
pub(in crate::discord) async fn critique(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let by = options.text("by").map(str::to_owned);
    let clause = options.text("clause").map(str::to_owned);
    let private = used.is_private(options).await?;
    let asker = used.asker.clone();
    used.answer(private, move |answerer| {
        let mut of = Critiques { by, ..Critiques::default() };
        match clause.map(|clause| numbered(answerer, &clause)).transpose()? {
            Some(Err(other)) => return render::answer(answerer, &other, &View::of_critiques(&asker, private, of)),
            Some(Ok(number)) => of.clause = Some(number),
            None => {}
        }
        critiques_page(answerer, &View::of_critiques(&asker, private, of))
    })
    .await
}

/// The page of critiques that the view shows.
pub(in crate::discord) fn critiques_page(answerer: &Answerer, view: &View) -> Result<Body, AnswerError> {
    let of = view.critiques.clone().unwrap_or_default();
    let found = answerer.critiques(of.clause, of.by.as_deref())?.page(of.page, render::CRITIQUES);
    render::answer(answerer, &found, view)
}

/// The number of the clause that `which` names, or the answer that says which may be meant, or that there is none.
fn numbered(answerer: &Answerer, which: &str) -> Result<Result<u32, Answer>, AnswerError> {
    if let Some(reference) = clause_refs(which).refs.first() {
        return Ok(Ok(reference.number(answerer.generation().knowledge().clause_count())));
    }
    let found = answerer.clause(which)?;
    let number = found.quotes().first().and_then(|quote| quote.clause());
    Ok(match (&found.outcome, number) {
        (Outcome::Found(_), Some(number)) => Ok(number),
        _ => Err(found),
    })
}

/// The same point in every lane.
pub(in crate::discord) async fn compare(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let point = options.text("point").unwrap_or_default().to_owned();
    let view = View::of_look_up(used.asker, private);
    used.answer(private, move |answerer| render::comparison(answerer, &answerer.compare(&point)?, &view)).await
}

/// All sources, or one.
pub(in crate::discord) async fn sources(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let id = options.text("id").map(str::to_owned);
    let view = View::of_look_up(used.asker, private);
    used.answer(private, move |answerer| match &id {
        Some(id) => render::source(answerer, &answerer.source(id)?, &view),
        None => Ok(render::sources(&answerer.source_cards()?, 0, &view)),
    })
    .await
}

/// A page of the list of sources, in place of the one before.
pub(in crate::discord) async fn sources_page(used: &Use<'_>, page: usize, list: &Message) -> Result<(), Failure> {
    on_answer::defer_turn(used, list).await?;
    let view = View::of_look_up(used.asker, true);
    let body = used.room.think(move |answerer| Ok(render::sources(&answerer.source_cards()?, page, &view))).await?;
    used.reply.fill(&body).await?;
    Ok(())
}

/// Gives the answer of a look-up.
async fn shown(
    used: &Use<'_>,
    options: &Options<'_>,
    look_up: impl FnOnce(&Answerer) -> Result<Answer, AnswerError> + Send + 'static,
) -> Result<(), Failure> {
    let private = used.is_private(options).await?;
    let view = View::of_look_up(used.asker, private);
    used.answer(private, move |answerer| render::answer(answerer, &look_up(answerer)?, &view)).await
}

/// What was picked from a menu or a button.
pub(in crate::discord) fn picked(answerer: &Answerer, up: LookUp, what: &str, view: &View) -> Result<Body, AnswerError> {
    let answer = match up {
        LookUp::Clause => answerer.clause(what)?,
        LookUp::Party => answerer.party(what)?,
        LookUp::Source => return render::source(answerer, &answerer.source(what)?, view),
        // A menu of choices offers clauses and provisions by their numbers and parties by their names.
        LookUp::Choice if clause_refs(what).refs.is_empty() && provision_refs(what).is_empty() => answerer.party(what)?,
        LookUp::Choice => answerer.clause(what)?,
    };
    render::answer(answerer, &answer, view)
}

/// Suggests values for the option that is being typed into. All of it is in memory, so nothing is waited for.
pub(in crate::discord) async fn suggest(used: &Use<'_>, command: (&str, Option<&str>), option: &str, typed: &str) -> Result<(), Failure> {
    let answerer = used.room.answerer();
    let choices = match (command, option) {
        (_, "which" | "clause" | "point") => answerer.clause_choices(typed)?,
        (_, "by") => answerer.critic_choices(typed),
        ((PARTY, _), _) => answerer.party_choices(typed),
        ((corpus::NAME, Some("remove")), _) => corpus_sources::removable(used, typed).await?,
        (_, "source" | "id") => answerer.source_choices(typed)?,
        _ => Vec::new(),
    };
    Ok(used.reply.suggest(&render::in_their_words(&answerer, &choices, used.asker.voice())).await?)
}
