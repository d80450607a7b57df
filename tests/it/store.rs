//! What the bot remembers, through restarts, damage and rivals; and that what is forgotten is gone from the disk.

use std::fs;
use std::path::Path;

use accord::store::{
    AUDIT_DAYS, Audit, FEEDBACK_DAYS, Feedback, FeedbackSummary, Forgotten, ForgottenGuild, GuildSettings, RECEIPT_DAYS, Receipt, Store,
    StoreError, Swept, UserData, Verdict, WrongPassage,
};
use proptest::prelude::*;

use crate::support::program::files_below;

const ALICE: u64 = 10;
const BOB: u64 = 11;
const GENERAL: u64 = 20;
const GUILD: u64 = 30;
const OTHER_GUILD: u64 = 31;
/// Stands in every text of Alice's.
const MARMALADE: &str = "marmalade";
const DAY: i64 = 24 * 60 * 60;

fn receipt(id: &str, at: i64, user: u64, guild: Option<u64>) -> Receipt {
    Receipt { id: id.to_owned(), at, guild, channel: GENERAL, user, message: Some(7), json: format!("{{\"of\":\"{MARMALADE} {id}\"}}") }
}

fn feedback(message: u64, at: i64, user: u64, guild: Option<u64>, verdict: Verdict) -> Feedback {
    Feedback {
        at,
        guild,
        channel: GENERAL,
        user,
        message,
        verdict,
        question: Some(format!("Is there {MARMALADE}?")),
        note: None,
        snapshot: "s1".to_owned(),
        passages: vec!["agreement#1".to_owned(), format!("article#{message}")],
    }
}

fn deed(at: i64, user: u64, guild: Option<u64>) -> Audit {
    Audit { at, guild, user, action: "settings".to_owned(), detail: "private: yes".to_owned() }
}

fn open(folder: &Path) -> Store {
    Store::open(folder).expect("a store")
}

/// Whether a text stands in any of the files, as bytes.
fn is_on_disk(folder: &Path, text: &str) -> bool {
    let holds = |bytes: Vec<u8>| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    files_below(folder).iter().any(|file| holds(fs::read(file).expect("a file of the store")))
}

#[test]
fn all_of_it_is_there_after_a_restart() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // The folder is made, too.
    let data = folder.path().join("below/data");
    let settings = GuildSettings { channels: Some(vec![GENERAL]), private: true, language: Some("de".to_owned()), admin_channel: Some(21) };
    let (a_receipt, a_verdict) = (receipt("r1", 5, ALICE, Some(GUILD)), feedback(7, 6, ALICE, None, Verdict::Useful));
    let store = open(&data);
    store.set_settings(GUILD, &settings, 4).expect("settings are kept");
    store.keep_receipt(&a_receipt).expect("a receipt is kept");
    store.add_feedback(&a_verdict).expect("feedback is kept");
    store.log(&deed(8, ALICE, Some(GUILD))).expect("a deed is noted");
    drop(store);

    let store = open(&data);
    assert_eq!(store.settings(GUILD).expect("settings"), settings);
    assert_eq!(store.settings(OTHER_GUILD).expect("settings"), GuildSettings::default());
    assert_eq!(store.receipt("r1").expect("a receipt"), Some(a_receipt.clone()));
    assert_eq!(store.receipt("r2").expect("no receipt"), None);
    let of_alice = UserData { receipts: vec![a_receipt], feedback: vec![a_verdict], audit: vec![deed(8, ALICE, Some(GUILD))] };
    assert_eq!(store.data_of(ALICE).expect("Alice's data"), of_alice);
    assert_eq!(store.data_of(BOB).expect("Bob's data"), UserData::default());
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("data");
    let store = open(&data);
    store.log(&deed(1, ALICE, None)).expect("a deed is noted");
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    let files = files_below(&data);
    assert_eq!(files.len(), 3, "the file, its log and the log's index: {files:?}");
    assert!(files.iter().all(|file| mode(file) == 0o600), "{files:?}");
}

#[test]
fn a_later_choice_takes_the_place_of_an_earlier_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    let nowhere = GuildSettings { channels: Some(Vec::new()), ..GuildSettings::default() };
    store.set_settings(GUILD, &nowhere, 1).expect("settings are kept");
    assert_eq!(store.settings(GUILD).expect("settings"), nowhere);
    store.set_settings(GUILD, &GuildSettings::default(), 2).expect("settings are kept");
    assert_eq!(store.settings(GUILD).expect("settings"), GuildSettings::default());
}

