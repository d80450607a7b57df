//! Quotations that people paste or point at: exact, altered, somebody else's, or not there.

use serde_json::json;

use crate::support::world::World;

const EXACT: &str = "Both sides also agree to provide updates on the status and results of those investigation to the other side";
const ALTERED: &str = "Both sides also refuse to provide updates on the status of those investigations to the other side, as appropriate.";
const OPINION: &str = "The entire bullet point might as well not have been there.";

#[tokio::test]
async fn a_pasted_quotation_is_checked() {
    let world = World::new().await;
    insta::assert_snapshot!("exact", world.slash("quote", json!({ "text": EXACT })).await.rendered());
    insta::assert_snapshot!("altered", world.slash("quote", json!({ "text": ALTERED })).await.rendered());
    let misattributed = world.slash("quote", json!({ "text": OPINION, "by": "Barack Obama" })).await;
    insta::assert_snapshot!("misattributed", misattributed.rendered());
    let none = world.slash("quote", json!({ "text": "The spice must flow, and every hotline with it, through Arrakis" })).await;
    insta::assert_snapshot!("not_there", none.rendered());
    let choices = world.discord.autocomplete(&world.alice, &world.general, "quote", "by", "eijn").await;
    let right = world.slash("quote", json!({ "text": OPINION, "by": choices[0].value, "private": true })).await;
    assert!(right.ephemeral && right.content.starts_with("**Exact: "), "{}", right.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_message_is_checked_with_who_it_says_said_it() {
    let world = World::new().await;
    let (discord, bob) = (&world.discord, world.discord.user("Bob"));
    for (text, begins) in [
        (EXACT.to_owned(), "**Exact: "),
        (format!("> {EXACT}"), "**Exact: "),
        (format!("\"{OPINION}\" — Barack Obama"), "**Misattributed: "),
        (format!("\"{OPINION}\" — Don Eijndhoven"), "**Exact: "),
        (ALTERED.to_owned(), "**Altered: "),
        ("The spice must flow.".to_owned(), "**Not found "),
    ] {
        let said = discord.say(&bob, &world.general, &text).await;
        let used = discord.message_command(&world.alice, &said, "Check this quote").await;
        let verdict = discord.response(&used).await;
        assert!(verdict.ephemeral && verdict.content.starts_with(begins), "{text}: {}", verdict.rendered());
    }
    world.leave().await;
}

#[tokio::test]
async fn an_answer_of_the_bot_is_checked_by_what_it_quotes() {
    let world = World::new().await;
    let answer = world.slash("clause", json!({ "which": "clause 2" })).await;
    for name in ["Check this quote", "Find sources for this"] {
        let used = world.discord.message_command(&world.alice, &answer, name).await;
        let shown = world.discord.response(&used).await;
        insta::assert_snapshot!(format!("own_answer_{}", name.split(' ').next().unwrap_or_default()), shown.rendered());
    }
    world.leave().await;
}
