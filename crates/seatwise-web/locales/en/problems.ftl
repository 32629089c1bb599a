# Why something is refused, by the public code of the refusal. A text that ends in -detail says what to do.


## Signing in

problem-sign-in-needed = Sign in first.
problem-sign-in-failed = E-mail or password is not right.
problem-switched-off = Your access has been switched off.
problem-switched-off-detail = Ask an admin of your company.
problem-too-many-tries = Too many tries.
problem-too-many-tries-detail = Wait a few minutes, then try again.
problem-token-read-only = This token may only read.
problem-denied = You may not do this.
problem-denied-detail = An admin of your account can give you the permission.
problem-plan-without-teams = The plan of this account has no teams.
problem-plan-without-teams-detail = Teams come with: { $plans }. Ask whoever runs this installation to change the plan.
problem-outranked = This would go beyond your own rights.
problem-outranked-detail = Nobody gives rights that they do not have, and nobody changes a user who may do more. Ask an admin of your account.
problem-receiver-out-of-reach = You may not give leads there.
problem-receiver-out-of-reach-detail = Choose somebody of the teams you lead, or ask an admin.
problem-not-found = There is nothing at this address.
problem-not-found-detail = It may have been removed, or it belongs to another account.
problem-method-not-allowed = This address does not take such a request.
problem-bad-request = The request cannot be read.
problem-too-large = This is too large.
problem-cross-site = The request came from another site.
problem-busy = The server is busy.
problem-busy-detail = Try again in a few seconds. Nothing was changed.
problem-database-gone = The database cannot be reached.
problem-database-gone-detail = Try again in a minute. Nothing was changed.
problem-database-read-only = The database takes no writes at present.
problem-database-read-only-detail = Reading goes on. Nothing was changed; try again in a minute.
problem-disk-full = The disk of the server is full.
problem-disk-full-detail = Nothing was changed. Tell whoever runs the installation.
problem-internal = Something went wrong on our side.
problem-internal-detail = Try again. If it stays, give the number below to whoever runs the installation.
problem-idempotency-key-reused = This idempotency key belongs to another request.
problem-idempotency-in-doubt = The request with this key is still being worked on.

## People

problem-email-invalid = This is not a complete e-mail address.
problem-email-or-login-needed = Give an e-mail or a login name.
problem-only-way-in = Without it this user could no longer sign in.
problem-only-way-in-detail = Give another e-mail, or a login name if the user has a password.
problem-too-many-aliases = Nobody has more than 20 further e-mails. Remove one first.
problem-email-needed = This account asks for an e-mail of each new user.
problem-login-needed = This account asks for a login name of each new user.
problem-name-needed = This account asks for the name of each new user.
problem-phone-needed = This account asks for the phone number of each new user.
problem-job-title-needed = This account asks for the job title of each new user.
problem-gender-needed = This account asks for the gender of each new user.
problem-team-needed = This account asks for the team of each new user.
problem-field-not-asked = This account does not ask for “{ $field }” of a new user.
problem-field-not-asked-detail = Leave it out, or let an admin change the settings of the account.
problem-user-form-no-way-in = Nobody could be added any more.
problem-user-form-no-way-in-detail = Ask for the e-mail, or for the login name and let admins choose the first password.
problem-email-taken = Another user has this e-mail.
problem-email-taken-detail = Give another e-mail, or open the user who has it.
problem-email-of-deactivated = This e-mail belongs to a deactivated user.
problem-email-of-deactivated-detail = Reactivate that user, or give another e-mail.
problem-email-is-alias = This e-mail is an alias of another user.
problem-email-is-alias-detail = Give another e-mail, or have the alias removed first.
problem-email-pending = An invitation to this e-mail is pending.
problem-email-pending-detail = Send that activation mail again instead.
problem-email-of-contact = This e-mail belongs to a CRM contact.
problem-email-of-contact-detail = Give another e-mail: this account keeps users and contacts apart.
problem-login-invalid = This login name cannot be used.
problem-login-taken = Another user has this login name.
problem-login-taken-detail = Take another login name.
problem-name-invalid = Give a name of at most 200 characters.
problem-phone-invalid = This is not a phone number.
problem-text-invalid = The text is too long or has characters that cannot be shown.
problem-reason-too-long = Give a reason of at most 500 characters.
problem-language-unknown = There is no such language.
problem-time-zone-unknown = There is no such time zone.
problem-picture-invalid = This picture cannot be used. Take a JPEG, PNG or WebP of at most 5 MB.

## Passwords and links

