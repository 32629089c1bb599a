# Users: list, page, new, edit, deactivation and hand-over.


## List

users-lead = Alle, die sich in diesem Konto anmelden können, ihre Lizenzen und ihr Zugriff.
users-new = Neuer Benutzer
users-import = Importieren
users-export = Exportieren
export-xlsx = Excel (.xlsx)
export-csv = CSV (.csv)
users-manage-licences = Lizenzen verwalten
users-views = Ansichten nach Status
users-all = Alle
users-search = Name, E-Mail oder ID suchen
users-find = Suchen
users-clear = Filter löschen
users-hide-deactivated = Deaktivierte ausblenden
users-show-deactivated = Deaktivierte sind ausgeblendet
users-filter-any = Beliebig
users-col-user = Benutzer
users-col-status = Status
users-col-seat = Lizenz
users-col-level = Rolle
users-col-team = Team
users-col-seen = Zuletzt aktiv
users-col-leads = Offene Leads
users-col-menu = Aktionen
users-you = Sie
users-menu = Aktionen für { $name }
users-select = { $name } auswählen
users-select-page = Alle Zeilen dieser Seite auswählen
users-copy-id = ID von { $name } kopieren
users-copied = Kopiert
users-invited = Eingeladen { $date }
users-link-expired = Link abgelaufen
users-bulk = Ausgewählte Benutzer
users-bulk-count = { $count ->
   [one] { $count } Benutzer ausgewählt
  *[other] { $count } Benutzer ausgewählt
}
users-resend-selected = Aktivierung an die Ausgewählten erneut senden
users-clear-selection = Auswahl aufheben
pager-label = Seiten
pager-shown-only = { $count ->
   [one] { $count } Eintrag
  *[other] { $count } Einträge
}
pager-newer = Neuere
pager-older = Ältere

## States, roles and seats

state-invited = Nicht benachrichtigt
state-pending = Ausstehend
state-active = Aktiv
state-frozen = Gesperrt
state-deactivated = Deaktiviert
state-anonymised = Entfernt
level-owner = Inhaber
level-admin = Administration
level-user = Benutzer
seat-regular = Vertrieb
seat-team = Team
seat-none = Keine
seats-regular = Vertriebslizenzen
seats-team = Teamlizenzen
seats-used = { $taken } von { $total } belegt
seats-free = { $count ->
   [one] { $count } frei
  *[other] { $count } frei
}
seats-pending = { $count ->
   [one] { $count } durch ausstehenden Benutzer belegt
  *[other] { $count } durch ausstehende Benutzer belegt
}
seats-released = { $count ->
   [one] { $count } freigegeben, sofort nutzbar
  *[other] { $count } freigegeben, sofort nutzbar
}

## Actions

user-send = Aktivierungs-E-Mail senden
user-reset-short = Zurücksetzen …
user-sign-out-everywhere = Überall abmelden

## One user

user-owns = Was { $name } gehört
user-owns-nothing = Es gibt nichts zu übergeben.
user-hand-over-records = Datensätze übergeben
user-leads = { $count ->
   [one] { $count } Lead
  *[other] { $count } Leads
}
user-sessions = Sitzungen
user-sessions-count = { $count ->
   [one] { $count } Gerät
  *[other] { $count } Geräte
}
user-sessions-none = Nirgends angemeldet.
user-session-current = Wird gerade genutzt
user-session-detail = { $address } · zuletzt genutzt { $when }
user-session-end = Beenden
user-device-on = { $browser } auf { $system }
user-device-unknown = Unbekanntes Gerät
user-seat-and-role = Lizenz und Rolle
user-security = Anmeldung und Sicherheit
user-password = Passwort
user-password-changed = Geändert am { $date }
user-password-none = Nicht gesetzt
user-history = Verlauf
user-full-audit = Ganzes Protokoll
user-teams = Teams
user-language = Sprache
user-phone = Telefon
user-login = Anmeldename
user-name = Name
user-email = E-Mail
user-level = Rolle

## New user

invite-sent = { $name } ist eingeladen.

## Edit

edit-changes = Änderungen
edit-col-field = Feld
edit-col-before = Vorher
edit-col-after = Nachher
edit-confirm = Änderungen speichern
edit-again = Zurück zum Formular
edit-empty = leer
edit-secret = geändert
edit-yes = Ja
edit-no = Nein

## Password, activation, reactivation

reset-user-sessions = Alle Sitzungen enden auf allen Geräten.

## Deactivation

deactivate-affected = Was auf diese Person verweist
deactivate-col-count = Anzahl
deactivate-col-then = Danach
deactivate-to = Einer Person geben
deactivate-to-text = { $count ->
   [one] Der offene Lead wechselt sofort den Besitzer.
  *[other] Alle { $count } offenen Leads wechseln sofort den Besitzer.
}
deactivate-leave-hint = Abgeschlossene Leads zu lassen, hält frühere Statistiken bei der Person, die sie gewonnen hat.
deactivate-unassigned = In „Nicht zugewiesen“ verschieben
deactivate-unassigned-text = { $count ->
   [one] Die Leitung verteilt sie einzeln oder gesammelt. { $count } Lead wartet dort.
  *[other] Die Leitung verteilt sie einzeln oder gesammelt. { $count } Leads warten dort.
}
deactivate-later = Später entscheiden
deactivate-later-text = Sie bleiben bei { $name } und lesbar. Wählen Sie das, um auf eine Nachfolge zu warten.
deactivate-confirm-title = Prüfen und bestätigen
deactivate-after = Danach
deactivate-after-sessions = { $count ->
   [one] { $name } wird sofort auf { $count } Gerät abgemeldet und kann sich nicht mehr anmelden.
  *[other] { $name } wird sofort auf { $count } Geräten abgemeldet und kann sich nicht mehr anmelden.
}
deactivate-after-seat = Die Lizenz ist sofort wieder frei. Nutzt sie bis zur Verlängerung niemand, wird sie nicht berechnet.
deactivate-after-notes = Notizen und abgeschlossene Leads behalten den Namen, damit Statistiken stimmen.
deactivate-after-undo = Die Übergabe lässt sich 30 Tage lang rückgängig machen.

## Hand-over

handover-what = Was übergeben wurde
handover-in-audit = Im Änderungsprotokoll
handover-col-what = Was
handover-col-done = Erledigt
handover-col-to = An
handover-col-result = Ergebnis
undo = Rückgängig
handover-kept-title = { $count ->
   [one] { $count } Lead wurde seither geändert und bleibt, wo er ist:
  *[other] { $count } Leads wurden seither geändert und bleiben, wo sie sind:
}
