//! The rows about access that this release promises, in short.

/// Letter and number, and what must hold.
pub const ACCESS: &[(&str, &str)] = &[
    (
        "N5",
        "A new account has the levels user and admin, and roles for both kinds of seats.",
    ),
    (
        "N6",
        "With teams on there is a third level, team manager, and there can be several teams.",
    ),
    (
        "N7",
        "A plan without teams refuses to switch them on and names the plan that has them.",
    ),
    (
        "N8",
        "While teams are off there is no filter by team and no figures of teams.",
    ),
    (
        "N9",
        "An admin reads and edits all leads of all users and teams.",
    ),
    (
        "N10",
        "Settings belong to admins; users and team managers are refused.",
    ),
    (
        "N11",
        "An admin is shown statistics by user, team and date, for everybody.",
    ),
    ("N12", "An admin can export leads and all these statistics."),
    ("N13", "An account may have several admins at once."),
    (
        "N14",
        "A team manager reaches the leads of the members of the own teams.",
    ),
    (
        "N15",
        "A team manager is shown no lead of another team, in no list, by no filter and no address.",
    ),
    (
        "N16",
        "A team manager gives leads to members of the own teams.",
    ),
    (
        "N17",
        "A team manager gives leads to nobody outside the own teams.",
    ),
    (
        "N18",
        "A team manager is shown the statistics of the own teams and no other.",
    ),
    (
        "N19",
        "Leading a team counts for that team alone, and not at all while teams are off.",
    ),
    (
        "N20",
        "With privacy \"team\" the members of a team see each other's leads and no other team's.",
    ),
    (
        "N21",
        "With teams on and privacy \"own\" a user sees the own leads only.",
    ),
    (
        "N22",
        "With teams off and privacy \"all\" a user sees every lead.",
    ),
    (
        "N23",
        "With teams off and privacy \"own\" a user sees the own leads only.",
    ),
    (
        "N24",
        "A user is shown the own figures only, whatever the privacy setting.",
    ),
    (
        "N25",
        "Privacy is chosen by admins and counts for everybody.",
    ),
    (
        "N48",
        "Deactivated users can be hidden in all lists; totals stay.",
    ),
    (
        "N49",
        "The list of users is filtered to deactivated ones also while they are hidden.",
    ),
    (
        "N59",
        "Whoever owns the account is not deactivated; the refusal points to the transfer and to the operator, and both ways exist.",
    ),
    ("N60", "Whoever owns the account is not demoted."),
    (
        "K2",
        "Each user can have a role of his own with its own set of permissions.",
    ),
    (
        "K9",
        "The form of a new user offers the roles, or makes a new one on the spot.",
    ),
    (
        "J14",
        "Permissions follow duties: different users have different ones.",
    ),
    ("J23", "Export is a right that a role gives or does not."),
    (
        "Z3",
        "Whoever may manage users buys team seats and adds team users; anybody else is refused.",
    ),
    ("Z14", "Somebody on a team seat holds any position."),
    (
        "Z39",
        "Nobody on a team seat holds what admins administer with.",
    ),
    (
        "Z43",
        "Somebody on a team seat edits no users, groups or positions.",
    ),
    (
        "P12",
        "Who holds a removed position moves up with what is below it.",
    ),
    (
        "P50",
        "Rules share by owner; they only widen what roles reach.",
    ),
    (
        "P51",
        "Each permission has an extent from nobody's to all of the account.",
    ),
    (
        "P52",
        "Several roles are put together most-permissive; fields can be hidden or read-only.",
    ),
    (
        "P53",
        "Leads are given to everybody, within the own team or to nobody, as a role says.",
    ),
    (
        "P54",
        "Permission sets only add, each until a date if wanted.",
    ),
    (
        "P55",
        "A role or set is valid between two dates: not before the first, not after the second.",
    ),
    (
        "P56",
        "Visibility groups say what is seen and roles what is done; a user is in one group; sub-groups.",
    ),
    (
        "P57",
        "A lead is shared with people, teams, groups and positions.",
    ),
    (
        "P58",
        "Superiors see what is below them; the tree has no cycles; moves are shown first.",
    ),
    ("P59", "Nobody gives what he has not himself."),
    (
        "P60",
        "Only admins make admins; whoever else looks after users touches no admin and does not remove himself.",
    ),
    (
        "P61",
        "Moving somebody to another team or position can name who gets the leads.",
    ),
    (
        "P62",
        "What somebody may do in all is told, and why or why not, also at a shell.",
    ),
    (
        "P63",
        "Everybody who sees a lead is listed with the reason.",
    ),
    (
        "P64",
        "Whoever administers a part of the people acts on nobody outside it and gives the given roles only.",
    ),
    (
        "P65",
        "Service users take no seat, sign in to no page and own nothing; their tokens do what their roles say.",
    ),
    (
        "P67",
        "Newcomers have the default role; deleting a role moves its people to it.",
    ),
    (
        "P87",
        "A person's history says who gave and took which rights.",
    ),
    (
        "D4",
        "A choice of people offers exactly those whom the act takes; the others are refused with a reason.",
    ),
    (
        "D5",
        "People who left are hidden and still reported on; their leads are found, with how long ago they left.",
    ),
    (
        "D6",
        "Why somebody can or cannot do something is told, with the seat, the plan and what would change it.",
    ),
    (
        "D7",
        "Who gains and who loses what is shown before a role, a team, a position or a setting is saved, and is what happens.",
    ),
    (
        "D16",
        "No act on roles raises anybody beyond the rights of whoever acts.",
    ),
    (
        "D17",
        "No act, alone or at once with another, leaves an account without an owner who can sign in; a transfer needs both sides.",
    ),
    (
        "D22",
        "Two people are compared side by side; what would make them alike is proposed and not given.",
    ),
    (
        "D24",
        "Who won a lead is credited with it, whoever owns it later.",
    ),
];
