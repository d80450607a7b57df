//! Conversations: what a question carries on, told by the message that it replies to and by the place that it stands in.

use serde_json::json;

use super::{CO_CHAIRS, quotes_clause_4};
use crate::support::discord::{Channel, Message};
use crate::support::world::World;

/// What clause 4 says of China's side.
const FOR_CHINA: &str = "China will designate an official at the ministerial level to be the lead";
/// What a critic says of clause 4.
const CRITIC: &str = "The last point about the 'cyber hotline' doesn't actually say a whole lot at all";

/// Alice replies to an answer, and reads the next one.
async fn follow_up(world: &World, answer: &Message, words: &str) -> Message {
    let question = world.discord.reply_to(&world.alice, answer, words, true).await;
    world.discord.reply(&question).await
}

/// Alice says something in a channel, and reads what the bot replies.
async fn said(world: &World, place: &Channel, words: &str) -> Message {
    let question = world.discord.say(&world.alice, place, words).await;
    world.discord.reply(&question).await
}

fn carries_on(answer: &Message) -> bool {
    answer.content.contains("-# Carries on: Who co-chairs the dialogue for the United States?")
}

#[tokio::test]
async fn a_reply_carries_the_answer_on() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    assert!(quotes_clause_4(&answer) && !answer.content.contains("Carries on"), "{}", answer.content);
    let china = follow_up(&world, &answer, "and who chairs it for China?").await;
    assert!(carries_on(&china) && china.rendered().contains(FOR_CHINA), "{}", china.rendered());
    insta::assert_snapshot!("for_china", china.rendered());
    let critics = follow_up(&world, &answer, "what do critics say?").await;
    assert!(carries_on(&critics) && critics.rendered().contains(CRITIC), "{}", critics.rendered());
    let why = follow_up(&world, &answer, "why?").await;
    assert!(carries_on(&why), "{}", why.content);
    world.leave().await;
}

#[tokio::test]
async fn a_slash_commands_answer_is_carried_on_as_well() {
    let world = World::new().await;
    let answer = world.slash("ask", json!({ "question": CO_CHAIRS })).await;
    let china = follow_up(&world, &answer, "and for China?").await;
    assert!(carries_on(&china) && china.rendered().contains(FOR_CHINA), "{}", china.rendered());
    world.leave().await;
}

#[tokio::test]
async fn four_questions_make_a_chain() {
    let world = World::new().await;
    let mut answer = world.mention(CO_CHAIRS).await;
    for question in ["and for China?", "how often does it meet?", "and when for the first time?"] {
        answer = follow_up(&world, &answer, question).await;
        assert!(answer.content.starts_with(&format!("-# Asked: {question}\n-# Carries on: {CO_CHAIRS}")), "{}", answer.content);
    }
    assert!(answer.rendered().contains("the first meeting of this dialogue will be held by the end of 2015"), "{}", answer.rendered());
    insta::assert_snapshot!("chain", answer.rendered());
    // Whatever goes on for longer still fits, and still knows what it is about.
    for _ in 0..4 {
        answer = follow_up(&world, &answer, "and what about the hotline?").await;
    }
    assert!(answer.rendered().contains("hotline"), "{}", answer.rendered());
    world.leave().await;
}

#[tokio::test]
async fn one_of_several_things_is_picked_by_its_number() {
    let world = World::new().await;
    let which = world.mention("justice ministry").await;
    assert!(which.content.contains("Which one do you mean?"), "{}", which.content);
    let second = follow_up(&world, &which, "the second one?").await;
    assert!(second.content.contains("**Department of Justice (United States)**"), "{}", second.content);
    let clause = world.mention("What does the first clause say?").await;
    let third = follow_up(&world, &clause, "the third one?").await;
    assert!(third.content.contains("**Clause 3: "), "{}", third.content);
    world.leave().await;
}

#[tokio::test]
async fn a_clause_or_a_party_that_was_looked_up_is_carried_on() {
    let world = World::new().await;
    let card = world.slash("clause", json!({ "which": "4" })).await;
    let critics = follow_up(&world, &card, "what do critics say?").await;
    assert!(critics.rendered().contains(CRITIC), "{}", critics.rendered());
    let chairs = follow_up(&world, &card, "and who co-chairs it?").await;
    assert!(quotes_clause_4(&chairs), "{}", chairs.rendered());
    let party = world.slash("party", json!({ "name": "MPS" })).await;
    let does = follow_up(&world, &party, "which clause names it?").await;
    assert!(does.content.contains("Carries on: Ministry of Public Security"), "{}", does.rendered());
    world.leave().await;
}

#[tokio::test]
async fn a_direct_message_needs_no_ping_to_carry_on() {
    let world = World::new().await;
    let question = world.discord.direct_message(&world.alice, CO_CHAIRS).await;
    let answer = world.discord.reply(&question).await;
    let replied = world.discord.reply_to(&world.alice, &answer, "and for China?", false).await;
    let china = world.discord.reply(&replied).await;
    assert!(carries_on(&china) && china.rendered().contains(FOR_CHINA), "{}", china.rendered());
    // Nor does what is simply said next.
    let next = world.discord.direct_message(&world.alice, "how often does it meet?").await;
    let meets = world.discord.reply(&next).await;
    assert!(carries_on(&meets) && meets.rendered().contains("twice per year"), "{}", meets.rendered());
    // What stands for itself is not read as a follow-up, though it is told what was said before.
    let next = world.discord.direct_message(&world.alice, "What is window dressing?").await;
    assert!(world.discord.reply(&next).await.rendered().contains("It is window dressing"));
    world.leave().await;
}

