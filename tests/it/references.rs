//! What other surfaces lean on: short names of quotes, quotes in their context, choices while somebody types, cards.

use accord::answer::{Answerer, NoSuchSource, Outcome, Quote, QuoteRef, Scope};
use accord::app::{self, Places};

use crate::support::program::Program;

fn opened(program: &Program) -> Answerer {
    app::open(&Places { corpus: program.path("corpus"), index: program.path("index") }, &mut |_| {}).expect("an answerer")
}

fn answered(answerer: &Answerer, question: &str) -> Vec<Quote> {
    match answerer.answer(&answerer.question(question, None)).expect("an answer").outcome {
        Outcome::Found(quotes) => quotes,
        other => panic!("{question}: {other:?}"),
    }
}

fn names(answerer: &Answerer, quotes: &[Quote]) -> Vec<QuoteRef> {
    quotes.iter().map(|quote| QuoteRef::of(quote, answerer.generation()).expect("the index").expect("a short quote")).collect()
}

fn words(answerer: &Answerer, quotes: &[Option<Quote>]) -> Vec<Option<String>> {
    let proven = |quote: &Quote| quote.prove(answerer.generation()).expect("a proven quote").words().to_owned();
    quotes.iter().map(|quote| quote.as_ref().map(proven)).collect()
}

#[test]
fn every_quote_is_found_again_by_its_short_name() {
    let program = Program::indexed();
    let answerer = opened(&program);
    let mut checked = 0;
    for question in ["hotline", "What is said about sanctions?", "What do critics think of clause 3?", "clause 4", "OPM breach"] {
        let quotes = answered(&answerer, question);
        let text: String = names(&answerer, &quotes).iter().map(ToString::to_string).collect();
        assert!(text.len() <= 15 * 5, "{text} does not fit");
        let found = answerer.quotes_at(&QuoteRef::read_all(&text).expect("names")).expect("the index");
        assert_eq!(found, quotes.iter().cloned().map(Some).collect::<Vec<_>>(), "{question}");
        checked += quotes.len();
    }
    assert!(checked > 10, "only {checked}");
}

#[test]
fn a_short_name_outlives_a_re_index_and_is_void_when_the_words_change() {
    let program = Program::with(&[
        ("a.txt", "The lease of the flat ends in May. The rent is due on the first.\n"),
        ("b.txt", "The garage is let until June of the next year.\n"),
        ("c.txt", "A boat may be moored at the pier for a month.\n"),
    ]);
    let before = opened(&program);
    let quotes: Vec<Quote> = ["When does the lease of the flat end?", "Until when is the garage let?", "Where may a boat be moored?"]
        .iter()
        .map(|question| answered(&before, question).remove(0))
        .collect();
    let names = names(&before, &quotes);
    let were = words(&before, &before.quotes_at(&names).expect("the index"));

    // The first is left as it is and another document comes before it; the second says something else; the third is gone.
    program.write("corpus/0.txt", "Something new that stands first.\n");
    program.edit("corpus/b.txt", "June", "July");
    std::fs::remove_file(program.path("corpus/c.txt")).expect("a file");
    let after = opened(&program);
    let now = words(&after, &after.quotes_at(&names).expect("the index"));
    assert_eq!(now, [were[0].clone(), None, None]);
    assert!(now[0].is_some());
}

#[test]
fn a_quote_is_shown_among_its_neighbours() {
    let answerer = opened(&Program::indexed());
    let quote = answered(&answerer, "What does the article say about the hotline?").remove(0);
    let context = answerer.context_of(quote.source(), quote.span()).expect("a context");
    let (before, after) = (context.before.expect("a passage before"), context.after.expect("a passage after"));
    assert!(context.passage.span().contains(&quote.span()) && context.quoted == quote.span());
    assert!(before.span().end <= context.passage.span().start && context.passage.span().end <= after.span().start);
    assert_eq!([before.number(), context.passage.number(), after.number()], [1, 2, 3]);
    for quote in [&before, &context.passage, &after] {
        quote.prove(answerer.generation()).expect("a proven quote");
    }
    let first = answerer.context_of("agreement", accord::text::Span::new(0, 20)).expect("a context");
    assert!(first.before.is_none() && first.after.is_some());
    assert!(answerer.context_of("agreement", accord::text::Span::new(0, 1_000_000)).is_err());
    assert!(answerer.context_of("agreemnt", quote.span()).unwrap_err().to_string().contains("did you mean \"agreement\"?"));
}

