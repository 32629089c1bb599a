# Set-up, signing in, activation and passwords.


## Signing in

signin-title = Anmelden
signin-email = E-Mail oder Anmeldename
signin-password = Passwort
signin-button = Anmelden
signin-forgot = Passwort vergessen?
signin-out = Sie sind abgemeldet.
signin-again = Melden Sie sich an, um fortzufahren.
accounts-title = Konto wählen

## Passwords

reset-title = Neues Passwort setzen
reset-lead = Danach sind alle Ihre Geräte abgemeldet.
reset-button = Passwort speichern
reset-done = Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.

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
step-done = erledigt:
step-back = Zurück
