//! `/privacy`: what is stored about somebody, what is never stored, and how all of it goes away.

use accord::config::LogConfig;
use accord::store::{Store, UserData};
use serde_json::{Value, json};

use crate::support::discord::{Message, User};
use crate::support::house::{House, masked};
use crate::support::log::Log;

/// What the documents are asked.
const RENT: &str = "When is the rent due?";
/// A word that stands in questions here, and nowhere else.
const SECRET: &str = "marmalade";
/// A question with it that the documents answer.
const SECRET_RENT: &str = "When is the rent due, with marmalade?";
/// What somebody writes into the form for a missing source.
const NOTE: &str = "the quincebook of 1807";

fn shown(message: &Message) -> String {
    masked(&message.rendered())
}

/// Somebody asks openly, and finds the answer useful.
async fn praised(house: &House, by: &User, question: &str) -> Message {
    let answer = house.slash(by, "ask", json!({ "question": question })).await;
    house.press(by, &answer, "Useful").await;
    answer
}

/// Somebody opens `/privacy` and presses a button there.
async fn privacy(house: &House, by: &User, button: &str) -> Message {
    let panel = house.slash(by, "privacy", json!({})).await;
    house.press(by, &panel, button).await
}

/// Somebody has everything about them deleted.
async fn forgotten(house: &House, by: &User) -> Message {
    let asked = privacy(house, by, "Delete my data").await;
    house.press(by, &asked, "Yes, delete my data").await
}

/// Whether these bytes stand anywhere in the files of what the bot remembers.
fn is_on_disk(house: &House, bytes: &[u8]) -> bool {
    house.remembered().iter().any(|(_, whole)| whole.windows(bytes.len()).any(|window| window == bytes))
}

/// Whether this person is named anywhere there: SQLite keeps an id as eight bytes, and somebody may have written digits.
fn is_named_on_disk(house: &House, who: &User) -> bool {
    is_on_disk(house, &who.id.to_be_bytes()) || is_on_disk(house, who.id.to_string().as_bytes())
}

#[tokio::test]
async fn what_is_stored_is_said_in_every_language() {
    let house = House::new().await;
    for locale in ["en-US", "de", "fr", "es-ES", "zh-CN"] {
        let said = house.slash(&house.alice.speaking(locale), "privacy", json!({})).await;
        assert!(said.ephemeral);
        insta::assert_snapshot!(format!("privacy_{locale}"), said.rendered());
    }
    // In direct messages too.
    let direct = house.discord.direct_channel(&house.alice);
    let interaction = house.discord.slash(&house.alice, &direct, "privacy", json!({})).await;
    assert!(house.discord.response(&interaction).await.content.starts_with("**What I store**"));
    house.leave().await;
}

#[tokio::test]
async fn everybody_sees_what_is_stored_about_them_and_nothing_about_others() {
    let house = House::new().await;
    let bob = house.discord.user("Bob");
    praised(&house, &house.alice, RENT).await;
    house.mention("Are pets allowed?").await;
    praised(&house, &bob, SECRET_RENT).await;
    let data = privacy(&house, &house.alice, "Show my data").await;
    assert!(data.ephemeral);
    insta::assert_snapshot!("my_data", shown(&data));
    let bytes = &data.attachment("my-data.json").bytes;
    let file: Value = serde_json::from_slice(bytes).expect("JSON");
    let stored = house.store().data_of(house.alice.id).expect("Alice's data");
    assert_eq!((stored.receipts.len(), stored.feedback.len(), stored.audit.len()), (2, 1, 0));
    assert_eq!(file, serde_json::to_value(&stored).expect("JSON"));
    assert_eq!(file["feedback"][0]["question"], RENT);
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(!text.contains(&bob.id.to_string()) && !text.contains(SECRET), "{text}");
    // Of a person who has nothing, that is said.
    let carol = house.discord.user("Carol");
    insta::assert_snapshot!(privacy(&house, &carol, "Show my data").await.content, @"Stored about you: 0 receipts, 0 verdicts, 0 entries in the log of changes.");
    house.leave().await;
}

