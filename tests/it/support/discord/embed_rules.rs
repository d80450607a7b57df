//! What Discord demands of embeds. Every function answers with the breaches, as sentences.

use serde_json::Value;

use super::limits::{
    EMBED_AUTHOR, EMBED_DESCRIPTION, EMBED_FIELD_NAME, EMBED_FIELD_VALUE, EMBED_FIELDS, EMBED_FOOTER, EMBED_TITLE, EMBED_TOTAL, EMBEDS,
};

/// Code points, as Discord counts.
pub fn length(text: &Value) -> usize {
    text.as_str().map_or(0, |text| text.chars().count())
}

/// The items of an array; none if it is absent.
pub fn items(array: &Value) -> &[Value] {
    array.as_array().map_or(&[], Vec::as_slice)
}

/// "`embeds[0].title` has 300 characters; at most 256 are allowed", if so.
pub fn too_long(place: &str, text: &Value, limit: usize) -> Option<String> {
    let found = length(text);
    (found > limit).then(|| format!("`{place}` has {found} characters; at most {limit} are allowed"))
}

pub fn embed_breaches(embeds: &Value) -> Vec<String> {
    let embeds = items(embeds);
    let mut breaches = Vec::new();
    if embeds.len() > EMBEDS {
        breaches.push(format!("{} embeds; at most {EMBEDS} are allowed", embeds.len()));
    }
    let total: usize = embeds.iter().map(text_length).sum();
    if total > EMBED_TOTAL {
        breaches.push(format!("the embeds have {total} characters in total; at most {EMBED_TOTAL} are allowed"));
    }
    for (number, embed) in embeds.iter().enumerate() {
        breaches.extend(one_embed(&format!("embeds[{number}]"), embed));
    }
    breaches
}

fn text_length(embed: &Value) -> usize {
    let fields: usize = items(&embed["fields"]).iter().map(|field| length(&field["name"]) + length(&field["value"])).sum();
    length(&embed["title"]) + length(&embed["description"]) + length(&embed["footer"]["text"]) + length(&embed["author"]["name"]) + fields
}

fn one_embed(place: &str, embed: &Value) -> Vec<String> {
    let mut breaches: Vec<String> = [
        too_long(&format!("{place}.title"), &embed["title"], EMBED_TITLE),
        too_long(&format!("{place}.description"), &embed["description"], EMBED_DESCRIPTION),
        too_long(&format!("{place}.footer.text"), &embed["footer"]["text"], EMBED_FOOTER),
        too_long(&format!("{place}.author.name"), &embed["author"]["name"], EMBED_AUTHOR),
    ]
    .into_iter()
    .flatten()
    .collect();
    let has_picture = embed["image"].is_object() || embed["thumbnail"].is_object();
    if text_length(embed) == 0 && !has_picture {
        breaches.push(format!("`{place}` is empty"));
    }
    let fields = items(&embed["fields"]);
    if fields.len() > EMBED_FIELDS {
        breaches.push(format!("`{place}` has {} fields; at most {EMBED_FIELDS} are allowed", fields.len()));
    }
    for (number, field) in fields.iter().enumerate() {
        breaches.extend(one_field(&format!("{place}.fields[{number}]"), field));
    }
    for (part, address) in addresses(embed) {
        let known = ["http://", "https://", "attachment://"].iter().any(|scheme| address.starts_with(scheme));
        if !known {
            breaches.push(format!("`{place}.{part}` is `{address}`, which is no address that Discord accepts"));
        }
    }
    breaches
}

fn one_field(place: &str, field: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    for (part, limit) in [("name", EMBED_FIELD_NAME), ("value", EMBED_FIELD_VALUE)] {
        let place = format!("{place}.{part}");
        if field[part].as_str().is_none_or(|text| text.trim().is_empty()) {
            breaches.push(format!("`{place}` is empty"));
        }
        breaches.extend(too_long(&place, &field[part], limit));
    }
    breaches
}

/// Every address inside an embed, with the part it stands in.
pub fn addresses(embed: &Value) -> Vec<(&'static str, &str)> {
    let parts = [
        ("url", &embed["url"]),
        ("author.url", &embed["author"]["url"]),
        ("author.icon_url", &embed["author"]["icon_url"]),
        ("footer.icon_url", &embed["footer"]["icon_url"]),
        ("image.url", &embed["image"]["url"]),
        ("thumbnail.url", &embed["thumbnail"]["url"]),
    ];
    parts.into_iter().filter_map(|(part, address)| Some((part, address.as_str()?))).collect()
}
