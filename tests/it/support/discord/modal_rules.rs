//! What Discord demands of modals: the forms that open before a person. Breaches come back as sentences.

use std::collections::BTreeSet;

use serde_json::Value;

use super::component_rules::{ROW, TEXT_DISPLAY, TEXT_INPUT, custom_id_breach};
use super::embed_rules::{items, length, too_long};
use super::limits::{INPUT_DESCRIPTION, INPUT_LABEL, INPUT_PLACEHOLDER, INPUT_TEXT, MODAL_COMPONENTS, MODAL_TITLE};
use super::select_rules::{STRING_SELECT, select_breaches};

/// A component with a label, around one that is filled in.
pub const LABEL: u64 = 18;

pub fn modal_breaches(modal: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    match modal["custom_id"].as_str() {
        Some(id) => breaches.extend(custom_id_breach(id)),
        None => breaches.push("a modal has no custom_id".to_owned()),
    }
    let title = length(&modal["title"]);
    if !(1..=MODAL_TITLE).contains(&title) {
        breaches.push(format!("a modal's title has {title} characters; 1 to {MODAL_TITLE} are allowed"));
    }
    let top = items(&modal["components"]);
    if !(1..=MODAL_COMPONENTS).contains(&top.len()) {
        breaches.push(format!("a modal has {} components; 1 to {MODAL_COMPONENTS} are allowed", top.len()));
    }
    for component in top {
        breaches.extend(match component["type"].as_u64() {
            Some(ROW) => row_breaches(component),
            Some(LABEL) => label_breaches(component),
            Some(TEXT_DISPLAY) => Vec::new(),
            _ => vec![format!("a modal has a component of type {}", component["type"])],
        });
    }
    let mut seen = BTreeSet::new();
    let ids = fields(modal).into_iter().filter_map(|(_, field)| field["custom_id"].as_str());
    breaches.extend(ids.filter(|id| !seen.insert(*id)).map(|id| format!("the custom_id `{id}` occurs twice in one modal")));
    breaches
}

/// What is filled in, each with the label that a person reads.
pub fn fields(modal: &Value) -> Vec<(&str, &Value)> {
    let mut found = Vec::new();
    for component in items(&modal["components"]) {
        if component["type"] == LABEL {
            found.push((component["label"].as_str().unwrap_or_default(), &component["component"]));
        }
        let inside = items(&component["components"]).iter();
        found.extend(inside.map(|input| (input["label"].as_str().unwrap_or_default(), input)));
    }
    found
}

fn row_breaches(row: &Value) -> Vec<String> {
    let [input] = items(&row["components"]) else {
        return vec![format!("a row of a modal holds {} components, not one", items(&row["components"]).len())];
    };
    if input["type"] != TEXT_INPUT {
        return vec![format!("a row of a modal holds a component of type {}, not a text input", input["type"])];
    }
    let mut breaches = input_label_breach(&input["label"]).into_iter().collect::<Vec<_>>();
    breaches.extend(input_breaches(input));
    breaches
}

fn label_breaches(label: &Value) -> Vec<String> {
    let mut breaches: Vec<String> = input_label_breach(&label["label"]).into_iter().collect();
    breaches.extend(too_long("label description", &label["description"], INPUT_DESCRIPTION));
    let inside = &label["component"];
    match inside["type"].as_u64() {
        Some(TEXT_INPUT) => {
            if !inside["label"].is_null() {
                breaches.push("a text input inside a label has a label of its own".to_owned());
            }
            breaches.extend(input_breaches(inside));
        }
        Some(STRING_SELECT | 5..=8) => breaches.extend(select_breaches(inside)),
        _ => breaches.push(format!("a label of a modal holds a component of type {}", inside["type"])),
    }
    breaches
}

fn input_label_breach(label: &Value) -> Option<String> {
    let long = length(label);
    (!(1..=INPUT_LABEL).contains(&long)).then(|| format!("an input's label has {long} characters; 1 to {INPUT_LABEL} are allowed"))
}

fn input_breaches(input: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    match input["custom_id"].as_str() {
        Some(id) => breaches.extend(custom_id_breach(id)),
        None => breaches.push("a text input has no custom_id".to_owned()),
    }
    if !matches!(input["style"].as_u64(), Some(1 | 2)) {
        breaches.push(format!("a text input has the style {}; 1 (one line) and 2 (several) are allowed", input["style"]));
    }
    breaches.extend(too_long("input placeholder", &input["placeholder"], INPUT_PLACEHOLDER));
    for (part, least) in [("min_length", 0), ("max_length", 1)] {
        let value = &input[part];
        if !value.is_null() && !value.as_u64().is_some_and(|value| (least..=INPUT_TEXT).contains(&value)) {
            breaches.push(format!("a text input has the {part} {value}; {least} to {INPUT_TEXT} are allowed"));
        }
    }
    let (least, most) = lengths(input);
    if least > most {
        breaches.push(format!("a text input wants at least {least} and at most {most} characters"));
    }
    let given = length(&input["value"]) as u64;
    if given > 0 && !(least..=most).contains(&given) {
        breaches.push(format!("a text input is filled with {given} characters; it wants {least} to {most}"));
    }
    breaches
}

/// The least and the most that a text input takes.
pub fn lengths(input: &Value) -> (u64, u64) {
    (input["min_length"].as_u64().unwrap_or(0), input["max_length"].as_u64().unwrap_or(INPUT_TEXT))
}