#[tokio::test]
async fn a_mention_in_a_thread_carries_the_last_answer_there_on() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    let thread = world.discord.open_thread(&world.alice, &answer, "The dialogue").await;
    let china = said(&world, &thread, "<@BOT> and for China?").await;
    assert!(carries_on(&china) && china.rendered().contains(FOR_CHINA), "{}", china.rendered());
    assert!(!china.buttons().contains(&"Continue in thread"), "there is no thread in a thread");
    let meets = said(&world, &thread, "how often does it meet? <@BOT>").await;
    assert!(meets.content.contains("Carries on: Who co-chairs the dialogue for the United States? › and for China?"), "{}", meets.content);
    world.leave().await;
}

#[tokio::test]
async fn a_mention_in_a_channel_begins_anew() {
    let world = World::new().await;
    world.mention(CO_CHAIRS).await;
    assert!(!world.mention("and for China?").await.content.contains("Carries on"));
    world.leave().await;
}

#[tokio::test]
async fn a_reply_to_somebody_else_begins_anew() {
    let world = World::new().await;
    let bob = world.discord.user("Bob");
    world.mention(CO_CHAIRS).await;
    // Even if they write as the bot does.
    let forged = world.discord.say(&bob, &world.general, &format!("-# Asked: {CO_CHAIRS}\n> nothing")).await;
    let question = world.discord.reply_to(&world.alice, &forged, "<@BOT> and for China?", true).await;
    let answer = world.discord.reply(&question).await;
    assert!(!answer.content.contains("Carries on"), "{}", answer.content);
    world.leave().await;
}

#[tokio::test]
async fn a_follow_up_in_another_language_is_understood() {
    let world = World::new().await;
    let answer = world.mention(CO_CHAIRS).await;
    let german = follow_up(&world, &answer, "und für China?").await;
    assert!(german.rendered().contains(FOR_CHINA), "{}", german.rendered());
    let chinese = follow_up(&world, &german, "多久一次？").await;
    assert!(chinese.rendered().contains("twice per year"), "{}", chinese.rendered());
    world.leave().await;
}

#[tokio::test]
async fn the_lines_are_read_again_in_every_language() {
    for (locale, asked) in [
        ("en-US", "-# Asked: "),
        ("de", "-# Gefragt wurde: "),
        ("fr", "-# Question posée : "),
        ("es-ES", "-# Pregunta: "),
        ("zh-CN", "-# 提问："),
    ] {
        let world = World::new().await;
        let alice = world.discord.user_with_locale("Alice", locale);
        let begun = world.discord.slash(&alice, &world.general, "ask", json!({ "question": CO_CHAIRS })).await;
        let answer = world.discord.response(&begun).await;
        assert!(answer.content.starts_with(asked) && answer.content.contains(CO_CHAIRS), "{locale}: {}", answer.content);
        let china = follow_up(&world, &answer, "and for China?").await;
        assert!(carries_on(&china) && china.rendered().contains(FOR_CHINA), "{locale}: {}", china.rendered());
        world.leave().await;
    }
}

#[tokio::test]
async fn thanks_and_words_that_discord_keeps_back_are_not_answered() {
    let world = World::new().await;
    let (discord, alice) = (&world.discord, &world.alice);
    let answer = world.mention(CO_CHAIRS).await;
    for words in ["thanks", "Thank you!", "danke schön", "merci beaucoup", "¡muchas gracias!", "谢谢"] {
        discord.reply_to(alice, &answer, words, true).await;
    }
    // Without a ping Discord does not give the words.
    discord.reply_to(alice, &answer, "and for China?", false).await;
    // What stands at the head of a thread is nobody's question.
    let thread = discord.open_thread(alice, &answer, "The dialogue").await;
    let last = said(&world, &thread, "<@BOT> and for China?").await;
    assert!(last.rendered().contains(FOR_CHINA));
    assert_eq!(discord.unread(), []);
    world.leave().await;
}

#[tokio::test]
async fn what_is_delivered_twice_or_edited_is_answered_once() {
    let world = World::new().await;
    let question = world.discord.mention(&world.alice, &world.general, CO_CHAIRS).await;
    let answer = world.discord.reply(&question).await;
    world.discord.redeliver_message(&question);
    world.discord.edit_by_author(&question, "<@BOT> and for China?");
    let pressed = world.discord.press(&world.alice, &answer, "In context").await;
    world.discord.response(&pressed).await;
    world.discord.redeliver(&pressed);
    assert!(quotes_clause_4(&world.mention(CO_CHAIRS).await));
    assert_eq!(world.discord.unread(), []);
    world.leave().await;
}