#[test]
fn what_is_typed_is_completed() {
    let answerer = opened(&Program::indexed());
    let asks = |choices: Vec<accord::answer::Choice>| choices.into_iter().map(|choice| choice.ask).collect::<Vec<_>>();
    let first = |choices: Vec<accord::answer::Choice>| asks(choices).into_iter().next().unwrap_or_default();
    assert_eq!(asks(answerer.party_choices("")).len(), 25, "no more than Discord shows");
    assert!(
        asks(answerer.party_choices(""))[..2].iter().all(|id| id == "united-states" || id == "china"),
        "those bound by most clauses first"
    );
    for (typed, id) in
        [("mps", "mps"), ("minist", "mps"), ("public sec", "mps"), ("MINISTRY OF STATE", "mss"), ("snowdne", "edward-snowden")]
    {
        assert_eq!(first(answerer.party_choices(typed)), id, "{typed}");
    }
    assert_eq!(first(answerer.critic_choices("")), "Don Eijndhoven", "who says the most");
    assert_eq!(first(answerer.critic_choices("heal")), "Jason Healey");
    let sources = |typed: &str| answerer.source_choices(typed).expect("the index");
    assert_eq!(asks(sources(""))[..2], ["agreement", "article"], "the full texts first");
    assert_eq!(first(sources("cyber cease")), "article");
    assert_eq!(first(sources("christian")), "csm-healey");
    assert_eq!(first(sources("agremeent")), "agreement");
    for nothing in ["zzzzzz", "\u{1f642}"] {
        assert!(asks(answerer.party_choices(nothing)).is_empty() && asks(sources(nothing)).is_empty(), "{nothing}");
    }
    for id in asks(answerer.party_choices("")) {
        let party = answerer.party(&id).expect("an answer");
        assert!(matches!(party.outcome, Outcome::Found(_)), "{id} cannot be asked for");
    }
}

#[test]
fn a_clause_s_card_names_who_owes_what_and_when() {
    let answerer = opened(&Program::indexed());
    let clause = answerer.generation().knowledge().clause(4).expect("clause 4").clone();
    let card = answerer.clause_card(&clause).expect("a card");
    assert_eq!(card.binds[..2], ["United States", "People's Republic of China"]);
    assert_eq!(card.duties[3].who, ["U.S. Secretary of Homeland Security", "U.S. Attorney General"]);
    let duty = card.duties[3].words.prove(answerer.generation()).expect("a proven quote");
    assert!(duty.words().ends_with("will co-chair the dialogue"));
    let dates: Vec<&str> = card.dates.iter().map(|date| date.means.as_str()).collect();
    assert_eq!(dates, ["2015-12-31", "2 per year"]);
    assert!(!card.names.iter().any(|name| card.binds.contains(name)), "nobody is named twice");
}

#[test]
fn a_source_s_card_holds_what_is_known_of_it() {
    let answerer = opened(&Program::indexed());
    let card = answerer.source("article").expect("a card");
    assert_eq!(card.source.title, "Cyber Cease-Fire: US v. China");
    assert!(card.passages > 5 && card.critiques.len() > 10);
    let opening = card.opening.expect("opening words");
    assert!(opening.prove(answerer.generation()).expect("a proven quote").words().contains("Interesting times indeed"));
    let unknown = answerer.answer_within(&answerer.question("hotline", None), &Scope::source("artcle")).unwrap_err();
    assert_eq!(unknown.to_string(), NoSuchSource { asked: "artcle".to_owned(), nearest: Some("article".to_owned()) }.to_string());
}
