//! `/settings`: where the bot answers in a server, how privately, and in which language. For those who manage the server.

use serenity::model::application::{ComponentInteraction, ComponentInteractionDataKind};

use super::Use;
use crate::discord::body::Body;
use crate::discord::custom_id::Setting;
use crate::discord::failure::Failure;
use crate::discord::receipts::now;
use crate::discord::render;
use crate::store::{Audit, GuildSettings};
use crate::words::Language;

/// The command's name.
pub(in crate::discord) const NAME: &str = "settings";

/// Shows the settings as they are, with what changes them.
pub(in crate::discord) async fn answer(used: &Use<'_>) -> Result<(), Failure> {
    if !used.asker.manages_server() {
        return refuse(used).await;
    }
    used.reply.defer(true).await?;
    let settings = used.room.settings(used.asker.guild).await?;
    used.reply.fill(&render::settings(&settings, used.asker.voice())).await?;
    Ok(())
}

/// Changes a setting. That the panel was shown says nothing of who presses: their rights are looked at again.
pub(in crate::discord) async fn set(used: &Use<'_>, setting: Setting, press: &ComponentInteraction) -> Result<(), Failure> {
    let (true, Some(guild)) = (used.asker.manages_server(), used.asker.guild) else { return refuse(used).await };
    used.reply.defer_update().await?;
    let before = used.room.settings(used.asker.guild).await?;
    let after = changed(before.clone(), setting, press);
    if after != before {
        let (stored, user) = (after.clone(), used.asker.user.get());
        let work = move |store: &crate::store::Store| {
            store.set_settings(guild.get(), &stored, now())?;
            let detail = serde_json::to_string(&stored).unwrap_or_default();
            store.log(&Audit { at: now(), guild: Some(guild.get()), user, action: "settings".to_owned(), detail })
        };
        used.room.with_store(work).await?;
    }
    used.reply.fill(&render::settings(&after, used.asker.voice())).await?;
    Ok(())
}

/// Settings are not theirs to change. That they tried is noted.
async fn refuse(used: &Use<'_>) -> Result<(), Failure> {
    let guild = used.asker.guild.map(|guild| guild.get());
    let entry = Audit { at: now(), guild, user: used.asker.user.get(), action: "settings".to_owned(), detail: "refused".to_owned() };
    used.room.with_store(move |store| store.log(&entry)).await?;
    Ok(used.reply.privately(&Body::text(used.asker.voice().for_server_managers())).await?)
}

fn changed(mut settings: GuildSettings, setting: Setting, press: &ComponentInteraction) -> GuildSettings {
    match (setting, &press.data.kind) {
        (Setting::Channels, ComponentInteractionDataKind::ChannelSelect { values }) => {
            let chosen: Vec<u64> = values.iter().map(|channel| channel.get()).collect();
            settings.channels = (!chosen.is_empty()).then_some(chosen);
        }
        (Setting::Language, ComponentInteractionDataKind::StringSelect { values }) => {
            settings.language = values.first().and_then(|code| Language::from_code(code)).map(|language| language.code().to_owned());
        }
        (Setting::Private, ComponentInteractionDataKind::Button) => settings.private = true,
        (Setting::Open, ComponentInteractionDataKind::Button) => settings.private = false,
        _ => {}
    }
    settings
}
