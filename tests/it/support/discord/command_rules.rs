//! What Discord demands of application commands. Breaches come back as sentences.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_normalization::char::is_combining_mark;

use super::embed_rules::{items, length};
use super::limits::{COMMAND_DESCRIPTION, COMMAND_NAME, COMMAND_TOTAL, COMMANDS_BY_TYPE, LOCALES};
use super::option_rules::{Depth, options_breaches};

pub const SLASH: u64 = 1;
pub const USER: u64 = 2;
pub const MESSAGE: u64 = 3;

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
        slash.extend(options_breaches(name, Depth::Command, &command["options"]));
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
    breaches.extend(place_breaches(name, command));
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
pub fn described(what: &str, item: &Value) -> Vec<String> {
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

pub fn localised(texts: &Value) -> impl Iterator<Item = (&str, &str)> {
    let texts = texts.as_object().into_iter().flatten();
    texts.map(|(locale, text)| (locale.as_str(), text.as_str().unwrap_or_default()))
}

pub fn is_locale(locale: &str) -> bool {
    LOCALES.contains(&locale)
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case.
fn is_slash_name(name: &str) -> bool {
    let written_with_marks =
        |letter: char| matches!(letter, '\u{900}'..='\u{97f}' | '\u{a8e0}'..='\u{a8ff}' | '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e5b}');
    let is_letter = |letter: char| letter.is_alphanumeric() && !is_combining_mark(letter);
    let allowed = |letter: char| is_letter(letter) || written_with_marks(letter) || "-_'".contains(letter);
    (1..=COMMAND_NAME).contains(&name.chars().count()) && name.chars().all(allowed) && name.to_lowercase() == name
}

/// Where a command may be used, and by what way of installing.
fn place_breaches(name: &str, command: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    for (part, most) in [("contexts", 2), ("integration_types", 1)] {
        let listed = &command[part];
        let fits = |one: &Value| one.as_u64().is_some_and(|one| one <= most);
        if !listed.is_null() && (items(listed).is_empty() || !items(listed).iter().all(fits)) {
            breaches.push(format!("`{name}`: `{part}` is {listed}; a list of 0 to {most} is wanted"));
        }
    }
    breaches
}

pub fn twice(what: &str, names: &[&str]) -> Vec<String> {
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
