//! What Discord demands of a command's options and their choices. Breaches come back as sentences.

use serde_json::{Value, json};

use super::command_rules::{described, is_locale, localised, twice};
use super::embed_rules::{items, length};
use super::limits::{CHOICE_NAME, CHOICE_VALUE, COMMAND_CHOICES, COMMAND_OPTIONS, OPTION_NUMBER, OPTION_TEXT};

pub const SUB_COMMAND: u64 = 1;
pub const SUB_COMMAND_GROUP: u64 = 2;
pub const STRING: u64 = 3;
pub const INTEGER: u64 = 4;
pub const BOOLEAN: u64 = 5;
pub const USER: u64 = 6;
pub const CHANNEL: u64 = 7;
pub const ROLE: u64 = 8;
pub const MENTIONABLE: u64 = 9;
pub const NUMBER: u64 = 10;
pub const ATTACHMENT: u64 = 11;

/// The types of channels that an option or a menu may ask for.
const CHANNEL_TYPES: [u64; 11] = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 15];

/// Whose options they are: a command holds groups, a group holds subcommands, and there it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Command,
    Group,
    SubCommand,
}

pub fn options_breaches(owner: &str, depth: Depth, options: &Value) -> Vec<String> {
    let options = items(options);
    let mut breaches = Vec::new();
    if options.len() > COMMAND_OPTIONS {
        breaches.push(format!("`{owner}` has {} options; at most {COMMAND_OPTIONS} are allowed", options.len()));
    }
    let names: Vec<&str> = options.iter().filter_map(|option| option["name"].as_str()).collect();
    breaches.extend(twice("option", &names));
    let first_optional = options.iter().position(|option| option["required"] != true);
    let after = first_optional.map_or(&[][..], |first| &options[first..]);
    for late in after.iter().filter(|option| option["required"] == true) {
        breaches.push(format!("`{owner}`: the required option {} comes after an optional one", late["name"]));
    }
    let nested = options.iter().filter(|option| is_nested(option)).count();
    if nested > 0 && nested < options.len() {
        breaches.push(format!("`{owner}` mixes subcommands with options"));
    }
    if depth == Depth::Group && (options.is_empty() || options.iter().any(|option| option["type"] != SUB_COMMAND)) {
        breaches.push(format!("the group `{owner}` holds something else than subcommands, or nothing"));
    }
    if depth == Depth::SubCommand && nested > 0 {
        breaches.push(format!("the subcommand `{owner}` has subcommands of its own"));
    }
    breaches.extend(options.iter().flat_map(option_breaches));
    breaches
}

pub fn is_nested(option: &Value) -> bool {
    matches!(option["type"].as_u64(), Some(SUB_COMMAND | SUB_COMMAND_GROUP))
}

fn option_breaches(option: &Value) -> Vec<String> {
    let name = option["name"].as_str().unwrap_or_default();
    let kind = option["type"].as_u64();
    let mut breaches = described("option", option);
    if !kind.is_some_and(|kind| (SUB_COMMAND..=ATTACHMENT).contains(&kind)) {
        breaches.push(format!("the option `{name}` has the type {}", option["type"]));
    }
    if is_nested(option) {
        let depth = if kind == Some(SUB_COMMAND) { Depth::SubCommand } else { Depth::Group };
        breaches.extend(options_breaches(name, depth, &option["options"]));
        return breaches;
    }
    if !items(&option["options"]).is_empty() {
        breaches.push(format!("the option `{name}` has options, but is no subcommand"));
    }
    let choices = items(&option["choices"]);
    if choices.len() > COMMAND_CHOICES {
        breaches.push(format!("the option `{name}` has {} choices; at most {COMMAND_CHOICES} are allowed", choices.len()));
    }
    for choice in choices {
        breaches.extend(choice_breaches(&format!("a choice of `{name}`"), kind, choice));
    }
    let chooses = matches!(kind, Some(STRING | INTEGER | NUMBER));
    if !choices.is_empty() && !chooses && kind.is_some_and(|kind| kind <= ATTACHMENT) {
        breaches.push(format!("the option `{name}` cannot have choices: its type is {}", option["type"]));
    }
    if option["autocomplete"] == true {
        if !choices.is_empty() {
            breaches.push(format!("the option `{name}` has both choices and autocomplete"));
        }
        if !chooses {
            breaches.push(format!("the option `{name}` cannot have autocomplete: its type is {}", option["type"]));
        }
    }
    breaches.extend(range_breaches(name, option));
    breaches
}

