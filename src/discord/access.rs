//! Who may do what, and where the bot speaks. What Discord hides from people it does not keep from them: each right is looked
//! at again here, whenever something is used.

use serde::Deserialize;
use serenity::http::{Http, LightMethod, Request, Route};
use serenity::model::id::UserId;

use super::asker::Asker;
use super::http::{IN_TIME, Undelivered, call};
use super::room::Room;
use crate::store::GuildSettings;

/// Whether somebody may change the corpus, which all servers share: the owner of the application, its team, and whoever the
/// operator named in `ACCORD_ADMINS`.
pub(super) fn may_change_corpus(room: &Room, asker: &Asker) -> bool {
    room.owners().contains(&asker.user) || asker.is_among(&room.admins)
}

/// Whether the bot speaks to all in the channel that is asked from.
pub(super) fn speaks_in(settings: &GuildSettings, asker: &Asker) -> bool {
    let listed = |id: u64| settings.channels.as_ref().is_none_or(|channels| channels.contains(&id));
    listed(asker.channel.get()) || asker.parent.is_some_and(|parent| listed(parent.get()))
}

/// The application, as far as it says whom it belongs to.
#[derive(Deserialize)]
struct Application {
    owner: Option<Person>,
    team: Option<Team>,
}

#[derive(Deserialize)]
struct Team {
    members: Vec<Member>,
}

#[derive(Deserialize)]
struct Member {
    user: Person,
    role: Option<String>,
    membership_state: u8,
}

/// Who has accepted the invitation to the team (topics/teams, membership state).
const ACCEPTED: u8 = 2;

impl Member {
    /// Who may only look at the application may not change anything (topics/teams, member roles).
    fn may_change(&self) -> bool {
        self.membership_state == ACCEPTED && self.role.as_deref() != Some("read_only")
    }
}

#[derive(Deserialize)]
struct Person {
    id: UserId,
}

/// Asks Discord, once, whom the application belongs to. Until it answers nobody but `ACCORD_ADMINS` changes the corpus.
pub(super) async fn owners(room: &Room, http: &Http) {
    if !room.owners().is_empty() {
        return;
    }
    match asked(http).await {
        Ok(owners) => room.belongs_to(owners),
        Err(undelivered) => tracing::warn!(cause = %undelivered, "Discord does not say whom the application belongs to"),
    }
}

async fn asked(http: &Http) -> Result<Vec<UserId>, Undelivered> {
    let body = call(http, Request::new(Route::Oauth2ApplicationCurrent, LightMethod::Get), IN_TIME).await?;
    let body = body.bytes().await.map_err(serenity::Error::from)?;
    let application: Application = serde_json::from_slice(&body).map_err(serenity::Error::from)?;
    Ok(match application.team {
        // A team is the owner then.
        Some(team) => team.members.into_iter().filter(Member::may_change).map(|member| member.user.id).collect(),
        None => application.owner.into_iter().map(|owner| owner.id).collect(),
    })
}
