# The mails.

mail-greeting = Hello { $name },
mail-activation-subject = Your access to { $account }
mail-activation-text = { $inviter } has invited you to { $account }. Open the link, choose a password, and you are in.
mail-activation-text-operator = You have been invited to { $account }. Open the link, choose a password, and you are in.
mail-activation-button = Activate access
mail-activation-until = The link is valid until { $until } (UTC).
mail-activation-footer = You did not expect this? Then you need not do anything.
mail-reset-subject = A new password for { $account }
mail-reset-text = Somebody asked for a new password for your access to { $account }.
mail-reset-by-admin = An admin of { $account } has asked you to choose a new password. Your old one no longer works and you are signed out everywhere.
mail-reset-button = Choose a new password
mail-reset-until = The link works once, until { $until } (UTC).
mail-reset-footer = It was not you? Then tell an admin of your company.
mail-changed-subject = Your password for { $account } was changed
mail-changed-text = The password of your access to { $account } was changed. Your other devices are signed out.
mail-changed-footer = It was not you? Then tell an admin of your company at once.