#[test]
fn a_person_has_one_verdict_on_a_message() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    for (message, user, guild, verdict) in [
        (7, ALICE, GUILD, Verdict::Useful),
        (7, ALICE, GUILD, Verdict::WrongPassage),
        (7, BOB, GUILD, Verdict::WrongPassage),
        (8, BOB, GUILD, Verdict::Useful),
        (9, BOB, OTHER_GUILD, Verdict::MissingSource),
        (10, BOB, OTHER_GUILD, Verdict::WrongPassage),
    ] {
        store.add_feedback(&feedback(message, 5, user, Some(guild), verdict)).expect("feedback is kept");
    }
    let wrong = |passage: &str, times| WrongPassage { passage: passage.to_owned(), times };
    let everywhere = FeedbackSummary {
        useful: 1,
        wrong_passage: 3,
        missing_source: 1,
        wrong: vec![wrong("agreement#1", 3), wrong("article#7", 2), wrong("article#10", 1)],
    };
    assert_eq!(store.feedback_summary(None).expect("a summary"), everywhere);
    let here =
        FeedbackSummary { useful: 1, wrong_passage: 2, missing_source: 0, wrong: vec![wrong("agreement#1", 2), wrong("article#7", 2)] };
    assert_eq!(store.feedback_summary(Some(GUILD)).expect("a summary"), here);
}

#[test]
fn the_last_receipt_is_the_latest_of_that_person_in_that_channel() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    for (id, at, user) in [("late", 9, ALICE), ("early", 5, ALICE), ("of Bob", 20, BOB), ("same second", 9, ALICE)] {
        store.keep_receipt(&receipt(id, at, user, None)).expect("a receipt is kept");
    }
    store.keep_receipt(&Receipt { channel: 21, ..receipt("elsewhere", 30, ALICE, None) }).expect("a receipt is kept");
    assert_eq!(store.last_receipt(ALICE, GENERAL).expect("a receipt").map(|receipt| receipt.id).as_deref(), Some("same second"));
    assert_eq!(store.last_receipt(BOB, 21).expect("no receipt"), None);
    store.keep_receipt(&Receipt { at: 3, ..receipt("late", 3, ALICE, None) }).expect("a receipt is kept anew");
    assert_eq!(store.receipt("late").expect("a receipt").map(|receipt| receipt.at), Some(3));
}

#[test]
fn who_is_forgotten_leaves_nothing_on_the_disk_but_what_they_did_as_an_admin() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    for number in 0..200 {
        store.keep_receipt(&receipt(&format!("r{number}"), number, ALICE, Some(GUILD))).expect("a receipt is kept");
    }
    store.add_feedback(&feedback(7, 6, ALICE, Some(GUILD), Verdict::Useful)).expect("feedback is kept");
    store.log(&deed(8, ALICE, Some(GUILD))).expect("a deed is noted");
    store.keep_receipt(&Receipt { json: "{}".to_owned(), ..receipt("of Bob", 9, BOB, Some(GUILD)) }).expect("a receipt is kept");
    assert!(is_on_disk(folder.path(), MARMALADE));

    assert_eq!(store.forget(ALICE).expect("Alice is forgotten"), Forgotten { receipts: 200, feedback: 1, audit_kept: 1 });
    assert!(!is_on_disk(folder.path(), MARMALADE), "what was deleted can still be read in the files");
    let left = UserData { audit: vec![deed(8, ALICE, Some(GUILD))], ..UserData::default() };
    assert_eq!(store.data_of(ALICE).expect("Alice's data"), left);
    assert_eq!(store.data_of(BOB).expect("Bob's data").receipts.len(), 1);
    assert_eq!(store.forget(ALICE).expect("nothing is left"), Forgotten { audit_kept: 1, ..Forgotten::default() });
}

#[test]
fn a_server_that_is_forgotten_is_named_nowhere() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    for guild in [GUILD, OTHER_GUILD] {
        store.set_settings(guild, &GuildSettings::default(), 1).expect("settings are kept");
        store.keep_receipt(&receipt(&format!("of {guild}"), 2, ALICE, Some(guild))).expect("a receipt is kept");
        store.add_feedback(&feedback(guild, 3, ALICE, Some(guild), Verdict::Useful)).expect("feedback is kept");
        store.log(&deed(4, ALICE, Some(guild))).expect("a deed is noted");
    }
    store.keep_receipt(&receipt("direct", 5, ALICE, None)).expect("a receipt is kept");
    assert_eq!(store.guilds().expect("servers"), [GUILD, OTHER_GUILD]);

    let forgotten = ForgottenGuild { settings: 1, receipts: 1, feedback: 1, audit_kept: 1 };
    assert_eq!(store.forget_guild(GUILD).expect("the server is forgotten"), forgotten);
    assert_eq!(store.guilds().expect("servers"), [OTHER_GUILD]);
    let left = store.data_of(ALICE).expect("Alice's data");
    let ids: Vec<&str> = left.receipts.iter().map(|receipt| receipt.id.as_str()).collect();
    assert_eq!((ids, left.feedback.len()), (vec!["of 31", "direct"], 1));
    assert_eq!(left.audit, [deed(4, ALICE, None), deed(4, ALICE, Some(OTHER_GUILD))]);
    assert!(!is_on_disk(folder.path(), "of 30"));
}

