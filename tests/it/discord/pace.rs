//! Who asks too fast is told when to ask again, and takes nothing from the others.

use std::num::NonZeroU32;

use accord::config::{PaceConfig, Rate};
use accord::store::{GuildSettings, Store};
use serde_json::json;

use super::{CO_CHAIRS, MESSAGE, quotes_clause_4};
use crate::support::discord::{FakeDiscord, Message};
use crate::support::world::World;

/// So many questions at once, and then none for the rest of the test: the next one is a minute away.
fn at_once(burst: u32) -> Option<Rate> {
    NonZeroU32::new(burst).map(|burst| Rate { burst, per_minute: NonZeroU32::MIN })
}

/// What is read, with the moment taken out; its unit tests say which moment that is.
fn without_moment(said: &Message) -> String {
    let (before, rest) = said.content.split_once("<t:").expect("a moment");
    let (moment, after) = rest.split_once(":R>").expect("a moment as the time that is left");
    assert!(moment.parse().is_ok_and(|seconds: u32| seconds > 0), "{}", said.content);
    format!("{before}<t:MOMENT:R>{after}")
}

#[tokio::test]
async fn the_sixth_quick_question_is_refused_and_others_are_answered() {
    let world = World::with_limits(PaceConfig { user: at_once(5), ..PaceConfig::OFF }).await;
    for _ in 0..5 {
        assert!(quotes_clause_4(&world.slash("ask", json!({ "question": CO_CHAIRS })).await));
    }
    let sixth = world.begin("ask", json!({ "question": CO_CHAIRS })).await;
    assert_eq!(world.discord.acknowledgement(&sixth).await.kind, MESSAGE);
    let refusal = world.discord.response(&sixth).await;
    assert!(refusal.ephemeral, "nobody else is to see it");
    insta::assert_snapshot!(without_moment(&refusal), @"You have asked a lot in a short time. I can take your next question <t:MOMENT:R>.");
    // Suggestions are no questions, and Bob is somebody else.
    assert!(!world.discord.autocomplete(&world.alice, &world.general, "clause", "which", "4").await.is_empty());
    let bob = world.discord.user("Bob");
    let question = world.discord.mention(&bob, &world.general, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    world.leave().await;
}

#[tokio::test]
async fn who_goes_on_writing_is_told_once() {
    let world = World::with_limits(PaceConfig { user: at_once(1), ..PaceConfig::OFF }).await;
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    let refusal = world.mention(CO_CHAIRS).await;
    assert!(!refusal.ephemeral);
    insta::assert_snapshot!(without_moment(&refusal), @"You have asked a lot in a short time. I can take your next question <t:MOMENT:R>.");
    // The fake's last word is about messages of the bot that nobody read: there must be none.
    for _ in 0..3 {
        world.discord.mention(&world.alice, &world.general, CO_CHAIRS).await;
        world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    }
    let bob = world.discord.user("Bob");
    let question = world.discord.direct_message(&bob, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    let World { discord, bot, general, .. } = world;
    bot.leave().await;
    let said = format!("/channels/{}/messages", general.id);
    assert_eq!(discord.requests().iter().filter(|request| request.path == said).count(), 2);
}

#[tokio::test]
async fn a_full_channel_is_left_for_another_or_for_a_direct_message() {
    let world = World::with_limits(PaceConfig { channel: at_once(1), server: at_once(2), ..PaceConfig::OFF }).await;
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    let bob = world.discord.user("Bob");
    let question = world.discord.mention(&bob, &world.general, CO_CHAIRS).await;
    insta::assert_snapshot!(without_moment(&world.discord.reply(&question).await), @"A lot is being asked in this channel. I can take the next question here <t:MOMENT:R>. Elsewhere it may be sooner.");
    let elsewhere = world.discord.channel("elsewhere");
    let question = world.discord.mention(&bob, &elsewhere, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    let carol = world.discord.user("Carol");
    let quiet = world.discord.channel("quiet");
    let question = world.discord.mention(&carol, &quiet, CO_CHAIRS).await;
    insta::assert_snapshot!(without_moment(&world.discord.reply(&question).await), @"A lot is being asked in this server. I can take the next question here <t:MOMENT:R>. In a direct message it may be sooner.");
    let question = world.discord.direct_message(&carol, CO_CHAIRS).await;
    assert!(quotes_clause_4(&world.discord.reply(&question).await));
    world.leave().await;
}

#[tokio::test]
async fn without_limits_nobody_waits() {
    let world = World::with_limits(PaceConfig::OFF).await;
    for _ in 0..20 {
        assert!(quotes_clause_4(&world.slash("clause", json!({ "which": "4" })).await));
    }
    world.leave().await;
}

#[tokio::test]
async fn who_is_refused_is_told_in_their_language() {
    let world = World::with_limits(PaceConfig { user: at_once(1), ..PaceConfig::OFF }).await;
    assert!(quotes_clause_4(&world.slash("ask", json!({ "question": CO_CHAIRS })).await));
    for locale in ["de", "fr", "es-ES", "zh-CN"] {
        let refused = world.discord.slash(&world.alice.speaking(locale), &world.general, "help", json!({})).await;
        let refused = world.discord.response(&refused).await;
        assert!(refused.ephemeral);
        insta::assert_snapshot!(format!("refused_{locale}"), without_moment(&refused));
    }
    world.leave().await;
}

#[tokio::test]
async fn a_channel_and_a_server_are_told_in_the_language_chosen_for_them() {
    let data = tempfile::tempdir().expect("a temporary folder");
    let discord = FakeDiscord::start().await;
    let settings = GuildSettings { language: Some("de".to_owned()), ..GuildSettings::default() };
    Store::open(data.path()).expect("a store").set_settings(discord.guild().id, &settings, 1).expect("settings are kept");
    let world = World::configured(discord, |config| {
        config.data = data.path().to_owned();
        config.limits = PaceConfig { channel: at_once(1), server: at_once(2), ..PaceConfig::OFF };
    })
    .await;
    let bob = world.discord.user("Bob");
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    insta::assert_snapshot!("full_channel_de", without_moment(&world.mention(CO_CHAIRS).await));
    let other = world.discord.channel("other");
    let question = world.discord.mention(&bob, &other, CO_CHAIRS).await;
    world.discord.reply(&question).await;
    let third = world.discord.channel("third");
    let question = world.discord.mention(&bob, &third, CO_CHAIRS).await;
    insta::assert_snapshot!("full_server_de", without_moment(&world.discord.reply(&question).await));
    world.leave().await;
}

#[tokio::test]
async fn buttons_count_and_forms_too() {
    let world = World::with_limits(PaceConfig { user: at_once(3), ..PaceConfig::OFF }).await;
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS })).await;
    let press = async |button: &str| {
        let pressed = world.discord.press(&world.alice, &answer, button).await;
        world.discord.response(&pressed).await
    };
    assert!(quotes_clause_4(&press("In context").await));
    let form = world.discord.press(&world.alice, &answer, "Missing source").await;
    let sent = world.discord.submit(&world.alice, &form, json!({ "source": "the whole treaty" })).await;
    let refused = world.discord.response(&sent).await;
    assert!(refused.ephemeral && refused.content.starts_with("You have asked a lot"), "{}", refused.content);
    let refused = press("In context").await;
    assert!(refused.ephemeral && refused.content.starts_with("You have asked a lot"), "{}", refused.content);
    assert_eq!(world.discord.current(&answer).content, answer.content, "the answer stays");
    // Bob presses the same buttons.
    let bob = world.discord.user("Bob");
    let pressed = world.discord.press(&bob, &answer, "In context").await;
    assert!(quotes_clause_4(&world.discord.response(&pressed).await));
    world.leave().await;
}
