//! The whole registration, as data.

use serde_json::{Map, Value, json};

use super::limits::CHOICE;
use crate::words::{Language, Words};

/// The most letters of a question, and of a passage that is to be checked. Discord would allow 6000; no question in plain
/// words is that long.
pub(super) const QUESTION: u16 = 1000;
const PASTED: u16 = 4000;
/// The most letters of a search: what a button for its next page can carry.
pub(super) const SEARCHED: u16 = 60;

/// The most letters of an address: what browsers and servers agree on.
const ADDRESS: u16 = 2000;
/// The most letters of a title, as with an embed's.
const TITLE: u16 = 256;

/// Everywhere: servers, direct messages with the bot, and private channels between people.
const EVERYWHERE: &[u8] = &[0, 1, 2];
/// In servers alone.
const IN_SERVERS: &[u8] = &[0];
/// Installed in a server, or by a person for themselves.
const BY_ANYONE: &[u8] = &[0, 1];
const BY_SERVERS: &[u8] = &[0];
/// Manage Server. Admins of a server can give a command to others, so it is checked again when it is used.
const MANAGE_SERVER: &str = "32";

/// Command types (interactions/application-commands).
const SLASH: u8 = 1;
const ON_A_MESSAGE: u8 = 3;
/// Option types.
const SUB_COMMAND: u8 = 1;
const STRING: u8 = 3;
const BOOLEAN: u8 = 5;
const FILE: u8 = 11;

/// A command. Its name is permanent: whatever permissions an admin has set are lost when it is renamed.
struct Command {
    kind: u8,
    /// Where its words are found: `command-` and this.
    key: &'static str,
    options: &'static [Opt],
    subcommands: &'static [Sub],
    for_admins: bool,
}

/// A part of a command.
struct Sub {
    name: &'static str,
    options: &'static [Opt],
}

/// An option of a command.
struct Opt {
    name: &'static str,
    kind: u8,
    required: bool,
    suggests: bool,
    most: Option<u16>,
    /// The values that there are, each with a name of its own.
    choices: &'static [&'static str],
}

impl Opt {
    const fn text(name: &'static str, most: u16) -> Self {
        Self { name, kind: STRING, required: false, suggests: false, most: Some(most), choices: &[] }
    }

    const fn switch(name: &'static str) -> Self {
        Self { name, kind: BOOLEAN, required: false, suggests: false, most: None, choices: &[] }
    }

    const fn file(name: &'static str) -> Self {
        Self { name, kind: FILE, required: false, suggests: false, most: None, choices: &[] }
    }

    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn suggesting(self) -> Self {
        Self { suggests: true, ..self }
    }
}

/// The most letters of something that is suggested.
#[expect(clippy::cast_possible_truncation, reason = "100 fits")]
const SUGGESTED: u16 = CHOICE as u16;
const SOURCE: Opt = Opt::text("source", SUGGESTED).suggesting();
const LANE: Opt = Opt { choices: &["text", "reporting", "opinion", "note"], most: None, ..Opt::text("lane", 0) };
/// Notes are Accord's own; nobody adds one.
const OWN_LANE: Opt = Opt { choices: &["text", "reporting", "opinion"], most: None, ..Opt::text("lane", 0) };
const PRIVATE: Opt = Opt::switch("private");

const fn slash(key: &'static str, options: &'static [Opt]) -> Command {
    Command { kind: SLASH, key, options, subcommands: &[], for_admins: false }
}

