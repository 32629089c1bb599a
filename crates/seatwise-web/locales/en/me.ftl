# The own profile, API tokens, the outbox and the palette.

me-profile = Profile
me-save = Save profile
me-password = Password
me-password-change = Change password
me-end-others = Sign out other devices
me-tokens = API tokens
me-tokens-none = No tokens. A token lets a program work in your name.
me-token-new = Create token
me-token-shown = Copy this now. It is not shown again.
me-token-copy = Copy
outbox-lead = Mails that wait, went out or failed.
outbox-col-mail = Mail
outbox-col-to = To
outbox-col-made = Written
outbox-col-tries = Tries
mail-waiting = Waiting
mail-sent = Sent
mail-failed = Failed
mail-cancelled = Cancelled
notice-mail = No mail server is set up: mails wait in the outbox.
palette-leads = Leads
palette-actions = Actions
palette-none = Nothing found.
