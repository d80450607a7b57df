use serde_json::{Value, json};

use super::crude::{failure_of, messages_of, next_interaction, panel, polite, prepared};

fn menu(kind: u64) -> Value {
    json!({ "type": kind, "custom_id": format!("menu{kind}"), "placeholder": format!("Menu {kind}"), "max_values": 2 })
}

fn rows(menus: &[Value]) -> Value {
    menus.iter().map(|menu| json!({ "type": 1, "components": [menu] })).collect()
}

#[tokio::test]
async fn menus_bring_what_was_picked() {
    let (discord, bot, mut socket) = prepared().await;
    let (alice, bob, guild) = (discord.user("alice"), discord.user("bob"), discord.guild());
    let (news, general) = (discord.channel("news"), discord.channel("general"));
    let readers = discord.role(&guild, "Readers");
    discord.member(&bob, &guild, &[&readers], 1 << 10);
    let mut channels = menu(8);
    channels["channel_types"] = json!([0]);
    channels["default_values"] = json!([{ "id": general.id.to_string(), "type": "channel" }]);
    let shown = panel(&discord, &bot, rows(&[channels, menu(6), menu(5)])).await;
    assert_eq!(shown.rendered(), "a panel\n\n<Menu 8: channels>\n\n<Menu 6: roles>\n\n<Menu 5: people>");

    let ids = [news.id.to_string(), readers.id.to_string(), bob.id.to_string()];
    let picked = [
        discord.select_channels(&alice, &shown, "Menu 8", &[&news, &general]).await,
        discord.select_roles(&alice, &shown, "menu6", &[&readers]).await,
        discord.select_users(&alice, &shown, "Menu 5", &[&bob]).await,
    ];
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!(event["data"]["values"], json!([ids[0], general.id.to_string()]));
    assert_eq!(event["data"]["resolved"]["channels"][&ids[0]]["name"], "news");
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!(event["data"]["resolved"]["roles"][&ids[1]]["name"], "Readers");
    let (event, _) = next_interaction(&mut socket).await;
    assert_eq!((&event["data"]["component_type"], &event["data"]["values"]), (&json!(5), &json!([ids[2]])));
    assert_eq!(event["data"]["resolved"]["users"][&ids[2]]["username"], "bob");
    assert_eq!(event["data"]["resolved"]["members"][&ids[2]]["roles"], json!([ids[1]]));
    assert_eq!(event["data"]["resolved"]["members"][&ids[2]]["permissions"], "1024");
    for one in &picked {
        assert_eq!(bot.call_back(one, &json!({ "type": 6 })).await.0, 204);
    }
}

#[tokio::test]
async fn people_pick_only_what_is_offered() {
    let (discord, bot, _socket) = prepared().await;
    let (alice, elsewhere) = (discord.user("alice"), discord.guild_named("elsewhere"));
    let mut texts = menu(3);
    texts["min_values"] = json!(2);
    texts["options"] = json!([{ "label": "One", "value": "1" }, { "label": "Two", "value": "2" }]);
    let mut channels = menu(8);
    channels["channel_types"] = json!([0]);
    let shown = panel(&discord, &bot, rows(&[texts, channels])).await;
    let foreign = discord.channel_in(&elsewhere, "general");
    let news = discord.news_channel_in(&discord.guild(), "news");
    for (sentence, phrase) in [
        (failure_of(discord.select(&alice, &shown, "Menu 3", &["1"])).await, "takes 2 to 2 values, not 1"),
        (failure_of(discord.select(&alice, &shown, "Menu 3", &["1", "3"])).await, "`3` is not offered"),
        (failure_of(discord.select(&alice, &shown, "Menu 8", &["1"])).await, "of type 8, not 3"),
        (failure_of(discord.press(&alice, &shown, "Menu 3")).await, "of type 3, not 2"),
        (failure_of(discord.select_channels(&alice, &shown, "Menu 8", &[&foreign])).await, "is not offered"),
        (failure_of(discord.select_channels(&alice, &shown, "Menu 8", &[&news])).await, "is not offered"),
    ] {
        assert!(sentence.contains(phrase), "{sentence}");
    }
}

#[tokio::test]
async fn every_breach_of_a_menu_or_a_button_is_caught() {
    let (discord, bot, _socket) = prepared().await;
    let changed = |kind: u64, part: &str, value: Value| {
        let mut menu = menu(kind);
        if kind == 3 {
            menu["options"] = json!([{ "label": "One", "value": "1" }, { "label": "Two", "value": "2" }]);
        }
        menu[part] = value;
        menu
    };
    let default = |kind: &str| json!({ "id": "1100000000000000000", "type": kind });
    let button = json!({ "type": 2, "style": 1, "label": "▶ 2", "custom_id": "next" });
    for (component, phrase) in [
        (changed(5, "min_values", json!(26)), "min_values 26"),
        (changed(6, "max_values", json!(0)), "max_values 0"),
        (changed(8, "min_values", json!(3)), "at least 3 and at most 2"),
        (changed(5, "options", json!([{ "label": "l", "value": "v" }])), "type 5 has options"),
        (changed(5, "channel_types", json!([0])), "type 5 has channel_types"),
        (changed(8, "channel_types", json!([99])), "channels of type 99"),
        (changed(8, "default_values", json!([default("user")])), "type 8 has the default value"),
        (changed(3, "default_values", json!([default("user")])), "type 3 has the default value"),
        (changed(6, "default_values", json!([default("role"), default("role"), default("role")])), "3 default values; it wants 1 to 2"),
        (button, "`▶ 2` has no letter in its label"),
        (json!({ "type": 4, "custom_id": "i", "style": 1, "label": "l" }), "only modals have them"),
    ] {
        let mut body = polite("a panel");
        body["components"] = rows(&[component]);
        assert_eq!(bot.post(&messages_of(&discord), &body).await.0, 400, "{phrase}");
        let violations = discord.take_violations();
        assert!(violations[0].contains(phrase), "{violations:?} lack {phrase:?}");
    }
}
