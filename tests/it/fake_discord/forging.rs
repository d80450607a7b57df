use serde_json::json;

use super::crude::{failure_of, message, next_interaction, panel, prepared};

#[tokio::test]
async fn what_no_client_would_send_arrives_all_the_same() {
    let (discord, bot, mut socket) = prepared().await;
    let (alice, general) = (discord.user("alice"), discord.channel("general"));
    let hidden = failure_of(discord.slash(&alice, &general, "corpus rebuild", json!({}))).await;
    assert!(hidden.contains("lacks the permission"), "{hidden}");

    let row =
        json!([{ "type": 1, "components": [{ "type": 2, "style": 4, "label": "Delete", "custom_id": "delete:1", "disabled": true }] }]);
    let shown = panel(&discord, &bot, row).await;
    assert_eq!((shown.buttons(), shown.custom_id("Delete")), (vec![], Some("delete:1")), "a button that is off cannot be pressed");
    let forged = [
        discord.slash_forged(&alice, &general, "corpus rebuild", json!({ "all": true })).await,
        discord.slash_forged(&alice, &discord.direct_channel(&alice), "sing", json!({ "loud": true, "times": 3, "what": "la" })).await,
        discord.press_forged(&alice, &shown, "delete:2").await,
        discord.select_forged(&alice, &shown, "menu", &["x"]).await,
        discord.submit_forged(&alice, &general, "v1:wrong", json!({ "why": "because" })).await,
    ];
    let mut events = Vec::new();
    for _ in &forged {
        events.push(next_interaction(&mut socket).await.0);
    }
    assert_eq!(
        events[0]["data"]["options"],
        json!([{ "name": "rebuild", "type": 1, "options": [{ "name": "all", "type": 5, "value": true }] }])
    );
    assert!(events[0]["member"]["permissions"].as_str().is_some_and(|bits| bits.parse::<u64>().is_ok_and(|bits| bits & 32 == 0)));
    assert_eq!(events[1]["data"]["options"][0]["type"], 5);
    assert_eq!((&events[1]["data"]["options"][1]["type"], &events[1]["context"]), (&json!(4), &json!(1)));
    assert_eq!((&events[2]["data"]["custom_id"], &events[2]["message"]["id"]), (&json!("delete:2"), &json!(shown.id.to_string())));
    assert_eq!((&events[3]["data"]["values"], &events[3]["data"]["component_type"]), (&json!(["x"]), &json!(3)));
    assert_eq!(events[4]["data"]["components"][0]["components"][0]["value"], "because");
    for one in &forged {
        assert_eq!(bot.call_back(one, &message("no")).await.0, 204);
        discord.response(one).await;
    }
}
