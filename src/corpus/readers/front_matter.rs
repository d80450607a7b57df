//! What a Markdown file says of itself above its text, in YAML between `---` or in TOML between `+++`.

use serde::Deserialize;
use serde_json::Value;

use super::Readable;
use crate::corpus::Lane;
use crate::text::Date;

/// The facts of a file's front matter. What is not known here is the business of other programs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Facts {
    title: Value,
    author: Value,
    authors: Value,
    date: Value,
    published: Value,
    url: Value,
    canonical: Value,
    canonical_url: Value,
    source: Value,
    link: Value,
    lane: Value,
    speaker: Value,
}

/// How front matter is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Style {
    Yaml,
    Toml,
}

/// Takes what front matter says of the file into `readable`. What cannot be read says nothing: it is no part of the text.
pub(super) fn take(style: Style, words: &str, readable: &mut Readable) {
    let facts: Facts = match style {
        Style::Yaml => serde_saphyr::from_str(words).unwrap_or_default(),
        Style::Toml => of_toml(words).unwrap_or_default(),
    };
    let first = |values: &[&Value]| values.iter().find_map(|value| line(value));
    readable.title = line(&facts.title);
    readable.authors = [&facts.authors, &facts.author].into_iter().map(people).find(|people| !people.is_empty()).unwrap_or_default();
    readable.published = first(&[&facts.published, &facts.date]).and_then(|date| day(&date));
    let addresses = [&facts.canonical_url, &facts.canonical, &facts.url, &facts.link, &facts.source];
    readable.canonical = addresses.into_iter().filter_map(line).find(|url| url.starts_with("http://") || url.starts_with("https://"));
    readable.lane = Lane::deserialize(&facts.lane).ok();
    readable.speaker = line(&facts.speaker);
}

fn of_toml(words: &str) -> Option<Facts> {
    let table: toml::Table = toml::from_str(words).ok()?;
    let values = table.into_iter().map(|(key, value)| (key, plain(value)));
    serde_json::from_value(Value::Object(values.collect())).ok()
}

/// A value of TOML as one of JSON; dates become words.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(words) => Value::String(words),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(plain).collect()),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, plain(value))).collect()),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(yes) => Value::from(yes),
    }
}

fn line(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// The people of `Ann`, `[Ann, Bo]` or `[{ name: Ann }]`.
fn people(value: &Value) -> Vec<String> {
    match value {
        Value::Array(people) => people.iter().flat_map(self::people).collect(),
        Value::Object(person) => person.get("name").and_then(line).into_iter().collect(),
        other => line(other).into_iter().collect(),
    }
}

/// `2015`, `2015-09`, `2015-09-25`, also with a time behind it.
fn day(date: &str) -> Option<String> {
    let day = date.split(['T', ' ']).next().unwrap_or_default();
    Date::iso(day).map(|date| date.to_string())
}