#[test]
fn what_is_too_old_goes_and_what_is_not_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    let now = 2_000_000_000;
    for (name, late) in [("old", 1), ("new", 0)] {
        store.keep_receipt(&receipt(name, now - RECEIPT_DAYS * DAY - late, ALICE, None)).expect("a receipt is kept");
        let at = now - FEEDBACK_DAYS * DAY - late;
        store.add_feedback(&feedback(at.unsigned_abs(), at, ALICE, None, Verdict::Useful)).expect("feedback is kept");
        store.log(&deed(now - AUDIT_DAYS * DAY - late, ALICE, None)).expect("a deed is noted");
    }
    assert_eq!(store.sweep(now).expect("a sweep"), Swept { receipts: 1, feedback: 1, audit: 1 });
    assert_eq!(store.sweep(now).expect("a sweep"), Swept::default());
    let left = store.data_of(ALICE).expect("Alice's data");
    assert_eq!((left.receipts.len(), left.feedback.len(), left.audit.len()), (1, 1, 1));
    assert!(!is_on_disk(folder.path(), "marmalade old"));
}

#[test]
fn the_last_deeds_come_first() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    for at in [3, 1, 2] {
        store.log(&deed(at, ALICE, None)).expect("a deed is noted");
    }
    assert_eq!(store.audit(2).expect("deeds"), [deed(3, ALICE, None), deed(2, ALICE, None)]);
}

#[test]
fn a_damaged_file_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = open(folder.path());
    for number in 0..500 {
        store.keep_receipt(&receipt(&format!("r{number}"), number, ALICE, Some(GUILD))).expect("a receipt is kept");
    }
    drop(store);
    let file = Store::file(folder.path());
    let whole = fs::read(&file).expect("the file");
    let mut torn = whole.clone();
    torn[8192..16384].fill(0xA5);
    for damage in [torn, b"this is no database at all, and was never one".to_vec()] {
        fs::write(&file, damage).expect("a file to write to");
        let error = Store::open(folder.path()).expect_err("the file is damaged");
        let said = error.to_string();
        assert!(matches!(error, StoreError::Damaged { .. }), "{said}");
        assert!(said.starts_with(&format!("{} is damaged: ", file.display())) && said.contains("Put a backup in its place"), "{said}");
    }
    fs::write(&file, whole).expect("a file to write to");
    assert_eq!(open(folder.path()).data_of(ALICE).expect("the backup's rows").receipts.len(), 500);
}

#[test]
fn a_folder_that_cannot_be_made_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    let said = Store::open(&file.join("data")).expect_err("a file is no folder").to_string();
    assert!(said.starts_with(&file.join("data").display().to_string()) && said.contains("ACCORD_DATA"), "{said}");
}

#[test]
fn two_at_once_lose_nothing_of_each_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path();
    std::thread::scope(|scope| {
        for user in [ALICE, BOB] {
            scope.spawn(move || {
                // Both may find that the tables are still to be made.
                let store = open(data);
                for number in 0..100 {
                    store.keep_receipt(&receipt(&format!("{user} {number}"), number, user, None)).expect("a receipt is kept");
                }
            });
        }
    });
    let store = open(folder.path());
    assert_eq!([ALICE, BOB].map(|user| store.data_of(user).expect("data").receipts.len()), [100, 100]);
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), Just("'; DROP TABLE feedback; --".to_owned()), Just("\0".to_owned())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any id and any text comes back as it was given, and belongs to whoever it was given for.
    #[test]
    fn what_is_kept_comes_back_as_it_was(
        ids in any::<[u64; 5]>(), at in any::<i64>(), guild in any::<Option<u64>>(), optional in any::<Option<String>>(),
        texts in [text(), text(), text()], passages in prop::collection::vec(text(), 0..4), channels in any::<Option<Vec<u64>>>(),
    ) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = open(folder.path());
        let [user, channel, message, server, other] = ids;
        prop_assume!(user != other);
        let [one, two, three] = texts;
        let settings = GuildSettings { channels, private: at > 0, language: optional.clone(), admin_channel: guild };
        store.set_settings(server, &settings, at).expect("settings are kept");
        prop_assert_eq!(store.settings(server).expect("settings"), settings);
        let receipt = Receipt { id: one.clone(), at, guild, channel, user, message: guild, json: two.clone() };
        store.keep_receipt(&receipt).expect("a receipt is kept");
        prop_assert_eq!(store.receipt(&one).expect("a receipt"), Some(receipt.clone()));
        prop_assert_eq!(store.last_receipt(user, channel).expect("a receipt"), Some(receipt.clone()));
        let verdict = Verdict::WrongPassage;
        let feedback = Feedback { at, guild, channel, user, message, verdict, question: optional.clone(), note: optional, snapshot: three, passages };
        store.add_feedback(&feedback).expect("feedback is kept");
        let deed = Audit { at, guild, user, action: one, detail: two };
        store.log(&deed).expect("a deed is noted");
        let data = UserData { receipts: vec![receipt], feedback: vec![feedback], audit: vec![deed.clone()] };
        prop_assert_eq!(store.data_of(user).expect("data"), data);
        let known = store.guilds().expect("servers");
        prop_assert!(known.contains(&server) && guild.is_none_or(|guild| known.contains(&guild)));
        store.forget(other).expect("somebody else is forgotten");
        prop_assert_eq!(store.forget(user).expect("they are forgotten"), Forgotten { receipts: 1, feedback: 1, audit_kept: 1 });
        prop_assert_eq!(store.data_of(user).expect("data"), UserData { audit: vec![deed], ..UserData::default() });
    }
}
