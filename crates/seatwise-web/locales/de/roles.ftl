# Rollen und Zugriff: die Übersicht, eine Rolle und wer was hat.

roles-lead = Was jede Rolle darf und wie weit es reicht. Eine Rolle auswählen, um sie zu ändern.
roles-new = Neue Rolle
roles-new-set = Neues Rechtepaket
roles-new-lead = Legt fest, was ihre Personen dürfen. Niemand hat sie, bis Sie sie vergeben.
roles-new-set-lead = Ergänzt, was Rollen geben, auf Wunsch nur auf Zeit. Es nimmt nie etwas weg.
roles-matrix = Rechte aller Rollen
roles-permission = Recht
roles-only-differences = Nur Unterschiede
roles-show-all = Alle Rechte zeigen
roles-system = System
roles-custom = Eigene
roles-team-seat = Teamlizenz
roles-team-manager = Teamleitung
roles-people = { $count ->
   [one] { $count } Benutzer
  *[other] { $count } Benutzer
}
roles-permissions = { $count ->
   [one] { $count } Recht
  *[other] { $count } Rechte
}
roles-legend-all = alles
roles-legend-team = eigene Teams
roles-legend-own = eigene Leads
roles-legend-privacy = nach Sichtbarkeit
roles-legend-below = eigene und Unterstellte
roles-limited = durch die Lizenz begrenzt
roles-area-records = Leads
roles-area-data = Daten
roles-area-people = Benutzer
roles-area-access = Zugriff
roles-area-account = Konto
extent-none = Nein
extent-own = Eigene
extent-privacy = Sichtbarkeit
extent-team = Team
extent-subordinates = Unterstellte
extent-all = Alle
field-access-hidden = Verborgen
field-access-read = Lesen
field-access-edit = Bearbeiten
field-access-nothing = Nichts
roles-sets = Rechtepakete
roles-sets-text = Sie ergänzen Rollen, auch auf Zeit.
roles-sets-none = Es gibt noch kein Rechtepaket.
roles-privacy = Sichtbarkeit unter Benutzern
roles-privacy-save = Sichtbarkeit speichern
role-sales = Vertrieb
role-team-user = Teambenutzer
role-about-sales = Was im Vertrieb gebraucht wird. Sie gehört zum Programm.
role-about-team-user = Alle mit Teamlizenz haben sie, sonst niemand.
roles-kind-role = Rolle
roles-kind-set = Rechtepaket
roles-default = Standardrolle
roles-fixed = Diese Rolle bleibt, wie sie ist.
roles-fixed-text = Kopieren Sie sie und ändern Sie die Kopie.
roles-copy = Kopieren
roles-copy-of = { $name } (Kopie)
roles-make-default = Zum Standard machen
roles-delete = Löschen
roles-basics = Name und Zweck
roles-name = Name der Rolle
roles-description = Wofür sie da ist
roles-create = Anlegen
roles-fields = Felder von Leads
roles-fields-text = Was Personen mit dieser Rolle mit einem Feld der Leads tun, die sie sehen.
roles-fields-set-text = Hebt auf, was Rollen verbergen oder nur lesen lassen. „Nichts“ überlässt das Feld den Rollen.
roles-members = Mitglieder
roles-members-none = Niemand hat sie. Vergeben Sie sie auf der Seite eines Benutzers.
roles-created = { $name } ist angelegt.
roles-saved = Die Rolle ist gespeichert.
roles-deleted = { $name } ist gelöscht.
roles-given = Die Rolle ist vergeben.
roles-taken = Die Rolle ist entzogen.
roles-effect = Wer gewinnt, wer verliert
roles-effect-nobody = Niemand gewinnt oder verliert dadurch etwas.
roles-effect-gain = { $count ->
   [one] { $count } Person gewinnt.
  *[other] { $count } Personen gewinnen.
}
roles-effect-lose = { $count ->
   [one] { $count } Person verliert.
  *[other] { $count } Personen verlieren.
}
roles-effect-more = Gezeigt werden die ersten { $shown }; die Zahlen zählen alle.
roles-delete-title = { $name } löschen?
roles-delete-lead = { $count ->
   [one] { $count } Benutzer hat sie. Wer keine andere Rolle hat, bekommt die Standardrolle.
  *[other] { $count } Benutzer haben sie. Wer keine andere Rolle hat, bekommt die Standardrolle.
}
roles-default-title = { $name } zur Standardrolle machen?
roles-default-lead = { $count ->
   [one] Neue und alle ohne eigene Rolle bekommen sie; jetzt hat sie { $count } Benutzer.
  *[other] Neue und alle ohne eigene Rolle bekommen sie; jetzt haben sie { $count } Benutzer.
}
roles-by-default = Standardmäßig
roles-until = Bis { $date }
roles-until-field = Letzter Tag
roles-until-hint = Ohne Tag gilt es unbefristet.
roles-admin-note = Admins dürfen alles; Rollen zählen, wenn sie es nicht mehr sind.
roles-seat-note = Eine Teamlizenz hat diese Rolle und keine andere.
roles-holds-none = Keine Rolle.
roles-give = Rolle vergeben
roles-give-button = Vergeben
roles-take = Rolle entziehen
roles-take-button = Entziehen
roles-many-title = { $count ->
   [one] { $count } Benutzer eine Rolle geben
  *[other] { $count } Benutzern eine Rolle geben
}
roles-many-left = Ausgelassen, denn eine Team-Lizenz hat ihre eigene Rolle: { $names }
roles-many-more = und { $count } weitere
roles-given-many = { $count ->
   [one] { $count } Benutzer hat die Rolle bekommen.
  *[other] { $count } Benutzer haben die Rolle bekommen.
}
users-bulk-role = Rolle vergeben
problem-nobody-chosen = Niemand ist ausgewählt
problem-nobody-chosen-detail = Kreuzen Sie in der Liste mindestens einen Benutzer an und wählen Sie dann, was geschehen soll.
roles-givable = Rollen, die vergeben werden dürfen
roles-givable-text = Gilt, wo diese Rolle Rollen vergeben lässt. Niemand vergibt Rechte, die er selbst nicht hat, was immer hier gewählt ist.
roles-givable-any = Jede Rolle
roles-givable-any-text = Alle Rollen und Berechtigungssätze, die von den eigenen Rechten gedeckt sind.
roles-givable-listed = Nur diese Rollen
roles-givable-listed-text = Nichts angekreuzt heißt gar keine Rolle. Eine gelöschte Rolle fällt aus der Liste.
roles-givable-none = keine Rolle
roles-givable-count = { $count ->
    [one] { $count } Rolle
   *[other] { $count } Rollen
}
extent-both = Team und unterstellt
roles-from = Ab { $date }
roles-between = Ab { $from } bis { $until }
roles-from-field = Erster Tag
roles-from-hint = Ohne Tag gilt es sofort.
roles-later = Später
roles-not-yet = Noch nicht in Kraft
roles-check-lead = Was es am { $date } bewirkt, dem Tag, an dem es beginnt. Wer es schon hat, hat es bis dahin nicht mehr. Noch ist nichts gespeichert.
