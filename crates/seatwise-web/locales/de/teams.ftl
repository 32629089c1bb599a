# Teams: the list, one team, and membership.

teams-lead = Wer zusammenarbeitet und wer leitet.
teams-none-title = Noch keine Teams
teams-none-text = Ein Team fasst Personen zusammen, die gemeinsam arbeiten. Legen Sie zuerst die Teams an, dann die Personen.
teams-col-team = Team
teams-col-lead = Leitung
teams-col-members = Mitglieder
teams-nobody-leads = Niemand
teams-new = Neues Team
teams-name = Name des Teams
teams-create = Team anlegen
teams-created = Das Team { $name } ist angelegt.
teams-saved = Das Team ist gespeichert.
teams-members = Mitglieder
teams-members-count = { $count ->
   [one] { $count } Mitglied
  *[other] { $count } Mitglieder
}
teams-no-members = Niemand gehört zu diesem Team
teams-no-members-text = Nehmen Sie Personen einzeln auf, oder wählen Sie das Team bei einem neuen Benutzer.
teams-leads = Leitet das Team
teams-lead-on = Zur Leitung machen
teams-lead-off = Leitung abgeben
teams-remove = Entfernen
teams-leave = Aus dem Team nehmen
teams-leave-title = { $name } aus { $team } nehmen
teams-leave-what = { $name } gehört danach nicht mehr zu { $team }. Leads, Lizenz und Anmeldung bleiben, wie sie sind.
teams-leave-leads = { $name } leitet dieses Team und gibt die Leitung ab.
teams-leave-button = Aus dem Team nehmen
teams-add = Personen aufnehmen
teams-find = Name oder E-Mail
teams-add-one = Aufnehmen
teams-nobody-to-add = Niemand gefunden, der nicht schon im Team ist.
teams-rename = Name
teams-rename-save = Namen speichern
teams-in-none = In keinem Team.
teams-join = In ein Team aufnehmen
teams-join-button = In das Team aufnehmen
