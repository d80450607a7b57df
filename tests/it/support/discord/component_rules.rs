//! What Discord demands of buttons, menus and their rows. Breaches come back as sentences.

use std::collections::BTreeSet;

use serde_json::Value;

use super::embed_rules::{items, length, too_long};
use super::limits::{BUTTON_LABEL, BUTTON_URL, BUTTONS_IN_ROW, CUSTOM_ID, ROWS, V2_COMPONENTS, V2_TEXT};
use super::select_rules::{STRING_SELECT, select_breaches};

pub const ROW: u64 = 1;
pub const BUTTON: u64 = 2;
pub const TEXT_INPUT: u64 = 4;
pub const TEXT_DISPLAY: u64 = 10;
const LINK_STYLE: u64 = 5;

pub fn component_breaches(components: &Value, is_v2: bool) -> Vec<String> {
    let top = items(components);
    let all = flattened(components);
    let mut breaches = if is_v2 { v2_breaches(&all) } else { classic_breaches(top) };
    let mut seen = BTreeSet::new();
    for component in &all {
        breaches.extend(match component["type"].as_u64() {
            Some(ROW) => row_breaches(component),
            Some(BUTTON) => button_breaches(component),
            Some(STRING_SELECT | 5..=8) => select_breaches(component),
            Some(TEXT_INPUT) => vec!["a text input stands in a message; only modals have them".to_owned()],
            _ => Vec::new(),
        });
        if let Some(id) = component["custom_id"].as_str()
            && !seen.insert(id)
        {
            breaches.push(format!("the custom_id `{id}` occurs twice in one message"));
        }
    }
    breaches
}

/// Every component, nested ones included.
pub fn flattened(components: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for component in items(components) {
        found.push(component);
        found.extend(flattened(&component["components"]));
        if component["accessory"].is_object() {
            found.push(&component["accessory"]);
        }
    }
    found
}

fn classic_breaches(rows: &[Value]) -> Vec<String> {
    let mut breaches = Vec::new();
    if rows.len() > ROWS {
        breaches.push(format!("{} rows of components; at most {ROWS} are allowed", rows.len()));
    }
    for stranger in rows.iter().filter(|row| row["type"] != ROW) {
        breaches.push(format!("a component of type {} stands outside a row, without the IS_COMPONENTS_V2 flag", stranger["type"]));
    }
    breaches
}

fn v2_breaches(all: &[&Value]) -> Vec<String> {
    let mut breaches = Vec::new();
    if all.len() > V2_COMPONENTS {
        breaches.push(format!("{} components; at most {V2_COMPONENTS} are allowed", all.len()));
    }
    let texts = all.iter().filter(|component| component["type"] == TEXT_DISPLAY);
    let text: usize = texts.map(|component| length(&component["content"])).sum();
    if text > V2_TEXT {
        breaches.push(format!("text displays of {text} characters; at most {V2_TEXT} are allowed"));
    }
    breaches
}

fn row_breaches(row: &Value) -> Vec<String> {
    let inside = items(&row["components"]);
    let buttons = inside.iter().filter(|component| component["type"] == BUTTON).count();
    let menus = inside.len() - buttons;
    let mut breaches = Vec::new();
    if inside.is_empty() {
        breaches.push("a row of components is empty".to_owned());
    }
    if buttons > BUTTONS_IN_ROW {
        breaches.push(format!("{buttons} buttons in a row; at most {BUTTONS_IN_ROW} are allowed"));
    }
    if menus > 1 || (menus == 1 && buttons > 0) {
        breaches.push("a select menu shares its row".to_owned());
    }
    breaches
}

fn button_breaches(button: &Value) -> Vec<String> {
    let label = button["label"].as_str().unwrap_or_default();
    let mut breaches = Vec::new();
    if label.trim().is_empty() {
        // Discord would accept an emoji alone; people who cannot see it would not.
        breaches.push(format!("a button has no label: {button}"));
    } else if !label.chars().any(char::is_alphabetic) {
        // A rule of this project, not of Discord: a sign alone is read out as nothing, or as something odd.
        breaches.push(format!("the button `{label}` has no letter in its label"));
    }
    breaches.extend(too_long("button label", &button["label"], BUTTON_LABEL));
    let is_link = button["style"] == LINK_STYLE;
    match button["url"].as_str() {
        Some(url) if is_link => breaches.extend(link_breach(label, url)),
        Some(_) => breaches.push(format!("the button `{label}` has a url but is no link button")),
        None if is_link => breaches.push(format!("the link button `{label}` has no url")),
        None => {}
    }
    match button["custom_id"].as_str() {
        Some(_) if is_link => breaches.push(format!("the link button `{label}` has a custom_id")),
        Some(id) => breaches.extend(custom_id_breach(id)),
        None if is_link => {}
        None => breaches.push(format!("the button `{label}` has no custom_id")),
    }
    if !button["style"].as_u64().is_some_and(|style| (1..=LINK_STYLE).contains(&style)) {
        breaches.push(format!("the button `{label}` has the style {}", button["style"]));
    }
    breaches
}

fn link_breach(label: &str, url: &str) -> Option<String> {
    let long = url.chars().count();
    if long > BUTTON_URL {
        return Some(format!("the url of `{label}` has {long} characters; at most {BUTTON_URL} are allowed"));
    }
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    (!is_web).then(|| format!("the url of `{label}` is `{url}`, which is not http(s)"))
}

pub fn custom_id_breach(id: &str) -> Option<String> {
    let long = id.chars().count();
    let fits = (1..=CUSTOM_ID).contains(&long);
    (!fits).then(|| format!("the custom_id `{id}` has {long} characters; 1 to {CUSTOM_ID} are allowed"))
}
