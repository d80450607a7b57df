//! The buttons on answers that show more of them: *In context*, *More passages*, *Share*; and buttons that mean nothing.

use std::num::NonZeroU32;

use accord::config::{PaceConfig, Rate};
use accord::store::GuildSettings;
use axum::http::Method;
use serde_json::json;

use super::{CO_CHAIRS, MESSAGE, quotes_clause_4};
use crate::support::discord::{Acknowledgement, Failure, Interaction, Message};
use crate::support::world::World;

/// A question that several quotes answer.
const SEVERAL: &str = "When was the first meeting of the dialogue held?";
/// Discord's callback type for a message that will change.
const DEFERRED_UPDATE: u64 = 6;

const RE_RUN: &str = "This button is from another version of mine, or its answer cannot be read any more. Please ask again with `/ask`.";

/// Alice presses a button, and reads what comes of it.
async fn pressed(world: &World, message: &Message, button: &str) -> Message {
    let press = world.discord.press(&world.alice, message, button).await;
    world.discord.response(&press).await
}

#[tokio::test]
async fn a_quote_is_shown_among_its_neighbours_and_the_others_in_its_place() {
    let world = World::new().await;
    let answer = world.mention(SEVERAL).await;
    let first = pressed(&world, &answer, "In context").await;
    assert!(first.ephemeral && first.id != answer.id);
    insta::assert_snapshot!("in_context", first.rendered());
    let press = world.discord.press(&world.alice, &first, "Context of quote 2").await;
    let expected = Acknowledgement { kind: DEFERRED_UPDATE, ephemeral: false };
    assert_eq!(world.discord.acknowledgement(&press).await, expected);
    let second = world.discord.response(&press).await;
    assert_eq!(second.id, first.id, "one message turns");
    assert!(second.content.starts_with("**Quote 2 of ") && second.buttons().contains(&"Context of quote 1"), "{}", second.rendered());
    let again = pressed(&world, &second, "Context of quote 1").await;
    assert_eq!((again.id, again.rendered()), (first.id, first.rendered()));
    assert_eq!(world.discord.current(&answer).rendered(), answer.rendered(), "the answer stays as it was");
    // Somebody else gets a message of their own.
    let bob = world.discord.user("Bob");
    let press = world.discord.press(&bob, &answer, "In context").await;
    assert!(world.discord.response(&press).await.ephemeral);
    world.leave().await;
}

#[tokio::test]
async fn more_passages_are_a_private_list_of_pages() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    let first = pressed(&world, &answer, "More passages").await;
    assert!(first.ephemeral && first.content.contains("Page 1 of ") && !first.buttons().contains(&"Previous page"));
    insta::assert_snapshot!("more_passages", first.rendered());
    let mut page = first.clone();
    let mut pages = 1;
    while page.buttons().contains(&"Next page") {
        page = pressed(&world, &page, "Next page").await;
        pages += 1;
        assert!(page.id == first.id && page.content.contains(&format!("Page {pages} of ")), "{}", page.content);
    }
    assert!(pages > 2, "{}", page.content);
    while page.buttons().contains(&"Previous page") {
        page = pressed(&world, &page, "Previous page").await;
    }
    assert_eq!(page.rendered(), first.rendered());
    world.leave().await;
}

#[tokio::test]
async fn more_passages_of_a_follow_up_are_about_what_it_carries_on() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    let question = world.discord.reply_to(&world.alice, &answer, "and for China?", true).await;
    let china = world.discord.reply(&question).await;
    let more = pressed(&world, &china, "More passages").await;
    assert!(more.content.contains("Carries on: Who co-chairs the dialogue"), "{}", more.content);
    // For itself it would be about all that China does.
    assert!(more.rendered().contains("**Passage 1 of 100** · the agreement, clause 4"), "{}", more.rendered());
    let next = pressed(&world, &more, "Next page").await;
    assert!(next.content.contains("Carries on: Who co-chairs the dialogue"), "{}", next.content);
    world.leave().await;
}

