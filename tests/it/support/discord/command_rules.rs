//! What Discord demands of application commands. Breaches come back as sentences.

use std::collections::BTreeSet;

use serde_json::Value;

use super::embed_rules::{items, length};
use super::limits::{
    CHOICE_NAME, CHOICE_VALUE, COMMAND_CHOICES, COMMAND_DESCRIPTION, COMMAND_NAME, COMMAND_OPTIONS, COMMAND_TOTAL, COMMANDS_BY_TYPE,
    LOCALES,
};

pub const SLASH: u64 = 1;
pub const MESSAGE: u64 = 3;
pub const SUB_COMMAND: u64 = 1;
pub const SUB_COMMAND_GROUP: u64 = 2;
pub const STRING: u64 = 3;
pub const INTEGER: u64 = 4;
pub const BOOLEAN: u64 = 5;
pub const USER: u64 = 6;
pub const NUMBER: u64 = 10;
const LAST_OPTION_TYPE: u64 = 11;

/// A command's type; slash if it does not say.
pub fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(SLASH)
}

/// Everything that is wrong with a whole registration.
pub fn registration_breaches(commands: &[Value]) -> Vec<String> {
    let mut breaches: Vec<String> = commands.iter().flat_map(command_breaches).collect();
    for (wanted, most) in COMMANDS_BY_TYPE {
        let same_kind = commands.iter().filter(|command| kind(command) == wanted);
        let names: Vec<&str> = same_kind.filter_map(|command| command["name"].as_str()).collect();
        if names.len() > most {
            breaches.push(format!("{} commands of type {wanted}; at most {most} are allowed", names.len()));
        }
        breaches.extend(twice("command", &names));
    }
    breaches
}

pub fn command_breaches(command: &Value) -> Vec<String> {
    let name = command["name"].as_str().unwrap_or_default();
    let mut breaches = if kind(command) == SLASH {
        let mut slash = described("command", command);
        slash.extend(options_breaches(name, &command["options"]));
        slash
    } else {
        context_menu_breaches(command)
    };
    if !command["dm_permission"].is_null() {
        breaches.push(format!("`{name}`: dm_permission is deprecated; `contexts` says where a command works"));
    }
    let permissions = &command["default_member_permissions"];
    let is_bits = permissions.as_str().is_some_and(|bits| bits.parse::<u64>().is_ok());
    if !permissions.is_null() && !is_bits {
        breaches.push(format!("`{name}`: default_member_permissions is {permissions}, not a number in a string"));
    }
    let total = text_length(command);
    if total > COMMAND_TOTAL {
        breaches.push(format!("`{name}` has {total} characters in total; at most {COMMAND_TOTAL} are allowed"));
    }
    breaches
}

fn context_menu_breaches(command: &Value) -> Vec<String> {
    let name = command["name"].as_str().unwrap_or_default();
    let mut breaches = Vec::new();
    if !(1..=COMMAND_NAME).contains(&name.chars().count()) {
        breaches.push(format!("the command name `{name}` must have 1 to {COMMAND_NAME} characters"));
    }
    if length(&command["description"]) > 0 {
        breaches.push(format!("`{name}`: a context-menu command has no description"));
    }
    if !items(&command["options"]).is_empty() {
        breaches.push(format!("`{name}`: a context-menu command has no options"));
    }
    breaches.extend(localised(&command["name_localizations"]).filter_map(|(locale, text)| {
        let fits = (1..=COMMAND_NAME).contains(&text.chars().count()) && is_locale(locale);
        (!fits).then(|| format!("`{name}`: the localised name `{text}` ({locale})"))
    }));
    breaches
}