problem-password-too-short = Take at least 12 characters.
problem-password-too-long = Take at most 200 characters.
problem-password-common = This password is easily guessed. Take another one.
problem-password-needed = Without an e-mail this user needs a password.
problem-password-needed-detail = Set a password and pass it on yourself, or give an e-mail for the activation mail.
problem-password-by-link = People of this account choose their passwords themselves.
problem-password-by-link-detail = Leave the password out and give an e-mail for the activation mail, or let an admin change the settings of the account.
problem-password-change-due = An admin chose this password; choose an own one first.
problem-password-change-due-detail = Sign in on the page, or send the token of this answer with the new password to /password/reset.
problem-password-wrong = The present password is not right.
problem-link-invalid = This link is not valid, or was used before.
problem-link-invalid-detail = Ask for a new one: the newest mail has the link that works.
problem-link-expired = This link has expired.
problem-link-expired-detail = Ask an admin of your company to send it again.

## Seats

problem-no-free-seat = No seat is free.
problem-no-free-seat-detail = Buy a seat, or deactivate somebody who does not need one.
problem-trial-limit = The trial is for ten users at most.
problem-trial-limit-detail = Whoever runs the installation can raise the limit.
problem-seats-in-use = More seats are in use than that.
problem-seats-in-use-detail = Deactivate somebody first, then take the seats away.
problem-seat-count-invalid = Give a whole number of seats between 0 and 200,000.

## States of people

problem-is-owner = The owner keeps level and access until somebody else takes over.
problem-is-owner-detail = The owner can transfer the ownership under “Settings”. If the owner is lost, contact whoever runs this installation.
problem-is-self = You cannot do this to yourself.
problem-is-self-detail = Ask another admin to do it.
problem-last-admin = Somebody has to stay admin.
problem-already-deactivated = This user is deactivated already.
problem-already-deactivated-detail = Reactivate the user, or hand over leads that are still there.
problem-not-deactivated = This user is not deactivated.
problem-not-deactivated-detail = Only somebody who is deactivated can be reactivated or removed.
problem-not-pending = This user has already signed in.
problem-not-pending-detail = Reset the password if the user cannot sign in.
problem-not-yet-active = This user has not signed in yet.
problem-not-yet-active-detail = There is no password to reset yet. Send the activation mail again.
problem-not-active = This user has no access at present.
problem-not-active-detail = Give the user access again first.
problem-no-mail-address = This user has no e-mail address.
problem-no-mail-address-detail = Add an e-mail on the edit page first.
problem-only-blocking = Users cannot be deleted, only deactivated.
problem-only-blocking-detail = Deactivate the user: the history stays and the seat is free.
problem-level-unknown = There is no such level.
problem-level-too-high = You cannot give a level above your own.
problem-level-too-high-detail = Choose a lower level, or ask somebody who has this one.
problem-admin-needs-seat = Admins need a sales seat: a team seat includes nothing to administer with.
problem-admin-needs-seat-detail = Change the seat first: invite this person with a sales seat.
problem-changed-meanwhile = This was changed meanwhile.
problem-changed-meanwhile-detail = Look at the present state, then do it again.

## Leads and hand-overs

problem-heir-needed = Choose who gets the leads.
problem-heir-not-active = This person cannot own leads.
problem-heir-not-active-detail = Choose somebody who is active in this account.
problem-heir-pending = This person has not signed in yet and cannot own leads.
problem-heir-pending-detail = Choose somebody else, or wait for the first sign-in. The settings say where pending people may be chosen.
problem-heir-suspended = This person is suspended and cannot get leads.
problem-heir-suspended-detail = Choose somebody else, or lift the suspension first.
problem-heir-deactivated = This person is deactivated and cannot get leads.
problem-heir-deactivated-detail = Choose somebody else, or reactivate this person first.
problem-heir-not-wanted = With this choice nobody gets the leads.
problem-heir-not-wanted-detail = Leave the person out, or choose to reassign the leads.
problem-heir-is-leaver = Choose somebody else: these leads are already there.
problem-owner-cannot-receive = This person cannot own leads.
problem-owner-cannot-receive-detail = The team seat includes no leads. Choose somebody with a sales seat.
problem-stage-unknown = There is no such stage.
problem-value-invalid = This is not an amount.
problem-date-invalid = This is not a date.
problem-title-invalid = Give a title of at most 200 characters.
problem-note-invalid = Write a note of at most 10,000 characters.
problem-external-id-taken = Another lead has this external id.
problem-not-undoable = This cannot be undone.
problem-already-undone = This was undone already.
problem-undo-too-late = The time to undo this has passed.
problem-undo-out-of-reach = Some of these leads are beyond your reach.
problem-undo-out-of-reach-detail = Nothing was undone, since an undo gives back all or none. Ask an admin to undo it.
problem-still-running = This is still running.
problem-still-running-detail = Wait until it is done, then try again.

## Account and files

