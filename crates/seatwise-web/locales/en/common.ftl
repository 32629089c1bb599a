# The frame of every page and words that many pages share.


## Navigation

nav-work = Work
nav-administration = Administration
nav-leads = Leads
nav-unassigned = Unassigned
nav-users = Users
nav-teams = Teams
nav-licences = Licences
nav-imports = Imports
nav-audit = Audit log
nav-outbox = Outbox
nav-settings = Settings
nav-me = Your profile

## Frame

shell-navigation = Main navigation
shell-skip = Skip to content
shell-menu = Open menu
shell-close = Close
shell-dismiss = Dismiss
shell-path = Path
shell-search = Search or jump to…
shell-palette = Search everything
shell-results = Results
shell-language = Language
shell-theme = Light or dark
shell-theme-system = As on the device
shell-theme-light = Light
shell-theme-dark = Dark
shell-accounts = Switch account
shell-own = Your menu, { $name }
shell-sign-out = Sign out
shell-sales-seats = Sales seats
shell-seats-of = { $taken } / { $total }
shell-offline = The server cannot be reached. What you see may be out of date.
shell-motto = Everyone in the right seat.

## Keys

shell-keys = Keyboard shortcuts
keys-palette = Search everything
keys-search = Search this list
keys-new = New entry
keys-rows = Next or previous row
keys-select = Select the row
keys-edit = Edit the user
keys-deactivate = Deactivate the user
keys-list = This list
keys-escape = Close what is open, then clear the selection

## Time

ago-now = just now
ago-minutes = { $count ->
   [one] { $count } min ago
  *[other] { $count } min ago
}
ago-hours = { $count ->
   [one] { $count } hr ago
  *[other] { $count } hr ago
}
ago-yesterday = yesterday
ago-days = { $count ->
   [one] { $count } day ago
  *[other] { $count } days ago
}
nav-roles = Roles and access