const COMMANDS: &[Command] = &[
    slash("ask", &[Opt::text("question", QUESTION).required(), PRIVATE, SOURCE, LANE]),
    slash("clause", &[Opt::text("which", SUGGESTED).required().suggesting(), PRIVATE]),
    slash("party", &[Opt::text("name", SUGGESTED).required().suggesting(), PRIVATE]),
    slash("critique", &[Opt::text("clause", SUGGESTED).suggesting(), Opt::text("by", SUGGESTED).suggesting(), PRIVATE]),
    slash("compare", &[Opt::text("point", SUGGESTED).required().suggesting(), PRIVATE]),
    slash("search", &[Opt::text("words", SEARCHED).required(), SOURCE, LANE, PRIVATE]),
    slash("quote", &[Opt::text("text", PASTED).required(), Opt::text("by", SUGGESTED).suggesting(), PRIVATE]),
    slash("sources", &[Opt::text("id", SUGGESTED).suggesting(), PRIVATE]),
    slash("timeline", &[PRIVATE]),
    slash("map", &[PRIVATE]),
    slash("receipt", &[]),
    slash("help", &[]),
    slash("about", &[]),
    slash("privacy", &[]),
    Command { kind: ON_A_MESSAGE, ..slash("find-sources", &[]) },
    Command { kind: ON_A_MESSAGE, ..slash("check-quote", &[]) },
    Command {
        for_admins: true,
        subcommands: &[
            Sub { name: "status", options: &[] },
            Sub { name: "reindex", options: &[Opt::switch("dry_run")] },
            Sub { name: "diff", options: &[] },
            Sub { name: "rollback", options: &[] },
            Sub { name: "fetch", options: &[SOURCE] },
            Sub { name: "add", options: &[Opt::text("url", ADDRESS), Opt::file("file"), Opt::text("title", TITLE), OWN_LANE] },
            Sub { name: "remove", options: &[SOURCE.required()] },
            Sub { name: "sources", options: &[] },
        ],
        ..slash("corpus", &[])
    },
    Command { for_admins: true, ..slash("settings", &[]) },
];

/// The body that registers every command, in one server or everywhere.
#[must_use]
pub fn registration(in_one_server: bool) -> Value {
    COMMANDS.iter().map(|command| command.json(in_one_server)).collect()
}

impl Command {
    fn json(&self, in_one_server: bool) -> Value {
        let mut json = Map::new();
        json.insert("type".to_owned(), json!(self.kind));
        self.words(&mut json, "name", "name");
        if self.kind == SLASH {
            self.words(&mut json, "description", "description");
        }
        let subs = self.subcommands.iter().map(|sub| sub.json(self));
        let options: Vec<Value> = subs.chain(self.options.iter().map(|option| option.json(self, ""))).collect();
        if !options.is_empty() {
            json.insert("options".to_owned(), json!(options));
        }
        if self.for_admins {
            json.insert("default_member_permissions".to_owned(), json!(MANAGE_SERVER));
        }
        if !in_one_server {
            // Only commands that are registered everywhere have these.
            json.insert("contexts".to_owned(), json!(if self.for_admins { IN_SERVERS } else { EVERYWHERE }));
            json.insert("integration_types".to_owned(), json!(if self.for_admins { BY_SERVERS } else { BY_ANYONE }));
        }
        Value::Object(json)
    }

    /// Puts in what the command or a part of it is called or described as, in every language.
    fn words(&self, json: &mut Map<String, Value>, field: &str, part: &str) {
        let own = Words::english().command(self.key, part).unwrap_or_else(|| part.to_owned());
        json.insert(field.to_owned(), json!(own));
        let every = Language::ALL.into_iter().flat_map(|language| language.locales().iter().map(move |locale| (*locale, language)));
        let translated =
            every.filter_map(|(locale, language)| Some((locale.to_owned(), json!(Words::of(language).command(self.key, part)?))));
        json.insert(format!("{field}_localizations"), Value::Object(translated.collect()));
    }
}

impl Sub {
    fn json(&self, command: &Command) -> Value {
        let mut json = Map::new();
        json.insert("type".to_owned(), json!(SUB_COMMAND));
        command.words(&mut json, "name", &format!("{}-name", self.name));
        command.words(&mut json, "description", &format!("{}-description", self.name));
        let prefix = format!("{}-", self.name);
        json.insert("options".to_owned(), self.options.iter().map(|option| option.json(command, &prefix)).collect());
        Value::Object(json)
    }
}

impl Opt {
    fn json(&self, command: &Command, prefix: &str) -> Value {
        let mut json = Map::new();
        json.insert("type".to_owned(), json!(self.kind));
        command.words(&mut json, "name", &format!("{prefix}{}-name", self.name));
        command.words(&mut json, "description", &format!("{prefix}{}-description", self.name));
        if self.required {
            json.insert("required".to_owned(), json!(true));
        }
        if self.suggests {
            json.insert("autocomplete".to_owned(), json!(true));
        }
        if let Some(most) = self.most {
            json.insert("max_length".to_owned(), json!(most));
        }
        let choice = |value: &&'static str| {
            let mut choice = Map::from_iter([("value".to_owned(), json!(value))]);
            command.words(&mut choice, "name", &format!("{}-{value}", self.name));
            Value::Object(choice)
        };
        if !self.choices.is_empty() {
            json.insert("choices".to_owned(), self.choices.iter().map(choice).collect());
        }
        Value::Object(json)
    }
}

