//! `/corpus fetch`, `/corpus add` and `/corpus remove`: what the corpus is made of, beside what stands in its folder.

use tokio::sync::watch;

use super::corpus::{admits, audit};
use super::{Options, Use};
use crate::answer::Choice;
use crate::corpus::{Format, Lane};
use crate::discord::attachments::Lost;
use crate::discord::board::Board;
use crate::discord::body::Body;
use crate::discord::failure::Failure;
use crate::discord::render;
use crate::discord::room::elsewhere;
use crate::fetch::{Addition, Progress, Wanted, What, remove as take_away, shelved};
use crate::reindex::Running;

/// Fetches the sources that the corpus links to, or one of them.
pub(in crate::discord) async fn fetch(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let wanted = options.text("source").map_or(Wanted::All, |id| Wanted::These(vec![id.to_owned()]));
    let Some((running, private)) = begin(used, "fetch").await? else { return Ok(()) };
    let voice = used.asker.voice();
    let mut board = Board::new(used, private);
    let (cancel, (tell, told)) = (running.cancel_flag(), watch::channel(None::<Progress>));
    let tell = |progress| {
        tell.send_replace(Some(progress));
    };
    let room = used.room;
    let job = room.fetcher.run(room.keeper.corpus(), &wanted, &tell, &cancel);
    let outcome = board.watch(&cancel, told, job, |progress| render::fetching(&progress, voice)).await;
    drop(running);
    let (body, came_of_it) = render::fetched(&outcome, voice);
    audit(used, "fetch", &came_of_it).await?;
    Ok(board.show(&body).await?)
}

/// Takes up a source that is the admins' own: a page, or a file.
pub(in crate::discord) async fn add(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    if !admits(used, "add").await? {
        return Ok(());
    }
    let voice = used.asker.voice();
    let (url, file) = (options.text("url"), options.file("file"));
    if url.is_some() == file.is_some() {
        return Ok(used.reply.privately(&Body::text(voice.add_one_of())).await?);
    }
    let Some((running, private)) = begin(used, "add").await? else { return Ok(()) };
    let mut board = Board::new(used, private);
    let room = used.room;
    let what = match (url, file) {
        (Some(url), _) => What::Url(url.to_owned()),
        (None, Some(file)) => match room.attachments.bytes(file, room.fetcher.most(Format::of_name(file.filename.as_ref()))).await {
            Ok(bytes) => What::File { name: file.filename.clone(), bytes },
            Err(lost) => {
                tracing::warn!(cause = %lost, "a file that was handed in could not be had");
                drop(running);
                audit(used, "add", "the file could not be had").await?;
                let said = if let Lost::TooLarge { most, .. } = lost { voice.add_too_large(most / 1_000_000) } else { voice.add_lost() };
                return Ok(board.show(&Body::text(said)).await?);
            }
        },
        (None, None) => return Ok(()),
    };
    let lane = options.text("lane").and_then(|name| Lane::ALL.into_iter().find(|lane| lane.name() == name));
    let addition = Addition { what, id: None, title: options.text("title").map(str::to_owned), lane };
    let (cancel, (tell, told)) = (running.cancel_flag(), watch::channel(None::<Progress>));
    let tell = |progress| {
        tell.send_replace(Some(progress));
    };
    let job = room.fetcher.add(room.keeper.corpus(), addition, &tell, &cancel);
    let outcome = board.watch(&cancel, told, job, |progress| render::fetching(&progress, voice)).await;
    drop(running);
    let (body, came_of_it) = render::added(&outcome, voice);
    audit(used, "add", &came_of_it).await?;
    Ok(board.show(&body).await?)
}

/// Takes away what was added or fetched.
pub(in crate::discord) async fn remove(used: &Use<'_>, options: &Options<'_>) -> Result<(), Failure> {
    let id = options.text("source").unwrap_or_default().to_owned();
    let Some((running, _)) = begin(used, "remove").await? else { return Ok(()) };
    let corpus = used.room.keeper.corpus().to_owned();
    let outcome = elsewhere(move || {
        let _alone = running;
        take_away(&corpus, &id)
    })
    .await?;
    let (body, came_of_it) = render::removed(&outcome, used.asker.voice());
    audit(used, "remove", &came_of_it).await?;
    used.reply.fill(&body).await?;
    Ok(())
}

/// What there is to be taken away, where somebody types a part of its name.
pub(in crate::discord) async fn removable(used: &Use<'_>, typed: &str) -> Result<Vec<Choice>, Failure> {
    let corpus = used.room.keeper.corpus().to_owned();
    let typed = typed.trim().to_lowercase();
    let shelved = elsewhere(move || shelved(&corpus)).await?;
    let choice = |id: String, title: Option<String>| Choice { label: id.clone(), description: title.unwrap_or_default(), ask: id };
    let all = shelved.into_iter().map(|known| choice(known.source, known.added.and_then(|added| added.title)));
    Ok(all.filter(|choice| choice.label.to_lowercase().contains(&typed)).collect())
}

/// Takes the right to change the corpus, and announces an answer. Nothing comes back when somebody else has it, or the asker
/// is not to: then that was said. The other value is whether only the asker sees the answer.
async fn begin(used: &Use<'_>, action: &str) -> Result<Option<(Running, bool)>, Failure> {
    if !admits(used, action).await? {
        return Ok(None);
    }
    let Some(running) = used.room.keeper.begin() else {
        audit(used, action, "another one was running").await?;
        used.reply.privately(&Body::text(used.asker.voice().reindex_busy())).await?;
        return Ok(None);
    };
    // Where the bot is not to speak to all, this is no exception.
    let private = !used.speaks_here().await?;
    used.reply.defer(private).await?;
    audit(used, action, "begun").await?;
    Ok(Some((running, private)))
}
