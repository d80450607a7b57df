//! `/settings`: where the bot answers in a server, how privately and in which language; and who may say so.

use accord::store::GuildSettings;
use serde_json::{Value, json};

use crate::support::discord::{Channel, FakeDiscord, Message, User, permission};
use crate::support::house::{House, lease};

/// What the documents are asked, and what they say.
const RENT: &str = "When is the rent due?";
const DUE: &str = "due on the first";
/// What they do not say.
const EGG: &str = "How long do I boil an egg?";

const CHANNELS: &str = "Choose channels; none means all";
const LANGUAGE: &str = "Choose a language";

/// What is stored of the server's settings.
fn stored(house: &House) -> GuildSettings {
    house.store().settings(house.discord.guild().id).expect("settings")
}

/// The bot in a server with these settings.
async fn set(settings: GuildSettings) -> House {
    let house = House::new().await;
    house.store().set_settings(house.discord.guild().id, &settings, 1).expect("settings are kept");
    house
}

/// Somebody asks with a command in a channel, and reads the answer.
async fn ask(house: &House, by: &User, channel: &Channel, options: Value) -> Message {
    let interaction = house.discord.slash(by, channel, "ask", options).await;
    house.discord.response(&interaction).await
}

/// The values that are chosen in the menus of a panel.
fn chosen(panel: &Message) -> Vec<String> {
    let rows = panel.components.as_array().into_iter().flatten();
    let menus: Vec<&Value> = rows.flat_map(|row| row["components"].as_array().into_iter().flatten()).collect();
    let defaults = menus.iter().flat_map(|menu| menu["default_values"].as_array().into_iter().flatten()).map(|value| &value["id"]);
    let options = menus.iter().flat_map(|menu| menu["options"].as_array().into_iter().flatten());
    let picked = options.filter(|option| option["default"] == true).map(|option| &option["value"]);
    defaults.chain(picked).filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_panel_changes_in_place_and_each_change_is_kept() {
    let house = House::new().await;
    let elsewhere = house.discord.channel("elsewhere");
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    assert!(panel.ephemeral);
    insta::assert_snapshot!("panel", panel.rendered());
    assert_eq!(chosen(&panel), ["any"]);
    assert_eq!(stored(&house), GuildSettings::default());

    let picked = house.discord.select_channels(&house.mona, &panel, CHANNELS, &[&elsewhere, &house.general]).await;
    let changed = house.discord.response(&picked).await;
    assert_eq!(changed.id, panel.id);
    let ids = [elsewhere.id, house.general.id];
    assert_eq!(stored(&house).channels.as_deref(), Some(&ids[..]));
    assert_eq!(chosen(&changed), [elsewhere.id.to_string(), house.general.id.to_string(), "any".to_owned()]);

    let changed = house.press(&house.mona, &panel, "Answer privately").await;
    assert!(stored(&house).private);
    let picked = house.discord.select(&house.mona, &panel, LANGUAGE, &["de"]).await;
    let changed_again = house.discord.response(&picked).await;
    assert_eq!((changed.id, changed_again.id), (panel.id, panel.id));
    assert_eq!(stored(&house).language.as_deref(), Some("de"));
    insta::assert_snapshot!("panel_with_all_changed", changed_again.rendered());

    // And all the way back.
    house.press(&house.mona, &panel, "Answer openly").await;
    let picked = house.discord.select_channels(&house.mona, &panel, CHANNELS, &[]).await;
    house.discord.response(&picked).await;
    let picked = house.discord.select(&house.mona, &panel, LANGUAGE, &["any"]).await;
    assert_eq!(house.discord.response(&picked).await.rendered(), panel.rendered());
    assert_eq!(stored(&house), GuildSettings::default());
    // What was chosen already is no change.
    let picked = house.discord.select(&house.mona, &panel, LANGUAGE, &["any"]).await;
    house.discord.response(&picked).await;
    insta::assert_snapshot!("audit_of_settings", house.audit().join("\n"));
    house.leave().await;
}

#[tokio::test]
async fn the_panel_speaks_the_language_of_whoever_opens_it() {
    let house = House::new().await;
    for locale in ["de", "fr", "es-ES", "zh-CN"] {
        let panel = house.slash(&house.mona.speaking(locale), "settings", json!({})).await;
        insta::assert_snapshot!(format!("panel_{locale}"), panel.rendered());
    }
    house.leave().await;
}

#[tokio::test]
async fn a_button_of_an_old_panel_does_what_it_says() {
    let house = House::new().await;
    let (old, new) = (house.slash(&house.mona, "settings", json!({})).await, house.slash(&house.mona, "settings", json!({})).await);
    house.press(&house.mona, &new, "Answer privately").await;
    house.press(&house.mona, &old, "Answer privately").await;
    assert!(stored(&house).private);
    house.leave().await;
}

#[tokio::test]
async fn settings_are_changed_by_nobody_else_whatever_they_send() {
    let house = House::new().await;
    let discord = &house.discord;
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    let open = house.mention(RENT).await;
    let direct = discord.direct_message(&house.alice, RENT).await;
    let direct = discord.reply(&direct).await;
    let mut sent = vec![discord.slash_forged(&house.alice, &house.general, "settings", json!({})).await];
    for message in [&panel, &open, &direct] {
        for code in ["private", "open", "channels", "language"] {
            sent.push(discord.press_forged(&house.alice, message, &format!("a1:set:{code}")).await);
        }
        sent.push(discord.select_forged(&house.alice, message, "a1:set:language", &["de"]).await);
        sent.push(discord.select_channels_forged(&house.alice, message, "a1:set:channels", &[&house.general]).await);
    }
    // In direct messages there is no server, for nobody.
    sent.push(discord.slash_forged(&house.mona, &discord.direct_channel(&house.mona), "settings", json!({})).await);
    for interaction in &sent {
        let answer = discord.response(interaction).await;
        assert!(answer.ephemeral && answer.components == json!([]), "{}", answer.rendered());
        assert_eq!(answer.content, "This is for those who may manage this server.");
    }
    assert_eq!(stored(&house), GuildSettings::default());
    let audit = house.audit();
    assert!(audit.iter().all(|line| line.ends_with("settings: refused")), "{audit:#?}");
    assert_eq!(audit.len(), sent.len());
    house.leave().await;
}

#[tokio::test]
async fn nonsense_from_who_may_changes_nothing() {
    let house = House::new().await;
    let discord = &house.discord;
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    let sent = [
        discord.select_forged(&house.mona, &panel, "a1:set:language", &["tlh"]).await,
        discord.select_forged(&house.mona, &panel, "a1:set:channels", &["general"]).await,
        discord.select_forged(&house.mona, &panel, "a1:set:private", &["private"]).await,
        discord.press_forged(&house.mona, &panel, "a1:set:channels").await,
        discord.press_forged(&house.mona, &panel, "a1:set:language").await,
    ];
    for interaction in &sent {
        assert_eq!(discord.response(interaction).await.rendered(), panel.rendered());
    }
    let unknown = discord.press_forged(&house.mona, &panel, "a1:set:admin").await;
    assert!(discord.response(&unknown).await.content.starts_with("This button is from another version"));
    assert_eq!(stored(&house), GuildSettings::default());
    house.leave().await;
}

#[tokio::test]
async fn each_server_has_settings_of_its_own() {
    let house = House::new().await;
    let other = house.discord.guild_named("other");
    let there = house.discord.channel_in(&other, "there");
    house.discord.member(&house.mona, &other, &[], permission::EVERYONE);
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    house.press(&house.mona, &panel, "Answer privately").await;
    assert!(!ask(&house, &house.alice, &there, json!({ "question": RENT })).await.ephemeral);
    // Who manages one server does not manage another.
    let forged = house.discord.slash_forged(&house.mona, &there, "settings", json!({})).await;
    assert_eq!(house.discord.response(&forged).await.content, "This is for those who may manage this server.");
    house.leave().await;
}

#[tokio::test]
async fn outside_the_chosen_channels_it_is_silent_and_answers_commands_privately() {
    let house = House::new().await;
    let chosen = house.discord.channel("chosen");
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    let picked = house.discord.select_channels(&house.mona, &panel, CHANNELS, &[&chosen]).await;
    house.discord.response(&picked).await;

    // The fake's last word is about messages that nobody read: there must be none.
    house.discord.mention(&house.alice, &house.general, RENT).await;
    house.discord.mention(&house.alice, &house.general, "").await;
    let question = house.discord.mention(&house.alice, &chosen, RENT).await;
    assert!(house.discord.reply(&question).await.rendered().contains(DUE));
    for options in [json!({ "question": RENT }), json!({ "question": RENT, "private": false })] {
        let answer = ask(&house, &house.alice, &house.general, options.clone()).await;
        assert!(answer.ephemeral && answer.rendered().contains(DUE), "{options}: {}", answer.rendered());
        assert!(!ask(&house, &house.alice, &chosen, options).await.ephemeral);
    }
    for (name, options) in [("search", json!({ "words": "rent", "private": false })), ("sources", json!({ "private": false }))] {
        assert!(house.slash(&house.alice, name, options).await.ephemeral, "{name}");
    }
    // What is private there is not shared there.
    let answer = ask(&house, &house.alice, &house.general, json!({ "question": RENT })).await;
    assert!(!answer.buttons().contains(&"Share"), "{}", answer.rendered());
    let forged = house.discord.press_forged(&house.alice, &answer, "a1:share:").await;
    let shared = house.discord.response(&forged).await;
    assert!(shared.ephemeral);
    insta::assert_snapshot!(shared.content, @"In this channel I answer only privately: whoever manages this server has chosen other channels for me.");
    // Direct messages are nobody's server.
    let direct = house.discord.direct_message(&house.alice, RENT).await;
    assert!(house.discord.reply(&direct).await.rendered().contains(DUE));
    house.leave().await;
}

#[tokio::test]
async fn threads_belong_to_their_channel() {
    let house = House::new().await;
    let chosen = house.discord.channel("chosen");
    house
        .store()
        .set_settings(house.discord.guild().id, &GuildSettings { channels: Some(vec![chosen.id]), ..GuildSettings::default() }, 1)
        .expect("settings are kept");
    let mut threads = Vec::new();
    for channel in [&chosen, &house.general] {
        let head = house.discord.say(&house.alice, channel, "Let us talk about the rent.").await;
        threads.push(house.discord.open_thread(&house.alice, &head, "rent").await);
    }
    let [inside, outside] = threads.as_slice() else { panic!("two threads") };
    house.discord.mention(&house.alice, outside, RENT).await;
    let question = house.discord.mention(&house.alice, inside, RENT).await;
    assert!(house.discord.reply(&question).await.rendered().contains(DUE));
    assert!(!ask(&house, &house.alice, inside, json!({ "question": RENT })).await.ephemeral);
    assert!(ask(&house, &house.alice, outside, json!({ "question": RENT })).await.ephemeral);
    house.leave().await;
}

#[tokio::test]
async fn where_answers_are_private_they_are_open_when_asked_for_openly() {
    let house = set(GuildSettings { private: true, ..GuildSettings::default() }).await;
    let private = |options: Value| ask(&house, &house.alice, &house.general, options);
    assert!(private(json!({ "question": RENT })).await.ephemeral);
    assert!(private(json!({ "question": RENT, "private": true })).await.ephemeral);
    assert!(!private(json!({ "question": RENT, "private": false })).await.ephemeral);
    // Who writes in the channel has asked openly, and sharing is theirs.
    assert!(!house.mention(RENT).await.ephemeral);
    let answer = private(json!({ "question": RENT })).await;
    let pressed = house.discord.press(&house.alice, &answer, "Share").await;
    let shared = house.discord.follow_up(&pressed).await;
    assert!(!shared.ephemeral && shared.rendered().contains(DUE));
    house.discord.until_shown(&answer, |now| !now.buttons().contains(&"Share")).await;
    house.leave().await;
}

#[tokio::test]
async fn to_all_it_speaks_the_language_that_was_chosen() {
    let house = set(GuildSettings { language: Some("de".to_owned()), ..GuildSettings::default() }).await;
    let silence = house.mention(EGG).await;
    insta::assert_snapshot!("silence_in_the_servers_language", silence.rendered());
    let answer = house.mention(RENT).await;
    assert!(answer.rendered().contains(DUE), "quotations stay in the original");
    assert!(answer.buttons().contains(&"Im Kontext"), "{:?}", answer.buttons());
    // Commands are answered in the language of whoever uses them.
    assert!(ask(&house, &house.alice.speaking("fr"), &house.general, json!({ "question": EGG })).await.content.contains("Question posée"));
    assert!(ask(&house, &house.alice, &house.general, json!({ "question": EGG })).await.content.contains("Asked"));
    let direct = house.discord.direct_message(&house.alice, EGG).await;
    assert!(house.discord.reply(&direct).await.content.contains("Asked"));
    house.leave().await;
}

#[tokio::test]
async fn settings_are_there_after_a_restart() {
    let house = set(GuildSettings { private: true, ..GuildSettings::default() }).await;
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    let House { program, discord, bot, .. } = house;
    bot.leave().await;
    let house = House::configured(program, discord, |_, _| {}).await;
    house.discord.identified(2).await;
    assert!(ask(&house, &house.alice, &house.general, json!({ "question": RENT })).await.ephemeral);
    house.press(&house.mona, &panel, "Answer openly").await;
    assert!(!ask(&house, &house.alice, &house.general, json!({ "question": RENT })).await.ephemeral);
    house.leave().await;
}

#[tokio::test]
async fn a_server_that_is_left_has_no_settings_when_the_bot_comes_back() {
    let discord = FakeDiscord::start().await;
    let house = House::configured(lease(), discord, |_, _| {}).await;
    let guild = house.discord.guild();
    let panel = house.slash(&house.mona, "settings", json!({})).await;
    house.press(&house.mona, &panel, "Answer privately").await;
    house.discord.outage_of(&guild);
    house.discord.back(&guild);
    assert!(ask(&house, &house.alice, &house.general, json!({ "question": RENT })).await.ephemeral, "an outage is no departure");
    house.discord.removed_from(&guild);
    let direct = house.discord.direct_message(&house.alice, RENT).await;
    house.discord.reply(&direct).await;
    house.discord.back(&guild);
    assert!(!ask(&house, &house.alice, &house.general, json!({ "question": RENT })).await.ephemeral);
    house.leave().await;
}