/// A registration reduced to what this program says of it, so that what Discord gives back can be compared.
#[must_use]
pub(super) fn normalised(commands: &Value) -> Value {
    let mut known: Vec<Value> = commands.as_array().into_iter().flatten().map(normalised_item).collect();
    known.sort_by_key(|command| command["name"].as_str().unwrap_or_default().to_owned());
    json!(known)
}

/// What Discord adds to a command or fills in by itself.
const ADDED: [&str; 7] = ["id", "application_id", "guild_id", "version", "default_permission", "dm_permission", "handler"];

fn normalised_item(item: &Value) -> Value {
    let mut kept = item.clone();
    let Some(fields) = kept.as_object_mut() else { return kept };
    fields.retain(|name, value| {
        let says_nothing = value.is_null() || *value == json!(false) || *value == json!("") || value.as_array().is_some_and(Vec::is_empty);
        !ADDED.contains(&name.as_str()) && !says_nothing
    });
    // The order of options counts, that of these does not; a server's commands may come back with the defaults filled in.
    for name in ["contexts", "integration_types"] {
        if let Some(Value::Array(list)) = fields.get_mut(name) {
            list.sort_by_key(Value::as_u64);
        }
    }
    for name in ["options", "choices"] {
        if let Some(Value::Array(list)) = fields.get_mut(name) {
            *list = list.iter().map(normalised_item).collect();
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_fills_in_is_no_difference() {
        let ours = registration(false);
        let mut theirs = ours.clone();
        for command in theirs.as_array_mut().unwrap() {
            for (name, value) in [
                ("id", json!("1")),
                ("version", json!("2")),
                ("application_id", json!("3")),
                ("nsfw", json!(false)),
                ("dm_permission", json!(true)),
                ("default_permission", json!(true)),
            ] {
                command[name] = value;
            }
            command["contexts"].as_array_mut().unwrap().reverse();
            if command.get("default_member_permissions").is_none() {
                command["default_member_permissions"] = Value::Null;
            }
        }
        theirs.as_array_mut().unwrap().reverse();
        assert!(normalised(&ours) == normalised(&theirs));
    }

    #[test]
    fn every_name_is_one_that_discord_takes_in_every_language() {
        fn all(value: &Value, found: &mut Vec<(bool, String)>, slash: bool) {
            let slash = value["type"].as_u64().map_or(slash, |kind| slash && kind != u64::from(ON_A_MESSAGE));
            let own = value["name"].as_str().map(str::to_owned);
            let translated = value["name_localizations"].as_object().into_iter().flatten().filter_map(|(_, name)| name.as_str());
            let names = own.into_iter().chain(translated.map(str::to_owned));
            // Choices are shown, not typed.
            found.extend(names.map(|name| (slash && value.get("value").is_none(), name)));
            for part in ["options", "choices"] {
                value[part].as_array().into_iter().flatten().for_each(|part| all(part, found, slash));
            }
        }
        let mut found = Vec::new();
        registration(false).as_array().unwrap().iter().for_each(|command| all(command, &mut found, command["type"] == SLASH));
        for (typed, name) in found {
            let letters = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_') || !typed && matches!(c, ' ' | '\'' | '’'));
            let lower = !typed || name == name.to_lowercase();
            assert!((1..=32).contains(&name.chars().count()) && letters && lower, "{name}");
        }
    }

    #[test]
    fn what_was_changed_is_a_difference() {
        let ours = registration(false);
        for (command, place, value) in [
            (0, "/description", json!("x")),
            (0, "/options/0/max_length", json!(5)),
            (1, "/contexts", json!([0])),
            (2, "/name_localizations/de", json!("x")),
        ] {
            let mut theirs = ours.clone();
            *theirs[command].pointer_mut(place).unwrap() = value;
            assert!(normalised(&ours) != normalised(&theirs), "{place}");
        }
    }
}
