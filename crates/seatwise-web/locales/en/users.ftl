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
users-search = Find by name, e-mail or ID
users-find = Search
users-clear = Clear filters
users-hide-deactivated = Hide deactivated users
users-show-deactivated = Deactivated users are hidden
users-filter-any = Any
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
users-link-expired = Link expired
users-bulk = Selected users
users-bulk-count = { $count ->
   [one] { $count } user selected
  *[other] { $count } users selected
}
users-resend-selected = Resend activation to the selected
users-clear-selection = Clear selection
pager-label = Pages
pager-shown-only = { $count ->
   [one] { $count } entry
  *[other] { $count } entries
}
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

user-send = Send activation
user-reset-short = Reset…
user-sign-out-everywhere = Sign out everywhere

## One user

user-owns = What { $name } owns
user-owns-nothing = Nothing to hand over.
user-hand-over-records = Hand over records
user-leads = { $count ->
   [one] { $count } lead
  *[other] { $count } leads
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
user-seat-and-role = Seat and role
user-security = Sign-in and security
user-password = Password
user-password-changed = Changed { $date }
user-password-none = Not set
user-history = History
user-full-audit = Full audit
user-teams = Teams
user-language = Language
user-phone = Phone
user-login = Login name
user-name = Name
user-email = E-mail
user-level = Role

## New user

invite-sent = { $name } is invited.

## Edit

edit-changes = Changes
edit-col-field = Field
edit-col-before = Before
edit-col-after = After
edit-confirm = Save changes
edit-again = Back to the form
edit-empty = empty
edit-secret = changed
edit-yes = Yes
edit-no = No

## Password, activation, reactivation

reset-user-sessions = All sessions end on all devices.

## Deactivation

deactivate-affected = What points at this person
deactivate-col-count = Count
deactivate-col-then = Afterwards
deactivate-to = Give them to one person
deactivate-to-text = { $count ->
   [one] The open lead changes owner at once.
  *[other] All { $count } open leads change owner at once.
}
deactivate-leave-hint = Leaving closed leads keeps past statistics with the person who won them.
deactivate-unassigned = Move them to “Unassigned”
deactivate-unassigned-text = { $count ->
   [one] Managers hand them out one by one or in bulk. { $count } lead waits there now.
  *[other] Managers hand them out one by one or in bulk. { $count } leads wait there now.
}
deactivate-later = Decide later
deactivate-later-text = They stay with { $name } and stay readable. Use this to wait for a successor.
deactivate-confirm-title = Check and confirm
deactivate-after = After this
deactivate-after-sessions = { $count ->
   [one] { $name } is signed out on { $count } device at once and can no longer sign in.
  *[other] { $name } is signed out on { $count } devices at once and can no longer sign in.
}
deactivate-after-seat = The seat is free again at once. If nobody uses it by the renewal, it is not billed.
deactivate-after-notes = Notes and closed leads keep the name, so statistics stay right.
deactivate-after-undo = You can undo the hand-over for 30 days.

## Hand-over

handover-what = What was handed over
handover-in-audit = In the audit log
handover-col-what = What
handover-col-done = Done
handover-col-to = To
handover-col-result = Result
undo = Undo
handover-kept-title = { $count ->
   [one] { $count } lead was changed since and stays where it is:
  *[other] { $count } leads were changed since and stay where they are:
}
