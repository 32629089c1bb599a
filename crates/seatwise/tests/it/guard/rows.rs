//! The rows of the requirements that this release promises, in short.

/// Letter and number, and what must hold.
pub const ROWS: &[(&str, &str)] = &[
    (
        "N8",
        "While teams are off there is no filter by team and no figures of teams.",
    ),
    (
        "N11",
        "An admin is shown statistics by user, team and date, for everybody.",
    ),
    ("N12", "An admin can export leads and all these statistics."),
    (
        "N18",
        "A team manager is shown the statistics of the own teams and no other.",
    ),
    (
        "N24",
        "A user is shown the own figures only, whatever the privacy setting.",
    ),
    (
        "N29",
        "With nothing but an e-mail address, \"New user\" sends an invitation mail; no other field is required.",
    ),
    (
        "N30",
        "Each user's properties are edited on that user's own page.",
    ),
    (
        "N31",
        "Ticking \"Admin\", the last property of a user's form, and saving makes an admin from the next request on.",
    ),
    (
        "N34",
        "A user may have further addresses; an address belongs to one person of an account.",
    ),
    (
        "N35",
        "A deactivated user cannot sign in, and the seat is free at once.",
    ),
    ("N39", "A deactivation deletes no lead."),
    (
        "N40",
        "The deactivation offers exactly three choices for the leads.",
    ),
    ("N41", "Choice one: the leads belong to the chosen user."),
    (
        "N42",
        "Choice two: the leads appear under \"Unassigned\" in the menu and are given one by one to different users.",
    ),
    (
        "N43",
        "Choice three: the leads keep their owner and stay readable.",
    ),
    (
        "N44",
        "Filter \"deactivated\", \"manage their leads\", a new owner from a list, one button: the leads of a deactivated user move.",
    ),
    (
        "N45",
        "Won, cancelled and lost leads can be left out, which is recommended; they keep the old owner, so that past figures stay.",
    ),
    (
        "N46",
        "Only users that may own leads can be chosen as heirs.",
    ),
    (
        "N47",
        "Replacing a person this way needs no additional seat.",
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
        "N53",
        "A deactivated user is reactivated with all data when a seat is free.",
    ),
    (
        "N54",
        "Without a free seat a reactivation is refused until a seat is bought.",
    ),
    (
        "N55",
        "Without a free seat an invitation is refused and the seats page is offered.",
    ),
    ("N61", "The list of users is filtered by state."),
    (
        "N62",
        "The menu of each user holds edit, deactivate and reset password, that of a deactivated one reactivate and manage their leads; \"disable 2FA\" comes with two-factor sign-in (decision 27).",
    ),
    ("N63", "Lists of leads are filtered by user."),
    (
        "K3",
        "\"New user\" opens a form with first and last name, login, e-mail, role, phone, password and picture; saving adds the user.",
    ),
    ("K4", "A search line above the list finds a person."),
    ("K13", "A new user is pending."),
    ("K14", "The first sign-in makes a user active."),
    (
        "K15",
        "A pending user cannot be chosen anywhere (owner, filter, import), unless the account lets hand-overs or everything name one (decision 5 of the specification).",
    ),
    (
        "K16",
        "\"Edit\" in the menu of a user changes name, login, e-mail, role, phone and picture.",
    ),
    (
        "K17",
        "The id of a user shows at the \"i\" beside the name in the list.",
    ),
    (
        "K22",
        "A deactivated user has no access, is shown as inactive and comes last in the list.",
    ),
    ("K24", "A deactivated user can be activated again."),
    ("K25", "A deactivation ends the open sessions."),
    (
        "J1",
        "Only who may manage users changes users; anyone else is refused.",
    ),
    ("J3", "The users page is reached from the main menu."),
    (
        "J4",
        "The users page lists all users with name, role and permissions, and lets an admin add, deactivate and edit (decision 27: level and seat in the list, each permission on the user's page).",
    ),
    (
        "J5",
        "A user is found by search; the name or the edit button leads to the edit page (decision 27: the name leads to the user's page with that button).",
    ),
    ("J6", "A change is visible at once after saving."),
    (
        "J7",
        "Saving a change asks to confirm that everything is right and shows the old and the new values.",
    ),
    (
        "J10",
        "A confirmation names the user with name, e-mail and id.",
    ),
    (
        "J12",
        "A hand-over loses nothing: the count before is the count after.",
    ),
    (
        "J16",
        "Every change of a user is recorded with date, reason and the new data: who, when, why, old and new.",
    ),
    ("J23", "Export is a right of admins."),
    ("L1", "Users come from a file or one by one."),
    (
        "L2",
        "A single user is added with name and e-mail; further fields as the account wants them.",
    ),
    (
        "L3",
        "Adding a single user sends the activation mail at once.",
    ),
    (
        "L4",
        "One click on the link of the mail, and a password, activates the user.",
    ),
    (
        "L5",
        "Without a team, the form of a new user advises to create teams first.",
    ),
    (
        "L6",
        "An import sends no mail by itself; sending and undoing are offered.",
    ),
    (
        "L7",
        "The activation mails of an import are sent when the admin says so.",
    ),
    ("L8", "Undoing an import removes the users of that import."),
    (
        "L10",
        "An activation link ends after a term and can be replaced.",
    ),
    (
        "L11",
        "The activation mail is sent again from the user's menu.",
    ),
    (
        "L12",
        "The activation mail is sent again to all ticked users.",
    ),
    (
        "L13",
        "Ticked users who are active already are left out and named.",
    ),
    (
        "L15",
        "An address that another person uses is refused with that reason.",
    ),
    (
        "L16",
        "The list of users is downloaded as XLSX and CSV and says who has which e-mail.",
    ),
    (
        "L17",
        "Undo of an import is possible for 30 days and keeps people who have acted.",
    ),
    (
        "L18",
        "Columns and limits of the import file are told before the upload.",
    ),
    ("Z14", "Somebody on a team seat holds any position."),
    ("Z24", "Somebody on a team seat shares no lead."),
    (
        "Z43",
        "Somebody on a team seat edits no users, groups or positions.",
    ),
    ("Z83", "A user is in exactly one state at any time."),
    (
        "Z84",
        "The states and the steps between them are those of the state machine.",
    ),
    ("Z87", "Users sign in with e-mail and password."),
    (
        "P3",
        "A hand-over is a job whose progress can be asked for.",
    ),
    (
        "P4",
        "The page of a leaver counts what points at the leaver, with links to it.",
    ),
    (
        "P7",
        "Leads are reassigned to the unassigned inbox and from it.",
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
        "P57",
        "A lead is shared with people, teams, groups and positions.",
    ),
    (
        "P58",
        "Superiors see what is below them; the tree has no cycles; moves are shown first.",
    ),
    (
        "P70",
        "Pending invitations are listed, sent again and cancelled.",
    ),
    ("P71", "An invitation that has ended is shown as such."),
    (
        "P73",
        "An import starts with a dry run that counts what would happen.",
    ),
    (
        "P74",
        "The result page of an import takes back what the import created, also from the command line.",
    ),
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
        "N5",
        "A new account has the levels user and admin, and roles for both kinds of seats.",
    ),
    (
        "N10",
        "Settings belong to admins; users and team managers are refused.",
    ),
    ("N13", "An account may have several admins at once."),
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
        "Roles and sets are given between two dates; the effect is shown of the day on which one begins.",
    ),
    ("P59", "Nobody gives what he has not himself."),
    (
        "P60",
        "Only admins make admins; whoever else looks after users touches no admin and does not remove himself.",
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
        "P65",
        "Service users take no seat, sign in to no page and own nothing; their tokens do what their roles say.",
    ),
    (
        "N7",
        "A plan without teams refuses to switch them on and names the plan that has them.",
    ),
    (
        "N59",
        "Whoever owns the account is not deactivated; the refusal points to the transfer and to the operator, and both ways exist.",
    ),
    ("N60", "Whoever owns the account is not demoted."),
    (
        "D17",
        "No act, alone or at once with another, leaves an account without an owner who can sign in; a transfer needs both sides.",
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
        "D16",
        "No act on roles raises anybody beyond the rights of whoever acts.",
    ),
    (
        "D2",
        "A hand-over is undone: untouched items go back, touched ones stay and are listed; the undo is undoable.",
    ),
    (
        "D3",
        "Whatever is deactivated or handed over, no business row is lost.",
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
        "D13",
        "The dry run gives the verdicts of the run; undo names what it kept; a restart changes nothing.",
    ),
    (
        "D22",
        "Two people are compared side by side; what would make them alike is proposed and not given.",
    ),
    (
        "D24",
        "Who won a lead is credited with it, whoever owns it later.",
    ),
    (
        "F1",
        "Work that was cut off goes on after the restart and ends as if nothing had happened.",
    ),
];