#[tokio::test]
async fn a_private_answer_is_shared_with_all() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS, "private": true })).await;
    assert!(!answer.buttons().contains(&"Delete") && !answer.buttons().contains(&"Continue in thread"), "{:?}", answer.buttons());
    let press = world.discord.press(&world.alice, &answer, "Share").await;
    let shared = world.discord.follow_up(&press).await;
    assert!(!shared.ephemeral && quotes_clause_4(&shared));
    insta::assert_snapshot!("shared", shared.rendered());
    // It can be carried on and taken back like any other.
    let question = world.discord.reply_to(&world.discord.user("Bob"), &shared, "and for China?", true).await;
    assert!(world.discord.reply(&question).await.content.contains("Carries on"));
    world.discord.press(&world.alice, &shared, "Delete").await;
    world.discord.deleted(&shared).await;
    // The private one has been shared, and says so no more.
    let left = world.discord.until_shown(&answer, |now| !now.buttons().contains(&"Share")).await;
    assert!(left.ephemeral && quotes_clause_4(&left) && left.buttons().contains(&"In context"), "{}", left.rendered());
    world.leave().await;
}

#[tokio::test]
async fn nothing_is_shared_where_the_server_wants_no_answers() {
    let world = World::new().await;
    let elsewhere = world.discord.channel("elsewhere");
    let settings = GuildSettings { channels: Some(vec![elsewhere.id]), ..GuildSettings::default() };
    world.store().set_settings(world.discord.guild().id, &settings, 1).expect("settings are kept");
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS })).await;
    assert!(answer.ephemeral && !answer.buttons().contains(&"Share"), "{:?}", answer.buttons());
    let forged = world.discord.press_forged(&world.alice, &answer, "a1:share:").await;
    let refusal = world.discord.response(&forged).await;
    assert!(refusal.ephemeral && refusal.id != answer.id);
    assert!(refusal.content.starts_with("In this channel I answer only privately"), "{}", refusal.content);
    world.leave().await;
}

