# Set-up, signing in, activation and passwords.


## Set-up

setup-title = Seatwise einrichten
setup-lead = Ihr Konto und sein Inhaber: das sind Sie.
setup-account = Name des Kontos
setup-account-hint = Ihr Unternehmen, wie Ihre Kollegen es kennen.
setup-zone = Zeitzone
setup-currency = Währung
setup-seats = Vertriebslizenzen
setup-seats-hint = Wie viele Personen sich anmelden dürfen. Sie können es später ändern.
setup-button = Konto anlegen
setup-link = Diese Seite öffnet sich mit dem Link, den der Server beim Start ausgegeben hat.

## Signing in

signin-title = Anmelden
signin-email = E-Mail oder Anmeldename
signin-password = Passwort
signin-button = Anmelden
signin-forgot = Passwort vergessen?
signin-back = Zurück zur Anmeldung
signin-out = Sie sind abgemeldet.
signin-again = Melden Sie sich an, um fortzufahren.
accounts-title = Konto wählen

## Passwords

forgot-title = Passwort vergessen
forgot-lead = Sie bekommen eine E-Mail mit einem Link für ein neues. Er gilt eine Stunde.
forgot-button = Link senden
forgot-sent = Wenn hier jemand diese E-Mail hat, ist eine Nachricht unterwegs.
reset-title = Neues Passwort setzen
reset-lead = Danach sind alle Ihre Geräte abgemeldet.
reset-own-first = Ihr Passwort hat ein Admin gewählt. Wählen Sie ein eigenes, um weiterzumachen.
reset-button = Passwort speichern
reset-done = Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.
password-new = Neues Passwort
password-rule = Mindestens 12 Zeichen. Einige Wörter mit Leerzeichen sind gut.

## Activation

activate-title = Willkommen bei { $account }
activate-lead = Wählen Sie ein Passwort für { $email }, dann sind Sie drin.
activate-name = Ihr Name
activate-button = Aktivieren
activate-done = Willkommen. Ihr Zugang ist aktiv.

## Problem pages

problem-page-number = Nummer dieser Anfrage:
problem-page-home = Zur Startseite
problem-page-again = Erneut versuchen
problem-page-seats = Lizenzen ansehen
problem-page-unknown = Unbekanntes Problem

## Forms

form-cancel = Abbrechen
form-optional = (optional)
step-done = erledigt:
step-back = Zurück
step-continue = Weiter
