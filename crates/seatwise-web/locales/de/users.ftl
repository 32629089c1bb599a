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
users-view-pending = Ausstehend
users-view-active = Aktiv
users-view-frozen = Gesperrt
users-view-deactivated = Deaktiviert
users-view-removed = Entfernt
users-search = Name, E-Mail oder ID suchen
users-find = Suchen
users-clear = Filter löschen
users-hide-deactivated = Deaktivierte ausblenden
users-show-deactivated = Deaktivierte sind ausgeblendet
users-filter-level = Rolle
users-filter-team = Team
users-filter-seat = Lizenz
users-filter-link = Aktivierungslink
users-filter-any = Beliebig
users-caption = { $count ->
   [one] { $count } Benutzer gefunden
  *[other] { $count } Benutzer gefunden
}
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
users-not-mailed = Noch nicht eingeladen
users-link-expired = Link abgelaufen
users-never-seen = Noch nie
users-bulk = Ausgewählte Benutzer
users-bulk-count = { $count ->
   [one] { $count } Benutzer ausgewählt
  *[other] { $count } Benutzer ausgewählt
}
users-bulk-resend = { $count ->
   [one] Aktivierungs-E-Mail erneut senden ({ $count })
  *[other] Aktivierungs-E-Mails erneut senden ({ $count })
}
users-resend-selected = Aktivierung an die Ausgewählten erneut senden
users-clear-selection = Auswahl aufheben
users-none-title = Niemand gefunden
users-none-text = Kein Benutzer passt zu „{ $query }“ und den Filtern. Auch Aliasse werden durchsucht.
users-none-filter = Kein Benutzer passt zu diesen Filtern.
users-none-deactivated = Unter den Deaktivierten suchen
pager-label = Seiten
pager-shown = { $shown } von { $total }
pager-shown-many = { $shown } von mehr als { $total }
pager-shown-only = { $count ->
   [one] { $count } Eintrag
  *[other] { $count } Einträge
}
pager-previous = Zurück
pager-next = Weiter
pager-newer = Neuere
pager-older = Ältere

## States, roles and seats

state-invited = Ohne E-Mail
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
seats-sentence = { $kind }: { $taken } von { $total } belegt, { $pending } durch ausstehende Benutzer, { $free } frei
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

user-open = Profil öffnen
user-edit = Bearbeiten
user-resend = Aktivierungs-E-Mail erneut senden
user-send = Aktivierungs-E-Mail senden
user-remove = Endgültig entfernen …
user-cancel-invitation = Einladung zurückziehen
user-reset-password = Passwort zurücksetzen …
user-reset-short = Zurücksetzen …
user-sign-out-everywhere = Überall abmelden
user-hand-over = Datensätze übergeben …
user-manage-leads = Leads verwalten …
user-deactivate = Deaktivieren …
user-reactivate = Reaktivieren …
user-not-self = Für Sie selbst nicht möglich
user-not-owner = Erst die Inhaberschaft übertragen

## One user

