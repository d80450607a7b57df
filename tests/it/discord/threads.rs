//! *Continue in thread*: a thread named after the question, in which the conversation goes on.

use serde_json::json;

use super::CO_CHAIRS;
use crate::support::discord::{Message, permission};
use crate::support::world::World;

const BUTTON: &str = "Continue in thread";

async fn pressed(world: &World, answer: &Message) -> Message {
    let press = world.discord.press(&world.alice, answer, BUTTON).await;
    world.discord.response(&press).await
}

#[tokio::test]
async fn a_thread_is_opened_and_pressing_again_says_where() {
    let world = World::new().await;
    for answer in [world.mention(CO_CHAIRS).await, world.slash("ask", json!({ "question": CO_CHAIRS })).await] {
        let said = pressed(&world, &answer).await;
        let thread = world.discord.thread_on(&answer).await;
        assert_eq!(world.discord.channel_name(&thread), CO_CHAIRS);
        let expected = format!("The conversation goes on in <#{}>. Mention me there, or reply to me, to ask on.", thread.id);
        assert!(said.ephemeral && said.content == expected, "{}", said.rendered());
        assert_eq!(pressed(&world, &answer).await.content, expected);
        let question = world.discord.mention(&world.alice, &thread, "and for China?").await;
        let china = world.discord.reply(&question).await;
        assert!(china.content.contains(&format!("Carries on: {CO_CHAIRS}")), "{}", china.content);
        assert_eq!(china.channel, thread.id);
        // A reply there goes on as well.
        let question = world.discord.reply_to(&world.alice, &china, "how often does it meet?", true).await;
        let meets = world.discord.reply(&question).await;
        assert!(meets.rendered().contains("twice per year"), "{}", meets.rendered());
    }
    world.leave().await;
}

#[tokio::test]
async fn a_long_or_marked_up_question_names_a_thread_too() {
    let world = World::new().await;
    let question = format!("**Who** co-chairs the dialogue for the United States {}?", "and who does not ".repeat(20));
    let answer = world.mention(&question).await;
    assert!(answer.buttons().contains(&BUTTON), "{}", answer.rendered());
    pressed(&world, &answer).await;
    let name = world.discord.channel_name(&world.discord.thread_on(&answer).await);
    assert!(name.starts_with("**Who** co-chairs the dialogue") && name.ends_with("[…]") && name.chars().count() <= 100, "{name}");
    world.leave().await;
}

#[tokio::test]
async fn without_the_permission_it_is_said_who_can_give_it() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    world.discord.deny_bot(&world.general, permission::CREATE_PUBLIC_THREADS);
    let said = pressed(&world, &answer).await;
    assert!(said.ephemeral);
    assert_eq!(said.content, "I cannot open a thread here. Whoever manages this server can allow me to create public threads.");
    world.leave().await;
}

#[tokio::test]
async fn it_is_not_offered_where_there_can_be_no_thread() {
    let world = World::new().await;
    let offered = |answer: &Message| answer.buttons().contains(&BUTTON);
    let (discord, alice) = (&world.discord, &world.alice);
    let question = discord.direct_message(alice, CO_CHAIRS).await;
    assert!(!offered(&discord.reply(&question).await), "in direct messages");
    let private = world.slash("ask", json!({ "question": CO_CHAIRS, "private": true })).await;
    assert!(!offered(&private), "where only the asker sees it");
    let answer = world.mention(CO_CHAIRS).await;
    let thread = discord.open_thread(alice, &answer, "The dialogue").await;
    let question = discord.mention(alice, &thread, CO_CHAIRS).await;
    assert!(!offered(&discord.reply(&question).await), "in a thread");
    let begun = discord.slash(alice, &thread, "ask", json!({ "question": CO_CHAIRS })).await;
    assert!(!offered(&discord.response(&begun).await), "in a thread, to a command");
    let voice = discord.voice_channel_in(&discord.guild(), "talking");
    let begun = discord.slash(alice, &voice, "ask", json!({ "question": CO_CHAIRS })).await;
    assert!(!offered(&discord.response(&begun).await), "in a voice channel, to a command");
    let question = discord.mention(alice, &voice, CO_CHAIRS).await;
    assert!(!offered(&discord.reply(&question).await), "in a voice channel");
    let news = discord.news_channel_in(&discord.guild(), "news");
    let begun = discord.slash(alice, &news, "ask", json!({ "question": CO_CHAIRS })).await;
    assert!(offered(&discord.response(&begun).await), "among announcements it is");
    let abroad = discord.guild_without_bot("Abroad");
    discord.install(alice);
    let begun = discord.slash(alice, &discord.channel_in(&abroad, "general"), "ask", json!({ "question": CO_CHAIRS })).await;
    assert!(!offered(&discord.response(&begun).await), "where the bot is not");
    world.leave().await;
}
