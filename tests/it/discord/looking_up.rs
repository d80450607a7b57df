//! Clauses, parties, critiques, comparisons and sources, as people look them up.

use serde_json::json;

use crate::support::discord::Message;
use crate::support::world::World;

const WHICH: &str = "Which one do you mean?";

/// The values that a menu of the message offers.
fn offered(message: &Message) -> Vec<String> {
    let rows = message.components.as_array().into_iter().flatten();
    let menus = rows.flat_map(|row| row["components"].as_array().into_iter().flatten()).filter(|part| part["type"] == 3);
    let options = menus.flat_map(|menu| menu["options"].as_array().into_iter().flatten());
    options.filter_map(|option| option["value"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_clause_that_several_may_be_is_a_menu_and_the_asker_picks_in_place() {
    let world = World::new().await;
    let discord = &world.discord;
    let menu = world.slash("clause", json!({ "which": "The United States and China agree" })).await;
    insta::assert_snapshot!("clauses_that_match", menu.rendered());
    assert_eq!(offered(&menu), ["clause 1", "clause 2", "clause 4"]);

    let bob = discord.user("Bob");
    let picked = discord.select(&bob, &menu, WHICH, &["clause 2"]).await;
    let his = discord.response(&picked).await;
    assert!(his.ephemeral && his.id != menu.id && his.content.contains("**Clause 2: "), "{}", his.rendered());
    assert_eq!(discord.current(&menu).rendered(), menu.rendered());

    let picked = discord.select(&world.alice, &menu, WHICH, &["clause 2"]).await;
    let hers = discord.response(&picked).await;
    assert_eq!(hers.id, menu.id);
    insta::assert_snapshot!("clause_picked", hers.rendered());
    let pressed = discord.press(&bob, &hers, "Critiques").await;
    let critiques = discord.response(&pressed).await;
    assert!(critiques.ephemeral);
    insta::assert_snapshot!("critiques_of_a_clause", critiques.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_private_menu_stays_private() {
    let world = World::new().await;
    let menu = world.slash("clause", json!({ "which": "both sides agree", "private": true })).await;
    assert!(menu.ephemeral);
    let picked = world.discord.select(&world.alice, &menu, WHICH, &[&offered(&menu)[0]]).await;
    let answer = world.discord.response(&picked).await;
    assert!(answer.ephemeral && answer.id == menu.id && answer.content.contains("**Clause "), "{}", answer.rendered());
    assert!(!answer.buttons().contains(&"Delete"), "{:?}", answer.buttons());
    world.leave().await;
}

#[tokio::test]
async fn a_party_is_found_by_any_name_and_several_are_a_menu() {
    let world = World::new().await;
    insta::assert_snapshot!("party", world.slash("party", json!({ "name": "DHS" })).await.rendered());
    let menu = world.slash("party", json!({ "name": "justice ministry" })).await;
    let values = offered(&menu);
    assert!(values.len() > 1, "{}", menu.rendered());
    let picked = world.discord.select(&world.alice, &menu, WHICH, &[&values[1]]).await;
    let answer = world.discord.response(&picked).await;
    assert!(answer.content.starts_with("**Department of Justice"), "{}", answer.rendered());
    insta::assert_snapshot!("party_near", world.slash("party", json!({ "name": "Minstry of Public Securty" })).await.rendered());
    insta::assert_snapshot!("party_unknown", world.slash("party", json!({ "name": "Klingon Empire" })).await.rendered());
    world.leave().await;
}

#[tokio::test]
async fn critiques_are_found_by_clause_and_by_who_speaks() {
    let world = World::new().await;
    let discord = &world.discord;
    let choices = discord.autocomplete(&world.alice, &world.general, "critique", "clause", "hot").await;
    let by_value = world.slash("critique", json!({ "clause": choices[0].value })).await;
    let by_words = world.slash("critique", json!({ "clause": "high-level dialogue" })).await;
    assert_eq!(by_value.embeds, by_words.embeds);
    insta::assert_snapshot!("critique_clause", by_value.rendered());
    let choices = discord.autocomplete(&world.alice, &world.general, "critique", "by", "heal").await;
    insta::assert_snapshot!("critique_by", world.slash("critique", json!({ "by": choices[0].value })).await.rendered());
    let both = world.slash("critique", json!({ "clause": "clause 3", "by": "Don Eijndhoven" })).await;
    assert!(both.rendered().contains("might as well not have been there"), "{}", both.rendered());
    let several = world.slash("critique", json!({ "clause": "both sides agree" })).await;
    assert!(several.content.contains(WHICH), "{}", several.rendered());
    insta::assert_snapshot!("critique_none", world.slash("critique", json!({ "by": "Nobody Atall" })).await.rendered());
    world.leave().await;
}

#[tokio::test]
async fn critiques_are_paged_in_place_to_the_end_and_back() {
    let world = World::new().await;
    let discord = &world.discord;
    let first = world.slash("critique", json!({})).await;
    insta::assert_snapshot!("critique_all", first.rendered());
    let (mut page, mut pages) = (first.clone(), 1);
    while page.buttons().contains(&"Next page") {
        let pressed = discord.press(&world.alice, &page, "Next page").await;
        page = discord.response(&pressed).await;
        pages += 1;
        assert_eq!(page.id, first.id);
        let shown = page.rendered();
        assert!(shown.contains(&format!("Page {pages} of ")) && !shown.contains("is cut here"), "{shown}");
    }
    assert!(page.content.contains(&format!("Page {pages} of {pages}.")), "{}", page.content);
    for _ in 1..pages {
        let pressed = discord.press(&world.alice, &page, "Previous page").await;
        page = discord.response(&pressed).await;
    }
    assert_eq!(page.rendered(), first.rendered());

    let bob = discord.user("Bob");
    let pressed = discord.press(&bob, &page, "Next page").await;
    let his = discord.response(&pressed).await;
    assert!(his.ephemeral && his.content.contains("Page 2 of "), "{}", his.rendered());
    assert_eq!(discord.current(&page), page);
    let pressed = discord.press(&bob, &his, "In context").await;
    let context = discord.response(&pressed).await;
    assert!(context.content.starts_with("**Quote 1 of 5 in its context**"), "{}", context.rendered());

    let by = world.slash("critique", json!({ "by": "don eijndhoven" })).await;
    let pressed = discord.press(&world.alice, &by, "Next page").await;
    let next = discord.response(&pressed).await;
    assert!(next.content.starts_with("**What Don Eijndhoven says**\n"), "{}", next.rendered());
    assert!(next.rendered().matches("Cyber Cease-Fire").count() == 1, "{}", next.rendered());
    world.leave().await;
}

#[tokio::test]
async fn what_was_looked_up_privately_can_be_shared() {
    let world = World::new().await;
    let discord = &world.discord;
    for (name, options) in [
        ("clause", json!({ "which": "clause 3" })),
        ("party", json!({ "name": "FBI" })),
        ("critique", json!({ "clause": "clause 2", "by": "Don Eijndhoven" })),
    ] {
        let open = world.slash(name, options.clone()).await;
        let mut options = options;
        options["private"] = json!(true);
        let private = world.slash(name, options).await;
        assert!(private.ephemeral);
        let pressed = discord.press(&world.alice, &private, "Share").await;
        let shared = discord.follow_up(&pressed).await;
        assert_eq!(shared.rendered(), open.rendered());
        let pressed = discord.press(&world.alice, &shared, "Delete").await;
        discord.acknowledgement(&pressed).await;
        discord.deleted(&shared).await;
    }
    world.leave().await;
}

#[tokio::test]
async fn a_clause_picked_for_its_critiques_gives_critiques() {
    let world = World::new().await;
    let menu = world.slash("critique", json!({ "clause": "both sides agree" })).await;
    let picked = world.discord.select(&world.alice, &menu, WHICH, &["clause 4"]).await;
    let answer = world.discord.response(&picked).await;
    assert!(answer.id == menu.id && answer.rendered().contains("doesn't actually say a whole lot"), "{}", answer.rendered());
    let menu = world.slash("critique", json!({ "clause": "both sides agree", "by": "Eijndhoven" })).await;
    let picked = world.discord.select(&world.alice, &menu, WHICH, &["clause 3"]).await;
    let answer = world.discord.response(&picked).await;
    assert!(answer.content.starts_with("**What Don Eijndhoven says about clause 3**"), "{}", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_point_is_compared_in_every_lane() {
    let world = World::new().await;
    insta::assert_snapshot!("compare_clause", world.slash("compare", json!({ "point": "clause 2" })).await.rendered());
    insta::assert_snapshot!("compare_point", world.slash("compare", json!({ "point": "hotline" })).await.rendered());
    let silent = world.slash("compare", json!({ "point": "marmalade" })).await;
    insta::assert_snapshot!("compare_silent", silent.rendered());
    insta::assert_snapshot!("compare_no_clause", world.slash("compare", json!({ "point": "clause 9" })).await.rendered());
    world.leave().await;
}

#[tokio::test]
async fn sources_are_paged_and_a_menu_opens_each() {
    let world = World::new().await;
    let discord = &world.discord;
    let first = world.slash("sources", json!({})).await;
    insta::assert_snapshot!("sources", first.rendered());
    let mut page = first.clone();
    let mut seen = offered(&page);
    while page.buttons().contains(&"Next page") {
        let pressed = discord.press(&world.alice, &page, "Next page").await;
        page = discord.response(&pressed).await;
        assert_eq!(page.id, first.id);
        seen.extend(offered(&page));
    }
    assert_eq!(seen.len(), 24);
    let pressed = discord.press(&world.alice, &page, "Previous page").await;
    page = discord.response(&pressed).await;
    let picked = discord.select(&world.alice, &page, "Open a source", &[&offered(&page)[0]]).await;
    let card = discord.response(&picked).await;
    assert_eq!(card.id, first.id);
    insta::assert_snapshot!("source_picked", card.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_source_is_opened_by_its_id_and_tells_who_says_what_in_it() {
    let world = World::new().await;
    let discord = &world.discord;
    let choices = discord.autocomplete(&world.alice, &world.general, "sources", "id", "cease").await;
    let card = world.slash("sources", json!({ "id": choices[0].value })).await;
    insta::assert_snapshot!("source", card.rendered());
    let pressed = discord.press(&world.alice, &card, "What Don Eijndhoven says").await;
    let said = discord.response(&pressed).await;
    assert!(said.ephemeral && said.content.starts_with("**What Don Eijndhoven says**"), "{}", said.rendered());
    insta::assert_snapshot!("source_dead", world.slash("sources", json!({ "id": "norse-nudt" })).await.rendered());
    insta::assert_snapshot!("source_unknown", world.slash("sources", json!({ "id": "articel" })).await.rendered());
    world.leave().await;
}

#[tokio::test]
async fn the_help_gives_examples_that_are_answered_privately() {
    let world = World::new().await;
    let help = world.slash("help", json!({})).await;
    for example in help.buttons() {
        let pressed = world.discord.press(&world.alice, &help, example).await;
        let answer = world.discord.response(&pressed).await;
        assert!(answer.ephemeral && answer.content.contains(example) && answer.embeds != json!([]), "{}", answer.rendered());
    }
    insta::assert_snapshot!("about", world.slash("about", json!({})).await.rendered().replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    world.leave().await;
}
