//! Provisions in Discord: `/clause`, what it offers while somebody types, and mentions.

use serde_json::json;

use super::documents;
use crate::support::house::House;

#[tokio::test]
async fn a_provision_is_found_by_what_was_suggested() {
    let house = House::of(documents()).await;
    let offered = async |typed: &str| house.discord.autocomplete(&house.alice, &house.general, "clause", "which", typed).await;
    let first = offered("").await;
    assert!(!first.is_empty() && first.len() <= 25, "{first:?}");
    for (typed, name) in
        [("1.2", "\u{a7} 1.2 \u{b7} LEASE AGREEMENT"), ("3(2)", "Article 3(2)"), ("termin", "Article IV"), ("late pay", "\u{a7} 3.2")]
    {
        let choices = offered(typed).await;
        let choice = choices.iter().find(|choice| choice.name.starts_with(name));
        let choice = choice.unwrap_or_else(|| panic!("{typed} offers {choices:?}"));
        let answer = house.slash(&house.alice, "clause", json!({ "which": choice.value })).await;
        assert!(answer.content.starts_with(&format!("**{}", name.split(" \u{b7}").next().expect("a citation"))), "{}", answer.rendered());
    }
    // The parts of what is typed are offered with it.
    assert!(offered("section 1.2").await.len() >= 4);
    assert!(offered("qqqq").await.is_empty());
    house.leave().await;
}

#[tokio::test]
async fn a_provision_is_read_in_full_and_its_neighbours_are_a_press_away() {
    let house = House::of(documents()).await;
    let answer = house.slash(&house.alice, "clause", json!({ "which": "section 3.1 of the lease" })).await;
    insta::assert_snapshot!("provision", answer.rendered());
    let pressed = house.discord.press(&house.alice, &answer, "Next: \u{a7} 3.2").await;
    let next = house.discord.response(&pressed).await;
    assert!(next.content.starts_with("**\u{a7} 3.2 Late payment**"), "{}", next.rendered());
    let none = house.slash(&house.alice, "clause", json!({ "which": "section 2.9 of the lease" })).await;
    assert!(none.content.contains("has no section 2.9. It has \u{a7} 2.1 to \u{a7} 2.2."), "{}", none.rendered());
    house.leave().await;
}

#[tokio::test]
async fn one_of_several_is_picked_from_the_menu() {
    let house = House::of(documents()).await;
    let menu = house.slash(&house.alice, "clause", json!({ "which": "4.2" })).await;
    let picked = house.discord.select(&house.alice, &menu, "Which one do you mean?", &["\u{a7} 4.2 of lease"]).await;
    let answer = house.discord.response(&picked).await;
    assert!(answer.content.starts_with("**\u{a7} 4.2**") && answer.rendered().contains("registered post"), "{}", answer.rendered());
    house.leave().await;
}

#[tokio::test]
async fn a_mention_that_points_at_a_provision_is_answered_from_it() {
    let house = House::of(documents()).await;
    let answer = house.mention("what does article 4(2) of the regulation say?").await;
    assert!(answer.rendered().contains("Paragraph 1 shall not apply where snow covers the bench."), "{}", answer.rendered());
    let answer = house.mention("who bears the cost of photographs under section 2.2 of the services agreement?").await;
    assert!(answer.rendered().contains("Oak bears the cost"), "{}", answer.rendered());
    house.leave().await;
}