#[tokio::test]
async fn a_button_that_means_nothing_is_answered_with_how_to_ask_again() {
    let world = World::new().await;
    let (discord, alice) = (&world.discord, &world.alice);
    let answer = world.mention(CO_CHAIRS).await;
    let long = "x".repeat(100);
    let before = discord.requests().len();
    let strange = [
        "a0:more:",
        "a2:more:",
        "a2:corpus:reindex",
        "a1:dance",
        "a1:delete:x",
        "a1:context:9",
        "a1:page:x::",
        "a1:page:1",
        "a1:example:77",
        "a1:look:dragon:x",
        "a1:set:all",
        "a1",
        "a1:",
        ":",
        "{}",
        "🙂",
        "vote_yes",
        "a1:feedback:meh:",
        "\u{202e}a1:more:",
        &long,
    ];
    for custom_id in strange {
        let press = discord.press_forged(alice, &answer, custom_id).await;
        let said = discord.response(&press).await;
        assert!(said.ephemeral && said.content == RE_RUN, "{custom_id}: {}", said.rendered());
        let select = discord.select_forged(alice, &answer, custom_id, &["x"]).await;
        assert_eq!(discord.response(&select).await.content, RE_RUN, "{custom_id}");
        let form = discord.submit_forged(alice, &world.general, custom_id, json!({ "source": "x" })).await;
        assert_eq!(discord.response(&form).await.content, RE_RUN, "{custom_id}");
    }
    assert_eq!(discord.requests().len() - before, 3 * strange.len(), "nothing else is done");
    assert_eq!(discord.current(&answer).rendered(), answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_button_on_a_message_that_is_not_the_bots_does_nothing() {
    let world = World::new().await;
    let (discord, alice) = (&world.discord, &world.alice);
    let bob = discord.user("Bob");
    let forged = discord.say(&bob, &world.general, &format!("-# Asked: {CO_CHAIRS}")).await;
    for custom_id in ["a1:more:", "a1:share:", "a1:receipt:", "a1:thread", "a1:feedback:useful:", "a1:feedback:missing:", "a1:page:0::x"] {
        let press = discord.press_forged(alice, &forged, custom_id).await;
        assert_eq!(discord.response(&press).await.content, RE_RUN, "{custom_id}");
    }
    assert_eq!(world.store().feedback_summary(None).expect("a summary").useful, 0);
    world.leave().await;
}

#[tokio::test]
async fn quotes_that_a_button_makes_up_are_said_to_be_gone() {
    let world = World::new().await;
    let (discord, alice) = (&world.discord, &world.alice);
    let answer = world.mention(CO_CHAIRS).await;
    let made_up = "AAAAAAAAAAAAAAA";
    let gone = "These words do not stand in the corpus any more: it has been indexed anew since. Please ask again.";
    for custom_id in [format!("a1:context:0:{made_up}"), "a1:context:0:no name".to_owned(), "a1:context:99:".to_owned()] {
        let press = discord.press_forged(alice, &answer, &custom_id).await;
        let said = discord.response(&press).await;
        assert!(said.ephemeral && said.content == gone, "{custom_id}: {}", said.rendered());
    }
    let press = discord.press_forged(alice, &answer, "a1:look:clause:dragons").await;
    let said = discord.response(&press).await;
    assert!(said.content.contains("No clause is called that."), "{}", said.rendered());
    world.leave().await;
}

/// So many things at once, and then none for the rest of the test.
fn at_once(burst: u32) -> Option<Rate> {
    NonZeroU32::new(burst).map(|burst| Rate { burst, per_minute: NonZeroU32::MIN })
}

#[tokio::test]
async fn buttons_count_among_what_may_be_asked() {
    let world = World::with_limits(PaceConfig { user: at_once(2), ..PaceConfig::OFF }).await;
    let answer = world.mention(CO_CHAIRS).await;
    assert!(pressed(&world, &answer, "In context").await.ephemeral);
    for button in ["In context", "More passages", "Receipt", "Useful", "Missing source", "Continue in thread", "Delete"] {
        let press = world.discord.press(&world.alice, &answer, button).await;
        assert_eq!(world.discord.acknowledgement(&press).await, Acknowledgement { kind: MESSAGE, ephemeral: true });
        let refusal = world.discord.response(&press).await;
        assert!(refusal.content.starts_with("You have asked a lot in a short time."), "{button}: {}", refusal.content);
    }
    let bob = world.discord.user("Bob");
    let press = world.discord.press(&bob, &answer, "In context").await;
    assert!(world.discord.response(&press).await.content.starts_with("**Quote 1 of "));
    world.leave().await;
}

/// Presses until the bot has noticed that it is to leave; until then it serves as usual.
async fn pressed_while_leaving(world: &World, answer: &Message) -> Interaction {
    loop {
        let press = world.discord.press(&world.alice, answer, "In context").await;
        if world.discord.acknowledgement(&press).await.kind == MESSAGE {
            return press;
        }
        world.discord.response(&press).await;
    }
}

#[tokio::test]
async fn a_button_that_is_pressed_while_the_bot_leaves_is_told_so() {
    let mut world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    world.discord.fail_next(Method::PATCH, "/messages/@original", Failure::Delay(std::time::Duration::from_secs(2)), 1);
    let slow = world.discord.press(&world.alice, &answer, "In context").await;
    world.discord.acknowledgement(&slow).await;
    world.tell_to_stop();
    let late = pressed_while_leaving(&world, &answer).await;
    let refusal = world.discord.response(&late).await;
    assert!(refusal.ephemeral && refusal.content.contains("restarting"), "{}", refusal.content);
    assert!(world.discord.response(&slow).await.content.starts_with("**Quote 1 of "));
    world.leave().await;
}

#[tokio::test]
async fn an_answer_is_not_overwritten_when_a_button_on_it_fails() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    world.discord.fail_next(Method::DELETE, "/messages/@original", Failure::Status(500), 3);
    let press = world.discord.press(&world.alice, &answer, "Delete").await;
    let apology = world.discord.follow_up(&press).await;
    assert!(apology.ephemeral && apology.content.starts_with("Something went wrong on my side"), "{}", apology.rendered());
    assert_eq!(world.discord.current(&answer).rendered(), answer.rendered());
    world.leave().await;
}