/// The parts that narrow what an option takes; each belongs to some types alone.
fn range_breaches(name: &str, option: &Value) -> Vec<String> {
    let kind = option["type"].as_u64().unwrap_or(0);
    let mut breaches = Vec::new();
    for (part, types) in [
        ("min_value", &[INTEGER, NUMBER][..]),
        ("max_value", &[INTEGER, NUMBER]),
        ("min_length", &[STRING]),
        ("max_length", &[STRING]),
        ("channel_types", &[CHANNEL]),
    ] {
        let is_said = !option[part].is_null() && option[part] != json!([]);
        if is_said && !types.contains(&kind) {
            breaches.push(format!("the option `{name}` has `{part}`, which its type {kind} does not know"));
        }
    }
    for part in ["min_value", "max_value"] {
        let value = &option[part];
        let fits = value.as_f64().is_some_and(|number| number.abs() <= OPTION_NUMBER) && (kind != INTEGER || value.is_i64());
        if !value.is_null() && !fits {
            breaches.push(format!("the option `{name}` has the {part} {value}"));
        }
    }
    for (part, least) in [("min_length", 0), ("max_length", 1)] {
        let value = &option[part];
        if !value.is_null() && !value.as_u64().is_some_and(|value| (least..=OPTION_TEXT).contains(&value)) {
            breaches.push(format!("the option `{name}` has the {part} {value}; {least} to {OPTION_TEXT} are allowed"));
        }
    }
    for (least, most) in [("min_value", "max_value"), ("min_length", "max_length")] {
        if let (Some(low), Some(high)) = (option[least].as_f64(), option[most].as_f64())
            && low > high
        {
            breaches.push(format!("the option `{name}` has a {least} above its {most}"));
        }
    }
    breaches.extend(channel_type_breach(name, &option["channel_types"]));
    breaches
}

/// What is wrong with the types of channels that an option or a menu asks for.
pub fn channel_type_breach(name: &str, types: &Value) -> Option<String> {
    let known = |kind: &Value| kind.as_u64().is_some_and(|kind| CHANNEL_TYPES.contains(&kind));
    let unknown = items(types).iter().find(|kind| !known(kind))?;
    Some(format!("`{name}` asks for channels of type {unknown}, which there are none of"))
}

/// A choice, registered or suggested while typing: a name, and a value of the option's type.
pub fn choice_breaches(what: &str, option_type: Option<u64>, choice: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    let long = length(&choice["name"]);
    if !(1..=CHOICE_NAME).contains(&long) {
        breaches.push(format!("{what} has a name of {long} characters; 1 to {CHOICE_NAME} are allowed"));
    }
    let value = &choice["value"];
    let fits = match option_type {
        Some(INTEGER) => value.is_i64() || value.is_u64(),
        Some(NUMBER) => value.is_number(),
        _ => value.is_string() && (1..=CHOICE_VALUE).contains(&length(value)),
    };
    if !fits {
        breaches.push(format!(
            "{what} has the value {value}; \
             the option's type is wanted, and of text 1 to {CHOICE_VALUE} characters"
        ));
    }
    for (locale, text) in localised(&choice["name_localizations"]) {
        if !is_locale(locale) || !(1..=CHOICE_NAME).contains(&text.chars().count()) {
            breaches.push(format!("{what} has the localised name `{text}` ({locale})"));
        }
    }
    breaches
}
