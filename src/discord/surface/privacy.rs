//! `/privacy`: what is stored and for how long, with everybody's own data to see and to delete.

use super::Use;
use crate::discord::body::{Body, Button, File, Style};
use crate::discord::custom_id::Press;
use crate::discord::failure::Failure;
use crate::store::{AUDIT_DAYS, FEEDBACK_DAYS, RECEIPT_DAYS};

/// The command's name.
pub(in crate::discord) const NAME: &str = "privacy";

/// What is stored, for how long, and how to have it deleted.
pub(in crate::discord) async fn answer(used: &Use<'_>) -> Result<(), Failure> {
    let voice = used.asker.voice();
    let body = Body::text(voice.privacy(RECEIPT_DAYS, FEEDBACK_DAYS, AUDIT_DAYS)).with_buttons(vec![
        Button::press(voice.show_my_data(), Press::MyData),
        Button::press(voice.delete_my_data(), Press::Forget { sure: false }).styled(Style::Danger),
    ]);
    Ok(used.reply.privately(&body).await?)
}

/// All that is stored about whoever presses, as a file.
pub(in crate::discord) async fn show(used: &Use<'_>) -> Result<(), Failure> {
    used.reply.defer(true).await?;
    let user = used.asker.user.get();
    let data = used.room.with_store(move |store| store.data_of(user)).await?;
    let voice = used.asker.voice();
    let counted = voice.my_data(data.receipts.len(), data.feedback.len(), data.audit.len());
    let bytes = serde_json::to_vec_pretty(&data).unwrap_or_default();
    let file = File { name: "my-data.json".to_owned(), description: counted.clone(), bytes };
    used.reply.fill(&Body { file: Some(file), ..Body::text(counted) }).await?;
    Ok(())
}

/// Deletes what is stored about whoever presses, once they have said that they mean it.
pub(in crate::discord) async fn forget(used: &Use<'_>, sure: bool) -> Result<(), Failure> {
    let voice = used.asker.voice();
    if !sure {
        let button = Button::press(voice.delete_my_data_surely(), Press::Forget { sure: true }).styled(Style::Danger);
        return Ok(used.reply.privately(&Body::text(voice.delete_sure()).with_buttons(vec![button])).await?);
    }
    used.reply.defer_update().await?;
    let user = used.asker.user.get();
    let gone = used.room.with_store(move |store| store.forget(user)).await?;
    used.reply.fill(&Body::text(voice.data_deleted(gone.receipts, gone.feedback, gone.audit_kept))).await?;
    Ok(())
}
