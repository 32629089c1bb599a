//! Seat, role and further facts of a person, as a list of terms.

use seatwise_domain::roles::Holding;
use seatwise_domain::teams::Membership;
use seatwise_domain::users::User;

use super::words;
use crate::locale::Lang;
use crate::parts::SeatTag;
use crate::shell::Shell;

/// A fact.
pub struct Fact {
    /// Its term.
    pub term: String,
    /// The seat, for the term of the seat.
    pub seat: Option<SeatTag>,
    /// The value in words.
    pub value: String,
    /// Where it leads.
    pub href: Option<String>,
    /// A second line.
    pub small: Option<String>,
}

/// Where the person stands beside teams.
#[derive(Debug, Default)]
pub struct Around {
    /// Address and name of the position.
    pub position: Option<(String, String)>,
    /// The names of the groups.
    pub groups: Vec<String>,
}

/// The facts; what is not known is left out.
pub fn facts(
    shell: &Shell,
    user: &User,
    held: &[Holding],
    teams: &[Membership],
    aliases: &[String],
    around: &Around,
) -> Vec<Fact> {
    let mut facts = vec![
        Fact {
            term: shell.t("users-col-seat").to_string(),
            seat: Some(words::seat(shell, user)),
            value: String::new(),
            href: None,
            small: user
                .activated_at
                .filter(|_| user.state.holds_seat())
                .map(|at| {
                    shell
                        .t("user-since")
                        .with("date", shell.day_of(&at))
                        .to_string()
                }),
        },
        fact(shell, "user-role", words::role(shell, user, held)),
    ];
    if let Some((href, name)) = &around.position {
        facts.push(Fact {
            href: Some(href.clone()),
            ..fact(shell, "user-position", name.clone())
        });
    }
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push(fact(shell, key, value));
        }
    };
    add("user-teams", team_names(teams));
    add("user-groups", Some(around.groups.join(", ")));
    add("user-aliases", Some(aliases.join(", ")));
    add("user-login", user.login.clone());
    add("user-phone", user.phone.clone());
    add("user-job-title", user.job_title.clone());
    add("user-gender", user.gender.clone());
    let language = user.language.as_deref().and_then(Lang::parse);
    add("user-language", language.map(|lang| lang.name().to_owned()));
    add(
        "user-started",
        user.started_on.map(|date| shell.date(&date)),
    );
    add("user-created", Some(shell.day_of(&user.created_at)));
    add("user-seen", user.last_seen_at.map(|at| shell.ago(&at)));
    facts
}

fn team_names(teams: &[Membership]) -> Option<String> {
    let names: Vec<&str> = teams
        .iter()
        .map(|membership| membership.team.name.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn fact(shell: &Shell, key: &str, value: String) -> Fact {
    Fact {
        term: shell.t(key).to_string(),
        seat: None,
        value,
        href: None,
        small: None,
    }
}
