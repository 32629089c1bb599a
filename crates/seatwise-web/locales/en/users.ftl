# Users: list, page, new, edit, deactivation and hand-over.


## List

users-lead = Everyone who can sign in to this account, their seats and their access.
users-new = New user
users-import = Import
users-export = Export
export-xlsx = Excel (.xlsx)
export-csv = CSV (.csv)
users-manage-licences = Manage licences
users-views = Views by status
users-all = All
users-view-pending = Pending
users-view-active = Active
users-view-frozen = Suspended
users-view-deactivated = Deactivated
users-view-removed = Removed
users-search = Find by name, e-mail or ID
users-find = Search
users-clear = Clear filters
users-hide-deactivated = Hide deactivated users
users-show-deactivated = Deactivated users are hidden
users-filter-level = Role
users-filter-team = Team
users-filter-seat = Seat
users-filter-link = Activation link
users-filter-any = Any
users-caption = { $count ->
   [one] { $count } user found
  *[other] { $count } users found
}
users-col-user = User
users-col-status = Status
users-col-seat = Seat
users-col-level = Role
users-col-team = Team
users-col-seen = Last seen
users-col-leads = Open leads
users-col-menu = Actions
users-you = You
users-menu = Actions for { $name }
users-select = Select { $name }
users-select-page = Select all rows of this page
users-copy-id = Copy the ID of { $name }
users-copied = Copied
users-invited = Invited { $date }
users-not-mailed = Not yet invited
users-link-expired = Link expired
users-never-seen = Never
users-bulk = Selected users
users-bulk-count = { $count ->
   [one] { $count } user selected
  *[other] { $count } users selected
}
users-bulk-resend = { $count ->
   [one] Resend activation ({ $count })
  *[other] Resend activation ({ $count })
}
users-resend-selected = Resend activation to the selected
users-clear-selection = Clear selection
users-none-title = Nobody found
users-none-text = No user fits “{ $query }” and the filters. Aliases are searched, too.
users-none-filter = No user fits these filters.
users-none-deactivated = Search deactivated users
pager-label = Pages
pager-shown = { $shown } of { $total }
pager-shown-many = { $shown } of more than { $total }
pager-shown-only = { $count ->
   [one] { $count } entry
  *[other] { $count } entries
}
pager-previous = Previous
pager-next = Next
pager-newer = Newer
pager-older = Older

## States, roles and seats

state-invited = Not mailed
state-pending = Pending
state-active = Active
state-frozen = Suspended
state-deactivated = Deactivated
state-anonymised = Removed
level-owner = Owner
level-admin = Admin
level-user = User
seat-regular = Sales
seat-team = Team
seat-none = None
seats-regular = Sales seats
seats-team = Team seats
seats-used = { $taken } of { $total } used
seats-sentence = { $kind }: { $taken } of { $total } used, { $pending } held by pending users, { $free } free
seats-free = { $count ->
   [one] { $count } free
  *[other] { $count } free
}
seats-pending = { $count ->
   [one] { $count } held by a pending user
  *[other] { $count } held by pending users
}
seats-released = { $count ->
   [one] { $count } released, usable at once
  *[other] { $count } released, usable at once
}

## Actions

user-open = Open profile
user-edit = Edit
user-resend = Resend activation
user-send = Send activation
user-remove = Remove for good …
user-cancel-invitation = Withdraw invitation
user-reset-password = Reset password…
user-reset-short = Reset…
user-sign-out-everywhere = Sign out everywhere
user-hand-over = Hand over records…
user-manage-leads = Manage their leads…
user-deactivate = Deactivate…
user-reactivate = Reactivate…
user-not-self = Not possible for yourself
user-not-owner = Transfer the ownership first

## One user

