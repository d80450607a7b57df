//! `/corpus`: who may look, who may change what is answered from, and that nobody else changes anything, whatever they send.

use serde_json::json;

use crate::support::discord::{FakeDiscord, Message, User, permission};
use crate::support::house::{House, lease, masked, set_day};

/// What the documents are asked.
const RENT: &str = "When is the rent due?";

/// The sentence for those who may not change the corpus, and the one for those who may not even look.
const NOT_YOURS: &str =
    "The corpus is shared by all servers. Only the owner of this bot, and those whom its operator named, can change it.";
const FOR_MANAGERS: &str = "This is for those who may manage this server.";

/// A lease that was changed once and indexed anew, and changed again since: there is something to index and something to go
/// back to.
async fn between_two_leases() -> House {
    let house = House::new().await;
    set_day(&house.program, "second");
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    set_day(&house.program, "third");
    assert_eq!(house.serving(), "gen-000002");
    house
}

/// What somebody is told who asks for a plan of a re-index.
async fn planned(house: &House, by: &User) -> Message {
    house.slash(by, "corpus reindex", json!({ "dry_run": true })).await
}

fn shown(message: &Message) -> String {
    masked(&message.rendered())
}

#[tokio::test]
async fn what_is_served_is_shown_to_those_who_manage_a_server() {
    let house = House::new().await;
    insta::assert_snapshot!("status_of_a_first_index", shown(&house.slash(&house.mona, "corpus status", json!({})).await));
    insta::assert_snapshot!("nothing_to_compare", shown(&house.slash(&house.mona, "corpus diff", json!({})).await));
    insta::assert_snapshot!("sources", shown(&house.slash(&house.mona, "corpus sources", json!({})).await));
    set_day(&house.program, "second");
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    insta::assert_snapshot!("status_for_who_may_change", shown(&house.slash(&house.ada, "corpus status", json!({})).await));
    let diff = house.slash(&house.mona, "corpus diff", json!({})).await;
    insta::assert_snapshot!("last_difference", shown(&diff));
    let file: serde_json::Value = serde_json::from_slice(&diff.attachment("difference.json").bytes).expect("JSON");
    assert_eq!(file["sources"][0]["id"], "lease", "{file:#}");
    let answers = [diff, house.slash(&house.mona, "corpus status", json!({})).await];
    assert!(answers.iter().all(|answer| answer.ephemeral), "nobody else is to see it");
    house.leave().await;
}

#[tokio::test]
async fn going_back_is_asked_for_first() {
    let house = between_two_leases().await;
    assert!(house.mention(RENT).await.rendered().contains("due on the second"));
    let asked = house.slash(&house.ada, "corpus rollback", json!({})).await;
    assert!(asked.ephemeral);
    insta::assert_snapshot!("asked_whether_to_go_back", shown(&asked));
    assert_eq!(house.serving(), "gen-000002", "asking changes nothing");
    let again = house.slash(&house.ada, "corpus rollback", json!({})).await;

    let back = house.press(&house.ada, &asked, "Go back to the index before").await;
    assert_eq!(back.id, asked.id, "the question becomes the answer");
    insta::assert_snapshot!("gone_back", shown(&back));
    assert!(house.mention(RENT).await.rendered().contains("due on the first"));
    insta::assert_snapshot!("status_after_going_back", shown(&house.slash(&house.ada, "corpus status", json!({})).await));
    // A question that was asked before, or a second press, goes no further back.
    let stale = house.press(&house.ada, &again, "Go back to the index before").await;
    insta::assert_snapshot!(stale.content, @"What is being served has changed since you were asked. Nothing was done; please begin again.");
    let none = house.slash(&house.ada, "corpus rollback", json!({})).await;
    insta::assert_snapshot!(none.content, @"There is no earlier index to go back to.");

    // The next re-index ends it.
    house.slash(&house.ada, "corpus reindex", json!({})).await;
    assert!(house.mention(RENT).await.rendered().contains("due on the third"));
    assert_eq!(house.serving(), "gen-000003");
    insta::assert_snapshot!("what_admins_did", house.audit().join("\n"));
    house.leave().await;
}

#[tokio::test]
async fn a_question_whether_to_go_back_survives_a_restart() {
    let house = between_two_leases().await;
    let asked = house.slash(&house.ada, "corpus rollback", json!({})).await;
    let House { program, discord, bot, ada, .. } = house;
    bot.leave().await;
    let house = House::configured(program, discord, |_, _| {}).await;
    house.discord.identified(2).await;
    house.press(&ada, &asked, "Go back to the index before").await;
    assert_eq!(house.serving(), "gen-000001");
    house.leave().await;
}

#[tokio::test]
async fn the_owner_and_whom_the_operator_named_may_change_the_corpus() {
    let discord = FakeDiscord::start().await;
    let guild = discord.guild();
    let (uma, rolf) = (discord.admin("Uma"), discord.user("Rolf"));
    let keeper = discord.role(&guild, "keeper");
    discord.member(&rolf, &guild, &[&keeper], permission::EVERYONE | permission::MANAGE_GUILD);
    let house = House::configured(lease(), discord, |_, config| config.admins = vec![uma.id, keeper.id]).await;
    set_day(&house.program, "second");
    for by in [&house.ada, &uma, &rolf] {
        let plan = planned(&house, by).await;
        assert!(plan.ephemeral && plan.content.contains("Nothing has been changed"), "{}: {}", by.name, plan.content);
    }
    assert_eq!(planned(&house, &house.mona).await.content, NOT_YOURS);
    // A role that was taken away is gone at once.
    house.discord.member(&rolf, &guild, &[], permission::EVERYONE | permission::MANAGE_GUILD);
    assert_eq!(planned(&house, &rolf).await.content, NOT_YOURS);
    house.leave().await;
}

