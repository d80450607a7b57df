//! *Useful*, *Wrong passage*, *Missing source*: what people think of an answer, kept with its question and said to be.

use accord::store::{Feedback, Verdict};
use serde_json::json;

use super::{CO_CHAIRS, RECIPE};
use crate::support::discord::{Message, User};
use crate::support::world::World;

const KEPT: &str = "Thank you. Your verdict is stored together with the text of the question, so that the corpus can be mended. \
                    `/privacy` shows it and deletes it.";

async fn pressed(world: &World, by: &User, answer: &Message, button: &str) {
    let press = world.discord.press(by, answer, button).await;
    let said = world.discord.response(&press).await;
    assert!(said.ephemeral && said.content == KEPT, "{}", said.rendered());
}

fn given(world: &World, by: &User) -> Vec<Feedback> {
    world.store().data_of(by.id).expect("what is stored").feedback
}

#[tokio::test]
async fn a_verdict_is_kept_with_the_question_and_replaced_by_the_next() {
    let world = World::new().await;
    let bob = world.discord.user("Bob");
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS })).await;
    let remembered = |world: &World| world.remembered_bytes().windows(CO_CHAIRS.len()).any(|bytes| bytes == CO_CHAIRS.as_bytes());
    assert!(!remembered(&world), "no question is stored before");
    pressed(&world, &world.alice, &answer, "Useful").await;
    assert!(remembered(&world));
    pressed(&world, &bob, &answer, "Wrong passage").await;
    let alices = given(&world, &world.alice);
    let [useful] = alices.as_slice() else { panic!("{alices:?}") };
    assert_eq!((useful.verdict, useful.question.as_deref(), useful.note.as_deref()), (Verdict::Useful, Some(CO_CHAIRS), None));
    assert_eq!((useful.message, useful.channel, useful.guild), (answer.id, world.general.id, Some(world.discord.guild().id)));
    assert!(useful.passages.iter().any(|passage| passage.starts_with("agreement#")) && !useful.snapshot.is_empty(), "{useful:?}");
    pressed(&world, &world.alice, &answer, "Wrong passage").await;
    let alices = given(&world, &world.alice);
    assert_eq!(alices.iter().map(|feedback| feedback.verdict).collect::<Vec<_>>(), [Verdict::WrongPassage]);
    let summary = world.store().feedback_summary(None).expect("a summary");
    assert_eq!((summary.useful, summary.wrong_passage, summary.missing_source), (0, 2, 0));
    world.leave().await;
}

#[tokio::test]
async fn a_follow_up_is_kept_with_what_it_carries_on() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    let question = world.discord.reply_to(&world.alice, &answer, "and for China?", true).await;
    pressed(&world, &world.alice, &world.discord.reply(&question).await, "Useful").await;
    let alices = given(&world, &world.alice);
    assert_eq!(alices[0].question.as_deref(), Some(format!("{CO_CHAIRS} › and for China?").as_str()));
    world.leave().await;
}

#[tokio::test]
async fn of_a_missing_source_it_is_asked_which() {
    let world = World::new().await;
    let answer = world.mention(RECIPE).await;
    assert!(answer.buttons().contains(&"Missing source") && !answer.buttons().contains(&"Useful"), "{:?}", answer.buttons());
    let press = world.discord.press(&world.alice, &answer, "Missing source").await;
    insta::assert_snapshot!("missing_source", world.discord.modal(&press).await.rendered());
    assert_eq!(given(&world, &world.alice), [], "nothing is kept before it is sent off");
    let sent = world.discord.submit(&world.alice, &press, json!({ "source": "A cookery book: https://cook.example" })).await;
    let said = world.discord.response(&sent).await;
    assert!(said.ephemeral && said.content == KEPT, "{}", said.rendered());
    let alices = given(&world, &world.alice);
    let [missing] = alices.as_slice() else { panic!("{alices:?}") };
    assert_eq!((missing.verdict, missing.question.as_deref()), (Verdict::MissingSource, Some(RECIPE)));
    assert_eq!((missing.note.as_deref(), missing.message), (Some("A cookery book: https://cook.example"), answer.id));
    assert_eq!(world.discord.current(&answer).rendered(), answer.rendered(), "the answer stays as it was");
    world.leave().await;
}

#[tokio::test]
async fn private_answers_take_verdicts_too() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS, "private": true })).await;
    pressed(&world, &world.alice, &answer, "Useful").await;
    let press = world.discord.press(&world.alice, &answer, "Missing source").await;
    let sent = world.discord.submit(&world.alice, &press, json!({ "source": "The minutes" })).await;
    assert_eq!(world.discord.response(&sent).await.content, KEPT);
    let verdicts: Vec<Verdict> = given(&world, &world.alice).iter().map(|feedback| feedback.verdict).collect();
    assert_eq!(verdicts, [Verdict::MissingSource], "one verdict a person and message");
    world.leave().await;
}

#[tokio::test]
async fn a_form_that_nobody_opened_is_kept_for_nothing() {
    let world = World::new().await;
    let sent = world.discord.submit_forged(&world.alice, &world.general, "a1:feedback:missing:", json!({ "source": "x" })).await;
    let said = world.discord.response(&sent).await;
    assert!(said.ephemeral && said.content.contains("ask again with `/ask`"), "{}", said.rendered());
    assert_eq!(given(&world, &world.alice), []);
    world.leave().await;
}