user-owns = What { $name } owns
user-owns-nothing = Nothing to hand over.
user-hand-over-records = Hand over records
user-leads = { $count ->
   [one] { $count } lead
  *[other] { $count } leads
}
user-leads-split = { $open } open, { $closed } closed
user-won-total = Won in total: { $value }
user-teams-managed = { $count ->
   [one] team managed
  *[other] teams managed
}
user-notes-written = { $count ->
   [one] note written
  *[other] notes written
}
user-tokens-held = { $count ->
   [one] API token
  *[other] API tokens
}
user-invitations = { $count ->
   [one] pending invitation
  *[other] pending invitations
}
user-imports = { $count ->
   [one] import run
  *[other] imports run
}
user-sessions = Sessions
user-sessions-count = { $count ->
   [one] { $count } device
  *[other] { $count } devices
}
user-sessions-none = Signed in nowhere.
user-session-current = In use now
user-session-detail = { $address } · last used { $when }
user-session-end = End
user-device-on = { $browser } on { $system }
user-device-unknown = Unknown device
sessions-ended = { $count ->
   [one] { $name } is signed out; { $count } session ended
  *[other] { $name } is signed out everywhere; { $count } sessions ended
}
sessions-end-title = Sign { $name } out everywhere
sessions-end-count = { $count ->
   [one] { $count } session ends at once.
  *[other] { $count } sessions end at once, on all devices.
}
sessions-end-stays = The password and API tokens stay valid; a new sign-in is possible.
user-seat-and-role = Seat and role
user-security = Sign-in and security
user-password = Password
user-password-changed = Changed { $date }
user-password-none = Not set
user-history = History
user-full-audit = Full audit
user-permissions = Permissions
may-own-edit = Edit the own profile
may-users-view = See the users
may-users-invite = Invite users
may-users-edit = Edit users
may-users-deactivate = Deactivate users
may-users-remove = Remove users who have left
may-users-reactivate = Reactivate users
may-users-reset-password = Reset passwords and end sessions
may-users-export = Export users
may-seats-view = See the seats
may-seats-purchase = Change the number of seats
may-teams-edit = Edit teams
may-imports-run = Import users and leads
may-audit-view = Read the audit log
may-mails-view = See the outbox
may-account-edit = Change the settings of the account
may-leads-view = See leads
may-leads-create = Create leads
may-leads-edit = Edit leads
may-leads-note = Add notes to leads
may-leads-assign = Assign leads to others
may-leads-export = Export leads
may-leads-share = Share leads with others
may-statistics-view = See statistics
may-service-users-edit = Manage service users
may-groups-edit = Edit groups
may-positions-edit = Edit positions
may-roles-assign = Give roles to users
may-roles-edit = Edit roles
may-sharing-edit = Edit sharing rules
may-access-check = Check the access of users
may-ownership-transfer = Hand over the ownership of the account
because-level-gives = Given by the level: { $level }
because-level-lacks = Not part of the level: { $level }
because-licence = Not part of the seat: { $seat }
because-state = No sign-in in this status: { $state }
user-since = since { $date }
user-teams = Teams
user-language = Language
user-phone = Phone
user-login = Login name
user-job-title = Job title
user-name = Name
user-email = E-mail
user-aliases = Further e-mails
picture-title = Picture
picture-file = Choose a picture
picture-hint = JPEG, PNG or WebP of at most 5 MB. It is cut to a square.
picture-again = Choose the picture again: the browser does not keep it.
picture-upload = Upload picture
picture-remove = Remove picture
picture-remove-title = Remove the picture of { $name }
picture-remove-what = The initials of { $name } are shown instead. The picture itself is not kept.
picture-saved = The picture is saved.
picture-removed = The picture is removed.
user-level = Level
user-gender = Gender
user-started = In the company since
user-created = Created
user-seen = Last seen
user-pending-note = Invited on { $date }. The link is valid until { $until }.
user-expired-note = The activation link expired on { $until }.
user-invited-note = No activation mail has been sent yet. A seat is held.
user-deactivated-note = Deactivated on { $date } by { $name }.
user-deactivated-short = Deactivated on { $date }.
user-deactivated-leads = { $count ->
   [one] { $count } open lead is still in this name.
  *[other] { $count } open leads are still in this name.
}

## New user

invite-title = New user
invite-lead = A new user takes a seat as soon as you save.
invite-who = Who
invite-access = Seat and access
invite-name-hint = People can change it at first sign-in.
invite-regular = Sales seat
invite-regular-text = Owns leads, imports, exports. { $free } free.
invite-team = Team seat
invite-team-text = Reads leads and adds notes. Never owns a lead. { $free } free.
invite-admin-hint = Admins need a sales seat.
invite-language = Language of the mail
invite-happens = What happens
invite-after = { $kind }: { $taken } of { $total } used afterwards.
invite-pending = Pending until the first sign-in; cannot be chosen as an owner before that.
invite-link = The link is valid for 7 days and can be sent again.
invite-send = Send invitation
invite-later = Save, send later
invite-login-hint = For people without an e-mail of their own. Give them a password, too.
invite-password-hint = At least 12 characters. Then no mail is sent; you pass the password on.
invite-change = Choose an own password at the first sign-in
invite-change-hint = Only with a password above. Until then nothing else can be done.
invite-more = Further details
invite-no-teams = There is no team yet.
invite-no-teams-text = Create the teams first: then each new user joins one at once.
invite-sent = { $name } is invited.
invite-saved = { $name } is saved. No mail has been sent.
invite-reactivate = Reactivate instead
invite-see = Open the profile
invite-buy = Buy seats

## Edit

