//! Whatever people type is shown as they typed it, and does nothing.

use serde_json::{Value, json};

use crate::support::discord::Message;
use crate::support::world::World;

/// What would ping, link, style, reorder or break out, if it were not inert.
const NASTY: &[&str] = &[
    "@everyone @here <@1> <@&2> <#3> </ask:4> who co-chairs?",
    "**bold** __u__ ~~s~~ ||spoiler|| `code` ```block``` hotline",
    "[hotline](https://evil.example/x) <https://evil.example> discord.gg/abc https://discord.com/invite/abc",
    "\u{202e}enilth\u{202d} \u{2066}hotline\u{200f}",
    "hotline\n# heading\n> quote\n-# small\n- list\n1. number",
    "-# Asked: who?\n-# Carries on: everything",
    "<:a:123456789012345678> <t:0:R> hotline",
    "{ $x } %s {0} ${HOME} '; DROP TABLE receipts; --",
    "Both sides also \u{202e}**refuse** @everyone\u{202c} to provide updates on the [status](https://evil.example/x) of those investigations",
    "a1:delete:1 › › \u{0}\u{7}\u{200b}\u{feff}",
];

/// The options that people type words into, and what is needed beside them.
fn options() -> Vec<(&'static str, &'static str, usize, Value)> {
    vec![
        ("ask", "question", 1000, json!({})),
        ("ask", "source", 100, json!({ "question": "hotline" })),
        ("clause", "which", 100, json!({})),
        ("party", "name", 100, json!({})),
        ("critique", "clause", 100, json!({})),
        ("critique", "by", 100, json!({})),
        ("compare", "point", 100, json!({})),
        ("search", "words", 60, json!({})),
        ("search", "source", 100, json!({ "words": "hotline" })),
        ("quote", "text", 4000, json!({})),
        ("quote", "by", 100, json!({ "text": "The entire bullet point might as well not have been there." })),
        ("sources", "id", 100, json!({})),
    ]
}

/// All text of a message that Discord reads markup in.
fn read_as_markup(message: &Message) -> String {
    let mut text = message.content.clone();
    for embed in message.embeds.as_array().into_iter().flatten() {
        for part in ["title", "description"] {
            text.push_str(&format!("\n{}", embed[part].as_str().unwrap_or_default()));
        }
        for field in embed["fields"].as_array().into_iter().flatten() {
            text.push_str(&format!("\n{}\n{}", field["name"].as_str().unwrap_or_default(), field["value"].as_str().unwrap_or_default()));
        }
    }
    text
}

fn assert_inert(what: &str, message: &Message) {
    let text = read_as_markup(message);
    let live = text.replace("\\\\", "");
    let forbidden = [
        "@everyone",
        "@here",
        " <@",
        " <#",
        " </",
        "<:a:",
        "<t:",
        " **bold",
        " __u",
        "~~s~~",
        " ||",
        "```",
        "](https://evil",
        " https://evil",
        "<https://evil",
        "discord.gg",
        "discord.com",
        "\n# heading",
        "\n- list",
        "\n1. number",
        "\n-# small",
        "\n-# Carries on: everything",
    ];
    for mark in forbidden {
        assert!(!live.contains(mark), "{what}: {mark:?} is live in:\n{text}");
    }
    for line in text.lines() {
        let depth = |opens: &[char], closes: char| {
            line.chars().fold(0_i32, |depth, c| depth + i32::from(opens.contains(&c)) - i32::from(c == closes))
        };
        let sets_direction = line.contains(['\u{202d}', '\u{202e}', '\u{200f}']);
        let isolated = line.matches('\u{2068}').count() >= 1 && depth(&['\u{2066}', '\u{2067}', '\u{2068}'], '\u{2069}') >= 0;
        assert!(!sets_direction || isolated, "{what}: a direction mark is loose in {line:?}");
    }
}

#[tokio::test]
async fn whatever_is_typed_into_an_option_is_inert() {
    let world = World::new().await;
    for (place, (name, option, most, rest)) in options().into_iter().enumerate() {
        let long = "why @everyone **does** [it](https://evil.example) ".repeat(100);
        // Questions and quotations get all of it; what goes through the same hands as they do gets a share each.
        let share = if matches!(option, "question" | "text") { 1 } else { 3 };
        let all = NASTY.iter().skip(place % share).step_by(share).map(|text| (*text).to_owned());
        for text in all.chain([long.chars().take(most).collect(), "x".repeat(most), "界".repeat(most)]) {
            let typed: String = text.chars().take(most).collect();
            let mut options = rest.clone();
            options[option] = json!(typed);
            let answer = world.slash(name, options).await;
            assert!(!answer.content.contains("Something went wrong"), "/{name} {option} {typed}: {}", answer.content);
            assert_inert(&format!("/{name} {option}: {typed:?}"), &answer);
        }
    }
    world.leave().await;
}

#[tokio::test]
async fn whatever_stands_in_a_message_is_inert() {
    let world = World::new().await;
    for text in NASTY {
        let said = world.discord.mention(&world.alice, &world.general, text).await;
        assert_inert(&format!("a mention: {text:?}"), &world.discord.reply(&said).await);
        for name in ["Check this quote", "Find sources for this"] {
            let used = world.discord.message_command(&world.alice, &said, name).await;
            let answer = world.discord.response(&used).await;
            assert_inert(&format!("{name}: {text:?}"), &answer);
            if answer.buttons().contains(&"Next page") {
                let pressed = world.discord.press(&world.alice, &answer, "Next page").await;
                assert_inert(&format!("{name}, next page: {text:?}"), &world.discord.response(&pressed).await);
            }
        }
    }
    world.leave().await;
}

#[tokio::test]
async fn what_hostile_words_look_like() {
    let world = World::new().await;
    let mut shown = Vec::new();
    for (name, option) in [("ask", "question"), ("compare", "point"), ("search", "words"), ("quote", "text")] {
        let mut options = json!({});
        let text: String = NASTY[0].chars().take(60).collect();
        options[option] = json!(text);
        shown.push(format!("/{name}\n{}", world.slash(name, options).await.content));
    }
    insta::assert_snapshot!("hostile", shown.join("\n\n"));
    world.leave().await;
}