#[tokio::test]
async fn who_wants_to_be_forgotten_is_asked_and_then_forgotten() {
    let house = House::new().await;
    let bob = house.discord.user("Bob");
    praised(&house, &house.alice, RENT).await;
    house.mention(RENT).await;
    praised(&house, &bob, RENT).await;
    assert!(is_named_on_disk(&house, &house.alice));

    let asked = privacy(&house, &house.alice, "Delete my data").await;
    assert!(asked.ephemeral && is_named_on_disk(&house, &house.alice), "asking deletes nothing");
    insta::assert_snapshot!("asked_whether_to_delete", asked.rendered());
    let done = house.press(&house.alice, &asked, "Yes, delete my data").await;
    assert_eq!(done.id, asked.id);
    insta::assert_snapshot!("deleted", done.rendered());
    assert!(!is_named_on_disk(&house, &house.alice), "nothing of Alice is left in any byte");
    assert!(is_named_on_disk(&house, &bob));
    assert_eq!(house.store().data_of(house.alice.id).expect("Alice's data"), UserData::default());
    assert_eq!(house.store().data_of(bob.id).expect("Bob's data").receipts.len(), 1);
    // Whose data a button deletes is whose finger presses it.
    let forged = house.discord.press_forged(&house.alice, &done, "a1:forget:sure").await;
    house.discord.response(&forged).await;
    assert_eq!(house.store().data_of(bob.id).expect("Bob's data").receipts.len(), 1);
    house.leave().await;
}

#[tokio::test]
async fn what_somebody_did_as_an_admin_is_kept_and_that_is_said() {
    let house = House::new().await;
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    praised(&house, &house.ada, RENT).await;
    insta::assert_snapshot!("an_admin_is_forgotten", forgotten(&house, &house.ada).await.rendered());
    let left = house.store().data_of(house.ada.id).expect("Ada's data");
    assert_eq!((left.receipts.len(), left.feedback.len(), left.audit.len()), (0, 0, 2));
    // So is what was refused, to whoever tried.
    let forged = house.discord.slash_forged(&house.alice, &house.general, "corpus reindex", json!({})).await;
    house.discord.response(&forged).await;
    insta::assert_snapshot!("who_was_refused_is_forgotten", forgotten(&house, &house.alice).await.rendered());
    house.leave().await;
}

#[tokio::test]
async fn no_question_is_stored_unless_feedback_is_given() {
    let house = House::new().await;
    let questions = [SECRET_RENT, "marmalade?", "Who allows marmalade for pets?", "the marmalade of the lease"];
    for question in questions {
        house.slash(&house.alice, "ask", json!({ "question": question })).await;
        house.slash(&house.alice, "ask", json!({ "question": question, "private": true })).await;
        house.mention(question).await;
        let direct = house.discord.direct_message(&house.alice, question).await;
        house.discord.reply(&direct).await;
        for (name, option) in [("search", "words"), ("quote", "text"), ("compare", "point"), ("clause", "which"), ("party", "name")] {
            house.slash(&house.alice, name, json!({ option: question })).await;
        }
        house.discord.autocomplete(&house.alice, &house.general, "clause", "which", question).await;
    }
    let written = house.discord.say(&house.alice, &house.general, SECRET_RENT).await;
    for command in ["Find sources for this", "Check this quote"] {
        let interaction = house.discord.message_command(&house.alice, &written, command).await;
        house.discord.response(&interaction).await;
    }
    let answer = house.slash(&house.alice, "ask", json!({ "question": SECRET_RENT })).await;
    for button in ["In context", "More passages", "Receipt", "Continue in thread"] {
        house.press(&house.alice, &answer, button).await;
    }
    assert!(is_named_on_disk(&house, &house.alice), "receipts are stored");
    assert!(!is_on_disk(&house, SECRET.as_bytes()), "and no question is");

    // With feedback it is, which is said, and it goes with it.
    let useful = house.press(&house.alice, &answer, "Useful").await;
    insta::assert_snapshot!(useful.content, @"Thank you. Your verdict is stored together with the text of the question, so that the corpus can be mended. `/privacy` shows it and deletes it.");
    let missing = house.discord.press(&house.alice, &answer, "Missing source").await;
    let sent = house.discord.submit(&house.alice, &missing, json!({ "source": NOTE })).await;
    house.discord.response(&sent).await;
    assert!(is_on_disk(&house, SECRET_RENT.as_bytes()) && is_on_disk(&house, NOTE.as_bytes()));
    let stored = house.store().data_of(house.alice.id).expect("Alice's data");
    assert!(matches!(stored.feedback.as_slice(), [one] if one.note.as_deref() == Some(NOTE)), "{:?}", stored.feedback);
    forgotten(&house, &house.alice).await;
    assert!(!is_on_disk(&house, SECRET.as_bytes()) && !is_on_disk(&house, NOTE.as_bytes()));
    house.leave().await;
}