edit-title = Edit { $name }
edit-save = Check changes
edit-reason = Reason
edit-reason-hint = Stands in the audit log.
edit-email-hint = For corrections. The old password stays; tell the user. To hand the seat to another person, deactivate and invite instead.
edit-admin = Admin
edit-admin-hint = Administers people, seats and settings.
edit-check-title = Is everything right?
edit-changes = Changes
edit-col-field = Field
edit-col-before = Before
edit-col-after = After
edit-confirm = Save changes
edit-again = Back to the form
edit-saved = Changes saved.
edit-nothing = Nothing was changed.
edit-empty = empty
edit-secret = changed
edit-yes = Yes
edit-no = No

## Password, activation, reactivation

reset-user-title = Reset the password of { $name }
reset-user-sessions = All sessions end on all devices.
reset-user-deleted = The present password is deleted at once.
reset-user-mail = { $name } gets a mail with a link to set a new one.
reset-user-button = Reset password
reset-user-done = Password reset, mail on its way.
resend-done = Activation mail to { $name } is on its way.
resend-many = { $count ->
   [one] { $count } activation mail is on its way.
  *[other] { $count } activation mails are on their way.
}
resend-title = Activation mails
resend-none = No mail was sent.
resend-back = Back to the list
resend-left = { $count ->
   [one] { $count } person was left out
  *[other] { $count } people were left out
}
resend-col-why = Why
resend-why-active = Has signed in already
resend-why-deactivated = Is deactivated
resend-why-address = Has no e-mail address
resend-why-unknown = No longer there
cancel-invitation-done = The invitation of { $name } is withdrawn. The link no longer works.
cancel-invitation-title = Withdraw the invitation of { $name }
cancel-invitation-link = The link in the mail stops working at once.
cancel-invitation-seat = The seat ({ $seat }) is free again at once.
cancel-invitation-gone = { $name } has never signed in and is removed from the list; the audit log keeps the name. The same address can be invited again.
cancel-invitation-button = Withdraw invitation
reactivate-title = Reactivate { $name }
reactivate-seat = Takes a free seat. { $kind }: { $free } free.
reactivate-data = Name, history and leads are there as before.
reactivate-password = Old sessions and links do not come back; the old password works.
reactivate-button = Reactivate
reactivate-done = { $name } is active again.

## Deactivation

deactivate-title = Deactivate { $name }
deactivate-step-affected = What is affected
deactivate-step-hand-over = Hand over
deactivate-step-confirm = Confirm
deactivate-affected = What points at this person
deactivate-col-count = Count
deactivate-col-then = Afterwards
affected-open = Open leads: { $stage }
affected-open-then = You decide in the next step
affected-closed = Closed leads: { $stage }
affected-closed-then = Keep the name, so statistics stay right
affected-sessions = Sessions
affected-sessions-then = End at once
affected-tokens = API tokens
affected-tokens-then = Are revoked at once
affected-teams = Teams managed
affected-teams-then = Need another manager
affected-notes = Notes written
affected-notes-then = Keep the name
affected-imports = Imports run
affected-invitations = Pending invitations
affected-invitations-then = Stay valid
deactivate-question = { $count ->
   [one] What should happen to the { $count } open lead?
  *[other] What should happen to the { $count } open leads?
}
deactivate-to = Give them to one person
deactivate-to-text = { $count ->
   [one] The open lead changes owner at once.
  *[other] All { $count } open leads change owner at once.
}
deactivate-heir = New owner
deactivate-heir-choose = Choose…
deactivate-heir-hint = Pending users and team seats cannot own leads and are not listed.
deactivate-heir-hint-pending = Team seats cannot own leads and are not listed.
pick-search = Search people by name
pick-all = { $total ->
   [one] { $total } person
  *[other] { $total } people
}
pick-shown = { $shown } of { $total } people. Search by name for the others.
pick-shown-many = { $shown } of more than { $total } people. Search by name for the others.
pick-none = Nobody found by this name.
deactivate-leave = Leave these with { $name }
deactivate-leave-hint = Recommended: leaving closed leads keeps past statistics with the person who won them.
deactivate-unassigned = Move them to “Unassigned”
deactivate-unassigned-text = { $count ->
   [one] Managers hand them out one by one or in bulk. { $count } lead waits there now.
  *[other] Managers hand them out one by one or in bulk. { $count } leads wait there now.
}
deactivate-later = Decide later
deactivate-later-text = They stay with { $name } and stay readable. Use this to wait for a successor.
deactivate-confirm-title = Check and confirm
deactivate-fact-user = User
deactivate-fact-leads = Open leads
deactivate-fact-stay = Stay with the name
deactivate-plan-to = { $count ->
   [one] { $count } lead goes to { $name }
  *[other] { $count } leads go to { $name }
}
deactivate-plan-unassigned = { $count ->
   [one] { $count } lead moves to “Unassigned”
  *[other] { $count } leads move to “Unassigned”
}
deactivate-plan-later = Nothing now, decide later
deactivate-button-to = { $count ->
   [one] Deactivate and hand over { $count } lead
  *[other] Deactivate and hand over { $count } leads
}
deactivate-button = Deactivate { $name }
deactivate-after = After this
deactivate-after-sessions = { $count ->
   [0] { $name } can no longer sign in.
   [one] { $name } is signed out on { $count } device at once and can no longer sign in.
  *[other] { $name } is signed out on { $count } devices at once and can no longer sign in.
}
deactivate-after-seat = The seat is free again at once. If nobody uses it by the renewal, it is not billed.
deactivate-after-notes = Notes and closed leads keep the name, so statistics stay right.
deactivate-after-undo = You can undo the hand-over for 30 days.
deactivate-done = { $name } is deactivated. The seat is free.