problem-team-unknown = There is no such team.
problem-leader-deactivated = A deactivated user cannot lead a team.
problem-leader-deactivated-detail = Choose somebody else, or reactivate the user first.
problem-team-name-taken = There is a team of this name.
problem-account-address-taken = Another account has this address.
problem-account-address-invalid = Take 2 to 40 small letters, digits and hyphens.
problem-setup-done = This installation is set up already.
problem-file-unreadable = This file cannot be read.
problem-file-too-large = This file is too large.
problem-mapping-invalid = The columns do not fit together.
problem-import-state = The import is not at this step.
problem-period-invalid = This period cannot be counted.
problem-period-invalid-detail = Give both days; the last one comes after the first, and at most ten years lie between.
problem-role-unknown = There is no such role.
problem-role-unknown-detail = Choose one of the list; it may have been deleted.
problem-role-name-invalid = Give a name of at most 200 characters to the role.
problem-role-name-taken = There is a role of this name.
problem-role-name-taken-detail = Take another name, or change that role.
problem-role-description-invalid = Describe the role in at most 500 characters.
problem-role-limit = This account has 200 roles already.
problem-role-limit-detail = Delete one that nobody needs first.
problem-role-built-in = This role comes with the program.
problem-role-built-in-detail = Copy it and change the copy.
problem-role-is-default = This is the default role.
problem-role-is-default-detail = Make another role the default first, then delete this one.
problem-role-is-set = A permission set cannot be somebody’s only role.
problem-role-is-set-detail = Choose a role; the set can be given on top of it.
problem-role-of-team-seats = This role belongs to team seats.
problem-role-of-team-seats-detail = Everybody on a team seat has it already. Choose another role.
problem-role-needs-seat = A team seat has a role of its own.
problem-role-needs-seat-detail = Other roles and sets need a sales seat.
problem-role-expiry-past = This end lies in the past.
problem-role-expiry-past-detail = Choose a later day, or none to give it for good.
problem-permission-unknown = There is no such permission.
problem-permission-unknown-detail = Take the permissions as the list of roles names them.
problem-permission-owners = This permission belongs to the owner.
problem-permission-owners-detail = No role can give it; leave it out.
problem-permission-without-seat = A team seat has no room for this permission.
problem-permission-without-seat-detail = Leave it out, or give these people a sales seat.
problem-extent-unknown = It is not possible to go so far.
problem-extent-unknown-detail = Take none, own, privacy, team, subordinates or all.
problem-extent-without-reach = This permission is given or not.
problem-extent-without-reach-detail = Take none or all.
problem-role-field-unknown = There is no such field.
problem-role-field-unknown-detail = Take the fields as the page of a role names them; title, stage and owner are always seen.
problem-field-access-unknown = This cannot be said of a field.
problem-field-access-unknown-detail = Take hidden, read or edit.
problem-field-hidden = Your role does not let you set the field “{ $field }”.
problem-field-hidden-detail = Nothing was changed. The role “{ $role }” hides the field from you. Send the change without it, or ask an admin to change the role or to give you a permission set.
problem-field-read-only = Your role lets you only read the field “{ $field }”.
problem-field-read-only-detail = Nothing was changed. The role “{ $role }” lets you only read it. Leave the field as it is, or ask an admin to change the role or to give you a permission set.
problem-sort-hidden = Leads cannot be sorted by the field “{ $field }”: your role hides it.
problem-sort-hidden-detail = Sort by newest, or ask an admin to change the role.
problem-dates-hidden = Figures of a period would tell the field “{ $field }”: your role hides it.
problem-dates-hidden-detail = Leave out the period, or take “ever”: figures of all time are yours. Or ask an admin to change the role.
problem-outside-part = This user is outside the part that you administer.
problem-outside-part-detail = { $part ->
    [team] You administer the people of your teams. Ask an admin of your account, or someone who administers all users.
    [subordinates] You administer the people below your position. Ask an admin of your account, or someone who administers all users.
    [both] You administer the people of your teams and those below your position. Ask an admin of your account, or someone who administers all users.
   *[other] You administer a part of the users. Ask an admin of your account, or someone who administers all users.
}
problem-team-outside-part = You may not put people into this team.
problem-team-outside-part-detail = You invite people to your own teams. Choose one of them.
problem-newcomer-needs-team = Choose one of your teams.
problem-newcomer-needs-team-detail = You invite people to your own teams, so a new user needs one of them.
problem-newcomer-needs-position = Choose a position below yours.
problem-newcomer-needs-position-detail = You invite people below your position, so a new user needs a position there.
problem-role-not-givable = Your role does not let you give or take this role.
problem-role-not-givable-detail = Choose a role from the list, or ask an admin of your account.
problem-givable-role-unknown = There is no role “{ $name }” that could be given.
problem-givable-role-unknown-detail = Name roles and permission sets by their keys; the role of team seats comes with the seat.
problem-extent-of-people = This permission goes to users: to all of them, or to a part.
problem-extent-of-people-detail = Take none, team, subordinates or all.
problem-role-begins-late = The first day does not lie before the last.
problem-role-begins-late-detail = Choose an earlier first day or a later last day.
