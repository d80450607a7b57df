//! The built program, killed without a word: whoever presses an old button afterwards is answered by the next one.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;

use super::CO_CHAIRS;
use crate::support::discord::FakeDiscord;
use crate::support::house::{lease, set_day};
use crate::support::program::Program;

/// Serves this Discord from the program's own folders.
fn serve(program: &Program, discord: &FakeDiscord) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accord"));
    command.current_dir(program.path("")).arg("serve").stdout(Stdio::null()).stderr(Stdio::null());
    command.env("DISCORD_TOKEN", discord.token()).env("DISCORD_API_BASE", discord.api_base()).env("ACCORD_LIMITS", "off");
    command.spawn().expect("the built program")
}

/// Ends the program as the system does when it must.
fn end(mut program: Child) {
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
    end(first);

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
    end(second);
}

/// How often a bot is killed while it indexes.
const KILLS: u32 = 8;
/// About as long as that takes.
const INDEXING: Duration = Duration::from_millis(160);

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_is_killed_while_it_indexes_is_followed_by_one_that_answers() {
    let program = lease();
    program.index();
    let discord = FakeDiscord::start().await;
    let (ada, general) = (discord.admin("Ada"), discord.channel("general"));
    discord.owned_by(&ada);
    for kill in 0..KILLS {
        let bot = serve(&program, &discord);
        discord.identified(kill as usize + 1).await;
        set_day(&program, &format!("day {kill}"));
        let _cut_off = discord.slash(&ada, &general, "corpus reindex", json!({})).await;
        // The moment is what this is about; whatever it is, what follows must hold.
        tokio::time::sleep(INDEXING * kill / (KILLS - 1)).await;
        end(bot);

        let served = program.run(&["--corpus", "nowhere", "--index", "index", "ask", "When is the rent due?"]).found().quietly().out;
        let (before, now) = (kill.checked_sub(1).map_or("first".to_owned(), |day| format!("day {day}")), format!("day {kill}"));
        assert!(served.contains(&format!("due on the {before}.")) || served.contains(&format!("due on the {now}.")), "{kill}: {served}");
        program.run(&["index"]).found();
        assert!(program.ask("When is the rent due?").found().quietly().out.contains(&format!("due on the {now}.")));
        let left = std::fs::read_dir(program.path("index")).expect("an index folder");
        assert!(left.flatten().all(|entry| !entry.file_name().to_string_lossy().ends_with(".tmp")), "{kill}");
        discord.bot_was_killed();
    }
}
