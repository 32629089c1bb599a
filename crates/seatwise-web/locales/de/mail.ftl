# The mails.

mail-greeting = Guten Tag { $name },
mail-activation-subject = Ihr Zugang zu { $account }
mail-activation-text = { $inviter } hat Sie zu { $account } eingeladen. Öffnen Sie den Link, wählen Sie ein Passwort, dann sind Sie drin.
mail-activation-text-operator = Sie wurden zu { $account } eingeladen. Öffnen Sie den Link, wählen Sie ein Passwort, dann sind Sie drin.
mail-activation-button = Zugang aktivieren
mail-activation-until = Der Link gilt bis { $until } (UTC).
mail-activation-footer = Sie haben das nicht erwartet? Dann müssen Sie nichts tun.
mail-reset-subject = Ein neues Passwort für { $account }
mail-reset-text = Jemand hat ein neues Passwort für Ihren Zugang zu { $account } angefordert.
mail-reset-by-admin = Die Administration von { $account } bittet Sie, ein neues Passwort zu wählen. Ihr altes gilt nicht mehr, und Sie sind überall abgemeldet.
mail-reset-button = Neues Passwort wählen
mail-reset-until = Der Link gilt einmal, bis { $until } (UTC).
mail-reset-footer = Das waren nicht Sie? Dann informieren Sie die Administration.
mail-changed-subject = Ihr Passwort für { $account } wurde geändert
mail-changed-text = Das Passwort Ihres Zugangs zu { $account } wurde geändert. Ihre anderen Geräte sind abgemeldet.
mail-changed-footer = Das waren nicht Sie? Dann informieren Sie sofort die Administration.
