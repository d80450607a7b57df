//! Passages to look through: by words, by a message, page by page in one message.

use serde_json::json;

use crate::support::world::World;

#[tokio::test]
async fn a_search_is_paged_by_editing_one_message_to_the_end_and_back() {
    let world = World::new().await;
    let discord = &world.discord;
    let first = world.slash("search", json!({ "words": "hotline dialogue" })).await;
    insta::assert_snapshot!("search", first.rendered());
    let (mut page, mut forth, mut back) = (first.clone(), vec![first.rendered()], Vec::new());
    while page.buttons().contains(&"Next page") {
        let pressed = discord.press(&world.alice, &page, "Next page").await;
        page = discord.response(&pressed).await;
        forth.push(page.rendered());
        assert_eq!(page.id, first.id);
    }
    assert!(forth.len() > 2, "{}", forth.len());
    insta::assert_snapshot!("search_last_page", page.rendered());
    back.push(page.rendered());
    while page.buttons().contains(&"Previous page") {
        let pressed = discord.press(&world.alice, &page, "Previous page").await;
        page = discord.response(&pressed).await;
        back.push(page.rendered());
    }
    back.reverse();
    assert_eq!(forth, back);
    world.leave().await;
}

#[tokio::test]
async fn whoever_else_turns_a_page_turns_one_of_their_own() {
    let world = World::new().await;
    let discord = &world.discord;
    let (bob, list) = (discord.user_with_locale("Bob", "de"), world.slash("search", json!({ "words": "hotline" })).await);
    let pressed = discord.press(&bob, &list, "Next page").await;
    let his = discord.response(&pressed).await;
    assert!(his.ephemeral && his.id != list.id && his.content.contains("Seite 2"), "{}", his.rendered());
    assert_eq!(discord.current(&list), list);
    let sources = world.slash("sources", json!({})).await;
    let pressed = discord.press(&bob, &sources, "Next page").await;
    assert!(discord.response(&pressed).await.ephemeral);
    assert_eq!(discord.current(&sources), sources);
    world.leave().await;
}

#[tokio::test]
async fn a_search_may_be_narrowed_and_stays_narrowed_when_paged() {
    let world = World::new().await;
    let discord = &world.discord;
    let narrow = json!({ "words": "China agreement theft", "source": "article", "lane": "opinion" });
    let mut page = world.slash("search", narrow).await;
    loop {
        let shown = page.rendered();
        assert!(shown.contains("Cyber Cease-Fire") && !shown.contains("White House, Office"), "{shown}");
        if !page.buttons().contains(&"Next page") {
            break;
        }
        let pressed = discord.press(&world.alice, &page, "Next page").await;
        page = discord.response(&pressed).await;
    }
    insta::assert_snapshot!("search_nothing", world.slash("search", json!({ "words": "marmalade" })).await.rendered());
    let unknown = world.slash("search", json!({ "words": "hotline", "source": "articel" })).await;
    assert!(unknown.content.contains("Did you mean article?"), "{}", unknown.content);
    world.leave().await;
}

#[tokio::test]
async fn sources_are_found_for_what_somebody_wrote() {
    let world = World::new().await;
    let discord = &world.discord;
    let bob = discord.user("Bob");
    let said = discord.say(&bob, &world.general, "<@BOT> I heard they will set up a hotline <:eyes:123456>").await;
    discord.reply(&said).await;
    let used = discord.message_command(&world.alice, &said, "Find sources for this").await;
    let mut page = discord.response(&used).await;
    assert!(page.ephemeral);
    insta::assert_snapshot!("find_sources", page.rendered());
    let pressed = discord.press(&world.alice, &page, "Next page").await;
    let next = discord.response(&pressed).await;
    assert!(next.id == page.id && next.content.contains("Page 2 of"), "{}", next.rendered());
    let pressed = discord.press(&world.alice, &next, "Previous page").await;
    let back = discord.response(&pressed).await;
    assert_eq!(back.rendered(), page.rendered());
    for wordless in ["👍", "<:eyes:123456>", "<@BOT>", "…"] {
        let said = discord.say(&bob, &world.general, wordless).await;
        if wordless == "<@BOT>" {
            discord.reply(&said).await;
        }
        for name in ["Find sources for this", "Check this quote"] {
            let used = discord.message_command(&world.alice, &said, name).await;
            page = discord.response(&used).await;
            assert!(page.ephemeral);
            assert_eq!(page.rendered(), "(only you can see this)\n\nThat message has no words that could be looked for.", "{wordless}");
        }
    }
    world.leave().await;
}
