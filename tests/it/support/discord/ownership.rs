//! Whom the application belongs to.

use serde_json::{Value, json};

use super::objects::user;
use super::people::User;
use super::server::FakeDiscord;
use super::state::{Id, State};

/// How a member came to the team: invited only, or accepted.
const INVITED: u64 = 1;
const ACCEPTED: u64 = 2;

#[derive(Clone, Debug)]
pub enum Owner {
    Person(Id),
    Team { id: Id, members: Vec<(Id, String)>, invited: Vec<Id> },
}

impl FakeDiscord {
    /// The application belongs to this person.
    pub fn owned_by(&self, who: &User) {
        self.shared.with(|state| state.owner = Owner::Person(who.id));
    }

    /// The application belongs to a team of these people, each with a role: `admin`, `developer` or `read_only`.
    /// The first is the team's owner.
    pub fn owned_by_team(&self, members: &[(&User, &str)]) {
        assert!(!members.is_empty(), "a team has an owner");
        let roles = ["admin", "developer", "read_only"];
        assert!(members.iter().all(|(_, role)| roles.contains(role)), "a team knows the roles {roles:?} alone");
        self.shared.with(|state| {
            let members = members.iter().map(|(who, role)| (who.id, (*role).to_owned())).collect();
            state.owner = Owner::Team { id: state.new_id(), members, invited: Vec::new() };
        });
    }

    /// The team invites this person as an `admin`, who has not accepted yet.
    pub fn team_invites(&self, who: &User) {
        self.shared.with(|state| {
            let Owner::Team { members, invited, .. } = &mut state.owner else { panic!("the application belongs to no team") };
            members.push((who.id, "admin".to_owned()));
            invited.push(who.id);
        });
    }
}

impl State {
    pub fn application_object(&self) -> Value {
        let (owner, team) = match &self.owner {
            Owner::Person(id) => (user(self.person(*id)), Value::Null),
            Owner::Team { id, members, invited } => (team_user(*id), self.team_object(*id, members, invited)),
        };
        let guilds = self.guilds.keys().filter(|guild| self.is_member_of(**guild)).count();
        json!({
            "id": self.application.to_string(), "name": "accord", "icon": null, "description": "",
            "bot_public": true, "bot_require_code_grant": false, "verify_key": "0".repeat(64),
            "flags": 0, "owner": owner, "team": team, "integration_types_config": { "0": {}, "1": {} },
            "approximate_guild_count": guilds, "approximate_user_install_count": 0,
            "redirect_uris": [], "interactions_endpoint_url": null, "role_connections_verification_url": null,
        })
    }

    fn team_object(&self, id: Id, members: &[(Id, String)], invited: &[Id]) -> Value {
        let member = |(who, role): &(Id, String)| {
            json!({
                "membership_state": if invited.contains(who) { INVITED } else { ACCEPTED }, "permissions": ["*"], "role": role,
                "team_id": id.to_string(), "user": user(self.person(*who)),
            })
        };
        let owner = members.first().map(|(who, _)| who.to_string());
        json!({
            "id": id.to_string(), "name": "team", "icon": null, "owner_user_id": owner,
            "members": members.iter().map(member).collect::<Vec<_>>(),
        })
    }
}

/// Discord stands a user in for a team, who is nobody.
fn team_user(id: Id) -> Value {
    json!({
        "id": id.to_string(), "username": format!("team{id}"), "discriminator": "0",
        "global_name": null, "avatar": null, "bot": false, "public_flags": 1 << 10,
    })
}