#[tokio::test]
async fn of_a_team_those_who_take_part_may_change_the_corpus() {
    let discord = FakeDiscord::start().await;
    let [tess, dev, reader, guest] = ["Tess", "Dev", "Reader", "Guest"].map(|name| discord.admin(name));
    let house = House::configured(lease(), discord, |discord, _| {
        discord.owned_by_team(&[(&tess, "admin"), (&dev, "developer"), (&reader, "read_only")]);
        discord.team_invites(&guest);
    })
    .await;
    set_day(&house.program, "second");
    for by in [&tess, &dev] {
        assert!(planned(&house, by).await.content.contains("Nothing has been changed"), "{}", by.name);
    }
    for by in [&reader, &guest, &house.ada] {
        assert_eq!(planned(&house, by).await.content, NOT_YOURS, "{}", by.name);
    }
    house.leave().await;
}

#[tokio::test]
async fn nobody_without_the_right_changes_the_corpus_whatever_they_send() {
    let house = between_two_leases().await;
    let before = house.audit().len();
    let (served, discord) = (house.serving(), &house.discord);
    // A message of the bot's that all can see, and one that only its admin sees.
    let open = house.mention(RENT).await;
    let hidden = house.slash(&house.ada, "corpus rollback", json!({})).await;
    let mut refused = Vec::new();
    for by in [&house.alice, &house.mona] {
        for (name, options) in
            [("corpus reindex", json!({})), ("corpus reindex", json!({ "dry_run": true })), ("corpus rollback", json!({}))]
        {
            refused.push(discord.slash_forged(by, &house.general, name, options).await);
        }
        for message in [&open, &hidden] {
            for code in ["reindex", "rollback", "rollback-gen-000002", "rollback-gen-000001", "cancel"] {
                refused.push(discord.press_forged(by, message, &format!("a1:corpus:{code}")).await);
            }
            refused.push(discord.select_forged(by, message, "a1:corpus:reindex", &["gen-000001"]).await);
        }
    }
    let attempts = refused.len();
    for interaction in &refused {
        let answer = discord.response(interaction).await;
        assert!(answer.ephemeral && answer.content == NOT_YOURS && answer.buttons().is_empty(), "{}", answer.rendered());
    }
    for by in [&house.alice, &house.mona] {
        for code in ["a1:corpus:reindex", "a1:corpus:rollback-gen-000002", "a1:set:private"] {
            let form = discord.submit_forged(by, &house.general, code, json!({ "source": "gen-000001" })).await;
            assert!(discord.response(&form).await.content.starts_with("This button is from another version"), "{code}");
        }
    }
    assert_eq!(house.serving(), served);
    assert!(house.mention(RENT).await.rendered().contains("due on the second"));
    let audit = house.audit();
    let noted = audit.iter().skip(before).filter(|line| !line.starts_with("Ada"));
    assert!(noted.clone().all(|line| line.ends_with(": refused")), "{audit:#?}");
    assert_eq!(noted.count(), attempts, "each attempt is noted: {audit:#?}");
    house.leave().await;
}

#[tokio::test]
async fn looking_is_for_those_who_manage_the_server() {
    let house = House::new().await;
    for name in ["corpus status", "corpus diff", "corpus sources", "corpus nonsense", "corpus"] {
        let forged = house.discord.slash_forged(&house.alice, &house.general, name, json!({})).await;
        assert_eq!(house.discord.response(&forged).await.content, FOR_MANAGERS, "{name}");
        // Direct messages have no server that could be managed.
        let direct = house.discord.direct_channel(&house.mona);
        let forged = house.discord.slash_forged(&house.mona, &direct, name, json!({})).await;
        assert_eq!(house.discord.response(&forged).await.content, FOR_MANAGERS, "{name}");
    }
    // Somebody to whom a server's admin gave the command sees no more than that.
    house.discord.open_command("corpus");
    assert_eq!(house.slash(&house.alice, "corpus status", json!({})).await.content, FOR_MANAGERS);
    // The owner looks after the corpus in every server.
    house.discord.owned_by(&house.alice);
    assert_eq!(house.slash(&house.alice, "corpus status", json!({})).await.content, FOR_MANAGERS, "owners are known from the start");
    house.leave().await;
}

#[tokio::test]
async fn an_unknown_generation_to_go_back_from_is_not_gone_back_from() {
    let house = between_two_leases().await;
    let message = house.mention(RENT).await;
    for code in ["rollback-", "rollback-gen-000001", "rollback-gen-999999", "rollback-../gen-000002"] {
        let forged = house.discord.press_forged(&house.ada, &message, &format!("a1:corpus:{code}")).await;
        house.discord.response(&forged).await;
        assert_eq!(house.serving(), "gen-000002", "{code}");
    }
    house.leave().await;
}

#[tokio::test]
async fn admins_are_spoken_to_in_their_language() {
    let house = between_two_leases().await;
    house.program.remove_file("corpus/pets.txt");
    for locale in ["de", "fr", "es-ES", "zh-CN"] {
        let (ada, mona) = (house.ada.speaking(locale), house.mona.speaking(locale));
        let answers = [
            house.slash(&ada, "corpus status", json!({})).await,
            planned(&house, &ada).await,
            house.slash(&ada, "corpus rollback", json!({})).await,
            house.slash(&mona, "corpus diff", json!({})).await,
            planned(&house, &mona).await,
        ];
        insta::assert_snapshot!(format!("admins_{locale}"), answers.each_ref().map(shown).join("\n\n————\n\n"));
    }
    house.leave().await;
}