/// The name and description of a slash command or an option, with their localisations.
fn described(what: &str, item: &Value) -> Vec<String> {
    let name = item["name"].as_str().unwrap_or_default();
    let mut breaches = Vec::new();
    let names = localised(&item["name_localizations"]).map(|(_, text)| text);
    for text in names.chain([name]).filter(|text| !is_slash_name(text)) {
        breaches.push(format!("the {what} name `{text}` must be 1 to {COMMAND_NAME} lower-case letters, digits, `-`, `_` or `'`"));
    }
    let description = item["description"].as_str().unwrap_or_default();
    let descriptions = localised(&item["description_localizations"]).map(|(_, text)| text);
    for text in descriptions.chain([description]) {
        if !(1..=COMMAND_DESCRIPTION).contains(&text.chars().count()) {
            breaches.push(format!(
                "the {what} `{name}` has a description of {} characters; \
                 1 to {COMMAND_DESCRIPTION} are allowed",
                text.chars().count()
            ));
        }
    }
    for texts in ["name_localizations", "description_localizations"] {
        for (locale, _) in localised(&item[texts]).filter(|(locale, _)| !is_locale(locale)) {
            breaches.push(format!("the {what} `{name}` has a localisation for `{locale}`, which Discord does not know"));
        }
    }
    breaches
}

fn localised(texts: &Value) -> impl Iterator<Item = (&str, &str)> {
    let texts = texts.as_object().into_iter().flatten();
    texts.map(|(locale, text)| (locale.as_str(), text.as_str().unwrap_or_default()))
}

fn is_locale(locale: &str) -> bool {
    LOCALES.contains(&locale)
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case.
fn is_slash_name(name: &str) -> bool {
    let allowed = |letter: char| letter.is_alphanumeric() || "-_'".contains(letter);
    (1..=COMMAND_NAME).contains(&name.chars().count()) && name.chars().all(allowed) && name.to_lowercase() == name
}

fn options_breaches(owner: &str, options: &Value) -> Vec<String> {
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
    breaches.extend(options.iter().flat_map(option_breaches));
    breaches
}

pub fn is_nested(option: &Value) -> bool {
    matches!(option["type"].as_u64(), Some(SUB_COMMAND | SUB_COMMAND_GROUP))
}

fn option_breaches(option: &Value) -> Vec<String> {
    let name = option["name"].as_str().unwrap_or_default();
    let mut breaches = described("option", option);
    if !option["type"].as_u64().is_some_and(|kind| (1..=LAST_OPTION_TYPE).contains(&kind)) {
        breaches.push(format!("the option `{name}` has the type {}", option["type"]));
    }
    if is_nested(option) {
        breaches.extend(options_breaches(name, &option["options"]));
        return breaches;
    }
    let choices = items(&option["choices"]);
    if choices.len() > COMMAND_CHOICES {
        breaches.push(format!("the option `{name}` has {} choices; at most {COMMAND_CHOICES} are allowed", choices.len()));
    }
    for choice in choices {
        breaches.extend(choice_breaches(&format!("a choice of `{name}`"), option["type"].as_u64(), choice));
    }
    if option["autocomplete"] == true {
        if !choices.is_empty() {
            breaches.push(format!("the option `{name}` has both choices and autocomplete"));
        }
        if !matches!(option["type"].as_u64(), Some(STRING | INTEGER | NUMBER)) {
            breaches.push(format!("the option `{name}` cannot have autocomplete: its type is {}", option["type"]));
        }
    }
    breaches
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

fn twice(what: &str, names: &[&str]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let repeated = names.iter().filter(|name| !seen.insert(**name));
    repeated.map(|name| format!("two of one kind, each a {what}, are named `{name}`")).collect()
}

/// What counts towards a command's total: names, descriptions, choice values; the longest localisation.
fn text_length(item: &Value) -> usize {
    let nested = items(&item["options"]).iter().chain(items(&item["choices"]));
    longest(&item["name"], &item["name_localizations"])
        + longest(&item["description"], &item["description_localizations"])
        + length(&item["value"])
        + nested.map(text_length).sum::<usize>()
}

fn longest(text: &Value, localisations: &Value) -> usize {
    let translated = localised(localisations).map(|(_, text)| text.chars().count());
    translated.max().unwrap_or(0).max(length(text))
}