## Hand-over

handover-title = Leads of { $name }
handover-question = { $count ->
   [one] What should happen to the { $count } lead?
  *[other] What should happen to the { $count } leads?
}
handover-confirm = { $count ->
   [one] Hand over { $count } lead
  *[other] Hand over { $count } leads
}
handover-what = What was handed over
handover-in-audit = In the audit log
handover-col-what = What
handover-col-done = Done
handover-col-to = To
handover-col-result = Result
handover-line-leads = Leads
handover-line-undo = Leads given back
handover-done = Done
handover-running = In progress, { $moved } of { $total }
handover-undone = Undone
handover-note = { $count ->
   [one] { $count } lead handed over to { $name }. You can undo this until { $date }.
  *[other] { $count } leads handed over to { $name }. You can undo this until { $date }.
}
handover-note-text = Undo gives back the leads that nobody has changed since; the others stay and are listed.
handover-undo = Undo all
undo = Undo
handover-undo-started = The leads are going back.
handover-toast = { $count ->
   [one] { $count } lead is going to { $name }
  *[other] { $count } leads are going to { $name }
}
handover-toast-text = You can also undo in the audit log and on the leaver’s page.
handover-kept-title = { $count ->
   [one] { $count } lead was changed since and stays where it is:
  *[other] { $count } leads were changed since and stay where they are:
}
handover-kept-would = { $count ->
   [one] { $count } lead was changed since; undo would leave it where it is:
  *[other] { $count } leads were changed since; undo would leave them where they are:
}
handover-kept-gone = The former owner was removed.
handover-kept-all = Show all
handover-kept-none = No lead stays.
handover-stays = Leads that stay
handover-facts = Hand-over
handover-page-to = Hand-over to { $name }
handover-page-back = Leads back to { $name }
handover-former-owners = former owners
handover-col-from = From
handover-undo-of = Takes back
handover-undone-by = Taken back by
handover-show-other = Show
handover-redo-note = { $count ->
   [one] { $count } lead went back to { $name }. You can hand it over again until { $date }.
  *[other] { $count } leads went back to { $name }. You can hand them over again until { $date }.
}
handover-redo-text = The same leads move again, except those that somebody has changed since.
handover-redo = Hand over again
handover-stopped = The hand-over stopped at { $moved } of { $total }.
handover-stopped-text = Whoever began it may not hand over leads any more. Go on with it, and the rest moves in your name.
handover-resume = Go on
handover-resumed = The hand-over goes on.
handover-unassigned = Unassigned
remove-title = Remove { $name } for good
remove-goes = Name, addresses, login, phone, picture, password, sessions and mails are erased. The addresses can be used again.
remove-stays = Leads, notes, hand-overs and figures stay; they show “{ $left }” instead of the name.
remove-log = The audit log keeps its lines as they were written.
remove-for-good = This is the one act that cannot be undone.
remove-button = Remove for good
remove-done = { $name } is removed. Nothing that was worked on is lost.
user-role = Role
invite-role-hint = Counts for users on a sales seat.
invite-new-role-choice = New role, named below
invite-new-role-text = Made together with the user
invite-role-from = Begins as a copy of
invite-role-from-hint = Change its permissions afterwards on its page.
resend-why-outside = is outside the part that you administer
invite-part = You invite to a part of the account
invite-part-team = Choose one of your teams.
invite-part-subordinates = Choose a position below yours.
invite-part-both = Choose one of your teams, or a position below yours.
because-part-team = { $count ->
    [one] { $count } person of their teams
   *[other] { $count } people of their teams
}
because-part-subordinates = { $count ->
    [one] { $count } person below their position
   *[other] { $count } people below their position
}
because-part-both = { $count ->
    [one] { $count } person of their teams or below their position
   *[other] { $count } people of their teams or below their position
}
