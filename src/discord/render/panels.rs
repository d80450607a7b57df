//! What the bot says about itself: what it is, what it is set to, what it serves; and the pictures that it draws.

use super::fit::{fit, name, plain};
use super::inert::block_quote;
use super::{ABOUT, TITLE, original_language};
use crate::answer::{Answerer, ProvenDated, ProvenTimeline, When};
use crate::discord::body::{Body, Button, Embed, File, Item, Menu, Row, Style};
use crate::discord::custom_id::{Press, Setting};
use crate::discord::limits::{EMBED_DESCRIPTION, FILE_DESCRIPTION, MENU_OPTION, length};
use crate::index::Generation;
use crate::picture::{self, Picture, PictureError};
use crate::store::GuildSettings;
use crate::words::picture::Labels;
use crate::words::{CUT, Language, Words};

/// The most that is said of a date beside its words, and the most of those.
const DATED: usize = 160;
const DATED_QUOTE: usize = 400;

/// What the bot is, and what it answers from.
pub(in crate::discord) fn about(generation: &Generation, voice: &Words) -> Body {
    let manifest = generation.manifest();
    let lines = [
        format!("**{}**", name(&manifest.title, TITLE)),
        name(&manifest.about, ABOUT),
        String::new(),
        voice.about(env!("CARGO_PKG_VERSION")),
        voice.indexed(manifest.documents, manifest.passages),
        voice.snapshot(&manifest.snapshot),
        voice.about_proof(),
    ];
    Body::text(lines.join("\n"))
}

/// The settings of a server as they are, with what changes them.
pub(in crate::discord) fn settings(settings: &GuildSettings, voice: &Words) -> Body {
    let channels = settings.channels.clone().unwrap_or_default();
    let listed: Vec<String> = channels.iter().take(25).map(|id| format!("<#{id}>")).collect();
    let language = settings.language.as_deref().and_then(Language::from_code);
    let lines = [
        format!("**{}**", voice.settings()),
        if listed.is_empty() { voice.answers_everywhere() } else { voice.answers_in(&listed.join(" ")) },
        if settings.private { voice.answers_privately() } else { voice.answers_openly() },
        language.map_or_else(|| voice.speaks_as_asked(), |language| voice.speaks(language.endonym())),
    ];
    let item = |language: Option<Language>, label: String| Item {
        label: plain(&label, MENU_OPTION),
        description: String::new(),
        value: language.map_or("any", Language::code).to_owned(),
        chosen: false,
    };
    let mut items = vec![item(None, voice.any_language())];
    items.extend(Language::ALL.map(|language| item(Some(language), language.endonym().to_owned())));
    for item in &mut items {
        item.chosen = item.value == language.map_or("any", Language::code);
    }
    let (toggle, other) =
        if settings.private { (voice.answer_openly(), Setting::Open) } else { (voice.answer_privately(), Setting::Private) };
    let rows = vec![
        Row::Channels {
            press: Press::Settings(Setting::Channels),
            placeholder: plain(&voice.choose_channels(), MENU_OPTION),
            chosen: channels,
        },
        Row::Menu(Menu { press: Press::Settings(Setting::Language), placeholder: plain(&voice.choose_language(), MENU_OPTION), items }),
        Row::Buttons(vec![Button::press(toggle, Press::Settings(other)).styled(Style::Primary)]),
    ];
    Body { content: lines.join("\n"), rows, ..Body::default() }
}

/// Clauses, parties and critiques as a picture.
pub(in crate::discord) fn map(answerer: &Answerer, voice: &Words) -> Result<Body, PictureError> {
    let Some(picture) = picture::map(answerer.generation().knowledge(), voice)? else { return Ok(Body::text(voice.no_map())) };
    Ok(shown("map.png", picture, voice.map_title()))
}

/// The dates that the corpus names, in order: a picture, and the first of them with their words.
pub(in crate::discord) fn timeline(proven: &ProvenTimeline<'_>, voice: &Words) -> Result<Body, PictureError> {
    let Some(picture) = picture::timeline(proven, voice)? else { return Ok(Body::text(voice.no_timeline())) };
    let mut body = shown("timeline.png", picture, voice.timeline_title());
    // As many of those that matter most as there is room for, in the order of their dates.
    let mut taken = 0;
    let mut shown: Vec<usize> = Vec::new();
    for place in picture::dates_by_weight(proven, voice) {
        let Some(entry) = proven.entries.get(place).filter(|entry| entry.quote.is_some()) else { continue };
        taken += length(&day(entry, voice)) + length(&words(entry)) + 2;
        if taken > EMBED_DESCRIPTION / 2 {
            break;
        }
        shown.push(place);
    }
    shown.sort_unstable();
    let entries: Vec<&ProvenDated<'_>> = shown.iter().filter_map(|place| proven.entries.get(*place)).collect();
    // Two dates of one sentence have it below them once.
    let same = |one: &&ProvenDated<'_>, other: &&ProvenDated<'_>| words(one) == words(other);
    let part = |together: &[&ProvenDated<'_>]| {
        let days = together.iter().map(|entry| day(entry, voice));
        days.chain(together.first().map(|entry| words(entry))).collect::<Vec<_>>().join("\n")
    };
    let description = entries.chunk_by(same).map(part).collect::<Vec<_>>().join("\n\n");
    let mut lines = Vec::new();
    if proven.is_cut || shown.len() < proven.entries.len() {
        lines.push(voice.timeline_cut());
    }
    if !description.is_empty() {
        lines.extend(original_language(voice));
        body.embeds.push(Embed { title: voice.timeline_words(), description, ..Embed::default() });
    }
    body.content = lines.join("\n");
    Ok(body)
}

/// The words that name a date.
fn words(entry: &ProvenDated<'_>) -> String {
    let Some(proven) = &entry.quote else { return String::new() };
    let fitted = fit(proven.words(), DATED_QUOTE, block_quote);
    let cut = if fitted.is_cut { format!(" {CUT}") } else { String::new() };
    format!("{}{cut}", block_quote(fitted.text))
}

/// A date, and what is on it.
fn day(entry: &ProvenDated<'_>, voice: &Words) -> String {
    let labels: &dyn Labels = voice;
    let said_by = entry.quote.as_ref().map(|proven| (proven.quote().speaker(), proven.quote().lane()));
    let day = labels.date(entry.dated.date, entry.dated.until);
    let mut line = format!("**{day}** · {}", name(&labels.dated(&entry.dated.what, said_by), DATED));
    if let When::Clause { what, recurs, .. } = &entry.dated.what {
        line.push_str(&format!(" · {}", name(&labels.clause_date(what, recurs.as_deref()), DATED)));
    }
    line
}

/// A picture with the words that stand for it where it cannot be seen.
fn shown(file: &str, picture: Picture, title: String) -> Body {
    let embed = Embed { title, picture: Some(file.to_owned()), ..Embed::default() };
    let file = File { name: file.to_owned(), description: plain(&picture.alt, FILE_DESCRIPTION), bytes: picture.png };
    Body { embeds: vec![embed], file: Some(file), ..Body::default() }
}
