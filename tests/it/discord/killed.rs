//! The built program, killed without a word: whoever presses an old button afterwards is answered by the next one.

use std::process::{Child, Command, Stdio};

use serde_json::json;

use super::CO_CHAIRS;
use crate::support::discord::FakeDiscord;
use crate::support::program::Program;

/// Serves this Discord from the program's own folders.
fn serve(program: &Program, discord: &FakeDiscord) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accord"));
    command.current_dir(program.path("")).arg("serve").stdout(Stdio::null()).stderr(Stdio::null());
    command.env("DISCORD_TOKEN", discord.token()).env("DISCORD_API_BASE", discord.api_base()).env("ACCORD_LIMITS", "off");
    command.spawn().expect("the built program")
}

/// Ends the program as the system does when it must.
fn kill(mut program: Child) {
    program.kill().expect("a program that runs");
    program.wait().expect("its end");
}

#[tokio::test(flavor = "multi_thread")]
async fn old_buttons_are_answered_after_the_program_was_killed() {
    let program = Program::indexed();
    let discord = FakeDiscord::start().await;
    let (alice, general) = (discord.user("Alice"), discord.channel("general"));
    let first = serve(&program, &discord);
    discord.registered().await;
    let asked = discord.slash(&alice, &general, "ask", json!({ "question": CO_CHAIRS })).await;
    let answer = discord.response(&asked).await;
    let mention = discord.mention(&alice, &general, CO_CHAIRS).await;
    let reply = discord.reply(&mention).await;
    kill(first);

    let second = serve(&program, &discord);
    discord.identified(2).await;
    for message in [&answer, &reply] {
        for (button, shown) in
            [("In context", "Quote 1 of"), ("More passages", "Asked: "), ("Receipt", "accord verify"), ("Useful", "Thank you")]
        {
            let pressed = discord.press(&alice, message, button).await;
            let told = discord.response(&pressed).await;
            assert!(told.ephemeral && told.rendered().contains(shown), "{button}: {}", told.rendered());
        }
    }
    let on = discord.reply_to(&alice, &reply, "and for China?", true).await;
    let carried_on = discord.reply(&on).await;
    assert!(carried_on.content.contains("Carries on: Who co-chairs"), "{}", carried_on.rendered());
    let pressed = discord.press(&alice, &answer, "Delete").await;
    discord.deleted(&answer).await;
    drop(pressed);
    kill(second);
}