#[tokio::test]
async fn no_log_holds_what_people_ask_or_write() {
    let log = Log::default();
    let writer = log.clone();
    let loudest = LogConfig { filter: "trace,serenity=trace".to_owned() };
    let subscriber = accord::telemetry::subscriber(&loudest, move || writer.clone()).expect("a filter");
    let _logging = tracing::subscriber::set_default(subscriber);

    let house = House::new().await;
    let answer = praised(&house, &house.alice, SECRET_RENT).await;
    house.press(&house.alice, &answer, "Receipt").await;
    for (name, option) in [("search", "words"), ("quote", "text"), ("clause", "which")] {
        house.slash(&house.alice, name, json!({ option: SECRET_RENT })).await;
    }
    let missing = house.discord.press(&house.alice, &answer, "Missing source").await;
    let sent = house.discord.submit(&house.alice, &missing, json!({ "source": NOTE })).await;
    house.discord.response(&sent).await;
    privacy(&house, &house.alice, "Show my data").await;
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    house.leave().await;

    let said = log.said();
    assert!(!said.contains(SECRET) && !said.contains("quincebook"), "{said}");
    let deeds: Vec<&str> = said.lines().filter(|line| line.contains("an admin's action")).collect();
    assert!(matches!(deeds.as_slice(), [begun, done] if begun.contains("begun") && done.contains("nothing had changed")), "{said}");
}

#[tokio::test]
async fn a_server_that_removes_the_bot_takes_all_of_it_along() {
    let house = House::new().await;
    let guild = house.discord.guild();
    praised(&house, &house.alice, RENT).await;
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    house.press(&house.mona, &panel, "Answer privately").await;
    let direct = house.discord.direct_message(&house.alice, RENT).await;
    house.discord.reply(&direct).await;
    assert_eq!(house.store().guilds().expect("servers"), [guild.id]);
    house.discord.removed_from(&guild);
    // Whoever writes later is served later.
    let direct = house.discord.direct_message(&house.alice, RENT).await;
    house.discord.reply(&direct).await;
    let program = house.leave().await;
    let store = Store::open(&program.path("data")).expect("a store");
    assert_eq!(store.guilds().expect("servers"), [0; 0]);
    let data = store.data_of(panel_owner(&store)).expect("Mona's data");
    assert_eq!(data.audit.len(), 1, "what admins did stays noted");
    drop(store);
    let files = crate::support::program::files_below(&program.path("data"));
    let named = |bytes: &[u8]| bytes.windows(8).any(|window| window == guild.id.to_be_bytes());
    assert!(files.iter().all(|file| !named(&std::fs::read(file).expect("a file"))), "the server is named nowhere");
}

/// Who did the last thing that is noted.
fn panel_owner(store: &Store) -> u64 {
    store.audit(1).expect("what admins did").first().expect("something").user
}

#[tokio::test]
async fn in_a_server_without_the_bot_what_is_kept_is_the_askers_alone() {
    let house = House::new().await;
    let there = house.discord.guild_without_bot("elsewhere");
    let channel = house.discord.channel_in(&there, "talk");
    house.discord.install(&house.alice);
    let interaction = house.discord.slash(&house.alice, &channel, "ask", json!({ "question": RENT })).await;
    house.discord.response(&interaction).await;
    let alice = house.alice.id;
    let program = house.leave().await;
    let store = Store::open(&program.path("data")).expect("a store");
    assert_eq!(store.guilds().expect("servers"), [0; 0], "rows of servers without the bot would be forgotten at once");
    assert_eq!(store.data_of(alice).expect("Alice's data").receipts.len(), 1);
}
