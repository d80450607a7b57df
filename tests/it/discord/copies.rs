//! What is said in Discord of a source that is a copy.

use accord::corpus::Now;
use serde_json::json;

use crate::support::house::House;
use crate::support::program::Program;
use crate::support::shelf::{drifted, fetched};

const REPORT: &str = "# A dull pact\n\nThe delegates yawned through the reading of the pact, and a clerk counted the chandeliers twice. \
    Outside, a brass band practised for the harvest festival in a light drizzle.\n\n\
    Nobody asked how the weather would be spoken of on the other days of the month. The clerk found forty chandeliers the first time \
    and forty-one the second, and wrote down both numbers in a green ledger.\n";

#[tokio::test]
async fn a_copy_is_said_to_be_one_and_that_the_page_has_changed() {
    let program = Program::curated();
    program.shelve(drifted(fetched("guardian-summit", "https://news.example/dull_pact"), Now::Changed), REPORT);
    program.index();
    let house = House::of(program).await;
    let card = house.slash(&house.alice, "sources", json!({ "id": "guardian-summit" })).await;
    insta::assert_snapshot!("copied_source", card.rendered());
    let list = house.slash(&house.alice, "sources", json!({})).await.rendered();
    assert_eq!(list.matches("A report on the pact").count(), 2, "a line and an entry of the menu: {list}");
    let answer = house.mention("How many chandeliers did the clerk find the first time?").await.rendered();
    assert!(answer.contains("quoted from the copy; the page has changed since"), "{answer}");
    house.leave().await;
}
