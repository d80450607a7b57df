//! Questions about a part of the corpus, and what is suggested while somebody types.

use serde_json::{Value, json};

use super::{CO_CHAIRS, quotes_clause_4};
use crate::support::world::World;

#[tokio::test]
async fn a_question_is_narrowed_to_a_source_or_a_lane() {
    let world = World::new().await;
    let ask = |more: Value| {
        let mut options = json!({ "question": CO_CHAIRS });
        options.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        world.slash("ask", options)
    };
    let text = ask(json!({ "lane": "text" })).await;
    assert!(quotes_clause_4(&text) && !text.rendered().contains("Accord's note"), "{}", text.rendered());
    let source = ask(json!({ "source": "aftermath" })).await;
    assert!(source.rendered().contains("Loretta Lynch") && !quotes_clause_4(&source), "{}", source.rendered());
    insta::assert_snapshot!("lane_is_silent", ask(json!({ "lane": "opinion" })).await.rendered());
    insta::assert_snapshot!("source_is_silent", ask(json!({ "source": "ic2000" })).await.rendered());
    insta::assert_snapshot!("source_and_lane_are_silent", ask(json!({ "source": "article", "lane": "text" })).await.rendered());
    world.leave().await;
}

#[tokio::test]
async fn an_unknown_source_is_named_with_the_nearest_and_is_nobodys_fault() {
    let world = World::new().await;
    for (name, options) in [
        ("ask", json!({ "question": CO_CHAIRS, "source": "articel" })),
        ("search", json!({ "words": "hotline", "source": "articel" })),
        ("sources", json!({ "id": "articel" })),
    ] {
        let answer = world.slash(name, options).await;
        assert_eq!(answer.rendered(), "There is no source called articel. Did you mean article?");
    }
    let far = world.slash("ask", json!({ "question": CO_CHAIRS, "source": "@everyone **zzzzzzzzz**" })).await;
    assert_eq!(far.rendered(), "There is no source called @\u{200b}everyone \\*\\*zzzzzzzzz\\*\\*. `/sources` lists them.");
    world.leave().await;
}

/// Every option that suggests, and what is asked beside it.
const SUGGESTING: &[(&str, &str)] = &[
    ("ask", "source"),
    ("search", "source"),
    ("clause", "which"),
    ("critique", "clause"),
    ("critique", "by"),
    ("compare", "point"),
    ("party", "name"),
    ("quote", "by"),
    ("sources", "id"),
];

#[tokio::test]
async fn every_suggestion_is_one_that_works() {
    let world = World::new().await;
    let discord = &world.discord;
    for (name, option) in SUGGESTING {
        let nothing_typed = discord.autocomplete(&world.alice, &world.general, name, option, "").await;
        assert!((1..=25).contains(&nothing_typed.len()), "/{name} {option}: {}", nothing_typed.len());
        for choice in nothing_typed {
            let rest = match *name {
                "ask" => json!({ "question": CO_CHAIRS }),
                "search" => json!({ "words": "agreement China" }),
                "quote" => json!({ "text": "The entire bullet point might as well not have been there." }),
                _ => json!({}),
            };
            let mut options = rest;
            options[*option] = choice.value.clone();
            let answer = world.slash(name, options).await;
            let shown = answer.rendered();
            let wrong = ["There is no", "No clause", "knows no party", "Nobody in the corpus", "Which one", "Something went wrong"];
            assert!(!wrong.iter().any(|wrong| shown.contains(wrong)), "/{name} {option} {}: {shown}", choice.name);
            let begun: String = choice.name.chars().take(6).collect();
            let typed = discord.autocomplete(&world.alice, &world.general, name, option, &begun).await;
            assert!(typed.contains(&choice), "/{name} {option} {begun}: {typed:?}");
        }
        for nonsense in ["qqqqxyzzyqqq", "@everyone", "🙂", "\u{202e}\u{202e}", "((", &"x".repeat(100)] {
            let found = discord.autocomplete(&world.alice, &world.general, name, option, nonsense).await;
            assert_eq!(found, [], "/{name} {option} {nonsense}");
        }
    }
    world.leave().await;
}