user-owns = Was { $name } gehört
user-owns-nothing = Es gibt nichts zu übergeben.
user-hand-over-records = Datensätze übergeben
user-leads = { $count ->
   [one] { $count } Lead
  *[other] { $count } Leads
}
user-leads-split = { $open } offen, { $closed } abgeschlossen
user-won-total = Insgesamt gewonnen: { $value }
user-teams-managed = { $count ->
   [one] geleitetes Team
  *[other] geleitete Teams
}
user-notes-written = { $count ->
   [one] geschriebene Notiz
  *[other] geschriebene Notizen
}
user-tokens-held = { $count ->
   [one] API-Token
  *[other] API-Tokens
}
user-invitations = { $count ->
   [one] ausstehende Einladung
  *[other] ausstehende Einladungen
}
user-imports = { $count ->
   [one] Import
  *[other] Importe
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
sessions-ended = { $count ->
   [one] { $name } ist abgemeldet; { $count } Sitzung beendet
  *[other] { $name } ist überall abgemeldet; { $count } Sitzungen beendet
}
sessions-end-title = { $name } überall abmelden
sessions-end-count = { $count ->
   [one] { $count } Sitzung endet sofort.
  *[other] { $count } Sitzungen enden sofort, auf allen Geräten.
}
sessions-end-stays = Passwort und API-Tokens gelten weiter; eine neue Anmeldung ist möglich.
user-seat-and-role = Lizenz und Rolle
user-security = Anmeldung und Sicherheit
user-password = Passwort
user-password-changed = Geändert am { $date }
user-password-none = Nicht gesetzt
user-history = Verlauf
user-full-audit = Ganzes Protokoll
user-permissions = Berechtigungen
may-own-edit = Das eigene Profil bearbeiten
may-users-view = Benutzer sehen
may-users-invite = Benutzer einladen
may-users-edit = Benutzer bearbeiten
may-users-deactivate = Benutzer deaktivieren
may-users-remove = Ausgeschiedene Benutzer entfernen
may-users-reactivate = Benutzer reaktivieren
may-users-reset-password = Passwörter zurücksetzen und Sitzungen beenden
may-users-export = Benutzer exportieren
may-seats-view = Lizenzen sehen
may-seats-purchase = Die Zahl der Lizenzen ändern
may-teams-edit = Teams bearbeiten
may-imports-run = Benutzer und Leads importieren
may-audit-view = Das Änderungsprotokoll lesen
may-mails-view = Den Postausgang sehen
may-account-edit = Die Einstellungen des Kontos ändern
may-leads-view = Leads sehen
may-leads-create = Leads anlegen
may-leads-edit = Leads bearbeiten
may-leads-note = Notizen zu Leads schreiben
may-leads-assign = Leads anderen zuweisen
may-leads-export = Leads exportieren
may-leads-share = Leads für andere freigeben
may-statistics-view = Statistik sehen
may-service-users-edit = Dienstbenutzer verwalten
may-groups-edit = Gruppen bearbeiten
may-positions-edit = Positionen bearbeiten
may-roles-assign = Benutzern Rollen geben
may-roles-edit = Rollen bearbeiten
may-sharing-edit = Freigaberegeln bearbeiten
may-access-check = Zugriff von Benutzern prüfen
may-ownership-transfer = Die Inhaberschaft des Kontos übergeben
because-level-gives = Gibt die Stufe: { $level }
because-level-lacks = Gehört nicht zur Stufe: { $level }
because-licence = Gehört nicht zur Lizenz: { $seat }
because-state = Keine Anmeldung in diesem Status: { $state }
user-since = seit { $date }
user-teams = Teams
user-language = Sprache
user-phone = Telefon
user-login = Anmeldename
user-job-title = Berufsbezeichnung
user-name = Name
user-email = E-Mail
user-aliases = Weitere E-Mails
picture-title = Bild
picture-file = Bild wählen
picture-hint = JPEG, PNG oder WebP mit höchstens 5 MB. Es wird quadratisch zugeschnitten.
picture-again = Bitte das Bild noch einmal wählen: Der Browser behält es nicht.
picture-upload = Bild hochladen
picture-remove = Bild entfernen
picture-remove-title = Bild von { $name } entfernen
picture-remove-what = Stattdessen erscheinen die Initialen von { $name }. Das Bild selbst wird nicht aufbewahrt.
picture-saved = Das Bild ist gespeichert.
picture-removed = Das Bild ist entfernt.
user-level = Stufe
user-gender = Geschlecht
user-started = Im Unternehmen seit
user-created = Angelegt
user-seen = Zuletzt aktiv
user-pending-note = Eingeladen am { $date }. Der Link gilt bis { $until }.
user-expired-note = Der Aktivierungslink ist am { $until } abgelaufen.
user-invited-note = Es wurde noch keine Aktivierungs-E-Mail gesendet. Eine Lizenz ist belegt.
user-deactivated-note = Deaktiviert am { $date } von { $name }.
user-deactivated-short = Deaktiviert am { $date }.
user-deactivated-leads = { $count ->
   [one] { $count } offener Lead steht noch unter diesem Namen.
  *[other] { $count } offene Leads stehen noch unter diesem Namen.
}

## New user

invite-title = Neuer Benutzer
invite-lead = Ein neuer Benutzer belegt eine Lizenz, sobald Sie speichern.
invite-who = Wer
invite-access = Lizenz und Zugriff
invite-name-hint = Kann bei der ersten Anmeldung geändert werden.
invite-regular = Vertriebslizenz
invite-regular-text = Besitzt Leads, importiert, exportiert. { $free } frei.
invite-team = Teamlizenz
invite-team-text = Liest Leads und schreibt Notizen. Besitzt nie einen Lead. { $free } frei.
invite-admin-hint = Zum Administrieren gehört eine Vertriebslizenz.
invite-language = Sprache der E-Mail
invite-happens = Was passiert
invite-after = { $kind }: danach { $taken } von { $total } belegt.
invite-pending = Ausstehend bis zur ersten Anmeldung; vorher nicht als Besitzer wählbar.
invite-link = Der Link gilt 7 Tage und kann erneut gesendet werden.
invite-send = Einladung senden
invite-later = Speichern, später senden
invite-login-hint = Für Personen ohne eigene E-Mail. Geben Sie ihnen auch ein Passwort.
invite-password-hint = Mindestens 12 Zeichen. Dann wird keine E-Mail gesendet; Sie geben das Passwort weiter.
invite-change = Bei der ersten Anmeldung ein eigenes Passwort wählen
invite-change-hint = Nur mit einem Passwort darüber. Vorher ist nichts anderes möglich.
invite-more = Weitere Angaben
invite-no-teams = Es gibt noch kein Team.
invite-no-teams-text = Legen Sie zuerst die Teams an: Dann kommt jeder neue Benutzer gleich in eines.
invite-sent = { $name } ist eingeladen.
invite-saved = { $name } ist gespeichert. Es wurde keine E-Mail gesendet.
invite-reactivate = Stattdessen reaktivieren
invite-see = Profil öffnen
invite-buy = Lizenzen kaufen

## Edit

edit-title = { $name } bearbeiten
edit-save = Änderungen prüfen
edit-reason = Grund
edit-reason-hint = Steht im Änderungsprotokoll.
edit-email-hint = Für Korrekturen. Das Passwort bleibt; informieren Sie die Person. Um die Lizenz jemand anderem zu geben, deaktivieren Sie und laden Sie neu ein.
edit-admin = Admin
edit-admin-hint = Verwaltet Personen, Lizenzen und Einstellungen.
edit-check-title = Ist alles richtig?
edit-changes = Änderungen
edit-col-field = Feld
edit-col-before = Vorher
edit-col-after = Nachher
edit-confirm = Änderungen speichern
edit-again = Zurück zum Formular
edit-saved = Änderungen gespeichert.
edit-nothing = Es wurde nichts geändert.
edit-empty = leer
edit-secret = geändert
edit-yes = Ja
edit-no = Nein

## Password, activation, reactivation

reset-user-title = Passwort von { $name } zurücksetzen
reset-user-sessions = Alle Sitzungen enden auf allen Geräten.
reset-user-deleted = Das bisherige Passwort wird sofort gelöscht.
reset-user-mail = { $name } bekommt eine E-Mail mit einem Link für ein neues.
reset-user-button = Passwort zurücksetzen
reset-user-done = Passwort zurückgesetzt, E-Mail unterwegs.
resend-done = Aktivierungs-E-Mail an { $name } ist unterwegs.
resend-many = { $count ->
   [one] { $count } Aktivierungs-E-Mail ist unterwegs.
  *[other] { $count } Aktivierungs-E-Mails sind unterwegs.
}
resend-title = Aktivierungs-E-Mails
resend-none = Es wurde keine E-Mail gesendet.
resend-back = Zurück zur Liste
resend-left = { $count ->
   [one] { $count } Person wurde ausgelassen
  *[other] { $count } Personen wurden ausgelassen
}
resend-col-why = Warum
resend-why-active = Hat sich schon angemeldet
resend-why-deactivated = Ist deaktiviert
resend-why-address = Hat keine E-Mail-Adresse
resend-why-unknown = Nicht mehr vorhanden
cancel-invitation-done = Die Einladung von { $name } ist zurückgezogen. Der Link gilt nicht mehr.
cancel-invitation-title = Einladung von { $name } zurückziehen
cancel-invitation-link = Der Link in der E-Mail gilt sofort nicht mehr.
cancel-invitation-seat = Die Lizenz ({ $seat }) ist sofort wieder frei.
cancel-invitation-gone = { $name } hat sich nie angemeldet und verschwindet aus der Liste; das Änderungsprotokoll behält den Namen. Dieselbe Adresse kann wieder eingeladen werden.
cancel-invitation-button = Einladung zurückziehen
reactivate-title = { $name } reaktivieren
reactivate-seat = Belegt eine freie Lizenz. { $kind }: { $free } frei.
reactivate-data = Name, Verlauf und Leads sind da wie zuvor.
reactivate-password = Alte Sitzungen und Links kommen nicht zurück; das alte Passwort gilt.
reactivate-button = Reaktivieren
reactivate-done = { $name } ist wieder aktiv.

## Deactivation

deactivate-title = { $name } deaktivieren
deactivate-step-affected = Was betroffen ist
deactivate-step-hand-over = Übergeben
deactivate-step-confirm = Bestätigen
deactivate-affected = Was auf diese Person verweist
deactivate-col-count = Anzahl
deactivate-col-then = Danach
affected-open = Offene Leads: { $stage }
affected-open-then = Sie entscheiden im nächsten Schritt
affected-closed = Abgeschlossene Leads: { $stage }
affected-closed-then = Behalten den Namen, damit Statistiken stimmen
affected-sessions = Sitzungen
affected-sessions-then = Enden sofort
affected-tokens = API-Tokens
affected-tokens-then = Werden sofort widerrufen
affected-teams = Geleitete Teams
affected-teams-then = Brauchen eine andere Leitung
affected-notes = Geschriebene Notizen
affected-notes-then = Behalten den Namen
affected-imports = Importe
affected-invitations = Ausstehende Einladungen
affected-invitations-then = Bleiben gültig
deactivate-question = { $count ->
   [one] Was soll mit dem { $count } offenen Lead geschehen?
  *[other] Was soll mit den { $count } offenen Leads geschehen?
}
deactivate-to = Einer Person geben
deactivate-to-text = { $count ->
   [one] Der offene Lead wechselt sofort den Besitzer.
  *[other] Alle { $count } offenen Leads wechseln sofort den Besitzer.
}
deactivate-heir = Neuer Besitzer
deactivate-heir-choose = Wählen …
deactivate-heir-hint = Ausstehende Benutzer und Teamlizenzen können keine Leads besitzen und fehlen hier.
deactivate-heir-hint-pending = Teamlizenzen können keine Leads besitzen und fehlen hier.
pick-search = Personen nach Namen suchen
pick-all = { $total ->
   [one] { $total } Person
  *[other] { $total } Personen
}
pick-shown = { $shown } von { $total } Personen. Die übrigen finden Sie über den Namen.
pick-shown-many = { $shown } von mehr als { $total } Personen. Die übrigen finden Sie über den Namen.
pick-none = Unter diesem Namen wurde niemand gefunden.
deactivate-leave = Diese bei { $name } lassen
deactivate-leave-hint = Empfohlen: Abgeschlossene Leads zu lassen, hält frühere Statistiken bei der Person, die sie gewonnen hat.
deactivate-unassigned = In „Nicht zugewiesen“ verschieben
deactivate-unassigned-text = { $count ->
   [one] Die Leitung verteilt sie einzeln oder gesammelt. { $count } Lead wartet dort.
  *[other] Die Leitung verteilt sie einzeln oder gesammelt. { $count } Leads warten dort.
}
deactivate-later = Später entscheiden
deactivate-later-text = Sie bleiben bei { $name } und lesbar. Wählen Sie das, um auf eine Nachfolge zu warten.
deactivate-confirm-title = Prüfen und bestätigen
deactivate-fact-user = Benutzer
deactivate-fact-leads = Offene Leads
deactivate-fact-stay = Bleiben beim Namen
deactivate-plan-to = { $count ->
   [one] { $count } Lead geht an { $name }
  *[other] { $count } Leads gehen an { $name }
}
deactivate-plan-unassigned = { $count ->
   [one] { $count } Lead kommt zu „Nicht zugewiesen“
  *[other] { $count } Leads kommen zu „Nicht zugewiesen“
}
deactivate-plan-later = Jetzt nichts, später entscheiden
deactivate-button-to = { $count ->
   [one] Deaktivieren und { $count } Lead übergeben
  *[other] Deaktivieren und { $count } Leads übergeben
}
deactivate-button = { $name } deaktivieren
deactivate-after = Danach
deactivate-after-sessions = { $count ->
   [0] { $name } kann sich sofort nicht mehr anmelden.
   [one] { $name } wird sofort auf { $count } Gerät abgemeldet und kann sich nicht mehr anmelden.
  *[other] { $name } wird sofort auf { $count } Geräten abgemeldet und kann sich nicht mehr anmelden.
}
deactivate-after-seat = Die Lizenz ist sofort wieder frei. Nutzt sie bis zur Verlängerung niemand, wird sie nicht berechnet.
deactivate-after-notes = Notizen und abgeschlossene Leads behalten den Namen, damit Statistiken stimmen.
deactivate-after-undo = Die Übergabe lässt sich 30 Tage lang rückgängig machen.
deactivate-done = { $name } ist deaktiviert. Die Lizenz ist frei.

## Hand-over

handover-title = Leads von { $name }
handover-question = { $count ->
   [one] Was soll mit dem { $count } Lead geschehen?
  *[other] Was soll mit den { $count } Leads geschehen?
}
handover-confirm = { $count ->
   [one] { $count } Lead übergeben
  *[other] { $count } Leads übergeben
}
handover-what = Was übergeben wurde
handover-in-audit = Im Änderungsprotokoll
handover-col-what = Was
handover-col-done = Erledigt
handover-col-to = An
handover-col-result = Ergebnis
handover-line-leads = Leads
handover-line-undo = Zurückgegebene Leads
handover-done = Erledigt
handover-running = Läuft, { $moved } von { $total }
handover-undone = Rückgängig gemacht
handover-note = { $count ->
   [one] { $count } Lead an { $name } übergeben. Rückgängig bis { $date } möglich.
  *[other] { $count } Leads an { $name } übergeben. Rückgängig bis { $date } möglich.
}
handover-note-text = Rückgängig gibt die Leads zurück, die seither niemand geändert hat; die übrigen bleiben und werden aufgelistet.
handover-undo = Alles rückgängig
undo = Rückgängig
handover-undo-started = Die Leads gehen zurück.
handover-toast = { $count ->
   [one] { $count } Lead geht an { $name }
  *[other] { $count } Leads gehen an { $name }
}
handover-toast-text = Rückgängig auch im Änderungsprotokoll und auf der Seite der Person.
handover-kept-title = { $count ->
   [one] { $count } Lead wurde seither geändert und bleibt, wo er ist:
  *[other] { $count } Leads wurden seither geändert und bleiben, wo sie sind:
}
handover-kept-would = { $count ->
   [one] { $count } Lead wurde seither geändert; Rückgängig ließe ihn, wo er ist:
  *[other] { $count } Leads wurden seither geändert; Rückgängig ließe sie, wo sie sind:
}
handover-kept-gone = Der frühere Besitzer wurde entfernt.
handover-kept-all = Alle anzeigen
handover-kept-none = Kein Lead bleibt.
handover-stays = Leads, die bleiben
handover-facts = Übergabe
handover-page-to = Übergabe an { $name }
handover-page-back = Leads zurück an { $name }
handover-former-owners = frühere Besitzer
handover-col-from = Von
handover-undo-of = Nimmt zurück
handover-undone-by = Zurückgenommen durch
handover-show-other = Anzeigen
handover-redo-note = { $count ->
   [one] { $count } Lead ging zurück an { $name }. Bis { $date } lässt er sich erneut übergeben.
  *[other] { $count } Leads gingen zurück an { $name }. Bis { $date } lassen sie sich erneut übergeben.
}
handover-redo-text = Dieselben Leads werden wieder übergeben, außer denen, die seither jemand geändert hat.
handover-redo = Erneut übergeben
handover-stopped = Die Übergabe blieb bei { $moved } von { $total } stehen.
handover-stopped-text = Wer sie begonnen hat, darf keine Leads mehr übergeben. Setzen Sie sie fort, und der Rest geht in Ihrem Namen über.
handover-resume = Fortsetzen
handover-resumed = Die Übergabe geht weiter.
handover-unassigned = Nicht zugewiesen
remove-title = { $name } endgültig entfernen
remove-goes = Name, Adressen, Anmeldename, Telefon, Bild, Passwort, Sitzungen und E-Mails werden gelöscht. Die Adressen können neu vergeben werden.
remove-stays = Leads, Notizen, Übergaben und Zahlen bleiben; statt des Namens steht dort „{ $left }“.
remove-log = Das Änderungsprotokoll behält seine Zeilen, wie sie geschrieben wurden.
remove-for-good = Dies ist die einzige Handlung, die sich nicht rückgängig machen lässt.
remove-button = Endgültig entfernen
remove-done = { $name } ist entfernt. Von der Arbeit ist nichts verloren.
user-role = Rolle
invite-role-hint = Gilt für Benutzer mit Vertriebslizenz.
invite-new-role-choice = Neue Rolle, unten benannt
invite-new-role-text = Wird mit dem Benutzer angelegt
invite-role-from = Beginnt als Kopie von
invite-role-from-hint = Die Rechte ändern Sie danach auf ihrer Seite.
resend-why-outside = gehört nicht zu dem Teil, den Sie verwalten
invite-part = Sie laden in einen Teil des Kontos ein
invite-part-team = Wählen Sie eines Ihrer Teams.
invite-part-subordinates = Wählen Sie eine Position unter Ihrer.
invite-part-both = Wählen Sie eines Ihrer Teams oder eine Position unter Ihrer.
because-part-team = { $count ->
    [one] { $count } Person der eigenen Teams
   *[other] { $count } Personen der eigenen Teams
}
because-part-subordinates = { $count ->
    [one] { $count } Person unter der eigenen Position
   *[other] { $count } Personen unter der eigenen Position
}
because-part-both = { $count ->
    [one] { $count } Person der eigenen Teams oder unter der eigenen Position
   *[other] { $count } Personen der eigenen Teams oder unter der eigenen Position
}
