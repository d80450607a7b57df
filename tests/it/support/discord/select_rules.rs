//! What Discord demands of select menus. Breaches come back as sentences.

use std::collections::BTreeSet;

use serde_json::Value;

use super::component_rules::custom_id_breach;
use super::embed_rules::{items, length, too_long};
use super::limits::{SELECT_OPTIONS, SELECT_PLACEHOLDER, SELECT_TEXT, SELECT_VALUES};
use super::option_rules::channel_type_breach;

pub const STRING_SELECT: u64 = 3;
pub const USER_SELECT: u64 = 5;
pub const ROLE_SELECT: u64 = 6;
pub const MENTIONABLE_SELECT: u64 = 7;
pub const CHANNEL_SELECT: u64 = 8;

pub fn select_breaches(menu: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    match menu["custom_id"].as_str() {
        Some(id) => breaches.extend(custom_id_breach(id)),
        None => breaches.push("a select menu has no custom_id".to_owned()),
    }
    breaches.extend(too_long("select placeholder", &menu["placeholder"], SELECT_PLACEHOLDER));
    breaches.extend(number_breaches(menu));
    if menu["type"] == STRING_SELECT {
        breaches.extend(option_breaches(menu));
    } else if !items(&menu["options"]).is_empty() {
        breaches.push(format!("a select menu of type {} has options; only one of text has", menu["type"]));
    }
    if menu["type"] == CHANNEL_SELECT {
        breaches.extend(channel_type_breach("a select menu", &menu["channel_types"]));
    } else if !items(&menu["channel_types"]).is_empty() {
        breaches.push(format!("a select menu of type {} has channel_types", menu["type"]));
    }
    breaches.extend(default_breaches(menu));
    breaches
}

/// The least and the most that may be picked; one of each if the menu does not say.
pub fn values_wanted(menu: &Value) -> (u64, u64) {
    (menu["min_values"].as_u64().unwrap_or(1), menu["max_values"].as_u64().unwrap_or(1))
}

fn number_breaches(menu: &Value) -> Vec<String> {
    let (least, most) = values_wanted(menu);
    let mut breaches = Vec::new();
    if least > SELECT_VALUES {
        breaches.push(format!("a select menu has the min_values {least}; 0 to {SELECT_VALUES} are allowed"));
    }
    if !(1..=SELECT_VALUES).contains(&most) {
        breaches.push(format!("a select menu has the max_values {most}; 1 to {SELECT_VALUES} are allowed"));
    }
    if least > most {
        breaches.push(format!("a select menu wants at least {least} and at most {most} values"));
    }
    breaches
}

/// What is picked beforehand, in menus of people, roles and channels.
fn default_breaches(menu: &Value) -> Vec<String> {
    let defaults = items(&menu["default_values"]);
    if defaults.is_empty() {
        return Vec::new();
    }
    let kinds: &[&str] = match menu["type"].as_u64() {
        Some(USER_SELECT) => &["user"],
        Some(ROLE_SELECT) => &["role"],
        Some(MENTIONABLE_SELECT) => &["user", "role"],
        Some(CHANNEL_SELECT) => &["channel"],
        _ => &[],
    };
    let mut breaches = Vec::new();
    for unfit in defaults.iter().filter(|value| !value["type"].as_str().is_some_and(|kind| kinds.contains(&kind))) {
        breaches.push(format!("a select menu of type {} has the default value {unfit}", menu["type"]));
    }
    let (least, most) = values_wanted(menu);
    if !(least..=most).contains(&(defaults.len() as u64)) {
        breaches.push(format!("a select menu has {} default values; it wants {least} to {most}", defaults.len()));
    }
    breaches
}

fn option_breaches(menu: &Value) -> Vec<String> {
    let options = items(&menu["options"]);
    let mut breaches = Vec::new();
    if !(1..=SELECT_OPTIONS).contains(&options.len()) {
        breaches.push(format!("a select menu has {} options; 1 to {SELECT_OPTIONS} are allowed", options.len()));
    }
    let (least, most) = values_wanted(menu);
    if !options.is_empty() && most.max(least) > options.len() as u64 {
        breaches.push(format!("a select menu wants up to {} of {} options", most.max(least), options.len()));
    }
    let picked = options.iter().filter(|option| option["default"] == true).count() as u64;
    if picked > most {
        breaches.push(format!("a select menu has {picked} options picked beforehand, of at most {most}"));
    }
    let mut values = BTreeSet::new();
    for option in options {
        for part in ["label", "value"] {
            if length(&option[part]) == 0 {
                breaches.push(format!("a select option has no {part}: {option}"));
            }
        }
        for part in ["label", "value", "description"] {
            breaches.extend(too_long(&format!("select option {part}"), &option[part], SELECT_TEXT));
        }
        if let Some(value) = option["value"].as_str()
            && !values.insert(value)
        {
            breaches.push(format!("two select options have the value `{value}`"));
        }
    }
    breaches
}
